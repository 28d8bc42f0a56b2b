"""Each fault in a file of texts is one sentence that names file, festival and field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import textcheck
from tests.texts.reading import TEXTS, name_in_a_new_language

JEWISH = ic.communities(["jewish"])[0]
PESACH_SHORT = 'short = "Pessach"\n'


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the German and Turkish texts that may be broken."""
    for lang in ("de", "tr"):
        shutil.copytree(TEXTS / lang, tmp_path / lang)
    (tmp_path / "tr" / "phrases.toml").unlink()
    return tmp_path


def change(path: Path, old: str, new: str) -> Path:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (PESACH_SHORT, 'shrt = "Pessach"\n',
         "jewish/pesach: there is no field 'shrt'; did you mean 'short'?"),
        (PESACH_SHORT, "",
         "jewish/pesach: 'short' is missing."),
        (PESACH_SHORT, 'short = "Pessach, das Fest der Mazzot"\n',
         "jewish/pesach: 'short' must have 2 to 24 characters, but has 28: 'Pessach, das Fest der Mazzot'."),
        (PESACH_SHORT, "short = 7\n",
         "jewish/pesach: 'short' must be a text, but is 7."),
        (PESACH_SHORT, 'short = "Pessach"\n[festivals.pesach]\n',
         "is not valid TOML: Cannot declare ('festivals', 'pesach') twice"),
        ("[festivals.pesach]", "[festivals.pesah]",
         "there is no jewish festival 'pesah'; did you mean 'pesach'?"),
        ("[festivals.pesach]", "[festivals.pesah]",
         "jewish/pesach is missing."),
        ('"Chag Pessach sameach!", script = "חג פסח שמח", ', '"Chag Pessach sameach!", ',
         "jewish/pesach: 'greeting': 'script' is missing."),
        ('{ words = "Chag Pessach sameach!"', '{ instead = "Man gratuliert nicht.", words = "Chag Pessach sameach!"',
         "jewish/pesach: 'greeting': there is no field 'words'"),
        ('native = [{ text = "פסח", lang = "he" }]', 'native = ["פסח"]',
         "jewish/pesach: 'native' must be a list of tables with text and lang, but has 'פסח'."),
        ('native = [{ text = "פסח", lang = "he" }]', 'native = [{ text = "פסח" }]',
         "jewish/pesach: 'native': 'lang' is missing."),
        ("Pessach erinnert an den Auszug der Israeliten aus Ägypten und die Befreiung aus der Sklaverei. ",
         "Pessach erinnert an den Auszug der Israeliten aus Ägypten und die Befreiung aus der Sklaverei, und "
         "das ist ein Satz, der viel zu lang ist, um auf einem Plakat zu stehen, wo er doch allein stehen soll. ",
         "jewish/pesach: 'explanation, first sentence' must have 20 to 160 characters, but has 200"),
        ('code = "JÜD"', 'code = ["JÜD"]',
         "[community]: 'code' must be a text, but is ['JÜD']."),
        ("[community]\n", "[community]\ncolor = 1\n",
         "[community]: there is no field 'color'"),
        ("[community]\n", "[comunity]\n",
         "there is no field 'comunity'; did you mean 'community'?"),
    ],
)  # fmt: skip
def test_each_fault_is_a_sentence(texts: Path, old: str, new: str, sentence: str) -> None:
    path = change(texts / "de" / "jewish.toml", old, new)
    found = textcheck.faults(path, JEWISH)
    assert all(fault.startswith(f"{path}: ") and "\n" not in fault for fault in found)
    assert any(sentence in fault for fault in found), found


def test_a_missing_file_and_one_that_is_not_utf_8(texts: Path) -> None:
    path = texts / "de" / "jewish.toml"
    path.write_bytes('[community]\nname = "Jüdisch"\n'.encode("latin-1"))
    assert textcheck.faults(path, JEWISH) == [f"{path}: is not UTF-8 at byte 21."]
    path.unlink()
    assert textcheck.faults(path, JEWISH) == [f"{path}: cannot be read (No such file or directory)."]


