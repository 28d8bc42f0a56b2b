"""The documentation builds without a warning and without the network, and what is generated in it is not stale."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import interfaith_cal
from interfaith_cal.religions import PRINT_ORDER, communities

ROOT = Path(__file__).resolve().parents[2]
# Where no proxy listens: whoever asks the network hears of it at once.
OFFLINE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | OFFLINE, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the communities, made now."""
    folder = tmp_path_factory.mktemp("docs") / "communities"
    made = run("scripts/community_pages.py", folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_the_reference_of_the_command_line_is_not_stale() -> None:
    checked = run("scripts/reference.py", "--check")
    assert checked.returncode == 0, checked.stderr


def test_it_builds_without_a_warning_and_its_pages_ask_nobody_for_anything(pages: Path, tmp_path: Path) -> None:
    source, html = tmp_path / "docs", tmp_path / "html"
    shutil.copytree(ROOT / "docs", source, ignore=shutil.ignore_patterns("_build", "communities"))
    shutil.copytree(pages, source / "communities")
    built = run("-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", source, html)
    assert built.returncode == 0, f"{built.stderr}\nIs Sphinx missing? pip install -e '.[docs]'"
    expected = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"README"}
    expected |= {f"de/{path.stem}" for path in (ROOT / "docs" / "de").glob("*.md")}
    expected |= {f"communities/{name}" for name in (*PRINT_ORDER, "index")}
    for page in expected:
        text = (html / f"{page}.html").read_text(encoding="utf-8")
        assert not re.findall(r"<(?:script|link|img)\b[^>]*(?:src|href)=\"(?:https?:)?//[^\"]+", text), page
    reference = (html / "reference.html").read_text(encoding="utf-8")
    offered = [name for name in interfaith_cal.__all__ if not name.startswith("_")]
    assert [name for name in offered if f'id="interfaith_cal.{name}"' not in reference] == []


def test_a_community_has_every_festival_and_its_texts_on_its_page(pages: Path) -> None:
    assert sorted(path.stem for path in pages.iterdir()) == sorted((*PRINT_ORDER, "index"))
    for community in communities():
        page = (pages / f"{community.id}.md").read_text(encoding="utf-8")
        assert page.startswith(f"# {community.name('en')}\n")
        for festival in community.festivals:
            assert f"`{festival.id}`" in page
            assert festival.explanation("en") in page
            assert festival.greeting("en") in page


def test_the_pages_of_communities_are_the_same_whenever_they_are_made(pages: Path, tmp_path: Path) -> None:
    assert run("scripts/community_pages.py", tmp_path).returncode == 0
    for page in pages.iterdir():
        assert (tmp_path / page.name).read_bytes() == page.read_bytes(), page.name
