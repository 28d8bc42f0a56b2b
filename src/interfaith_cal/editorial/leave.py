"""Reading `data/leave`: what each Land provides for religious days, by which text, and what is not known.

    [leave]
    "jewish/pesach" = { days = [1, 2, 7, 8], granted = 1, application = "required", text = "bass", doubts = ["unseen"] }

    [protected]
    "jewish/yom-kippur" = { eve = "18:00", text = "feiertagsgesetz" }

A key is a festival's id. `days` counts its days from 1 (all if left out), `granted` is how many of these are given (all
if left out), `application` is "required", "notice" (the school is told), "none" or "unknown", `extent` is "day" or
"service" (as long as worship lasts); these three may stand at the top for all festivals. `text` is the id of a [[text]]
(the first if left out), `doubts` are names of tables [doubts.<name>] that say in each language what is not known.
[protected] are the days on which a holidays act protects employees and worship, `eve` the hour at which that begins on
the day before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import check_keys, in_each_language, is_day, read_toml, table, tables
from interfaith_cal.ground.root import by_root, read_at, root
from interfaith_cal.identity import of_festival
from interfaith_cal.words.languages import DEFAULT, in_language, whole_languages

Words = Mapping[str, str]
KEYS = (
    "land", "country", "codes", "application", "granted", "extent", "rule", "protection", "text", "unknown", "doubts",
    "leave", "protected",
)  # fmt: skip
TEXT_FIELDS = ("id", "name", "published", "where", "read")
LEAVE_FIELDS = ("days", "granted", "application", "extent", "text", "doubts")
PROTECTED_FIELDS = ("days", "granted", "extent", "eve", "text", "doubts")
# Fields that may stand at the top, for all festivals of a file; how many days are given is said of pupils.
COMMON = ("granted", "application", "extent")
HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def said(words: Words, lang: str) -> str:
    """A text of the rules in a language, or in one that says what it lacks."""
    return in_language(words, lang) or words[DEFAULT]


class Application(StrEnum):
    """Whether leave has to be asked for, or only announced."""

    REQUIRED = "required"
    NOTICE = "notice"
    NONE = "none"
    UNKNOWN = "unknown"


class Extent(StrEnum):
    """For how long: the whole day, or as long as worship lasts."""

    DAY = "day"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class LawText:
    """A law, decree or notice: its name in each language, its reference, where and on which day it was read."""

    id: str
    name: Words
    published: str
    where: str
    read: date


@dataclass(frozen=True, slots=True)
class Provision:
    """What a text provides for a festival: for pupils, or, where it is protected, for employees.

    `days` are those of its days, counted from 1, that the text names (all if empty); `granted` is how many of them are
    given (all if None); `eve` is the hour of the day before at which protection begins ("" where it does not);
    `doubts` say in each language what is not known; `protects` tells protection of employees from leave for pupils.
    """

    festival: str
    days: tuple[int, ...]
    granted: int | None
    application: Application
    extent: Extent
    eve: str
    text: LawText
    doubts: tuple[Words, ...]
    protects: bool = False

    def holds_on(self, number: int) -> bool:
        """Whether it holds on a day of the festival, counted from 1; on its eve, 0, only where an hour is named."""
        if number == 0:
            return bool(self.eve) and (not self.days or 1 in self.days)
        return number > 0 and (not self.days or number in self.days)

    @property
    def community(self) -> str:
        """The id of the community that keeps the festival."""
        return of_festival(self.festival)[0]


@dataclass(frozen=True, slots=True)
class LandLeave:
    """What a Land provides: its texts, leave for pupils and protection of employees in words, and the festivals.

    `protection` is empty where no text protects days of employees.
    """

    path: Path
    land: Words
    country: str
    codes: tuple[str, ...]
    rule: Words
    protection: Words
    texts: tuple[LawText, ...]
    unknown: tuple[Words, ...]
    leave: tuple[Provision, ...]
    protected: tuple[Provision, ...]

    @property
    def id(self) -> str:
        """The short name of its file: "nrw"."""
        return self.path.stem

    def decree(self, lang: str) -> str:
        """The names of its texts, in one line."""
        return "; ".join(said(text.name, lang) for text in self.texts)


def lands() -> tuple[str, ...]:
    """The short names of the Länder, and of other countries' parts, whose rules are there."""
    return root().stems("leave")


def leave_of(land: str) -> LandLeave:
    """The rules of a Land, by its short name, its code or its name: "nrw", "NW", "Nordrhein-Westfalen".

    Raises:
        UnknownNameError: there are no rules of such a Land.
        DataFileError: as `read_leave` does.
    """
    names = _names()
    if land.casefold() not in names:
        raise UnknownNameError("Land with rules of leave", land, names)
    return _rules_of(names[land.casefold()])


def leave_by_code(code: str, country: str) -> LandLeave | None:
    """The rules of a part of a country by its code in law ("NW" of "DE"), or of the whole country; None without any."""
    rules = [rules for stem in lands() if (rules := _rules_of(stem)).country == country]
    return next((land for name in (code, country) for land in rules if name in land.codes), None)


@by_root
def _names() -> Mapping[str, str]:
    """The short name of each Land by all that it is called."""
    rules = [_rules_of(stem) for stem in lands()]
    return {
        name.casefold(): land.id
        for land in rules
        for name in (land.id, *land.codes, *dict.fromkeys(land.land.values()))
    }


@by_root
def _rules_of(stem: str) -> LandLeave:
    return read_leave(read_at("leave", f"{stem}.toml"))


