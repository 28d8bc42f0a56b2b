"""Pupils' days of leave: for which festivals of a school year a Land gives them, and on which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from interfaith_cal.almanac import observances
from interfaith_cal.editorial.leave import Entitlement, LandLeave
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.model import Observance
from interfaith_cal.religions import members


class LeaveDays(NamedTuple):
    """A festival of a school year for which a Land gives leave, and the civil days on which it may be taken."""

    entitlement: Entitlement
    observance: Observance
    days: tuple[date, ...]


def leave_days(rules: LandLeave, first: date, last: date, communities: Iterable[str] | None = None) -> list[LeaveDays]:
    """The days of leave of a Land from one civil day to another, by first day, then in the order of the rules.

    Raises:
        DataFileError: the rules name a festival that does not exist, or a day that it does not have.
        UnknownNameError: there is no such community.
        YearRangeError: a community has no answer for these years.
    """
    chosen = None if communities is None else members(communities)
    found: list[LeaveDays] = []
    for entitlement in rules.entitlements:
        if chosen is not None and entitlement.community not in chosen:
            continue
        try:
            kept = observances(first, last, festivals=[entitlement.festival])
        except UnknownNameError as error:
            raise DataFileError(f"{rules.path}: {entitlement.festival!r}: {error}") from error
        for observance in kept:
            days = _days_of_leave(rules, entitlement, observance)
            if within := tuple(day for day in days if first <= day <= last):
                found.append(LeaveDays(entitlement, observance, within))
    return sorted(found, key=lambda given: given.days[0])


def _days_of_leave(rules: LandLeave, entitlement: Entitlement, observance: Observance) -> list[date]:
    length = (observance.last_day - observance.first_day).days + 1
    numbers = entitlement.days or tuple(range(1, length + 1))
    if max(numbers) > length:
        raise DataFileError(
            f"{rules.path}: {entitlement.festival!r}: `days` is {list(numbers)}, but the festival lasts {length} days."
        )
    return [observance.first_day + timedelta(number - 1) for number in numbers]
