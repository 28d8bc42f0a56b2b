"""What a server answers with: bytes that are made once, their encodings, and the headers that belong to them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from interfaith_cal.web import negotiation
from interfaith_cal.web.compression import LEAST_COMPRESSED, gzipped
from interfaith_cal.web.headers import HOUR, NOTHING_ELSE, POLICIES, SAFE, TYPES, Headers, as_headers, kept

# What a client is told once more where nothing changed (RFC 9110, 15.4.5); every header costs time and bytes.
WHERE_UNCHANGED = (b"cache-control", b"content-location", b"vary", b"access-control-allow-origin")
# Of what is made on demand; a file for years deserves more, see publish.py.
BROTLI, GZIP = 5, 6


class Variant(NamedTuple):
    """A resource in one encoding: its entity tag, its bytes, and its headers with and without them."""

    etag: str
    body: bytes
    full: Headers
    unchanged: Headers


class Resource:
    """Something with an address. Nothing is made before it is asked for, and everything only once."""

    def __init__(
        self,
        suffix: str,
        make: Callable[[], bytes],
        modified: datetime | None = None,
        *,
        keep: str = kept(HOUR),
        also: Iterable[tuple[str, str]] = (),
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
        self._suffix = suffix
        self._make = make
        self._variants: dict[str, Variant] = {}
        shared = (
            ("cache-control", keep),
            *((("last-modified", negotiation.http_date(modified)),) if modified else ()),
            ("vary", "accept-encoding"),
            *SAFE,
            ("content-security-policy", POLICIES.get(suffix, NOTHING_ELSE)),
            *((("access-control-allow-origin", "*"),) if suffix in (".ics", ".json", ".csv") else ()),
            *also,
        )
        self._shared = as_headers(shared)

    @property
    def size(self) -> int:
        """How many bytes are held, in all encodings made so far."""
        return sum(len(variant.body) for variant in self._variants.values())

    def made(self, encoding: str) -> Variant | None:
        """The resource in an encoding, if that has been made."""
        return self._variants.get(encoding)

    def make(self, encoding: str) -> Variant:
        """The resource in an encoding."""
        found = self._variants.get(encoding)
        if found is None:
            plain = self._variants[""].body if "" in self._variants else self._make()
            found = self._variants[encoding] = self._variant(plain, encoding)
        return found

    def _variant(self, plain: bytes, encoding: str) -> Variant:
        body = compressed(plain, encoding)
        etag = etag_in(f'"{hashlib.sha256(plain).hexdigest()[:32]}"', encoding)
        tag = (b"etag", etag.encode())
        unchanged = [*(pair for pair in self._shared if pair[0] in WHERE_UNCHANGED), tag]
        full = [
            *self._shared,
            tag,
            (b"content-type", TYPES[self._suffix].encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        if encoding and body is not plain:
            full.append((b"content-encoding", encoding.encode()))
        return Variant(etag, body, full, unchanged)


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
