"""The Islamic calendar: twelve months of 29 or 30 days, whose beginnings are told by one of six methods.

`diyanet` is the computed calendar of the Turkish directorate, which the KRM's announcements in Germany follow;
`umm-al-qura` the printed calendar of Saudi Arabia; `tabular` the thirty-year cycle of the astronomers;
`local-crescent` the first evening on which the eye can see the crescent from one place in Germany;
`ahmadiyya` the first on which it can be seen with some aid anywhere in Germany; `shia` the official calendar of Iran.
A civil day stands for the Islamic day of its daylight, which began at the sunset before.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import ClassVar

from interfaith_cal import sky
from interfaith_cal.editorial import pins
from interfaith_cal.errors import SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground import places, tables
from interfaith_cal.ground.places import Place
from interfaith_cal.ground.root import by_root
from interfaith_cal.model import Calendar, Certainty, YearMonthDay
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import crescent
from interfaith_cal.reckoning.lunation import new_moon_after
from interfaith_cal.reckoning.reference_places import FRANKFURT, FREIBURG, QESHM

# The day before 1 Muharram of the year 1, which is 16 July 622 in the Julian calendar.
DAYS_BEFORE_YEAR_ONE = 227_014
MONTHS_OF_A_YEAR, SHORT_MONTH, FULL_MONTH = 12, 29, 30
# The printed calendar of Saudi Arabia had a few months of 28 and of 31 days before it was computed.
SHORTEST_MONTH = 28
# Half a month: the new moon of a month is never so far from the beginning that the cycle gives it.
HALF_A_MONTH = 15

# Other copies of the official table of Saudi Arabia differ from here on in a third of the months.
FIRST_DOUBTED_UMM_AL_QURA = 1451

# Days that are announced, with month and day of their daylight; a night is listed with the day before.
ANNOUNCED = {
    "islamic-new-year": (1, 1), "ashura": (1, 10), "mawlid-night": (3, 11), "three-holy-months": (7, 1),
    "miraj-night": (7, 26), "baraah-night": (8, 14), "ramadan": (9, 1), "qadr-night": (9, 26), "eid-al-fitr": (10, 1),
    "eid-al-adha": (12, 10),
}  # fmt: skip

# In Qeshm and with this least q, Yallop's test gives most of the official months of Iran (240 of 259, 1427 to 1448).
VISIBLE_TO_IRAN = -0.26
# 1 Rabi al-Awwal 1427, with which the table of these months begins.
FIRST_OFFICIAL_DAY = date(2006, 3, 31)
CALENDAR_OF_IRAN = "Calendar Center, Institute of Geophysics, University of Tehran"


class Hijri(Calendar):
    """The Islamic calendar by one method: `id` names its months, `usage` the method."""

    id = "hijri"
    longest_months = (FULL_MONTH,) * MONTHS_OF_A_YEAR
    usage: ClassVar[str]
    certainty: ClassVar[Certainty] = Certainty.COMPUTED
    first_year: ClassVar[int]
    last_year: ClassVar[int]
    alternative: ClassVar[str] = ""

    @abstractmethod
    def _start(self, year: int, month: int) -> date:
        """The first day of a month, from the first year of the method to the month after its last."""

    def close_calls(self, year: int, month: int) -> tuple[Phrase, ...]:
        """What was close, or is not certain, about the beginning of a month."""
        return ()

    def publisher(self, year: int, month: int) -> str:
        """Who has published the beginning of a month that the method reckons with; "" where it is computed."""
        return ""

    def month_start(self, year: int, month: int) -> date:
        """The civil day on which a month begins.

        Raises:
            YearRangeError: the method has no answer for that year.
            SpanError: there is no such month.
        """
        self._check(year)
        if not 1 <= month <= MONTHS_OF_A_YEAR:
            raise SpanError(f"there is no month {month} in the Hijri year {year}.")
        return self._start(year, month)

    def month_length(self, year: int, month: int) -> int:
        """The number of days of a month, 29 or 30 in all computed years; raises as `month_start` does."""
        start = self.month_start(year, month)
        return (self._start(*_following(year, month)) - start).days

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of an Islamic date.

        Raises:
            YearRangeError: the method has no answer for that year.
            SpanError: there is no such day.
        """
        start = self.month_start(year, month)
        # Most days are in every month; only for the last ones the month's end has to be found.
        if day < 1 or (day > SHORTEST_MONTH and day > self.month_length(year, month)):
            raise SpanError(f"there is no day {day} in month {month} of the Hijri year {year} ({self.usage}).")
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

    def publisher(self, year: int, month: int) -> str:
        """Who has announced a day of the month that fits the criterion; all its days can be counted from that one."""
        reckoned = _istanbul(year, month).day
        return next((source for start, source in _announced().get((year, month), ()) if start == reckoned), "")


