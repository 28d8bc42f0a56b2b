"""Native names are drawn on machines that have no font for their script, by fonts that only pages with them load."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interfaith_cal.web import webfonts
from tests.feeds.clients.readers import missing
from tests.web.conftest import Built

HERE = Path(__file__).parent
FETCH = "sh tests/web/fetch.sh"
# What Debian's usual fonts lack; others may have a font for them or not.
RARE = ("syriac", "gurmukhi", "tibetan", "ethiopic")


@pytest.fixture(scope="module")
def seen(built: Built) -> dict[str, Any]:
    """What the script in the browser saw; see fonts.mjs."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules/playwright-core").is_dir():
        missing("node with playwright-core", FETCH)
    ranges = json.dumps([(script.name, *ends) for script in webfonts.SCRIPTS for ends in script.ranges])
    command = [node, str(HERE / "fonts.mjs"), built.base, ranges]
    done = subprocess.run(command, capture_output=True, check=False, timeout=240)
    if done.returncode == 3:
        missing("chromium", FETCH)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_fonts_have_the_characters_of_the_texts_and_no_others() -> None:
    script = Path(__file__).parents[2] / "scripts" / "webfonts.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_page_without_native_names_loads_none(seen: dict[str, Any]) -> None:
    assert seen["without"] == []


def test_a_page_with_native_names_loads_what_the_machine_lacks_from_the_site(seen: dict[str, Any]) -> None:
    assert {f"{name}.woff2" for name in RARE} <= set(seen["usual"])
    assert seen["outside"] == []


def test_every_word_is_drawn_by_them(seen: dict[str, Any]) -> None:
    """A character that they lack would be drawn by another font, or as a box by none."""
    assert set(RARE) <= set(seen["words"])
    for script, fonts in seen["drawn"].items():
        assert fonts, script
        for custom, family, glyphs in fonts:
            # The blanks between the words may be another's.
            assert custom or glyphs <= seen["words"][script], (script, family, glyphs)


def test_they_are_small_and_bring_their_license(built: Built) -> None:
    folder = built.folder / webfonts.FOLDER
    assert sum(path.stat().st_size for path in folder.glob("*.woff2")) < 250_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text()
