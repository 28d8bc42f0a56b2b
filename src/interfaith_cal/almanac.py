"""The aggregator: gathers the observances of any communities for any span of days, in one order, always the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from msgspec.structs import replace

from interfaith_cal.editorial.pins import Pin, pins_of
from interfaith_cal.errors import SpanError, UnknownNameError, YearRangeError
from interfaith_cal.ground.root import by_root
from interfaith_cal.identity import is_own
from interfaith_cal.model import (
    EVES,
    FIRST_YEAR,
    LAST_YEAR,
    Certainty,
    Community,
    Festival,
    Kind,
    Observance,
    Rank,
    Rule,
)
from interfaith_cal.religions import communities as communities_named
from interfaith_cal.religions import community as community_named
from interfaith_cal.religions import festival as festival_named
from interfaith_cal.rules.announced import AnnouncedOnly

ONE_DAY = timedelta(1)
# An authority moves a festival by some days, or by a month where it counts the extra one elsewhere: a pin may bring one
# into a span from this far away.
REACH_OF_PINS = timedelta(30)

Usages = Mapping[str, Sequence[str]]
Ways = Sequence[tuple[str, Rule]]
# By festival and usage ("" for the first default), then by own year.
Pins = Mapping[tuple[str, str], Mapping[str, Pin]]


def observances(
    first: int | date,
    last: date | None = None,
    *,
    communities: Iterable[str] | None = None,
    festivals: Iterable[str] | None = None,
    rank: str = "all",
    kind: str | None = None,
    usages: Usages | None = None,
    pins: bool = True,
) -> list[Observance]:
    """Everything that is kept on at least one day of a year or of a span, sorted by first day, then in print order.

    An observance that began before the span or ends after it is included whole: a fast that begins in December and
    ends in January belongs to both years, under one id.

    Args:
        first: a civil year, or the first civil day of a span.
        last: the last civil day of the span; left out for a year.
        communities: ids of communities ("jewish") or of the group "christian"; all of them if left out.
        festivals: ids of festivals ("jewish/pesach") to which the list is limited.
        rank: "major", "minor" or "all".
        kind: "feast", "fast", "commemoration", "season", "night" or "custom"; any if left out.
        usages: for a community its usages, instead of those it has by default.
        pins: whether what an authority has published wins over the rule; False gives the pure rules.

    Raises:
        DataFileError: a file of pins is broken.
        SpanError: the span ends before it begins, or lacks its end.
        YearRangeError: a year in which one of the communities has no answer.
        UnknownNameError: a community, festival, usage, rank or kind that does not exist.
    """
    start, end = span(first, last)
    only = None if festivals is None else [festival_named(name) for name in festivals]
    if only is not None and communities is None:
        communities = [festival.community_id for festival in only]
    chosen = communities_named(communities)
    wanted_ranks, wanted_kinds = ranks(rank), kinds(kind)
    kept_by = _usages_of(chosen, usages)
    for community in chosen:
        check_years(community, start, end)
    found: list[Observance] = []
    for community in chosen:
        published = pins_by_way(community.id) if pins else {}
        for festival in community.festivals:
            if festival.rank in wanted_ranks and festival.kind in wanted_kinds and (only is None or festival in only):
                ways = _ways(community, festival, kept_by[community.id])
                found += by_ways(community, festival, ways, start, end, published)
    # The order in print is kept within a day: sorting is stable.
    return sorted(found, key=lambda observance: observance.first_day)


def day_after(day: date) -> date:
    """The next civil day; the last day of all is its own."""
    return day if day == date.max else day + ONE_DAY


def marked(around: Iterable[Observance], day: date) -> list[Observance]:
    """Of observances that touch a day or the next: those kept on it, then those that begin that evening, as eves."""
    found = list(around)
    kept = [o for o in found if o.first_day <= day]
    eves = [replace(o, eve=True) for o in found if o.first_day > day and o.begins in EVES]
    return kept + eves


def upcoming(festival: str, *, after: date, count: int = 1, usages: Usages | None = None) -> list[Observance]:
    """The next observances of a festival whose first day comes after a civil day, at most `count` of them.

    Fewer come back only where the community's years end, or where a festival without a rule is not announced further.

    Raises:
        SpanError: `count` is less than 1.
        YearRangeError, UnknownNameError: as `observances` does.
    """
    if count < 1:
        raise SpanError(f"the count {count} is less than 1; ask for at least one date.")
    keeper = community_named(festival_named(festival).community_id)
    check_years(keeper, after, after)
    found: dict[str, Observance] = {}
    for year in range(after.year, keeper.last_year + 1):
        found |= {o.id: o for o in observances(year, festivals=[festival], usages=usages) if o.first_day > after}
        if len(found) >= count:
            break
    return sorted(found.values(), key=lambda o: (o.first_day, o.id))[:count]


def unannounced(festivals: Iterable[Festival], first: date, last: date) -> list[tuple[Festival, int]]:
    """The festivals without a rule, with each civil year that a span touches and for which no date was announced."""
    return [
        (festival, year)
        for festival in festivals
        if festival.announced_only
        for year in range(first.year, last.year + 1)
        if year not in _announced_years(festival)
    ]


def _announced_years(festival: Festival) -> set[int]:
    if is_own(festival.community_id):
        rules = (rule for _, rule in festival.ways)
        return {year for rule in rules if isinstance(rule, AnnouncedOnly) for year in rule.announced_years}
    pins = pins_by_way(festival.community_id)
    return {int(year) for (name, _), of_years in pins.items() if name == festival.id for year in of_years}


def by_ways(
    community: Community,
    festival: Festival,
    ways: Ways,
    start: date,
    end: date,
    pins: Pins = MappingProxyType({}),
) -> Iterator[Observance]:
    """The festival's observances by pairs of a usage and its rule; a pin wins over the days that the rule gives."""
    # Not beyond the years that the community answers for: there its rules may have no answer at all.
    opening, close = date(community.first_year, 1, 1), date(community.last_year, 12, 31)
    for usage, rule in ways:
        pinned = pins.get((festival.id, "" if usage == community.default_usage else usage)) if pins else None
        asked, until = (moved(start, -REACH_OF_PINS), moved(end, REACH_OF_PINS)) if pinned else (start, end)
        calendar = rule.calendar or community.calendar
        for occurrence in rule.occurrences(max(asked, opening), min(until, close)):
            observance = Observance(
                festival,
                community,
                usage,
                occurrence.year,
                occurrence.first,
                occurrence.last,
                occurrence.certainty,
                occurrence.source or festival.source,
                occurrence.remarks,
                calendar,
            )
            if pinned and occurrence.year in pinned:
                observance = _announced(observance, pinned[occurrence.year])
            if observance.first_day <= end and observance.last_day >= start:
                yield observance
        if pinned and rule.announced_only:
            yield from _announced_alone(community, festival, usage, pinned.values(), start, end)


