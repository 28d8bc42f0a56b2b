"""The planner: what a planned day meets, how that is weighed, what is proposed instead; and reading what is planned."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal import appointments, background, planner, selection
from interfaith_cal.appointments import Appointment
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.errors import DataFileError, SpanError, YearRangeError
from interfaith_cal.model import Kind, Observance
from interfaith_cal.model.impact import impact, read_impact
from interfaith_cal.planner import WEIGHTS, Effect, Judgement, Verdict
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.words import texts

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
ESCAPES = re.compile("\x1b\\[[0-9;]*m")

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, list(words))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@cache
def kept(first: date, last: date) -> Sequence[Observance]:
    return selection.of_edition(editions.edition("all"), first, last)


@cache
def holidays_of_nrw(first: date, last: date) -> Sequence[background.BackgroundDays]:
    return background.public_holidays("NW", first, last, "de")


def judged(first: str, last: str | None = None) -> Judgement:
    """A day or a span, weighed for all communities with the public holidays of NRW."""
    planned = Appointment(date.fromisoformat(first), date.fromisoformat(last or first))
    (judgement,) = planner.plan([planned], kept, impact(), holidays_of_nrw)
    return judgement


def effects_on(day: str) -> dict[str, tuple[Effect, ...]]:
    """What each festival means on a day, by its id."""
    return {a.observance.festival.id: a.effects for a in judged(day).days[0].affected}


def test_the_final_exam_of_4_june_2019_was_to_be_avoided(say: Say) -> None:
    status, out, _ = say("plan", "2019-06-04", "--edition", "nrw")
    assert status == 1
    assert out.startswith("MEIDEN   Di 04.06.2019\n")
    assert "ISL   Ramadanfest, Tag 1 von 3" in out
    assert "arbeitsfrei: wer den Tag hält, fehlt" in out
    (answer,) = json.loads(say("plan", "2019-06-04", "--edition", "nrw", "--format", "json")[1])
    assert answer["verdict"] == "avoid"
    assert "2019-06-07" in answer["clear_days"]


@pytest.mark.parametrize(
    ("day", "festival", "effects"),
    [
        ("2026-09-21", "jewish/yom-kippur", "rest fast"),
        ("2027-04-21", "jewish/pesach", "eve-of-rest"),
        ("2027-04-22", "jewish/pesach", "rest"),
        ("2027-04-23", "jewish/pesach", "rest"),
        ("2027-04-24", "jewish/pesach", "main-feast"),
        ("2027-04-27", "jewish/pesach", "eve-of-rest"),
        ("2027-04-28", "jewish/pesach", "rest"),
        ("2027-04-29", "jewish/pesach", "rest"),
        ("2026-09-28", "jewish/sukkot", "main-feast"),
        ("2027-12-27", "jewish/hanukkah", "main-feast"),
        ("2027-08-12", "jewish/tisha-bav", "fast mourning"),
        ("2026-09-14", "jewish/fast-of-gedaliah", "fast"),
        ("2027-05-04", "jewish/yom-hashoah", "mourning"),
        ("2027-02-08", "islamic/ramadan", "fast"),
        ("2027-03-05", "islamic/qadr-night", "main-evening"),
        ("2027-03-09", "islamic/eid-al-fitr", "rest"),
        ("2027-03-10", "islamic/eid-al-fitr", "main-feast"),
        ("2027-05-16", "islamic/eid-al-adha", "rest"),
        ("2027-06-15", "islamic/ashura-shia", "mourning"),
        ("2027-02-10", "alevi/hizir-fast", "fast"),
        ("2027-02-11", "alevi/hizir-fast", "rest fast"),
        ("2027-06-10", "alevi/muharrem-fast", "fast mourning"),
        ("2027-04-14", "yezidi/carsema-sor", "main-feast"),
        ("2027-04-13", "yezidi/carsema-sor", "eve"),
        ("2027-12-14", "yezidi/rojiyen-ezi", "fast"),
        ("2027-07-10", "bahai/martyrdom-of-the-bab", "rest mourning"),
        ("2027-03-05", "bahai/nineteen-day-fast", "fast"),
        ("2027-04-25", "bahai/ridvan", "season"),
        ("2027-01-07", "orthodox/nativity", "rest"),
        ("2027-04-30", "orthodox/holy-friday", "rest mourning"),
        ("2027-03-22", "orthodox/great-lent", "diet"),
        ("2027-04-24", "armenian/genocide-martyrs", "mourning"),
        ("2027-03-19", "catholic/saint-joseph", "main-feast"),
        ("2027-07-02", "catholic/visitation", "feast"),
        ("2026-12-24", "protestant/christmas-eve", "main-evening"),
        ("2026-11-11", "protestant/saint-martin", "memory"),
    ],
)
def test_what_a_festival_means_at_school(day: str, festival: str, effects: str) -> None:
    assert effects_on(day)[festival] == tuple(map(Effect, effects.split()))


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2026-09-21", "avoid"),  # Yom Kippur
        ("2027-03-09", "avoid"),  # first day of Eid al-Fitr
        ("2027-05-27", "avoid"),  # Corpus Christi, a public holiday in NRW
        ("2027-01-07", "avoid"),  # Orthodox Christmas by the old calendar
        ("2027-04-21", "avoid"),  # first day of Ridván, and the eve of Passover
        ("2027-06-10", "avoid"),  # Orthodox Ascension
        ("2027-02-12", "consider"),  # Ramadan
        ("2027-03-10", "consider"),  # second day of Eid al-Fitr
        ("2027-04-27", "consider"),  # eve of the seventh day of Passover
        ("2027-02-27", "consider"),  # a Saturday
        ("2027-01-24", "consider"),  # a Sunday
        ("2027-05-12", "clear"),  # Israel's independence day: a lesser feast
        ("2027-04-16", "clear"),  # Lent of the Eastern churches
    ],
)
def test_how_a_day_is_weighed(day: str, verdict: str) -> None:
    assert judged(day).verdict == verdict


def test_a_public_holiday_is_named_as_the_reason() -> None:
    (ground,) = judged("2027-05-27").days[0].grounds
    assert (ground.effect, ground.name) == (Effect.PUBLIC_HOLIDAY, "Fronleichnam")


def test_the_nine_days_of_the_bahai_are_days_of_rest() -> None:
    year = ic.observances(date(2026, 3, 21), date(2027, 3, 20), communities=["bahai"])
    resting = {o.festival.slug for o in year if Effect.REST in planner.effects(o, o.first_day, impact())}
    assert len(resting) == 9
    assert {"day-of-the-covenant", "ascension-of-abdulbaha"}.isdisjoint(resting)


def test_the_data_name_only_festivals_and_days_that_exist() -> None:
    known = impact()
    for festival, days in known.rest.items():
        for observance in ic.observances(2026, festivals=[festival]):
            assert observance.first_day + timedelta(max(days) - 1) <= observance.last_day, festival
    for festival in known.fasting:
        assert ic.festival(festival).kind is Kind.FAST
    for festival in known.mourning:
        assert ic.festival(festival).community_id in PRINT_ORDER


def test_every_effect_has_a_weight_and_words() -> None:
    assert set(WEIGHTS) == set(Effect)
    for effect in Effect:
        german, english = (texts.wording(lang, f"plan-{effect}", name="", clock="", text="") for lang in ("de", "en"))
        assert german != english


def test_weights_never_get_heavier_down_the_list() -> None:
    order = [WEIGHTS[effect].severity for effect in Effect]
    assert order == sorted(order, reverse=True)


@settings(max_examples=40)
@given(st.dates(date(2026, 6, 1), date(2028, 6, 1)), st.integers(0, 6))
def test_what_is_proposed_is_clear_near_and_a_school_day(day: date, more: int) -> None:
    plan = judged(day.isoformat(), (day + timedelta(more)).isoformat())
    assert plan.verdict == planner.worst(each.verdict for each in plan.days)
    assert bool(plan.clear_days) == (plan.verdict is not Verdict.CLEAR)
    assert bool(plan.fair_days) <= (plan.verdict is Verdict.AVOID)
    for proposed in (*plan.clear_days, *plan.fair_days):
        assert proposed.weekday() < 5
        assert not any(days.first_day == proposed for days in holidays_of_nrw(FIRST, LAST))
        assert proposed not in plan.appointment.days
    assert all(judged(day.isoformat()).verdict is Verdict.CLEAR for day in plan.clear_days)
    assert all(judged(day.isoformat()).verdict is Verdict.CONSIDER for day in plan.fair_days)
    assert list(plan.clear_days) == sorted(plan.clear_days)
    # No clear school day is nearer than the furthest proposed.
    if plan.clear_days:
        reach = max(_distance(plan.appointment, proposed) for proposed in plan.clear_days)
        for offset in range(1, reach):
            for nearer in (
                plan.appointment.first_day - timedelta(offset),
                plan.appointment.last_day + timedelta(offset),
            ):
                one = judged(nearer.isoformat())
                assert one.verdict is not Verdict.CLEAR or nearer in plan.clear_days


def _distance(planned: Appointment, day: date) -> int:
    return (planned.first_day - day).days if day < planned.first_day else (day - planned.last_day).days


def test_school_holidays_are_no_school_days(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "ferien.ics"
    path.write_bytes(calendar_of(("20270322", "20270404", "Osterferien")))
    status, out, _ = say("plan", "2027-03-24", "--land", "NW", "--school-holidays", str(path))
    assert status == 1
    assert "Schulferien: Osterferien" in out
    proposed = out.split("nächste freie Schultage: ")[1]
    assert "03.2027" not in proposed.splitlines()[0]
    known = say("plan", "2027-03-24", "--land", "NW")
    assert known[0] == 1
    assert "Schulferien: Oster-/Frühjahrsferien" in known[1]
    assert say("plan", "2027-03-24")[0] == 0


def test_where_no_day_near_is_clear_that_is_said(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "renovation.ics"
    path.write_bytes(calendar_of(("20270101", "20270701", "Umbau")))
    status, out, _ = say("plan", "2027-03-24", "--school-holidays", str(path))
    assert status == 1
    assert "kein freier Schultag in den 60 Tagen davor und danach" in out


def test_a_path_that_is_none_is_one_sentence(say: Say, tmp_path: Path) -> None:
    edition = tmp_path / "own.toml"
    edition.write_text('title = { de = "A", en = "A" }\nlanguages = ["de", "en"]\nschool_holidays = ["a\\u0000.ics"]\n')
    status, _, err = say("plan", "2027-03-24", "--edition", str(edition))
    assert (status, err.count("\n")) == (2, 1)
    assert "one of its texts has the control character U+0000" in err


@pytest.mark.parametrize("day, near", [(date.min, date(1, 1, 2)), (date.max, date(9999, 12, 30))])
def test_no_day_is_proposed_before_the_first_or_after_the_last(day: date, near: date) -> None:
    def feast(first: date, last: date) -> list[background.BackgroundDays]:
        return [background.BackgroundDays(background.BackgroundKind.PUBLIC_HOLIDAY, day, day, "Feast")]

    (judgement,) = planner.plan([Appointment(day, day)], lambda first, last: [], impact(), feast)
    assert near in judgement.clear_days
    assert all(abs((proposed - near).days) < 7 for proposed in judgement.clear_days)


def test_new_years_eve_is_the_eve_of_what_begins_in_the_next_year() -> None:
    assert effects_on("2027-12-31").get("orthodox/circumcision") is None
    assert "catholic/new-years-eve" in effects_on("2027-12-31")
    assert judged("2027-12-31", "2028-01-06").days[-1].day == date(2028, 1, 6)


def test_the_last_day_that_is_known_is_weighed_though_the_next_is_not() -> None:
    planned = [Appointment(date(2100, 12, 31), date(2100, 12, 31))]

    def of_islam(first: date, last: date) -> Sequence[Observance]:
        return ic.observances(first, last, communities=["islamic", "jewish"])

    (judgement,) = planner.plan(planned, of_islam, impact())
    assert judgement.days[0].day == date(2100, 12, 31)
    with pytest.raises(YearRangeError, match="2101"):
        planner.plan([Appointment(date(2101, 1, 1), date(2101, 1, 1))], of_islam, impact())


def test_only_what_was_chosen_counts(say: Say) -> None:
    assert say("plan", "2027-03-09")[0] == 1
    status, out, _ = say("plan", "2027-03-09", "-c", "jewish")
    assert status == 0
    assert out == "FREI     Di 09.03.2027\n         nichts verzeichnet\n"


def test_a_span_is_told_day_by_day(say: Say) -> None:
    status, out, _ = say("plan", "2027-05-12..2027-05-16")
    assert status == 1
    lines = out.splitlines()
    assert lines[0] == "MEIDEN   Mi 12.05.2027 – So 16.05.2027"
    assert "         Sa 15.05.2027" in lines
    assert "           Samstag: kein Schultag; für jüdische Familien Schabbat" in lines
    assert "         frei: Mi 12.05.2027 · Do 13.05.2027 · Fr 14.05.2027" in lines
    assert re.search(r"nächste freie Schultage: \w\w \d\d\.\d\d\.2027 · ", out)


def test_the_sunset_is_that_of_the_place(say: Say) -> None:
    assert "ab Sonnenuntergang arbeitsfrei (Köln 20:37 Uhr)" in say("plan", "2027-04-21")[1]
    assert "no work from sunset (Berlin 20:1" in say("plan", "2027-04-21", "--place", "Berlin", "--lang", "en")[1]


def test_communities_that_keep_a_day_under_one_name_share_a_line(say: Say) -> None:
    _, out, _ = say("plan", "2027-05-06")
    assert re.search(r"EV {2}KATH {2}ARM +Christi Himmelfahrt", out)


def test_english_is_complete(say: Say) -> None:
    status, out, _ = say("plan", "2026-09-21", "2027-02-12", "2027-05-27", "2027-05-12..2027-05-16", "--lang", "en")
    assert status == 1
    for german in ("MEIDEN", "frei", "Schultag", "arbeits", "Fest", "Tag ", "verzeichnet", "geplant"):
        assert german not in out
    assert "AVOID     Mon 2026-09-21" in out
    assert "4 planned: 2 to avoid, 2 to consider, 0 clear." in out


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_terminal(columns: int, color: bool) -> None:
    from interfaith_cal.export.plan import plan_to_terminal
    from interfaith_cal.export.terminal import Terminal
    from interfaith_cal.ground.places import place as spot

    days = (
        "2026-09-21",
        "2026-12-25",
        "2027-01-06",
        "2027-03-21",
        "2027-04-07",
        "2027-04-30",
        "2027-05-06",
        "2027-06-10",
    )
    plans = [judged(day) for day in days] + [judged("2027-03-01", "2027-03-21")]
    shown = plan_to_terminal(plans, "de", Terminal(columns, color), spot("Köln"))
    assert max(len(ESCAPES.sub("", line)) for line in shown.splitlines()) <= columns
    assert bool(ESCAPES.search(shown)) is color


def test_csv_and_json_say_the_same(say: Say) -> None:
    days = ("2027-03-10", "2027-05-12..2027-05-16", "2027-02-01")
    rows = list(csv.DictReader(io.StringIO(say("plan", *days, "--format", "csv")[1])))
    answer = json.loads(say("plan", *days, "--format", "json")[1])
    told = [
        (day["day"], day["verdict"], one["festival"], " ".join(one["effects"]), one["reason"])
        for plan in answer
        for day in plan["days"]
        for one in day["affected"] or [{"festival": "", "effects": [], "reason": ""}]
    ]
    assert [(r["day"], r["verdict"], r["festival"], r["effects"], r["reason"]) for r in rows] == told
    assert {row["verdict"] for row in rows} <= set(Verdict)
    assert say("plan", *days, "--format", "csv")[1] == say("plan", *days, "--format", "csv")[1]


def test_without_the_package_public_holidays_are_said_to_be_missing(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    status, out, err = say("plan", "2027-05-01", "-c", "jewish")
    assert status == 0
    assert out.startswith("ABWÄGEN")
    assert err.count("\n") == 1
    assert "pip install 'interfaith-cal[holidays]'" in err
    status, out, err = say("plan", "2027-05-01", "--land", "NW")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "pip install 'interfaith-cal[holidays]'" in err


@pytest.mark.parametrize("land", ["NW", "nw", "nrw"])
def test_a_land_adds_its_own_holidays(say: Say, land: str) -> None:
    assert "gesetzlicher Feiertag: Fronleichnam" in say("plan", "2027-05-27", "--land", land)[1]
    assert "gesetzlicher Feiertag" not in say("plan", "2027-05-27")[1]
    assert "gesetzlicher Feiertag: Fronleichnam" in say("plan", "2027-05-27", "--edition", "nrw")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "say what is planned"),
        (("2027-02-30",), "'2027-02-30' is not a day or a span"),
        (("05/12/2027",), "'05/12/2027' is not a day or a span; write days as 2027-05-12, 12.05.2027"),
        (("2027-05-16..2027-05-12",), "the span '2027-05-16..2027-05-12' ends before it begins"),
        (("2027-05-16..2029-05-12",), "is longer than a year"),
        (("exams.csv",), "exams.csv: cannot be read (No such file"),
        (("2027-05-12", "--land", "XX"), "there is no Land 'XX'; known are: BB, "),
        (("2027-05-12", "--format", "pdf"), "there is no format 'pdf'; known are: table, csv, json."),
        (("2027-05-12", "--school-holidays", "nowhere.ics"), "nowhere.ics: cannot be read"),
        (("1880-05-12",), "out of range"),
        (("1985-05-12",), "the public holidays of 1985 are not known; those of 1991 to 2100 are."),
    ],
)
def test_wrong_use_is_one_sentence(say: Say, words: tuple[str, ...], sentence: str) -> None:
    status, out, err = say("plan", *words)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


# Reading what is planned.

WRITTEN = "2027-05-12"
SPAN = date(2027, 5, 12), date(2027, 5, 16)


@pytest.mark.parametrize(
    "text",
    ["2027-05-12", "12.05.2027", "12.5.2027", "12.5.27", "12. 5. 2027", "12. Mai 2027", "12 May 2027", "12. mai 2027",
     "Mi, 12.05.2027", "Mittwoch, 12. Mai 2027", "Wed 2027-05-12", " 2027-05-12 ", "12.05.2027 09:00",
     "12.05.2027, 9:00 Uhr", "2027-05-12T09:00:00", "2027-05-12 09:00:00+02:00"],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert appointments.span(text) == (date(2027, 5, 12), date(2027, 5, 12))


@pytest.mark.parametrize(
    "text",
    ["2027-05-12..2027-05-16", "12.05.2027..16.05.2027", "12.05.2027 - 16.05.2027", "12.05.2027–16.05.2027",
     "12.05.2027 bis 16.05.2027", "12.–16.05.2027", "12.05.-16.05.2027", "12. Mai 2027 – 16. Mai 2027",
     "2027-05-12 to 2027-05-16", "12.-16.5.27"],
)  # fmt: skip
def test_a_span_is_read_as_people_write_it(text: str) -> None:
    assert appointments.span(text) == SPAN


@given(st.dates(date(1583, 1, 1), date(9999, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    german = f"{day.day}. {texts.month_name('gregorian', day.month, 'de')} {day.year}"
    english = texts.long_date(day, "en")
    for written in (day.isoformat(), f"{day:%d.%m.}{day.year}", german, english, texts.long_date(day, "de")):
        assert appointments.span(written) == (day, day)


@given(st.text(max_size=40))
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    with suppress(SpanError):
        first, last = appointments.span(text)
        assert first <= last


EXAMS = "Datum;Fach;Raum\n12.05.2027;Mathematik, schriftlich;A 1\nMi, 02.06.2027;Französisch;\n;;\n31.02.2027;Übung;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_table_is_read_in_any_encoding_and_a_bad_row_is_named(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "exams.csv"
    path.write_bytes(EXAMS.replace("\n", newline).encode(encoding))
    found = appointments.read(path)
    assert found.appointments == (
        Appointment(date(2027, 5, 12), date(2027, 5, 12), "Mathematik, schriftlich A 1"),
        Appointment(date(2027, 6, 2), date(2027, 6, 2), "Französisch"),
    )
    (problem,) = found.problems
    assert problem.startswith(f"{path}: row 5: '31.02.2027' is not a day or a span")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("2027-05-12,Mathe\n", [("2027-05-12", "2027-05-12", "Mathe")]),
        ("Mathe\t12.05.2027\n", [("2027-05-12", "2027-05-12", "Mathe")]),
        ("2027-05-12..2027-05-16\n", [("2027-05-12", "2027-05-16", "")]),
        ("2027-05-12,2027-05-16,Fahrt\n", [("2027-05-12", "2027-05-16", "Fahrt")]),
        ("was;von;bis\nFahrt;12.05.2027;16.05.2027\nEin Tag;12.05.2027;\n",
         [("2027-05-12", "2027-05-16", "Fahrt"), ("2027-05-12", "2027-05-12", "Ein Tag")]),
        ("Fach,Termin,Nachtermin\nBio,12.05.2027,26.05.2027\n",
         [("2027-05-12", "2027-05-12", "Bio"), ("2027-05-26", "2027-05-26", "Bio")]),
        ("Klausurplan\n\nDatum;Fach\n12.05.2027;Mathe\n", [("2027-05-12", "2027-05-12", "Mathe")]),
        ('"12.05.2027","Faust, ""Der Tragödie"" Teil"\n',
         [("2027-05-12", "2027-05-12", 'Faust, "Der Tragödie" Teil')]),
        ('12.05.2027;"Mathe\n13.05.2027;Bio\n',
         [("2027-05-12", "2027-05-12", "Mathe"), ("2027-05-13", "2027-05-13", "Bio")]),
    ],
)  # fmt: skip
def test_tables_of_many_kinds(tmp_path: Path, content: str, expected: list[tuple[str, str, str]]) -> None:
    path = tmp_path / "exams.csv"
    path.write_text(content, encoding="utf-8")
    found = appointments.read(path)
    assert [(a.first_day.isoformat(), a.last_day.isoformat(), a.label) for a in found.appointments] == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("31.02.2027;Mathe\n12.05.2027;Bio\n", "row 1: '31.02.2027' is not"),
        ("12.05.2027;Mathe\n\nirgendwann;Bio\n", "row 3: 'irgendwann' is not"),
        ("von;bis;was\n12.05.2027;16.05.2027;A\n12.05.2027;99.05.2027;B\n", "row 3: '99.05.2027' is not"),
        ("von;bis;was\n12.05.2027;16.05.2027;A\n16.05.2027;12.05.2027;B\n", "row 3: the span '16.05.2027"),
        ("12.05.2027;A\n05/13/2027;B\n", "row 2: '05/13/2027' is not"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_named_and_the_rest_judged(
    say: Say, tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "exams.csv"
    path.write_text(content, encoding="utf-8")
    status, out, err = say("plan", str(path), "-c", "sikh" if "sikh" in PRINT_ORDER else "jewish")
    assert status in (1, 2)
    assert f"exams.csv: {problem}" in err
    assert err.count("\n") == 1
    assert "12.05.2027" in out


def test_a_file_without_any_day_is_refused(say: Say, tmp_path: Path) -> None:
    for name, content in (("a.csv", b""), ("b.csv", b"Datum;Fach\n"), ("c.csv", b"PK\0\0"), ("d.ics", b"PK\0\0")):
        path = tmp_path / name
        path.write_bytes(content)
        status, out, err = say("plan", str(path))
        assert (status, out) == (2, "")
        assert str(path) in err
        assert "Traceback" not in err


@settings(max_examples=150)
@given(content=st.binary(max_size=300))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    for name in ("fuzz.csv", "fuzz.ics"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(content)
        with suppress(DataFileError):
            appointments.read(path)


def calendar_of(*events: tuple[str, str, str], more: str = "") -> bytes:
    """A calendar of all-day events: first day, the day after the last, name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//"]
    for number, (start, end, name) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART;VALUE=DATE:{start}", f"DTEND;VALUE=DATE:{end}"]
        lines += [f"SUMMARY:{name}", "END:VEVENT"]
    return ("\r\n".join([*lines, more, "END:VCALENDAR"]).replace("\r\n\r\n", "\r\n") + "\r\n").encode()


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:x", *lines, "END:VEVENT"])


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (("DTSTART;VALUE=DATE:20270512", "DTEND;VALUE=DATE:20270517"), "2027-05-12", "2027-05-16"),
        (("DTSTART;VALUE=DATE:20270512",), "2027-05-12", "2027-05-12"),
        (("DTSTART;VALUE=DATE:20270512", "DTEND;VALUE=DATE:20270512"), "2027-05-12", "2027-05-12"),
        (("DTSTART:20270512T223000Z", "DTEND:20270512T233000Z"), "2027-05-13", "2027-05-13"),
        (("DTSTART;TZID=Europe/Berlin:20270512T090000", "DURATION:PT3H"), "2027-05-12", "2027-05-12"),
        (("DTSTART:20270512T180000", "DTEND:20270513T000000"), "2027-05-12", "2027-05-12"),
        (("DTSTART:20270512T090000",), "2027-05-12", "2027-05-12"),
    ],
)
def test_events_fall_on_the_days_that_clocks_in_berlin_show(
    tmp_path: Path, lines: tuple[str, ...], first: str, last: str
) -> None:
    path = tmp_path / "exams.ics"
    path.write_bytes(calendar_of(more=event(*lines, "SUMMARY:Mathe")))
    (found,) = appointments.read(path).appointments
    assert (found.first_day.isoformat(), found.last_day.isoformat(), found.label) == (first, last, "Mathe")


