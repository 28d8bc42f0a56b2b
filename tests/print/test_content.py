"""From observances to content: every day is there once, bars do not meet, dates are said shortly."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaith_cal.export.print import fonts
from interfaith_cal.export.print.content import day_in_figures, days_in_figures
from interfaith_cal.export.print.days import Shown, in_lanes, shown
from interfaith_cal.export.print.period import Period, month_span
from interfaith_cal.export.print.poster import main_feasts, poster
from interfaith_cal.ground.root import shipped
from tests.print.conftest import issue

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)
spans = st.lists(
    st.builds(
        lambda start, days: Shown(start, start + timedelta(days), "x", (), ()),
        st.dates(date(2027, 1, 1), date(2027, 4, 30)),
        st.integers(1, 60),
    ),
    max_size=20,
)


@pytest.mark.parametrize("year", [2024, 2027, 2033])
def test_every_observance_is_shown_once(year: int) -> None:
    made = issue(year)
    keepers = Counter((i, line.first_day) for line in shown(made) for i in line.ids)
    assert keepers == Counter((o.festival.id, o.first_day) for o in made.observances)


def test_communities_that_keep_a_feast_together_share_a_line() -> None:
    (line,) = [line for line in shown(issue(2027)) if line.first_day == date(2027, 5, 6) and "Himmelfahrt" in line.name]
    assert [community for community, _ in line.keepers] == ["protestant", "catholic", "armenian"]


@given(spans)
def test_bars_in_one_lane_never_meet(found: list[Shown]) -> None:
    placed = in_lanes(found, FIRST, LAST)
    assert len(placed) == sum(span.first_day <= LAST and span.last_day >= FIRST for span in found)
    for number, (lane, span) in enumerate(placed):
        for other_lane, other in placed[:number]:
            assert lane != other_lane or span.first_day > other.last_day or other.first_day > span.last_day
    for day in (FIRST + timedelta(past) for past in range(31)):
        lanes = [lane for lane, span in placed if span.first_day <= day <= span.last_day]
        assert len(lanes) == len(set(lanes))


@given(spans)
def test_there_are_no_more_lanes_than_bars_side_by_side(found: list[Shown]) -> None:
    placed = in_lanes(found, FIRST, LAST)
    days = [FIRST + timedelta(past) for past in range(31)]
    most = max(sum(span.first_day <= day <= span.last_day for _, span in placed) for day in days)
    assert len({lane for lane, _ in placed}) == most


@pytest.mark.parametrize(
    ("first", "last", "de", "en"),
    [
        (date(2027, 4, 22), date(2027, 4, 22), "22.4.", "22\u00a0Apr"),
        (date(2027, 4, 22), date(2027, 4, 29), "22.–29.4.", "22–29\u00a0Apr"),
        (date(2027, 4, 22), date(2027, 5, 2), "22.4.–2.5.", "22\u00a0Apr – 2\u00a0May"),
        (date(2026, 11, 28), date(2027, 1, 6), "bis 6.1.", "until 6\u00a0Jan"),
        (date(2027, 12, 25), date(2028, 1, 1), "ab 25.12.", "from 25\u00a0Dec"),
    ],
)
def test_dates_in_figures(first: date, last: date, de: str, en: str) -> None:
    assert days_in_figures(first, last, Period.of_year(2027), "de") == de
    assert days_in_figures(first, last, Period.of_year(2027), "en") == en
    assert day_in_figures(first, "de") == f"{first.day}.{first.month}."


def test_explanations_are_sorted_by_date_and_stand_alone() -> None:
    told = poster(issue(2027))["explanations"]
    assert len(told) == len({o.festival.id for o in issue(2027).observances})
    (pesach,) = [e for e in told if e["id"] == "jewish/pesach"]
    assert pesach["dates"] == [{"days": "22.–29.4.", "marks": "◗", "usage": ""}]
    assert pesach["text"].startswith("Pessach")
    assert pesach["text"].endswith(".")
    assert max(len(e["text"]) for e in told) <= 160


def test_the_box_has_the_main_feasts_of_every_community() -> None:
    box = {group["keeper"]: group["feasts"] for group in main_feasts(issue(2027))}
    assert list(box) == issue(2027).communities
    assert {"id": "orthodox/nativity", "name": "Weihnachten", "days": "7.1.*, 25.12."} in box["orthodox"]
    assert all(feasts for feasts in box.values())


def test_public_holidays_are_shaded_and_named_once() -> None:
    months = poster(issue(2027))["months"]
    named = {
        (number, day["day"]): day["holiday"] for number, m in enumerate(months, 1) for day in m["days"] if day["rest"]
    }
    assert (named[10, 3], named[5, 1]) == ("Tag der Deutschen Einheit", "Erster Mai")
    # What the churches keep on these days says enough.
    assert {day for day, name in named.items() if name} == {(10, 3), (5, 1)}
    assert {(1, 1), (5, 27), (12, 26)} <= named.keys()


def test_a_holiday_is_named_where_no_church_is() -> None:
    only_jewish = replace(issue(2027), observances=[o for o in issue(2027).observances if o.community.id == "jewish"])
    january = poster(only_jewish)["months"][0]
    assert january["days"][0]["holiday"] == "Neujahr"


def test_a_month_ends_on_its_last_day() -> None:
    assert month_span(2028, 2) == (date(2028, 2, 1), date(2028, 2, 29))
    assert month_span(2027, 12) == (date(2027, 12, 1), date(2027, 12, 31))


def test_our_reading_of_the_fonts_is_that_of_fonttools() -> None:
    from fontTools.ttLib import TTFont

    read = set()
    for path in fonts.folder().glob("*.[ot]tf"):
        with TTFont(path) as font:
            points = set(font.getBestCmap())
            assert font["OS/2"].fsType == 0, f"{path.name} may not be embedded"
            assert fonts._code_points(path.read_bytes()) == points, path.name
            read |= points
    assert fonts._coverage() == read | fonts.INVISIBLE


def test_all_cuts_of_noto_sans_have_the_same_letters() -> None:
    cuts = [fonts._code_points(path.read_bytes()) for path in fonts.folder().glob("NotoSans-*.ttf")]
    assert len(cuts) == 7
    assert all(cut == cuts[0] for cut in cuts)


@pytest.mark.parametrize(
    "path", sorted((shipped() / "texts").rglob("*.toml")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_the_fonts_have_every_letter_of_the_texts(path: object) -> None:
    from pathlib import Path

    from interfaith_cal.ground.files import read_toml

    assert isinstance(path, Path)
    fonts.check_glyphs(read_toml(path))


def test_the_fonts_bring_their_license() -> None:
    license_text = (fonts.folder() / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in license_text
    assert "Copyright 2015-2020 Google LLC" in license_text
