"""Days of the Gregorian and the Julian calendar: `gregorian(DECEMBER, 25)`, `julian(APRIL, 1)`."""

from __future__ import annotations

from interfaith_cal.reckoning import gregorian as gregorian_calendar
from interfaith_cal.reckoning import julian as julian_calendar
from interfaith_cal.rules.dated import DayOf

JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE = range(1, 7)
JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(7, 13)


def gregorian(month: int, day: int) -> DayOf:
    """A day of the Gregorian calendar."""
    return DayOf(gregorian_calendar.CALENDAR, month, day)


def julian(month: int, day: int) -> DayOf:
    """A day of the Julian calendar, thirteen days behind from March 1900 to February 2100; converted, never added."""
    return DayOf(julian_calendar.CALENDAR, month, day)
