"""The phrases of the outputs: none is missing in a language, none is left over; and each community has its color."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.editorial import palette
from interfaith_cal.ground.root import shipped
from interfaith_cal.religions import PRINT_ORDER
from tests.texts.reading import LANGUAGES, read

SPEAKING = (*Path(ic.__file__).parent.rglob("*.py"), *(shipped() / "templates").rglob("*.html"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SPEAKING))
# Keys that code and templates compose: f"kind-{kind}" and "kind-" ~ kind stand for all that begin with "kind-"; these
# three are composed of parts.
COMPOSED = (
    *set(re.findall(r'f"([a-z]+(?:-[a-z]+)*-)\{', CODE)),
    *(set(re.findall(r'"([a-z]+(?:-[a-z]+)+-)" ~ ', CODE))),
    "feed-name-", "feed-description-", "moved-",
)  # fmt: skip


def test_the_phrases_of_all_languages_stand_in_the_same_order() -> None:
    german, *others = (
        {section: list(entries) for section, entries in read(lang, "phrases").items() if section != "inside"}
        for lang in LANGUAGES
    )
    assert [said for said in others if said != german] == []


def test_every_phrase_is_used() -> None:
    keys = {key.removesuffix("-one") for key in read("de", "phrases")["phrases"]}
    assert {key for key in keys if not key.startswith(COMPOSED) and not re.search(f"[\"']{key}[\"']", CODE)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wordings_inside_a_sentence_are_of_phrases(lang: str) -> None:
    phrases = read(lang, "phrases")
    assert set(phrases["inside"]) <= set(phrases["phrases"])


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_each_community_has_its_color_with_legible_ink(community: str) -> None:
    color = palette.color(community)
    ink = 0.0 if color.ink == "black" else 1.0
    paper = palette._luminance(color.hex)
    assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 4.5
