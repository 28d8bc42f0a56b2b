"""Every Jewish festival of every year from 1900 to 2100, against @hebcal/core and pyluach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache

import pytest
from pyluach.dates import HebrewDate

import interfaith_cal as ic
from tests.oracles.asking import ask

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)

# Festival -> hebcal's name of its first day, and of its last where there are several.
HEBCAL = {
    "rosh-hashanah": ("Rosh Hashana", "Rosh Hashana II"),
    "fast-of-gedaliah": ("Tzom Gedaliah",),
    "yom-kippur": ("Yom Kippur",),
    "sukkot": ("Sukkot I", "Sukkot VII (Hoshana Raba)"),
    "hoshana-rabbah": ("Sukkot VII (Hoshana Raba)",),
    "shemini-atzeret": ("Shmini Atzeret",),
    "simchat-torah": ("Simchat Torah",),
    # A day bears the name of the candles of its evening: the first day is the one after the first candle.
    "hanukkah": ("Chanukah: 2 Candles", "Chanukah: 8th Day"),
    "tenth-of-tevet": ("Asara B'Tevet",),
    "tu-bishvat": ("Tu BiShvat",),
    "fast-of-esther": ("Ta'anit Esther",),
    "purim": ("Purim",),
    "purim-katan": ("Purim Katan",),
    "shushan-purim": ("Shushan Purim",),
    "fast-of-the-firstborn": ("Ta'anit Bechorot",),
    "pesach": ("Pesach I", "Pesach VIII"),
    "yom-hashoah": ("Yom HaShoah",),
    "yom-hazikaron": ("Yom HaZikaron",),
    "yom-haatzmaut": ("Yom HaAtzma'ut",),
    "pesach-sheni": ("Pesach Sheni",),
    "lag-baomer": ("Lag BaOmer",),
    "yom-yerushalayim": ("Yom Yerushalayim",),
    "shavuot": ("Shavuot I", "Shavuot II"),
    "seventeenth-of-tammuz": ("Tzom Tammuz",),
    "tisha-bav": ("Tish'a B'Av",),
    "tu-bav": ("Tu B'Av",),
}

# Festival -> pyluach's name of each of its days. It has no fast of the firstborn and none of the modern days.
PYLUACH = {
    "rosh-hashanah": "Rosh Hashana",
    "fast-of-gedaliah": "Tzom Gedalia",
    "yom-kippur": "Yom Kippur",
    "sukkot": "Succos",
    "shemini-atzeret": "Shmini Atzeres",
    "simchat-torah": "Simchas Torah",
    "hanukkah": "Chanuka",
    "tenth-of-tevet": "10 of Teves",
    "tu-bishvat": "Tu B'shvat",
    "fast-of-esther": "Taanis Esther",
    "purim": "Purim",
    "purim-katan": "Purim Katan",
    "shushan-purim": "Shushan Purim",
    "pesach": "Pesach",
    "pesach-sheni": "Pesach Sheni",
    "lag-baomer": "Lag Ba'omer",
    "shavuot": "Shavuos",
    "seventeenth-of-tammuz": "17 of Tamuz",
    "tisha-bav": "9 of Av",
    "tu-bav": "Tu B'av",
}

# The civil years in which hebcal has another day than we, or one where we have none.
SUNDAYS_BEFORE_1997 = [1953, 1956, 1957, 1960, 1963, 1966, 1967, 1970, 1973, 1980, 1983, 1984, 1987, 1990, 1993]
HEBCAL_OTHERWISE = {
    "yom-hashoah": (SUNDAYS_BEFORE_1997, "hebcal moves the day from Sunday in all years; the rule dates from 1997"),
    "yom-hazikaron": ([1948], "hebcal lists the year of the founding too; the day was first kept in 1949"),
    "yom-haatzmaut": ([1948], "hebcal lists the year of the founding too; the day was first kept in 1949"),
    "yom-yerushalayim": ([1967], "hebcal lists the day of the event itself; it was first kept in 1968"),
}


@cache
def hebcal() -> Mapping[str, list[date]]:
    """The days of each of hebcal's names, in order."""
    days: dict[str, list[date]] = defaultdict(list)
    for day, name in ask("hebcal.mjs", FIRST.year, LAST.year):
        plain = "Rosh Hashana" if name.startswith("Rosh Hashana 5") else name.removesuffix(" (observed)")
        days[plain].append(date.fromisoformat(day))
    return days


@cache
def pyluach() -> Mapping[str, list[date]]:
    """The days of each of pyluach's names, in order."""
    days: dict[str, list[date]] = defaultdict(list)
    start = HebrewDate.from_pydate(FIRST)
    for offset in range((LAST - FIRST).days + 1):
        name = (start + offset).holiday(israel=False)
        if name:
            days[name].append(FIRST + timedelta(offset))
    return days


@cache
def ours() -> Mapping[str, list[tuple[date, date]]]:
    """The first and last days of each festival, in order."""
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for o in ic.observances(FIRST, LAST, communities=["jewish"]):
        spans[o.festival.slug].append((o.first_day, o.last_day))
    return spans


def within(days: Iterable[date]) -> list[date]:
    """The days that lie in the years compared."""
    return [day for day in days if FIRST <= day <= LAST]


def years_that_differ(our_days: list[date], their_days: list[date]) -> list[int]:
    return sorted({day.year for day in {*our_days} ^ {*their_days}})


def test_every_festival_is_compared_with_hebcal() -> None:
    (jewish,) = (community for community in ic.communities() if community.id == "jewish")
    assert set(HEBCAL) == {festival.slug for festival in jewish.festivals}


@pytest.mark.parametrize("festival", HEBCAL)
def test_hebcal_has_the_same_days_in_every_year_but_those_explained(festival: str) -> None:
    explained, _ = HEBCAL_OTHERWISE.get(festival, ([], ""))
    firsts, lasts = (within(days) for days in zip(*ours()[festival], strict=True))
    names = HEBCAL[festival]
    assert len(firsts) > 25
    assert years_that_differ(firsts, hebcal()[names[0]]) == explained
    assert years_that_differ(lasts, hebcal()[names[-1]]) == explained


@pytest.mark.parametrize("festival", PYLUACH)
def test_pyluach_has_the_same_days_in_every_year(festival: str) -> None:
    every = (first + timedelta(n) for first, last in ours()[festival] for n in range((last - first).days + 1))
    assert within(every) == pyluach()[PYLUACH[festival]]
