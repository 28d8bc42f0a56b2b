"""The Julian calendar: a leap day in every fourth year, reckoned in both directions from its own day count.

Source: Reingold and Dershowitz, Calendrical Calculations, chapter 3.
"""

from __future__ import annotations

from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay
from interfaith_cal.reckoning.gregorian import CALENDAR as GREGORIAN

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# 1 January of the Julian year 1 is 30 December of the year before in proleptic Gregorian counting, ordinal -1.
DAYS_BEFORE_YEAR_ONE = -2


def is_leap(year: int) -> bool:
    """Whether the Julian year has 29 February."""
    return year % 4 == 0


def month_length(year: int, month: int) -> int:
    """The number of days of a Julian month."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def _day_of_year(year: int, month: int, day: int) -> int:
    return sum(MONTH_LENGTHS[: month - 1]) + (month > 2 and is_leap(year)) + day


class Julian(Calendar):
    """The calendar of the old-calendar churches and of the Êzîdî festivals."""

    id = "julian"
    longest_months = GREGORIAN.longest_months

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Julian date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Julian year {year}.")
        years = year - 1
        return date.fromordinal(DAYS_BEFORE_YEAR_ONE + 365 * years + years // 4 + _day_of_year(year, month, day))

    def from_date(self, day: date) -> YearMonthDay:
        """The Julian date of a civil day."""
        elapsed = day.toordinal() - DAYS_BEFORE_YEAR_ONE - 1
        year = (4 * elapsed + 1464) // 1461
        rest = elapsed - (365 * (year - 1) + (year - 1) // 4)
        month = 1
        while rest >= month_length(year, month):
            rest -= month_length(year, month)
            month += 1
        return YearMonthDay(year, month, rest + 1)


CALENDAR = Julian()
