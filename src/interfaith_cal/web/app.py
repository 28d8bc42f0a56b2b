"""The feed server as an ASGI application: the site's tree from memory, and free combinations.

For a known feed it never answers with an empty body, with 410, 429 or 503: Thunderbird would drop or disable the
calendar. It sets no cookies, reads no address of its visitors, and its log holds no query, since that names religions.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.export import ics
from interfaith_cal.export.ics import Feed
from interfaith_cal.model import Rank
from interfaith_cal.web import codes, feeds, negotiation, pages, query
from interfaith_cal.web.query import QueryError, Selection
from interfaith_cal.web.resource import DAY, NOTHING_ELSE, SAFE, TYPES, Headers, Resource, as_headers
from interfaith_cal.web.site import SCHOOL_YEAR_BEGINS, Contents
from interfaith_cal.web.tree import tree

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

ALLOWED = "GET, HEAD, OPTIONS"
HEALTH = "health"
CODE = "qr.svg"
FRONT = "index.html"
# What was made for a choice is kept up to this many bytes, and of how many more choices the entity tag is remembered.
MOST_BYTES = 64_000_000
MOST_TAGS = 4096
FIVE_MINUTES = 300
KEPT = (("cache-control", f"public, max-age={DAY}, stale-while-revalidate=604800"), ("vary", "accept-encoding"))
TITLES = {
    400: "The choice cannot be answered",
    404: "Not found",
    405: "Method not allowed",
    414: "The query is too long",
    500: "An error of ours",
}


ALIVE = b'{"status":"ok"}\n'
WELL = as_headers(
    (
        ("cache-control", "no-store"),
        ("content-type", TYPES[".json"]),
        ("content-length", str(len(ALIVE))),
        *SAFE,
    )
)


class Answer(NamedTuple):
    """A status, its headers, and the bytes; `place` is what the log says of the address."""

    status: int
    headers: Headers
    body: bytes
    place: str


class Store:
    """Resources made for choices, up to a number of bytes; those used last stay."""

    def __init__(self, most_bytes: int) -> None:
        """Hold at most so many bytes."""
        self._most = most_bytes
        self._bytes = 0
        self._held: OrderedDict[Hashable, tuple[Resource, int]] = OrderedDict()

    def get(self, key: Hashable) -> Resource | None:
        """What is held under a key."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, resource: Resource) -> None:
        """Hold a resource at its present size, and let go of those not used for longest."""
        _, before = self._held.pop(key, (resource, 0))
        self._held[key] = resource, resource.size
        self._bytes += resource.size - before
        while self._bytes > self._most and len(self._held) > 1:
            _, (_, size) = self._held.popitem(last=False)
            self._bytes -= size


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
        self._prefix = urlsplit(contents.site.base).path
        self._rolled = _rolled(contents, today())
        self._static = _resources(contents, self._rolled)
        self._fronts = _fronts(contents)
        self._moved = redirects()
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
            await self._made(resource, "")
        # All this stays until the end: the collector of garbage need not look through it again and again.
        gc.collect()
        gc.freeze()

    async def _respond(self, scope: Scope, send: Send) -> None:
        begun = time.perf_counter()
        method: str = scope["method"]
        try:
            answer = await self._answer(method, scope)
        except Exception as error:
            print(f"interfaith-cal: {type(error).__name__} while answering: {error}", file=sys.stderr)  # noqa: T201
            answer = _problem(500, "Something went wrong here; it is noted.", "-")
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        body = b"" if method == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})
        if self._log:
            milliseconds = (time.perf_counter() - begun) * 1000
            self._log(
                f"{method if method in ALLOWED else '-'} {answer.place} {answer.status} {len(body)} {milliseconds:.1f}"
            )

    async def _answer(self, method: str, scope: Scope) -> Answer:
        path: str = scope["path"]
        if self._prefix and (path == self._prefix or path.startswith(f"{self._prefix}/")):
            path = path[len(self._prefix) :]
        path = path.removeprefix("/")
        if method == "OPTIONS":
            return Answer(204, _options(), b"", "/")
        if method not in ("GET", "HEAD"):
            return _problem(405, "Only GET and HEAD are answered here.", "-", [("allow", ALLOWED)])
        resource = self._static.get(path)
        if resource is not None:
            return await self._with(resource, scope, f"/{path}")
        return await self._elsewhere(path, scope)

    async def _elsewhere(self, path: str, scope: Scope) -> Answer:
        """What is not simply a file: folders, choices, old and misspelled addresses."""
        asked = scope["query_string"].decode("latin-1")
        if path == HEALTH:
            return Answer(200, WELL, ALIVE, f"/{HEALTH}")
        front = self._fronts.get(path)
        if front is not None:
            return await self._front(path, front, asked, scope)
        if path in (query.PATH, CODE):
            return await self._chosen(path, asked, scope)
        folder = f"{path.removesuffix(FRONT).rstrip('/')}/".removeprefix("/")
        if folder in self._fronts or f"{folder}{FRONT}" in self._static:
            if folder == path:
                return await self._with(self._static[f"{folder}{FRONT}"], scope, f"/{path}")
            return self._sent_to(folder, asked)
        return self._misspelled(path, asked)

    def _misspelled(self, path: str, asked: str) -> Answer:
        """Old addresses, a slash at the end, a question mark written as %3F; or nothing."""
        name, _, rest = path.partition("?")
        named = name.rstrip("/")
        goal = self._moved.get(named, named)
        if goal != path and (goal in self._static or goal == query.PATH):
            return self._sent_to(goal, rest or asked if goal == query.PATH else "")
        return _problem(404, "There is nothing at this address.", "-")

    async def _front(self, path: str, front: tuple[str, int | None, str], asked: str, scope: Scope) -> Answer:
        """A front page, with the choice made and today told."""
        lang, year, file = front
        try:
            chosen = query.read(asked, self.contents, Selection(rank=Rank.MAJOR, lang=lang))
            day = query.day(asked)
        except QueryError as error:
            return _problem(400, str(error), f"/{path}")
        visit = pages.Visit(chosen, self._today(), day)
        key = ("page", file, visit)
        resource = self._store.get(key)
        if resource is None:
            make = partial(pages.front, self.contents, lang, year, file, visit)
            resource = Resource(".html", make, max_age=FIVE_MINUTES)
        return await self._with(resource, scope, f"/{path}", key)

    async def _chosen(self, path: str, asked: str, scope: Scope) -> Answer:
        """A free combination, or the code of its page."""
        try:
            chosen = query.read(asked, self.contents)
        except QueryError as error:
            return _problem(414 if len(asked) > query.LONGEST else 400, str(error), f"/{path}")
        key = (path, chosen.query)
        tag = self._tags.get(key)
        if tag is not None and self._store.get(key) is None:
            unchanged = _unchanged(scope, tag)
            if unchanged:
                return Answer(304, as_headers((("etag", unchanged), *KEPT, *SAFE)), b"", f"/{path}")
        own = query.own_address(chosen, self.contents) if path == query.PATH else None
        if own:
            return await self._with(self._static[own.path], scope, f"/{path}")
        resource = self._store.get(key)
        if resource is None:
            resource = await asyncio.get_running_loop().run_in_executor(self._worker, self._for_choice, path, chosen)
        answer = await self._with(resource, scope, f"/{path}", key)
        self._remember(key, resource)
        return answer

    def _for_choice(self, path: str, chosen: Selection) -> Resource:
        contents = self.contents
        if path == CODE:
            make = partial(codes.code, f"{contents.site.base}/{query.page(chosen)}")
            return Resource(".svg", make, max_age=DAY)
        feed = query.feed(chosen, contents)
        modified = max(self._rolled, ics.last_modified(feed, contents.changes))
        if feed.observances:
            make = partial(ics.to_ics, feed, contents.changes, contents.written)
        else:
            make = partial(ics.to_notice, feed, contents.changes, contents.site.first_day)
        return Resource(".ics", make, modified, max_age=DAY, also=_of_feed(feed))

    def _remember(self, key: tuple[str, str], resource: Resource) -> None:
        plain = resource.made("")
        if plain is not None:
            self._tags[key] = plain.etag
            self._tags.move_to_end(key)
            if len(self._tags) > MOST_TAGS:
                self._tags.popitem(last=False)

    async def _with(self, resource: Resource, scope: Scope, place: str, key: Hashable | None = None) -> Answer:
        """The resource, or that it is unchanged, in the encoding that the client takes."""
        wanted: Mapping[bytes, bytes] = dict(scope["headers"])
        accepted = wanted.get(b"accept-encoding")
        encoding = negotiation.encoding(accepted.decode("latin-1")) if accepted else ""
        variant = resource.made(encoding)
        if variant is None:
            variant = await self._made(resource, encoding)
            if key is not None:
                self._store.put(key, resource)
        known, since = wanted.get(b"if-none-match"), wanted.get(b"if-modified-since")
        if known is not None:
            if negotiation.is_known(variant.etag, known.decode("latin-1")):
                return Answer(304, variant.unchanged, b"", place)
        elif since and resource.modified and negotiation.is_unchanged(resource.modified, since.decode("latin-1")):
            return Answer(304, variant.unchanged, b"", place)
        return Answer(200, variant.full, variant.body, place)

    async def _made(self, resource: Resource, encoding: str) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._worker, resource.make, encoding)

    def _sent_to(self, path: str, asked: str = "") -> Answer:
        to = f"{self._prefix}/{path}" + (f"?{quote(asked, safe='=&,:%+-._~')}" if asked else "")
        headers = as_headers(
            (
                ("location", to),
                ("cache-control", f"public, max-age={DAY}"),
                ("content-length", "0"),
                *SAFE,
            )
        )
        return Answer(301, headers, b"", "(moved)")