def _announced_alone(
    community: Community, festival: Festival, usage: str, pins: Iterable[Pin], start: date, end: date
) -> Iterator[Observance]:
    """The dates of a festival without a rule: those that were published."""
    for pin in pins:
        last = pin.last_day or pin.first_day
        if pin.first_day <= end and last >= start:
            yield Observance(
                festival, community, usage, pin.own_year, pin.first_day, last, Certainty.ANNOUNCED, pin.source
            )


def _ways(community: Community, festival: Festival, usages: Sequence[str]) -> Ways:
    """The ways of keeping a festival under some usages, once for each rule that they come down to."""
    ways = [festival.way(community.usage(name)) for name in usages] or [festival.way(None)]
    found = [way for way in ways if way is not None]
    return found if len(found) < 2 else list(dict.fromkeys(found))


def _announced(observance: Observance, pin: Pin) -> Observance:
    """The observance on the days that an authority has published; its length stays, unless that was published too."""
    return replace(
        observance,
        first_day=pin.first_day,
        last_day=pin.last_day or observance.last_day + (pin.first_day - observance.first_day),
        certainty=Certainty.ANNOUNCED,
        source=pin.source,
    )


def moved(day: date, by: timedelta) -> date:
    """A day moved, but not beyond the days that a date can tell."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))


@by_root
def pins_by_way(community: str) -> Pins:
    """What has been published for a community; raises DataFileError for a broken file of pins."""
    pins: dict[tuple[str, str], dict[str, Pin]] = defaultdict(dict)
    for pin in pins_of(community_named(community)):
        pins[pin.festival, pin.usage][pin.own_year] = pin
    return pins


def span(first: int | date, last: date | None) -> tuple[date, date]:
    """The first and the last day that are asked for: of a year, or of a span; raises SpanError, YearRangeError."""
    if isinstance(first, int):
        if last is not None:
            raise SpanError(f"a year ({first}) has no last day of its own; give two days, or the year alone.")
        if not FIRST_YEAR <= first <= LAST_YEAR:
            raise YearRangeError(f"the year {first} is out of range; years from {FIRST_YEAR} to {LAST_YEAR} are known.")
        return date(first, 1, 1), date(first, 12, 31)
    if last is None:
        raise SpanError(f"the span that begins on {first} has no end; give its last day too.")
    if last < first:
        raise SpanError(f"the span ends on {last}, before it begins on {first}; put the earlier day first.")
    return first, last


def check_years(community: Community, start: date, end: date) -> None:
    """Raise YearRangeError unless the community's rules answer for both days."""
    for year in (start.year, end.year):
        if not community.first_year <= year <= community.last_year:
            raise YearRangeError(
                f"the year {year} is out of range for the community {community.id!r}; "
                f"its rules answer for {community.first_year} to {community.last_year}."
            )


def ranks(rank: str) -> tuple[Rank, ...]:
    """The ranks that a word stands for: one of them, or "all"; raises UnknownNameError."""
    if rank == "all":
        return tuple(Rank)
    if rank not in tuple(Rank):
        raise UnknownNameError("rank", rank, (*Rank, "all"))
    return (Rank(rank),)


def kinds(kind: str | None) -> tuple[Kind, ...]:
    """The kinds that a word stands for: one of them, or all for None; raises UnknownNameError."""
    if kind is None:
        return tuple(Kind)
    if kind not in tuple(Kind):
        raise UnknownNameError("kind", kind, Kind)
    return (Kind(kind),)


def _usages_of(chosen: Sequence[Community], usages: Usages | None) -> dict[str, Sequence[str]]:
    """The usages to follow in each community: those asked for, or its defaults."""
    asked = dict(usages or {})
    for name, wanted in asked.items():
        if isinstance(wanted, str):
            raise SpanError(f"the usages of {name!r} are the text {wanted!r}; give a list, for example [{wanted!r}].")
        for usage in wanted:
            community_named(name).usage(usage)
    return {c.id: asked.get(c.id) or c.default_usages for c in chosen}
