"""Nothing is made for nobody, equal things are made once, and who neither asks nor reads is let go of."""

from __future__ import annotations

import asyncio
import itertools
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from icalendar import Calendar
from starlette.responses import Response

from interfaith_cal.export import ics
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.web import patience
from interfaith_cal.web.answers import Pieces
from interfaith_cal.web.app import App
from interfaith_cal.web.patience import Patience
from interfaith_cal.web.work import Line
from tests.feeds.lint import problems
from tests.web.conftest import Server, ask, gathered
from tests.web.test_serve import asked

Address = tuple[str, int]
CHOICES = [f"c={','.join(some)}&rank=minor&lang=de" for some in itertools.combinations(PRINT_ORDER, 5)]


@pytest.fixture(scope="module")
def app() -> App:
    return App(gathered("http://x.org", combinations=True))


def test_nobody_waits_for_what_two_hundred_asked_for_and_left(server: Server) -> None:
    place = urlsplit(server.base).netloc.split(":")
    lines = [socket.create_connection(place) for _ in range(200)]  # type: ignore[arg-type]
    for line, choice in zip(lines, CHOICES, strict=False):
        line.sendall(f"GET /feed.ics?{choice} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    for line in lines:
        line.close()
    begun = time.monotonic()
    assert ask(f"{server.base}/feed.ics?{CHOICES[-1]}").status == 200
    assert time.monotonic() - begun < 3


def test_equal_choices_are_made_once(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    write = ics.to_ics

    def counted(feed: ics.Feed, *rest: Any) -> bytes:
        made.append(feed.group)
        return write(feed, *rest)

    monkeypatch.setattr(ics, "to_ics", counted)

    async def together() -> list[bytes]:
        words = ("c=sikh,hindu&lang=en", "c=hindu,sikh&lang=en", "lang=en&c=hindu&c=sikh")
        return await asyncio.gather(*(_body(app, words[number % 3]) for number in range(12)))

    bodies = asyncio.run(together())
    assert len(set(bodies)) == 1
    assert made == ["choice"]


async def _body(app: App, query_string: str) -> bytes:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": "/feed.ics", "query_string": query_string.encode(), "headers": [],
    }  # fmt: skip
    await app(scope, lambda: asyncio.Event().wait(), send)  # type: ignore[arg-type, return-value]
    return b"".join(message.get("body", b"") for message in sent)


def test_where_too_many_wait_a_feed_is_kept_or_says_so(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    known = asked(app, "/feed.ics", CHOICES[0])
    monkeypatch.setattr(app, "_line", Line(0, 0))
    assert asked(app, "/feed.ics", CHOICES[0]).body == known.body
    assert asked(app, "/feeds/de/judentum.ics", "").status == 200
    for header in ((b"if-none-match", b'"any"'), (b"if-modified-since", b"Mon, 01 Jan 2001 00:00:00 GMT")):
        kept = asked(app, "/feed.ics", CHOICES[1], "GET", header)
        assert (kept.status, kept.body) == (304, b"")
    notice = asked(app, "/feed.ics", CHOICES[1])
    assert (notice.status, notice.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert problems(notice.body) == []
    (event,) = Calendar.from_ical(notice.body).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Dieser Kalender wird gerade erst erstellt; beim nächsten Abruf ist er da"
    assert notice.headers["cache-control"] == "public, max-age=300"
    page = asked(app, "/de/", CHOICES[1])
    assert (page.status, page.headers["retry-after"]) == (503, "30")


@contextmanager
def serving(app: Callable[..., Awaitable[None]]) -> Iterator[Address]:
    config = uvicorn.Config(app, http=Patience, log_config=None, log_level="error", lifespan="off")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join()


async def large(scope: Any, receive: Any, send: Any) -> None:
    """Twenty million bytes, in pieces."""
    await Pieces(b"x" * 20_000_000)(scope, receive, send)


WHOLE = b"GET /feeds.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def test_who_does_not_ask_or_does_not_read_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SILENCE", 0.3)
    monkeypatch.setattr(patience, "UNREAD", 0.3)
    with serving(large) as place:
        silent, slow, deaf, good = (socket.create_connection(place) for _ in range(4))
        for line, said in ((slow, b"GET / HTTP/1.1\r\nHos"), (deaf, WHOLE), (good, WHOLE)):
            line.sendall(said)
        assert read(good).endswith(b"x" * 1000)
        assert (read(silent), read(slow)) == (b"", b"")
        time.sleep(1)
        assert len(read(deaf)) < 20_000_000


def read(line: socket.socket) -> bytes:
    """What still comes until the other side ends."""
    found = []
    with line:
        line.settimeout(5)
        with suppress(ConnectionResetError):
            while piece := line.recv(1_000_000):
                found.append(piece)
    return b"".join(found)


def test_an_error_of_ours_is_logged_with_its_traceback(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> Response:
        raise LookupError("the rule has no answer")

    monkeypatch.setattr(app, "_known", broken)
    with serving(app) as place:
        line = socket.create_connection(place)
        line.sendall(WHOLE)
        said = read(line)
    assert said.startswith(b"HTTP/1.1 500")
    assert b"rule" not in said
    (record,) = caplog.records
    assert record.exc_info
    assert str(record.exc_info[1]) == "the rule has no answer"
