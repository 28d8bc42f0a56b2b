"""No date of 1990-2060 changes unseen: `tests/snapshots` holds what the rules gave when the tables were written.

A snapshot is behavior, not evidence. Where a changed rule is meant, `python scripts/snapshots.py` writes the tables
anew, and the diff of the commit shows which dates moved.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from interfaith_cal.religions import PRINT_ORDER

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "snapshots.py"


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_the_rules_give_the_dates_of_the_snapshot(community: str) -> None:
    assert list(runpy.run_path(str(SCRIPT))["differences"](community)) == []