class OfTheAlevis(Diyanet):
    """The same months, under the names by which the Alevis call them, to whom Diyanet announces nothing."""

    id = "alevi"

    def publisher(self, year: int, month: int) -> str:
        """Nobody."""
        return ""


class UmmAlQura(Hijri):
    """Months as printed in Saudi Arabia's official calendar (package hijridate)."""

    usage = "umm-al-qura"
    first_year, last_year = 1343, 1500
    alternative = "tabular"

    def _start(self, year: int, month: int) -> date:
        return _printed(year, month)

    def close_calls(self, year: int, month: int) -> tuple[Phrase, ...]:
        """Whether other copies of the printed table may begin the month on another day."""
        return (phrase("umm-al-qura-copies"),) if year >= FIRST_DOUBTED_UMM_AL_QURA else ()


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
    least: ClassVar[float] = crescent.VISIBLE_TO_THE_EYE
    first_year, last_year = 1316, 1525
    alternative = "tabular"

    def _start(self, year: int, month: int) -> date:
        return _by_sighting(year, month, self.place, self.least)


@dataclass(frozen=True)
class Ahmadiyya(LocalCrescent):
    """Months as the Ahmadiyya reckons and announces ahead: Yallop's test with some optical aid, anywhere in Germany."""

    place: Place = FREIBURG

    usage = "ahmadiyya"
    least = crescent.VISIBLE_WITH_SOME_AID


@dataclass(frozen=True)
class Shia(LocalCrescent):
    """Months of Iran's official calendar where they are known, beyond them by Yallop's test in the south of Iran."""

    place: Place = QESHM

    usage = "shia"
    least = VISIBLE_TO_IRAN

    def publisher(self, year: int, month: int) -> str:
        """The publisher of the calendar of Iran, for its months."""
        return CALENDAR_OF_IRAN if (year, month) in _official_months() else ""

    def _start(self, year: int, month: int) -> date:
        official = _official_months().get((year, month))
        if official is not None:
            return official
        sighted = super()._start(year, month)
        before = _official_months().get(_following(year, month, by=-1))
        if before is None:
            return sighted
        return min(max(sighted, before + timedelta(SHORT_MONTH)), before + timedelta(FULL_MONTH))


DIYANET, UMM_AL_QURA, TABULAR, LOCAL_CRESCENT = Diyanet(), UmmAlQura(), Tabular(), LocalCrescent()
SHIA, AHMADIYYA, OF_THE_ALEVIS = Shia(), Ahmadiyya(), OfTheAlevis()
METHODS: tuple[Hijri, ...] = (DIYANET, UMM_AL_QURA, TABULAR, LOCAL_CRESCENT, SHIA, AHMADIYYA)


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


@lru_cache(maxsize=8192)
def _by_sighting(year: int, month: int, place: Place, least: float) -> date:
    """The first day of a month that begins with the crescent, or after thirty days of the one before, seen or not."""
    months = [_following(year, month, by=-n) for n in range(4)]
    return min(
        crescent.sighting(_conjunction(*each), place, least) + timedelta(FULL_MONTH * n)
        for n, each in enumerate(months)
    )


@lru_cache(maxsize=4096)
def _istanbul(year: int, month: int) -> crescent.Beginning:
    return crescent.istanbul(_conjunction(year, month))


@by_root
def _announced() -> dict[tuple[int, int], list[tuple[date, str]]]:
    """The first days of months that follow from the days which the KRM or Diyanet has announced, with their sources."""
    found: dict[tuple[int, int], list[tuple[date, str]]] = {}
    for pin in pins.published("islamic"):
        slug = pin.festival.partition("/")[2]
        if pin.usage or slug not in ANNOUNCED or not pin.own_year.isdecimal():
            continue
        month, day = ANNOUNCED[slug]
        found.setdefault((int(pin.own_year), month), []).append((pin.first_day - timedelta(day - 1), pin.source))
    return found


@lru_cache(maxsize=4096)
def _printed(year: int, month: int) -> date:
    from hijridate import Hijri as PrintedDate  # loaded in 24 ms that only this method needs

    if year > UmmAlQura.last_year:
        return _printed(*_following(year, month, by=-1)) + timedelta(
            PrintedDate(year - 1, MONTHS_OF_A_YEAR, 1).month_length()
        )
    return date(*PrintedDate(year, month, 1).to_gregorian().datetuple())


@cache
def _official_months() -> dict[tuple[int, int], date]:
    """The first days of the months of Iran's calendar, and of the month after the last."""
    starts: dict[tuple[int, int], date] = {}
    start = FIRST_OFFICIAL_DAY
    for month in tables.months_of_iran():
        starts[int(month.year), int(month.month)] = start
        start += timedelta(int(month.days))
        starts[_following(int(month.year), int(month.month))] = start
    return starts
