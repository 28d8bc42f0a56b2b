"""The panel: nine parsers in three languages, libical, and calcurse, each in a process of its own.

Whatever is missing is named in one sentence with the command that installs it; nothing is skipped. The commands here
are the same that `fetch.sh` runs.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest
from icalendar import Calendar

from tests.feeds.clients.rows import Row

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
SABRE = Path("/usr/share/php/Sabre/VObject/autoload.php")
OLDEST_NODE = 18
FETCH = "sh tests/feeds/clients/fetch.sh"
APT = "apt-get install --no-install-recommends"
# The clock of the readers' subscribers, two hours from UTC in summer: a day read as a moment would move.
ENVIRONMENT = {**os.environ, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}


def missing(what: str, command: str) -> NoReturn:
    """Fail the test with the sentence that names a missing tool and the command that installs it."""
    pytest.fail(f"{what} is missing; this installs it: {command}", pytrace=False)


class Reader(NamedTuple):
    """A parser behind a small script that prints the rows of feeds as JSON, and how to find that it is missing."""

    name: str
    command: Callable[[], list[str]]

    def read(self, feeds: Iterable[Path]) -> dict[Path, list[Row]]:
        """The rows of each feed, sorted; the test fails if the parser is missing or refuses one of the feeds."""
        command = [*self.command(), *map(str, feeds)]
        done = subprocess.run(command, capture_output=True, cwd=HERE, env=ENVIRONMENT, check=False)
        assert done.returncode == 0, f"{self.name} refuses a feed: {done.stderr.decode()[-2000:]}"
        return {Path(path): sorted(Row(*row) for row in rows) for path, rows in json.loads(done.stdout).items()}


def pip_library(name: str) -> Callable[[], list[str]]:
    """The command of a reader on a library of this Python."""

    def command() -> list[str]:
        if find_spec(name) is None:
            missing(f"the Python library {name}", "python -m pip install -e '.[dev]'")
        return [sys.executable, str(HERE / f"read_{name}.py")]

    return command


def npm_library(name: str, script: str) -> Callable[[], list[str]]:
    """The command of a reader on a library of npm, in exactly the version of package.json."""

    def command() -> list[str]:
        wanted = json.loads((HERE / "package.json").read_bytes())["dependencies"][name]
        installed = HERE / "node_modules" / name / "package.json"
        found = json.loads(installed.read_bytes())["version"] if installed.exists() else "none"
        if found != wanted:
            missing(f"the npm library {name} {wanted} (found: {found})", FETCH)
        return [_node(), str(HERE / script)]

    return command


def libical() -> list[str]:
    """The command of the reader on libical, which apt gives to the system's Python alone."""
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    if not (Path(SYSTEM_PYTHON).exists() and _runs(SYSTEM_PYTHON, "-c", probe)):
        missing(f"libical for {SYSTEM_PYTHON}", f"{APT} gir1.2-ical-3.0 python3-gi")
    return [SYSTEM_PYTHON, str(HERE / "read_libical.py")]


def sabre() -> list[str]:
    """The command of the reader on sabre/vobject, which apt gives to its PHP."""
    php = shutil.which("php")
    if php is None or not SABRE.exists():
        missing("sabre/vobject for PHP", f"{APT} php-cli php-sabre-vobject")
    return [php, str(HERE / "read_sabre.php")]


READERS = (
    Reader("icalendar", pip_library("icalendar")),
    Reader("ics", pip_library("ics")),
    Reader("vobject", pip_library("vobject")),
    Reader("ical.js", npm_library("ical.js", "read_icaljs.mjs")),
    Reader("node-ical", npm_library("node-ical", "read_node-ical.mjs")),
    Reader("ts-ics", npm_library("ts-ics", "read_ts-ics.mjs")),
    Reader("ical", pip_library("ical")),
    Reader("recurring_ical_events", pip_library("recurring_ical_events")),
    Reader("sabre", sabre),
    Reader("libical", libical),
)


class Import(NamedTuple):
    """What calcurse says of an import, and what it exports again; it keeps no UIDs."""

    report: str
    rows: list[Row]


def calcurse(feed: Path, folder: Path) -> Import:
    """Import a feed into a calcurse that lives in an empty folder, and export it."""
    program = shutil.which("calcurse")
    if program is None:
        missing("calcurse", f"{APT} calcurse")
    own = [program, "-D", str(folder), "-C", str(folder)]
    # What it skips, it writes down in a file among the temporary ones.
    said = _output(*own, "-i", str(feed), TMPDIR=str(folder))
    events = Calendar.from_ical(_output(*own, "-xical", TMPDIR=str(folder))).walk("VEVENT")
    return Import(
        next((line for line in said.splitlines() if "skipped" in line), said),
        sorted(
            Row(
                "",
                event.decoded("dtstart").isoformat(),
                _end(event.decoded("dtstart"), event.get("rrule")).isoformat(),
                str(event["summary"]),
                str(event["description"]),
            )
            for event in events
        ),
    )


def _end(start: date, every_day: dict[str, list[date]] | None) -> date:
    """The exclusive end: calcurse keeps a span as an event on every day until its last."""
    last = every_day["UNTIL"][0] if every_day else start
    return last + timedelta(1)


def _node() -> str:
    node = shutil.which("node")
    said = _output(node, "--version") if node else ""
    version = re.match(r"v(\d+)\.", said)
    if node is None or version is None or int(version[1]) < OLDEST_NODE:
        missing(f"node {OLDEST_NODE} or newer (found: {said.strip() or 'none'})", FETCH)
    return node


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _output(*command: str, **environment: str) -> str:
    own = ENVIRONMENT | environment
    return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=own, check=False).stdout.decode()
