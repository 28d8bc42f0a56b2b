"""Sun and Moon at an instant and at a place: the only module that imports the ephemeris.

Instants are Julian days in Universal Time (2451545.0 is noon UT of 1 January 2000), angles are degrees, days are civil
days of a place. Positions are apparent and geocentric, in the equator or ecliptic of date, unless a place is asked for.

The ephemeris (PyEphem) forecasts the Earth's rotation badly, so its own delta T is undone and replaced by
`data/tables/delta_t.csv`. Errors below are the greatest found against skyfield with DE421, 1900 to 2053; towards 2100
the forecast of delta T (a minute or more) is greater than all of them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import ephem

from interfaith_cal.editorial import tables
from interfaith_cal.errors import SpanError, UnknownNameError, YearRangeError

FIRST_YEAR, LAST_YEAR = 1900, 2100
# Months and years that are under way when the first year begins, or when the last one ends, belong to the answer too.
MARGIN_YEARS = 2

J2000 = 2_451_545.0
NOON_OF_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
DAYS_OF_A_YEAR = 365.2425
TROPICAL_YEAR = 365.2422
# ephem counts days from noon of 31 December 1899.
EPHEM_EPOCH = 2_415_020.0
SECONDS_OF_A_DAY = 86_400
# The Earth turns by this angle against the stars in a day.
TURN_OF_A_DAY = 360.985_647_4
MEAN_NEW_MOON, MEAN_LUNATION = 2_451_550.097_66, 29.530_588_861
MEAN_ELONGATION_A_DAY = 360 / MEAN_LUNATION
# Mean anomaly of Sun and Moon, the Moon's distance from its node: at the mean new moon, and a lunation's motion.
PHASE_ANGLES = ((2.5534, 29.105_356_70), (201.5643, 385.816_935_28), (160.7108, 390.670_502_84))
# The Sun rises and sets with its upper limb: refraction 34', semidiameter 16'.
SUNSET_ALTITUDE = -50 / 60
REFRACTION_AT_HORIZON = 34 / 60


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth: degrees north and east, and its civil time zone (IANA name)."""

    name: str
    latitude: float
    longitude: float
    timezone: str


def jd_of(moment: datetime) -> float:
    """The instant of an aware datetime."""
    return J2000 + (moment - NOON_OF_J2000) / timedelta(days=1)


def utc_of(jd: float) -> datetime:
    """An instant as an aware datetime in UTC, to some 40 microseconds, as fine as a Julian day can tell."""
    return NOON_OF_J2000 + timedelta(days=jd - J2000)


def civil_day(jd: float, zone: str) -> date:
    """The civil date of an instant in a time zone (IANA name).

    Raises:
        UnknownNameError: there is no such time zone.
    """
    return utc_of(jd).astimezone(_zone(zone)).date()


def midnight(day: date, hours_east: float) -> float:
    """The instant at which a day begins, 0 h of a clock so many hours ahead of UT."""
    return J2000 + (day.toordinal() - NOON_OF_J2000.toordinal()) - 0.5 - hours_east / 24


def delta_t(jd: float) -> float:
    """Terrestrial minus Universal Time in seconds, from the table; error below 2 s, since 1975 below 0.5 s.

    Raises:
        YearRangeError: the instant lies outside the years 1900 to 2100 (and two more on either side).
    """
    year = 2000 + (jd - J2000) / DAYS_OF_A_YEAR
    if not FIRST_YEAR - MARGIN_YEARS <= year < LAST_YEAR + 1 + MARGIN_YEARS:
        raise YearRangeError(
            f"the year {math.floor(year)} is out of range for the sky; "
            f"Sun and Moon are computed for {FIRST_YEAR} to {LAST_YEAR}."
        )
    knots = tables.delta_t()
    after = min(max(bisect_right(knots, (year,)), 1), len(knots) - 1)
    (y0, s0), (y1, s1) = knots[after - 1], knots[after]
    return s0 + (year - y0) * (s1 - s0) / (y1 - y0)


def new_moon_after(jd: float) -> float:
    """The first conjunction of Moon and Sun in geocentric longitude after an instant; error below 3 s."""
    lunation = math.floor((jd - MEAN_NEW_MOON) / MEAN_LUNATION)
    return next(moon for moon in map(_new_moon, range(lunation - 1, lunation + 3)) if moon > jd)


def sun_longitude(jd: float) -> float:
    """The Sun's apparent ecliptic longitude, 0 to 360 degrees from the true equinox of date; error below 0.8"."""
    return _longitude(ephem.Sun(), _ephem_date(jd))


def moon_longitude(jd: float) -> float:
    """The Moon's apparent ecliptic longitude, 0 to 360 degrees from the true equinox of date; error below 1.5"."""
    return _longitude(ephem.Moon(), _ephem_date(jd))


