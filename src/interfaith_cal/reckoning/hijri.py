"""The Islamic calendar: twelve months of 29 or 30 days, whose beginnings are told by one of four methods.

`diyanet` is the computed calendar of the Turkish directorate, which the KRM's announcements in Germany follow;
`umm-al-qura` the printed calendar of Saudi Arabia; `tabular` the thirty-year cycle of the astronomers;
`local-crescent` the first evening on which the eye can see the crescent from one place in Germany.
A civil day stands for the Islamic day of its daylight, which began at the sunset before.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar

from interfaith_cal import sky
from interfaith_cal.errors import UnknownNameError, YearRangeError
from interfaith_cal.ground import places
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Calendar, Certainty, YearMonthDay
from interfaith_cal.phrase import Phrase
from interfaith_cal.reckoning import crescent
from interfaith_cal.reckoning.lunation import new_moon_after

# The day before 1 Muharram of the year 1, which is 16 July 622 in the Julian calendar.
DAYS_BEFORE_YEAR_ONE = 227_014
MONTHS_OF_A_YEAR, FULL_MONTH = 12, 30
# The printed calendar of Saudi Arabia had a few months of 28 and of 31 days before it was computed.
SHORTEST_MONTH = 28
# Half a month: the new moon of a month is never so far from the beginning that the cycle gives it.
HALF_A_MONTH = 15

FRANKFURT = Place("Frankfurt", 50.110, 8.682, "Europe/Berlin")


class Hijri(Calendar):
    """The Islamic calendar by one method: `id` names its months, `usage` the method."""

    id = "hijri"
    usage: ClassVar[str]
    certainty: ClassVar[Certainty] = Certainty.COMPUTED
    first_year: ClassVar[int]
    last_year: ClassVar[int]
    alternative: ClassVar[str] = ""

    @abstractmethod
    def _start(self, year: int, month: int) -> date:
        """The first day of a month, from the first year of the method to the month after its last."""

    def close_calls(self, year: int, month: int) -> tuple[Phrase, ...]:
        """What was close about the beginning of a month."""
        return ()

    def month_start(self, year: int, month: int) -> date:
        """The civil day on which a month begins.

        Raises:
            YearRangeError: the method has no answer for that year.
            ValueError: there is no such month.
        """
        self._check(year)
        if not 1 <= month <= MONTHS_OF_A_YEAR:
            raise ValueError(f"there is no month {month} in the Hijri year {year}.")
        return self._start(year, month)

    def month_length(self, year: int, month: int) -> int:
        """The number of days of a month, 29 or 30 in all computed years; raises as `month_start` does."""
        start = self.month_start(year, month)
        return (self._start(*_following(year, month)) - start).days

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of an Islamic date.

        Raises:
            YearRangeError: the method has no answer for that year.
            ValueError: there is no such day.
        """
        start = self.month_start(year, month)
        # Most days are in every month; only for the last ones the month's end has to be found.
        if day < 1 or (day > SHORTEST_MONTH and day > self.month_length(year, month)):
            raise ValueError(f"there is no day {day} in month {month} of the Hijri year {year} ({self.usage}).")
        return start + timedelta(day - 1)

    def from_date(self, day: date) -> YearMonthDay:
        """The Islamic date of a civil day's daylight.

        Raises:
            YearRangeError: the day lies outside the years of the method.
        """
        year, month = _month_of_cycle(day)
        # By the cycle the first days of the first year may belong to the year before, the last ones to the year after.
        if year == self.first_year - 1:
            year, month = self.first_year, 1
        if year == self.last_year + 1:
            year, month = self.last_year, MONTHS_OF_A_YEAR
        while day < self.month_start(year, month):
            year, month = _following(year, month, by=-1)
        while day >= self._start(*_following(year, month)):
            year, month = _following(year, month)
            self._check(year)
        return YearMonthDay(year, month, (day - self.month_start(year, month)).days + 1)

    def _check(self, year: int) -> None:
        if not self.first_year <= year <= self.last_year:
            instead = f"; use the method {self.alternative!r} instead" if self.alternative else ""
            raise YearRangeError(
                f"the Hijri year {year} is out of range for the method {self.usage!r}, "
                f"which answers for {self.first_year} to {self.last_year}{instead}."
            )


