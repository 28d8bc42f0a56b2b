"""What several test modules share."""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hypothesis import settings

import interfaith_cal as ic

# The gate must give the same answer twice; at a desk hypothesis may go on searching.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "desk")

# What the program says of itself is English in the tests, whatever the machine speaks.
os.environ["INTERFAITH_CAL_LANG"] = "en"

EVIDENCE = Path(__file__).parent / "evidence"


class Published(NamedTuple):
    """A row of a table of published dates."""

    community: str
    festival: str
    usage: str
    first_day: date
    last_day: date | None
    evidence: str
    source: str
    reason: str = ""


def published(table: str) -> list[Published]:
    """The rows of a table under `tests/evidence`."""
    with (EVIDENCE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Published(
                row["community"],
                row["festival"],
                row["usage"],
                date.fromisoformat(row["first_day"]),
                date.fromisoformat(row["last_day"]) if row["last_day"] else None,
                row["evidence"],
                row["source"],
                row.get("reason", ""),
            )
            for row in csv.DictReader(lines)
        ]


def first_days(festival: str, year: int, usage: str | None = None) -> list[date]:
    """The first days on which a festival falls in a civil year, under its defaults or one usage."""
    community = festival.partition("/")[0]
    usages = {community: [usage]} if usage else None
    found = ic.observances(year, festivals=[festival], usages=usages)
    return [o.first_day for o in found if o.first_day.year == year]
