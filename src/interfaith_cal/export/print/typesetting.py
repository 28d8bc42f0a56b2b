"""Setting a page with Typst: content goes in as JSON, never as markup; PDF, PNG or SVG comes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interfaith_cal.errors import InterfaithCalError, MissingExtraError
from interfaith_cal.export.print.fonts import check_glyphs, folder
from interfaith_cal.export.print.kept import kept_together

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ["a-2a", "ua-1"]
PIXELS_PER_INCH = 150
# Typst says that no tag is suspect, which holds without being said; poppler takes the word for an error and prints one
# for every file. Blanks in its place move nothing.
NOT_SUSPECT = b"/Suspects false"
PANIC = "panicked with: "


class PrintError(InterfaithCalError):
    """A page that cannot be set: there is nothing on it, or too much for its room."""


class TooMuchError(PrintError):
    """Content that does not fit where the page has room for it; `report` is what the template says of it."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        """Keep the report: `what` does not fit, and whatever helps to find it."""
        super().__init__(f"the {report['what']} do not fit.")
        self.report = report


def typeset(
    template: str, content: Mapping[str, Any], stamp: datetime, form: str, pictures: Mapping[str, bytes]
) -> list[bytes]:
    """The pages as files of a form: one PDF (A-2a and UA-1), or a PNG (150 pixels to the inch) or SVG for each page.

    `pictures` are those that the content names.

    Raises:
        TooMuchError: the template has no room for all of the content.
        MissingGlyphError: a character that no font has.
        MissingExtraError: the package `typst` is not installed.
        PrintError: Typst gives up.
    """
    content = kept_together(content)
    check_glyphs(content)
    try:
        import typst
    except ImportError:
        raise MissingExtraError("the print edition needs", "typst", extra="print") from None
    files = {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}
    files["main"] = files.pop(f"{template}.typ")
    # A file of the dictionary has to be text, which a picture is not: its bytes go as numbers.
    told = {**content, "pictures": {name: list(picture) for name, picture in pictures.items()}}
    files["content.json"] = json.dumps(told, ensure_ascii=False).encode("utf-8")
    try:
        # That files may come as a dictionary is in Typst's readme, but not in its stubs.
        made: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload]
            files,
            format=form,
            ppi=PIXELS_PER_INCH,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=stamp,
        )
    except typst.TypstError as error:
        raise _told(error) from error
    pages = made if isinstance(made, list) else [made]
    return [page.replace(NOT_SUSPECT, b" " * len(NOT_SUSPECT), 1) for page in pages] if form == "pdf" else pages


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder()])


def _told(error: typst.TypstError) -> PrintError:
    if error.message.startswith(PANIC):
        return TooMuchError(json.loads(error.message.removeprefix(PANIC)))
    return PrintError(f"Typst could not set the page: {error.message}")
