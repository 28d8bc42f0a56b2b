"""`serve`: the feed server."""

from __future__ import annotations

from datetime import date

import click

from interfaith_cal.cli.output import tell
from interfaith_cal.cli.site import Settings, setting

YEARS_AHEAD = 5


@click.command("serve")
@setting(years_needed=False)
@click.option(
    "--base-url", metavar="URL", help="The address at which the world sees it; that of host and port if left out."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8000, show_default=True, type=int, help="Where to listen; 0 takes a free port.")
def serve_command(settings: Settings, base_url: str | None, host: str, port: int) -> None:
    """Serve the site from memory, and free combinations of communities.

    \b
    interfaith-cal serve --base-url https://feste.example.org
    http://127.0.0.1:8000/feed.ics?c=jewish,islamic&rank=major&lang=de&usage=islamic:umm-al-qura

    Put a web server with TLS in front. The log on stdout has one line for each request: time, method,
    path without query, status, bytes, milliseconds. SIGTERM ends it cleanly. Without --years it is
    the running school year, the one before and five years ahead, as of the start.
    """
    from interfaith_cal.web import feeds, server

    listener = server.listen(host, port)
    with listener:
        bound, number = listener.getsockname()[:2]
        here = f"http://[{bound}]:{number}" if ":" in bound else f"http://{bound}:{number}"
        today = date.today()
        contents = settings.as_of(today, _years(today)).contents(base_url or here, combinations=True)
        feeds.check(contents)
        tell(f"serving {contents.site.base} at {here}", err=True)
        server.run(contents, listener)


def _years(today: date) -> str:
    """The years of the feeds on a day: they roll on 1 August, so that the previous school year is still there."""
    from interfaith_cal.web.site import SCHOOL_YEAR_BEGINS

    first = today.year if today.month >= SCHOOL_YEAR_BEGINS else today.year - 1
    return f"{first}-{today.year + YEARS_AHEAD}"
