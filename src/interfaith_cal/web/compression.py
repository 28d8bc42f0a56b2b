"""What is compressed, and gzip without name and time, so that the same bytes come out every time."""

from __future__ import annotations

import zlib

# Smaller files travel in one packet anyhow.
LEAST_COMPRESSED = 1024
WITH_GZIP_HEADER = 31


def gzipped(content: bytes, level: int) -> bytes:
    """The content as gzip; level 1 is the fastest, 9 the smallest."""
    packer = zlib.compressobj(level, zlib.DEFLATED, WITH_GZIP_HEADER)
    return packer.compress(content) + packer.flush()
