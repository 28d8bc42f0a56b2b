"""The plural rules of CLDR for whole numbers, as Babel has them, in `data/tables/plurals.csv`.

usage: python scripts/plurals.py          writes it
       python scripts/plurals.py --check  writes nothing; exit status 1 if it is stale
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

from interfaith_cal.export.files import write_whole
from interfaith_cal.ground.separated import written

TABLE = Path(__file__).resolve().parents[1] / "data" / "tables" / "plurals.csv"
COLUMNS = ("language", "category", "rule")
RELATION = re.compile(r"([a-z])(?: mod (\d+))?( not)? in ([\d.,]+)")
# Of a whole number written in figures, the visible fraction and the power of ten are nothing.
NOTHING = "vwftce"


def rows() -> Iterator[tuple[str, str, str]]:
    """Each language's categories, with the rule by which a whole number n belongs to one; "other" if it has no more."""
    for language in sorted({name.partition("_")[0] for name in locale_identifiers()}):
        rules = Locale.parse(language).plural_form.rules
        if not rules:
            yield language, "other", ""
        for category, rule in sorted(rules.items()):
            alternatives = [found for part in rule.split(" or ") if (found := _of_whole_numbers(part)) is not None]
            if alternatives:
                yield language, category, " or ".join(alternatives)


def _of_whole_numbers(alternative: str) -> str | None:
    """A chain of relations without those that every whole number fulfils; None if none fulfils it."""
    kept = []
    for relation in alternative.split(" and "):
        parts = RELATION.fullmatch(relation)
        assert parts is not None, relation
        operand, modulus, negated, ranges = parts.groups()
        if operand not in NOTHING:
            kept.append(f"n{f' mod {modulus}' if modulus else ''}{negated or ''} in {ranges}")
        elif (ranges.split(",")[0].split("..")[0] == "0") == bool(negated):
            return None
    return " and ".join(kept) or "n mod 1 in 0"


if __name__ == "__main__":
    table = written(COLUMNS, rows())
    if sys.argv[1:] == ["--check"]:
        if TABLE.read_text(encoding="utf-8") != table:
            sys.exit(f"{TABLE.name} is stale; run `python scripts/plurals.py`.")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        write_whole(TABLE, table.encode("utf-8"))
