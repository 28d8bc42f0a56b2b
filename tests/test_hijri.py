"""The Islamic months by each method: laws, ranges, the regimes of Diyanet and independent calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from convertdate import islamic as convertdate_islamic
from hijridate import Gregorian
from hijridate import Hijri as PrintedDate
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal import comparison, sky
from interfaith_cal.errors import DataFileError, SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground import tables
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Certainty
from interfaith_cal.phrase import Phrase
from interfaith_cal.reckoning import crescent, hijri
from interfaith_cal.reckoning.hijri import (
    AHMADIYYA,
    CALENDAR_OF_IRAN,
    DIYANET,
    LOCAL_CRESCENT,
    METHODS,
    SHIA,
    TABULAR,
    UMM_AL_QURA,
    Hijri,
)
from interfaith_cal.reckoning.lunation import new_moon_after
from interfaith_cal.religions import community
from interfaith_cal.rules.hijri import MUHARRAM, RAMADAN, SHAWWAL, by_each_method, last_day_of, night_of
from interfaith_cal.rules.hijri import hijri as hijri_day
from interfaith_cal.rules.several import each_of

# Days for which every method has an answer.
DAYS = st.dates(date(1924, 8, 1), date(2077, 11, 16))
SKYBOUND_YEARS = st.integers(1317, 1524)


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.usage)
@given(day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it(method: Hijri, day: date) -> None:
    assert method.to_date(*method.from_date(day)) == day


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.usage)
@given(day=DAYS.filter(lambda day: day < date(2077, 11, 16)))
def test_the_next_day_is_the_next_date(method: Hijri, day: date) -> None:
    today, tomorrow = method.from_date(day), method.from_date(day + timedelta(1))
    if tomorrow.day != 1:
        assert tomorrow == (today.year, today.month, today.day + 1)
    else:
        assert today.day == method.month_length(today.year, today.month)


@pytest.mark.parametrize("method", [DIYANET, TABULAR, LOCAL_CRESCENT, SHIA, AHMADIYYA], ids=lambda m: m.usage)
@given(year=SKYBOUND_YEARS)
def test_months_have_29_or_30_days_and_years_354_or_355(method: Hijri, year: int) -> None:
    lengths = [method.month_length(year, month) for month in range(1, 13)]
    assert set(lengths) == {29, 30}
    assert sum(lengths) in ((354, 355) if method is TABULAR else (353, 354, 355, 356))


@given(year=st.integers(1420, 1500))
def test_the_printed_calendar_has_such_months_since_it_is_computed(year: int) -> None:
    assert {UMM_AL_QURA.month_length(year, month) for month in range(1, 13)} == {29, 30}


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.usage)
@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (9, 0), (9, 31)])
def test_what_is_no_date_is_refused(method: Hijri, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="there is no"):
        method.to_date(1448, month, day)


def test_a_month_of_29_days_has_no_thirtieth() -> None:
    assert DIYANET.month_length(1448, RAMADAN) == 29
    with pytest.raises(ValueError, match=r"there is no day 30 in month 9 of the Hijri year 1448 \(diyanet\)"):
        DIYANET.to_date(1448, RAMADAN, 30)


def test_a_printed_month_of_28_days_has_no_29th() -> None:
    assert UMM_AL_QURA.month_length(1364, 8) == 28
    with pytest.raises(ValueError, match=r"there is no day 29 in month 8 of the Hijri year 1364 \(umm-al-qura\)"):
        UMM_AL_QURA.to_date(1364, 8, 29)


@given(day=DAYS)
def test_umm_al_qura_agrees_with_hijridate(day: date) -> None:
    assert UMM_AL_QURA.from_date(day) == Gregorian.fromdate(day).to_hijri().datetuple()


@pytest.mark.parametrize("year", [UMM_AL_QURA.first_year, UMM_AL_QURA.last_year])
def test_the_first_and_the_last_printed_year_are_whole(year: int) -> None:
    for month in range(1, 13):
        assert UMM_AL_QURA.month_start(year, month) == PrintedDate(year, month, 1).to_gregorian()
        assert UMM_AL_QURA.month_length(year, month) == PrintedDate(year, month, 1).month_length()


@given(year=st.integers(1, 9665), month=st.integers(1, 12))
def test_tabular_agrees_with_convertdate(year: int, month: int) -> None:
    assert TABULAR.month_start(year, month) == date(*convertdate_islamic.to_gregorian(year, month, 1))


@given(day=st.dates(date(623, 1, 1), date(9998, 12, 31)))
def test_tabular_days_lead_back(day: date) -> None:
    assert TABULAR.to_date(*TABULAR.from_date(day)) == day


@pytest.mark.parametrize("method", [DIYANET, UMM_AL_QURA, LOCAL_CRESCENT, SHIA, AHMADIYYA], ids=lambda m: m.usage)
@given(year=st.integers(1420, 1499), month=st.integers(1, 12))
def test_every_method_begins_within_three_days_of_the_cycle(method: Hijri, year: int, month: int) -> None:
    assert abs((method.month_start(year, month) - TABULAR.month_start(year, month)).days) <= 3


@pytest.mark.parametrize(
    ("method", "first", "last"),
    [
        (DIYANET, 1316, 1525),
        (UMM_AL_QURA, 1343, 1500),
        (TABULAR, 1, 9665),
        (LOCAL_CRESCENT, 1316, 1525),
        (SHIA, 1316, 1525),
        (AHMADIYYA, 1316, 1525),
    ],
    ids=lambda value: value.usage if isinstance(value, Hijri) else str(value),
)
def test_a_method_answers_for_its_years_and_names_another_outside(method: Hijri, first: int, last: int) -> None:
    start, end = method.to_date(first, 1, 1), method.to_date(last, 12, 29)
    assert method.from_date(start) == (first, 1, 1)
    assert method.from_date(end) == (last, 12, 29)
    instead = "" if method is TABULAR else "; use the method 'tabular' instead"
    for year in (first - 1, last + 1):
        with pytest.raises(YearRangeError) as caught:
            method.month_start(year, 1)
        assert str(caught.value) == (
            f"the Hijri year {year} is out of range for the method '{method.usage}', "
            f"which answers for {first} to {last}{instead}."
        )
    for day in (start - timedelta(1), end + timedelta(2)):
        with pytest.raises(YearRangeError, match=f"the method '{method.usage}'"):
            method.from_date(day)


def test_a_list_beyond_the_printed_calendar_says_so() -> None:
    with pytest.raises(YearRangeError, match="Hijri year 1503 is out of range for the method 'umm-al-qura'"):
        ic.observances(2080, communities=["islamic"], usages={"islamic": ["umm-al-qura"]})


def test_methods_have_names_and_the_crescent_a_place() -> None:
    assert [method.usage for method in METHODS] == [
        "diyanet",
        "umm-al-qura",
        "tabular",
        "local-crescent",
        "shia",
        "ahmadiyya",
    ]
    assert all(hijri.method(method.usage) is method for method in METHODS)
    assert hijri.method("local-crescent", "Frankfurt") == LOCAL_CRESCENT
    assert hijri.method("local-crescent", "Hamburg") != LOCAL_CRESCENT
    assert hijri.method("local-crescent", "47.4,13.1").from_date(date(2021, 5, 14)) == (1442, SHAWWAL, 1)
    with pytest.raises(UnknownNameError, match="there is no method for Hijri months 'saudi'; known are: diyanet"):
        hijri.method("saudi")
    with pytest.raises(UnknownNameError, match=r"there is no place 'Hamburgo'; did you mean 'Hamburg'"):
        hijri.method("local-crescent", "Hamburgo")
    with pytest.raises(UnknownNameError, match="there is no method that looks from a place 'diyanet'"):
        hijri.method("diyanet", "Berlin")


@given(year=SKYBOUND_YEARS, month=st.integers(1, 12), place=st.sampled_from(["Aachen", "Berlin", "Kiel", "München"]))
def test_no_eye_in_germany_sees_the_crescent_a_day_before_istanbul(year: int, month: int, place: str) -> None:
    local = hijri.method("local-crescent", place)
    assert 0 <= (local.month_start(year, month) - DIYANET.month_start(year, month)).days <= 3


@pytest.mark.parametrize(
    ("day", "own"),
    [
        (date(2017, 6, 26), (1438, SHAWWAL, 1)),  # Ahmadiyya, press of 25 June 2017
        (date(2021, 4, 14), (1442, RAMADAN, 1)),  # ahmadiyya.at, 11 April 2021
        (date(2021, 5, 14), (1442, SHAWWAL, 1)),
        (date(2020, 5, 25), (1441, SHAWWAL, 1)),  # Sistani
    ],
)
def test_the_crescent_over_frankfurt(day: date, own: tuple[int, int, int]) -> None:
    assert LOCAL_CRESCENT.from_date(day) == own


def test_where_the_crescent_stays_hidden_a_month_ends_after_thirty_days() -> None:
    completed = [
        (year, month)
        for year in range(1400, 1500)
        for month in range(1, 13)
        if LOCAL_CRESCENT.month_start(year, month)
        < crescent.sighting(conjunction_of(year, month), LOCAL_CRESCENT.place)
    ]
    assert completed
    assert all(LOCAL_CRESCENT.month_length(*month) in (29, 30) for month in completed)


def conjunction_of(year: int, month: int) -> float:
    return new_moon_after(sky.midnight(DIYANET.month_start(year, month), 0) - 5)


@pytest.mark.parametrize(
    ("year", "month", "eight_degrees"),
    [
        (1443, RAMADAN, datetime(2022, 4, 1, 21, 21, tzinfo=UTC)),
        (1447, RAMADAN, datetime(2026, 2, 18, 3, 42, tzinfo=UTC)),
    ],
)
def test_eight_degrees_are_reached_when_diyanet_says(year: int, month: int, eight_degrees: datetime) -> None:
    moment = crescent._eight_degrees_after(conjunction_of(year, month))
    assert abs(sky.utc_of(moment) - eight_degrees) <= timedelta(minutes=1)
    assert sky.separation(moment) == pytest.approx(8, abs=1e-4)


@pytest.mark.parametrize(
    ("place", "altitude"),
    [
        (Place("Washington", 38.90, -77.04, "America/New_York"), 5 + 43 / 60),
        (Place("New York", 40.71, -74.01, "America/New_York"), 5 + 28 / 60),
    ],
    ids=lambda value: value.name if isinstance(value, Place) else "",
)
def test_altitudes_are_those_that_diyanet_published_for_1_april_2022(place: Place, altitude: float) -> None:
    assert sky.moon_altitude(sky.sunset(date(2022, 4, 1), place), place) == pytest.approx(altitude, abs=0.08)


# Month, kind, figure and its tolerance: hundredths of a degree, seconds or minutes.
CLOSE_CALLS = [
    ((1449, 1), "close-altitude", 498, 1),
    ((1452, 1), "close-altitude", 505, 1),
    ((1452, 2), "close-after-midnight", 89, 3),
    ((1452, 11), "close-after-new-zealand-dawn", 21, 1),
    ((1453, 12), "close-after-new-zealand-dawn", 25, 1),
    ((1455, 3), "close-after-midnight", 154, 3),
    ((1456, 1), "close-after-midnight", 75, 3),
    ((1464, 7), "close-altitude", 502, 1),
    ((1465, 8), "close-after-new-zealand-dawn", 14, 1),
]


def test_the_close_calls_from_2019_to_2045_are_these() -> None:
    found = [
        ((year, month), close.key, figure(close))
        for year in range(1441, 1468)
        for month in range(1, 13)
        for close in DIYANET.close_calls(year, month)
    ]
    assert [call[:2] for call in found] == [call[:2] for call in CLOSE_CALLS]
    for (_, _, there), (_, _, here, tolerance) in zip(found, CLOSE_CALLS, strict=True):
        assert there == pytest.approx(here, abs=tolerance)


def test_a_month_may_also_be_decided_minutes_before_midnight() -> None:
    found = [(year, month) for year in range(1470, 1500) for month in range(1, 13)
             if any(close.key == "close-before-midnight" for close in DIYANET.close_calls(year, month))]  # fmt: skip
    assert found == [(1479, 9), (1490, 8), (1498, 10)]
    (close,) = DIYANET.close_calls(1479, 9)
    assert figure(close) == pytest.approx(188, abs=3)


def figure(close: Phrase) -> int:
    """The figure of a close call: hundredths of a degree, seconds or minutes."""
    value = 0
    for _, part in close.parts:
        assert isinstance(part, int)
        value = value * 100 + part
    return value


def test_a_close_call_is_said_with_its_figure_in_both_languages() -> None:
    (new_year,) = ic.observances(2027, festivals=["islamic/islamic-new-year"])
    assert "the Moon stands 4.98° high, the limit is 5°" in new_year.certainty_note
    assert "4,98°" in new_year.certainty_note_in("de")
    (eid,) = ic.observances(2027, festivals=["islamic/eid-al-fitr"])
    assert "close" not in eid.certainty_note


def test_certainty_and_authority_of_each_method() -> None:
    said = {}
    for method in METHODS:
        (found,) = ic.observances(
            2036, festivals=["islamic/eid-al-fitr"], usages={"islamic": [method.usage]}, pins=False
        )
        said[method.usage] = (found.certainty, found.certainty_note, found.usage)
    assert [certainty for certainty, _, _ in said.values()] == [Certainty.COMPUTED] * 2 + [
        Certainty.FIXED,
        Certainty.COMPUTED,
        Certainty.COMPUTED,
        Certainty.COMPUTED,
    ]
    words = ("KRM", "Saudi Arabia", "cycles", "sighting", "calendar of Iran", "in advance")
    for name, word in zip(said, words, strict=True):
        assert word in said[name][1]
        assert said[name][2] == name


def test_shia_days_name_the_calendar_of_iran_and_what_has_not_been_read_in_germany() -> None:
    notes = {
        festival.slug: ic.observances(2028, festivals=[festival.id])[0].certainty_note
        for festival in community("islamic").festivals
    }
    assert len([slug for slug, note in notes.items() if "calendar of Iran" in note]) == 19
    assert [slug for slug, note in notes.items() if "in Germany no announcement" in note] == [
        "askari-death",
        "fatima-birth",
        "husayn-birth",
        "sadiq-death",
        "mubahala",
    ]
    assert [slug for slug, note in notes.items() if "Other traditions" in note] == [
        "prophet-death",
        "rida-death",
        "husayn-birth",
    ]


def test_no_day_that_cycles_give_is_said_to_wait_for_somebody() -> None:
    for found in ic.observances(2027, communities=["islamic"], usages={"islamic": ["tabular"]}):
        # Unsettled are days for which traditions differ, whatever the months.
        assert found.certainty in (Certainty.FIXED, Certainty.UNSETTLED)
        assert "ubject to" not in found.certainty_note


def test_months_of_iran_are_announced_as_far_as_its_calendar_is_published() -> None:
    found = ic.observances(date(2006, 1, 1), date(2030, 1, 1), festivals=["islamic/ashura-shia"])
    announced = [o.own_year for o in found if o.certainty is Certainty.ANNOUNCED]
    assert announced == [str(year) for year in range(1428, 1449)]
    assert {o.source for o in found if o.certainty is Certainty.ANNOUNCED} == {CALENDAR_OF_IRAN}


def test_where_the_table_of_iran_begins_and_ends_no_month_is_too_short_or_too_long() -> None:
    for year, month in ((1427, 2), (1427, 3), (1448, 9), (1448, 10), (1448, 11)):
        assert SHIA.month_length(year, month) in (29, 30)


def test_the_rule_beyond_the_table_gives_most_of_the_published_months() -> None:
    # 240 of the 259 months of 1427 to 1448, tried over all of them when the rule was chosen.
    beyond = [
        super(hijri.Shia, hijri.Shia())._start(year, month) for year in range(1446, 1448) for month in range(1, 13)
    ]
    official = [SHIA.month_start(year, month) for year in range(1446, 1448) for month in range(1, 13)]
    assert sum(one == other for one, other in zip(beyond, official, strict=True)) >= 22


def test_umm_al_qura_says_from_1451_on_that_copies_of_the_table_differ() -> None:
    said = "other copies of the official table"
    notes = {
        o.own_year: o.certainty_note
        for o in ic.observances(
            date(2027, 1, 1), date(2031, 1, 1), festivals=["islamic/ramadan"], usages={"islamic": ["umm-al-qura"]}
        )
    }
    assert {year for year, note in notes.items() if said in note} == {year for year in notes if int(year) >= 1451}
    assert "1450" in notes


def test_who_keeps_no_day_of_the_others_is_not_given_one() -> None:
    def kept(usage: str) -> set[str]:
        found = ic.observances(2027, communities=["islamic"], usages={"islamic": [usage]})
        return {o.festival.slug for o in found}

    assert "mawlid-night" in kept("diyanet")
    assert "mawlid-night" not in kept("shia") | kept("ahmadiyya")
    assert {"ramadan", "eid-al-fitr", "eid-al-adha"} <= kept("shia") & kept("ahmadiyya")


def test_a_night_is_listed_on_the_evening_that_opens_it() -> None:
    (qadr,) = ic.observances(2027, festivals=["islamic/qadr-night"])
    assert qadr.first_day == qadr.last_day == date(2027, 3, 5)
    assert (qadr.begins, qadr.native_date) == ("dusk", "27 Ramadan 1448")


def test_what_comes_more_than_once_in_a_year_is_told_apart_by_letters() -> None:
    nights = ic.observances(2027, festivals=["islamic/qadr-shia"])
    assert [(o.own_year, o.native_date) for o in nights] == [
        ("1448a", "19 Ramadan 1448"),
        ("1448b", "21 Ramadan 1448"),
        ("1448c", "23 Ramadan 1448"),
    ]
    periods = ic.observances(date(2026, 10, 1), date(2026, 12, 31), festivals=["islamic/fatima-death"])
    assert [(o.own_year, o.native_date) for o in periods] == [
        ("1448a", "13 Jumada al-Ula 1448"),
        ("1448b", "3 Jumada al-Thani 1448"),
    ]


def test_ramadan_lasts_until_the_day_before_the_feast() -> None:
    for year in range(1990, 2090):
        for start in ic.observances(year, festivals=["islamic/ramadan"], pins=False):
            (feast,) = ic.upcoming("islamic/eid-al-fitr", after=start.first_day)
            assert feast.first_day == start.last_day + timedelta(1)


def test_every_own_year_has_every_festival_once() -> None:
    counted: dict[tuple[str, str], int] = {}
    for o in ic.observances(date(2000, 4, 6), date(2097, 1, 1), communities=["islamic"], pins=False):
        key = o.festival.slug, o.own_year
        counted[key] = counted.get(key, 0) + 1
    assert set(counted.values()) == {1}
    years = {year for slug, year in counted if slug == "ashura"}
    assert years == {str(year) for year in range(1421, 1421 + len(years))}


def test_rules_are_values_that_each_method_reckons_alike() -> None:
    written = hijri_day(RAMADAN, 1).until(last_day_of(RAMADAN))
    ways = by_each_method(written)
    assert ways == by_each_method(written)
    assert {rule.sentence() for rule in ways.values()} == {written.sentence()}
    for method, rule in zip(METHODS, ways.values(), strict=True):
        assert rule.calendar is method
        assert rule.span(1447) == (method.month_start(1447, 9), method.month_start(1447, 10) - timedelta(1))
    nights = each_of(night_of(RAMADAN, 19), night_of(RAMADAN, 21))
    assert nights.day(1447) == DIYANET.to_date(1447, RAMADAN, 18)
    assert nights.certainty is Certainty.COMPUTED
    assert nights.calendar is not None
    assert nights.calendar.from_date(DIYANET.to_date(1447, RAMADAN, 18)) == (1447, RAMADAN, 19)


def test_usages_differ_where_their_months_do() -> None:
    found = comparison.compare_usages(date(2026, 1, 1), date(2027, 12, 31), ["islamic"])
    assert [d.first_day for d in found] == sorted(d.first_day for d in found)
    (ramadan,) = [d for d in found if (d.festival.slug, d.own_year) == ("ramadan", "1447")]
    assert {usage: o.first_day for usage, o in ramadan.kept if o} == {
        "diyanet": date(2026, 2, 19),
        "umm-al-qura": date(2026, 2, 18),
        "tabular": date(2026, 2, 18),
        "local-crescent": date(2026, 2, 19),
        "shia": date(2026, 2, 19),
        "ahmadiyya": date(2026, 2, 19),
    }
    everyone = comparison.compare_usages(date(2026, 1, 1), date(2026, 12, 31))
    assert {d.festival.community_id for d in everyone} >= {"orthodox", "syriac", "coptic", "islamic"}
    (annunciation,) = [d for d in everyone if d.festival.id == "coptic/annunciation"]
    assert dict(annunciation.kept)[""] is None
    with pytest.raises(YearRangeError, match="community 'islamic'"):
        comparison.compare_usages(date(1899, 1, 1), date(1900, 12, 31), ["islamic"])
    with pytest.raises(YearRangeError, match="'umm-al-qura'"):
        comparison.compare_usages(date(2077, 1, 1), date(2078, 12, 31), ["islamic"])


def months(first: int, last: int) -> Iterator[tuple[date, date]]:
    starts = [DIYANET.month_start(year, month) for year in range(first, last) for month in range(1, 13)]
    return pairwise(starts)


def test_the_sky_is_asked_at_any_latitude_of_the_coast_without_harm() -> None:
    assert all(start < following for start, following in months(1440, 1450))
    with pytest.raises(SpanError):
        sky.sunset(date(2027, 6, 21), crescent._mainland()[0])


def test_muharram_begins_the_year() -> None:
    assert DIYANET.to_date(1448, MUHARRAM, 1) == DIYANET.to_date(1447, 12, 29) + timedelta(1)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("1427,3,29\n1427,5,30\n", r"the month 1427/3 is followed by 1427/5\."),
        ("1427,12,29\n1428,1,31\n", r"the month 1428/1 cannot have 31 days\."),
    ],
)
def test_a_table_of_months_has_no_gap_and_no_month_of_31_days(tmp_path: Path, rows: str, fault: str) -> None:
    path = tmp_path / "months.csv"
    path.write_text(f"year,month,days\n{rows}", encoding="utf-8")
    with pytest.raises(DataFileError, match=fault):
        tables.read_months(path)
