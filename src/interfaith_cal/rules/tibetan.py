"""Days of the Tibetan (Phugpa) calendar: `tibetan(4, 15)` is the 15th of the fourth month, `tibetan_month(1)` Losar.

The first of a doubled month and the second of a doubled day count; a skipped day is kept the day before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.phugpa import CALENDAR, end_of_day, is_doubled, month_count, opening
from interfaith_cal.rules.dated import DayOf


@dataclass(frozen=True, slots=True)
class TibetanDay(DayOf):
    """A lunar day of a month."""

    def year_of(self, day: date) -> int:
        # A year opens in February or early March.
        return day.year - (day.month < 2)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """Whether the month or the day comes twice, or the day not at all."""
        count = month_count(year, self.month)
        civil_days = end_of_day(count, self.day_of_month) - end_of_day(*_day_before(count, self.day_of_month))
        said = [phrase("tibetan-month-doubled")] if is_doubled(year, self.month) else []
        if civil_days != 1:
            said.append(phrase("tibetan-day-skipped" if civil_days == 0 else "tibetan-day-doubled"))
        return tuple(said)


@dataclass(frozen=True, slots=True)
class TibetanMonth(TibetanDay):
    """The first civil day of a month, also where its first lunar day is doubled."""

    def day(self, year: int) -> date | None:
        return date.fromordinal(opening(month_count(year, self.month)))

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """Whether the month or its first day comes twice."""
        count = month_count(year, self.month)
        said = [phrase("tibetan-month-doubled")] if is_doubled(year, self.month) else []
        if end_of_day(count, 1) - end_of_day(count - 1, 30) == 2:
            said.append(phrase("tibetan-first-day-doubled"))
        return tuple(said)


def _day_before(count: int, day: int) -> tuple[int, int]:
    return (count, day - 1) if day > 1 else (count - 1, 30)


def tibetan(month: int, day: int) -> TibetanDay:
    """A lunar day of a Tibetan month."""
    return TibetanDay(CALENDAR, month, day)


def tibetan_month(month: int) -> TibetanMonth:
    """The opening of a Tibetan month."""
    return TibetanMonth(CALENDAR, month, 1)
