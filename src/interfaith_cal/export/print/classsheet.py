"""The class sheet: who may be missing when in a school year, on A4 for the wall of the staff room."""

from __future__ import annotations

from itertools import groupby

from interfaith_cal.editorial import palette
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.export import wording
from interfaith_cal.export.leave import Listing, terms_of
from interfaith_cal.export.print.content import Content
from interfaith_cal.export.print.paper import PORTRAIT, paper
from interfaith_cal.export.print.typesetting import PrintError, typeset
from interfaith_cal.leavedays import LeaveDays
from interfaith_cal.model.leave import said
from interfaith_cal.religions import community
from interfaith_cal.spans import runs
from interfaith_cal.words import texts


def class_sheet(listing: Listing, lang: str) -> bytes:
    """The sheet as a PDF (A-2a and UA-1): only what falls on a school day.

    Raises:
        PrintError: nothing falls on a school day, or Typst gives up.
        MissingExtraError: a package of the extra `print` is missing.
    """
    shown = [days for days in listing.leave if not days.without_school]
    if not shown:
        raise PrintError("no day of leave falls on a school day under these choices, so there is nothing to print.")
    (pdf,) = typeset("classsheet", _content(listing, shown, lang), change_log().published, "pdf", {})
    return pdf


def _content(listing: Listing, shown: list[LeaveDays], lang: str) -> Content:
    land = said(listing.rules.land, lang)
    title = texts.wording(lang, "leave-sheet", land=land, year=listing.school_year)
    marks = wording.legend("".join(wording.marks(days.observance) for days in shown), lang)
    return {
        "lang": lang,
        "title": title,
        "publisher": "",
        "accent": "",
        "issued": land,
        "made": texts.wording(lang, "print-made"),
        "communities": {name: _chip(name, lang) for name in {days.observance.community.id: "" for days in shown}},
        "sheet": paper("a4", PORTRAIT)._asdict() | {"bleed": 0},
        "rule": said(listing.rules.rule, lang),
        "texts": [said(text.name, lang) for text in listing.rules.texts],
        "marks": [{"sign": note[0], "meaning": note[2:]} for note in marks],
        "notice": texts.wording(lang, "leave-notice"),
        "months": [
            {"name": month, "rows": [_row(days, lang) for days in of_month]}
            for month, of_month in groupby(shown, key=lambda days: texts.month_and_year(days.days[0], lang))
        ],
    }


def _chip(name: str, lang: str) -> Content:
    color = palette.color(name).hex
    return {
        "code": community(name).code(lang),
        "name": community(name).name(lang),
        "color": color,
        "ink": palette.ink_on(color),
    }


def _row(days: LeaveDays, lang: str) -> Content:
    spans = (" – ".join(texts.short_date(day, lang) for day in dict.fromkeys(run)) for run in runs(days.days))
    return {
        "keeper": days.observance.community.id,
        "days": list(spans),
        "name": days.observance.name(lang),
        "usage": wording.usage(days.observance, lang),
        "marks": wording.marks(days.observance),
        "terms": " · ".join(terms_of(days, lang)),
    }
