"""The log of published dates that were corrected (`data/changes.toml`): when a feed's event last changed, how often."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from interfaith_cal._data import data_root
from interfaith_cal.editorial.files import read_toml
from interfaith_cal.errors import DataFileError


class Change(NamedTuple):
    """The state of one observance: when it last changed (UTC) and how many corrections of its date there were."""

    changed: datetime
    sequence: int


class ChangeLog(NamedTuple):
    """When the calendar was first published, and the observances corrected since."""

    published: datetime
    corrected: dict[str, Change]

    def of(self, observance_id: str) -> Change:
        """The last change of an observance; one never corrected stands since publication."""
        return self.corrected.get(observance_id, Change(self.published, 0))


@cache
def change_log() -> ChangeLog:
    """The committed log.

    Raises:
        DataFileError: an entry lacks its id, time or sequence, or one of them is of the wrong kind.
    """
    path = data_root() / "changes.toml"
    data = read_toml(path)
    published = data.get("published")
    if not isinstance(published, datetime):
        raise DataFileError(f"{path}: `published` must be a time such as 2026-11-24T00:00:00Z, but is {published!r}.")
    corrected = {}
    for number, entry in enumerate(data.get("change", ()), start=1):
        name, changed, sequence = entry.get("id"), entry.get("changed"), entry.get("sequence")
        if not isinstance(name, str) or not isinstance(changed, datetime) or not isinstance(sequence, int):
            raise DataFileError(
                f"{path}: change number {number} ({name!r}) needs an `id`, a time `changed` and a whole `sequence`."
            )
        corrected[name] = Change(changed.astimezone(UTC), sequence)
    return ChangeLog(published.astimezone(UTC), corrected)
