"""Days of the Ethiopian calendar: `ethiopian(MESKEREM, 17)`."""

from __future__ import annotations

from interfaith_cal.model import Numbered
from interfaith_cal.reckoning.ethiopian import CALENDAR
from interfaith_cal.rules.dated import DayOf


class EthiopianMonth(Numbered):
    """A month of the Ethiopian calendar; the thirteenth has five days, or six."""

    MESKEREM = 1
    TIQIMT = 2
    HIDAR = 3
    TAHSAS = 4
    TIR = 5
    YEKATIT = 6
    MEGABIT = 7
    MIYAZYA = 8
    GINBOT = 9
    SENE = 10
    HAMLE = 11
    NEHASE = 12
    PAGUME = 13


(
    MESKEREM,
    TIQIMT,
    HIDAR,
    TAHSAS,
    TIR,
    YEKATIT,
    MEGABIT,
    MIYAZYA,
    GINBOT,
    SENE,
    HAMLE,
    NEHASE,
    PAGUME,
) = EthiopianMonth


def ethiopian(month: EthiopianMonth, day: int) -> DayOf:
    """A day of the Ethiopian calendar."""
    return DayOf(CALENDAR, month, day)
