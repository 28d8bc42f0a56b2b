"""The year that exposes each trap of the Jewish calendar; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date

import pytest

import interfaith_cal as ic
from tests.conftest import first_days


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2023, [date(2023, 1, 3), date(2023, 12, 22)]),
        (2024, []),
        (2025, [date(2025, 1, 10), date(2025, 12, 30)]),
        (2027, []),
        (2028, [date(2028, 1, 9), date(2028, 12, 28)]),
    ],
)
def test_19_tenth_of_tevet_twice_once_or_never_in_a_civil_year(year: int, days: list[date]) -> None:
    assert first_days("jewish/tenth-of-tevet", year) == days


def test_19_tenth_of_tevet_stays_on_a_friday() -> None:
    assert date(2025, 1, 10).weekday() == 4
    assert date(2025, 1, 10) in first_days("jewish/tenth-of-tevet", 2025)


@pytest.mark.parametrize(
    ("festival", "day"),
    [
        ("fast-of-esther", date(2024, 3, 21)),
        ("fast-of-the-firstborn", date(2025, 4, 10)),
        ("seventeenth-of-tammuz", date(2022, 7, 17)),
        ("tisha-bav", date(2022, 8, 7)),
        ("fast-of-gedaliah", date(2024, 10, 6)),
    ],
)
def test_19_a_fast_that_meets_the_sabbath_is_moved(festival: str, day: date) -> None:
    assert first_days(f"jewish/{festival}", day.year) == [day]


def test_19_purim_katan_in_leap_years_only() -> None:
    assert [year for year in range(2024, 2034) if first_days("jewish/purim-katan", year)] == [2024, 2027, 2030, 2033]


def test_19_adar_is_named_by_the_length_of_the_year() -> None:
    named = [
        (o.festival.slug, o.native_date)
        for year in (2026, 2027)
        for o in ic.observances(year, festivals=["jewish/tu-bishvat", "jewish/purim-katan", "jewish/purim"])
    ]
    assert named == [
        ("tu-bishvat", "15 Shevat 5786"),
        ("purim", "14 Adar 5786"),
        ("tu-bishvat", "15 Shevat 5787"),
        ("purim-katan", "14 Adar I 5787"),
        ("purim", "14 Adar II 5787"),
    ]


@pytest.mark.parametrize("year", [2016, 2024, 2027, 2035, 2043, 2054])
def test_20_hanukkah_crosses_1_january(year: int) -> None:
    hanukkah = [o for o in ic.observances(year, festivals=["jewish/hanukkah"]) if o.first_day.year == year]
    assert [o.last_day.year for o in hanukkah] == [year + 1]
    assert hanukkah[0] in ic.observances(year + 1, festivals=["jewish/hanukkah"])
    assert (hanukkah[0].last_day - hanukkah[0].first_day).days == 7


def test_20_hanukkah_2024_25_is_one_observance_of_both_years() -> None:
    across = {o.id for o in ic.observances(2024)} & {o.id for o in ic.observances(2025, communities=["jewish"])}
    assert across == {"jewish/hanukkah/5785"}
    (kept,) = [o for o in ic.on(date(2025, 1, 1), communities=["jewish"]) if not o.eve]
    assert (kept.first_day, kept.last_day) == (date(2024, 12, 26), date(2025, 1, 2))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2022, 5, 5), "5 Iyyar is a Friday"),
        (date(2024, 5, 14), "5 Iyyar is a Monday"),
        (date(2025, 5, 1), "5 Iyyar is a Saturday"),
        (date(2023, 4, 26), "5 Iyyar is a Wednesday"),
    ],
)
def test_20_independence_day_keeps_clear_of_the_sabbath(day: date, why: str) -> None:
    assert first_days("jewish/yom-haatzmaut", day.year) == [day], why
    assert first_days("jewish/yom-hazikaron", day.year) == [date.fromordinal(day.toordinal() - 1)]


@pytest.mark.parametrize("day", [date(2024, 5, 6), date(2025, 4, 24), date(1990, 4, 22), date(1993, 4, 18)])
def test_20_yom_hashoah_moves_from_friday_and_since_1997_from_sunday(day: date) -> None:
    assert first_days("jewish/yom-hashoah", day.year) == [day]


def test_20_modern_days_have_a_first_year() -> None:
    assert first_days("jewish/yom-haatzmaut", 1948) == []
    assert first_days("jewish/yom-haatzmaut", 1949) == [date(1949, 5, 4)]
    assert first_days("jewish/yom-yerushalayim", 1967) == []
    assert first_days("jewish/yom-yerushalayim", 1968) == [date(1968, 5, 26)]
