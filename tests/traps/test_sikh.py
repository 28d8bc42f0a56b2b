"""The year that exposes each trap of the Sikh days; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date

import pytest

import interfaith_cal as ic
from tests.conftest import first_days


def test_36_vaisakhi_2025_of_the_sgpc_belongs_to_the_day_before_the_transit() -> None:
    assert first_days("sikh/vaisakhi", 2025, "sgpc-jantri") == [date(2025, 4, 13)]
    assert first_days("sikh/vaisakhi", 2025) == [date(2025, 4, 14)]


def test_36_bandi_chhor_2025_of_the_sgpc_is_the_later_evening() -> None:
    assert first_days("sikh/bandi-chhor", 2025, "sgpc-jantri") == [date(2025, 10, 21)]
    assert first_days("sikh/bandi-chhor", 2025) == [date(2025, 10, 20)]


@pytest.mark.parametrize(("year", "times"), [(2022, 2), (2023, 0), (2024, 1), (2025, 2), (2026, 0)])
def test_36_guru_gobind_singh_by_tithi_comes_twice_once_or_not_at_all(year: int, times: int) -> None:
    assert len(first_days("sikh/guru-gobind-singh-birth", year, "sgpc-jantri")) == times


@pytest.mark.parametrize("year", [1990, 2022, 2023, 2024, 2025, 2026, 2060])
def test_36_guru_gobind_singh_of_2003_is_always_5_january(year: int) -> None:
    assert first_days("sikh/guru-gobind-singh-birth", year) == [date(year, 1, 5)]


def test_36_guru_nanak_2029_is_the_day_of_delhi_and_by_the_jantri_that_of_amritsar() -> None:
    assert first_days("sikh/guru-nanak-birth", 2029) == [date(2029, 11, 21)]
    assert first_days("sikh/guru-nanak-birth", 2029, "sgpc-jantri") == [date(2029, 11, 20)]


@pytest.mark.parametrize("year", [1999, 2021, 2027, 2060])
def test_miri_piri_of_2003_is_6_sawan_and_never_in_june(year: int) -> None:
    assert first_days("sikh/miri-piri", year) == [date(year, 7, 21)]


def test_miri_piri_of_the_sgpc_is_by_the_moon() -> None:
    assert first_days("sikh/miri-piri", 2025, "sgpc-jantri") == [date(2025, 7, 5)]


# The days of the calendar of 2003 as two public lists print them (month and day are the same in every year).
FIXED = {
    "sikh-new-year": (3, 14), "guru-har-rai-birth": (1, 31), "guru-gobind-singh-birth": (1, 5), "maghi": (1, 13),
    "vaisakhi": (4, 14), "guru-angad-birth": (4, 18), "guru-tegh-bahadur-birth": (4, 18), "guru-arjan-birth": (5, 2),
    "guru-amar-das-birth": (5, 23), "guru-arjan-martyrdom": (6, 16), "guru-hargobind-birth": (7, 5),
    "miri-piri": (7, 21), "guru-harkrishan-birth": (7, 23), "guru-granth-sahib-completion": (8, 30),
    "guru-granth-sahib-parkash": (9, 1), "guru-ram-das-birth": (10, 9), "guru-granth-sahib-gurgaddi": (10, 20),
    "guru-tegh-bahadur-martyrdom": (11, 24), "elder-sahibzade-martyrdom": (12, 21),
    "younger-sahibzade-martyrdom": (12, 26),
}  # fmt: skip


@pytest.mark.parametrize("slug", FIXED)
def test_every_day_of_the_calendar_of_2003_is_the_printed_one(slug: str) -> None:
    assert first_days(f"sikh/{slug}", 2027) == [date(2027, *FIXED[slug])]


def test_only_the_days_by_the_moon_are_not_among_them() -> None:
    days = {festival.slug for festival in ic.communities(["sikh"])[0].festivals}
    assert days - FIXED.keys() == {"guru-nanak-birth", "hola-mohalla", "bandi-chhor", "dussehra"}


def test_guru_nanaks_birth_by_the_mool_calendar_is_1_vaisakh() -> None:
    assert first_days("sikh/guru-nanak-birth", 2022, "mool-nanakshahi") == [date(2022, 4, 14)]
