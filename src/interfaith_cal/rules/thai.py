"""Full-moon days of the official Thai calendar: `thai_full_moon(6)` is the fifteenth of the sixth month, Visakha.

In a year of thirteen months they come one month later in the count.
"""

from __future__ import annotations

from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.model import Calendar, Certainty, Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.thai import BUDDHIST_ERA, CALENDAR, has_extra_month, is_listed


class ThaiFullMoon(Rule, frozen=True):
    """The fifteenth of a month, in the years of the official list; nothing is said of others.

    A year is counted as the western year in which nearly all of it lies.
    """

    month: int

    @property
    def certainty(self) -> Certainty:
        """Computed: the table runs ahead of what the Thai government has proclaimed."""
        return Certainty.COMPUTED

    @property
    def calendar(self) -> Calendar | None:
        return CALENDAR

    def year_of(self, day: date) -> int:
        return day.year

    def day(self, year: int) -> date | None:
        thai_year = year + BUDDHIST_ERA
        if not is_listed(thai_year):
            return None
        return CALENDAR.to_date(thai_year, self.month + has_extra_month(thai_year), 15)

    def sentence(self) -> Phrase:
        return phrase("thai-full-moon", month=self.month)


def thai_full_moon(month: int) -> ThaiFullMoon:
    """The full-moon day of a month: 3 Magha, 6 Visakha, 8 Asalha, 11 the end of Vassa, 12 Loy Krathong.

    Raises:
        SpanError: the year has no such month.
    """
    if not 1 <= month <= 12:
        raise SpanError(f"the Thai calendar has no month {month}; it has 1 to 12.")
    return ThaiFullMoon(month)
