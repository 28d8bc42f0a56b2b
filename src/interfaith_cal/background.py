"""Days that stand in the background of a calendar: public and school holidays of a Land, or those of calendar files.

They come from the package `holidays` (the extra of that name). Without a Land they are the public ones of a country,
and there are no school holidays. Days that only some communes of a Land keep (Assumption in Bavaria, the Peace of
Augsburg) are not among them. School holidays are known for the years that the ministers have agreed on;
beyond, and for a school's own days, one brings calendar files, which then take their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from interfaith_cal import appointments
from interfaith_cal.errors import DataFileError, InterfaithCalError, MissingExtraError, YearRangeError
from interfaith_cal.ground.places import Country, country
from interfaith_cal.ground.root import by_root
from interfaith_cal.spans import runs
from interfaith_cal.words.languages import DEFAULT, holiday_language, holiday_name

FIRST_YEAR, LAST_YEAR = 1991, 2100
# School holidays are agreed on some years ahead: so far beyond the last known year nobody has to look for them.
FIRST_SCHOOL_YEAR, LAST_SCHOOL_YEAR = 2010, 2040
SCHOOL_COUNTRIES = ("DE", "AT")


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


Errors = tuple[type[InterfaithCalError], ...]
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
    return [
        BackgroundDays(BackgroundKind.PUBLIC_HOLIDAY, day, day, name)
        for day, name in _kept(home.code, region, range(first.year, last.year + 1), lang, "public").items()
        if first <= day <= last
    ]


def school_holidays(land: str, first: date, last: date, lang: str, home: Country | None = None) -> list[BackgroundDays]:
    """The school holidays of a Land ("NW") that touch a span of civil days, whole, sorted by first day.

    Raises:
        MissingExtraError, UnknownNameError: as `public_holidays` does.
        YearRangeError: they have not been agreed on yet, or are too long ago.
    """
    home = home or country()
    region = home.region(land)
    from_day, to_day = known_school_days(home.code, region)
    if last >= first and (first < from_day or last > to_day):
        raise _unknown(land, from_day, to_day)
    # Christmas holidays belong to two years, and are one.
    named = _kept(home.code, region, range(first.year - 1, last.year + 2), lang, "school")
    by_name = {name: [day for day, other in named.items() if other == name] for name in dict.fromkeys(named.values())}
    found = [
        BackgroundDays(BackgroundKind.SCHOOL_HOLIDAYS, start, end, name)
        for name, days in by_name.items()
        for start, end in runs(days)
        if start <= last and end >= first
    ]
    return sorted(found, key=_in_order)


@by_root
def known_school_days(code: str, region: str) -> tuple[date, date]:
    """From which civil day to which one the school holidays of a region are known: to the end of the last ones."""
    if code not in SCHOOL_COUNTRIES:
        raise YearRangeError(f"the school holidays of {code} are not known; name a calendar (.ics) of them.")
    days = _kept(code, region, range(FIRST_SCHOOL_YEAR, LAST_SCHOOL_YEAR + 1), DEFAULT, "school")
    return date(FIRST_SCHOOL_YEAR, 1, 1), max(days)


def _kept(code: str, region: str | None, years: Iterable[int], lang: str, category: str) -> dict[date, str]:
    """Days and their names, in order; raises MissingExtraError."""
    if missing := missing_package():
        raise missing
    import holidays

    kept = holidays.country_holidays(
        code, subdiv=region, years=years, language=holiday_language(lang), categories=category
    )
    return {day: holiday_name(name, lang) for day, name in sorted(kept.items())}


def calendar_days(
    paths: Iterable[Path],
    first: date,
    last: date,
    timezone: str | None = None,
    unread: Callable[[str], None] | None = None,
) -> list[BackgroundDays]:
    """The events of calendar files (.ics) that touch a span of civil days by a time zone, sorted by first day.

    Args:
        paths: the files.
        first: first day of the span.
        last: its last day.
        timezone: by which the days are; that of Germany if it is left out.
        unread: is told in a sentence of each event that has no days, and the others are read.

    Raises:
        DataFileError: a file cannot be read or is no calendar; or one of its events has no days, if nobody is told.
    """
    found: list[BackgroundDays] = []
    for path in paths:
        events = appointments.read_events(path, timezone)
        for problem in events.problems:
            if unread is None:
                raise DataFileError(problem)
            unread(problem)
        found += [
            BackgroundDays(BackgroundKind.SCHOOL_HOLIDAYS, event.first_day, event.last_day, event.label)
            for event in events.appointments
            if event.first_day <= last and event.last_day >= first
        ]
    return sorted(found, key=_in_order)


def of_land(
    home: Country,
    land: str | None,
    calendars: Sequence[Path],
    lang: str,
    say: Callable[[str], None],
    demanded: Errors = (),
    unread: Callable[[str], None] | None = None,
) -> Background:
    """The background of a region: its public holidays, and the school holidays of calendar files, or else its own.

    Args:
        home: the country.
        land: as "NW"; "" for the public holidays of all the country, None for none at all.
        calendars: files of school holidays, which take the place of those that are known of the Land.
        lang: the language of their names.
        say: is told in a sentence, once, what is not considered because it is not known.
        demanded: errors over public holidays that are raised instead.
        unread: is told, once, of each event of a calendar that has no days; without it such a file is refused.

    Raises (what is given back, when it is asked):
        MissingExtraError, YearRangeError: where they are demanded, as `public_holidays` does.
        DataFileError: as `calendar_days` does.
    """
    told: set[str] = set()

    def tell_unread(problem: str) -> None:
        if unread and problem not in told:
            unread(problem)
        told.add(problem)

    def tell(what: str, why: InterfaithCalError) -> None:
        if what not in told:
            say(f"{what} are not considered: {why}")
        told.add(what)

    def public(first: date, last: date) -> list[BackgroundDays]:
        try:
            return [] if land is None else public_holidays(land, first, last, lang, home)
        except (MissingExtraError, YearRangeError) as error:
            if isinstance(error, demanded):
                raise
            tell("public holidays", error)
            return []

    def without_school(first: date, last: date) -> list[BackgroundDays]:
        if calendars or not land:
            return calendar_days(calendars, first, last, home.timezone, tell_unread if unread else None)
        try:
            from_day, to_day = known_school_days(home.code, home.region(land))
            if first < from_day or last > to_day:
                tell("some school holidays", _unknown(land, from_day, to_day))
            return school_holidays(land, max(first, from_day), min(last, to_day), lang, home)
        except (MissingExtraError, YearRangeError) as error:
            tell("school holidays", error)
            return []

    return lambda first, last: [*public(first, last), *without_school(first, last)]


def _unknown(land: str, first: date, last: date) -> YearRangeError:
    return YearRangeError(
        f"the school holidays of {land} are known from {first} to {last}; for other days name a calendar (.ics)."
    )


def _in_order(days: BackgroundDays) -> tuple[date, date, str]:
    return days.first_day, days.last_day, days.name
