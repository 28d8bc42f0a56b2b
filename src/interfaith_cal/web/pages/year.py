"""A year on a page: month by month as a list in which every festival opens, at a glance, or as a table to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from interfaith_cal.model import Observance
from interfaith_cal.web.pages.frame import Frame, elsewhere
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.pages.month import Cell, grid
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


class Month(NamedTuple):
    """A month of the list: its first day, and what begins in it."""

    day: date
    observances: Sequence[Observance]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.day:%Y-%m}"


class Grid(NamedTuple):
    """A month at a glance: its first day, and its weeks."""

    day: date
    weeks: Sequence[Sequence[Cell | None]]


def begun_before(observances: Sequence[Observance], year: int) -> list[Observance]:
    """What began before the year and goes on in it: it belongs to none of its months."""
    return [o for o in observances if o.first_day < date(year, 1, 1)]


def months(observances: Sequence[Observance], year: int) -> list[Month]:
    """What begins in the year, month by month."""
    in_months = groupby((o for o in observances if o.first_day.year == year), key=lambda o: o.first_day.month)
    return [Month(date(year, month, 1), list(found)) for month, found in in_months]


def grids(observances: Sequence[Observance], year: int, lang: str) -> list[Grid]:
    """Twelve months with the days of their festivals."""
    firsts = (date(year, month, 1) for month in range(1, 13))
    return [Grid(first, grid(observances, first, lang)) for first in firsts]


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
        communities=contents.communities,
        months=[(month, list(found)) for month, found in in_months],
    )
