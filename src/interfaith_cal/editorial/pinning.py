"""Amending a file of `data/pins`: the days of a filled proof sheet go where a person would have written them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from interfaith_cal.editorial.pins import Pin
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import quoted

NEW_FILE = """\
#:schema ../schemas/pins.schema.json
# Days that have been published, each with its source and the day on which it was read. They win over the rule."""
HEADER = "[[announcement]]"
DAYS = "[announcement.days]"

Entries = dict[str, tuple[object, object, object]]


def with_pins(content: str, pins: Iterable[Pin]) -> str:
    """The text of a community's file with more pins, or other days for those it has; comments and order stay.

    A pin keeps its line if its source and day of reading stay; else it joins the announcement that has these, or makes
    one at the end. An announcement that loses its last day goes.

    Raises:
        DataFileError: the file is not written one pin to a line.
    """
    before = _entries(content)
    changed = {pin.key: pin for pin in pins if before.get(pin.key) != _entry(pin)}
    try:
        amended = "\n".join(_amended(_blocks(content or NEW_FILE), changed)).rstrip("\n") + "\n"
        understood = _entries(amended) == before | {key: _entry(pin) for key, pin in changed.items()}
    except tomllib.TOMLDecodeError:
        understood = False
    if not understood:
        raise DataFileError("the file of pins can only be amended by hand: it is not written one pin to a line.")
    return amended


def _amended(blocks: list[list[str]], changed: Mapping[str, Pin]) -> Iterator[str]:
    """The lines of the file; a changed pin stands where it stood, or at the end of its announcement."""
    opening, *before = blocks
    announcements = [list(_updated(block, changed)) for block in before]
    homes = {_announced_by(block): block for block in reversed(announcements)}
    for pin in changed.values():
        if _source(pin) not in homes:
            homes[_source(pin)] = ["", HEADER, f"source = {quoted(pin.source)}", f"read = {pin.read}", "", DAYS]
            announcements.append(homes[_source(pin)])
        home = homes[_source(pin)]
        if pin.key not in map(_key_of, home):
            home.insert(max(n for n, line in enumerate(home, 1) if _key_of(line) or line.strip() == DAYS), _line(pin))
    yield from opening
    for block in announcements:
        yield from block if any(map(_key_of, block)) else (line for line in block if line.startswith("#"))


def _updated(block: list[str], changed: Mapping[str, Pin]) -> Iterator[str]:
    """The lines of an announcement with the days that changed, without those that have another source now."""
    announced_by = _announced_by(block)
    for line in block:
        pin = changed.get(_key_of(line))
        if pin is None:
            yield line
        elif _source(pin) == announced_by:
            yield _line(pin)


def _blocks(content: str) -> list[list[str]]:
    """The lines before the first announcement, and those of each announcement with what follows it."""
    blocks: list[list[str]] = [[]]
    for line in content.split("\n"):
        if line.strip() == HEADER:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _announced_by(block: Iterable[str]) -> tuple[str, date]:
    (announcement,) = tomllib.loads("\n".join(block))["announcement"]
    return announcement["source"], announcement["read"]


def _source(pin: Pin) -> tuple[str, date]:
    return pin.source, pin.read


def _key_of(line: str) -> str:
    """The key of a line that pins a day, else ""."""
    named = re.match(r"""\s*["']([^"']+)["']\s*=""", line)
    return named[1] if named else ""


def _line(pin: Pin) -> str:
    days = f"{pin.first_day}" if pin.last_day is None else f"[{pin.first_day}, {pin.last_day}]"
    return f'"{pin.key}" = {days}'


def _entries(content: str) -> Entries:
    announcements = tomllib.loads(content).get("announcement", ())
    return {key: (days, a["source"], a["read"]) for a in announcements for key, days in a["days"].items()}


def _entry(pin: Pin) -> tuple[object, object, object]:
    days = pin.first_day if pin.last_day is None else [pin.first_day, pin.last_day]
    return days, pin.source, pin.read
