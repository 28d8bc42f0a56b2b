"""The year that exposes each trap of the Buddhist festivals; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning.lunisolar import CHINA, VIETNAM
from interfaith_cal.reckoning.tibetan import PHUGPA
from interfaith_cal.rules.lunisolar import lunisolar
from tests.conftest import first_days


@pytest.mark.parametrize(
    "day", [date(2018, 5, 29), date(2019, 5, 18), date(2023, 5, 5), date(2026, 5, 1), date(2027, 5, 20)]
)
def test_33_vesak_is_the_first_full_moon_of_may_on_its_german_date(day: date) -> None:
    assert first_days("buddhist/vesak", day.year) == [day]


def test_33_vesak_2026_is_not_the_second_full_moon_of_may() -> None:
    assert first_days("buddhist/vesak", 2026, "thailand") == [date(2026, 5, 31)]
    assert first_days("buddhist/vesak", 2026) == [date(2026, 5, 1)]


def test_33_sri_lanka_kept_vesak_2018_in_april() -> None:
    assert first_days("buddhist/vesak", 2018, "sri-lanka") == [date(2018, 4, 29)]
    assert first_days("buddhist/poya-adhi", 2018) == [date(2018, 5, 29)]


def test_34_the_lunar_birthday_of_buddha_2023_is_a_day_later_in_korea() -> None:
    assert first_days("buddhist/buddha-birthday-lunar", 2023) == [date(2023, 5, 26)]
    assert first_days("buddhist/buddha-birthday-lunar", 2023, "korea") == [date(2023, 5, 27)]


def test_34_tet_2030_is_a_day_before_the_chinese_new_year() -> None:
    assert first_days("buddhist/lunar-new-year", 2030) == [date(2030, 2, 2)]
    assert first_days("buddhist/lunar-new-year", 2030, "china") == [date(2030, 2, 3)]


def test_34_the_ninth_month_of_2057_opens_minutes_from_midnight() -> None:
    assert CHINA.to_date(2057, 9, 1) == date(2057, 9, 29)
    assert VIETNAM.to_date(2057, 9, 1) == date(2057, 9, 28)


def test_34_a_month_that_opens_seconds_from_midnight_says_so() -> None:
    close = {
        (year, month): remark.key
        for year in range(1950, 2100)
        for month in range(1, 13)
        for remark in lunisolar(CHINA, month, 15).remarks(year)
    }
    assert close == {
        (2057, 9): "new-moon-after-midnight",
        (2089, 8): "new-moon-before-midnight",
        (2097, 7): "new-moon-after-midnight",
    }
    (after,), (before,) = lunisolar(CHINA, 7, 15).remarks(2097), lunisolar(CHINA, 8, 15).remarks(2089)
    assert dict(after.parts)["seconds"] == pytest.approx(82, abs=3)
    assert dict(before.parts)["seconds"] == pytest.approx(56, abs=3)


@pytest.mark.parametrize(("year", "month"), [(2016, 4), (2019, 1), (2021, 9), (2024, 6), (2027, 2)])
def test_35_the_first_of_a_doubled_month_counts(year: int, month: int) -> None:
    assert PHUGPA.epoch.is_doubled(year, month)
    assert (PHUGPA.to_date(year, month + 12, 15) - PHUGPA.to_date(year, month, 15)).days in (29, 30)


def test_35_saga_dawa_2016_and_chotrul_duchen_2019_are_those_of_the_first_month() -> None:
    (month,) = ic.observances(2016, festivals=["buddhist/saga-dawa-month"])
    assert (month.first_day, month.last_day) == (date(2016, 5, 7), date(2016, 6, 5))
    assert first_days("buddhist/chotrul-duchen", 2019) == [date(2019, 2, 19)]


def test_35_the_second_of_a_doubled_day_counts() -> None:
    assert first_days("buddhist/chokhor-duchen", 2024) == [date(2024, 7, 10)]
    assert PHUGPA.from_date(date(2024, 7, 9)) == PHUGPA.from_date(date(2024, 7, 10)) == (2024, 6, 4)
    (saga_dawa,) = first_days("buddhist/saga-dawa-duchen", 2034)
    assert PHUGPA.from_date(saga_dawa) == (2034, 4, 15)
    assert PHUGPA.from_date(date.fromordinal(saga_dawa.toordinal() - 1)) == (2034, 4, 15)


@pytest.mark.parametrize("year", [2028, 2037, 2047])
def test_35_a_skipped_day_is_kept_the_day_before(year: int) -> None:
    (chotrul,) = ic.observances(year, festivals=["buddhist/chotrul-duchen"])
    assert PHUGPA.from_date(chotrul.first_day) == (year, 1, 14)
    assert "skipped" in chotrul.certainty_note


def test_35_losar_2036_is_the_first_of_a_doubled_day() -> None:
    (losar,) = ic.observances(2036, festivals=["buddhist/losar"])
    assert losar.first_day == date(2036, 2, 27)
    assert PHUGPA.from_date(date(2036, 2, 27)) == PHUGPA.from_date(date(2036, 2, 28)) == (2036, 1, 1)
    assert "the first one counts" in losar.certainty_note


def test_vesak_2026_of_sri_lanka_is_the_gazetted_full_moon_but_2018_and_2007_stay() -> None:
    (vesak,) = ic.observances(2026, festivals=["buddhist/vesak"], usages={"buddhist": ["sri-lanka"]})
    assert (vesak.first_day, vesak.certainty) == (date(2026, 5, 30), Certainty.ANNOUNCED)
    assert first_days("buddhist/poya-adhi", 2026) == []
    assert first_days("buddhist/vesak", 2018, "sri-lanka") == [date(2018, 4, 29)]
    assert first_days("buddhist/vesak", 2007, "sri-lanka") == [date(2007, 5, 1)]


def test_vesak_of_sri_lanka_says_in_which_years_it_may_be_moved_like_2026() -> None:
    span, usages = (date(2000, 1, 1), date(2055, 12, 31)), {"buddhist": ["sri-lanka"]}
    marked = [
        vesak.first_day
        for vesak in ic.observances(*span, festivals=["buddhist/vesak"], usages=usages)
        if "may be moved to the next one" in vesak.certainty_note
    ]
    days = ("2034-05-02", "2037-04-29", "2042-05-04", "2045-04-30", "2053-05-02")
    assert marked == [date.fromisoformat(day) for day in days]


@pytest.mark.parametrize("day", [date(2022, 2, 2), date(2025, 3, 1), date(2030, 2, 3)])
def test_losar_of_tsurphu_is_another_month_or_day(day: date) -> None:
    assert first_days("buddhist/losar", day.year, "tsurphu") == [day]
    assert first_days("buddhist/losar", day.year) != [day]


def test_obon_ends_with_the_fires_of_the_16th() -> None:
    (obon,) = ic.observances(2027, festivals=["buddhist/obon"])
    assert (obon.first_day, obon.last_day) == (date(2027, 8, 13), date(2027, 8, 16))
    (july,) = ic.observances(2027, festivals=["buddhist/obon"], usages={"buddhist": ["japan-july"]})
    assert (july.first_day, july.last_day) == (date(2027, 7, 13), date(2027, 7, 16))
