"""Laws of the calendars: every day has one date, every date one day, and independent libraries agree."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyluach import dates as pyluach
from pyluach.hebrewcal import Year
from skyfield.timelib import compute_calendar_date

from interfaith_cal.errors import YearRangeError
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


@given(day=DAYS)
def test_hebrew_agrees_with_pyluach(day: date) -> None:
    other = pyluach.GregorianDate(day.year, day.month, day.day).to_heb()
    assert hebrew.CALENDAR.from_date(day) == (other.year, other.month, other.day)


def test_all_hebrew_months_of_eight_thousand_years_begin_with_those_of_pyluach() -> None:
    """The fourth postponement comes about once in 190 years."""
    for year in range(5344, 13_760):
        assert hebrew.CALENDAR.months_in(year) == len(list(Year(year).itermonths()))
        for month in range(1, hebrew.CALENDAR.months_in(year) + 1):
            assert hebrew.CALENDAR.to_date(year, month, 1) == pyluach.HebrewDate(year, month, 1).to_pydate()


def length_of(year: int) -> int:
    return (hebrew.CALENDAR.to_date(year + 1, 7, 1) - hebrew.CALENDAR.to_date(year, 7, 1)).days


@given(year=st.integers(5343, 13_700))
def test_a_hebrew_year_has_one_of_six_lengths_and_begins_on_an_allowed_weekday(year: int) -> None:
    assert length_of(year) in ((383, 384, 385) if hebrew.is_leap(year) else (353, 354, 355))
    assert hebrew.CALENDAR.to_date(year, 7, 1).weekday() not in (6, 2, 4)


def test_no_warning_of_the_package_that_converts_reaches_anybody() -> None:
    code = "from interfaith_cal.reckoning.hebrew import CALENDAR; CALENDAR.from_date(CALENDAR.to_date(5787, 1, 15))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_package_that_converts_is_left_as_it_is_and_brings_no_pymeeus() -> None:
    code = """
import sys
from interfaith_cal.reckoning import coptic, hebrew, julian
for calendar in (coptic, hebrew, julian): calendar.CALENDAR.to_date(5787, 1, 1)
print([name for name in sys.modules if name.startswith(("convertdate", "pymeeus"))])
from convertdate import hebrew as untouched
print(untouched.month_days is untouched.month_length)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "False"]


def test_hebrew_leap_years_are_seven_in_nineteen() -> None:
    assert [year % 19 or 19 for year in range(5777, 5777 + 19) if hebrew.is_leap(year)] == [3, 6, 8, 11, 14, 17, 19]


JULIAN_DAY_OF_ORDINAL_0 = 1_721_425


@given(day=DAYS)
def test_julian_agrees_with_skyfield(day: date) -> None:
    other = compute_calendar_date(day.toordinal() + JULIAN_DAY_OF_ORDINAL_0, julian_before=10**9)
    assert julian.CALENDAR.from_date(day) == tuple(map(int, other))


def test_a_coptic_year_opens_on_29_august_julian_or_on_the_30th_after_its_leap_years() -> None:
    """So the Church of Alexandria has it since the era of Diocletian: its first day was 29 August 284."""
    for year in range(1300, 9716):
        opening = coptic.CALENDAR.to_date(year, 1, 1)
        own = compute_calendar_date(opening.toordinal() + JULIAN_DAY_OF_ORDINAL_0, julian_before=10**9)
        assert tuple(map(int, own)) == (year + 283, 8, 30 if (year + 284) % 4 == 0 else 29)
        assert coptic.CALENDAR.to_date(year, 13, 1) == opening + timedelta(360)
        assert coptic.CALENDAR.from_date(opening - timedelta(1)) == (year - 1, 13, 6 if (year - 1) % 4 == 3 else 5)


def published_easter(year: int) -> date:
    """Easter of the West in the form of Butcher (Nature, 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def published_pascha(year: int) -> tuple[int, int]:
    """Pascha as a day of the Julian calendar, in the form of Meeus (Astronomical Algorithms, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return month, day + 1


def test_easter_is_that_of_the_published_forms_in_all_its_years_and_those_beside_them() -> None:
    for year in range(1583, 4101):
        assert computus.gregorian_easter(year) == published_easter(year)
        assert julian.CALENDAR.from_date(computus.julian_easter(year)) == (year, *published_pascha(year))


@pytest.mark.parametrize("year", [1581, 4101])
@pytest.mark.parametrize("easter", [computus.gregorian_easter, computus.julian_easter])
def test_easter_is_refused_beyond_its_years(easter: Callable[[int], date], year: int) -> None:
    with pytest.raises(YearRangeError, match=f"the year {year} is out of range for Easter, which is known for 1583 to"):
        easter(year)


@given(year=st.integers(1583, 4099))
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
