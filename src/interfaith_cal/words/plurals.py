"""Which wording a number takes, in every language: the plural rules of CLDR for whole numbers.

`data/tables/plurals.csv`, made from Babel's data by `scripts/plurals.py`, has a rule for each category but "other", in
CLDR's own notation: "n mod 10 in 2..4 and n mod 100 not in 12..14".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from interfaith_cal.ground.root import shipped
from interfaith_cal.ground.separated import cells

OTHER = "other"
CATEGORIES = ("zero", "one", "two", "few", "many")
"""The categories that a phrase may have a wording for, besides its wording for any other number."""

# Of a language that CLDR does not know: one, and all else.
UNKNOWN_TO_CLDR = {"one": "n in 1"}
RELATION = re.compile(r"n(?: mod (\d+))?( not)? in ([\d.,]+)")


def categories(lang: str) -> tuple[str, ...]:
    """The categories in which a language has wordings of its own, besides "other"."""
    return tuple(category for category in CATEGORIES if category in _rules_of(lang))


@cache
def category(lang: str, number: int) -> str:
    """The category of a whole number in a language."""
    for name, rule in _rules_of(lang).items():
        if _holds(rule, abs(number)):
            return name
    return OTHER


def _rules_of(lang: str) -> Mapping[str, str]:
    return _rules().get(lang.partition("-")[0], UNKNOWN_TO_CLDR)


@cache
def _rules() -> Mapping[str, Mapping[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    table = (shipped() / "tables" / "plurals.csv").read_text(encoding="utf-8")
    for language, name, rule in cells(table)[1:]:
        found[language] |= {name: rule} if rule else {}
    return dict(found)


def _holds(rule: str, number: int) -> bool:
    return any(all(_related(one, number) for one in part.split(" and ")) for part in rule.split(" or "))


def _related(relation: str, number: int) -> bool:
    """Whether a number is in the ranges of a relation, or not in them, as the relation says."""
    parts = RELATION.fullmatch(relation)
    assert parts is not None, relation
    modulus, negated, ranges = parts.groups()
    rest = number % int(modulus) if modulus else number
    spans = (span.partition("..") for span in ranges.split(","))
    return any(int(first) <= rest <= int(last or first) for first, _, last in spans) is not bool(negated)
