"""What schools are told of a festival and what `data/leave` has never differ: leave is said in one place alone."""

from __future__ import annotations

import re
from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal.background import public_holidays
from interfaith_cal.ground.root import shipped
from interfaith_cal.leavedays import leave_days
from interfaith_cal.model import Observance
from interfaith_cal.model.leave import Application, Extent, lands, leave_of
from interfaith_cal.religions import PRINT_ORDER, community
from interfaith_cal.words import texts
from tests.texts.reading import COMPLETE, TEXTS, read

OWN_WORDS = {
    "de": r"(?i)beurlaub|unterrichtsfrei|freistell|freigestellt|\bantrag|beantrag",
    "en": r"(?i)\bleave (can|is|may)|\bleave of\b|time off|on application|apply for",
    "tr": r"(?i)\bizin\b|izinli|dilekçe|başvuru",
}
# The words of each way to get leave, as one reads them; the test says them itself, as the page for schools does.
HOW = {
    "de": ("ohne Antrag", "die Schule wird unterrichtet", "auf Antrag", "Antrag: nicht bekannt"),
    "en": ("without application", "the school is told", "on application", "application: not known"),
    "tr": ("dilekçesiz", "okula haber verilir", "dilekçeyle", "dilekçe: bilinmiyor"),
}
WAYS = (Application.NONE, Application.NOTICE, Application.REQUIRED, Application.UNKNOWN)
SERVICE = {"de": ", nur für den Gottesdienst", "en": ", for the service only", "tr": ", yalnızca ibadet için"}
FESTIVALS = [festival for name in PRINT_ORDER for festival in community(name).festivals]


def told(words: str, lang: str) -> dict[str, tuple[Application, Extent]]:
    """For each Land that a note names, what it says: read back from the words."""
    ways = dict(zip(HOW[lang], WAYS, strict=True))
    found: dict[str, tuple[Application, Extent]] = {}
    for how, service, codes in re.findall(
        rf"({'|'.join(map(re.escape, ways))})({re.escape(SERVICE[lang])})? \(([A-Z?, ]+)\)", words
    ):
        for code in codes.replace("?", "").split(", "):
            assert code not in found, f"{code} twice in {words!r}"
            found[code] = ways[how], Extent.SERVICE if service else Extent.DAY
    return found


def of_data(festival: str) -> dict[str, tuple[Application, Extent]]:
    """For each Land what its file says of a festival."""
    return {
        rules.codes[0]: (provision.application, provision.extent)
        for rules in map(leave_of, lands())
        for provision in rules.leave
        if provision.festival == festival
    }


def has_blank(o: Observance) -> bool:
    return texts.LEAVE in texts.school_note(o.community.id, o.festival.slug, "de", o.usage)


def kept() -> dict[tuple[str, str], list[Observance]]:
    """The days of all festivals in three years, by festival and usage."""
    found: dict[tuple[str, str], list[Observance]] = {}
    for name in PRINT_ORDER:
        usages = {name: [usage.id for usage in community(name).usages]}
        for o in ic.observances(date(2026, 1, 1), date(2028, 12, 31), communities=[name], usages=usages):
            found.setdefault((o.festival.id, o.usage), []).append(o)
    return found


@pytest.fixture(scope="module")
def days() -> dict[tuple[str, str], list[Observance]]:
    return kept()


@pytest.mark.parametrize("lang", COMPLETE)
def test_a_school_note_says_of_each_land_what_its_file_says(
    days: dict[tuple[str, str], list[Observance]], lang: str
) -> None:
    public = {holiday.first_day for holiday in public_holidays("", date(2026, 1, 1), date(2028, 12, 31), "de")}
    for (festival, usage), observances in days.items():
        words = observances[0].school_note(lang)
        assert "{" not in words, (festival, usage)
        if not words:
            continue
        expected = of_data(festival)
        always_free = all(o.first_day in public and o.first_day == o.last_day for o in observances)
        assert told(words, lang) == expected or (always_free and told(words, lang) == {}), (festival, usage, words)
        assert len(words) <= 500, (festival, usage, words)


@pytest.mark.parametrize("lang", COMPLETE)
def test_a_text_has_no_words_of_its_own_on_leave(lang: str) -> None:
    for name in PRINT_ORDER:
        for slug, entry in read(lang, name)["festivals"].items():
            for of in (entry, *entry.get("usages", {}).values()):
                words = str(of.get("school", ""))
                assert not re.search(OWN_WORDS[lang], words), (name, slug, words)
                assert words.count(texts.LEAVE) <= 1, (name, slug)


def test_what_a_land_lists_is_what_the_notes_of_its_festivals_promise() -> None:
    """A list for a secretary and the notes for teachers: the same festivals on the same terms."""
    for land in lands():
        rules = leave_of(land)
        for given in leave_days(rules, date(2026, 8, 1), date(2027, 7, 31)):
            if has_blank(given.observance):
                words = given.observance.school_note("de")
                said = told(words, "de")[rules.codes[0]]
                assert said == (given.provision.application, given.provision.extent), given


def test_the_files_have_the_blank_in_all_languages_alike() -> None:
    def with_blank(lang: str) -> set[tuple[str, str]]:
        found = [(name, slug, entry) for name in PRINT_ORDER for slug, entry in read(lang, name)["festivals"].items()]
        return {(name, slug) for name, slug, entry in found if texts.LEAVE in str(entry.get("school", ""))}

    assert with_blank("de") == with_blank("en") == with_blank("tr") != set()


def test_no_source_names_a_note_of_our_own() -> None:
    """A source is what somebody else can look up: no issue, ticket or file of a workshop."""
    ours = re.compile(r"(?i)\bissues?\b|\btickets?\b|\bsession\b|\bhelper\b|shared/|/work/|(?<![\w/] )#\d")
    sources = {festival.id: festival.source for festival in FESTIVALS}
    named = {name: source for name, source in sources.items() if not source or ours.search(source)}
    assert named == {}
    data = TEXTS.parent
    for path in (*(data / "pins").glob("*.toml"), *(data / "leave").glob("*.toml"), data / "changes.toml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if not line.startswith("#") and ours.search(line)] == [], path
    assert shipped() == data
