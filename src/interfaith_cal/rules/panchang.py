"""Days of the Hindu almanac: `tithi(KARTIKA, BRIGHT, 15, at=UDAYA)`, `star(KRITTIKA, at=PRADOSHA, month=KARTHIGAI)`.

Months are amanta, from new moon to new moon: the dark half of Ashvina is what North India calls that of Kartika.
`at` is the part of the day at which the tithi must be running, `tie` says which of two such days counts, and `kshaya`
which day counts when there is none. A year opens with Chaitra, or with the Sun's entry into Mesha.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from interfaith_cal.ground.places import Place
from interfaith_cal.model import Calendar, YearMonthDay
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning import sankranti as solar
from interfaith_cal.reckoning.lunation import lunation_at
from interfaith_cal.reckoning.panchang import (
    APARAHNA,
    ARUNODAYA,
    FORENOON,
    GHATI,
    MADHYAHNA,
    MINUTES_OF_A_DAY,
    MUHURTA,
    NINTH_MUHURTA,
    NISHITA,
    PRADOSHA,
    PURVAHNA,
    SUNSET,
    UDAYA,
    UDAYA_FOR_3_MUHURTA,
    UDAYA_FOR_A_MUHURTA,
    YAMA_3_AND_A_HALF,
    Kshaya,
    Part,
    Span,
    Tie,
)
from interfaith_cal.reckoning.places import AMRITSAR, CHENNAI, COLOMBO, DELHI, HAMM, KOCHI, UJJAIN
from interfaith_cal.reckoning.sankranti import Opening
from interfaith_cal.rules.skybound import ONE_DAY, NamedDay, SkyRule, at_hour, clock, on_day

__all__ = [
    "AMRITSAR",
    "APARAHNA",
    "ARUNODAYA",
    "CHENNAI",
    "COLOMBO",
    "DELHI",
    "FORENOON",
    "GHATI",
    "HAMM",
    "KOCHI",
    "MADHYAHNA",
    "NINTH_MUHURTA",
    "NISHITA",
    "PRADOSHA",
    "PURVAHNA",
    "SUNSET",
    "UDAYA",
    "UDAYA_FOR_3_MUHURTA",
    "UDAYA_FOR_A_MUHURTA",
    "UJJAIN",
    "YAMA_3_AND_A_HALF",
]

CHAITRA, VAISHAKHA, JYESHTHA, ASHADHA, SHRAVANA, BHADRAPADA = range(1, 7)
ASHVINA, KARTIKA, MARGASHIRSHA, PAUSHA, MAGHA, PHALGUNA = range(7, 13)
BRIGHT, DARK = 0, 15
# The tithis that everybody knows by a name of their own.
PHASES = {15: "tithi-full-moon", 30: "tithi-new-moon"}

MESHA, VRISHABHA, MITHUNA, KARKA, SIMHA, KANYA = range(1, 7)
TULA, VRISHCHIKA, DHANUS, MAKARA, KUMBHA, MINA = range(7, 13)
SIGNS = (
    "Mesha", "Vrishabha", "Mithuna", "Karka", "Simha", "Kanya",
    "Tula", "Vrishchika", "Dhanus", "Makara", "Kumbha", "Mina",
)  # fmt: skip

STARS = {3: "Krittika", 8: "Pushya", 22: "Shravana"}
# What those call them who keep a festival by the Moon's stay in them: Tamils and Malayalis.
LOCAL_STARS = {3: "Karthigai", 8: "Poosam", 22: "Thiruvonam"}
KRITTIKA, PUSHYA, SHRAVANA_STAR = STARS

FIRST, LAST, LARGER_SHARE = Tie.FIRST, Tie.LAST, Tie.LARGER_SHARE
COVERED_THEN_LAST, LAST_IF_A_GHATI = Tie.COVERED_THEN_LAST, Tie.LAST_IF_A_GHATI
START, NEXT = Kshaya.START, Kshaya.NEXT

BEFORE_SUNSET, BEFORE_THREE_FIFTHS = Opening.BEFORE_SUNSET, Opening.BEFORE_THREE_FIFTHS
SUNRISE_AFTER, CIVIL_DAY = Opening.SUNRISE_AFTER, Opening.CIVIL_DAY


class SolarMonth(NamedTuple):
    """A solar month: its name, the sign that the Sun enters, and the custom by which its first day is found."""

    name: str
    sign: int
    opening: Opening


THAI = SolarMonth("Thai", MAKARA, BEFORE_SUNSET)
KARTHIGAI = SolarMonth("Karthigai", VRISHCHIKA, BEFORE_SUNSET)
CHINGAM = SolarMonth("Chingam", SIMHA, BEFORE_THREE_FIFTHS)


class Era(NamedTuple):
    """How a rule counts its years, and how the calendar counts them in which it names its day."""

    calendar: str
    """The name of that calendar in the texts."""
    opening: int
    """What an own year lacks of the western year in which Chaitra opens it."""
    named: int
    """What that western year lacks of the year of the calendar."""


SHAKA = Era("shaka", opening=78, named=-78)
# The own years of Sikh rules are Nanakshahi ones under every usage; a lunar day is named in the Bikrami year.
NANAKSHAHI = Era("bikrami", opening=1468, named=57)
WESTERN = Era("lunar", opening=0, named=0)


@dataclass(frozen=True, slots=True)
class Deciding:
    """How a running tithi or star chooses a day: at a part of the day, at a place, with a way out of doubt."""

    part: Part
    tie: Tie
    kshaya: Kshaya
    place: Place
    least: int = 0

    def day(self, running: Span) -> date:
        """The day that it chooses."""
        return panchang.choose(running, self.part, self.tie, self.kshaya, self.place, self.least)

    def sentence(self, what: Phrase, key: str = "decided") -> Phrase:
        """The choice of the day of a tithi, or by another key of a star, in words."""
        return phrase(
            "decided-for" if self.least else key,
            what=what,
            part=phrase(f"at-{self.part.id}"),
            place=self.place.name,
            tie=phrase(f"tie-{self.tie}"),
            kshaya=phrase(f"kshaya-{self.kshaya}"),
            minutes=self.least,
        )

    def reason(self, what: str, running: Span, day: date) -> Phrase:
        """What decided for a day."""
        return phrase(
            "reason-running",
            what=phrase(what),
            begin=at_hour(running.begin, self.place),
            end=at_hour(running.end, self.place),
            part=phrase(f"at-{self.part.id}"),
            day=on_day(day),
            needed=self._needed(day),
            place=self.place.name,
        )

    def verdict(self, what: str, running: Span, day: date) -> Phrase:
        """Why a day is not chosen."""
        window, whole = self.part.on(day, self.place), self.part.whole
        said: dict[str, str | Phrase] = {"what": phrase(what), "place": self.place.name}
        if running.end <= (window.end if whole else window.begin):
            when, before = at_hour(running.end, self.place), phrase(f"noun-{self.part.id}")
            return phrase("ends-before", **said, part=before, when=when, needed=self._needed(day))
        if running.begin > (window.begin if whole else window.end):
            when, after = at_hour(running.begin, self.place), phrase(f"noun-{UDAYA.id if whole else self.part.id}")
            return phrase("begins-after", **said, part=after, when=when, needed=self._needed(day))
        part = phrase(f"at-{self.part.id}")
        common = (min(window.end, running.end) - max(window.begin, running.begin)) * MINUTES_OF_A_DAY
        if common < self.least:
            return phrase("too-short", **said, part=part, minutes=int(common), least=self.least)
        return phrase("also-running", **said, part=part, day=on_day(day), choice=phrase(f"tie-{self.tie}"))

    def _needed(self, day: date) -> Phrase:
        begin, end = (f"{clock(jd, self.place):%H:%M}" for jd in self.part.on(day, self.place))
        return phrase("instant", time=begin) if begin == end else phrase("hours", begin=begin, end=end)


class PanchangRule(SkyRule):
    """A rule that counts its years from Chaitra, or from the Sun's entry into Mesha."""

    __slots__ = ()

    @property
    def counted(self) -> Era:
        """The era in which its years are counted: Shaka, unless the rule says so."""
        return SHAKA

    def year_of(self, day: date) -> int:
        # Chaitra and Mesha open between the middle of March and the middle of April.
        return day.year - (day.month < 4) - self.counted.opening


