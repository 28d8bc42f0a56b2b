"""`leave`: for which festivals a Land gives pupils leave."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from interfaith_cal.cli import types, values
from interfaith_cal.cli.options import COMMUNITY, LANGUAGE, edition_option, writing
from interfaith_cal.cli.output import terminal, write
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.leave import leave_of
from interfaith_cal.errors import SpanError
from interfaith_cal.export.leave import leave_to_csv, leave_to_json, leave_to_terminal
from interfaith_cal.leave import leave_days


@click.command("leave")
@click.argument("land", type=types.LEAVE_LAND)
@click.argument("school_year")
@COMMUNITY
@edition_option("Only the communities of this edition.")
@LANGUAGE
@writing(("table", "csv", "json"), "the answer")
def leave_command(
    land: str,
    school_year: str,
    communities: tuple[str, ...],
    edition: str,
    lang: str | None,
    form: str,
    output: Path | None,
) -> None:
    """For which festivals pupils get leave in a LAND (nrw, by, bw, hh) in a SCHOOL_YEAR (2026/27).

    \b
    interfaith-cal leave nrw 2026/27
    interfaith-cal leave by 2026/27 -c orthodox --format csv -o leave.csv

    A school year runs from 1 August to 31 July. What is not known of the rules is said. Not legal advice.
    """
    rules, first = leave_of(land), _school_year(school_year)
    chosen = editions.edition(edition)
    said_in, shown = chosen.language(lang), chosen.communities
    days = leave_days(rules, date(first, 8, 1), date(first + 1, 7, 31), communities or shown or None)
    year = f"{first}/{(first + 1) % 100:02}"
    if form == "csv":
        said = leave_to_csv(days, rules, year, said_in)
    elif form == "json":
        said = leave_to_json(days, rules, year, said_in)
    else:
        said = leave_to_terminal(days, rules, year, said_in, terminal(output))
    write(said, output)


def _school_year(text: str) -> int:
    """The year in which a school year begins; raises SpanError or YearRangeError for anything else."""
    written = re.fullmatch(r"(\d{4})[/-](\d{4}|\d{2})", text)
    first = values.year(written[1]) if written else 0
    if not written or written[2] not in (str(first + 1), f"{(first + 1) % 100:02}"):
        raise SpanError(f"{text!r} is not a school year; give two years that follow each other, for example 2026/27.")
    values.year(str(first + 1))
    return first
