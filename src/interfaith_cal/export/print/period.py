"""What a print edition covers: a civil year, a school year, or any months that follow one another, twelve at most."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from interfaith_cal.errors import SpanError
from interfaith_cal.words import texts

MOST_MONTHS = 12
"""A date in print has no year, so that no month may come twice."""
FIRST_OF_SCHOOL_YEAR = 8


def month_span(year: int, number: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months from the first to the last civil day."""

    first_day: date
    last_day: date

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The civil year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_months(cls, first: date, last: date) -> Self:
        """The months from a civil day to another; raises SpanError unless they are whole and at most twelve."""
        if last < first:
            raise SpanError(f"the span from {first} to {last} ends before it begins.")
        if first.day != 1 or last != month_span(last.year, last.month)[1]:
            raise SpanError(f"the span from {first} to {last} is not made of whole months; printed are whole ones.")
        found = cls(first, last)
        if len(found.months) > MOST_MONTHS:
            raise SpanError(
                f"the span from {first} to {last} has {len(found.months)} months; print at most {MOST_MONTHS}."
            )
        return found

    @property
    def months(self) -> list[tuple[int, int]]:
        """Each month as its civil year and its number from 1."""
        first = 12 * self.first_day.year + self.first_day.month - 1
        last = 12 * self.last_day.year + self.last_day.month - 1
        return [(place // 12, place % 12 + 1) for place in range(first, last + 1)]

    def holds(self, day: date) -> bool:
        """Whether a civil day lies in it."""
        return self.first_day <= day <= self.last_day

    def name(self, lang: str) -> str:
        """Its name: "2027", "2026/27" for a school year, else its first and its last month."""
        first, last = self.first_day, self.last_day
        if len(self.months) == MOST_MONTHS and first.month == 1:
            return str(first.year)
        if len(self.months) == MOST_MONTHS and first.month == FIRST_OF_SCHOOL_YEAR:
            return f"{first.year}/{last.year % 100:02}"
        if (first.year, first.month) == (last.year, last.month):
            return texts.month_and_year(first, lang)
        return f"{texts.month_and_year(first, lang)} – {texts.month_and_year(last, lang)}"

    def name_of_month(self, year: int, number: int, lang: str) -> str:
        """A month's name, with its year where the months lie in two years and another one begins."""
        if self.first_day.year == self.last_day.year or ((year, number) != self.months[0] and number != 1):
            return texts.month_name("gregorian", number, lang)
        return texts.month_and_year(date(year, number, 1), lang)