class RunningRule(PanchangRule):
    """A rule that takes the day which a running tithi or star chooses."""

    __slots__ = ()
    deciding: Deciding

    @property
    def what(self) -> str:
        """The phrase for that which is running."""
        return "the-tithi"

    @abstractmethod
    def running(self, year: int, delay: float = 0.0) -> Span | None:
        """When it is running in an own year, had it come so many days later; None if it does not come."""

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        running = self.running(year, delay)
        return None if running is None else self.deciding.day(running)

    def reason(self, year: int) -> Phrase:
        running, day = self.running(year), self.day(year)
        return self.sentence() if running is None or day is None else self.deciding.reason(self.what, running, day)

    def verdict(self, year: int, day: date) -> Phrase:
        running = self.running(year)
        return self.sentence() if running is None else self.deciding.verdict(self.what, running, day)


@dataclass(frozen=True, slots=True)
class Tithi(RunningRule):
    """The day of a tithi (1 to 30) of a lunar month."""

    month: int
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

    def guided_by(self, star: int) -> GuidedByStar:
        """Where the tithi leaves a choice, the day on which the Moon is in a lunar mansion at the deciding part."""
        return GuidedByStar(self, star)


@dataclass(frozen=True, slots=True)
class CorrectedTithi(PanchangRule):
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


@dataclass(frozen=True, slots=True)
class NextDayIfLasting(CorrectedTithi):
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


