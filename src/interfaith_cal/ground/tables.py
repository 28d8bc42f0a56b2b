"""Reading `data/tables`: the numbers that rules need, each table once, every fault one sentence that names the file."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.root import shipped
from interfaith_cal.ground.separated import SeparatedError, cells


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


class HijriMonthLength(NamedTuple):
    """A month of the Islamic calendar and its days."""

    year: float
    month: float
    days: float


THAI_LENGTHS = ((12, 354), (12, 355), (13, 384))


@cache
def delta_t() -> tuple[DeltaT, ...]:
    """Terrestrial minus Universal Time, 1900 to 2100: measured to 2025, then forecast (skyfield's curve, rounded)."""
    return read_delta_t(shipped() / "tables" / "delta_t.csv")


def read_delta_t(path: Path) -> tuple[DeltaT, ...]:
    """The same of a file; raises DataFileError for years that do not follow each other."""
    years = tuple(DeltaT(*row) for row in read_numbers(path, DeltaT._fields))
    if any(after.year <= before.year for before, after in pairwise(years)):
        raise DataFileError(f"{path}: the years must follow each other.")
    return years


@cache
def americas_west_coast() -> tuple[CoastPoint, ...]:
    """The westernmost points of the mainland of the Americas, from Alaska to Tierra del Fuego."""
    return read_coast(shipped() / "tables" / "americas_west_coast.csv")


@cache
def css_colors() -> tuple[tuple[str, str], ...]:
    """The colors that have a name in CSS3, each name with its value "#RRGGBB" (W3C, CSS Color Module Level 3)."""
    path = shipped() / "tables" / "css_colors.csv"
    _, *rows = cells(path.read_text(encoding="utf-8"))
    return tuple((name, value) for name, value in rows)


def read_coast(path: Path) -> tuple[CoastPoint, ...]:
    """The points of a coast in a file."""
    return tuple(CoastPoint(*row) for row in read_numbers(path, CoastPoint._fields))


@cache
def thai_years() -> tuple[ThaiYear, ...]:
    """The lunar years of Thailand from 1914 to 2099, each following the one before."""
    return read_thai_years(shipped() / "tables" / "thai_years.csv")


def read_thai_years(path: Path) -> tuple[ThaiYear, ...]:
    """The same of a file; raises DataFileError for years that do not follow each other, or cannot be so long."""
    years = tuple(ThaiYear(*row) for row in read_numbers(path, ThaiYear._fields))
    for before, after in pairwise(years):
        if after.year != before.year + 1:
            raise DataFileError(f"{path}: the year {before.year:g} is followed by {after.year:g}.")
    for year in years:
        if (year.months, year.days) not in THAI_LENGTHS:
            raise DataFileError(
                f"{path}: the year {year.year:g} cannot have {year.months:g} months, {year.days:g} days."
            )
    return years


@cache
def months_of_iran() -> tuple[HijriMonthLength, ...]:
    """The Islamic months of Iran's official calendar, from Rabi al-Awwal 1427, each following the one before."""
    return read_months(shipped() / "tables" / "months_of_iran.csv")


def read_months(path: Path) -> tuple[HijriMonthLength, ...]:
    """The same of a file; raises DataFileError for months that do not follow each other, or cannot be so long."""
    months = tuple(HijriMonthLength(*row) for row in read_numbers(path, HijriMonthLength._fields))
    for before, after in pairwise(months):
        if 12 * after.year + after.month != 12 * before.year + before.month + 1:
            raise DataFileError(
                f"{path}: the month {before.year:g}/{before.month:g} is followed by {after.year:g}/{after.month:g}."
            )
    for month in months:
        if month.days not in (29, 30):
            raise DataFileError(f"{path}: the month {month.year:g}/{month.month:g} cannot have {month.days:g} days.")
    return months


@cache
def uncompared() -> frozenset[str]:
    """The ids of the festivals for which no published date is known that their rules could be held against."""
    return read_festivals(shipped() / "tables" / "uncompared.csv")


def read_festivals(path: Path) -> frozenset[str]:
    """The one column of a table of festivals; raises DataFileError where it has another."""
    header, *rows = _lines(path)
    if header != ("festival",) or any(len(row) != 1 for row in rows):
        raise DataFileError(f"{path}: the one column must be festival.")
    return frozenset(name for (name,) in rows)


def read_numbers(path: Path, columns: tuple[str, ...]) -> list[list[float]]:
    """The rows of a table of numbers, in the order of its columns.

    Raises:
        DataFileError: the file cannot be read, has other columns, no rows, or holds something that is not a number.
    """
    header, *rows = _lines(path)
    if header != columns:
        raise DataFileError(f"{path}: the columns must be {', '.join(columns)}, but are {', '.join(header) or 'none'}.")
    if not rows:
        raise DataFileError(f"{path}: holds no numbers.")
    return [_numbers(path, row, len(columns)) for row in rows]


def _lines(path: Path) -> list[tuple[str, ...]]:
    """The lines of a table that are not empty; one without cells for a table without lines."""
    try:
        lines = [tuple(line) for line in cells(path.read_text(encoding="utf-8")) if line]
    except (OSError, UnicodeDecodeError, SeparatedError) as error:
        raise DataFileError(f"{path}: cannot be read ({error}).") from error
    return lines or [()]


def _numbers(path: Path, row: tuple[str, ...], count: int) -> list[float]:
    try:
        numbers = [float(cell) for cell in row]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise DataFileError(f"{path}: each line must hold {count} numbers, but one is {','.join(row)!r}.")
    return numbers
