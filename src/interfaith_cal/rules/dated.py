"""A day named by the month and day of some calendar."""

from __future__ import annotations

from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.gregorian import CALENDAR as GREGORIAN


def check_day(calendar: Calendar, month: int, day: int) -> None:
    """Raise SpanError for a day that no year of a calendar has."""
    months = len(calendar.longest_months)
    if not 1 <= month <= months:
        raise SpanError(f"the {calendar.id} calendar has no month {month}; it has 1 to {months}.")
    longest = calendar.longest_months[month - 1]
    if not 1 <= day <= longest:
        raise SpanError(f"there is no day {day} in month {month} of any {calendar.id} year; it has 1 to {longest}.")


def in_some_years(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The civil day of a calendar's date; None in a year without that day, like 30 Marheshvan in most."""
    try:
        return calendar.to_date(year, month, day)
    except SpanError:
        return None


class DayOf(Rule, frozen=True):
    """A month and a day in a calendar that counts both by arithmetic."""

    reckoned: Calendar
    month: int
    day_of_month: int

    def __post_init__(self) -> None:
        """Refuse a day that is in no year."""
        check_day(self.reckoned, self.month, self.day_of_month)

    @property
    def calendar(self) -> Calendar | None:
        return None if self.reckoned is GREGORIAN else self.reckoned

    def day(self, year: int) -> date | None:
        return in_some_years(self.reckoned, year, self.month, self.day_of_month)

    def sentence(self) -> Phrase:
        return phrase("date", calendar=self.reckoned.id, month=self.month, day=self.day_of_month)
