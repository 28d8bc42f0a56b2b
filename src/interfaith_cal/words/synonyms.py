"""Other words for festivals and communities, by which people look for them (`data/texts/<lang>/search.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root
from interfaith_cal.words.entries import path_of

STEM = "search"


class Same(NamedTuple):
    """Words that each mean any of some festivals, which are named by their ids."""

    festivals: tuple[str, ...]
    words: tuple[str, ...]


class Synonyms(NamedTuple):
    """Words of a language: for festivals, and for communities by their ids."""

    festivals: tuple[Same, ...]
    communities: Mapping[str, tuple[str, ...]]


NONE = Synonyms((), {})


@by_root
def synonyms(lang: str) -> Synonyms:
    """The words of a language; none where it has no such file. Raises DataFileError for one that is broken."""
    path = path_of(lang, STEM)
    return read_synonyms(path) if path.is_file() else NONE


def read_synonyms(path: Path) -> Synonyms:
    """The words of a file; raises DataFileError for one that is broken."""
    data = read_checked(path, STEM)
    groups = tuple(Same(tuple(same["festivals"]), tuple(same["words"])) for same in data.get("synonyms", ()))
    return Synonyms(groups, {name: tuple(words) for name, words in data.get("communities", {}).items()})
