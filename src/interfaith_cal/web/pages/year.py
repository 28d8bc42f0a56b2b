"""A year on a page: month by month as a list in which every festival opens, at a glance, or as a table to print."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from interfaith_cal.model import Observance
from interfaith_cal.web.pages.frame import Frame, elsewhere
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

# At a glance longer times would fill the months; they stand on their first day alone.
LONGEST_AT_A_GLANCE = 10


class Month(NamedTuple):
    """A month of the list: its first day, and what begins in it."""

    day: date
    observances: Sequence[Observance]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.day:%Y-%m}"


class Grid(NamedTuple):
    """A month at a glance: its first day, its weeks, and what is shown on each day."""

    day: date
    weeks: Sequence[Sequence[date]]
    on: Mapping[date, Sequence[Observance]]


def months(observances: Sequence[Observance], year: int) -> list[Month]:
    """The year month by month; what began before it stands first, in January."""
    in_months = groupby(observances, key=lambda o: max(o.first_day, date(year, 1, 1)).month)
    return [Month(date(year, month, 1), list(found)) for month, found in in_months]


def grids(observances: Sequence[Observance], year: int) -> list[Grid]:
    """Twelve months with the days of their festivals."""
    on: dict[date, list[Observance]] = {}
    for o in observances:
        for day in _shown_on(o):
            on.setdefault(day, []).append(o)
    weeks = calendar.Calendar().monthdatescalendar
    return [Grid(date(year, month, 1), weeks(year, month), on) for month in range(1, 13)]


def _shown_on(observance: Observance) -> Iterator[date]:
    days = (observance.last_day - observance.first_day).days + 1
    for number in range(days if days <= LONGEST_AT_A_GLANCE else 1):
        yield observance.first_day + timedelta(number)


def table_page(contents: Contents, year: int, lang: str) -> bytes:
    """The page of a year as one table with explanations and greetings, as one prints it."""
    path = f"{lang}/{year}/table.html"
    title = f"{contents.site.edition.title_in(lang)} {year}"
    in_months = groupby(contents.year(year), key=lambda o: texts.month_and_year(o.first_day, lang))
    return whole(
        "table.html",
        Frame(lang, path, title, elsewhere(contents.site, path)),
        contents.site,
        year=year,
        months=[(month, list(found)) for month, found in in_months],
    )
