"""The yearly table: every observance on one line, month by month."""

from __future__ import annotations

from itertools import groupby

from interfaith_cal.export import wording
from interfaith_cal.export.print.content import Content, Issue, frame
from interfaith_cal.export.rows import READ_COLUMNS
from interfaith_cal.model import Observance
from interfaith_cal.words import texts


def year_table(issue: Issue) -> Content:
    """The content of the yearly table."""
    lang = issue.lang
    rows = [(o.first_day, _row(o, issue)) for o in issue.printed]
    return frame(issue, texts.wording(lang, "print-table")) | {
        "columns": [texts.wording(lang, f"column-{column}") for column in READ_COLUMNS],
        "months": [
            {"name": month, "rows": [row for _, row in of_month]}
            for month, of_month in groupby(rows, key=lambda row: texts.month_and_year(row[0], lang))
        ],
    }


def _row(o: Observance, issue: Issue) -> Content:
    lang = issue.lang
    return {
        "id": o.festival.id,
        "keeper": o.community.id,
        "first": texts.short_date(o.first_day, lang),
        "last": texts.short_date(o.last_day, lang) if o.last_day != o.first_day else "",
        "name": o.name(lang),
        "usage": issue.usage(o),
        "begins": texts.wording(lang, f"begins-briefly-{o.begins}"),
        "native": o.native_date_in(lang),
        "certainty": wording.certainty(o, lang),
        "marks": wording.marks(o),
    }
