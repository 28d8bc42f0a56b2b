"""The Moon's course around the Sun: at what instant it has run ahead of it by so many degrees.

Lunations are counted from the new moon of 6 January 2000, which opens lunation 0. Instants are Julian days in Universal
Time. A short lunar theory (the greatest terms of ELP 2000 after Meeus, Astronomical Algorithms, chapter 47; within
0.15 degrees) says where to look; the ephemeris decides, mostly at the first question.
"""

from __future__ import annotations

import math
from functools import lru_cache

from interfaith_cal import sky

J2000 = 2_451_545.0
LUNATION = 29.530_588_861
FIRST_NEW_MOON = 2_451_550.097_66

# Mean elongation, mean anomalies of Sun and Moon, the Moon's argument of latitude: at J2000, and the motion of a day.
MEAN_ELONGATION = (297.850_19, 445_267.111_40 / 36_525)
MEAN_ANGLES = (
    MEAN_ELONGATION,
    (357.529_11, 35_999.050_29 / 36_525),
    (134.963_40, 477_198.867_51 / 36_525),
    (93.272_10, 483_202.017_52 / 36_525),
)
# Multiples of those four, and the degrees by which the sine moves the elongation.
TERMS = (
    (0, 0, 1, 0, 6.2888),
    (0, 1, 0, 0, -2.0997),
    (2, 0, -1, 0, 1.2740),
    (2, 0, 0, 0, 0.6583),
    (0, 0, 2, 0, 0.2136),
    (0, 0, 0, 2, -0.1143),
    (2, 0, -2, 0, 0.0588),
    (2, -1, -1, 0, 0.0571),
    (2, 0, 1, 0, 0.0533),
    (2, -1, 0, 0, 0.0458),
    (0, 1, -1, 0, -0.0409),
    (1, 0, 0, 0, -0.0347),
    (0, 1, 1, 0, -0.0304),
    (0, 2, 0, 0, -0.0200),
)
# Each term as angle at J2000, angle of a day (both in radians) and degrees.
WAVES = tuple(
    (
        math.radians(sum(n * angle for n, (angle, _) in zip(multiples, MEAN_ANGLES, strict=True))),
        math.radians(sum(n * motion for n, (_, motion) in zip(multiples, MEAN_ANGLES, strict=True))),
        degrees,
    )
    for *multiples, degrees in TERMS
)
# Within this many degrees the theory's speed, good to one in 250, finishes the work to about a second.
NEAR = 0.05


@lru_cache(maxsize=8192)
def moment(lunation: int, degrees: int) -> float:
    """The instant in a lunation at which the Moon has run ahead of the Sun by 0 to 360 degrees; error below 3 s.

    0 is the opening new moon, 180 the full moon; the n-th tithi begins at 12 (n - 1) degrees.

    Raises:
        YearRangeError: the instant lies outside the years that the ephemeris answers for.
    """
    jd = FIRST_NEW_MOON + LUNATION * (lunation + degrees / 360)
    missing = math.inf
    while abs(missing) > NEAR:
        ahead, speed = _roughly(jd)
        missing = _signed(degrees - ahead)
        jd += missing / speed
    missing = math.inf
    while abs(missing) > NEAR:
        missing = _signed(degrees - sky.elongation(jd))
        jd += missing / _roughly(jd)[1]
    return jd


def new_moon(lunation: int) -> float:
    """The new moon that opens a lunation."""
    return moment(lunation, 0)


def lunation_at(jd: float) -> int:
    """The lunation that is running at an instant: its new moon is the last one up to it."""
    lunation = round((jd - FIRST_NEW_MOON) / LUNATION)
    while new_moon(lunation) > jd:
        lunation -= 1
    return lunation


def _roughly(jd: float) -> tuple[float, float]:
    """The elongation in degrees and its daily motion, by the short theory."""
    days = jd - J2000
    angle, motion = MEAN_ELONGATION
    ahead, speed = angle + motion * days, motion
    for phase, turn, degrees in WAVES:
        argument = phase + turn * days
        ahead += degrees * math.sin(argument)
        speed += degrees * turn * math.cos(argument)
    return ahead, speed


def _signed(degrees: float) -> float:
    return (degrees + 180) % 360 - 180
