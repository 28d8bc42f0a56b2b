"""The young crescent: on which civil day does a month begin, by the Istanbul criterion or by sighting at one place?

Istanbul: a month begins after the instant at which Moon and Sun, seen from the center of the Earth, stand 8 degrees
apart. Some place on the sunset line then has the Moon 5 degrees up, so the civil day in UT decides (conference of
1978). The congress of 2016 added that an instant after 0 h UT still counts for the day before if on that evening the
crescent can be seen on the mainland of the Americas, and the conjunction precedes dawn in New Zealand.
Sources: the parameters as published by Muhammadiyah and the Fiqh Council; the regimes and the details (topocentric
altitude without refraction, mainland without islands, dawn at 18 degrees) are those that Diyanet's lists follow.

Sighting: Yallop's test of visibility (NAO Technical Note 69, 1997). His q, read at four ninths of the time from sunset
to moonset, tells how much is needed: the eye alone, or some optical aid.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from interfaith_cal import sky
from interfaith_cal.errors import SpanError
from interfaith_cal.ground import tables
from interfaith_cal.ground.places import Place
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.reference_places import CHATHAM
from interfaith_cal.sky import SECONDS_OF_A_DAY

ONE_DAY = timedelta(1)
MINUTES_OF_A_DAY, HALF_A_DAY = 1_440, 0.5

ELONGATION, ALTITUDE = 8.0, 5.0
# The Moon leaves the Sun behind by this angle in a day, on average; only the first guess depends on it.
DAILY_ELONGATION = 12.19
# Within these margins a decision is called close.
CLOSE_ALTITUDE, CLOSE_SECONDS = 0.15, 240

DAWN_DEPRESSION = 18.0
# Of New Zealand's islands only the Chatham Islands, first to have their dawn, fit the Feast of Sacrifice of 2032. Dawn
# on the main islands follows within this time (in days), and a conjunction between the two is called close.
MAIN_ISLANDS_LATER = 50 / MINUTES_OF_A_DAY

# The Sun is never further from clock noon of its own meridian than this time (in days).
EQUATION_OF_TIME = 17 / MINUTES_OF_A_DAY

# The least q of Yallop's classes: seen by the eye under perfect conditions, and where aid may be needed to find it.
VISIBLE_TO_THE_EYE, VISIBLE_WITH_SOME_AID = -0.014, -0.16


class Beginning(Struct, frozen=True):
    """The civil day on which a month begins, and what was close about it."""

    day: date
    close_calls: tuple[Phrase, ...] = ()


def istanbul(conjunction: float) -> Beginning:
    """The beginning of a month by the Istanbul criterion, as Diyanet applied it at the time of that conjunction."""
    apart = _eight_degrees_after(conjunction)
    day = sky.civil_day(apart, "UTC")
    close = _close_to_midnight(round((apart - sky.midnight(day, 0)) * SECONDS_OF_A_DAY))
    regime = next(r for r in REGIMES if r.since <= sky.civil_day(conjunction, "UTC"))
    altitude = _greatest_altitude(apart, day - ONE_DAY, regime.shore())
    if abs(altitude - ALTITUDE) < CLOSE_ALTITUDE:
        degrees, hundredths = divmod(round(altitude * 100), 100)
        close = (*close, phrase("close-altitude", degrees=degrees, hundredths=hundredths))
    after_deadline = conjunction - regime.deadline(day)
    if altitude >= ALTITUDE and -CLOSE_SECONDS / SECONDS_OF_A_DAY < after_deadline < MAIN_ISLANDS_LATER:
        side = "after" if after_deadline >= 0 else "before"
        close = (
            *close,
            phrase(f"close-{side}-new-zealand-dawn", minutes=round(abs(after_deadline) * MINUTES_OF_A_DAY)),
        )
    seen = altitude >= ALTITUDE and after_deadline < 0
    return Beginning(day if seen else day + ONE_DAY, close)


@lru_cache(maxsize=4096)
def sighting(conjunction: float, place: Place, least: float = VISIBLE_TO_THE_EYE) -> date:
    """The civil day after the first evening on which a place can see the crescent: Yallop's q is over `least`."""
    evening = sky.civil_day(conjunction, place.timezone)
    if sky.sunset(evening, place) < conjunction:
        evening += ONE_DAY
    while _visibility(evening, place) <= least:
        evening += ONE_DAY
    return evening + ONE_DAY


