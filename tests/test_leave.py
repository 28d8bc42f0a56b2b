"""Leave from school: what each Land grants, by which decree, and what is not known; one sentence for every fault."""

from __future__ import annotations

import csv
import html
import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.errors import DataFileError
from interfaith_cal.leavedays import LeaveDays, leave_days
from interfaith_cal.model import leave
from interfaith_cal.model.leave import Application
from interfaith_cal.words.languages import whole_languages

NOTICE = {"de": "Das ist keine Rechtsberatung", "en": "This is not legal advice"}


def granted(land: str, year: int, *communities: str) -> list[LeaveDays]:
    span = date(year, 8, 1), date(year + 1, 7, 31)
    return leave_days(leave.leave_of(land), *span, communities or None)


def days(found: list[LeaveDays]) -> dict[str, list[str]]:
    """The civil days by festival (and usage where there are two ways)."""
    listed: dict[str, list[str]] = {}
    for entry in found:
        usage = entry.observance.usage if len(entry.observance.community.default_usages) > 1 else ""
        name = "/".join(filter(None, (entry.provision.festival, usage)))
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
    assert {entry.provision.application for entry in found} == {Application.NONE}


def test_nrw_grants_one_day_of_a_feast_of_several_on_application() -> None:
    found = granted("nrw", 2026)
    assert {entry.provision.granted for entry in found} == {1}
    assert {entry.provision.application for entry in found} == {Application.REQUIRED}
    assert any(len(entry.days) > 1 for entry in found)
    assert "BASS 12-52 Nr. 1" in leave.leave_of("nrw").decree("de")


def test_baden_wurttemberg_names_the_nine_bahai_days_and_one_of_each_eid() -> None:
    bahai = granted("bw", 2026, "bahai")
    assert len(bahai) == 9
    assert all(len(entry.days) == 1 for entry in bahai)
    assert [(entry.provision.granted, len(entry.days)) for entry in granted("bw", 2026, "islamic")] == [
        (1, 3),
        (1, 4),
    ]


