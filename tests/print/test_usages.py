"""Two usages in one edition: what both keep on the same days stands once, other days bear the usage's name."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from interfaith_cal import selection
from interfaith_cal.export.print.booklet import booklet
from interfaith_cal.export.print.days import shown
from interfaith_cal.export.print.greetings import greetings
from interfaith_cal.export.print.poster import explanations, main_feasts
from interfaith_cal.export.print.yeartable import year_table
from interfaith_cal.words import texts
from tests.print.conftest import issue, printed, text_of

LANGUAGES = ("de", "en", "tr")
DIYANET, UMM_AL_QURA = (texts.usage_name(name, "de") for name in ("diyanet", "umm-al-qura"))


@pytest.mark.parametrize("year", [2026, 2027, 2033])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("edition", ["usages", "nrw"])
def test_no_day_of_a_festival_is_said_twice_in_the_same_words(edition: str, lang: str, year: int) -> None:
    made = issue(year, lang, edition)
    for told in explanations(made):
        dates = [(d["days"], d["usage"], "*" in d["marks"]) for d in told["dates"]]
        assert len(dates) == len(set(dates)), told["id"]
    feasts = [f for group in main_feasts(made) for f in group["feasts"]]
    said = [f for sheet in greetings(made)["sheets"] for g in sheet["greetings"] for f in g["feasts"]]
    for feast in (*feasts, *said):
        days = feast["days"].split(", ")
        assert len(days) == len(set(days)), feast
    for line in shown(made):
        assert len(line.keepers) == len(set(line.keepers)), line
    rows = [tuple(row.values()) for month in year_table(made)["months"] for row in month["rows"]]
    assert len(rows) == len(set(rows))


def test_days_that_both_keep_have_no_usage_and_days_of_one_have_its_name() -> None:
    told = {e["id"]: e["dates"] for e in explanations(issue(2027, "de", "usages"))}
    assert told["islamic/eid-al-fitr"] == [{"days": "9.–11.3.", "marks": "≈", "usage": ""}]
    assert [(d["days"], d["usage"]) for d in told["islamic/mahdi-birth"]] == [
        ("23.1.", UMM_AL_QURA),
        ("24.1.", DIYANET),
    ]
    (islamic,) = [group for group in main_feasts(issue(2027, "de", "usages")) if group["keeper"] == "islamic"]
    days = {feast["id"]: feast["days"].replace("\u00a0", " ") for feast in islamic["feasts"]}
    assert days["islamic/eid-al-adha"] == "16.5."
    assert days["islamic/ghadir"] == f"24.5. ({UMM_AL_QURA}), 25.5. ({DIYANET})"


def test_the_sign_of_the_old_calendar_is_enough() -> None:
    told = {e["id"]: e["dates"] for e in explanations(issue(2027))}
    nativity = [(d["days"], d["marks"], d["usage"]) for d in told["orthodox/nativity"]]
    assert nativity == [("7.1.", "◗*", ""), ("25.12.", "◗", "")]


def test_the_booklet_tells_all_days_in_the_first_entry_and_refers_to_it() -> None:
    days = [day for month in booklet(issue(2027, "de", "usages"))["months"] for day in month["days"]]
    first, second = [e for day in days for e in day["entries"] if e["id"] == "islamic/mahdi-birth"]
    assert (first["facts"][0], first["facts"][-1]) == (UMM_AL_QURA, f"{DIYANET}: 24. Januar")
    assert (second["facts"][0], second["see"]) == (DIYANET, "Erklärung und Gruß: siehe 23. Januar")
    assert f"{DIYANET}: 24. Januar" not in second["facts"]


@pytest.mark.parametrize("work", ["poster", "booklet", "greetings", "table"])
def test_every_work_names_both_usages_on_paper(work: str) -> None:
    text = text_of(printed(work, edition="usages")).replace("\u00a0", " ")
    assert DIYANET in text
    assert UMM_AL_QURA in text
    assert not re.search(r"Ramadanfest 9\.3\.[^,;]?, 9\.3\.", text)


def test_three_usages_of_the_orthodox_church_are_kept_apart() -> None:
    chosen = replace(
        issue(2027).edition, usages={"orthodox": ("romanian", "bulgarian", "old-calendar")}, communities=("orthodox",)
    )
    made = replace(issue(2027), edition=chosen, observances=selection.of_edition(chosen, 2027))
    told = {e["id"]: e["dates"] for e in explanations(made)}
    george = [(d["days"], d["usage"], "*" in d["marks"]) for d in told["orthodox/saint-george"]]
    assert george == [("23.4.", "rumänisch", False), ("6.5.", "bulgarisch", False), ("6.5.", "", True)]
