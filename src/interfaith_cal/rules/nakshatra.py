"""Days by the Moon's stay in a lunar mansion: `star(KRITTIKA, at=PRADOSHA, month=KARTHIGAI)`."""

from __future__ import annotations

from interfaith_cal.ground.places import Place
from interfaith_cal.model import Numbered
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning import panchang
from interfaith_cal.reckoning import sankranti as solar
from interfaith_cal.reckoning.panchang import Kshaya, Part, Span, Tie
from interfaith_cal.reckoning.reference_places import DELHI
from interfaith_cal.rules.panchang import FIRST, START, Deciding, RunningRule
from interfaith_cal.rules.sankranti import SolarMonth


class Star(Numbered):
    """A lunar mansion in which the Moon stands for a festival, of twenty-seven."""

    KRITTIKA = 3
    PUSHYA = 8
    SHRAVANA = 22


# What those call them who keep a festival by the Moon's stay in them: Tamils and Malayalis.
LOCAL_STARS = {Star.KRITTIKA: "Karthigai", Star.PUSHYA: "Poosam", Star.SHRAVANA: "Thiruvonam"}
KRITTIKA, PUSHYA, SHRAVANA_STAR = Star


class StarDay(RunningRule, frozen=True):
    """The day of a lunar mansion in a solar month; of two in the month the second."""

    star: Star
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
        sign, opening = self.month.sign.name.title(), phrase(f"opening-{self.month.opening}")
        what = phrase(
            "star-in-month",
            star=self.star.name.title(),
            local=LOCAL_STARS[self.star],
            month=self.month.name,
            sign=sign,
            opening=opening,
        )
        return self.deciding.sentence(what, "decided-star")


def star(
    name: Star, *, at: Part, month: SolarMonth, tie: Tie = FIRST, kshaya: Kshaya = START, place: Place = DELHI
) -> StarDay:
    """The day on which the Moon is in a lunar mansion at a part of the day, in a solar month; the second of two."""
    return StarDay(name, month, Deciding(at, tie, kshaya, place))