def test_hamburg_names_four_alevi_days_one_of_two_of_each_eid_and_ashura() -> None:
    assert days(granted("hh", 2026, "alevi", "islamic")) == {
        "islamic/eid-al-fitr": ["2027-03-09", "2027-03-10"],
        "alevi/hizir-lokmasi": ["2027-02-16"],
        "alevi/newroz": ["2027-03-21"],
        "islamic/eid-al-adha": ["2027-05-16", "2027-05-17"],
        "islamic/ashura": ["2027-06-15"],
        "islamic/ashura-shia": ["2027-06-15"],
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
        assert {e.provision.festival for e in found} <= {e.festival for e in leave.leave_of(land).leave}
        assert all(date(year, 8, 1) <= day <= date(year + 1, 7, 31) for entry in found for day in entry.days)


@pytest.mark.parametrize("land", leave.lands())
def test_each_festival_is_kept_and_each_land_says_what_is_not_known(land: str) -> None:
    rules = leave.leave_of(land)
    for provision in (*rules.leave, *rules.protected):
        assert ic.festival(provision.festival).id == provision.festival
    assert rules.unknown
    assert all(text.published and text.where for text in rules.texts)
    for lang in whole_languages():
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
    _, out, _ = say("leave", "hh", "2026/27", "-c", "alevi")
    lokma = next(line for line in out.splitlines() if "Hızır Lokması" in line)
    assert lokma.endswith("[2] 1)")
    assert "\n1) der gelesene Text des Gesetzes nennt den 15. Februar, der Vertrag den 16. Februar" in out


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
    both = answer["leave"] + answer["protected"]
    assert [row["festival"] for row in rows] == [entry["festival"] for entry in both]
    assert [row["days"].split() for row in rows] == [entry["days"] for entry in both]
    assert {row["notice"] for row in rows} == {answer["notice"]}
    assert answer["notice"].startswith(NOTICE["en"])
    assert answer["school_year"] == rows[0]["school_year"] == "2026/27"
    assert (rows[0]["land"], rows[0]["application"]) == ("Hamburg", "notice")


def test_a_file_is_written_whole(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "leave.csv"
    status, out, _ = say("leave", "nrw", "2026/27", "--format", "csv", "-o", str(target))
    assert (status, out) == (0, "")
    assert target.read_text(encoding="utf-8") == say("leave", "nrw", "2026/27", "--format", "csv")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nrv", "2026/27"), "there is no Land with rules of leave 'nrv'; did you mean 'nrw'?"),
        (("Hesen", "2026/27"), "there is no Land with rules of leave 'Hesen'; did you mean 'hessen'?"),
        (("Tirol", "2026/27"), "there is no Land with rules of leave 'Tirol'"),
        (("nrw",), "say of which Land and school year"),
        (("--compare", "nrw", "2026/27"), "'nrw' is nothing to compare"),
        (("--compare", "nrw,by", "2026/27", "--format", "ics"), "there is no comparison as 'ics'"),
        (("nrw", "2026/27", "--format", "csv", "-o", "x.json"), "the answer as csv ends in .csv"),
        (("nrw", "2026/28"), "'2026/28' is not a school year"),
        (("nrw", "2026"), "'2026' is not a school year"),
        (("nrw", "2026/1927"), "'2026/1927' is not a school year"),
        (("nrw", "26/27"), "'26/27' is not a school year"),
        (("nrw", "9999/00"), "out of range"),
        (("nrw", "2026/27", "--format", "docx"), "there is no format 'docx'"),
        (("nrw", "2026/27", "--format", "pdf"), "say where to write the class sheet"),
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
land = { de = "Land", en = "Land", tr = "Eyalet" }
rule = { de = "Regel", en = "Rule", tr = "Kural" }
application = "required"
[[text]]
id = "act"
name = { de = "Gesetz", en = "Act", tr = "Yasa" }
published = "GVBl. S. 1"
where = "somewhere"
read = 2026-11-27
[doubts.day]
de = "Tag unbekannt"
en = "day not known"
tr = "gün bilinmiyor"
[leave]
"jewish/pesach" = { days = [1, 2, 7, 8], doubts = ["day"] }
[protected]
"jewish/yom-kippur" = { eve = "18:00" }
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            'land = { de = "Land", en = "Land", tr = "Eyalet" }',
            'land = { de = "Land" }',
            "'land' must have a text for each language",
        ),
        ('rule = { de = "Regel", en = "Rule", tr = "Kural" }', "", "'rule' must have a text for each language"),
        ('where = "somewhere"', "", "text number 1: `where` must be a text, but is None"),
        ("read = 2026-11-27", "read = 2026", "text number 1: `read` must be the day on which it was read, but is 2026"),
        ("[[text]]", "[[laws]]", "the key 'laws' is unknown"),
        ('eve = "18:00"', 'eve = "18 Uhr"', "'jewish/yom-kippur': `eve` must be an hour of the day before"),
        ('eve = "18:00"', 'application = "none"', "'jewish/yom-kippur': the field 'application' is unknown"),
        ('doubts = ["day"]', 'text = "bass"', "'jewish/pesach': `text` is 'bass', but must be one of act"),
        ('doubts = ["day"]', 'extent = "hour"', "'jewish/pesach': `extent` is 'hour', but must be one of day, service"),
        (
            'application = "required"',
            "",
            r"'jewish/pesach': `application` is None, but must be one of required, notice, none",
        ),
        ('"required"', '"maybe"', "'jewish/pesach': `application` is 'maybe'"),
        ("days = [1, 2, 7, 8]", "days = [2, 1]", r"'jewish/pesach': `days` must count up from 1, .* is \[2, 1\]"),
        ("days = [1, 2, 7, 8]", "days = [0]", r"'jewish/pesach': `days` must count up from 1"),
        ("days = [1, 2, 7, 8]", "granted = 0", "'jewish/pesach': `granted` must be a number of days, but is 0"),
        ("days = [1, 2, 7, 8]", "dayz = [1]", "'jewish/pesach': the field 'dayz' is unknown; known are: days"),
        ('doubts = ["day"]', 'doubts = ["hour"]', r"'jewish/pesach': `doubts` is \['hour'\], but may name only day"),
        ('{ days = [1, 2, 7, 8], doubts = ["day"] }', "4", "'jewish/pesach': must be a table"),
        ('"jewish/pesach" =', "# ", "`leave` is missing or empty; then an \\[\\[unknown\\]\\] must say"),
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
    path.write_text(WHOLE.replace("[leave]", f"[leave]\n{entry}"), encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"xx\.toml: {complaint}"):
        leave_days(leave.read_leave(path), date(2026, 8, 1), date(2027, 7, 31))


def listed() -> list[dict[str, str]]:
    """Days that schools and ministries have published for a school year."""
    with (Path(__file__).parent / "evidence" / "leave.csv").open(encoding="utf-8") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", listed(), ids=lambda row: f"{row['land']}-{row['festival']}-{row['first_day']}")
def test_published_lists_are_reproduced(row: dict[str, str]) -> None:
    found = granted(row["land"], int(row["school_year"][:4]))
    days = {day for entry in found if entry.provision.festival == row["festival"] for day in entry.days}
    span = {date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"] or row["first_day"])}
    assert (span <= days) is (row["disagrees"] == ""), (row["source"], row["disagrees"])


@pytest.mark.parametrize(
    ("first", "last", "land", "festival", "source"),
    [
        (
            "2019-06-04",
            "2019-06-04",
            "NW",
            "islamic/eid-al-fitr",
            "schulministerium.nrw, 24.05.2019: ZP10, resit in maths",
        ),
        ("2019-10-08", "2019-10-10", "BY", "jewish/yom-kippur", "juedische-allgemeine.de, Prüfung an Pessach"),
        ("2020-04-15", "2020-04-17", "BY", "jewish/pesach", "juedische-allgemeine.de, Prüfung an Pessach"),
        ("2022-10-11", "2022-10-11", "NW", "jewish/sukkot", "juedische-allgemeine.de, Gewissensprüfung"),
        ("2023-04-21", "2023-04-21", "NW", "islamic/eid-al-fitr", "rp-online.de, Abitur NRW 2023: resit day"),
    ],
)
def test_exams_that_met_a_feast_are_to_be_avoided_and_the_law_is_named(
    say: Say, first: str, last: str, land: str, festival: str, source: str
) -> None:
    status, out, _ = say("plan", f"{first}..{last}", "--land", land, "--format", "json", "--lang", "en")
    days = [day for planned in json.loads(out) for day in planned["days"]]
    met = [reason for day in days for reason in day["affected"] if reason.get("festival") == festival]
    assert status == 1, source
    assert any("leave" in reason["effects"] and "leave possible: " in reason["reason"] for reason in met)


def test_a_law_that_protects_employees_is_named_from_the_hour_of_the_eve(say: Say) -> None:
    _, out, _ = say("plan", "2026-09-20", "--land", "NRW")
    assert "geschützt: § 9 Feiertagsgesetz NW" in " ".join(out.split())


def test_days_without_school_need_no_form(say: Say) -> None:
    _, out, _ = say("leave", "nrw", "2026/27", "-c", "jewish", "--format", "json")
    marked = {entry["festival"]: entry["closed"] for entry in json.loads(out)["leave"]}
    assert marked["jewish/rosh-hashanah"] == ["2026-09-12", "2026-09-13"]
    assert marked["jewish/yom-kippur"] == []


@pytest.mark.parametrize("land", leave.lands())
@pytest.mark.parametrize("form", ["table", "csv", "json", "md", "html", "xlsx"])
def test_every_land_can_be_had_in_every_form(say: Say, tmp_path: Path, land: str, form: str) -> None:
    target = tmp_path / "leave.out"
    assert say("leave", land, "2026/27", "--format", form, "-o", str(target))[0] == 0
    assert target.stat().st_size > 100


def test_a_class_sheet_holds_what_falls_on_a_school_day(say: Say, tmp_path: Path) -> None:
    assert say("leave", "hb", "2026/27", "-o", str(tmp_path / "sheet.pdf"))[0] == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    status, _, err = say("leave", "st", "2026/27", "-o", str(tmp_path / "none.pdf"))
    assert (status, (tmp_path / "none.pdf").exists()) == (2, False)
    assert "nothing to print" in err


def test_a_comparison_says_the_same_in_every_format(say: Say, tmp_path: Path) -> None:
    words = ("leave", "--compare", "nrw,by", "2026/27", "-c", "jewish")
    _, out, _ = say(*words, "--format", "csv")
    heads, *rows = csv.reader(io.StringIO(out))
    for form in ("html", "md"):
        text = say(*words, "--format", form)[1]
        # A doubt stands in the cell where a table is all that there is, and below the others.
        parts = [part for row in (heads, *rows) for cell in row for part in cell.split(" · ")]
        assert [part for part in parts if html.escape(part) not in text] == []
    alone = json.loads(say("leave", "by", "2026/27", "-c", "jewish", "--format", "json")[1])
    assert json.loads(say(*words, "--format", "json")[1])[1] == alone
    assert say(*words, "-o", str(tmp_path / "laender.xlsx"))[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "laender.xlsx").worksheets[0]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [heads, *rows]
    _, _, refused = say(*words, "--format", "ics")
    assert all(form in refused for form in ("table", "csv", "json", "xlsx", "html", "md"))


def test_a_secretary_gets_only_what_needs_a_form(say: Say) -> None:
    def rows(*words: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(say("leave", *words, "--format", "csv")[1])))

    # Both calendars of the Orthodox Churches bring days on Saturdays and in the holidays.
    everything = rows("nrw", "2026/27")
    needed = rows("nrw", "2026/27", "--needs-form")
    assert needed == [row for row in everything if row["whom"] == "pupils" and row["days"] != row["closed"]]
    assert 0 < len(needed) < len(everything)
    # Bavaria frees without application.
    assert {row["application"] for row in rows("by", "2026/27", "-c", "jewish")} == {"none"}
    assert rows("by", "2026/27", "-c", "jewish", "--needs-form") == []
    # Where it is not known whether an application is needed, the day stays.
    assert "unknown" in {row["application"] for row in rows("sh", "2026/27", "--needs-form")}
    compared = say("leave", "--compare", "nrw,by", "2026/27", "-c", "jewish", "--needs-form")[1]
    assert "auf Antrag" in compared
    assert "ohne Antrag" not in compared
    assert "Beschäftigte" not in say("leave", "nrw", "2026/27", "--needs-form")[1]


def test_school_holidays_come_from_a_calendar_where_one_is_named(say: Say, tmp_path: Path) -> None:
    calendar = tmp_path / "ferien.ics"
    calendar.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\nBEGIN:VEVENT\r\nUID:1@school\r\n"
        b"DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20320901\r\nDTEND;VALUE=DATE:20321001\r\n"
        b"SUMMARY:closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    words = ("leave", "nrw", "2032/33", "-c", "jewish", "--format", "csv")
    status, bare, warned = say(*words)
    assert (status, "school holidays" in warned) == (0, True)
    status, out, err = say(*words, "--school-holidays", str(calendar))
    assert (status, err) == (0, "")
    pupils = [row for row in csv.DictReader(io.StringIO(out)) if row["whom"] == "pupils"]
    closed = [row for row in pupils if row["days"].startswith("2032-09")]
    assert closed
    assert all(row["days"] == row["closed"] for row in closed)
    assert out != bare
    status, out, err = say(*words, "--school-holidays", str(tmp_path / "none.ics"))
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_laender_stand_side_by_side(say: Say) -> None:
    _, out, _ = say("leave", "--compare", "NW,Bayern,bw", "2026/27", "-c", "jewish")
    pesach = next(line for line in out.splitlines() if "Pessach" in line)
    assert [cell.strip() for cell in pesach.split("  ") if "Tage" in cell] == [
        "1 von 4 Tagen · auf Antrag 1)",
        "4 Tage · ohne Antrag",
        "4 Tage · auf Antrag",
    ]


def test_the_page_of_the_laender_is_up_to_date() -> None:
    script = Path(__file__).parents[1] / "scripts" / "leave.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "md", "html"])
def test_a_comparison_says_what_is_not_certain_and_what_its_signs_mean(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Side by side with a law that names a day, a day that was not seen in the Land's list must not look alike."""
    assert run(cli, ["leave", "--compare", "nrw,by", "2026/27", "-c", "orthodox", "--format", form]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "im Kalender des Landes erwartet, dort aber nicht nachgeprüft" in said
    assert form == "csv" or "alter (julianischer) Kalender" in said
