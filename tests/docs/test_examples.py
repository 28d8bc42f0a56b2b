"""Every example of README.md and docs is carried out, page by page and from top to bottom, in a copy of the checkout.

| block | is |
|---|---|
| `python` | run, with what the blocks before it on the page have defined |
| `pycon` | run the same way, and its answers are compared (a line of … stands for any lines) |
| `sh` | each line that calls `interfaith-cal` is run; it must end with 0 (`plan` may say 1: to be avoided) |
| `console` | a call after `$`, and what it prints, compared the same way |
| `diff` | its lines are added to the copy, below the one that it shows |
| any, with a caption | written to the file that the caption names |
| `sh no-run` | too much for a test, or without end |
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from interfaith_cal.export.print.printer import PROFILE

from .examples import Block, blocks

ROOT = Path(__file__).resolve().parents[2]
# The pages of communities are made of rules and texts, and have no examples.
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = "interfaith-cal"
MOST_NOT_RUN = 8
FINDS_SOMETHING = "plan"
SAMPLES = {
    "exams.csv": "Klausur;von;bis\nMathematik;10.03.2027;10.03.2027\nFahrt;12.05.2027;14.05.2027\n",
    "ferien.ics": "\r\n".join((
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:1@example.org",
        "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20270322", "DTEND;VALUE=DATE:20270404", "SUMMARY:Osterferien",
        "END:VEVENT", "END:VCALENDAR", "",
    )),
}  # fmt: skip
"""Files that readers have and the pages only name."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program and its data, in which a page may write; with the files that readers would have."""
    for part in ("src", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copytree(ROOT / "data" / "texts" / "tr", tmp_path / "my-texts" / "tr")
    for name, content in SAMPLES.items():
        (tmp_path / name).write_bytes(content.encode())
    shutil.copy(PROFILE, tmp_path / "PSOcoated_v3.icc")
    command = tmp_path / "bin" / COMMAND
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m interfaith_cal "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_do_what_it_says(page: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    names: dict[str, Any] = {}
    carry_out: dict[str, Callable[[Block, str], None]] = {
        "python": lambda block, where: _run_python(block, where, names),
        "pycon": lambda block, where: _run_session(block, where, names),
        "sh": lambda block, where: _run_lines(block, where, checkout),
        "console": lambda block, where: _run_transcript(block, where, checkout),
        "diff": lambda block, where: _apply(block, where, checkout),
    }
    for block in blocks(page):
        where = f"{page}:{block.line}"
        if block.caption:
            path = checkout / block.caption
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.runs and block.language in carry_out:
            carry_out[block.language](block, where)


def test_few_examples_are_not_run() -> None:
    assert sum(not block.runs for page in PAGES for block in blocks(page)) <= MOST_NOT_RUN


def test_no_example_in_python_asks_the_clock() -> None:
    """What it shows must hold on every day on which it is read."""
    asking = re.compile(r"\b(?:today|now|time)\(")
    shown = [(page, block) for page in PAGES for block in blocks(page) if block.language in ("python", "pycon")]
    assert not [f"{page}:{block.line}" for page, block in shown if asking.search(block.text)]


def test_every_example_has_a_language() -> None:
    assert not [f"{page}:{block.line}" for page in PAGES for block in blocks(page) if not block.language]


def _run_python(block: Block, where: str, names: dict[str, Any]) -> None:
    # The lines are counted as on the page, for tracebacks.
    exec(compile("\n" * (block.line - 1) + block.text, where.partition(":")[0], "exec"), names)


def _run_session(block: Block, where: str, names: dict[str, Any]) -> None:
    text = re.sub(r"^…$", "...", block.text, flags=re.MULTILINE)
    session = doctest.DocTestParser().get_doctest(text, names, where, where, block.line - 1)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=said.append, clear_globs=False)
    assert not said, "".join(said)
    names |= session.globs


def _run_lines(block: Block, where: str, checkout: Path) -> None:
    for line in block.text.replace("\\\n", " ").splitlines():
        if line.startswith(COMMAND):
            _call(line, where, checkout)


def _run_transcript(block: Block, where: str, checkout: Path) -> None:
    call, _, expected = block.text.partition("\n")
    assert call.startswith(f"$ {COMMAND}"), f"{where}: begins with no call: {call}"
    said = _call(call.removeprefix("$ "), where, checkout)
    assert _matches(expected, said), f"{where}: the page has\n{expected}\nbut now it is\n{said}"


def _matches(expected: str, said: str) -> bool:
    parts: Iterable[str] = re.split(r"^…\n", expected, flags=re.MULTILINE)
    return re.fullmatch(r"(?:.*\n)*".join(map(re.escape, parts)), said) is not None


def _call(line: str, where: str, checkout: Path) -> str:
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=checkout,
        env=os.environ | {"PATH": f"{checkout / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(checkout / "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    allowed = (0, 1) if line.split()[1] == FINDS_SOMETHING else (0,)
    assert done.returncode in allowed, f"{where}: {line}: exit status {done.returncode}\n{done.stderr}"
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def _apply(block: Block, where: str, checkout: Path) -> None:
    """A change without numbers: lines are added below the one line that it shows, wherever that stands by now."""
    for part in re.split(r"^--- a/", block.text, flags=re.MULTILINE)[1:]:
        name, _, *lines = part.splitlines()
        path = checkout / name
        content = path.read_text(encoding="utf-8").splitlines(keepends=True)
        below: int | None = None
        for line in lines:
            if line.startswith("+"):
                assert below is not None, f"{where}: {name}: says below which line to add {line[1:]!r}"
                content.insert(below, f"{line[1:]}\n")
                below += 1
            elif line.startswith(" "):
                places = [place for place, there in enumerate(content, 1) if there == f"{line[1:]}\n"]
                assert len(places) == 1, f"{where}: {name}: {line[1:]!r} stands there {len(places)} times, not once"
                below = places[0]
        path.write_text("".join(content), encoding="utf-8")
