"""Days of the East Asian lunisolar calendars: `lunisolar(CHINA, 4, 8)` is the eighth day of the fourth month."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal import sky
from interfaith_cal.model import Certainty
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.lunation import new_moon
from interfaith_cal.reckoning.lunisolar import CHINA, KOREA, VIETNAM, Lunisolar
from interfaith_cal.rules.dated import DayOf
from interfaith_cal.rules.skybound import CLOSE_SECONDS
from interfaith_cal.sky import SECONDS_OF_A_DAY

__all__ = ["CHINA", "KOREA", "VIETNAM", "LunisolarDay", "lunisolar"]


class LunisolarDay(DayOf, frozen=True):
    """A day of a lunisolar calendar; its month opens on the civil day of the new moon, by the clock of the country."""

    reckoned: Lunisolar

    @property
    def certainty(self) -> Certainty:
        """Computed: the calendar follows the sky, and the country's observatory publishes it."""
        return Certainty.COMPUTED

    def year_of(self, day: date) -> int:
        # A year opens between 21 January and 21 February.
        return day.year - (day.month < 2)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        """How near midnight the new moon is that opens the month, if it is near."""
        opening = new_moon(self.reckoned.lunation(year, self.month))
        day = self.reckoned.day(opening)
        hours = timedelta(hours=self.reckoned.hours(day.year))
        moment = sky.utc_of(opening) + hours
        since = moment.hour * 3600 + moment.minute * 60 + moment.second
        if since < CLOSE_SECONDS:
            return (phrase("new-moon-after-midnight", seconds=since),)
        until = SECONDS_OF_A_DAY - since
        return (phrase("new-moon-before-midnight", seconds=until),) if until <= CLOSE_SECONDS else ()


def lunisolar(calendar: Lunisolar, month: int, day: int) -> LunisolarDay:
    """A day of a month, never of the leap month that repeats its number."""
    return LunisolarDay(calendar, month, day)
