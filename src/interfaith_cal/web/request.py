"""A request, and what its headers ask for."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from datetime import datetime
from typing import Any, NamedTuple

from interfaith_cal.web import negotiation

Scope = MutableMapping[str, Any]


class Request(NamedTuple):
    """A request of ASGI as far as it matters here: its path without a slash in front, and its query as it came."""

    method: str
    path: str
    query: str
    headers: Mapping[bytes, bytes]

    @property
    def encoding(self) -> str:
        """The encoding that the client takes: "br", "gzip", or "" for the bytes as they are."""
        accepted = self._header(b"accept-encoding")
        return negotiation.encoding(accepted) if accepted else ""

    def has(self, etag: str, modified: datetime | None = None) -> bool:
        """Whether the client has the bytes with an entity tag, or else anything since they were last modified."""
        known = self._header(b"if-none-match")
        if known is not None:
            return negotiation.is_known(etag, known)
        since = self._header(b"if-modified-since")
        return bool(since and modified and negotiation.is_unchanged(modified, since))

    def _header(self, name: bytes) -> str | None:
        value = self.headers.get(name)
        return None if value is None else value.decode("latin-1")


def request(scope: Scope, folder: str) -> Request:
    """The request of a connection to a site that may stand in a folder of its host ("/kalender")."""
    path: str = scope["path"]
    if folder and (path == folder or path.startswith(f"{folder}/")):
        path = path[len(folder) :]
    query = scope["query_string"].decode("latin-1")
    return Request(scope["method"], path.removeprefix("/"), query, dict(scope["headers"]))
