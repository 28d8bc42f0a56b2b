"""Rules made from another: shifted, moved, transferred, lasting; each is what a method of `Rule` returns."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal.errors import SpanError
from interfaith_cal.model.calendar import Calendar
from interfaith_cal.model.rule import Certainty, Rule
from interfaith_cal.model.week import Weekday
from interfaith_cal.phrase import Phrase, phrase


def _falls_within(day: date, first: Rule, last: Rule) -> bool:
    """Whether a civil day lies between two rules' days of its own year, both ends included."""
    start, end = first.day_near(day), last.day_near(day)
    return start is not None and end is not None and start <= day <= end


class Never(Rule, frozen=True):
    """No day in any year."""

    def day(self, year: int) -> date | None:
        return None

    def sentence(self) -> Phrase:
        return phrase("never")


NEVER = Never()


class Derived(Rule, frozen=True):
    """A rule made from another: same calendar, same certainty, and its span moves with the first day."""

    base: Rule

    def __post_init__(self) -> None:
        """Refuse a rule that comes several times in a year: only its first day would be carried on."""
        for part in (getattr(self, name) for name in type(self).__match_args__):
            if not isinstance(part, Rule) or part.once_a_year:
                continue
            raise SpanError(
                f"{type(part).__name__} falls several times in a year, so that it cannot be carried on as "
                f"{type(self).__name__}; carry on each of its days by itself, and join them with each_of(...)."
            )

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


class Shifted(Derived, frozen=True):
    """A number of days later or earlier."""

    days: int

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta(self.days)

    def plus(self, days: int) -> Rule:
        """One step instead of two, so that it is said in one."""
        return Shifted(self.base, self.days + days) if self.days + days else self.base

    def sentence(self) -> Phrase:
        key = "later" if self.days > 0 else "earlier"
        return phrase(key, days=abs(self.days), base=self.base.sentence())


class OnOrAfter(Derived, frozen=True):
    """The first such weekday from a day on."""

    weekday: Weekday

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta((self.weekday - day.weekday()) % 7)

    def sentence(self) -> Phrase:
        return phrase("on-or-after", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


class OnOrBefore(Derived, frozen=True):
    """The last such weekday up to a day."""

    weekday: Weekday

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day - timedelta((day.weekday() - self.weekday) % 7)

    def sentence(self) -> Phrase:
        return phrase("on-or-before", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


class Nearest(Derived, frozen=True):
    """The weekday of that name nearest to a day: three days before it to three days after it."""

    weekday: Weekday

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day + timedelta((self.weekday - day.weekday() + 3) % 7 - 3)

    def sentence(self) -> Phrase:
        return phrase("nearest", weekday=weekday_phrase(self.weekday), base=self.base.sentence())


class Moved(Derived, frozen=True):
    """A day that gives way on one weekday."""

    weekday: Weekday
    by: int
    first_year: int | None = None

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        if day is None or day.weekday() != self.weekday or (self.first_year is not None and year < self.first_year):
            return day
        return day + timedelta(self.by)

    def sentence(self) -> Phrase:
        to = weekday_phrase(Weekday((self.weekday + self.by) % 7))
        parts = {"base": self.base.sentence(), "weekday": weekday_phrase(self.weekday), "to": to}
        direction = "moved-later" if self.by > 0 else "moved-earlier"
        if self.first_year is None:
            return phrase(direction, **parts)
        return phrase(f"{direction}-since", year=_year_phrase(self.base, self.first_year), **parts)


class Transferred(Derived, frozen=True):
    """A day that gives way to greater days, and where it goes."""

    to: Rule
    first: Rule
    last: Rule

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


class Until(Derived, frozen=True):
    """From one rule's day to another's in the same year."""

    end: Rule

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


class Lasting(Derived, frozen=True):
    """So many days from the first."""

    days: int

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def span(self, year: int) -> tuple[date, date] | None:
        day = self.base.day(year)
        return None if day is None else (day, day + timedelta(self.days - 1))

    def sentence(self) -> Phrase:
        return phrase("lasting", base=self.base.sentence(), days=self.days)


class Since(Derived, frozen=True):
    """Not before one of the rule's own years."""

    first_year: int

    def day(self, year: int) -> date | None:
        return self.base.day(year) if year >= self.first_year else None

    def sentence(self) -> Phrase:
        return phrase("since", base=self.base.sentence(), year=_year_phrase(self.base, self.first_year))


class Otherwise(Derived, frozen=True):
    """Another rule in the years in which the first has no day."""

    other: Rule

    def span(self, year: int) -> tuple[date, date] | None:
        return self._kept(year).span(year)

    def day(self, year: int) -> date | None:
        return self._kept(year).day(year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        return self._kept(year).remarks(year)

    def certainty_in(self, year: int) -> Certainty:
        return self._kept(year).certainty_in(year)

    def source_in(self, year: int) -> str:
        return self._kept(year).source_in(year)

    def _kept(self, year: int) -> Rule:
        return self.other if self.base.day(year) is None else self.base

    def sentence(self) -> Phrase:
        key = "formerly" if isinstance(self.base, Since) else "otherwise"
        return phrase(key, base=self.base.sentence(), other=self.other.sentence())


class Remarked(Derived, frozen=True):
    """Something is to be said of the years in which the rule falls within other rules' days."""

    remark: Phrase
    first: Rule
    last: Rule

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        said, day = self.base.remarks(year), self.day(year)
        return (*said, self.remark) if day is not None and _falls_within(day, self.first, self.last) else said

    def sentence(self) -> Phrase:
        return self.base.sentence()


class Unsettled(Remarked, frozen=True):
    """The community itself keeps the day differently, always or where it falls within other rules' days."""

    @property
    def certainty(self) -> Certainty:
        always = self.first == self.base and self.last == self.base
        return Certainty.UNSETTLED if always else self.base.certainty

    def certainty_in(self, year: int) -> Certainty:
        day = self.day(year)
        doubted = day is not None and _falls_within(day, self.first, self.last)
        return Certainty.UNSETTLED if doubted else self.base.certainty_in(year)


def _year_phrase(rule: Rule, year: int) -> Phrase:
    """One of a rule's own years as people say it: with its era, and the civil year in which the rule's day falls."""
    day = rule.day(year)
    if rule.calendar is None or day is None:
        return phrase("year", year=year)
    return phrase(f"year-{rule.calendar.id}", year=year, civil=day.year)


def weekday_phrase(weekday: Weekday) -> Phrase:
    """A weekday's name; 0 is Monday."""
    return phrase(f"weekday-{weekday}")
