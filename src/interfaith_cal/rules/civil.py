"""Days of the Gregorian and the Julian calendar: `gregorian(DECEMBER, 25)`, `julian(APRIL, 1)`."""

from __future__ import annotations

from interfaith_cal.model import Numbered
from interfaith_cal.reckoning import gregorian as gregorian_calendar
from interfaith_cal.reckoning import julian as julian_calendar
from interfaith_cal.rules.dated import DayOf


class GregorianMonth(Numbered):
    """A month of the Gregorian or the Julian calendar."""

    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = GregorianMonth


def gregorian(month: GregorianMonth, day: int) -> DayOf:
    """A day of the Gregorian calendar."""
    return DayOf(gregorian_calendar.CALENDAR, month, day)


def julian(month: GregorianMonth, day: int) -> DayOf:
    """A day of the Julian calendar, thirteen days behind from March 1900 to February 2100; converted, never added."""
    return DayOf(julian_calendar.CALENDAR, month, day)
