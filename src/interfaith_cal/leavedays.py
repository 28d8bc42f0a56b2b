"""Days of leave: for which festivals of a school year a Land frees pupils or protects employees, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from interfaith_cal.almanac import observances, span
from interfaith_cal.background import Background, nothing
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.model import SATURDAY, Observance
from interfaith_cal.model.leave import Application, LandLeave, Provision
from interfaith_cal.religions import members


class LeaveDays(NamedTuple):
    """A festival for which a text provides, and the civil days that it means; `closed` are those without school."""

    provision: Provision
    observance: Observance
    days: tuple[date, ...]
    closed: tuple[date, ...] = ()

    @property
    def without_school(self) -> bool:
        """Whether there is no school on any of the days anyway."""
        return len(self.closed) == len(self.days)

    @property
    def needs_form(self) -> bool:
        """Whether there is school, and leave is not free of an application; one that is not known of counts as one."""
        return not self.without_school and self.provision.application is not Application.NONE


def school_year_days(begins_in: int) -> tuple[date, date]:
    """The first and the last civil day of the school year that begins in a year; raises YearRangeError."""
    (opening, _), (_, close) = span(begins_in, None), span(begins_in + 1, None)
    return opening.replace(month=8), close.replace(month=7)


def leave_days(
    rules: LandLeave,
    first: date,
    last: date,
    communities: Iterable[str] | None = None,
    background: Background = nothing,
) -> list[LeaveDays]:
    """The days of leave of a Land from one civil day to another, by first day, then in the order of the rules.

    Args:
        rules: what the Land provides.
        first: the first civil day.
        last: the last civil day.
        communities: ids of communities or groups to which the list is limited; all if left out.
        background: public and school holidays, on which there is no school anyway.

    Raises:
        DataFileError: the rules name a festival that does not exist, or a day that it does not have.
        UnknownNameError: there is no such community.
        YearRangeError: a community has no answer for these years.
    """
    return _provided(rules, rules.leave, first, last, communities, background)


def protected_days(
    rules: LandLeave, first: date, last: date, communities: Iterable[str] | None = None
) -> list[LeaveDays]:
    """The days on which a Land protects employees and worship, as `leave_days` gives those of pupils."""
    return _provided(rules, rules.protected, first, last, communities, nothing)


def _provided(
    rules: LandLeave,
    provisions: Sequence[Provision],
    first: date,
    last: date,
    communities: Iterable[str] | None,
    background: Background,
) -> list[LeaveDays]:
    chosen = None if communities is None else members(communities)
    behind = background(first, last)
    found: list[LeaveDays] = []
    for provision in provisions:
        if chosen is not None and provision.community not in chosen:
            continue
        try:
            kept = observances(first, last, festivals=[provision.festival])
        except UnknownNameError as error:
            raise DataFileError(f"{rules.path}: {provision.festival!r}: {error}") from error
        for observance in kept:
            days = tuple(day for day in _days_meant(rules, provision, observance) if first <= day <= last)
            closed = tuple(
                day
                for day in days
                if day.weekday() >= SATURDAY or any(b.first_day <= day <= b.last_day for b in behind)
            )
            if days:
                found.append(LeaveDays(provision, observance, days, closed))
    return sorted(found, key=lambda given: given.days[0])


def _days_meant(rules: LandLeave, provision: Provision, observance: Observance) -> list[date]:
    length = (observance.last_day - observance.first_day).days + 1
    numbers = provision.days or tuple(range(1, length + 1))
    if max(numbers) > length:
        raise DataFileError(
            f"{rules.path}: {provision.festival!r}: `days` is {list(numbers)}, but the festival lasts {length} days."
        )
    return [observance.first_day + timedelta(number - 1) for number in numbers]
