"""What Buddhists, Hindus and Sikhs are told of is told alike: a school note for each day, one wording, one voice."""

from __future__ import annotations

import re

import pytest

from interfaith_cal.religions import community
from interfaith_cal.words.texts import LEAVE
from tests.texts.reading import read

KEPT = ("buddhist", "hindu", "sikh")
# One doubles a heading that warns already ("Bitte beachten"), another is no English.
NOT_SO = {
    "de": r"^Nicht |\bgratuliert man nicht\b|\bgedeckt\b",
    "en": r"^Do not |\bNo congratulations?\b|may be asked for",
}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", KEPT)
def test_every_day_has_a_school_note_and_leave_is_spoken_of(name: str, lang: str) -> None:
    festivals = read(lang, name)["festivals"]
    assert [slug for slug, said in festivals.items() if not said.get("school")] == []
    assert sum(LEAVE in said["school"] for said in festivals.values()) > 0.9 * len(festivals)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", KEPT)
def test_advice_is_four_and_four_and_negates_nothing_twice(name: str, lang: str) -> None:
    about = read(lang, name)["community"]
    assert (len(about["dos"]), len(about["donts"])) == (4, 4)
    assert [said for said in (*about["dos"], *about["donts"]) if re.search(NOT_SO[lang], said)] == []


@pytest.mark.parametrize("name", KEPT)
def test_sources_are_no_packages(name: str) -> None:
    kept = community(name)
    packages = re.compile(r"vacanza|holidays \d|github|_python|adyatithi|nanakshahi-js|nanakshahi-jantri|^–?$")
    assert [source for source in {kept.source, *(f.source for f in kept.festivals)} if packages.search(source)] == []
