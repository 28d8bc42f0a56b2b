"""Looking things up in `data/texts`: in the language asked for, or in one that says what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.checked import read_known
from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.root import by_root, read_at
from interfaith_cal.identity import KeeperId
from interfaith_cal.words.languages import FOLDER, PHRASES, chain, explains, language, languages, only_names

Said = tuple[str, Any]
"""What a file says, after the language of that file."""


def path_of(lang: str, stem: str) -> Path:
    """The file of a language about a community, or with its phrases; of an edition's own keeper that edition."""
    if isinstance(stem, KeeperId) and stem.path is not None:
        return stem.path
    return read_at(FOLDER, lang, f"{stem}.toml")


@by_root
def _file(lang: str, stem: str) -> Mapping[str, Any]:
    """A file of one language; nothing where it has no such file and is not one that must say everything."""
    path = path_of(lang, stem)
    may_lack = lang not in languages() or language(lang).fallback
    if may_lack and not path.is_file():
        return {}
    # The days of an edition's own stand in its file, whose reader has checked it.
    if isinstance(stem, KeeperId):
        return read_toml(path)
    return read_known(path, PHRASES.partition(".")[0] if path.name == PHRASES else "texts")


def found(lang: str, stem: str, path: tuple[str, ...]) -> Any:
    """What the file of one language says at a path of keys; None where it says nothing."""
    own = stem.said if isinstance(stem, KeeperId) else None
    value: Any = _file(lang, stem) if own is None else own.get(lang, {})
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def entry(lang: str, stem: str, *path: str) -> Said:
    """What is said at a path of keys, and in which language: the one asked for, or the first that it falls back to.

    Raises:
        DataFileError: none of them says it; the sentence names file and path.
    """
    tags = chain(lang)
    for tag in tags:
        if (value := found(tag, stem, path)) is not None:
            return tag, value
    lacking = next((tag for tag in tags if tag in languages()), tags[-1])
    raise DataFileError(f"{where(lacking, stem, path)} is missing.")


def explained(lang: str, stem: str, *path: str) -> Said:
    """The same of what a language of names does not have; raises InterfaithCalError where only that is asked."""
    if not explains(lang) and found(lang, stem, path) is None:
        chain(lang)
        raise only_names(lang)
    return entry(lang, stem, *path)


def where(lang: str, stem: str, path: tuple[str, ...]) -> str:
    """The beginning of a sentence about an entry: its file and its keys."""
    return f"{path_of(lang, stem)}: the entry {'.'.join(path)!r}"


def as_text(said: Said, stem: str, *path: str) -> str:
    """What is said, if it is a text."""
    tag, value = said
    if not isinstance(value, str) or not value:
        raise DataFileError(f"{where(tag, stem, path)} must be a text, but is {value!r}.")
    return value


def as_table(said: Said, stem: str, *path: str) -> dict[str, Any]:
    """What is said, if it is a table."""
    tag, value = said
    if not isinstance(value, dict):
        raise DataFileError(f"{where(tag, stem, path)} must be a table, but is {value!r}.")
    return value


def as_list(said: Said, stem: str, *path: str) -> list[str]:
    """What is said, if it is a list of texts."""
    tag, value = said
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise DataFileError(f"{where(tag, stem, path)} must be a list of texts, but is {value!r}.")
    return value
