"""When a day begins: how a festival is declared to begin against what its own words and its community's say."""

from __future__ import annotations

import re

import pytest

import interfaith_cal as ic
from interfaith_cal.model import EVES, Begins, Festival
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.words import texts

LANGUAGES = ("de", "en")
# What a community's paragraph must say of every beginning that its festivals have.
NAMED = {
    "de": {
        Begins.SUNSET_BEFORE: "Vorabend", Begins.EVENING_BEFORE: "Vorabend", Begins.DAWN: "Morgendämmerung",
        Begins.SUNRISE: "Sonnenaufgang", Begins.DUSK: r"[Aa]bend\b|Abendgebet",
        Begins.MIDNIGHT: "Mitternacht|bürgerlich|Kalendertag|am Morgen",
    },
    "en": {
        Begins.SUNSET_BEFORE: "(evening|day) before", Begins.EVENING_BEFORE: "evening before",
        Begins.DAWN: "dawn", Begins.SUNRISE: "sunrise", Begins.DUSK: "evening|[Ee]ve",
        Begins.MIDNIGHT: "midnight|civil|calendar day|morning",
    },
}  # fmt: skip
# What a festival's words say of its own beginning, and how it may then begin.
SAID = {
    "de": {
        r"[Vv]o[nm] (der Morgendämmerung|Tagesanbruch) bis": {Begins.DAWN},
        r"[Vv]on Sonnenaufgang bis": {Begins.SUNRISE},
        r"beginnt? am Abend dieses Tages|am Abend dieses Tages beginn": {Begins.DUSK},
        r"Vorabend": {*EVES},
    },
    "en": {
        r"[Ff]rom (dawn|daybreak) (to|until)": {Begins.DAWN},
        r"[Ff]rom sunrise (to|until)": {Begins.SUNRISE},
        r"begins? on the evening of this day": {Begins.DUSK},
        r"evening before\b": {*EVES},
    },
}
# Festivals whose words name an evening before that is not their own beginning, and what it is instead.
ANOTHER_EVENING = {
    "protestant/saint-nicholas": "the shoes of the children",
    "armenian/christmas-eve": "it is that evening before itself",
    "armenian/trndez-eve": "it is that evening before itself",
    "armenian/great-lent": "the last evening of the forty days",
    "syriac/sayfo": "services of the evening before, on a day of remembrance that is a civil one",
    "hindu/holi": "the fire of Holika",
    "hindu/holika-dahan": "it is the evening before Holi itself",
    "hindu/nyepi": "the noise of the day before the day of silence",
}


def words_of(festival: Festival, lang: str) -> str:
    note = texts.school_note(festival.community_id, festival.slug, lang, "")
    return f"{festival.explanation(lang)} {note}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("community", PRINT_ORDER)
def test_the_paragraph_names_every_way_in_which_a_day_begins(community: ic.CommunityId, lang: str) -> None:
    (whole,) = ic.communities([community])
    paragraph = texts.community_text(community, "days", lang)
    ways = {whole.begins, *(festival.begins for festival in whole.festivals if festival.begins)}
    assert {way for way in ways if not re.search(NAMED[lang][way], paragraph)} == set(), paragraph


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_festival_begins_as_its_words_say(community: ic.CommunityId, lang: str) -> None:
    (whole,) = ic.communities([community])
    for festival in whole.festivals:
        for said, ways in SAID[lang].items():
            own = festival.id not in ANOTHER_EVENING or not ways & {*EVES}
            if own and re.search(said, words_of(festival, lang)):
                assert festival.begins in ways, f"{festival.id}: {said}"


def test_the_other_evenings_are_still_named() -> None:
    for name in ANOTHER_EVENING:
        festival = ic.festival(name)
        assert festival.begins not in EVES, name


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_community_counts_no_sunset_where_it_keeps_vigils_without_a_clock(community: ic.CommunityId) -> None:
    (whole,) = ic.communities([community])
    ways = {whole.begins, *(festival.begins for festival in whole.festivals)}
    assert not {*EVES} <= ways
