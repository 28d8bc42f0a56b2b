"""The sidereal Sun: the instants (sankranti) at which it enters a sign, and the solar months that they open.

Sidereal longitudes are counted from the Lahiri (Chitrapaksha) origin, mean value. Signs are 1 (Mesha) to 12 (Mina); a
solar year opens with Mesha in the middle of April and is named here by that western year. Instants are Julian days in
Universal Time.
Source of the ayanamsa: ../shared/rules, checked there against drikpanchang.com.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from interfaith_cal import sky
from interfaith_cal.sky import Place

ONE_DAY = timedelta(1)
J2000 = 2_451_545.0
SIDEREAL_YEAR = 365.256_36
# When the mean Sun enters Mesha; the true one runs up to 1.915 degrees ahead of it or behind, by its distance from perigee.
MEAN_MESHA_OF_2000 = 2_451_649.907
PERIGEE, CENTER = 259.1, 1.915
NEAR = 0.000_3


def ayanamsa(jd: float) -> float:
    """How far the Lahiri origin stands from the mean equinox, in degrees."""
    centuries = (jd - J2000) / 36_525
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
    entered = 30 * (sign - 1)
    mean = entered - CENTER * math.sin(math.radians(entered - PERIGEE))
    jd = MEAN_MESHA_OF_2000 + SIDEREAL_YEAR * (year - 2000 + mean / 360)
    missing = math.inf
    while abs(missing) > NEAR:
        missing = (entered - sidereal(sky.sun_longitude(jd), jd) + 180) % 360 - 180
        jd += missing * SIDEREAL_YEAR / 360
    return jd
