"""The Sikh calendars: the fixed one of 2003 and the SGPC's Jantri."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.model import Certainty
from interfaith_cal.reckoning.nanakshahi import CALENDAR, month_length
from interfaith_cal.religions.sikh import SIKH
from interfaith_cal.rules.nanakshahi import CHET, PHAGUN, POH, VAISAKH, jantri, nanakshahi
from tests.conftest import first_days

DAYS = st.dates(date(1469, 3, 14), date(9998, 12, 31))


@given(day=DAYS)
def test_every_day_has_a_date_that_leads_back_to_it(day: date) -> None:
    assert CALENDAR.to_date(*CALENDAR.from_date(day)) == day


@given(day=DAYS)
def test_the_next_day_is_the_next_date(day: date) -> None:
    today, tomorrow = CALENDAR.from_date(day), CALENDAR.from_date(day + timedelta(1))
    if tomorrow.day == 1:
        assert today.day == month_length(today.year, today.month)
    else:
        assert tomorrow == (today.year, today.month, today.day + 1)


@given(year=st.integers(1, 8000))
def test_months_open_on_the_same_civil_days_in_every_year(year: int) -> None:
    assert (CALENDAR.to_date(year, CHET, 1).month, CALENDAR.to_date(year, CHET, 1).day) == (3, 14)
    assert (CALENDAR.to_date(year, POH, 23).month, CALENDAR.to_date(year, POH, 23).day) == (1, 5)


def test_the_leap_day_ends_phagun() -> None:
    assert CALENDAR.to_date(559, PHAGUN, 31) == date(2028, 3, 13)
    # 1900 was no leap year.
    for year, day in ((558, 31), (559, 32), (431, 31)):
        with pytest.raises(ValueError, match=f"no day {day} in month 12 of the Nanakshahi year {year}"):
            CALENDAR.to_date(year, PHAGUN, day)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (1, 0), (1, 32), (6, 31)])
def test_a_day_that_does_not_exist_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="Nanakshahi year 559"):
        CALENDAR.to_date(559, month, day)


# The civil days of the rule book, and the names that the calendar gives them.
@pytest.mark.parametrize(
    ("slug", "month", "day"),
    [
        ("vaisakhi", 4, 14),
        ("guru-gobind-singh-birth", 1, 5),
        ("guru-arjan-martyrdom", 6, 16),
        ("guru-tegh-bahadur-martyrdom", 11, 24),
        ("guru-granth-sahib-parkash", 9, 1),
        ("guru-granth-sahib-gurgaddi", 10, 20),
        ("guru-granth-sahib-completion", 8, 30),
        ("sikh-new-year", 3, 14),
        ("maghi", 1, 13),
        ("guru-har-rai-birth", 1, 31),
        ("guru-ram-das-birth", 10, 9),
        ("guru-arjan-birth", 5, 2),
        ("guru-angad-birth", 4, 18),
        ("guru-amar-das-birth", 5, 23),
        ("guru-hargobind-birth", 7, 5),
        ("guru-harkrishan-birth", 7, 23),
        ("guru-tegh-bahadur-birth", 4, 18),
        ("miri-piri", 7, 21),
        ("elder-sahibzade-martyrdom", 12, 21),
        ("younger-sahibzade-martyrdom", 12, 26),
    ],
)
def test_the_fixed_days_of_2003(slug: str, month: int, day: int) -> None:
    for year in (2000, 2027, 2028, 2100):
        (observance,) = ic.observances(year, festivals=[f"sikh/{slug}"])
        assert observance.first_day == date(year, month, day)
        assert observance.certainty is Certainty.FIXED


def test_a_fixed_day_is_named_in_its_calendar() -> None:
    (vaisakhi,) = ic.observances(2027, festivals=["sikh/vaisakhi"])
    assert vaisakhi.native_date == "1 Vaisakh 559"
    assert vaisakhi.id == "sikh/vaisakhi/559"


def test_a_lunar_day_is_named_by_the_months_that_sikhs_use() -> None:
    (hola,) = ic.observances(2027, festivals=["sikh/hola-mohalla"])
    assert hola.native_date == "Chet vadi 1, Bikrami 2083"
    assert hola.certainty is Certainty.COMPUTED


@given(year=st.integers(433, 630))
def test_months_of_the_jantri_open_about_the_middle_of_the_civil_month(year: int) -> None:
    chet, vaisakh = jantri(CHET, 1).day(year), jantri(VAISAKH, 1).day(year)
    assert chet is not None
    assert vaisakh is not None
    assert date(year + 1468, 3, 12) <= chet <= date(year + 1468, 3, 15)
    assert 29 <= (vaisakh - chet).days <= 31
    calendar = jantri(CHET, 1).calendar
    assert calendar is not None
    assert calendar.to_date(*calendar.from_date(chet)) == chet


def test_both_calendars_count_the_same_years() -> None:
    for festival in SIKH.festivals:
        if len(festival.ways) == 2 and festival.slug != "guru-gobind-singh-birth":
            found = [
                ic.observances(date(2027, 3, 14), date(2028, 3, 13), festivals=[festival.id], usages=usages)
                for usages in (None, {"sikh": ["sgpc-jantri"]})
            ]
            assert {o.own_year for each in found for o in each} <= {"558", "559", "560"}
    assert nanakshahi(VAISAKH, 1).day(559) == date(2027, 4, 14)
    assert jantri(VAISAKH, 1).day(559) == date(2027, 4, 14)


def test_the_sikh_dussehra_is_the_first_afternoon_without_the_star() -> None:
    assert first_days("sikh/dussehra", 2019) == [date(2019, 10, 7)]
    assert first_days("hindu/dussehra", 2019) == [date(2019, 10, 8)]
