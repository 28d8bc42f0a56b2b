"""Lists of observances as files, for people and programs: CSV, JSON, workbook, Markdown, HTML.

Every function is pure: the same observances and language give the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from interfaith_cal.export import forms, wording
from interfaith_cal.export.forms import in_markdown
from interfaith_cal.export.rows import COLUMNS, READ_COLUMNS, as_object, cell, row
from interfaith_cal.ground.places import Place
from interfaith_cal.ground.separated import BYTE_ORDER_MARK, written_by_name
from interfaith_cal.model import Observance
from interfaith_cal.words import texts


def to_csv(
    observances: Sequence[Observance], lang: str, columns: Sequence[str] = COLUMNS, *, byte_order_mark: bool = False
) -> str:
    """Comma-separated values with a header; spreadsheet programs know UTF-8 by its byte order mark."""
    mark = BYTE_ORDER_MARK if byte_order_mark else ""
    return mark + written_by_name(columns, (row(o, lang, columns) for o in observances))


def to_json(observances: Sequence[Observance], lang: str, columns: Sequence[str] = COLUMNS) -> str:
    """A JSON array of objects; their keys are the columns, and greetings and own names are lists of their parts."""
    return forms.to_json([as_object(o, lang, columns) for o in observances])


def to_xlsx(observances: Sequence[Observance], lang: str, title: str, columns: Sequence[str] = COLUMNS) -> bytes:
    """A workbook of one sheet, in which days are days; raises InterfaithCalError if openpyxl is not installed."""
    from interfaith_cal.export.xlsx import Sheet
    from interfaith_cal.export.xlsx import to_xlsx as workbook

    def cells(o: Observance) -> list[str | date]:
        days = {"first_day": o.first_day, "last_day": o.last_day}
        return [days.get(column, text) for column, text in row(o, lang, columns).items()]

    return workbook([Sheet(title, [cells(o) for o in observances], lang, tuple(columns))])


def to_markdown(
    observances: Sequence[Observance],
    lang: str,
    title: str,
    place: Place | None = None,
    columns: Sequence[str] = READ_COLUMNS,
) -> str:
    """A Markdown document: a heading and a table for each month."""
    head = _markdown_row(texts.wording(lang, f"column-{column}") for column in columns)
    out = [f"# {title}", ""]
    for month, days in groupby(observances, key=lambda o: texts.month_and_year(o.first_day, lang)):
        out += [f"## {month}", "", head, "|" + " --- |" * len(columns)]
        out += [_markdown_row(_on_one_line(cell(o, lang, column, place)) for column in columns) for o in days]
        out.append("")
    if not observances:
        out += [texts.wording(lang, "nothing-listed"), ""]
    notes = wording.legend("".join(map(wording.marks, observances)), lang)
    out += [f"- {in_markdown(note)}" for note in notes]
    return "\n".join(out).rstrip() + "\n"


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _on_one_line(text: str) -> str:
    return in_markdown(" ".join(text.split()))


def to_html(
    observances: Sequence[Observance],
    lang: str,
    title: str,
    place: Place | None = None,
    columns: Sequence[str] = READ_COLUMNS,
) -> str:
    """A complete HTML page without any outside request: one table, a heading row for each month."""
    from interfaith_cal.export.templates import Say, render

    months = groupby(observances, key=lambda o: texts.month_and_year(o.first_day, lang))
    return render(
        "documents/list.html",
        say=Say(lang, place),
        title=title,
        columns=columns,
        months=[(month, list(days)) for month, days in months],
    )
