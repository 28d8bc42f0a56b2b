"""What all rules share: a first day in each of their own years, and the ways of carrying a rule on."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from msgspec import Struct

from interfaith_cal.errors import InterfaithCalError, YearRangeError
from interfaith_cal.model.calendar import Calendar
from interfaith_cal.model.week import Weekday
from interfaith_cal.phrase import Phrase

# No own year is shorter, by far, and no festival lasts longer, than these leave room for: the closest that two days of
# one rule come is 350 days, the longest span is a fast of 49.
SHORTEST_YEAR = timedelta(300)
YEAR_LESS_A_SPAN = timedelta(200)


class Certainty(StrEnum):
    """How sure a date is.

    Arithmetic that nobody moves; announced by an authority, or counted from a day that was; computed, so that a named
    authority may still move it; or unsettled, where the community itself keeps it on different days.
    """

    FIXED = "fixed"
    COMPUTED = "computed"
    ANNOUNCED = "announced"
    UNSETTLED = "unsettled"


class Occurrence(Struct, frozen=True):
    """One time a rule comes true: first and last civil day, and the rule's own year as a label ("5787")."""

    first: date
    last: date
    year: str
    remarks: tuple[Phrase, ...] = ()
    certainty: Certainty = Certainty.FIXED
    source: str = ""
    """Who has announced it, or the day that it is counted from; "" where that is nobody."""


