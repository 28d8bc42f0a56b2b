"""Days by the Moon's phases and the Sun's quarters: the full moon of May, the Sri Lankan Poya, an equinox."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date, time, timedelta
from functools import lru_cache

from interfaith_cal import sky
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning.lunation import lunation_at, moment
from interfaith_cal.reckoning.reference_places import BERLIN, COLOMBO
from interfaith_cal.rules.civil import GregorianMonth
from interfaith_cal.rules.several import EachOf
from interfaith_cal.rules.skybound import ONE_DAY, SkyRule, at_hour, clock
from interfaith_cal.rules.tithi import CHAITRA, PAUSHA, PHALGUNA, VAISHAKHA, LunarMonth, half_month

FULL = 180
PURNIMA = 15
# To the minute, as almanacs print it: purnima of Esala 2024 began within the first second of 18:00.
POYA_LIMIT = time(18)
# The full moon of the extra month of 2026 is no Adhi Poya: gazette 2485/14 made it Vesak. The prelates' reason, the
# star Visakha, would have moved 2007, 2015 and 2018 too, and did not: there is no rule for it, but years to be marked.
ADHI_POYA_MADE_VESAK = 2026
EARLIEST_SURE_VESAK, EXTRA_MONTH_SOON = (5, 7), timedelta(90)


class FirstFullMoonIn(SkyRule, frozen=True):
    """The civil day of the first full moon in a civil month, by the clock of a place."""

    month: GregorianMonth
    place: Place

    def instant(self, year: int) -> float:
        """The full moon of that civil year, as a Julian day in UTC."""
        opening = sky.midnight(date(year, self.month, 1), 0)
        lunation = lunation_at(opening)
        while clock(moment(lunation, FULL), self.place).date() < date(year, self.month, 1):
            lunation += 1
        return moment(lunation, FULL)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return clock(self.instant(year) + delay, self.place).date()

    def sentence(self) -> Phrase:
        first = phrase("date", calendar="gregorian", month=self.month, day=1)
        return phrase("first-full-moon", first=first, place=self.place.name)

    def reason(self, year: int) -> Phrase:
        return _full_moon_is(self.instant(year), self.place)


class FullMoonNearest(SkyRule, frozen=True):
    """The civil day, by the clock of a place, of the full moon nearest to another rule's day: that of its lunation."""

    base: Rule
    place: Place

    def year_of(self, day: date) -> int:
        return self.base.year_of(day)

    def instant(self, year: int) -> float | None:
        """That full moon as a Julian day in UTC; None in a year in which the other rule has no day."""
        day = self.base.day(year)
        if day is None:
            return None
        return moment(lunation_at(sky.midnight(day, 0)), FULL)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        instant = self.instant(year)
        return None if instant is None else clock(instant + delay, self.place).date()

    def sentence(self) -> Phrase:
        return phrase("full-moon-nearest", base=self.base.sentence(), place=self.place.name)

    def reason(self, year: int) -> Phrase:
        instant = self.instant(year)
        return self.sentence() if instant is None else _full_moon_is(instant, self.place)


class Equinox(SkyRule, frozen=True):
    """The civil day on which the Sun comes to so many degrees, by a clock so many hours ahead of Universal Time."""

    degrees: int
    hours_east: int

    def instant(self, year: int) -> float:
        """The Sun's passage in that civil year, as a Julian day in UTC."""
        return _passage(year, self.degrees)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return (sky.utc_of(self.instant(year) + delay) + timedelta(hours=self.hours_east)).date()

    def sentence(self) -> Phrase:
        return phrase(f"equinox-{self.degrees}", hours=self.hours_east)

    def reason(self, year: int) -> Phrase:
        return self.sentence()


