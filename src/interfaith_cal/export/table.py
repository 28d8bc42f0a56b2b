"""Lists of observances for people and programs: terminal table, CSV, JSON, workbook, Markdown, HTML.

Every function is pure: the same observances and language give the same text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from interfaith_cal.editorial import palette, texts
from interfaith_cal.editorial.places import Spot
from interfaith_cal.errors import UnknownNameError
from interfaith_cal.export import wording
from interfaith_cal.export.rows import COLUMNS, row
from interfaith_cal.model import Certainty, Observance

ACCENT = "#B3471B"
GAP = "  "


def columns_named(text: str) -> tuple[str, ...]:
    """Columns from their names with commas between them, each once; raises UnknownNameError for one not in COLUMNS."""
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in names:
        if name not in COLUMNS:
            raise UnknownNameError("column", name, COLUMNS)
    return names


def to_csv(
    observances: Sequence[Observance], lang: str, columns: Sequence[str] = COLUMNS, *, byte_order_mark: bool = False
) -> str:
    """Comma-separated values with a header; spreadsheet programs know UTF-8 by its byte order mark."""
    import csv
    import io

    out = io.StringIO()
    out.write("\ufeff" if byte_order_mark else "")
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(row(o, lang) for o in observances)
    return out.getvalue()


def to_json(observances: Sequence[Observance], lang: str, columns: Sequence[str] = COLUMNS) -> str:
    """A JSON array of objects; their keys are the columns."""
    import json

    rows = [row(o, lang) for o in observances]
    return json.dumps([{name: r[name] for name in columns} for r in rows], ensure_ascii=False, indent=2) + "\n"


def to_xlsx(observances: Sequence[Observance], lang: str, title: str, columns: Sequence[str] = COLUMNS) -> bytes:
    """A workbook of one sheet, in which days are days; raises InterfaithCalError if openpyxl is not installed."""
    from interfaith_cal.export.xlsx import Sheet
    from interfaith_cal.export.xlsx import to_xlsx as workbook

    def cell(o: Observance, name: str) -> str | date:
        return {"first_day": o.first_day, "last_day": o.last_day}.get(name) or row(o, lang)[name]

    rows = [[cell(o, name) for name in columns] for o in observances]
    return workbook([Sheet(title, rows, lang, tuple(columns))])


def to_markdown(observances: Sequence[Observance], lang: str, title: str) -> str:
    """A Markdown document: a heading and a table for each month."""
    columns = ("first_day", "last_day", "community", "name", "native_date", "certainty")
    head = "| " + " | ".join(texts.wording(lang, f"column-{column}") for column in columns) + " |"
    lines = [f"# {title}", ""]
    for month, days in groupby(observances, key=lambda o: texts.month_and_year(o.first_day, lang)):
        lines += [f"## {month}", "", head, "|" + " --- |" * len(columns)]
        for o in days:
            cells = (
                texts.short_date(o.first_day, lang),
                "" if o.last_day == o.first_day else texts.short_date(o.last_day, lang),
                o.community.name(lang),
                " ".join(part for part in (_named(o, lang), wording.marks(o)) if part),
                o.native_date_in(lang),
                wording.certainty(o, lang),
            )
            lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("*", "\\*") for cell in cells) + " |")
        lines.append("")
    if not observances:
        lines += [texts.wording(lang, "nothing-listed"), ""]
    notes = wording.legend("".join(map(wording.marks, observances)), lang)
    lines += [f"- {note}".replace("*", "\\*") for note in notes]
    return "\n".join(lines).rstrip() + "\n"


def to_html(observances: Sequence[Observance], lang: str, title: str, place: Spot | None = None) -> str:
    """A complete HTML page without any outside request: one table, a heading row for each month."""
    from html import escape

    columns = ("first_day", "last_day", "community", "name", "begins", "native_date", "certainty")
    head = "".join(f'<th scope="col">{escape(texts.wording(lang, f"column-{column}"))}</th>' for column in columns)
    body: list[str] = []
    for month, days in groupby(observances, key=lambda o: texts.month_and_year(o.first_day, lang)):
        body.append(f'<tbody><tr><th colspan="{len(columns)}" scope="rowgroup">{escape(month)}</th></tr>')
        for o in days:
            color = palette.color(o.community.id)
            chip = (
                f'<span class="chip" style="background:{color.name};color:{color.ink}">'
                f"{escape(o.community.code(lang))}</span> "
                f'<span class="wide">{escape(o.community.name(lang))}</span>'
            )
            last = (
                ""
                if o.last_day == o.first_day
                else _html_day(o.last_day.isoformat(), texts.short_date(o.last_day, lang))
            )
            note = escape(o.certainty_note_in(lang))
            cells = (
                _html_day(o.first_day.isoformat(), texts.short_date(o.first_day, lang)),
                last,
                chip,
                escape(_named(o, lang)),
                escape(wording.begins(o, lang, place)),
                escape(o.native_date_in(lang)),
                escape(wording.certainty(o, lang)) + (f"<br><small>{note}</small>" if note else ""),
            )
            body.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        body.append("</tbody>")
    if not observances:
        body.append(
            f'<tbody><tr><td colspan="{len(columns)}">{texts.wording(lang, "nothing-listed")}</td></tr></tbody>'
        )
    return _PAGE.format(
        lang=lang, title=escape(title), head=head, body="\n".join(body), accent=ACCENT
    )  # fmt: skip


def _html_day(iso: str, words: str) -> str:
    return f'<time datetime="{iso}">{words}</time>'


_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.45 system-ui, sans-serif; color: #1c1b1a; background: #fdfbf7 }}
body {{ margin: 2rem auto; max-width: 80rem; padding: 0 1rem }}
h1 {{ font-size: 1.6rem; color: {accent} }}
table {{ border-collapse: collapse; width: 100% }}
td, thead th {{ text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #e6e0d5 }}
tbody th {{ text-align: left; padding: 1.4rem 0 .3rem; font-size: 1.1rem }}
time, .chip {{ white-space: nowrap }}
.chip {{ font-size: .75rem; font-weight: 700; border-radius: .25rem; padding: .1rem .35rem }}
small {{ color: #5b574f }}
@media (max-width: 50rem) {{
  .wide, th:nth-child(5), td:nth-child(5), th:nth-child(6), td:nth-child(6) {{ display: none }}
}}
@media print {{ body {{ background: none; margin: 0; max-width: none; font-size: 9pt }} tr {{ break-inside: avoid }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<table>
<thead><tr>{head}</tr></thead>
{body}
</table>
</body>
</html>
"""


