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
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import check_keys, is_day, read_toml, tables
from interfaith_cal.ground.root import by_root, read_at, root
from interfaith_cal.model import Community

FIELDS = ("source", "read", "days")
KEY = re.compile(r"([a-z0-9-]+)/(\d+[a-z]?)(?:/([a-z-]+))?")


@dataclass(frozen=True, slots=True)
class Pin:
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
        return "/".join(filter(None, (self.festival, self.own_year, self.usage)))

    @property
    def key(self) -> str:
        """Its key in the community's file: "ramadan/1447"."""
        return self.id.partition("/")[2]


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
            festival = community.festival(pin.festival.partition("/")[2])
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
    data = read_toml(path)
    check_keys(path, data, ("announcement",))
    for number, announcement in enumerate(tables(path, data, "announcement"), 1):
        where = f"{path}: announcement {number}"
        check_keys(where, announcement, FIELDS)
        source, read, days = (announcement.get(field) for field in FIELDS)
        if not isinstance(days, dict) or not days:
            raise DataFileError(f"{where} needs a table of days, but has {days!r}.")
        where = f"{where}, with the pin {next(iter(days))!r},"
        if not isinstance(source, str) or not source.strip():
            raise DataFileError(f"{where} needs a source, but has {source!r}.")
        if not is_day(read):
            raise DataFileError(f"{where} needs the day on which it was read, but has {read!r}.")
        for key, value in days.items():
            if key in pins:
                raise DataFileError(f"{path}: the pin {key!r} is there twice; one source for each date is enough.")
            pins[key] = _pin(path, key, value, source, read)
    return tuple(pins.values())


def _path(community: str) -> Path:
    return read_at("pins", f"{community}.toml")


def _pin(path: Path, key: str, value: object, source: str, read: date) -> Pin:
    named = KEY.fullmatch(key)
    if named is None:
        raise DataFileError(f"{path}: the pin {key!r} must name a festival and its own year, as 'ramadan/1447' does.")
    festival, own_year, usage = named.groups(default="")
    return Pin(f"{path.stem}/{festival}", own_year, usage, *_span(value, f"{path}: the pin {key!r}"), source, read)


def _span(value: object, where: str) -> tuple[date, date | None]:
    """First and last day of a pin; the last is None where only the first was published."""
    if is_day(value):
        return value, None
    if isinstance(value, list) and len(value) == 2 and all(map(is_day, value)) and value[0] <= value[1]:
        return value[0], value[1]
    raise DataFileError(f"{where} must be a day, as 2026-02-19, or a first and a last day, but is {value!r}.")
