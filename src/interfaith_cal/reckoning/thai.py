"""The official lunar calendar of Thailand: twelve or thirteen months by a table of years, the rest by arithmetic.

A year opens in November or December and bears the Buddhist Era of the western year that follows (543 more). Odd months
have 29 days and even ones 30; in a year of 355 days the seventh has 30, in a year of 13 months the eighth comes twice.
The table lists 1914 to 2099. The old arithmetic (Suriyayart) is no substitute: it differs in 104 of 244 years.
Source: `data/tables/thai_years.csv`, the official list.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from interfaith_cal.errors import SpanError, YearRangeError
from interfaith_cal.ground import tables
from interfaith_cal.model import Calendar, YearMonthDay

BUDDHIST_ERA = 543
# The lunar year of 1914 opened on this day.
FIRST_OPENING = date(1913, 11, 28)


@cache
def openings() -> dict[int, date]:
    """The first civil day of each year of the table, and of the one after its last."""
    found, day = {}, FIRST_OPENING.toordinal()
    for year in tables.thai_years():
        found[int(year.year) + BUDDHIST_ERA] = date.fromordinal(day)
        day += int(year.days)
    found[max(found) + 1] = date.fromordinal(day)
    return found


def is_listed(year: int) -> bool:
    """Whether the official list has a year of the Buddhist Era."""
    return year in openings() and year + 1 in openings()


def opening(year: int) -> date:
    """The first civil day of a year of the Buddhist Era; raises YearRangeError for a year that is not in the table."""
    known = openings()
    if not is_listed(year):
        first, last = min(known), max(known) - 1
        raise YearRangeError(
            f"the year {year} of the Buddhist Era is out of range; the official Thai list covers {first} to {last} "
            f"({first - BUDDHIST_ERA} to {last - BUDDHIST_ERA})."
        )
    return known[year]


def year_length(year: int) -> int:
    """The number of days of a year: 354, 355 or 384."""
    first = opening(year)
    return (openings()[year + 1] - first).days


def has_extra_month(year: int) -> bool:
    """Whether the eighth month comes twice."""
    return year_length(year) == 384


def month_length(year: int, month: int) -> int:
    """The number of days of a month by its place in the year, 1 to 12 or 13."""
    if month == 7 and year_length(year) == 355:
        return 30
    number = month - 1 if month > 8 and has_extra_month(year) else month
    return 30 if number % 2 == 0 else 29


class Thai(Calendar):
    """The lunar calendar by which the Buddhist holidays of Thailand fall."""

    id = "thai"

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Thai lunar date; months are counted by their place in the year.

        Raises:
            YearRangeError: a year that is not in the table.
            SpanError: there is no such day.
        """
        if not 1 <= month <= 12 + has_extra_month(year) or not 1 <= day <= month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Thai year {year}.")
        before = sum(month_length(year, m) for m in range(1, month))
        return date.fromordinal(opening(year).toordinal() + before + day - 1)

    def from_date(self, day: date) -> YearMonthDay:
        """The Thai lunar date of a civil day; raises YearRangeError for a day outside the table."""
        year = day.year + BUDDHIST_ERA
        if openings().get(year + 1, date.max) <= day:
            year += 1
        rest = (day - opening(year)).days
        month = 1
        while rest >= month_length(year, month):
            rest -= month_length(year, month)
            month += 1
        return YearMonthDay(year, month, rest + 1)

    def named_month(self, year: int, month: int) -> int:
        """The names are those of a year with thirteen months: 8, the second 8, 9 and so on."""
        return month + 1 if month > 8 and not has_extra_month(year) else month


CALENDAR = Thai()
