"""interfaith_cal and hebcal side by side, each in its own process; the best of several runs, and the ratio."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
RUNS = 7
SEVEN = [word for name in ("jewish", "christian") for word in ("-c", name)]
CENTURY = """
import sys, time
from datetime import date
import interfaith_cal as ic
ic.observances(1989, communities=sys.argv[1:] or None)
start = time.perf_counter()
ic.observances(date(1990, 1, 1), date(2089, 12, 31), communities=sys.argv[1:] or None)
print((time.perf_counter() - start) * 1000)
"""


def cold(*command: str | Path) -> float:
    """Milliseconds of a whole process."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def inside(*command: str | Path) -> float:
    """Milliseconds that a process reports of its own work, without its start."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Measure in turns, so that a busy moment of the machine falls on both."""
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.ics"
        python, ours = sys.executable, BIN / "interfaith-cal"
        pairs = [
            (
                "list 2027, seven communities / hebcal writing its feed 2027",
                lambda: cold(ours, "list", "2027", *SEVEN),
                lambda: cold("node", HERE / "peers" / "feed.mjs", feed),
            ),
            (
                "list 2027, all communities / hebcal writing its feed 2027",
                lambda: cold(ours, "list", "2027"),
                lambda: cold("node", HERE / "peers" / "feed.mjs", feed),
            ),
            (
                "ics 2027, all communities / hebcal writing its feed 2027",
                lambda: cold(ours, "ics", "2027", "-o", feed),
                lambda: cold("node", HERE / "peers" / "feed.mjs", feed),
            ),
            (
                "--help / python -c 'import click'",
                lambda: cold(ours, "--help"),
                lambda: cold(python, "-c", "import click"),
            ),
            (
                "100 years, seven communities / 100 Jewish years of hebcal",
                lambda: inside(python, "-c", CENTURY, "jewish", "christian"),
                lambda: inside("node", HERE / "peers" / "century.mjs"),
            ),
            (
                "100 years, all communities / 100 Jewish years of hebcal",
                lambda: inside(python, "-c", CENTURY),
                lambda: inside("node", HERE / "peers" / "century.mjs"),
            ),
        ]
        print(f"{'ours / theirs (ms, best of ' + str(RUNS) + ')':66}{'ours':>9}{'theirs':>9}{'ratio':>8}")
        for name, mine, other in pairs:
            times = [(mine(), other()) for _ in range(RUNS)]
            best, peer = min(t for t, _ in times), min(t for _, t in times)
            print(f"{name:66}{best:9.0f}{peer:9.0f}{best / peer:8.2f}", flush=True)


if __name__ == "__main__":
    main()
