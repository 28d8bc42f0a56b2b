"""Sun and Moon against two independent ephemerides: JPL's DE421 through skyfield, and astronomy-engine."""

from __future__ import annotations

import math
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import astronomy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skyfield import almanac
from skyfield.api import load, load_file, wgs84
from skyfield.nutationlib import iau2000a_radians

from interfaith_cal import sky
from interfaith_cal.errors import DataFileError, SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground import tables
from interfaith_cal.ground.places import Place
from interfaith_cal.reckoning import crescent
from interfaith_cal.reckoning.lunation import new_moon, new_moon_after
from interfaith_cal.reckoning.reference_places import CHATHAM, FRANKFURT, TEHRAN

SECOND = 1 / 86_400
ARC_SECOND = 1 / 3600
KOELN = Place("Köln", 50.94, 6.96, "Europe/Berlin")
QUITO = Place("Quito", -0.22, -78.51, "America/Guayaquil")
ANCHORAGE = Place("Anchorage", 61.22, -149.90, "America/Anchorage")
TROMSOE = Place("Tromsø", 69.65, 18.96, "Europe/Oslo")
PLACES = [KOELN, TEHRAN, CHATHAM, QUITO, ANCHORAGE]
# DE421 ends in 2053.
YEARS = [1900, 1930, 1955, 1988, 2000, 2016, 2026, 2027, 2030, 2045, 2052]


class Oracle(NamedTuple):
    """DE421: its time scale and the bodies that are asked for."""

    scale: Any
    kernel: Any

    def at(self, jd: float) -> Any:
        return self.scale.ut1_jd(jd)

    def seen(self, body: str, jd: float, place: Place | None = None) -> Any:
        """The apparent position of "sun" or "moon" from the center of the Earth, or from a place."""
        observer = self.kernel["earth"]
        if place is not None:
            observer = observer + wgs84.latlon(place.latitude, place.longitude)
        return observer.at(self.at(jd)).observe(self.kernel[body]).apparent()

    def altitude(self, body: str, jd: float, place: Place) -> float:
        return float(self.seen(body, jd, place).altaz()[0].degrees)

    def longitude(self, body: str, jd: float) -> float:
        return float(self.seen(body, jd).ecliptic_latlon(epoch="date")[1].degrees)

    def events(self, what: Any, year: int) -> list[tuple[float, int]]:
        """Instants of a civil year at which a discrete function of skyfield's almanac changes, and its new values."""
        first, last = self.scale.utc(year, 1, 1), self.scale.utc(year + 1, 1, 1)
        times, values = almanac.find_discrete(first, last, what(self.kernel))
        return [(float(t), int(v)) for t, v in zip(times.ut1, values, strict=True)]


@pytest.fixture(scope="module")
def de421() -> Iterator[Oracle]:
    kernel = load_file(str(files("skyfield_data") / "data" / "de421.bsp"))
    yield Oracle(load.timescale(builtin=True), kernel)
    kernel.close()


def instants(count: int) -> list[float]:
    """Instants between 1900 and 2053, always the same."""
    chosen = random.Random(1447)
    return [chosen.uniform(2_415_100, 2_471_000) for _ in range(count)]


def apart(first: float, second: float) -> float:
    """The angle between two directions of a circle."""
    return abs((first - second + 180) % 360 - 180)


@pytest.mark.parametrize("year", YEARS)
def test_new_moons_are_within_three_seconds(de421: Oracle, year: int) -> None:
    phases = de421.events(almanac.moon_phases, year)
    for instant in (t for t, phase in phases if phase == 0):
        assert new_moon_after(instant - 1) == pytest.approx(instant, abs=3 * SECOND)
        assert new_moon_after(instant - 29) == pytest.approx(instant, abs=3 * SECOND)


@pytest.mark.parametrize("year", YEARS)
def test_equinoxes_and_solstices_are_within_twenty_seconds(de421: Oracle, year: int) -> None:
    for instant, season in de421.events(almanac.seasons, year):
        assert sky.solar_longitude_after(instant - 80, 90 * season) == pytest.approx(instant, abs=20 * SECOND)


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_sunset_sunrise_and_dawn_are_within_a_second(de421: Oracle, place: Place) -> None:
    chosen = random.Random(place.name)
    for _ in range(12):
        day = date(1900, 2, 1) + timedelta(chosen.randrange(55_800))
        crossings = [(sky.sunset(day, place), -50 / 60), (sky.sunrise(day, place), -50 / 60)]
        if abs(place.latitude) < 40:
            crossings.append((sky.dawn(day, place, 18), -18))
        for instant, altitude in crossings:
            there = de421.altitude("sun", instant, place)
            a_second = abs(de421.altitude("sun", instant + SECOND, place) - there)
            assert abs(there - altitude) < a_second


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_moonset_is_within_three_seconds(de421: Oracle, place: Place) -> None:
    for start in instants(6):
        instant = sky.moonset_after(start, place)
        moon = de421.seen("moon", instant, place)
        limb = moon.altaz()[0].degrees + math.degrees(math.asin(1737.4 / moon.distance().km))
        a_second = abs(de421.altitude("moon", instant + SECOND, place) - de421.altitude("moon", instant, place))
        assert abs(limb + 34 / 60) < 3 * a_second


