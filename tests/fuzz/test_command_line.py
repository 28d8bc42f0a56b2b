"""The whole argument space of the command line: never a traceback, exit status 0, 1 or 2, nothing outside a folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interfaith_cal.cli.main import COMMANDS, cli, run
from interfaith_cal.religions import PRINT_ORDER, communities

CONTEXT = click.Context(cli)
# What `serve` opens stays open: it is tested with the web.
NAMES = tuple(name for name in COMMANDS if name != "serve")
# A site or a sheet of paper takes a second; most of their words are refused before.
COSTLY = {"site": 4, "print": 6, "changes record": 4}
EXAMPLES = 60

# Arguments are what an operating system can hand over: any letters but NUL, also bytes that are no UTF-8.
ANYTHING = st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=12).filter(
    lambda text: not any("\ud800" <= letter < "\udc80" or "\udcff" < letter <= "\udfff" for letter in text)
)
LONG = "x" * 5000
FILES = (
    "table.csv", "ferien.ics", "mine.toml", "sheet.xlsx", "sheet.csv", "noise", "noise.ics", "noise.xlsx", "noise.toml",
    "missing.ics", "missing.toml", "folder", "folder.toml", "no/such/x.csv", f"{LONG}.ics",
)  # fmt: skip
DAYS = ("2027-04-22", "22.04.2027", "2026-08-01", "2027-12-31", "2027-02-29", "2027-4-1", "0000-00-00", "2027-W16-4")
YEARS = ("2027", "2026", "2026-2027", "2027-2026", "2027-", "1583", "9999", "1582", "10000", "2101", "1900", "２０２７")
WORDS: dict[str, tuple[str, ...]] = {
    "communities": ("jewish", "christian", "islamic", "alevi", "jewisch", "", "all"),
    "community": (*PRINT_ORDER[:3], "christian", "buddhists", ""),
    "usages": ("orthodox=old-calendar", "islamic=umm-al-qura", "jewish=diaspora", "orthodox=", "=", "x=y", "alevi"),
    "rank": ("major", "minor", "all", "MAJOR", ""),
    "kind": ("feast", "fast", "night", "feasts", ""),
    "edition": ("all", "nrw", "none", "mine.toml", "noise.toml", "missing.toml", "folder.toml", ""),
    "place": ("Köln", "koeln", "50.9,7", "90,0", "nan,nan", "1e400,0", "-66,180", ",", "Paris"),
    "lang": ("de", "en", "tr", "fr", "..", ""),
    "languages": ("de", "en", "de,en", "en,en", "tr", ",", ""),
    "form": ("table", "csv", "json", "xlsx", "md", "html", "pdf", "png", "svg", "x", ""),
    "columns": ("id", "name,first_day", "first_day,first_day", "nome", "", ","),
    "start": ("2026-12-24", "2027-04-22", *DAYS),
    "end": ("2027-01-06", "2027-12-31", *DAYS),
    "day": (*DAYS, "9999-12-31", "1583-01-01", "0001-01-01"),
    "after": (*DAYS, "2100-12-31", "2101-01-01"),
    "edition_date": DAYS,
    "festival": ("jewish/pesach", "islamic/eid-al-fitr", "hindu/diwali", "pesach", "jewish/", "/", "jewish/pessach"),
    "count": ("1", "2", "0", "-1", "x", "1.5"),
    "planned": (*DAYS, "2027-05-12..2027-05-16", "12.-16.5.2027", "2027-05-16..2027-05-12", "12. Mai 2027", *FILES,
                LONG),
    "land": ("nrw", "NW", "by", "BY", "bw", "hh", "xx", ""),
    "compare": ("nrw,by", "nrw", "xx", ""),
    "school_year": ("2026/27", "2026-27", "2026/2027", "2026/28", "9999/00", "2026"),
    "work": ("poster", "booklet", "greetings", "rulebook", "table", "poter", ""),
    "paper": ("a1", "a4", "a5", "a9", ""),
    "orientation": ("landscape", "portrait", "x"),
    "bleed": ("0", "3", "-1", "nan", "inf", "1e9", "x"),
    "month": ("1", "4", "12", "13", "0", "x"),
    "feeds_url": ("https://feste.example.org", "x", LONG),
    "base_url": ("https://feste.example.org", "http://x.example/y/", "ftp://x", "x", "https://"),
    "imprint": ("https://feste.example.org/imprint", "javascript:1", "x"),
    "at": ("2027-02-01T12:00:00Z", "2027-02-01", "0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00", "x"),
    "reason": ("Announced a day later.", 'a "quoted" word\nand a line', "\x7f\x01", ""),
}  # fmt: skip
BY_KIND = {"year": YEARS, "years": YEARS, "first": YEARS, "second": YEARS, "last_year": YEARS, "from_year": YEARS}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    for name in NAMES if group is cli else group.list_commands(CONTEXT):
        command = group.get_command(CONTEXT, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


FOUND = dict(commands(cli))


def value(parameter: click.Parameter) -> st.SearchStrategy[str]:
    """What may stand for a parameter: words it knows, words it nearly knows, and anything."""
    name = str(parameter.name)
    if isinstance(parameter.type, click.Path):
        return st.sampled_from(FILES) if name != "out" else st.sampled_from(("public", "noise", "folder/site"))
    known = WORDS.get(name) or BY_KIND.get(name)
    assert known is not None, f"{name!r} is new: say in WORDS what may stand for it"
    return st.one_of(st.sampled_from(known), st.sampled_from(known), ANYTHING)


def words_of(parameter: click.Parameter) -> st.SearchStrategy[list[str]]:
    """The words that give a parameter, or none."""
    if isinstance(parameter, click.Argument):
        most = 3 if parameter.nargs == -1 else 1
        return st.lists(value(parameter), min_size=int(parameter.required), max_size=most)
    assert isinstance(parameter, click.Option)
    spelled = st.sampled_from(parameter.opts)
    if parameter.is_flag:
        return st.one_of(st.just([]), spelled.map(lambda name: [name]))
    once = st.tuples(spelled, value(parameter)).map(list)
    if parameter.name == "output":
        return once
    given_once: st.SearchStrategy[list[str]] = st.one_of(st.just([]), st.just([]), once)
    return st.tuples(given_once, given_once if parameter.multiple else st.just([])).map(
        lambda parts: parts[0] + parts[1]
    )


def call_of(path: tuple[str, ...], command: click.Command) -> st.SearchStrategy[list[str]]:
    """A call of a command with any of its parameters, sometimes with a word too many or one cut off."""
    parts = [words_of(parameter) for parameter in command.params]
    whole = st.tuples(*parts).map(lambda found: [*path, *(word for words in found for word in words)])
    odd = st.tuples(whole, ANYTHING, st.integers(0, 20)).map(lambda drawn: [*drawn[0][: drawn[2]], drawn[1]])
    return st.one_of(whole, whole, whole, whole, odd)


@pytest.fixture(scope="module")
def folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which all calls are made, with files of every kind to read."""
    made = tmp_path_factory.mktemp("calls")
    before = Path.cwd()
    os.chdir(made)
    communities()
    yield made
    os.chdir(before)


