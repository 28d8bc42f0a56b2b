"""Folding of calendar lines (RFC 5545, 3.1) where no reader can stumble over it.

The icalendar library folds correctly, but also right after a blank, which some tools strip at the end of a line, and
between a letter and its combining accent. Here a line is broken only between two plain letters of a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LIMIT = 75
JOINERS = "\u200d\ufe0f"


def fold_lines(lines: Iterable[str]) -> bytes:
    """Whole lines of a calendar as bytes, folded where they are longer than 75 octets."""
    return "\r\n".join("\r\n ".join(_pieces(line)) for line in lines).encode("utf-8")


def _pieces(line: str) -> list[str]:
    """The line in pieces; those after the first leave an octet for the blank that marks a continuation."""
    if len(line.encode("utf-8")) <= LIMIT:
        return [line]
    pieces: list[str] = []
    start = 0
    while start < len(line):
        end = _furthest(line, start, LIMIT if not pieces else LIMIT - 1)
        pieces.append(line[start:end])
        start = end
    return pieces


def _furthest(line: str, start: int, octets: int) -> int:
    """The last place at which a piece that begins at `start` may end: within its octets, and where it does no harm."""
    # Letters have one octet or more, so that a piece has at most as many letters; a letter cut in two is left out.
    fitting = line[start : start + octets].encode("utf-8")[:octets].decode("utf-8", "ignore")
    end = start + len(fitting)
    if end == len(line):
        return end
    for place in range(end, start, -1):
        if _harmless(line[place - 1], line[place]):
            return place
    return end


def _harmless(before: str, after: str) -> bool:
    """Whether a line may be broken here: not at a blank, in an escape, or inside what is read as one letter."""
    one_letter = unicodedata.combining(after) or after in JOINERS or before in JOINERS
    return not (before in " \\" or after == " " or one_letter)
