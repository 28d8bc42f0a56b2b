"""The year that exposes each trap of the Sikh days; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date

import pytest

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
