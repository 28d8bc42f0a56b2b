"""The id of an observance as a value: what it is made of, and how it is written.

It depends on nothing but community, festival, own year and usage, so that a corrected date moves an event and doubles
none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

SEPARATOR = "/"
FORM = re.compile(r"([a-z]+)/([a-z0-9-]+)/([0-9]+)([a-z]?)(?:/([a-z0-9-]+))?")


class KeeperId(str):
    """The id of a keeper as an edition has it; equal to the plain id, so that it may stand wherever that stands.

    Attributes:
        color: its color in the edition, "#RRGGBB"; "" for that of the palette.
        said: of a keeper that is no registered community, what a file of texts would say, by language; else None.
        namespace: what its events' UIDs are made within, beside the id.
        path: the file that says it.
        keeper: the community itself, where it is not registered.
    """

    color: str
    said: Mapping[str, Mapping[str, Any]] | None
    namespace: str
    path: Path | None
    keeper: Any

    def __new__(
        cls,
        text: str,
        color: str = "",
        said: Mapping[str, Mapping[str, Any]] | None = None,
        namespace: str = "",
        path: Path | None = None,
    ) -> KeeperId:
        """The id with what it brings along."""
        made = super().__new__(cls, text)
        made.color, made.said, made.namespace, made.path, made.keeper = color, said, namespace, path, None
        return made


def is_own(keeper: str) -> bool:
    """Whether a keeper is an edition's own, and no registered community."""
    return isinstance(keeper, KeeperId) and keeper.said is not None


class ObservanceId(NamedTuple):
    """Community, festival and own year of an observance, and the usage unless it is the community's first default.

    `own_year` is the festival's own year as a label ("5787"); of festivals that come more than once in it, a letter
    follows ("2027b").
    """

    community: str
    slug: str
    own_year: str
    usage: str = ""

    @classmethod
    def parsed(cls, text: str) -> ObservanceId | None:
        """An id as it is written ("islamic/ramadan/1447"); None for anything else."""
        parts = FORM.fullmatch(text)
        if parts is None:
            return None
        community, slug, year, letter, usage = parts.groups(default="")
        return cls(community, slug, f"{year}{letter}", usage)

    @property
    def festival(self) -> str:
        """The id of the festival: "islamic/ramadan"."""
        return f"{self.community}{SEPARATOR}{self.slug}"

    @property
    def within(self) -> str:
        """The id inside its community: "ramadan/1447"."""
        return SEPARATOR.join(filter(None, self[1:]))

    def __str__(self) -> str:
        """The id as it is written."""
        return SEPARATOR.join(filter(None, self))


def year_of(own_year: str) -> int:
    """The number of an own year, without the letter that tells several times in it apart."""
    return int(own_year.rstrip("abcdefghijklmnopqrstuvwxyz"))


def of_festival(identifier: str) -> tuple[str, str]:
    """The community and the slug that a festival's id names; the slug is "" where it names none."""
    community, _, slug = identifier.partition(SEPARATOR)
    return community, slug
