"""Running the feed server: a socket, uvicorn, a log line for each request, and a clean end."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime

from interfaith_cal.errors import InterfaithCalError, MissingExtraError
from interfaith_cal.web.site import Contents

FLUSHED_EVERY = 1.0
GRACE = 5
HIGHEST_PORT = 65_535


class PortError(InterfaithCalError, OSError):
    """A host and port at which one cannot listen."""


class Log:
    """One line a request, written once a second; the time is read as seldom."""

    def __init__(self, descriptor: int) -> None:
        """Write to an open file, past the buffers of Python, which would keep what cannot be written."""
        self._descriptor = descriptor
        self._lines: list[str] = []

    def __call__(self, line: str) -> None:
        """Take a line."""
        if not self._lines:
            asyncio.get_running_loop().call_later(FLUSHED_EVERY, self.flush)
        self._lines.append(line)

    def flush(self) -> None:
        """Write what is there; if nobody reads it, or its disk is full, feeds are answered all the same."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        written = "".join(f"{now} {line}\n" for line in self._lines).encode()
        self._lines.clear()
        with suppress(OSError):
            while written:
                written = written[os.write(self._descriptor, written) :]


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any that is free.

    Raises:
        PortError: the port is in use or not allowed, or the host is none of this machine.
    """
    if not 0 <= port <= HIGHEST_PORT:
        raise PortError(f"cannot listen at port {port}; ports go from 0 to {HIGHEST_PORT}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except socket.gaierror as error:
        raise PortError(f"cannot listen at {host} ({error.strerror}); give an address of this machine.") from error
    except OSError as error:
        # Python's own words for the reason repeat the address.
        reason = os.strerror(error.errno or 0)
        raise PortError(f"cannot listen at {host}, port {port} ({reason}); choose another with --port.") from error


def run(contents: Contents, listener: socket.socket) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish those that are under way.

    Raises:
        MissingExtraError: uvicorn or Starlette is not installed.
    """
    try:
        import uvicorn

        from interfaith_cal.web.app import App
        from interfaith_cal.web.patience import Patience
    except ImportError as error:
        raise MissingExtraError("the server needs", (error.name or "").partition(".")[0], extra="serve") from None
    log = Log(sys.stdout.fileno())
    config = uvicorn.Config(
        App(contents, log=log),
        http=Patience,
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
    )
    # uvicorn raises the signal that ended it once more; a stop that was asked for is no failure.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    uvicorn.Server(config).run(sockets=[listener])
    log.flush()
