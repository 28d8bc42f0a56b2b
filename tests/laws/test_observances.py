"""Laws that hold for every community, festival and span of days."""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.model import Observance, Rule
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.rules.pawukon import PawukonDay
from interfaith_cal.rules.several import EachOf
from interfaith_cal.words import texts

YEARS = st.integers(1900, 2100)
# Umm al-Qura has a table from 1924 to 2077.
TABLE_YEARS = st.integers(1925, 2076)
ALL_USAGES = {c.id: [u.id for u in c.usages] for c in ic.communities() if c.usages}
SOURCE = Path(ic.__file__).parent


def order(observance: Observance) -> tuple[date, int]:
    return observance.first_day, PRINT_ORDER.index(observance.community.id)


@given(year=TABLE_YEARS)
def test_a_year_is_in_one_order_with_ordered_spans_that_touch_it(year: int) -> None:
    found = ic.observances(year, usages=ALL_USAGES)
    assert all(order(a) <= order(b) for a, b in pairwise(found))
    for o in found:
        assert o.first_day <= o.last_day
        assert o.first_day <= date(year, 12, 31)
        assert o.last_day >= date(year, 1, 1)


@given(year=TABLE_YEARS)
def test_no_id_comes_twice(year: int) -> None:
    found = ic.observances(date(max(year - 3, 1925), 1, 1), date(min(year + 3, 2076), 12, 31), usages=ALL_USAGES)
    assert [i for i, n in Counter(o.id for o in found).items() if n > 1] == []


@given(first=st.dates(date(1900, 1, 1), date(2099, 12, 31)), days=st.integers(0, 500))
def test_a_span_holds_what_its_days_hold(first: date, days: int) -> None:
    last = min(first + timedelta(days), date(2100, 12, 31))
    span = ic.observances(first, last, communities=["jewish", "orthodox", "coptic"])
    years = [
        o
        for year in range(first.year, last.year + 1)
        for o in ic.observances(year, communities=["jewish", "orthodox", "coptic"])
    ]
    assert {o.id for o in span} == {o.id for o in years if o.first_day <= last and o.last_day >= first}


@given(day=st.dates(date(1900, 1, 2), date(2100, 12, 30)))
def test_a_day_holds_what_is_kept_and_the_eves(day: date) -> None:
    kept = ic.on(day, communities=["jewish", "orthodox", "coptic"])
    assert all(o.first_day <= day <= o.last_day for o in kept if not o.eve)
    assert all(o.first_day == day + timedelta(1) and o.begins == "sunset-before" for o in kept if o.eve)


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_festival_falls_sometime_and_says_so_in_both_languages(community: ic.CommunityId) -> None:
    (whole,) = ic.communities([community])
    fallen = {o.festival.slug for year in range(2015, 2027) for o in ic.observances(year, communities=[community])}
    assert {f.slug for f in whole.festivals} == fallen
    for festival in whole.festivals:
        assert festival.source
        for lang in ("de", "en"):
            assert festival.name(lang)
            assert festival.explanation(lang)
            assert festival.greeting(lang)
            for _, rule in festival.ways:
                assert texts.say(rule.sentence(), lang)


@pytest.mark.parametrize("community", PRINT_ORDER)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_rules_that_differ_differ_in_words(community: ic.CommunityId, lang: str) -> None:
    (whole,) = ic.communities([community])
    rules = {rule for festival in whole.festivals for _, rule in festival.ways}
    assert len({texts.say(rule.sentence(), lang) for rule in rules}) == len({rule.sentence() for rule in rules})


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_date_of_every_usage_says_itself_in_both_languages(community: ic.CommunityId) -> None:
    for o in ic.observances(2027, communities=[community], usages=ALL_USAGES):
        for lang in ("de", "en"):
            assert (o.native_date_in(lang) == "") == (o.calendar is None)
            assert isinstance(o.certainty_note_in(lang), str)


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_sources_and_usages_name_what_exists(community: ic.CommunityId) -> None:
    (whole,) = ic.communities([community])
    known = {"", *(usage.id for usage in whole.usages)}
    assert set(whole.default_usages) <= known
    assert {usage.basis for usage in whole.usages if usage.basis} <= known
    for festival in whole.festivals:
        assert {usage for usage, _ in festival.ways} <= known
    for usage in whole.usages:
        for lang in ("de", "en"):
            assert texts.usage_name(usage.id, lang)


