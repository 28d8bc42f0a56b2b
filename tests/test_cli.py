"""The command line: its contract for other programs, and what a person reads."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.export import listing
from interfaith_cal.export.terminal import Terminal
from interfaith_cal.ground.root import Root, shipped, using
from interfaith_cal.words import texts

COLUMNS = (
    "id,community,festival,usage,name,first_day,last_day,begins,kind,rank,native_date,certainty,certainty_note,source"
)


class Said:
    """What a command printed, and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*words: str) -> Said:
        status = run(cli, list(words))
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return call


def test_csv_has_the_columns_of_the_contract_in_their_order(say: Say) -> None:
    said = say("list", "2027", "--format", "csv")
    assert said.status == 0
    assert said.out.splitlines()[0] == COLUMNS
    (pesach,) = [row for row in csv.DictReader(io.StringIO(said.out)) if row["id"] == "jewish/pesach/5787"]
    assert pesach["name"] == "Pessach"
    assert (pesach["community"], pesach["festival"], pesach["usage"]) == ("jewish", "pesach", "")
    assert (pesach["first_day"], pesach["last_day"], pesach["begins"]) == ("2027-04-22", "2027-04-29", "sunset-before")
    assert (pesach["kind"], pesach["rank"], pesach["native_date"]) == ("feast", "major", "15 Nisan 5787")
    assert pesach["certainty"] == "fixed"


def test_json_has_the_same_keys_and_rows(say: Say) -> None:
    rows = json.loads(say("list", "2027", "--format", "json").out)
    assert ",".join(rows[0]) == COLUMNS
    assert rows == list(csv.DictReader(io.StringIO(say("list", "2027", "--format", "csv").out)))


def test_english_on_request(say: Say) -> None:
    rows = json.loads(say("list", "2027", "--format", "json", "--lang", "en", "-c", "jewish").out)
    assert "Passover" in {row["name"] for row in rows} | {row["name"].split(" (")[0] for row in rows}


def test_the_table_reads_like_a_page(say: Say) -> None:
    out = say("list", "2027", "-c", "jewish", "--rank", "major").out
    assert "April 2027\n  Do 22   JÜD   Pessach" in out
    assert "bis 29. April · 15 Nisan 5787" in out
    assert "◗ beginnt am Vorabend" in out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_a_narrow_terminal_drops_columns_instead_of_wrapping(width: int) -> None:
    shown = listing.to_terminal(ic.observances(2027), "de", Terminal(width))
    lines = [line for line in shown.splitlines() if line.startswith("  ")]
    assert max(len(line) for line in lines) <= max(width, 44)
    assert any("15 Nisan 5787" in line for line in lines) == (width >= 100)


def test_color_only_where_there_is_color() -> None:
    shown = listing.to_terminal(ic.observances(2027, communities=["jewish"]), "de", Terminal(100, color=True))
    assert "\x1b[97;48;2;65;105;225m JÜD \x1b[0m" in shown


