"""Days of the lunar month: `tithi(KARTIKA, BRIGHT, 15, at=UDAYA)`, `tithi_in_sign(SIMHA, DARK, 8, at=NISHITA)`.

Months are amanta, from new moon to new moon: the dark half of Ashvina is what North India calls that of Kartika.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import date

from interfaith_cal.errors import SpanError
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Calendar, Numbered, YearMonthDay
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning import sankranti as solar
from interfaith_cal.reckoning.lunation import lunation_at
from interfaith_cal.reckoning.panchang import MINUTES_OF_A_DAY, MUHURTA, UDAYA, Kshaya, Part, Span, Tie
from interfaith_cal.reckoning.reference_places import DELHI
from interfaith_cal.rules.nakshatra import Star
from interfaith_cal.rules.panchang import FIRST, SHAKA, START, Deciding, Era, PanchangRule, RunningRule
from interfaith_cal.rules.sankranti import Sign
from interfaith_cal.rules.skybound import ONE_DAY, NamedDay, at_hour, clock, on_day


class LunarMonth(Numbered):
    """A month of the lunar year, which opens with Chaitra."""

    CHAITRA = 1
    VAISHAKHA = 2
    JYESHTHA = 3
    ASHADHA = 4
    SHRAVANA = 5
    BHADRAPADA = 6
    ASHVINA = 7
    KARTIKA = 8
    MARGASHIRSHA = 9
    PAUSHA = 10
    MAGHA = 11
    PHALGUNA = 12


(
    CHAITRA,
    VAISHAKHA,
    JYESHTHA,
    ASHADHA,
    SHRAVANA,
    BHADRAPADA,
    ASHVINA,
    KARTIKA,
    MARGASHIRSHA,
    PAUSHA,
    MAGHA,
    PHALGUNA,
) = LunarMonth


class Half(Numbered):
    """Half of a lunar month, by the tithis that come before it."""

    BRIGHT = 0
    DARK = 15


BRIGHT, DARK = Half
# The tithis that everybody knows by a name of their own.
PHASES = {15: "tithi-full-moon", 30: "tithi-new-moon"}


class Tithi(RunningRule, frozen=True):
    """The day of a tithi (1 to 30) of a lunar month."""

    month: LunarMonth
    number: int
    deciding: Deciding
    era: Era

    @property
    def counted(self) -> Era:
        return self.era

    @property
    def calendar(self) -> Calendar | None:
        return NamedTithi(self, self)

    def running(self, year: int, delay: float = 0.0) -> Span:
        return panchang.tithi(year + self.era.opening, self.month, self.number).moved(delay)

    def sentence(self) -> Phrase:
        month, day = half_month(self.month, self.number)
        named = phrase("date", calendar=self.era.calendar, month=month, day=day)
        phase = PHASES.get(self.number)
        return self.deciding.sentence(named if phase is None else phrase(phase, tithi=named))

    def next_day_if_lasting(self, to: Part) -> NextDayIfLasting:
        """The day after, if the tithi lasts to an hour of it."""
        return NextDayIfLasting(self, to)

    def guided_by(self, star: Star) -> GuidedByStar:
        """Where the tithi leaves a choice, the day on which the Moon is in a lunar mansion at the deciding part."""
        return GuidedByStar(self, star)


class CorrectedTithi(PanchangRule, frozen=True):
    """A tithi whose day something else can move."""

    base: Tithi

    @property
    def counted(self) -> Era:
        return self.base.era

    @property
    def calendar(self) -> Calendar | None:
        return NamedTithi(self, self.base)

    @abstractmethod
    def correction(self, year: int) -> Phrase:
        """What moved the day in an own year in which it was moved."""

    def reason(self, year: int) -> Phrase:
        return self.base.reason(year) if self.day(year) == self.base.day(year) else self.correction(year)

    def verdict(self, year: int, day: date) -> Phrase:
        moved = self.day(year) != self.base.day(year)
        return self.correction(year) if moved and day == self.base.day(year) else self.base.verdict(year, day)


class NextDayIfLasting(CorrectedTithi, frozen=True):
    """The day after that of a tithi, if the tithi lasts to a certain hour of it."""

    hour: Part

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        running = self.base.running(year, delay)
        day = self.base.deciding.day(running)
        following = day + ONE_DAY
        return following if self.hour.on(following, self.base.deciding.place).begin <= running.end else day

    def sentence(self) -> Phrase:
        return phrase("next-if-lasting", base=self.base.sentence(), until=phrase(f"noun-{self.hour.id}"))

    def correction(self, year: int) -> Phrase:
        running, place = self.base.running(year), self.base.deciding.place
        following = self.base.deciding.day(running) + ONE_DAY
        hour = clock(self.hour.on(following, place).begin, place)
        end = at_hour(running.end, place)
        return phrase("lasting-on", end=end, day=on_day(following), hour=f"{hour:%H:%M}", place=place.name)


class GuidedByStar(CorrectedTithi, frozen=True):
    """A tithi that a star helps to choose the day.

    Of two qualifying days, or of the first two where none qualifies, the one with the Moon in the star at the deciding
    part counts, else the first. A single day without the star gives way to the next, if that has the star and the
    tithi runs for three muhurtas of it.
    """

    star: Star

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        running, deciding = self.base.running(year, delay), self.base.deciding
        qualified = panchang.qualifying(running, deciding.part, deciding.place, deciding.least)
        first = deciding.day(running)
        if self._starred(first):
            return first
        three_muhurtas = UDAYA.on(first + ONE_DAY, deciding.place).begin + 3 * MUHURTA / MINUTES_OF_A_DAY
        may_move = len(qualified) != 1 or running.end >= three_muhurtas
        return first + ONE_DAY if may_move and self._starred(first + ONE_DAY) else first

    def _starred(self, day: date) -> bool:
        deciding = self.base.deciding
        return panchang.in_star(deciding.part.on(day, deciding.place), self.star)

    def sentence(self) -> Phrase:
        return phrase("guided-by-star", base=self.base.sentence(), star=self.star.name.title())

    def correction(self, year: int) -> Phrase:
        deciding = self.base.deciding
        first = deciding.day(self.base.running(year))
        part, chosen = phrase(f"at-{deciding.part.id}"), on_day(first + ONE_DAY)
        star, place = self.star.name.title(), deciding.place.name
        return phrase("starred", star=star, part=part, day=chosen, first=on_day(first), place=place)


class TithiInSign(RunningRule, frozen=True):
    """The day of a tithi that is running while the Sun is in a sign; a year can be without."""

    sign: Sign
    number: int
    deciding: Deciding

    def running(self, year: int, delay: float = 0.0) -> Span | None:
        opening, place = year + self.counted.opening, self.deciding.place
        entry, leaving = solar.sankranti(opening, self.sign), solar.entry_after(opening, self.sign)
        for lunation in range(lunation_at(entry), lunation_at(leaving) + 1):
            running = panchang.tithi_of(lunation, self.number).moved(delay)
            if entry <= self.deciding.part.on(self.deciding.day(running), place).begin < leaving:
                return running
        return None

    def sentence(self) -> Phrase:
        half, day = half_month(1, self.number)
        said = phrase(f"half-{half}", day=day)
        return self.deciding.sentence(phrase("tithi-in-sign", half=said, sign=self.sign.name.title()))


class NamedTithi(NamedDay):
    """The lunisolar calendar as a festival names its day: by its tithi, whichever tithi is running at sunrise."""

    def __init__(self, rule: PanchangRule, tithi: Tithi) -> None:
        """Name the days of a rule by a tithi."""
        super().__init__(tithi.era.calendar, rule, tithi.month, tithi.number)
        self.era = tithi.era

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a tithi that `from_date` names; raises SpanError for another."""
        if month != half_month(self.month, self.number)[0]:
            raise SpanError(f"the {self.id} year {year} has no day {day} in half month {month} that is known here.")
        own_year = year - self.era.named - self.era.opening
        return super().to_date(own_year, self.month, day + (DARK if month % 2 == 0 else BRIGHT))

    def from_date(self, day: date) -> YearMonthDay:
        """The tithi in the half of its month: months are 1 (bright half of Chaitra) to 24 (dark half of Phalguna)."""
        own_year, month, number = super().from_date(day)
        return YearMonthDay(own_year + self.era.opening + self.era.named, *half_month(month, number))


