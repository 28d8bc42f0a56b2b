"""The front door: what a developer guesses right the first time, and what is said of a wrong guess."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import interfaith_cal as ic


def test_a_year_is_sorted_and_whole() -> None:
    found = ic.observances(2027)
    assert all(isinstance(o, ic.Observance) for o in found)
    assert [o.first_day for o in found] == sorted(o.first_day for o in found)
    assert {o.community.id for o in found} == {c.id for c in ic.communities()}


def test_an_observance_says_all_that_the_contract_names() -> None:
    (pesach,) = ic.observances(2027, festivals=["jewish/pesach"])
    assert pesach.id == "jewish/pesach/5787"
    assert pesach.festival == ic.festival("jewish/pesach")
    assert pesach.community.id == "jewish"
    assert (pesach.first_day, pesach.last_day) == (date(2027, 4, 22), date(2027, 4, 29))
    assert (pesach.begins, pesach.kind, pesach.rank) == (ic.Begins.SUNSET_BEFORE, ic.Kind.FEAST, ic.Rank.MAJOR)
    assert (pesach.usage, pesach.native_date, pesach.certainty) == ("", "15 Nisan 5787", ic.Certainty.FIXED)
    assert pesach.certainty_note == ""
    assert pesach.source


@pytest.mark.parametrize(
    ("festival", "year", "native"),
    [
        ("jewish/purim", 2027, "14 Adar II 5787"),
        ("jewish/purim", 2026, "14 Adar 5786"),
        ("jewish/purim-katan", 2027, "14 Adar I 5787"),
        ("coptic/nativity", 2027, "29 Kiahk 1743"),
        ("coptic/easter", 2027, "24 Paremoude 1743"),
        ("catholic/easter-sunday", 2027, ""),
        ("orthodox/pascha", 2027, ""),
    ],
)
def test_each_carries_its_date_in_its_own_calendar(festival: str, year: int, native: str) -> None:
    (observance,) = ic.observances(year, festivals=[festival])
    assert observance.native_date == native


def test_an_id_depends_on_nothing_but_the_observance() -> None:
    alone = ic.observances(2027, festivals=["orthodox/nativity"], usages={"orthodox": ["old-calendar"]})
    among_all = [o for o in ic.observances(2027) if o.festival.id == "orthodox/nativity"]
    assert {o.id for o in alone} == {"orthodox/nativity/2026/old-calendar"}
    assert [o.id for o in among_all] == ["orthodox/nativity/2026/old-calendar", "orthodox/nativity/2027"]


def test_a_usage_that_a_festival_does_not_name_leaves_it_at_its_basis_or_default() -> None:
    romanian = ic.observances(2027, communities=["orthodox"], usages={"orthodox": ["romanian"]})
    kept = {o.festival.slug: o.usage for o in romanian}
    assert (kept["saint-george"], kept["nativity"], kept["pascha"]) == ("romanian", "new-calendar", "")
    austrian = ic.observances(2024, communities=["catholic"], usages={"catholic": ["austria"]})
    assert {o.usage for o in austrian if o.festival.slug != "immaculate-conception"} == {""}


def test_filters() -> None:
    span = ic.observances(date(2026, 8, 1), date(2027, 7, 31), communities=["jewish", "christian"], rank="major")
    assert {o.rank for o in span} == {ic.Rank.MAJOR}
    assert len({o.community.id for o in span}) == 8
    assert {o.kind for o in ic.observances(2027, kind="fast")} == {ic.Kind.FAST}


def test_a_festival_without_a_source_of_its_own_has_that_of_its_community() -> None:
    (orthodox,) = ic.communities(["orthodox"])
    assert ic.festival("orthodox/nativity").source == orthodox.source
    assert ic.festival("orthodox/saint-mark").source == "Antiochian Orthodox Archdiocese, 2018-2026"


def test_festivals_alone_ask_only_those_who_keep_them() -> None:
    """The Muslims' years end long before 2300, the Jewish ones do not."""
    assert [o.id for o in ic.observances(2300, festivals=["jewish/pesach"])] == ["jewish/pesach/6060"]
    assert ic.observances(2027, communities=["orthodox"], festivals=["jewish/pesach"]) == []


def test_a_day_includes_eves_and_marks_them() -> None:
    seder = {o.id: o.eve for o in ic.on(date(2027, 4, 21))}
    assert seder["jewish/pesach/5787"] is True
    assert {o.id: o.eve for o in ic.on(date(2027, 4, 24))}["jewish/pesach/5787"] is False
    assert [o.eve for o in ic.on(date(2027, 4, 21))] == sorted(o.eve for o in ic.on(date(2027, 4, 21)))


def test_upcoming_comes_after_the_day_and_in_order() -> None:
    found = ic.upcoming("jewish/hanukkah", after=date(2024, 12, 26), count=3)
    assert [o.first_day for o in found] == [date(2025, 12, 15), date(2026, 12, 5), date(2027, 12, 25)]
    both = ic.upcoming("orthodox/nativity", after=date(2027, 1, 1), count=3)
    assert [o.first_day for o in both] == [date(2027, 1, 7), date(2027, 12, 25), date(2028, 1, 7)]


