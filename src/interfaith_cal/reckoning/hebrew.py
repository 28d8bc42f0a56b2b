"""The Hebrew calendar: twelve months, or thirteen in seven years of nineteen; 353 to 385 days.

Months count from Nisan (1) to Adar (12) or, in leap years, Adar I (12) and Adar II (13); the year begins with Tishri
(7). A civil day stands for the Hebrew day of its daylight, which began at the sunset before.
The tests hold the conversion to pyluach in all years.
"""

from __future__ import annotations

from functools import lru_cache

from interfaith_cal.reckoning.converted import Converted, converter


@lru_cache(maxsize=2048)
def is_leap(year: int) -> bool:
    """Whether the year has thirteen months: seven years in each cycle of nineteen."""
    leap: bool = converter("hebrew").leap(year)
    return leap


class Hebrew(Converted):
    """The calendar of the Jewish communities."""

    def months_in(self, year: int) -> int:
        """The number of months of a Hebrew year: 12 or 13."""
        return 13 if is_leap(year) else 12

    def named_month(self, year: int, month: int) -> int:
        """The twelfth month is Adar I (12) in leap years, but plain Adar (14) in common ones."""
        return 14 if month == 12 and not is_leap(year) else month


CALENDAR = Hebrew("hebrew", (30, 29, 30, 29, 30, 29, 30, 30, 30, 29, 30, 30, 29))
