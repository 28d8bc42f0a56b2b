"""Computus: the Easter of the West by the Gregorian tables, of the East by the Julian ones, and the Advent Sundays.

Sources: the Gregorian computus of 1582 in the form of Butcher (Nature, 1876); the Julian of Dionysius Exiguus in the
form of Meeus, Astronomical Algorithms, chapter 8. Both give civil days; valid in every year from 1583 on.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from interfaith_cal.reckoning.julian import CALENDAR as JULIAN
from interfaith_cal.reckoning.week import Weekday


@lru_cache(maxsize=2048)
def gregorian_easter(year: int) -> date:
    """Easter Sunday of the churches that follow the Gregorian computus: 22 March to 25 April."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    moon_correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon_correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact - year_of_century % 4) % 7
    late_moon = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late_moon + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=2048)
def julian_easter(year: int) -> date:
    """Pascha: Easter Sunday by the Julian computus, as a civil day (4 April to 8 May until 2099)."""
    moon_age = (19 * (year % 19) + 15) % 30
    days_to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon_age + 34) % 7
    month, day = divmod(moon_age + days_to_sunday + 114, 31)
    return JULIAN.to_date(year, month, day + 1)


@lru_cache(maxsize=2048)
def first_advent_sunday(year: int) -> date:
    """The first Sunday of Advent, the fourth before 25 December: 27 November to 3 December."""
    earliest = date(year, 11, 27)
    return earliest + timedelta(Weekday.SUNDAY - earliest.weekday())
