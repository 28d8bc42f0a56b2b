"""Days by the Sun's entry into a sign, and the solar months that it opens: `sankranti(MAKARA, SUNRISE_AFTER)`."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from interfaith_cal.ground.places import Place
from interfaith_cal.model import Numbered
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import sankranti as solar
from interfaith_cal.reckoning.panchang import MINUTES_OF_A_DAY
from interfaith_cal.reckoning.reference_places import DELHI
from interfaith_cal.reckoning.sankranti import Opening
from interfaith_cal.rules.panchang import SHAKA, Era, PanchangRule
from interfaith_cal.rules.skybound import at_hour


class Sign(Numbered):
    """A sign of the zodiac by the fixed stars."""

    MESHA = 1
    VRISHABHA = 2
    MITHUNA = 3
    KARKA = 4
    SIMHA = 5
    KANYA = 6
    TULA = 7
    VRISHCHIKA = 8
    DHANUS = 9
    MAKARA = 10
    KUMBHA = 11
    MINA = 12


MESHA, VRISHABHA, MITHUNA, KARKA, SIMHA, KANYA, TULA, VRISHCHIKA, DHANUS, MAKARA, KUMBHA, MINA = Sign

BEFORE_SUNSET, BEFORE_THREE_FIFTHS = Opening.BEFORE_SUNSET, Opening.BEFORE_THREE_FIFTHS
SUNRISE_AFTER, CIVIL_DAY = Opening.SUNRISE_AFTER, Opening.CIVIL_DAY


class SolarMonth(NamedTuple):
    """A solar month: its name, the sign that the Sun enters, and the custom by which its first day is found."""

    name: str
    sign: Sign
    opening: Opening


THAI = SolarMonth("Thai", MAKARA, BEFORE_SUNSET)
KARTHIGAI = SolarMonth("Karthigai", VRISHCHIKA, BEFORE_SUNSET)
CHINGAM = SolarMonth("Chingam", SIMHA, BEFORE_THREE_FIFTHS)


class SankrantiDay(PanchangRule, frozen=True):
    """The first day of a solar month: of the Sun's entry into a sign, or some minutes after it."""

    sign: Sign
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
        return phrase(key, sign=self.sign.name.title(), opening=opening, place=self.place.name, minutes=self.later)

    def reason(self, year: int) -> Phrase:
        key = "reason-sankranti-later" if self.later else "reason-sankranti"
        sign, opening = self.sign.name.title(), phrase(f"opening-{self.opening}")
        entry = at_hour(self.entry(year), self.place)
        return phrase(key, sign=sign, entry=entry, place=self.place.name, opening=opening, minutes=self.later)


def sankranti(sign: Sign, opening: Opening, *, place: Place = DELHI, later: int = 0, era: Era = SHAKA) -> SankrantiDay:
    """The first day of the solar month that opens with the Sun's entry into a sign, or minutes later."""
    return SankrantiDay(sign, opening, place, later, era)
