"""Languages: one that is half translated, one of names alone, one that counts in four ways, one from the right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

import interfaith_cal as ic
from interfaith_cal import recording
from interfaith_cal.cli.main import cli, run
from interfaith_cal.errors import DataFileError, InterfaithCalError, UnknownNameError
from interfaith_cal.export import terminal
from interfaith_cal.ground.root import data_folder
from interfaith_cal.phrase import phrase
from interfaith_cal.words import languages, plurals, texts
from interfaith_cal.words.entries import entry
from tests.texts.reading import TEXTS

Say = Callable[..., str]

POLISH = """\
[phrases]
later = "{days} dnia po {base:inside}"
later-one = "dzień po {base:inside}"
later-few = "{days} dni po {base:inside}"
later-many = "{days} dni potem: {base:inside}"
nothing-differs = "Nie ma różnicy."

[months]
gregorian = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
  "października", "listopada", "grudnia"]
"""
ARABIC = """\
[community]
name = "اليهودية"

[festivals.pesach]
name = "عيد الفصح اليهودي"
short = "الفصح اليهودي"
greeting = { words = "عيد سعيد" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder of one's own with two languages: half of Polish, and Arabic names of one festival."""
    polish, arabic = tmp_path / "texts" / "pl", tmp_path / "texts" / "ar"
    polish.mkdir(parents=True)
    arabic.mkdir()
    (polish / "phrases.toml").write_text(POLISH, encoding="utf-8")
    (polish / "language.toml").write_text('name = "polski"\nfallback = "en"\n', encoding="utf-8")
    (arabic / "jewish.toml").write_text(ARABIC, encoding="utf-8")
    (arabic / "language.toml").write_text('name = "العربية"\ndirection = "rtl"\n', encoding="utf-8")
    with data_folder(tmp_path):
        yield tmp_path


@pytest.fixture
def say(own: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*words: str, status: int = 0) -> str:
        assert run(cli, ["--data", str(own), *words]) == status
        said = capsys.readouterr()
        assert said.err == "" or status
        return said.err if status else said.out

    return call


@pytest.mark.parametrize("lang", ["pl", "ru", "uk", "ar", "tr", "de", "en", "fr", "mt", "cy", "ga", "ja", "kmr", "he"])
def test_numbers_are_counted_as_cldr_has_it(lang: str) -> None:
    form = Locale.parse("ku" if lang == "kmr" else lang).plural_form
    for number in (*range(1200), 21_000, 100_000, 1_000_000, 2_000_001):
        assert plurals.category("ku" if lang == "kmr" else lang, number) == form(number), number


def test_a_phrase_is_said_in_the_wording_for_its_number(own: Path) -> None:
    base = phrase("easter")
    said = [texts.say(phrase("later", days=days, base=base), "pl") for days in (1, 2, 5, 22, 112)]
    assert said == [
        "dzień po Easter Sunday",
        "2 dni po Easter Sunday",
        "5 dni potem: Easter Sunday",
        "22 dni po Easter Sunday",
        "112 dni potem: Easter Sunday",
    ]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_single_second_is_no_plural(lang: str) -> None:
    """Whatever counts days, minutes or seconds in English has a wording for one of them in each language."""
    english = entry("en", "phrases", "phrases")[1]
    units = ("days", "hours", "minutes", "seconds")
    counting = [key for key, words in english.items() if any(f"{{{unit}}} {unit}" in words for unit in units)]
    assert len(counting) > 20
    own = entry(lang, "phrases", "phrases")[1]
    assert [key for key in counting if f"{key}-one" not in own] == []
    said = texts.wording(lang, "close-call-later", seconds=1)
    assert "1 Sekunde " in said or "1 second " in said


def test_what_half_a_language_lacks_is_said_in_the_one_it_falls_back_to(say: Say) -> None:
    assert texts.month_and_year(date(2027, 4, 22), "pl") == "kwietnia 2027"
    assert texts.wording("pl", "nothing-differs") == "Nie ma różnicy."
    assert ic.festival("jewish/pesach").explanation("pl") == ic.festival("jewish/pesach").explanation("en")
    assert "kwietnia 2027" in say("list", "2027", "-c", "jewish", "--lang", "pl", "--format", "table")
    assert "begins the evening before" in say("list", "2027", "-c", "jewish", "--lang", "pl", "--format", "md")


def test_a_new_language_breaks_nothing_in_another(say: Say) -> None:
    before = recording.present_state(2027, 2027)
    assert "Beurlaubung" in say("leave", "nrw", "2026/27")
    assert "Leave on religious holidays" in say("leave", "nrw", "2026/27", "--lang", "pl")
    assert before.words == recording.present_state(2027, 2027).words
    with data_folder(TEXTS.parent):
        assert recording.present_state(2027, 2027) == before


def test_a_language_of_names_says_in_which_language_each_is(say: Say) -> None:
    rows = json.loads(say("list", "2027", "-c", "jewish", "--lang", "ar:en", "--format", "json"))
    named = {row["festival"]: (row["name"], row["name_language"]) for row in rows}
    assert named["pesach"] == ("عيد الفصح اليهودي", "ar")
    assert named["purim"] == (ic.festival("jewish/purim").name("en"), "en")
    assert "name_language" not in say("list", "2027", "-c", "jewish", "--format", "csv")
    assert "عيد الفصح" in say("ics", "2027", "-c", "jewish", "--lang", "ar:en").replace("\r\n ", "")


def test_what_runs_from_the_right_is_marked(say: Say) -> None:
    page = say("list", "2027", "-c", "jewish", "--lang", "ar", "--format", "html")
    assert '<html lang="de">' in page
    assert '<span lang="ar" dir="rtl">عيد الفصح اليهودي</span>' in page
    listed = say("list", "2027", "-c", "jewish", "--lang", "ar")
    (line,) = [line for line in listed.splitlines() if "الفصح" in line]
    assert "\u2068عيد الفصح اليهودي\u2069" in line
    assert terminal.width("\u2068ab\u2069") == 2


def test_what_a_language_of_names_cannot_say_is_refused_in_one_sentence(say: Say) -> None:
    said = say("ics", "2027", "-c", "jewish", "--lang", "ar", status=2)
    assert said == (
        "interfaith-cal: in the language 'ar' there are only names and greetings; "
        "for the rest name a second language: 'ar:de' or 'ar:en' or 'ar:tr'.\n"
    )
    with pytest.raises(InterfaithCalError, match="only names and greetings"):
        languages.check_language("ar")
    with pytest.raises(UnknownNameError, match="there is no language 'arr'"):
        ic.festival("jewish/pesach").name("arr")


@pytest.mark.parametrize("content, sentence", [
    ('name = "x"\ncolor = 1\n', "language.toml: the key 'color' is unknown; known are: name, direction"),
    ('name = "x"\ndirection = "up"\n', "`direction` is 'up', but must be one of ltr, rtl"),
    ('name = "x"\nfallback = "fr"\n', "'fallback' is 'fr', but must be one of de, en, pl"),
    ('name = 3\n', "'name' must be a text, but is 3"),
    ('abbreviations = "St"\n', "'abbreviations' must be a list of words, but is 'St'"),
])  # fmt: skip
def test_a_broken_language_is_named(own: Path, content: str, sentence: str) -> None:
    (own / "texts" / "ar" / "language.toml").write_text(content, encoding="utf-8")
    with data_folder(own), pytest.raises(DataFileError, match=sentence):
        ic.festival("jewish/pesach").name("ar")


def test_the_check_asks_for_a_wording_of_each_kind_of_number(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = own / "texts"
    path = folder / "pl" / "phrases.toml"
    path.write_text(POLISH.replace("later-few", "later-two"), encoding="utf-8")
    assert run(cli, ["check", str(folder)]) == 1
    found = capsys.readouterr().out.splitlines()
    assert f"{path}: [phrases]: there is no field 'later-two'; did you mean 'later-one'?" in found
    assert f"{path}: [phrases]: 'later-few' is missing." in found
    assert not [fault for fault in found if "'later-many' is missing" in fault or "'later-zero'" in fault]
    assert f"{folder / 'ar' / 'jewish.toml'}: jewish/purim is missing." in found
