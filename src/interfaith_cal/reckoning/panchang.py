"""The Hindu almanac (drik panchang): days from sunrise to sunrise, tithis, lunar mansions, the day a festival takes.

The lunar month is the amanta one, from new moon to new moon; it bears the number (1 Chaitra ... 12 Phalguna) of the
sign that the sidereal Sun enters in it. A lunation without an entry is an extra month (adhika) and has no festivals;
one with two entries bears both names (kshaya) and has the festivals of both. A year opens with Chaitra and is named
here by that western year. North Indian month names only relabel the dark half and move no date.

A tithi is the time in which the Moon gains 12 degrees on the Sun; 1 to 15 make the bright half of the month, 16 to 30
the dark one. A festival asks at a part of the day, at a place, whether its tithi is running, and takes the civil day of
the sunrise that opened that day. Instants are Julian days in Universal Time.
Sources: the decisions of the Dharmasindhu, as bdsatish/drik-panchanga summarizes them; the tithi at Delhi sunrise
1950-2050 equals drikpanchang.com's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal import sky
from interfaith_cal.ground.places import Place
from interfaith_cal.reckoning.lunation import lunation_at, moment
from interfaith_cal.reckoning.sankranti import sankranti, sidereal

ONE_DAY = timedelta(1)
MINUTES_OF_A_DAY = 1_440
GHATI, MUHURTA = 24, 48
STAR_WIDTH = 360 / 27
MOON_SPEED = 360 / 27.321_66


class Span(NamedTuple):
    """From one instant to another: a tithi, a lunar mansion, a part of a day."""

    begin: float
    end: float

    def moved(self, days: float) -> Span:
        """The same, so much later (or earlier)."""
        return Span(self.begin + days, self.end + days)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day that decides: from one fraction to another of the daylight, or of the night that follows.

    Where both are the same it is an instant. With `minutes` they are not fractions, but minutes after sunrise. A part
    that is `whole` must be covered by the tithi from its beginning to its end.
    """

    id: str
    begin: float
    end: float
    night: bool = False
    minutes: bool = False
    whole: bool = False

    def on(self, day: date, place: Place) -> Span:
        """When this part of a civil day is at a place.

        Raises:
            SpanError: the Sun does not rise or set there around that day.
            YearRangeError: a day outside the years that the ephemeris answers for.
        """
        opening = sky.sunset(day, place) if self.night else sky.sunrise(day, place)
        unit = 1 / MINUTES_OF_A_DAY if self.minutes or self.end == 0 else self._length(day, place)
        return Span(opening + self.begin * unit, opening + self.end * unit)

    def _length(self, day: date, place: Place) -> float:
        """How long the daylight of the day is, or the night that follows it."""
        if self.night:
            return sky.sunrise(day + ONE_DAY, place) - sky.sunset(day, place)
        return sky.sunset(day, place) - sky.sunrise(day, place)


UDAYA = Part("udaya", 0, 0)
UDAYA_FOR_A_MUHURTA = Part("udaya-for-a-muhurta", 0, MUHURTA, minutes=True, whole=True)
UDAYA_FOR_3_MUHURTA = Part("udaya-for-3-muhurta", 0, 3 / 15, whole=True)
PURVAHNA = Part("purvahna", 0, 2 / 5)
MADHYAHNA = Part("madhyahna", 2 / 5, 3 / 5)
APARAHNA = Part("aparahna", 3 / 5, 4 / 5)
FORENOON = Part("forenoon", 0, 1 / 2)
NINTH_MUHURTA = Part("ninth-muhurta", 8 / 15, 8 / 15)
SUNSET = Part("sunset", 1, 1)
PRADOSHA = Part("pradosha", 0, 1 / 5, night=True)
NISHITA = Part("nishita", 7 / 15, 8 / 15, night=True)
YAMA_3_AND_A_HALF = Part("yama-3-and-a-half", 7 / 8, 7 / 8)
ARUNODAYA = Part("arunodaya", -96, -96, minutes=True)


class Candidate(NamedTuple):
    """A day that may be the festival's, and how much of the deciding part of it the tithi covers."""

    day: date
    share: float
    minutes: float


