"""The proof sheet: made, filled in as offices do it, read again, and turned into pins that win over the rule."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal import review
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import pins
from interfaith_cal.editorial.pinning import with_pins
from interfaith_cal.editorial.pins import Pin, read_pins
from interfaith_cal.errors import DataFileError, InterfaithCalError
from interfaith_cal.ground import separated
from interfaith_cal.ground.root import read_at
from interfaith_cal.words.languages import language, languages

SOURCE = "AABF, Rundschreiben „Yıl 2028“"
Say = Callable[..., tuple[int, str, str]]
Rows = list[dict[str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    """The command line, with a folder of pins of its own: empty, and that of the almanac."""
    (tmp_path / "pins").mkdir()
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, ["--data", str(tmp_path), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def sheet(say: Say, community: str = "alevi", year: int = 2028) -> Rows:
    assert say("review", str(year), "-c", community, "-o", "review.csv") == (0, "", "")
    content = Path("review.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfKennung;Name;")
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return [dict(zip(review.COLUMNS, row, strict=True)) for row in rows]


def written(rows: Rows, encoding: str = "utf-8", delimiter: str = ";") -> str:
    """The sheet as a spreadsheet program saves it; gives the name of the file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, review.COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    Path("filled.csv").write_bytes(out.getvalue().encode(encoding, errors="replace"))
    return "filled.csv"


def fill(rows: Rows, identifier: str, **cells: str) -> Rows:
    (row,) = [row for row in rows if row["id"] == identifier]
    row |= cells
    return rows


def asure(rows: Rows, **cells: str) -> Rows:
    """Aşure a day later than the rule has it, as an office fills it in."""
    filled = {"correct_first_day": "07.06.2028", "source": SOURCE, "read": "01.02.2027"}
    return fill(rows, "alevi/asure/1450", **(filled | cells))


def test_a_sheet_holds_the_days_that_begin_in_its_year_in_words(say: Say) -> None:
    rows = sheet(say)
    assert tuple(rows[0]) == review.COLUMNS
    assert [row["id"] for row in rows] == [
        o.id for o in ic.observances(2028, communities=["alevi"], pins=False) if o.first_day.year == 2028
    ]
    (row,) = [row for row in rows if row["id"] == "alevi/hizir-fast/2028"]
    assert (row["first_day"], row["last_day"], row["weekday"]) == ("2028-02-08", "2028-02-10", "Dienstag")
    assert row["begins"] == "beginnt mit dem Kalendertag"
    assert row["rule"] == "erster Dienstag ab dem 8. Februar, 3 Tage lang"
    assert row["certainty"] == "feststehend"
    assert row["correct_first_day"] == row["source"] == row["read"] == ""


@pytest.mark.parametrize("lang", languages())
def test_a_sheet_speaks_its_language_and_is_read_in_any(say: Say, lang: str) -> None:
    assert say("review", "2028", "-c", "alevi", "--lang", lang, "-o", "review.csv") == (0, "", "")
    delimiter = language(lang).delimiter
    head, *rows = csv.reader(io.StringIO(Path("review.csv").read_bytes().decode("utf-8-sig")), delimiter=delimiter)
    called = review.headings(lang)
    assert head == list(called.values())
    assert len({name.casefold() for name in head}) == len(review.COLUMNS)
    (row,) = [row for row in rows if row[0] == "alevi/asure/1450"]
    for column, said in (("correct_first_day", "07.06.2028"), ("source", SOURCE), ("read", "01.02.2027")):
        row[head.index(called[column])] = said
    for shown in (head, [name.upper() for name in head], [f"  {name}" for name in review.COLUMNS]):
        Path("filled.csv").write_text(separated.written(shown, rows, delimiter=delimiter), encoding="utf-8")
        status, out, err = say("review", "--apply", "filled.csv", "--lang", "en")
        assert (status, err) == (0, "")
        assert "alevi/asure/1450: Tue 2028-06-06 → Wed 2028-06-07" in out
    row[head.index(called["read"])] = "?"
    Path("filled.csv").write_text(separated.written(head, rows, delimiter=delimiter), encoding="utf-8")
    status, _, err = say("review", "--apply", "filled.csv")
    assert (status, f"column {called['read']}: '?' is not a day" in err) == (2, True)


