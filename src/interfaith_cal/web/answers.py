"""Answers that are no resources: problems, redirects, whether the server is alive, and which methods it takes."""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import quote

from interfaith_cal.web.headers import DAY, NOTHING_ELSE, SAFE, TYPES, Headers, as_headers, kept

METHODS = ("GET", "HEAD", "OPTIONS")
TITLES = {
    400: "The choice cannot be answered",
    404: "Not found",
    405: "Method not allowed",
    414: "The query is too long",
    500: "An error of ours",
}


class Answer(NamedTuple):
    """A status, its headers, and the bytes; `place` is what the log says of the address."""

    status: int
    headers: Headers
    body: bytes
    place: str


def alive(place: str) -> Answer:
    """That the server is well, for whoever watches over it."""
    return Answer(200, WELL, ALIVE, place)


def options() -> Answer:
    """Which methods are answered, and that pages of others may ask too."""
    headers = (
        ("allow", ", ".join(METHODS)),
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "GET, HEAD"),
        ("access-control-max-age", str(DAY)),
        *SAFE,
    )
    return Answer(204, as_headers(headers), b"", "/")


def moved(path: str, query: str) -> Answer:
    """That the address is another one now, for good."""
    to = path + (f"?{quote(query, safe='=&,:%+-._~')}" if query else "")
    headers = (("location", to), ("cache-control", kept(DAY)), ("content-length", "0"), *SAFE)
    return Answer(301, as_headers(headers), b"", "(moved)")


def problem(status: int, detail: str, place: str, *also: tuple[str, str]) -> Answer:
    """What went wrong as a problem document (RFC 9457), which does not repeat what was asked; `also` are headers."""
    said = json.dumps({"title": TITLES[status], "status": status, "detail": detail}, ensure_ascii=False)
    body = f"{said}\n".encode()
    headers = (
        ("content-type", "application/problem+json"),
        ("content-length", str(len(body))),
        ("cache-control", "no-store"),
        ("content-security-policy", NOTHING_ELSE),
        ("access-control-allow-origin", "*"),
        *SAFE,
        *also,
    )
    return Answer(status, as_headers(headers), body, place)


ALIVE = b'{"status":"ok"}\n'
WELL = as_headers(
    (
        ("cache-control", "no-store"),
        ("content-type", TYPES[".json"]),
        ("content-length", str(len(ALIVE))),
        *SAFE,
    )
)
