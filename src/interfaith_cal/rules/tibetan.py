"""Days of the Tibetan calendars: `tibetan(4, 15)` is the 15th of the fourth month, `tibetan_month(1)` Losar.

They are those of the Phugpa school, unless `TSURPHU` is named. The first of a doubled month and the second of a doubled
day count; a skipped day is kept the day before.
"""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Certainty
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.tibetan import PHUGPA, TSURPHU, Tibetan, end_of_day
from interfaith_cal.rules.dated import DayOf

__all__ = ["PHUGPA", "TSURPHU", "TibetanDay", "TibetanMonth", "tibetan", "tibetan_month"]

# By the civil days on which the number of a lunar day stands.
OF_A_DAY = {0: (phrase("tibetan-day-skipped"),), 1: (), 2: (phrase("tibetan-day-doubled"),)}


class TibetanDay(DayOf, frozen=True):
    """A lunar day of a month."""

    reckoned: Tibetan

    @property
    def certainty(self) -> Certainty:
        """Computed: where a month or a day comes twice or not at all, the offices that print almanacs may differ."""
        return Certainty.COMPUTED

    def year_of(self, day: date) -> int:
        # A year opens in February or early March.
        return day.year - (day.month < 2)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """Whether the month or the day comes twice, or the day not at all."""
        return self._of_the_month(year) + OF_A_DAY[self._civil_days(year)]

    def _of_the_month(self, year: int) -> tuple[Phrase, ...]:
        return (phrase("tibetan-month-doubled"),) if self.reckoned.epoch.is_doubled(year, self.month) else ()

    def _civil_days(self, year: int) -> int:
        """On how many civil days the lunar day's number stands: 1, or 0 where it is skipped, or 2."""
        epoch, day = self.reckoned.epoch, self.day_of_month
        count = epoch.month_count(year, self.month)
        before = (count, day - 1) if day > 1 else (count - 1, 30)
        return end_of_day(epoch, count, day) - end_of_day(epoch, *before)


class TibetanMonth(TibetanDay, frozen=True):
    """The first civil day of a month, also where its first lunar day is doubled."""

    def day(self, year: int) -> date | None:
        epoch = self.reckoned.epoch
        return date.fromordinal(epoch.opening(epoch.month_count(year, self.month)))

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """Whether the month or its first day comes twice."""
        doubled = (phrase("tibetan-first-day-doubled"),) if self._civil_days(year) == 2 else ()
        return self._of_the_month(year) + doubled


def tibetan(month: int, day: int) -> TibetanDay:
    """A lunar day of a month of the Phugpa school."""
    return TibetanDay(PHUGPA, month, day)


def tibetan_month(month: int, school: Tibetan = PHUGPA) -> TibetanMonth:
    """The opening of a month by the calendar of a school."""
    return TibetanMonth(school, month, 1)
