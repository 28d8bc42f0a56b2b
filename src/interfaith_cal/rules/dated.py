"""A day named by the month and day of some calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interfaith_cal.model import Calendar
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.gregorian import CALENDAR as GREGORIAN
from interfaith_cal.rules.base import YearlyRule


@dataclass(frozen=True, slots=True)
class DayOf(YearlyRule):
    """A month and a day in a calendar that counts both by arithmetic."""

    reckoned: Calendar
    month: int
    day_of_month: int

    @property
    def calendar(self) -> Calendar | None:
        return None if self.reckoned is GREGORIAN else self.reckoned

    def day(self, year: int) -> date | None:
        return self.reckoned.to_date(year, self.month, self.day_of_month)

    def sentence(self) -> Phrase:
        return phrase("date", calendar=self.reckoned.id, month=self.month, day=self.day_of_month)
