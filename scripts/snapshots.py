"""Every date of every community from 1990 to 2060 as the rules and pins give it today, one table each.

usage: python scripts/snapshots.py          writes tests/snapshots/<community>.csv
       python scripts/snapshots.py --check  writes nothing; prints which dates changed, exit status 1 if any did
"""

from __future__ import annotations

import csv
import difflib
import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import interfaith_cal as ic
from interfaith_cal.export.files import make_folder, write_whole
from interfaith_cal.religions import PRINT_ORDER

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "snapshots"
FIRST, LAST = date(1990, 1, 1), date(2060, 12, 31)
COLUMNS = ("id", "first_day", "last_day", "certainty")
# A changed rule moves a festival in most years: so many lines of each table show what happened.
LINES_SHOWN = 40


def snapshot(community: str) -> str:
    """The table of a community by its default usages, in the order of the almanac."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for o in ic.observances(FIRST, LAST, communities=[community]):
        writer.writerow((o.id, o.first_day, o.last_day, o.certainty))
    return table.getvalue()


def differences(community: str) -> Iterator[str]:
    """What the table on disk has (-) and what the rules give instead (+); nothing where they agree."""
    path = FOLDER / f"{community}.csv"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = difflib.unified_diff(
        before.splitlines(), snapshot(community).splitlines(), path.name, "by the rules", lineterm="", n=0
    )
    changed = [line for line in lines if not line.startswith("@@")]
    yield from changed[:LINES_SHOWN]
    if len(changed) > LINES_SHOWN:
        yield f"… and {len(changed) - LINES_SHOWN} more lines"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        changed = [line for community in PRINT_ORDER for line in differences(community)]
        if changed:
            advice = "Dates changed; if that is meant, run `python scripts/snapshots.py` and look at the diff."
            sys.exit("\n".join([*changed, advice]))
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        make_folder(FOLDER)
        for community in PRINT_ORDER:
            write_whole(FOLDER / f"{community}.csv", snapshot(community).encode("utf-8"))
