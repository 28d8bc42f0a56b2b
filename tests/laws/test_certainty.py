"""How sure a date is: one idea, whatever the rule is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

import interfaith_cal as ic
from interfaith_cal.almanac import by_ways
from interfaith_cal.editorial.pins import Pin
from interfaith_cal.model import SUNDAY, Certainty, Community, Observance
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.rules.announced import announced_only
from interfaith_cal.rules.civil import JULY, NOVEMBER, gregorian
from interfaith_cal.rules.declare import MIDNIGHT, feast

# What a note says when the day itself is in doubt: the community keeps it on different days, or no day is sure.
DOUBTING = {
    "annunciation-moved", "annunciation-on-lent-sunday", "batizmi-not-settled",
    "belinda-not-settled", "fatima-death-third", "hizir-lokmasi-by-law", "masum-fast-elsewhere",
    "mort-shmuni-elsewhere",
    "no-ruling-corpus-christi", "no-ruling-sacred-heart", "no-source-feast-meets-palm-sunday",
    "no-source-feast-meets-pascha",
    "no-source-slavic-saint-george", "note-week-of-prayer", "order-in-shingal", "shia-rivals",
    "synod-may-decide-otherwise",
}  # fmt: skip
# What may be said of a day that is sure: how it is reckoned, where it was read, and what else happens around it.
HARMLESS = {
    "alevi-one-list", "badi-west", "decided-by-tabular", "maras-services", "no-dated-list", "note-bali", "one-calendar",
    "one-dated-list", "shia-not-read-in-germany", "yields-to-sunday",
}  # fmt: skip
YEARS = date(2000, 1, 1), date(2060, 12, 31)
# Kept by the months of Iran, whatever Diyanet announces.
OF_OTHER_MONTHS = {f.slug for f in ic.communities(["islamic"])[0].festivals if "diyanet" not in dict(f.ways)}

PROCESSION = feast("procession", announced_only())
KEEPER = Community("harbor", begins=MIDNIGHT, source="the harbor's almanac", festivals=(PROCESSION,))


def test_every_day_of_a_badi_year_whose_first_day_was_published_is_announced_by_the_same() -> None:
    kept = [o for o in ic.observances(2027, communities=["bahai"]) if o.own_year in ("183", "184")]
    assert {o.certainty for o in kept} == {Certainty.ANNOUNCED}
    assert {o.source for o in kept} == {ic.observances(2027, festivals=["bahai/naw-ruz"])[0].source}


def test_beyond_the_published_years_the_sky_decides() -> None:
    assert {o.certainty for o in ic.observances(2067, communities=["bahai"])} == {Certainty.COMPUTED}


def test_a_festival_without_a_rule_has_the_days_that_were_announced_and_no_others() -> None:
    (festival,) = KEEPER.festivals
    pin = Pin("harbor/procession", "2031", "", date(2031, 7, 6), None, "the harbor's letter", date(2030, 11, 1))
    pins = {("harbor/procession", ""): {"2031": pin}}
    found = list(by_ways(KEEPER, festival, festival.ways, date(2030, 1, 1), date(2032, 12, 31), pins))
    assert [(o.first_day, o.last_day, o.certainty, o.source, o.own_year) for o in found] == [
        (date(2031, 7, 6), date(2031, 7, 6), Certainty.ANNOUNCED, "the harbor's letter", "2031")
    ]
    assert not list(by_ways(KEEPER, festival, festival.ways, date(2030, 1, 1), date(2032, 12, 31)))


def test_a_day_that_its_community_keeps_differently_is_unsettled_and_says_so() -> None:
    why = phrase("belinda-not-settled")
    (rule,) = (way for _, way in feast("fog", gregorian(NOVEMBER, 1).on_or_after(SUNDAY), unsettled=why).ways)
    (found,) = rule.occurrences(date(2027, 11, 1), date(2027, 11, 30))
    assert (found.certainty, found.remarks) == (Certainty.UNSETTLED, (why,))


def test_a_day_is_unsettled_only_in_the_years_in_which_it_is() -> None:
    why = phrase("belinda-not-settled")
    rule = gregorian(JULY, 1).on_or_after(SUNDAY).unsettled(why, falling=gregorian(JULY, 4))
    doubted = next(rule.occurrences(date(2027, 7, 1), date(2027, 7, 31)))
    assert (doubted.first, doubted.certainty, doubted.remarks) == (date(2027, 7, 4), Certainty.UNSETTLED, (why,))
    settled = next(rule.occurrences(date(2026, 7, 1), date(2026, 7, 31)))
    assert (settled.first, settled.certainty, settled.remarks) == (date(2026, 7, 5), Certainty.FIXED, ())


def test_a_chain_keeps_the_span_of_what_it_began_with() -> None:
    nine_days = gregorian(NOVEMBER, 1).until(gregorian(NOVEMBER, 9))
    for rule in (
        nine_days.since(2015),
        nine_days.plus(7),
        nine_days.on_or_after(SUNDAY),
        nine_days.moved(SUNDAY, by=1),
    ):
        (found,) = rule.occurrences(date(2027, 11, 1), date(2027, 11, 30))
        assert (found.last - found.first).days == 8


def notes(o: Observance) -> set[str]:
    own = (o.festival.note,) if o.festival.note else ()
    return {key for note in (*own, *o.remarks) for key in keys(note)}


def keys(note: Phrase) -> Iterator[str]:
    yield note.key
    for _, part in note.parts:
        if isinstance(part, Phrase):
            yield from keys(part)


def kept(community: ic.CommunityId) -> list[Observance]:
    """All that a community keeps by any of its usages, one usage after the other: some exclude one another."""
    (whole,) = ic.communities([community])
    usages: list[dict[ic.CommunityId, list[str]] | None] = [None, *({community: [usage.id]} for usage in whole.usages)]
    return [o for asked in usages for o in ic.observances(*YEARS, communities=[community], usages=asked)]


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_no_date_stands_fixed_beside_a_note_that_doubts_it(community: ic.CommunityId) -> None:
    beside = {key for o in kept(community) if o.certainty is Certainty.FIXED for key in notes(o)}
    assert beside & DOUBTING == set()
    # A new note is either harmless or doubting: put it into one of the two.
    assert beside - HARMLESS == set()


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_an_unsettled_date_says_what_differs(community: ic.CommunityId) -> None:
    unsettled = [o for o in kept(community) if o.certainty is Certainty.UNSETTLED]
    assert [o.id for o in unsettled if not notes(o) & DOUBTING] == []
    assert all(o.certainty_note_in(lang) for o in unsettled for lang in ("de", "en"))


def test_no_islamic_day_of_an_announced_month_is_computed() -> None:
    months: dict[tuple[int, int], list[Observance]] = defaultdict(list)
    for o in ic.observances(*YEARS, communities=["islamic"]):
        if o.festival.slug not in OF_OTHER_MONTHS and o.calendar is not None:
            months[o.calendar.from_date(o.first_day)[:2]].append(o)
    for in_month in months.values():
        # The Thursday of Raghaib tells of no other day.
        if any(o.certainty is Certainty.ANNOUNCED for o in in_month if o.festival.slug != "raghaib-night"):
            assert [o.id for o in in_month if o.certainty is Certainty.COMPUTED] == []
