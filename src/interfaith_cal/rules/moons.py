"""Days by the Moon's phases and the Sun's quarters: the full moon of May, the Sri Lankan Poya, an equinox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from interfaith_cal import sky
from interfaith_cal.model import Certainty, Occurrence
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning import sankranti as solar
from interfaith_cal.reckoning.lunation import lunation_at, moment, new_moon
from interfaith_cal.reckoning.places import COLOMBO, HAMM
from interfaith_cal.rules.base import YearlyRule
from interfaith_cal.rules.panchang import SHAKA, SIGNS, PanchangRule, half_month
from interfaith_cal.rules.skybound import ONE_DAY, SkyRule, at_hour, clock
from interfaith_cal.sky import Place

FULL = 180
PURNIMA = 15
POYA_LIMIT = time(18)


@dataclass(frozen=True, slots=True)
class FirstFullMoonIn(SkyRule):
    """The civil day of the first full moon in a civil month, by the clock of a place."""

    month: int
    place: Place

    def instant(self, year: int) -> float:
        """The full moon of that civil year."""
        opening = sky.midnight(date(year, self.month, 1), 0)
        lunation = lunation_at(opening) - 1
        while clock(moment(lunation, FULL), self.place).date() < date(year, self.month, 1):
            lunation += 1
        return moment(lunation, FULL)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return clock(self.instant(year) + delay, self.place).date()

    def sentence(self) -> Phrase:
        return phrase(
            "first-full-moon", month=phrase(f"month-{self.month}"), zone=phrase(f"zone-{self.place.timezone}")
        )

    def reason(self, year: int) -> Phrase:
        return phrase("reason-full-moon", when=at_hour(self.instant(year), self.place))


@dataclass(frozen=True, slots=True)
class FullMoonNearest(SkyRule):
    """The civil day, by the clock of a place, of the full moon that is nearest to another rule's day."""

    base: YearlyRule
    place: Place

    def year_of(self, day: date) -> int:
        return self.base.year_of(day)

    def instant(self, year: int) -> float | None:
        """That full moon; None in a year in which the other rule has no day."""
        day = self.base.day(year)
        if day is None:
            return None
        noon = sky.midnight(day, 0) + 0.5
        lunation = lunation_at(noon)
        return min((moment(lunation + n, FULL) for n in (-1, 0, 1)), key=lambda jd: abs(jd - noon))

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        instant = self.instant(year)
        return None if instant is None else clock(instant + delay, self.place).date()

    def sentence(self) -> Phrase:
        return phrase("full-moon-nearest", base=self.base.sentence(), zone=phrase(f"zone-{self.place.timezone}"))

    def reason(self, year: int) -> Phrase:
        instant = self.instant(year)
        return self.sentence() if instant is None else phrase("reason-full-moon", when=at_hour(instant, self.place))


@dataclass(frozen=True, slots=True)
class NewMoonIn(SkyRule):
    """The civil day, by the clock of a place, of the first new moon in the solar month that opens with a sign."""

    sign: int
    place: Place

    def instant(self, year: int) -> float:
        """That new moon."""
        return new_moon(lunation_at(solar.sankranti(year, self.sign)) + 1)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return clock(self.instant(year) + delay, self.place).date()

    def sentence(self) -> Phrase:
        return phrase("new-moon-in", sign=SIGNS[self.sign - 1], zone=phrase(f"zone-{self.place.timezone}"))

    def reason(self, year: int) -> Phrase:
        return phrase("reason-new-moon", when=at_hour(self.instant(year), self.place))


@dataclass(frozen=True, slots=True)
class Equinox(SkyRule):
    """The civil day on which the Sun comes to so many degrees, by a clock so many hours ahead of Universal Time."""

    degrees: int
    hours_east: int

    def instant(self, year: int) -> float:
        """The Sun's passage in that civil year."""
        return sky.solar_longitude_after(sky.midnight(date(year, 1, 1), 0), self.degrees)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return (sky.utc_of(self.instant(year) + delay) + timedelta(hours=self.hours_east)).date()

    def sentence(self) -> Phrase:
        return phrase(f"equinox-{self.degrees}", hours=self.hours_east)

    def reason(self, year: int) -> Phrase:
        return self.sentence()


