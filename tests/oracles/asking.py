"""How the tests ask what does not speak Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def ask(script: str, *arguments: object) -> Any:
    """What a script of this folder prints as JSON; the test fails with the command that installs what is missing."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / ".fetched").is_file():
        pytest.fail("node or the calendars of npm are missing; install them with: sh tests/oracles/fetch.sh")
    command = [node, str(HERE / script), *map(str, arguments)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
