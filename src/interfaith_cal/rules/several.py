"""Several days in each of the rule's own years: `each_of(hijri(JUMADA_I, 13), hijri(JUMADA_II, 3))`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from string import ascii_lowercase

from msgspec.structs import replace

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, Certainty, Occurrence, Rule
from interfaith_cal.phrase import Phrase, phrase


class EachOf(Rule, frozen=True):
    """Several days in each of the rule's own years, told apart by letters: "1448a", "1448b"."""

    rules: tuple[Rule, ...]

    @property
    def certainty(self) -> Certainty:
        return self.rules[0].certainty

    @property
    def calendar(self) -> Calendar | None:
        return self.rules[0].calendar

    @property
    def once_a_year(self) -> bool:
        return False

    def carried(self, on: Callable[[Rule], Rule]) -> Rule:
        return EachOf(tuple(on(rule) for rule in self.rules))

    def otherwise(self, other: Rule) -> Rule:
        """Refused: the other rule would come once for each of the days that a year is without."""
        raise SpanError("each_of(...) has no one day that another rule could replace; say it of one of its rules.")

    def day(self, year: int) -> date | None:
        return self.rules[0].day(year)

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        found = (
            replace(occurrence, year=occurrence.year + letter)
            for letter, rule in zip(ascii_lowercase, self.rules, strict=False)
            for occurrence in rule.occurrences(first, last)
        )
        yield from sorted(found, key=lambda occurrence: occurrence.first)

    def sentence(self) -> Phrase:
        said, *others = (rule.sentence() for rule in self.rules)
        for other in others:
            said = phrase("and", base=said, other=other)
        return said


def each_of(*rules: Rule) -> Rule:
    """Several days of the same year."""
    return EachOf(rules)
