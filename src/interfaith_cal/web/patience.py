"""How long a connection may say nothing or read nothing, before it is ended and its memory is free again."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from interfaith_cal.web.work import CROWDED

SILENCE = 20
UNREAD = 10
# How soon it ends for who holds a place that others wait for.
HURRY = 2


class Patience(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """The protocol of uvicorn, which by itself waits for ever for a first request and for a reader."""

    _asked: Any = None
    _silence: asyncio.TimerHandle
    _unread: asyncio.TimerHandle | None = None
    _paused = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin to count."""
        super().connection_made(transport)
        self._silence = self.loop.call_later(SILENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count no more."""
        self._silence.cancel()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not read as fast as it is answered: from now on it has so many seconds for the next piece."""
        super().pause_writing()
        self._paused = self.loop.time()
        self._unread = self.loop.call_later(min(HURRY, UNREAD), self._hurry)

    def resume_writing(self) -> None:
        """The client has read."""
        super().resume_writing()
        if self._unread:
            self._unread.cancel()

    def _hurry(self) -> None:
        crowded = self.cycle is not None and self.cycle.scope.get(CROWDED)
        left = self._paused + UNREAD - self.loop.time()
        if (crowded and crowded()) or left <= 0:
            self.transport.abort()
        else:
            self._unread = self.loop.call_later(min(HURRY, left), self._hurry)

    def _look(self) -> None:
        """End the connection if since the last look no request came and none is being answered."""
        if self.cycle is self._asked and (self.cycle is None or self.cycle.response_complete):
            self.transport.abort()
            return
        self._asked = self.cycle
        self._silence = self.loop.call_later(SILENCE, self._look)
