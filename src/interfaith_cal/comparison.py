"""What differs: the usages of a community among themselves, and what authorities have published from the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from interfaith_cal import almanac
from interfaith_cal.editorial.pins import Pin, pinned_communities, pins_of
from interfaith_cal.identity import year_of
from interfaith_cal.model import Certainty, Community, Festival, Observance
from interfaith_cal.phrase import Phrase
from interfaith_cal.religions import communities as communities_named
from interfaith_cal.religions import community as community_named
from interfaith_cal.religions import festival as festival_named

# Usages keep a festival some days apart (two weeks between the calendars of the churches, five between their Easters).
REACH = timedelta(45)


@dataclass(frozen=True, slots=True)
class UsageDifference:
    """A festival that usages keep on different days of the same own year.

    `kept` pairs each usage ("" for those that have no way of their own) with its observance, None where the usage does
    not keep it in that year.
    """

    festival: Festival
    own_year: str
    kept: tuple[tuple[str, Observance | None], ...]

    @property
    def first_day(self) -> date:
        """The earliest day on which one of the usages keeps it."""
        return min(observance.first_day for _, observance in self.kept if observance is not None)


@dataclass(frozen=True, slots=True)
class PinDifference:
    """A published date that the rule does not give: `by_rule` is what it gives instead, None for nothing that year."""

    pin: Pin
    by_rule: Observance | None


def compare_usages(first: date, last: date, communities: Iterable[str] | None = None) -> list[UsageDifference]:
    """Every festival that usages of a community keep on different days, if one of these lies within the span.

    Raises:
        YearRangeError: a year in which a community, or one of its usages, has no answer.
        UnknownNameError: a community that does not exist.
    """
    found = [
        difference
        for community in communities_named(communities)
        for festival in community.festivals
        if len(festival.ways) > 1
        for difference in _of_festival(community, festival, first, last)
    ]
    return sorted(found, key=lambda difference: difference.first_day)


def compare_pins(communities: Iterable[str] | None = None) -> list[PinDifference]:
    """Every pin whose days differ from those that the rule gives, in the order of the files.

    Raises:
        DataFileError: a file of pins is broken.
        UnknownNameError: a community that does not exist.
    """
    asked = set(pinned_communities())
    if communities is not None:
        asked &= {community.id for community in communities_named(communities)}
    found = (_of_pin(pin) for name in sorted(asked) for pin in pins_of(community_named(name)))
    return [difference for difference in found if difference is not None]


def reason_of(difference: UsageDifference, usage: str) -> Phrase | None:
    """What decided a usage's day; of a usage other than the first, why it does not keep the first one's day.

    None where no instant of the sky decides, where the usage keeps that day too, or the festival does not name it.
    """
    rule = dict(difference.festival.ways).get(usage)
    if rule is None or rule.certainty is not Certainty.COMPUTED:
        return None
    from interfaith_cal.rules.skybound import why

    (first, kept), *_ = difference.kept
    if usage != first and _days(kept) == _days(dict(difference.kept)[usage]):
        return None
    instead_of = None if usage == first or kept is None else kept.first_day
    return why(rule, year_of(difference.own_year), instead_of)


def _of_festival(community: Community, festival: Festival, first: date, last: date) -> list[UsageDifference]:
    almanac.check_years(community, first, last)
    years: dict[str, dict[str, Observance]] = defaultdict(dict)
    start, end = almanac.moved(first, -REACH), almanac.moved(last, REACH)
    pins = almanac.pins_by_way(community.id)
    for observance in almanac.by_ways(community, festival, festival.ways, start, end, pins):
        years[observance.own_year][observance.usage] = observance
    usages = [usage for usage, _ in festival.ways]
    return [
        UsageDifference(festival, own_year, tuple((usage, kept.get(usage)) for usage in usages))
        for own_year, kept in years.items()
        if len({_days(kept.get(usage)) for usage in usages}) > 1
        and any(o.first_day <= last and o.last_day >= first for o in kept.values())
    ]


def _of_pin(pin: Pin) -> PinDifference | None:
    """How a pin differs from the rule; None if it does not, or if its festival has no rule to differ from."""
    festival = festival_named(pin.festival)
    community = community_named(festival.community_id)
    usage = pin.usage or community.default_usage
    way = festival.way(community.usage(usage) if usage else None)
    if way is not None and way[1].announced_only:
        return None
    start, end = almanac.moved(pin.first_day, -REACH), almanac.moved(pin.first_day, REACH)
    found = almanac.by_ways(community, festival, [way] if way else [], start, end)
    by_rule = next((observance for observance in found if observance.own_year == pin.own_year), None)
    if by_rule and by_rule.first_day == pin.first_day and pin.last_day in (None, by_rule.last_day):
        return None
    return PinDifference(pin, by_rule)


def _days(observance: Observance | None) -> tuple[date, date] | None:
    return None if observance is None else (observance.first_day, observance.last_day)
