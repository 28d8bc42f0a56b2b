"""A built site on a plain web server, and the feed server as its own process; each once in a session."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

import interfaith_cal
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.export.ics import Feed, uid
from interfaith_cal.ground import places
from interfaith_cal.web import feeds
from interfaith_cal.web.site import Contents, Site
from tests.feeds.clients import rows
from tests.feeds.clients.rows import Row

YEARS = 2027, 2027
STARTED_WITHIN = 60


def gathered(base: str, *, combinations: bool = False, years: tuple[int, int] = YEARS) -> Contents:
    """What a site shows, gathered as the commands do."""
    edition, place = editions.edition(editions.DEFAULT), places.place()
    return Contents(Site(base, *years, ("de", "en"), edition, place, combinations), change_log())


def expected(feed: Feed) -> list[Row]:
    """The rows of a published feed: those of any feed, and a last line that leads to the page."""
    more = {"de": "Mehr dazu", "en": "More"}[feed.lang]
    links = feed.links
    assert links is not None
    by_uid = {uid(o.id): f"\n{more}: {links.of(o, feed.lang)}" for o in feed.observances}
    return sorted(row._replace(description=row.description + by_uid[row.uid]) for row in rows.expected(feed))


@dataclass
class Built:
    """A site in a folder, at an address that answers."""

    folder: Path
    base: str
    contents: Contents

    def feed_files(self) -> Iterator[tuple[Path, Feed]]:
        """The files of all feeds, and the feeds that they should be."""
        for lang in self.contents.site.languages:
            for address in feeds.addresses(self.contents, lang):
                yield self.folder / address.path, feeds.feed(self.contents, address)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of three communities, for builds that are only compared with each other."""
    path = tmp_path_factory.mktemp("edition") / "small.toml"
    communities = '["jewish", "islamic", "sikh"]'
    lines = ('title = { de = "Klein", en = "Small" }', 'languages = ["de", "en"]', f"communities = {communities}")
    path.write_text("\n".join(lines))
    return path


def contents_of(folder: Path) -> dict[str, bytes]:
    """The files of a tree by their paths."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class Quiet(SimpleHTTPRequestHandler):
    """A web server that knows nothing of feeds; it only names their type."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Know the files of calendars."""
        return "text/calendar; charset=utf-8" if str(path).endswith(".ics") else super().guess_type(path)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("web") / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        base = f"http://127.0.0.1:{server.server_port}"
        years = "-".join(map(str, YEARS))
        assert run(cli, ["site", str(folder), "--years", years, "--base-url", base]) == 0
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Built(folder, base, gathered(base))
        server.shutdown()
        thread.join()


def uncounted() -> dict[str, str]:
    """The environment without what counts covered lines: a process that is killed or has no disk cannot write that."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


class Answer(NamedTuple):
    """What a server said."""

    status: int
    headers: Message
    body: bytes


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))


def ask(address: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """One request, whatever comes of it; redirects are not followed, nothing is unpacked."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, body, method=method, headers=named)
    try:
        with _OPENER.open(request, timeout=120) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


class Server:
    """`interfaith-cal serve` in a process of its own."""

    def __init__(self, folder: Path, *options: str, years: tuple[int, int] = YEARS) -> None:
        """Start it at a free port."""
        self.log = folder / "log"
        self._errors = folder / "errors"
        command = [sys.executable, "-m", "interfaith_cal", "serve", "--port", "0", "--years", "-".join(map(str, years))]
        with self.log.open("wb") as out, self._errors.open("wb") as errors:
            self.process = subprocess.Popen([*command, *options], stdout=out, stderr=errors)
        self.base = self._address()

    @property
    def errors(self) -> str:
        """What it said on stderr."""
        return self._errors.read_text()

    def _address(self) -> str:
        until = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < until:
            found = re.search(r" at (http://\S+)\n", self.errors)
            if found and self._answers(found[1]):
                return found[1]
            assert self.process.poll() is None, self.errors
            time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.errors}")

    @staticmethod
    def _answers(base: str) -> bool:
        try:
            return ask(f"{base}/health").status == 200
        except OSError:
            return False

    def stop(self) -> int:
        """Ask it to end, and say how it did."""
        self.process.terminate()
        return self.process.wait(20)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("serve"))
    yield running
    assert running.stop() == 0
    assert "error" not in running.errors.lower()


def without_print(folder: str, names: list[str]) -> set[str]:
    """What a site needs nothing of: compiled modules, and the large fonts of print; those of the pages stay."""
    return {"__pycache__", "fonts" if Path(folder).name == "data" else ""} & set(names)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the code and its data, to be changed and broken."""
    root = Path(interfaith_cal.__file__).parents[2]
    for name in ("src", "data"):
        shutil.copytree(root / name, tmp_path / "checkout" / name, ignore=without_print)
    return tmp_path / "checkout"
