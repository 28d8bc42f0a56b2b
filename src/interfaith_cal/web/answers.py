"""Answers of the server: bytes piece by piece, problems, redirects, which methods it takes, and a line in the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interfaith_cal.web.headers import DAY, NOTHING_ELSE, SAFE, kept

PIECE = 65_536
# What a log says where the client hung up before it was answered.
GONE = 499
METHODS = ("GET", "HEAD", "OPTIONS")
TITLES = {
    400: "The choice cannot be answered",
    404: "Not found",
    405: "Method not allowed",
    412: "Not the bytes that were asked for",
    414: "The query is too long",
    500: "An error of ours",
    503: "Too many ask at once",
}
PLACE = "interfaith_cal.place"
"""In the scope of a request: what the log says of its address, which otherwise says nothing of it."""


class Pieces(Response):
    """Bytes, handed on as fast as they are read: what waits for a slow reader is one piece and not a copy of all."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = b"" if scope["method"] == "HEAD" else bytes(self.body)
        for begin in range(0, len(body) or 1, PIECE):
            piece, more = body[begin : begin + PIECE], begin + PIECE < len(body)
            await send({"type": "http.response.body", "body": piece, "more_body": more})


class Problem(JSONResponse):
    """What went wrong as a problem document (RFC 9457)."""

    media_type = "application/problem+json"

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        """Say it."""
        said = {
            "cache-control": "no-store",
            "content-security-policy": NOTHING_ELSE,
            "access-control-allow-origin": "*",
            **dict(SAFE),
            **(headers or {}),
        }
        super().__init__({"title": TITLES[status], "status": status, "detail": detail}, status, said)


def moved(request: Request, path: str, query: str) -> Response:
    """That the address is another one now, for good."""
    request.scope[PLACE] = "(moved)"
    to = path + (f"?{quote(query, safe='=&,:%+-._~')}" if query else "")
    return Response(status_code=301, headers={"location": to, "cache-control": kept(DAY), **dict(SAFE)})


class Edge:
    """What holds for every request: OPTIONS is answered, and the log has a line that names no query."""

    def __init__(self, app: ASGIApp, log: Callable[[str], None] | None) -> None:
        """Stand before an application."""
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, sent = time.perf_counter(), GONE, 0

        async def told(message: Message) -> None:
            nonlocal status, sent
            status = message.get("status", status)
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await (_options if scope["method"] == "OPTIONS" else self._app)(scope, receive, told)
        except Exception:
            status = 500
            raise
        finally:
            if self._log:
                milliseconds = (time.perf_counter() - begun) * 1000
                method = scope["method"] if scope["method"] in METHODS else "-"
                self._log(f"{method} {scope.get(PLACE, '-')} {status} {sent} {milliseconds:.1f}")


_options = Response(
    status_code=204,
    headers={
        "allow": ", ".join(METHODS),
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD",
        "access-control-max-age": str(DAY),
        **dict(SAFE),
    },
)
