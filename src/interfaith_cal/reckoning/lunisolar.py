"""The lunisolar calendars of East Asia: one rule, kept by the clocks of China, Korea and Vietnam.

A month opens on the civil day of the new moon. The eleventh month holds the winter solstice; where thirteen months open
between two of them, the first without a principal term (the Sun at a multiple of 30 degrees) repeats the number of the
month before. A year bears the number of the western year in which its first month opens.
Checked against lunar_python 1900-2100, equal but for one month each of 1914, 1916 and 1920, when China still kept the
local time of Beijing, and the seventh of 2097, whose new moon comes some 80 seconds after midnight: lunar_python has it
before. Checked against korean_lunar_calendar 1912-2050, equal.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache

from interfaith_cal import sky
from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay
from interfaith_cal.reckoning.lunation import lunation_at, new_moon

WINTER_SOLSTICE = 270


class Lunisolar(Calendar):
    """The calendar by the clock of one country, so many hours ahead of Universal Time.

    Months are 1 to 12, and 13 to 24 for a leap month that repeats 1 to 12.
    """

    longest_months = (30,) * 12

    def __init__(self, name: str, hours_east: int, changed: tuple[int, int] | None = None) -> None:
        """Name the calendar and its clock; `changed` gives a year before which the clock was another."""
        self.id = name
        self.hours_east = hours_east
        self.changed = changed

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a date.

        Raises:
            SpanError: there is no such day.
            YearRangeError: a year outside those that the ephemeris answers for.
        """
        lunation = self.lunation(year, month)
        opening, next_opening = self.opening(lunation), self.opening(lunation + 1)
        found = opening + timedelta(day - 1)
        if not opening <= found < next_opening:
            raise SpanError(f"there is no day {day} in month {month} of the {self.id} year {year}.")
        return found

    def from_date(self, day: date) -> YearMonthDay:
        """The date of a civil day; raises YearRangeError for a day outside the years of the ephemeris."""
        lunation = lunation_at(sky.midnight(day + timedelta(1), self.hours(day.year)))
        year = day.year if lunation >= self.lunation(day.year, 1) else day.year - 1
        return YearMonthDay(year, _months(self, year)[lunation], (day - self.opening(lunation)).days + 1)

    def lunation(self, year: int, month: int) -> int:
        """The lunation that is a month of a year; raises SpanError where a year has no such leap month."""
        for lunation, number in _months(self, year).items():
            if number == month:
                return lunation
        raise SpanError(f"there is no month {month} in the {self.id} year {year}.")

    def opening(self, lunation: int) -> date:
        """The civil day of the new moon that opens a lunation."""
        return self.day(new_moon(lunation))

    def day(self, jd: float) -> date:
        """The civil day of an instant by the calendar's clock."""
        year = sky.utc_of(jd).year
        return (sky.utc_of(jd) + timedelta(hours=self.hours(year))).date()

    def hours(self, year: int) -> int:
        """How many hours the clock is ahead of Universal Time in a civil year."""
        if self.changed is not None and year < self.changed[0]:
            return self.changed[1]
        return self.hours_east


@lru_cache(maxsize=1024)
def _eleventh(calendar: Lunisolar, year: int) -> int:
    """The lunation that is the eleventh month of a year: it holds the winter solstice."""
    solstice = sky.solar_longitude_after(sky.midnight(date(year, 12, 1), 0), WINTER_SOLSTICE)
    lunation = lunation_at(solstice) + 1
    while calendar.opening(lunation) > calendar.day(solstice):
        lunation -= 1
    return lunation


@lru_cache(maxsize=1024)
def _from_eleventh(calendar: Lunisolar, year: int) -> tuple[tuple[int, int], ...]:
    """The lunations from the eleventh month of the year before up to that of the year, each with its month."""
    first, last = _eleventh(calendar, year - 1), _eleventh(calendar, year)
    leap = _without_term(calendar, first, last) if last - first == 13 else None
    numbered, number = [], 10
    for lunation in range(first, last):
        if lunation != leap:
            number = number % 12 + 1
        numbered.append((lunation, number + 12 if lunation == leap else number))
    return tuple(numbered)


def _without_term(calendar: Lunisolar, first: int, last: int) -> int:
    def sign_before(lunation: int) -> int:
        opening = calendar.opening(lunation)
        return math.floor(sky.sun_longitude(sky.midnight(opening, calendar.hours(opening.year))) / 30)

    return next(n for n in range(first + 1, last) if sign_before(n) == sign_before(n + 1))


@lru_cache(maxsize=1024)
def _months(calendar: Lunisolar, year: int) -> dict[int, int]:
    """The lunations of a year from its first month to its last, each with the number of its month."""
    around = _from_eleventh(calendar, year) + _from_eleventh(calendar, year + 1)
    numbers = [number for _, number in around]
    return dict(around[numbers.index(1) : numbers.index(1, numbers.index(1) + 1)])


CHINA = Lunisolar("chinese", 8)
KOREA = Lunisolar("korean", 9)
# Vietnam kept Chinese time until the end of 1967.
VIETNAM = Lunisolar("vietnamese", 7, changed=(1968, 8))
