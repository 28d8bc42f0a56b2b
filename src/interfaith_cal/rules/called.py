"""Days that people know by a name: "Palm Sunday" where another rule speaks of it, not "7 days before Easter"."""

from __future__ import annotations

from datetime import date

from interfaith_cal.model import Rule
from interfaith_cal.model.derived import Derived
from interfaith_cal.phrase import Phrase, phrase


class Called(Derived, frozen=True):
    """A rule that is said by its name alone."""

    name: str

    def day(self, year: int) -> date | None:
        return self.base.day(year)

    def span(self, year: int) -> tuple[date, date] | None:
        return self.base.span(year)

    def sentence(self) -> Phrase:
        return phrase(f"called-{self.name}")


def called(rule: Rule, name: str) -> Rule:
    """The same day, said by its name: the phrase "called-" with the name holds the words.

    For the days that other rules speak of; a festival's own rule says how the day is found.
    """
    return Called(rule, name)
