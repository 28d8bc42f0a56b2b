"""Making things for those who ask: equal things once, few at a time, and nothing for somebody who has hung up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import copy_context
from typing import Any, TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

Made = TypeVar("Made")
CROWDED = "interfaith_cal.crowded"
"""In the scope of a request that holds a place: asks whether others wait for one."""


class FullError(Exception):
    """So many wait already that whoever comes now is told so."""


class Workshop:
    """One thread that makes one thing after the other; what is there already is answered meanwhile."""

    def __init__(self) -> None:
        """Start with nothing to do."""
        self._thread = ThreadPoolExecutor(1, "make")
        self._jobs: dict[Hashable, asyncio.Future[Any]] = {}
        self._waiting: dict[Hashable, int] = {}

    async def make(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is made under a key, once for all who ask meanwhile; it is not begun if all of them have gone."""
        job = self._jobs.get(key)
        if job is None:
            loop = asyncio.get_running_loop()
            job = self._jobs[key] = loop.run_in_executor(self._thread, copy_context().run, make)
            job.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._waiting[key] = self._waiting.get(key, 0) + 1
        try:
            found: Made = await asyncio.shield(job)
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._jobs[key], self._waiting[key]
                job.cancel()
        return found

    def close(self) -> None:
        """Begin nothing any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


class Line:
    """Places for those whose answer has to be made and sent: so much memory is needed, and no more."""

    def __init__(self, places: int, longest: int) -> None:
        """Serve so many at once, and let so many wait."""
        self._places = asyncio.Semaphore(places)
        self._longest = longest
        self._waiting = 0

    def is_crowded(self) -> bool:
        """Whether anybody waits."""
        return self._waiting > 0

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place.

        Raises:
            FullError: too many wait for one.
        """
        if self._places.locked() and self._waiting >= self._longest:
            raise FullError
        self._waiting += 1
        try:
            await self._places.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._places.release()


class InLine(Response):
    """An answer that has to be made: it waits for its place, and ends when its client hangs up."""

    def __init__(
        self, line: Line, make: Callable[[], Coroutine[Any, Any, Response]], full: Callable[[], Response]
    ) -> None:
        """Know what makes it, and what is answered where the line is too long."""
        super().__init__()
        self._line = line
        self._make = make
        self._full = full

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, make and send it."""

        async def respond() -> None:
            async with self._line.place():
                scope[CROWDED] = self._line.is_crowded
                answer = await self._make()
                await answer(scope, receive, send)

        try:
            await _unless_gone(receive, respond())
        except FullError:
            await self._full()(scope, receive, send)


async def _unless_gone(receive: Receive, work: Coroutine[Any, Any, None]) -> None:
    """Do some work; it is given up when the client hangs up."""
    task, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
    finally:
        task.cancel()
        gone.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
