"""What is rarely asked: empty lists in every form, a wrong attribute, files that nobody would write."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions, textcheck
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.export import folding, table
from interfaith_cal.ground import root
from interfaith_cal.model import impact, leave
from interfaith_cal.religions import communities

NOTHING = ("--from", "2027-01-01", "--to", "2027-01-02", "-c", "jewish")


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_an_empty_list_says_so_in_every_form(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["list", *NOTHING, "--format", form]) == 0
    assert "ist nichts verzeichnet" in capsys.readouterr().out


def test_empty_lists_for_programs_have_their_columns_alone() -> None:
    assert table.to_csv([], "de").count("\n") == 1
    assert json.loads(table.to_json([], "de")) == []


def test_an_empty_feed_is_refused_as_a_file_and_as_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for output in ("feed.ics", "feeds"):
        words = ["ics", "2027", "-c", "protestant", "--kind", "night", "-o", str(tmp_path / output)]
        assert run(cli, words) == 2
        assert "empty feed" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_feed_goes_to_a_pipe_and_a_folder_of_one_community_has_no_bundle(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(cli, ["ics", "2027", "-c", "jewish"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert run(cli, ["ics", "2027", "-c", "jewish", "-o", str(tmp_path / "feeds")]) == 0
    assert [path.name for path in (tmp_path / "feeds").iterdir()] == ["judentum.ics"]


def test_years_that_do_not_differ_are_said_not_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["compare", "years", "2027", "2027", "--format", "csv"]) == 0
    assert capsys.readouterr().out == "festival,usage,2027\n"
    assert run(cli, ["compare", "years", "2027", "2027", "--lang", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_what_the_package_does_not_offer_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'easter'"):
        _ = ic.easter  # type: ignore[attr-defined]


def test_without_its_data_the_package_says_to_reinstall_it(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="reinstall the package"):
        root.beside(tmp_path / "src" / "interfaith_cal")
    assert (root.shipped() / root.SENTINEL).is_file()


def test_an_edition_has_its_own_days_or_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    head = 'title = { de = "Mein" }\nlanguages = ["de"]\n'
    for day in (
        "day = 3\n",
        "day = [3]\n",
        '[[day]]\nid = "x"\n',
        '[[day]]\nid = "x"\ndate = 2027-05-02\nuntil = 2027-05-01\n',
    ):
        path.write_text(head + day, encoding="utf-8")
        with pytest.raises(DataFileError, match="day"):
            editions.edition(str(path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[[rest]]\nsource = 'x'\nfestivals = ['jewish/pesach']\n", "must be a table of days"),
        ("[[rest]]\nsource = 'x'\n[rest.festivals]\n'a/b' = [0]\n", "must count from 1"),
        ("[[rest]]\nsource = 'x'\nfestivals = { 'a/b' = [1] }\n[[rest]]\nsource = 'y'\nfestivals = { 'a/b' = [1] }\n",
         "is there twice"),
        ("[[fasting]]\nsource = 'x'\nfestivals = ['a/b', 'a/b']\n", "is there twice"),
        ("[[fasting]]\nsource = 'x'\nfestivals = [1]\n", "must be a list of ids"),
        ("[[fasting]]\nsource = ' '\nfestivals = ['a/b']\n", "needs a `source`"),
        ("[[fasting]]\nsource = 'x'\n", "needs `festivals`"),
        ("[[fasting]]\nsauce = 'x'\n", "the key 'sauce' is unknown"),
        ("fasting = [1]\n", "must be tables named"),
        ("[[dancing]]\n", "the section 'dancing' is unknown"),
    ],
)  # fmt: skip
def test_a_file_of_impacts_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "impact.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=sentence):
        impact.read_impact(path)


def test_leave_without_its_lists_is_refused(tmp_path: Path) -> None:
    shipped = (root.shipped() / "leave" / "nrw.toml").read_text(encoding="utf-8")
    path = tmp_path / "nrw.toml"
    for old, new, sentence in (
        ('codes = ["NW"]', "codes = 3", "`codes` must be a list of texts"),
        ('codes = ["NW"]', "country = 3", "`country` must be a text"),
        ("[leave]", "[leave_]", "leave_"),
    ):
        path.write_text(shipped.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(DataFileError, match=sentence):
            leave.read_leave(path)
    path.write_text(shipped.replace("[[unknown]]", "[[unknowns]]"), encoding="utf-8")
    with pytest.raises(DataFileError, match="the key 'unknowns' is unknown"):
        leave.read_leave(path)
    with pytest.raises(UnknownNameError, match="Land"):
        leave.leave_of("nrx")


BROKEN_TEXTS = [
    ("community = 3", "'community' must be a table"),
    ("festivals = 3", "'festivals' must be a table"),
    ("[community]\ndos = ['x']", "must be a list of two to four sentences"),
    ("[festivals]\npesach = 3", "must be a table, but is 3"),
    ("[festivals.pesach]\ngreeting = 3", "'greeting' must be a table"),
    ("[festivals.pesach]\ngreeting = { words = 'Chag', script = 'x' }", "'lang'"),
    ("[festivals.pesach]\ngreeting = { words = 'Chag', script = 'x', lang = 'he', answer = 'y' }", "'answer_script'"),
    ("[festivals.pesach]\ngreetings = [{ words = 'Chag' }]", "'greetings' must be a list of two to 8 tables"),
    ("[festivals.pesach]\ngreetings = 3\ngreeting = { words = 'Chag' }", "either 'greeting' or 'greetings'"),
    ("[festivals.pesach]\nusages = 3", "'usages' must be a table"),
    ("[festivals.pesach.usages.old-calendar]\nschool = 'x'", "there is no jewish/pesach usage 'old-calendar'"),
    ("[festivals.pesach]\nnative = []", "'native' must be a list of tables"),
    ("[festivals.pesach]\nnative = [3]", "but has 3"),
    ("[festivals.pesach]\nnative = [{ text = 3 }]", "'lang'"),
    ("[festivals.easter]\nname = 'x'", "there is no jewish festival 'easter'"),
    ("= 3", "is not valid TOML"),
]


@pytest.mark.parametrize(("content", "sentence"), BROKEN_TEXTS)
def test_a_fault_in_a_text_is_named(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "jewish.toml"
    path.write_text(content, encoding="utf-8")
    assert any(sentence in fault for fault in textcheck.faults(path, communities(["jewish"])[0], names_only=True))


def test_a_fault_in_the_phrases_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    shipped = (root.shipped() / "texts" / "en" / "phrases.toml").read_text(encoding="utf-8")
    for old, new, sentence in (
        ("[months]", "[moons]", "'months'"),
        ('long = ["Monday", ', "long = [", "must have 7 names, but has 6"),
        ('long = ["Monday", ', 'long_ = ["Monday", ', "'long'"),
        ("[phrases]", "[phrases]\n[", "is not valid TOML"),
        ("{weekday}", "{weekday", "has a brace without its partner"),
    ):
        assert old in shipped
        (folder / "phrases.toml").write_text(shipped.replace(old, new, 1), encoding="utf-8")
        assert any(sentence in fault for fault in textcheck.faults_of_folder(folder, ())), sentence
    (folder / "phrases.toml").write_text("phrases = 3\n", encoding="utf-8")
    assert any("'phrases' must be a table" in fault for fault in textcheck.faults_of_folder(folder, ()))
    (folder / "phrases.toml").write_text(shipped, encoding="utf-8")
    (folder / "jewisch.toml").write_text("", encoding="utf-8")
    (fault,) = textcheck.faults_of_folder(folder, communities(["jewish"]))[:1]
    assert "there is no community 'jewisch'" in fault


def test_a_line_without_a_harmless_place_is_folded_all_the_same() -> None:
    folded = folding.fold_lines(["X:" + " " * 200])
    assert folded.replace(b"\r\n ", b"") == b"X:" + b" " * 200
    assert max(map(len, folded.split(b"\r\n"))) <= 75


def test_a_workbook_gives_days_for_moments(tmp_path: Path) -> None:
    import openpyxl

    from interfaith_cal.export.xlsx import read_xlsx

    book = openpyxl.Workbook()
    book.create_sheet("first", 0).append([datetime(2027, 4, 22, 12), date(2027, 4, 23), None, 3])
    book.save(tmp_path / "sheet.xlsx")
    assert read_xlsx(tmp_path / "sheet.xlsx") == [[date(2027, 4, 22), date(2027, 4, 23), "", "3"]]


def test_a_file_of_pins_that_no_program_can_amend_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, pins = tmp_path / "sheet.csv", tmp_path / "pins"
    pins.mkdir()
    assert run(cli, ["review", "2027", "-c", "alevi", "--lang", "en", "-o", str(sheet)]) == 0
    head, *rows = sheet.read_text(encoding="utf-8-sig").splitlines()
    columns = head.split(",")
    row = next(row for row in rows if row.startswith("alevi/"))
    (cells,) = csv.reader([row])
    filled = dict(zip(columns, cells, strict=True))
    filled |= {"correct first day": filled["first day"], "source": "AABF", "read on": "2026-11-24"}
    sheet.write_text(f"{head}\n" + ",".join(f'"{cell}"' for cell in filled.values()) + "\n", encoding="utf-8")
    key = filled["id"].partition("/")[2]
    inline = f'announcement = [{{ source = "x", read = 2026-11-24, days = {{ "{key}" = 2027-01-01 }} }}]\n'
    (pins / "alevi.toml").write_text(inline, encoding="utf-8")
    capsys.readouterr()
    assert run(cli, ["review", "--apply", str(sheet), "--pins", str(pins), "--write"]) == 2
    assert "alevi.toml: the file of pins can only be amended by hand" in capsys.readouterr().err
    assert (pins / "alevi.toml").read_text(encoding="utf-8") == inline
