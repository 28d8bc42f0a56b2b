"""Days of the Hebrew calendar: `hebrew(TISHRI, 10)`. ADAR is the Adar of Purim: Adar II in leap years."""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Calendar, Numbered, Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import hebrew as hebrew_calendar
from interfaith_cal.reckoning.hebrew import CALENDAR
from interfaith_cal.rules.dated import check_day, in_some_years


class HebrewMonth(Numbered):
    """A month of the Hebrew calendar, counted from Nisan."""

    NISAN = 1
    IYYAR = 2
    SIVAN = 3
    TAMMUZ = 4
    AV = 5
    ELUL = 6
    TISHRI = 7
    MARHESHVAN = 8
    KISLEV = 9
    TEVET = 10
    SHEVAT = 11
    ADAR_I = 12
    ADAR = 13


NISAN, IYYAR, SIVAN, TAMMUZ, AV, ELUL, TISHRI, MARHESHVAN, KISLEV, TEVET, SHEVAT, ADAR_I, ADAR = HebrewMonth


class HebrewDay(Rule, frozen=True):
    """A month and day of the Hebrew calendar; a day of Adar I exists in leap years only."""

    month: HebrewMonth
    day_of_month: int

    def __post_init__(self) -> None:
        """Refuse a day that is in no year."""
        check_day(CALENDAR, self.month, self.day_of_month)

    @property
    def calendar(self) -> Calendar | None:
        return CALENDAR

    def day(self, year: int) -> date | None:
        leap = hebrew_calendar.is_leap(year)
        if self.month == ADAR_I and not leap:
            return None
        month = ADAR_I if self.month == ADAR and not leap else self.month
        return in_some_years(CALENDAR, year, month, self.day_of_month)

    def sentence(self) -> Phrase:
        if self.month == ADAR:
            return phrase("adar", day=self.day_of_month)
        return phrase("date", calendar="hebrew", month=self.month, day=self.day_of_month)


def hebrew(month: HebrewMonth, day: int) -> HebrewDay:
    """A day of the Hebrew calendar; its civil day is the one whose daylight belongs to it.

    Raises:
        SpanError: no year has that day; so do all rules that name a day of a month.
    """
    return HebrewDay(month, day)
