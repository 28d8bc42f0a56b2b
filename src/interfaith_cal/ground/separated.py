"""Tables of separated values (CSV), the one place where they are written and read: the same bytes for the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

DELIMITERS = (";", ",", "\t")
BYTE_ORDER_MARK = "\ufeff"
"""By it spreadsheet programs know UTF-8."""
WINDOWS = "\r\n"


class SeparatedError(ValueError):
    """A text that is no table: a quotation mark without its partner."""


def written(
    columns: Iterable[object], rows: Iterable[Iterable[object]], *, delimiter: str = ",", ends: str = "\n"
) -> str:
    """A table with its header."""
    import csv
    import io

    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    table.writerow(list(columns))
    table.writerows(rows)
    return out.getvalue()


def written_by_name(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, ends: str = "\n") -> str:
    """A table of rows that name their cells; a row leaves a column empty by not naming it."""
    return written(columns, ([row.get(column, "") for column in columns] for row in rows), ends=ends)


def cells(text: str, delimiter: str = ",", *, strict: bool = True) -> list[list[str]]:
    """The cells of a table, its header among them; lines may end as they like.

    Raises:
        SeparatedError: it is no table, where that is looked at strictly.
    """
    import csv
    import io

    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))
    except csv.Error as error:
        raise SeparatedError(str(error)) from error


def delimiter_of(headings: str) -> str:
    """What separates the cells of a line of headings: what it has most often of semicolons, commas and tabs."""
    return max(DELIMITERS, key=headings.count)
