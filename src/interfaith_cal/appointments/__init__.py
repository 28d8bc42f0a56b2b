"""What a user brings: planned days and spans in words, from a table (.csv) as schools keep it, or a calendar (.ics).

Unreadable rows and events do not stop the others: they come back as sentences with the number of the row.
"""

from __future__ import annotations

from pathlib import Path

from interfaith_cal.appointments.calendars import read_events
from interfaith_cal.appointments.days import FORMS, Appointment, Reading, checked, span
from interfaith_cal.appointments.tables import read_table
from interfaith_cal.errors import DataFileError

__all__ = ["Appointment", "Reading", "checked", "read", "read_events", "span"]

MOST_DAYS = 40_000
"""So many days of a file are planned: all those of a hundred years."""


def read(path: Path, timezone: str | None = None) -> Reading:
    """What a file plans: a calendar if its name ends in .ics (see `read_events`), else a table.

    Raises:
        DataFileError: it cannot be read, nothing in it can, or it plans more than MOST_DAYS days.
    """
    found = read_events(path, timezone) if path.suffix.lower() == ".ics" else read_table(path)
    if sum((one.last_day - one.first_day).days + 1 for one in found.appointments) > MOST_DAYS:
        raise DataFileError(f"{path}: plans more than {MOST_DAYS} days; split it.")
    if not found.appointments and not found.problems:
        raise DataFileError(f"{path}: holds no day; write one in each row, as {FORMS}.")
    return found
