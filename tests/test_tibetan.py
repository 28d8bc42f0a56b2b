"""The Tibetan calendar: exact fractions, laws, and doubled and skipped days."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning import tibetan as reckoning
from interfaith_cal.reckoning.tibetan import PHUGPA, TSURPHU, Tibetan, end_of_day
from interfaith_cal.rules.tibetan import tibetan, tibetan_month

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
YEARS = st.integers(1900, 2100)


SCHOOLS = st.sampled_from([PHUGPA, TSURPHU])


@given(school=SCHOOLS, year=YEARS, month=st.integers(1, 12))
def test_a_month_has_29_or_30_civil_days_and_thirty_lunar_ones(school: Tibetan, year: int, month: int) -> None:
    epoch, count = school.epoch, school.epoch.month_count(year, month)
    ends = [end_of_day(epoch, count - 1, 30), *(end_of_day(epoch, count, day) for day in range(1, 31))]
    assert ends[-1] - ends[0] in (29, 30)
    assert all(later - earlier in (0, 1, 2) for earlier, later in pairwise(ends))


@given(school=SCHOOLS, year=YEARS)
def test_a_year_has_twelve_or_thirteen_months(school: Tibetan, year: int) -> None:
    months = school.epoch.month_count(year + 1, 1) - school.epoch.month_count(year, 1)
    assert months == 12 + sum(school.epoch.is_doubled(year, month) for month in range(1, 13))
    assert months in (12, 13)


@given(school=SCHOOLS, day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it_or_to_the_second_of_its_number(school: Tibetan, day: date) -> None:
    named = school.from_date(day)
    back = school.to_date(*named)
    assert back in (day, day + timedelta(1))
    assert school.from_date(back) == named


@given(school=SCHOOLS, day=DAYS)
def test_the_day_number_never_runs_back(school: Tibetan, day: date) -> None:
    today, tomorrow = school.from_date(day), school.from_date(day + timedelta(1))
    if (today.year, today.month) == (tomorrow.year, tomorrow.month):
        assert tomorrow.day - today.day in (0, 1, 2)
    else:
        assert (today.day, tomorrow.day) in {(30, 1), (29, 1), (30, 2)}


@given(school=SCHOOLS, year=YEARS)
def test_losar_falls_between_28_january_and_8_march(school: Tibetan, year: int) -> None:
    losar = tibetan_month(1, school).day(year)
    assert losar is not None
    assert date(year, 1, 28) <= losar <= date(year, 3, 8)


# The years are those that karmakagyucalendar.org names, and no year between; the days are reckoned.
DIFFERENT = {2014: date(2014, 1, 31), 2022: date(2022, 2, 2), 2025: date(2025, 3, 1), 2030: date(2030, 2, 3)}


def test_losar_of_tsurphu_differs_in_the_years_that_its_followers_name() -> None:
    schools = [[tibetan_month(1, school).day(year) for year in range(2014, 2031)] for school in (PHUGPA, TSURPHU)]
    assert {theirs.year: theirs for other, theirs in zip(*schools, strict=True) if theirs and theirs != other} == (
        DIFFERENT
    )


def test_the_months_that_tsurphu_doubles() -> None:
    doubled = [(y, m) for y in range(2011, 2036) for m in range(1, 13) if TSURPHU.epoch.is_doubled(y, m)]
    assert doubled == [
        (2011, 6), (2014, 2), (2016, 11), (2019, 7), (2022, 4), (2024, 12), (2027, 9), (2030, 5), (2033, 2), (2035, 10),
    ]  # fmt: skip


@pytest.mark.parametrize("table", [reckoning.MOON_TABLE, reckoning.SUN_TABLE])
def test_an_equation_is_nought_at_both_ends_of_a_half_circle_and_turns_its_sign(table: tuple[int, ...]) -> None:
    half = 2 * (len(table) - 1)
    assert reckoning._equation(table, Fraction(0)) == reckoning._equation(table, Fraction(half)) == 0
    for place in range(1, half):
        step = Fraction(place) + Fraction(1, 3)
        assert reckoning._equation(table, step) == -reckoning._equation(table, step + half) > 0


def test_no_float_ever_decides() -> None:
    lengths = [value for name, value in vars(reckoning).items() if name.endswith(("LENGTH", "PER_MONTH", "PER_DAY"))]
    assert all(isinstance(number, (int, Fraction)) for number in (*lengths, *PHUGPA.epoch, *TSURPHU.epoch))
    assert type(end_of_day(PHUGPA.epoch, 15_000, 15)) is int


@pytest.mark.parametrize(
    ("year", "losar"),
    [
        (1959, date(1959, 2, 8)),
        (2000, date(2000, 2, 6)),
        (2019, date(2019, 2, 5)),
        (2024, date(2024, 2, 10)),
        (2027, date(2027, 2, 7)),
    ],
)
def test_known_losars(year: int, losar: date) -> None:
    assert PHUGPA.from_date(losar) == (year, 1, 1)
    assert PHUGPA.from_date(losar - timedelta(1)).year == year - 1


def test_the_second_half_of_a_doubled_month_has_a_number_of_its_own() -> None:
    assert PHUGPA.epoch.is_doubled(2027, 2)
    assert PHUGPA.from_date(PHUGPA.to_date(2027, 14, 10)) == (2027, 14, 10)
    epoch = PHUGPA.epoch
    first = date.fromordinal(epoch.opening(epoch.month_count(2027, 2) + 1))
    assert [PHUGPA.from_date(day).month for day in (first - timedelta(1), first)] == [2, 14]
    assert PHUGPA.epoch.is_doubled(2037, 12)
    assert PHUGPA.from_date(PHUGPA.to_date(2037, 24, 10)) == (2037, 24, 10)


def test_there_is_no_month_after_the_second_half_of_the_last() -> None:
    assert PHUGPA.epoch.is_doubled(2019, 1)
    with pytest.raises(ValueError, match="no day 10 in month 25 of the Tibetan year 2019"):
        PHUGPA.to_date(2019, 25, 10)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (25, 1), (13, 1), (1, 0), (1, 31)])
def test_a_day_that_does_not_exist_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="Tibetan year 2027"):
        PHUGPA.to_date(2027, month, day)


def test_dates_are_computed_and_say_who_may_choose_otherwise() -> None:
    (duchen,) = ic.observances(2027, festivals=["buddhist/saga-dawa-duchen"])
    assert duchen.certainty is Certainty.COMPUTED
    assert "Almanac offices print the calendar" in duchen.certainty_note
    assert duchen.native_date == "day 15 of the 4th month"


def test_only_what_is_doubled_or_skipped_says_so() -> None:
    said = {
        (year, month, day): [remark.key for remark in tibetan(month, day).remarks(year)]
        for year, month, day in ((2026, 4, 15), (2034, 4, 15), (2034, 4, 2), (2036, 1, 1), (2019, 1, 15))
    }
    assert list(said.values()) == [
        [],
        ["tibetan-day-doubled"],
        ["tibetan-day-skipped"],
        ["tibetan-day-doubled"],
        ["tibetan-month-doubled"],
    ]
    assert [remark.key for remark in tibetan_month(1).remarks(2036)] == ["tibetan-first-day-doubled"]
    assert tibetan_month(1).remarks(2027) == ()


def test_a_doubled_month_says_so() -> None:
    (chotrul,) = ic.observances(2019, festivals=["buddhist/chotrul-duchen"])
    assert "The month comes twice in this year; the first one counts." in chotrul.certainty_note


def test_the_month_of_saga_dawa_holds_its_great_day() -> None:
    for year in range(2000, 2051):
        (month,), (day,) = (
            ic.observances(year, festivals=[f"buddhist/{slug}"]) for slug in ("saga-dawa-month", "saga-dawa-duchen")
        )
        assert month.first_day < day.first_day < month.last_day
        assert (month.last_day - month.first_day).days + 1 in (29, 30)
