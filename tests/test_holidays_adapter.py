"""Festivals as a calendar of the package `holidays`: the days are those of the library, filled in year by year."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import holidays
import pytest

import interfaith_cal as ic
from interfaith_cal.holidays_adapter import FestivalDays

ANY: Any = FestivalDays


@pytest.mark.parametrize("communities", [["jewish"], ["christian", "islamic"], None])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_it_has_the_days_of_the_library_and_their_names(communities: list[Any] | None, lang: str) -> None:
    calendar = FestivalDays(communities=communities, rank="major", lang=lang)
    kept = ic.by_day(2027, communities=communities, rank="major")
    for number in range(365):
        day = date(2027, 1, 1) + timedelta(number)
        assert (day in calendar) == (day in kept)
        assert set(calendar.get_list(day)) == {o.name(lang) for o in kept.get(day, ())}


def test_years_are_filled_in_when_they_are_asked_for() -> None:
    calendar = FestivalDays(communities="jewish", lang="en")
    assert (len(calendar), calendar.years) == (0, set())
    assert calendar.get("2027-04-22") == "Passover (Pesach)"
    assert calendar.years == {2027}
    assert calendar.get(date(2028, 4, 11)) == "Passover (Pesach)"
    assert calendar.years == {2027, 2028}
    fixed = FestivalDays(2027, communities="jewish", expand=False)
    assert date(2028, 4, 11) not in fixed
    assert fixed.years == {2027}


def test_it_is_added_and_kept_as_other_calendars_are() -> None:
    calendar = FestivalDays([2027], communities="jewish", lang="en")
    assert calendar.get_named("Purim (Feast of Lots)") == [date(2027, 3, 23)]
    both = calendar + holidays.country_holidays("DE", subdiv="NW", language="de")
    assert both.get("2028-01-01") == "Hanukkah (Festival of Lights); Neujahr"
    kept = pickle.loads(pickle.dumps(calendar))
    assert kept.get("2029-03-31") == "Passover (Pesach)"


def test_usages_kinds_and_the_eve() -> None:
    old = FestivalDays(communities="orthodox", usages={"orthodox": ["old-calendar"]}, lang="en")
    assert "Nativity of Christ (Christmas)" in old.get_list("2028-01-07")
    fasts = FestivalDays(communities="jewish", kind="fast", lang="en")
    assert date(2027, 4, 22) not in fasts
    assert "2027-04-21" not in FestivalDays(communities="jewish", kind="feast")


@pytest.mark.parametrize("wrong, sentence", [
    ({"communities": "jewsh"}, "did you mean 'jewish'?"),
    ({"rank": "mayor"}, "there is no rank 'mayor'"),
    ({"kind": "feasts"}, "there is no kind 'feasts'"),
    ({"rank": 3}, "the rank is 3; give a text"),
    ({"lang": "xx"}, "there is no language 'xx'"),
    ({"lang": None}, "the language is None"),
    ({"years": "2027"}, r"the years are '2027'; give numbers: \[2027, 2028\]."),
    ({"years": [True]}, "give numbers"),
    ({"years": 2150, "communities": "islamic"}, "the year 2150 is out of range"),
    ({"years": 2027, "usages": {"orthodox": ["new"]}}, "there is no orthodox usage 'new'"),
])  # fmt: skip
def test_what_is_wrong_is_said(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ic.InterfaithCalError, match=sentence):
        ANY(**wrong)


def test_a_year_without_an_answer_is_no_day_without_festivals() -> None:
    with pytest.raises(ic.YearRangeError):
        FestivalDays(communities="islamic").get("2150-01-01")


def test_without_the_package_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['holidays'] = None\n"
        "import interfaith_cal as ic\n"
        "try: import interfaith_cal.holidays_adapter\n"
        "except ic.InterfaithCalError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    said = "the adapter needs the package 'holidays'; install it with: pip install 'interfaith-cal[holidays]'.\n"
    assert done.stdout == said
