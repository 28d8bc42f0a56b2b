"""The Badí' calendar: nineteen months of nineteen days, with four or five days between the last two.

Since 172 BE (21 March 2015) the year begins everywhere with the day, from sunset to sunset in Tehran, that holds the
March equinox. The Bahá'í World Centre has published these days until 221 BE. Its table (`data/pins/bahai.toml`) wins
here too, as all days of a year hang on the first, and an equinox seconds from sunset cannot be decided by computation.
Until 171 BE the communities of the West began the year on 21 March; that usage is kept for those years.
A civil day stands for the Badí' day of its daylight, which began at the sunset before.
Source: Universal House of Justice, 10 July 2014; Bahá'í dates 172 to 221 BE.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from interfaith_cal import sky
from interfaith_cal.editorial import pins
from interfaith_cal.errors import SpanError, YearRangeError
from interfaith_cal.model import Calendar, YearMonthDay
from interfaith_cal.reckoning.lunation import lunation_at, new_moon
from interfaith_cal.reckoning.reference_places import TEHRAN
from interfaith_cal.sky import SECONDS_OF_A_DAY

ONE_DAY = timedelta(1)
# The year 1 began on the civil day 21 March 1844.
YEARS_BEFORE_YEAR_ONE = 1843
FIRST_COMMON_YEAR = 172
FIRST_YEAR, LAST_YEAR = 1, 258
EARLIEST_NAW_RUZ = (3, 19)
DAYS_OF_A_MONTH, MULK, ALA, AYYAM_I_HA = 19, 18, 19, 20


def naw_ruz(year: int) -> date:
    """The civil day of Naw-Rúz: published, or by the equinox, and 21 March before 172 BE."""
    return published_naw_ruz().get(year) or computed_naw_ruz(year)


@cache
def published_naw_ruz() -> dict[int, date]:
    """The days of Naw-Rúz that the World Centre has published, by the year."""
    return {int(p.own_year): p.first_day for p in pins.published("bahai") if p.festival == "bahai/naw-ruz"}


def publisher(year: int) -> str:
    """Who has published the Naw-Rúz of a year; "" where nobody has."""
    found = (p.source for p in pins.published("bahai") if p.festival == "bahai/naw-ruz" and int(p.own_year) == year)
    return next(found, "")


def computed_naw_ruz(year: int) -> date:
    """The day that holds the March equinox in Tehran, or 21 March before 172 BE."""
    if year < FIRST_COMMON_YEAR:
        return date(YEARS_BEFORE_YEAR_ONE + year, 3, 21)
    return _day_of(_equinox(year))


def equinox_after_sunset(year: int) -> int:
    """Seconds from the nearest sunset in Tehran to the March equinox with which a year begins; negative before it."""
    return _after_sunset(_equinox(year))


def eighth_new_moon_day(year: int) -> date:
    """The civil day of the Badí' day with the eighth new moon after the end of Naw-Rúz, in Tehran."""
    return _day_of(_eighth_new_moon(year))


def eighth_new_moon_after_sunset(year: int) -> int:
    """Seconds from the nearest sunset in Tehran to the eighth new moon; negative before it."""
    return _after_sunset(_eighth_new_moon(year))


@lru_cache(maxsize=512)
def _equinox(year: int) -> float:
    return sky.solar_longitude_after(sky.midnight(date(YEARS_BEFORE_YEAR_ONE + year, 3, 1), 0), 0)


@lru_cache(maxsize=512)
def _eighth_new_moon(year: int) -> float:
    return new_moon(lunation_at(sky.sunset(naw_ruz(year), TEHRAN)) + 8)


def _day_of(moment: float) -> date:
    """The civil day on whose daylight the Badí' day of an instant ends."""
    day = sky.civil_day(moment, TEHRAN.timezone)
    return day if moment < sky.sunset(day, TEHRAN) else day + ONE_DAY


def _after_sunset(moment: float) -> int:
    day = sky.civil_day(moment, TEHRAN.timezone)
    return round((moment - sky.sunset(day, TEHRAN)) * SECONDS_OF_A_DAY)


def _check(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearRangeError(
            f"the year {year} is out of range for the Badí' calendar, which answers for {FIRST_YEAR} to {LAST_YEAR} BE."
        )


class Badi(Calendar):
    """The calendar of the Bahá'í; month 20 is Ayyám-i-Há, the days that belong to no month."""

    id = "badi"
    longest_months = (DAYS_OF_A_MONTH,) * ALA + (5,)

    def month_length(self, year: int, month: int) -> int:
        """The number of days of a month: 19, of Ayyám-i-Há 4 or 5."""
        if month != AYYAM_I_HA:
            return DAYS_OF_A_MONTH
        return (naw_ruz(year + 1) - naw_ruz(year)).days - DAYS_OF_A_MONTH * ALA

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Badí' date.

        Raises:
            YearRangeError: the year lies outside 1 to 258 BE.
            SpanError: there is no such day.
        """
        _check(year)
        if not 1 <= month <= AYYAM_I_HA or not 1 <= day <= self.month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Badí' year {year}.")
        if month == ALA:
            return naw_ruz(year + 1) + timedelta(day - 1 - DAYS_OF_A_MONTH)
        months_before = MULK if month == AYYAM_I_HA else month - 1
        return naw_ruz(year) + timedelta(DAYS_OF_A_MONTH * months_before + day - 1)

    def from_date(self, day: date) -> YearMonthDay:
        """The Badí' date of a civil day's daylight.

        Raises:
            YearRangeError: the day lies outside 1 to 258 BE.
        """
        year = day.year - YEARS_BEFORE_YEAR_ONE
        if (day.month, day.day) < EARLIEST_NAW_RUZ or day < naw_ruz(year):
            year -= 1
        _check(year)
        before_next = (naw_ruz(year + 1) - day).days
        if before_next <= DAYS_OF_A_MONTH:
            return YearMonthDay(year, ALA, DAYS_OF_A_MONTH + 1 - before_next)
        months, days = divmod((day - naw_ruz(year)).days, DAYS_OF_A_MONTH)
        return YearMonthDay(year, AYYAM_I_HA if months == MULK else months + 1, days + 1)


CALENDAR = Badi()
