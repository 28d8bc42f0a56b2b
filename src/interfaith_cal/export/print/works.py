"""What can be printed: each work with its papers, and the one way from an issue to files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from interfaith_cal.editorial.editions import Edition
from interfaith_cal.errors import SpanError, UnknownNameError
from interfaith_cal.export.print import wordworks
from interfaith_cal.export.print.booklet import booklet
from interfaith_cal.export.print.content import LOGO, Content, Issue
from interfaith_cal.export.print.greetings import greetings
from interfaith_cal.export.print.month import month
from interfaith_cal.export.print.paper import LANDSCAPE, LARGEST_BLEED, PORTRAIT, Paper, paper
from interfaith_cal.export.print.poster import poster
from interfaith_cal.export.print.rulesheet import rule_sheet
from interfaith_cal.export.print.typesetting import PrintError, TooMuchError, typeset
from interfaith_cal.export.print.yeartable import year_table

WORD = "docx"
FORMS = ("pdf", "png", "svg", WORD)


class Work(NamedTuple):
    """A work: how its content is made, and the papers and orientations it is designed for, the usual ones first."""

    content: Callable[[Issue], Content]
    papers: tuple[str, ...]
    orientations: tuple[str, ...]


WORKS = {
    "poster": Work(poster, ("a1", "a2", "a3"), (LANDSCAPE, PORTRAIT)),
    "month": Work(month, ("a4", "a3", "a5"), (LANDSCAPE,)),
    "booklet": Work(booklet, ("a5", "a4"), (PORTRAIT,)),
    "greetings": Work(greetings, ("a4",), (PORTRAIT,)),
    "rulebook": Work(rule_sheet, ("a4",), (PORTRAIT,)),
    "table": Work(year_table, ("a4",), (LANDSCAPE,)),
}


class Sheet(NamedTuple):
    """What is printed on: the paper, and by how many millimeters color reaches beyond its edge."""

    paper: Paper
    bleed: float = 0


def sheet_for(work: str, name: str | None = None, orientation: str | None = None, bleed: float = 0) -> Sheet:
    """The sheet of a work: the paper and orientation asked for, or the usual ones.

    Raises:
        UnknownNameError: there is no such work, or it is not made for that paper or orientation.
        SpanError: the bleed is negative or wider than any printer asks for.
    """
    if work not in WORKS:
        raise UnknownNameError("work to print", work, WORKS)
    made = WORKS[work]
    for what, value, known in (("paper", name, made.papers), ("orientation", orientation, made.orientations)):
        if value is not None and value not in known:
            raise UnknownNameError(f"{what} for the {work}", value, known)
    if not 0 <= bleed <= LARGEST_BLEED:
        raise SpanError(f"a bleed of {bleed:g} mm is out of range; give 0 to {LARGEST_BLEED}, usually 3.")
    return Sheet(paper(name or made.papers[0], orientation or made.orientations[0]), bleed)


def make(work: str, issue: Issue, sheet: Sheet, form: str = "pdf") -> list[bytes]:
    """The work as files: one PDF or document of a word processor, or a PNG or SVG for each page.

    Raises:
        PrintError: the issue is empty, or something does not fit.
        MissingExtraError: a package of the extra `print` is missing.
        MissingGlyphError: a text has a character that no font has.
        UnknownNameError: there is no such form, or none for this work.
    """
    if form not in FORMS:
        raise UnknownNameError("format", form, FORMS)
    if not issue.observances:
        raise PrintError(
            f"nothing falls in {issue.period.name(issue.lang)} under these choices, so there is nothing to print."
        )
    if form == WORD and work not in wordworks.WORKS:
        raise UnknownNameError(f"work that is written as {WORD}", work, wordworks.WORKS)
    content = WORKS[work].content(issue) | {"sheet": sheet.paper._asdict() | {"bleed": sheet.bleed}}
    if form == WORD:
        return [wordworks.written(work, content, sheet.paper, issue.stamp)]
    try:
        return typeset(work, content, issue.stamp, form, _pictures(issue.edition))
    except TooMuchError as error:
        paper_name = f"{sheet.paper.name.upper()} {sheet.paper.orientation}"
        raise PrintError(f"{_too_much(error.report)} (on {paper_name}).") from error


def _pictures(edition: Edition) -> dict[str, bytes]:
    return {LOGO: edition.logo.content} if edition.logo else {}


def _too_much(report: Mapping[str, Any]) -> str:
    """What a template reported, as a sentence that says what to shorten."""
    if report["what"] == "days":
        return f"the cells are too small for {'; '.join(_day(day) for day in report['days'])}"
    if report["what"] == "subtitle":
        return "the subtitle of the edition is too long for its line; shorten it"
    return (
        f"the {report['what']} do not fit even in the smallest type; "
        "leave out festivals (--rank major, `without` of the edition) or take a larger paper"
    )


def _day(report: Mapping[str, Any]) -> str:
    names = ", ".join(repr(entry["name"]) for entry in report["entries"])
    festivals = ", ".join(entry["id"] for entry in report["entries"])
    return f"{report['date']}, where {names} meet: shorten `short` of one of {festivals}, or leave it out"
