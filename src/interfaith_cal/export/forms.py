"""Rows and values in the forms that other programs read: CSV and JSON, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Comma-separated values with a header; a row leaves a column empty by not naming it."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def to_json(value: object, indent: int = 2) -> str:
    """JSON for people too: indented, with umlauts as they are; days as YYYY-MM-DD."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=date.isoformat) + "\n"


def in_markdown(text: str) -> str:
    """A text in which Markdown sees no markup."""
    return text.replace("|", "\\|").replace("*", "\\*")
