"""Calendar programs that take a feed: khal by import, Radicale by PUT, vdirsyncer by subscription."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from socket import create_server

from icalendar import Calendar

from tests.feeds.clients.readers import ENVIRONMENT, missing
from tests.feeds.clients.rows import Row
from tests.web.conftest import Answer, ask

INSTALL = "python -m pip install -e '.[panel]'"
QUERY = """<?xml version="1.0" encoding="utf-8" ?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><D:getetag/></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
    <C:time-range start="{first:%Y%m%d}T000000Z" end="{last:%Y%m%d}T000000Z"/>
  </C:comp-filter></C:comp-filter></C:filter>
</C:calendar-query>"""


def rows_of(content: bytes) -> list[Row]:
    """The rows of a calendar that a program gives back."""
    return sorted(
        Row(
            str(event["UID"]),
            event.decoded("dtstart").isoformat(),
            event.decoded("dtend").isoformat(),
            str(event["SUMMARY"]),
            str(event["DESCRIPTION"]),
        )
        for event in Calendar.from_ical(content).walk("VEVENT")
    )


def _library(name: str) -> None:
    if find_spec(name) is None:
        missing(f"the Python program {name}", INSTALL)


class Khal:
    """A khal with a calendar of its own."""

    def __init__(self, folder: Path) -> None:
        """Set it up in an empty folder; the test fails if it is missing."""
        _library("khal")
        self._folder = folder
        self.files = folder / "calendar"
        self.files.mkdir()
        (folder / "khal.conf").write_text(
            f"[calendars]\n[[feed]]\npath = {self.files}\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
            "[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        )

    def take(self, feed: Path) -> None:
        """Import a feed, or its newer version."""
        self._said("import", "--batch", "-a", "feed", str(feed))

    def listed(self, first: date, days: int) -> list[tuple[str, str, str]]:
        """UID, first and last day of each event on some days, each once."""
        said = self._said(
            "list", "--once", "--format", "{uid}|{start-date}|{end-date}", "--day-format", "", str(first), f"{days}d"
        )
        return sorted(tuple(line.split("|")) for line in said.splitlines() if line)  # type: ignore[misc]

    def _said(self, *words: str) -> str:
        command = [sys.executable, "-m", "khal", "--config", str(self._folder / "khal.conf"), *words]
        done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout


class Subscription:
    """A vdirsyncer that keeps a subscribed feed as files, one for each event."""

    def __init__(self, folder: Path, address: str) -> None:
        """Set it up in an empty folder; the test fails if it is missing."""
        _library("vdirsyncer")
        self.files = folder / "items"
        self.files.mkdir()
        self._config = folder / "config"
        self._config.write_text(
            f'[general]\nstatus_path = "{folder}/status"\n\n'
            '[pair feed]\na = "there"\nb = "here"\ncollections = null\nconflict_resolution = "a wins"\n\n'
            f'[storage there]\ntype = "http"\nurl = "{address}"\n\n'
            f'[storage here]\ntype = "filesystem"\npath = "{self.files}"\nfileext = ".ics"\n'
        )
        self._run("discover")

    def sync(self) -> list[Row]:
        """Ask for the feed, and say which events are here now; it gives them UIDs of its own."""
        self._run("sync")
        found = (row for path in self.files.iterdir() for row in rows_of(path.read_bytes()))
        return sorted(row._replace(uid="") for row in found)

    def _run(self, word: str) -> None:
        command = [sys.executable, "-m", "vdirsyncer", "-c", str(self._config), word]
        done = subprocess.run(command, input=b"y\n", capture_output=True, env=ENVIRONMENT, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]


class Radicale:
    """A calendar server with a collection for a feed."""

    def __init__(self, base: str) -> None:
        """Know its address."""
        self._base = base

    def put(self, content: bytes) -> int:
        """Store a feed as a whole collection."""
        return self._ask("PUT", "user/feed/", content, Content_Type="text/calendar; charset=utf-8").status

    def stored(self) -> list[Row]:
        """What is stored."""
        return rows_of(self._ask("GET", "user/feed/").body)

    def on(self, first: date, last: date) -> int:
        """How many events touch the days from one to another, the last not included."""
        body = QUERY.format(first=first, last=last).encode()
        answer = self._ask("REPORT", "user/feed/", body, Content_Type="application/xml", Depth="1")
        assert answer.status == 207, answer
        return answer.body.count(b"<getetag>")

    def _ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        return ask(f"{self._base}/{path}", method, body, Authorization="Basic dXNlcjp1c2Vy", **headers)


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """A Radicale at a free port; the test fails if it is missing."""
    _library("radicale")
    with create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    options = ["--config", "", "--server-hosts", host, "--auth-type", "none"]
    command = [
        sys.executable,
        "-m",
        "radicale",
        *options,
        "--storage-filesystem-folder",
        str(folder),
        "--logging-level",
        "error",
    ]
    process = subprocess.Popen(command, env=ENVIRONMENT)
    try:
        for _ in range(200):
            assert process.poll() is None
            try:
                ask(f"http://{host}/")
                break
            except OSError:
                time.sleep(0.1)
        yield Radicale(f"http://{host}")
    finally:
        process.terminate()
        process.wait(15)
