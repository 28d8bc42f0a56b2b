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

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

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


@cache
def pins_of(community: Community) -> Mapping[str, Pin]:
    """The same, once it is sure that the community keeps the pinned festivals.

    Raises:
        DataFileError: as `published`, or a pin is for a festival or a usage that does not exist.
    """
    pins = published(community.id)
    for pin in pins.values():
        check_pin(pin, community)
    return pins


def check_pin(pin: Pin, community: Community) -> None:
    """Raise DataFileError unless the community keeps the pin's festival under the pin's usage."""
    _, slug, _, *usage = pin.id.split("/")
    try:
        community.festival(slug)
        for name in usage:
            community.usage(name)
    except UnknownNameError as error:
        raise DataFileError(f"{data_root() / 'pins'}/{community.id}.toml: the pin {pin.id!r} cannot be: {error}") from error