def test_directions_are_within_two_seconds_of_arc(de421: Oracle) -> None:
    for jd in instants(40):
        sun, moon = de421.longitude("sun", jd), de421.longitude("moon", jd)
        assert apart(sky.sun_longitude(jd), sun) < 1 * ARC_SECOND
        assert apart(sky.moon_longitude(jd), moon) < 2 * ARC_SECOND
        assert apart(sky.elongation(jd), moon - sun) < 2 * ARC_SECOND
        between = de421.seen("moon", jd).separation_from(de421.seen("sun", jd)).degrees
        assert sky.separation(jd) == pytest.approx(between, abs=2 * ARC_SECOND)
        nutation = math.degrees(iau2000a_radians(de421.at(jd))[0])
        assert sky.nutation_in_longitude(jd) == pytest.approx(nutation, abs=0.1 * ARC_SECOND)


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_altitudes_are_within_two_seconds_of_arc(de421: Oracle, place: Place) -> None:
    for jd in instants(12):
        for body, found in (("sun", sky.sun_altitude(jd, place)), ("moon", sky.moon_altitude(jd, place))):
            assert found == pytest.approx(de421.altitude(body, jd, place), abs=2 * ARC_SECOND)


def arc_of_vision(de421: Oracle, jd: float, place: Place) -> float:
    """Yallop's ARCV: by how much the Moon stands higher than the Sun, both seen from the center of the Earth."""
    turned = math.radians(15 * de421.at(jd).gast + place.longitude)
    latitude = math.radians(place.latitude)
    altitudes = []
    for body in ("moon", "sun"):
        ascension, declination, _ = de421.seen(body, jd).radec(epoch="date")
        up = math.sin(latitude) * math.sin(declination.radians)
        side = math.cos(latitude) * math.cos(declination.radians) * math.cos(turned - ascension.radians)
        altitudes.append(math.degrees(math.asin(up + side)))
    return altitudes[0] - altitudes[1]


def crescent_width(de421: Oracle, jd: float, place: Place) -> float:
    """Yallop's W' in minutes of arc."""
    radius = math.degrees(math.asin(1737.4 / de421.seen("moon", jd, place).distance().km))
    elongation = de421.seen("moon", jd).separation_from(de421.seen("sun", jd)).radians
    return float(60 * radius * (1 - math.cos(elongation)))


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_the_figures_of_a_crescent(de421: Oracle, place: Place) -> None:
    for jd in instants(8):
        assert sky.arc_of_vision(jd, place) == pytest.approx(arc_of_vision(de421, jd, place), abs=2 * ARC_SECOND)
        assert sky.crescent_width(jd, place) == pytest.approx(crescent_width(de421, jd, place), rel=0.01)


def test_the_eye_sees_the_crescent_when_yallop_says(de421: Oracle) -> None:
    """NAO Technical Note 69: at best time, four ninths of the lag after sunset, q is greater than -0.014."""
    near_the_limit = 0
    for lunation in range(620):
        conjunction = new_moon(lunation)
        evening = sky.civil_day(conjunction, FRANKFURT.timezone)
        if sky.sunset(evening, FRANKFURT) < conjunction:
            evening += timedelta(1)
        while True:
            sunset = sky.sunset(evening, FRANKFURT)
            lag = sky.moonset_after(sunset, FRANKFURT) - sunset
            best = sunset + lag * 4 / 9
            arcv, width = arc_of_vision(de421, best, FRANKFURT), crescent_width(de421, best, FRANKFURT)
            q = (arcv - (11.8371 - 6.3226 * width + 0.7319 * width**2 - 0.1018 * width**3)) / 10
            near_the_limit += abs(q) < 0.03
            if lag < 0.5 and q > -0.014:
                break
            evening += timedelta(1)
        assert crescent.sighting(conjunction, FRANKFURT) == evening + timedelta(1)
    assert near_the_limit > 5


