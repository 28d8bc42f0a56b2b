"""The texts as the tests read them: whole files, and every string with the place where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from interfaith_cal.ground.root import shipped
from interfaith_cal.religions import PRINT_ORDER

TEXTS = shipped() / "texts"
COMPLETE = ("de", "en", "tr")
LANGUAGES = COMPLETE
# These have the names and greetings of the main feasts, and nothing else.
OF_NAMES = ("ar", "kmr", "ru", "uk")
# A language that has names and greetings alone.
NAMES_ALONE = """\
[community]
name = "Yahudilik"

[festivals.pesach]
name = "Pesah Bayramı"
short = "Pesah"
greeting = { words = "Hag sameah!" }
"""


class Said(NamedTuple):
    """A string of a file of texts: where it stands ("de/jewish festivals.pesach.name") and what it says."""

    where: str
    words: str


def read(lang: str, stem: str) -> dict[str, Any]:
    return tomllib.loads((TEXTS / lang / f"{stem}.toml").read_text(encoding="utf-8"))


def name_in_a_new_language(data: Path, lang: str = "qna") -> Path:
    """A folder of data of one's own with a language of names alone."""
    (data / "texts" / lang).mkdir(parents=True)
    (data / "texts" / lang / "jewish.toml").write_text(NAMES_ALONE, encoding="utf-8")
    return data


def said(lang: str) -> list[Said]:
    """Every string of the communities' texts in a language."""
    return [found for community in PRINT_ORDER for found in _strings(read(lang, community), f"{lang}/{community}")]


def prose(lang: str) -> list[Said]:
    """The strings in the language itself: no native names, no greetings in another language."""
    foreign = (".text", ".lang", ".script", ".words", ".answer", ".answer_script")
    return [found for found in said(lang) if not found.where.endswith(foreign)]


def greetings(entry: dict[str, Any]) -> list[dict[str, str]]:
    """All greetings of a festival's entry, those of its usages too."""
    usages: list[dict[str, Any]] = [entry, *entry.get("usages", {}).values()]
    return [
        said for words in usages for said in words.get("greetings", [words["greeting"]] if "greeting" in words else [])
    ]


def _strings(value: object, where: str) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(where, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _strings(inner, f"{where}.{number}.")
