"""The word `edition` of the library: what an edition shows, its own days included, as every command shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import interfaith_cal as ic
from interfaith_cal import selection
from interfaith_cal.editorial import editions

SCHOOL = """
title = { de = "Schulkalender" }
publisher = { de = "Schule am Park" }
languages = ["de"]
communities = ["orthodox", "jewish"]
rank = "major"
namespace = "park.example"

[usages]
orthodox = ["old-calendar"]

[[day]]
id = "summer-fair"
date = 2027-06-19
kind = "feast"
name = { de = "Schulfest" }
text = { de = "Alle sind eingeladen." }
"""


@pytest.fixture
def school(tmp_path: Path) -> str:
    """The path of an edition of one's own."""
    path = tmp_path / "school.toml"
    path.write_text(SCHOOL, encoding="utf-8")
    return str(path)


def test_a_year_is_what_the_edition_shows(school: str) -> None:
    shown = selection.of_edition(editions.edition(school), 2027)
    assert ic.observances(2027, edition=school) == shown
    assert ic.observances(2027, edition=ic.edition(school)) == shown
    assert ic.observances(2027, edition="nrw") == selection.of_edition(editions.edition("nrw"), 2027)


def test_other_words_narrow_or_replace_what_it_says(school: str) -> None:
    (fair,) = ic.observances(2027, edition=school, festivals="own/summer-fair")
    assert (fair.name("de"), fair.first_day) == ("Schulfest", date(2027, 6, 19))
    assert {o.community.id for o in ic.observances(2027, edition=school, communities="jewish")} == {"jewish"}
    assert {str(o.rank) for o in ic.observances(2027, edition=school)} == {"major"}
    assert "minor" in {str(o.rank) for o in ic.observances(2027, edition=school, rank="all")}
    (old,) = ic.observances(2030, edition=school, festivals="orthodox/nativity")
    assert old.usage == "old-calendar"
    new = ic.observances(2030, edition=school, festivals="orthodox/nativity", usages={"orthodox": "new-calendar"})
    assert {o.usage for o in new} == {"new-calendar"}


def test_a_day_of_its_own_is_found_wherever_one_asks(school: str) -> None:
    day = date(2027, 6, 19)
    assert [o.festival.slug for o in ic.on(day, edition=school) if not o.eve] == ["summer-fair"]
    assert "own/summer-fair" in {o.festival.id for o in ic.by_day(2027, edition=school)[day]}
    assert [f.id for f in ic.search("Schulfest", edition=school)] == ["own/summer-fair"]
    assert [o.first_day for o in ic.upcoming("own/summer-fair", after=date(2027, 1, 1), edition=school)] == [day]
    (judged,) = ic.plan(day, edition=school)
    assert "own/summer-fair" in {one.observance.festival.id for one in judged.days[0].affected}
    feed = ic.to_ics(ic.observances(2027, edition=school), edition=school).decode("utf-8")
    assert "Schulfest" in feed
    assert "Schule am Park" in feed


def test_upcoming_keeps_the_usages_of_the_edition(school: str) -> None:
    (old,) = ic.upcoming("orthodox/nativity", after=date(2030, 1, 1), edition=school)
    assert (old.usage, old.first_day) == ("old-calendar", date(2030, 1, 7))


ASKED: list[Callable[[Any], object]] = [
    lambda name: ic.observances(2027, edition=name),
    lambda name: ic.on(date(2027, 6, 19), edition=name),
    lambda name: ic.by_day(2027, edition=name),
    lambda name: ic.upcoming("jewish/pesach", after=date(2027, 1, 1), edition=name),
    lambda name: ic.search("Pessach", edition=name),
    lambda name: ic.plan(date(2027, 6, 19), edition=name),
    lambda name: ic.to_ics(ic.observances(2027, communities="jewish"), edition=name),
]


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nwr", "there is no edition 'nwr'; did you mean 'nrw'?"),
        (3, "the edition is 3; give a text such as 'nrw'."),
        ("missing.toml", "missing.toml"),
    ],
)
def test_a_wrong_edition_is_one_sentence(ask: Callable[[Any], object], name: object, sentence: str) -> None:
    with pytest.raises(ic.InterfaithCalError) as caught:
        ask(name)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_feed_in_a_language_that_the_edition_is_not_made_in_is_refused(school: str) -> None:
    with pytest.raises(ic.UnknownNameError, match="language of the edition 'school'"):
        ic.to_ics(ic.observances(2027, edition=school), "en", edition=school)
