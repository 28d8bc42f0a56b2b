"""What each Land provides for religious days, `docs/leave.md`, from `data/leave` and `tests/evidence/leave.csv`.

usage: python scripts/leave.py          writes it
       python scripts/leave.py --check  writes nothing; exit status 1 if it is stale
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from interfaith_cal.export.files import write_whole
from interfaith_cal.model.leave import LandLeave, lands, leave_of, said
from interfaith_cal.religions import PRINT_ORDER, community

ROOT = Path(__file__).resolve().parents[1]
PAGE, LISTS = ROOT / "docs" / "leave.md", ROOT / "tests" / "evidence" / "leave.csv"
LANG = "en"
HEAD = """# Leave and protected days

For which religious days pupils may stay away from school, and on which a law protects employees, as each text says that
was read. Nothing is inferred from one Land for another. `interfaith-cal leave LAND SCHOOLYEAR` gives the days;
with `--needs-form` only those with school for which something has to be handed in. School holidays that are not known
yet are given with `--school-holidays FILE.ics`. `data/leave/` holds what stands here. Not legal advice.

| Land | text | reference | read in | read on | leave for days of | protects days of | published lists |
|---|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    rules = [leave_of(land) for land in lands()]
    out = HEAD + "\n".join(line for land in rules for line in _rows(land)) + "\n\n## What is open\n\n"
    return out + "\n".join(f"- **{said(land.land, LANG)}**: {' '.join(_open(land))}" for land in rules) + "\n"


def _rows(land: LandLeave) -> Iterator[str]:
    for number, text in enumerate(land.texts):
        kept = [_keepers(p.community for p in part if p.text is text) for part in (land.leave, land.protected)]
        lists = _lists(land.id) if number == 0 else ""
        name = said(land.land, LANG) if number == 0 else ""
        cells = (name, said(text.name, LANG), text.published, text.where, text.read.isoformat(), *kept, lists)
        yield f"| {' | '.join(cells)} |"


def _keepers(found: Iterator[str]) -> str:
    held = set(found)
    return ", ".join(community(name).name(LANG) for name in PRINT_ORDER if name in held) or "–"


def _lists(land: str) -> str:
    with LISTS.open(encoding="utf-8") as table:
        sources = dict.fromkeys(row["source"] for row in csv.DictReader(table) if row["land"] == land)
    return "; ".join(sources) or "none found"


def _open(land: LandLeave) -> Iterator[str]:
    yield from (said(unknown, LANG) for unknown in land.unknown)


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is stale."""
    if arguments == ["--check"]:
        stale = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page()
        if stale:
            print(f"{PAGE} is stale; run: python scripts/leave.py", file=sys.stderr)  # noqa: T201
        return int(stale)
    write_whole(PAGE, page().encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
