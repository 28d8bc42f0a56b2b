"""The year that exposes each trap of the church calendars; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import interfaith_cal as ic
from interfaith_cal.reckoning.computus import gregorian_easter, julian_easter
from tests.conftest import first_days

NEW, OLD = "new-calendar", "old-calendar"


def spans(festival: str, year: int, usage: str | None = None) -> list[tuple[date, date]]:
    """First and last days of what begins in a civil year."""
    community = festival.partition("/")[0]
    usages = {community: [usage]} if usage else None
    found = ic.observances(year, festivals=[festival], usages=usages)
    return [(o.first_day, o.last_day) for o in found if o.first_day.year == year]


@pytest.mark.parametrize("year", [2017, 2023, 2028])
def test_01_repentance_day_may_be_22_november_itself(year: int) -> None:
    assert first_days("protestant/repentance-day", year) == [date(year, 11, 22)]


@pytest.mark.parametrize("year", [2001, 2007, 2012, 2018, 2029, 2035, 2040])
def test_02_harvest_thanksgiving_differs_when_30_september_is_a_sunday(year: int) -> None:
    assert first_days("protestant/harvest-thanksgiving", year) == [date(year, 10, 7)]
    assert first_days("protestant/harvest-thanksgiving", year, "michaelis") == [date(year, 9, 30)]


def test_02_harvest_thanksgiving_agrees_in_every_other_year() -> None:
    differing = [
        year
        for year in range(2000, 2041)
        if first_days("protestant/harvest-thanksgiving", year)
        != first_days("protestant/harvest-thanksgiving", year, "michaelis")
    ]
    assert differing == [2001, 2007, 2012, 2018, 2029, 2035, 2040]


@pytest.mark.parametrize("year", [2017, 2023, 2028])
def test_03_the_fourth_advent_sunday_may_be_christmas_eve(year: int) -> None:
    assert first_days("protestant/advent-4", year) == [date(year, 12, 24)]
    assert first_days("catholic/advent-4", year) == [date(year, 12, 24)]


@pytest.mark.parametrize("year", [2022, 2033])
def test_03_holy_family_is_friday_when_christmas_is_a_sunday(year: int) -> None:
    assert first_days("catholic/holy-family", year) == [date(year, 12, 30)]
    assert first_days("catholic/holy-family", year + 1)[0].weekday() == 6


@pytest.mark.parametrize("year", [2013, 2016, 2018, 2024, 2027])
def test_04_annunciation_moves_to_the_monday_after_low_sunday(year: int) -> None:
    assert first_days("catholic/annunciation", year) == [gregorian_easter(year) + timedelta(8)]


@pytest.mark.parametrize("year", [2001, 2007, 2012])
def test_04_annunciation_moves_from_a_sunday_of_lent_to_monday(year: int) -> None:
    assert first_days("catholic/annunciation", year) == [date(year, 3, 26)]


@pytest.mark.parametrize(
    "year", [2002, 2005, 2013, 2016, 2018, 2024, 2027, 2029, 2032, 2035, 2040, 2043, 2046, 2054, 2059]
)
def test_04_the_protestant_annunciation_leaves_the_days_from_palm_sunday_to_easter_monday(year: int) -> None:
    (kept,) = ic.observances(year, festivals=["protestant/annunciation"])
    assert kept.first_day == gregorian_easter(year) + timedelta(8)
    assert "25 March falls between Palm Sunday and Easter Monday" in kept.certainty_note
    assert "Sunday in Lent" not in kept.certainty_note


@pytest.mark.parametrize("year", [2001, 2007, 2012, 2057])
def test_04_on_a_sunday_of_lent_the_protestant_annunciation_stays_and_says_so(year: int) -> None:
    (kept,) = ic.observances(year, festivals=["protestant/annunciation"])
    assert (kept.first_day, kept.first_day.weekday()) == (date(year, 3, 25), 6)
    assert "Sunday in Lent" in kept.certainty_note


def test_04_easter_tuesday_moves_the_catholic_annunciation_alone() -> None:
    assert first_days("protestant/annunciation", 2008) == [date(2008, 3, 25)]
    assert first_days("catholic/annunciation", 2008) == [date(2008, 3, 31)]
    assert ic.observances(2008, festivals=["protestant/annunciation"])[0].certainty_note == ""


@pytest.mark.parametrize(
    "day",
    [date(2017, 3, 20), date(2023, 3, 20), date(2008, 3, 15), date(2035, 3, 17), date(2046, 3, 17), date(1989, 3, 18)],
)
def test_05_saint_joseph_goes_on_to_monday_but_back_before_holy_week(day: date) -> None:
    assert first_days("catholic/saint-joseph", day.year) == [day]


@pytest.mark.parametrize("year", [2013, 2019, 2024, 2030])
def test_06_immaculate_conception_leaves_the_advent_sunday_in_germany_not_in_austria(year: int) -> None:
    assert first_days("catholic/immaculate-conception", year) == [date(year, 12, 9)]
    assert first_days("catholic/immaculate-conception", year, "austria") == [date(year, 12, 8)]


@pytest.mark.parametrize("year", [2022, 2033, 2044])
def test_07_nativity_of_john_gives_way_to_the_sacred_heart(year: int) -> None:
    assert first_days("catholic/nativity-of-john", year) == [date(year, 6, 23)]
    assert first_days("catholic/sacred-heart", year) == [date(year, 6, 24)]


def test_07_what_nobody_has_ruled_on_is_said() -> None:
    (john,) = ic.observances(2038, festivals=["catholic/nativity-of-john"])
    assert john.first_day == date(2038, 6, 25)
    assert "no published ruling" in john.certainty_note
    (peter_and_paul,) = ic.observances(2057, festivals=["catholic/peter-and-paul"])
    assert "has not been decided" in peter_and_paul.certainty_note
    assert ic.observances(2037, festivals=["catholic/nativity-of-john"])[0].certainty_note == ""


@pytest.mark.parametrize(
    ("weeks", "years"),
    [(0, (2010, 2011, 2014, 2017, 2025, 2028, 2031, 2034, 2037, 2038)), (4, (2021,)), (5, (2024, 2027, 2032, 2035))],
)
def test_08_gap_between_the_easters(weeks: int, years: tuple[int, ...]) -> None:
    for year in years:
        assert first_days("orthodox/pascha", year) == [gregorian_easter(year) + timedelta(weeks=weeks)]


def test_08_the_gap_is_never_two_or_three_weeks() -> None:
    assert {(julian_easter(year) - gregorian_easter(year)).days for year in range(1901, 2100)} == {0, 7, 28, 35}


@pytest.mark.parametrize("year", [2002, 2013, 2024, 2040, 2043])
def test_09_no_apostles_fast_in_the_new_calendar_after_a_late_pascha(year: int) -> None:
    assert spans("orthodox/apostles-fast", year, NEW) == []


@pytest.mark.parametrize("year", [2021, 2027, 2032])
def test_09_an_apostles_fast_of_one_day(year: int) -> None:
    assert spans("orthodox/apostles-fast", year, NEW) == [(date(year, 6, 28), date(year, 6, 28))]


def test_09_the_apostles_fast_of_the_old_calendar_is_never_empty() -> None:
    for year in range(1950, 2100):
        ((first, last),) = spans("orthodox/apostles-fast", year, OLD)
        assert last == date(year, 7, 11)
        assert 8 <= (last - first).days + 1 <= 42


@pytest.mark.parametrize("year", [2016, 2019, 2021, 2022, 2024, 2027, 2030])
def test_10_saint_george_on_bright_monday_in_the_greek_usage(year: int) -> None:
    assert first_days("orthodox/saint-george", year, NEW) == [julian_easter(year) + timedelta(1)]


def test_10_saint_george_2024_in_four_usages() -> None:
    days = {usage: first_days("orthodox/saint-george", 2024, usage) for usage in (NEW, OLD, "romanian", "bulgarian")}
    assert days == {
        NEW: [date(2024, 5, 6)],
        OLD: [date(2024, 5, 6)],
        "romanian": [date(2024, 4, 23)],
        "bulgarian": [date(2024, 5, 6)],
    }


@pytest.mark.parametrize("day", [date(2019, 4, 29), date(2022, 4, 25), date(2024, 4, 23), date(2021, 4, 23)])
def test_10_saint_george_moves_in_the_romanian_usage_only_out_of_holy_week(day: date) -> None:
    assert first_days("orthodox/saint-george", day.year, "romanian") == [day]


def test_10_saint_george_of_the_old_calendar_moves_only_from_good_friday_to_pascha() -> None:
    moved = [y for y in range(2000, 2100) if first_days("orthodox/saint-george", y, OLD) != [date(y, 5, 6)]]
    # In 2040 and 2051 Pascha itself is 6 May; 2078 is the first year in which it comes after it.
    assert moved == [2040, 2051, 2078]


def test_10_the_orthodox_annunciation_never_moves() -> None:
    for year in range(1990, 2100):
        assert first_days("orthodox/annunciation", year, NEW) == [date(year, 3, 25)]
        assert first_days("orthodox/annunciation", year, OLD) == [date(year, 4, 7)]


def test_11_old_calendar_christmas_falls_in_the_next_civil_year() -> None:
    (christmas,) = ic.observances(
        date(2028, 1, 7), date(2028, 1, 7), festivals=["orthodox/nativity"], usages={"orthodox": [OLD]}
    )
    assert (christmas.id, christmas.native_date) == ("orthodox/nativity/2027/old-calendar", "25 December (Julian)")


@pytest.mark.parametrize(("year", "day"), [(2100, 7), (2101, 8)])
def test_11_thirteen_days_become_fourteen_in_march_2100(year: int, day: int) -> None:
    assert first_days("orthodox/nativity", year, OLD) == [date(year, 1, day)]
    assert first_days("orthodox/annunciation", 2100, OLD) == [date(2100, 4, 8)]


def test_11_the_nativity_fast_of_the_old_calendar_spans_two_years() -> None:
    assert spans("orthodox/nativity-fast", 2026, OLD) == [(date(2026, 11, 28), date(2027, 1, 6))]
    assert "orthodox/nativity-fast/2026/old-calendar" in [o.id for o in ic.on(date(2027, 1, 3))]


@pytest.mark.parametrize("year", [2019, 2023, 2027])
def test_12_coptic_leap_winter_begins_in_september(year: int) -> None:
    assert first_days("coptic/nayrouz", year) == [date(year, 9, 12)]
    assert spans("coptic/cross-tout", year) == [(date(year, 9, 28), date(year, 9, 30))]


@pytest.mark.parametrize("year", [2020, 2024, 2028])
def test_12_coptic_leap_winter_lasts_to_the_end_of_february(year: int) -> None:
    assert spans("coptic/nativity", year) == [(date(year, 1, 7), date(year, 1, 8))]
    assert first_days("coptic/theophany", year) == [date(year, 1, 20)]
    assert first_days("coptic/wedding-of-cana", year) == [date(year, 1, 22)]
    assert first_days("coptic/entry-into-the-temple", year) == [date(year, 2, 16)]
    assert first_days("coptic/cross-paremhat", year) == [date(year, 3, 19)]


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2025, 2026, 2027])
def test_12_coptic_nativity_is_one_day_in_other_years(year: int) -> None:
    assert spans("coptic/nativity", year) == [(date(year, 1, 7), date(year, 1, 7))]


@pytest.mark.parametrize("year", [2012, 2015, 2018, 2026, 2029])
def test_13_coptic_annunciation_is_suppressed_near_pascha(year: int) -> None:
    assert first_days("coptic/annunciation", year) == []
    assert first_days("coptic/annunciation", year, "never-suppressed") == [date(year, 4, 7)]


def test_14_the_coptic_apostles_fast_begins_a_week_before_the_byzantine() -> None:
    for year in range(2000, 2060):
        ((first, last),) = spans("coptic/apostles-fast", year)
        assert (first, last) == (julian_easter(year) + timedelta(50), date(year, 7, 11))


def test_15_armenian_easter_is_gregorian() -> None:
    assert first_days("armenian/vardanants", 2024) == [date(2024, 2, 8)]
    assert first_days("armenian/saint-sarkis", 2024) == [date(2024, 1, 27)]
    assert first_days("armenian/saint-sarkis", 2024)[0].weekday() == 5


def test_16_armenian_nearest_sundays_go_both_ways() -> None:
    assert first_days("armenian/assumption", 2018) == [date(2018, 8, 12)]
    assert first_days("armenian/assumption", 2024) == [date(2024, 8, 18)]
    assert first_days("armenian/exaltation-of-the-cross", 2024) == [date(2024, 9, 15)]


def test_16_armenian_fixed_days_stay() -> None:
    assert first_days("armenian/holy-friday", 2023) == first_days("armenian/annunciation", 2023) == [date(2023, 4, 7)]
    assert first_days("armenian/presentation-of-the-lord", 2024) == [date(2024, 2, 14)]


def test_16_holy_translators_is_four_weeks_less_a_day_after_the_cross() -> None:
    for year in range(1950, 2100):
        (cross,) = first_days("armenian/exaltation-of-the-cross", year)
        assert first_days("armenian/holy-translators", year) == [cross + timedelta(27)]


def test_17_syriac_fixed_feasts_are_gregorian_and_easter_julian() -> None:
    assert spans("syriac/nineveh-fast", 2024) == [(date(2024, 2, 26), date(2024, 2, 28))]
    assert first_days("syriac/yaldo", 2024) == [date(2024, 12, 25)]
    assert first_days("syriac/easter", 2024, "gregorian-easter") == [date(2024, 3, 31)]


def test_17_qudosh_idto_is_the_sunday_of_30_october_to_5_november() -> None:
    for year in range(2000, 2060):
        (day,) = first_days("syriac/qudosh-idto", year)
        assert date(year, 10, 30) <= day <= date(year, 11, 5)
        assert day.weekday() == 6


def test_17_sayfo_is_kept_since_2015() -> None:
    assert first_days("syriac/sayfo", 2014) == []
    assert first_days("syriac/sayfo", 2015) == [date(2015, 6, 15)]


def test_18_extremes_of_easter() -> None:
    assert gregorian_easter(2038) == date(2038, 4, 25)
    assert gregorian_easter(2285) == date(2285, 3, 22)
    assert julian_easter(2078) == date(2078, 5, 8)


@pytest.mark.parametrize("usage", [NEW, OLD, None])
def test_saint_sava_is_kept_once_by_the_julian_calendar(usage: str | None) -> None:
    assert spans("orthodox/saint-sava", 2027, usage) == [(date(2027, 1, 27), date(2027, 1, 27))]
    assert spans("orthodox/saint-sava", 2101, usage) == [(date(2101, 1, 28), date(2101, 1, 28))]


def test_the_greek_protection_has_no_date_in_the_old_calendar() -> None:
    assert first_days("orthodox/protection-greek", 2027, NEW) == [date(2027, 10, 28)]
    assert first_days("orthodox/protection-greek", 2027, OLD) == []


@pytest.mark.parametrize("church", ["protestant", "catholic"])
def test_the_week_of_prayer_has_eight_days(church: str) -> None:
    assert spans(f"{church}/week-of-prayer-for-unity", 2026) == [(date(2026, 1, 18), date(2026, 1, 25))]


@pytest.mark.parametrize(
    ("festival", "year"), [("visitation", 2028), ("saint-elizabeth", 2028), ("holy-innocents", 2031)]
)
def test_a_saint_yields_to_the_sunday_and_it_is_said(festival: str, year: int) -> None:
    (on_sunday,) = ic.observances(year, festivals=[f"catholic/{festival}"])
    assert "the Sunday comes first" in on_sunday.certainty_note
    assert ic.observances(2027, festivals=[f"catholic/{festival}"])[0].certainty_note == ""


SUNDAYS_AND_SOLEMNITIES = {
    "advent-1", "advent-2", "advent-3", "advent-4", "holy-family", "baptism-of-the-lord", "lent-1",
    "palm-sunday", "low-sunday", "pentecost-sunday", "trinity-sunday", "harvest-thanksgiving",
    "christ-the-king", "easter-sunday", "immaculate-conception", "christmas-day", "mary-mother-of-god",
    "epiphany", "saint-joseph", "annunciation", "ascension", "corpus-christi", "sacred-heart",
    "nativity-of-john", "peter-and-paul", "assumption", "all-saints",
}  # fmt: skip


def test_catholic_sundays_and_solemnities_begin_on_the_eve_and_nothing_else_does() -> None:
    (catholic,) = ic.communities(["catholic"])
    eves = {f.slug for f in catholic.festivals if f.begins is ic.Begins.EVENING_BEFORE}
    assert eves == SUNDAYS_AND_SOLEMNITIES
    assert not [f.slug for f in catholic.festivals if f.begins is ic.Begins.SUNSET_BEFORE]


def test_no_single_sunday_of_the_churches_is_a_season() -> None:
    of_one_day = [o.id for o in ic.observances(2027) if o.kind is ic.Kind.SEASON and o.first_day == o.last_day]
    assert [day for day in of_one_day if day.split("/")[0] in ("protestant", "catholic", "orthodox")] == []


def days_of(festival: str, year: int) -> list[str]:
    """The first days of a festival in a civil year."""
    return [o.first_day.isoformat() for o in ic.observances(year, festivals=[festival])]


def test_the_coptic_annunciation_is_kept_on_the_last_friday_of_lent_since_2023() -> None:
    assert days_of("coptic/annunciation", 2023) == ["2023-04-07"]
    assert days_of("coptic/annunciation", 2028) == ["2028-04-07"]
    assert days_of("coptic/annunciation", 2017) == []
    assert days_of("coptic/annunciation", 2012) == []


def test_what_the_synod_may_still_decide_of_the_friday_is_said() -> None:
    (kept,) = ic.observances(2023, festivals=["coptic/annunciation"])
    (unsure,) = ic.observances(2028, festivals=["coptic/annunciation"])
    (sure,) = ic.observances(2027, festivals=["coptic/annunciation"])
    assert [o.certainty.value for o in (kept, unsure, sure)] == ["announced", "unsettled", "fixed"]
    assert "synod" in unsure.certainty_note


def test_the_modern_martyrs_are_on_8_meshir_not_on_the_15th_of_february() -> None:
    assert days_of("coptic/modern-martyrs", 2024) == ["2024-02-16"]
    assert days_of("coptic/modern-martyrs", 2015) == []


def test_the_box_of_mary_hangs_on_easter() -> None:
    assert days_of("armenian/box-of-mary", 2024) == ["2024-06-23"]


def test_the_ethiopian_christmas_keeps_to_7_january_while_the_baptism_moves() -> None:
    (genna,) = ic.observances(2024, festivals=["ethiopian/genna"])
    assert (genna.first_day, genna.last_day) == (date(2024, 1, 7), date(2024, 1, 7))
    assert days_of("ethiopian/timkat", 2024) == ["2024-01-20"]
    assert days_of("ethiopian/timkat", 2025) == ["2025-01-19"]
    assert genna.native_date == "28 Tahsas 2016"