@pytest.mark.parametrize(
    ("lines", "problem", "read"),
    [
        (("SUMMARY:Bio",), r"event 2 \(Bio\): has no days that can be read", 1),
        (("DTSTART;VALUE=DATE:20271345", "SUMMARY:Bio"), r"event 2 \(Bio\): has no days", 1),
        (
            ("DTSTART:20270512T100000Z", "RRULE:FREQ=HOURLY"),
            r"event 2 .*: is repeated more often than daily, or at no",
            2,
        ),
        (
            ("DTSTART;VALUE=DATE:20270512", "RRULE:FREQ=WEEKLY"),
            r"event 2 .*: is repeated without end; only the times",
            54,
        ),
        (("DTSTART;VALUE=DATE:99991220", "RRULE:FREQ=WEEKLY"), r"event 2 .*: is repeated; only its first time", 2),
        (("DTSTART:20270512T100000Z", "DURATION:P99999999D"), r"event 2 .*: has no days that can be read", 1),
        (("DTSTART;VALUE=DATE:99991231",), r"event 2 .*: has no days that can be read", 1),
    ],
)
def test_an_event_that_cannot_be_read_is_named(tmp_path: Path, lines: tuple[str, ...], problem: str, read: int) -> None:
    path = tmp_path / "exams.ics"
    path.write_bytes(calendar_of(("20270512", "20270513", "Mathe"), more=event(*lines)))
    found = appointments.read(path)
    assert len(found.appointments) == read
    assert len(found.problems) == 1
    assert re.search(problem, found.problems[0])