@dataclass(frozen=True, slots=True)
class GuidedByStar(CorrectedTithi):
    """A tithi that a star helps to choose the day.

    Of two qualifying days, or of the first two where none qualifies, the one with the Moon in the star at the deciding
    part counts, else the first. A single day without the star gives way to the next, if that has the star and the
    tithi runs for three muhurtas of it.
    """

    star: int

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
        return phrase("guided-by-star", base=self.base.sentence(), star=STARS[self.star])

    def correction(self, year: int) -> Phrase:
        deciding = self.base.deciding
        first = deciding.day(self.base.running(year))
        part, chosen = phrase(f"at-{deciding.part.id}"), on_day(first + ONE_DAY)
        star, place = STARS[self.star], deciding.place.name
        return phrase("starred", star=star, part=part, day=chosen, first=on_day(first), place=place)


@dataclass(frozen=True, slots=True)
class TithiInSign(RunningRule):
    """The day of a tithi that is running while the Sun is in a sign; a year can be without."""

    sign: int
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
        return self.deciding.sentence(phrase("tithi-in-sign", half=said, sign=SIGNS[self.sign - 1]))


@dataclass(frozen=True, slots=True)
class StarDay(RunningRule):
    """The day of a lunar mansion in a solar month; of two in the month the second."""

    star: int
    month: SolarMonth
    deciding: Deciding

    @property
    def what(self) -> str:
        return "the-star"

    def running(self, year: int, delay: float = 0.0) -> Span | None:
        year, place = year + self.counted.opening, self.deciding.place
        sign, opening = self.month.sign, self.month.opening
        leaving = solar.entry_after(year, sign)
        first = opening.day(solar.sankranti(year, sign) + delay, place)
        after = opening.day(leaving + delay, place)
        stay = panchang.stay_before(leaving + 1, self.star).moved(delay)
        while self.deciding.day(stay) >= after:
            stay = panchang.stay_before(stay.begin - 1, self.star).moved(delay)
        return stay if self.deciding.day(stay) >= first else None

    def sentence(self) -> Phrase:
        sign, opening = SIGNS[self.month.sign - 1], phrase(f"opening-{self.month.opening}")
        what = phrase(
            "star-in-month",
            star=STARS[self.star],
            local=LOCAL_STARS[self.star],
            month=self.month.name,
            sign=sign,
            opening=opening,
        )
        return self.deciding.sentence(what, "decided-star")


@dataclass(frozen=True, slots=True)
class SankrantiDay(PanchangRule):
    """The first day of a solar month: of the Sun's entry into a sign, or some minutes after it."""

    sign: int
    opening: Opening
    place: Place
    later: int
    era: Era

    @property
    def counted(self) -> Era:
        return self.era

    def entry(self, year: int) -> float:
        """The instant that counts as the entry in an own year."""
        return solar.sankranti(year + self.counted.opening, self.sign) + self.later / MINUTES_OF_A_DAY

    def decide(self, year: int, delay: float = 0.0) -> date | None:
        return self.opening.day(self.entry(year) + delay, self.place)

    def sentence(self) -> Phrase:
        key = "sankranti-later" if self.later else "sankranti"
        opening = phrase(f"opening-{self.opening}")
        return phrase(key, sign=SIGNS[self.sign - 1], opening=opening, place=self.place.name, minutes=self.later)

    def reason(self, year: int) -> Phrase:
        key = "reason-sankranti-later" if self.later else "reason-sankranti"
        sign, opening = SIGNS[self.sign - 1], phrase(f"opening-{self.opening}")
        entry = at_hour(self.entry(year), self.place)
        return phrase(key, sign=sign, entry=entry, place=self.place.name, opening=opening, minutes=self.later)


class NamedTithi(NamedDay):
    """The lunisolar calendar as a festival names its day: by its tithi, whichever tithi is running at sunrise."""

    def __init__(self, rule: PanchangRule, tithi: Tithi) -> None:
        """Name the days of a rule by a tithi."""
        super().__init__(tithi.era.calendar, rule, tithi.month, tithi.number)
        self.era = tithi.era

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a tithi that `from_date` names; raises ValueError for another."""
        if month != half_month(self.month, self.number)[0]:
            raise ValueError(f"the {self.id} year {year} has no day {day} in half month {month} that is known here.")
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
    month: int,
    half: int,
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
    """
    return Tithi(month, half + number, Deciding(at, tie, kshaya, place, least), era)


def tithi_in_sign(
    sign: int, half: int, number: int, *, at: Part, tie: Tie = FIRST, kshaya: Kshaya = START, place: Place = DELHI
) -> TithiInSign:
    """The day of a tithi that falls while the Sun is in a sign, whatever the lunar month; as `tithi` otherwise."""
    return TithiInSign(sign, half + number, Deciding(at, tie, kshaya, place))


def star(
    name: int, *, at: Part, month: SolarMonth, tie: Tie = FIRST, kshaya: Kshaya = START, place: Place = DELHI
) -> StarDay:
    """The day on which the Moon is in a lunar mansion at a part of the day, in a solar month; the second of two."""
    return StarDay(name, month, Deciding(at, tie, kshaya, place))


def sankranti(sign: int, opening: Opening, *, place: Place = DELHI, later: int = 0, era: Era = SHAKA) -> SankrantiDay:
    """The first day of the solar month that opens with the Sun's entry into a sign, or minutes later."""
    return SankrantiDay(sign, opening, place, later, era)
