"""The program speaks German too: every sentence that it can say has a German one with the same blanks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from interfaith_cal.cli import spoken
from interfaith_cal.cli.main import COMMANDS, cli, run
from interfaith_cal.errors import InterfaithCalError, UnknownNameError
from interfaith_cal.ground.root import data_folder

from .sentences import said_by_the_help, said_by_the_source

LANG = "de"
BLANKS = re.compile(r"\{(\d+)\}")
# A file's heading, a pattern that is searched for, and what has no words of its own.
NO_SENTENCE = re.compile(r"#:schema|\(\?P<|[^a-zA-Z]*\Z|(?:\{\d+\}|[^a-zA-Z])+\Z")


def speaks(lang: str) -> dict[str, str]:
    return {spoken.VARIABLE: lang}


def lacking(said: set[str]) -> list[str]:
    known = spoken.sentences(LANG)
    return sorted(text for text in said if text not in known and not NO_SENTENCE.match(text))


def test_every_sentence_of_the_source_has_a_german_one() -> None:
    assert lacking(said_by_the_source()) == [], "say them in data/program/de.toml"


def test_every_help_has_a_german_one() -> None:
    assert lacking(said_by_the_help()) == [], "say them in data/program/de.toml"


def test_both_have_the_same_blanks() -> None:
    for english, german in spoken.sentences(LANG).items():
        assert set(BLANKS.findall(english)) == set(BLANKS.findall(german)), english
        assert english.count("\n") == german.count("\n") or "avoid" in english


def test_what_is_to_be_typed_is_the_same_in_both() -> None:
    typed = re.compile(r"(?<![\w-])--[a-z][a-z-]+|interfaith-cal [a-z]+|\b[A-Z]{2,}_[A-Z_]+\b|(?<= )[-]o\b")
    for english, german in spoken.sentences(LANG).items():
        assert sorted(typed.findall(english)) == sorted(typed.findall(german)), english


def test_no_pattern_takes_a_sentence_from_another() -> None:
    """Each sentence, with plain words in its blanks, comes back in its own German and not in that of another."""
    with spoken.speaking((), speaks(LANG)):
        for english, german in spoken.sentences(LANG).items():
            blanks = [f"Xy{number}" for number in range(len(BLANKS.findall(english)))]
            sentence = english.format(*blanks) if blanks else english
            if not blanks or sum(map(len, BLANKS.split(english)[::2])) < spoken.FEWEST_LETTERS:
                continue
            if not english.startswith(("there is no {0}", "{0}", "No such")):
                assert spoken.said(sentence) == german.format(*blanks), english


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("list 99", "das Jahr 99 liegt außerhalb des Bereichs; bekannt sind die Jahre von 1583 bis 9999."),
        ("list 2027 -c jewsh", "die Gemeinschaft 'jewsh' gibt es nicht; meinten Sie 'jewish'?"),
        ("list 2027 --format cvs", "das Format 'cvs' gibt es nicht; meinten Sie 'csv'?"),
        ("lst", "den Befehl 'lst' gibt es nicht; meinten Sie 'list'?"),
        ("list --form", "die Option '--form' gibt es nicht; "),
        ("next", "es fehlt die Angabe 'FESTIVAL'."),
        ("list 2027 2028", "eine Angabe ist zu viel (2028)"),
        ("next ostern --count x", "'--count' hat einen Wert, der nicht geht: 'x' ist keine ganze Zahl."),
        ("list 2027 --lang", "die Option '--lang' braucht eine Angabe."),
        ("list 2027 -o x.pdf", "x.pdf: die Liste endet auf .txt oder .csv oder "),
        ("list 2027 --edition no.toml", "no.toml: kann nicht gelesen werden ("),
        ("--data no list 2027", "no: ist kein Ordner mit Daten; legen Sie ihn erst an"),
        ("print poster 2027", "sagen Sie, wohin poster geschrieben wird: -o FILE, zum Beispiel -o poster.pdf."),
        ("review --apply no.csv", "no.csv: kann nicht gelesen werden ("),
        ("plan", "sagen Sie, was geplant ist: Tage wie 2027-03-10"),
        ("serve --port 99999", "an Port 99999 kann nicht gelauscht werden; Ports gehen von 0 bis 65535."),
        ("site out", "es fehlt die Option '--years'."),
    ],
)
def test_errors_are_said_in_german(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(spoken.VARIABLE, LANG)
    assert run(cli, words.split()) == 2
    assert capsys.readouterr().err.startswith(f"interfaith-cal: {sentence}")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_said_in_german_and_its_examples_stay(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for lang in ("en", LANG):
        monkeypatch.setenv(spoken.VARIABLE, lang)
        assert run(cli, [*command.split(), "--help"]) == 0
        said.append(capsys.readouterr().out)
    english, german = said
    assert german.startswith("Aufruf: interfaith-cal")
    assert "Diese Hilfe zeigen." in german
    examples = re.compile(r"^  interfaith-cal .*$", re.MULTILINE)
    assert examples.findall(english) == examples.findall(german)
    for word in ("Usage:", "Options:", "Commands:", "Show this", "default:", "if left out"):
        assert word not in german


def test_progress_is_said_in_german(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(spoken.VARIABLE, LANG)
    assert run(cli, ["ics", "2027", "-c", "bahai", "-o", str(tmp_path / "feeds")]) == 0
    assert re.search(r": \d+ Termine$", capsys.readouterr().err, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ((), {}, "en"),
        ((), {"LANG": "de_DE.UTF-8"}, "de"),
        ((), {"LANG": "de_AT"}, "de"),
        ((), {"LANG": "C.UTF-8"}, "en"),
        ((), {"LANG": "tr_TR.UTF-8"}, "en"),
        ((), {"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ((), {"LANG": "en_US", "LC_MESSAGES": "de_DE"}, "de"),
        (("list", "--lang", "de"), {"LANG": "en_US"}, "de"),
        (("list", "--lang=de:en"), {}, "de"),
        (("list", "--lang", "en"), {"LANG": "de_DE"}, "en"),
        (("list", "--lang", "tr"), {"LANG": "de_DE"}, "de"),
        (("list", "--lang", "de"), {"INTERFAITH_CAL_LANG": "en"}, "en"),
        (("list", "--lang"), {"LANG": "de_DE"}, "de"),
    ],
)
def test_who_chooses_the_language(arguments: tuple[str, ...], environment: dict[str, str], lang: str) -> None:
    with spoken.speaking(arguments, environment):
        assert spoken.said("stopped.") == {"en": "stopped.", "de": "abgebrochen."}[lang]
    assert spoken.said("stopped.") == "stopped."


def test_a_language_that_the_program_does_not_speak_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(spoken.VARIABLE, "xx")
    assert run(cli, ["list", "2027"]) == 2
    said = "there is no language of the program (INTERFAITH_CAL_LANG) 'xx'; known are: de, en."
    assert capsys.readouterr().err == f"interfaith-cal: {said}\n"


def test_the_library_speaks_english_whatever_the_system_speaks() -> None:
    code = "import interfaith_cal as ic\ntry: ic.festival('jewish/pesah')\nexcept ic.InterfaithCalError as e: print(e)"
    environment = {**os.environ, "LANG": "de_DE.UTF-8", spoken.VARIABLE: "de"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, text=True)
    assert done.stdout.startswith("there is no ")


def test_another_language_is_a_file_and_lacks_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    content = '[sentences]\n"stopped." = "gestopt."\n"{0} is missing." = "{0} ontbreekt."\n'
    (tmp_path / "program" / "nl.toml").write_text(content, encoding="utf-8")
    with data_folder(tmp_path), spoken.speaking((), speaks("nl")):
        assert spoken.said("x.toml: the entry is missing.") == "x.toml: the entry ontbreekt."
        assert spoken.said("nobody has said this.") == "nobody has said this."


def test_what_others_wrote_is_not_taken_for_a_sentence_of_ours() -> None:
    with spoken.speaking((), speaks(LANG)):
        for text in ("Pessach {0}", "{x} %s \\g<1>", "Ein Fest: am Abend", "", "a\nb"):
            assert spoken.said(text) == text
        strange = str(UnknownNameError("community", "{0}{x}", ["jewish"]))
        assert spoken.said(strange) == "die Gemeinschaft '{0}{x}' gibt es nicht; bekannt sind: jewish."


def test_an_unknown_kind_of_error_is_still_said(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def failing() -> None:
        raise InterfaithCalError("a sentence of tomorrow.")

    assert run(failing, []) == 2
    assert capsys.readouterr().err == "interfaith-cal: a sentence of tomorrow.\n"
