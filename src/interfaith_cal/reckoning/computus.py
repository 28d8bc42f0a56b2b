"""Computus: the Easter of the West by the Gregorian tables, of the East by the Julian ones, and the Advent Sundays.

Both Easters are those of dateutil.easter, as civil days. It answers for 1583 to 4099, and so do the churches; an own
year of another calendar that reaches into these may still ask for the Easter of the civil year beside them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from interfaith_cal.errors import YearRangeError
from interfaith_cal.model import Weekday

FIRST_YEAR, LAST_YEAR = 1583, 4099


@lru_cache(maxsize=2048)
def gregorian_easter(year: int) -> date:
    """Easter Sunday of the churches that follow the Gregorian computus: 22 March to 25 April.

    Raises:
        YearRangeError: the year lies outside 1583 to 4099, and is not the one before or after.
    """
    _check(year)
    return easter(year, EASTER_WESTERN)


@lru_cache(maxsize=2048)
def julian_easter(year: int) -> date:
    """Pascha: Easter Sunday by the Julian computus, as a civil day (4 April to 8 May until 2099).

    Raises:
        YearRangeError: the year lies outside 1583 to 4099, and is not the one before or after.
    """
    _check(year)
    return easter(year, EASTER_ORTHODOX)


@lru_cache(maxsize=2048)
def first_advent_sunday(year: int) -> date:
    """The first Sunday of Advent, the fourth before 25 December: 27 November to 3 December."""
    earliest = date(year, 11, 27)
    return earliest + timedelta(Weekday.SUNDAY - earliest.weekday())


def _check(year: int) -> None:
    if not FIRST_YEAR - 1 <= year <= LAST_YEAR + 1:
        raise YearRangeError(
            f"the year {year} is out of range for Easter, which is known for {FIRST_YEAR} to {LAST_YEAR}."
        )
