"""Printed pages for the tests, and the tools that look at them: poppler, zbar, pikepdf."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from interfaith_cal import background, selection
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.export.print.content import Issue
from interfaith_cal.export.print.works import make, sheet_for
from interfaith_cal.export.rulebook import rule_book
from interfaith_cal.ground import places

FEEDS = "https://kalender.example.org/nrw?gruss=ja"
POINTS_PER_MM = 72 / 25.4
THREE = ("islamic", "jewish", "catholic")
SEVEN = (*THREE, "protestant", "alevi", "orthodox", "buddhist")
TWO_USAGES = {"islamic": ("diyanet", "umm-al-qura")}


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
