"""What callers of the library may hand over, looked at: each wrong type gets a sentence that says what to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.model import Observance

if TYPE_CHECKING:
    from interfaith_cal.appointments import Appointment
    from interfaith_cal.editorial.editions import Edition

PLANNED = "date(2027, 4, 21), (date(2027, 5, 12), date(2027, 5, 16)) or '12.-16.5.2027'"


class WrongTypeError(InterfaithCalError, TypeError):
    """A value of another type than the one that is asked for."""


def day(value: object, what: str = "the day") -> date:
    """A civil day; raises WrongTypeError for anything else, a time included."""
    if isinstance(value, datetime):
        raise WrongTypeError(f"{what} is the time {value}; give its civil day, as value.date().")
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            meant = date.fromisoformat(value)
        except ValueError:
            meant = date(2027, 4, 21)
        raise WrongTypeError(
            f"{what} is the text {value!r}; give a date: date({meant.year}, {meant.month}, {meant.day})."
        )
    raise WrongTypeError(f"{what} is {value!r}; give a date: date(2027, 4, 21).")


def year_or_day(value: object) -> int | date:
    """A civil year as a whole number, or the first day of a span; raises WrongTypeError for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isdigit():
        raise WrongTypeError(f"the year is the text {value!r}; give a number: {value}.")
    return day(value, "the first day (or year)")


def years(value: object) -> list[int]:
    """Civil years as whole numbers, or one that stands for itself; raises WrongTypeError for anything else."""
    if value is None:
        return []
    several = list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    found = [year for year in several if isinstance(year, int) and not isinstance(year, bool)]
    if len(found) != len(several):
        raise WrongTypeError(f"the years are {value!r}; give numbers: [2027, 2028].")
    return found


def text(value: object, what: str, example: str) -> str:
    """A text; raises WrongTypeError for anything else, a list of one text included."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)) and len(value) == 1 and isinstance(value[0], str):
        raise WrongTypeError(f"the {what} is the list {value!r}; give the text alone: {value[0]!r}.")
    raise WrongTypeError(f"the {what} is {value!r}; give a text such as {example!r}.")


def texts(value: object, what: str, example: str) -> list[str] | None:
    """Some texts, or one that stands for itself, or None; raises WrongTypeError for anything else."""
    if value is None:
        return None
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Iterable) or isinstance(value, (bytes, Mapping)):
        raise WrongTypeError(f"the {what} are {value!r}; give a list of texts: [{example!r}].")
    return [text(one, what, example) for one in value]


def count(value: object) -> int:
    """A whole number; raises WrongTypeError for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise WrongTypeError(f"the count is {value!r}; give a whole number: 3.")


def usages(value: object) -> dict[str, list[str]] | None:
    """For communities their usages, one of which may stand for itself; raises WrongTypeError for anything else."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise WrongTypeError(f"the usages are {value!r}; give them by community: {{'orthodox': ['old-calendar']}}.")
    return {
        text(name, "community", "orthodox"): texts(wanted, "usages", "old-calendar") or []
        for name, wanted in value.items()
    }


def edition_given(value: object) -> Edition:
    """An edition by its name or path, or one that a caller has already.

    Raises:
        UnknownNameError: there is no edition of that name.
        DataFileError: its file is missing, broken, or says something that does not exist.
        WrongTypeError: the value is neither a text nor an edition.
    """
    from interfaith_cal.editorial import editions

    return value if isinstance(value, editions.Edition) else editions.edition(text(value, "edition", "nrw"))


def observances_given(value: object, function: str) -> list[Observance]:
    """Observances that a caller hands over, one or several; raises WrongTypeError for anything else."""
    found: list[Observance] = []
    for one in value if isinstance(value, Iterable) else [value]:
        if not isinstance(one, Observance):
            raise WrongTypeError(f"{one!r} is no observance; give a list of them: {function}(observances(2027)).")
        found.append(one)
    return found


def planned(value: object) -> list[Appointment]:
    """What is planned: a civil day, a span as two days, either as people write it, or several of these.

    Raises:
        SpanError: a text is no day and no span, or a span ends before it begins.
        WrongTypeError: a value of another type.
    """
    pair = isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, date) for one in value)
    if pair or isinstance(value, (date, str)) or not isinstance(value, Iterable):
        return [_appointment(value)]
    return [_appointment(one) for one in value]


def _appointment(value: object) -> Appointment:
    from interfaith_cal import appointments

    if isinstance(value, str):
        return appointments.Appointment(*appointments.span(value))
    if isinstance(value, tuple) and len(value) == 2:
        return appointments.Appointment(*appointments.checked(day(value[0]), day(value[1]), str(value)))
    if isinstance(value, date):
        return appointments.Appointment(day(value), day(value))
    raise WrongTypeError(f"what is planned is {value!r}; give {PLANNED}.")
