"""Measures what clients cost that hang up, do not read or say nothing; writes the figures into docs/scale.md.

usage: python benchmarks/feeds/patience.py
"""

from __future__ import annotations

import itertools
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from interfaith_cal.religions import PRINT_ORDER

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- patience: begin -->", "<!-- patience: end -->"
DEAF, GONE, SECONDS = 300, 200, 30
ESTABLISHED = "01"
Place = tuple[str, int]


def main() -> None:
    command = [sys.executable, "-m", "interfaith_cal", "serve", "--years", "2026-2031", "--port", "0"]
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors) as process,
    ):
        try:
            place = _place(errors, process)
            _warm(place, process.pid)
            said = "\n".join(_rows(place, process.pid))
        finally:
            process.terminate()
    print(said)
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{said}\n{END}{rest.split(END)[1]}", encoding="utf-8")


def _rows(place: Place, pid: int) -> Iterator[str]:
    choices = _choices()
    yield "| what clients do | memory of `serve`, at most | a feed that has a file takes | a free combination takes |"
    yield "|---|---|---|---|"
    yield f"| nothing, all is made | {_resident(pid):.0f} MB | {_answered(place, choices)} |"
    lines = [_asking(place, next(choices)) for _ in range(GONE)]
    for line in lines:
        line.close()
    said = f"{GONE} ask for different combinations and hang up"
    yield f"| {said} | {_resident(pid):.0f} MB | {_answered(place, choices)} |"
    peak = _Peak(pid)
    lines = [_asking(place, next(choices)) for _ in range(DEAF)]
    time.sleep(1)
    answered = _answered(place, choices)
    time.sleep(SECONDS)
    said = f"{DEAF} ask for different combinations and do not read"
    yield f"| {said} | {peak.end():.0f} MB | {answered} |"
    left = _connections(pid)
    peak = _Peak(pid)
    silent = [socket.create_connection(place) for _ in range(DEAF)]
    answered = _answered(place, choices)
    yield f"| {DEAF} connect and say nothing | {peak.end():.0f} MB | {answered} |"
    time.sleep(SECONDS)
    yield ""
    yield (
        f"{SECONDS} s later the server had {left} connections left to the {len(lines)} that did not read, and "
        f"{_connections(pid)} to the {len(silent)} that said nothing."
    )


class _Peak:
    """The most memory that a process holds from now until the end is asked for."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self._most = max(self._most, _resident(self._pid))

    def end(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most


def _choices() -> Iterator[str]:
    """Different combinations, the largest first: all days of all communities but a few."""
    for left_out in range(1, 6):
        for some in itertools.combinations(PRINT_ORDER, len(PRINT_ORDER) - left_out):
            for lang in ("de", "en"):
                yield f"c={','.join(some)}&lang={lang}"


def _asking(place: Place, choice: str) -> socket.socket:
    line = socket.socket()
    # Otherwise the system reads in the client's place, and takes in a whole feed.
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(place)
    line.sendall(f"GET /feed.ics?{choice} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return line


def _connections(pid: int) -> int:
    """How many connections a process holds, but for the socket at which it listens and those it talks to itself by."""
    opened = [link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir()]
    inodes = {name.removeprefix("socket:[").removesuffix("]") for name in opened if name.startswith("socket:")}
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[9] in inodes and row[3] == ESTABLISHED for row in rows)


def _answered(place: Place, choices: Iterator[str]) -> str:
    """How long a feed that has a file takes, and a combination that nobody has asked for."""
    return " | ".join(
        f"{_seconds(place, path) * 1000:,.0f} ms" for path in ("feeds/de/judentum.ics", f"feed.ics?{next(choices)}")
    )


def _seconds(place: Place, path: str) -> float:
    begun = time.monotonic()
    with urllib.request.urlopen(f"http://{place[0]}:{place[1]}/{path}", timeout=120) as answer:
        assert answer.read().startswith(b"BEGIN:VCALENDAR")
    return time.monotonic() - begun


def _place(errors: object, process: subprocess.Popen[bytes]) -> Place:
    for _ in range(1200):
        assert process.poll() is None
        errors.seek(0)  # type: ignore[attr-defined]
        found = re.search(rb" at http://([\d.]+):(\d+)\n", errors.read())  # type: ignore[attr-defined]
        if found:
            return found[1].decode(), int(found[2])
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def _warm(place: Place, pid: int) -> None:
    """Wait until the server listens and has made every file: until its memory stays the same."""
    before, same = 0.0, 0
    while same < 5:
        time.sleep(1)
        now = _resident(pid)
        same, before = (same + 1 if now - before < 0.2 else 0), now
    assert _seconds(place, "feeds/de/judentum.ics") < 60


def _resident(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found
    return int(found[1]) / 1000


if __name__ == "__main__":
    main()