@dataclass(frozen=True, slots=True)
class Poya(PanchangRule):
    """The Poya of a lunar month: the civil day in Sri Lanka on which purnima begins, if by 18:00, else the next."""

    month: int

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return _poya(panchang.tithi(year + SHAKA.add, self.month, PURNIMA).begin + delay)

    def sentence(self) -> Phrase:
        return phrase("poya", month=phrase("date", calendar="shaka", month=half_month(self.month, 1)[0], day=PURNIMA))

    def reason(self, year: int) -> Phrase:
        return _purnima_begins(panchang.tithi(year + SHAKA.add, self.month, PURNIMA).begin)


@dataclass(frozen=True, slots=True)
class ExtraPoya(PanchangRule):
    """The Poya (Adhi) of the first or a further extra month of a year; most years have none."""

    place_in_year: int

    def begin(self, year: int) -> float | None:
        """When purnima begins in that extra month; None in a year without."""
        extra = panchang.extra_months(year + SHAKA.add)
        found = extra[self.place_in_year :]
        return panchang.tithi_of(found[0], PURNIMA).begin if found else None

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        begin = self.begin(year)
        return None if begin is None else _poya(begin + delay)

    def sentence(self) -> Phrase:
        return phrase("poya-adhi")

    def reason(self, year: int) -> Phrase:
        begin = self.begin(year)
        return self.sentence() if begin is None else _purnima_begins(begin)


def _poya(begin: float) -> date:
    moment = clock(begin, COLOMBO)
    return moment.date() + ONE_DAY * (moment.time() > POYA_LIMIT)


def _purnima_begins(begin: float) -> Phrase:
    return phrase("reason-poya", when=at_hour(begin, COLOMBO))


@dataclass(frozen=True, slots=True)
class TwiceAYear(YearlyRule):
    """Two rules for one festival; in an own year that has both, "a" and "b" tell them apart."""

    one: YearlyRule
    other: YearlyRule

    @property
    def certainty(self) -> Certainty:
        return self.one.certainty

    def year_of(self, day: date) -> int:
        return self.one.year_of(day)

    def day(self, year: int) -> date | None:
        return self.one.day(year)

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        found = [o._replace(year=o.year + self._letter("a", o, self.other)) for o in self.one.occurrences(first, last)]
        found += [o._replace(year=o.year + self._letter("b", o, self.one)) for o in self.other.occurrences(first, last)]
        yield from sorted(found)

    def _letter(self, letter: str, occurrence: Occurrence, beside: YearlyRule) -> str:
        return "" if beside.day(int(occurrence.year)) is None else letter

    def sentence(self) -> Phrase:
        return phrase("both", one=self.one.sentence(), other=self.other.sentence())


GERMANY = HAMM


def first_full_moon_in(month: int) -> FirstFullMoonIn:
    """The first full moon of a civil month, on its date in Germany."""
    return FirstFullMoonIn(month, GERMANY)


def full_moon_nearest(rule: YearlyRule) -> FullMoonNearest:
    """The full moon nearest to another rule's day, on its date in Germany."""
    return FullMoonNearest(rule, GERMANY)


def new_moon_in(sign: int) -> NewMoonIn:
    """The first new moon while the Sun is in a sign, on its date in Germany; counted by civil years."""
    return NewMoonIn(sign, GERMANY)


def japanese_equinox(degrees: int) -> Equinox:
    """The March (0) or September (180) equinox on its date in Japan."""
    return Equinox(degrees, 9)


def poya(month: int) -> Poya:
    """The Sri Lankan full-moon day of a lunar month."""
    return Poya(month)


# An extra month before the lost one and another after it can fall in one year (1982).
ADHI_POYA = TwiceAYear(ExtraPoya(0), ExtraPoya(1))
