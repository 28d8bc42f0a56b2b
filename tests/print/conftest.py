"""Printed pages for the tests, and the tools that look at them: poppler, zbar, pikepdf."""

from __future__ import annotations

import io
import math
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from interfaith_cal import background, selection
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.export.print.content import Issue
from interfaith_cal.export.print.works import make, sheet_for
from interfaith_cal.export.rulebook import rule_book
from interfaith_cal.ground import places

FEEDS = "https://kalender.example.org/nrw?gruss=ja"
POINTS_PER_MM = 72 / 25.4
WORD = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>'
THREE = ("islamic", "jewish", "catholic")
SEVEN = (*THREE, "protestant", "alevi", "orthodox", "buddhist")
TWO_USAGES = {"islamic": ("diyanet", "umm-al-qura")}


class Word(NamedTuple):
    """A word of a page, and the box around it in points from the left and the top."""

    text: str
    x_min: float
    y_min: float
    x_max: float
    y_max: float

    @property
    def height(self) -> float:
        """From the top to the bottom of its box."""
        return self.y_max - self.y_min


@cache
def edition(name: str) -> Edition:
    """An edition by its name; of one's own "three" and "seven" communities, and "usages", with two of one community."""
    own = replace(editions.edition("nrw"), id=name, also=())
    match name:
        case "three":
            return replace(own, communities=THREE)
        case "seven":
            return replace(own, communities=SEVEN)
        case "usages":
            return replace(own, communities=THREE, usages=TWO_USAGES)
        case _:
            return editions.edition(name)


@cache
def issue(year: int, lang: str = "de", name: str = "nrw") -> Issue:
    """A year of an edition with its public holidays, as the command line would make it."""
    chosen = edition(name)
    log = change_log()
    land, year_of_print = chosen.public_holidays, (date(year, 1, 1), date(year, 12, 31))
    return Issue(
        year=year,
        lang=lang,
        edition=chosen,
        observances=selection.of_edition(chosen, year, rank="major" if name == "all" else None),
        day=log.published.date(),
        stamp=log.published,
        background=background.public_holidays(land, *year_of_print, lang) if land else [],
        place=places.place("Köln"),
        feeds_url=FEEDS,
        rule_book=rule_book(chosen, year, lang, communities=["jewish", "alevi"]),
    )


@cache
def printed(
    work: str, year: int = 2027, lang: str = "de", paper: str | None = None, orientation: str | None = None,
    bleed: float = 0, edition: str = "nrw",
) -> bytes:  # fmt: skip
    """A work as PDF."""
    (pdf,) = make(work, issue(year, lang, edition), sheet_for(work, paper, orientation, bleed))
    return pdf


def tool(*words: str | Path, given: bytes | None = None) -> str:
    """What a tool says; a missing one fails the test with the command that installs it."""
    if shutil.which(str(words[0])) is None:
        pytest.fail(f"the tool {words[0]} is missing; install it with: sh tests/print/fetch.sh")
    done = subprocess.run([str(word) for word in words], input=given, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def text_of(pdf: bytes, *options: str) -> str:
    """The text in the order in which it is written on the pages, as one line: words are whole, blanks single."""
    return " ".join(tool("pdftotext", "-raw", *options, "-", "-", given=pdf).replace("\xad\n", "").split())


class Line(NamedTuple):
    """A line of a page: its words from the left as one text, where it begins (points from the left and the top)."""

    text: str
    x: float
    y: float


@cache
def pages_of(pdf: bytes) -> list[list[Word]]:
    """The words of each page with their places."""
    pages = re.split(r"<page ", tool("pdftotext", "-bbox", "-", "-", given=pdf))[1:]
    return [[Word(unescape(text), *map(float, place)) for *place, text in re.findall(WORD, page)] for page in pages]


def lines(
    words: Iterable[Word], left: float = 0, right: float = math.inf, top: float = 0, bottom: float = math.inf
) -> list[Line]:
    """The lines that the words of a page make in a part of it (points), from the top."""
    found: list[list[Word]] = []
    inside = [w for w in words if left <= w.x_min < right and top <= w.y_min and w.y_max <= bottom]
    for word in sorted(inside, key=lambda w: w.y_min + w.y_max):
        above = found[-1][0] if found else None
        if above and min(above.y_max, word.y_max) - max(above.y_min, word.y_min) > 0.5 * min(above.height, word.height):
            found[-1].append(word)
        else:
            found.append([word])
    made = [sorted(line, key=lambda w: w.x_min) for line in found]
    return [Line(" ".join(w.text for w in line), line[0].x_min, line[0].y_min) for line in made]


class Said(NamedTuple):
    """What the command said on stderr, and its exit status."""

    status: int
    err: str


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Said:
        status = run(cli, ["print", *words])
        captured = capsys.readouterr()
        assert captured.out == ""
        return Said(status, captured.err)

    return call


@pytest.fixture
def opened() -> Iterator[object]:
    """Opens PDFs that stay open until the test ends."""
    documents: list[pikepdf.Pdf] = []

    def opening(pdf: bytes) -> pikepdf.Pdf:
        documents.append(pikepdf.open(io.BytesIO(pdf)))
        return documents[-1]

    yield opening
    for document in documents:
        document.close()
