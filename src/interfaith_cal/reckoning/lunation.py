"""The Moon's course around the Sun: at what instant it has run ahead of it by so many degrees.

Lunations are counted from the new moon of 6 January 2000, which opens lunation 0. Instants are Julian days in Universal
Time.
"""

from __future__ import annotations

from functools import lru_cache

from interfaith_cal import sky

# Of the mean Moon (Meeus, Astronomical Algorithms, chapter 49), from which the true one is at most 15 hours away.
FIRST_NEW_MOON, LUNATION = 2_451_550.097_66, 29.530_588_861


@lru_cache(maxsize=8192)
def moment(lunation: int, degrees: int) -> float:
    """The instant in a lunation at which the Moon has run ahead of the Sun by 0 to 360 degrees; error below 3 s.

    0 is the opening new moon, 180 the full moon; the n-th tithi begins at 12 (n - 1) degrees.

    Raises:
        YearRangeError: the instant lies outside the years that the ephemeris answers for.
    """
    mean = FIRST_NEW_MOON + LUNATION * (lunation + degrees / 360)
    return sky.instant_of(sky.elongation, degrees, near=mean, speed=360 / LUNATION)


def new_moon(lunation: int) -> float:
    """The new moon that opens a lunation, as a Julian day in UTC."""
    return moment(lunation, 0)


def new_moon_after(jd: float) -> float:
    """The first new moon after an instant, both Julian days in UTC."""
    return new_moon(lunation_at(jd) + 1)


def lunation_at(jd: float) -> int:
    """The lunation that is running at an instant: its new moon is the last one up to it."""
    lunation = round((jd - FIRST_NEW_MOON) / LUNATION)
    while new_moon(lunation) > jd:
        lunation -= 1
    return lunation
