"""Papers: DIN sizes, upright or lying."""

from __future__ import annotations

from typing import NamedTuple

PORTRAIT, LANDSCAPE = "portrait", "landscape"
# Width and height upright, in millimeters (DIN EN ISO 216).
SIZES = {"a1": (594, 841), "a2": (420, 594), "a3": (297, 420), "a4": (210, 297), "a5": (148, 210)}
LARGEST_BLEED = 20


class Paper(NamedTuple):
    """A sheet after trimming: its DIN name, its orientation, width and height in millimeters."""

    name: str
    orientation: str
    width: int
    height: int


def paper(name: str, orientation: str) -> Paper:
    """The paper of a DIN name in SIZES, upright or lying."""
    short, long = SIZES[name]
    return Paper(name, orientation, *((short, long) if orientation == PORTRAIT else (long, short)))
