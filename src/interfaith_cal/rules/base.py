"""What all rules share: a first day in each of their own years, and the ways of carrying a rule on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from string import ascii_lowercase

from interfaith_cal.model import Calendar, Certainty, Occurrence
from interfaith_cal.phrase import Phrase, phrase

# No own year is shorter, by far, and no festival lasts longer, than these leave room for: the closest that two days of
# one rule come is 350 days, the longest span is a fast of 49.
SHORTEST_YEAR = timedelta(300)
YEAR_LESS_A_SPAN = timedelta(200)

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


class YearlyRule(ABC):
    """A rule that comes true at most once in each of its own years."""

    __slots__ = ()

    @property
    def certainty(self) -> Certainty:
        """FIXED, unless the rule follows the sky or an agreed criterion."""
        return Certainty.FIXED

    @property
    def announced_only(self) -> bool:
        """Whether no rule is known: the festival falls where an authority has said so, and nowhere else."""
        return False

    @property
    def calendar(self) -> Calendar | None:
        """The calendar in which the rule counts its years; None for the Gregorian."""
        return None

    @abstractmethod
    def day(self, year: int) -> date | None:
        """The first day in one of the rule's own years; None if it does not fall in that year.

        Raises:
            OverflowError, ValueError: the day lies outside the years 1 to 9999.
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
        """Every occurrence that touches a day from `first` to `last`, in order."""
        year, end = self.year_of(first), self.year_of(last) + 1
        here = self._in(year)
        # To ask the sky is dear: the years around are asked only where their day can lie between these.
        around = [self._in(year - 1)] if here is None or here.first - first > YEAR_LESS_A_SPAN else []
        around.append(here)
        while year < end and (around[-1] is None or last - around[-1].first >= SHORTEST_YEAR):
            year += 1
            around.append(self._in(year))
        for found in around:
            if found is not None and found.first <= last and found.last >= first:
                yield self._told(found)

    def _told(self, found: Occurrence) -> Occurrence:
        """An occurrence with what is to be said of it: remarks, certainty and who announced it."""
        year = int(found.year)
        return found._replace(
            remarks=self.remarks(year), certainty=self.certainty_in(year), source=self.source_in(year)
        )

    def _in(self, year: int) -> Occurrence | None:
        try:
            span = self.span(year)
        except (OverflowError, ValueError):
            return None  # a day before year 1 or after year 9999 is no civil day
        return None if span is None else Occurrence(*span, str(year))

    def plus(self, days: int) -> YearlyRule:
        """The same, a number of days later (or earlier)."""
        return Shifted(self, days)

    def on_or_after(self, weekday: int) -> YearlyRule:
        """The first such weekday from this day on."""
        return OnOrAfter(self, weekday)

    def on_or_before(self, weekday: int) -> YearlyRule:
        """The last such weekday up to this day."""
        return OnOrBefore(self, weekday)

    def nearest(self, weekday: int) -> YearlyRule:
        """That weekday nearest to this day."""
        return Nearest(self, weekday)

    def moved(self, *weekdays: int, by: int, since: int | None = None) -> YearlyRule:
        """The same, but on these weekdays a number of days later (or earlier), from an own year on if given."""
        rule: YearlyRule = self
        for weekday in weekdays:
            rule = Moved(rule, weekday, by, since)
        return rule

    def transferred(self, to: YearlyRule, falling: Days) -> YearlyRule:
        """Another day, when this one falls within a pair of days (both ends included), or on a day."""
        return Transferred(self, to, *_both_ends(falling))

    def suppressed(self, falling: Days) -> YearlyRule:
        """Not kept at all, when it falls within a pair of days (both ends included), or on a day."""
        return Transferred(self, NEVER, *_both_ends(falling))

    def until(self, end: YearlyRule) -> YearlyRule:
        """From this day to another rule's day in the same year; not at all if that is over before."""
        return Until(self, end)

    def lasting(self, days: int) -> YearlyRule:
        """This day and those that follow, so many in all."""
        return self if days == 1 else Lasting(self, days)

    def since(self, year: int) -> YearlyRule:
        """Not before one of the rule's own years."""
        return Since(self, year)

    def otherwise(self, other: YearlyRule) -> YearlyRule:
        """Another rule in the years in which this one has no day."""
        return Otherwise(self, other)

    def remarked(self, remark: Phrase, falling: Days) -> YearlyRule:
        """The same, with something said of the years in which it falls within a pair of days, or on a day."""
        return Remarked(self, remark, *_both_ends(falling))

    def unsettled(self, why: Phrase, falling: Days | None = None) -> YearlyRule:
        """The same, but the community itself keeps it on different days, or no rule is known for sure; `why` says it.

        In all years, or only in those in which it falls within a pair of days, or on a day.
        """
        return Unsettled(self, why, *(_both_ends(falling) if falling is not None else (self, self)))


