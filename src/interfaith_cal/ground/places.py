"""Places on earth, and the countries they lie in: their clocks, regions and cities (`data/countries`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at, root

FOLDER = "countries"
DEFAULT_COUNTRY = "DE"
# Beyond the polar circles the Sun does not set on every day, and a day has no eve to speak of.
HIGHEST_LATITUDE = 66.0


class Place(Struct, frozen=True):
    """A place on earth: degrees north and east, and its civil time zone (IANA name)."""

    name: str
    latitude: float
    longitude: float
    timezone: str


class Country(Struct, frozen=True):
    """A country in which editions are made.

    Attributes:
        code: its code of ISO 3166-1 ("DE").
        timezone: the time zone of its clocks.
        default_place: where times of day are meant if no place is named.
        regions: the codes of what has public holidays of its own ("NW").
        other_names: other names of regions, in capitals, with their codes ("NRW").
        places: its cities by name.
    """

    code: str
    timezone: str
    default_place: str
    regions: tuple[str, ...]
    other_names: Mapping[str, str]
    places: Mapping[str, Place]

    def region(self, name: str) -> str:
        """The code of a region by any of its names, in capitals or small: "NW" for "nrw"; raises UnknownNameError."""
        code = self.other_names.get(name.upper(), name.upper())
        if code not in self.regions:
            raise UnknownNameError("Land", name, self.regions)
        return code

    def place(self, text: str | None = None) -> Place:
        """A city by name, with umlauts or without ("Köln", "koeln"), or "NORTH,EAST" in degrees by the country's clock.

        Raises:
            UnknownNameError: the city is not in the list, or the coordinates are none (latitude from -66 to 66).
        """
        text = self.default_place if text is None else text
        north, comma, east = text.partition(",")
        if comma:
            return self._at(text, north, east)
        for name, city in self.places.items():
            if _plain(name) == _plain(text):
                return city
        raise UnknownNameError("place", text, self.places)

    def _at(self, text: str, north: str, east: str) -> Place:
        try:
            found = Place(text, float(north), float(east), self.timezone)
        except ValueError:
            raise UnknownNameError("place", text, self.places) from None
        if not (-HIGHEST_LATITUDE <= found.latitude <= HIGHEST_LATITUDE and -180 <= found.longitude <= 180):
            raise UnknownNameError("place between 66 degrees south and north", text, ("50.94,6.96",))
        return found


def countries() -> tuple[str, ...]:
    """The codes of the countries that are known."""
    return root().stems(FOLDER)


@by_root
def country(code: str = DEFAULT_COUNTRY) -> Country:
    """A country by its code.

    Raises:
        UnknownNameError: it is not known.
        DataFileError: its file is broken, has other names for no region, or a default place that it does not have.
    """
    if code not in countries():
        raise UnknownNameError("country", code, countries())
    path = read_at(FOLDER, f"{code}.toml")
    said = read_checked(path, FOLDER)
    zone, cities = said["timezone"], said.get("places", {})
    found = Country(
        code,
        zone,
        said["place"],
        tuple(said["regions"]),
        MappingProxyType({name.upper(): region for name, region in said.get("other_names", {}).items()}),
        MappingProxyType({name: Place(name, north, east, zone) for name, (north, east) in cities.items()}),
    )
    for name, region in found.other_names.items():
        if region not in found.regions:
            raise DataFileError(f"{path}: {name!r} is another name for {region!r}, which is none of the regions.")
    if found.default_place not in found.places:
        raise DataFileError(f"{path}: 'place' is {found.default_place!r}, which is none of the places.")
    return found


def place(text: str | None = None) -> Place:
    """A place in Germany, or anywhere by its clock: see `Country.place`."""
    return country().place(text)


def _plain(name: str) -> str:
    plain = name.strip().casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        plain = plain.replace(umlaut, letters)
    return plain
