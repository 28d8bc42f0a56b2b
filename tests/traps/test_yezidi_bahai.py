"""The year that exposes each trap of the Êzîdî and Bahá'í calendars; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import interfaith_cal as ic
from interfaith_cal import sky
from interfaith_cal.reckoning import badi
from interfaith_cal.reckoning.lunation import new_moon_after
from interfaith_cal.reckoning.reference_places import TEHRAN
from tests.conftest import first_days


@pytest.mark.parametrize("year", [2010, 2021, 2027, 2032])
def test_26_the_red_wednesday_may_be_14_april_the_second_wednesday(year: int) -> None:
    assert first_days("yezidi/carsema-sor", year) == [date(year, 4, 14)]


@pytest.mark.parametrize("year", [2012, 2018, 2029, 2035])
def test_26_ida_ezi_may_be_14_december_the_second_friday(year: int) -> None:
    assert first_days("yezidi/ida-ezi", year) == [date(year, 12, 14)]


def test_26_the_fast_before_ida_ezi_begins_before_14_december() -> None:
    (fast,) = ic.observances(2022, festivals=["yezidi/rojiyen-ezi"])
    assert (fast.first_day, fast.last_day) == (date(2022, 12, 13), date(2022, 12, 15))


def test_26_xidir_ilyas_2019_is_14_february() -> None:
    assert first_days("yezidi/xidir-ilyas", 2019) == [date(2019, 2, 14)]


def test_26_after_february_2100_the_julian_calendar_is_fourteen_days_behind() -> None:
    assert first_days("yezidi/cejna-cimaye", 2099) == [date(2099, 10, 6)]
    assert first_days("yezidi/cejna-cimaye", 2100) == [date(2100, 10, 7)]


@pytest.mark.parametrize("slug", ["belinda", "batizmi"])
def test_26_what_is_not_settled_says_so(slug: str) -> None:
    for lang, words in (("en", "The day is not settled"), ("de", "Der Tag ist nicht gesichert")):
        assert words in ic.observances(2027, festivals=[f"yezidi/{slug}"])[0].certainty_note_in(lang)


def test_belinda_is_the_first_friday_of_january_not_the_julian_christmas() -> None:
    assert first_days("yezidi/belinda", 2012) == [date(2012, 1, 6)]
    assert first_days("yezidi/belinda", 2024) == [date(2024, 1, 5)]


@pytest.mark.parametrize("slug", ["belinda", "batizmi", "rojiyen-shems", "ida-shems"])
def test_a_day_that_families_keep_differently_is_not_called_fixed(slug: str) -> None:
    (found,) = ic.observances(2027, festivals=[f"yezidi/{slug}"])
    assert found.certainty == "unsettled"
    assert found.certainty_note


@pytest.mark.parametrize(
    "festival", ["bahai/nineteen-day-fast", "yezidi/rojiyen-ezi", "yezidi/xidir-fast", "yezidi/rojiyen-shems"]
)
def test_these_fasts_begin_at_sunrise_as_their_communities_say(festival: str) -> None:
    (fast,) = ic.observances(2027, festivals=[festival])
    assert fast.begins == "sunrise"


def test_27_naw_ruz_2026_is_21_march_seconds_after_sunset() -> None:
    assert first_days("bahai/naw-ruz", 2026) == [date(2026, 3, 21)]
    assert 1 <= badi.equinox_after_sunset(183) <= 9


def test_27_naw_ruz_2059_is_20_march_two_minutes_before_sunset() -> None:
    assert first_days("bahai/naw-ruz", 2059) == [date(2059, 3, 20)]
    assert -130 <= badi.equinox_after_sunset(216) <= -60


@pytest.mark.parametrize("year", [2034, 2053])
def test_27_new_moons_are_counted_from_the_end_of_the_day_of_naw_ruz(year: int) -> None:
    naw_ruz = badi.naw_ruz(year - 1843)
    begins, ends = (sky.sunset(day, TEHRAN) for day in (naw_ruz - timedelta(1), naw_ruz))
    assert begins < new_moon_after(begins) < ends
    (birth,) = first_days("bahai/birth-of-the-bab", year)
    assert birth > date(year, 11, 8)


def test_27_the_twin_birthdays_2027_hang_on_a_new_moon_six_minutes_before_sunset() -> None:
    assert first_days("bahai/birth-of-the-bab", 2027) == [date(2027, 10, 30)]
    assert first_days("bahai/birth-of-bahaullah", 2027) == [date(2027, 10, 31)]
    assert -7 * 60 < badi.eighth_new_moon_after_sunset(184) < -5 * 60


def test_27_ayyam_i_ha_has_five_days_in_some_years() -> None:
    found = ic.observances(date(2016, 1, 1), date(2033, 1, 1), festivals=["bahai/ayyam-i-ha"])
    assert {o.first_day.year for o in found if o.last_day - o.first_day == timedelta(4)} == {2018, 2022, 2026, 2031}
    assert {(o.last_day - o.first_day).days + 1 for o in found} == {4, 5}
    assert all(o.last_day + timedelta(20) == badi.naw_ruz(int(o.own_year) + 1) for o in found)
