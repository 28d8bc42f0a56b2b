"""What callers of the library may hand over, looked at: each wrong type gets a sentence that says what to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from interfaith_cal.errors import InterfaithCalError


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
