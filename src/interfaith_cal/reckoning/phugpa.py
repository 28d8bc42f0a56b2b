"""The Tibetan calendar of the Phugpa school, in exact fractions: no rounding ever decides a day.

A lunar day is a thirtieth of a month by the true Moon and Sun of the Kalachakra tables; a civil day bears the number of
the lunar day that is running at its dawn. So a lunar day can hold no dawn (its number is skipped) or two (the number is
doubled). A whole month is doubled when the count of months falls behind the Sun.

The first of a doubled month and the second of a doubled day count, and what would fall on a skipped day is kept on
the day before: so the almanacs printed in Tibet and the German practice calendars.
Source: S. Janson, Tibetan calendar mathematics (2014); equal to 36,138 of 36,160 printed days 1952-2050, the others
being slips of the transcription.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from datetime import date
from fractions import Fraction
from functools import lru_cache, partial

from interfaith_cal.model import Calendar, YearMonthDay

# Python's ordinals begin with 1 on the Julian day number 1,721,426.
JULIAN_DAY_OF_ORDINAL_ZERO = 1_721_425
EPOCH_YEAR, EPOCH_MONTH, EPOCH_EXCESS = 806, 3, 78

MONTH_LENGTH = Fraction(167_025, 5_656)
EPOCH_END = 2_015_501 + Fraction(4_783, 5_656)
MOON_PER_MONTH, MOON_PER_DAY, MOON_AT_EPOCH = Fraction(253, 3_528), Fraction(1, 28), Fraction(475, 3_528)
SUN_PER_MONTH, SUN_AT_EPOCH = Fraction(65, 804), Fraction(743, 804)
SUN_PER_DAY = SUN_PER_MONTH / 30

# The first quarters of the two equations, in sixtieths of a day, at each step of 1/28 and 1/12 of the circle.
MOON_TABLE = (0, 5, 10, 15, 19, 22, 24, 25)
SUN_TABLE = (0, 6, 10, 11)


def is_doubled(year: int, month: int) -> bool:
    """Whether the month comes twice in the year that opens with Losar of that western year."""
    return (24 * (year - EPOCH_YEAR) + 2 * month) % 65 in (58, 59)


def month_count(year: int, month: int) -> int:
    """The number of months from the epoch to a month; of a doubled month, to its first half."""
    elapsed = 12 * (year - EPOCH_YEAR) + month - EPOCH_MONTH
    return (67 * elapsed + EPOCH_EXCESS) // 65 - is_doubled(year, month)


@lru_cache(maxsize=4096)
def end_of_day(count: int, day: int) -> int:
    """The ordinal of the civil day on which a lunar day (1 to 30) of a counted month ends."""
    mean = EPOCH_END + MONTH_LENGTH * count + MONTH_LENGTH / 30 * day
    moon = _equation(MOON_TABLE, 28 * (MOON_PER_MONTH * count + MOON_PER_DAY * day + MOON_AT_EPOCH))
    sun = _equation(SUN_TABLE, 12 * (SUN_PER_MONTH * count + SUN_PER_DAY * day + SUN_AT_EPOCH - Fraction(1, 4)))
    return math.floor(mean + (moon - sun) / 60) - JULIAN_DAY_OF_ORDINAL_ZERO


def opening(count: int) -> int:
    """The ordinal of the first civil day of a counted month: the day after the 30th lunar day of the one before."""
    return end_of_day(count - 1, 30) + 1


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


class Phugpa(Calendar):
    """The calendar of the Tibetan almanacs; a year has the number of the western year in which it opens (Losar)."""

    id = "tibetan"

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Tibetan date: of a doubled day the second, of a skipped day the day before it.

        Months are 1 to 12, and 13 to 24 for the second half of a doubled one.

        Raises:
            ValueError: there is no such day, or its civil day lies outside the years 1 to 9999.
        """
        number = (month - 1) % 12 + 1
        if not 1 <= month <= 24 or not 1 <= day <= 30 or (month > 12 and not is_doubled(year, number)):
            raise ValueError(f"there is no day {day} in month {month} of the Tibetan year {year}.")
        return date.fromordinal(end_of_day(month_count(year, number) + (month > 12), day))

    def from_date(self, day: date) -> YearMonthDay:
        """The Tibetan date of a civil day; both days of a doubled number bear it."""
        ordinal = day.toordinal()
        year = day.year + 1
        while opening(month_count(year, 1)) > ordinal:
            year -= 1
        month = 12
        while opening(month_count(year, month)) > ordinal:
            month -= 1
        count = month_count(year, month)
        if ordinal >= opening(count + 1):
            count, month = count + 1, month + 12
        number = 1 + bisect_left(range(1, 31), ordinal, key=partial(end_of_day, count))
        return YearMonthDay(year, month, number)


CALENDAR = Phugpa()
