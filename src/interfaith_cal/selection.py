"""An edition's observances: its communities and festivals, in its order, by its usages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from interfaith_cal import almanac
from interfaith_cal.almanac import Usages
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.model import Festival, Observance
from interfaith_cal.religions import PRINT_ORDER, members
from interfaith_cal.religions import community as community_named
from interfaith_cal.religions import festival as festival_named


def of_edition(
    edition: Edition,
    first: int | date,
    last: date | None = None,
    *,
    communities: Iterable[str] | None = None,
    rank: str | None = None,
    kind: str | None = None,
    usages: Usages | None = None,
) -> list[Observance]:
    """What an edition shows of a year or span, sorted by first day and then in the edition's order of communities.

    `communities`, `rank` and `kind` narrow the edition further (`rank` replaces its own), `usages` replaces its usages.

    Raises:
        UnknownNameError: the edition or the call names a community, festival, usage, rank or kind that does not exist.
        SpanError, YearRangeError: as `almanac.observances` does.
    """
    order = _order(edition, communities)
    by_usage = {c: names for c, names in edition.usages.items() if c in order} | dict(usages or {})
    shown = {festival.id for festival in festivals_of(edition, communities=order, rank=rank, kind=kind)}
    found = almanac.observances(first, last, communities=order, kind=kind, usages=by_usage)
    chosen = [o for o in found if o.festival.id in shown]
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
    ranks, kinds = almanac.ranks(rank or edition.rank), almanac.kinds(kind)
    return [
        festival
        for name in _order(edition, communities)
        for festival in community_named(name).festivals
        if (festival.rank in ranks or festival.id in also)
        and festival.id not in without
        and (not edition.kinds or festival.kind in edition.kinds)
        and festival.kind in kinds
    ]


def _order(edition: Edition, communities: Iterable[str] | None) -> tuple[str, ...]:
    """The edition's communities in its order, or those of them that are asked for."""
    order = members(edition.communities or PRINT_ORDER)
    asked = order if communities is None else members(communities)
    return tuple(name for name in order if name in asked)


def on_day(day: date, chosen: Callable[[date, date], list[Observance]]) -> list[Observance]:
    """Of what somebody chose to see: all that is kept on a civil day, eves last and marked."""
    return almanac.marked(chosen(day, almanac.day_after(day)), day)
