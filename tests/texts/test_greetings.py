"""Greetings in several languages, and words that belong to one usage."""

from __future__ import annotations

import json

import interfaith_cal as ic
from interfaith_cal.export import table
from interfaith_cal.export.print.booklet import booklet
from interfaith_cal.words.languages import languages
from tests.print.conftest import issue

NATIVITY = ic.festival("orthodox/nativity")


def nativities() -> dict[str, ic.Observance]:
    return {o.usage: o for o in ic.observances(2027, communities=["orthodox"]) if o.festival == NATIVITY}


def test_a_festival_of_several_languages_names_them_in_one_line() -> None:
    said = NATIVITY.greeting("en")
    assert said.startswith("Greek: Christós yennáte! / Doxásate! (Χριστός γεννάται! / Δοξάσατε!) – Christ is born!")
    assert " · Romanian: Hristos Se naște! / Slăviți-L! – " in said


def test_an_old_calendar_speaks_of_its_own_day_and_in_its_own_languages() -> None:
    old, new = nativities()["old-calendar"], nativities()["new-calendar"]
    assert "7. Januar" in old.explanation()
    assert "7. Januar" not in new.explanation()
    assert {said.lang for said in old.greetings()} == {"sr", "ru", "uk", "ka"}
    assert new.greeting("de") == NATIVITY.greeting("de")
    assert old.school_note() != new.school_note()


def test_no_feast_of_the_old_calendar_is_greeted_in_greek_alone() -> None:
    for lang in languages():
        for o in ic.observances(2027, communities=["orthodox"]):
            if o.usage == "old-calendar":
                assert {said.lang for said in o.greetings(lang)} != {"el"}, o.id


def test_greetings_are_a_list_in_json() -> None:
    (row,) = json.loads(table.to_json([nativities()["old-calendar"]], "de", ("id", "greetings")))
    assert row["greetings"][0]["answer_script"] == "Ваистину се роди!"


def test_the_booklet_says_again_what_is_said_otherwise() -> None:
    entries = [
        entry
        for month in booklet(issue(2027))["months"]
        for day in month["days"]
        for entry in day["entries"]
        if entry["id"] == NATIVITY.id
    ]
    assert [greeting["language"] for greeting in entries[0]["greetings"]][:2] == ["serbisch", "russisch"]
    assert entries[1]["text"] == NATIVITY.explanation()
