"""`print`: the print edition as PDF, and pictures of the poster and of a month for the web."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interfaith_cal.cli import values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.errors import MissingExtraError, SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground.places import country

if TYPE_CHECKING:
    from interfaith_cal.background import BackgroundDays
    from interfaith_cal.export.print.content import Issue

PRINTED = ("poster", "booklet", "greetings", "rulebook", "table")


@click.command("print")
@click.argument("work", metavar="|".join(PRINTED))
@click.argument("year")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file to write (needed).")
@click.option("--paper", metavar="a1|a2|a3|a4|a5", help="DIN format; the poster's is a1, the booklet's a5, else a4.")
@click.option("--orientation", metavar="landscape|portrait", help="How the poster lies; landscape if left out.")
@click.option(
    "--bleed", default=0.0, metavar="MM", help="Color beyond the edge, with crop marks; print shops ask for 3."
)
@click.option(
    "--school-holidays",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE.ics",
    help="School holidays for the background, besides those of the edition; may be repeated.",
)
@click.option("--feeds-url", default="", metavar="URL", help="Address of the feeds, for the QR code.")
@click.option("--format", "form", metavar="pdf|png|svg", help="Form; by the ending of FILE if left out.")
@click.option("--month", metavar="N", help="Only a month of the poster, as a picture: 1 to 12.")
@click.option(
    "--edition-date", metavar="DAY", help="Day of the edition, YYYY-MM-DD; that of the change log if left out."
)
@choosing
def print_command(
    choice: Choice,
    work: str,
    year: str,
    output: Path | None,
    paper: str | None,
    orientation: str | None,
    bleed: float,
    school_holidays: tuple[Path, ...],
    feeds_url: str,
    form: str | None,
    month: str | None,
    edition_date: str | None,
) -> None:
    """The print edition of a YEAR: poster, booklet, greeting sheet, rule book, yearly table.

    \b
    interfaith-cal print poster 2027 --edition nrw -o kalender-2027.pdf
    interfaith-cal print poster 2027 --paper a2 --bleed 3 --feeds-url https://... -o plakat.pdf
    interfaith-cal print poster 2027 --month 4 -o april.png
    interfaith-cal print booklet 2027 --paper a4 --lang en -o booklet.pdf

    Main festivals only, unless the edition or --rank says otherwise. Every PDF is tagged and
    archivable (PDF/UA-1, PDF/A-2a). The same input gives the same bytes.
    """
    if work not in PRINTED:
        raise UnknownNameError("work to print", work, PRINTED)
    if output is None:
        raise SpanError(f"say where to write the {work}: -o FILE, for example -o {work}-{year}.pdf.")
    if month is not None and work != "poster":
        raise SpanError(f"a month is a part of the poster, not of the {work}: print poster {year} --month {month}.")
    of_year = values.year(year)

    from interfaith_cal.export.print.works import make, sheet_for

    made = "month" if month is not None else work
    sheet = sheet_for(made, paper, orientation, bleed)
    form = form or _form_of(output)
    issue = _issue(choice, work, of_year, school_holidays, feeds_url, _month(month), edition_date)
    size = f"{sheet.paper.name.upper()} {sheet.paper.orientation}"
    click.echo(f"{made} {of_year} ({choice.lang}, {size}): {len(issue.observances)} observances", err=True)
    _write(output, make(made, issue, sheet, form))


def _issue(
    choice: Choice,
    work: str,
    year: int,
    school_holidays: Sequence[Path],
    feeds_url: str,
    month: int,
    edition_date: str | None,
) -> Issue:
    from interfaith_cal.editorial.changes import change_log
    from interfaith_cal.export.print.content import Issue

    # The edition "all" has more than any sheet of paper holds; what is printed are the main festivals.
    rank = choice.rank or ("major" if choice.edition.id == "all" else None)
    narrowed = replace(choice, rank=rank)
    observances = narrowed.observances(year)
    stamp = max([change_log().published, *(change_log().of(o.id).changed for o in observances)])
    return Issue(
        year=year,
        lang=choice.lang,
        edition=choice.edition,
        observances=observances,
        day=stamp.date() if edition_date is None else values.day(edition_date),
        stamp=stamp,
        background=_background(choice, year, school_holidays),
        place=choice.place,
        feeds_url=feeds_url,
        month=month,
        rule_book=narrowed.rule_book(year) if work == "rulebook" else None,
    )


def _background(choice: Choice, year: int, school_holidays: Sequence[Path]) -> list[BackgroundDays]:
    """Public and school holidays; where the public ones cannot be known, a word on stderr and Sundays alone."""
    from interfaith_cal import background

    first, last = date(year, 1, 1), date(year, 12, 31)
    home = country(choice.edition.country)
    files = (*choice.edition.school_holidays, *school_holidays)
    found = background.school_holidays(files, first, last, home.timezone)
    if choice.edition.public_holidays:
        try:
            found += background.public_holidays(choice.edition.public_holidays, first, last, choice.lang, home)
        except (MissingExtraError, YearRangeError) as error:
            click.echo(f"without public holidays: {error}", err=True)
    return found


def _month(text: str | None) -> int:
    if text is None:
        return 1
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 12:
        raise SpanError(f"{text!r} is not a month; give one from 1 to 12.")
    return int(text)


def _form_of(output: Path) -> str:
    return output.suffix.removeprefix(".").lower() if output.suffix.lower() in (".png", ".svg") else "pdf"


def _write(output: Path, pages: Sequence[bytes]) -> None:
    """One file, or one for each page with its number before the ending."""
    from interfaith_cal.export.files import write_whole

    for number, content in enumerate(pages, 1):
        path = output if len(pages) == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")
        write_whole(path, content)
        click.echo(f"{path}: {len(content) / 1000:,.0f} kB", err=True)