def test_markdown_and_html_hold_every_row(say: Say) -> None:
    count = len(ic.observances(2027))
    markdown = say("list", "2027", "--format", "md").out
    assert markdown.startswith("# Interreligiöser Kalender 2027\n")
    lines = [line for line in markdown.splitlines() if line.startswith("| ") and line[2:4] != "--"]
    assert len([line for line in lines if not line.startswith("| erster Tag")]) == count

    class Rows(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.rows, self.outside = 0, list[str]()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.rows += tag == "time" and ("datetime", None) not in attrs
            self.outside += [value for name, value in attrs if name in ("src", "href") and value]

    page = Rows()
    html = say("list", "2027", "--format", "html").out
    page.feed(html)
    assert page.rows == count + sum(o.last_day != o.first_day for o in ic.observances(2027))
    assert page.outside == []
    assert '<html lang="de">' in html


def test_a_span_across_new_year(say: Say) -> None:
    out = say("list", "--from", "2024-12-24", "--to", "02.01.2025", "-c", "jewish", "--format", "csv").out
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == ["jewish/hanukkah/5785"]


def test_nothing_in_a_span_is_said(say: Say) -> None:
    assert say("list", "--from", "2027-01-01", "--to", "2027-01-02", "-c", "jewish").out == (
        "In diesem Zeitraum ist nichts verzeichnet.\n"
    )


def test_day_shows_spans_and_eves(say: Say) -> None:
    eve = say("day", "2027-04-21", "-c", "jewish").out
    assert eve.splitlines()[0] == "Mittwoch, 21. April 2027"
    assert "Pessach  beginnt am Vorabend, 21. April, bei Sonnenuntergang (Köln 20:3" in eve
    assert "Pessach  Tag 3 von 8" in say("day", "2027-04-24", "-c", "jewish").out
    assert "kein Fest verzeichnet" in say("day", "2027-04-13", "-c", "jewish").out


def test_day_without_a_day_is_today(say: Say) -> None:
    assert say("day").out.splitlines()[0].startswith(texts.long_date(date.today(), "de"))


def test_next_says_when(say: Say) -> None:
    out = say("next", "jewish/pesach", "--count", "2", "--after", "2027-01-01", "--format", "csv").out
    assert [row["first_day"] for row in csv.DictReader(io.StringIO(out))] == ["2027-04-22", "2028-04-11"]
    assert say("next", "jewish/pesach").status == 0


def test_usage_is_followed(say: Say) -> None:
    out = say("list", "2024", "-c", "catholic", "--usage", "catholic=austria", "--format", "csv").out
    rows = {row["festival"]: row for row in csv.DictReader(io.StringIO(out))}
    assert rows["immaculate-conception"]["first_day"] == "2024-12-08"
    assert rows["immaculate-conception"]["id"] == "catholic/immaculate-conception/2024/austria"


def test_an_output_file_is_written_whole(say: Say, tmp_path: Path) -> None:
    assert say("list", "2027", "--format", "csv", "-o", str(tmp_path / "list.csv")).out == ""
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").startswith(COLUMNS)
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_ics_writes_a_file_a_folder_or_to_the_terminal(say: Say, tmp_path: Path) -> None:
    assert say("ics", "2027", "-o", str(tmp_path / "feed.ics")).status == 0
    assert (tmp_path / "feed.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    said = say("ics", "2026-2027", "-o", str(tmp_path / "feeds"))
    assert said.out == ""
    written = sorted(path.name for path in (tmp_path / "feeds").iterdir())
    assert len(said.err.splitlines()) == len(written) == len(ic.communities()) + 2
    assert {"alle.ics", "christlich.ics", "judentum.ics"} <= set(written)


HELP = (("--help",), ("list", "--help"), ("day", "--help"), ("next", "--help"), ("ics", "-h"), ("--version",))


@pytest.mark.parametrize("words", HELP, ids=" ".join)
def test_help_is_there(say: Say, words: tuple[str, ...]) -> None:
    said = say(*words)
    assert (said.status, said.err) == (0, "")
    assert "interfaith-cal" in said.out


WRONG_USE = [
    (("list", "0"), "the year 0 is out of range; years from 1583 to 9999 are known."),
    (("list", "12000"), "the year 12000 is out of range"),
    (("list", "abc"), "'abc' is not a year"),
    (("list", "२०२७"), "is not a year"),
    (("list",), "say what to list"),
    (("list", "2027", "--from", "2027-01-01"), "exclude each other"),
    (("list", "--from", "2027-01-01"), "--from DAY and --to DAY"),
    (("list", "--from", "2027-13-01", "--to", "2027-12-31"), "'2027-13-01' is not a day"),
    (("list", "--from", "2027-05-02", "--to", "2027-05-01"), "before it begins"),
    (("list", "--from", "0999-01-01", "--to", "2027-05-01"), "out of range"),
    (("list", "2027", "-c", "jewisch"), "there is no community 'jewisch'; did you mean 'jewish'?"),
    (("list", "2027", "--usage", "orthodox=old"), "there is no orthodox usage 'old'"),
    (("list", "2027", "--usage", "orthodox"), "give it as COMMUNITY=USAGE"),
    (("list", "2027", "--usage", "ortodox=romanian"), "there is no community 'ortodox'; did you mean 'orthodox'?"),
    (("list", "2027", "--rank", "big"), "there is no rank 'big'"),
    (("list", "2027", "--kind", "feasts"), "did you mean 'feast'?"),
    (("list", "2027", "--format", "cvs"), "there is no format 'cvs'; did you mean 'csv'?"),
    (("list", "2027", "--lang", "fr"), "there is no language 'fr'"),
    (("list", "2027", "--lnag", "en"), "no such option"),
    (("list", "2027", "-o", "."), ".: cannot be written (it is a folder)."),
    (("list", "2027", "-o", "/dev/null/x.csv"), "/dev/null/x.csv: cannot be written"),
    (("ics", "2027", "-o", "/dev/null/feeds"), "/dev/null/feeds: cannot be made a folder"),
    (("ics", "2027", "-o", "/dev/null/feed.ics"), "cannot be written"),
    (("ics", "2031-2026"), "write the earlier year first: 2026-2031"),
    (("ics", "2026-20x1"), "'20x1' is not a year"),
    (("ics", "2027", "-c", "protestant", "--kind", "night"), "an empty feed would confuse its readers"),
    (("ics",), "missing argument"),
    (("day", "tomorrow"), "'tomorrow' is not a day; give one as YYYY-MM-DD"),
    (("next", "jewish/pessach"), "did you mean 'jewish/pesach'?"),
    (("next", "pesakh"), "did you mean 'jewish/pesach' or 'buddhist/vesak'?"),
    (("next", "jewish/pesach", "--count", "0"), "at least one"),
    (("next", "jewish/pesach", "--count", "x"), "invalid value for '--count'"),
    (("lst", "2027"), "there is no command 'lst'; did you mean 'list'?"),
    (("--", "--lst"), "there is no command '--lst'; did you mean 'list'?"),
    (("plan", 300 * "x"), "is not a day or a span"),  # longer than any name of a file
]


@pytest.mark.parametrize(("words", "sentence"), WRONG_USE, ids=lambda w: " ".join(w) if isinstance(w, tuple) else "")
def test_wrong_use_gets_one_sentence_and_status_2(say: Say, words: tuple[str, ...], sentence: str) -> None:
    said = say(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert said.err.startswith("interfaith-cal: ")
    assert sentence in said.err


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A copy of the data folder that a test may break."""
    copy = tmp_path / "data"
    shutil.copytree(shipped(), copy)
    with using(Root(copy)):
        yield copy


SINCE = "published = 2026-11-24T00:00:00Z\n"
CHANGE = "id = 'x'\nchanged = 2027-02-01T12:00:00Z\nsequence = 1\n"
BROKEN = [
    ("texts/de/jewish.toml", "name = ", "is not valid TOML"),
    ("texts/de/jewish.toml", "[community]\nname = 3\n", "the entry 'festivals.tu-bishvat.name' is missing."),
    ("texts/de/phrases.toml", "[phrases]\n", "is missing."),
    ("palette.toml", "[communities]\njewish = 3\n", "the color of 'jewish' needs a `color` (CSS name)"),
    ("palette.toml", "", "there is no color for 'jewish'"),
    ("changes.toml", "published = 3", "`published` must be a time"),
    ("changes.toml", f"{SINCE}change = 3", "`change` must be tables named [[change]], but is 3."),
    ("changes.toml", f"{SINCE}[[change]]\nid = 'x'\n", "change number 1 ('x') needs"),
    ("changes.toml", f"{SINCE}[[change]]\nwhen = 3\n", "change number 1: the key 'when' is unknown; known"),
    ("changes.toml", f"{SINCE}[[change]]\n{CHANGE}first_day = 3\n", "has the first_day 3; give a day such as"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), BROKEN)
def test_a_broken_data_file_is_named(
    say: Say, data: Path, tmp_path: Path, name: str, content: str, sentence: str
) -> None:
    (data / name).write_text(content, encoding="utf-8")
    said = say("ics", "2027", "-c", "jewish", "-o", str(tmp_path / "feed.ics"))
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert name in said.err
    assert sentence in said.err
    assert not (tmp_path / "feed.ics").exists()


def test_a_data_file_that_is_not_utf_8_or_missing_is_named(say: Say, data: Path) -> None:
    (data / "texts/de/jewish.toml").write_bytes(b"\xff\xfe")
    assert "is not UTF-8 at byte 0" in say("list", "2027", "-c", "jewish").err
    (data / "texts/de/protestant.toml").unlink()
    assert "cannot be read" in say("list", "2027", "-c", "protestant").err


def test_a_list_of_words_that_is_too_short_is_named(say: Say, data: Path) -> None:
    path = data / "texts/de/phrases.toml"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace('"Samstag", "Sonntag"]', '"Samstag"]'), encoding="utf-8")
    assert "the entry 'weekdays.long' has 6 names, and none for number 7." in say("day", "2027-03-28").err


WORDS = (
    "list ics day next 2027 -1 0 99999 2026-2027 --format csv json html --lang de en -c jewish coptic christian --rank "
    "major --kind fast --from --to 2027-04-22 22.04.2027 jewish/pesach --count 2 --after --usage orthodox=romanian ä"
)


@given(st.lists(st.sampled_from([*WORDS.split(), ""]), max_size=7))
def test_no_words_ever_end_in_a_traceback(chosen: list[str]) -> None:
    assert run(cli, chosen) in (0, 2)


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "interfaith_cal", *words], env=environment, capture_output=True, check=False
    )


def test_umlauts_survive_an_old_console() -> None:
    assert b"Tu biSchwat" in program("list", "2027", LC_ALL="C", PYTHONIOENCODING="ascii").stdout
    assert "März 2027".encode() in program("list", "2027", LC_ALL="C", PYTHONIOENCODING="latin-1").stdout


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -m interfaith_cal list 2027 -c christian --format html | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("<!DOCTYPE html>\n", "")


def test_an_error_is_a_sentence_in_the_real_program() -> None:
    done = program("list", "2027", "-c", "jewisch")
    assert done.returncode == 2
    assert done.stderr.decode() == "interfaith-cal: there is no community 'jewisch'; did you mean 'jewish'?\n"


def test_ctrl_c_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert run(click.Command("stopped", callback=interrupted), []) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "interfaith-cal: stopped."


@pytest.mark.parametrize(
    "typed, offered",
    [
        ("le", "leave"),
        ("compare us", "usages"),
        ("list --ra", "--rank"),
        ("lst 2", ""),
        ("list --rank maj", "major"),
        ("list --kind fea", "feast"),
        ("list --lang e", "en"),
        ("list --format x", "xlsx"),
        ("list --columns id,native", "id,native_date"),
        ("list --community yez", "yezidi"),
        ("list -c chr", "christian"),
        ("list --edition n", "nrw"),
        ("list --edition mine", "mine"),
        ("list --usage orthodox=old", "orthodox=old-calendar"),
        ("list --place Münch", "München"),
        ("next jewish/hanu", "jewish/hanukkah"),
        ("rules cop", "coptic"),
        ("print pos", "poster"),
        ("print poster --paper a1", "a1"),
        ("print poster --format pn", "png"),
        ("print poster --orientation port", "portrait"),
        ("plan --land NW", "NW"),
        ("leave nr", "nrw"),
        ("site --lang de,e", "de,en"),
    ],
)
def test_a_shell_completes_commands_and_options(typed: str, offered: str) -> None:
    words = f"interfaith-cal {typed}"
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(typed.count(" ") + 1), "_INTERFAITH_CAL_COMPLETE": "bash_complete"}
    done = program(**os.environ | asked)
    assert (done.stdout.decode().strip().partition(",")[2], done.stderr) == (offered, b"")


def test_the_form_of_a_file_follows_its_ending_in_every_command(say: Say, tmp_path: Path) -> None:
    for words, ending, begins in (
        (("list", "2027"), "xlsx", b"PK"),
        (("list", "2027"), "json", b"["),
        (("next", "jewish/pesach"), "csv", COLUMNS.encode()),
        (("rules", "jewish"), "html", b"<!DOCTYPE html>"),
        (("plan", "2027-03-10"), "json", b"["),
        (("leave", "nrw", "2026/27"), "csv", b"land,"),
        (("compare", "years", "2026", "2027"), "csv", b"festival,"),
        (("review", "2027", "-c", "alevi"), "xlsx", b"PK"),
        (("print", "poster", "2027", "--month", "4"), "svg", b"<svg"),
    ):
        path = tmp_path / f"made.{ending}"
        said = say(*words, "-o", str(path))
        assert said.status in (0, 1), said.err
        assert path.read_bytes().startswith(begins)
        assert said.out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("list", "2027", "-o", "x.doc"),
        ("list", "2027", "--format", "csv", "-o", "x.xlsx"),
        ("next", "jewish/pesach", "-o", "x.pdf"),
        ("rules", "jewish", "-o", "x.csv"),
        ("plan", "2027-03-10", "-o", "x.xlsx"),
        ("leave", "nrw", "2026/27", "--format", "json", "-o", "x.csv"),
        ("compare", "years", "2026", "2027", "-o", "x.md"),
        ("review", "2027", "-o", "x.txt"),
        ("print", "poster", "2027", "--format", "pdf", "-o", "x.png"),
        ("ics", "2027", "-o", "x.csv"),
    ],
    ids=" ".join,
)
def test_an_ending_of_another_form_is_refused(
    say: Say, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = say(*words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert "ends in" in said.err
    assert list(tmp_path.iterdir()) == []


def on_a_terminal(*words: str, **environment: str) -> str:
    """What the program says to a person."""
    ours, its = os.openpty()
    command = [sys.executable, "-m", "interfaith_cal", *words]
    with subprocess.Popen(command, stdout=its, stderr=its, env=os.environ | {"TERM": "xterm"} | environment) as process:
        os.close(its)
        said = b""
        # Linux tells the end of a terminal as an error.
        with contextlib.suppress(OSError):
            while part := os.read(ours, 4096):
                said += part
    os.close(ours)
    assert process.returncode in (0, 1, 2)
    return said.decode()


def test_a_terminal_gets_color_unless_it_wants_none_and_no_workbook() -> None:
    words = ("list", "2027", "-c", "jewish", "--rank", "major")
    assert "\x1b[" in on_a_terminal(*words)
    assert "\x1b[" not in on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal(*words, TERM="dumb")
    assert "a workbook is not for a terminal" in on_a_terminal(*words, "--format", "xlsx")


def test_what_does_not_fit_beside_a_name_stands_below_it() -> None:
    words = ("leave", "nrw", "2026/27", "-c", "islamic")
    wide, narrow = (on_a_terminal(*words, COLUMNS=columns, NO_COLOR="1") for columns in ("200", "80"))
    assert wide.split() == narrow.split()
    assert max(map(len, narrow.splitlines())) <= 80 < max(map(len, wide.splitlines()))


def test_a_festival_that_is_only_announced_says_where_nothing_is() -> None:
    listed = program("list", "2027", "-c", "hindu", "--lang", "en")
    assert listed.stderr.decode() == "Hamm temple festival (main procession): not announced (2027).\n"
    assert "Hamm temple" not in listed.stdout.decode()
    assert program("list", "2024", "-c", "hindu").stderr == b""
    following = program("next", "hindu/hamm-temple-procession", "--after", "2022-07-01", "--count", "5", "--lang", "en")
    assert [line for line in following.stdout.decode().splitlines() if "HIN" in line] == [
        "  Sun 18   HIN   Hamm temple festival (main procession)  ✓",
        "  Sun  7   HIN   Hamm temple festival (main procession)  ✓",
    ]
    assert following.stderr.decode().endswith(": nothing is announced after Sun 2024-07-07.\n")
    assert following.returncode == 0