def test_an_event_that_is_repeated_is_planned_each_time_where_the_file_has_moved_it(tmp_path: Path) -> None:
    path = tmp_path / "club.ics"
    weekly = event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;VALUE=DATE:20270308",
                   "SUMMARY:AG")  # fmt: skip
    moved = event("RECURRENCE-ID;VALUE=DATE:20270315", "DTSTART;VALUE=DATE:20270316", "SUMMARY:AG verlegt")
    path.write_bytes(calendar_of(more=f"{weekly}\r\n{moved}"))
    found = appointments.read(path)
    assert [(a.first_day.day, a.label) for a in found.appointments] == [
        (1, "AG"), (16, "AG verlegt"), (22, "AG"), (29, "AG"),
    ]  # fmt: skip
    assert found.problems == ()


def test_a_calendar_that_is_cut_off_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "exams.ics"
    path.write_bytes(calendar_of(("20270512", "20270513", "Mathe"))[:-20])
    with pytest.raises(DataFileError, match="is cut off; END:VCALENDAR is missing"):
        appointments.read(path)


def test_no_label_steers_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "exams.ics"
    path.write_bytes(calendar_of(more=event("DTSTART;VALUE=DATE:20270512", "SUMMARY:\x1b[31mMathe")))
    (found,) = appointments.read(path).appointments
    assert found.label == "[31mMathe"