def test_no_language_calls_a_column_what_another_calls_another() -> None:
    meant: dict[str, set[str]] = {}
    for lang in languages():
        for column, name in review.headings(lang).items():
            meant.setdefault(name.casefold(), set()).add(column)
    assert {name: columns for name, columns in meant.items() if len(columns) > 1} == {}


def test_what_began_the_year_before_is_in_the_sheet_of_that_year(say: Say) -> None:
    def ids(year: int) -> list[str]:
        return [row["id"] for row in sheet(say, "jewish", year)]

    assert "jewish/hanukkah/5785" in ids(2024)
    assert "jewish/hanukkah/5785" not in ids(2025)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_from_sheet_to_list_whatever_saved_it(say: Say, encoding: str, delimiter: str) -> None:
    source = "AABF Köln, Rundschreiben „2028“"
    filled = written(asure(sheet(say), source=source), encoding, delimiter)
    status, out, err = say("review", "--apply", filled, "--write")
    assert (status, err) == (0, "")
    assert "alevi/asure/1450: Di 06.06.2028 → Mi 07.06.2028" in out
    status, out, _ = say("list", "2028", "-c", "alevi", "--format", "csv")
    (row,) = [row for row in csv.DictReader(io.StringIO(out)) if row["festival"] == "asure"]
    assert (row["first_day"], row["certainty"], row["source"]) == ("2028-06-07", "announced", source)


def test_from_workbook_to_list(say: Say) -> None:
    assert say("review", "2028", "-c", "alevi", "-o", "review.xlsx")[0] == 0
    workbook = openpyxl.load_workbook("review.xlsx")
    assert workbook.sheetnames == ["Prüfbogen 2028", "Anleitung"]
    page = workbook.worksheets[0]
    assert [cell.value for cell in page[1]] == list(review.headings("de").values())
    headings = list(review.COLUMNS)
    for row in page.iter_rows(min_row=2):
        if row[0].value == "alevi/asure/1450":
            row[headings.index("correct_first_day")].value = date(2028, 6, 7)
            row[headings.index("source")].value = SOURCE
            row[headings.index("read")].value = "1.2.2027"
        if row[0].value == "alevi/kurban/1449":
            row[headings.index("correct_first_day")].value = "2028-05-05"
            row[headings.index("source")].value = SOURCE
            row[headings.index("read")].value = date(2027, 2, 1)
    workbook.save("filled.xlsx")
    status, out, err = say("review", "--apply", "filled.xlsx", "--write", "--lang", "en")
    assert (status, err) == (0, "")
    assert "alevi/asure/1450: Tue 2028-06-06 → Wed 2028-06-07" in out
    assert "alevi/kurban/1449: Fri 2028-05-05 – Mon 2028-05-08 confirmed" in out
    rows = json.loads(say("list", "2028", "-c", "alevi", "--format", "json")[1])
    announced = {row["festival"]: (row["first_day"], row["last_day"]) for row in rows if row["source"] == SOURCE}
    assert announced == {"asure": ("2028-06-07", "2028-06-07"), "kurban": ("2028-05-05", "2028-05-08")}
    (announcement,) = tomllib.loads(Path("pins/alevi.toml").read_text(encoding="utf-8"))["announcement"]
    assert announcement["read"] == date(2027, 2, 1)


def test_nothing_is_written_unless_it_is_asked_for(say: Say) -> None:
    filled = written(asure(sheet(say)))
    status, out, err = say("review", "--apply", filled)
    assert (status, err) == (0, "")
    assert out.endswith("Noch ist nichts geschrieben; mit --write wird es geschrieben.\n")
    assert list(Path("pins").iterdir()) == []
    assert say("review", "--apply", filled, "--pins", "elsewhere/pins", "--write")[0] == 0
    assert list(Path("pins").iterdir()) == []
    (pin,) = read_pins(Path("elsewhere/pins/alevi.toml"))
    assert (pin.id, pin.first_day, pin.source, pin.read) == (
        "alevi/asure/1450",
        date(2028, 6, 7),
        SOURCE,
        date(2027, 2, 1),
    )


