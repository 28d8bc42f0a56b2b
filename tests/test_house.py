"""The house stays plain: no module grows beyond what a reader holds in mind."""

from __future__ import annotations

from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"


def test_no_file_is_longer_than_400_lines() -> None:
    lines = {str(path): path.read_bytes().count(b"\n") for path in SOURCE.rglob("*.py")}
    assert {path: count for path, count in lines.items() if count > 400} == {}
