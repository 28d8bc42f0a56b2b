"""The Ethiopian calendar: months and leap years of the Coptic one under other names, in the era of the Incarnation.

Source: Reingold and Dershowitz, Calendrical Calculations, chapter 4.
"""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Calendar, YearMonthDay
from interfaith_cal.reckoning.coptic import CALENDAR as COPTIC

# The year 2017 began on 11 September 2024, with the year 1741 of the Martyrs.
YEARS_BEFORE_THE_MARTYRS = 276


class Ethiopian(Calendar):
    """The calendar of the Ethiopian and Eritrean Orthodox Tewahedo Church."""

    id = "ethiopian"
    longest_months = COPTIC.longest_months

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of an Ethiopian date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        return COPTIC.to_date(year - YEARS_BEFORE_THE_MARTYRS, month, day)

    def from_date(self, day: date) -> YearMonthDay:
        """The Ethiopian date of a civil day."""
        year, month, of_month = COPTIC.from_date(day)
        return YearMonthDay(year + YEARS_BEFORE_THE_MARTYRS, month, of_month)


CALENDAR = Ethiopian()
