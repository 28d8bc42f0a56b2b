"""The Gregorian calendar, which is also the civil one: years 1 to 9999, proleptic before 1582."""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Calendar, YearMonthDay


class Gregorian(Calendar):
    """The civil calendar as one calendar among others."""

    id = "gregorian"

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day itself; raises ValueError for no such day or a year outside 1 to 9999."""
        return date(year, month, day)

    def from_date(self, day: date) -> YearMonthDay:
        """The day's own year, month and day."""
        return YearMonthDay(day.year, day.month, day.day)


CALENDAR = Gregorian()
