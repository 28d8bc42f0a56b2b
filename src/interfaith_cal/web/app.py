"""The feed server as a Starlette application: the site's tree from memory, and free combinations.

For a known feed it never answers with an empty body, with 410, 429 or 503: Thunderbird would drop or disable the
calendar. It sets no cookies, reads no address of its visitors, and its log holds no query, since that names religions.
"""

from __future__ import annotations

import asyncio
import gc
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from http import HTTPStatus
from typing import TypeAlias
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.export import ics
from interfaith_cal.model import Rank
from interfaith_cal.web import atom, codes, query
from interfaith_cal.web.answers import METHODS, PLACE, Edge, Pieces, Problem, moved
from interfaith_cal.web.headers import DAY, FEED_KEPT, FIVE_MINUTES, FRONT, SAFE, TYPES, kept
from interfaith_cal.web.negotiation import asks_for_others, has, taken
from interfaith_cal.web.pages.front import Visit
from interfaith_cal.web.pages.front import page as front_page
from interfaith_cal.web.query import Choice, QueryError
from interfaith_cal.web.refusals import nothing_at, refusal
from interfaith_cal.web.resource import Resource, etag_in
from interfaith_cal.web.routes import Front, feed_resource, files, fronts
from interfaith_cal.web.site import Contents
from interfaith_cal.web.store import Store
from interfaith_cal.web.work import InLine, Line, Workshop

Key: TypeAlias = tuple[str, Hashable]

HEALTH, CODE = "health", "qr.svg"
# What was made for a choice is kept up to this many bytes, and of how many more choices the entity tag is remembered.
MOST_BYTES = 64_000_000
MOST_TAGS = 4096
# An answer to a choice has up to four million bytes: so many are made and sent at once, and so many may wait.
AT_ONCE = 16
MOST_WAITING = 500
SOON = "30"
UNCHANGED = {"vary": "accept-encoding", **dict(SAFE)}


class _Anything(PathConvertor):
    """A path with whatever is in it: Starlette's own stops before the end of a line."""

    regex = r"[\s\S]*"


register_url_convertor("anything", _Anything())