def test_upcoming_skips_years_without_the_festival() -> None:
    found = ic.upcoming("jewish/purim-katan", after=date(2027, 3, 1), count=2)
    assert [o.first_day.year for o in found] == [2030, 2033]


def test_names_in_both_languages() -> None:
    pesach = ic.festival("jewish/pesach")
    assert pesach.name() == pesach.name("de")
    assert pesach.name("de") != pesach.name("en")
    assert pesach.explanation("en")
    assert "פסח" in pesach.greeting("de")
    assert ic.communities()[0].name("de") == "Judentum"


def test_values_are_frozen_and_hashable() -> None:
    observance = ic.observances(2027)[0]
    assert hash(observance) == hash(ic.observances(2027)[0])
    with pytest.raises(AttributeError):
        observance.usage = "other"  # type: ignore[misc]


# What a type checker refuses already.
ANY: Any = ic
WRONG: list[tuple[Callable[[], object], type[Exception], str]] = [
    (lambda: ANY.observances(2027, communities=["jewisch"]), ic.UnknownNameError, "did you mean 'jewish'?"),
    (lambda: ic.festival("jewish/pessach"), ic.UnknownNameError, "did you mean 'jewish/pesach'?"),
    (lambda: ic.festival("pesach"), ic.UnknownNameError, "did you mean 'jewish/pesach'?"),
    (lambda: ic.festival("xyz/pesach"), ic.UnknownNameError, "there is no community 'xyz'"),
    (lambda: ic.observances(1500), ic.YearRangeError, "the year 1500 is out of range"),
    (lambda: ic.observances(0), ic.YearRangeError, "the year 0 is out of range"),
    (lambda: ic.observances(12000), ic.YearRangeError, "the year 12000 is out of range"),
    (lambda: ic.observances(date(2027, 5, 1)), ic.SpanError, "has no end"),
    (lambda: ic.observances(2027, date(2027, 5, 1)), ic.SpanError, "give two days, or the year alone"),
    (lambda: ic.observances(date(2027, 5, 2), date(2027, 5, 1)), ic.SpanError, "before it begins"),
    (lambda: ic.observances(date(1200, 1, 1), date(1200, 2, 1)), ic.YearRangeError, "1200"),
    (
        lambda: ANY.observances(2027, rank="mayor"),
        ic.UnknownNameError,
        "no rank 'mayor'; did you mean 'major'?",
    ),
    (lambda: ANY.observances(2027, rank="al"), ic.UnknownNameError, "did you mean 'all'?"),
    (
        lambda: ANY.observances(2027, kind="feasts"),
        ic.UnknownNameError,
        "no kind 'feasts'; did you mean 'feast'?",
    ),
    (lambda: ic.observances(2027, usages={"orthodox": ["old"]}), ic.UnknownNameError, "old-calendar"),
    (lambda: ic.upcoming("jewish/pesach", after=date(2027, 1, 1), count=0), ic.SpanError, "at least one"),
    (lambda: ic.festival("jewish/pesach").name("xx"), ic.UnknownNameError, "there is no language 'xx'"),
]


@pytest.mark.parametrize(("call", "error", "sentence"), WRONG)
def test_a_wrong_question_gets_a_sentence(call: Callable[[], object], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=r".") as caught:
        call()
    assert isinstance(caught.value, ic.InterfaithCalError)
    assert sentence in str(caught.value)


def test_a_year_has_its_first_day_and_its_last() -> None:
    ends = ic.observances(2027, festivals=["catholic/new-year", "catholic/new-years-eve"])
    assert [o.first_day for o in ends] == [date(2027, 1, 1), date(2027, 12, 31)]


def test_the_first_year_and_the_last_are_whole() -> None:
    assert ic.observances(1583, communities=["jewish", "christian"])
    assert ic.observances(9999, communities=["jewish"])
    for church in ("catholic", "protestant", "orthodox", "coptic", "armenian", "syriac"):
        # Easter ends with dateutil's; whatever begins in that year is still found.
        last, before = (ic.observances(year, communities=[church]) for year in (4099, 4098))
        assert {o.festival.id for o in last} == {o.festival.id for o in before}
        with pytest.raises(ic.YearRangeError, match=f"the community '{church}'; its rules answer for 1583 to 4099"):
            ic.observances(4100, communities=[church])


@pytest.mark.parametrize("first", ["interfaith_cal.religions", "interfaith_cal.religions.jewish"])
def test_communities_stays_a_function_whatever_is_imported_first(first: str) -> None:
    script = f"import {first}, interfaith_cal as ic; print(len(ic.communities()))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(ic.communities())


def test_jewish_and_christian_days_never_load_the_ephemeris() -> None:
    script = (
        "import sys, interfaith_cal as ic; ic.observances(2027, communities=['jewish', 'christian']);"
        "print([m for m in ('interfaith_cal.ephemeris', 'icalendar', 'hijridate') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
