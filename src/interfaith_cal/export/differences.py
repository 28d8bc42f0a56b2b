"""What differs, as people and programs read it: pure functions to terminal, CSV and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interfaith_cal.ground.separated import written_by_name
from interfaith_cal.words import texts

Row = dict[str, str]


def to_csv(rows: Sequence[Row], heads: Sequence[str], details: Sequence[str]) -> str:
    """Comma-separated values with a header: the columns of the rows, or without any those that are shown."""
    return written_by_name(list(rows[0]) if rows else [*heads, *details], rows)


def to_terminal(rows: Sequence[Row], heads: Sequence[str], details: Sequence[str], lang: str) -> str:
    """A table in which rows with the same heads stand under them, with their details side by side."""
    if not rows:
        return texts.wording(lang, "nothing-differs") + "\n"
    lines: list[str] = []
    head = None
    shown = [[_shown(row, detail, lang) for detail in details] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*shown, strict=True)]
    for row, cells in zip(rows, shown, strict=True):
        own = [row[key] for key in heads]
        if own != head:
            head = own
            lines += ["", f"{row['name']}  {' '.join(part for part in own if part)}"]
        # A column in which nothing has anything to say is left out.
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True) if width)
        lines.append(f"    {'  '.join(padded)}".rstrip())
    return "\n".join(lines[1:]) + "\n"


def _shown(row: Row, detail: str, lang: str) -> str:
    """A day in words with its weekday, nothing for the end of a single day, anything else as it is."""
    value = row[detail]
    if detail == "last_day" and value == row["first_day"]:
        return ""
    try:
        return texts.short_date(date.fromisoformat(value), lang)
    except ValueError:
        return value
