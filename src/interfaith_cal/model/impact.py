"""Reading `data/impact.toml`: what a festival means for a day at school, where its declaration does not say so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at


class Impact(Struct, frozen=True):
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
    file = read_checked(path, "impact")
    rest: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(file.get("rest", ()), 1):
        _once(f"{path}: rest number {number}", entry["festivals"], rest)
        rest |= {festival: tuple(days) for festival, days in entry["festivals"].items()}
    fasting, mourning = (_named(path, section, file.get(section, ())) for section in ("fasting", "mourning"))
    return Impact(MappingProxyType(rest), fasting, mourning)


def _named(path: Path, section: str, entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The festivals of a section that only names them."""
    named: set[str] = set()
    for number, entry in enumerate(entries, 1):
        for festival in entry["festivals"]:
            _once(f"{path}: {section} number {number}", (festival,), named)
            named.add(festival)
    return frozenset(named)


def _once(where: str, festivals: Iterable[str], before: Container[str]) -> None:
    for festival in festivals:
        if festival in before:
            raise DataFileError(f"{where}: the festival {festival!r} is there twice.")