def elongation(jd: float) -> float:
    """The Moon's longitude less the Sun's, 0 to 360 degrees; error below 1.5"."""
    moment = _ephem_date(jd)
    return (_longitude(ephem.Moon(), moment) - _longitude(ephem.Sun(), moment)) % 360


def separation(jd: float) -> float:
    """The angle between Moon and Sun seen from the center of the Earth, 0 to 180 degrees; error below 1.5"."""
    moment = _ephem_date(jd)
    sun, moon = ephem.Sun(), ephem.Moon()
    sun.compute(moment)
    moon.compute(moment)
    return math.degrees(ephem.separation((sun.g_ra, sun.g_dec), (moon.g_ra, moon.g_dec)))


def solar_longitude_after(jd: float, degrees: float) -> float:
    """The next instant at which the Sun's apparent longitude is so many degrees; error below 20 s.

    0 is the March equinox, 90 the June solstice.
    """
    found = jd + (degrees - sun_longitude(jd)) % 360 / 360 * TROPICAL_YEAR
    step = 1.0
    while abs(step) > 1e-6:
        step = _turned(degrees - sun_longitude(found)) / 360 * TROPICAL_YEAR
        found += step
    return found


@lru_cache(maxsize=8192)
def sunrise(day: date, place: Place) -> float:
    """The instant at which the Sun's center rises through -50' (airless) on a civil day of the place; error below 1 s.

    Raises:
        SpanError: the Sun does not rise or does not set there around that day.
    """
    return _crossing(_local_noon(day, place), place, SUNSET_ALTITUDE, ephem.Observer.previous_rising)


@lru_cache(maxsize=8192)
def sunset(day: date, place: Place) -> float:
    """The instant at which the Sun's center sinks through -50' (airless) on a civil day of the place; error below 1 s.

    Raises:
        SpanError: the Sun does not rise or does not set there around that day.
    """
    return sunset_after(_local_noon(day, place), place)


def sunset_after(jd: float, place: Place) -> float:
    """The next instant at which the Sun's center sinks through -50' (airless) at a place; error below 1 s.

    Raises:
        SpanError: the Sun does not rise or does not set there around that instant.
    """
    return _crossing(jd, place, SUNSET_ALTITUDE, ephem.Observer.next_setting)


def dawn(day: date, place: Place, depression: float) -> float:
    """The instant before sunrise at which the Sun's center rises through so many degrees below the horizon.

    Raises:
        SpanError: the Sun does not sink so far there around that day.
    """
    return _crossing(_local_noon(day, place), place, -depression, ephem.Observer.previous_rising)


def moonset_after(jd: float, place: Place) -> float:
    """The next instant at which the Moon's upper limb sinks through -34' at a place; error below 3 s.

    Raises:
        SpanError: the Moon does not set there around that instant.
    """
    return _crossing(jd, place, -REFRACTION_AT_HORIZON, ephem.Observer.next_setting, ephem.Moon(), center=False)


def sun_altitude(jd: float, place: Place) -> float:
    """The altitude of the Sun's center seen from a place, topocentric and without refraction; error below 1"."""
    sun = ephem.Sun()
    sun.compute(_observer(jd, place))
    return math.degrees(sun.alt)


def moon_altitude(jd: float, place: Place) -> float:
    """The altitude of the Moon's center seen from a place, topocentric and without refraction; error below 1"."""
    moon = ephem.Moon()
    moon.compute(_observer(jd, place))
    return math.degrees(moon.alt)


def arc_of_vision(jd: float, place: Place) -> float:
    """How much higher the Moon stands than the Sun at a place, geocentric and without refraction (Yallop's ARCV)."""
    observer = _observer(jd, place)
    turned, latitude = observer.sidereal_time(), observer.lat
    sun, moon = ephem.Sun(), ephem.Moon()
    sun.compute(observer.date)
    moon.compute(observer.date)

    def altitude(body: ephem.Body) -> float:
        up = math.sin(latitude) * math.sin(body.g_dec)
        side = math.cos(latitude) * math.cos(body.g_dec) * math.cos(turned - body.g_ra)
        return math.degrees(math.asin(up + side))

    return altitude(moon) - altitude(sun)


def crescent_width(jd: float, place: Place) -> float:
    """The width of the lit crescent at its middle in minutes of arc, seen from a place (Yallop's W')."""
    observer = _observer(jd, place)
    moon = ephem.Moon()
    moon.compute(observer)
    return math.degrees(moon.radius) * 60 * (1 - math.cos(math.radians(separation(jd))))


