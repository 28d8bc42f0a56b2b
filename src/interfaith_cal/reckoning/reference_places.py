"""The places at which communities reckon their days, each with the civil time that it keeps."""

from __future__ import annotations

from interfaith_cal import sky
from interfaith_cal.errors import SpanError
from interfaith_cal.ground import places
from interfaith_cal.ground.places import Place

INDIAN_TIME = "Asia/Kolkata"

DELHI = Place("Delhi", 28.61, 77.21, INDIAN_TIME)
UJJAIN = Place("Ujjain", 23.18, 75.78, INDIAN_TIME)
CHENNAI = Place("Chennai", 13.08, 80.27, INDIAN_TIME)
KOCHI = Place("Kochi", 9.93, 76.27, INDIAN_TIME)
AMRITSAR = Place("Amritsar", 31.63, 74.87, INDIAN_TIME)
COLOMBO = Place("Colombo", 6.93, 79.86, "Asia/Colombo")
BERLIN = Place("Berlin", 52.52, 13.41, "Europe/Berlin")
HAMM = Place("Hamm", 51.68, 7.82, "Europe/Berlin")
FRANKFURT = Place("Frankfurt", 50.110, 8.682, "Europe/Berlin")
# The southwest of Germany has the best view of the crescent.
FREIBURG = Place("Freiburg", 47.99, 7.85, "Europe/Berlin")
QESHM = Place("Qeshm", 26.7, 56.0, "Asia/Tehran")
# GeoNames; another point of the city moves sunset by some seconds, which decides the equinox of 2026.
TEHRAN = Place("Tehran", 35.6944, 51.4215, "Asia/Tehran")
CHATHAM = Place("the Chatham Islands", -43.95, -176.55, "Pacific/Chatham")

# Those whose names a user can give.
PLACES = (DELHI, UJJAIN, CHENNAI, KOCHI, AMRITSAR, COLOMBO, BERLIN, HAMM)
# Beyond it the Sun stays up or down for days, and with it the days of the panchang lose their sunrise.
GREATEST_LATITUDE = 66


def place(text: str) -> Place:
    """One of the places by its name, or a German city by name, or "NORTH,EAST" in degrees where German time is kept.

    Raises:
        UnknownNameError: there is no such place, or it lies beyond 66 degrees north or south.
    """
    for known in PLACES:
        if known.name.lower() == text.lower():
            return known
    return places.place(text)


def check(there: Place) -> Place:
    """The place itself, if it can reckon by sunrises of its own.

    Raises:
        SpanError: the Sun does not rise there on every day of the year.
        UnknownNameError: its time zone does not exist.
    """
    sky.civil_day(sky.J2000, there.timezone)
    if not abs(there.latitude) <= GREATEST_LATITUDE:
        raise SpanError(
            f"{there.name} (latitude {there.latitude}°) lies beyond {GREATEST_LATITUDE}° north or south, where the Sun "
            "does not rise on every day; a day that runs from sunrise to sunrise has no answer there."
        )
    return there
