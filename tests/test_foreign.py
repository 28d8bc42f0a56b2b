"""Files of others: too large, broken, hostile; what they hold steers no terminal and calculates in no table."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.styles import Font

from interfaith_cal import review
from interfaith_cal.appointments import Appointment, read
from interfaith_cal.cli import output
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import published
from interfaith_cal.errors import DataFileError
from interfaith_cal.export import terminal
from interfaith_cal.export.xlsx import MOST_UNPACKED, Sheet, read_xlsx, to_xlsx
from interfaith_cal.ground import separated
from interfaith_cal.ground.files import MOST_BYTES, read_bytes, read_toml

SRC = Path(output.__file__).parents[1]
HEADINGS = ["id", "correct_first_day", "source", "read"]
FILLED = ["alevi/asure/1450", "07.06.2028", "AABF", "01.02.2027"]
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160))))
ESCAPES = "\x1b[2J\x1bPowned\x07\x9b31m\x08\x00"

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, list(words))
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def workbook(path: Path, change: Callable[[object], object] = lambda page: None) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(HEADINGS)
    page.append(FILLED)
    change(page)
    book.save(path)
    return path


def with_sheet(path: Path, rows: bytes) -> Path:
    """A workbook whose sheet is written by hand."""
    whole = workbook(path.with_name("whole.xlsx"))
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = head + rows + b"</sheetData></worksheet>"
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return path


def bold(cell: str) -> Callable[[object], object]:
    def change(page: object) -> None:
        page[cell].font = Font(bold=True)  # type: ignore[index]

    return change


def put(cell: str, text: str) -> Callable[[object], object]:
    def change(page: object) -> None:
        page[cell] = text  # type: ignore[index]

    return change


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD1", "XFD2"])
def test_a_blank_cell_at_the_end_of_a_sheet_costs_nothing(say: Say, tmp_path: Path, cell: str) -> None:
    path = workbook(tmp_path / "sheet.xlsx", bold(cell))
    began = time.perf_counter()
    assert read_xlsx(path) == [HEADINGS, FILLED]
    assert time.perf_counter() - began < 20, "a blank cell is read as if there were millions"
    status, out, _ = say("review", "--apply", str(path))
    assert (status, "Aşure" in out or "alevi/asure/1450" in out) == (0, True)


def test_blank_rows_within_a_sheet_keep_the_numbers_of_the_others(tmp_path: Path) -> None:
    path = workbook(tmp_path / "sheet.xlsx", put("C9", "x"))
    assert read_xlsx(path)[2:] == [[]] * 6 + [["", "", "x"]]


INLINE = b'<c r="A%d" t="inlineStr"><is><t>%s</t></is></c>'
TOO_LARGE = [
    (b'<row r="1">' + INLINE % (1, b"x" * (MOST_UNPACKED + 1)) + b"</row>", "MB when it is unpacked"),
    (b'<row r="999999999">' + INLINE % (999999999, b"x") + b"</row>", "millions of blank cells"),
    (b'<row r="10001">' + INLINE % (10001, b"x") + b"</row>", "more than 10000 rows"),
    (b'<row r="1"><c r="GS1"><v>1</v></c></row>', "more than 200 columns in row 1"),
    (b"".join(b'<row><c r="XFD%d"/></row>' % row for row in range(1, 400)), "millions of blank cells"),
    (b'<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>', "not a workbook"),
]


@pytest.mark.parametrize(("rows", "sentence"), TOO_LARGE, ids=[sentence for _, sentence in TOO_LARGE])
def test_a_workbook_larger_than_tables_are_is_refused(say: Say, tmp_path: Path, rows: bytes, sentence: str) -> None:
    path = with_sheet(tmp_path / "sheet.xlsx", rows)
    assert path.stat().st_size < 1_000_000
    began = time.perf_counter()
    status, out, err = say("review", "--apply", str(path))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert time.perf_counter() - began < 20


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    endless = tmp_path / "endless.csv"
    endless.symlink_to("/dev/zero")
    with pytest.raises(DataFileError, match=f"larger than {MOST_BYTES // 1_000_000} MB"):
        read_bytes(endless)


TABLES = [
    ("12.05.2027;x\n" * (separated.MOST_ROWS + 1), "has more than 10000 rows"),
    ('12.05.2027;"x\n' * (separated.MOST_ROWS + 1), "has more than 10000 rows"),
    (";".join(["12.05.2027"] * 201), "has more than 200 columns in row 1"),
    ("2027-01-01..2027-12-31\n" * 200, "plans more than 40000 days"),
]


@pytest.mark.parametrize(("content", "sentence"), TABLES, ids=[sentence for _, sentence in TABLES])
def test_a_table_larger_than_people_make_them_is_refused(say: Say, tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "days.csv").write_text(content, encoding="utf-8")
    status, out, err = say("plan", "days.csv")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    if "rows" in sentence and '"' not in content:
        assert say("review", "--apply", "days.csv")[0] == 2


@pytest.mark.parametrize("letters", [131_073, 1_000_000])
def test_a_cell_of_any_length_is_read_or_named(say: Say, tmp_path: Path, letters: int) -> None:
    row = [*FILLED[:2], "x" * letters, FILLED[3]]
    (tmp_path / "sheet.csv").write_text("\n".join(map(";".join, (HEADINGS, row))), encoding="utf-8")
    status, out, err = say("review", "--apply", "sheet.csv")
    assert (status, out) == (2, "")
    assert f"row 2, column source: has {letters} letters; say it in 1000." in err
    (tmp_path / "days.csv").write_text(f"{' ' * letters}12.05.2027 x{' ' * letters}x\n13.05.2027;y\n", encoding="utf-8")
    began = time.perf_counter()
    assert Appointment(date(2027, 5, 13), date(2027, 5, 13), "y") in read(tmp_path / "days.csv").appointments
    assert time.perf_counter() - began < 20


def calendar(path: Path, *events: str, end: str = "END:VCALENDAR\r\n") -> Path:
    lines = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{event}\r\nEND:VEVENT\r\n" for n, event in enumerate(events))
    path.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{lines}{end}", encoding="utf-8", newline="")
    return path


GOOD = "DTSTART;VALUE=DATE:20270512\r\nSUMMARY:Mathe"
BAD_EVENTS = [
    "DTSTART:20270401T100000Z\r\nDURATION:P99999999D",
    "DTSTART:20270401T100000Z\r\nDURATION:P999999999999999999999999D",
    "DTSTART;VALUE=DATE:99991231",
    "DTSTART:99991231T235959Z\r\nDURATION:PT1H",
    "DTSTART:00010101T000000Z\r\nDTEND:00010101T000000Z",
    "DTSTART:x",
    "SUMMARY:nothing",
    "DTSTART;VALUE=DATE:99981231",
]


@pytest.mark.parametrize("bad", BAD_EVENTS)
def test_one_bad_event_is_named_and_does_not_stop_the_rest(say: Say, tmp_path: Path, bad: str) -> None:
    calendar(tmp_path / "plan.ics", bad, GOOD)
    status, out, err = say("plan", "plan.ics", "--land", "NW")
    assert (status, err.count("\n")) == (2, 1)
    assert "Mathe" in out
    calendar(tmp_path / "alone.ics", bad)
    assert say("plan", "alone.ics", "--land", "NW")[:2] == (2, "")


def test_one_bad_event_of_school_holidays_is_named_and_does_not_stop_the_rest(say: Say, tmp_path: Path) -> None:
    calendar(tmp_path / "ferien.ics", BAD_EVENTS[0], "DTSTART;VALUE=DATE:20270512\r\nSUMMARY:Pause")
    status, out, err = say("plan", "2027-05-12", "2027-05-11", "--school-holidays", "ferien.ics")
    assert (status, err.count("ferien.ics: event 1")) == (1, 1)
    assert "Pause" in out
    assert say("plan", "2027-05-18", "--school-holidays", "ferien.ics")[0] == 2


def test_one_bad_row_is_named_and_does_not_stop_the_rest(say: Say, tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text("Tag;Was\n9999-12-31;Ende\n30.02.2027;Nie\n12.05.2027;Mathe\n", encoding="utf-8")
    status, out, err = say("plan", "days.csv", "--land", "NW")
    assert (status, err.count("\n")) == (2, 2)
    assert "Mathe" in out
    assert "days.csv: row 3" in err
    assert "9999-12-31 Ende: the year 9999 is out of range" in err


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1"])
def test_a_repetition_that_does_not_go_on_is_read_once(tmp_path: Path, rule: str) -> None:
    found = read(calendar(tmp_path / "plan.ics", f"{GOOD}\r\nRRULE:{rule}"))
    assert len(found.appointments) == 1
    assert len(found.problems) == 1


def test_repetitions_that_never_come_are_not_looked_for_again_and_again(tmp_path: Path) -> None:
    never = f"{GOOD}\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    found = read(calendar(tmp_path / "plan.ics", *[never] * 40))
    assert len(found.appointments) == 40
    assert sum("is repeated; only its first time was read" in problem for problem in found.problems) == 35


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        ((GOOD,) * 10_001, "more than 10000 events"),
        ((f"{GOOD}\r\nRRULE:FREQ=DAILY;COUNT=9999",) * 9, "more than 20000"),
    ],
)
def test_a_calendar_larger_than_people_keep_them_is_refused(
    tmp_path: Path, events: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(DataFileError, match=sentence):
        read(calendar(tmp_path / "plan.ics", *events))


@pytest.mark.parametrize("end", ["", "END:VCALEN", "BEGIN:VEVENT\r\nDTSTART:2027"])
def test_a_calendar_that_is_cut_off_is_called_so(say: Say, tmp_path: Path, end: str) -> None:
    calendar(tmp_path / "plan.ics", GOOD, end=end)
    status, out, err = say("plan", "plan.ics")
    assert (status, out) == (2, "")
    assert "plan.ics: is cut off; END:VCALENDAR is missing" in err


# What a spreadsheet program may calculate.


def risky(cell: str) -> bool:
    return cell.lstrip(" ").startswith(BEGINNINGS) and not re.fullmatch(r"[+-]?[\d.,]*", cell)


CELLS = st.text(st.one_of(st.sampled_from("=+-@\t\r\n' ;,\"0a"), st.characters(codec="utf-8")), max_size=8)


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4), delimiter=st.sampled_from(",;\t"))
@example(rows=[["=1+1", "'=1", "''=1", "'-3", "-", "-3", "+49 1", "a\rb", "\r", "\n=1"]], delimiter=";")
def test_no_cell_of_a_table_calculates_and_each_is_read_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    text = separated.written(["x", "=y"], rows, delimiter=delimiter)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        assert not any(map(risky, row))
    assert separated.cells(text, delimiter) == [["x", "=y"], *rows]


@pytest.mark.parametrize("cell", ["-", "-3", "+1.5", "-1,5", "2027-04-22", "jewish/pesach", "'Id", "’Alī", "a-b", ""])
def test_ordinary_cells_stay_as_they_are(cell: str) -> None:
    assert separated.written(["x"], [[cell, "y"]]) == f"x\n{cell},y\n".replace("-1,5", '"-1,5"')


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_label_calculates_in_no_table_and_a_sheet_comes_back_unchanged(
    say: Say, tmp_path: Path, beginning: str
) -> None:
    text = f"{beginning}cmd|' /C calc'!A0"
    (tmp_path / "days.csv").write_text(separated.written(["Tag", "Was"], [["12.05.2027", text]]), encoding="utf-8")
    assert read(tmp_path / "days.csv").appointments[0].label == text.strip()
    status, out, _ = say("plan", "days.csv", "--format", "csv")
    assert status in (0, 1)
    assert not any(risky(cell) for row in csv.reader(io.StringIO(out)) for cell in row)
    row = (f"a/b/{text}", *(text for _ in review.COLUMNS[1:]))
    for delimiter in ";,":
        sheet = review.to_csv([row], "en", delimiter)
        assert review.from_csv(sheet.removeprefix("\ufeff"))[1] == [*row]
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx([Sheet("x", [[text]], "de", ("a",))]))).active
    assert page is not None
    assert (page["A2"].data_type, page["A2"].quotePrefix) == ("s", True)
    (tmp_path / "x.xlsx").write_bytes(to_xlsx([Sheet("x", [[text]], "de", ("a",))]))
    assert read_xlsx(tmp_path / "x.xlsx")[1] == [text]


def test_a_published_state_is_read_as_it_was(tmp_path: Path) -> None:
    state = published.State(
        {"=a/b/1": published.PublishedDays(date(2027, 4, 22), date(2027, 4, 22), "fixed")}, {"@a": "-b"}
    )
    for name, content in published.written(state).items():
        (tmp_path / name).write_bytes(content)
        assert not any(risky(cell) for row in csv.reader(io.StringIO(content.decode())) for cell in row)
    assert published.read_state(tmp_path) == state


def test_only_one_place_writes_tables() -> None:
    """The other readers and writers of the csv module would each need the same care."""
    users = {
        path.name for path in SRC.rglob("*.py") if re.search(r"^\s*import csv|csv\.writer", path.read_text(), re.M)
    }
    assert users == {"separated.py"}


# What would steer a terminal.


def hostile_files(folder: Path) -> None:
    calendar(folder / "plan.ics", f"{GOOD} {ESCAPES}", f"DTSTART:x\r\nSUMMARY:{ESCAPES}", f"DTSTART:{ESCAPES}")
    (folder / "days.csv").write_text(f"12.05.2027;{ESCAPES[:-1]}\n30.02.2027{ESCAPES[:-1]};\n", encoding="utf-8")
    sheet = [HEADINGS, [*FILLED[:2], f"AABF {ESCAPES[:-1]}", FILLED[3]]]
    (folder / "sheet.csv").write_text("\n".join(map(";".join, sheet)), encoding="utf-8")
    wrong = [HEADINGS, [ESCAPES[:-1], ESCAPES[:-1], "x", ESCAPES[:-1]]]
    (folder / "wrong.csv").write_text("\n".join(map(";".join, wrong)), encoding="utf-8")
    for name in ("own", f"o{ESCAPES[:-1]}"):
        (folder / f"{name}.toml").write_text(
            'title = { de = "A\\u001b[2J", en = "\\u009b2J" }\nlanguages = ["de", "en"]\n', encoding="utf-8"
        )


CALLS: list[list[str]] = [
    ["plan", "plan.ics"],
    ["plan", "plan.ics", "--format", "csv"],
    ["plan", "days.csv", "--format", "json"],
    ["plan", "days.csv"],
    ["plan", "2027-05-12", "--school-holidays", "plan.ics"],
    ["plan", f"x{ESCAPES[:-1]}.ics"],
    ["review", "--apply", "sheet.csv"],
    ["review", "--apply", "wrong.csv"],
    ["list", "2027", "--edition", "own.toml", "--format", "md"],
    ["list", "2027", "--edition", f"o{ESCAPES[:-1]}.toml"],
    ["list", "2027", "-c", ESCAPES[:-1]],
    ["list", ESCAPES[:-1]],
    [ESCAPES[:-1]],
    ["list", "2027", f"--{ESCAPES[:-1]}"],
    ["print", ESCAPES[:-1]],
    ["ics", "2027", "-c", "alevi", "-o", f"{ESCAPES[:-1]}/x.ics"],
    ["site", f"{ESCAPES[:-1]}/x", "--years", "2027", "--base-url", ESCAPES[:-1]],
]


@pytest.mark.parametrize("words", CALLS, ids=repr)
def test_no_control_character_of_others_reaches_a_terminal(say: Say, tmp_path: Path, words: list[str]) -> None:
    hostile_files(tmp_path)
    _, out, err = say(*words)
    assert out + err
    assert not {*CONTROLS} & {*out, *err}


def test_a_source_is_pinned_without_control_characters_and_read_again(say: Say, tmp_path: Path) -> None:
    hostile_files(tmp_path)
    (tmp_path / "pins").mkdir()
    assert say("--data", ".", "review", "--apply", "sheet.csv", "--write")[0] == 0
    status, out, _ = say("--data", ".", "list", "2028", "-c", "alevi", "--format", "csv")
    assert (status, "AABF" in out) == (0, True)


def test_a_data_file_that_would_steer_a_terminal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    for text, name in (("\\u001b[2J", "U+001B"), ("\\b", "U+0008"), ("\x9b2J", "U+009B"), ("\\u007F", "U+007F")):
        for content in (f'a = ["x", {{ b = "{text}" }}]', f'"{text}" = 1'):
            path.write_text(content, encoding="utf-8")
            with pytest.raises(DataFileError, match=re.escape(f"has the control character {name}")):
                read_toml(path)
    path.write_text('a = "\\t\\n\\r\\u00e9 \\\\u001b"', encoding="utf-8")
    assert read_toml(path) == {"a": "\t\n\ré \\u001b"}


@given(text=st.text(st.one_of(st.sampled_from(CONTROLS + "\r[12m"), st.characters(codec="utf-8"))))
def test_a_harmless_text_keeps_its_letters_and_our_styles(text: str) -> None:
    said = terminal.harmless(text)
    assert len(said) == len(text)
    assert not {*CONTROLS} & {*said}
    assert all(
        new == old or (new == " " and (old in CONTROLS or old == "\r")) for new, old in zip(said, text, strict=True)
    )
    color = terminal.Terminal(80, True)
    ours = terminal.bold(said, color) + terminal.dim(said, color) + terminal.chip("jewish", "J", 3, color)
    assert terminal.harmless(ours, color=True) == ours
    assert "\x1b" not in terminal.STYLE.sub("", terminal.harmless(ours + text, color=True))


def test_on_a_terminal_colors_stay() -> None:
    """Through a terminal of the system, as a person sees it."""
    parent, child = pty.openpty()
    words = [sys.executable, "-m", "interfaith_cal", "day", "2027-04-22"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(words, stdout=child, stderr=child, stdin=child, env=environment) as running:
        os.close(child)
        said = b""
        while piece := _read(parent):
            said += piece
        assert running.wait() == 0
    os.close(parent)
    assert terminal.STYLE.search(said.decode())
    assert not {*CONTROLS} & {*terminal.STYLE.sub("", said.decode())}


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


def test_commands_speak_through_one_place() -> None:
    """What goes around it would have to care for itself; a line that is written over on a terminal is our own."""
    speaking = re.compile(r"^.*(?:click\.echo\(|print\(|sys\.std(?:out|err)\.(?:buffer\.)?write).*$", re.M)
    found = {
        (path.name, line.strip())
        for path in (SRC / "cli").glob("*.py")
        if path.name != "output.py"
        for line in speaking.findall(path.read_text(encoding="utf-8"))
    }
    assert found == {("site.py", 'click.echo(f"\\r{said}", nl=done == of, err=True)')}


# Where nothing can be written.


OUTPUTS = ["list 2027", "list 2027 --format xlsx", "ics 2027", "day 2027-04-22", "rules alevi", "check", "--help"]


@pytest.mark.parametrize("words", OUTPUTS)
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_one_sentence(words: str, where: str) -> None:
    done = _shell(f"{words} {where}")
    if where == ">&-" and words in ("check", "--help"):
        # Words without a place to go are not said; the exit status has the answer.
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert re.fullmatch(r"interfaith-cal: .*cannot be (?:read or )?written \(.+\).*\n", done.stderr)


@pytest.mark.parametrize("where", ["2> /dev/full", "2>&-", ">&- 2>&-", "> /dev/full 2> /dev/full"])
def test_without_a_place_for_sentences_the_status_says_it(where: str) -> None:
    assert _shell(f"list 2x27 {where}").returncode == 2


@pytest.mark.parametrize("out", ["/", "/proc/x", "/dev/null", "''"])
def test_a_site_where_none_can_be_is_one_sentence(tmp_path: Path, out: str) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    done = _shell(f"site {out} --years 2027 --base-url https://feste.example.org", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("interfaith-cal: ")
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def _shell(words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m interfaith_cal {words}"
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=folder)
