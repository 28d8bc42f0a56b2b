"""Values in the form that other programs read: JSON, Markdown, XML; the same bytes for the same content."""

from __future__ import annotations

import re
from datetime import date

from interfaith_cal.ground.files import STEERING

NOT_IN_XML = re.compile(f"{STEERING.pattern}|[\ufffe\uffff\ud800-\udfff]")


def to_json(value: object, indent: int | None = 2) -> str:
    """JSON for people too: indented unless told otherwise, with umlauts as they are; days as YYYY-MM-DD."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=date.isoformat) + "\n"


def in_markdown(text: str) -> str:
    """A text in which Markdown sees no markup."""
    return text.replace("|", "\\|").replace("*", "\\*")


def in_xml(text: str) -> str:
    """A text without control characters, which no XML can hold."""
    return NOT_IN_XML.sub(" ", text)
