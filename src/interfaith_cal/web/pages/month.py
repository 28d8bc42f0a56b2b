"""A month on a page: as a grid with chips, as on the poster, and day by day; each day has an address."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from interfaith_cal import almanac
from interfaith_cal.export import wording
from interfaith_cal.model import Observance
from interfaith_cal.web.pages.frame import Frame, elsewhere
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

ONE_DAY = timedelta(1)
# In the grid longer times would fill the month; they stand on their first day alone.
LONGEST_IN_GRID = 10


class Feast(NamedTuple):
    """What stands as one in a cell of the grid: a feast that several communities keep under one name on the same days.

    `going_on` says that it began on an earlier day.
    """

    observances: Sequence[Observance]
    going_on: bool

    @property
    def first(self) -> Observance:
        """The one that speaks for all."""
        return self.observances[0]


class Cell(NamedTuple):
    """A day of the grid, and its feasts."""

    day: date
    feasts: Sequence[Feast]


class Day(NamedTuple):
    """A day of the list: what begins on it, what goes on, what begins on its evening, and the days beside it."""

    day: date
    begun: Sequence[Observance]
    going_on: Sequence[Observance]
    eves: Sequence[Observance]
    before: date | None
    after: date | None


def path(day: date, lang: str) -> str:
    """Where the page of a day's month stands in the tree."""
    return f"{lang}/{day:%Y/%m}/index.html"


def place(day: date, lang: str) -> str:
    """The address of a day below that of the site."""
    return f"{lang}/{day:%Y/%m}/#{day}"


def page(contents: Contents, year: int, month: int, lang: str) -> bytes:
    """The page of a month in a language."""
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    stands = path(first, lang)
    title = f"{texts.month_and_year(first, lang)} – {contents.site.edition.title_in(lang)}"
    shown = [o for o in contents.year(year) if o.first_day <= almanac.day_after(last) and o.last_day >= first]
    return whole(
        "month.html",
        Frame(lang, stands, title, elsewhere(contents.site, stands)),
        contents.site,
        month=first,
        weeks=grid(shown, first, lang),
        days=list(_days(contents, shown, first, last)),
        before=_there(contents, first - ONE_DAY),
        after=_there(contents, last + ONE_DAY),
        communities=contents.communities,
    )


def grid(observances: Iterable[Observance], first: date, lang: str) -> list[list[Cell | None]]:
    """The weeks of a month; what belongs to another month is None."""
    by_day: dict[date, dict[object, list[Observance]]] = {}
    for o in observances:
        for day in _shown_on(o):
            if (day.year, day.month) == (first.year, first.month):
                same = (o.name(lang), o.first_day, o.last_day, o.rank, wording.usage(o, lang))
                by_day.setdefault(day, {}).setdefault(same, []).append(o)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [[_cell(day, by_day.get(day, {})) if day.month == first.month else None for day in week] for week in weeks]


def _cell(day: date, feasts: Mapping[object, list[Observance]]) -> Cell:
    return Cell(day, [Feast(found, found[0].first_day != day) for found in feasts.values()])


def _shown_on(observance: Observance) -> Iterator[date]:
    days = (observance.last_day - observance.first_day).days + 1
    for number in range(days if days <= LONGEST_IN_GRID else 1):
        yield observance.first_day + timedelta(number)


def _days(contents: Contents, observances: Sequence[Observance], first: date, last: date) -> Iterator[Day]:
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        marked = almanac.marked((o for o in observances if o.first_day <= day + ONE_DAY and o.last_day >= day), day)
        yield Day(
            day,
            [o for o in marked if o.first_day == day],
            [o for o in marked if o.first_day < day],
            [o for o in marked if o.eve],
            _there(contents, day - ONE_DAY),
            _there(contents, day + ONE_DAY),
        )


def _there(contents: Contents, day: date) -> date | None:
    """A day, if the site has its month."""
    return day if day.year in contents.years else None