def read_leave(path: Path) -> LandLeave:
    """The rules in a file.

    Raises:
        DataFileError: it is broken; the sentence names the festival and the field.
    """
    data = read_toml(path)
    check_keys(path, data, KEYS)
    named = tuple(_law_text(path, number, found) for number, found in enumerate(tables(path, data, "text"), 1))
    if not named:
        raise DataFileError(f"{path}: `text` is missing; it needs at least one law, decree or notice, as [[text]].")
    reading = _Reading(
        path,
        {text.id: text for text in named},
        {name: _words(path, f"doubts.{name}", words) for name, words in table(path, data, "doubts").items()},
        {field: data[field] for field in COMMON if field in data},
    )
    unknown, codes, country = tables(path, data, "unknown"), data.get("codes", []), data.get("country", "DE")
    if not isinstance(codes, list) or not all(isinstance(code, str) and code for code in codes):
        raise DataFileError(f"{path}: `codes` must be a list of texts, but is {codes!r}.")
    if not isinstance(country, str) or not country:
        raise DataFileError(f"{path}: `country` must be a code such as 'DE', but is {country!r}.")
    if not table(path, data, "leave") and not unknown:
        raise DataFileError(f"{path}: `leave` is missing or empty; then an [[unknown]] must say what was looked for.")
    return LandLeave(
        path,
        _words(path, "land", data.get("land")),
        country,
        tuple(codes),
        _words(path, "rule", data.get("rule")),
        _words(path, "protection", data["protection"]) if "protection" in data else {},
        named,
        tuple(_words(path, f"unknown number {number}", words) for number, words in enumerate(unknown, 1)),
        tuple(reading.provision(*entry, LEAVE_FIELDS) for entry in table(path, data, "leave").items()),
        tuple(reading.provision(*entry, PROTECTED_FIELDS) for entry in table(path, data, "protected").items()),
    )


def _words(path: Path, name: str, words: object) -> Words:
    return in_each_language(path, name, words, whole_languages())


def _law_text(path: Path, number: int, found: Mapping[str, Any]) -> LawText:
    where = f"{path}: text number {number}"
    check_keys(where, found, TEXT_FIELDS, "field")
    for field in ("id", "published", "where"):
        if not isinstance(found.get(field), str) or not found[field]:
            raise DataFileError(f"{where}: `{field}` must be a text, but is {found.get(field)!r}.")
    if not is_day(found.get("read")):
        raise DataFileError(f"{where}: `read` must be the day on which it was read, but is {found.get('read')!r}.")
    name = _words(path, f"text number {number}: name", found.get("name"))
    return LawText(found["id"], name, found["published"], found["where"], found["read"])


Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file that is being read: what its festivals may refer to, and what holds for all of them."""

    path: Path
    texts: Mapping[str, LawText]
    doubts: Mapping[str, Words]
    common: Mapping[str, Any]

    def provision(self, festival: str, own: object, known: tuple[str, ...]) -> Provision:
        """What is provided for a festival; raises DataFileError naming it and the field."""
        where = f"{self.path}: {festival!r}"
        if not isinstance(own, dict):
            raise DataFileError(f"{where}: must be a table, as {{ days = [1] }}, but is {own!r}.")
        check_keys(where, own, known, "field")
        shared = self.common if known is LEAVE_FIELDS else {"extent": self.common.get("extent", Extent.DAY)}
        fields = {**shared, **own}
        return Provision(
            festival,
            _days(where, fields.get("days", [])),
            _granted(where, fields.get("granted")),
            # Employees are told by [protection] whether they have to ask.
            _one_of(where, "application", fields.get("application"), Application)
            if "application" in known
            else Application.UNKNOWN,
            _one_of(where, "extent", fields.get("extent", Extent.DAY), Extent),
            _hour(where, fields.get("eve", "")),
            self._text(where, fields.get("text", next(iter(self.texts)))),
            self._doubts(where, fields.get("doubts", [])),
            protects=known is PROTECTED_FIELDS,
        )

    def _text(self, where: str, named: object) -> LawText:
        if not isinstance(named, str) or named not in self.texts:
            raise DataFileError(f"{where}: `text` is {named!r}, but must be one of {', '.join(self.texts)}.")
        return self.texts[named]

    def _doubts(self, where: str, named: object) -> tuple[Words, ...]:
        if not isinstance(named, list) or not all(name in tuple(self.doubts) for name in named):
            allowed = ", ".join(self.doubts) or "nothing"
            raise DataFileError(f"{where}: `doubts` is {named!r}, but may name only {allowed}.")
        return tuple(self.doubts[name] for name in named)


def _days(where: str, days: object) -> tuple[int, ...]:
    if (
        not isinstance(days, list)
        or not all(type(day) is int and day >= 1 for day in days)
        or sorted(set(days)) != days
    ):
        raise DataFileError(f"{where}: `days` must count up from 1, as [1, 2, 7, 8], but is {days!r}.")
    return tuple(days)


def _granted(where: str, granted: object) -> int | None:
    if granted is not None and (type(granted) is not int or granted < 1):
        raise DataFileError(f"{where}: `granted` must be a number of days, but is {granted!r}.")
    return granted


def _one_of(where: str, field: str, found: object, allowed: type[Choice]) -> Choice:
    if not isinstance(found, str) or found not in tuple(allowed):
        raise DataFileError(f"{where}: `{field}` is {found!r}, but must be one of {', '.join(allowed)}.")
    return allowed(found)


def _hour(where: str, eve: object) -> str:
    if eve != "" and (not isinstance(eve, str) or not HOUR.fullmatch(eve)):
        raise DataFileError(f"{where}: `eve` must be an hour of the day before, as '18:00', but is {eve!r}.")
    return str(eve)