def test_a_language_of_names_needs_the_main_feasts_and_keeps_the_limits(texts: Path) -> None:
    path = texts / "tr" / "jewish.toml"
    content = path.read_text(encoding="utf-8")
    start = content.index("[festivals.purim]")
    path.write_text(content[:start] + content[content.index("[festivals.pesach]") :], encoding="utf-8")
    assert textcheck.faults(path, JEWISH, names_only=True) == [f"{path}: jewish/purim is missing."]
    assert "jewish/purim-katan is missing" in str(textcheck.faults(path, JEWISH))
    change(path, 'explanation = "Pesah', f'explanation = "{"Pesah. " * 100}Pesah')
    assert "jewish/pesach: 'explanation' must have 200 to 600 characters, but has" in str(
        textcheck.faults(path, JEWISH, names_only=True)
    )


def test_phrases_are_compared_with_the_german_ones(texts: Path) -> None:
    path = texts / "tr" / "phrases.toml"
    shutil.copy(TEXTS / "de" / "phrases.toml", path)
    change(path, 'never = "nie"\n', 'nver = "hiç"\n')
    change(path, 'day-of-span = "Tag {number} von {days}"', 'day-of-span = "{days}"')
    change(path, '"Mittwoch", ', "")
    found = [fault for fault in textcheck.faults_of_folder(texts / "tr", [JEWISH]) if fault.startswith(f"{path}: ")]
    assert found == [
        f"{path}: [phrases]: there is no field 'nver'; did you mean 'never'?",
        f"{path}: [phrases]: 'never' is missing.",
        f"{path}: [phrases]: 'day-of-span' must have the blanks of 'Tag {{number}} von {{days}}' in 'de', "
        "but is '{days}'.",
        f"{path}: [weekdays]: 'long' must have 7 names, but has 6.",
    ]


def test_a_file_that_is_no_community_is_noticed(texts: Path) -> None:
    (texts / "tr" / "jewsh.toml").write_text("", encoding="utf-8")
    assert textcheck.faults_of_folder(texts / "tr", ic.communities())[0].endswith(
        "jewsh.toml: there is no community 'jewsh'; did you mean 'jewish'?"
    )


def test_the_command_says_yes_or_no(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["check"]) == 0
    assert capsys.readouterr().out == "nothing to correct in: ar, de, en, kmr, ru, tr, uk.\n"
    path = change(texts / "de" / "jewish.toml", PESACH_SHORT, "")
    assert run(cli, ["check", str(texts)]) == 1
    assert capsys.readouterr().out == f"{path}: jewish/pesach: 'short' is missing.\n"
    assert run(cli, ["check", str(texts / "nothing")]) == 2
    assert capsys.readouterr().err == (
        f"interfaith-cal: {texts / 'nothing'}: is no folder of texts; "
        "it needs a folder for each language, such as `de`.\n"
    )


def test_what_explains_is_refused_in_a_language_of_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(name_in_a_new_language(tmp_path))]
    assert run(cli, [*data, "ics", "2027", "-c", "jewish", "--lang", "qna"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "interfaith-cal: in the language 'qna' there are only names and greetings; "
        "for the rest name a second language: 'qna:de' or 'qna:en' or 'qna:tr'.\n"
    )
    assert run(cli, [*data, "ics", "2027", "-c", "jewish", "--lang", "qna:en"]) == 0
    out, _ = capsys.readouterr()
    assert "Pesah" in out


def test_a_list_in_a_language_of_names_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(name_in_a_new_language(tmp_path))]
    assert run(cli, [*data, "list", "2027", "-c", "jewish", "--lang", "qna"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "Pesah" in out
    assert "April 2027" in out
    assert run(cli, ["list", "2027", "--lang", "trk"]) == 2
    assert "there is no language 'trk'; did you mean 'tr'?" in capsys.readouterr().err
    assert run(cli, ["list", "2027", "--lang", "tr:qna"]) == 2
    assert "there is no language that explains 'qna'; known are: de, en, tr." in capsys.readouterr().err
