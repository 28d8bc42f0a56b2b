"""The East Asian calendars: laws, known leap months, and the three clocks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.errors import YearRangeError
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning.lunisolar import CHINA, KOREA, VIETNAM, Lunisolar

DAYS = st.dates(date(1900, 3, 1), date(2100, 11, 30))
CALENDARS = st.sampled_from([CHINA, KOREA, VIETNAM])
YEARS = st.integers(1900, 2099)


def months(calendar: Lunisolar, year: int) -> list[int]:
    """The months of a year in their order, leap months as 13 to 24."""
    first, last = calendar.lunation(year, 1), calendar.lunation(year + 1, 1)
    return [calendar.from_date(calendar.opening(lunation)).month for lunation in range(first, last)]


@given(day=DAYS, calendar=CALENDARS)
def test_every_day_has_a_date_that_leads_back_to_it(day: date, calendar: Lunisolar) -> None:
    assert calendar.to_date(*calendar.from_date(day)) == day


@given(day=DAYS, calendar=CALENDARS)
def test_the_next_day_is_the_next_date(day: date, calendar: Lunisolar) -> None:
    today, tomorrow = calendar.from_date(day), calendar.from_date(day + timedelta(1))
    if tomorrow.day == 1:
        assert today.day in (29, 30)
    else:
        assert tomorrow == (today.year, today.month, today.day + 1)


@given(year=YEARS, calendar=CALENDARS)
def test_a_year_has_twelve_months_and_at_most_one_leap_month_after_its_own(year: int, calendar: Lunisolar) -> None:
    found = months(calendar, year)
    assert [month for month in found if month <= 12] == list(range(1, 13))
    assert len(found) in (12, 13)
    assert all(found[place - 1] == month - 12 for place, month in enumerate(found) if month > 12)


@given(year=YEARS, calendar=CALENDARS)
def test_new_year_falls_between_20_january_and_21_february(year: int, calendar: Lunisolar) -> None:
    assert date(year, 1, 20) <= calendar.to_date(year, 1, 1) <= date(year, 2, 21)


# Leap months as every printed Chinese calendar has them; 2033 is the year that careless rules get wrong.
@pytest.mark.parametrize(
    ("year", "month"),
    [(2001, 4), (2004, 2), (2006, 7), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2033, 11)],
)
def test_known_leap_months(year: int, month: int) -> None:
    assert [found - 12 for found in months(CHINA, year) if found > 12] == [month]


def test_a_festival_is_never_in_the_leap_month() -> None:
    assert CHINA.to_date(2020, 4, 8) == date(2020, 4, 30)
    assert CHINA.to_date(2020, 16, 8) == date(2020, 5, 30)


def test_the_three_clocks_differ_when_the_new_moon_is_near_midnight() -> None:
    assert [calendar.to_date(2007, 1, 1) for calendar in (VIETNAM, CHINA)] == [date(2007, 2, 17), date(2007, 2, 18)]
    assert [calendar.to_date(2028, 1, 1) for calendar in (CHINA, KOREA)] == [date(2028, 1, 26), date(2028, 1, 27)]


def test_vietnam_kept_the_time_of_china_until_1967() -> None:
    assert VIETNAM.hours(1967) == CHINA.hours(1967) == 8
    assert VIETNAM.hours(1968) == 7
    assert VIETNAM.to_date(1968, 1, 1) == date(1968, 1, 29)
    assert CHINA.to_date(1968, 1, 1) == date(1968, 1, 30)


@pytest.mark.parametrize(("month", "day"), [(13, 1), (1, 0), (1, 31), (25, 1), (0, 5)])
def test_a_day_that_does_not_exist_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="chinese year 2027"):
        CHINA.to_date(2027, month, day)


def test_beyond_the_years_of_the_sky_there_is_no_answer() -> None:
    with pytest.raises(YearRangeError, match="Sun and Moon are computed for 1900 to 2100"):
        CHINA.to_date(2110, 1, 1)


def test_dates_are_computed_and_named_in_the_calendar() -> None:
    (tet,) = ic.observances(2027, festivals=["buddhist/lunar-new-year"])
    assert (tet.first_day, tet.last_day) == (date(2027, 2, 6), date(2027, 2, 8))
    assert tet.certainty is Certainty.COMPUTED
    assert tet.native_date == "day 1 of the 1st month"
    assert tet.id == "buddhist/lunar-new-year/2027"
