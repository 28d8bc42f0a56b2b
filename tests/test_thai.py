"""The Thai calendar, the Poyas of Sri Lanka, and the full moons of Germany."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.errors import YearRangeError
from interfaith_cal.ground import tables
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning import thai
from interfaith_cal.reckoning.thai import CALENDAR, has_extra_month, month_length, year_length
from interfaith_cal.religions.buddhist import BUDDHIST
from interfaith_cal.rules.thai import thai_full_moon
from tests.conftest import first_days

YEARS = st.integers(1914 + 543, 2099 + 543)
DAYS = st.dates(date(1913, 11, 28), date(2099, 12, 12))


def test_the_table_follows_year_on_year_with_lengths_that_fit_its_months() -> None:
    rows = tables.thai_years()
    assert [row.year for row in rows] == list(range(1914, 2100))
    assert {(row.months, row.days) for row in rows} == {(12, 354), (12, 355), (13, 384)}


@given(year=YEARS)
def test_the_months_make_the_year(year: int) -> None:
    months = 12 + has_extra_month(year)
    assert sum(month_length(year, month) for month in range(1, months + 1)) == year_length(year)


@given(day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it(day: date) -> None:
    assert CALENDAR.to_date(*CALENDAR.from_date(day)) == day


# Days from the first of the year to Magha, Visakha, Asalha, the end of Vassa and Loy Krathong.
@pytest.mark.parametrize(
    ("year", "offsets"),
    [
        (2027, (73, 161, 220, 309, 338)),
        (2025, (73, 161, 221, 310, 339)),
        (2026, (102, 191, 250, 339, 368)),
    ],
)
def test_the_holidays_are_as_far_from_the_new_year_as_the_official_list_has_them(
    year: int, offsets: tuple[int, ...]
) -> None:
    opening = thai.opening(year + 543)
    assert tuple((thai_full_moon(month).day(year) or opening) - opening for month in (3, 6, 8, 11, 12)) == tuple(
        timedelta(days) for days in offsets
    )


def test_a_second_eighth_month_is_named() -> None:
    asalha = CALENDAR.from_date(date(2026, 7, 29))
    assert asalha == (2569, 9, 15)
    (observance,) = ic.observances(2026, festivals=["buddhist/asalha-puja"], usages={"buddhist": ["thailand"]})
    assert observance.native_date == "day 15 of month second 8, 2569 BE"


def test_the_months_after_the_eighth_keep_their_names_in_every_year() -> None:
    """Names are counted as in a year of thirteen months, whose ninth is the second eighth."""
    assert [CALENDAR.named_month(2569, month) for month in range(1, 14)] == list(range(1, 14))
    assert [CALENDAR.named_month(2570, month) for month in range(1, 13)] == [*range(1, 9), *range(10, 14)]
    (vassa_end,) = ic.observances(2027, festivals=["buddhist/vassa-end"])
    assert vassa_end.native_date == "day 15 of month 11, 2570 BE"


@pytest.mark.parametrize(("month", "day"), [(13, 1), (1, 30), (0, 1), (3, 0)])
def test_a_day_that_does_not_exist_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="Thai year 2570"):
        CALENDAR.to_date(2570, month, day)


@pytest.mark.parametrize("day", [date(1913, 11, 27), date(2099, 12, 13)])
def test_outside_the_table_there_is_no_answer(day: date) -> None:
    with pytest.raises(YearRangeError, match=r"the official Thai list covers 2457 to 2642 \(1914 to 2099\)"):
        CALENDAR.from_date(day)


@pytest.mark.parametrize("year", [1900, 1913, 2100])
def test_years_outside_the_table_lack_only_the_thai_days(year: int) -> None:
    kept = {o.festival.slug for o in ic.observances(year, communities=["buddhist"])}
    assert not kept & {"magha-puja", "asalha-puja", "vassa-begin", "vassa-end", "kathina"}
    assert {"vesak", "losar", "lunar-new-year", "poya-bak"} <= kept


def test_the_days_are_computed_and_say_who_decides() -> None:
    (vassa,) = ic.observances(2027, festivals=["buddhist/vassa-begin"])
    assert vassa.certainty is Certainty.COMPUTED
    assert "Thai government" in vassa.certainty_note


def test_kathina_is_the_month_after_vassa() -> None:
    (kathina,), (vassa_end,) = (
        ic.observances(2027, festivals=[f"buddhist/{slug}"]) for slug in ("kathina", "vassa-end")
    )
    assert kathina.first_day == vassa_end.first_day + timedelta(1)
    assert kathina.last_day == date(2027, 11, 13)


@given(year=st.integers(1915, 2098))
def test_the_german_full_moon_is_within_two_days_of_the_thai_one(year: int) -> None:
    for slug in ("magha-puja", "asalha-puja"):
        german, official = (dict(BUDDHIST.festival(slug).ways)[usage] for usage in ("", "thailand"))
        days = [next(way.occurrences(date(year, 1, 1), date(year, 12, 31))).first for way in (german, official)]
        assert abs((days[0] - days[1]).days) <= 2


# The Poyas of Sri Lanka


@given(year=st.integers(1900, 2099))
def test_a_year_has_twelve_or_thirteen_poyas_a_month_apart(year: int) -> None:
    found = ic.observances(
        date(year, 1, 1), date(year + 1, 1, 31), communities=["buddhist"], usages={"buddhist": ["sri-lanka"]}
    )
    poyas = sorted({o.first_day for o in found if o.festival.slug.startswith("poya-") or o.festival.slug == "vesak"})
    gaps = {later: (later - earlier).days for earlier, later in pairwise(poyas)}
    # The full moon of 1 May 2026 is none: the gazette made the next one Vesak.
    assert all(days in (29, 30) for day, days in gaps.items() if day != date(2026, 5, 30))
    assert len([day for day in poyas if day.year == year]) in (12, 13)


def test_a_poya_at_eighteen_hours_to_the_minute_is_still_that_day() -> None:
    assert first_days("buddhist/poya-esala", 2024) == [date(2024, 7, 20)]


def test_the_extra_poya_of_years_with_a_lost_month_comes_once() -> None:
    assert first_days("buddhist/poya-adhi", 1982) == [date(1982, 10, 2)]
    assert first_days("buddhist/poya-adhi", 1983) == [date(1983, 2, 26)]
    assert first_days("buddhist/poya-duruthu", 1983) == first_days("buddhist/poya-nawam", 1983)


def test_usages_of_a_festival_count_the_same_years() -> None:
    for slug in ("vesak", "magha-puja", "asalha-puja", "vassa-end", "lunar-new-year"):
        ways = [usage for usage, _ in BUDDHIST.festival(slug).ways if usage]
        found = ic.observances(2027, festivals=[f"buddhist/{slug}"], usages={"buddhist": ways})
        assert {o.own_year for o in found} == {"2027"}
        assert len(found) == len(ways)


def test_higan_comes_twice_a_year_with_the_equinox_in_its_middle() -> None:
    spring, autumn = ic.observances(2027, festivals=["buddhist/higan"])
    assert (spring.own_year, spring.first_day, spring.last_day) == ("2027a", date(2027, 3, 18), date(2027, 3, 24))
    assert (autumn.own_year, autumn.first_day, autumn.last_day) == ("2027b", date(2027, 9, 20), date(2027, 9, 26))
