"""Laws of the calendars: every day has one date, every date one day, and independent libraries agree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hypothesis import given
from hypothesis import strategies as st
from pyluach import dates as pyluach

from interfaith_cal.model import Calendar
from interfaith_cal.reckoning import badi, computus, coptic, gregorian, hebrew, julian, nanakshahi, thai
from interfaith_cal.reckoning.hijri import METHODS
from interfaith_cal.reckoning.lunisolar import CHINA, KOREA, VIETNAM

CALENDARS = [gregorian.CALENDAR, julian.CALENDAR, hebrew.CALENDAR, coptic.CALENDAR]
EVERY_CALENDAR = [*CALENDARS, nanakshahi.CALENDAR, badi.CALENDAR, thai.CALENDAR, *METHODS, CHINA, KOREA, VIETNAM]
DAYS = st.dates(date(1583, 1, 1), date(9998, 12, 31))
SUNDAY = 6


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda c: c.id)
@given(day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it(calendar: Calendar, day: date) -> None:
    assert calendar.to_date(*calendar.from_date(day)) == day


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda c: c.id)
@given(day=DAYS)
def test_the_next_day_is_the_next_date(calendar: Calendar, day: date) -> None:
    today, tomorrow = calendar.from_date(day), calendar.from_date(day + timedelta(1))
    assert tomorrow.day == today.day + 1 or tomorrow.day == 1
    if tomorrow.day != 1:
        assert tomorrow[:2] == today[:2]


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda c: c.id)
@given(year=st.integers(1700, 9000), month=st.integers(1, 12), day=st.integers(1, 28))
def test_every_date_is_a_day_that_leads_back_to_it(calendar: Calendar, year: int, month: int, day: int) -> None:
    if calendar is hebrew.CALENDAR:
        year += 3760
    assert calendar.from_date(calendar.to_date(year, month, day)) == (year, month, day)


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda c: c.id)
@pytest.mark.parametrize(("month", "day"), [(0, 1), (14, 1), (1, 0), (1, 32)])
def test_what_is_no_date_is_refused(calendar: Calendar, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        calendar.to_date(2027, month, day)


@pytest.mark.parametrize("calendar", EVERY_CALENDAR, ids=lambda c: getattr(c, "usage", c.id))
def test_each_day_of_four_years_leads_back(calendar: Calendar) -> None:
    for place in range(4 * 365 + 1):
        day = date(2023, 1, 1) + timedelta(place)
        assert calendar.to_date(*calendar.from_date(day)) == day


@pytest.mark.parametrize(("year", "month", "day"), [(2027, 13, 1), (2027, 12, 32), (2027, 2, 29), (2028, 2, 30)])
def test_a_julian_day_that_is_not_is_refused_by_name(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=f"no day {day} in month {month} of the Julian year {year}"):
        julian.CALENDAR.to_date(year, month, day)


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_hebrew_agrees_with_pyluach(day: date) -> None:
    other = pyluach.GregorianDate(day.year, day.month, day.day).to_heb()
    assert hebrew.CALENDAR.from_date(day) == (other.year, other.month, other.day)


def test_a_thousand_hebrew_years_begin_with_those_of_pyluach() -> None:
    """The fourth postponement comes about once in 190 years."""
    for year in range(5344, 6344):
        assert date.fromordinal(hebrew.new_year(year)) == pyluach.HebrewDate(year, 7, 1).to_pydate()


@given(year=st.integers(5343, 13_700))
def test_a_hebrew_year_has_one_of_six_lengths_and_begins_on_an_allowed_weekday(year: int) -> None:
    assert hebrew.year_length(year) in ((383, 384, 385) if hebrew.is_leap(year) else (353, 354, 355))
    assert date.fromordinal(hebrew.new_year(year)).weekday() not in (6, 2, 4)


def test_hebrew_leap_years_are_seven_in_nineteen() -> None:
    assert [year % 19 or 19 for year in range(5777, 5777 + 19) if hebrew.is_leap(year)] == [3, 6, 8, 11, 14, 17, 19]


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_julian_and_coptic_agree_with_convertdate(day: date) -> None:
    from convertdate import coptic as other_coptic
    from convertdate import julian as other_julian

    assert julian.CALENDAR.from_date(day) == other_julian.from_gregorian(day.year, day.month, day.day)
    assert coptic.CALENDAR.from_date(day) == other_coptic.from_gregorian(day.year, day.month, day.day)


def test_easter_agrees_with_dateutil_in_all_its_years() -> None:
    for year in range(1583, 4100):
        assert computus.gregorian_easter(year) == easter(year, EASTER_WESTERN)
        assert computus.julian_easter(year) == easter(year, EASTER_ORTHODOX)


@given(year=st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    western, eastern = computus.gregorian_easter(year), computus.julian_easter(year)
    assert western.weekday() == eastern.weekday() == SUNDAY
    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    own = julian.CALENDAR.from_date(eastern)
    assert (3, 22) <= own[1:] <= (4, 25)


@given(year=st.integers(1583, 9999))
def test_advent_begins_four_sundays_before_christmas(year: int) -> None:
    first = computus.first_advent_sunday(year)
    assert first.weekday() == SUNDAY
    assert first + timedelta(21) < date(year, 12, 25) <= first + timedelta(28)
