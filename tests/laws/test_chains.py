"""Laws of chained rules: whatever is made of a rule keeps its length, its days, and what is said of each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaith_cal.errors import InterfaithCalError, YearRangeError
from interfaith_cal.model import MONDAY, SUNDAY, WEDNESDAY, Certainty, Rule
from interfaith_cal.model.derived import NEVER
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.badi import AYYAM_I_HA, JALAL, badi
from interfaith_cal.rules.civil import APRIL, AUGUST, FEBRUARY, JULY, JUNE, MAY, NOVEMBER, gregorian, julian
from interfaith_cal.rules.coptic import LITTLE_MONTH, TOUT, coptic
from interfaith_cal.rules.hebrew import ADAR, ADAR_I, KISLEV, MARHESHVAN, NISAN, TISHRI, hebrew
from interfaith_cal.rules.hijri import RAMADAN, SHAWWAL, evening_before, hijri
from interfaith_cal.rules.lunisolar import CHINA, lunisolar
from interfaith_cal.rules.nanakshahi import CHET, POH, jantri, nanakshahi
from interfaith_cal.rules.panchang import UDAYA
from interfaith_cal.rules.pawukon import DUNGULAN, pawukon
from interfaith_cal.rules.several import each_of
from interfaith_cal.rules.thai import thai_full_moon
from interfaith_cal.rules.tibetan import tibetan
from interfaith_cal.rules.tithi import BRIGHT, CHAITRA, tithi

Chain = Callable[[Rule], Rule]
WHY = phrase("decided-by-aabf")
LATE = gregorian(NOVEMBER, 9)

# Every way of carrying a rule on that keeps its days together; each leaves a day of May where or near where it is.
LINKS: dict[str, Chain] = {
    "plus": lambda rule: rule.plus(3),
    "on_or_after": lambda rule: rule.on_or_after(SUNDAY),
    "on_or_before": lambda rule: rule.on_or_before(SUNDAY),
    "nearest": lambda rule: rule.nearest(WEDNESDAY),
    "moved": lambda rule: rule.moved(SUNDAY, MONDAY, by=1),
    "transferred": lambda rule: rule.transferred(gregorian(JUNE, 1), falling=(gregorian(MAY, 1), gregorian(MAY, 2))),
    "suppressed": lambda rule: rule.suppressed(falling=LATE),
    "since": lambda rule: rule.since(1000),
    "otherwise": lambda rule: rule.otherwise(LATE),
    "remarked": lambda rule: rule.remarked(WHY, falling=LATE),
    "unsettled": lambda rule: rule.unsettled(WHY),
}
ON_EACH = {name: link for name, link in LINKS.items() if name != "otherwise"}


@given(chain=st.lists(st.sampled_from(sorted(LINKS)), max_size=5), days=st.integers(1, 9), year=st.integers(1900, 2100))
def test_a_span_keeps_its_length_wherever_in_a_chain_it_stands(chain: list[str], days: int, year: int) -> None:
    rule: Rule = gregorian(MAY, 1).until(gregorian(MAY, days))
    for name in chain:
        rule = LINKS[name](rule)
    span = rule.span(year)
    assert span is not None
    assert span == (rule.day(year), span[0] + timedelta(days - 1))


@given(
    chain=st.lists(st.sampled_from(sorted(ON_EACH)), max_size=4), days=st.integers(1, 4), year=st.integers(1900, 2100)
)
def test_what_is_said_of_several_days_is_said_of_each(chain: list[str], days: int, year: int) -> None:
    alone = [gregorian(MAY, 3), gregorian(AUGUST, 20)]
    together = each_of(*alone)
    carried: list[Rule] = list(alone)
    for name in chain:
        together, carried = ON_EACH[name](together), [ON_EACH[name](rule) for rule in carried]
    spans = [rule.lasting(days).span(year) for rule in carried]
    found = list(together.lasting(days).occurrences(date(year, 1, 1), date(year, 12, 31)))
    assert [(one.first, one.last) for one in found] == spans
    assert [one.year for one in found] == [f"{year}a", f"{year}b"]


def test_the_night_before_several_days_is_before_each() -> None:
    nights = evening_before(each_of(hijri(RAMADAN, 19), hijri(RAMADAN, 21)))
    first, second = nights.occurrences(date(2027, 1, 1), date(2027, 12, 31))
    assert second.first - first.first == timedelta(2)


@pytest.mark.parametrize(
    "carry",
    [
        lambda: pawukon(DUNGULAN, WEDNESDAY).plus(1),
        lambda: pawukon(DUNGULAN, WEDNESDAY).lasting(3),
        lambda: gregorian(MAY, 1).otherwise(pawukon(DUNGULAN, WEDNESDAY)),
        lambda: gregorian(MAY, 1).until(each_of(gregorian(MAY, 3), gregorian(MAY, 5))),
        lambda: each_of(gregorian(MAY, 3), gregorian(MAY, 5)).otherwise(NEVER),
    ],
)
def test_a_chain_that_would_lose_days_is_refused_when_it_is_made(carry: Callable[[], Rule]) -> None:
    with pytest.raises(InterfaithCalError, match=r"each_of\(\.\.\.\)"):
        carry()


def test_the_rule_that_steps_in_speaks_for_itself() -> None:
    doubted = gregorian(JULY, 1).unsettled(WHY).remarked(WHY, falling=gregorian(JULY, 1)).lasting(3)
    rule = gregorian(MAY, 1).since(2027).otherwise(doubted)
    assert (rule.certainty_in(2026), rule.remarks(2026)) == (Certainty.UNSETTLED, doubted.remarks(2026))
    assert (rule.certainty_in(2027), rule.remarks(2027)) == (Certainty.FIXED, ())
    assert rule.span(2026) == (date(2026, 7, 1), date(2026, 7, 3))


IMPOSSIBLE: list[tuple[Callable[[], object], str]] = [
    (lambda: gregorian(JUNE, 31), "no day 31 in month 6 of any gregorian year"),
    (lambda: gregorian(FEBRUARY, 30), "it has 1 to 29"),
    (lambda: julian(APRIL, 0), "no day 0"),
    (lambda: hebrew(TISHRI, 31), "no day 31 in month 7 of any hebrew year"),
    (lambda: hebrew(ADAR, 30), "no day 30"),
    (lambda: coptic(LITTLE_MONTH, 7), "it has 1 to 6"),
    (lambda: coptic(TOUT, 31), "it has 1 to 30"),
    (lambda: hijri(SHAWWAL, 31), "it has 1 to 30"),
    (lambda: badi(AYYAM_I_HA, 6), "it has 1 to 5"),
    (lambda: badi(JALAL, 20), "it has 1 to 19"),
    (lambda: nanakshahi(POH, 31), "it has 1 to 30"),
    (lambda: jantri(CHET, 33), "it has 1 to"),
    (lambda: lunisolar(CHINA, 13, 1), "no month 13; it has 1 to 12"),
    (lambda: lunisolar(CHINA, 1, 31), "it has 1 to 30"),
    (lambda: tibetan(0, 1), "no month 0"),
    (lambda: thai_full_moon(13), "no month 13"),
    (lambda: tithi(CHAITRA, BRIGHT, 16, at=UDAYA), "no tithi 16"),
]


@pytest.mark.parametrize(("build", "said"), IMPOSSIBLE)
def test_a_day_that_cannot_be_is_an_error_when_the_rule_is_built(build: Callable[[], object], said: str) -> None:
    with pytest.raises(InterfaithCalError, match=said):
        build()


@pytest.mark.parametrize(
    ("rule", "without", "with_it"),
    [
        (gregorian(FEBRUARY, 29), 2027, 2028),
        (julian(FEBRUARY, 29), 2027, 2028),
        (hebrew(KISLEV, 30), 5784, 5785),
        (hebrew(MARHESHVAN, 30), 5786, 5787),
        (hebrew(ADAR_I, 30), 5786, 5787),
        (coptic(LITTLE_MONTH, 6), 1742, 1743),
    ],
)
def test_a_day_of_some_years_is_in_those_alone(rule: Rule, without: int, with_it: int) -> None:
    assert rule.day(without) is None
    assert rule.day(with_it) is not None


def test_a_year_that_a_rule_cannot_answer_is_an_error_and_not_a_year_without() -> None:
    with pytest.raises(YearRangeError):
        list(hijri(SHAWWAL, 1).occurrences(date(2200, 1, 1), date(2200, 12, 31)))
    assert [found.year for found in badi(JALAL, 13).occurrences(date(2101, 5, 1), date(2102, 3, 1))] == []
    assert hebrew(NISAN, 15).span(5787) is not None
