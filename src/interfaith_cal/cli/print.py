"""`print`: the print edition as PDF, and pictures of the poster and of a month for the web."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from interfaith_cal.background import Background, of_land
from interfaith_cal.cli import types, values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import LAND, SCHOOL_HOLIDAYS, writing
from interfaith_cal.cli.output import say, tell
from interfaith_cal.errors import MissingExtraError, SpanError, UnknownNameError, YearRangeError
from interfaith_cal.export.print.content import Issue
from interfaith_cal.export.print.period import Period
from interfaith_cal.export.print.printer import USUAL_BLEED, for_printer
from interfaith_cal.export.print.works import FORMS, WORKS, make, sheet_for
from interfaith_cal.ground.places import country
from interfaith_cal.leavedays import school_year_days

# A month is a part of the poster, asked for by its number.
PRINTED = tuple(work for work in WORKS if work != "month")
PAPERS = sorted({paper for work in WORKS.values() for paper in work.papers})
ORIENTATIONS = sorted({orientation for work in WORKS.values() for orientation in work.orientations})


@click.command("print")
@click.argument("work", type=types.OneOf("work to print", PRINTED))
@click.argument("year", required=False)
@click.option("--from", "start", metavar="DAY", help="First day of a span of months, YYYY-MM-DD; with --to.")
@click.option("--to", "end", metavar="DAY", help="Last day of the span; instead of YEAR.")
@click.option("--paper", type=types.KnownName("paper", lambda: PAPERS),
              help="DIN format; the poster's is a1 (one page; a2: two, with explanations overleaf; a3: four, with "
              "half a year on each sheet), the booklet's a5, else a4.")  # fmt: skip
@click.option("--orientation", type=types.KnownName("orientation", lambda: ORIENTATIONS),
              help="How the poster lies; landscape if left out.")  # fmt: skip
@click.option(
    "--bleed", default=0.0, metavar="MM", help="Color beyond the edge, with crop marks; print shops ask for 3."
)
@click.option("--printer", is_flag=True, help="For a print shop (PDF/X-4): in four inks, black alone for black, "
              "with 3 mm of bleed; through Ghostscript.")  # fmt: skip
@click.option("--profile", type=click.Path(path_type=Path), metavar="FILE.icc",
              help="With --printer: the press, as the shop describes it; else the one of Ghostscript.")  # fmt: skip
@LAND
@SCHOOL_HOLIDAYS
@click.option("--feeds-url", default="", metavar="URL", help="Address of the feeds, for the QR code.")
@click.option("--month", metavar="N", help="Only a month of the poster, as a picture: 1 to 12.")
@click.option(
    "--edition-date", metavar="DAY", help="Day of the edition, YYYY-MM-DD; that of the change log if left out."
)
@writing(FORMS, "what is printed")
@choosing
def print_command(
    choice: Choice,
    work: str,
    year: str | None,
    start: str | None,
    end: str | None,
    output: Path | None,
    paper: str | None,
    orientation: str | None,
    bleed: float,
    printer: bool,
    profile: Path | None,
    land: str | None,
    school_holidays: tuple[Path, ...],
    feeds_url: str,
    form: str,
    month: str | None,
    edition_date: str | None,
) -> None:
    """The print edition of a YEAR (2027) or school year (2026/27): poster, booklet, greeting sheet, rule book, table.

    \b
    interfaith-cal print poster 2027 --edition nrw -o kalender-2027.pdf
    interfaith-cal print poster 2027 --paper a2 --bleed 3 --feeds-url https://... -o plakat.pdf
    interfaith-cal print poster 2027 --paper a2 --printer --profile PSOcoated_v3.icc -o druck.pdf
    interfaith-cal print poster 2027 --month 4 -o april.png
    interfaith-cal print table 2026/27 -o schuljahr.pdf
    interfaith-cal print booklet 2027 --paper a4 --lang en -o booklet.pdf

    Main festivals only, unless the edition or --rank says otherwise. Every PDF is tagged and
    archivable (PDF/UA-1, PDF/A-2a). The same input gives the same bytes.
    """
    if output is None:
        raise SpanError(f"say where to write the {work}: -o FILE, for example -o {work}.pdf.")
    if month is not None and work != "poster":
        raise SpanError(f"a month is a part of the poster, not of the {work}: print poster YEAR --month {month}.")
    if choice.lang not in choice.edition.languages:
        raise UnknownNameError(f"language of the edition {choice.edition.id!r}", choice.lang, choice.edition.languages)
    period = _period(year, start, end)
    if printer and form != "pdf":
        raise SpanError(f"a file for the printer is a PDF, not a {form}; leave out --printer, or end it in .pdf.")
    if profile is not None and not printer:
        raise SpanError("--profile says how a press prints; it goes with --printer.")
    if printer and not bleed:
        bleed = USUAL_BLEED

    made = "month" if month is not None else work
    sheet = sheet_for(made, paper, orientation, bleed)
    home = country(choice.edition.country)
    kept_in = home.region(land) if land is not None else choice.edition.public_holidays or None
    calendars = (*choice.edition.school_holidays, *school_holidays)
    background = of_land(
        home, kept_in, calendars, choice.lang, say, (MissingExtraError, YearRangeError) if land else ()
    )
    issue = _issue(choice, work, period, background, feeds_url, _month(month), edition_date)
    size = f"{sheet.paper.name.upper()} {sheet.paper.orientation}"
    tell(f"{made} {period.name(choice.lang)} ({choice.lang}, {size}): {len(issue.observances)} observances", err=True)
    pages = make(made, issue, sheet, form)
    if printer:
        pages = [for_printer(page, bleed, issue.stamp, profile) for page in pages]
    _write(output, pages)


def _issue(
    choice: Choice,
    work: str,
    period: Period,
    background: Background,
    feeds_url: str,
    month: int,
    edition_date: str | None,
) -> Issue:
    from interfaith_cal.editorial.changes import change_log

    # The edition "all" has more than any sheet of paper holds; what is printed are the main festivals.
    rank = choice.rank or ("major" if choice.edition.id == "all" else None)
    narrowed = replace(choice, rank=rank)
    observances = narrowed.observances(period.first_day, period.last_day)
    stamp = max([change_log().published, *(change_log().of(o.id).changed for o in observances)])
    return Issue(
        year=period.first_day.year,
        lang=choice.lang,
        edition=choice.edition,
        observances=observances,
        day=stamp.date() if edition_date is None else values.day(edition_date),
        stamp=stamp,
        background=list(background(period.first_day, period.last_day)),
        place=choice.place,
        feeds_url=feeds_url,
        month=month,
        months=period,
        usages=choice.usages or {},
        rule_book=narrowed.rule_book(period.first_day.year) if work == "rulebook" else None,
    )


def _period(year: str | None, start: str | None, end: str | None) -> Period:
    """What is printed: a civil year, a school year such as 2026/27, or the months of a span."""
    if year is not None and (start or end):
        raise SpanError("a YEAR and --from/--to exclude each other; give one of them.")
    if year is None:
        if not start or not end:
            raise SpanError("say what to print: a YEAR such as 2027 or 2026/27, or --from DAY and --to DAY.")
        return Period.of_months(values.day(start), values.day(end))
    if year.isdigit() or not year[:1].isdigit():
        return Period.of_year(values.year(year))
    return Period(*school_year_days(values.school_year(year)))


def _month(text: str | None) -> int:
    if text is None:
        return 1
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 12:
        raise SpanError(f"{text!r} is not a month; give one from 1 to 12.")
    return int(text)


def _write(output: Path, pages: Sequence[bytes]) -> None:
    """One file, or one for each page with its number before the ending."""
    from interfaith_cal.export.files import write_whole

    for number, content in enumerate(pages, 1):
        path = output if len(pages) == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")
        write_whole(path, content)
        tell(f"{path}: {len(content) / 1000:,.0f} kB", err=True)
