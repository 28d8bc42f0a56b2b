"""`compare`: what differs between usages, between pins and rules, between two years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import click

from interfaith_cal import comparison
from interfaith_cal.cli import values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import format_option
from interfaith_cal.export.forms import to_json
from interfaith_cal.ground.separated import written_by_name
from interfaith_cal.model import Observance
from interfaith_cal.religions import festival as festival_named
from interfaith_cal.words import texts

_format = format_option(("table", "csv", "json"), "the list")
Row = dict[str, str]


@click.group("compare")
def compare_command() -> None:
    """Every day on which usages, pins and rules, or two years differ."""


@compare_command.command("usages")
@click.argument("years")
@choosing
@_format
def usages_command(choice: Choice, years: str, form: str) -> None:
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
    _print(rows, form, choice, ("festival", "own_year"), ("usage_name", "first_day", "last_day", "reason"))


@compare_command.command("pins")
@choosing
@_format
def pins_command(choice: Choice, form: str) -> None:
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
    _print(rows, form, choice, ("festival", "own_year"), ("pinned", "by_rule", "source"))


@compare_command.command("years")
@click.argument("first")
@click.argument("second")
@choosing
@_format
def years_command(choice: Choice, first: str, second: str, form: str) -> None:
    """On which days the festivals of two years fall, where month and day differ."""
    pair = values.year(first), values.year(second)
    days = [_by_festival(choice.observances(year), year) for year in pair]
    rows = [
        {
            "festival": festival,
            "name": festival_named(festival).name(choice.lang),
            "usage": usage,
            **{
                str(year): ", ".join(day.isoformat() for day in kept[festival, usage])
                for year, kept in zip(pair, days, strict=True)
            },
        }
        for festival, usage in dict.fromkeys([*days[0], *days[1]])
        if _calendar_days(days[0][festival, usage]) != _calendar_days(days[1][festival, usage])
    ]
    _print(rows, form, choice, ("festival", "usage"), tuple(str(year) for year in dict.fromkeys(pair)))


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


def _print(rows: Sequence[Row], form: str, choice: Choice, heads: Sequence[str], details: Sequence[str]) -> None:
    """Rows as CSV, JSON, or as a table in which rows with the same head stand under it, side by side."""
    if form == "json":
        click.echo(to_json(rows), nl=False)
    elif form == "csv":
        columns = list(rows[0]) if rows else [*heads, *details]
        click.echo(written_by_name(columns, rows), nl=False)
    elif not rows:
        click.echo(texts.wording(choice.lang, "nothing-differs"))
    else:
        click.echo(_table(rows, heads, details, choice.lang), nl=False)


def _table(rows: Sequence[Row], heads: Sequence[str], details: Sequence[str], lang: str) -> str:
    lines: list[str] = []
    head = None
    shown = [[_shown(row, detail, lang) for detail in details] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*shown, strict=True)]
    for row, cells in zip(rows, shown, strict=True):
        own = [row[key] for key in heads]
        if own != head:
            head = own
            lines += ["", f"{row['name']}  {' '.join(part for part in own if part)}"]
        # A column in which nothing has anything to say is left out.
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True) if width)
        lines.append(f"    {'  '.join(padded)}".rstrip())
    return "\n".join(lines[1:]) + "\n"


def _shown(row: Row, detail: str, lang: str) -> str:
    """A day in words with its weekday, nothing for the end of a single day, anything else as it is."""
    value = row[detail]
    if detail == "last_day" and value == row["first_day"]:
        return ""
    try:
        return texts.short_date(date.fromisoformat(value), lang)
    except ValueError:
        return value