def _unchanged(scope: Scope, tag: str) -> str:
    """The entity tag in the encoding that a client takes, if that is what it has; else ""."""
    wanted: Mapping[bytes, bytes] = dict(scope["headers"])
    encoding = negotiation.encoding(wanted.get(b"accept-encoding", b"").decode("latin-1"))
    own = f'{tag[:-1]}-{encoding}"' if encoding else tag
    known = wanted.get(b"if-none-match")
    return own if known is not None and negotiation.is_known(own, known.decode("latin-1")) else ""


def _rolled(contents: Contents, today: date) -> datetime:
    """When the feeds took in their newest year and let go of their oldest: on 1 August; if that is ahead, never yet."""
    rolled = date(contents.site.first_year, SCHOOL_YEAR_BEGINS, 1)
    return datetime.combine(rolled, datetime.min.time(), UTC) if rolled <= today else contents.changes.published


def _resources(contents: Contents, rolled: datetime) -> dict[str, Resource]:
    """The files of the tree that people and programs ask for; settings of web servers are none of them."""
    files = tree(contents)
    found: dict[str, Resource] = {}
    for lang in contents.site.languages:
        for address in feeds.addresses(contents, lang):
            feed, path = feeds.feed(contents, address), address.path
            modified = max(rolled, ics.last_modified(feed, contents.changes))
            found[path] = Resource(".ics", files[path], modified, max_age=DAY, also=_of_feed(feed, path))
    fronts = {file for _, _, file in _fronts(contents).values()}
    for path, make in files.items():
        suffix = PurePosixPath(path).suffix
        if suffix in TYPES and suffix != ".ics" and path not in fronts:
            found[path] = Resource(suffix, make)
    return found