def test_applying_twice_changes_nothing(say: Say) -> None:
    filled = written(asure(sheet(say)))
    say("review", "--apply", filled, "--write")
    first = Path("pins/alevi.toml").read_bytes()
    status, out, _ = say("review", "--apply", filled, "--write")
    assert status == 0
    assert "Mi 07.06.2028 bestätigt" in out
    assert Path("pins/alevi.toml").read_bytes() == first


def test_a_festival_without_a_rule_is_filled_in_on_a_blank_row_for_any_year(say: Say) -> None:
    rows = sheet(say, "hindu", 2094)
    (row,) = [row for row in rows if row["id"].startswith("hindu/hamm-temple-procession")]
    assert (row["id"], row["first_day"], row["certainty"]) == ("hindu/hamm-temple-procession/2094", "", "")
    row |= {"correct_first_day": "20.06.2094", "source": "Sri-Kamadchi-Ampal-Tempel, Hamm", "read": "01.02.2094"}
    assert say("review", "--apply", written(rows), "--write")[0] == 0
    (pin,) = read_pins(Path("pins/hindu.toml"))[-1:]
    assert (pin.id, pin.first_day, pin.last_day) == ("hindu/hamm-temple-procession/2094", date(2094, 6, 20), None)
    listed = say("list", "2094", "-c", "hindu", "--format", "csv")[1]
    assert "hindu/hamm-temple-procession/2094," in listed
    row["correct_first_day"] = "20.06.2093"
    status, _, err = say("review", "--apply", written(rows))
    assert (status, "2094" in err) == (2, True)


def test_an_usage_is_pinned_as_itself(say: Say) -> None:
    identifier = "orthodox/nativity/2027/old-calendar"
    cells = {"correct_first_day": "08.01.2028", "source": "Bistum", "read": "2027-03-01"}
    filled = written(fill(sheet(say, "orthodox"), identifier, **cells))
    assert say("review", "--apply", filled, "--write")[0] == 0
    days = {o.id: o.first_day for o in ic.observances(2028, festivals=["orthodox/nativity"])}
    assert days == {identifier: date(2028, 1, 8), "orthodox/nativity/2028": date(2028, 12, 25), **days}


def test_an_announced_length_is_kept(say: Say) -> None:
    head = '[[announcement]]\nsource = "KRM"\nread = 2027-01-01\n\n[announcement.days]\n'
    Path("pins/islamic.toml").write_text(f'{head}"eid-al-fitr/1448" = [2027-03-10, 2027-03-13]\n', encoding="utf-8")
    rows = sheet(say, "islamic", 2027)
    cells = {"correct_first_day": "11.03.2027", "source": "KRM", "read": "2027-03-08"}
    filled = written(fill(rows, "islamic/eid-al-fitr/1448", **cells))
    assert say("review", "--apply", filled, "--write")[0] == 0
    (pin,) = read_pins(Path("pins/islamic.toml"))
    assert (pin.first_day, pin.last_day) == (date(2027, 3, 11), date(2027, 3, 14))


REFUSED = [
    ({"id": "alevi/ashure/1450"}, 'row 13, column id: there is no alevi festival "ashure"'),
    ({"id": "alewi/asure/1450"}, "row 13, column id: there is no community 'alewi'; did you mean 'alevi'?"),
    ({"id": "alevi/asure/1460"}, "row 13, column id: there is no observance 'alevi/asure/1460'"),
    ({"id": "alevi/asure/1450/x"}, "row 13, column id: there is no alevi usage 'x'"),
    ({"id": "asure"}, "row 13, column id: there is no observance 'asure'"),
    ({"id": ""}, "row 13, column id: there is no observance ''"),
    ({"correct_first_day": "07.06.2029"}, "row 13, column correct_first_day: 2029-06-07 is outside the year 2028"),
    ({"correct_first_day": "07.12.2028"}, "column correct_first_day: 2028-12-07 is more than 30 days from 2028-06-06"),
    ({"correct_first_day": "31.06.2028"}, "row 13, column correct_first_day: '31.06.2028' is not a day; write a day"),
    ({"correct_first_day": "6/7/2028"}, "row 13, column correct_first_day: '6/7/2028' is not a day"),
    ({"correct_first_day": "07.06.2028 - 08.06.2028"}, "row 13, column correct_first_day: "),
    ({"correct_first_day": ""}, "row 13, column correct_first_day: is empty; write a day as 22.04.2027"),
    ({"source": " "}, "row 13, column source: is empty; say where the day was published."),
    ({"read": ""}, "row 13, column read: is empty; write a day as"),
    ({"read": "gestern"}, "row 13, column read: 'gestern' is not a day"),
    ({"first_day": "2150-06-06"}, "the year 2150 is out of range for the community 'alevi'"),
]


