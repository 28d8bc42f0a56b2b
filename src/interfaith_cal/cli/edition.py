"""`edition`: all that an edition needs for a year, in one folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from interfaith_cal.background import Background, of_land
from interfaith_cal.cli import types, values
from interfaith_cal.cli.options import PLACE
from interfaith_cal.cli.output import say, tell
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.ground.places import country

HERE = "http://localhost:8000"


@click.command("edition")
@click.argument("edition", type=types.EDITION)
@click.argument("year")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FOLDER",
              help="Where all files go: a new folder, or that of an earlier run.")  # fmt: skip
@click.option("--base-url", default=HERE, show_default=True, metavar="URL",
              help="The address at which the site will be published.")  # fmt: skip
@click.option("--last", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Last year's folder; else one beside the new one that is named alike.")  # fmt: skip
@PLACE
def edition_command(edition: str, year: str, output: Path, base_url: str, last: Path | None, place: str | None) -> None:
    """All that an EDITION needs for a YEAR: works, feeds, lists, site, and a packet for each community's office.

    \b
    interfaith-cal edition nrw 2028 -o nrw-2028
    interfaith-cal edition school.toml 2028 -o school-2028 --base-url https://feste.example.org

    A packet has a letter, the rule book, the proof sheet and the community's section of the poster. The page index.html
    leads to all files; it says what changed since last year's edition, what is still only computed, and which offices
    have answered. Run again, it makes anew only what changed. A file that somebody changed since, such as a filled
    sheet, is left as it is.
    """
    from interfaith_cal.web.site import address
    from interfaith_cal.yearly import letters, manifest
    from interfaith_cal.yearly.plan import YearPlan
    from interfaith_cal.yearly.run import run

    shown, of_year = editions.edition(edition), values.year(year)
    where = country(shown.country).place(place)
    plan = YearPlan(shown, of_year, where, _background(shown), address(base_url), manifest.program())
    letter = letters.template(shown, plan.lang)
    done = run(plan, output, _last_list(plan.lang, of_year, output, last), [letter], lambda line: tell(line, err=True))
    left = f", {done.left} changed by hand and left as they are" if done.left else ""
    removed = f", {done.removed} removed" if done.removed else ""
    tell(f"{output}: {done.files} files, {done.written} of them new or changed{removed}{left}", err=True)


def _background(edition: Edition) -> Callable[[str], Background]:
    """The public and school holidays of the edition, named in a language."""
    home = country(edition.country)
    said: set[str] = set()

    def say_once(sentence: str) -> None:
        if sentence not in said:
            say(sentence)
        said.add(sentence)

    return lambda lang: of_land(home, edition.public_holidays or None, edition.school_holidays, lang, say_once)


def _last_list(lang: str, year: int, output: Path, last: Path | None) -> Path | None:
    """The list of last year's dates: of the folder that is named, or else of one beside the new one."""
    before = year - 1
    beside = output.with_name(output.name.replace(str(year), str(before))) if str(year) in output.name else None
    folder = last or beside
    path = None if folder is None else folder / "lists" / lang / f"dates-{before}.csv"
    if path is None or (last is None and not path.is_file()):
        return None
    return path
