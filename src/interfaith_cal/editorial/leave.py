"""Reading `data/leave`: for each Land the festivals for which pupils get leave, with the decree and what is not known.

    [leave]
    "jewish/pesach" = { days = [1, 2, 7, 8], granted = 1, application = "required", doubts = ["unseen"] }

A key is a festival's id. `days` counts its days from 1 (all if left out), `granted` is how many of these are given (all
if left out), `application` is "required", "none" or "unknown"; the last two may stand at the top for all festivals.
`doubts` are names of tables [doubts.<name>] that say in each language what is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import check_keys, in_each_language, read_toml, table, tables
from interfaith_cal.ground.root import read_at, root
from interfaith_cal.words.languages import DEFAULT, in_language, whole_languages

Words = Mapping[str, str]
KEYS = ("land", "decree", "sources", "application", "granted", "rule", "unknown", "doubts", "leave")
FIELDS = ("days", "granted", "application", "doubts")


class Application(StrEnum):
    """Whether leave has to be asked for."""

    REQUIRED = "required"
    NONE = "none"
    UNKNOWN = "unknown"


def said(words: Words, lang: str) -> str:
    """A text of the rules in a language, or in one that says what it lacks."""
    return in_language(words, lang) or words[DEFAULT]


@dataclass(frozen=True, slots=True)
class Entitlement:
    """A festival for which pupils get leave.

    `days` are those of its days, counted from 1, on which leave may be taken (all if empty); `granted` is how many of
    them are given (all if None); `doubts` say in each language what is not known.
    """

    festival: str
    days: tuple[int, ...]
    granted: int | None
    application: Application
    doubts: tuple[Words, ...]

    @property
    def community(self) -> str:
        """The id of the community that keeps the festival."""
        return self.festival.partition("/")[0]


@dataclass(frozen=True, slots=True)
class LandLeave:
    """What a Land provides: its name, the decree, the rule in words, what is not known, and the festivals."""

    path: Path
    land: Words
    decree: Words
    rule: Words
    sources: tuple[str, ...]
    unknown: tuple[Words, ...]
    entitlements: tuple[Entitlement, ...]


def lands() -> tuple[str, ...]:
    """The Länder whose rules are there."""
    return root().stems("leave")


def leave_of(land: str) -> LandLeave:
    """The rules of a Land, by the short name of their file ("nrw").

    Raises:
        UnknownNameError: there are no rules of such a Land.
        DataFileError: as `read_leave` does.
    """
    if land.lower() not in lands():
        raise UnknownNameError("Land with rules of leave", land, lands())
    return read_leave(read_at("leave", f"{land.lower()}.toml"))


def read_leave(path: Path) -> LandLeave:
    """The rules in a file.

    Raises:
        DataFileError: it is broken; the sentence names the festival and the field.
    """
    data = read_toml(path)
    check_keys(path, data, KEYS)
    doubts = {name: _words(path, f"doubts.{name}", words) for name, words in table(path, data, "doubts").items()}
    festivals = table(path, data, "leave")
    if not festivals:
        raise DataFileError(f"{path}: `leave` is missing or empty; it needs at least one festival.")
    sources, unknown = data.get("sources"), tables(path, data, "unknown")
    if not isinstance(sources, list) or not sources or not all(isinstance(source, str) for source in sources):
        raise DataFileError(f"{path}: `sources` must be a list of texts, but is {sources!r}.")
    common: dict[str, Any] = {field: value for field, value in data.items() if field in ("granted", "application")}
    return LandLeave(
        path,
        _words(path, "land", data.get("land")),
        _words(path, "decree", data.get("decree")),
        _words(path, "rule", data.get("rule")),
        tuple(sources),
        tuple(_words(path, f"unknown number {number}", words) for number, words in enumerate(unknown, 1)),
        tuple(_entitlement(path, festival, common, fields, doubts) for festival, fields in festivals.items()),
    )


def _words(path: Path, name: str, words: object) -> Words:
    return in_each_language(path, name, words, whole_languages())


def _entitlement(
    path: Path, festival: str, common: Mapping[str, Any], own: object, doubts: Mapping[str, Words]
) -> Entitlement:
    where = f"{path}: {festival!r}"
    if not isinstance(own, dict):
        raise DataFileError(f"{where}: must be a table, as {{ days = [1] }}, but is {own!r}.")
    check_keys(where, own, FIELDS, "field")
    fields = {**common, **own}
    days, granted = fields.get("days", []), fields.get("granted")
    application, named = fields.get("application"), fields.get("doubts", [])
    if (
        not isinstance(days, list)
        or not all(type(day) is int and day >= 1 for day in days)
        or sorted(set(days)) != days
    ):
        raise DataFileError(f"{where}: `days` must count up from 1, as [1, 2, 7, 8], but is {days!r}.")
    if granted is not None and (type(granted) is not int or granted < 1):
        raise DataFileError(f"{where}: `granted` must be a number of days, but is {granted!r}.")
    if application not in tuple(Application):
        raise DataFileError(f"{where}: `application` is {application!r}, but must be one of {', '.join(Application)}.")
    if not isinstance(named, list) or not all(name in tuple(doubts) for name in named):
        raise DataFileError(f"{where}: `doubts` is {named!r}, but may name only {', '.join(doubts) or 'nothing'}.")
    return Entitlement(festival, tuple(days), granted, Application(application), tuple(doubts[name] for name in named))
