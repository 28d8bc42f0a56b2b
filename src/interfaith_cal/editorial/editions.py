"""Editions: which communities and festivals an output shows, in which order, colors and usages (`data/editions/`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from interfaith_cal.editorial.logos import Logo, logo
from interfaith_cal.editorial.owndays import OwnDay, own_days
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.files import in_each_language
from interfaith_cal.ground.places import DEFAULT_COUNTRY, Country, country
from interfaith_cal.ground.root import read_at, root
from interfaith_cal.words.languages import LanguageName, check_names, in_language

DEFAULT = "all"
OWN = "own"
"""Stands for the publisher among the communities, where an edition has days of its own."""
KEEPER = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition chooses.

    Attributes:
        id: the file's stem.
        title: the title in each language.
        publisher: the publisher's name in each language; empty if nobody is named.
        languages: the languages it is made in.
        communities: ids of its communities in the order in which it shows them; all in print order if None.
        rank: "major", "minor" or "all": the festivals it shows of each community.
        also: ids of festivals that it shows whatever their rank.
        without: ids of festivals that it leaves out.
        kinds: the kinds it shows; all if empty.
        usages: for a community its usages, where not the default.
        colors: for a community its color ("#RRGGBB"), where not that of the palette.
        own_days: the publisher's own days.
        country: the code of its country: its clock, its regions and places are those of the edition.
        public_holidays: the region whose public holidays stand in the background, as "NW"; "" for none.
        school_holidays: calendar files (.ics) whose days stand in the background.
        path: its file.
        subtitle: a line below the title, in each language; empty for none.
        logo: the publisher's picture.
        accent: the color of the publisher and of its own days; "" for the usual one.
        code: the short sign of its own days, in each language; empty for the usual one.
        namespace: what tells its own days from those of all other editions.
        imprint: who is answerable for its site, in each language; empty if that is not said.
        contact: how the publisher is reached, in each language; empty if that is not said.
        included: the editions whose own days it shows beside its own.
    """

    id: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    languages: tuple[str, ...]
    communities: tuple[str, ...] | None
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
    path: Path = Path()
    subtitle: Mapping[str, str] = field(default_factory=dict)
    logo: Logo | None = None
    accent: str = ""
    code: Mapping[str, str] = field(default_factory=dict)
    namespace: str = ""
    imprint: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    included: tuple[Edition, ...] = ()

    def title_in(self, lang: LanguageName) -> str:
        """The title in a language; raises UnknownNameError if the edition is not made in it."""
        return self._said(self.title, lang)

    def publisher_in(self, lang: LanguageName) -> str:
        """The publisher's name in a language, else the title; raises UnknownNameError as `title_in` does."""
        return self._said(self.publisher or self.title, lang)

    def language(self, lang: LanguageName | None) -> str:
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


def _read(path: Path, *, including: bool = True) -> Edition:
    """The edition of a file; where it is included by another, without what it includes itself."""
    data = read_checked(path, "editions")
    languages = tuple(data["languages"])
    home = _country(path, data)
    return Edition(
        id=path.stem,
        title=in_each_language(path, "title", data["title"], languages),
        publisher=_words(path, data, "publisher", languages),
        languages=languages,
        communities=tuple(data["communities"]) if "communities" in data else None,
        rank=data.get("rank", "all"),
        also=tuple(data.get("also", ())),
        without=tuple(data.get("without", ())),
        kinds=tuple(data.get("kinds", ())),
        usages=MappingProxyType({name: tuple(usages) for name, usages in data.get("usages", {}).items()}),
        colors=MappingProxyType({name: color.upper() for name, color in data.get("colors", {}).items()}),
        own_days=own_days(path, data.get("day", ()), languages),
        country=home.code,
        public_holidays=_region(path, data, home),
        school_holidays=tuple(path.parent / name for name in data.get("school_holidays", ())),
        path=path,
        subtitle=_words(path, data, "subtitle", languages),
        logo=logo(path.parent / data["logo"]) if "logo" in data else None,
        accent=data.get("accent", "").upper(),
        code=_words(path, data, "code", languages),
        namespace=data.get("namespace", path.stem),
        imprint=_words(path, data, "imprint", languages),
        contact=_words(path, data, "contact", languages),
        included=_included(path, data.get("include", ())) if including else (),
    )


def _included(path: Path, named: Iterable[str]) -> tuple[Edition, ...]:
    """The editions that a file includes, each once.

    Raises:
        DataFileError: one is not there, has no days of its own, or a name by which its days cannot be told apart.
    """
    found: dict[str, Edition] = {}
    for name in named:
        own = name.endswith(".toml")
        if not own and name not in names():
            raise DataFileError(f"{path}: include: {UnknownNameError('edition', name, names())}")
        other = _read(path.parent / name if own else read_at("editions", f"{name}.toml"), including=False)
        if not other.own_days:
            raise DataFileError(f"{path}: include: the edition {name!r} has no days of its own.")
        if not KEEPER.fullmatch(other.id) or other.id in (OWN, *found):
            raise DataFileError(
                f"{path}: include: the days of {name!r} cannot be told from others; name its file with small letters "
                f"(a to z) alone, and not {OWN!r} or as another."
            )
        found[other.id] = other
    return tuple(found.values())


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
    """The texts under a key in each language; none where there is no such key."""
    return in_each_language(path, key, data[key], languages) if key in data else MappingProxyType({})
