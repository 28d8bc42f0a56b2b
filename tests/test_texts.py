"""The texts are complete in each language, and each language says the same things."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import interfaith_cal as ic
from interfaith_cal._data import data_root
from interfaith_cal.communities import PRINT_ORDER
from interfaith_cal.editorial import palette

TEXTS = data_root() / "texts"
SOURCE = Path(ic.__file__).parent


def read(lang: str, stem: str) -> dict[str, Any]:
    return tomllib.loads((TEXTS / lang / f"{stem}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("community", PRINT_ORDER)
def test_each_festival_has_exactly_one_entry(lang: str, community: str) -> None:
    assert list(read(lang, community)["festivals"]) == [f.slug for f in ic.communities([community])[0].festivals]


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_native_names_are_the_same_in_every_language(community: str) -> None:
    german, english = read("de", community)["festivals"], read("en", community)["festivals"]
    assert {slug: entry.get("native") for slug, entry in german.items()} == {
        slug: entry.get("native") for slug, entry in english.items()
    }


def test_phrases_have_the_same_keys_and_blanks_in_both_languages() -> None:
    german, english = read("de", "phrases"), read("en", "phrases")
    assert {section: list(entries) for section, entries in german.items()} == {
        section: list(entries) for section, entries in english.items()
    }
    for section in ("phrases", "dates", "day-patterns", "date-patterns"):
        for key, words in german[section].items():
            blanks = set(re.findall(r"{\w+", words)), set(re.findall(r"{\w+", english[section][key]))
            # The wording for one may leave out the number it stands for.
            assert blanks[0] == blanks[1] or key.endswith("-one"), key


def test_months_are_named_alike_in_number() -> None:
    german, english = read("de", "phrases")["months"], read("en", "phrases")["months"]
    assert {name: len(months) for name, months in german.items()} == {
        name: len(months) for name, months in english.items()
    }


def test_every_phrase_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    composed = ("weekday-", "begins-", "certainty-", "kind-", "rank-", "column-", "feed-", "moved-", "days-")
    unused = [
        key
        for key in read("de", "phrases")["phrases"]
        if not key.startswith(composed) and f'"{key.removesuffix("-one")}"' not in code
    ]
    assert unused == []


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_each_community_has_its_color_with_legible_ink(community: str) -> None:
    color = palette.color(community)
    ink = 0.0 if color.ink == "black" else 1.0
    paper = palette._luminance(color.hex)
    assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 4.5
