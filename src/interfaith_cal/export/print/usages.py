"""Several usages in one edition: what they keep on the same days stands once, other days bear the usage's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from interfaith_cal.almanac import Usages
from interfaith_cal.export import wording
from interfaith_cal.model import Certainty, Community, Observance
from interfaith_cal.words import texts

# From the surest to the least sure.
SURENESS = (Certainty.FIXED, Certainty.ANNOUNCED, Certainty.COMPUTED, Certainty.UNSETTLED)


@dataclass(frozen=True, slots=True)
class Kept:
    """Days of a festival, and who keeps it then.

    Attributes:
        observance: the festival on these days, as sure as the least sure of those who keep it.
        usages: the ids of the chosen usages that keep it then.
        others: the ids of those usages of its community that were chosen and do not.
    """

    observance: Observance
    usages: tuple[str, ...]
    others: tuple[str, ...]

    def named(self, lang: str) -> str:
        """The usages' names: where other days are kept too, or where it is not the community's usual way."""
        if self.others:
            return _names(self.usages, lang)
        return "" if len(self.usages) > 1 else wording.usage(self.observance, lang)

    def named_unless_signed(self, lang: str) -> str:
        """The usages' names where they alone tell the days apart: the old calendar has a sign for that."""
        usages, others = _unsigned(self.usages), _unsigned(self.others)
        return _names(usages, lang) if usages and others else ""


def by_day(observances: Sequence[Observance], usages: Usages, lang: str) -> list[Kept]:
    """The days of each festival once, in the order of their first observance; apart where not the same is said of them.

    `usages` gives for a community the usages that were chosen, where not its default ones.
    """
    groups: dict[tuple[str, date, date, object], list[Observance]] = {}
    for o in observances:
        said = (o.explanation(lang), o.greetings(lang), o.school_note(lang))
        groups.setdefault((o.festival.id, o.first_day, o.last_day, said), []).append(o)
    return [_kept(same, usages) for same in groups.values()]


def _kept(same: Sequence[Observance], usages: Usages) -> Kept:
    first = same[0]
    chosen = tuple(usages.get(first.community.id, first.community.default_usages))
    keep = tuple(name for name in chosen if _way(first.community, first, name) in {o.usage for o in same})
    certainty = max((o.certainty for o in same), key=SURENESS.index)
    observance = first if certainty is first.certainty else replace(first, certainty=certainty)
    return Kept(observance, keep, tuple(name for name in chosen if name not in keep))


def _way(community: Community, observance: Observance, usage: str) -> str | None:
    """The usage that an observance has where it is kept by a chosen one: "" if that has no rule of its own."""
    way = observance.festival.way(community.usage(usage))
    return way[0] if way else None


def _unsigned(usages: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in usages if name != wording.OLD_CALENDAR)


def _names(usages: Sequence[str], lang: str) -> str:
    return ", ".join(texts.usage_name(name, lang) for name in usages)
