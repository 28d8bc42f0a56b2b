"""The unit of systemd and the container: sound, closed, and with the limits that docs/scale.md gives and justifies."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "interfaith-cal.service"
MOST_EXPOSED = 1.5


def analyzed(*words: str) -> str:
    done = subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, timeout=60, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def setting(name: str) -> str:
    (value,) = re.findall(rf"^{name}=(.*)$", UNIT.read_text(), re.MULTILINE)
    return str(value)


def test_systemd_finds_nothing_to_say_about_the_unit(tmp_path: Path) -> None:
    # The program it starts must exist to be verified.
    copy = tmp_path / UNIT.name
    copy.write_text(UNIT.read_text().replace("/opt/interfaith-cal/bin/interfaith-cal", sys.executable))
    said = analyzed("verify", "--man=no", str(copy))
    assert UNIT.name not in said, said


def test_the_unit_is_closed() -> None:
    said = analyzed("security", "--offline=true", "--no-pager", f"--threshold={round(MOST_EXPOSED * 10)}", str(UNIT))
    (level,) = re.findall(r"Overall exposure level for .*?: ([0-9.]+)", said)
    assert float(level) <= MOST_EXPOSED


def test_unit_and_container_have_the_limits_of_the_documents() -> None:
    scale = (ROOT / "docs" / "scale.md").read_text()
    (memory,) = re.findall(r"\*\*(\d+) MB\*\* of memory", scale)
    (files,) = re.findall(r"\*\*([\d,]+)\*\*\s+open files", scale)
    count = files.replace(",", "")
    assert setting("MemoryMax") == f"{memory}M"
    assert setting("LimitNOFILE") == count
    container = (ROOT / "deploy" / "Containerfile").read_text()
    assert f"--memory {memory}m --ulimit nofile={count}:{count}" in container


def test_the_memory_allowed_is_twice_the_most_measured() -> None:
    scale = (ROOT / "docs" / "scale.md").read_text()
    measured = [int(found) for found in re.findall(r"\| (\d+) MB \|", scale)]
    allowed = int(setting("MemoryMax").removesuffix("M"))
    assert allowed >= 2 * max(measured)
