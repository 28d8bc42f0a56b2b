"""Editions: which communities and festivals an output shows, in which order, colors and usages (`data/editions/`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.files import in_each_language
from interfaith_cal.ground.places import DEFAULT_COUNTRY, Country, country
from interfaith_cal.ground.root import read_at, root
from interfaith_cal.words.languages import check_names, in_language

DEFAULT = "all"


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day of the publisher's own: civil days, with name and text in each language."""

    id: str
    first_day: date
    last_day: date
    name: Mapping[str, str]
    text: Mapping[str, str]

    def name_in(self, lang: str) -> str:
        """The name in a language that the edition is made in."""
        return in_language(self.name, lang) or ""

    def text_in(self, lang: str) -> str:
        """The text in a language that the edition is made in."""
        return in_language(self.text, lang) or ""


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition chooses.

    Attributes:
        id: the file's stem.
        title: the title in each language.
        publisher: the publisher's name in each language; empty if nobody is named.
        languages: the languages it is made in.
        communities: ids of its communities in the order in which it shows them; all in print order if empty.
        rank: "major", "minor" or "all": the festivals it shows of each community.
        also: ids of festivals that it shows whatever their rank.
        without: ids of festivals that it leaves out.
        kinds: the kinds it shows; all if empty.
        usages: for a community its usages, where not the default.
        colors: for a community its color in print ("#RRGGBB"), where not that of the palette.
        own_days: the publisher's own days.
        country: the code of its country: its clock, its regions and places are those of the edition.
        public_holidays: the region whose public holidays stand in the background, as "NW"; "" for none.
        school_holidays: calendar files (.ics) whose days stand in the background.
    """

    id: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    languages: tuple[str, ...]
    communities: tuple[str, ...]
    rank: str = "all"
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    usages: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    colors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    own_days: tuple[OwnDay, ...] = ()
    country: str = DEFAULT_COUNTRY
    public_holidays: str = ""
    school_holidays: tuple[Path, ...] = ()

    def title_in(self, lang: str) -> str:
        """The title in a language; raises UnknownNameError if the edition is not made in it."""
        return self._said(self.title, lang)

    def publisher_in(self, lang: str) -> str:
        """The publisher's name in a language, else the title; raises UnknownNameError as `title_in` does."""
        return self._said(self.publisher or self.title, lang)

    def language(self, lang: str | None) -> str:
        """The language asked for, else the edition's first.

        Raises:
            UnknownNameError: there is no such language, or the edition is not made in it.
        """
        if lang is None:
            return self.languages[0]
        self.title_in(check_names(lang))
        return lang

    def _said(self, words: Mapping[str, str], lang: str) -> str:
        found = in_language(words, lang)
        if found is None:
            raise UnknownNameError(f"language of the edition {self.id!r}", lang, self.languages)
        return found


def edition(name: str) -> Edition:
    """An edition by its name ("nrw"), or one's own by the path of its file, which ends in .toml.

    Raises:
        UnknownNameError: there is no edition of that name.
        DataFileError: the file is missing, broken, or says something that does not exist.
    """
    if name.endswith(".toml"):
        return _read(Path(name))
    if name not in names():
        raise UnknownNameError("edition", name, names())
    return _read(read_at("editions", f"{name}.toml"))


def names() -> tuple[str, ...]:
    """The editions that have a name: those that are shipped, and those of one's own folder."""
    return root().stems("editions")


def _read(path: Path) -> Edition:
    data = read_checked(path, "editions")
    languages = tuple(data["languages"])
    home = _country(path, data)
    return Edition(
        id=path.stem,
        title=_words(path, data, "title", languages),
        publisher=_words(path, data, "publisher", languages) if "publisher" in data else MappingProxyType({}),
        languages=languages,
        communities=tuple(data.get("communities", ())),
        rank=data.get("rank", "all"),
        also=tuple(data.get("also", ())),
        without=tuple(data.get("without", ())),
        kinds=tuple(data.get("kinds", ())),
        usages=MappingProxyType({name: tuple(usages) for name, usages in data.get("usages", {}).items()}),
        colors=MappingProxyType({name: color.upper() for name, color in data.get("colors", {}).items()}),
        own_days=tuple(_own_day(path, number, day, languages) for number, day in enumerate(data.get("day", ()), 1)),
        country=home.code,
        public_holidays=_region(path, data, home),
        school_holidays=tuple(path.parent / name for name in data.get("school_holidays", ())),
    )


def _country(path: Path, data: Mapping[str, Any]) -> Country:
    try:
        return country(data.get("country", DEFAULT_COUNTRY))
    except UnknownNameError as error:
        raise DataFileError(f"{path}: {error}") from error


def _region(path: Path, data: Mapping[str, Any], home: Country) -> str:
    """The region whose public holidays count, by its code; "" for none."""
    named = data.get("public_holidays", "")
    try:
        return home.region(named) if named else ""
    except UnknownNameError as error:
        raise DataFileError(
            f"{path}: public_holidays is {named!r}, but must be one of {', '.join(home.regions)}."
        ) from error


def _words(path: Path, data: Mapping[str, Any], key: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    return in_each_language(path, key, data.get(key), languages)


def _own_day(path: Path, number: int, entry: Mapping[str, Any], languages: tuple[str, ...]) -> OwnDay:
    first, last = entry["date"], entry.get("until", entry["date"])
    if last < first:
        raise DataFileError(
            f"{path}: own day number {number} needs an `id`, a `date` and, if it is longer, an `until`."
        )
    name, text = _words(path, entry, "name", languages), _words(path, entry, "text", languages)
    return OwnDay(entry["id"], first, last, name, text)
