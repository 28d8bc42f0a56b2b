"""The shipped fonts (`data/fonts`): where they are, and whether they have a letter for everything that is printed."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.ground.root import shipped

# Never drawn by themselves: line ends, joiners, directions, variation selectors.
INVISIBLE = frozenset({0x0A, 0x0D, 0x09, 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0xFE00, 0xFE10)})


class MissingGlyphError(InterfaithCalError):
    """A character that none of the shipped fonts can draw."""


def folder() -> Path:
    """The folder of the fonts."""
    return shipped() / "fonts"


def check_glyphs(content: Any) -> None:
    """Make sure that every character of a page's content can be drawn.

    Raises:
        MissingGlyphError: one cannot; the sentence names the character and what it stands in.
    """
    known = _coverage()
    for text, where in _texts(content, "the page"):
        for letter in text:
            if ord(letter) not in known:
                name = unicodedata.name(letter, "without a name")
                raise MissingGlyphError(
                    f"no font in {folder()} has the character {letter!r} (U+{ord(letter):04X}, {name}) "
                    f"in {text!r} of {where}; add a font that has it, or write the text without it."
                )


def _texts(content: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text of the content with the id of the festival or page that it belongs to."""
    if isinstance(content, str):
        yield content, where
    elif isinstance(content, dict):
        where = content.get("id", where)
        for key, value in content.items():
            if key != "qr":
                yield from _texts(value, where)
    elif isinstance(content, list):
        for value in content:
            yield from _texts(value, where)


@cache
def _coverage() -> frozenset[int]:
    """The code points that at least one font has, and those that are never drawn."""
    points = set(INVISIBLE)
    for path in sorted(folder().glob("*.[ot]tf")):
        points |= _code_points(path.read_bytes())
    return frozenset(points)


def _code_points(font: bytes) -> set[int]:
    """The code points of a font's character map (OpenType `cmap`, formats 4 and 12)."""
    cmap = _table(font, b"cmap")
    points: set[int] = set()
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * number + 4)[0]
        form = struct.unpack_from(">H", font, start)[0]
        if form == 4:
            points |= _segments(font, start)
        elif form == 12:
            groups = struct.unpack_from(">I", font, start + 12)[0]
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", font, start + 16 + 12 * group)
                points.update(range(first, last + 1))
    return points


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if name == tag:
            return int(start)
    raise ValueError(f"a font without the table {tag!r}")


def _segments(font: bytes, start: int) -> set[int]:
    """The code points of a `cmap` subtable of format 4; the last segment is an end mark."""
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    firsts = struct.unpack_from(f">{count}H", font, start + 16 + 2 * count)
    return {point for first, last in zip(firsts, ends, strict=True) for point in range(first, last + 1)} - {0xFFFF}
