"""The Gregorian calendar, which is also the civil one: years 1 to 9999, proleptic before 1582."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay


class Gregorian(Calendar):
    """The civil calendar as one calendar among others."""

    id = "gregorian"
    longest_months = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day itself.

        Raises:
            SpanError: there is no such day.
            ValueError: the year lies outside 1 to 9999.
        """
        try:
            return date(year, month, day)
        except ValueError as error:
            if not MINYEAR <= year <= MAXYEAR:
                raise
            raise SpanError(f"there is no day {day} in month {month} of the year {year}.") from error

    def from_date(self, day: date) -> YearMonthDay:
        """The day's own year, month and day."""
        return YearMonthDay(day.year, day.month, day.day)


CALENDAR = Gregorian()
