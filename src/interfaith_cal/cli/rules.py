"""`rules`: the rule book that a community's office proof-reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from interfaith_cal.cli import types, values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import writing
from interfaith_cal.cli.output import write

FORMATS = ("md", "html", "json")


@click.command("rules")
@click.argument("community", required=False, type=types.COMMUNITY)
@click.option(
    "--from-year", metavar="YEAR", help="First of the five years whose dates are shown; next year if left out."
)
@choosing
@writing(FORMATS, "the book")
def rules_command(choice: Choice, community: str | None, from_year: str | None, form: str, output: Path | None) -> None:
    """The rule book, of one COMMUNITY or of all: each festival with its rule in words and five years of dates.

    \b
    interfaith-cal rules jewish
    interfaith-cal rules alevi --format html -o alevi.html
    interfaith-cal rules --edition nrw --lang en --format json --from-year 2028

    All usages are shown, unless some are named with --usage. `interfaith-cal review` makes the sheet
    in which an office corrects single dates.
    """
    from interfaith_cal.export import rulebook_pages

    if community:
        choice = replace(choice, communities=(*(choice.communities or ()), community))
    book = choice.rule_book(date.today().year + 1 if from_year is None else values.year(from_year))
    writers = {"md": rulebook_pages.to_markdown, "html": rulebook_pages.to_html, "json": rulebook_pages.to_json}
    write(writers[form](book), output)
