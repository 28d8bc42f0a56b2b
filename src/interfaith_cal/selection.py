"""An edition's observances: its communities and festivals, in its order, by its usages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from interfaith_cal.almanac import day_after, marked, observances
from interfaith_cal.almanac import ranks as ranks_of
from interfaith_cal.communities import PRINT_ORDER, members
from interfaith_cal.communities import festival as festival_named
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.model import Observance


def of_edition(
    edition: Edition,
    first: int | date,
    last: date | None = None,
    *,
    communities: Iterable[str] | None = None,
    rank: str | None = None,
    kind: str | None = None,
    usages: dict[str, list[str]] | None = None,
) -> list[Observance]:
    """What an edition shows of a year or span, sorted by first day and then in the edition's order of communities.

    `communities`, `rank` and `kind` narrow the edition further (`rank` replaces its own), `usages` replaces its usages.

    Raises:
        UnknownNameError: the edition or the call names a community, festival, usage, rank or kind that does not exist.
        SpanError, YearRangeError: as `almanac.observances` does.
    """
    order = members(edition.communities or PRINT_ORDER)
    shown = order if communities is None else [c for c in order if c in members(communities)]
    by_usage = {c: list(names) for c, names in edition.usages.items() if c in shown} | (usages or {})
    also = {festival_named(name).id for name in edition.also} if rank is None else set()
    without = {festival_named(name).id for name in edition.without}
    ranks = ranks_of(rank or edition.rank)
    chosen = [
        o
        for o in observances(first, last, communities=shown, kind=kind, usages=by_usage)
        if (o.rank in ranks or o.festival.id in also)
        and o.festival.id not in without
        and (not edition.kinds or o.kind in edition.kinds)
    ]
    # The almanac's order within a community and day is kept: sorting is stable.
    return sorted(chosen, key=lambda o: (o.first_day, order.index(o.community.id)))


def on_day(day: date, chosen: Callable[[date, date], list[Observance]]) -> list[Observance]:
    """Of what somebody chose to see: all that is kept on a civil day, eves last and marked."""
    return marked(chosen(day, day_after(day)), day)
