"""One month as a picture: weeks of seven days, spans as bars across them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.export.print.content import Content, Issue, frame
from interfaith_cal.export.print.days import Shown, bar, day_cell, in_lanes, shown
from interfaith_cal.export.print.period import month_span
from interfaith_cal.words import texts

WEEK = 7


def month(issue: Issue) -> Content:
    """The content of a month's picture."""
    lang, lines = issue.lang, shown(issue)
    first, last = month_span(*_month(issue))
    name = issue.period.name_of_month(*_month(issue), lang)
    here = [keeper for line in lines if line.first_day <= last and line.last_day >= first for keeper in line.keepers]
    held, marks = {keeper for keeper, _ in here}, "".join(marks for _, marks in here)
    content = frame(issue, name)
    return content | {
        "month": name,
        "weekdays": [texts.weekday(place, lang) for place in range(WEEK)],
        "weeks": [
            _week(issue, date.fromordinal(monday), lines)
            for monday in range(first.toordinal() - first.weekday(), last.toordinal() + 1, WEEK)
        ],
        "communities": {name: chip for name, chip in content["communities"].items() if name in held},
        "marks": [mark for mark in content["marks"] if mark["sign"] in marks],
    }


def _month(issue: Issue) -> tuple[int, int]:
    """The month as its civil year and its number; raises SpanError if the issue does not have it."""
    for year, number in issue.period.months:
        if number == issue.month:
            return year, number
    raise SpanError(f"there is no month {issue.month} in {issue.period.name(issue.lang)}.")


def _week(issue: Issue, monday: date, lines: Sequence[Shown]) -> Content:
    """The days of a week that lie in the month, and the bars across them."""
    first, last = month_span(*_month(issue))
    days = [date.fromordinal(monday.toordinal() + past) for past in range(WEEK)]
    start, end = max(monday, first), min(days[-1], last)
    return {
        "days": [day_cell(issue, day, lines) if start <= day <= end else None for day in days],
        "bars": [bar(lane, span, start, end, monday) for lane, span in in_lanes(lines, start, end)],
    }
