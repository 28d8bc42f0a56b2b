"""Days of the Ethiopian calendar: `ethiopian(MESKEREM, 17)`."""

from __future__ import annotations

from interfaith_cal.reckoning.ethiopian import CALENDAR
from interfaith_cal.rules.dated import DayOf

MESKEREM, TIQIMT, HIDAR, TAHSAS, TIR, YEKATIT, MEGABIT, MIYAZYA, GINBOT, SENE, HAMLE, NEHASE, PAGUME = range(1, 14)


def ethiopian(month: int, day: int) -> DayOf:
    """A day of the Ethiopian calendar."""
    return DayOf(CALENDAR, month, day)