def half_month(month: int, number: int) -> tuple[int, int]:
    """The half month, 1 to 24, and the number in it of a tithi, 1 to 30."""
    return (2 * month, number - DARK) if number > DARK else (2 * month - 1, number)


def tithi(
    month: LunarMonth,
    half: Half,
    number: int,
    *,
    at: Part,
    tie: Tie = FIRST,
    kshaya: Kshaya = START,
    place: Place = DELHI,
    least: int = 0,
    era: Era = SHAKA,
) -> Tithi:
    """The day of a tithi.

    Args:
        month: the amanta month, CHAITRA to PHALGUNA; never the extra one of that name.
        half: BRIGHT or DARK.
        number: 1 to 15 in that half.
        at: the part of the day at which it must be running.
        tie: which day counts when it is running then on two.
        kshaya: which day counts when it is on none: that on which it begins, or the next.
        place: where.
        least: minutes of that part for which it must be running.
        era: how the years are counted.

    Raises:
        SpanError: the half has no such tithi.
    """
    return Tithi(month, _numbered(half, number), Deciding(at, tie, kshaya, place, least), era)


def _numbered(half: Half, number: int) -> int:
    """The number of a tithi in its month, 1 to 30."""
    if not 1 <= number <= 15:
        raise SpanError(f"there is no tithi {number} in half a lunar month; it has 1 to 15.")
    return half + number


def tithi_in_sign(
    sign: Sign, half: Half, number: int, *, at: Part, tie: Tie = FIRST, kshaya: Kshaya = START, place: Place = DELHI
) -> TithiInSign:
    """The day of a tithi that falls while the Sun is in a sign, whatever the lunar month; as `tithi` otherwise."""
    return TithiInSign(sign, _numbered(half, number), Deciding(at, tie, kshaya, place))
