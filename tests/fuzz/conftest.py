"""A copy of the data folder that may be broken, and readers that forget what they have read."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interfaith_cal.ground import root
from interfaith_cal.religions import communities

SHIPPED = root.data_root()


def forget() -> None:
    """Let every reader read its file anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith("interfaith_cal"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of `data/` in which every reader looks."""
    copy = tmp_path_factory.mktemp("copy") / "data"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("fonts"))
    (copy / "fonts").symlink_to(SHIPPED / "fonts")
    communities()
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("interfaith_cal") and hasattr(module, "data_root"):
                patch.setattr(module, "data_root", lambda: copy)
        forget()
        yield copy
    forget()
