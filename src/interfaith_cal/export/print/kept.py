"""What stays on one line: a number and what it counts, a title and its name ("1. Advent", "Hl. Markus")."""

from __future__ import annotations

import re
from typing import Any

NO_BREAK = "\u00a0"
BEFORE_NAMES = ("Hl", "Hll", "Sel", "St", "Sts", "Hz", "Dr")
# Years are numbers with more digits, and "am Ende des Jahres 2027 beginnt" may be broken anywhere.
WITHIN = re.compile(rf"(?<!\w)((?:\d{{1,2}}|{'|'.join(BEFORE_NAMES)})\.?) (?=\w)")


def kept_together(content: Any) -> Any:
    """The same content with no-break blanks where a line must not end; the QR code is no text."""
    if isinstance(content, str):
        return WITHIN.sub(rf"\1{NO_BREAK}", content)
    if isinstance(content, dict):
        return {key: value if key == "qr" else kept_together(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [kept_together(value) for value in content]
    return content
