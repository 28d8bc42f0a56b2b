"""`compare`: what differs between usages, between pins and rules, between two years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from interfaith_cal import comparison
from interfaith_cal.cli import values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import writing
from interfaith_cal.cli.output import write
from interfaith_cal.export import differences
from interfaith_cal.export.differences import Row
from interfaith_cal.export.forms import to_json
from interfaith_cal.model import Observance
from interfaith_cal.religions import festival as festival_named
from interfaith_cal.words import texts

_writing = writing(("table", "csv", "json"), "the list")


@click.group("compare")
def compare_command() -> None:
    """Every day on which usages, pins and rules, or two years differ."""


@compare_command.command("usages")
@click.argument("years")
@choosing
@_writing
def usages_command(choice: Choice, years: str, form: str, output: Path | None) -> None:
    """Festivals that usages of a community keep on different days in YEARS (2027 or 2026-2035)."""
    first, last = values.years(years)
    found = comparison.compare_usages(date(first, 1, 1), date(last, 12, 31), choice.communities)
    rows = [
        {
            "festival": difference.festival.id,
            "name": difference.festival.name(choice.lang),
            "own_year": difference.own_year,
            "usage": usage,
            "usage_name": texts.usage_name(usage, choice.lang) or texts.wording(choice.lang, "usage-default"),
            **_days(kept),
            "reason": texts.say(reason, choice.lang) if (reason := comparison.reason_of(difference, usage)) else "",
        }
        for difference in found
        for usage, kept in difference.kept
    ]
    _write(rows, form, output, choice, ("festival", "own_year"), ("usage_name", "first_day", "last_day", "reason"))


@compare_command.command("pins")
@choosing
@_writing
def pins_command(choice: Choice, form: str, output: Path | None) -> None:
    """Published dates that the rules do not give: each pin is computed anew."""
    rows = [
        {
            "festival": difference.pin.festival,
            "name": festival_named(difference.pin.festival).name(choice.lang),
            "own_year": difference.pin.own_year,
            "usage": difference.pin.usage,
            "pinned": difference.pin.first_day.isoformat(),
            "by_rule": difference.by_rule.first_day.isoformat() if difference.by_rule else "",
            "source": difference.pin.source,
        }
        for difference in comparison.compare_pins(choice.communities)
    ]
    _write(rows, form, output, choice, ("festival", "own_year"), ("pinned", "by_rule", "source"))


@compare_command.command("years")
@click.argument("first")
@click.argument("second")
@choosing
@_writing
def years_command(choice: Choice, first: str, second: str, form: str, output: Path | None) -> None:
    """On which days the festivals of two years fall, where month and day differ."""
    pair = values.year(first), values.year(second)
    found = [choice.observances(year) for year in pair]
    names = {o.festival.id: o.name(choice.lang) for of_year in found for o in of_year}
    days = [_by_festival(kept, year) for kept, year in zip(found, pair, strict=True)]
    rows = [
        {
            "festival": festival,
            "name": names[festival],
            "usage": usage,
            **{
                str(year): ", ".join(day.isoformat() for day in kept[festival, usage])
                for year, kept in zip(pair, days, strict=True)
            },
        }
        for festival, usage in dict.fromkeys([*days[0], *days[1]])
        if _calendar_days(days[0][festival, usage]) != _calendar_days(days[1][festival, usage])
    ]
    _write(rows, form, output, choice, ("festival", "usage"), tuple(str(year) for year in dict.fromkeys(pair)))


def _by_festival(observances: Iterable[Observance], year: int) -> defaultdict[tuple[str, str], list[date]]:
    """The first days of a year by festival and usage; none for one that does not fall in it."""
    found: defaultdict[tuple[str, str], list[date]] = defaultdict(list)
    for o in observances:
        if o.first_day.year == year:
            found[o.festival.id, o.usage].append(o.first_day)
    return found


def _calendar_days(days: Sequence[date]) -> list[tuple[int, int]]:
    return [(day.month, day.day) for day in days]


def _days(kept: Observance | None) -> Row:
    if kept is None:
        return {"first_day": "", "last_day": ""}
    return {"first_day": kept.first_day.isoformat(), "last_day": kept.last_day.isoformat()}


def _write(
    rows: Sequence[Row], form: str, output: Path | None, choice: Choice, heads: Sequence[str], details: Sequence[str]
) -> None:
    if form == "json":
        write(to_json(rows), output)
    elif form == "csv":
        write(differences.to_csv(rows, heads, details), output)
    else:
        write(differences.to_terminal(rows, heads, details, choice.lang), output)
