"""Days from a table, as schools keep it: a row for each day or span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from interfaith_cal.appointments.days import Appointment, Reading, checked, printable, span
from interfaith_cal.errors import DataFileError, SpanError
from interfaith_cal.ground.files import read_text
from interfaith_cal.ground.separated import SeparatedError, TooLargeError, cells, check_size
from interfaith_cal.words.letters import folded

DELIMITERS = (";", "\t", ",")
FIGURE = re.compile(r"\d")
FIRST_NAMES = (
    "von", "from", "start", "beginn", "begin", "anfang", "erster tag", "first_day", "first day", "startdatum",
    "ilk gün", "başlangıç",
)  # fmt: skip
LAST_NAMES = (
    "bis",
    "to",
    "until",
    "end",
    "ende",
    "letzter tag",
    "last_day",
    "last day",
    "enddatum",
    "son gün",
    "bitiş",
)


def read_table(path: Path) -> Reading:
    """The days of a table, a row for each; the other cells of the row are what it is called.

    Semicolons, commas or tabs; UTF-8 with a byte order mark or without, UTF-16 or Latin-1; with a header or without.
    Of two days in a row, columns named "von" and "bis" (or without any names) make a span; else each is planned alone.

    Raises:
        DataFileError: the file cannot be read, or is no text.
    """
    text = read_text(path)
    if "\0" in text:
        raise DataFileError(f"{path}: is no table; save it as CSV.")
    try:
        rows = _rows(text)
    except TooLargeError as error:
        raise DataFileError(f"{path}: {error}") from error
    heads = _heads(rows)
    header = rows[heads[-1]] if heads else None
    appointments: list[Appointment] = []
    problems: list[str] = []
    for number, row in enumerate(rows, 1):
        if number - 1 in heads or not any(row):
            continue
        try:
            appointments += _of_row(row, header)
        except SpanError as error:
            problems.append(f"{path}: row {number}: {error}")
    return Reading(tuple(appointments), tuple(problems))


def _of_row(row: Sequence[str], header: Sequence[str] | None) -> Iterator[Appointment]:
    """What a row plans; raises SpanError if it is nothing."""
    spans = {column: days for column, cell in enumerate(row) if (days := _span_or_none(cell)) is not None}
    label = printable(" ".join(cell for column, cell in enumerate(row) if cell and column not in spans))
    first, last = (_column(header, names) for names in (FIRST_NAMES, LAST_NAMES))
    if header is None and len(spans) == 2:
        first, last = spans
    # What is no span although it should be one is read again for the sentence that says so.
    if not spans:
        suspect = next((cell for cell in row if FIGURE.search(cell)), row[0])
        span(suspect)
    for column in (first, last):
        if column is not None and column < len(row) and row[column] and column not in spans:
            span(row[column])
    if first in spans and last in spans:
        text = f"{row[first]}..{row[last]}"
        yield Appointment(*checked(spans.pop(first)[0], spans.pop(last)[1], text), label)
    for days in spans.values():
        yield Appointment(*days, label)


def _span_or_none(cell: str) -> tuple[date, date] | None:
    try:
        return span(cell)
    except SpanError:
        return None


def _column(header: Sequence[str] | None, names: Sequence[str]) -> int | None:
    return next((column for column, name in enumerate(header or ()) if folded(name) in map(folded, names)), None)


def _heads(rows: Sequence[Sequence[str]]) -> list[int]:
    """The places of the rows above the first day that hold no figure: titles, and last the names of the columns.

    A row with figures might be a day that is mistyped, and must be spoken of.
    """
    first = next((place for place, row in enumerate(rows) if any(map(_span_or_none, row))), 0)
    return [place for place in range(first) if any(rows[place]) and not any(map(FIGURE.search, rows[place]))]


def _rows(text: str) -> list[list[str]]:
    """The cells of each row, by the delimiter that shows the most days.

    Raises:
        TooLargeError: there are too many of them by one delimiter, and no days by another.
    """
    best: tuple[int, list[list[str]]] = (0, [])
    too_large: TooLargeError | None = None
    for delimiter in DELIMITERS:
        try:
            rows = _table(text, delimiter)
        except TooLargeError as error:
            too_large = error
            continue
        shown = sum(_span_or_none(cell) is not None for row in rows for cell in row)
        if shown > best[0] or not best[1]:
            best = shown, rows
    if too_large and not best[0]:
        raise too_large
    return best[1]


def _table(text: str, delimiter: str) -> list[list[str]]:
    """The cells of each row by one delimiter; where quotation marks do not pair, they are letters like others."""
    try:
        rows = cells(text, delimiter, bounded=True)
    except TooLargeError:
        raise
    except SeparatedError:
        rows = [[cell.strip(' "') for cell in line.split(delimiter)] for line in text.splitlines()]
        check_size(len(rows), max(map(len, rows), default=0))
    return [[cell.strip() for cell in row] for row in rows]