def _of_feed(feed: Feed, path: str = "") -> tuple[tuple[str, str], ...]:
    """The headers of a feed: its one address, and the name under which a program may keep it."""
    own = feed.links.feed if feed.links else ""
    name = PurePosixPath(path).name or feeds.file_name(feed)
    return (
        ("link", f'<{own}>; rel="canonical"'),
        ("content-location", own),
        ("content-disposition", f'inline; filename="{name}"'),
    )


def _fronts(contents: Contents) -> dict[str, tuple[str, int | None, str]]:
    """The addresses of front pages: language, year (None for the running one), and file."""
    site = contents.site
    found: dict[str, tuple[str, int | None, str]] = {"": (site.languages[0], None, FRONT)}
    for lang in site.languages:
        found[f"{lang}/"] = (lang, None, f"{lang}/{FRONT}")
        for year in contents.years:
            found[f"{lang}/{year}/"] = (lang, year, f"{lang}/{year}/{FRONT}")
    return found


def _options() -> Headers:
    return as_headers(
        (
            ("allow", ALLOWED),
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "GET, HEAD"),
            ("access-control-max-age", str(DAY)),
            *SAFE,
        )
    )


def _problem(status: int, detail: str, place: str, also: list[tuple[str, str]] | None = None) -> Answer:
    """What went wrong as a problem document (RFC 9457); it does not repeat what was asked."""
    body = (
        json.dumps({"title": TITLES[status], "status": status, "detail": detail}, ensure_ascii=False).encode() + b"\n"
    )
    headers = as_headers(
        (
            ("content-type", "application/problem+json"),
            ("content-length", str(len(body))),
            ("cache-control", "no-store"),
            ("content-security-policy", NOTHING_ELSE),
            ("access-control-allow-origin", "*"),
            *SAFE,
            *(also or ()),
        )
    )
    return Answer(status, headers, body, place)
