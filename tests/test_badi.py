"""The Badí' calendar: laws, the published table, an independent library, and the days of the West before 2015."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import bahai as convertdate_bahai
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.errors import YearRangeError
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning import badi
from interfaith_cal.reckoning.badi import ALA, AYYAM_I_HA, CALENDAR, MULK
from interfaith_cal.rules.badi import JALAL, naw_ruz
from interfaith_cal.rules.badi import badi as badi_day
from tests.conftest import first_days

DAYS = st.dates(date(1900, 1, 1), date(2101, 12, 31))


@given(day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it(day: date) -> None:
    assert CALENDAR.to_date(*CALENDAR.from_date(day)) == day


@given(day=DAYS)
def test_the_next_day_is_the_next_date(day: date) -> None:
    today, tomorrow = CALENDAR.from_date(day), CALENDAR.from_date(day + timedelta(1))
    if tomorrow.day == 1:
        assert today.day == CALENDAR.month_length(today.year, today.month)
    else:
        assert tomorrow == (today.year, today.month, today.day + 1)


@given(year=st.integers(1, 258))
def test_a_year_is_nineteen_months_and_four_or_five_days(year: int) -> None:
    lengths = [CALENDAR.month_length(year, month) for month in range(1, AYYAM_I_HA + 1)]
    assert lengths[:ALA] == [19] * 19
    assert lengths[-1] in (4, 5)
    assert sum(lengths) == (badi.naw_ruz(year + 1) - badi.naw_ruz(year)).days
    assert CALENDAR.to_date(year, MULK, 19) + timedelta(1) == CALENDAR.to_date(year, AYYAM_I_HA, 1)
    assert CALENDAR.to_date(year, ALA, 19) + timedelta(1) == badi.naw_ruz(year + 1)


def test_a_year_outside_its_years_has_no_dates() -> None:
    with pytest.raises(YearRangeError, match="the year 259 is out of range"):
        CALENDAR.to_date(259, 1, 1)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (21, 1), (1, 0), (1, 20), (AYYAM_I_HA, 5)])
def test_what_is_no_date_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="there is no day"):
        CALENDAR.to_date(183, month, day)


@pytest.mark.parametrize("day", [date(1844, 3, 20), date(2102, 3, 25), date(1700, 1, 1), date(2500, 1, 1)])
def test_outside_its_years_it_says_so(day: date) -> None:
    with pytest.raises(YearRangeError, match="out of range for the Badí' calendar, which answers for 1 to 258 BE"):
        CALENDAR.from_date(day)


def test_the_published_days_are_those_of_convertdate() -> None:
    published = badi.published_naw_ruz()
    assert sorted(published) == list(range(172, 222))
    assert all(day == date(*convertdate_bahai.to_gregorian(year, 1, 1)) for year, day in published.items())


def test_the_equinox_gives_every_published_day() -> None:
    assert {year: badi.computed_naw_ruz(year) for year in range(172, 222)} == badi.published_naw_ruz()


def test_after_the_table_the_equinox_decides_and_naw_ruz_stays_in_its_days() -> None:
    days = [badi.naw_ruz(year) for year in range(222, 258)]
    assert {(day.month, day.day) for day in days} == {(3, 19), (3, 20)}
    assert [CALENDAR.from_date(day) for day in days] == [(year, 1, 1) for year in range(222, 258)]
    assert [CALENDAR.from_date(day - timedelta(1)) for day in days] == [(year, ALA, 19) for year in range(221, 257)]
    assert {(later - day).days for day, later in pairwise(days)} == {365, 366}


def test_close_calls_say_so_with_their_figure() -> None:
    said = {
        year: note
        for year in range(2016, 2100)
        for o in ic.observances(date(year, 3, 1), date(year, 3, 31), festivals=["bahai/naw-ruz"])
        if "Close" in (note := o.certainty_note)
    }
    assert set(said) == {2026, 2059}
    assert "seconds after sunset in Tehran" in said[2026]
    assert "seconds before sunset in Tehran" in said[2059]
    assert 1 <= badi.equinox_after_sunset(183) <= 9


def test_the_common_reckoning_begins_with_the_year_172() -> None:
    assert [badi_day(JALAL, 13).remarks(year)[0].key for year in (171, 172)] == ["badi-west", "badi-published"]
    assert (naw_ruz().remarks(171)[0].key, naw_ruz().remarks(172)) == ("badi-west", ())


def test_certainty_is_announced_for_the_published_naw_ruz_and_computed_else() -> None:
    for year, certainty, word in (
        (2014, Certainty.FIXED, "western communities"),
        (2027, Certainty.ANNOUNCED, ""),
        (2070, Certainty.COMPUTED, "Universal House of Justice"),
    ):
        (naw_ruz,) = ic.observances(year, festivals=["bahai/naw-ruz"])
        assert naw_ruz.certainty is certainty
        assert word in naw_ruz.certainty_note
        assert naw_ruz.native_date == f"1 Bahá {year - 1843} BE"
        (declaration,) = ic.observances(year, festivals=["bahai/declaration-of-the-bab"])
        assert declaration.certainty is certainty
    (covenant,) = ic.observances(2027, festivals=["bahai/day-of-the-covenant"])
    assert "World Centre has published" in covenant.certainty_note


@pytest.mark.parametrize("year", [1900, 1935, 1983, 2000, 2008, 2014])
def test_before_2015_the_west_kept_fixed_days(year: int) -> None:
    kept = {
        "naw-ruz": (3, 21),
        "ridvan-1": (4, 21),
        "ridvan-9": (4, 29),
        "ridvan-12": (5, 2),
        "declaration-of-the-bab": (5, 23),
        "ascension-of-bahaullah": (5, 29),
        "martyrdom-of-the-bab": (7, 9),
        "birth-of-the-bab": (10, 20),
        "birth-of-bahaullah": (11, 12),
        "day-of-the-covenant": (11, 26),
        "ascension-of-abdulbaha": (11, 28),
        "ayyam-i-ha": (2, 26),
        "nineteen-day-fast": (3, 2),
        "feast-19": (3, 2),
    }
    assert {slug: first_days(f"bahai/{slug}", year) for slug in kept} == {
        slug: [date(year, *day)] for slug, day in kept.items()
    }


def test_every_own_year_has_every_festival_once() -> None:
    found = ic.observances(date(1901, 3, 21), date(2099, 3, 19), communities=["bahai"])
    keys = [(o.festival.slug, o.own_year) for o in found]
    assert len(keys) == len(set(keys))
    assert len({slug for slug, _ in keys}) == 33


@given(year=st.integers(172, 257))
def test_the_births_follow_the_eighth_new_moon(year: int) -> None:
    first, second = (
        ic.observances(year + 1843, festivals=[f"bahai/{slug}"])[0]
        for slug in ("birth-of-the-bab", "birth-of-bahaullah")
    )
    assert second.first_day == first.first_day + timedelta(1)
    assert date(year + 1843, 10, 14) <= first.first_day <= date(year + 1843, 11, 13)
