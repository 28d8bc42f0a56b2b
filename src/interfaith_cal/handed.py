"""What callers of the library hand over of ours or in several forms: editions, observances, plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from interfaith_cal import asked
from interfaith_cal.model import Observance

if TYPE_CHECKING:
    from interfaith_cal.appointments import Appointment
    from interfaith_cal.editorial.editions import Edition

PLANNED = "date(2027, 4, 21), (date(2027, 5, 12), date(2027, 5, 16)) or '12.-16.5.2027'"


def edition(value: object) -> Edition:
    """An edition by its name or path, or one that a caller has already.

    Raises:
        UnknownNameError: there is no edition of that name.
        DataFileError: its file is missing, broken, or says something that does not exist.
        WrongTypeError: the value is neither a text nor an edition.
    """
    from interfaith_cal.editorial import editions

    return value if isinstance(value, editions.Edition) else editions.edition(asked.text(value, "edition", "nrw"))


def observances(value: object, function: str) -> list[Observance]:
    """Observances that a caller hands over, one or several; raises WrongTypeError for anything else."""
    found: list[Observance] = []
    for one in value if isinstance(value, Iterable) else [value]:
        if not isinstance(one, Observance):
            raise asked.WrongTypeError(f"{one!r} is no observance; give a list of them: {function}(observances(2027)).")
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
        return appointments.Appointment(*appointments.checked(asked.day(value[0]), asked.day(value[1]), str(value)))
    if isinstance(value, date):
        return appointments.Appointment(asked.day(value), asked.day(value))
    raise asked.WrongTypeError(f"what is planned is {value!r}; give {PLANNED}.")
