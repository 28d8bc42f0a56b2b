"""Days that follow one another, taken together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

ONE_DAY = timedelta(1)
LONGEST_SPAN = 180
"""So many days a day of an edition's own may last."""


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days in ascending order as spans without a gap, each with its first and its last day."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and found[-1][1] == day - ONE_DAY:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found
