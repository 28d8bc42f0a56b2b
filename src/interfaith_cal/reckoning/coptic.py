"""The Coptic calendar (era of the Martyrs): twelve months of 30 days and a little month of 5, in leap years 6.

A year is a leap year when it leaves 3 on division by 4. Source: Reingold and Dershowitz, Calendrical Calculations,
chapter 4; checked against the calendar of the Coptic Orthodox diocese of Southern Germany.
"""

from __future__ import annotations

from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay

# The day before 1 Tout of the year 1, which is 29 August 284 in the Julian calendar.
DAYS_BEFORE_YEAR_ONE = 103_604


def is_leap(year: int) -> bool:
    """Whether the Coptic year has a sixth day in its little month."""
    return year % 4 == 3


def month_length(year: int, month: int) -> int:
    """The number of days of a Coptic month."""
    if month <= 12:
        return 30
    return 6 if is_leap(year) else 5


class Coptic(Calendar):
    """The calendar of the Coptic Orthodox Church; its days are counted from the civil day's daylight."""

    id = "coptic"
    longest_months = (30,) * 12 + (6,)

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Coptic date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        if not 1 <= month <= 13 or not 1 <= day <= month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Coptic year {year}.")
        return date.fromordinal(DAYS_BEFORE_YEAR_ONE + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day)

    def from_date(self, day: date) -> YearMonthDay:
        """The Coptic date of a civil day."""
        elapsed = day.toordinal() - DAYS_BEFORE_YEAR_ONE - 1
        year = (4 * elapsed + 1463) // 1461
        rest = elapsed - (365 * (year - 1) + year // 4)
        return YearMonthDay(year, rest // 30 + 1, rest % 30 + 1)


CALENDAR = Coptic()