class Diyanet(Hijri):
    """Months by the Istanbul criterion, as the Turkish directorate for religion applied it at the time."""

    usage = "diyanet"
    first_year, last_year = 1316, 1525
    alternative = "tabular"

    def _start(self, year: int, month: int) -> date:
        return _istanbul(year, month).day

    def close_calls(self, year: int, month: int) -> tuple[Phrase, ...]:
        """What was close about the beginning of a month."""
        return _istanbul(year, month).close_calls


class UmmAlQura(Hijri):
    """Months as printed in Saudi Arabia's official calendar (package hijridate)."""

    usage = "umm-al-qura"
    first_year, last_year = 1343, 1500
    alternative = "tabular"

    def _start(self, year: int, month: int) -> date:
        return _printed(year, month)


class Tabular(Hijri):
    """Months by arithmetic: 11 leap years in 30 (2 5 7 10 13 16 18 21 24 26 29), within two days of the crescent."""

    usage = "tabular"
    certainty = Certainty.FIXED
    first_year, last_year = 1, 9665

    def _start(self, year: int, month: int) -> date:
        return _cycle(year, month)


@dataclass(frozen=True)
class LocalCrescent(Hijri):
    """Months from the evening on which the eye can first see the crescent from a place, by Yallop's test."""

    place: Place = FRANKFURT

    usage = "local-crescent"
    first_year, last_year = 1316, 1525
    alternative = "tabular"

    def _start(self, year: int, month: int) -> date:
        # A month never has 31 days: after thirty the next one begins, seen or not.
        return min(self._sighted(*_following(year, month, by=-n)) + timedelta(FULL_MONTH * n) for n in range(3))

    def _sighted(self, year: int, month: int) -> date:
        return crescent.sighting(_conjunction(year, month), self.place)


DIYANET, UMM_AL_QURA, TABULAR, LOCAL_CRESCENT = Diyanet(), UmmAlQura(), Tabular(), LocalCrescent()
METHODS: tuple[Hijri, ...] = (DIYANET, UMM_AL_QURA, TABULAR, LOCAL_CRESCENT)


def method(name: str, place: str | None = None) -> Hijri:
    """A method by the name of its usage; `place` tells where the crescent is looked for, if not in Frankfurt.

    Raises:
        UnknownNameError: there is no such method, no such place in Germany, or the method looks from no place.
    """
    methods = {each.usage: each for each in METHODS}
    if name not in methods:
        raise UnknownNameError("method for Hijri months", name, methods)
    if place is None:
        return methods[name]
    if name != LOCAL_CRESCENT.usage:
        raise UnknownNameError("method that looks from a place", name, (LOCAL_CRESCENT.usage,))
    return LocalCrescent(places.place(place))


def _following(year: int, month: int, by: int = 1) -> tuple[int, int]:
    """The month that follows a month, or comes so many months after it."""
    years, months = divmod(month - 1 + by, MONTHS_OF_A_YEAR)
    return year + years, months + 1


def _cycle(year: int, month: int) -> date:
    return date.fromordinal(
        DAYS_BEFORE_YEAR_ONE + 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + 1
    )


def _month_of_cycle(day: date) -> tuple[int, int]:
    elapsed = day.toordinal() - DAYS_BEFORE_YEAR_ONE - 1
    year = (30 * elapsed + 10_646) // 10_631
    rest = elapsed - (354 * (year - 1) + (11 * year + 3) // 30)
    return year, (11 * rest + 330) // 325


def _conjunction(year: int, month: int) -> float:
    """The new moon with which a month begins: the one nearest to its beginning in the cycle."""
    return new_moon_after(sky.midnight(_cycle(year, month), 0) - HALF_A_MONTH)


@lru_cache(maxsize=4096)
def _istanbul(year: int, month: int) -> crescent.Beginning:
    return crescent.istanbul(_conjunction(year, month))


@lru_cache(maxsize=4096)
def _printed(year: int, month: int) -> date:
    from hijridate import Hijri as PrintedDate  # loaded in 24 ms that only this method needs

    if year > UmmAlQura.last_year:
        return _printed(*_following(year, month, by=-1)) + timedelta(
            PrintedDate(year - 1, MONTHS_OF_A_YEAR, 1).month_length()
        )
    return date(*PrintedDate(year, month, 1).to_gregorian().datetuple())
