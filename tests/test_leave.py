"""Leave from school: what each Land grants, by which decree, and what is not known; one sentence for every fault."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import leave
from interfaith_cal.editorial.leave import Application
from interfaith_cal.errors import DataFileError
from interfaith_cal.leave import LeaveDays, leave_days
from interfaith_cal.words.languages import languages

NOTICE = {"de": "Das ist keine Rechtsberatung", "en": "This is not legal advice"}


def granted(land: str, year: int, *communities: str) -> list[LeaveDays]:
    span = date(year, 8, 1), date(year + 1, 7, 31)
    return leave_days(leave.leave_of(land), *span, communities or None)


def days(found: list[LeaveDays]) -> dict[str, list[str]]:
    """The civil days by festival (and usage where there are two ways)."""
    listed: dict[str, list[str]] = {}
    for entry in found:
        usage = entry.observance.usage if len(entry.observance.community.default_usages) > 1 else ""
        name = "/".join(filter(None, (entry.entitlement.festival, usage)))
        listed.setdefault(name, []).extend(day.isoformat() for day in entry.days)
    return listed


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, list(words))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


Say = Callable[..., tuple[int, str, str]]


def test_bavaria_frees_first_and_last_days_of_the_long_jewish_feasts() -> None:
    assert days(granted("by", 2025, "jewish")) == {
        "jewish/rosh-hashanah": ["2025-09-23", "2025-09-24"],
        "jewish/yom-kippur": ["2025-10-02"],
        "jewish/sukkot": ["2025-10-07", "2025-10-08"],
        "jewish/shemini-atzeret": ["2025-10-14"],
        "jewish/simchat-torah": ["2025-10-15"],
        "jewish/pesach": ["2026-04-02", "2026-04-03", "2026-04-08", "2026-04-09"],
        "jewish/shavuot": ["2026-05-22", "2026-05-23"],
    }


def test_bavaria_frees_seven_orthodox_days_in_both_calendars_since_the_rule_read_names_none() -> None:
    assert days(granted("by", 2026, "orthodox")) == {
        "orthodox/nativity/new-calendar": ["2026-12-25"],
        "orthodox/theophany/new-calendar": ["2027-01-06"],
        "orthodox/nativity/old-calendar": ["2027-01-07"],
        "orthodox/theophany/old-calendar": ["2027-01-19"],
        "orthodox/holy-friday": ["2027-04-30"],
        "orthodox/holy-saturday": ["2027-05-01"],
        "orthodox/bright-monday": ["2027-05-03"],
        "orthodox/ascension": ["2027-06-10"],
        "orthodox/holy-spirit-monday": ["2027-06-21"],
    }


def test_bavaria_frees_two_days_of_each_eid_without_application() -> None:
    found = granted("by", 2026, "islamic")
    assert days(found) == {
        "islamic/eid-al-fitr": ["2027-03-09", "2027-03-10"],
        "islamic/eid-al-adha": ["2027-05-16", "2027-05-17"],
    }
    assert {entry.entitlement.application for entry in found} == {Application.NONE}


def test_nrw_grants_one_day_of_a_feast_of_several_on_application() -> None:
    found = granted("nrw", 2026)
    assert {entry.entitlement.granted for entry in found} == {1}
    assert {entry.entitlement.application for entry in found} == {Application.REQUIRED}
    assert any(len(entry.days) > 1 for entry in found)
    assert "BASS 12-52 Nr. 1" in leave.leave_of("nrw").decree["de"]


def test_baden_wurttemberg_names_the_nine_bahai_days_and_one_of_each_eid() -> None:
    bahai = granted("bw", 2026, "bahai")
    assert len(bahai) == 9
    assert all(len(entry.days) == 1 for entry in bahai)
    assert [(entry.entitlement.granted, len(entry.days)) for entry in granted("bw", 2026, "islamic")] == [
        (1, 3),
        (1, 4),
    ]


def test_hamburg_names_three_alevi_days_and_the_first_of_each_eid() -> None:
    assert days(granted("hh", 2026, "alevi", "islamic")) == {
        "alevi/hizir-fast": ["2027-02-11"],
        "islamic/eid-al-fitr": ["2027-03-09"],
        "alevi/newroz": ["2027-03-21"],
        "islamic/eid-al-adha": ["2027-05-16"],
        "alevi/asure": ["2027-06-18"],
    }


def test_a_feast_that_falls_twice_in_a_school_year_is_listed_twice() -> None:
    assert days(granted("by", 2013, "islamic"))["islamic/eid-al-fitr"] == [
        "2013-08-08",
        "2013-08-09",
        "2014-07-28",
        "2014-07-29",
    ]
    assert days(granted("hh", 2022, "alevi"))["alevi/asure"] == ["2022-08-11", "2023-07-31"]


@pytest.mark.parametrize("land", leave.lands())
def test_every_school_year_can_be_listed_in_order(land: str) -> None:
    for year in (*range(2016, 2040), 2098):
        found = granted(land, year)
        assert [entry.days[0] for entry in found] == sorted(entry.days[0] for entry in found)
        assert {e.entitlement.festival for e in found} <= {e.festival for e in leave.leave_of(land).entitlements}
        assert all(date(year, 8, 1) <= day <= date(year + 1, 7, 31) for entry in found for day in entry.days)


@pytest.mark.parametrize("land", leave.lands())
def test_each_festival_is_kept_and_each_land_says_what_is_not_known(land: str) -> None:
    rules = leave.leave_of(land)
    for entitlement in rules.entitlements:
        assert ic.festival(entitlement.festival).id == entitlement.festival
    assert rules.unknown
    assert rules.sources
    for lang in languages():
        assert rules.rule[lang] != rules.rule["en" if lang == "de" else "de"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_list_of_a_school_year_is_a_page_for_a_school(say: Say, lang: str) -> None:
    status, out, _ = say("leave", "nrw", "2026/27", "--lang", lang)
    lines = out.splitlines()
    assert status == 0
    assert lines[0].endswith("2026/27")
    assert "BASS 12-52" in lines[1]
    assert NOTICE[lang] in out
    assert all(line == line.rstrip() for line in lines)
    eid, terms = ("Ramadanfest", "1 von 3 Tagen · auf Antrag") if lang == "de" else ("Eid al-Fitr", "1 of 3 days")
    (line,) = [line for line in lines if eid in line and "·" in line]
    assert terms in line
    assert line.split()[:2] == (["Di", "9"] if lang == "de" else ["Tue", "9"])


def test_a_doubt_is_a_mark_in_the_line_and_a_sentence_below(say: Say) -> None:
    _, out, _ = say("leave", "by", "2026/27", "-c", "orthodox")
    nativity = next(line for line in out.splitlines() if "Geburt Christi" in line)
    assert nativity.endswith("1) 2)")
    assert "\n1) ob ein Antrag nötig ist, ist nicht bekannt\n2) ob der neue oder der alte Kalender zählt" in out


def test_days_with_a_gap_between_them_stand_below_each_other(say: Say) -> None:
    _, out, _ = say("leave", "by", "2026/27", "-c", "jewish")
    lines = out.splitlines()
    pesach = next(number for number, line in enumerate(lines) if "Pessach" in line)
    assert lines[pesach].startswith("  Do 22 – Fr 23   JÜD   Pessach")
    assert lines[pesach + 1] == "  Mi 28 – Do 29"


def test_csv_and_json_hold_the_same_and_the_notice(say: Say) -> None:
    _, as_csv, _ = say("leave", "hh", "2026/27", "--format", "csv", "--lang", "en")
    _, as_json, _ = say("leave", "hh", "2026/2027", "--format", "json", "--lang", "en")
    rows, answer = list(csv.DictReader(io.StringIO(as_csv))), json.loads(as_json)
    assert [row["festival"] for row in rows] == [entry["festival"] for entry in answer["leave"]]
    assert [row["days"].split() for row in rows] == [entry["days"] for entry in answer["leave"]]
    assert {row["notice"] for row in rows} == {answer["notice"]}
    assert answer["notice"].startswith(NOTICE["en"])
    assert answer["school_year"] == rows[0]["school_year"] == "2026/27"
    assert (rows[0]["land"], rows[0]["application"]) == ("Hamburg", "unknown")


def test_a_file_is_written_whole(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "leave.csv"
    status, out, _ = say("leave", "nrw", "2026/27", "--format", "csv", "-o", str(target))
    assert (status, out) == (0, "")
    assert target.read_text(encoding="utf-8") == say("leave", "nrw", "2026/27", "--format", "csv")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nw", "2026/27"), "there is no Land with rules of leave 'nw'; did you mean 'nrw'?"),
        (("sachsen", "2026/27"), "there is no Land with rules of leave 'sachsen'; known are: bw, by, hh, nrw."),
        (("nrw", "2026/28"), "'2026/28' is not a school year"),
        (("nrw", "2026"), "'2026' is not a school year"),
        (("nrw", "2026/1927"), "'2026/1927' is not a school year"),
        (("nrw", "26/27"), "'26/27' is not a school year"),
        (("nrw", "9999/00"), "out of range"),
        (("nrw", "2026/27", "--format", "pdf"), "there is no format 'pdf'"),
        (("nrw", "2026/27", "--lang", "fr"), "there is no language 'fr'"),
        (("nrw", "2026/27", "-c", "jewisch"), "there is no community 'jewisch'; did you mean 'jewish'?"),
        (("nrw", "2150/51"), "out of range for the community"),
    ],
)
def test_wrong_use_is_one_sentence(say: Say, words: tuple[str, ...], sentence: str) -> None:
    status, out, err = say("leave", *words)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_the_turn_of_a_century_is_a_school_year(say: Say) -> None:
    assert say("leave", "by", "1999/00", "-c", "jewish")[0] == 0
    assert say("leave", "BY", "1999/2000", "-c", "jewish")[0] == 0


WHOLE = """
land = { de = "Land", en = "Land" }
decree = { de = "Erlass", en = "Decree" }
rule = { de = "Regel", en = "Rule" }
sources = ["somewhere"]
application = "required"
[doubts.day]
de = "Tag unbekannt"
en = "day not known"
[leave]
"jewish/pesach" = { days = [1, 2, 7, 8], doubts = ["day"] }
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('land = { de = "Land", en = "Land" }', 'land = { de = "Land" }', "'land' must have a text for each language"),
        ('decree = { de = "Erlass", en = "Decree" }', "", "'decree' must have a text for each language"),
        ('["somewhere"]', "[]", "`sources` must be a list of texts"),
        ('application = "required"', "", r"'jewish/pesach': `application` is None, but must be one of required, none"),
        ('"required"', '"maybe"', "'jewish/pesach': `application` is 'maybe'"),
        ("days = [1, 2, 7, 8]", "days = [2, 1]", r"'jewish/pesach': `days` must count up from 1, .* is \[2, 1\]"),
        ("days = [1, 2, 7, 8]", "days = [0]", r"'jewish/pesach': `days` must count up from 1"),
        ("days = [1, 2, 7, 8]", "granted = 0", "'jewish/pesach': `granted` must be a number of days, but is 0"),
        ("days = [1, 2, 7, 8]", "dayz = [1]", "'jewish/pesach': the field 'dayz' is unknown; known are: days"),
        ('doubts = ["day"]', 'doubts = ["hour"]', r"'jewish/pesach': `doubts` is \['hour'\], but may name only day"),
        ('{ days = [1, 2, 7, 8], doubts = ["day"] }', "4", "'jewish/pesach': must be a table"),
        ('"jewish/pesach" =', "# ", "`leave` is missing or empty"),
        ("[leave]", "[leaf]", "the key 'leaf' is unknown"),
        ("[leave]", "[leave", "is not valid TOML"),
    ],
)
def test_a_broken_file_is_named_with_festival_and_field(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(WHOLE.replace(old, new), encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"xx\.toml: {complaint}"):
        leave.read_leave(path)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('"jewish/pessach" = {}', "'jewish/pessach': there is no jewish festival 'pessach'; did you mean 'pesach'"),
        ('"jewish/yom-kippur" = { days = [2] }', r"'jewish/yom-kippur': `days` is \[2\], but the festival lasts 1 day"),
    ],
)
def test_a_festival_or_day_that_does_not_exist_is_named(tmp_path: Path, entry: str, complaint: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(WHOLE + entry + "\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"xx\.toml: {complaint}"):
        leave_days(leave.read_leave(path), date(2026, 8, 1), date(2027, 7, 31))
