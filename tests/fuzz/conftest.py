"""A copy of the data folder that may be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interfaith_cal.ground import root

SHIPPED = root.shipped()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of `data/`, to be used as a root."""
    copy = tmp_path_factory.mktemp("copy") / "data"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("fonts"))
    (copy / "fonts").symlink_to(SHIPPED / "fonts")
    return copy
