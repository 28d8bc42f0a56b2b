"""The Tibetan calendars of the Phugpa and Tsurphu schools, in exact fractions: no rounding ever decides a day.

A lunar day is a thirtieth of a month by the true Moon and Sun of the Kalachakra tables; a civil day bears the number of
the lunar day that is running at its dawn. So a lunar day can hold no dawn (its number is skipped) or two (the number is
doubled). A whole month is doubled when the count of months falls behind the Sun. The schools share the tables and the
speeds, and count from different epochs.

The first of a doubled month and the second of a doubled day count, and what would fall on a skipped day is kept on
the day before: so the almanacs printed in Tibet and the German practice calendars.
Source: S. Janson, Tibetan calendar mathematics (2014); Phugpa equal to 36,138 of 36,160 printed days 1952-2050, the
others being slips of the transcription. Tsurphu: E. Henning, Kalacakra and the Tibetan Calendar (2007), pp. 337-342;
Janson, A.5.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from datetime import date
from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay

# Python's ordinals begin with 1 on the Julian day number 1,721,426.
JULIAN_DAY_OF_ORDINAL_ZERO = 1_721_425

MONTH_LENGTH = Fraction(167_025, 5_656)
MOON_PER_MONTH, MOON_PER_DAY = Fraction(253, 3_528), Fraction(1, 28)
SUN_PER_MONTH = Fraction(65, 804)
SUN_PER_DAY = SUN_PER_MONTH / 30

# The first quarters of the two equations, in sixtieths of a day, at each step of 1/28 and 1/12 of the circle.
MOON_TABLE = (0, 5, 10, 15, 19, 22, 24, 25)
SUN_TABLE = (0, 6, 10, 11)


class Epoch(NamedTuple):
    """Where a school begins to count: a month, the excess of its months over the Sun's, and where Moon and Sun stood.

    `end` is the Julian day on which the month before ended; Moon and Sun are parts of their circles.
    """

    year: int
    month: int
    excess: int
    end: Fraction
    moon: Fraction
    sun: Fraction

    def months_of_the_sun(self, year: int, month: int) -> tuple[int, int]:
        """How many months a month lies behind the epoch, and the 65ths that are over."""
        return divmod(67 * (12 * (year - self.year) + month - self.month) + self.excess, 65)

    def is_doubled(self, year: int, month: int) -> bool:
        """Whether the month comes twice in the year that opens with Losar of that western year."""
        return self.months_of_the_sun(year, month)[1] < 2

    def month_count(self, year: int, month: int) -> int:
        """The number of months from the epoch to a month; of a doubled month, to its first half."""
        return self.months_of_the_sun(year, month)[0] - self.is_doubled(year, month)

    def opening(self, count: int) -> int:
        """The ordinal of the first civil day of a counted month: the day after the last of the one before."""
        return end_of_day(self, count - 1, 30) + 1


@lru_cache(maxsize=8192)
def end_of_day(epoch: Epoch, count: int, day: int) -> int:
    """The ordinal of the civil day on which a lunar day (1 to 30) of a counted month ends."""
    mean = epoch.end + MONTH_LENGTH * count + MONTH_LENGTH / 30 * day
    moon = _equation(MOON_TABLE, 28 * (MOON_PER_MONTH * count + MOON_PER_DAY * day + epoch.moon))
    sun = _equation(SUN_TABLE, 12 * (SUN_PER_MONTH * count + SUN_PER_DAY * day + epoch.sun - Fraction(1, 4)))
    return math.floor(mean + (moon - sun) / 60) - JULIAN_DAY_OF_ORDINAL_ZERO


def _equation(table: tuple[int, ...], argument: Fraction) -> Fraction:
    """A table of a quarter circle, continued by symmetry and read between its steps in proportion."""
    quarter = len(table) - 1
    step, rest = divmod(argument, 1)
    here, there = _entry(table, quarter, int(step)), _entry(table, quarter, int(step) + 1)
    return here + rest * (there - here)


def _entry(table: tuple[int, ...], quarter: int, step: int) -> int:
    half, along = divmod(step % (4 * quarter), 2 * quarter)
    value = table[min(along, 2 * quarter - along)]
    return -value if half else value


class Tibetan(Calendar):
    """The calendar of a school; a year has the number of the western year in which it opens (Losar)."""

    longest_months = (30,) * 12

    def __init__(self, name: str, epoch: Epoch) -> None:
        """Name the calendar as the texts do, and say from where it counts."""
        self.id = name
        self.epoch = epoch

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Tibetan date: of a doubled day the second, of a skipped day the day before it.

        Months are 1 to 12, and 13 to 24 for the second half of a doubled one.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        number = (month - 1) % 12 + 1
        if not 1 <= month <= 24 or not 1 <= day <= 30 or (month > 12 and not self.epoch.is_doubled(year, number)):
            raise SpanError(f"there is no day {day} in month {month} of the Tibetan year {year}.")
        return date.fromordinal(end_of_day(self.epoch, self.epoch.month_count(year, number) + (month > 12), day))

    def from_date(self, day: date) -> YearMonthDay:
        """The Tibetan date of a civil day; both days of a doubled number bear it."""
        epoch, ordinal = self.epoch, day.toordinal()
        year = day.year + 1
        while epoch.opening(epoch.month_count(year, 1)) > ordinal:
            year -= 1
        month = 12
        while epoch.opening(epoch.month_count(year, month)) > ordinal:
            month -= 1
        count = epoch.month_count(year, month)
        if ordinal >= epoch.opening(count + 1):
            count, month = count + 1, month + 12
        number = 1 + bisect_left(range(1, 31), ordinal, key=partial(end_of_day, epoch, count))
        return YearMonthDay(year, month, number)


PHUGPA = Tibetan(
    "tibetan", Epoch(806, 3, 78, 2_015_501 + Fraction(4_783, 5_656), Fraction(475, 3_528), Fraction(743, 804))
)
TSURPHU = Tibetan(
    "tsurphu", Epoch(1852, 3, 14, 2_397_598 + Fraction(13_681, 87_264), Fraction(1, 49), Fraction(23, 27_135))
)
