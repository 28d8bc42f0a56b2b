"""Days of the Coptic calendar: `coptic(KIAHK, 29)`."""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Numbered
from interfaith_cal.model.derived import Derived
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.coptic import CALENDAR, is_leap
from interfaith_cal.rules.dated import DayOf


class CopticMonth(Numbered):
    """A month of the Coptic calendar; the thirteenth has five days, or six."""

    TOUT = 1
    PAOPE = 2
    HATHOR = 3
    KIAHK = 4
    TOBI = 5
    MESHIR = 6
    PAREMHAT = 7
    PAREMOUDE = 8
    PASHONS = 9
    PAONE = 10
    EPEP = 11
    MESORI = 12
    LITTLE_MONTH = 13


(
    TOUT,
    PAOPE,
    HATHOR,
    KIAHK,
    TOBI,
    MESHIR,
    PAREMHAT,
    PAREMOUDE,
    PASHONS,
    PAONE,
    EPEP,
    MESORI,
    LITTLE_MONTH,
) = CopticMonth


def coptic(month: CopticMonth, day: int) -> DayOf:
    """A day of the Coptic calendar."""
    return DayOf(CALENDAR, month, day)


class AfterLeapYear(Derived, frozen=True):
    """A day only in the Coptic year that follows a leap year."""

    def day(self, year: int) -> date | None:
        return self.base.day(year) if is_leap(year - 1) else None

    def sentence(self) -> Phrase:
        return phrase("after-coptic-leap-year", base=self.base.sentence())


def after_leap_year(rule: DayOf) -> AfterLeapYear:
    """The day only in the Coptic year after a leap year, whose winter runs one civil day late."""
    return AfterLeapYear(rule)
