"""The year that exposes each trap of the Islamic months; the numbers are those of the list of traps.

All dates are asked of the pure rule: pins would hide a rule that is wrong.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import interfaith_cal as ic
from interfaith_cal.reckoning.hijri import DIYANET


def ruled(festival: str, year: int) -> list[date]:
    """The first days in a civil year by the rule alone."""
    return [o.first_day for o in ic.observances(year, festivals=[festival], pins=False) if o.first_day.year == year]


def test_21_ramadan_2026_is_19_february_for_the_moon_over_alaska_is_too_low() -> None:
    assert ruled("islamic/ramadan", 2026) == [date(2026, 2, 19)]


def test_21_new_year_2030_is_3_may_though_8_degrees_come_seven_hours_after_midnight() -> None:
    assert ruled("islamic/islamic-new-year", 2030) == [date(2030, 5, 3)]
    (new_year,) = ic.observances(2030, festivals=["islamic/islamic-new-year"])
    assert "5.05°" in new_year.certainty_note or "5.04°" in new_year.certainty_note


def test_21_the_feast_of_sacrifice_2026_waits_for_dawn_in_new_zealand() -> None:
    assert ruled("islamic/eid-al-adha", 2026) == [date(2026, 5, 27)]


def test_21_the_feast_of_sacrifice_2032_fits_only_dawn_on_the_chatham_islands() -> None:
    assert ruled("islamic/eid-al-adha", 2032) == [date(2032, 3, 22)]
    (eid,) = ic.observances(2032, festivals=["islamic/eid-al-adha"])
    assert "Chatham" in eid.certainty_note


@pytest.mark.parametrize("day", [date(2016, 4, 7), date(2024, 1, 11), date(2031, 10, 16)])
def test_22_raghaib_is_the_evening_before_the_first_friday_of_rajab(day: date) -> None:
    assert day in ruled("islamic/raghaib-night", day.year)
    assert DIYANET.from_date(day + timedelta(1)).day == 1


def test_23_eid_al_fitr_2019_is_4_june_by_the_congress_of_2016() -> None:
    assert ruled("islamic/eid-al-fitr", 2019) == [date(2019, 6, 4)]


def test_23_new_year_2021_is_9_august() -> None:
    assert ruled("islamic/islamic-new-year", 2021) == [date(2021, 8, 9)]


def test_23_eid_al_fitr_2008_is_30_september() -> None:
    assert ruled("islamic/eid-al-fitr", 2008) == [date(2008, 9, 30)]


@pytest.mark.parametrize(
    ("festival", "year"),
    [
        ("eid-al-fitr", 2000),
        ("eid-al-fitr", 2033),
        ("eid-al-adha", 2006),
        ("eid-al-adha", 2039),
        ("mawlid-night", 2015),
        ("ramadan", 1997),
        ("ramadan", 2030),
        ("islamic-new-year", 2008),
        ("islamic-new-year", 2041),
    ],
)
def test_23_what_comes_twice_in_a_civil_year_has_two_ids(festival: str, year: int) -> None:
    found = [o for o in ic.observances(year, festivals=[f"islamic/{festival}"]) if o.first_day.year == year]
    assert len(found) == 2
    assert len({o.id for o in found}) == 2
    assert int(found[1].own_year) == int(found[0].own_year) + 1


@pytest.mark.parametrize("year", range(2005, 2036))
def test_24_the_muharrem_fast_is_a_month_not_twenty_days_after_the_feast(year: int) -> None:
    for feast in ic.observances(year, festivals=["alevi/kurban"]):
        if feast.first_day.year != year:
            continue
        (fast,) = ic.upcoming("alevi/muharrem-fast", after=feast.first_day)
        long_month = DIYANET.month_length(int(feast.own_year), 12) == 30
        assert (fast.first_day - feast.first_day).days == (21 if long_month else 20)
        assert fast.last_day - fast.first_day == timedelta(11)


def test_24_the_years_in_which_counting_twenty_days_fails() -> None:
    failing = set()
    for year in range(2008, 2028):
        for feast in ic.observances(year, festivals=["alevi/kurban"]):
            (fast,) = ic.upcoming("alevi/muharrem-fast", after=feast.first_day)
            if feast.first_day.year == year and (fast.first_day - feast.first_day).days == 21:
                failing.add(year)
    assert failing >= {2008, 2010, 2012, 2014, 2018, 2022, 2023, 2024, 2027}


@pytest.mark.parametrize("year", range(2005, 2036))
def test_24_asure_is_13_muharram_the_ashura_of_others_the_tenth(year: int) -> None:
    for day in ruled("alevi/asure", year):
        assert DIYANET.from_date(day)[1:] == (1, 13)
    for festival in ("islamic/ashura", "islamic/ashura-shia"):
        for day in ruled(festival, year):
            assert DIYANET.from_date(day)[1:] == (1, 10)


def test_25_the_hizir_fast_begins_on_the_second_tuesday_of_february() -> None:
    begins = dict(zip(range(2016, 2027), (9, 14, 13, 12, 11, 9, 8, 14, 13, 11, 10), strict=True))
    for year, day in begins.items():
        (fast,) = ic.observances(year, festivals=["alevi/hizir-fast"])
        assert (fast.first_day, fast.last_day) == (date(year, 2, day), date(year, 2, day + 2))