Days = YearlyRule | tuple[YearlyRule, YearlyRule]


def _both_ends(days: Days) -> tuple[YearlyRule, YearlyRule]:
    return days if isinstance(days, tuple) else (days, days)


def _falls_within(day: date, first: YearlyRule, last: YearlyRule) -> bool:
    """Whether a civil day lies between two rules' days of its own year, both ends included."""
    start, end = first.day_near(day), last.day_near(day)
    return start is not None and end is not None and start <= day <= end


@dataclass(frozen=True, slots=True)
class Never(YearlyRule):
    """No day in any year."""

    def day(self, year: int) -> date | None:
        return None

    def sentence(self) -> Phrase:
        return phrase("never")


NEVER = Never()


@dataclass(frozen=True, slots=True)
class Derived(YearlyRule):
    """A rule made from another: same calendar, same certainty, and its span moves with the first day."""

    base: YearlyRule

    @property
    def certainty(self) -> Certainty:
        return self.base.certainty

    @property
    def announced_only(self) -> bool:
        return self.base.announced_only

    @property
    def calendar(self) -> Calendar | None:
        return self.base.calendar

    def span(self, year: int) -> tuple[date, date] | None:
        first, whole = self.day(year), self.base.span(year)
        return None if first is None or whole is None else (first, first + (whole[1] - whole[0]))

    def year_of(self, day: date) -> int:
        return self.base.year_of(day)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        return self.base.remarks(year)

    def certainty_in(self, year: int) -> Certainty:
        return self.base.certainty_in(year)

    def source_in(self, year: int) -> str:
        return self.base.source_in(year)


@dataclass(frozen=True, slots=True)
class Shifted(Derived):
    """A number of days later or earlier."""

    days: int

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta(self.days)

    def plus(self, days: int) -> YearlyRule:
        """One step instead of two, so that it is said in one."""
        return Shifted(self.base, self.days + days) if self.days + days else self.base

    def sentence(self) -> Phrase:
        key = "later" if self.days > 0 else "earlier"
        return phrase(key, days=abs(self.days), base=self.base.sentence())


