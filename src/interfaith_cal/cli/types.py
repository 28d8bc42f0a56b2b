"""The types of the command line's values: each knows its words, so that a shell completes them.

A word that is none of them is refused in one sentence, here or by the reader of the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from interfaith_cal.errors import UnknownNameError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Words = Callable[[], Iterable[str]]


class OneOf(click.Choice[str]):
    """One of a few words that never change; another is an UnknownNameError that says what they are words for."""

    def __init__(self, what: str, words: Iterable[str]) -> None:
        super().__init__(words)
        self.what = what

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself; raises UnknownNameError for one that is not known."""
        if value not in self.choices:
            raise UnknownNameError(self.what, value, self.choices)
        return str(value)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """What may stand there, in one line."""
        return f"Known are: {', '.join(self.choices)}."


class KnownName(click.ParamType[str]):
    """A name that data or registry know; whoever reads it refuses others.

    A list of them has commas between its names. `files` is the ending of files that may be named instead.
    """

    def __init__(self, name: str, words: Words, *, listed: bool = False, files: str = "") -> None:
        self.name = name
        self.words = words
        self.listed = listed
        self.files = files

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin as what is typed, and a word for the shell where files may be named."""
        from click.shell_completion import CompletionItem

        before, comma, begun = incomplete.rpartition(",") if self.listed else ("", "", incomplete)
        found = [CompletionItem(f"{before}{comma}{word}") for word in self.words() if word.startswith(begun)]
        return found if found or not self.files else [CompletionItem(incomplete, type="file")]


def communities() -> Iterable[str]:
    """The ids of communities and of their groups."""
    from interfaith_cal.religions import GROUPS, PRINT_ORDER

    return (*PRINT_ORDER, *GROUPS)


def usages() -> Iterable[str]:
    """Every usage as it is named in an option: "orthodox=old-calendar"."""
    from interfaith_cal.religions import communities as registered

    return (f"{community.id}={usage.id}" for community in registered() for usage in community.usages)


def festivals() -> Iterable[str]:
    """The ids of all festivals."""
    from interfaith_cal.religions import communities as registered

    return (festival.id for community in registered() for festival in community.festivals)


def editions() -> Iterable[str]:
    """The editions that have a name."""
    from interfaith_cal.editorial.editions import names

    return names()


def languages() -> Iterable[str]:
    """The languages that outputs can be made in."""
    from interfaith_cal.words.languages import languages as spoken

    return spoken()


def cities() -> Iterable[str]:
    """The cities whose sunset is known by name, of each country."""
    from interfaith_cal.ground.places import countries, country

    return (city for code in countries() for city in country(code).places)


def regions() -> Iterable[str]:
    """The codes of regions with public holidays of their own, of each country."""
    from interfaith_cal.ground.places import countries, country

    return dict.fromkeys(region for code in countries() for region in country(code).regions)


def lands_with_leave() -> Iterable[str]:
    """The Länder whose rules of leave are there, by the short names of their files."""
    from interfaith_cal.model.leave import lands

    return lands()


def columns() -> Iterable[str]:
    """The columns of a list."""
    from interfaith_cal.export.rows import COLUMNS, MORE_COLUMNS

    return (*COLUMNS, *MORE_COLUMNS)


COMMUNITY = KnownName("name", communities)
USAGE = KnownName("community=usage", usages)
FESTIVAL = KnownName("festival", festivals)
EDITION = KnownName("name|file", editions, files=".toml")
LANGUAGE = KnownName("language", languages)
LANGUAGES = KnownName("language,...", languages, listed=True)
PLACE = KnownName("city|north,east", cities)
LAND = KnownName("land", regions)
LEAVE_LAND = KnownName("land", lands_with_leave)
LEAVE_LANDS = KnownName("land,land,...", lands_with_leave, listed=True)
COLUMNS = KnownName("name,name,...", columns, listed=True)
