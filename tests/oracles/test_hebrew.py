"""Every Jewish festival of every year from 1900 to 2100, against @hebcal/core and pyluach."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from pyluach.dates import HebrewDate

import interfaith_cal as ic

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
HERE = Path(__file__).parent
FETCH = "sh tests/oracles/fetch.sh"

# Festival -> the names that hebcal gives its first and its last day.
HEBCAL = {
    "rosh-hashanah": ("Rosh Hashana", "Rosh Hashana II"),
    "fast-of-gedaliah": ("Tzom Gedaliah",),
    "yom-kippur": ("Yom Kippur",),
    "sukkot": ("Sukkot I", "Sukkot VII (Hoshana Raba)"),
    "hoshana-rabbah": ("Sukkot VII (Hoshana Raba)",),
    "shemini-atzeret": ("Shmini Atzeret",),
    "simchat-torah": ("Simchat Torah",),
    # The first day is the one after its first candle; hebcal names the day by the candle of its evening.
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

# Festival -> the name that pyluach gives each of its days; it knows neither Hoshana Rabbah nor the modern days.
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

# Festival -> the first days that only hebcal has, why, and the days that we have instead.
HEBCAL_OTHERWISE = {
    "yom-hashoah": (
        "hebcal moves the day from Sunday to Monday in all years; the rule dates from 5757 (1997)",
        {},
    ),
}


@cache
def hebcal() -> Mapping[str, list[date]]:
    """The days of each of hebcal's names, in order."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / ".fetched").is_file():
        pytest.fail(f"hebcal is missing; install it with: {FETCH}")
    asked = [node, str(HERE / "hebcal.mjs"), str(FIRST.year), str(LAST.year)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    days: dict[str, list[date]] = defaultdict(list)
    for day, name in json.loads(done.stdout):
        # "Rosh Hashana 5784" is the one name that carries the year.
        days["Rosh Hashana" if name.startswith("Rosh Hashana 5") else name].append(date.fromisoformat(day))
    return days


@cache
def pyluach() -> Mapping[str, list[date]]:
    """The days of each of pyluach's names, in order."""
    days: dict[str, list[date]] = defaultdict(list)
    own = HebrewDate.from_pydate(FIRST)
    for offset in range((LAST - FIRST).days + 1):
        name = (own + offset).holiday(israel=False)
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


def days_of(spans: Iterable[tuple[date, date]]) -> list[date]:
    """Each day of the spans that lies in the years compared."""
    every = [first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)]
    return [day for day in every if FIRST <= day <= LAST]


def test_every_festival_is_compared_with_hebcal() -> None:
    assert set(HEBCAL) == {festival.slug for festival in ic.communities()[0].festivals}


@pytest.mark.parametrize("festival", HEBCAL)
def test_hebcal_has_the_same_days_in_every_year(festival: str) -> None:
    names = HEBCAL[festival]
    own = [span for span in ours()[festival] if FIRST <= span[0] <= LAST]
    firsts = [first for first, _ in own]
    assert {first: None for first in firsts} == {first: None for first in hebcal()[names[0]]}
    if len(names) == 2:
        assert [last for _, last in ours()[festival] if last <= LAST] == hebcal()[names[1]]
    else:
        assert all(first == last for first, last in own)


@pytest.mark.parametrize("festival", PYLUACH)
def test_pyluach_has_the_same_days_in_every_year(festival: str) -> None:
    assert days_of(ours()[festival]) == pyluach()[PYLUACH[festival]]
