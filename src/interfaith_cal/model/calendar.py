"""What every reckoning is written in: a calendar, a day in its own counting, the civil years that can be asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import MAXYEAR, date
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1583, MAXYEAR
"""The civil years that can be asked for: from the first whole one of the Gregorian calendar to the last of a date."""


class YearMonthDay(NamedTuple):
    """A day in some calendar's own counting."""

    year: int
    month: int
    day: int


class Calendar(ABC):
    """A reckoning: turns its own year, month and day into a civil date and back."""

    id: str
    """The name under which `data/texts` keeps its month names, for example "hebrew"."""
    longest_months: tuple[int, ...] = ()
    """The days of each month, from the first on, in a year in which it is longest; of months that rules name."""

    @abstractmethod
    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a date; of its daylight, where days begin at sunset.

        Raises:
            SpanError: there is no such day in that year.
            YearRangeError: the calendar does not answer for that year.
            OverflowError, ValueError: the day lies outside the civil years 1 to 9999.
        """

    @abstractmethod
    def from_date(self, day: date) -> YearMonthDay:
        """The calendar's own date of a civil day."""

    def named_month(self, year: int, month: int) -> int:
        """The place of a month's name in the list of month names, from 1."""
        return month
