"""Planning at school: what planned days meet, and for which festivals a Land gives leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from interfaith_cal import background, planner
from interfaith_cal.background import BackgroundDays
from interfaith_cal.cli import values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.output import check_format, terminal, write
from interfaith_cal.editorial import appointments, editions, texts
from interfaith_cal.editorial.appointments import Appointment
from interfaith_cal.editorial.editions import LAENDER
from interfaith_cal.editorial.impact import impact
from interfaith_cal.editorial.leave import leave_of
from interfaith_cal.errors import DataFileError, SpanError, UnknownNameError
from interfaith_cal.export.leave import leave_to_csv, leave_to_json, leave_to_terminal
from interfaith_cal.export.plan import plan_to_csv, plan_to_json, plan_to_terminal
from interfaith_cal.export.terminal import Terminal

FORMATS = ("table", "csv", "json")
FILES = (".csv", ".tsv", ".txt", ".ics")
SOMETHING_TO_AVOID, NOT_ALL_READ = 1, 2
_format = click.option(
    "--format", "form", default="table", show_default=True, metavar="|".join(FORMATS), help="Form of the answer."
)
_output = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Write to a file instead of the terminal."
)


@click.command("plan")
@click.argument("planned", nargs=-1, metavar="DAYS|FILE...")
@click.option("--land", metavar="NW|BY|...", help="The Land whose public holidays count; else that of the edition, or "
              "the days that are holidays in all of Germany.")  # fmt: skip
@click.option("--school-holidays", "school_holidays", multiple=True, type=click.Path(path_type=Path),
              metavar="FILE.ics", help="Days without school; may be repeated.")  # fmt: skip
@choosing
@_format
@_output
def plan_command(
    choice: Choice,
    planned: tuple[str, ...],
    land: str | None,
    school_holidays: tuple[Path, ...],
    form: str,
    output: Path | None,
) -> int:
    """What planned DAYS meet, and clear school days near them; exit status 1 if one is to be avoided.

    \b
    interfaith-cal plan 2027-03-10 2027-05-12..2027-05-16
    interfaith-cal plan exams.csv --land NW --school-holidays ferien.ics

    DAYS are days or spans; a FILE is a table (.csv) with a day or a span in each row, or a calendar (.ics).

    \b
    avoid     no work: the full feast days of Jews, Bahá'í and others, the first days of the two Eids,
              public holidays, school holidays
    consider  fasts without food and drink (Ramadan), days of mourning, the eve of a day without work,
              other main feasts, Saturday and Sunday
    clear     all else; other feasts, fasts of certain foods (Lent) and seasons are named

    Unreadable rows of a file are named, and the exit status is then 2 where nothing is to be avoided.
    """
    check_format(form, FORMATS)
    known = _known_land(land)
    found, problems = _planned(planned)
    for problem in problems:
        click.echo(f"interfaith-cal: {problem}", err=True)
    if not found:
        raise DataFileError("nothing that is planned could be read.")
    judgements = planner.plan(found, choice.observances, impact(), _background(choice, known, school_holidays))
    if form == "csv":
        said = plan_to_csv(judgements, choice.lang, choice.place)
    elif form == "json":
        said = plan_to_json(judgements, choice.lang, choice.place)
    else:
        shown = Terminal() if output else terminal()
        said = plan_to_terminal(judgements, choice.lang, shown, choice.place)
    write(said, output)
    if any(judgement.verdict is planner.Verdict.AVOID for judgement in judgements):
        return SOMETHING_TO_AVOID
    return NOT_ALL_READ if problems else 0


@click.command("leave")
@click.argument("land")
@click.argument("school_year")
@click.option("--community", "-c", "communities", multiple=True, metavar="NAME",
              help="Only this community, or the group 'christian'; may be repeated.")  # fmt: skip
@click.option("--edition", default=editions.DEFAULT, show_default=True, metavar="NAME|FILE",
              help="Only the communities of this edition.")  # fmt: skip
@click.option("--lang", default="de", show_default=True, metavar="de|en", help="Language of names and texts.")
@_format
@_output
def leave_command(
    land: str, school_year: str, communities: tuple[str, ...], edition: str, lang: str, form: str, output: Path | None
) -> None:
    """For which festivals pupils get leave in a LAND (nrw, by, bw, hh) in a SCHOOL_YEAR (2026/27).

    \b
    interfaith-cal leave nrw 2026/27
    interfaith-cal leave by 2026/27 -c orthodox --format csv -o leave.csv

    A school year runs from 1 August to 31 July. What is not known of the rules is said. Not legal advice.
    """
    check_format(form, FORMATS)
    texts.check_language(lang)
    rules, first = leave_of(land), _school_year(school_year)
    shown = editions.edition(edition).communities
    days = planner.leave(rules, date(first, 8, 1), date(first + 1, 7, 31), communities or shown or None)
    year = f"{first}/{(first + 1) % 100:02}"
    if form == "csv":
        said = leave_to_csv(days, rules, year, lang)
    elif form == "json":
        said = leave_to_json(days, rules, year, lang)
    else:
        said = leave_to_terminal(days, rules, year, lang, Terminal() if output else terminal())
    write(said, output)


def _known_land(land: str | None) -> str | None:
    """The Land as its code, which `leave` calls "nrw" where laws say "NW"; raises UnknownNameError."""
    if land is None:
        return None
    code = "NW" if land.upper() == "NRW" else land.upper()
    if code not in LAENDER:
        raise UnknownNameError("Land", land, LAENDER)
    return code


def _planned(words: Sequence[str]) -> tuple[list[Appointment], list[str]]:
    """What words and files plan, in their order, and a sentence for each row that could not be read."""
    if not words:
        raise SpanError("say what is planned: days such as 2027-03-10 or 2027-05-12..2027-05-16, or a file.")
    found: list[Appointment] = []
    problems: list[str] = []
    for word in words:
        if Path(word).suffix.lower() in FILES or _is_file(word):
            reading = appointments.read(Path(word))
            found += reading.appointments
            problems += reading.problems
        else:
            found.append(Appointment(*appointments.span(word)))
    return found, problems


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # longer than any name of a file
        return False


def _background(choice: Choice, land: str | None, files: Sequence[Path]) -> background.Background:
    """Public and school holidays; where no Land was asked for, public holidays only if they can be known."""
    missing = background.missing_package() if land is None else None
    if missing:
        click.echo(f"interfaith-cal: public holidays are not considered: {missing}", err=True)
    kept_in = choice.edition.public_holidays if land is None else land
    calendars = (*choice.edition.school_holidays, *files)

    def days(first: date, last: date) -> list[BackgroundDays]:
        public = [] if missing else background.public_holidays(kept_in, first, last, choice.lang)
        return [*public, *background.school_holidays(calendars, first, last)]

    return days


def _school_year(text: str) -> int:
    """The year in which a school year begins; raises SpanError or YearRangeError for anything else."""
    written = re.fullmatch(r"(\d{4})[/-](\d{4}|\d{2})", text)
    first = values.year(written[1]) if written else 0
    if not written or written[2] not in (str(first + 1), f"{(first + 1) % 100:02}"):
        raise SpanError(f"{text!r} is not a school year; give two years that follow each other, for example 2026/27.")
    values.year(str(first + 1))
    return first