def lay_out(folder: Path, data: Path) -> None:
    shutil.rmtree(folder / "folder", ignore_errors=True)
    for name in ("folder", "folder.toml"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "table.csv").write_text("Tag;Klausur\n12.05.2027;Mathe\n30.02.2027;Deutsch\n", encoding="utf-8")
    calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270401\nSUMMARY:Ferien\nEND:VEVENT\nEND:VCALENDAR\n"
    (folder / "ferien.ics").write_text(calendar.replace("\n", "\r\n"), encoding="utf-8")
    shutil.copy(data / "editions" / "nrw.toml", folder / "mine.toml")
    (folder / "mine.json").write_text("{}", encoding="utf-8")
    for name in ("noise", "noise.ics", "noise.xlsx", "noise.toml", "sheet.xlsx", "sheet.csv"):
        (folder / name).write_bytes(b"PK\3\4\0\xff\xfe;=\"'[\n\x80,")


@pytest.mark.parametrize("path", FOUND, ids=" ".join)
def test_no_call_ends_in_a_traceback(folder: Path, data: Path, path: tuple[str, ...]) -> None:
    lay_out(folder, data)

    @settings(
        max_examples=COSTLY.get(" ".join(path), EXAMPLES),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(words=call_of(path, FOUND[path]))
    def calls(words: list[str]) -> None:
        assert run(cli, words) in (0, 1, 2)

    calls()


def test_a_filled_sheet_is_read_to_its_end(folder: Path, data: Path) -> None:
    """A sheet that the program made itself, filled with anything, is applied or refused."""
    lay_out(folder, data)
    assert run(cli, ["review", "2027", "-c", "alevi", "-o", "sheet.csv"]) == 0
    sheet = (folder / "sheet.csv").read_text(encoding="utf-8-sig").splitlines()

    @settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
    @given(row=st.integers(0, len(sheet) - 1), at=st.integers(0, 200), put=st.text(max_size=12))
    def applied(row: int, at: int, put: str) -> None:
        filled = [*sheet[:row], sheet[row][:at] + put + sheet[row][at:], *sheet[row + 1 :]]
        (folder / "sheet.csv").write_bytes("\n".join(filled).encode("utf-8", "surrogatepass"))
        assert run(cli, ["review", "--apply", "sheet.csv", "--pins", "folder", "--write"]) in (0, 1, 2)

    applied()
