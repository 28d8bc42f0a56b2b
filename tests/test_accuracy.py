"""The accuracy report says what the tables of published dates say today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_accuracy_report_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "accuracy.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
