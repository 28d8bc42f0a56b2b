"""The Nanakshahi calendar of 2003 (Pal Singh Purewal): a solar calendar whose months open on fixed civil days.

Five months of 31 days, six of 30, and Phagun with 30 or, in leap years, 31. A year opens with 1 Chet on 14 March and
counts from the birth of Guru Nanak in 1469: 14 March 2027 opens 559.
Source: Purewal's calendar as adopted in 2003 (sarabveer/nanakshahi-js).
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, YearMonthDay

# Added to a Nanakshahi year it gives the western year in which it opens.
ERA = 1468
OPENINGS = (
    (3, 14),
    (4, 14),
    (5, 15),
    (6, 15),
    (7, 16),
    (8, 16),
    (9, 15),
    (10, 15),
    (11, 14),
    (12, 14),
    (1, 13),
    (2, 12),
)


def month_length(year: int, month: int) -> int:
    """The number of days of a Nanakshahi month, 1 (Chet) to 12 (Phagun)."""
    if month == 12:
        return 31 if isleap(year + ERA + 1) else 30
    return 31 if month <= 5 else 30


def opening(year: int, month: int) -> date:
    """The first civil day of a Nanakshahi month; the eleventh and twelfth open in the next western year."""
    return date(year + ERA + (month > 10), *OPENINGS[month - 1])


class Nanakshahi(Calendar):
    """The calendar of the fixed Sikh days as kept outside India."""

    id = "nanakshahi"
    longest_months = (31,) * 5 + (30,) * 6 + (31,)

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a Nanakshahi date.

        Raises:
            SpanError: there is no such day.
            ValueError: its civil day lies outside the years 1 to 9999.
        """
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
            raise SpanError(f"there is no day {day} in month {month} of the Nanakshahi year {year}.")
        return date.fromordinal(opening(year, month).toordinal() + day - 1)

    def from_date(self, day: date) -> YearMonthDay:
        """The Nanakshahi date of a civil day."""
        year = day.year - ERA - ((day.month, day.day) < OPENINGS[0])
        month = max(m for m in range(1, 13) if opening(year, m) <= day)
        return YearMonthDay(year, month, (day - opening(year, month)).days + 1)


CALENDAR = Nanakshahi()