def _eight_degrees_after(conjunction: float) -> float:
    """The first instant after a conjunction at which Moon and Sun stand 8 degrees apart, to 0.1 s."""
    # Near the conjunction three angles make a right triangle: latitude of the Moon, its way past the Sun, separation.
    way = math.sqrt(ELONGATION**2 - sky.separation(conjunction) ** 2)
    near, speed = conjunction + way / DAILY_ELONGATION, way * DAILY_ELONGATION / ELONGATION
    return sky.instant_of(sky.separation, ELONGATION, near=near, speed=speed)


def _close_to_midnight(seconds: int) -> tuple[Phrase, ...]:
    """What is to be said of an instant so many seconds after 0 h UT."""
    if seconds < CLOSE_SECONDS:
        return (phrase("close-after-midnight", seconds=seconds),)
    if seconds > SECONDS_OF_A_DAY - CLOSE_SECONDS:
        return (phrase("close-before-midnight", seconds=SECONDS_OF_A_DAY - seconds),)
    return ()


def _greatest_altitude(apart: float, evening: date, shore: Sequence[Place]) -> float:
    """The Moon's greatest altitude at a sunset of that evening, among the places where the 8 degrees are then reached.

    The search ends with the first altitude that is clearly enough.
    """
    greatest = -90.0
    for place in shore:
        if apart > sky.midnight(evening + ONE_DAY, place.longitude / 15) + EQUATION_OF_TIME:
            continue  # every sunset comes before midnight by the Sun
        try:
            # Where the Sun is down at that instant, its sunset came too early; this is much cheaper to ask.
            if sky.sun_altitude(apart, place) < sky.SUNSET_ALTITUDE:
                continue
            sunset = sky.sunset(evening, place)
        except SpanError:
            continue  # the midnight sun of the far north does not set
        if sunset >= apart:
            greatest = max(greatest, sky.moon_altitude(sunset, place))
        if greatest >= ALTITUDE + CLOSE_ALTITUDE:
            break
    return greatest


def _visibility(evening: date, place: Place) -> float:
    """How well the crescent can be seen at a place: Yallop's q at four ninths of the time from sunset to moonset."""
    sunset = sky.sunset(evening, place)
    lag = sky.moonset_after(sunset, place) - sunset
    if lag > HALF_A_DAY:
        return -math.inf  # the Moon was down before the Sun
    best = sunset + lag * 4 / 9
    width = sky.crescent_width(best, place)
    needed = 11.8371 - 6.3226 * width + 0.7319 * width**2 - 0.1018 * width**3
    return (sky.arc_of_vision(best, place) - needed) / 10


@cache
def _mainland() -> tuple[Place, ...]:
    """The westernmost mainland of the Americas at each latitude: elongation and altitude at sunset grow westward."""
    return tuple(_shore(point.latitude, point.longitude) for point in tables.americas_west_coast())


@cache
def _date_line() -> tuple[Place, ...]:
    """Any place on land or sea, from 10 degrees north to the polar circle: the last sunset is on the date line."""
    return tuple(_shore(latitude, -180) for latitude in range(10, 66))


def _nowhere() -> tuple[Place, ...]:
    return ()


def _shore(latitude: float, longitude: float) -> Place:
    """A place that goes by the nautical time of its longitude; those zones count the hours west of Greenwich."""
    return Place(f"{latitude}° N, {longitude}° E", latitude, longitude, f"Etc/GMT{round(-longitude / 15):+d}")


def _dawn_in_new_zealand(day: date) -> float:
    return sky.dawn(day, CHATHAM, DAWN_DEPRESSION)


def _no_deadline(day: date) -> float:
    return math.inf


class Regime(Struct, frozen=True):
    """From a conjunction on: the places where a crescent of the evening before counts, and the latest conjunction."""

    since: date
    shore: Callable[[], Sequence[Place]]
    deadline: Callable[[date], float]


# Read off Diyanet's dates, the last regime first. The congress rule shows itself first in the Feast of 4 June 2019.
REGIMES = (
    Regime(date(2017, 1, 1), _mainland, _dawn_in_new_zealand),
    Regime(date(2014, 10, 1), _nowhere, _no_deadline),
    Regime(date(2009, 1, 1), _date_line, _no_deadline),
    Regime(date.min, _nowhere, _no_deadline),
)
