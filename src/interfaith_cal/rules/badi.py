"""Days of the Badí' calendar: `badi(JALAL, 13)`, `naw_ruz()`, `after_eighth_new_moon(+1)`."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal.model import Calendar, Certainty, Numbered, Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import badi as badi_calendar
from interfaith_cal.reckoning.badi import CALENDAR
from interfaith_cal.rules.dated import check_day, in_some_years
from interfaith_cal.rules.skybound import CLOSE_SECONDS


class BadiMonth(Numbered):
    """A month of the Badí' calendar; the twentieth are the days that belong to none."""

    BAHA = 1
    JALAL = 2
    JAMAL = 3
    AZAMAT = 4
    NUR = 5
    RAHMAT = 6
    KALIMAT = 7
    KAMAL = 8
    ASMA = 9
    IZZAT = 10
    MASHIYYAT = 11
    ILM = 12
    QUDRAT = 13
    QAWL = 14
    MASAIL = 15
    SHARAF = 16
    SULTAN = 17
    MULK = 18
    ALA = 19
    AYYAM_I_HA = 20


(
    BAHA,
    JALAL,
    JAMAL,
    AZAMAT,
    NUR,
    RAHMAT,
    KALIMAT,
    KAMAL,
    ASMA,
    IZZAT,
    MASHIYYAT,
    ILM,
    QUDRAT,
    QAWL,
    MASAIL,
    SHARAF,
    SULTAN,
    MULK,
    ALA,
    AYYAM_I_HA,
) = BadiMonth
# The first year in which East and West keep the same days.
COMMON = badi_calendar.FIRST_COMMON_YEAR


class BadiRule(Rule, frozen=True):
    """A rule that counts Badí' years; whether its dates are settled depends on whether Naw-Rúz has been published."""

    @property
    def certainty(self) -> Certainty:
        return Certainty.COMPUTED

    def certainty_in(self, year: int) -> Certainty:
        if year < COMMON:
            return Certainty.FIXED
        return Certainty.ANNOUNCED if self.source_in(year) else Certainty.COMPUTED

    def source_in(self, year: int) -> str:
        return badi_calendar.publisher(year) if year >= COMMON else ""

    @property
    def calendar(self) -> Calendar | None:
        return CALENDAR

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        if year < COMMON:
            return (phrase("badi-west"),)
        if year in badi_calendar.published_naw_ruz():
            return (phrase("badi-published"),)
        return (phrase("badi-computed"), *_close_equinox(year))


class BadiDay(BadiRule, frozen=True):
    """A month and day of the Badí' calendar."""

    month: BadiMonth
    day_of_month: int

    def __post_init__(self) -> None:
        """Refuse a day that is in no year."""
        check_day(CALENDAR, self.month, self.day_of_month)

    def source_in(self, year: int) -> str:
        # The last month is counted back from the Naw-Rúz that ends the year.
        counted_from = year + 1 if self.month == ALA else year
        return badi_calendar.publisher(counted_from) if year >= COMMON else ""

    def day(self, year: int) -> date | None:
        return in_some_years(CALENDAR, year, self.month, self.day_of_month)

    def sentence(self) -> Phrase:
        return phrase("date", calendar=CALENDAR.id, month=self.month, day=self.day_of_month)


class NawRuz(BadiRule, frozen=True):
    """The day of the March equinox in Tehran by computation alone: what has been published comes as a pin."""

    def day(self, year: int) -> date | None:
        return badi_calendar.computed_naw_ruz(year)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        # Not super(): with slots a dataclass is another class than the one that was written.
        published = year in badi_calendar.published_naw_ruz()
        return _close_equinox(year) if published else BadiRule.remarks(self, year)

    def sentence(self) -> Phrase:
        return phrase("equinox-in-tehran")


class AfterEighthNewMoon(BadiRule, frozen=True):
    """A number of days after the day of the eighth new moon that follows the day of Naw-Rúz."""

    days: int

    def day(self, year: int) -> date | None:
        return badi_calendar.eighth_new_moon_day(year) + timedelta(self.days)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        seconds = badi_calendar.eighth_new_moon_after_sunset(year)
        return BadiRule.remarks(self, year) + _close("new-moon", seconds)

    def sentence(self) -> Phrase:
        return phrase("after-eighth-new-moon", days=self.days)


def badi(month: BadiMonth, day: int) -> BadiDay:
    """A day of the Badí' calendar; its civil day is the one whose daylight belongs to it."""
    return BadiDay(month, day)


def naw_ruz() -> NawRuz:
    """The first day of the year by the equinox in Tehran."""
    return NawRuz()


def after_eighth_new_moon(days: int) -> AfterEighthNewMoon:
    """Days after the day of the eighth new moon since Naw-Rúz, in Tehran: one for the birth of the Báb."""
    return AfterEighthNewMoon(days)


def _close_equinox(year: int) -> tuple[Phrase, ...]:
    return _close("equinox", badi_calendar.equinox_after_sunset(year))


def _close(event: str, seconds: int) -> tuple[Phrase, ...]:
    """What is to be said of an instant so many seconds after (or, negative, before) a sunset in Tehran."""
    if abs(seconds) > CLOSE_SECONDS:
        return ()
    return (phrase(f"close-{event}-{'after' if seconds >= 0 else 'before'}-sunset", seconds=abs(seconds)),)
