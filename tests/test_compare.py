"""`compare`: usages side by side with the reason, pins against rules, one year against another."""

from __future__ import annotations

import csv
import io
import json

import pytest

from interfaith_cal import comparison
from interfaith_cal.cli.main import cli, run


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(cli, ["compare", *words]) == 0
    return capsys.readouterr().out


def test_india_and_germany_stand_side_by_side_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, "usages", "2027", "-c", "hindu", "--format", "json", "--lang", "en"))
    diwali = {row["usage"]: row for row in rows if row["festival"] == "hindu/diwali"}
    assert diwali[""]["first_day"] == "2027-10-29"
    assert diwali["germany"]["first_day"] == "2027-10-28"
    assert "ends before pradosha at Hamm" in diwali["germany"]["reason"]


def test_a_usage_that_agrees_needs_no_reason(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, "usages", "2027", "-c", "hindu", "--format", "json"))
    days = {(row["festival"], row["own_year"]): row["first_day"] for row in rows if row["usage"] == ""}
    agreeing = [row for row in rows if row["usage"] and row["first_day"] == days[row["festival"], row["own_year"]]]
    assert agreeing
    assert {row["reason"] for row in agreeing} == {""}


def test_the_methods_of_the_islamic_months_are_listed_where_they_differ(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(said(capsys, "usages", "2026", "-c", "islamic", "--format", "csv"))))
    ramadan = {row["usage"]: row["first_day"] for row in rows if row["festival"] == "islamic/ramadan"}
    assert ramadan["diyanet"] == "2026-02-19"
    assert ramadan["umm-al-qura"] == "2026-02-18"


def test_the_orthodox_calendars_differ_by_thirteen_days(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "usages", "2027", "-c", "orthodox", "--lang", "en")
    assert "Nativity of Christ (Christmas)  orthodox/nativity 2027" in out
    assert "    new calendar  Sat 2027-12-25\n    old calendar  Fri 2028-01-07\n" in out


def test_of_the_pins_that_are_shipped_only_vesak_2026_differs_from_its_rule(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert [difference.pin.id for difference in comparison.compare_pins()] == ["buddhist/vesak/2026/sri-lanka"]
    assert "buddhist/vesak" in said(capsys, "pins")
    assert said(capsys, "pins", "-c", "islamic") == "Es gibt keinen Unterschied.\n"


def test_two_years(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "years", "2024", "2025", "-c", "jewish", "--format", "csv")
    rows = {row["festival"]: row for row in csv.DictReader(io.StringIO(out))}
    assert (rows["jewish/tenth-of-tevet"]["2024"], rows["jewish/tenth-of-tevet"]["2025"]) == (
        "",
        "2025-01-10, 2025-12-30",
    )
    christian = said(capsys, "years", "2026", "2027", "-c", "catholic", "--format", "csv")
    assert "catholic/christmas-day" not in christian


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["usages", "20x7"], "'20x7' is not a year"),
        (["usages", "2027", "-c", "hindo"], "did you mean 'hindu'?"),
        (["usages", "2300", "-c", "islamic"], "the year 2300 is out of range for the community 'islamic'"),
        (["pins", "--format", "xml"], "there is no format 'xml'"),
        (["usage", "2027"], "no such command 'usage'"),
    ],
)
def test_wrong_use_gets_one_sentence(capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    assert run(cli, ["compare", *words]) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1