@pytest.mark.parametrize(("cells", "sentence"), REFUSED, ids=lambda part: str(part)[:40])
def test_what_is_refused_is_named_with_row_and_column(say: Say, cells: dict[str, str], sentence: str) -> None:
    filled = written(asure(sheet(say), **cells))
    status, out, err = say("review", "--apply", filled, "--write")
    assert (status, out) == (2, "")
    assert sentence.replace('"', "'") in err
    assert list(Path("pins").iterdir()) == []


def test_all_problems_are_named_at_once_and_nothing_is_written(say: Say) -> None:
    rows = asure(sheet(say), source="")
    fill(rows, "alevi/newroz/2028", correct_first_day="x", source="y", read="2027-01-01")
    fill(rows, "alevi/kurban/1449", correct_first_day="2028-05-06", source="AABF", read="2027-01-01")
    rows.append(dict(next(row for row in rows if row["id"] == "alevi/kurban/1449")))
    status, out, err = say("review", "--apply", written(rows), "--write")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        "interfaith-cal: filled.csv: nothing was taken from it:",
        "row 5, column correct_first_day: 'x' is not a day; write a day as 22.04.2027 or 2027-04-22.",
        "row 13, column source: is empty; say where the day was published.",
        "row 19, column id: 'alevi/kurban/1449' is filled in twice; keep one of them.",
    ]
    assert list(Path("pins").iterdir()) == []


def test_a_day_written_over_the_computed_one_is_not_passed_over_in_silence(say: Say) -> None:
    rows = fill(sheet(say), "alevi/asure/1450", first_day="07.06.2028")
    status, out, err = say("review", "--apply", written(rows))
    assert (status, out) == (0, "Im Prüfbogen ist nichts eingetragen.\n")
    assert err == (
        "filled.csv: row 13, column first_day: 2028-06-07 is not what the calendar has (2028-06-06); "
        "corrections go to correct_first_day.\n"
    )


SHEETS = [
    (b"", "row 1: there is no column 'id'; needed are id, correct_first_day, source, read."),
    (b"id;source;read\n", "there is no column 'correct_first_day'"),
    (b"\x00\x01\x02", "there is no column 'id'"),
]


@pytest.mark.parametrize(("content", "sentence"), SHEETS)
def test_what_is_no_sheet_is_said_to_be_none(say: Say, content: bytes, sentence: str) -> None:
    Path("filled.csv").write_bytes(content)
    status, out, err = say("review", "--apply", "filled.csv")
    assert (status, out) == (2, "")
    assert sentence in err


def test_headings_may_stand_lower_in_another_order_and_in_capitals(say: Say) -> None:
    Path("filled.csv").write_text(
        "\n;;;\nRead;Note;ID;Correct_First_Day;SOURCE\n2027-02-01;;alevi/asure/1450;2028-06-07;AABF\n;;;;\n",
        encoding="utf-8",
    )
    status, out, _ = say("review", "--apply", "filled.csv")
    assert status == 0
    assert "→ Mi 07.06.2028" in out


