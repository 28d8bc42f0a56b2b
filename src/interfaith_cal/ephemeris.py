"""Where Sun, Moon and equinox stand: the table `data/tables/ephemeris.bin` of Chebyshev polynomials, evaluated.

`scripts/ephemeris.py` computes the table with PyEphem (VSOP87 and the lunar theory of its libastro), as almanac offices
print theirs: once, for all users and machines the same. Every record covers 8 days, its polynomials keep to PyEphem
within 0.02". Times are Julian days in Terrestrial Time; positions are apparent and geocentric, in degrees of the
ecliptic and from the true equinox of date.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from struct import Struct
from typing import NamedTuple
from zlib import crc32

import msgspec

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import read_bytes
from interfaith_cal.ground.root import shipped

J2000 = 2_451_545.0
DAYS_OF_A_CENTURY = 36_525
# The records reach from 30 December 1897 to 13 January 2103.
FIRST_DAY, DAYS, RECORDS = 2_414_288.5, 8, 9_361
# The Sun's, in radii of the Earth's equator; at this distance the real one's change is not seen.
SUN_DISTANCE = 23_454.8


class Position(msgspec.Struct, frozen=True):
    """A direction in degrees, and a distance in radii of the Earth's equator."""

    longitude: float
    latitude: float
    distance: float


class Series(NamedTuple):
    """One quantity of a record: its coefficients, the highest first, and where they begin (bytes).

    The polynomial says by how much the quantity differs from a steady motion since J2000.
    """

    coefficients: Struct
    offset: int
    start: float = 0.0
    motion: float = 0.0

    @property
    def end(self) -> int:
        """Where the next quantity of the record begins."""
        return self.offset + self.coefficients.size

    def at(self, tt: float) -> float:
        """The quantity, in the unit of its series, at a Julian day in Terrestrial Time."""
        number = int((tt - FIRST_DAY) // DAYS)
        doubled = (tt - FIRST_DAY - number * DAYS) * (4 / DAYS) - 2
        last = before_last = 0.0
        for coefficient in self.coefficients.unpack_from(table(), number * RECORD_SIZE + self.offset):
            last, before_last = coefficient + doubled * last - before_last, last
        return last - doubled / 2 * before_last + self.start + self.motion * (tt - J2000)


SUN_LONGITUDE = Series(Struct("<5f"), 0, 280.466_46, 0.985_647_36)
SUN_LATITUDE = Series(Struct("<4f"), SUN_LONGITUDE.end)
MOON_LONGITUDE = Series(Struct("<10f"), SUN_LATITUDE.end, 218.316_45, 13.176_396_48)
MOON_LATITUDE = Series(Struct("<10f"), MOON_LONGITUDE.end)
MOON_DISTANCE = Series(Struct("<7f"), MOON_LATITUDE.end)
ALL_SERIES = (SUN_LONGITUDE, SUN_LATITUDE, MOON_LONGITUDE, MOON_LATITUDE, MOON_DISTANCE)
RECORD_SIZE = MOON_DISTANCE.end
CHECKSUM = Struct("<I")


def sun_longitude(tt: float) -> float:
    """The Sun's longitude, 0 to 360 degrees."""
    return SUN_LONGITUDE.at(tt) % 360


def moon_longitude(tt: float) -> float:
    """The Moon's longitude, 0 to 360 degrees."""
    return MOON_LONGITUDE.at(tt) % 360


def sun(tt: float) -> Position:
    """The Sun's position."""
    return Position(sun_longitude(tt), SUN_LATITUDE.at(tt), SUN_DISTANCE)


def moon(tt: float) -> Position:
    """The Moon's position."""
    return Position(moon_longitude(tt), MOON_LATITUDE.at(tt), MOON_DISTANCE.at(tt))


# Mean elongation, mean anomalies of Sun and Moon, the Moon's argument of latitude, and its node (Meeus, Astronomical
# Algorithms, chapter 22): degrees at J2000, and the motion in a century.
ARGUMENTS = (
    (297.850_36, 445_267.111_48),
    (357.527_72, 35_999.050_34),
    (134.962_98, 477_198.867_398),
    (93.271_91, 483_202.017_538),
    (125.044_52, -1_934.136_261),
)


class Wave(NamedTuple):
    """A periodic term: its argument in radians at J2000, the argument's motion in a century, the seconds of arc."""

    phase: float
    motion: float
    seconds: float


def wave(seconds: float, *multiples: int) -> Wave:
    """The term whose argument is a sum of multiples of the five."""
    phase = sum(n * start for n, (start, _) in zip(multiples, ARGUMENTS, strict=True))
    motion = sum(n * motion for n, (_, motion) in zip(multiples, ARGUMENTS, strict=True))
    return Wave(math.radians(phase), math.radians(motion), seconds)


# The greatest terms of the theory IAU 1980.
NUTATION = (
    wave(-17.1996, 0, 0, 0, 0, 1),
    wave(-1.3187, -2, 0, 0, 2, 2),
    wave(-0.2274, 0, 0, 0, 2, 2),
    wave(0.2062, 0, 0, 0, 0, 2),
    wave(0.1426, 0, 1, 0, 0, 0),
    wave(0.0712, 0, 0, 1, 0, 0),
    wave(-0.0517, -2, 1, 0, 2, 2),
    wave(-0.0386, 0, 0, 0, 2, 1),
    wave(-0.0301, 0, 0, 1, 2, 2),
    wave(0.0217, -2, -1, 0, 2, 2),
    wave(-0.0158, -2, 0, 1, 0, 0),
    wave(0.0129, -2, 0, 0, 2, 1),
)
NUTATION_IN_OBLIQUITY = (
    wave(9.2025, 0, 0, 0, 0, 1),
    wave(0.5736, -2, 0, 0, 2, 2),
    wave(0.0977, 0, 0, 0, 2, 2),
    wave(-0.0895, 0, 0, 0, 0, 2),
)


def nutation_and_obliquity(tt: float) -> tuple[float, float]:
    """How far the true equinox stands from the mean one, and the angle between equator and ecliptic, both in degrees.

    Error of both below 0.1".
    """
    centuries = (tt - J2000) / DAYS_OF_A_CENTURY
    nutation = sum(seconds * math.sin(phase + motion * centuries) for phase, motion, seconds in NUTATION)
    tilt = sum(seconds * math.cos(phase + motion * centuries) for phase, motion, seconds in NUTATION_IN_OBLIQUITY)
    return nutation / 3600, 23.439_291 - 0.013_004_2 * centuries + tilt / 3600


@cache
def table() -> bytes:
    """The records, one after the other, as the wheel or the checkout holds them."""
    return read(shipped() / "tables" / "ephemeris.bin")


def read(path: Path) -> bytes:
    """The records of a file, and at their end the checksum (CRC-32, four bytes).

    Raises:
        DataFileError: the file cannot be read, or is not what was written.
    """
    content = read_bytes(path)
    size = RECORDS * RECORD_SIZE
    if len(content) != size + CHECKSUM.size or CHECKSUM.pack(crc32(memoryview(content)[:size])) != content[size:]:
        raise DataFileError(f"{path}: is damaged; reinstall the package.")
    return content
