"""Days of the Balinese Pawukon of 210 days: `pawukon(DUNGULAN, WEDNESDAY)` is Galungan.

It counts thirty weeks from Sinta on and no years. Its days are told apart by the civil year in which they fall and by
a letter, as they can come twice in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from string import ascii_lowercase

from interfaith_cal.model import Numbered, Occurrence, Rule, Weekday
from interfaith_cal.model.derived import weekday_phrase
from interfaith_cal.phrase import Phrase, phrase


class Week(Numbered):
    """The weeks in which festivals fall, of thirty."""

    DUNGULAN = 11
    KUNINGAN = 12


DUNGULAN, KUNINGAN = Week

CYCLE = 210
# The Sunday of Sinta, the first of the thirty weeks: ten weeks and three days before Galungan of 23 April 2025.
OPENING = date(2025, 2, 9)


class PawukonDay(Rule, frozen=True):
    """A weekday of one of the thirty weeks."""

    week: Week
    weekday: Weekday

    @property
    def once_a_year(self) -> bool:
        return False

    def day(self, year: int) -> date:
        """The first of its days in a civil year."""
        return self._from(date(year, 1, 1))

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        for year in range(first.year, last.year + 1):
            day = self.day(year)
            for letter in ascii_lowercase:
                if first <= day <= last:
                    yield Occurrence(day, day, f"{year}{letter}")
                if date(year, 12, 31) - day < timedelta(CYCLE):
                    break
                day += timedelta(CYCLE)

    def sentence(self) -> Phrase:
        return phrase("pawukon", weekday=weekday_phrase(self.weekday), week=self.week.name.title())

    def _from(self, day: date) -> date:
        """The first of its days from a civil day on."""
        # Weeks open with Sunday, which Python counts last.
        anchor = OPENING + timedelta(7 * (self.week - 1) + (self.weekday + 1) % 7)
        return day + timedelta((anchor - day).days % CYCLE)


def pawukon(week: Week, weekday: Weekday) -> PawukonDay:
    """A weekday of a week of the Pawukon, every 210 days."""
    return PawukonDay(week, weekday)