@dataclass(frozen=True, slots=True)
class OnOrAfter(Derived):
    """The first such weekday from a day on."""

    weekday: int

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta((self.weekday - day.weekday()) % 7)

    def sentence(self) -> Phrase:
        return phrase("on-or-after", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


@dataclass(frozen=True, slots=True)
class OnOrBefore(Derived):
    """The last such weekday up to a day."""

    weekday: int

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day - timedelta((day.weekday() - self.weekday) % 7)

    def sentence(self) -> Phrase:
        return phrase("on-or-before", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


@dataclass(frozen=True, slots=True)
class Nearest(Derived):
    """The weekday of that name nearest to a day: three days before it to three days after it."""

    weekday: int

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta((self.weekday - day.weekday() + 3) % 7 - 3)

    def sentence(self) -> Phrase:
        return phrase("nearest", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


@dataclass(frozen=True, slots=True)
class Moved(Derived):
    """A day that gives way on one weekday."""

    weekday: int
    by: int
    first_year: int | None = None

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        if day is None or day.weekday() != self.weekday or (self.first_year is not None and year < self.first_year):
            return day
        return day + timedelta(self.by)

    def sentence(self) -> Phrase:
        to = weekday_phrase((self.weekday + self.by) % 7)
        parts = {"base": self.base.sentence(), "weekday": weekday_phrase(self.weekday), "to": to}
        direction = "moved-later" if self.by > 0 else "moved-earlier"
        if self.first_year is None:
            return phrase(direction, **parts)
        return phrase(f"{direction}-since", year=_year_phrase(self.base, self.first_year), **parts)


@dataclass(frozen=True, slots=True)
class Transferred(Derived):
    """A day that gives way to greater days, and where it goes."""

    to: YearlyRule
    first: YearlyRule
    last: YearlyRule

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        if day is None:
            return None
        return self.to.day_near(day) if _falls_within(day, self.first, self.last) else day

    def sentence(self) -> Phrase:
        base, first, last = self.base.sentence(), self.first.sentence(), self.last.sentence()
        if self.to is NEVER:
            return phrase("suppressed", base=base, first=first, last=last)
        if self.first == self.last:
            return phrase("transferred-on", base=base, to=self.to.sentence(), day=first)
        return phrase("transferred", base=base, to=self.to.sentence(), first=first, last=last)


@dataclass(frozen=True, slots=True)
class Until(Derived):
    """From one rule's day to another's in the same year."""

    end: YearlyRule

    def day(self, year: int) -> date | None:
        span = self.span(year)
        return None if span is None else span[0]

    def span(self, year: int) -> tuple[date, date] | None:
        first = self.base.day(year)
        last = None if first is None else self.end.day_near(first)
        return None if first is None or last is None or last < first else (first, last)

    def sentence(self) -> Phrase:
        if isinstance(self.base, Otherwise) and self.base.other == self.end:
            return phrase("also-before", earlier=self.base.base.sentence(), day=self.end.sentence())
        return phrase("until", base=self.base.sentence(), end=self.end.sentence())


@dataclass(frozen=True, slots=True)
class Lasting(Derived):
    """So many days from the first."""

    days: int

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def span(self, year: int) -> tuple[date, date] | None:
        day = self.base.day(year)
        return None if day is None else (day, day + timedelta(self.days - 1))

    def sentence(self) -> Phrase:
        return phrase("lasting", base=self.base.sentence(), days=self.days)


@dataclass(frozen=True, slots=True)
class Since(Derived):
    """Not before one of the rule's own years."""

    first_year: int

    def day(self, year: int) -> date | None:
        return self.base.day(year) if year >= self.first_year else None

    def sentence(self) -> Phrase:
        return phrase("since", base=self.base.sentence(), year=_year_phrase(self.base, self.first_year))


@dataclass(frozen=True, slots=True)
class Otherwise(Derived):
    """Another rule in the years in which the first has no day."""

    other: YearlyRule

    def span(self, year: int) -> tuple[date, date] | None:
        return self.base.span(year) or self.other.span(year)

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return self.other.day(year) if day is None else day

    def sentence(self) -> Phrase:
        key = "formerly" if isinstance(self.base, Since) else "otherwise"
        return phrase(key, base=self.base.sentence(), other=self.other.sentence())


@dataclass(frozen=True, slots=True)
class Remarked(Derived):
    """Something is to be said of the years in which the rule falls within other rules' days."""

    remark: Phrase
    first: YearlyRule
    last: YearlyRule

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        said, day = self.base.remarks(year), self.day(year)
        return (*said, self.remark) if day is not None and _falls_within(day, self.first, self.last) else said

    def sentence(self) -> Phrase:
        return self.base.sentence()


@dataclass(frozen=True, slots=True)
class Unsettled(Remarked):
    """The community itself keeps the day differently, always or where it falls within other rules' days."""

    @property
    def certainty(self) -> Certainty:
        always = self.first == self.base and self.last == self.base
        return Certainty.UNSETTLED if always else self.base.certainty

    def certainty_in(self, year: int) -> Certainty:
        day = self.day(year)
        doubted = day is not None and _falls_within(day, self.first, self.last)
        return Certainty.UNSETTLED if doubted else self.base.certainty_in(year)


@dataclass(frozen=True, slots=True)
class EachOf(YearlyRule):
    """Several days in each of the rule's own years, told apart by letters: "1448a", "1448b"."""

    rules: tuple[YearlyRule, ...]

    @property
    def certainty(self) -> Certainty:
        return self.rules[0].certainty

    @property
    def calendar(self) -> Calendar | None:
        return self.rules[0].calendar

    def day(self, year: int) -> date | None:
        return self.rules[0].day(year)

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        found = (
            occurrence._replace(year=occurrence.year + letter)
            for letter, rule in zip(ascii_lowercase, self.rules, strict=False)
            for occurrence in rule.occurrences(first, last)
        )
        yield from sorted(found, key=lambda occurrence: occurrence.first)

    def unsettled(self, why: Phrase, falling: Days | None = None) -> YearlyRule:
        """Each of the days by itself, since a rule made of this one would know only the first."""
        return replace(self, rules=tuple(rule.unsettled(why, falling) for rule in self.rules))

    def sentence(self) -> Phrase:
        said, *others = (rule.sentence() for rule in self.rules)
        for other in others:
            said = phrase("and", base=said, other=other)
        return said


def each_of(*rules: YearlyRule) -> YearlyRule:
    """Several days of the same year."""
    return EachOf(rules)


def _year_phrase(rule: YearlyRule, year: int) -> Phrase:
    """One of a rule's own years as people say it: with its era, and the civil year in which the rule's day falls."""
    day = rule.day(year)
    if rule.calendar is None or day is None:
        return phrase("year", year=year)
    return phrase(f"year-{rule.calendar.id}", year=year, civil=day.year)


def weekday_phrase(weekday: int) -> Phrase:
    """A weekday's name; 0 is Monday."""
    return phrase(f"weekday-{weekday}")
