"""Places and their sunsets, against an independent ephemeris."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import astronomy
import pytest

import interfaith_cal as ic
from interfaith_cal.daylight import sunset
from interfaith_cal.export import wording
from interfaith_cal.ground import places

SEASONS = [date(2027, 3, 21), date(2027, 6, 21), date(2027, 9, 23), date(2027, 12, 22)]
CITIES = ["Köln", "Kiel", "München", "Dresden", "Saarbrücken"]


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("day", SEASONS, ids=str)
def test_sunset_agrees_with_astronomy_engine(city: str, day: date) -> None:
    spot = places.place(city)
    observer = astronomy.Observer(spot.latitude, spot.longitude)
    noon = astronomy.Time.Make(day.year, day.month, day.day, 11, 0, 0)
    other = astronomy.SearchRiseSet(astronomy.Body.Sun, observer, astronomy.Direction.Set, noon, 1)
    ours = sunset(day, spot)
    assert ours is not None
    moment = datetime.fromisoformat(str(other)).replace(tzinfo=UTC)
    # Ours is rounded to the minute, which is up to half a minute away.
    assert abs(ours - moment) <= timedelta(seconds=60)


@pytest.mark.parametrize("name", ["Köln", "köln", "Koeln", " KÖLN "])
def test_a_city_is_found_with_or_without_its_umlaut(name: str) -> None:
    assert places.place(name).name == "Köln"


def test_coordinates_are_a_place() -> None:
    assert places.place("50.938,6.96") == places.Place("50.938,6.96", 50.938, 6.96, "Europe/Berlin")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Kölln", "there is no place 'Kölln'; did you mean 'Köln'?"),
        ("Atlantis", "there is no place 'Atlantis'"),
        ("70.1,20", "there is no place between 66 degrees south and north '70.1,20'"),
        ("50.9,x", "there is no place '50.9,x'"),
        ("nan,7", "there is no place between 66 degrees"),
    ],
)
def test_an_unknown_place_gets_a_sentence(name: str, sentence: str) -> None:
    with pytest.raises(ic.UnknownNameError, match=r".") as caught:
        places.place(name)
    assert str(caught.value).startswith(sentence)


def test_the_time_is_said_where_it_is_known() -> None:
    (pesach,) = ic.observances(2027, festivals=["jewish/pesach"])
    koeln = places.place("Köln")
    assert wording.begins(pesach, "de", koeln) == (
        "beginnt am Vorabend, 21. April, bei Sonnenuntergang (Köln 20:37 Uhr)"
    )
    assert wording.begins(pesach, "en", koeln) == "begins the evening before, 21 April, at sunset (Köln 20:37)"
    (far,) = ic.observances(2300, festivals=["jewish/pesach"])
    assert "Uhr" not in wording.begins(far, "de", koeln)
