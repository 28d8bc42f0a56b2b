"""Reading `data/tables`: the numbers that rules need, each table once, every fault one sentence that names the file."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from interfaith_cal._data import data_root
from interfaith_cal.errors import DataFileError


class DeltaT(NamedTuple):
    """Terrestrial Time minus Universal Time at the beginning of a civil year, in seconds."""

    year: float
    seconds: float


class CoastPoint(NamedTuple):
    """A point of a coast, in degrees north and east."""

    latitude: float
    longitude: float


class ThaiYear(NamedTuple):
    """A lunar year of the official Thai calendar, under the western year after its opening: its months and days."""

    year: float
    months: float
    days: float


@cache
def delta_t() -> tuple[DeltaT, ...]:
    """Terrestrial minus Universal Time, 1900 to 2100: measured to 2025, then forecast (skyfield's curve, rounded)."""
    return tuple(DeltaT(*row) for row in read_numbers(data_root() / "tables" / "delta_t.csv", DeltaT._fields))


@cache
def americas_west_coast() -> tuple[CoastPoint, ...]:
    """The westernmost points of the mainland of the Americas, from Alaska to Tierra del Fuego."""
    path = data_root() / "tables" / "americas_west_coast.csv"
    return tuple(CoastPoint(*row) for row in read_numbers(path, CoastPoint._fields))


@cache
def thai_years() -> tuple[ThaiYear, ...]:
    """The lunar years of Thailand from 1914 to 2099, each following the one before."""
    return tuple(ThaiYear(*row) for row in read_numbers(data_root() / "tables" / "thai_years.csv", ThaiYear._fields))


def read_numbers(path: Path, columns: tuple[str, ...]) -> list[list[float]]:
    """The rows of a table of numbers, in the order of its columns.

    Raises:
        DataFileError: the file cannot be read, has other columns, or holds something that is not a number.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: cannot be read ({error}).") from error
    header, *rows = [tuple(row) for row in csv.reader(lines) if row] or [()]
    if header != columns:
        raise DataFileError(f"{path}: the columns must be {', '.join(columns)}, but are {', '.join(header) or 'none'}.")
    try:
        return [[float(row[place]) for place in range(len(columns))] for row in rows]
    except (IndexError, ValueError) as error:
        raise DataFileError(f"{path}: each line must hold {len(columns)} numbers ({error}).") from error
