"""How sure a date is: one idea, whatever the rule is made of."""

from __future__ import annotations

from datetime import date

import interfaith_cal as ic
from interfaith_cal.almanac import by_ways
from interfaith_cal.editorial.pins import Pin
from interfaith_cal.model import Certainty, Community
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.announced import announced_only
from interfaith_cal.rules.base import SUNDAY
from interfaith_cal.rules.civil import JULY, NOVEMBER, gregorian
from interfaith_cal.rules.declare import MIDNIGHT, feast

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
