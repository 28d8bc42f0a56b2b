"""Lists of observances as files, for people and programs: CSV, JSON, workbook, Markdown, HTML.

Every function is pure: the same observances and language give the same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from interfaith_cal.editorial import palette, texts
from interfaith_cal.editorial.places import Spot
from interfaith_cal.errors import UnknownNameError
from interfaith_cal.export import wording
from interfaith_cal.export.rows import COLUMNS, row
from interfaith_cal.model import Observance

ACCENT = "#B3471B"


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


def to_markdown(observances: Sequence[Observance], lang: str, title: str, place: Spot | None = None) -> str:
    """A Markdown document: a heading and a table for each month."""
    columns = ("first_day", "last_day", "community", "name", "begins", "native_date", "certainty")
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
                wording.begins(o, lang, place),
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


def _named(o: Observance, lang: str) -> str:
    usage = wording.usage(o, lang)
    return f"{o.name(lang)} ({usage})" if usage else o.name(lang)
