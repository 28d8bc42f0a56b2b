"""Tables of separated values (CSV), the one place where they are written and read: the same bytes for the same rows.

A cell that a spreadsheet program would take for a formula is written behind an apostrophe, and read without it; so is
the part of a cell that a program would take for one which splits at other signs than the table is split at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

DELIMITERS = (";", ",", "\t")
BYTE_ORDER_MARK = "\ufeff"
"""By it spreadsheet programs know UTF-8."""
WINDOWS = "\r\n"
MOST_ROWS, MOST_COLUMNS = 10_000, 200
"""So large a table is read, whoever brings it; a sheet for a year has some hundred rows."""
# What programs calculate; some pass over blanks, or know the wide forms too. A number, or a lone hyphen, does nothing.
FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
HARMLESS = re.compile(r"[+-]?(?:\d[\d.,]*)?")
MADE_HARMLESS = re.compile(rf"^'(?={FORMULA.pattern})")


def _parts(own: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a program that splits a table at other signs would begin a cell with, and the same behind an apostrophe."""
    others = "".join(other for other in DELIMITERS if other != own)
    calculated = rf"'*(?:[^\S{others}]*[=+\-@＝＋－＠]|[\r\n])"
    return re.compile(rf"(?<=[{others}])(?={calculated})[^{others}]*"), re.compile(rf"(?<=[{others}])'(?={calculated})")


PARTS = {own: _parts(own) for own in DELIMITERS}


class SeparatedError(ValueError):
    """A text that is no table: a quotation mark without its partner."""


class TooLargeError(SeparatedError):
    """A table with more rows, columns or letters in a cell than are read."""


def written(
    columns: Iterable[object], rows: Iterable[Iterable[object]], *, delimiter: str = ",", ends: str = "\n"
) -> str:
    """A table with its header, which calculates nothing where a spreadsheet program opens it."""
    import csv

    lines = _Lines()
    table = csv.writer(lines, delimiter=delimiter, lineterminator=WINDOWS)
    table.writerows([_harmless(cell, delimiter) for cell in row] for row in (columns, *rows))
    return "".join(f"{line}{ends}" for line in lines)


class _Lines(list[str]):
    """Where the csv module writes: it fences off the ends of lines in cells if they are among those of its lines."""

    def write(self, line: str) -> None:
        """Take a line without its end."""
        self.append(line.removesuffix(WINDOWS))


def _harmless(cell: object, delimiter: str) -> object:
    if not isinstance(cell, str):
        return cell
    kept = PARTS[delimiter][0].sub(lambda part: part[0] if HARMLESS.fullmatch(part[0]) else f"'{part[0]}", cell)
    return f"'{kept}" if FORMULA.match(cell) and not HARMLESS.fullmatch(cell) else kept


def written_by_name(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, ends: str = "\n") -> str:
    """A table of rows that name their cells; a row leaves a column empty by not naming it."""
    return written(columns, ([row.get(column, "") for column in columns] for row in rows), ends=ends)


def cells(text: str, delimiter: str = ",", *, strict: bool = True, bounded: bool = False) -> list[list[str]]:
    """The cells of a table, its header among them; lines may end as they like.

    Args:
        text: the table.
        delimiter: what stands between two cells.
        strict: whether quotation marks must pair.
        bounded: whether a table of others is refused that is larger than people make one.

    Raises:
        TooLargeError: it has more than MOST_ROWS rows or MOST_COLUMNS columns, where that is looked at.
        SeparatedError: it is no table, where that is looked at strictly.
    """
    import csv
    import io

    # The csv module's own bound for a cell is smaller than what people paste into one, and the text is here already.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict):
            if bounded:
                check_size(len(found) + 1, len(row))
            found.append([_as_it_was(cell, delimiter) for cell in row])
    except csv.Error as error:
        raise SeparatedError(str(error)) from error
    return found


def _as_it_was(cell: str, delimiter: str) -> str:
    return MADE_HARMLESS.sub("", PARTS[delimiter][1].sub("", cell)) if "'" in cell else cell


def check_size(rows: int, columns: int) -> None:
    """Raise TooLargeError for more rows or columns than are read."""
    if rows > MOST_ROWS:
        raise TooLargeError(f"has more than {MOST_ROWS} rows; split it, or delete what lies below the table.")
    if columns > MOST_COLUMNS:
        raise TooLargeError(f"has more than {MOST_COLUMNS} columns in row {rows}; delete what lies beside the table.")


def delimiter_of(headings: str) -> str:
    """What separates the cells of a line of headings: what it has most often of semicolons, commas and tabs."""
    return max(DELIMITERS, key=headings.count)
