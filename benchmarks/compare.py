"""interfaith_cal beside hebcal and vacanza/holidays: each in its own process, the best of several runs, and the ratio.

Then how long the print edition takes.

usage: compare.py [--write FILE]   (prints two tables; with --write also as a Markdown page)
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import print_edition

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
RUNS = 7
SEVEN = ["-c", "jewish", "-c", "christian"]
OURS_CENTURY = """
import sys, time
from datetime import date
import interfaith_cal as ic
ic.observances(1989, communities=sys.argv[1:] or None)
start = time.perf_counter()
ic.observances(date(1990, 1, 1), date(2089, 12, 31), communities=sys.argv[1:] or None)
print((time.perf_counter() - start) * 1000)
"""
HOLIDAYS_YEAR = "import holidays; print(len(holidays.country_holidays('DE', subdiv='NW', years=2027)))"
HOLIDAYS_CENTURY = """
import time, holidays
holidays.country_holidays('DE', subdiv='NW', years=1989)
start = time.perf_counter()
len(holidays.country_holidays('DE', subdiv='NW', years=range(1990, 2090)))
print((time.perf_counter() - start) * 1000)
"""


class Duel(NamedTuple):
    """What is measured of us, and of whom beside it; both give the same unit."""

    ours: str
    theirs: str
    unit: str
    measure_ours: Callable[[], float]
    measure_theirs: Callable[[], float]


def cold(*command: str | Path) -> float:
    """Milliseconds of a whole process."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def inside(*command: str | Path) -> float:
    """Milliseconds that a process reports of its own work, without its start."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return float(done.stdout)


def memory(*command: str | Path) -> float:
    """The greatest resident size of a whole process, in MB."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


def duels(feed: Path) -> list[Duel]:
    """What stands beside what."""
    python, ours = sys.executable, BIN / "interfaith-cal"
    hebcal, century = HERE / "peers" / "feed.mjs", HERE / "peers" / "century.mjs"

    def hebcal_feed() -> float:
        return cold("node", hebcal, feed)

    def hebcal_century() -> float:
        return inside("node", century)

    one, many = "hebcal: the Jewish feed of 2027", "hebcal: 100 Jewish years"
    return [
        Duel("list 2027, seven communities, cold", one, "ms", lambda: cold(ours, "list", "2027", *SEVEN), hebcal_feed),
        Duel("list 2027, all fourteen, cold", one, "ms", lambda: cold(ours, "list", "2027"), hebcal_feed),
        Duel("ics 2027, all fourteen, cold", one, "ms", lambda: cold(ours, "ics", "2027", "-o", feed), hebcal_feed),
        Duel(
            "--help",
            "python -c 'import click'",
            "ms",
            lambda: cold(ours, "--help"),
            lambda: cold(python, "-c", "import click"),
        ),
        Duel(
            "100 years, seven communities",
            many,
            "ms",
            lambda: inside(python, "-c", OURS_CENTURY, "jewish", "christian"),
            hebcal_century,
        ),
        Duel("100 years, all fourteen", many, "ms", lambda: inside(python, "-c", OURS_CENTURY), hebcal_century),
        Duel(
            "list 2027, all fourteen, cold",
            "holidays: NRW 2027",
            "ms",
            lambda: cold(ours, "list", "2027"),
            lambda: cold(python, "-c", HOLIDAYS_YEAR),
        ),
        Duel(
            "100 years, all fourteen",
            "holidays: the public holidays of NRW, 100 years",
            "ms",
            lambda: inside(python, "-c", OURS_CENTURY),
            lambda: inside(python, "-c", HOLIDAYS_CENTURY),
        ),
        Duel(
            "memory of list 2027, all fourteen",
            "hebcal: the Jewish feed of 2027",
            "MB",
            lambda: memory(ours, "list", "2027"),
            lambda: memory("node", hebcal, feed),
        ),
    ]


def main() -> None:
    """Measure in turns, so that a busy moment of the machine falls on both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the table as a Markdown page")
    page = parser.parse_args().write
    rows: list[tuple[Duel, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for duel in duels(Path(folder) / "feed.ics"):
            times = [(duel.measure_ours(), duel.measure_theirs()) for _ in range(RUNS)]
            ours, theirs = min(t for t, _ in times), min(t for _, t in times)
            rows.append((duel, ours, theirs))
            measured = f"{duel.ours:36} {ours:6.0f} {duel.unit}   {duel.theirs:32} {theirs:6.0f} {duel.unit}"
            print(f"{measured}   ratio {ours / theirs:5.2f}", flush=True)
    edition = print_edition.markdown()
    print("", *edition, sep="\n")
    if page:
        page.write_text(markdown(rows, edition), encoding="utf-8")


def markdown(rows: list[tuple[Duel, float, float]], edition: list[str]) -> str:
    """Both tables as a page of the documentation."""
    lines = [
        "# Performance",
        "",
        "Made by `sh benchmarks/run --write docs/performance.md`: everything in one run on one machine (two cores),",
        f"the best of {RUNS} runs each, in turns. Trust the ratios, not the times. Fourteen communities stand beside",
        "one of hebcal's.",
        "",
        "| interfaith_cal | | beside | | ratio |",
        "|---|--:|---|--:|--:|",
    ]
    lines += [
        f"| {duel.ours} | {ours:.0f} {duel.unit} | {duel.theirs} | {theirs:.0f} {duel.unit} | {ours / theirs:.2f} |"
        for duel, ours, theirs in rows
    ]
    lines += ["", "The print edition `nrw` of 2027, each work in a process of its own:", "", *edition]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
