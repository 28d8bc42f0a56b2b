"""Reading `data/impact.toml`: what a festival means for a day at school, where its declaration does not say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import check_keys, read_toml, tables
from interfaith_cal.ground.root import by_root, read_at

SECTIONS = ("rest", "fasting", "mourning")


@dataclass(frozen=True, slots=True)
class Impact:
    """What is known of festivals, by their ids.

    Attributes:
        rest: the days of the festival, counted from 1, on which the community's work rests.
        fasting: fasts by day without food and drink that do not begin at dawn.
        mourning: days of mourning.
    """

    rest: Mapping[str, tuple[int, ...]]
    fasting: frozenset[str]
    mourning: frozenset[str]


@by_root
def impact() -> Impact:
    """What the root in use has; raises DataFileError as `read_impact` does."""
    return read_impact(read_at("impact.toml"))


def read_impact(path: Path) -> Impact:
    """What a file says.

    Raises:
        DataFileError: an entry without its source or its festivals, a festival twice in a section, days that are not
            counted from 1.
    """
    data = read_toml(path)
    check_keys(path, data, SECTIONS, "section")
    rest: dict[str, tuple[int, ...]] = {}
    for where, festivals in _entries(path, data, "rest"):
        if not isinstance(festivals, dict):
            raise DataFileError(f"{where}: `festivals` must be a table of days, but is {festivals!r}.")
        for festival, days in festivals.items():
            if not isinstance(days, list) or not days or not all(type(day) is int and day >= 1 for day in days):
                raise DataFileError(
                    f"{where}: the days of {festival!r} must count from 1, as [1, 2], but are {days!r}."
                )
            if festival in rest:
                raise DataFileError(f"{where}: the festival {festival!r} is there twice.")
            rest[festival] = tuple(days)
    return Impact(MappingProxyType(rest), _named(path, data, "fasting"), _named(path, data, "mourning"))


def _named(path: Path, data: Mapping[str, Any], section: str) -> frozenset[str]:
    """The festivals of a section that only names them."""
    named: set[str] = set()
    for where, festivals in _entries(path, data, section):
        if not isinstance(festivals, list) or not all(isinstance(festival, str) for festival in festivals):
            raise DataFileError(f"{where}: `festivals` must be a list of ids, but is {festivals!r}.")
        for festival in festivals:
            if festival in named:
                raise DataFileError(f"{where}: the festival {festival!r} is there twice.")
            named.add(festival)
    return frozenset(named)


def _entries(path: Path, data: Mapping[str, Any], section: str) -> Iterator[tuple[str, Any]]:
    """Where each entry of a section stands, and its festivals."""
    for number, entry in enumerate(tables(path, data, section), 1):
        where = f"{path}: {section} number {number}"
        check_keys(where, entry, ("source", "festivals"))
        if not isinstance(entry.get("source"), str) or not entry["source"].strip():
            raise DataFileError(f"{where}: needs a `source`, but has {entry.get('source')!r}.")
        if not entry.get("festivals"):
            raise DataFileError(f"{where}: needs `festivals`, but has {entry.get('festivals')!r}.")
        yield where, entry["festivals"]
