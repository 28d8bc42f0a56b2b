"""The guides in German say what the English ones say: the same commands and files, and as many chapters and rows."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

import pytest

from .examples import Block, blocks

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = sorted((DOCS / "de").glob("*.md"))
COMMENT = re.compile(r"[ ]*#.*$", re.MULTILINE)


def commands(block: Block) -> str:
    """What is done in a block: of a transcript the call, of a file what is no comment."""
    if block.language == "console":
        return block.text.partition("\n")[0].removeprefix("$ ").removesuffix(" --lang en")
    return COMMENT.sub("", block.text).strip()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_it_has_the_commands_of_the_english_guide_which_are_run(guide: Path) -> None:
    pages = (guide, DOCS / guide.name)
    german, english = ([block for block in blocks(page) if block.language != "{toctree}"] for page in pages)
    for here, there in zip_longest(german, english):
        assert here is not None, f"{guide}: lacks {there.text}"
        assert there is not None, f"{guide}:{here.line}: is not in English"
        assert (commands(here), here.caption, here.marks) == (commands(there), there.caption, there.marks), here.line


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_it_has_the_chapters_and_rows_of_the_english_guide(guide: Path) -> None:
    def outline(page: Path) -> list[str]:
        text = re.sub(r"^(`{3,})[^`]*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        return [line.split(" ")[0] for line in text.splitlines() if re.match(r"#+ |[|*] |\d+\. ", line)]

    # It says besides how the program is made to speak German.
    assert outline(guide) == outline(DOCS / guide.name)
