"""Sun and Moon at an instant and at a place.

Instants are Julian days in Universal Time (2451545.0 is noon UT of 1 January 2000), angles are degrees, days are civil
days of a place. Positions are apparent and geocentric, in the equator or ecliptic of date, unless a place is asked for.

Positions come from `ephemeris`, the Earth's rotation from `data/tables/delta_t.csv`; the formulas between the two are
those of Meeus, Astronomical Algorithms. Errors below are the greatest found against skyfield with DE421, 1900 to 2053;
towards 2100 the forecast of delta T (a minute or more) is greater than all of them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from msgspec import Struct

from interfaith_cal import ephemeris
from interfaith_cal.ephemeris import DAYS_OF_A_CENTURY, Position
from interfaith_cal.errors import SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground import tables
from interfaith_cal.ground.places import Place

FIRST_YEAR, LAST_YEAR = 1900, 2100
# Months and years that are under way when the first year begins, or when the last one ends, belong to the answer too.
MARGIN_YEARS = 2

J2000 = ephemeris.J2000
NOON_OF_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
DAYS_OF_A_YEAR = 365.2425
TROPICAL_YEAR = 365.2422
SECONDS_OF_A_DAY = 86_400
# The Sun rises and sets with its upper limb: refraction 34', semidiameter 16'.
SUNSET_ALTITUDE = -50 / 60
REFRACTION_AT_HORIZON = 34 / 60
# In radii of the Earth's equator; the other is the square of the ellipsoid's eccentricity (WGS 84).
MOON_RADIUS = 0.272_40
ECCENTRICITY_SQUARED = 0.006_694_38


class Body(Struct, frozen=True):
    """What can rise and set."""

    position: Callable[[float], Position]
    """Where it stands at a time (Terrestrial)."""
    turn_of_a_day: float
    """By how many degrees the Earth turns against it in a day, on average."""
    limb: float
    """The radius of its disk, in radii of the Earth's equator, where its upper limb counts; 0 where its center does."""


SUN = Body(ephemeris.sun, 360, 0)
MOON = Body(ephemeris.moon, 347.809, MOON_RADIUS)


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


def sun_longitude(jd: float) -> float:
    """The Sun's apparent ecliptic longitude, 0 to 360 degrees from the true equinox of date; error below 0.8"."""
    return ephemeris.sun_longitude(_terrestrial(jd))


def moon_longitude(jd: float) -> float:
    """The Moon's apparent ecliptic longitude, 0 to 360 degrees from the true equinox of date; error below 1.5"."""
    return ephemeris.moon_longitude(_terrestrial(jd))


def elongation(jd: float) -> float:
    """The Moon's longitude less the Sun's, 0 to 360 degrees; error below 1.5"."""
    tt = _terrestrial(jd)
    return (ephemeris.moon_longitude(tt) - ephemeris.sun_longitude(tt)) % 360


def separation(jd: float) -> float:
    """The angle between Moon and Sun seen from the center of the Earth, 0 to 180 degrees; error below 1.5"."""
    tt = _terrestrial(jd)
    sun, moon = ephemeris.sun(tt), ephemeris.moon(tt)
    north, other_north = math.radians(moon.latitude), math.radians(sun.latitude)
    # The formula by half angles keeps its precision where the two are close to each other.
    haversine = math.sin((north - other_north) / 2) ** 2 + (
        math.cos(north) * math.cos(other_north) * math.sin(math.radians(moon.longitude - sun.longitude) / 2) ** 2
    )
    return math.degrees(2 * math.asin(math.sqrt(haversine)))


def instant_of(angle: Callable[[float], float], degrees: float, near: float, speed: float) -> float:
    """The instant at which an angle that grows comes to so many degrees, to less than 0.1 s.

    Args:
        angle: the angle in degrees at an instant.
        degrees: what it is to be.
        near: an instant near that, less than half a turn away.
        speed: how many degrees it grows in a day, roughly.

    Raises:
        YearRangeError: the instant lies outside the years that the ephemeris answers for.
    """
    found, missing = near, _turned(degrees - angle(near))
    step = missing / speed
    while abs(step) > 1e-6:
        found += step
        left = _turned(degrees - angle(found))
        speed = (missing - left) / step
        missing, step = left, left / speed
    return found + step