WRONG_USE = [
    ((), "say for which YEAR"),
    (("2028", "--write"), "say for which YEAR"),
    (("2028", "--apply", "x.csv"), "goes with neither a YEAR nor --output"),
    (("2028", "-o", "review.txt"), "review.txt: the sheet ends in .csv or .xlsx, not in '.txt'."),
    (("20x8",), "'20x8' is not a year"),
    (("--apply", "none.csv"), "none.csv: cannot be read"),
    (("--apply", "none.xlsx"), "none.xlsx: cannot be read"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG_USE, ids=lambda part: str(part)[:40])
def test_wrong_use_gets_one_sentence(say: Say, words: tuple[str, ...], sentence: str) -> None:
    status, out, err = say("review", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err


@given(
    st.lists(
        st.lists(st.sampled_from(["", "alevi/asure/1450", "2028-06-07", "x", "id", "\n", ";", '"', "é"]), max_size=6),
        max_size=5,
    )
)
def test_no_sheet_ends_in_anything_but_corrections_or_a_sentence(rows: list[list[str]]) -> None:
    table = [["id", "first_day", "correct_first_day", "source", "read"], *rows]
    text = "\n".join(";".join(row) for row in table)
    try:
        found = review.read(review.from_csv(text))
    except InterfaithCalError:
        return
    assert {correction.now.id for correction in found.corrections} <= {"alevi/asure/1450"}


FILE = """\
# Our own heading.

[[announcement]]
source = "A"
read = 2026-01-01

[announcement.days]
# before the first
"ramadan/1447" = 2026-02-18   # as printed
"eid-al-fitr/1447" = 2026-03-20

# What the council said.
[[announcement]]
source = 'B "quoted"'
read = 2026-02-02
[announcement.days]
'ramadan/1448' = [2027-02-08, 2027-03-08]
"""


def pin(key: str, day: str, source: str, read: str, last: str | None = None) -> Pin:
    festival, own_year = key.split("/")
    last_day = date.fromisoformat(last) if last else None
    return Pin(f"islamic/{festival}", own_year, "", date.fromisoformat(day), last_day, source, date.fromisoformat(read))


def test_an_amended_file_keeps_comments_and_order() -> None:
    amended = with_pins(
        FILE,
        [
            pin("eid-al-fitr/1447", "2026-03-21", "A", "2026-01-01"),
            pin("ramadan/1448", "2027-02-09", "C", "2027-01-01", "2027-03-09"),
            pin("ramadan/1449", "2028-01-28", "A", "2026-01-01"),
        ],
    )
    assert (
        amended
        == """\
# Our own heading.

[[announcement]]
source = "A"
read = 2026-01-01

[announcement.days]
# before the first
"ramadan/1447" = 2026-02-18   # as printed
"eid-al-fitr/1447" = 2026-03-21
"ramadan/1449" = 2028-01-28

# What the council said.

[[announcement]]
source = "C"
read = 2027-01-01

[announcement.days]
"ramadan/1448" = [2027-02-09, 2027-03-09]
"""
    )


def test_what_stands_in_the_file_already_changes_nothing() -> None:
    for name in pins.pinned_communities():
        path = read_at("pins", f"{name}.toml")
        assert with_pins(path.read_text(encoding="utf-8"), read_pins(path)) == path.read_text(encoding="utf-8")


LAYOUTS = [
    '[[announcement]]\nsource = "A"\nread = 2026-01-01\n'
    'days = { "ramadan/1447" = 2026-02-18, "eid-al-fitr/1447" = 2026-03-20 }\n',
    '[[announcement]]\nsource = "A"\nread = 2026-01-01\n[announcement.days]\n'
    '"ramadan/1447" = [\n2026-02-18,\n2026-03-19]\n"eid-al-fitr/1447" = 2026-03-20\n',
    'announcement = [{ source = "A", read = 2026-01-01, days = { "ramadan/1447" = 2026-02-18 } }]\n',
]


@pytest.mark.parametrize("content", LAYOUTS)
def test_a_file_of_another_layout_is_left_to_a_person(content: str) -> None:
    with pytest.raises(DataFileError, match="amended by hand"):
        with_pins(content, [pin("ramadan/1447", "2026-02-19", "B", "2026-02-02")])


@given(
    st.lists(
        st.builds(
            Pin,
            st.sampled_from(["islamic/ramadan", "islamic/eid-al-fitr"]),
            st.integers(1440, 1450).map(str),
            st.just(""),
            st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            st.none(),
            st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
            st.dates(date(2020, 1, 1), date(2020, 1, 1) + timedelta(2)),
        ),
        max_size=8,
    )
)
def test_pins_that_are_written_are_read_again(tmp_path_factory: pytest.TempPathFactory, added: list[Pin]) -> None:
    path = tmp_path_factory.mktemp("pins") / "islamic.toml"
    added = [entry for entry in added if entry.source.strip()]
    content = ""
    for entry in added:
        content = with_pins(content, [entry])
    path.write_bytes(content.encode())
    assert {p.id: p for p in read_pins(path)} == {p.id: p for p in added}
