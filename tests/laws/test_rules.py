"""The words that festivals are written in: what a rule built from them gives, and what it says of itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.almanac import day_after, marked
from interfaith_cal.errors import SpanError
from interfaith_cal.model import FRIDAY, SATURDAY, SUNDAY, THURSDAY, Rule, Weekday
from interfaith_cal.model.derived import NEVER
from interfaith_cal.reckoning import coptic, hebrew
from interfaith_cal.rules.church import advent, by_either_computus, easter, in_both_calendars, pascha
from interfaith_cal.rules.civil import AUGUST, DECEMBER, JANUARY, JUNE, MARCH, GregorianMonth, gregorian
from interfaith_cal.rules.several import each_of
from interfaith_cal.words import texts

ST_JOHN = gregorian(JUNE, 24)


# Built when asked for: of a rule that is built at import a mutation test does not see how.
EASTER_SAID = "Easter Sunday: the first Sunday after the first full moon of spring, by the Gregorian reckoning"
PASCHA_SAID = "Orthodox Easter (Pascha): the Sunday after the first full moon of spring, by the Julian reckoning"


def said() -> list[tuple[Rule, int, str | None, str]]:
    """Rules, a year, their first day then, and their words. In 2027 Easter is on 28 March, 24 June is a Thursday."""
    return [
        (easter(), 2027, "2027-03-28", EASTER_SAID),
        (easter(1), 2027, "2027-03-29", "the day after Easter Sunday"),
        (easter(-1), 2027, "2027-03-27", "the day before Easter Sunday"),
        (easter(-2), 2027, "2027-03-26", "2 days before Easter Sunday"),
        (pascha(), 2027, "2027-05-02", PASCHA_SAID),
        (pascha(49), 2027, "2027-06-20", "49 days after Orthodox Easter Sunday (Pascha)"),
        (advent(), 2027, "2027-11-28", "the fourth Sunday before Christmas"),
        (advent(-11), 2027, "2027-11-17", "11 days before the first Sunday of Advent"),
        (by_either_computus(-2)[""], 2027, "2027-04-30", "2 days before Orthodox Easter Sunday (Pascha)"),
        (by_either_computus(-2)["gregorian-easter"], 2027, "2027-03-26", "2 days before Easter Sunday"),
        (by_either_computus()[""], 2027, "2027-05-02", PASCHA_SAID),
        (in_both_calendars(JANUARY, 6)["new-calendar"], 2027, "2027-01-06", "6 January"),
        (in_both_calendars(JANUARY, 6)["old-calendar"], 2027, "2027-01-19", "6 January (Julian)"),
        (ST_JOHN.plus(1), 2027, "2027-06-25", "the day after 24 June"),
        (ST_JOHN.plus(-1), 2027, "2027-06-23", "the day before 24 June"),
        (ST_JOHN.plus(2).plus(3), 2027, "2027-06-29", "5 days after 24 June"),
        (ST_JOHN.plus(2).plus(-3), 2027, "2027-06-23", "the day before 24 June"),
        (ST_JOHN.plus(3).plus(-3), 2027, "2027-06-24", "24 June"),
        (ST_JOHN.on_or_after(SUNDAY), 2027, "2027-06-27", "the first Sunday on or after 24 June"),
        (ST_JOHN.on_or_after(THURSDAY), 2027, "2027-06-24", "the first Thursday on or after 24 June"),
        (ST_JOHN.on_or_before(SUNDAY), 2027, "2027-06-20", "the last Sunday on or before 24 June"),
        (ST_JOHN.on_or_before(THURSDAY), 2027, "2027-06-24", "the last Thursday on or before 24 June"),
        (ST_JOHN.nearest(SUNDAY), 2027, "2027-06-27", "the Sunday nearest to 24 June"),
        (ST_JOHN.nearest(SUNDAY), 1997, "1997-06-22", "the Sunday nearest to 24 June"),
        (ST_JOHN.moved(SATURDAY, by=1), 2000, "2000-06-25",
         "24 June; if that falls on a Saturday, on the Sunday after it"),
        (ST_JOHN.moved(SATURDAY, by=1), 2027, "2027-06-24",
         "24 June; if that falls on a Saturday, on the Sunday after it"),
        (ST_JOHN.moved(THURSDAY, by=-1), 2027, "2027-06-23",
         "24 June; if that falls on a Thursday, on the Wednesday before it"),
        (ST_JOHN.moved(THURSDAY, by=1, since=2027), 2027, "2027-06-25",
         "24 June; since the year 2027, if that falls on a Thursday, on the Friday after it"),
        (ST_JOHN.moved(THURSDAY, by=-1, since=2028), 2027, "2027-06-24",
         "24 June; since the year 2028, if that falls on a Thursday, on the Wednesday before it"),
        (ST_JOHN.moved(THURSDAY, SATURDAY, by=2).moved(FRIDAY, by=1), 2027, "2027-06-28",
         "24 June; if that falls on a Thursday, on the Saturday after it; if that falls on a "
         "Saturday, on the Monday after "
         "it; if that falls on a Friday, on the Saturday after it"),
        (easter().transferred(easter(1), falling=gregorian(MARCH, 28)), 2027, "2027-03-29",
         f"{EASTER_SAID}; if that is 28 March, then the day after Easter Sunday"),
        (gregorian(MARCH, 25).transferred(easter(8), falling=(easter(-7), easter(7))), 2027, "2027-04-05",
         "25 March; if that falls in the time from 7 days before Easter Sunday to 7 days after Easter Sunday, "
         "then 8 days after Easter Sunday"),
        (gregorian(MARCH, 25).transferred(easter(8), falling=(easter(-7), easter(7))), 2025, "2025-03-25",
         "25 March; if that falls in the time from 7 days before Easter Sunday to 7 days after Easter Sunday, "
         "then 8 days after Easter Sunday"),
        (gregorian(MARCH, 25).suppressed(falling=(easter(-7), easter(7))), 2027, None,
         "25 March; not kept if that falls in the time from 7 days before Easter Sunday to 7 days after Easter Sunday"),
        (ST_JOHN.since(2027), 2027, "2027-06-24", "since the year 2027: 24 June"),
        (ST_JOHN.since(2028), 2027, None, "since the year 2028: 24 June"),
        (ST_JOHN.since(2028).otherwise(easter()), 2027, "2027-03-28",
         f"since the year 2028: 24 June; before that {EASTER_SAID}"),
        (ST_JOHN.otherwise(easter()), 2027, "2027-06-24", f"24 June; otherwise {EASTER_SAID}"),
        (each_of(ST_JOHN, easter()), 2027, "2027-06-24", f"24 June and {EASTER_SAID}"),
        (NEVER, 2027, None, "never"),
    ]  # fmt: skip


def test_a_rule_falls_on_the_day_that_it_names() -> None:
    for rule, year, day, words in said():
        found = rule.day(year)
        assert (found and found.isoformat(), texts.say(rule.sentence(), "en")) == (day, words)


@pytest.mark.parametrize("place", range(3))
def test_whatever_is_made_of_a_day_that_is_not_is_not(place: int) -> None:
    absent = (NEVER, ST_JOHN.since(3000), ST_JOHN.suppressed(falling=ST_JOHN))[place]
    made = (
        absent.plus(1), absent.on_or_after(SUNDAY), absent.on_or_before(SUNDAY), absent.nearest(SUNDAY),
        absent.moved(SUNDAY, by=1), absent.lasting(3), absent.until(ST_JOHN), absent.since(1),
        absent.transferred(ST_JOHN, falling=ST_JOHN), ST_JOHN.until(absent), absent.otherwise(NEVER),
    )  # fmt: skip
    assert [rule.span(2027) for rule in made] == [None] * len(made)
    assert [list(rule.occurrences(date(2027, 1, 1), date(2027, 12, 31))) for rule in made] == [[]] * len(made)
    assert absent.remarked(ST_JOHN.sentence(), falling=ST_JOHN).remarks(2027) == ()


def test_spans_have_their_length_and_say_so() -> None:
    three = ST_JOHN.lasting(3)
    assert three.day(2027) == date(2027, 6, 24)
    assert three.span(2027) == (date(2027, 6, 24), date(2027, 6, 26))
    assert texts.say(three.sentence(), "en") == "24 June, for 3 days"
    assert ST_JOHN.lasting(1) is ST_JOHN
    until = ST_JOHN.until(gregorian(AUGUST, 1))
    assert until.day(2027) == date(2027, 6, 24)
    assert until.span(2027) == (date(2027, 6, 24), date(2027, 8, 1))
    assert texts.say(until.sentence(), "en") == "from 24 June to 1 August"
    assert ST_JOHN.until(easter()).day(2027) is None
    assert ST_JOHN.until(easter()).span(2027) is None
    assert ST_JOHN.until(ST_JOHN).span(2027) == (date(2027, 6, 24), date(2027, 6, 24))


def test_what_began_in_the_year_before_is_found_in_this_one() -> None:
    turn = gregorian(DECEMBER, 30).lasting(7)
    for first, last, years in (
        (date(2027, 1, 1), date(2027, 1, 3), ["2026"]),
        (date(2027, 1, 5), date(2027, 1, 5), ["2026"]),
        (date(2027, 1, 6), date(2027, 12, 29), []),
        (date(2027, 1, 5), date(2027, 12, 30), ["2026", "2027"]),
        (date(2027, 1, 1), date(2030, 1, 1), ["2026", "2027", "2028", "2029"]),
    ):
        assert [found.year for found in turn.occurrences(first, last)] == years


def test_a_remark_is_made_in_the_years_it_is_for() -> None:
    said = ST_JOHN.remarked(easter().sentence(), falling=(gregorian(JUNE, 24), gregorian(JUNE, 25)))
    assert said.remarks(2027) == (easter().sentence(),)
    assert said.remarked(pascha().sentence(), falling=ST_JOHN).remarks(2027) == (
        easter().sentence(),
        pascha().sentence(),
    )
    assert ST_JOHN.remarked(easter().sentence(), falling=gregorian(JUNE, 25)).remarks(2027) == ()
    assert texts.say(said.sentence(), "en") == "24 June"


@given(day=st.dates(date(1583, 1, 1), date(9998, 12, 31)), weekday=st.sampled_from(Weekday))
def test_a_weekday_near_a_day_is_that_weekday_and_near(day: date, weekday: Weekday) -> None:
    base = gregorian(GregorianMonth(day.month), min(day.day, 28))
    start = base.day(day.year)
    assert start is not None
    for rule, reach in (
        (base.on_or_after(weekday), range(7)),
        (base.on_or_before(weekday), range(-6, 1)),
        (base.nearest(weekday), range(-3, 4)),
    ):
        found = rule.day(day.year)
        assert found is not None
        assert found.weekday() == weekday
        assert (found - start).days in reach


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1743, 13, 7), (1742, 13, 6), (1743, 1, 31), (1743, 12, 31), (1743, 14, 1), (1743, 1, 0), (1743, 0, 1)],
)
def test_a_coptic_day_that_is_not_is_refused_by_name(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=f"no day {day} in month {month} of the Coptic year {year}"):
        coptic.CALENDAR.to_date(year, month, day)


def test_the_sixth_small_day_of_the_copts_comes_before_a_civil_leap_year() -> None:
    assert coptic.CALENDAR.to_date(1739, 13, 6) == date(2023, 9, 11)
    assert coptic.CALENDAR.from_date(date(2023, 9, 11)) == (1739, 13, 6)
    assert [coptic.CALENDAR.month_length(year, 13) for year in (1738, 1739, 1740)] == [5, 6, 5]
    assert {coptic.CALENDAR.month_length(1743, month) for month in range(1, 13)} == {30}


@pytest.mark.parametrize(("year", "month", "day"), [(5787, 14, 1), (5787, 1, 31), (5787, 2, 30), (5787, 0, 30)])
def test_a_hebrew_day_that_is_not_is_refused_by_name(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=f"no day {day} in month {month} of the Hebrew year {year}"):
        hebrew.CALENDAR.to_date(year, month, day)


def test_a_day_is_narrowed_by_kind_rank_and_usage() -> None:
    day = date(2027, 2, 10)  # within Ramadan, Ash Wednesday
    assert {o.kind for o in ic.on(day, kind="fast")} == {"fast"}
    assert {o.rank for o in ic.on(day, rank="major")} == {"major"}
    assert {o.kind for o in ic.on(day)} > {"fast"}
    old = {"orthodox": ["old-calendar"]}
    assert {o.usage for o in ic.on(date(2027, 1, 7), communities=["orthodox"], usages=old)} == {"old-calendar"}


def test_the_eve_of_a_day_is_not_the_day() -> None:
    first = date(2027, 4, 22)
    pesach = ic.observances(2027, festivals=["jewish/pesach"])
    assert [(o.first_day, o.eve) for o in marked(pesach, first)] == [(first, False)]
    assert [(o.first_day, o.eve) for o in marked(pesach, first - timedelta(1))] == [(first, True)]
    assert day_after(date.max) == date.max
    assert ic.on(date.max, communities=["jewish"]) is not None


def test_upcoming_ends_with_the_years_that_are_known_and_follows_usages() -> None:
    last = ic.communities(["islamic"])[0].last_year
    assert len(ic.upcoming("islamic/ramadan", after=date(last, 1, 1), count=5)) in (1, 2)
    (one,) = ic.upcoming("jewish/pesach", after=date(2027, 4, 21))
    assert one.first_day == date(2027, 4, 22)
    (next_year,) = ic.upcoming("jewish/pesach", after=date(2027, 4, 22))
    assert next_year.first_day == date(2028, 4, 11)
    (moved,) = ic.upcoming("catholic/immaculate-conception", after=date(2024, 12, 1), usages={"catholic": ["austria"]})
    assert moved.id == "catholic/immaculate-conception/2024/austria"
    with pytest.raises(SpanError, match="the count 0 is less than 1"):
        ic.upcoming("jewish/pesach", after=date(2027, 4, 21), count=0)


def test_years_are_refused_before_anything_is_computed() -> None:
    with pytest.raises(ic.YearRangeError, match="the year 4000 is out of range for the community 'islamic'"):
        ic.observances(date(1900, 1, 1), date(4000, 12, 31))
