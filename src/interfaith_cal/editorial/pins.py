"""Reading `data/pins`: the first days that an authority has published, each with its source and the day it was read.

    [[announcement]]
    source = "Koordinationsrat der Muslime, 16 February 2026 (islamiq.de)"
    read = 2026-11-24

    [announcement.days]
    "ramadan/1447" = 2026-02-19
    "ramadan/1448" = [2027-02-08, 2027-03-08]      # first and last day, where the length is announced too

The file bears the community's name; a key is the observance's id without it: festival, own year, and the usage where it
is not the community's first default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from interfaith_cal._data import data_root
from interfaith_cal.editorial.files import read_toml
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.model import Community


@dataclass(frozen=True, slots=True)
class Pin:
    """A date that an authority has published: it wins over the rule, and never edits it."""

    id: str
    first_day: date
    last_day: date | None
    source: str
    read: date

    @property
    def festival(self) -> str:
        """The id of the festival: "islamic/ramadan"."""
        return "/".join(self.id.split("/")[:2])

    @property
    def own_year(self) -> str:
        """The festival's own year: "1447"."""
        return self.id.split("/")[2]


def pinned_communities() -> tuple[str, ...]:
    """The communities that have a file of pins, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in (data_root() / "pins").glob("*.toml")))


@cache
def published(community: str) -> Mapping[str, Pin]:
    """The pins of a community by the ids of their observances; none where it has no file.

    Raises:
        DataFileError: the file is broken; the sentence names the pin and its value.
    """
    path = data_root() / "pins" / f"{community}.toml"
    return read_pins(path) if path.is_file() else {}


def pins_of(community: Community) -> Mapping[str, Pin]:
    """The same, once it is sure that the community keeps the pinned festivals.

    Raises:
        DataFileError: as `published`, or a pin is for a festival or a usage that does not exist.
    """
    pins = published(community.id)
    for pin in pins.values():
        _, slug, _, *usage = pin.id.split("/")
        try:
            community.festival(slug)
            for name in usage:
                community.usage(name)
        except UnknownNameError as error:
            path = data_root() / "pins" / f"{community.id}.toml"
            raise DataFileError(f"{path}: the pin {pin.id!r} names what is not kept: {error}") from error
    return pins


def read_pins(path: Path) -> dict[str, Pin]:
    """The pins of one file; its stem is the community's id.

    Raises:
        DataFileError: an announcement without source or day of reading, a key that is no id, a value that is no day,
            a second pin for the same observance.
    """
    pins: dict[str, Pin] = {}
    for number, announcement in enumerate(_announcements(path), 1):
        where = f"{path}: announcement {number}"
        source, read, days = (announcement.get(field) for field in ("source", "read", "days"))
        if not isinstance(source, str) or not source.strip():
            raise DataFileError(f"{where} needs a source, but has {source!r}.")
        if not _is_day(read):
            raise DataFileError(f"{where} ({source}) needs the day on which it was read, but has {read!r}.")
        if not isinstance(days, dict) or not days:
            raise DataFileError(f"{where} ({source}) needs a table of days, but has {days!r}.")
        for key, value in days.items():
            pin = Pin(f"{path.stem}/{key}", *_span(value, f"{path}: the pin {key!r}"), source, read)
            if not re.fullmatch(r"[a-z0-9-]+/\d+[a-z]?(/[a-z-]+)?", key):
                raise DataFileError(f"{path}: the pin {key!r} must be named by festival and own year: 'ramadan/1447'.")
            if pin.id in pins:
                raise DataFileError(f"{path}: the pin {key!r} is there twice; one source for each date is enough.")
            pins[pin.id] = pin
    return pins


def _announcements(path: Path) -> list[dict[str, Any]]:
    content = read_toml(path)
    announcements = content.get("announcement", [])
    if set(content) - {"announcement"} or not isinstance(announcements, list):
        raise DataFileError(f"{path}: holds {', '.join(content)}, but may hold only tables named [[announcement]].")
    return announcements


def _span(value: object, where: str) -> tuple[date, date | None]:
    """First and last day of a pin; the last is None where only the first was published."""
    if _is_day(value):
        return value, None
    if isinstance(value, list) and len(value) == 2 and all(map(_is_day, value)) and value[0] <= value[1]:
        return value[0], value[1]
    raise DataFileError(f"{where} must be a day, as 2026-02-19, or a first and a last day, but is {value!r}.")


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)
