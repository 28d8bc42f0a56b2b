"""No date of 1990-2060 changes unseen: `tests/snapshots` holds what the rules gave when the tables were written.

A snapshot is behavior, not evidence. Where a changed rule is meant, `python scripts/snapshots.py` writes the tables
anew, and the diff of the commit shows which dates moved.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_rules_give_the_dates_of_the_snapshots() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "snapshots.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
