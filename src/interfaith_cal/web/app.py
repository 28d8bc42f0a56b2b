"""The feed server as an ASGI application: the site's tree from memory, and free combinations.

For a known feed it never answers with an empty body, with 410, 429 or 503: Thunderbird would drop or disable the
calendar. It sets no cookies, reads no address of its visitors, and its log holds no query, since that names religions.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.export import ics
from interfaith_cal.model import Rank
from interfaith_cal.web import answers, codes, query
from interfaith_cal.web.answers import Answer
from interfaith_cal.web.headers import DAY, FEED_KEPT, FIVE_MINUTES, SAFE, as_headers, kept
from interfaith_cal.web.pages.front import Visit
from interfaith_cal.web.pages.front import page as front_page
from interfaith_cal.web.query import QueryError, Selection
from interfaith_cal.web.request import Request, Scope, request
from interfaith_cal.web.resource import Resource, etag_in
from interfaith_cal.web.routes import FRONT, Front, feed_resource, files, fronts
from interfaith_cal.web.site import Contents
from interfaith_cal.web.store import Store

Made = TypeVar("Made")
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HEALTH = "health"
CODE = "qr.svg"
# What was made for a choice is kept up to this many bytes, and of how many more choices the entity tag is remembered.
MOST_BYTES = 64_000_000
MOST_TAGS = 4096
UNCHANGED = (("cache-control", FEED_KEPT), ("vary", "accept-encoding"), *SAFE)


class App:
    """The application for one site."""

    def __init__(
        self, contents: Contents, *, today: Callable[[], date] = date.today, log: Callable[[str], None] | None = None
    ) -> None:
        """Know the addresses of a site.

        Args:
            contents: what it shows.
            today: asked for the day of a visit.
            log: takes a line for each request; none is written if it is left out.
        """
        self.contents = contents
        self._today = today
        self._log = log
        self._folder = urlsplit(contents.site.base).path
        self._started_on = today()
        self._static = files(contents, self._started_on)
        self._fronts = fronts(contents)
        self._redirects = redirects()
        self._store = Store(MOST_BYTES)
        self._tags: OrderedDict[tuple[str, str], str] = OrderedDict()
        # One thread makes everything, one thing after the other; what is there already is answered meanwhile.
        self._worker = ThreadPoolExecutor(1, "make")
        self._warming: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection of the server: its life, or a request."""
        if scope["type"] == "http":
            await self._respond(scope, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._warming = asyncio.create_task(self._warm())
                await send({"type": "lifespan.startup.complete"})
            else:
                if self._warming:
                    self._warming.cancel()
                self._worker.shutdown(wait=False, cancel_futures=True)
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _warm(self) -> None:
        """Make every file before somebody asks for it; requests come in between."""
        for resource in self._static.values():
            await self._in_worker(resource.make, "")
        # All this stays until the end: the collector of garbage need not look through it again and again.
        gc.collect()
        gc.freeze()

    async def _respond(self, scope: Scope, send: Send) -> None:
        begun = time.perf_counter()
        method: str = scope["method"]
        try:
            answer = await self._answer(request(scope, self._folder))
        except Exception as error:
            print(f"interfaith-cal: {type(error).__name__} while answering: {error}", file=sys.stderr)  # noqa: T201
            answer = answers.problem(500, "Something went wrong here; it is noted.", "-")
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        body = b"" if method == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})
        if self._log:
            milliseconds = (time.perf_counter() - begun) * 1000
            named = method if method in answers.METHODS else "-"
            self._log(f"{named} {answer.place} {answer.status} {len(body)} {milliseconds:.1f}")

    async def _answer(self, asked: Request) -> Answer:
        if asked.method == "OPTIONS":
            return answers.options()
        if asked.method not in ("GET", "HEAD"):
            allowed = ("allow", ", ".join(answers.METHODS))
            return answers.problem(405, "Only GET and HEAD are answered here.", "-", allowed)
        resource = self._static.get(asked.path)
        if resource is not None:
            return await self._with(resource, asked)
        return await self._elsewhere(asked)

    async def _elsewhere(self, asked: Request) -> Answer:
        """What is not simply a file: folders, choices, old and misspelled addresses."""
        path = asked.path
        if path == HEALTH:
            return answers.alive(f"/{HEALTH}")
        front = self._fronts.get(path)
        if front is not None:
            return await self._front(front, asked)
        if path in (query.PATH, CODE):
            return await self._chosen(asked)
        folder = f"{path.removesuffix(FRONT).rstrip('/')}/".removeprefix("/")
        if folder in self._fronts or f"{folder}{FRONT}" in self._static:
            if folder == path:
                return await self._with(self._static[f"{folder}{FRONT}"], asked)
            return self._moved_to(folder, asked.query)
        return self._misspelled(asked)

    def _misspelled(self, asked: Request) -> Answer:
        """Old addresses, a slash at the end, a question mark written as %3F; or nothing."""
        name, _, rest = asked.path.partition("?")
        named = name.rstrip("/")
        goal = self._redirects.get(named, named)
        if goal != asked.path and (goal in self._static or goal == query.PATH):
            return self._moved_to(goal, rest or asked.query if goal == query.PATH else "")
        return answers.problem(404, "There is nothing at this address.", "-")

    def _moved_to(self, path: str, asked_query: str) -> Answer:
        return answers.moved(f"{self._folder}/{path}", asked_query)

    async def _front(self, front: Front, asked: Request) -> Answer:
        """A front page, with the choice made and today told."""
        try:
            chosen = query.read(asked.query, self.contents, Selection(rank=Rank.MAJOR, lang=front.lang))
            day = query.day(asked.query)
        except QueryError as error:
            return answers.problem(400, str(error), f"/{asked.path}")
        visit = Visit(chosen, self._today(), day)
        key = ("page", front.file, visit)
        resource = self._store.get(key)
        if resource is None:
            make = partial(front_page, self.contents, front.lang, front.year, front.file, visit)
            resource = Resource(".html", make, keep=kept(FIVE_MINUTES))
        return await self._with(resource, asked, key)

    async def _chosen(self, asked: Request) -> Answer:
        """A free combination, or the code of its page."""
        try:
            chosen = query.read(asked.query, self.contents)
        except QueryError as error:
            return answers.problem(414 if len(asked.query) > query.LONGEST else 400, str(error), f"/{asked.path}")
        key = (asked.path, chosen.query)
        resource = self._store.get(key)
        tag = self._tags.get(key)
        if tag is not None and resource is None:
            etag = etag_in(tag, asked.encoding)
            if asked.has(etag):
                return Answer(304, as_headers((("etag", etag), *UNCHANGED)), b"", f"/{asked.path}")
        own = query.own_address(chosen, self.contents) if asked.path == query.PATH else None
        if own:
            return await self._with(self._static[own.path], asked)
        if resource is None:
            resource = await self._in_worker(self._for_choice, asked.path, chosen)
        answer = await self._with(resource, asked, key)
        self._remember(key, resource)
        return answer

    def _for_choice(self, path: str, chosen: Selection) -> Resource:
        contents = self.contents
        if path == CODE:
            make = partial(codes.code, f"{contents.site.base}/{query.page(chosen)}")
            return Resource(".svg", make, keep=kept(DAY))
        feed = query.feed(chosen, contents)
        if feed.observances:
            make = partial(ics.to_ics, feed, contents.changes, contents.written)
        else:
            make = partial(ics.to_notice, feed, contents.changes, contents.site.first_day)
        return feed_resource(contents, feed, make, self._started_on)

    def _remember(self, key: tuple[str, str], resource: Resource) -> None:
        """Keep the entity tag of a choice: whoever has it is told so without making the feed again."""
        plain = resource.made("")
        if plain is not None:
            self._tags[key] = plain.etag
            self._tags.move_to_end(key)
            if len(self._tags) > MOST_TAGS:
                self._tags.popitem(last=False)

    async def _with(self, resource: Resource, asked: Request, key: Hashable | None = None) -> Answer:
        """The resource, or that it is unchanged, in the encoding that the client takes."""
        place, encoding = f"/{asked.path}", asked.encoding
        variant = resource.made(encoding)
        if variant is None:
            variant = await self._in_worker(resource.make, encoding)
            if key is not None:
                self._store.put(key, resource)
        if asked.has(variant.etag, resource.modified):
            return Answer(304, variant.unchanged, b"", place)
        return Answer(200, variant.full, variant.body, place)

    async def _in_worker(self, make: Callable[..., Made], *arguments: object) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._worker, copy_context().run, make, *arguments)
