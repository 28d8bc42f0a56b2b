"""Festivals without a rule: `announced_only()` has dates only where an authority has published them (`data/pins`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from interfaith_cal.model import Certainty, Occurrence, Rule
from interfaith_cal.phrase import Phrase, phrase


class Announced(NamedTuple):
    """Days that were announced for the civil year of the first of them, and by whom."""

    first_day: date
    last_day: date
    source: str


class AnnouncedOnly(Rule, frozen=True):
    """No rule is known: whoever keeps the festival announces its date, for each civil year anew.

    Of a community the announced days are its pins; what an edition brings along has them in its own file.
    """

    announced: tuple[Announced, ...] = ()

    @property
    def certainty(self) -> Certainty:
        return Certainty.ANNOUNCED

    @property
    def announced_only(self) -> bool:
        return True

    @property
    def announced_years(self) -> frozenset[int]:
        """The civil years for which a date was announced, beside those of pins."""
        return frozenset(one.first_day.year for one in self.announced)

    def day(self, year: int) -> date | None:
        return next((one.first_day for one in self.announced if one.first_day.year == year), None)

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        """What was announced and touches a day from `first` to `last`: such days may lie as close as they like."""
        for one in self.announced:
            if one.first_day <= last and one.last_day >= first:
                own_year = str(one.first_day.year)
                yield Occurrence(one.first_day, one.last_day, own_year, (), Certainty.ANNOUNCED, one.source)

    def sentence(self) -> Phrase:
        return phrase("announced-only")


class Once(Rule, frozen=True):
    """Days that its publisher has set, once."""

    first_day: date
    last_day: date

    def day(self, year: int) -> date | None:
        return self.first_day if year == self.first_day.year else None

    def span(self, year: int) -> tuple[date, date] | None:
        return (self.first_day, self.last_day) if year == self.first_day.year else None

    def sentence(self) -> Phrase:
        return phrase("once", year=self.first_day.year)


def announced_only() -> AnnouncedOnly:
    """A festival whose dates are announced and cannot be computed."""
    return AnnouncedOnly()
