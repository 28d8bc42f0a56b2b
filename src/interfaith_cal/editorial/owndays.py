"""The days that an edition brings along: what its file says of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import in_each_language
from interfaith_cal.model import FIRST_YEAR, Kind, Rank
from interfaith_cal.spans import LONGEST_SPAN

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
DATED = re.compile(r"([0-9]{1,2})\s+([a-z]+)", re.I)
COUNTED = re.compile(r"([a-z]+)\s+([a-z]+)\s+of\s+([a-z]+)", re.I)
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
WAYS = ("date", "every", "announced")


class Every(NamedTuple):
    """A day of each year: a day of a month, or the `number`th of its days that are a `weekday` (0 for Monday).

    The number 0 is the last of the month.
    """

    month: int
    number: int
    weekday: int | None = None


class Announcement(NamedTuple):
    """Days that were announced, and by whom."""

    first_day: date
    last_day: date
    source: str


class OwnDay(Struct, frozen=True):
    """A day of a publisher's own, with its words in each language.

    It falls once (`first_day` to `last_day`), in each year (`every`, from `since` on, for `days` days), or where it was
    announced.
    """

    id: str
    name: Mapping[str, str]
    text: Mapping[str, str]
    short: Mapping[str, str]
    school: Mapping[str, str]
    kind: Kind
    rank: Rank
    source: str
    first_day: date | None = None
    last_day: date | None = None
    every: Every | None = None
    since: int | None = None
    days: int = 1
    announced: tuple[Announcement, ...] | None = None


def own_days(path: Path, entries: Sequence[Mapping[str, Any]], languages: tuple[str, ...]) -> tuple[OwnDay, ...]:
    """The days of a file; raises DataFileError for one that is broken or has the id of another."""
    found: dict[str, OwnDay] = {}
    for number, entry in enumerate(entries, 1):
        day = _own_day(path, number, entry, languages)
        if day.id in found:
            raise DataFileError(f"{path}: own day number {number} has the id {day.id!r}, which is taken; give another.")
        found[day.id] = day
    return tuple(found.values())


def _own_day(path: Path, number: int, entry: Mapping[str, Any], languages: tuple[str, ...]) -> OwnDay:
    where = f"{path}: own day number {number} ({entry['id']!r})"
    if sum(way in entry for way in WAYS) != 1:
        raise DataFileError(f"{where} needs one of `date`, `every` and `announced`.")
    if "until" in entry and "date" not in entry:
        raise DataFileError(f"{where}: `until` goes with `date`; say with `days` how long each year's is.")

    def words(key: str) -> Mapping[str, str]:
        return in_each_language(path, key, entry[key], languages) if key in entry else {}

    first, last = _span(where, entry) if "date" in entry else (None, None)
    return OwnDay(
        entry["id"],
        words("name"),
        words("text"),
        words("short"),
        words("school"),
        _one_of(where, "kind", entry.get("kind", Kind.CUSTOM), Kind),
        _one_of(where, "rank", entry.get("rank", Rank.MAJOR), Rank),
        entry.get("source", ""),
        first,
        last,
        every(where, entry["every"]) if "every" in entry else None,
        entry.get("since"),
        entry.get("days", 1),
        _announcements(where, entry["announced"]) if "announced" in entry else None,
    )


def _one_of(where: str, key: str, value: str, known: Any) -> Any:
    if value not in tuple(known):
        raise DataFileError(f"{where}: {UnknownNameError(key, value, known)}")
    return known(value)


def _span(where: str, entry: Mapping[str, Any]) -> tuple[date, date]:
    """The first and the last day; raises DataFileError where they are no span, or lie outside of the known years."""
    first, last = entry["date"], entry.get("until", entry["date"])
    if first.year < FIRST_YEAR:
        raise DataFileError(f"{where}: {first} is before {FIRST_YEAR}, when the first known year begins.")
    if not 0 <= (last - first).days < LONGEST_SPAN:
        raise DataFileError(
            f"{where}: `until` is {last}, but must be a day from {first} on, at most {LONGEST_SPAN} days in all."
        )
    return first, last


def _announcements(where: str, entries: Sequence[Mapping[str, Any]]) -> tuple[Announcement, ...]:
    found: dict[int, Announcement] = {}
    for entry in entries:
        first, last = _span(where, entry)
        if first.year in found:
            raise DataFileError(f"{where}: two days are announced for {first.year}; give one.")
        found[first.year] = Announcement(first, last, entry["source"])
    return tuple(found[year] for year in sorted(found))


def every(where: str, text: str) -> Every:
    """The day of each year that words name: "10 December", "third Sunday of January"; raises DataFileError."""
    if dated := DATED.fullmatch(text.strip()):
        day, month = int(dated[1]), _number(dated[2], MONTHS)
        if month and 1 <= day <= LONGEST_MONTHS[month - 1]:
            return Every(month, day)
    elif counted := COUNTED.fullmatch(text.strip()):
        nth, weekday, month = NTH.get(counted[1].lower()), _number(counted[2], WEEKDAYS), _number(counted[3], MONTHS)
        if nth is not None and weekday and month:
            return Every(month, nth, weekday - 1)
    raise DataFileError(
        f"{where}: `every` is {text!r}; give one such as '10 December', 'third Sunday of January' or "
        "'last Friday of September'."
    )


def _number(name: str, names: Sequence[str]) -> int:
    """The place of a name, from 1; 0 if it is none of them."""
    return next((place for place, one in enumerate(names, 1) if one.lower() == name.lower()), 0)