def solar_longitude_after(jd: float, degrees: float) -> float:
    """The next instant at which the Sun's apparent longitude is so many degrees; error below 20 s.

    0 is the March equinox, 90 the June solstice.
    """
    near = jd + (degrees - sun_longitude(jd)) % 360 / 360 * TROPICAL_YEAR
    return instant_of(sun_longitude, degrees, near, 360 / TROPICAL_YEAR)


@lru_cache(maxsize=16_384)
def sunrise(day: date, place: Place) -> float:
    """The instant at which the Sun's center rises through -50' (airless) on a civil day of the place; error below 1 s.

    Raises:
        SpanError: the Sun does not rise or does not set there around that day.
    """
    return _rising_before(_local_noon(day, place), place, SUNSET_ALTITUDE)


@lru_cache(maxsize=16_384)
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
    return _setting_after(jd, place, SUN, SUNSET_ALTITUDE)


def dawn(day: date, place: Place, depression: float) -> float:
    """The instant before sunrise at which the Sun's center rises through so many degrees below the horizon.

    Raises:
        SpanError: the Sun does not sink so far there around that day.
    """
    return _rising_before(_local_noon(day, place), place, -depression)


def moonset_after(jd: float, place: Place) -> float:
    """The next instant at which the Moon's upper limb sinks through -34' at a place; error below 3 s.

    Raises:
        SpanError: the Moon does not set there around that instant.
    """
    return _setting_after(jd, place, MOON, -REFRACTION_AT_HORIZON)


def sun_altitude(jd: float, place: Place) -> float:
    """The altitude of the Sun's center seen from a place, topocentric and without refraction; error below 1"."""
    return _seen(jd, place, SUN).altitude


def moon_altitude(jd: float, place: Place) -> float:
    """The altitude of the Moon's center seen from a place, topocentric and without refraction; error below 1"."""
    return _seen(jd, place, MOON).altitude


def arc_of_vision(jd: float, place: Place) -> float:
    """How much higher the Moon stands than the Sun at a place, geocentric and without refraction (Yallop's ARCV)."""
    latitude = math.radians(place.latitude)

    def altitude(body: Body) -> float:
        seen = _direction(jd, place, body)
        up = math.sin(latitude) * math.sin(seen.declination)
        side = math.cos(latitude) * math.cos(seen.declination) * math.cos(seen.hour_angle)
        return math.degrees(math.asin(up + side))

    return altitude(MOON) - altitude(SUN)


def crescent_width(jd: float, place: Place) -> float:
    """The width of the lit crescent at its middle in minutes of arc, seen from a place (Yallop's W')."""
    radius = math.degrees(math.asin(MOON_RADIUS / _seen(jd, place, MOON).distance))
    return radius * 60 * (1 - math.cos(math.radians(separation(jd))))


def nutation_in_longitude(jd: float) -> float:
    """How far the true equinox of date stands from the mean one, in degrees (at most 0.006); error below 0.1"."""
    return _slow(round(jd)).nutation


class _Slow(Struct, frozen=True):
    """What hardly changes within a day."""

    delta_t: float
    """Terrestrial minus Universal Time in days."""
    nutation: float
    """Nutation in longitude, in degrees."""
    tilt_sine: float
    """Of the angle between equator and ecliptic of date."""
    tilt_cosine: float


@lru_cache(maxsize=16_384)
def _slow(day: int) -> _Slow:
    """The slow quantities at noon UT of a day."""
    ahead = delta_t(day) / SECONDS_OF_A_DAY
    nutation, obliquity = ephemeris.nutation_and_obliquity(day + ahead)
    tilt = math.radians(obliquity)
    return _Slow(ahead, nutation, math.sin(tilt), math.cos(tilt))


def _terrestrial(jd: float) -> float:
    return jd + _slow(round(jd)).delta_t


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownNameError("time zone", name, available_timezones()) from error


def _local_noon(day: date, place: Place) -> float:
    return jd_of(datetime(day.year, day.month, day.day, 12, tzinfo=_zone(place.timezone)))


def _sidereal_time(jd: float, slow: _Slow) -> float:
    """The hour angle of the true equinox at Greenwich, in degrees (Meeus, chapter 12)."""
    days = jd - J2000
    mean = 280.460_618_37 + 360.985_647_366_29 * days + 0.000_387_933 * (days / DAYS_OF_A_CENTURY) ** 2
    return mean + slow.nutation * slow.tilt_cosine


class _Direction(Struct, frozen=True):
    """Where a body stands for a place, still seen from the center of the Earth: radians and radii of the equator."""

    hour_angle: float
    declination: float
    distance: float


