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

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.checked import read
from interfaith_cal.ground.files import in_each_language
from interfaith_cal.ground.root import by_root, read_at, root
from interfaith_cal.identity import SEPARATOR, of_festival
from interfaith_cal.words import texts
from interfaith_cal.words.languages import DEFAULT, in_language, whole_languages

if TYPE_CHECKING:
    from interfaith_cal.ground.forms import leave as forms

Words = Mapping[str, str]


def said(words: Words, lang: str) -> str:
    """A text of the rules in a language, or in one that says what it lacks."""
    return in_language(words, lang) or words[DEFAULT]


class Application(StrEnum):
    """Whether leave has to be asked for, or only announced."""

    REQUIRED = "required"
    NOTICE = "notice"
    NONE = "none"
    UNKNOWN = "unknown"

    def words(self, lang: str) -> str:
        """How it is said: "auf Antrag"."""
        return texts.wording(lang, PHRASES[self])


PHRASES = {
    Application.NONE: "leave-none",
    Application.NOTICE: "leave-notify",
    Application.REQUIRED: "leave-required",
    Application.UNKNOWN: "leave-unknown",
}


class Extent(StrEnum):
    """For how long: the whole day, or as long as worship lasts."""

    DAY = "day"
    SERVICE = "service"


class LawText(Struct, frozen=True):
    """A law, decree or notice: its name in each language, its reference, where and on which day it was read."""

    id: str
    name: Words
    published: str
    where: str
    read: date


class Provision(Struct, frozen=True):
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


class LandLeave(Struct, frozen=True):
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

    @property
    def code(self) -> str:
        """What laws and others call it by first: "NW"."""
        return next(iter(self.codes), self.id.upper())

    @property
    def region(self) -> str:
        """The code of its region, by which holidays are kept; "" for a whole country."""
        return "" if self.code == self.country else self.code

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


def school_note(community: str, slug: str, lang: str, usage: str) -> str:
    """What a school should know of a festival, with its note of leave where the words have a blank for it."""
    words = texts.school_note(community, slug, lang, usage)
    return words.replace(texts.LEAVE, note(f"{community}{SEPARATOR}{slug}", lang)) if texts.LEAVE in words else words


def note(festival: str, lang: str) -> str:
    """In which Länder pupils get leave for a festival, and how: "Beurlaubung: ohne Antrag (BY); auf Antrag (NW?)".

    A question mark stands behind a Land whose file names a doubt about the festival.
    """
    terms: dict[tuple[Application, Extent], list[str]] = defaultdict(list)
    for land in map(_rules_of, lands()):
        for provision in land.leave:
            if provision.festival == festival:
                terms[provision.application, provision.extent].append(land.code + ("?" if provision.doubts else ""))
    if not terms:
        return texts.wording(lang, "leave-note-none")
    said_so = (
        f"{_how(*how, lang)} ({', '.join(sorted(terms[how]))})" for how in product(PHRASES, Extent) if how in terms
    )
    return texts.wording(lang, "leave-note", terms="; ".join(said_so))


def _how(application: Application, extent: Extent, lang: str) -> str:
    service = [texts.wording(lang, "leave-service")] if extent is Extent.SERVICE else []
    return ", ".join([application.words(lang), *service])


def read_leave(path: Path) -> LandLeave:
    """The rules in a file.

    Raises:
        DataFileError: it is broken; the sentence names the festival and the field.
    """
    from interfaith_cal.ground.forms.leave import LeaveFile

    file = read(path, LeaveFile)
    if not file.text:
        raise DataFileError(f"{path}: `text` is missing; it needs at least one law, decree or notice, as [[text]].")
    if not file.leave and not file.unknown:
        raise DataFileError(f"{path}: `leave` is missing or empty; then an [[unknown]] must say what was looked for.")
    named = tuple(
        LawText(text.id, _words(path, f"text number {number}: name", text.name), text.published, text.where, text.read)
        for number, text in enumerate(file.text, 1)
    )
    reading = _Reading(
        path,
        file,
        {text.id: text for text in named},
        {name: _words(path, f"doubts.{name}", words) for name, words in file.doubts.items()},
    )
    return LandLeave(
        path,
        _words(path, "land", file.land),
        file.country,
        tuple(file.codes),
        _words(path, "rule", file.rule),
        _words(path, "protection", file.protection) if file.protection else {},
        named,
        tuple(_words(path, f"unknown number {number}", words) for number, words in enumerate(file.unknown, 1)),
        tuple(reading.of_pupils(*entry) for entry in file.leave.items()),
        tuple(reading.of_employees(*entry) for entry in file.protected.items()),
    )


def _words(path: Path, name: str, words: Words) -> Words:
    return in_each_language(path, name, words, whole_languages())


class _Reading(Struct, frozen=True):
    """A file that is being read: what its festivals may refer to, and what holds for all of them."""

    path: Path
    file: forms.LeaveFile
    texts: Mapping[str, LawText]
    doubts: Mapping[str, Words]

    def of_pupils(self, festival: str, own: forms.OfPupils) -> Provision:
        """The leave for a festival; raises DataFileError naming it and the field."""
        application = own.application or self.file.application or None
        if application not in tuple(Application):
            allowed = ", ".join(Application)
            raise DataFileError(
                f"{self.path}: {festival!r}: `application` is {application!r}, but must be one of {allowed}."
            )
        granted = own.granted or self.file.granted or None
        return self._provision(festival, own, granted, Application(application), "", protects=False)

    def of_employees(self, festival: str, own: forms.OfEmployees) -> Provision:
        """The protection on a festival; employees are told by [protection] whether they have to ask."""
        return self._provision(festival, own, own.granted or None, Application.UNKNOWN, own.eve or "", protects=True)

    def _provision(
        self,
        festival: str,
        own: forms.Provided,
        granted: int | None,
        application: Application,
        eve: str,
        *,
        protects: bool,
    ) -> Provision:
        where = f"{self.path}: {festival!r}"
        if sorted(set(own.days)) != own.days:
            raise DataFileError(f"{where}: `days` must count up from 1, as [1, 2, 7, 8], but is {own.days!r}.")
        text = own.text or next(iter(self.texts))
        if text not in self.texts:
            raise DataFileError(f"{where}: `text` is {text!r}, but must be one of {', '.join(self.texts)}.")
        if not set(own.doubts) <= self.doubts.keys():
            allowed = ", ".join(self.doubts) or "nothing"
            raise DataFileError(f"{where}: `doubts` is {own.doubts!r}, but may name only {allowed}.")
        return Provision(
            festival,
            tuple(own.days),
            granted,
            application,
            Extent(own.extent or self.file.extent),
            eve,
            self.texts[text],
            tuple(self.doubts[name] for name in own.doubts),
            protects,
        )
