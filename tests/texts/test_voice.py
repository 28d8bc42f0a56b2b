"""One voice: leave in one wording, one phrase where nobody congratulates, a note for every fast, four and four."""

from __future__ import annotations

import re

import pytest

import interfaith_cal as ic
from tests.texts.reading import COMPLETE, prose, read

COMMUNITIES = ("jewish", "protestant", "catholic", "orthodox")
LEAVE = {
    "de": r"Für (den Tag|die Tage|den Montag) kann Beurlaubung beantragt werden\.",
    "en": r"Leave can be requested for the (day|days|Monday)\.",
}
MENTIONED = {"de": r"beurlaub", "en": r"\bleave\b(?! school)"}


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("community", COMMUNITIES)
def test_leave_is_said_in_one_wording(community: str, lang: str) -> None:
    for slug, entry in read(lang, community)["festivals"].items():
        for said in [entry, *entry.get("usages", {}).values()]:
            rest = re.sub(LEAVE[lang], "", said.get("school", ""))
            assert not re.search(MENTIONED[lang], rest, re.IGNORECASE), (slug, rest)


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("community", COMMUNITIES)
def test_every_fast_tells_the_school(community: str, lang: str) -> None:
    (keeper,) = ic.communities([community])
    festivals = read(lang, community)["festivals"]
    assert [f.slug for f in keeper.festivals if f.kind is ic.Kind.FAST and "school" not in festivals[f.slug]] == []


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("community", COMMUNITIES)
def test_four_dos_and_four_donts(community: str, lang: str) -> None:
    about = read(lang, community)["community"]
    assert (len(about["dos"]), len(about["donts"])) == (4, 4)


@pytest.mark.parametrize("community", COMMUNITIES)
def test_english_has_one_phrase_where_nobody_congratulates(community: str) -> None:
    found = [text for text in prose("en") if text.where.startswith(f"en/{community}") and "ongratulat" in text.words]
    assert [text for text in found if not text.words.startswith("Congratulations are not appropriate")] == []


@pytest.mark.parametrize("lang", COMPLETE)
def test_no_text_talks_around_the_two_calendars(lang: str) -> None:
    around = r"im Januar\b|in January\b|hängt vom Kalender|depends on the calendar|je nach Kirche"
    orthodox = [text for text in prose(lang) if text.where.startswith(f"{lang}/orthodox festivals")]
    assert [text for text in orthodox if re.search(around, text.words)] == []
