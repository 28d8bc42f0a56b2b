"""`changes`: the log of published dates that were corrected."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from interfaith_cal.cli import values
from interfaith_cal.cli.output import tell
from interfaith_cal.errors import SpanError

if TYPE_CHECKING:
    from interfaith_cal.editorial.published import State
    from interfaith_cal.recording import Recorded

YEARS_AHEAD = 5


@click.group("changes")
def changes_command() -> None:
    """The log that feeds take their stamps from: which published dates were corrected, and when."""


@changes_command.command("record")
@click.option("--until", "last_year", metavar="YEAR", help="Publish the years until this one; it may only move ahead.")
@click.option(
    "--at", metavar="TIME", help="When the corrections were made, e.g. 2027-02-01T12:00:00Z; now if left out."
)
@click.option("--reason", default="", metavar="TEXT", help="Why, in a sentence for people.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if there is something to record.")
def record_command(last_year: str | None, at: str | None, reason: str, check: bool) -> None:
    """Compare what subscribers were given with what the calendar says now, and record what differs.

    \b
    interfaith-cal changes record --reason "Announced a day later by the KRM."

    For each observance whose days differ, data/changes.toml gets an entry, so that its event, under
    the same UID, has a higher SEQUENCE and a newer LAST-MODIFIED. What is published for the first
    time goes to data/published, which is compared with the next time. The first run only writes that.
    """
    from interfaith_cal import recording
    from interfaith_cal.editorial import changes, published
    from interfaith_cal.export import ics
    from interfaith_cal.export.files import make_folder, write_whole
    from interfaith_cal.ground.root import root

    data = root()
    if not check:
        data.to_write(changes.FILE)
    first_published, log = changes.read_log(data.path(changes.FILE))
    before = published.read_state(data.path(published.FOLDER, published.DATES).parent)
    now = recording.present_state(*_years(before, first_published.year, last_year), ics.form)
    found = recording.record(before, log, now, first_published, _time(at), reason)
    _say(found)
    if check:
        if found.entries or found.added:
            raise click.exceptions.Exit(1)
        return
    # The log goes first: whatever ends this in between, the next run finds nothing recorded twice.
    if found.entries:
        before_them = data.path(changes.FILE).read_bytes().rstrip()
        write_whole(data.to_write(changes.FILE), before_them + f"\n{recording.as_toml(found.entries)}".encode())
    if found.added or found.gone or found.entries:
        folder = data.to_write(published.FOLDER)
        make_folder(folder)
        for name, content in published.written(now).items():
            write_whole(folder / name, content)


def _years(before: State, first_published: int, until: str | None) -> tuple[int, int]:
    """The first and the last year to publish; raises SpanError if the last is before one that has been published."""
    published = max((days.first_day.year for days in before.days.values()), default=None)
    last = values.year(until) if until else published or first_published + YEARS_AHEAD
    if published and last < published:
        raise SpanError(f"the years until {published} are published; --until {last} would take some of them back.")
    return first_published - 1, last


def _say(found: Recorded) -> None:
    for entry in found.entries:
        days = f" on {entry.first_day} to {entry.last_day}, {entry.certainty}" if entry.first_day else ""
        tell(f"{entry.id}: corrected{days}, sequence {entry.sequence}")
    for name in found.gone:
        tell(f"{name}: no longer there", err=True)
    tell(f"{len(found.entries)} entries, {len(found.added)} observances for the first time", err=True)


def _time(text: str | None) -> datetime:
    """A time in UTC, to the second."""
    if text is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    except (OverflowError, ValueError):
        raise SpanError(f"{text!r} is not a time; give one such as 2027-02-01T12:00:00Z.") from None
