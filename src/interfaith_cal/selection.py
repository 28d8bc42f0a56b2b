"""An edition's observances: its communities and festivals, in its order, by its usages, and its own days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec.structs import replace

from interfaith_cal import almanac
from interfaith_cal.almanac import Usages
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.errors import UnknownNameError
from interfaith_cal.identity import KeeperId, is_own
from interfaith_cal.keepers import dressed, keepers
from interfaith_cal.model import LAST_YEAR, Community, Festival, Observance
from interfaith_cal.religions import GROUPS, PRINT_ORDER, members
from interfaith_cal.religions import community as community_named
from interfaith_cal.religions import festival as festival_named

# A day of each year may be missing in seven years that follow one another: 29 February, around 2100.
YEARS_APART = 8


def of_edition(
    edition: Edition,
    first: int | date,
    last: date | None = None,
    *,
    communities: Iterable[str] | None = None,
    rank: str | None = None,
    kind: str | None = None,
    usages: Usages | None = None,
    pins: bool = True,
) -> list[Observance]:
    """What an edition shows of a year or span, sorted by first day and then in the edition's order of communities.

    Its own days come after those of the communities. `communities`, `rank` and `kind` narrow the edition further
    (`rank` replaces its own), `usages` replaces its usages; `pins` as in `almanac.observances`.

    Raises:
        UnknownNameError: the edition or the call names a community, festival, usage, rank or kind that does not exist.
        SpanError, YearRangeError: as `almanac.observances` does.
    """
    shown = shown_by(edition, communities)
    order = [community.id for community in shown]
    registered = {community.id: community for community in shown if not is_own(community.id)}
    by_usage = {c: names for c, names in edition.usages.items() if c in registered} | dict(usages or {})
    wanted = festivals_of(edition, communities=communities, rank=rank, kind=kind)
    ids = {festival.id for festival in wanted}
    found = almanac.observances(first, last, communities=registered, kind=kind, usages=by_usage, pins=pins)
    chosen = [o for o in found if o.festival.id in ids]
    if edition.colors:
        chosen = [replace(o, community=registered[o.community.id]) for o in chosen]
    start, end = almanac.span(first, last)
    for festival in (festival for festival in wanted if is_own(festival.community_id)):
        chosen += almanac.by_ways(community_named(festival.community_id), festival, festival.ways, start, end)
    # The almanac's order within a community and day is kept: sorting is stable.
    return sorted(chosen, key=lambda o: (o.first_day, order.index(o.community.id)))


def festivals_of(
    edition: Edition, *, communities: Iterable[str] | None = None, rank: str | None = None, kind: str | None = None
) -> list[Festival]:
    """The festivals that an edition shows, by its order of communities; narrowed further as in `of_edition`.

    Raises:
        UnknownNameError: the edition or the call names a community, festival, rank or kind that does not exist.
    """
    also = {festival_named(name).id for name in edition.also} if rank is None else set()
    without = {festival_named(name).id for name in edition.without}
    ranks, own_ranks = almanac.ranks(rank or edition.rank), almanac.ranks(rank or "all")
    kinds = almanac.kinds(kind)
    return [
        festival
        for community in shown_by(edition, communities)
        for festival in community.festivals
        if (festival.rank in (own_ranks if is_own(community.id) else ranks) or festival.id in also)
        and festival.id not in without
        and (not edition.kinds or festival.kind in edition.kinds or is_own(community.id))
        and festival.kind in kinds
    ]


def shown_by(edition: Edition, communities: Iterable[str] | None = None) -> tuple[Community, ...]:
    """The communities that an edition shows in its order and colors, its own keepers last; or those of them asked for.

    Raises:
        UnknownNameError: the edition or the call names a community that does not exist.
    """
    own = keepers(edition)
    order = members(PRINT_ORDER if edition.communities is None else edition.communities)
    whole = (*(dressed(community_named(name), edition) for name in order), *own)
    if communities is None:
        return whole
    named = {community.id for community in own}
    asked = {member for name in communities for member in ((name,) if name in named else _members(name, named))}
    return tuple(community for community in whole if community.id in asked)


def _members(name: str, own: Iterable[str]) -> tuple[str, ...]:
    if name not in PRINT_ORDER and name not in GROUPS:
        raise UnknownNameError("community", name, (*PRINT_ORDER, *GROUPS, *own))
    return members([name])


def upcoming(
    edition: Edition, festival: Festival, *, after: date, count: int = 1, usages: Usages | None = None
) -> list[Observance]:
    """The next observances of a festival of the almanac, or of a day of the edition's own, as `almanac.upcoming`."""
    if not isinstance(festival.community_id, KeeperId) or not is_own(festival.community_id):
        return almanac.upcoming(festival.id, after=after, count=count, usages=usages)
    keeper = community_named(festival.community_id)
    given = [day.first_day for day in edition.own_days if day.first_day and day.id == festival.slug]
    last = min(max([after.year + YEARS_APART * (count + 1), *(day.year for day in given)]), LAST_YEAR)
    found = almanac.by_ways(keeper, festival, festival.ways, almanac.day_after(after), date(last, 12, 31))
    return [o for o in found if o.first_day > after][:count]


def on_day(day: date, chosen: Callable[[date, date], list[Observance]]) -> list[Observance]:
    """Of what somebody chose to see: all that is kept on a civil day, eves last and marked."""
    return almanac.marked(chosen(day, almanac.day_after(day)), day)
