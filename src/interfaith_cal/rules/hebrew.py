"""Days of the Hebrew calendar: `hebrew(TISHRI, 10)`. ADAR is the Adar of Purim: Adar II in leap years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interfaith_cal.model import Calendar
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import hebrew as hebrew_calendar
from interfaith_cal.reckoning.hebrew import CALENDAR
from interfaith_cal.rules.base import YearlyRule

NISAN, IYYAR, SIVAN, TAMMUZ, AV, ELUL = range(1, 7)
TISHRI, MARHESHVAN, KISLEV, TEVET, SHEVAT, ADAR_I, ADAR = range(7, 14)


@dataclass(frozen=True, slots=True)
class HebrewDay(YearlyRule):
    """A month and day of the Hebrew calendar; a day of Adar I exists in leap years only."""

    month: int
    day_of_month: int

    @property
    def calendar(self) -> Calendar | None:
        return CALENDAR

    def day(self, year: int) -> date | None:
        if self.month == ADAR and not hebrew_calendar.is_leap(year):
            return CALENDAR.to_date(year, ADAR - 1, self.day_of_month)
        if self.month == ADAR_I and not hebrew_calendar.is_leap(year):
            return None
        return CALENDAR.to_date(year, self.month, self.day_of_month)

    def sentence(self) -> Phrase:
        if self.month == ADAR:
            return phrase("adar", day=self.day_of_month)
        return phrase("date", calendar="hebrew", month=self.month, day=self.day_of_month)


def hebrew(month: int, day: int) -> HebrewDay:
    """A day of the Hebrew calendar; its civil day is the one whose daylight belongs to it."""
    return HebrewDay(month, day)
