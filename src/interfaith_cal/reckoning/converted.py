"""Calendars that the package convertdate converts: Hebrew, Julian, Coptic; with our errors, each month asked once.

A civil day stands for the calendar's day of its daylight.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay

# The Julian date at which the civil day before 1 January of the year 1 begins: from it Python counts its ordinals.
EPOCH = 1_721_424.5
# Where the package's modules are found without running the package itself.
ALONE = f"{__name__}.convertdate"


class Converted(Calendar):
    """A calendar whose name a module of convertdate bears; that module is loaded when it is first asked."""

    def __init__(self, name: str, longest_months: tuple[int, ...]) -> None:
        """Take the module's name, which is the calendar's id."""
        self.id = name
        self.longest_months = longest_months

    def months_in(self, year: int) -> int:
        """The number of months of a year."""
        return len(self.longest_months)

    def month_length(self, year: int, month: int) -> int:
        """The number of days of a month."""
        return _month_length(self.id, year, month)

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        if not 1 <= month <= self.months_in(year) or not 1 <= day <= self.month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the {self.id.title()} year {year}.")
        return date.fromordinal(_opening(self.id, year, month) + day - 1)

    def from_date(self, day: date) -> YearMonthDay:
        """The calendar's date of a civil day."""
        return _from_date(self.id, day)


@lru_cache(maxsize=8192)
def _month_length(name: str, year: int, month: int) -> int:
    length: int = converter(name).month_length(year, month)
    return length


@lru_cache(maxsize=8192)
def _opening(name: str, year: int, month: int) -> int:
    """The ordinal (as Python counts days) of the first day of a month."""
    return int(converter(name).to_jd(year, month, 1) - EPOCH)


@lru_cache(maxsize=8192)
def _from_date(name: str, day: date) -> YearMonthDay:
    return YearMonthDay(*map(int, converter(name).from_jd(day.toordinal() + EPOCH)))


@lru_cache
def converter(name: str) -> Any:
    """A module of convertdate.

    The package itself imports all its calendars and with them PyMeeus, which takes some thirty milliseconds that no
    list has to spare. So its modules are loaded beside it, and nobody else who uses convertdate notices.
    """
    if ALONE not in sys.modules:
        found = find_spec("convertdate")
        package = ModuleType(ALONE)
        package.__path__ = list(found.submodule_search_locations or ()) if found is not None else []
        sys.modules[ALONE] = package
    module: Any = import_module(f"{ALONE}.{name}")
    if name == "hebrew":
        # It calls this old name of its own for each date, and would warn our users of it.
        module.month_days = module.month_length
    return module
