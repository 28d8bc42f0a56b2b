"""The year that exposes each trap of the Hindu festivals; the numbers are those of the list of traps."""

from __future__ import annotations

from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal.model import Rule
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning.lunation import new_moon
from interfaith_cal.reckoning.reference_places import DELHI
from interfaith_cal.religions.hindu import HINDU
from interfaith_cal.rules.panchang import APARAHNA, COLOMBO, GHATI, PRADOSHA, UDAYA
from interfaith_cal.rules.sankranti import BEFORE_SUNSET, MAKARA, sankranti
from interfaith_cal.rules.skybound import computed_at
from interfaith_cal.rules.tithi import ASHVINA, BRIGHT, KARTIKA, MAGHA, MARGASHIRSHA, PAUSHA, PHALGUNA, VAISHAKHA, tithi
from interfaith_cal.sky import utc_of
from tests.conftest import first_days

SHAKA = 78


def rule(slug: str, usage: str = "") -> Rule:
    return dict(HINDU.festival(slug).ways)[usage]


def test_28_ugadi_2008_is_6_april_in_ujjain_and_7_april_in_delhi() -> None:
    assert first_days("hindu/ugadi", 2008) == [date(2008, 4, 6)]
    assert computed_at(rule("ugadi"), DELHI).day(2008 - SHAKA) == date(2008, 4, 7)


def test_28_ugadi_2029_comes_after_the_extra_chaitra() -> None:
    assert first_days("hindu/ugadi", 2029) == [date(2029, 4, 14)]


@pytest.mark.parametrize(
    ("year", "one", "other", "opening"),
    [(1963, KARTIKA, MARGASHIRSHA, date(1963, 11, 16)), (1982, PAUSHA, MAGHA, date(1983, 1, 14))],
)
def test_28_a_lost_month_bears_both_names(year: int, one: int, other: int, opening: date) -> None:
    lunation = panchang.lunation_of(year, one)
    assert panchang.lunation_of(year, other) == lunation
    assert utc_of(new_moon(lunation)).date() == opening


def test_28_festivals_of_both_months_are_kept_in_a_lost_month() -> None:
    assert first_days("sikh/guru-nanak-birth", 1963) == [date(1963, 11, 30)]
    assert first_days("sikh/guru-tegh-bahadur-martyrdom", 1963, "sgpc-jantri") == [date(1963, 11, 21)]
    assert first_days("hindu/vasant-panchami", 1983) == [date(1983, 1, 19)]
    assert first_days("hindu/holi", 1983) == [date(1983, 3, 29)]


def test_29_navaratri_2004_needs_one_muhurta_of_pratipada() -> None:
    assert first_days("hindu/navaratri", 2004) == [date(2004, 10, 14)]
    at_sunrise = tithi(ASHVINA, BRIGHT, 1, at=UDAYA)
    assert at_sunrise.day(2004 - SHAKA) == date(2004, 10, 15)


@pytest.mark.parametrize(
    ("holika", "at_dusk"),
    [
        (date(2016, 3, 23), date(2016, 3, 22)),
        (date(2023, 3, 7), date(2023, 3, 6)),
        (date(2026, 3, 3), date(2026, 3, 2)),
    ],
)
def test_29_holika_waits_a_day_when_purnima_lasts_three_and_a_half_yamas(holika: date, at_dusk: date) -> None:
    assert first_days("hindu/holika-dahan", holika.year) == [holika]
    assert tithi(PHALGUNA, BRIGHT, 15, at=PRADOSHA).day(holika.year - 1 - SHAKA) == at_dusk


@pytest.mark.parametrize(
    ("starred", "first"),
    [
        (date(2003, 10, 5), date(2003, 10, 4)),
        (date(2019, 10, 8), date(2019, 10, 7)),
        (date(2022, 10, 5), date(2022, 10, 4)),
    ],
)
def test_29_shravana_decides_dussehra(starred: date, first: date) -> None:
    assert first_days("hindu/dussehra", starred.year) == [starred]
    assert first_days("hindu/dussehra", starred.year, "aparahna-first") == [first]


def test_29_dussehra_2018_needs_one_ghati_of_aparahna() -> None:
    assert first_days("hindu/dussehra", 2018) == [date(2018, 10, 19)]
    assert tithi(ASHVINA, BRIGHT, 10, at=APARAHNA, least=GHATI).day(2018 - SHAKA) == date(2018, 10, 19)
    assert tithi(ASHVINA, BRIGHT, 10, at=APARAHNA).day(2018 - SHAKA) == date(2018, 10, 18)


