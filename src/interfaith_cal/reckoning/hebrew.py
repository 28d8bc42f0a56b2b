"""The Hebrew calendar by arithmetic: molad, the four postponements, 353 to 385 days.

Months count from Nisan (1) to Adar (12) or, in leap years, Adar I (12) and Adar II (13); the year begins with Tishri
(7). A civil day stands for the Hebrew day of its daylight, which began at the sunset before.
Source: Reingold and Dershowitz, Calendrical Calculations, chapter 8; equal to pyluach on every day 1900-2100.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay

# The ordinal (as Python counts days) of 1 Tishri of the year 1, 7 October 3761 BCE in the Julian calendar.
EPOCH = -1_373_427
PARTS_OF_AN_HOUR = 1_080
PARTS_OF_A_DAY = 24 * PARTS_OF_AN_HOUR
MOLAD_OF_YEAR_ONE = 31_524
PARTS_OF_A_MONTH = 29 * PARTS_OF_A_DAY + 12 * PARTS_OF_AN_HOUR + 793
TISHRI = 7


def is_leap(year: int) -> bool:
    """Whether the year has thirteen months: seven years in each cycle of nineteen."""
    return (7 * year + 1) % 19 < 7


def months_in(year: int) -> int:
    """The number of months of a Hebrew year."""
    return 13 if is_leap(year) else 12


@lru_cache(maxsize=2048)
def _elapsed_days(year: int) -> int:
    """Days from the epoch to the molad of Tishri, after the first two postponements.

    A molad at or after noon belongs to the next day (six hours are added), and New Year is never a Sunday, Wednesday
    or Friday.
    """
    months = (235 * year - 234) // 19
    molad = MOLAD_OF_YEAR_ONE + months * PARTS_OF_A_MONTH
    day = (molad + 6 * PARTS_OF_AN_HOUR) // PARTS_OF_A_DAY - 1
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


@lru_cache(maxsize=2048)
def new_year(year: int) -> int:
    """The ordinal of 1 Tishri; the neighbors' lengths decide the last two postponements."""
    before, this, after = _elapsed_days(year - 1), _elapsed_days(year), _elapsed_days(year + 1)
    if after - this == 356:
        delay = 2
    elif this - before == 382:
        delay = 1
    else:
        delay = 0
    return EPOCH + this + delay


def year_length(year: int) -> int:
    """The number of days of a Hebrew year: 353, 354, 355, 383, 384 or 385."""
    return new_year(year + 1) - new_year(year)


def month_length(year: int, month: int) -> int:
    """The number of days of a Hebrew month; Marheshvan and Kislev take up the length of the year."""
    if month == 8:
        return 30 if year_length(year) % 10 == 5 else 29
    if month == 9:
        return 29 if year_length(year) % 10 == 3 else 30
    if month == 12:
        return 30 if is_leap(year) else 29
    return 29 if month in (2, 4, 6, 10, 13) else 30


def _months_from_tishri(year: int) -> tuple[int, ...]:
    return (*range(TISHRI, months_in(year) + 1), *range(1, TISHRI))


class Hebrew(Calendar):
    """The calendar of the Jewish communities."""

    id = "hebrew"
    longest_months = (30, 29, 30, 29, 30, 29, 30, 30, 30, 29, 30, 30, 29)

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Hebrew date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        if not 1 <= month <= months_in(year) or not 1 <= day <= month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Hebrew year {year}.")
        return date.fromordinal(new_year(year) + _days_before_month(year, month) + day - 1)

    @lru_cache(maxsize=4096)  # noqa: B019  the calendar is one object that lives as long as the program
    def from_date(self, day: date) -> YearMonthDay:
        """The Hebrew date of a civil day's daylight."""
        ordinal = day.toordinal()
        year = (ordinal - EPOCH) * 98_496 // 35_975_351
        while new_year(year + 1) <= ordinal:
            year += 1
        rest = ordinal - new_year(year)
        for month in _months_from_tishri(year):
            length = month_length(year, month)
            if rest < length:
                return YearMonthDay(year, month, rest + 1)
            rest -= length
        raise AssertionError("a year is as long as its months")

    def named_month(self, year: int, month: int) -> int:
        """The twelfth month is Adar I (12) in leap years, but plain Adar (14) in common ones."""
        return 14 if month == 12 and not is_leap(year) else month


@lru_cache(maxsize=4096)
def _days_before_month(year: int, month: int) -> int:
    months = _months_from_tishri(year)
    return sum(month_length(year, m) for m in months[: months.index(month)])


CALENDAR = Hebrew()
