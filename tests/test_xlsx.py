"""Workbooks: the same cells as CSV, days as days, the same bytes at any time; and what people's own files do to us."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.errors import DataFileError, InterfaithCalError, UnknownNameError
from interfaith_cal.export import table
from interfaith_cal.export.rows import COLUMNS, columns_named
from interfaith_cal.export.xlsx import Sheet, read_xlsx, to_xlsx

PESACH = ic.observances(2027, festivals=["jewish/pesach"])


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_list_holds_the_same_cells_as_csv(tmp_path: Path) -> None:
    found = ic.observances(2027, communities=["jewish", "orthodox", "islamic"])
    path = tmp_path / "list.xlsx"
    path.write_bytes(table.to_xlsx(found, "de", "2027"))
    rows = [list(row) for row in csv.reader(io.StringIO(table.to_csv(found, "de")))]
    assert [[str(cell) for cell in row] for row in read_xlsx(path)] == rows
    assert rows[0] == list(COLUMNS)


def test_days_are_days_in_the_way_of_the_language() -> None:
    for lang, shown in (("de", "DD.MM.YYYY"), ("en", "YYYY-MM-DD")):
        page = opened(table.to_xlsx(PESACH, lang, "2027", ("first_day", "name"))).active
        assert page is not None
        assert page["A2"].value == datetime(2027, 4, 22)
        assert page["A2"].number_format == shown
        assert page.freeze_panes == "A2"


def test_the_same_list_is_the_same_to_the_byte_whenever_it_is_made() -> None:
    first = table.to_xlsx(PESACH, "de", "2027")
    time.sleep(2.1)  # a zip archive tells time in steps of two seconds
    assert table.to_xlsx(PESACH, "de", "2027") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    page = opened(to_xlsx([Sheet("x", [["=1+1", "-2", "@x"]], "de", ("a", "b", "c"))])).active
    assert page is not None
    assert [cell.data_type for cell in page[2]] == ["s", "s", "s"]


def test_a_title_that_no_spreadsheet_takes_is_shortened() -> None:
    assert opened(to_xlsx([Sheet("2027-01-01 / 2027-12-31: ein sehr langer Titel", [["x"]], "de")])).sheetnames == [
        "2027-01-01   2027-12-31  ein se"
    ]


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04"])
def test_a_broken_workbook_is_said_to_be_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=r"broken\.xlsx: is not a workbook"):
        read_xlsx(path)
    with pytest.raises(DataFileError, match=r"none\.xlsx: cannot be read"):
        read_xlsx(tmp_path / "none.xlsx")


def test_without_openpyxl_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InterfaithCalError, match=r"pip install 'interfaith-cal\[xlsx\]'"):
        table.to_xlsx(PESACH, "de", "2027")


def test_columns_are_chosen_by_name() -> None:
    assert columns_named("name, first_day,name") == ("name", "first_day")
    assert table.to_csv(PESACH, "de", ("name", "first_day")) == "name,first_day\nPessach,2027-04-22\n"
    assert table.to_json(PESACH, "de", ("first_day",)) == '[\n  {\n    "first_day": "2027-04-22"\n  }\n]\n'
    with pytest.raises(UnknownNameError, match="did you mean 'first_day'"):
        columns_named("id,first-day")


def test_list_writes_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.xlsx"
    words = ["list", "2027", "-c", "jewish", "--format", "xlsx", "--columns", "first_day,name", "-o", str(path)]
    assert run(cli, words) == 0
    assert read_xlsx(path)[0] == ["first_day", "name"]
    assert [date(2027, 4, 22), "Pessach"] in read_xlsx(path)
    capsys.readouterr()
    assert run(cli, ["list", "2027", "-c", "jewish", "--format", "csv", "--bom"]) == 0
    assert capsys.readouterr().out.startswith("\ufeffid,community,")


def test_a_workbook_may_be_redirected_into_a_file() -> None:
    words = [sys.executable, "-m", "interfaith_cal", "list", "2027", "-c", "jewish", "--format", "xlsx"]
    done = subprocess.run(words, capture_output=True, check=True)
    assert opened(done.stdout).sheetnames == ["Interreligiöser Kalender 2027"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--format", "csv", "--columns", "id,nmae"], "there is no column 'nmae'; did you mean 'name'?"),
        (["--format", "csv", "--columns", ""], "there is no column ''"),
        (["--columns", "id"], "--columns is for csv, json, xlsx, md, html; the format is table."),
        (["--format", "json", "--bom"], "--bom is for csv; the format is json."),
    ],
)
def test_wrong_use_is_said_in_one_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["list", "2027", *words]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert sentence in said.err
