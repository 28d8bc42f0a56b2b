"""`site`: the subscription site as a plain folder for any web server."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interfaith_cal.cli import types, values
from interfaith_cal.cli.options import PLACE, Decorator, edition_option, gathering
from interfaith_cal.cli.output import tell
from interfaith_cal.editorial import editions
from interfaith_cal.ground.places import country
from interfaith_cal.words.languages import check_language

if TYPE_CHECKING:
    from interfaith_cal.web.site import Contents

EVERY = 500
OPTIONS = (
    click.option("--lang", "languages", type=types.LANGUAGES,
                 help="Languages; the first is that of the front page. Else those of the edition."),
    edition_option("Which communities and festivals: all, nrw, or a .toml file of yours."),
    PLACE,
    click.option("--imprint", default="", metavar="URL", help="Address of your imprint, linked on every page."),
    click.option("--day", metavar="DAY", help="The day of the build, from which large feeds reckon the running school "
                 "year; for `site` 1 August of the first year if left out, for `serve` today."),
    click.option("--large-feeds", is_flag=True,
                 help="Let each feed hold all days of the years, even where calendar programs would refuse it."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """What `site` and `serve` have in common, in words."""

    years: str | None
    languages: str | None
    edition: str
    place: str | None
    imprint: str
    day: str | None
    large_feeds: bool

    def as_of(self, today: date, years: str) -> Settings:
        """The same as of a day and with these years, where none were given."""
        from interfaith_cal.web.site import SCHOOL_YEAR_BEGINS

        first, last = values.years(self.years or years)
        # Years of one's own may be others than those of today.
        day = min(max(today, date(first - 1, SCHOOL_YEAR_BEGINS, 1)), date(last, 12, 31))
        return replace(self, years=self.years or years, day=self.day or day.isoformat())

    def contents(self, base_url: str, *, combinations: bool) -> Contents:
        """The observances of the site; raises as its readers do."""
        from interfaith_cal.editorial.changes import change_log
        from interfaith_cal.web.site import Contents, Site, address

        first, last = values.years(self.years or "")
        edition = editions.edition(self.edition)
        place = country(edition.country).place(self.place)
        asked = edition.languages if self.languages is None else map(str.strip, self.languages.split(","))
        spoken = tuple(dict.fromkeys(edition.language(check_language(lang)) for lang in asked))
        imprint = self.imprint and address(self.imprint)
        day = values.day(self.day) if self.day else None
        base = address(base_url)
        site = Site(base, first, last, spoken, edition, place, combinations, imprint, day, self.large_feeds)
        return Contents(site, change_log())


def setting(*, years_needed: bool) -> Decorator:
    """Give a command the settings of a site, and hand them over as its argument `settings`."""
    years = click.option(
        "--years",
        required=years_needed,
        metavar="YEAR-YEAR",
        help="The years of the feeds, e.g. 2026-2031; they begin on 1 August of the year before the first.",
    )
    return gathering("settings", Settings, (years, *OPTIONS))


@click.command("site")
@click.argument("out", type=click.Path(path_type=Path))
@setting(years_needed=True)
@click.option("--base-url", required=True, metavar="URL", help="The address at which the folder will be published.")
@click.option("--with-server", is_flag=True,
              help="`interfaith-cal serve` answers below the same address: offer free combinations.")  # fmt: skip
def site_command(settings: Settings, out: Path, base_url: str, with_server: bool) -> None:
    """Build the subscription site in the folder OUT: feeds, pages, tables, JSON, settings for web servers.

    \b
    interfaith-cal site public --years 2026-2031 --base-url https://feste.example.org

    Building again rewrites only what changed, and puts the new tree in the place of the old in one
    step; a build that fails leaves the old one as it was. Addresses of feeds never change. Build
    with later years once a year, in August, and again with --day in February.

    A feed stays below 1,000 events and 1,000,000 bytes, since calendar programs refuse more: what is
    too large for that reaches less far. How far, each feed says on the page and here.
    """
    from interfaith_cal.export import ics
    from interfaith_cal.web import feeds
    from interfaith_cal.web.publish import publish
    from interfaith_cal.web.tree import tree

    contents = settings.contents(base_url, combinations=with_server)
    files = tree(contents)
    done = publish(files, out, _progress)
    for address in (one for lang in contents.site.languages for one in feeds.addresses(contents, lang)):
        first, last = feeds.window(contents, address)
        events, size = ics.count(feeds.feed(contents, address)), len(files[address.path]())
        tell(f"{address.path}: {events} events, {size} bytes, {first} to {last}", err=True)
    kept = f", {done.kept} of your own kept" if done.kept else ""
    tell(f"{out}: {done.files} files, {done.written} of them new or changed{kept}", err=True)


def _progress(done: int, of: int, written: int) -> None:
    """On a terminal a line that is written over, elsewhere a line each time."""
    said = f"{done} of {of} files, {written} of them new or changed"
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        click.echo(f"\r{said}", nl=done == of, err=True)
    elif done % EVERY == 0 or done == of:
        tell(said, err=True)
