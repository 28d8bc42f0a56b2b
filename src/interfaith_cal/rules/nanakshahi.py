"""Days of the Sikh calendars: `nanakshahi(VAISAKH, 1)` by that of 2003, `jantri(VAISAKH, 1)` by that of the SGPC."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal.errors import SpanError
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Calendar, Numbered, Rule
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.nanakshahi import CALENDAR, ERA
from interfaith_cal.reckoning.reference_places import AMRITSAR
from interfaith_cal.reckoning.sankranti import Opening, sankranti
from interfaith_cal.rules.dated import DayOf
from interfaith_cal.rules.declare import Ways
from interfaith_cal.rules.panchang import FIRST, NANAKSHAHI, START, UDAYA
from interfaith_cal.rules.sankranti import MINA
from interfaith_cal.rules.skybound import NamedDay, SkyRule, at_hour
from interfaith_cal.rules.tithi import Half, LunarMonth, Tithi, tithi

JANTRI = "sgpc-jantri"
# The Sun is slowest in June, when it stays in a sign for a little more than 31 days.
LONGEST_SOLAR_MONTH = 32


class NanakshahiMonth(Numbered):
    """A month of the Sikh calendars."""

    CHET = 1
    VAISAKH = 2
    JETH = 3
    HARH = 4
    SAWAN = 5
    BHADON = 6
    ASSU = 7
    KATIK = 8
    MAGHAR = 9
    POH = 10
    MAGH = 11
    PHAGUN = 12


CHET, VAISAKH, JETH, HARH, SAWAN, BHADON, ASSU, KATIK, MAGHAR, POH, MAGH, PHAGUN = NanakshahiMonth


def nanakshahi(month: NanakshahiMonth, day: int) -> DayOf:
    """A day of the calendar of 2003, whose months open on fixed civil days."""
    return DayOf(CALENDAR, month, day)


class JantriDay(SkyRule, frozen=True):
    """A day of a solar month of the SGPC's Jantri, which opens at the sunrise before the Sun's entry into a sign."""

    month: NanakshahiMonth
    day_of_month: int
    place: Place

    def __post_init__(self) -> None:
        """Refuse a day that is in no year."""
        if not 1 <= self.day_of_month <= LONGEST_SOLAR_MONTH:
            raise SpanError(f"there is no day {self.day_of_month} in a solar month; it has 1 to {LONGEST_SOLAR_MONTH}.")

    @property
    def calendar(self) -> Calendar | None:
        return NamedDay("nanakshahi", self, self.month, self.day_of_month)

    def year_of(self, day: date) -> int:
        return day.year - ERA - ((day.month, day.day) < (3, 14))

    def entry(self, year: int) -> float:
        """The Sun's entry that opens the month, a Julian day in UTC; the last sign of the year before opens Chet."""
        opening = year + ERA
        return sankranti(opening - 1, MINA) if self.month == CHET else sankranti(opening, self.month - 1)

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        first = Opening.SUNRISE_BEFORE.day(self.entry(year) + delay, self.place)
        return first + timedelta(self.day_of_month - 1)

    def sentence(self) -> Phrase:
        day = phrase("date", calendar="nanakshahi", month=self.month, day=self.day_of_month)
        return phrase("jantri", day=day, place=self.place.name)

    def reason(self, year: int) -> Phrase:
        return phrase("reason-jantri", entry=at_hour(self.entry(year), self.place), place=self.place.name)


def jantri(month: NanakshahiMonth, day: int) -> JantriDay:
    """A day of a solar month of the SGPC's Jantri."""
    return JantriDay(month, day, AMRITSAR)


def ways(fixed: Rule, by_jantri: Rule) -> Ways:
    """A day by the calendar kept in Germany and abroad, and by that of the SGPC."""
    return {"": fixed, JANTRI: by_jantri}


def gurpurab(month: LunarMonth, half: Half, number: int, *, place: Place = AMRITSAR) -> Tithi:
    """A tithi at sunrise, the first of two days, or the day on which it begins; counted in Nanakshahi years."""
    return tithi(month, half, number, at=UDAYA, tie=FIRST, kshaya=START, place=place, era=NANAKSHAHI)
