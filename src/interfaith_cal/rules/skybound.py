"""What the rules share that ask the sky: computed days, close calls, the reason in words, another place.

Such a rule is decided by an instant: a tithi's end, a full moon, the Sun's entry into a sign. It can be asked again
with that instant moved a little, and so knows when its answer hangs on seconds.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import cast
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from interfaith_cal import sky
from interfaith_cal.errors import SpanError
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Calendar, Certainty, Festival, Rule, YearMonthDay
from interfaith_cal.model.derived import Derived, Shifted
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import reference_places
from interfaith_cal.sky import SECONDS_OF_A_DAY

ONE_DAY = timedelta(1)
# A decision is close when it would be another one had the sky been this much earlier or later.
CLOSE_SECONDS = 120


class SkyRule(Rule, frozen=True):
    """A rule whose day hangs on an instant of the Sun or the Moon; it answers for the years 1900 to 2100."""

    @property
    def certainty(self) -> Certainty:
        """Computed: an authority may still choose the neighboring day."""
        return Certainty.COMPUTED

    @abstractmethod
    def decide(self, year: int, delay: float = 0.0) -> date | None:
        """The day in an own year, had the deciding instants come so many days later; None if there is none.

        Raises:
            YearRangeError: the year lies outside those that the ephemeris answers for.
            SpanError: the Sun does not rise or set every day at the rule's place.
        """

    @abstractmethod
    def reason(self, year: int) -> Phrase:
        """What decided in an own year, with local times."""

    def verdict(self, year: int, day: date) -> Phrase:
        """Why the rule does not take a certain day in an own year."""
        return self.reason(year)

    def day(self, year: int) -> date | None:
        return _day(self, year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        return _close_call(self, year)


@lru_cache(maxsize=16_384)
def _day(rule: SkyRule, year: int) -> date | None:
    return rule.decide(year)


@lru_cache(maxsize=16_384)
def _close_call(rule: SkyRule, year: int) -> tuple[Phrase, ...]:
    """A remark, if seconds decided: how many, and whether earlier or later would have made another day."""
    for direction, key in ((1, "close-call-later"), (-1, "close-call-earlier")):
        if rule.decide(year, direction * CLOSE_SECONDS / SECONDS_OF_A_DAY) != rule.day(year):
            same, other = 0, CLOSE_SECONDS
            while other - same > 1:
                middle = (same + other) // 2
                if rule.decide(year, direction * middle / SECONDS_OF_A_DAY) == rule.day(year):
                    same = middle
                else:
                    other = middle
            return (phrase(key, seconds=other),)
    return ()


def why(rule: Rule, year: int, instead_of: date | None = None) -> Phrase | None:
    """What decided the day of a rule in one of its own years; None if no instant of the sky did.

    Args:
        rule: any rule, also one carried on from a rule that asks the sky.
        year: one of the rule's own years.
        instead_of: a first day on which another usage keeps the festival, to be told why this rule does not.
    """
    match rule:
        case SkyRule():
            return rule.reason(year) if instead_of is None else rule.verdict(year, instead_of)
        case Shifted():
            return why(rule.base, year, None if instead_of is None else instead_of - timedelta(rule.days))
        case Derived():
            return why(rule.base, year, instead_of)
        case _:
            return None


def computed_at(rule: Rule, place: Place) -> Rule:
    """The same rule, with the whole of its reckoning at another place.

    Raises:
        SpanError: a place beyond 66 degrees north or south, where the Sun does not rise on every day.
        UnknownNameError: a time zone that does not exist.
    """
    reference_places.check(place)
    return cast("Rule", _moved(rule, place))


def _moved(value: object, place: Place) -> object:
    """A place becomes the other one, a rule or a part of one is rebuilt with its own parts moved."""
    if isinstance(value, Place):
        return place
    if not isinstance(value, Struct):
        return value
    return replace(value, **{name: _moved(getattr(value, name), place) for name in value.__struct_fields__})


def also_computed_at(place: Place, usage: str, festivals: Iterable[Festival]) -> tuple[Festival, ...]:
    """The festivals, each that hangs on a place with one usage more: its default rule computed at another place.

    A festival that has a way of its own under that usage keeps it.
    """

    def ways(festival: Festival) -> tuple[tuple[str, Rule], ...]:
        if usage in dict(festival.ways):
            return festival.ways
        default = dict(festival.ways)[""]
        moved = computed_at(default, place)
        return festival.ways if moved == default else (*festival.ways, (usage, moved))

    return tuple(replace(festival, ways=ways(festival)) for festival in festivals)


class Noted(Derived, frozen=True):
    """A rule that says of each of its days who may still choose another."""

    note: Phrase

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        return (self.note, *self.base.remarks(year))

    def sentence(self) -> Phrase:
        return self.base.sentence()


def noted(festivals: Iterable[Festival], note: Phrase, own: Mapping[str, Phrase]) -> tuple[Festival, ...]:
    """The festivals, each with a note of its own by its slug; a common note for all others that are computed.

    Where only some ways are computed, the note is said of their days alone: what is fixed nobody may move.
    """
    return tuple(_noted(festival, note, own) for festival in festivals)


def _noted(festival: Festival, common: Phrase, own: Mapping[str, Phrase]) -> Festival:
    computed = [rule.certainty is Certainty.COMPUTED for _, rule in festival.ways]
    note = own.get(festival.slug, common if any(computed) else None)
    if note is None or all(computed) or not any(computed):
        return replace(festival, note=note)
    ways = tuple(
        (usage, rule.carried(lambda each: Noted(each, note)) if by_sky else rule)
        for (usage, rule), by_sky in zip(festival.ways, computed, strict=True)
    )
    return replace(festival, ways=ways)


class NamedDay(Calendar):
    """The calendar in which a rule names its day; of each own year it knows only that day and those beside it."""

    def __init__(self, name: str, rule: SkyRule, month: int, number: int) -> None:
        """Give the rule's day its name, a month and a number in the calendar."""
        self.id = name
        self.rule = rule
        self.month = month
        self.number = number

    def to_date(self, year: int, month: int, day: int) -> date:
        """The rule's day, or one beside it; raises SpanError for a year without, or for another month."""
        found = self.rule.day(year)
        if month != self.month or found is None:
            raise SpanError(f"the {self.id} year {year} has no day {day} in month {month} that is known here.")
        return found + timedelta(day - self.number)

    def from_date(self, day: date) -> YearMonthDay:
        """The name of the rule's day, counted on (or back) to a day beside it."""
        near = self.rule.year_of(day)
        # To ask the sky is dear, and it is the rule's own day that is asked for most.
        if self.rule.day(near) != day:
            years = [y for y in (near - 1, near, near + 1) if self.rule.day(y) is not None]
            near = min(years, key=lambda year: abs(self._since(year, day)))
        return YearMonthDay(near, self.month, self.number + self._since(near, day))

    def _since(self, year: int, day: date) -> int:
        found = self.rule.day(year)
        return 0 if found is None else (day - found).days


def clock(jd: float, place: Place) -> datetime:
    """An instant by the civil clock of a place."""
    return sky.utc_of(jd).astimezone(ZoneInfo(place.timezone))


def at_hour(jd: float, place: Place) -> Phrase:
    """An instant by the civil clock of a place, in words: "7 April, 05:12"."""
    moment = clock(jd, place)
    return phrase("moment", day=on_day(moment.date()), time=f"{moment:%H:%M}")


def on_day(day: date) -> Phrase:
    """A civil day in words, without its year."""
    return phrase("date", calendar="gregorian", month=day.month, day=day.day)
