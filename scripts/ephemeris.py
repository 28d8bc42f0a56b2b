#!/usr/bin/env python3
"""Computes `data/tables/ephemeris.bin` with PyEphem in half a minute; needed only for other years or a new PyEphem.

usage: python scripts/ephemeris.py [FILE]
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import ephem

from interfaith_cal.ephemeris import (
    ALL_SERIES,
    CHECKSUM,
    DAYS,
    FIRST_DAY,
    J2000,
    MOON_DISTANCE,
    RECORDS,
    nutation_and_obliquity,
)

# PyEphem counts days from noon of 31 December 1899, by a clock of its own delta T.
EPHEM_EPOCH = 2_415_020.0
RADII_OF_AN_ASTRONOMICAL_UNIT = 149_597_870.7 / 6_378.137
# A record's polynomials are drawn through so many points of it.
NODES = 12


def positions(tt: float) -> tuple[float, ...]:
    """What PyEphem says of a time, in the order of the table's series."""
    moment = tt - EPHEM_EPOCH
    moment -= ephem.delta_t(moment) / 86_400
    sun, moon = ephem.Sun(moment), ephem.Moon(moment)
    obliquity = math.radians(nutation_and_obliquity(tt)[1])
    return (
        *_ecliptic(sun, obliquity),
        *_ecliptic(moon, obliquity),
        moon.earth_distance * RADII_OF_AN_ASTRONOMICAL_UNIT,
    )


def _ecliptic(body: ephem.Body, obliquity: float) -> tuple[float, float]:
    """Longitude and latitude from the true equator; PyEphem itself turns by the mean obliquity, up to 9" off."""
    sine, cosine = math.sin(obliquity), math.cos(obliquity)
    longitude = math.atan2(math.sin(body.g_ra) * cosine + math.tan(body.g_dec) * sine, math.cos(body.g_ra))
    up = math.sin(body.g_dec) * cosine - math.cos(body.g_dec) * sine * math.sin(body.g_ra)
    return math.degrees(longitude), math.degrees(math.asin(up))


def record(number: int) -> bytes:
    """The polynomials of one span of days."""
    begin = FIRST_DAY + number * DAYS
    angles = [math.pi * (node + 0.5) / NODES for node in range(NODES)]
    times = [begin + DAYS * (math.cos(angle) + 1) / 2 for angle in angles]
    found = [positions(time) for time in times]
    packed = b""
    for series, values in zip(ALL_SERIES, zip(*found, strict=True), strict=True):
        steady = [series.start + series.motion * (time - J2000) for time in times]
        excess = [value - mean for value, mean in zip(values, steady, strict=True)]
        if series is not MOON_DISTANCE:
            excess = [(angle + 180) % 360 - 180 for angle in excess]
        packed += series.coefficients.pack(*_chebyshev(excess, angles, series.coefficients.size // 4))
    return packed


def _chebyshev(values: Sequence[float], angles: Sequence[float], count: int) -> list[float]:
    """The coefficients of the polynomial through values at the cosines of some angles, the highest first."""

    def coefficient(degree: int) -> float:
        total = sum(value * math.cos(degree * angle) for value, angle in zip(values, angles, strict=True))
        return total / len(values) * (2 if degree else 1)

    return [coefficient(degree) for degree in reversed(range(count))]


def main() -> None:
    """Write the table beside its place, then put it there."""
    default = Path(__file__).parents[1] / "data" / "tables" / "ephemeris.bin"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    records = bytearray()
    for number in range(RECORDS):
        records += record(number)
        if number % 1000 == 0:
            sys.stderr.write(f"{number} of {RECORDS} records\n")
    beside = path.with_name(f"{path.name}.part")
    beside.write_bytes(records + CHECKSUM.pack(crc32(records)))
    beside.replace(path)


if __name__ == "__main__":
    main()
