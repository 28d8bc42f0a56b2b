"""The log of published dates and texts that were corrected (`data/changes.toml`): what a feed's stamps come from.

An entry names an observance ("islamic/eid-al-fitr/1448"); or a festival or community of which words were corrected, and
so all events that show them; or "calendar", where days were added or given up. The log only grows: the last entry of an
id holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.checked import read
from interfaith_cal.ground.forms import editors as forms
from interfaith_cal.ground.root import by_root, read_at
from interfaith_cal.identity import ObservanceId

FILE = "changes.toml"
CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log.

    Attributes:
        id: an observance, a festival or a community.
        changed: when it was corrected, UTC.
        sequence: how many corrections of its days there have been.
        first_day: its first day since then; None where the words changed, and in entries of old.
        last_day: its last day since then.
        certainty: how sure the date is since then.
        words: the digest of its words since then.
        reason: why, for people.
    """

    id: str
    changed: datetime
    sequence: int
    first_day: date | None = None
    last_day: date | None = None
    certainty: str = ""
    words: str = ""
    reason: str = ""


class Stamp(NamedTuple):
    """What a feed says of one observance: when it last changed (UTC) and how often its days were corrected."""

    changed: datetime
    sequence: int


class ChangeLog(NamedTuple):
    """When the calendar was first published, and what was corrected since."""

    published: datetime
    corrected: dict[str, Stamp]

    @property
    def extended(self) -> datetime:
        """When days were last added for new years or festivals, or some were given up."""
        return self.corrected.get(CALENDAR, Stamp(self.published, 0)).changed

    def of(self, observance_id: str) -> Stamp:
        """The last change of an observance, of its festival's or of its community's words; else its publication."""
        own = self.corrected.get(observance_id, Stamp(self.published, 0))
        named = ObservanceId.parsed(observance_id)
        said_of = (named.community, named.festival) if named else ()
        return own._replace(changed=max([own.changed, *(self.corrected.get(name, own).changed for name in said_of)]))


@by_root
def change_log() -> ChangeLog:
    """The log of the root in use; raises DataFileError as `read_log` does."""
    return as_change_log(*read_log(read_at(FILE)))


@by_root
def recorded() -> tuple[Change, ...]:
    """The entries of the log of the root in use, in their order; raises DataFileError as `read_log` does."""
    return tuple(read_log(read_at(FILE))[1])


def as_change_log(published: datetime, changes: Iterable[Change]) -> ChangeLog:
    """What holds after all entries of a log."""
    return ChangeLog(published, {entry.id: Stamp(entry.changed, entry.sequence) for entry in changes})


def read_log(path: Path) -> tuple[datetime, list[Change]]:
    """When the calendar was first published, and the entries of a log in their order.

    Raises:
        DataFileError: an entry lacks its id, time or sequence, or one of its values is of the wrong kind.
    """
    file = read(path, forms.Changes)
    # A time at the ends of the calendar has no equal in UTC.
    if not date.min < file.published.date() < date.max:
        raise DataFileError(
            f"{path}: `published` must be a time such as 2026-11-24T00:00:00Z, but is {file.published!r}."
        )
    return file.published.astimezone(UTC), [_change(path, *numbered) for numbered in enumerate(file.change, 1)]


def _change(path: Path, number: int, change: forms.Change) -> Change:
    if not date.min < change.changed.date() < date.max:
        where = f"{path}: change number {number} ({change.id!r})"
        raise DataFileError(f"{where} needs an `id`, a time `changed` and a whole `sequence`.")
    return Change(
        change.id,
        change.changed.astimezone(UTC),
        change.sequence,
        change.first_day or None,
        change.last_day or None,
        change.certainty or "",
        change.words or "",
        change.reason or "",
    )
