"""Every entry of every work shows its name and community, native names stand once, the greeting sheet says when."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import interfaith_cal as ic
from interfaith_cal.export.print.booklet import booklet
from interfaith_cal.export.print.content import short_name
from interfaith_cal.export.print.greetings import greetings
from interfaith_cal.religions import community
from tests.print.conftest import issue, printed, text_of


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_entry_of_the_booklet_shows_its_name_and_community(lang: str) -> None:
    """The second date of a feast is an entry like the first; the one that says only where to look was once nameless."""
    months = booklet(issue(2027, lang))["months"]
    entries = [entry for month in months for day in month["days"] for entry in day["entries"]]
    text = text_of(printed("booklet", 2027, lang))
    for name, times in Counter(entry["name"] for entry in entries).items():
        assert text.count(name) >= times, name
    for entry in (entry for entry in entries if "see" in entry):
        code = community(entry["keeper"]).code(lang)
        said = rf"{code} {re.escape(entry['name'])}.{{0,400}}?{re.escape(entry['see'])}"
        assert re.search(said, text), entry["id"]


@pytest.mark.parametrize("work", ["poster", "greetings", "table"])
def test_every_main_day_is_named_in_every_work(work: str) -> None:
    text = text_of(printed(work)).replace("\u00a0", "").replace(" ", "")
    for o in issue(2027).observances:
        if o.rank is ic.Rank.MAJOR and o.first_day.year == 2027:
            names = (short_name(o, "de"), o.name("de"))
            assert any(name.replace(" ", "") in text for name in names), o.id


def test_native_names_stand_once_and_repeat_no_name() -> None:
    for month in booklet(issue(2027))["months"]:
        for entry in (entry for day in month["days"] for entry in day["entries"]):
            natives = [native["text"] for native in entry["native"]]
            assert len(natives) == len(set(natives)), entry["id"]
            assert not [native for native in natives if native in entry["name"]], entry["id"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_greeting_sheet_dates_the_days_without_congratulation_and_explains_its_signs(lang: str) -> None:
    content = greetings(issue(2027, lang))
    without = {sheet["id"]: [feast["name"] for feast in sheet["without"]] for sheet in content["sheets"]}
    assert without["jewish"] == [
        short_name(o, lang) for o in issue(2027, lang).observances if o.festival.id == "jewish/tisha-bav"
    ]
    feasts = [f for sheet in content["sheets"] for g in sheet["greetings"] for f in g["feasts"]]
    used = {sign for feast in feasts for sign in feast["days"] if sign in "◗*"}
    assert used == {note[0] for note in content["legend"]} == {"◗", "*"}
    assert content["words"]["without"] in text_of(printed("greetings", 2027, lang))