@pytest.mark.parametrize("year", [1905, 1960, 2000, 2026, 2060, 2099])
def test_astronomy_engine_agrees_until_the_end_of_the_range(year: int) -> None:
    """Compared in Terrestrial Time: the two forecast the Earth's rotation differently."""
    time = astronomy.Time.Make(year, 1, 1, 0, 0, 0)
    for _ in range(12):
        phase = astronomy.SearchMoonPhase(0, time, 40)
        ours = new_moon_after(phase.ut + sky.J2000 - 2)
        assert ours + sky.delta_t(ours) * SECOND == pytest.approx(phase.tt + sky.J2000, abs=60 * SECOND)
        time = phase.AddDays(20)
    equinox = astronomy.Seasons(year).mar_equinox
    ours = sky.solar_longitude_after(equinox.ut + sky.J2000 - 20, 0)
    assert ours + sky.delta_t(ours) * SECOND == pytest.approx(equinox.tt + sky.J2000, abs=60 * SECOND)
    observer = astronomy.Observer(KOELN.latitude, KOELN.longitude, 0)
    for month in (1, 4, 7, 10):
        noon = astronomy.Time.Make(year, month, 15, 12, 0, 0)
        setting = astronomy.SearchAltitude(astronomy.Body.Sun, observer, astronomy.Direction.Set, noon, 1, -50 / 60)
        assert sky.sunset(date(year, month, 15), KOELN) == pytest.approx(setting.ut + sky.J2000, abs=5 * SECOND)


@given(moment=st.datetimes(datetime(1898, 1, 1), datetime(2102, 12, 31), timezones=st.just(UTC)))
def test_an_instant_is_a_moment_that_leads_back_to_it(moment: datetime) -> None:
    assert abs(sky.utc_of(sky.jd_of(moment)) - moment) < timedelta(microseconds=50)


@given(day=st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_the_new_moons_come_in_turn(day: date) -> None:
    now = sky.midnight(day, 0)
    new = new_moon_after(now)
    assert now < new < now + 30
    assert new + 29 < new_moon_after(new + 0.1) < new + 30
    assert sky.elongation(new) == pytest.approx(360, abs=1e-5) or sky.elongation(new) == pytest.approx(0, abs=1e-5)


@given(day=st.dates(date(1901, 1, 1), date(2099, 12, 31)), place=st.sampled_from(PLACES))
def test_sunrise_and_sunset_are_on_the_civil_day_of_the_place(day: date, place: Place) -> None:
    rising, setting = sky.sunrise(day, place), sky.sunset(day, place)
    assert 0.2 < setting - rising < 0.85
    assert sky.civil_day(rising, place.timezone) == day
    assert sky.sunset_after(rising, place) == pytest.approx(setting, abs=SECOND)


def test_days_begin_by_the_clock_of_the_place() -> None:
    assert sky.midnight(date(2027, 2, 6), 8) == sky.jd_of(datetime(2027, 2, 5, 16, tzinfo=UTC))
    late = sky.jd_of(datetime(2027, 3, 20, 23, 30, tzinfo=UTC))
    assert sky.civil_day(late, "Europe/Berlin") == date(2027, 3, 21)
    assert sky.civil_day(late, "America/Guayaquil") == date(2027, 3, 20)


@pytest.mark.parametrize("jd", [2_414_000.0, 2_489_500.0])
def test_outside_its_years_the_sky_says_so(jd: float) -> None:
    with pytest.raises(YearRangeError, match="out of range for the sky; Sun and Moon are computed for 1900 to 2100"):
        sky.sun_longitude(jd)


def test_where_the_sun_does_not_set_it_says_so() -> None:
    with pytest.raises(SpanError, match=r"around 2027-06-21 the sun .* at Tromsø \(latitude 69.65°\)"):
        sky.sunset(date(2027, 6, 21), TROMSOE)
    with pytest.raises(SpanError, match="Tromsø"):
        sky.sunrise(date(2027, 12, 21), TROMSOE)
    with pytest.raises(SpanError, match=r"-18\.00°"):
        sky.dawn(date(2027, 6, 21), KOELN, 18)


def test_an_unknown_time_zone_is_named() -> None:
    with pytest.raises(UnknownNameError, match="there is no time zone 'Europe/Cologne'"):
        sky.civil_day(2_461_000.0, "Europe/Cologne")


def test_the_tables_are_whole() -> None:
    years = [row.year for row in tables.delta_t()]
    assert years == sorted(years)
    assert (years[0], years[-1]) == (sky.FIRST_YEAR, sky.LAST_YEAR)
    assert len(tables.americas_west_coast()) == 59


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "cannot be read"),
        ("", "columns must be latitude, longitude, but are none"),
        ("lat,lon\n1,2\n", "columns must be latitude, longitude, but are lat, lon"),
        ("latitude,longitude\n1,east\n", "each line must hold 2 numbers"),
        ("latitude,longitude\n1\n", "each line must hold 2 numbers"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, content: str | None, complaint: str) -> None:
    path = tmp_path / "coast.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=complaint) as caught:
        tables.read_numbers(path, tables.CoastPoint._fields)
    assert str(path) in str(caught.value)


def test_arithmetic_days_never_load_the_ephemeris() -> None:
    ask = (
        "import sys, interfaith_cal as ic;"
        "ic.observances(2027, communities=['jewish', 'christian', 'yezidi']);"
        "assert not {'interfaith_cal.ephemeris', 'hijridate', 'convertdate'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0
