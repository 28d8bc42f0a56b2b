"""Places for which a time of day is given: German cities by name (`data/places.toml`), or coordinates."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal.errors import DataFileError, UnknownNameError, YearRangeError
from interfaith_cal.ground.files import read_toml, table
from interfaith_cal.ground.root import by_root, read_at

DEFAULT = "Köln"
TIMEZONE = "Europe/Berlin"
# Beyond the polar circles the Sun does not set on every day, and a day has no eve to speak of.
HIGHEST_LATITUDE = 66.0


class Spot(NamedTuple):
    """A place in Germany or its neighborhood: its name, degrees north and east; its clock is that of Berlin."""

    name: str
    latitude: float
    longitude: float


@by_root
def cities() -> dict[str, Spot]:
    """The German cities that are known by name; raises DataFileError for a broken file of places."""
    path = read_at("places.toml")
    found = {}
    for name, value in table(path, read_toml(path), "places").items():
        if not isinstance(value, list) or len(value) != 2 or not all(isinstance(degrees, float) for degrees in value):
            raise DataFileError(
                f"{path}: the place {name!r} needs two numbers, degrees north and east, but has {value!r}."
            )
        found[name] = Spot(name, *value)
    return found


def spot(text: str) -> Spot:
    """A German city by name, with umlauts or without ("Köln", "koeln"), or "NORTH,EAST" in degrees.

    Raises:
        UnknownNameError: the city is not in the list, or the coordinates are none (latitude from -66 to 66).
    """
    north, comma, east = text.partition(",")
    if comma:
        try:
            found = Spot(text, float(north), float(east))
        except ValueError:
            raise UnknownNameError("place", text, cities()) from None
        if not (-HIGHEST_LATITUDE <= found.latitude <= HIGHEST_LATITUDE and -180 <= found.longitude <= 180):
            raise UnknownNameError("place between 66 degrees south and north", text, ("50.94,6.96",))
        return found
    for city in cities().values():
        if _plain(city.name) == _plain(text):
            return city
    raise UnknownNameError("place", text, cities())


@lru_cache(maxsize=4096)
def sunset(day: date, where: Spot) -> datetime | None:
    """The sunset of a civil day as the clocks of Berlin show it, to the minute; None in years the ephemeris lacks."""
    from zoneinfo import ZoneInfo

    from interfaith_cal import sky

    try:
        instant = sky.sunset(day, sky.Place(where.name, where.latitude, where.longitude, TIMEZONE))
    except YearRangeError:
        return None
    local = sky.utc_of(instant + 0.5 / 1440).astimezone(ZoneInfo(TIMEZONE))
    return local.replace(second=0, microsecond=0)


def _plain(name: str) -> str:
    plain = name.strip().casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        plain = plain.replace(umlaut, letters)
    return plain
