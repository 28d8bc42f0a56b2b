"""A page of the documentation for each community, from its rules and texts: `python scripts/community_pages.py FOLDER`.

The dates are those of fixed years, so that the pages do not depend on the day on which they are made.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from interfaith_cal.editorial import editions
from interfaith_cal.export.files import make_folder, write_whole
from interfaith_cal.export.rulebook import YEARS, Chapter, rule_book
from interfaith_cal.export.rulebook_pages import to_markdown
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.religions import festival as festival_named

FIRST_YEAR = 2027
LANG = "en"
CONTENTS = "index.md"
# The rule book is one document with a box to tick; here each chapter is a page to be read.
CHAPTER = "## "
BOX = "☐"
OPENING = """\
# Communities

Each community with its rules in words, its sources and the dates of {first} to {last}, as `interfaith-cal rules` prints
them for a community's office. The pages are generated from the rules and texts; nothing on them is written by hand.

```{{toctree}}
:maxdepth: 1

{names}
```
"""


def pages() -> Iterator[tuple[str, str]]:
    """The name and the content of each page."""
    last_year = FIRST_YEAR + YEARS - 1
    yield CONTENTS, OPENING.format(first=FIRST_YEAR, last=last_year, names="\n".join(PRINT_ORDER))
    for name in PRINT_ORDER:
        book = rule_book(editions.edition(editions.DEFAULT), FIRST_YEAR, LANG, communities=[name])
        yield f"{name}.md", "\n".join(_page(to_markdown(book), book.communities[0]))


def _page(document: str, chapter: Chapter) -> Iterator[str]:
    """A document of one chapter as a page: from its heading on, one level up, without boxes, with its texts."""
    lines = iter(document.split("\n"))
    opened = next(line for line in lines if line.startswith(CHAPTER))
    festivals = {f"· `{entry.id}`": entry.id for entry in chapter.festivals}
    yield opened.removeprefix("#")
    for line in lines:
        if line.startswith("###"):
            yield line.removeprefix("#")
        elif not line.startswith(BOX):
            yield line
        for ending, festival in festivals.items():
            if line.endswith(ending):
                yield from ("", *_said_of(festival))


def _said_of(identifier: str) -> Iterator[str]:
    festival = festival_named(identifier)
    yield festival.explanation(LANG)
    yield ""
    yield f"*{festival.greeting(LANG)}*"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    make_folder(folder)
    for name, content in pages():
        write_whole(folder / name, content.encode("utf-8"))
