"""The languages of names alone: what each says of the main feasts, in its own letters, and what it is refused for."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.model import Rank
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.words import texts
from interfaith_cal.words.languages import BESIDE, chain, language, languages_with_names, whole_languages
from tests.texts.reading import OF_NAMES, greetings, read, said

LETTERS = {
    # With the vowel signs that keep a word from being misread.
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    "kmr": "abcçdeêfghiîjklmnopqrsştuûvwxyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
MARKS = {"ar": " ()/:!.،؛", "kmr": " ()/:!.,;“”", "ru": " ()/:!.,;«»-", "uk": " ()/:!.,;«»-’"}
# What is mistaken for its letters: Persian ones, Turkish and French ones, those of the other Cyrillic alphabet.
STRANGE = {"ar": "یک", "kmr": "ıé", "ru": "іє", "uk": "ыэ"}


def main_feasts(community: ic.CommunityId) -> list[ic.Festival]:
    return [f for f in ic.communities([community])[0].festivals if f.rank is Rank.MAJOR]


@pytest.mark.parametrize("lang", OF_NAMES)
@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_main_feast_has_a_name_a_short_one_and_a_greeting(lang: str, community: ic.CommunityId) -> None:
    entries = read(lang, community)["festivals"]
    assert list(entries) == [festival.slug for festival in main_feasts(community)]
    assert all({"name", "short"} < set(entry) and len(greetings(entry)) == 1 for entry in entries.values())
    for festival in main_feasts(community):
        assert festival.name(lang) == entries[festival.slug]["name"]
        assert texts.name_language(community, festival.slug, lang) == lang
        assert texts.short_name(community, festival.slug, lang) == entries[festival.slug]["short"]
    assert ic.communities([community])[0].name(lang) == read(lang, community)["community"]["name"]


@pytest.mark.parametrize("lang", OF_NAMES)
def test_each_is_written_in_its_own_letters_only(lang: str) -> None:
    allowed = set(LETTERS[lang] + MARKS[lang] + "0123456789")
    assert not allowed & set(STRANGE[lang])
    strange = {text.where: set(text.words.lower()) - allowed for text in said(lang)}
    assert {where: letters for where, letters in strange.items() if letters} == {}
    # A letter that no text needs is of another language: the hard sign of Russian and two of Kurmancî are rare.
    used = set("".join(text.words.lower() for text in said(lang)))
    assert {letter for letter in LETTERS[lang] if letter.isalpha()} - used <= set("ъqx")


@pytest.mark.parametrize("lang", languages_with_names())
def test_the_direction_is_that_of_the_letters(lang: str) -> None:
    name = language(lang).name
    rightward = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in name)
    assert language(lang).direction == ("rtl" if rightward else "ltr")


@pytest.mark.parametrize("lang", OF_NAMES)
def test_a_feast_is_called_what_its_community_calls_it(lang: str) -> None:
    """Where a community's own names are in the language, one of them is in the name."""
    own = {
        f"{community}/{slug}": [native["text"] for native in entry["native"] if native["lang"] == lang]
        for community in PRINT_ORDER
        for slug, entry in read("de", community)["festivals"].items()
        if "native" in entry and slug in read(lang, community)["festivals"]
    }
    own = {festival: names for festival, names in own.items() if names}
    assert len(own) > 5
    for festival, names in own.items():
        entry = read(lang, festival.split("/")[0])["festivals"][festival.split("/")[1]]
        assert any(name in entry["name"] or name in entry["short"] for name in names), (festival, names, entry)


@pytest.mark.parametrize("lang", OF_NAMES)
def test_greetings_are_cries_and_what_is_said_instead_is_a_sentence(lang: str) -> None:
    for community in PRINT_ORDER:
        for slug, entry in read(lang, community)["festivals"].items():
            (greeting,) = greetings(entry)
            assert all(words.endswith("!") for key, words in greeting.items() if key != "instead"), slug
            assert greeting.get("instead", ".").rstrip("”»").endswith((".", "!")), slug


