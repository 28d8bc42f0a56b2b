"""What the rules share that ask the sky: computed days, close calls, the reason in words, another place.

Such a rule is decided by an instant: a tithi's end, a full moon, the Sun's entry into a sign. It can be asked again with
that instant moved a little, and so knows when its answer hangs on seconds.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from interfaith_cal import sky
from interfaith_cal.model import Calendar, Certainty, Festival, YearMonthDay
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.places import check_sunrise
from interfaith_cal.rules.base import Derived, Shifted, YearlyRule
from interfaith_cal.sky import Place

ONE_DAY = timedelta(1)
SECONDS_OF_A_DAY = 86_400
# A decision is close when it would be another one had the sky been this much earlier or later.
CLOSE_SECONDS = 120


class SkyRule(YearlyRule):
    """A rule whose day hangs on an instant of the Sun or the Moon; it answers for the years 1900 to 2100."""

    __slots__ = ()

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


def why(rule: YearlyRule, year: int, instead_of: date | None = None) -> Phrase | None:
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


def computed_at[R: YearlyRule](rule: R, place: Place) -> R:
    """The same rule, with the whole of its reckoning at another place.

    Raises:
        SpanError: a place beyond 66 degrees north or south, where the Sun does not rise on every day.
    """
    check_sunrise(place)
    changes: dict[str, Place | YearlyRule] = {}
    for field in fields(rule):  # type: ignore[arg-type]  # every rule is a dataclass
        value = getattr(rule, field.name)
        if isinstance(value, Place):
            changes[field.name] = place
        elif isinstance(value, YearlyRule):
            changes[field.name] = computed_at(value, place)
    return replace(rule, **changes) if changes else rule  # type: ignore[type-var]


def also_computed_at(place: Place, usage: str, festivals: Iterable[Festival]) -> tuple[Festival, ...]:
    """The festivals, each that hangs on a place with one usage more: its default rule computed at another place."""
    return tuple(_with_usage(festival, usage, place) for festival in festivals)


def _with_usage(festival: Festival, usage: str, place: Place) -> Festival:
    default = dict(festival.ways)[""]
    moved = computed_at(default, place)
    return festival if moved == default else replace(festival, ways=(*festival.ways, (usage, moved)))