class Tie(StrEnum):
    """Which day counts when the tithi is running at the deciding part of two."""

    FIRST = "first"
    LAST = "last"
    LARGER_SHARE = "larger-share"
    COVERED_THEN_LAST = "covered-then-last"
    LAST_IF_A_GHATI = "last-if-a-ghati"

    def pick(self, days: Sequence[Candidate]) -> Candidate:
        """One of the days that qualify, given in order; equal shares leave the first."""
        match self:
            case Tie.FIRST:
                return days[0]
            case Tie.LAST:
                return days[-1]
            case Tie.LARGER_SHARE:
                return max(days, key=lambda candidate: candidate.share)
            case Tie.COVERED_THEN_LAST:
                return max(days, key=lambda candidate: (candidate.share >= 1, candidate.day))
            case Tie.LAST_IF_A_GHATI:
                return days[-1] if days[-1].minutes >= GHATI else days[0]


class Kshaya(StrEnum):
    """Which day counts when the tithi is running at the deciding part of none: that on which it begins, or the next."""

    START = "start"
    NEXT = "next"


def tithi(year: int, month: int, number: int) -> Span:
    """A tithi (1 to 30) of a month of a year."""
    return tithi_of(lunation_of(year, month), number)


def tithi_of(lunation: int, number: int) -> Span:
    """A tithi (1 to 30) of a lunation."""
    return Span(moment(lunation, 12 * (number - 1)), moment(lunation, 12 * number))


@lru_cache(maxsize=4096)
def lunation_of(year: int, month: int) -> int:
    """The lunation that is a month of a year, never an extra one: the Sun enters the month's sign in it."""
    return lunation_at(sankranti(year, month))


@lru_cache(maxsize=4096)
def stay_before(jd: float, star: int) -> Span:
    """The Moon's last stay in a lunar mansion (nakshatra, 1 to 27) that begins up to an instant."""
    since = (_sidereal_moon(jd) - STAR_WIDTH * (star - 1)) % 360
    begin = _moon_at(jd - since / MOON_SPEED, STAR_WIDTH * (star - 1))
    return Span(begin, _moon_at(begin + STAR_WIDTH / MOON_SPEED, STAR_WIDTH * star))


@lru_cache(maxsize=4096)
def in_star(part: Span, star: int) -> bool:
    """Whether the Moon is in a lunar mansion at some time of a part of a day."""
    return any(_sidereal_moon(jd) // STAR_WIDTH + 1 == star for jd in part)


def day_at(jd: float, place: Place) -> date:
    """The day from sunrise to sunrise in which an instant falls, as the civil day of the opening sunrise."""
    day = sky.civil_day(jd, place.timezone)
    return day if sky.sunrise(day, place) <= jd else day - ONE_DAY


def candidates(running: Span, part: Part, place: Place) -> list[Candidate]:
    """The days that a tithi or star touches, and how much of the deciding part of each it covers, first to last."""
    first = day_at(running.begin, place).toordinal()
    # Every part of a day begins after the midnight before its sunrise.
    last = sky.civil_day(running.end, place.timezone).toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    return [_covered(day, running, part.on(day, place)) for day in days]


def choose(running: Span, part: Part, tie: Tie, kshaya: Kshaya, place: Place, least: float = 0) -> date:
    """The day that a tithi or star gives a festival.

    Args:
        running: when the tithi or star is running.
        part: the part of the day that decides.
        tie: which day counts when two qualify.
        kshaya: which day counts when none does.
        place: where.
        least: minutes of the part that must be covered for a day to qualify.
    """
    qualified = qualifying(running, part, place, least)
    if qualified:
        return tie.pick(qualified).day
    start = day_at(running.begin, place)
    return start if kshaya is Kshaya.START else start + ONE_DAY


def qualifying(running: Span, part: Part, place: Place, least: float = 0) -> list[Candidate]:
    """The days on which a tithi or star is running at the deciding part, for so many minutes at least."""
    touched = [c for c in candidates(running, part, place) if c.share > 0 and c.minutes >= least]
    return [c for c in touched if c.share >= 1] if part.whole else touched


def _covered(day: date, running: Span, window: Span) -> Candidate:
    if window.begin == window.end:
        return Candidate(day, float(running.begin <= window.begin < running.end), 0)
    common = max(0.0, min(window.end, running.end) - max(window.begin, running.begin))
    return Candidate(day, common / (window.end - window.begin), common * MINUTES_OF_A_DAY)


def _sidereal_moon(jd: float) -> float:
    return sidereal(sky.moon_longitude(jd), jd)


def _moon_at(near: float, longitude: float) -> float:
    """The instant near another at which the Moon has a sidereal longitude; error below 5 s."""
    return sky.instant_of(_sidereal_moon, longitude, near=near, speed=MOON_SPEED)
