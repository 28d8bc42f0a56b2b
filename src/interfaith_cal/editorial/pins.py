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

from datetime import date
from pathlib import Path

from msgspec import Struct

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at, root
from interfaith_cal.identity import SEPARATOR, ObservanceId, of_festival
from interfaith_cal.model import Community


class Pin(Struct, frozen=True):
    """A date that an authority has published: it wins over the rule, and never edits it.

    `festival` is its id ("islamic/ramadan"), `own_year` the festival's own year ("1447"), `usage` "" for the first
    default of the community; `last_day` is None where only the first day was published.
    """

    festival: str
    own_year: str
    usage: str
    first_day: date
    last_day: date | None
    source: str
    read: date

    @property
    def id(self) -> str:
        """The id of the observance that it is about: "islamic/ramadan/1447"."""
        return str(self._identity)

    @property
    def key(self) -> str:
        """Its key in the community's file: "ramadan/1447"."""
        return self._identity.within

    @property
    def _identity(self) -> ObservanceId:
        return ObservanceId(*of_festival(self.festival), self.own_year, self.usage)


def pinned_communities() -> tuple[str, ...]:
    """The communities that have a file of pins, in alphabetical order."""
    return root().stems("pins")


@by_root
def published(community: str) -> tuple[Pin, ...]:
    """The pins in a community's file; none where it has no file.

    Raises:
        DataFileError: the file is broken; the sentence names the pin and its value.
    """
    path = _path(community)
    return read_pins(path) if path.is_file() else ()


def pins_of(community: Community) -> tuple[Pin, ...]:
    """The same, once it is sure that the community keeps the pinned festivals.

    Raises:
        DataFileError: as `published`, or a pin is for a festival or a usage that does not exist; or the festival has no
            rule, and the pin lies outside the civil year that it names.
    """
    pins = published(community.id)
    for pin in pins:
        try:
            festival = community.festival(of_festival(pin.festival)[1])
            if pin.usage:
                community.usage(pin.usage)
        except UnknownNameError as error:
            raise DataFileError(f"{_path(community.id)}: the pin {pin.id!r} is for nothing: {error}") from error
        if festival.announced_only and pin.own_year != str(pin.first_day.year):
            raise DataFileError(
                f"{_path(community.id)}: the pin {pin.id!r} is on {pin.first_day}; "
                "a festival without a rule is counted by civil years, so the pin must name the year of its day."
            )
    return pins


def read_pins(path: Path) -> tuple[Pin, ...]:
    """The pins of one file; its stem is the community's id.

    Raises:
        DataFileError: an announcement without source or day of reading, a key that is no id, a value that is no day,
            a second pin for the same observance.
    """
    pins: dict[str, Pin] = {}
    for announcement in read_checked(path, "pins").get("announcement", ()):
        for key, value in announcement["days"].items():
            if key in pins:
                raise DataFileError(f"{path}: the pin {key!r} is there twice; one source for each date is enough.")
            pins[key] = _pin(path, key, value, announcement["source"], announcement["read"])
    return tuple(pins.values())


def _path(community: str) -> Path:
    return read_at("pins", f"{community}.toml")


def _pin(path: Path, key: str, value: date | list[date], source: str, read: date) -> Pin:
    named = ObservanceId.parsed(f"{path.stem}{SEPARATOR}{key}")
    if named is None:
        raise DataFileError(
            f"{path}: the pin {key!r} must name a festival and its own year, as 'ramadan/1447' does, "
            "in a file that bears the name of a community."
        )
    first, last = (value[0], value[1]) if isinstance(value, list) else (value, None)
    if last is not None and last < first:
        raise DataFileError(
            f"{path}: the pin {key!r} must be a day, as 2026-02-19, or a first and a last day, but is {value!r}."
        )
    return Pin(named.festival, named.own_year, named.usage, first, last, source, read)