class App(Starlette):
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
        self._folder = urlsplit(contents.site.base).path
        self._started_on = today()
        self._static = files(contents, self._started_on)
        self._fronts = fronts(contents)
        self._coming = {atom.coming_path(lang): lang for lang in contents.site.languages}
        self._redirects = redirects()
        self._store = Store(MOST_BYTES)
        self._tags: OrderedDict[str, str] = OrderedDict()
        self._workshop = Workshop()
        self._line = Line(AT_ONCE, MOST_WAITING)
        routes = [
            Route(f"{folder}/{path}", answer)
            for folder in dict.fromkeys((self._folder, ""))
            for path, answer in (
                (HEALTH, _alive), (query.PATH, self._feed), (CODE, self._code), ("{path:anything}", self._file),
            )
        ]  # fmt: skip
        super().__init__(
            routes=routes,
            middleware=[Middleware(Edge, log=log)],
            exception_handlers={
                HTTPException: self._refused,
                QueryError: self._not_answered,
                Exception: _wrong,
            },
            lifespan=self._living,
        )

    async def _file(self, request: Request) -> Response:
        """A file of the tree, a front page, or the way to what is meant."""
        path: str = request.path_params["path"]
        if path in self._coming:
            return self._coming_days(self._coming[path], request)
        resource = self._static.get(path)
        if resource is not None:
            return await self._with(resource, request)
        front = self._fronts.get(path)
        if front is not None:
            return self._front(front, request)
        folder = f"{path.removesuffix(FRONT).rstrip('/')}/".removeprefix("/")
        if folder in self._fronts or f"{folder}{FRONT}" in self._static:
            if folder == path:
                return await self._with(self._static[f"{folder}{FRONT}"], request)
            return moved(request, f"{self._folder}/{folder}", _query(request))
        return self._misspelled(request, path)

    def _known(self, request: Request) -> str:
        """The query of a request whose address is one of ours, so that the log may name it."""
        request.scope[PLACE] = request.scope["path"].removeprefix(self._folder)
        return _query(request)

    def _misspelled(self, request: Request, path: str) -> Response:
        """Old addresses, a slash at the end, a question mark written as %3F; or nothing."""
        name, _, rest = path.partition("?")
        named = name.rstrip("/")
        goal = self._redirects.get(named, named)
        if goal != path and (goal in self._static or goal == query.PATH):
            asked = rest or _query(request) if goal == query.PATH else ""
            return moved(request, f"{self._folder}/{goal}", asked)
        raise HTTPException(404)

    def _front(self, front: Front, request: Request) -> Response:
        """A front page, with the choice made and today told."""
        asked = self._known(request)
        chosen = query.read(asked, self.contents, Choice(rank=Rank.MAJOR, lang=front.lang))
        visit = Visit(chosen, self._today(), query.question(asked))
        make = partial(front_page, self.contents, front.lang, front.year, front.file, visit)
        return self._made(request, (front.file, visit), lambda: Resource(".html", make, keep=kept(FIVE_MINUTES)))

    def _coming_days(self, lang: str, request: Request) -> Response:
        """What falls soon, as news; a file tells of all days that come."""
        self._known(request)
        today = self._today()
        make = partial(atom.coming, self.contents, lang, today)
        return self._made(request, (lang, today), lambda: Resource(".atom", make))

    def _code(self, request: Request) -> Response:
        """The code of the page on which a choice is made."""
        chosen = query.read(self._known(request), self.contents)
        make = partial(codes.code, f"{self.contents.site.base}/{query.page(chosen)}")
        return self._made(request, (CODE, chosen.query), lambda: Resource(".svg", make, keep=kept(DAY)))

    async def _feed(self, request: Request) -> Response:
        """A free combination; where it is that of a file, the file."""
        chosen = query.read(self._known(request), self.contents)
        own = query.own_address(chosen, self.contents)
        if own:
            return await self._with(self._static[own.path], request)
        tag = self._tags.get(chosen.query)
        etag = etag_in(tag, taken(request)) if tag else ""
        if tag and has(request, etag) and not asks_for_others(request, etag):
            return Response(status_code=304, headers={"etag": etag, "cache-control": FEED_KEPT, **UNCHANGED})
        key, combine = (query.PATH, chosen.query), partial(self._combined, chosen)
        return self._made(request, key, combine, partial(self._notice, chosen, request))

    def _combined(self, chosen: Choice) -> Resource:
        contents = self.contents
        feed, _ = query.feed(chosen, contents)
        if feed.observances:
            make = partial(ics.to_ics, feed, contents.changes, contents.written)
        else:
            make = partial(ics.to_notice, feed, contents.changes, contents.site.first_day)
        return feed_resource(contents, feed, make, self._started_on)

    def _notice(self, chosen: Choice, request: Request) -> Response:
        """Where too many ask at once: whoever has the feed keeps it, others are told by an event to come again."""
        soon = {"cache-control": kept(FIVE_MINUTES), **UNCHANGED}
        if {"if-none-match", "if-modified-since"} & {*request.headers}:
            return Response(status_code=304, headers=soon)
        feed = query.named(chosen, self.contents)
        said = ics.to_notice(feed, self.contents.changes, self._today(), "feed-busy")
        return Pieces(said, headers=soon | {"content-type": TYPES[".ics"], "access-control-allow-origin": "*"})

    def _made(
        self, request: Request, key: Key, resource: Callable[[], Resource], busy: Callable[[], Response] | None = None
    ) -> Response:
        """Something made for a choice, when its turn comes; `busy` is answered where too many wait for theirs."""
        encoding = taken(request)

        async def made() -> Response:
            held = self._store.get(key)
            if held is None or held.made(encoding) is None:
                held = await self._workshop.make((key, encoding), partial(_in_encoding, held, resource, encoding))
                self._store.put(key, held)
                self._remember(key, held)
            return await self._with(held, request)

        def full() -> Response:
            held = self._store.get(key)
            variant = held.made(encoding) if held else None
            if variant:
                return variant.full
            return busy() if busy else Problem(503, "So many ask at once; come again soon.", {"retry-after": SOON})

        return InLine(self._line, made, full)

    def _remember(self, key: Key, resource: Resource) -> None:
        """Keep the entity tag of a choice: whoever has it is told so without making the feed again."""
        path, asked = key
        if path == query.PATH and isinstance(asked, str):
            self._tags[asked] = resource.etag
            self._tags.move_to_end(asked)
            if len(self._tags) > MOST_TAGS:
                self._tags.popitem(last=False)

    async def _with(self, resource: Resource, request: Request) -> Response:
        """The resource, or that it is unchanged, in the encoding that the client takes."""
        self._known(request)
        encoding = taken(request)
        variant = resource.made(encoding)
        if variant is None:
            variant = await self._workshop.make((resource, encoding), partial(resource.make, encoding))
        if asks_for_others(request, variant.etag):
            return Problem(412, "What is at this address has another entity tag by now.")
        return variant.unchanged if has(request, variant.etag, resource.modified) else variant.full

    def _refused(self, request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return Problem(405, "Only GET and HEAD are answered here.", {"allow": ", ".join(METHODS)})
        path = request.scope["path"].removeprefix(self._folder).removeprefix("/")
        return refusal(self.contents, path, 404, nothing_at(self.contents, path))

    def _not_answered(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, QueryError)
        path = request.scope["path"].removeprefix(self._folder).removeprefix("/")
        too_long = len(_query(request)) > query.LONGEST
        return refusal(self.contents, path, 414 if too_long else 400, error.said)

    @asynccontextmanager
    async def _living(self, _: Starlette) -> AsyncIterator[None]:
        """While it lives every file is made before somebody asks for it; requests come in between."""
        warming = asyncio.create_task(self._warm())
        yield
        warming.cancel()
        self._workshop.close()

    async def _warm(self) -> None:
        for resource in self._static.values():
            await self._workshop.make((resource, ""), partial(resource.make, ""))
        # All this stays until the end: the collector of garbage need not look through it again and again.
        gc.collect()
        gc.freeze()


def _in_encoding(held: Resource | None, resource: Callable[[], Resource], encoding: str) -> Resource:
    found = held or resource()
    found.make(encoding)
    return found


def _query(request: Request) -> str:
    asked: bytes = request.scope["query_string"]
    return asked.decode("latin-1")


async def _alive(request: Request) -> Response:
    request.scope[PLACE] = f"/{HEALTH}"
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store", **dict(SAFE)})


def _wrong(*_: object) -> Response:
    return Problem(500, "Something went wrong here; it is noted.")
