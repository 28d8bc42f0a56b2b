"""Cuts the fonts of the pages: for scripts that are rarely installed, the characters that the texts use, as woff2.

usage: python scripts/webfonts.py [--check]

With --check it writes nothing, and fails where a font lacks a character or has one that no text uses.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from interfaith_cal.web import webfonts

DATA = Path(__file__).parents[1] / "data"


def used(first: int, last: int) -> set[int]:
    """The characters of a range that the shipped texts use."""
    texts = "".join(path.read_text(encoding="utf-8") for path in (DATA / "texts").glob("*/*.toml"))
    return {ord(character) for character in texts if first <= ord(character) <= last}


def cut(script: webfonts.Script, characters: set[int]) -> None:
    """Write a font with some characters and all that joins or stacks them."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, flavor="woff2", name_IDs=["*"])
    font = TTFont(DATA / "fonts" / script.source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters | {0x20, 0x25CC})
    cutter.subset(font)
    subset.save_font(font, DATA / "templates" / "web" / "fonts" / script.file, options)


def main() -> int:
    """Cut all, or check them."""
    stale = []
    for script in webfonts.SCRIPTS:
        wanted = set().union(*(used(first, last) for first, last in script.ranges))
        if "--check" in sys.argv:
            has = set(TTFont(DATA / "templates" / "web" / "fonts" / script.file).getBestCmap())
            if has - {0x20, 0x25CC} != wanted:
                stale.append(script.file)
        else:
            cut(script, wanted)
    if stale:
        sys.stderr.write(f"made anew by python scripts/webfonts.py: {', '.join(stale)}\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
