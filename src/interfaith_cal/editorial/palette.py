"""One color for each community, the same in feed, page, print and terminal (`data/palette.toml`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at
from interfaith_cal.ground.tables import css_colors
from interfaith_cal.identity import KeeperId

HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class Color(NamedTuple):
    """A color: its CSS name, its value "#RRGGBB", whether black or white text is read better on it; and for feeds.

    Calendar clients understand the names of CSS3 alone, so `feed_name` and `feed_hex` may be those of a neighbor.
    """

    name: str
    hex: str
    ink: str
    feed_name: str
    feed_hex: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        return int(self.hex[1:3], 16), int(self.hex[3:5], 16), int(self.hex[5:7], 16)


@by_root
def _colors() -> dict[str, Color]:
    entries = read_checked(read_at("palette.toml"), "palette").get("communities", {})
    return {name: _color(**entry) for name, entry in entries.items()}


def _color(color: str, hex: str, feed_color: str = "", feed_hex: str = "") -> Color:  # noqa: A002
    return Color(color, hex, ink_on(hex), feed_color or color, feed_hex or hex)


def color(community: str) -> Color:
    """A community's color, or that which its edition gives it; raises DataFileError if the palette lacks it."""
    if isinstance(community, KeeperId) and community.color:
        return of_hex(community.color)
    try:
        return _colors()[community]
    except KeyError:
        raise DataFileError(f"{read_at('palette.toml')}: there is no color for {community!r}.") from None


@cache
def of_hex(value: str) -> Color:
    """A color by its value "#RRGGBB"; in feeds by the name of CSS3 that is nearest to it."""
    made = Color(value, value, ink_on(value), "", "")

    def apart(of: Color) -> int:
        return sum((one - other) ** 2 for one, other in zip(of.rgb, made.rgb, strict=True))

    near = min((Color(name, known, "", "", "") for name, known in css_colors()), key=apart)
    return made._replace(feed_name=near.name, feed_hex=value)


def ink_on(value: str) -> str:
    """Whether black or white text is read better on a color "#RRGGBB"."""
    return "black" if _luminance(value) > 0.179 else "white"


def _luminance(value: str) -> float:
    """Relative luminance after WCAG 2; above 0.179 black text has the higher contrast."""
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
