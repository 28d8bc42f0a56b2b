"""`leave`: for which religious days a Land frees pupils and protects employees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from interfaith_cal import background
from interfaith_cal.cli import types, values
from interfaith_cal.cli.options import COMMUNITY, LANGUAGE, SCHOOL_HOLIDAYS, edition_option, writing
from interfaith_cal.cli.output import say, terminal, write
from interfaith_cal.editorial import editions
from interfaith_cal.errors import SpanError
from interfaith_cal.export.leave import Listing
from interfaith_cal.ground.places import country
from interfaith_cal.leavedays import leave_days, protected_days, school_year_days
from interfaith_cal.model.leave import LandLeave, leave_of

FORMS = ("table", "csv", "json", "xlsx", "html", "md", "ics", "pdf")


@click.command("leave")
@click.argument("land", required=False, type=types.LEAVE_LAND)
@click.argument("school_year", required=False)
@click.option("--compare", type=types.LEAVE_LANDS, help="Several Länder side by side, instead of LAND.")
@click.option("--needs-form", is_flag=True, help="Only what needs an application or a notice, on a day with school.")
@SCHOOL_HOLIDAYS
@COMMUNITY
@edition_option("Only the communities of this edition.")
@LANGUAGE
@writing(FORMS, "the answer")
def leave_command(
    land: str | None,
    school_year: str | None,
    compare: str | None,
    needs_form: bool,
    school_holidays: tuple[Path, ...],
    communities: tuple[str, ...],
    edition: str,
    lang: str | None,
    form: str,
    output: Path | None,
) -> None:
    """For which festivals pupils get leave in a LAND (nrw, by, Hessen ...) in a SCHOOL_YEAR (2026/27).

    \b
    interfaith-cal leave nrw 2026/27
    interfaith-cal leave by 2026/27 -c orthodox -o leave.xlsx
    interfaith-cal leave hb 2026/27 -o class-sheet.pdf
    interfaith-cal leave nrw 2026/27 --needs-form -o secretary.xlsx
    interfaith-cal leave --compare nrw,by,bw 2026/27

    A school year runs from 1 August to 31 July. Days on which there is no school anyway are marked; the
    days on which a law protects employees come after those of pupils. A sheet for the class (who may be
    missing when) is made with -o FILE.pdf. What is not known of the rules is said. Not legal advice.
    """
    if form == "pdf" and output is None:
        raise SpanError("say where to write the class sheet: -o FILE.pdf.")
    shown = editions.edition(edition)
    spoken, chosen = shown.language(lang), communities or shown.communities or None

    def listed(name: str, school_year: str) -> Listing:
        return _listing(leave_of(name), school_year, chosen, spoken, school_holidays, needs_form=needs_form)

    if compare is not None:
        # Without LAND the first word is the school year.
        write(_compared(compare, land if school_year is None else school_year, listed, spoken, form), output)
        return
    if land is None or school_year is None:
        raise SpanError("say of which Land and school year: interfaith-cal leave nrw 2026/27.")
    write(_said(listed(land, school_year), spoken, form, output), output)


def _listing(
    rules: LandLeave,
    school_year: str,
    communities: Sequence[str] | None,
    lang: str,
    calendars: Sequence[Path],
    *,
    needs_form: bool,
) -> Listing:
    first = values.school_year(school_year)
    span = school_year_days(first)
    known = background.FIRST_YEAR <= first < background.LAST_YEAR
    behind = background.of_land(country(rules.country), rules.region if known else None, calendars, lang, say)
    name = f"{first}/{(first + 1) % 100:02}"
    leave = leave_days(rules, *span, communities, behind)
    if needs_form:
        # Nobody hands in anything for the days of employees.
        return Listing(replace(rules, protection={}), name, [days for days in leave if days.needs_form])
    return Listing(rules, name, leave, protected_days(rules, *span, communities))


def _said(listing: Listing, lang: str, form: str, output: Path | None) -> str | bytes:
    from interfaith_cal.export import leave as forms

    if form == "table":
        return forms.leave_to_terminal(listing, lang, terminal(output))
    if form == "pdf":
        from interfaith_cal.export.print.classsheet import class_sheet

        return class_sheet(listing, lang)
    made: dict[str, Callable[[Listing, str], str | bytes]] = {
        "csv": forms.leave_to_csv,
        "json": forms.leave_to_json,
        "xlsx": forms.leave_to_xlsx,
        "html": forms.leave_to_html,
        "md": forms.leave_to_markdown,
        "ics": forms.leave_to_ics,
    }
    return made[form](listing, lang)


def _compared(
    compare: str, school_year: str | None, listed: Callable[[str, str], Listing], lang: str, form: str
) -> str | bytes:
    from interfaith_cal.export import leavecompared as forms

    names = [name.strip() for name in compare.split(",") if name.strip()]
    if len(names) < 2 or school_year is None:
        raise SpanError(
            f"{compare!r} is nothing to compare; give Länder and a school year: --compare nrw,by,bw 2026/27."
        )
    listings = [listed(name, school_year) for name in names]
    if form == "table":
        return forms.compared_to_terminal(listings, lang, terminal())
    made: dict[str, Callable[[Sequence[Listing], str], str | bytes]] = {
        "csv": forms.compared_to_csv,
        "json": forms.compared_to_json,
        "xlsx": forms.compared_to_xlsx,
        "html": forms.compared_to_html,
        "md": forms.compared_to_markdown,
    }
    if form not in made:
        raise SpanError(f"there is no comparison as {form!r}; allowed are {', '.join(('table', *made))}.")
    return made[form](listings, lang)
