"""One month as a picture: weeks of seven days, spans as bars across them."""

from __future__ import annotations

from datetime import date

from interfaith_cal.editorial import texts
from interfaith_cal.export.print.content import Content, Issue, frame
from interfaith_cal.export.print.poster import bar, day_cell, in_lanes, month_span, shown

WEEK = 7


def month(issue: Issue) -> Content:
    """The content of a month's picture."""
    lang = issue.lang
    first, last = month_span(issue.year, issue.month)
    lines = shown(issue)
    monday = first.toordinal() - first.weekday()
    weeks = []
    for start in range(monday, last.toordinal() + 1, WEEK):
        days = [date.fromordinal(start + past) for past in range(WEEK)]
        start_day, end_day = max(days[0], first), min(days[-1], last)
        weeks.append(
            {
                "days": [day_cell(issue, day, lines) if start_day <= day <= end_day else None for day in days],
                "bars": [
                    bar(lane, span, start_day, end_day, days[0]) for lane, span in in_lanes(lines, start_day, end_day)
                ],
            }
        )
    name = texts.month_name("gregorian", issue.month, lang)
    here = [keeper for line in lines if line.first_day <= last and line.last_day >= first for keeper in line.keepers]
    held, marks = {keeper for keeper, _ in here}, "".join(marks for _, marks in here)
    content = frame(issue, name)
    return content | {
        "month": name,
        "weekdays": [texts.weekday(place, lang) for place in range(WEEK)],
        "weeks": weeks,
        "communities": {name: chip for name, chip in content["communities"].items() if name in held},
        "marks": [mark for mark in content["marks"] if mark["sign"] in marks],
    }
