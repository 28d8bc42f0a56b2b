"""What a festival is declared to be: `feast(...)`, `fast(...)`, `commemoration(...)`, `season(...)`, `night(...)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from interfaith_cal.model import Begins, Festival, Kind, Rank, Rule
from interfaith_cal.phrase import Phrase

MAJOR = Rank.MAJOR
EVE, EVENING, MIDNIGHT = Begins.SUNSET_BEFORE, Begins.EVENING_BEFORE, Begins.MIDNIGHT
DAWN, SUNRISE, DUSK = Begins.DAWN, Begins.SUNRISE, Begins.DUSK

Ways = Mapping[str, Rule]


class Declare(Protocol):
    """One line of a community's module."""

    def __call__(
        self,
        slug: str,
        rule: Rule | Ways,
        *,
        days: int = 1,
        rank: Rank = Rank.MINOR,
        begins: Begins | None = None,
        source: str = "",
        note: Phrase | None = None,
        unsettled: Phrase | None = None,
    ) -> Festival:
        """Declare a festival.

        Args:
            slug: the part of its id after the community.
            rule: when it falls; or a rule for each usage, with "" for those usages that name none.
            days: how many days it lasts, if its rule does not say so itself.
            rank: MAJOR if an interreligious wall calendar shows it.
            begins: how its first day begins, if not as all days of the community.
            source: where the rule was read, if not where all rules of the community were.
            note: what is to be said of every date.
            unsettled: why no date is settled: the community keeps it on different days, or no rule is known for sure.
        """


def _declare(kind: Kind) -> Declare:
    def declare(
        slug: str,
        rule: Rule | Ways,
        *,
        days: int = 1,
        rank: Rank = Rank.MINOR,
        begins: Begins | None = None,
        source: str = "",
        note: Phrase | None = None,
        unsettled: Phrase | None = None,
    ) -> Festival:
        ways = {"": rule} if isinstance(rule, Rule) else rule
        if unsettled is not None:
            ways = {usage: way.unsettled(unsettled) for usage, way in ways.items()}
        lasting = tuple((usage, way.lasting(days)) for usage, way in ways.items())
        return Festival(slug, lasting, kind, rank, begins, source, note)

    return declare


feast = _declare(Kind.FEAST)
fast = _declare(Kind.FAST)
commemoration = _declare(Kind.COMMEMORATION)
season = _declare(Kind.SEASON)
night = _declare(Kind.NIGHT)
custom = _declare(Kind.CUSTOM)
