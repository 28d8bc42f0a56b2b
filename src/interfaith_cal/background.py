"""Days that stand in the background of a calendar: public and school holidays of a Land, and those of calendar files.

They come from the package `holidays` (the extra of that name), school holidays for the years that it knows; without a
Land they are the public holidays of all of Germany. Days that only some communes of a Land keep (Assumption in Bavaria,
the Peace of Augsburg) are not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from interfaith_cal import appointments
from interfaith_cal.errors import DataFileError, MissingExtraError, YearRangeError
from interfaith_cal.ground.places import Country, country
from interfaith_cal.words.languages import holiday_language

FIRST_YEAR, LAST_YEAR = 1991, 2100
SCHOOL_YEARS = range(2015, 2030)
"""The years whose school holidays the package `holidays` knows."""


class BackgroundKind(StrEnum):
    """Why a day stands in the background."""

    PUBLIC_HOLIDAY = "public-holiday"
    SCHOOL_HOLIDAYS = "school-holidays"


@dataclass(frozen=True, slots=True)
class BackgroundDays:
    """Civil days in the background, first and last, with their name."""

    kind: BackgroundKind
    first_day: date
    last_day: date
    name: str


Background = Callable[[date, date], Sequence[BackgroundDays]]
"""What stands in the background from one civil day to another."""


def nothing(first: date, last: date) -> Sequence[BackgroundDays]:
    """A background without days."""
    return ()


def missing_package() -> MissingExtraError | None:
    """What is to be said where the package that public holidays come from is not installed; None where it is."""
    from importlib.util import find_spec

    return None if find_spec("holidays") else MissingExtraError("public holidays need", "holidays", extra="holidays")


def public_holidays(land: str, first: date, last: date, lang: str, home: Country | None = None) -> list[BackgroundDays]:
    """The public holidays of a region ("NW") of a country from one civil day to another; of all of it for "".

    The country is Germany if it is left out.

    Raises:
        MissingExtraError: the package `holidays` is not installed; the sentence has the command.
        UnknownNameError: there is no such Land.
        YearRangeError: the law of a year is not known.
    """
    home = home or country()
    region = home.region(land) if land else None
    for year in (first.year, last.year):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise YearRangeError(
                f"the public holidays of {year} are not known; those of {FIRST_YEAR} to {LAST_YEAR} are."
            )
    if missing := missing_package():
        raise missing
    import holidays

    years = range(first.year, last.year + 1)
    kept = holidays.country_holidays(home.code, subdiv=region, years=years, language=holiday_language(lang))
    return [
        BackgroundDays(BackgroundKind.PUBLIC_HOLIDAY, day, day, name)
        for day, name in sorted(kept.items())
        if first <= day <= last
    ]


def published_school_holidays(
    land: str, first: date, last: date, lang: str, home: Country | None = None
) -> list[BackgroundDays]:
    """The school holidays of a region ("NW") of a country that touch a span of civil days.

    There are none in years of which they are not published yet.

    Raises:
        MissingExtraError: the package `holidays` is not installed; the sentence has the command.
        UnknownNameError: there is no such Land.
    """
    home = home or country()
    region = home.region(land)
    if missing := missing_package():
        raise missing
    import holidays

    years = [year for year in range(first.year, last.year + 1) if year in SCHOOL_YEARS]
    free = holidays.country_holidays(
        home.code, subdiv=region, years=years, categories=("school",), language=holiday_language(lang)
    )
    found: list[BackgroundDays] = []
    for day, name in sorted(free.items()):
        if found and found[-1].name == name and found[-1].last_day == day - timedelta(1):
            found[-1] = replace(found[-1], last_day=day)
        else:
            found.append(BackgroundDays(BackgroundKind.SCHOOL_HOLIDAYS, day, day, name))
    return [days for days in found if days.first_day <= last and days.last_day >= first]


def without_school(land: str, lang: str, home: Country | None = None) -> Background:
    """The days without school in a region ("NW") of a country, weekends apart: public and school holidays."""

    def days(first: date, last: date) -> list[BackgroundDays]:
        return [
            *public_holidays(land, first, last, lang, home),
            *published_school_holidays(land, first, last, lang, home),
        ]

    return days


def school_holidays(
    paths: Iterable[Path], first: date, last: date, timezone: str | None = None
) -> list[BackgroundDays]:
    """The events of calendar files (.ics) that touch a span of civil days, sorted by first day.

    Raises:
        DataFileError: a file cannot be read, is no calendar, or one of its events has no days.
    """
    found: list[BackgroundDays] = []
    for path in paths:
        events = appointments.read_events(path, timezone)
        for problem in events.problems:
            raise DataFileError(problem)
        found += [
            BackgroundDays(BackgroundKind.SCHOOL_HOLIDAYS, event.first_day, event.last_day, event.label)
            for event in events.appointments
            if event.first_day <= last and event.last_day >= first
        ]
    return sorted(found, key=lambda days: (days.first_day, days.last_day, days.name))
