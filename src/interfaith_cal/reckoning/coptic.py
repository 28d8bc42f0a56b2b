"""The Coptic calendar (era of the Martyrs): twelve months of 30 days and a little month of 5, in leap years 6.

Checked against the calendar of the Coptic Orthodox diocese of Southern Germany.
"""

from __future__ import annotations

from interfaith_cal.reckoning.converted import Converted

CALENDAR = Converted("coptic", (30,) * 12 + (6,))
LITTLE_MONTH = 13


def is_leap(year: int) -> bool:
    """Whether the Coptic year has a sixth day in its little month."""
    return CALENDAR.month_length(year, LITTLE_MONTH) == 6
