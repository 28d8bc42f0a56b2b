"""What lines in a terminal are made of: columns that align, chips in a community's color, bold and dim where it can."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from functools import cache
from typing import NamedTuple

from interfaith_cal.editorial import palette
from interfaith_cal.ground.files import STEERING

GAP = "  "
# A page of text that nobody has to scroll sideways, where the terminal does not say how wide it is; and a line so short
# that every word is cut helps nobody.
PAGE, NARROWEST = 100, 40
NO_BREAK = "\u00a0"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = ("R", "AL")
# What our own chips and headings look like.
STYLE = re.compile(r"\x1b\[(?:[012]|1;3[123]|(?:30|97);48;2;\d{1,3};\d{1,3};\d{1,3})m")
OVERWRITING = re.compile(r"\r(?!\n)")


class Terminal(NamedTuple):
    """What the terminal can show: its width in columns (None for a pipe) and whether it has color."""

    width: int | None = None
    color: bool = False


def harmless(text: str, color: bool = False) -> str:
    """A text of others without what would steer a terminal; with color, our own styles stay."""
    text = OVERWRITING.sub(" ", text)
    if not color:
        return STEERING.sub(" ", text)
    pieces, styles = STYLE.split(text), STYLE.findall(text)
    return "".join(f"{STEERING.sub(' ', piece)}{style}" for piece, style in zip(pieces, [*styles, ""], strict=True))


def width(text: str) -> int:
    """Columns that a terminal uses for a text: combining marks and signs of direction use none."""
    return len(text) if text.isascii() else sum(map(_has_width, text))


@cache
def _has_width(letter: str) -> bool:
    return not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"


def isolated(text: str) -> str:
    """The text, fenced off if it runs from right to left, so that the line around it keeps its order."""
    if text.isascii() or not any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def pad(text: str, columns: int) -> str:
    """The text with blanks behind it, to fill its columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if width(text) <= columns:
        return text
    return text[: columns - 1].rstrip() + "…"


def chip(community: str, code: str, columns: int, terminal: Terminal) -> str:
    """A community's code on its color, with a blank on either side."""
    label = f" {pad(isolated(code), columns)} "
    if not terminal.color:
        return label
    color = palette.color(community)
    ink = "30" if color.ink == "black" else "97"
    red, green, blue = color.rgb
    return f"\x1b[{ink};48;2;{red};{green};{blue}m{label}\x1b[0m"


def bold(text: str, terminal: Terminal) -> str:
    """What leads the eye."""
    return f"\x1b[1m{text}\x1b[0m" if terminal.color else text


def dim(text: str, terminal: Terminal) -> str:
    """What may be passed over."""
    return f"\x1b[2m{text}\x1b[0m" if terminal.color and text else text


def paragraph(text: str, columns: int | None, margin: str = "", hanging: str = "") -> list[str]:
    """A text in lines behind a margin, those after the first by some blanks more; a NO_BREAK holds words together."""
    wrapped = textwrap.wrap(
        text, max(NARROWEST, columns or PAGE), initial_indent=margin, subsequent_indent=margin + hanging
    )
    return [line.replace(NO_BREAK, " ") for line in wrapped]
