"""Feasts that are public holidays of eighteen countries, 1990-2035, against vacanza/holidays, where both mean one day.

`public_holidays.csv` says which of its names is which of our festivals, `public_holidays_explained.csv` in which years
the first days differ, and why. A difference without a reason fails, and so does a reason that no year needs. Islamic
days of countries that sight their own crescent (India, Sri Lanka, Malaysia, Singapore) are left out: no usage of ours
speaks for them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import holidays
import pytest

import interfaith_cal as ic

HERE = Path(__file__).parent
FIRST_YEAR, LAST_YEAR = 1990, 2035
# It warns that its Indian tables begin with 2001.
pytestmark = pytest.mark.filterwarnings("ignore:Requested Holidays are available only from")

COUNTRIES = {"DE", "GR", "RO", "RS", "RU", "GE", "AM", "EG", "ET", "TR", "IN", "LK", "TH", "SG", "MY", "VN", "KR", "BT"}


class Meaning(NamedTuple):
    """What a name of theirs means to us."""

    country: str
    subdivision: str
    category: str
    theirs: str
    festival: str
    usage: str


class Explanation(NamedTuple):
    """The years in which the days differ for one reason."""

    country: str
    theirs: str
    festival: str
    years: str
    reason: str


def rows(table: str) -> list[dict[str, str]]:
    with (HERE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


MEANINGS = [Meaning(**row) for row in rows("public_holidays")]
EXPLANATIONS = [Explanation(**row) for row in rows("public_holidays_explained")]


@cache
def their_days(country: str, subdivision: str, category: str) -> Mapping[str, list[date]]:
    """The days of each name, in order; of a feast of several days the first."""
    listed = holidays.country_holidays(
        country,
        subdiv=subdivision or None,
        years=range(max(FIRST_YEAR, getattr(holidays, country).start_year), LAST_YEAR + 1),
        categories=("public", category) if category else None,
        language="en_US",
    )
    days: dict[str, set[date]] = defaultdict(set)
    for day in listed:
        for name in listed.get_list(day):
            days[name.removesuffix(" (estimated)")].add(day)
    return {name: sorted(day for day in found if day - timedelta(1) not in found) for name, found in days.items()}


@cache
def our_days(festival: str, usage: str) -> list[date]:
    usages = {festival.partition("/")[0]: [usage]} if usage else None
    span = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    return [o.first_day for o in ic.observances(*span, festivals=[festival], usages=usages, pins=False)]


def by_year(days: list[date]) -> dict[int, list[date]]:
    years: dict[int, list[date]] = defaultdict(list)
    for day in days:
        years[day.year].append(day)
    return years


def test_all_countries_are_asked() -> None:
    assert {meaning.country for meaning in MEANINGS} == COUNTRIES


@pytest.mark.parametrize("meaning", MEANINGS, ids=lambda m: f"{m.country}-{m.theirs}-{m.festival}")
def test_the_days_are_the_same_but_for_those_explained(meaning: Meaning) -> None:
    theirs = by_year(their_days(meaning.country, meaning.subdivision, meaning.category)[meaning.theirs])
    ours = by_year(our_days(meaning.festival, meaning.usage))
    key = (meaning.country, meaning.theirs, meaning.festival)
    explained = [int(year) for row in EXPLANATIONS if row[:3] == key for year in row.years.split()]
    differing = {year: (days, ours.get(year, [])) for year, days in theirs.items() if days != ours.get(year, [])}
    assert sorted(differing) == sorted(explained), differing


def test_every_explanation_has_a_reason_and_belongs_to_a_name() -> None:
    known = {(m.country, m.theirs, m.festival) for m in MEANINGS}
    assert [row for row in EXPLANATIONS if not row.reason or row[:3] not in known] == []
