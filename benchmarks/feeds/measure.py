"""Measures the server and nginx side by side, and writes the figures into docs/scale.md between their marks."""

from __future__ import annotations

import http.client
import itertools
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import NamedTuple

from interfaith_cal.religions import PRINT_ORDER

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
YEARS = "2026-2031"
FEEDS = ("feeds/de/judentum.ics", "feeds/de/hauptfeste.ics")
SECONDS, ROUNDS, CONNECTIONS = 6, 3, 16
REQUESTS, COMBINATIONS = 200_000, 10_000
NGINX = """
{user}
worker_processes 1;
daemon off;
pid {run}/pid;
error_log {run}/errors;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log {run}/access combined buffer=64k flush=1s;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3;
    uwsgi_temp_path {run}/4; scgi_temp_path {run}/5;
    server {{ listen 127.0.0.1:{port}; root {site}; include {site}/server/nginx.conf; }}
}}
"""


class Server(NamedTuple):
    """A running server: its name, port and process."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    @property
    def megabytes(self) -> float:
        """The memory that it and its workers hold."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sum(_resident(pid) for pid in (str(self.process.pid), *children))


class Rate(NamedTuple):
    """Requests a second and the slowest but one in a hundred, in milliseconds."""

    per_second: float
    slow: float


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder)
        port, other = _free(), _free()
        site = run / "site"
        command = [str(Path(sys.executable).parent / "interfaith-cal")]
        base = f"http://127.0.0.1:{port}"
        subprocess.run([*command, "site", str(site), "--years", YEARS, "--base-url", base], check=True)
        with (
            _running("nginx", port, _nginx(run, site, port), run) as nginx,
            _running("serve", other, [*command, "serve", "--years", YEARS, "--port", str(other)], run) as serve,
        ):
            time.sleep(30)
            tables = [_rates(nginx, serve, site), _memory(serve)]
    said = "\n".join([_machine(), "", *itertools.chain.from_iterable((table, "") for table in tables)])
    print(said)
    _write(said)


def _rates(nginx: Server, serve: Server, site: Path) -> str:
    rows = [
        "| feed | answer | nginx, 1 worker | `serve`, 1 worker | ratio | slowest 1 % (`serve`) |",
        "|---|---|---|---|---|---|",
    ]
    for feed in FEEDS:
        size = (site / f"{feed}.gz").stat().st_size
        for status in (200, 304):
            best = {}
            for server in (nginx, serve):
                headers = {"Accept-Encoding": "gzip"}
                if status == 304:
                    headers["If-None-Match"] = _tag(server, feed)
                best[server.name] = max(_wrk(server, feed, headers, status) for _ in range(ROUNDS))
            ratio = best["serve"].per_second / best["nginx"].per_second
            rows.append(
                f"| `{feed}` ({size / 1000:.0f} kB packed) | {status} | {best['nginx'].per_second:,.0f}/s | "
                f"{best['serve'].per_second:,.0f}/s | {ratio:.2f} | {best['serve'].slow:.1f} ms |"
            )
    return "\n".join(rows)


def _memory(serve: Server) -> str:
    rows = ["| `serve` after | memory |", "|---|---|", f"| its start, everything made | {serve.megabytes:.0f} MB |"]
    done = 0
    tag = _tag(serve, FEEDS[0])
    while done < REQUESTS:
        done += _count(serve, FEEDS[0], {"Accept-Encoding": "gzip", "If-None-Match": tag})
        done += _count(serve, FEEDS[0], {"Accept-Encoding": "gzip"})
    rows.append(f"| {done:,} requests | {serve.megabytes:.0f} MB |")
    begun = time.monotonic()
    asked = 0
    for asked, path in enumerate(_choices(COMBINATIONS), 1):
        _get(serve, path)
        if asked in (1_000, COMBINATIONS // 2):
            rows.append(f"| {asked:,} different combinations more | {serve.megabytes:.0f} MB |")
    each = (time.monotonic() - begun) / asked * 1000
    rows.append(f"| {asked:,} different combinations more, {each:.1f} ms each | {serve.megabytes:.0f} MB |")
    return "\n".join(rows)


def _choices(number: int) -> Iterator[str]:
    """Different combinations, always the same ones in the same order."""
    chance = random.Random(2027)
    seen: set[str] = set()
    while len(seen) < number:
        chosen = sorted(chance.sample(PRINT_ORDER, chance.randint(2, len(PRINT_ORDER) - 1)), key=PRINT_ORDER.index)
        rank, lang = chance.choice(("all", "major", "minor")), chance.choice(("de", "en"))
        path = f"feed.ics?c={','.join(chosen)}&rank={rank}&lang={lang}"
        if path not in seen:
            seen.add(path)
            yield path


def _wrk(server: Server, path: str, headers: dict[str, str], status: int) -> Rate:
    said = _said_by_wrk(server, path, headers)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    assert found, said
    assert slow, said
    assert "Non-2xx" not in said or status == 304, said
    return Rate(float(found[1]), float(slow[1]) * {"us": 0.001, "ms": 1, "s": 1000}[slow[2]])


def _count(server: Server, path: str, headers: dict[str, str]) -> int:
    found = re.search(r"(\d+) requests in", _said_by_wrk(server, path, headers))
    assert found
    return int(found[1])


def _said_by_wrk(server: Server, path: str, headers: dict[str, str]) -> str:
    words = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", "--latency", *words]
    return subprocess.run(
        [*command, f"http://127.0.0.1:{server.port}/{path}"], check=True, capture_output=True, text=True
    ).stdout  # fmt: skip


def _tag(server: Server, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("HEAD", f"/{path}", headers={"Accept-Encoding": "gzip"})
    tag = connection.getresponse().headers["etag"]
    connection.close()
    return str(tag)


def _get(server: Server, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", f"/{path}", headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == 200, body
    return body


def _nginx(run: Path, site: Path, port: int) -> list[str]:
    # Otherwise the workers of the superuser's server are nobody, who may not read a temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    (run / "nginx.conf").write_text(NGINX.format(run=run, site=site, port=port, user=user))
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    return [str(program), "-e", f"{run}/errors", "-c", f"{run}/nginx.conf"]


@contextmanager
def _running(name: str, port: int, command: list[str], run: Path) -> Iterator[Server]:
    with (run / f"{name}.out").open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            for _ in range(600):
                assert process.poll() is None, (run / f"{name}.out").read_text()
                try:
                    _tag(Server(name, port, process), FEEDS[0])
                    break
                except OSError:
                    time.sleep(0.1)
            yield Server(name, port, process)
        finally:
            process.terminate()


def _resident(pid: str) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found
    return int(found[1]) / 1000


def _free() -> int:
    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _machine() -> str:
    model = re.search(r"model name\s+: (.*)", Path("/proc/cpuinfo").read_text())
    return (
        f"Measured by `sh benchmarks/feeds/run` on {os.cpu_count()} cores "
        f"({model[1] if model else platform.machine()}), Python {platform.python_version()}, wrk with {CONNECTIONS} "
        f"connections on the same machine; of {ROUNDS} rounds of {SECONDS} s the best."
    )


def _write(said: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{said.rstrip()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
