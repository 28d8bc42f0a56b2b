"""The year that exposes each trap of the Islamic months; the numbers are those of the list of traps.

All dates are asked of the pure rule: pins would hide a rule that is wrong.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import interfaith_cal as ic
from interfaith_cal.reckoning.hijri import DIYANET, SHIA


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
    for festival, calendar in (("islamic/ashura", DIYANET), ("islamic/ashura-shia", SHIA)):
        for day in ruled(festival, year):
            assert calendar.from_date(day)[1:] == (1, 10)


def test_25_the_hizir_fast_begins_on_the_second_tuesday_of_february() -> None:
    begins = dict(zip(range(2016, 2027), (9, 14, 13, 12, 11, 9, 8, 14, 13, 11, 10), strict=True))
    for year, day in begins.items():
        (fast,) = ic.observances(year, festivals=["alevi/hizir-fast"])
        assert (fast.first_day, fast.last_day) == (date(year, 2, day), date(year, 2, day + 2))


def kept(festival: str, year: int, usage: str) -> list[date]:
    """The first days in a civil year by the rule of one usage."""
    community = festival.partition("/")[0]
    found = ic.observances(year, festivals=[festival], usages={community: [usage]}, pins=False)
    return [o.first_day for o in found if o.first_day.year == year]


@pytest.mark.parametrize(
    ("festival", "usage", "day"),
    [
        ("eid-al-fitr", "shia", date(2018, 6, 15)),
        ("eid-al-fitr", "shia", date(2020, 5, 24)),
        ("eid-al-fitr", "shia", date(2021, 5, 13)),
        ("eid-al-fitr", "shia", date(2026, 3, 21)),
        ("eid-al-adha", "shia", date(2018, 8, 22)),
        ("ali-birth", "shia", date(2023, 2, 4)),
        ("qadr-shia", "shia", date(2015, 7, 5)),
        ("ali-death", "shia", date(2015, 7, 8)),
        ("eid-al-fitr", "local-crescent", date(2007, 10, 14)),
        ("eid-al-fitr", "local-crescent", date(2018, 6, 16)),
        ("eid-al-fitr", "local-crescent", date(2020, 5, 25)),
        ("eid-al-fitr", "local-crescent", date(2021, 5, 14)),
        ("ramadan", "local-crescent", date(2017, 5, 28)),
        ("islamic-new-year", "local-crescent", date(2018, 9, 12)),
        ("eid-al-fitr", "ahmadiyya", date(2021, 5, 14)),
        ("eid-al-fitr", "ahmadiyya", date(2022, 5, 2)),
        ("eid-al-fitr", "ahmadiyya", date(2026, 3, 20)),
    ],
)
def test_months_of_iran_of_the_eye_and_of_the_ahmadiyya_are_three(festival: str, usage: str, day: date) -> None:
    assert day in kept(f"islamic/{festival}", day.year, usage)


def test_the_feast_of_sacrifice_2018_is_a_day_earlier_for_sunni_communities() -> None:
    assert kept("islamic/eid-al-adha", 2018, "diyanet") == [date(2018, 8, 21)]


def test_the_eye_at_frankfurt_sees_the_crescent_of_eid_2022_a_day_after_the_ahmadiyya() -> None:
    assert kept("islamic/eid-al-fitr", 2022, "local-crescent") == [date(2022, 5, 3)]


def test_shia_days_have_the_months_of_iran_without_being_asked() -> None:
    assert ruled("islamic/ashura-shia", 2018) == [date(2018, 9, 20)]
    assert ruled("islamic/ashura-shia", 2024) == [date(2024, 7, 16)]


def test_hizir_lokmasi_2027_is_16_february_while_the_fast_ends_on_the_eleventh() -> None:
    (fast,) = ic.observances(2027, festivals=["alevi/hizir-fast"])
    assert fast.last_day == date(2027, 2, 11)
    assert ruled("alevi/hizir-lokmasi", 2027) == [date(2027, 2, 16)]


@pytest.mark.parametrize("year", [2012, 2014, 2015, 2027])
def test_the_fixed_hizir_fast_is_13_to_15_february(year: int) -> None:
    (fast,) = ic.observances(year, festivals=["alevi/hizir-fast"], usages={"alevi": ["fixed-february"]})
    assert (fast.first_day, fast.last_day) == (date(year, 2, 13), date(year, 2, 15))


def test_abdal_musa_2024_on_the_first_weekend_of_june() -> None:
    (weekend,) = ic.observances(2024, festivals=["alevi/abdal-musa"], usages={"alevi": ["june-weekend"]})
    assert (weekend.first_day, weekend.last_day) == (date(2024, 6, 1), date(2024, 6, 2))


def test_a_memorial_begins_in_the_year_after() -> None:
    first = {"maras-memorial": 1979, "gazi-memorial": 1996, "corum-memorial": 1981, "sivas-memorial": 1994}
    for slug, year in first.items():
        assert ruled(f"alevi/{slug}", year - 1) == []
        assert len(ruled(f"alevi/{slug}", year)) == 1


def test_alevi_months_have_alevi_names() -> None:
    (asure,) = ic.observances(2027, festivals=["alevi/asure"])
    assert asure.native_date == "13 Muharrem 1449"
