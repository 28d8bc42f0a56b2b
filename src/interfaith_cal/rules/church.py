"""The movable feasts of the churches: days from Easter, from Pascha and from the first Sunday of Advent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from interfaith_cal.model import Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import computus
from interfaith_cal.rules.civil import GregorianMonth, gregorian, julian
from interfaith_cal.rules.declare import Ways

LAST_YEAR = computus.LAST_YEAR


class Anchor(Struct, frozen=True):
    """A movable feast on which others hang: its id and the function that gives its civil day in a civil year."""

    id: str
    day_in: Callable[[int], date]


EASTER = Anchor("easter", computus.gregorian_easter)
PASCHA = Anchor("pascha", computus.julian_easter)
ADVENT = Anchor("advent", computus.first_advent_sunday)


class DaysFrom(Rule, frozen=True):
    """A number of days after (or, negative, before) a movable feast of the same civil year."""

    anchor: Anchor
    days: int

    def day(self, year: int) -> date | None:
        return self.anchor.day_in(year) + timedelta(self.days)

    def sentence(self) -> Phrase:
        if self.days == 0:
            return phrase(self.anchor.id)
        side = "after" if self.days > 0 else "before"
        return phrase(f"days-{side}", days=abs(self.days), anchor=phrase(self.anchor.id))


def easter(days: int = 0) -> DaysFrom:
    """Days from Easter Sunday by the Gregorian computus: `easter(-2)` is Good Friday."""
    return DaysFrom(EASTER, days)


def pascha(days: int = 0) -> DaysFrom:
    """Days from Easter Sunday by the Julian computus: `pascha(+49)` is the Eastern Pentecost."""
    return DaysFrom(PASCHA, days)


def advent(days: int = 0) -> DaysFrom:
    """Days from the first Sunday of Advent, the fourth Sunday before 25 December: `advent(-11)` is Repentance Day."""
    return DaysFrom(ADVENT, days)


NEW_CALENDAR, OLD_CALENDAR = "new-calendar", "old-calendar"


def in_both_calendars(month: GregorianMonth, day: int) -> Ways:
    """A fixed feast of the Orthodox churches: by the new calendar on the civil date, by the old on the Julian one."""
    return {NEW_CALENDAR: gregorian(month, day), OLD_CALENDAR: julian(month, day)}


def by_either_computus(days: int = 0) -> Ways:
    """Days from Easter for a church that keeps it by the Julian computus, in some dioceses by the Gregorian one."""
    return {"": pascha(days), "gregorian-easter": easter(days)}
