"""The sidereal Sun: the instants (sankranti) at which it enters a sign, and the solar months that they open.

Sidereal longitudes are counted from the Lahiri (Chitrapaksha) origin, mean value. Signs are 1 (Mesha) to 12 (Mina); a
solar year opens with Mesha in the middle of April and is named here by that western year. Instants are Julian days in
Universal Time.
Months of the regions open on different civil days, because they ask at different hours of the day for the entry.
Sources: the mean Lahiri (Chitrapaksha) ayanamsa; for each region's custom, its `Opening`, the gazettes of Sri Lanka,
the Jantri of the SGPC and the lists of timeanddate.com and drikpanchang.com, as the tests hold them.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from interfaith_cal import sky
from interfaith_cal.ephemeris import DAYS_OF_A_CENTURY, J2000
from interfaith_cal.ground.places import Place

ONE_DAY = timedelta(1)
SIDEREAL_YEAR = 365.256_36
# When the mean Sun enters Mesha, from which the true one is at most two days away.
MEAN_MESHA_OF_2000 = 2_451_649.907


def ayanamsa(jd: float) -> float:
    """How far the Lahiri origin stands from the mean equinox, in degrees."""
    centuries = (jd - J2000) / DAYS_OF_A_CENTURY
    return 23.857_092 + (5_028.796_195 * centuries + 1.105_434_8 * centuries**2) / 3_600


def sidereal(longitude: float, jd: float) -> float:
    """An apparent longitude of that instant, counted from the Lahiri origin."""
    return (longitude - sky.nutation_in_longitude(jd) - ayanamsa(jd)) % 360


@lru_cache(maxsize=8192)
def sankranti(year: int, sign: int) -> float:
    """The instant at which the Sun enters a sign (1 to 12) in a solar year; error below 20 s, that of the Sun.

    Raises:
        YearRangeError: the instant lies outside the years that the ephemeris answers for.
    """
    mean = MEAN_MESHA_OF_2000 + SIDEREAL_YEAR * (year - 2000 + (sign - 1) / 12)
    return sky.instant_of(_sidereal_sun, 30 * (sign - 1), near=mean, speed=360 / SIDEREAL_YEAR)


def _sidereal_sun(jd: float) -> float:
    return sidereal(sky.sun_longitude(jd), jd)


def entry_after(year: int, sign: int) -> float:
    """The instant at which the Sun leaves a sign that it entered in that solar year."""
    return sankranti(year + sign // 12, sign % 12 + 1)


class Opening(StrEnum):
    """Which civil day the Sun's entry into a sign makes the first of the month."""

    BEFORE_SUNSET = "before-sunset"
    """The civil day of the entry, if before its sunset, else the next: the Tamils, and Makar Sankranti."""
    BEFORE_THREE_FIFTHS = "before-three-fifths"
    """The civil day of the entry, if in the first three fifths of its daylight or before, else the next: Kerala."""
    SUNRISE_BEFORE = "sunrise-before"
    """The day from sunrise to sunrise that holds the entry: the Jantri of the SGPC."""
    SUNRISE_AFTER = "sunrise-after"
    """The day of the first sunrise after the entry: the sight at dawn (Vishukkani)."""
    DAY_AFTER = "day-after"
    """The civil day after that of the entry: Bengal."""
    CIVIL_DAY = "civil-day"
    """The civil day of the entry: the New Year of Sri Lanka."""

    def day(self, entry: float, place: Place) -> date:
        """The civil day that an instant of entry makes the first, at a place."""
        day = sky.civil_day(entry, place.timezone)
        rise, sunset = sky.sunrise(day, place), sky.sunset(day, place)
        late = {
            Opening.BEFORE_SUNSET: entry >= sunset,
            Opening.BEFORE_THREE_FIFTHS: entry >= rise + 3 / 5 * (sunset - rise),
            Opening.SUNRISE_AFTER: entry > rise,
            Opening.DAY_AFTER: True,
        }
        early = self is Opening.SUNRISE_BEFORE and entry < rise
        return day + ONE_DAY * (late.get(self, False) - early)
