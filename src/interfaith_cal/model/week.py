"""Weekdays, and what they have in common with months, signs and mansions: numbers of a kind, each kind its own type."""

from __future__ import annotations

from enum import IntEnum


class Numbered(IntEnum):
    """A number that people know by a name; a type checker keeps one kind from standing for another."""

    # Rules are keys of caches, and Python's own hash of an enumeration is many times slower.
    __hash__ = int.__hash__


class Weekday(Numbered):
    """A day of the week, as `date.weekday()` counts them."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = Weekday