class Terminal(NamedTuple):
    """What the terminal can show: its width in columns (None for a pipe) and whether it has color."""

    width: int | None = None
    color: bool = False


class _Line(NamedTuple):
    """An observance as the cells of one line; the details are ordered by how much they matter."""

    day: str
    chip: str
    name: str
    marks: str
    details: tuple[str, ...]


def to_terminal(observances: Sequence[Observance], lang: str, terminal: Terminal) -> str:
    """A table that reads like a printed page: month headings, day, chip, name, marks, and what else matters.

    As the terminal gets narrower, the details go first, from right to left (own date, usage, until), then the names
    are cut with an ellipsis; marks, days and chips always stay.
    """
    if not observances:
        return texts.wording(lang, "nothing-listed") + "\n"
    lines = [_line(o, lang) for o in observances]
    chip_width = max(_width(line.chip) for line in lines)
    name_width = max(_width(line.name) for line in lines)
    mark_width = max(len(line.marks) for line in lines)
    day_width = max(_width(line.day) for line in lines)
    fixed = 2 + day_width + len(GAP) + chip_width + 2 + len(GAP) + mark_width + len(GAP)
    if terminal.width is not None:
        name_width = max(12, min(name_width, terminal.width - fixed))
    room = None if terminal.width is None else terminal.width - fixed - name_width - len(GAP)
    out: list[str] = []
    month = ""
    for o, line in zip(observances, lines, strict=True):
        heading = texts.month_and_year(o.first_day, lang)
        if heading != month:
            month = heading
            out += ["", _bold(heading, terminal)] if out else [_bold(heading, terminal)]
        chip = _chip(o.community.id, line.chip, chip_width, terminal)
        details = _dim(_fitting(line.details, room), terminal)
        cells = (_pad(line.day, day_width), chip, _pad(_cut(line.name, name_width), name_width))
        out.append(f"  {GAP.join(cells)}{GAP}{_pad(line.marks, mark_width)}{GAP}{details}".rstrip())
    legend = wording.legend("".join(line.marks for line in lines), lang)
    out += ["", *(_dim(note, terminal) for note in legend)] if legend else []
    return "\n".join(out) + "\n"


def day_to_terminal(
    day: date, kept: Sequence[Observance], lang: str, terminal: Terminal, place: Spot | None = None
) -> str:
    """What is kept on one day: the day as heading, a line for each observance, and what it is on that day."""
    chip_width = max(_width(o.community.code(lang)) for o in kept)
    out = [_bold(texts.long_date(day, lang), terminal)]
    for o in kept:
        chip = _chip(o.community.id, o.community.code(lang), chip_width, terminal)
        said = (
            wording.begins(o, lang, place) if o.eve else "",
            wording.day_of_span(o, day, lang),
            wording.usage(o, lang),
            texts.wording(lang, f"certainty-{o.certainty}") if o.certainty is not Certainty.FIXED else "",
        )
        details = _dim(" · ".join(part for part in said if part), terminal)
        out.append(f"  {chip}{GAP}{o.name(lang)}{GAP}{details}".rstrip())
    return "\n".join(out) + "\n"


def _line(o: Observance, lang: str) -> _Line:
    details = (wording.until(o, lang), wording.usage(o, lang), o.native_date_in(lang))
    return _Line(
        f"{texts.weekday(o.first_day.weekday(), lang, 'short')} {o.first_day.day:2}",
        o.community.code(lang),
        o.name(lang),
        wording.marks(o),
        tuple(detail for detail in details if detail),
    )


def _fitting(details: Sequence[str], room: int | None) -> str:
    said = ""
    for detail in details:
        longer = f"{said} · {detail}" if said else detail
        if room is not None and _width(longer) > room:
            break
        said = longer
    return said


def _named(o: Observance, lang: str) -> str:
    usage = wording.usage(o, lang)
    return f"{o.name(lang)} ({usage})" if usage else o.name(lang)


def _width(text: str) -> int:
    """Columns that a terminal uses for a text: combining marks use none."""
    return sum(not unicodedata.combining(letter) for letter in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    return text[: width - 1].rstrip() + "…"


def _chip(community: str, code: str, width: int, terminal: Terminal) -> str:
    label = f" {_pad(code, width)} "
    if not terminal.color:
        return label
    color = palette.color(community)
    ink = "30" if color.ink == "black" else "97"
    red, green, blue = color.rgb
    return f"\x1b[{ink};48;2;{red};{green};{blue}m{label}\x1b[0m"


def _bold(text: str, terminal: Terminal) -> str:
    return f"\x1b[1m{text}\x1b[0m" if terminal.color else text


def _dim(text: str, terminal: Terminal) -> str:
    return f"\x1b[2m{text}\x1b[0m" if terminal.color and text else text
