"""What all rules of the Hindu almanac share: how a running tithi or mansion chooses a day, and how years are counted.

`at` is the part of the day at which it must be running, `tie` says which of two such days counts, and `kshaya` which
day counts when there is none. A year opens with Chaitra, or with the Sun's entry into Mesha.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from interfaith_cal.ground.places import Place
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning.panchang import (
    APARAHNA,
    ARUNODAYA,
    FORENOON,
    GHATI,
    MADHYAHNA,
    MINUTES_OF_A_DAY,
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
from interfaith_cal.reckoning.reference_places import AMRITSAR, CHENNAI, COLOMBO, DELHI, HAMM, KOCHI, UJJAIN
from interfaith_cal.rules.skybound import SkyRule, at_hour, clock, on_day

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

FIRST, LAST, LARGER_SHARE = Tie.FIRST, Tie.LAST, Tie.LARGER_SHARE
COVERED_THEN_LAST, LAST_IF_A_GHATI = Tie.COVERED_THEN_LAST, Tie.LAST_IF_A_GHATI
START, NEXT = Kshaya.START, Kshaya.NEXT


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


class Deciding(Struct, frozen=True):
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


class PanchangRule(SkyRule, frozen=True):
    """A rule that counts its years from Chaitra, or from the Sun's entry into Mesha."""

    @property
    def counted(self) -> Era:
        """The era in which its years are counted: Shaka, unless the rule says so."""
        return SHAKA

    def year_of(self, day: date) -> int:
        # Chaitra and Mesha open between the middle of March and the middle of April.
        return day.year - (day.month < 4) - self.counted.opening


class RunningRule(PanchangRule, frozen=True):
    """A rule that takes the day which a running tithi or star chooses."""

    @property
    @abstractmethod
    def deciding(self) -> Deciding:
        """How it chooses a day."""

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
