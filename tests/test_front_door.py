"""The front door's types and sentences: a typo fails in mypy, a wrong type in one sentence that says what to write."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, get_args

import pytest

import interfaith_cal as ic
from interfaith_cal import api
from interfaith_cal.export import table
from interfaith_cal.ground.places import country
from interfaith_cal.words import languages

ANY: Any = ic

REFUSED = {
    "ic.typo": "has no attribute",
    'ic.observances(2027, communities="jewsh")': "arg-type",
    'ic.observances(2027, communities=["jewsh"])': "list-item",
    'ic.observances(2027, rank="mayor")': "arg-type",
    'ic.observances(2027, kind="feasts")': "arg-type",
    'ic.on("2027-04-21")': "arg-type",
    'ic.upcoming(["jewish/pesach"], after=date(2027, 1, 1))': "arg-type",
    'ic.communities("cristian")': "arg-type",
    'ic.to_rows([], ["nam"])': "list-item",
}
FINE = (
    'ic.observances(2027, communities="jewish", rank=ic.Rank.MAJOR)',
    'ic.observances(2027, communities=["jewish", "christian"], kind="fast", usages={"orthodox": ["old-calendar"]})',
    'ic.communities("christian")[0].name("de")',
    "date(2027, 4, 22) in ic.by_day(2027)",
    'ic.festival("jewish/pesach").name("pl")',
    'ic.to_rows([], ["name", "first_day"], "pl")',
)


def test_a_typo_fails_in_mypy(tmp_path: Path) -> None:
    lines = ["from datetime import date", "import interfaith_cal as ic", *REFUSED, *FINE]
    path = tmp_path / "program.py"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = dict(re.findall(r"program\.py:(\d+): error: (.*)", done.stdout))
    assert sorted(map(int, found)) == list(range(3, 3 + len(REFUSED))), done.stdout
    for number, (line, code) in enumerate(REFUSED.items(), 3):
        assert code in found[str(number)], line


def test_the_types_name_what_there_is() -> None:
    assert set(get_args(get_args(api.RankName)[1])) == {*ic.Rank, "all"}
    assert set(get_args(get_args(api.KindName)[1])) == set(ic.Kind)


def test_an_editor_completes_all_that_is_shipped_and_takes_what_a_folder_of_ones_own_has() -> None:
    usages = [usage.id for community in ic.communities() for usage in community.usages]
    shipped = {
        languages.LanguageName: languages.languages_with_names(),
        api.UsageName: tuple(dict.fromkeys(usages)),
        api.LandName: country().regions,
        api.EditionName: ic.editions(),
    }
    for named, found in shipped.items():
        completed, any_other = get_args(named)
        assert (get_args(completed), any_other) == (found, str)


def test_every_parameter_that_has_a_name_from_a_set_has_its_type() -> None:
    """What an editor is to complete is no bare text; what is left are festivals, places and what people type."""
    offered = [getattr(ic, name) for name in ic.__all__]
    methods = [member for kind in offered if isinstance(kind, type) for member in vars(kind).values()]
    bare = {
        f"{function.__qualname__}({name})"
        for function in (*offered, *methods)
        if isinstance(function, FunctionType) and function.__name__ != "__init__"
        for name, said in function.__annotations__.items()
        if name != "return" and re.match(r"str\b|Iterable\[str\]", str(said))
    }
    assert bare == {
        "Community.festival(slug)",
        "Community.usage(name)",
        "Observance.begins_at(place)",
        "data_folder(path)",
        "festival(identifier)",
        "observances(festivals)",
        "search(text)",
        "to_ics(place)",
        "upcoming(festival)",
    }


def test_nothing_that_is_offered_is_a_module() -> None:
    """A room of that name would be found in its place."""
    assert [name for name in ic.__all__ if isinstance(getattr(ic, name), ModuleType)] == []


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: ANY.on("2027-04-21"), "the day is the text '2027-04-21'; give a date: date(2027, 4, 21)."),
    (lambda: ic.on(datetime(2027, 4, 21, 12)), "give its civil day, as value.date()"),
    (lambda: ANY.on(None), "the day is None; give a date"),
    (lambda: ANY.on(2027), "the day is 2027; give a date"),
    (lambda: ANY.observances("2027"), "the year is the text '2027'; give a number: 2027."),
    (lambda: ANY.observances(None), "is None; give a date"),
    (lambda: ANY.observances(2027.0), "is 2027.0; give a date"),
    (lambda: ANY.observances(True), "is True; give a date"),
    (lambda: ANY.observances(date(2027, 1, 1), "2027-02-01"), "give a date: date(2027, 2, 1)."),
    (lambda: ANY.observances(2027, communities=3), "the communities are 3; give a list of texts: ['jewish']."),
    (lambda: ANY.observances(2027, communities=[None]), "the communities is None; give a text"),
    (lambda: ANY.observances(2027, rank=3), "the rank is 3; give a text such as 'major'."),
    (lambda: ANY.observances(2027, kind=1), "the kind is 1; give a text such as 'feast'."),
    (lambda: ANY.observances(2027, usages=["old-calendar"]), "give them by community: {'orthodox'"),
    (lambda: ANY.upcoming("jewish/pesach", after="2027-01-01"), "give a date: date(2027, 1, 1)."),
    (lambda: ANY.upcoming(["jewish/pesach"], after=date(2027, 1, 1)), "give the text alone: 'jewish/pesach'."),
    (lambda: ANY.upcoming("jewish/pesach", after=date(2027, 1, 1), count="3"), "give a whole number"),
    (lambda: ANY.festival(None), "the festival is None; give a text such as 'jewish/pesach'."),
    (lambda: ANY.communities(1), "the communities are 1; give a list"),
    (lambda: ANY.by_day(None), "is None; give a date"),
    (lambda: ANY.to_ics("jewish"), "'j' is no observance"),
    (lambda: ANY.to_ics(None), "None is no observance"),
    (lambda: ANY.to_rows("jewish"), "'j' is no observance; give a list of them: to_rows("),
    (lambda: ANY.to_rows([], ["expl"]), "there is no column 'expl'; did you mean"),
    (lambda: ANY.to_rows([], 3), "the columns are 3; give a list of texts"),
    (lambda: ic.to_ics([]), "an empty feed would confuse its readers"),
    (lambda: ANY.plan(2027), "what is planned is 2027; give date(2027, 4, 21)"),
    (lambda: ic.plan("soon"), "'soon' is not a day or a span"),
    (lambda: ANY.plan(date(2027, 4, 21), land=3), "the Land is 3; give a text such as 'NW'."),
    (lambda: ANY.leave("nrw", "2026/27"), "the day"),
    (lambda: ANY.leave(None, 2026), "the Land is None"),
    (lambda: ANY.edition(3), "the edition is 3"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "sentence"), WRONG, ids=[sentence[:40] for _, sentence in WRONG])
def test_every_refusal_is_of_one_family_and_says_what_to_write(call: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ic.InterfaithCalError) as refused:
        call()
    assert sentence in str(refused.value) or sentence == "the day"


def test_one_id_means_that_one() -> None:
    assert ic.observances(2027, communities="jewish") == ic.observances(2027, communities=["jewish"])
    assert ic.communities("christian") == ic.communities(["christian"])
    (pesach,) = ic.observances(2027, festivals="jewish/pesach")
    assert pesach.festival.slug == "pesach"
    old = ic.observances(2027, communities="orthodox", usages={"orthodox": "old-calendar"})
    assert old == ic.observances(2027, communities="orthodox", usages={"orthodox": ["old-calendar"]})


def test_an_observance_fits_on_a_line() -> None:
    for o in ic.observances(2027):
        assert len(repr(o)) < 120
        assert "\n" not in repr(o)
    (pesach,) = ic.observances(2027, festivals="jewish/pesach")
    assert repr(pesach) == "<Observance jewish/pesach/5787: 2027-04-22 to 2027-04-29, fixed>"


def test_as_a_dictionary_it_is_what_json_has() -> None:
    found = ic.observances(2027)
    for lang in ("de", "en"):
        assert [o.to_dict(lang) for o in found] == json.loads(table.to_json(found, lang))
        assert list(found[0].to_dict(lang)) == list(json.loads(table.to_json(found[:1], lang))[0])


def test_when_it_begins_is_a_time_by_the_clock_of_the_place() -> None:
    (pesach,) = ic.observances(2027, festivals="jewish/pesach")
    begins = pesach.begins_at("Köln")
    assert begins is not None
    assert begins.isoformat() == "2027-04-21T20:37:00+02:00"
    (christmas,) = ic.observances(2027, festivals="protestant/christmas-day")
    assert christmas.begins_at("Köln") is None or christmas.begins_at("Köln").isoformat()  # type: ignore[union-attr]


def test_days_of_rest_are_those_of_the_table() -> None:
    (pesach,) = ic.observances(2027, festivals="jewish/pesach")
    assert [day.day for day in pesach.days_of_rest] == [22, 23, 28, 29]
    (purim,) = ic.observances(2027, festivals="jewish/purim")
    assert purim.days_of_rest == ()


def test_days_stand_for_what_is_kept_on_them() -> None:
    found = ic.by_day(2027, communities="jewish")
    assert date(2027, 4, 24) in found
    assert date(2027, 4, 13) not in found
    assert [o.id for o in found[date(2027, 4, 24)]] == ["jewish/pesach/5787"]
    assert found.get(date(2027, 4, 13)) is None
    assert list(found) == sorted(found)


def test_a_feed_a_plan_and_leave_are_those_of_the_command_line() -> None:
    assert ic.to_ics(ic.observances(2027, communities="jewish"), "de").startswith(b"BEGIN:VCALENDAR\r\n")
    avoided, clear, span = ic.plan([date(2027, 4, 22), "2027-04-14", (date(2027, 5, 12), date(2027, 5, 16))], land="NW")
    assert (str(avoided.verdict), str(clear.verdict)) == ("avoid", "consider")
    assert len(span.days) == 5
    assert [str(j.verdict) for j in ic.plan(date(2027, 4, 22))] == ["avoid"]
    assert {str(d.observance.community.id) for d in ic.leave("nrw", 2026, communities="jewish")} == {"jewish"}
    assert "nrw" in ic.editions()
    assert ic.edition("nrw").id == "nrw"
