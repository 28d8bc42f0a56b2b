"""Fonts of the pages for scripts that are rarely installed: which there are, and the style that loads them.

A browser asks for one only where a page has a character of its range, so most pages load none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from interfaith_cal.export import templates

FAMILY = "Interfaith Scripts"
FOLDER = "assets/fonts"


class Script(NamedTuple):
    """A script: the font of the print edition that draws it, and the ranges of Unicode that it is asked for."""

    name: str
    source: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def file(self) -> str:
        """The file of its font: the characters that the texts use."""
        return f"{self.name}.woff2"


SCRIPTS = (
    Script("armenian", "NotoSansArmenian-Regular.ttf", ((0x0530, 0x058F),)),
    Script("bengali", "NotoSansBengali-Regular.ttf", ((0x0980, 0x09FF),)),
    Script("coptic", "NotoSansCoptic-Regular.ttf", ((0x2C80, 0x2CFF),)),
    Script("devanagari", "NotoSansDevanagari-Regular.ttf", ((0x0900, 0x097F),)),
    Script("ethiopic", "NotoSansEthiopic-Regular.ttf", ((0x1200, 0x139F),)),
    Script("georgian", "NotoSansGeorgian-Regular.ttf", ((0x10A0, 0x10FF),)),
    Script("gujarati", "NotoSansGujarati-Regular.ttf", ((0x0A80, 0x0AFF),)),
    Script("gurmukhi", "NotoSansGurmukhi-Regular.ttf", ((0x0A00, 0x0A7F),)),
    Script("kannada", "NotoSansKannada-Regular.ttf", ((0x0C80, 0x0CFF),)),
    Script("malayalam", "NotoSansMalayalam-Regular.ttf", ((0x0D00, 0x0D7F),)),
    Script("sinhala", "NotoSansSinhala-Regular.ttf", ((0x0D80, 0x0DFF),)),
    Script("syriac", "NotoSansSyriac-Regular.ttf", ((0x0700, 0x074F),)),
    Script("tamil", "NotoSansTamil-Regular.ttf", ((0x0B80, 0x0BFF),)),
    Script("telugu", "NotoSansTelugu-Regular.ttf", ((0x0C00, 0x0C7F),)),
    Script("thai", "NotoSansThai-Regular.ttf", ((0x0E00, 0x0E7F),)),
    Script("tibetan", "NotoSerifTibetan-Regular.ttf", ((0x0F00, 0x0FFF),)),
)


def style() -> str:
    """The rules that load them; what they are asked for is named, so that nothing else ever is."""
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; src: url(fonts/{script.file}) format("woff2"); '
        f"font-display: swap; unicode-range: {', '.join(_range(*ends) for ends in script.ranges)} }}"
        for script in SCRIPTS
    )


def _range(first: int, last: int) -> str:
    return f"U+{first:04X}-{last:04X}"


def files() -> Iterator[tuple[str, partial[bytes]]]:
    """The fonts and their license by their paths."""
    names: Iterable[str] = (*(script.file for script in SCRIPTS), "OFL.txt")
    for name in names:
        yield f"{FOLDER}/{name}", partial(templates.asset, f"web/fonts/{name}")