# Arguments D, M, M', F, node and the coefficient of their sine in seconds of arc (IAU 1980, the twelve greatest terms).
NUTATION_TERMS = (
    (0, 0, 0, 0, 1, -17.1996),
    (-2, 0, 0, 2, 2, -1.3187),
    (0, 0, 0, 2, 2, -0.2274),
    (0, 0, 0, 0, 2, 0.2062),
    (0, 1, 0, 0, 0, 0.1426),
    (0, 0, 1, 0, 0, 0.0712),
    (-2, 1, 0, 2, 2, -0.0517),
    (0, 0, 0, 2, 1, -0.0386),
    (0, 0, 1, 2, 2, -0.0301),
    (-2, -1, 0, 2, 2, 0.0217),
    (-2, 0, 1, 0, 0, -0.0158),
    (-2, 0, 0, 2, 1, 0.0129),
)


def nutation_in_longitude(jd: float) -> float:
    """How far the true equinox of date stands from the mean one, in degrees (at most 0.006); error below 0.1"."""
    centuries = (jd + delta_t(jd) / SECONDS_OF_A_DAY - J2000) / 36_525
    arguments = (
        297.850_36 + 445_267.111_48 * centuries,
        357.527_72 + 35_999.050_34 * centuries,
        134.962_98 + 477_198.867_398 * centuries,
        93.271_91 + 483_202.017_538 * centuries,
        125.044_52 - 1_934.136_261 * centuries,
    )
    seconds = sum(
        sine * math.sin(math.radians(sum(n * angle for n, angle in zip(multiples, arguments, strict=True))))
        for *multiples, sine in NUTATION_TERMS
    )
    return seconds / 3600


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownNameError("time zone", name, available_timezones()) from error


def _local_noon(day: date, place: Place) -> float:
    return jd_of(datetime(day.year, day.month, day.day, 12, tzinfo=_zone(place.timezone)))


@lru_cache(maxsize=8192)
def _lead_of_day(day: int) -> float:
    """Days by which ephem's clock must run ahead of UT so that, with its own delta T, it means the right instant."""
    return float(delta_t(day) - ephem.delta_t(day - EPHEM_EPOCH)) / SECONDS_OF_A_DAY


def _lead(jd: float) -> float:
    # Within a day it changes by less than a millisecond.
    return _lead_of_day(round(jd))


def _ephem_date(jd: float) -> float:
    return jd - EPHEM_EPOCH + _lead(jd)


def _instant(moment: float) -> float:
    jd = moment + EPHEM_EPOCH
    return jd - _lead(jd)


def _longitude(body: ephem.Body, moment: float) -> float:
    body.compute(moment)
    return math.degrees(ephem.Ecliptic(ephem.Equatorial(body.g_ra, body.g_dec, epoch=moment), epoch=moment).lon)


def _observer(jd: float, place: Place) -> ephem.Observer:
    """An airless observer; his longitude takes back the turn of the Earth that ephem's shifted clock would add."""
    observer = ephem.Observer()
    observer.pressure = 0
    observer.lat = math.radians(place.latitude)
    observer.lon = math.radians(place.longitude - _lead(jd) * TURN_OF_A_DAY)
    observer.date = _ephem_date(jd)
    return observer


def _crossing(
    start: float,
    place: Place,
    altitude: float,
    search: Callable[..., float],
    body: ephem.Body | None = None,
    center: bool = True,
) -> float:
    """When a body (the Sun, unless told) next or last passes through an altitude at a place."""
    observer = _observer(start, place)
    observer.horizon = math.radians(altitude)
    try:
        return _instant(search(observer, body or ephem.Sun(), use_center=center))
    except ephem.CircumpolarError as error:
        day = civil_day(start, place.timezone)
        raise SpanError(
            f"around {day} the sun or moon does not pass the altitude {altitude:.2f}° at {place.name} "
            f"(latitude {place.latitude}°); choose a place further from the pole."
        ) from error


@lru_cache(maxsize=8192)
def _new_moon(lunation: int) -> float:
    """The new moon so many lunations after that of 6 January 2000."""
    found = MEAN_NEW_MOON + lunation * MEAN_LUNATION + _true_less_mean(lunation)
    behind, speed = _turned(-elongation(found)), MEAN_ELONGATION_A_DAY
    while abs(behind) > 1e-6:
        step = behind / speed
        found += step
        behind, before = _turned(-elongation(found)), behind
        speed = (before - behind) / step
    return found


def _true_less_mean(lunation: int) -> float:
    """Days from the mean to the true new moon by the four greatest terms (Meeus, chapter 49), right to half an hour."""
    sun, moon, node = (math.radians(angle + turn * lunation) for angle, turn in PHASE_ANGLES)
    return -0.4065 * math.sin(moon) + 0.1727 * math.sin(sun) + 0.0161 * math.sin(2 * moon) + 0.0104 * math.sin(2 * node)


def _turned(angle: float) -> float:
    """The same angle between -180 and 180 degrees."""
    return (angle + 180) % 360 - 180