def test_a_cancelled_event_is_not_planned(tmp_path: Path) -> None:
    path = tmp_path / "exams.ics"
    path.write_bytes(
        calendar_of(("20270512", "20270513", "Mathe"), more=event("DTSTART;VALUE=DATE:20270309", "STATUS:CANCELLED"))
    )
    assert [found.label for found in appointments.read(path).appointments] == ["Mathe"]


# What festivals mean, as data.


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[[resting]]\nsource = "x"\n', "the section 'resting' is unknown; known are: rest, fasting, mourning"),
        ('[rest]\nsource = "x"\n', r"`rest` must be tables named \[\[rest\]\]"),
        ('[[fasting]]\nfestivals = ["a/b"]\n', "fasting number 1: needs a `source`, but has None"),
        ('[[fasting]]\nsource = "x"\n', "fasting number 1: needs `festivals`, but has None"),
        ('[[fasting]]\nsource = "x"\nfestivals = "a/b"\n', "fasting number 1: `festivals` must be a list of ids"),
        ('[[mourning]]\nsource = "x"\nfestivals = ["a/b", "a/b"]\n', "mourning number 1: the festival 'a/b' is"),
        ('[[rest]]\nsource = "x"\n[rest.festivals]\n"a/b" = [0]\n', "rest number 1: the days of 'a/b' must"),
        ('[[rest]]\nsource = "x"\nday = 1\n', "rest number 1: the key 'day' is unknown"),
    ],
)  # fmt: skip
def test_broken_data_are_named(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "impact.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"impact\.toml: {complaint}"):
        read_impact(path)
