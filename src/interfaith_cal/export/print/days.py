"""The days of a month as poster and picture show them: lines in cells, and longer times as bars in lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from interfaith_cal.background import BackgroundKind
from interfaith_cal.export import wording
from interfaith_cal.export.print.content import Content, Issue, short_name
from interfaith_cal.model import MONDAY, SUNDAY
from interfaith_cal.words import texts

# Women's Day, Labor Day, Liberation Day (Berlin), Children's Day (Thuringia), German Unity Day.
CIVIC_HOLIDAYS = frozenset({(3, 8), (5, 1), (5, 8), (9, 20), (10, 3)})
CHURCHES_OF_HOLIDAYS = frozenset({"protestant", "catholic"})


class Shown(NamedTuple):
    """One line of a day: what some communities keep under one name on the same days, each with its marks.

    `usage` names who keeps these days, where others of a community keep other ones.
    """

    first_day: date
    last_day: date
    name: str
    keepers: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    usage: str = ""

    @property
    def is_span(self) -> bool:
        """Whether it lasts longer than a day, so that a bar shows it."""
        return self.last_day > self.first_day


def shown(issue: Issue) -> list[Shown]:
    """The lines of all days in order, one for each name that communities share on the same days; own days last."""
    shared: dict[tuple[date, date, str, str], list[tuple[str, str, str]]] = {}
    for o in issue.printed:
        key = (o.first_day, o.last_day, short_name(o, issue.lang), issue.usage_unless_signed(o))
        shared.setdefault(key, []).append((o.community.id, wording.marks(o), o.festival.id))
    return [
        Shown(
            first,
            last,
            name,
            tuple((community, marks) for community, marks, _ in keepers),
            tuple(identifier for _, _, identifier in keepers),
            usage,
        )
        for (first, last, name, usage), keepers in sorted(shared.items(), key=lambda item: item[0][0])
    ]


def in_lanes(spans: Iterable[Shown], first: date, last: date) -> list[tuple[int, Shown]]:
    """The spans that touch the days from `first` to `last`, each in the lowest lane that is free for all of them.

    Lanes are given anew for every month: fewer stand side by side, and each month names its bars anyway.
    """
    taken: list[date] = []
    placed: list[tuple[int, Shown]] = []
    touching = [s for s in spans if s.is_span and s.first_day <= last and s.last_day >= first]
    for span in sorted(touching, key=lambda s: (max(s.first_day, first), -min(s.last_day, last).toordinal())):
        lane = next((number for number, until in enumerate(taken) if until < span.first_day), len(taken))
        taken[lane : lane + 1] = [span.last_day]
        placed.append((lane, span))
    return placed


def day_cell(issue: Issue, day: date, lines: Sequence[Shown]) -> Content:
    """A day with what begins on it, and what stands in its background."""
    here = [line for line in lines if line.first_day == day]
    behind = [days for days in issue.background if days.first_day <= day <= days.last_day]
    public = [days.name for days in behind if days.kind is BackgroundKind.PUBLIC_HOLIDAY]
    return {
        "day": day.day,
        "date": day.isoformat(),
        "weekday": texts.weekday(day.weekday(), issue.lang, "short"),
        "monday": day.weekday() == MONDAY,
        "rest": day.weekday() == SUNDAY or bool(public),
        "holiday": public[0] if public and not _is_named(day, here) else "",
        "school": any(days.kind is BackgroundKind.SCHOOL_HOLIDAYS for days in behind),
        "entries": [_entry(line) for line in here],
    }


def _is_named(day: date, lines: Sequence[Shown]) -> bool:
    """Whether the day's entries say why it is a public holiday: all but the civic ones are those of these churches."""
    kept_by = {community for line in lines for community, _ in line.keepers}
    return (day.month, day.day) not in CIVIC_HOLIDAYS and not kept_by.isdisjoint(CHURCHES_OF_HOLIDAYS)


def _entry(line: Shown) -> Content:
    """A line of a day; marks that all keepers share stand after the name, others after their chips."""
    marks = {marks for _, marks in line.keepers}
    alike = len(marks) == 1
    return {
        "id": ", ".join(line.ids),
        "name": line.name,
        "usage": line.usage,
        "span": line.is_span,
        "marks": marks.pop() if alike else "",
        "keepers": [{"id": community, "marks": "" if alike else own} for community, own in line.keepers],
    }


def bar(lane: int, span: Shown, first: date, last: date, origin: date) -> Content:
    """The part of a span that lies between two days, counted from 1 for the day `origin`."""
    start, end = max(span.first_day, first), min(span.last_day, last)
    return _entry(span) | {
        "lane": lane,
        "from": (start - origin).days + 1,
        "to": (end - origin).days + 1,
        "begins": span.first_day >= first,
        "ends": span.last_day <= last,
    }