def test_as_it_is_said() -> None:
    assert ic.festival("islamic/eid-al-fitr").name("ar") == "عيد الفطر المبارك"
    assert ic.festival("coptic/nativity").greeting("ar") == "عيد ميلاد مجيد!"
    assert ic.festival("orthodox/pascha").greeting("uk") == "Христос воскрес! / Воістину воскрес!"
    assert ic.festival("jewish/pesach").greeting("ru") == "Песах кашер ве-самеах! – Кошерного и весёлого Песаха!"
    assert ic.festival("yezidi/carsema-sor").name("kmr") == "Çarşema Sor (Sersala Êzîdiyan)"
    assert ic.festival("islamic/eid-al-adha").greeting("kmr") == "Cejna we ya Qurbanê pîroz be!"
    assert ic.communities(["orthodox"])[0].name("uk") == "Православна церква"


@pytest.mark.parametrize("lang", ["uk", "ru", "ar", f"uk{BESIDE}de"])
def test_who_keeps_another_calendar_is_greeted_in_the_language_asked_for(lang: str) -> None:
    """Of a language, what it says to all comes before what another says to those of one usage."""
    (old,) = ic.upcoming("orthodox/nativity", after=date(2027, 1, 1), count=1, usages={"orthodox": "old-calendar"})
    assert (old.usage, old.first_day) == ("old-calendar", date(2027, 1, 7))
    assert old.greeting(lang) == ic.festival("orthodox/nativity").greeting(lang)
    if BESIDE in lang:
        assert "7. Januar" in old.explanation(lang)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, list(words))
        return status, *capsys.readouterr()

    return call


@pytest.mark.parametrize("lang", OF_NAMES)
def test_lists_and_feeds_are_named_in_it_and_the_rest_is_refused_in_one_sentence(
    lang: str, say: Callable[..., tuple[int, str, str]]
) -> None:
    name = ic.festival("jewish/purim").name(lang)
    for wanted in (lang, f"{lang}{BESIDE}de"):
        status, out, err = say("list", "2027", "-c", "jewish", "--rank", "major", "--lang", wanted)
        assert (status, err) == (0, "")
        assert name in out
    status, out, err = say("ics", "2027", "-c", "jewish", "--rank", "major", "--lang", f"{lang}{BESIDE}de")
    assert (status, err) == (0, "")
    assert f"SUMMARY:{name}" in out.replace("\r\n ", "")
    for command in (
        ("ics", "2027"),
        ("rules",),
        ("list", "2027", "--format", "json", "--columns", "id,greetings"),
    ):
        status, out, err = say(*command, "--lang", lang)
        assert (status, out) == (2, ""), command
        assert err.count("\n") == 1, command
        assert f"in the language '{lang}' there are only names and greetings" in err, command


@pytest.mark.parametrize("lang", OF_NAMES)
def test_json_says_what_a_family_is_greeted_with_and_in_which_language_a_feast_is_named(
    lang: str, say: Callable[..., tuple[int, str, str]]
) -> None:
    columns = ("--format", "json", "--columns", "festival,rank,name,name_language")
    status, out, _ = say("list", "2027", "--lang", lang, *columns)
    assert status == 0
    assert {row["name_language"] for row in json.loads(out) if row["rank"] == "major"} == {lang}
    assert {row["name_language"] for row in json.loads(out) if row["rank"] == "minor"} == {"de"}
    status, out, _ = say("list", "2027", "--lang", lang, "--rank", "major", *columns[:-1], "greetings")
    assert status == 0
    assert all(row["greetings"] for row in json.loads(out))


def test_an_unknown_language_gets_the_list(say: Callable[..., tuple[int, str, str]]) -> None:
    status, out, err = say("list", "2027", "--lang", "xx")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert all(lang in err for lang in languages_with_names())


def test_they_change_nothing_in_the_languages_of_outputs() -> None:
    """What is recorded and asked for in words is so in whole languages; no other says what these lack."""
    assert not set(OF_NAMES) & set(whole_languages())
    for lang in languages_with_names():
        assert not set(chain(lang)[1:]) & set(OF_NAMES)