ROOMS = (
    "errors", "identity", "spans", "phrase", "asked", "ground", "words", "ephemeris", "sky", "daylight", "model",
    "editorial", "reckoning", "rules", "religions", "keepers", "almanac", "selection", "finding", "checking",
    "comparison", "recording", "appointments", "background", "leavedays", "planner", "export", "review", "web",
    "yearly", "handed", "api", "holidays_adapter", "cli", "__init__", "__main__",
)  # fmt: skip
"""The rooms of the house from the ground up, as docs/design.md has them."""
# What a rule is carried on to is a rule itself: the one circle there is, of two modules.
CIRCLE = {"interfaith_cal.model.rule", "interfaith_cal.model.derived"}


def imports_of(path: Path) -> set[str]:
    """The rooms of the house that a module imports, at its head or when it is called."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "interfaith_cal":
            found.update(alias.name for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(re.findall(r"^interfaith_cal\.(\w+)", node.module))
        elif isinstance(node, ast.Import):
            found.update(room for alias in node.names for room in re.findall(r"^interfaith_cal\.(\w+)", alias.name))
    return found


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_run_downwards_only(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    below = set(ROOMS[: ROOMS.index(room) + 1])
    assert imports_of(path) <= below


def test_no_module_imports_one_that_needs_it() -> None:
    """Neither at its head nor when it is called: what is imported late is late so that a command starts at once."""
    paths = {".".join(path.relative_to(SOURCE.parent).with_suffix("").parts): path for path in SOURCE.rglob("*.py")}
    needs = {module: modules_of(path) & paths.keys() for module, path in paths.items()}
    while free := {module for module, needed in needs.items() if not needed}:
        needs = {module: needed - free for module, needed in needs.items() if module not in free}
    circles = {module for module in needs if module in reached(module, needs)}
    assert circles == CIRCLE


def modules_of(path: Path) -> set[str]:
    """What a module imports, by the full names of modules; names of other things may be among them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def reached(start: str, needs: dict[str, set[str]]) -> set[str]:
    """The modules that one needs, and those that these need."""
    found: set[str] = set()
    open_ends = {start}
    while open_ends := set().union(*(needs[module] for module in open_ends)) - found:
        found |= open_ends
    return found


def test_the_document_of_the_design_has_the_rooms_in_their_order() -> None:
    page = (SOURCE.parents[1] / "docs" / "design.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| (`.*?) \|", page, flags=re.MULTILINE)
    rooms = [name for cell in named for name in re.findall(r"`(\w+)/?`", cell)]
    assert rooms == [room for room in ROOMS if not room.startswith("__")]


@pytest.mark.parametrize("path", sorted((SOURCE / "religions").glob("[a-z]*.py")), ids=lambda p: p.stem)
def test_a_community_module_imports_only_the_words_it_is_written_in(path: Path) -> None:
    assert imports_of(path) <= {"model", "phrase", "rules", "reckoning"}


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_no_occurrence_of_a_single_year_is_overlooked(community: ic.CommunityId) -> None:
    """A rule asked for one year at a time gives what it gives for all of them together."""
    (whole,) = ic.communities([community])
    first, last = date(1930, 1, 1), date(2070, 12, 31)
    for festival in whole.festivals:
        for _, rule in festival.ways:
            together = {found.year for found in rule.occurrences(first, last)}
            singly = {f.year for y in range(1930, 2071) for f in rule.occurrences(date(y, 1, 1), date(y, 12, 31))}
            assert singly == together, festival.id
            assert every_own_year(rule, first, last) == together, festival.id


def every_own_year(rule: Rule, first: date, last: date) -> set[str]:
    """The own years of a rule that touch a span, each asked for itself, where they hold one day each."""
    if isinstance(rule, (EachOf, PawukonDay)):
        return {found.year for found in rule.occurrences(first, last)}
    spans = {year: rule.span(year) for year in range(rule.year_of(first) - 1, rule.year_of(last) + 2)}
    return {str(year) for year, span in spans.items() if span and span[0] <= last and span[1] >= first}