def _direction(jd: float, place: Place, body: Body) -> _Direction:
    slow = _slow(round(jd))
    position = body.position(jd + slow.delta_t)
    east, north = math.radians(position.longitude), math.radians(position.latitude)
    sine, cosine = slow.tilt_sine, slow.tilt_cosine
    ascension = math.atan2(math.sin(east) * cosine - math.tan(north) * sine, math.cos(east))
    declination = math.asin(math.sin(north) * cosine + math.cos(north) * sine * math.sin(east))
    hour_angle = math.radians(_sidereal_time(jd, slow) + place.longitude) - ascension
    return _Direction(hour_angle, declination, position.distance)


class _Seen(Struct, frozen=True):
    """How a body is seen from a place: its altitude in degrees, its distance in radii of the equator."""

    altitude: float
    distance: float


def _seen(jd: float, place: Place, body: Body) -> _Seen:
    direction = _direction(jd, place, body)
    hour_angle, declination, distance = direction.hour_angle, direction.declination, direction.distance
    latitude = math.radians(place.latitude)
    curvature = _curvature(latitude)
    # From the observer to the body, along the equator to his meridian, along the equator westward, and to the pole.
    out = distance * math.cos(declination) * math.cos(hour_angle) - curvature * math.cos(latitude)
    west = distance * math.cos(declination) * math.sin(hour_angle)
    up = distance * math.sin(declination) - curvature * (1 - ECCENTRICITY_SQUARED) * math.sin(latitude)
    away = math.sqrt(out**2 + west**2 + up**2)
    return _Seen(math.degrees(math.asin((out * math.cos(latitude) + up * math.sin(latitude)) / away)), away)


def _curvature(latitude: float) -> float:
    """The Earth's radius of curvature from east to west at a latitude in radians, in radii of the equator."""
    return 1 / math.sqrt(1 - ECCENTRICITY_SQUARED * math.sin(latitude) ** 2)


class _Passage(Struct, frozen=True):
    """The passage of a body through an altitude (without refraction) at a place: rising or setting."""

    place: Place
    body: Body
    altitude: float
    side: int
    """-1 for the rising body in the east, 1 for the setting one in the west."""

    def turn_from(self, jd: float) -> float:
        """By how many degrees (0 to 360) the Earth must turn until the passage, if the body stays where it is.

        Raises:
            SpanError: the body does not pass there.
        """
        direction = _direction(jd, self.place, self.body)
        declination, distance = direction.declination, direction.distance
        latitude = math.radians(self.place.latitude)
        seen = math.radians(self.altitude) - math.asin(self.body.limb / distance)
        # Seen from the center of the Earth it stands higher than for an observer, whose zenith is nearer to it.
        sine = (math.sqrt(distance**2 - 1) * math.sin(seen) + 1 / _curvature(latitude)) / distance
        cosine = (sine - math.sin(latitude) * math.sin(declination)) / (math.cos(latitude) * math.cos(declination))
        if abs(cosine) > 1:
            raise SpanError(
                f"around {civil_day(jd, self.place.timezone)} the sun or moon does not pass the altitude "
                f"{self.altitude:.2f}° at {self.place.name} (latitude {self.place.latitude}°); "
                "choose a place further from the pole."
            )
        return math.degrees(self.side * math.acos(cosine) - direction.hour_angle) % 360

    def near(self, jd: float) -> float:
        """The instant of the passage nearest to another, to less than 0.1 s."""
        step = 1.0
        while abs(step) > 1e-5:
            step = _turned(self.turn_from(jd)) / self.body.turn_of_a_day
            jd += step
        return jd


def _rising_before(noon: float, place: Place, altitude: float) -> float:
    """The last instant before noon at which the Sun's center rises through an altitude."""
    rising = _Passage(place, SUN, altitude, -1)
    return rising.near(noon + (rising.turn_from(noon) - 360) / SUN.turn_of_a_day)


def _setting_after(jd: float, place: Place, body: Body, altitude: float) -> float:
    """The first instant after another at which a body sinks through an altitude."""
    setting = _Passage(place, body, altitude, 1)
    turn = setting.turn_from(jd)
    # A body moves on while it turns: one that seems to have just set may be about to, and the other way around.
    found = setting.near(jd + (turn - 360 if turn > 345 else turn) / body.turn_of_a_day)
    return found if found > jd else setting.near(found + 360 / body.turn_of_a_day)


def _turned(angle: float) -> float:
    """The same angle between -180 and 180 degrees."""
    return (angle + 180) % 360 - 180
