"""One voice for all communities: how one is addressed, how leave is spoken of, and what a school is told of a fast."""

from __future__ import annotations

import re
from typing import Any

import pytest

import interfaith_cal as ic
from interfaith_cal.model import Kind
from interfaith_cal.religions import PRINT_ORDER
from tests.texts.reading import greetings, read


def entries(lang: str, community: ic.CommunityId) -> dict[str, Any]:
    festivals: dict[str, Any] = read(lang, community)["festivals"]
    return festivals


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_greeting_is_meant_politely(community: ic.CommunityId) -> None:
    for slug, entry in entries("de", community).items():
        for greeting in greetings(entry):
            said = greeting.get("meaning", "") + greeting.get("instead", "")
            assert not re.search(r"\b([Ee]ure?[mnrs]?|[Dd]eine?[mnrs]?)\b", said), (slug, said)
    for slug, entry in entries("tr", community).items():
        for greeting in greetings(entry):
            said = " ".join((greeting.get("meaning", ""), greeting.get("instead", "")))
            assert not re.search(r"\b([Ss]en(in|i|den|inle)?|[Ss]ana)\b", said), (slug, said)


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_one_phrase_says_that_one_does_not_congratulate(community: ic.CommunityId) -> None:
    for slug, entry in entries("en", community).items():
        said = entry.get("greeting", {}).get("instead", "")
        assert not re.search(r"[Nn]o congratulations?|[Oo]ne does not congratulate", said), (slug, said)


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_school_is_told_of_every_fast(community: ic.CommunityId) -> None:
    for festival in ic.communities([community])[0].festivals:
        if festival.kind is Kind.FAST:
            assert entries("de", community)[festival.slug].get("school"), festival.id
