"""`plan`: what planned days meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from interfaith_cal import appointments, background, planner
from interfaith_cal.appointments import Appointment
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import LAND, SCHOOL_HOLIDAYS, writing
from interfaith_cal.cli.output import say, terminal, write
from interfaith_cal.errors import DataFileError, MissingExtraError, SpanError, YearRangeError
from interfaith_cal.export.plan import plan_to_csv, plan_to_json, plan_to_terminal
from interfaith_cal.ground.places import country
from interfaith_cal.model.impact import impact
from interfaith_cal.model.leave import LandLeave, leave_by_code

FILES = (".csv", ".tsv", ".txt", ".ics")
SOMETHING_TO_AVOID, NOT_ALL_READ = 1, 2


@click.command("plan")
@click.argument("planned", nargs=-1, metavar="DAYS|FILE...")
@LAND
@SCHOOL_HOLIDAYS
@choosing
@writing(("table", "csv", "json"), "the answer")
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
              days on which a text of the Land frees pupils or protects employees (with its name),
              other main feasts, Saturday and Sunday
    clear     all else; other feasts, fasts of certain foods (Lent) and seasons are named

    Unreadable rows of a file, and days in years that are not known, are named, and the exit status is then 2 where
    nothing is to be avoided.
    """
    home = country(choice.edition.country)
    kept_in = None if land is None else home.region(land)
    found, problems = _planned(planned, home.timezone)
    for problem in problems:
        say(problem)
    if not found:
        raise DataFileError("nothing that is planned could be read.")

    def unread(problem: str) -> None:
        problems.append(problem)
        say(problem)

    def unknown(appointment: Appointment, error: YearRangeError) -> None:
        unread(f"{' '.join(filter(None, (str(appointment.first_day), appointment.label)))}: {error}")

    days = _background(choice, kept_in, school_holidays, unread)
    several = len(found) > 1
    judgements = planner.plan(
        found, choice.observances, impact(), days, _law(choice, kept_in), unknown if several else None
    )
    if not judgements:
        raise DataFileError("nothing that is planned is in a year that is known.")
    if form == "csv":
        said = plan_to_csv(judgements, choice.lang, choice.place)
    elif form == "json":
        said = plan_to_json(judgements, choice.lang, choice.place)
    else:
        said = plan_to_terminal(judgements, choice.lang, terminal(output), choice.place)
    write(said, output)
    if any(judgement.verdict is planner.Verdict.AVOID for judgement in judgements):
        return SOMETHING_TO_AVOID
    return NOT_ALL_READ if problems else 0


def _planned(words: Sequence[str], timezone: str) -> tuple[list[Appointment], list[str]]:
    """What words and files plan, in their order, and a sentence for each row that could not be read."""
    if not words:
        raise SpanError("say what is planned: days such as 2027-03-10 or 2027-05-12..2027-05-16, or a file.")
    found: list[Appointment] = []
    problems: list[str] = []
    for word in words:
        if Path(word).suffix.lower() in FILES or _is_file(word):
            reading = appointments.read(Path(word), timezone)
            found += reading.appointments
            problems += reading.problems
        else:
            found.append(Appointment(*appointments.span(word)))
    return found, problems


def _law(choice: Choice, land: str | None) -> LandLeave | None:
    """What the Land provides for religious days: the one asked for, else that of the edition."""
    code = choice.edition.public_holidays if land is None else land
    return leave_by_code(code, choice.edition.country) if code else None


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # longer than any name of a file
        return False


def _background(
    choice: Choice, land: str | None, files: Sequence[Path], unread: Callable[[str], None]
) -> background.Background:
    """That of the Land asked for, else of the edition, else of all the country."""
    calendars = (*choice.edition.school_holidays, *files)
    kept_in = choice.edition.public_holidays if land is None else land
    # Where no Land was asked for, public holidays count only if the package that knows them is there.
    demanded = (YearRangeError,) if land is None else (YearRangeError, MissingExtraError)
    return background.of_land(country(choice.edition.country), kept_in, calendars, choice.lang, say, demanded, unread)
