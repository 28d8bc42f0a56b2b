"""The columns of texts: the same words in every form, and none of them calculates or breaks a table."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.export import table
from interfaith_cal.export.rows import COLUMNS, MORE_COLUMNS, Column
from interfaith_cal.export.xlsx import read_xlsx
from interfaith_cal.ground.root import data_folder, shipped
from interfaith_cal.words.languages import whole_languages

TEXTS: tuple[Column, ...] = ("id", "explanation", "greeting", "greeting_script", "school", "names")


@pytest.mark.parametrize("lang", whole_languages())
def test_every_form_says_the_same(lang: str, tmp_path: Path) -> None:
    found = ic.observances(2027, communities=["jewish", "orthodox", "islamic"], rank="major")
    rows = list(csv.DictReader(io.StringIO(table.to_csv(found, lang, TEXTS))))
    (tmp_path / "l.xlsx").write_bytes(table.to_xlsx(found, lang, "2027", TEXTS))
    head, *cells = read_xlsx(tmp_path / "l.xlsx")
    assert [dict(zip(TEXTS, row, strict=False)) for row in cells] == [
        {key: said for key, said in row.items() if key in TEXTS[: len(cell)]}
        for row, cell in zip(rows, cells, strict=True)
    ]
    assert tuple(head) == TEXTS
    objects = json.loads(table.to_json(found, lang, TEXTS))
    assert objects == ic.to_rows(found, TEXTS, lang)
    for o, row, told in zip(found, rows, objects, strict=True):
        assert (row["explanation"], row["school"]) == (o.explanation(lang), o.school_note(lang))
        assert [name["text"] for name in told["names"]] == list(filter(None, row["names"].split(" · ")))
        for greeting in o.greetings(lang):
            assert greeting.written in row["greeting_script"]
            assert (greeting.instead or greeting.words) in row["greeting"]
            assert greeting.meaning in row["greeting"]
        assert {key: told[key] for key in TEXTS if key != "names"} == {key: row[key] for key in TEXTS if key != "names"}
    markdown, html = (
        table.to_markdown(found, lang, "2027", columns=TEXTS),
        table.to_html(found, lang, "2027", None, TEXTS),
    )
    for row in rows:
        assert row["explanation"].split(". ")[0] in markdown
        assert row["id"] in html


def test_every_column_has_a_heading_in_every_whole_language() -> None:
    found = ic.observances(2027, communities="jewish", rank="major")
    for lang in whole_languages():
        first = table.to_markdown(found, lang, "2027", columns=(*COLUMNS, *MORE_COLUMNS))
        assert "column-" not in first


def test_nothing_is_added_where_nothing_is_asked_for() -> None:
    (row,) = ic.to_rows(ic.upcoming("jewish/pesach", after=ic.observances(2027)[0].first_day))
    assert tuple(row) == COLUMNS


def test_texts_of_ones_own_calculate_nothing_and_break_no_table(tmp_path: Path) -> None:
    own = tmp_path / "data" / "texts" / "de"
    own.mkdir(parents=True)
    shutil.copyfile(shipped() / "texts" / "de" / "bahai.toml", own / "bahai.toml")
    said = (own / "bahai.toml").read_text(encoding="utf-8")
    before = ic.observances(2027, festivals="bahai/ridvan")[0].explanation()
    (own / "bahai.toml").write_text(said.replace(before, "=HYPERLINK(1) | eins\\nzwei <b>"), encoding="utf-8")
    with data_folder(tmp_path / "data"):
        found = ic.observances(2027, festivals="bahai/ridvan")
        assert found[0].explanation().startswith("=HYPERLINK")
        assert "'=HYPERLINK" in table.to_csv(found, "de", ("explanation",))
        (tmp_path / "l.xlsx").write_bytes(table.to_xlsx(found, "de", "2027", ("explanation",)))
        line = next(
            line
            for line in table.to_markdown(found, "de", "2027", columns=("explanation",)).splitlines()
            if "HYPER" in line
        )
        assert line == "| =HYPERLINK(1) \\| eins zwei <b> |"
        assert "zwei &lt;b&gt;" in table.to_html(found, "de", "2027", None, ("explanation",))
    import openpyxl

    cell = openpyxl.load_workbook(tmp_path / "l.xlsx").worksheets[0]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_misspelled_column_is_said_with_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["list", "2027", "--format", "md", "--columns", "name,explanaton"]) == 2
    assert "there is no column 'explanaton'; did you mean 'explanation'?" in capsys.readouterr().err
