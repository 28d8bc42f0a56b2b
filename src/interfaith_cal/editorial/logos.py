"""A publisher's logo: a picture that does nothing but be seen."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import read_bytes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SVG, PNG = ".svg", ".png"
MOST_BYTES, MOST_PIXELS = 300_000, 4_000
PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
SVG_NAMESPACE, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
# What draws, and what it is drawn with; all else can act, load or hold what is not SVG.
DRAWING = (
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "style",
)  # fmt: skip
ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|javascript:|\\", re.I)


class Logo(Struct, frozen=True):
    """A picture that was looked through: what its name ends in, and its bytes."""

    suffix: str
    content: bytes


def logo(path: Path) -> Logo:
    """The picture of a file.

    Raises:
        DataFileError: it cannot be read, is neither SVG nor PNG, is too large, or holds more than a picture.
    """
    suffix = path.suffix.lower()
    if suffix not in (SVG, PNG):
        raise DataFileError(f"{path}: a logo is an {SVG} or a {PNG} file.")
    content = read_bytes(path)
    if len(content) > MOST_BYTES:
        raise DataFileError(f"{path}: the logo has {len(content)} bytes, more than the {MOST_BYTES} of one.")
    wrong = _wrong_in_svg(content) if suffix == SVG else _wrong_in_png(content)
    if wrong:
        raise DataFileError(f"{path}: {wrong}")
    return Logo(suffix, content)


def _wrong_in_png(content: bytes) -> str:
    """Why bytes are no PNG that is shown; "" if they are one."""
    if not content.startswith(PNG_BEGINS):
        return "is no PNG picture."
    at, names = len(PNG_BEGINS), []
    while at < len(content):
        length = int.from_bytes(content[at : at + 4])
        chunk, check = content[at + 4 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if len(check) != 4 or zlib.crc32(chunk) != int.from_bytes(check):
            return "is a broken PNG picture."
        names.append(chunk[:4])
        at += 12 + length
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names:
        return "is a broken PNG picture."
    wide, high = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not (1 <= wide <= MOST_PIXELS and 1 <= high <= MOST_PIXELS):
        return f"the logo has {wide} by {high} pixels; a side has 1 to {MOST_PIXELS}."
    return "the logo moves; give a still picture." if b"acTL" in names else ""


def _wrong_in_svg(content: bytes) -> str:
    """Why bytes are no SVG that only draws; "" if they are one."""
    from xml.etree import ElementTree  # loaded in 2 ms that only a logo is worth

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the logo has a document type or entities; save it as plain SVG in UTF-8."
    try:
        picture = ElementTree.fromstring(content.decode("utf-8"))
    except (ElementTree.ParseError, ValueError, RecursionError):
        return "is no SVG picture."
    if picture.tag != f"{SVG_NAMESPACE}svg":
        return "is no SVG picture."
    return next(filter(None, map(_wrong_in_element, picture.iter())), "")


def _wrong_in_element(element: Element) -> str:
    """What an element of an SVG does beside drawing; "" for nothing."""
    name = str(element.tag).removeprefix(SVG_NAMESPACE)
    if name not in DRAWING:
        return f"the logo has the element {name!r}, which is more than a picture; save it as plain SVG."
    for attribute, value in element.attrib.items():
        active = attribute.lower().startswith("on")
        away = attribute in ("href", XLINK) and not value.startswith("#")
        if active or away or ELSEWHERE.search(value):
            return f"the logo has the attribute {attribute.rpartition('}')[2]!r} that acts or leads elsewhere."
    if name == "style" and ELSEWHERE.search(element.text or ""):
        return "the style of the logo leads elsewhere."
    return ""
