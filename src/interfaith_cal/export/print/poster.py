"""The poster: twelve months of days, and around them what one needs to understand them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from interfaith_cal.background import BackgroundKind
from interfaith_cal.export import wording
from interfaith_cal.export.print.content import (
    Content,
    Issue,
    code_of_feeds,
    days_in_figures,
    first_day,
    frame,
    how_to_read,
    short_name,
    words,
)
from interfaith_cal.export.print.days import Shown, bar, day_cell, in_lanes, shown
from interfaith_cal.export.print.period import month_span
from interfaith_cal.model import Kind, Observance, Rank
from interfaith_cal.words import texts


def poster(issue: Issue) -> Content:
    """The content of the poster: months with days and bars, explanations, main feasts, notes, QR code."""
    lines = shown(issue)
    return frame(issue) | {
        "months": [_month(issue, year, number, lines) for year, number in issue.period.months],
        "explanations": explanations(issue),
        "feasts": main_feasts(issue),
        "notes": [*how_to_read(issue.lang), texts.wording(issue.lang, "print-note-spans")],
        "words": words(
            issue.lang,
            explanations="print-explanations",
            feasts="print-main-feasts",
            notes="print-notes",
            feeds="print-feeds",
            holidays="print-sundays-and-holidays",
            school="print-school-holidays",
        ),
        "school": any(days.kind is BackgroundKind.SCHOOL_HOLIDAYS for days in issue.background),
        **code_of_feeds(issue),
        "url": issue.feeds_url,
    }


def _month(issue: Issue, year: int, number: int, lines: Sequence[Shown]) -> Content:
    first, last = month_span(year, number)
    return {
        "name": issue.period.name_of_month(year, number, issue.lang),
        "days": [day_cell(issue, first + timedelta(past), lines) for past in range(last.day)],
        "bars": [bar(lane, span, first, last, first) for lane, span in in_lanes(lines, first, last)],
    }


def explanations(issue: Issue) -> list[Content]:
    """The first sentence on each festival, with its dates in the year, sorted by the first of them."""
    found = [(kept[0].first_day, _explanation(kept, issue)) for kept in _by_festival(issue.printed)]
    return [content for _, content in sorted(found, key=lambda item: item[0])]


def _explanation(kept: Sequence[Observance], issue: Issue) -> Content:
    first = kept[0]
    of_one_usage = len({o.usage for o in kept}) == 1
    return {
        "id": first.festival.id,
        "dates": [
            {
                "days": days_in_figures(o.first_day, o.last_day, issue.period, issue.lang),
                "marks": wording.marks(o),
                "usage": issue.usage_unless_signed(o),
            }
            for o in kept
        ],
        "name": short_name(first, issue.lang),
        "keeper": first.community.id,
        "text": texts.first_sentence((first if of_one_usage else first.festival).explanation(issue.lang), issue.lang),
    }


def main_feasts(issue: Issue) -> list[Content]:
    """The main feasts of each community with their first days, in the edition's order."""
    return [{"keeper": name, "feasts": list(_feasts(issue, name))} for name in issue.religions]


def _feasts(issue: Issue, name: str) -> Iterator[Content]:
    chosen = [
        o
        for o in issue.printed
        if o.community.id == name and o.rank is Rank.MAJOR and o.kind is Kind.FEAST and issue.period.holds(o.first_day)
    ]
    for kept in _by_festival(chosen):
        days = ", ".join(first_day(o, issue) for o in kept)
        yield {"id": kept[0].festival.id, "name": short_name(kept[0], issue.lang), "days": days}


def _by_festival(observances: Iterable[Observance]) -> list[list[Observance]]:
    """The observances of each festival together, in the order of its first day."""
    found: dict[str, list[Observance]] = {}
    for observance in observances:
        found.setdefault(observance.festival.id, []).append(observance)
    return list(found.values())
