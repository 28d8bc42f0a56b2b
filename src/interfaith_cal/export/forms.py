"""Values in the form that other programs read: JSON, the same bytes for the same content."""

from __future__ import annotations

from datetime import date


def to_json(value: object, indent: int | None = 2) -> str:
    """JSON for people too: indented unless told otherwise, with umlauts as they are; days as YYYY-MM-DD."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=date.isoformat) + "\n"


def in_markdown(text: str) -> str:
    """A text in which Markdown sees no markup."""
    return text.replace("|", "\\|").replace("*", "\\*")
