"""One month as a picture: weeks of seven days, spans as bars across them."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal.editorial import texts
from interfaith_cal.errors import SpanError
from interfaith_cal.export.print.content import Content, Issue, frame
from interfaith_cal.export.print.poster import bar, day_cell, in_lanes, month_span, shown

WEEK = 7


def month(issue: Issue, number: int) -> Content:
    """The content of a month's picture.

    Raises:
        SpanError: there is no such month.
    """
    if not 1 <= number <= 12:
        raise SpanError(f"{number} is not a month; give one from 1 to 12.")
    lang = issue.lang
    first, last = month_span(issue.year, number)
    lines = shown(issue)
    monday = first.toordinal() - first.weekday()
    weeks = []
    for start in range(monday, last.toordinal() + 1, WEEK):
        days = [date.fromordinal(start + past) for past in range(WEEK)]
        inside = [day for day in days if first <= day <= last]
        weeks.append(
            {
                "days": [day_cell(issue, day, lines) if day in inside else None for day in days],
                "bars": [bar(*placed, inside[0], inside[-1], days[0]) for placed in in_lanes(lines, inside[0], inside[-1])],
            }
        )  # fmt: skip
    name = texts.month_name("gregorian", number, lang)
    held = {keeper for line in lines if line.first_day <= last and line.last_day >= first for keeper, _ in line.keepers}
    content = frame(issue, name)
    return content | {
        "month": name,
        "weekdays": [texts.weekday(place, lang) for place in range(WEEK)],
        "weeks": weeks,
        "communities": {name: chip for name, chip in content["communities"].items() if name in held},
    }
