"""What a server answers with: bytes that are made once, their encodings, and the headers that belong to them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from starlette.responses import Response

from interfaith_cal.web import negotiation
from interfaith_cal.web.answers import Pieces
from interfaith_cal.web.compression import LEAST_COMPRESSED, gzipped
from interfaith_cal.web.headers import HOUR, NOTHING_ELSE, POLICIES, SAFE, TYPES, kept

# What a client is told once more where nothing changed (RFC 9110, 15.4.5); every header costs time and bytes.
WHERE_UNCHANGED = ("cache-control", "content-location", "vary", "access-control-allow-origin")
# Of what is made on demand; a file for years deserves more, see publish.py.
BROTLI, GZIP = 5, 6


class Variant(NamedTuple):
    """A resource in one encoding: its entity tag, and the answers with its bytes and without them."""

    etag: str
    full: Response
    unchanged: Response


class Resource:
    """Something with an address. Nothing is made before it is asked for, and everything only once."""

    def __init__(
        self,
        suffix: str,
        make: Callable[[], bytes],
        modified: datetime | None = None,
        *,
        keep: str = kept(HOUR),
        also: Mapping[str, str] | None = None,
    ) -> None:
        """Know how to make the bytes.

        Args:
            suffix: what kind of file it is, ".ics".
            make: makes the bytes.
            modified: when they last changed; None where only their entity tag says whether they did.
            keep: for how long they may be kept without asking again, as `kept` says it.
            also: further headers.
        """
        self.modified = modified
        self.etag = ""
        """The entity tag of the plain bytes, as soon as they are made."""
        self._make = make
        self._variants: dict[str, Variant] = {}
        self._headers = {
            "content-type": TYPES[suffix],
            "cache-control": keep,
            **({"last-modified": negotiation.http_date(modified)} if modified else {}),
            "vary": "accept-encoding",
            **dict(SAFE),
            "content-security-policy": POLICIES.get(suffix, NOTHING_ELSE),
            **({"access-control-allow-origin": "*"} if suffix in (".ics", ".json", ".csv", ".atom") else {}),
            **(also or {}),
        }

    @property
    def size(self) -> int:
        """How many bytes are held, in all encodings made so far."""
        return sum(len(variant.full.body) for variant in self._variants.values())

    def made(self, encoding: str) -> Variant | None:
        """The resource in an encoding, if that has been made."""
        return self._variants.get(encoding)

    def make(self, encoding: str) -> Variant:
        """The resource in an encoding."""
        found = self._variants.get(encoding)
        if found is None:
            plain = bytes(self._variants[""].full.body) if "" in self._variants else self._make()
            found = self._variants[encoding] = self._variant(plain, encoding)
        return found

    def _variant(self, plain: bytes, encoding: str) -> Variant:
        body = compressed(plain, encoding)
        self.etag = f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
        etag = etag_in(self.etag, encoding)
        headers = self._headers | {"etag": etag}
        unchanged = {name: value for name, value in headers.items() if name in (*WHERE_UNCHANGED, "etag")}
        if encoding and body is not plain:
            headers["content-encoding"] = encoding
        return Variant(etag, Pieces(body, headers=headers), Response(status_code=304, headers=unchanged))


def etag_in(etag: str, encoding: str) -> str:
    """The entity tag of an encoding, made of that of the plain bytes: each has its own."""
    return f'{etag[:-1]}-{encoding}"' if encoding else etag


def compressed(plain: bytes, encoding: str) -> bytes:
    """The bytes in an encoding; a few bytes, or without the library for it, as they are."""
    if not encoding or len(plain) < LEAST_COMPRESSED:
        return plain
    if encoding == "br":
        import brotli

        return bytes(brotli.compress(plain, quality=BROTLI))
    return gzipped(plain, GZIP)
