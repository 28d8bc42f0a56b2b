"""The first commands: a list, a day, the next dates of a festival, calendar feeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import click

from interfaith_cal import almanac, selection
from interfaith_cal.cli import types, values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import form_of, writing
from interfaith_cal.cli.output import tell, terminal, write
from interfaith_cal.errors import SpanError
from interfaith_cal.export import listing as lines
from interfaith_cal.export.rows import MORE_COLUMNS, READ_COLUMNS, columns_named, usual_columns
from interfaith_cal.identity import SEPARATOR
from interfaith_cal.keepers import keepers
from interfaith_cal.model import Festival, Observance
from interfaith_cal.words import texts

WITH_COLUMNS = ("csv", "json", "xlsx", "md", "html")
_writing = writing(("table", "csv", "json", "xlsx", "md", "html"), "the list")
_columns = click.option(
    "--columns",
    type=types.COLUMNS,
    help=f"These columns, in this order, in a file; beside the usual ones there are {', '.join(MORE_COLUMNS)}.",
)
_bom = click.option("--bom", is_flag=True, help="Begin with a byte order mark, for spreadsheet programs; for csv.")


@click.command("list")
@click.argument("year", required=False)
@click.option("--from", "start", metavar="DAY", help="First day of a span, YYYY-MM-DD; with --to, instead of YEAR.")
@click.option("--to", "end", metavar="DAY", help="Last day of the span.")
@choosing
@_writing
@_columns
@_bom
def list_command(
    choice: Choice,
    year: str | None,
    start: str | None,
    end: str | None,
    form: str,
    columns: str | None,
    bom: bool,
    output: Path | None,
) -> None:
    """Everything kept in a YEAR, or from one day to another, as a table.

    \b
    interfaith-cal list 2027
    interfaith-cal list 2027 -c jewish -c christian --rank major
    interfaith-cal list --from 2026-08-01 --to 2027-07-31 --format csv -o schoolyear.csv
    interfaith-cal list 2027 --columns first_day,last_day,name,community -o 2027.xlsx
    interfaith-cal list 2027 --columns first_day,name,names,explanation,greeting -o texts.csv

    In a narrow terminal the details go first, from right to left: the date in the community's own
    calendar, the usage, until when; then long names are cut. NO_COLOR is respected.
    """
    first, last, span = _span(year, start, end)
    listing = _listing(form, columns, bom)
    found = choice.observances(first, last)
    write(_listed(found, choice, listing, span, output), output)
    _say_unannounced(choice, *almanac.span(first, last))


@click.command("day")
@click.argument("day", required=False)
@choosing
def day_command(choice: Choice, day: str | None) -> None:
    """What is kept on a DAY (YYYY-MM-DD; today if left out), eves included and marked."""
    asked = date.today() if day is None else values.day(day)
    kept = selection.on_day(asked, choice.observances)
    if not kept:
        tell(texts.wording(choice.lang, "nothing-kept", day=texts.long_date(asked, choice.lang)))
        return
    write(lines.day_to_terminal(asked, kept, choice.lang, terminal(), choice.place), None)


@click.command("next")
@click.argument("festival", type=types.FESTIVAL)
@click.option("--count", default=1, show_default=True, metavar="N", help="How many dates.")
@click.option("--after", metavar="DAY", help="Dates after this day; today itself counts if it is left out.")
@choosing
@_writing
def next_command(choice: Choice, festival: str, count: int, after: str | None, form: str, output: Path | None) -> None:
    """When a FESTIVAL comes next: its id, or what people call it, in any language.

    \b
    interfaith-cal next jewish/pesach
    interfaith-cal next zuckerfest

    What was understood is said on stderr. Where a word means several, they are named; -c tells them apart.
    """
    listing = _listing(form)
    since = date.today() - timedelta(1) if after is None else values.day(after)
    sought = _sought(festival, choice)
    found = selection.upcoming(choice.edition, sought, after=since, count=count, usages=choice.usages)
    name = sought.name(choice.lang)
    write(_listed(found, choice, listing, name, output), output)
    if len(found) < count and sought.announced_only:
        day = texts.short_date(found[-1].first_day if found else since, choice.lang)
        tell(texts.wording(choice.lang, "nothing-announced-after", festival=name, day=day), err=True)


@click.command("ics")
@click.argument("years")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH",
              help="A file ending in .ics, or a folder: one feed for each community, and the bundles.")  # fmt: skip
@choosing
def ics_command(choice: Choice, years: str, output: Path | None) -> None:
    """A calendar feed of one year or of several (YEARS as 2027 or 2026-2031).

    \b
    interfaith-cal ics 2027 -o feed.ics
    interfaith-cal ics 2026-2031 -o feeds/
    """
    from interfaith_cal.cli import feeds

    # A folder of feeds may be named in any way but as a file of another kind.
    form_of(None, output, ("ics",), "a feed")
    first, last = values.years(years)
    found = choice.observances(date(first, 1, 1), date(last, 12, 31))
    feeds.write(found, choice, output)


def _sought(words: str, choice: Choice) -> Festival:
    """The festival of an id, or the one that other words clearly mean; which that is, is said on stderr."""
    from interfaith_cal import finding

    own = keepers(choice.edition)
    if SEPARATOR in words:
        return finding.festival(words, own)
    sought, others = finding.meant(words, choice.communities, own)
    said = {"words": words, "festival": sought.name(choice.lang), "id": sought.id}
    if others:
        named = ", ".join(other.id for other in others)
        tell(texts.wording(choice.lang, "understood-beside", **said, others=named), err=True)
    else:
        tell(texts.wording(choice.lang, "understood", **said), err=True)
    return sought


def _say_unannounced(choice: Choice, first: date, last: date) -> None:
    """Say on stderr which festivals without a rule are missing from a list because nobody has announced them."""
    years: dict[str, list[str]] = {}
    for festival, year in almanac.unannounced(choice.festivals(), first, last):
        years.setdefault(festival.name(choice.lang), []).append(str(year))
    for name, unknown in years.items():
        said = texts.wording(choice.lang, "nothing-announced", festival=name, years=", ".join(unknown))
        tell(said, err=True)


def _span(year: str | None, start: str | None, end: str | None) -> tuple[int | date, date | None, str]:
    """What the list covers: a year, or two days; and its name for a heading."""
    if year is not None and (start or end):
        raise SpanError("a YEAR and --from/--to exclude each other; give one of them.")
    if year is not None:
        return values.year(year), None, year
    if not start or not end:
        raise SpanError("say what to list: a YEAR such as 2027, or --from DAY and --to DAY.")
    first, last = values.day(start), values.day(end)
    return first, last, f"{first.isoformat()} – {last.isoformat()}"


class _Listing(NamedTuple):
    """In which form a list is given, and with which columns where the form has columns to choose."""

    form: str
    columns: tuple[str, ...] | None
    byte_order_mark: bool


def _listing(form: str, columns: str | None = None, bom: bool = False) -> _Listing:
    if columns is not None and form not in WITH_COLUMNS:
        raise click.UsageError(f"--columns is for {', '.join(WITH_COLUMNS)}; the format is {form}.")
    if bom and form != "csv":
        raise click.UsageError(f"--bom is for csv; the format is {form}.")
    return _Listing(form, None if columns is None else columns_named(columns), bom)


def _listed(
    found: Sequence[Observance], choice: Choice, listing: _Listing, span: str, output: Path | None
) -> str | bytes:
    form, byte_order_mark = listing.form, listing.byte_order_mark
    columns = listing.columns or usual_columns(choice.lang)
    lang, title = choice.lang, f"{choice.edition.title_in(choice.lang)} {span}"
    if form == "table":
        return lines.to_terminal(found, lang, terminal(output))
    from interfaith_cal.export import table

    if form == "csv":
        return table.to_csv(found, lang, columns, byte_order_mark=byte_order_mark)
    if form == "json":
        return table.to_json(found, lang, columns)
    if form == "xlsx":
        return table.to_xlsx(found, lang, title, columns)
    if form == "md":
        return table.to_markdown(found, lang, title, choice.place, listing.columns or READ_COLUMNS)
    return table.to_html(found, lang, title, choice.place, listing.columns or READ_COLUMNS)