class PoyaRule(SkyRule, frozen=True):
    """The civil day in Sri Lanka on which purnima begins, if by 18:00, else the next.

    Years open with Duruthu (Pausha), and are counted by the western year in which nearly all of it lies.
    """

    @abstractmethod
    def begin(self, year: int) -> float | None:
        """When purnima begins, as a Julian day in UTC; None in a year without."""

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        begin = self.begin(year)
        if begin is None:
            return None
        minute = clock(begin + delay, COLOMBO).replace(second=0, microsecond=0)
        return minute.date() + ONE_DAY * (minute.time() > POYA_LIMIT)

    def reason(self, year: int) -> Phrase:
        begin = self.begin(year)
        return self.sentence() if begin is None else phrase("reason-poya", when=at_hour(begin, COLOMBO))


class Poya(PoyaRule, frozen=True):
    """The Poya of a lunar month."""

    month: LunarMonth

    def begin(self, year: int) -> float | None:
        return panchang.tithi(year - (self.month >= PAUSHA), self.month, PURNIMA).begin

    def sentence(self) -> Phrase:
        month, day = half_month(self.month, PURNIMA)
        return phrase("poya", tithi=phrase("date", calendar="lunar", month=month, day=day))


class VesakPoya(Poya, frozen=True):
    """The Poya of Vesak, which may be announced for the full moon after it in a year like 2026."""

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        close = Poya.remarks(self, year)
        return (*close, phrase("vesak-may-be-moved")) if self._may_be_moved(year) else close

    def _may_be_moved(self, year: int) -> bool:
        """Whether the day comes before 7 May and an extra month within ninety days of it, as in 2026."""
        day, extra = self.day(year), AdhiPoya().day(year)
        if day is None or extra is None or year <= ADHI_POYA_MADE_VESAK:
            return False
        return (day.month, day.day) < EARLIEST_SURE_VESAK and ONE_DAY <= extra - day <= EXTRA_MONTH_SOON


class AdhiPoya(PoyaRule, frozen=True):
    """The Poya of the extra month; most years have none, and none has two between 1900 and 2100."""

    def begin(self, year: int) -> float | None:
        if year == ADHI_POYA_MADE_VESAK:
            return None
        months = [panchang.lunation_of(year - 1, month) for month in range(PAUSHA, PHALGUNA + 1)]
        months += [panchang.lunation_of(year, month) for month in range(CHAITRA, PAUSHA + 1)]
        extra = set(range(months[0], months[-1])).difference(months)
        return panchang.tithi_of(min(extra), PURNIMA).begin if extra else None

    def sentence(self) -> Phrase:
        return phrase("poya-adhi")


def _full_moon_is(instant: float, place: Place) -> Phrase:
    return phrase("reason-full-moon", when=at_hour(instant, place), place=place.name)


@lru_cache(maxsize=1024)
def _passage(year: int, degrees: int) -> float:
    return sky.solar_longitude_after(sky.midnight(date(year, 1, 1), 0), degrees)


def first_full_moon_in(month: GregorianMonth) -> FirstFullMoonIn:
    """The first full moon of a civil month, on its date in Germany."""
    return FirstFullMoonIn(month, BERLIN)


def full_moon_nearest(rule: Rule) -> FullMoonNearest:
    """The full moon nearest to another rule's day, on its date in Germany."""
    return FullMoonNearest(rule, BERLIN)


def japanese_equinox(degrees: int) -> Equinox:
    """The March (0) or September (180) equinox on its date in Japan."""
    return Equinox(degrees, 9)


def poya(month: LunarMonth) -> Poya:
    """The Sri Lankan full-moon day of a lunar month."""
    return Poya(month)


def vesak_poya() -> VesakPoya:
    """The Sri Lankan full-moon day of Vesak."""
    return VesakPoya(VAISHAKHA)


def adhi_poya() -> AdhiPoya:
    """The Sri Lankan full-moon day of an extra month."""
    return AdhiPoya()


class Higan(EachOf, frozen=True):
    """The weeks in whose middle the equinoxes fall, said in one sentence."""

    def sentence(self) -> Phrase:
        return phrase("higan")


def higan() -> Higan:
    """The weeks in whose middle the March and September equinoxes fall in Japan."""
    return Higan(tuple(japanese_equinox(degrees).plus(-3).lasting(7) for degrees in (0, 180)))
