"""The rules against what communities, authorities and libraries have published."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal import almanac
from interfaith_cal.religions import PRINT_ORDER
from tests.conftest import Published, published


def days_of(community: str, usage: str, first: int, last: int) -> dict[tuple[str, date], set[date]]:
    usages = {community: [usage]} if usage else None
    days: dict[tuple[str, date], set[date]] = defaultdict(set)
    span = date(first, 1, 1), date(last, 12, 31)
    # A pin was itself published: with it, a date would only be compared with itself.
    for o in almanac.observances(*span, communities=[community], usages=usages, pins=False):
        days[o.festival.slug, o.first_day].add(o.last_day)
    # Where there is no rule, what was announced must at least be told.
    for o in almanac.observances(*span, communities=[community], usages=usages):
        if o.festival.announced_only:
            days[o.festival.slug, o.first_day].add(o.last_day)
    return days


def misses(rows: list[Published]) -> list[Published]:
    """The rows that the rules do not give, each looked up under its own usage."""
    missed = []
    for community, usage in sorted({(row.community, row.usage) for row in rows}):
        own = [row for row in rows if (row.community, row.usage) == (community, usage)]
        years = [row.first_day.year for row in own]
        given = days_of(community, usage, min(years), max(years))
        for row in own:
            lasts = given.get((row.festival, row.first_day))
            if lasts is None or (row.last_day is not None and row.last_day not in lasts):
                missed.append(row)
    return missed


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_published_date_is_given(community: str) -> None:
    assert misses(published(community)) == []


def test_where_a_source_says_there_is_no_celebration_there_is_none() -> None:
    rows = [row for row in published("absent") if row.community in PRINT_ORDER]
    assert misses(rows) == rows


def test_disagreements_are_still_disagreements() -> None:
    rows = [row for row in published("disagreements") if row.community in PRINT_ORDER]
    differing = [row for row in rows if not row.reason.startswith("fits:")]
    assert sorted(misses(rows), key=str) == sorted(differing, key=str)


@pytest.mark.parametrize("table", [*PRINT_ORDER, "absent", "disagreements"])
def test_every_row_has_a_source_and_names_a_festival_that_exists(table: str) -> None:
    for row in published(table):
        assert row.source
        assert row.evidence
        if row.community in PRINT_ORDER:
            ic.festival(f"{row.community}/{row.festival}")


def test_every_disagreement_has_a_reason() -> None:
    assert [row for row in published("disagreements") if row.community in PRINT_ORDER and not row.reason] == []