class Rule(Struct, frozen=True):
    """A rule that comes true at most once in each of its own years."""

    @property
    def certainty(self) -> Certainty:
        """FIXED, unless the rule follows the sky or an agreed criterion."""
        return Certainty.FIXED

    @property
    def announced_only(self) -> bool:
        """Whether no rule is known: the festival falls where an authority has said so, and nowhere else."""
        return False

    @property
    def once_a_year(self) -> bool:
        """Whether `day` tells all: no own year holds a second day that only `occurrences` knows."""
        return True

    @property
    def calendar(self) -> Calendar | None:
        """The calendar in which the rule counts its years; None for the Gregorian."""
        return None

    @abstractmethod
    def day(self, year: int) -> date | None:
        """The first day in one of the rule's own years; None if it does not fall in that year.

        Raises:
            YearRangeError: the rule, or the calendar it is written in, does not answer for that year.
            OverflowError, ValueError: the day lies outside the civil years 1 to 9999.
        """

    @abstractmethod
    def sentence(self) -> Phrase:
        """The rule in words."""

    def span(self, year: int) -> tuple[date, date] | None:
        """First and last day in one of the rule's own years; None if it does not fall in that year."""
        day = self.day(year)
        return None if day is None else (day, day)

    def year_of(self, day: date) -> int:
        """The rule's own year that holds a civil day."""
        return day.year if self.calendar is None else self.calendar.from_date(day).year

    def day_near(self, day: date) -> date | None:
        """The first day in that own year of the rule which holds a civil day: rules that count years apart can meet."""
        return self.day(self.year_of(day))

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """What must be said of the date in one own year, for example that the decision was close."""
        return ()

    def certainty_in(self, year: int) -> Certainty:
        """How sure the date of one own year is: ANNOUNCED where it is counted from a day that was announced."""
        return self.certainty

    def source_in(self, year: int) -> str:
        """Who announced the day that the date of one own year is counted from; "" where nobody did."""
        return ""

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        """Every occurrence that touches a day from `first` to `last`, in order.

        Raises:
            YearRangeError: the rule does not answer for one of its own years that hold these days.
        """
        year, end = self.year_of(first), self.year_of(last)
        here = self._in(year)
        # To ask the sky is dear: the years around are asked only where their day can lie between these.
        around = [self._beside(year - 1)] if here is None or here.first - first > YEAR_LESS_A_SPAN else []
        around.append(here)
        while year <= end and (around[-1] is None or last - around[-1].first >= SHORTEST_YEAR):
            year += 1
            around.append(self._in(year) if year <= end else self._beside(year))
        for found in around:
            if found is not None and found.first <= last and found.last >= first:
                yield self._told(found)

    def _told(self, found: Occurrence) -> Occurrence:
        """An occurrence with what is to be said of it: remarks, certainty and who announced it."""
        year = int(found.year)
        remarks, certainty, source = self.remarks(year), self.certainty_in(year), self.source_in(year)
        return Occurrence(found.first, found.last, found.year, remarks, certainty, source)

    def _in(self, year: int) -> Occurrence | None:
        try:
            span = self.span(year)
        except InterfaithCalError:
            raise
        except (OverflowError, ValueError):
            return None  # a day before year 1 or after year 9999 is no civil day
        return None if span is None else Occurrence(*span, str(year))

    def _beside(self, year: int) -> Occurrence | None:
        """That of an own year next to those asked for; there may be none where the rule's years begin or end."""
        try:
            return self._in(year)
        except YearRangeError:
            return None

    def carried(self, on: Callable[[Rule], Rule]) -> Rule:
        """The rule that another makes of this one; of several days, that it makes of each."""
        return on(self)

    def plus(self, days: int) -> Rule:
        """The same, a number of days later (or earlier)."""
        return self.carried(lambda rule: derived.Shifted(rule, days))

    def on_or_after(self, weekday: Weekday) -> Rule:
        """The first such weekday from this day on."""
        return self.carried(lambda rule: derived.OnOrAfter(rule, weekday))

    def on_or_before(self, weekday: Weekday) -> Rule:
        """The last such weekday up to this day."""
        return self.carried(lambda rule: derived.OnOrBefore(rule, weekday))

    def nearest(self, weekday: Weekday) -> Rule:
        """That weekday nearest to this day."""
        return self.carried(lambda rule: derived.Nearest(rule, weekday))

    def moved(self, *weekdays: Weekday, by: int, since: int | None = None) -> Rule:
        """The same, but on these weekdays a number of days later (or earlier), from an own year on if given."""
        rule: Rule = self
        for weekday in weekdays:
            rule = rule.carried(partial(derived.Moved, weekday=weekday, by=by, first_year=since))
        return rule

    def transferred(self, to: Rule, falling: Days) -> Rule:
        """Another day, when this one falls within a pair of days (both ends included), or on a day."""
        first, last = _both_ends(falling)
        return self.carried(lambda rule: derived.Transferred(rule, to, first, last))

    def suppressed(self, falling: Days) -> Rule:
        """Not kept at all, when it falls within a pair of days (both ends included), or on a day."""
        return self.transferred(derived.NEVER, falling)

    def until(self, end: Rule) -> Rule:
        """From this day to another rule's day in the same year; not at all if that is over before."""
        return self.carried(lambda rule: derived.Until(rule, end))

    def lasting(self, days: int) -> Rule:
        """This day and those that follow, so many in all."""
        return self if days == 1 else self.carried(lambda rule: derived.Lasting(rule, days))

    def since(self, year: int) -> Rule:
        """Not before one of the rule's own years."""
        return self.carried(lambda rule: derived.Since(rule, year))

    def otherwise(self, other: Rule) -> Rule:
        """Another rule in the years in which this one has no day."""
        return self.carried(lambda rule: derived.Otherwise(rule, other))

    def remarked(self, remark: Phrase, falling: Days) -> Rule:
        """The same, with something said of the years in which it falls within a pair of days, or on a day."""
        first, last = _both_ends(falling)
        return self.carried(lambda rule: derived.Remarked(rule, remark, first, last))

    def unsettled(self, why: Phrase, falling: Days | None = None) -> Rule:
        """The same, but the community itself keeps it on different days, or no rule is known for sure; `why` says it.

        In all years, or only in those in which it falls within a pair of days, or on a day.
        """
        if falling is None:
            return self.carried(lambda rule: derived.Unsettled(rule, why, rule, rule))
        first, last = _both_ends(falling)
        return self.carried(lambda rule: derived.Unsettled(rule, why, first, last))


Days = Rule | tuple[Rule, Rule]


def _both_ends(days: Days) -> tuple[Rule, Rule]:
    return days if isinstance(days, tuple) else (days, days)


# The rules made from others are rules themselves, so each of the two modules needs the other.
from interfaith_cal.model import derived  # noqa: E402
