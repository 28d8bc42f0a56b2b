"""The picture that stands beside a shared link: a month with the colors of the communities, without words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from interfaith_cal.editorial import palette

WIDTH, HEIGHT = 1200, 630
PAPER, CELL, LINE, ACCENT = (253, 251, 247), (255, 255, 255), (217, 210, 196), (154, 60, 20)
COLUMNS, ROWS = 7, 4
LEFT, TOP, STEP_X, STEP_Y, GAP = 61, 99, 154, 118, 14
CHIP = 30
# From one day with a color to the next: no divisor of the 28 days, so that they spread over all of them.
STRIDE = 9

RGB = tuple[int, int, int]


def preview(communities: Sequence[str]) -> bytes:
    """The picture as PNG, 1200 by 630."""
    rows = [bytearray(bytes(PAPER) * WIDTH) for _ in range(HEIGHT)]
    _fill(rows, LEFT, 43, COLUMNS * STEP_X - GAP, 28, ACCENT)
    for day in range(COLUMNS * ROWS):
        left, top = LEFT + day % COLUMNS * STEP_X, TOP + day // COLUMNS * STEP_Y
        _fill(rows, left, top, STEP_X - GAP, STEP_Y - GAP, LINE)
        _fill(rows, left + 2, top + 2, STEP_X - GAP - 4, STEP_Y - GAP - 4, CELL)
    for number, community in enumerate(communities):
        day, layer = number * STRIDE % (COLUMNS * ROWS), number // (COLUMNS * ROWS) % 2
        left, top = LEFT + day % COLUMNS * STEP_X, TOP + day // COLUMNS * STEP_Y
        _fill(rows, left + 14, top + 40 + layer * (CHIP + 4), STEP_X - GAP - 28, CHIP, palette.color(community).rgb)
    return _png(rows)


def _fill(rows: Sequence[bytearray], left: int, top: int, width: int, height: int, color: RGB) -> None:
    for row in rows[top : top + height]:
        row[left * 3 : (left + width) * 3] = bytes(color) * width


def _png(rows: Sequence[bytearray]) -> bytes:
    """Rows of red, green and blue as a PNG (W3C, Portable Network Graphics, third edition), none of them filtered."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