def test_30_diwali_2024_is_31_october_and_by_the_later_evening_1_november() -> None:
    assert first_days("hindu/diwali", 2024) == [date(2024, 10, 31)]
    assert first_days("hindu/diwali", 2024, "later-evening") == [date(2024, 11, 1)]


def test_30_diwali_2025_is_20_october_by_either_way() -> None:
    assert first_days("hindu/diwali", 2025) == [date(2025, 10, 20)]
    assert first_days("hindu/diwali", 2025, "later-evening") == [date(2025, 10, 20)]


def test_30_diwali_1982_is_the_evening_with_the_larger_share_not_the_first() -> None:
    first, later = panchang.candidates(panchang.tithi(1982, ASHVINA, 30), PRADOSHA, DELHI)[:2]
    assert 0 < first.share < later.share
    assert first_days("hindu/diwali", 1982) == [later.day] == [date(1982, 11, 15)]


@pytest.mark.parametrize("year", [2016, 2017, 2018, 2027])
def test_30_tamil_deepavali_is_the_day_before_diwali(year: int) -> None:
    (tamil,), (diwali,) = first_days("hindu/tamil-deepavali", year), first_days("hindu/diwali", year)
    assert (diwali - tamil).days == 1


def test_30_janmashtami_of_vaishnavas_and_smartas_agrees_in_nine_of_35_years() -> None:
    vaishnava, smarta = rule("janmashtami"), rule("janmashtami", "smarta")
    years = range(2001 - SHAKA, 2036 - SHAKA)
    assert sum(vaishnava.day(year) == smarta.day(year) for year in years) == 9


@pytest.mark.parametrize("year", [2021, 2023, 2026])
def test_31_holi_on_the_full_moon_day_is_a_day_earlier(year: int) -> None:
    (holi,), (full_moon,) = first_days("hindu/holi", year), first_days("hindu/holi", year, "full-moon-day")
    assert (holi - full_moon).days == 1


def test_31_pongal_2026_is_15_january_and_by_thirukanita_the_14th() -> None:
    assert first_days("hindu/pongal", 2026) == [date(2026, 1, 15)]
    assert first_days("hindu/pongal", 2026, "thirukanita") == [date(2026, 1, 14)]


def test_31_shivaratri_2010_is_12_february_and_in_sri_lanka_13_march() -> None:
    assert first_days("hindu/maha-shivaratri", 2010) == [date(2010, 2, 12)]
    assert first_days("hindu/maha-shivaratri", 2010, "sri-lanka") == [date(2010, 3, 13)]


def test_31_thaipusam_2025_is_the_second_pushya_of_thai() -> None:
    assert first_days("hindu/thaipusam", 2025) == [date(2025, 2, 11)]


def test_32_vaikunta_ekadashi_falls_in_no_day_of_2024_and_twice_in_2025() -> None:
    assert first_days("hindu/vaikunta-ekadashi", 2024) == []
    assert first_days("hindu/vaikunta-ekadashi", 2025) == [date(2025, 1, 10), date(2025, 12, 30)]


def test_32_its_own_years_tell_the_two_days_apart() -> None:
    found = ic.observances(2025, festivals=["hindu/vaikunta-ekadashi"])
    assert [o.id for o in found] == ["hindu/vaikunta-ekadashi/1946", "hindu/vaikunta-ekadashi/1947"]


def test_narasimha_2012_is_the_day_of_its_sunrise_not_of_its_dusk() -> None:
    assert first_days("hindu/narasimha-chaturdashi", 2012) == [date(2012, 5, 5)]
    assert tithi(VAISHAKHA, BRIGHT, 14, at=PRADOSHA).day(2012 - SHAKA) == date(2012, 5, 4)


def test_gaura_purnima_2024_in_germany_is_the_first_of_two_sunrises() -> None:
    assert first_days("hindu/gaura-purnima", 2024, "germany") == [date(2024, 3, 24)]
    assert first_days("hindu/gaura-purnima", 2024) == [date(2024, 3, 25)]


def test_pongal_2007_by_the_thirukanita_is_reckoned_at_chennai() -> None:
    assert first_days("hindu/pongal", 2007, "thirukanita") == [date(2007, 1, 15)]
    assert sankranti(MAKARA, BEFORE_SUNSET, place=COLOMBO).day(2006 - SHAKA) == date(2007, 1, 14)


def test_galungan_comes_twice_in_2025_and_once_in_2026() -> None:
    assert first_days("hindu/galungan", 2025) == [date(2025, 4, 23), date(2025, 11, 19)]
    assert first_days("hindu/galungan", 2026) == [date(2026, 6, 17)]
    assert first_days("hindu/kuningan", 2008)[-1] == date(2008, 8, 30)
    assert first_days("hindu/kuningan", 2009)[0] == date(2009, 3, 28)
