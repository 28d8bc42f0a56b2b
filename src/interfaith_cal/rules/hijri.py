"""Days of the Islamic calendar: `hijri(SHAWWAL, 1)`, `night_of(RAMADAN, 27)`, `last_day_of(SAFAR)`.

A day is reckoned by the months of Diyanet, unless `by_each_method` makes it a way for every method.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from interfaith_cal.model import Calendar, Certainty, Numbered, Rule, YearMonthDay
from interfaith_cal.model.derived import Derived
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.reckoning.hijri import (
    DIYANET,
    LOCAL_CRESCENT,
    METHODS,
    OF_THE_ALEVIS,
    SHIA,
    TABULAR,
    UMM_AL_QURA,
    Hijri,
)
from interfaith_cal.rules.dated import check_day, in_some_years
from interfaith_cal.rules.declare import Ways
from interfaith_cal.rules.several import EachOf


class HijriMonth(Numbered):
    """A month of the Islamic calendar."""

    MUHARRAM = 1
    SAFAR = 2
    RABI_I = 3
    RABI_II = 4
    JUMADA_I = 5
    JUMADA_II = 6
    RAJAB = 7
    SHABAN = 8
    RAMADAN = 9
    SHAWWAL = 10
    DHU_AL_QADA = 11
    DHU_AL_HIJJA = 12


(
    MUHARRAM,
    SAFAR,
    RABI_I,
    RABI_II,
    JUMADA_I,
    JUMADA_II,
    RAJAB,
    SHABAN,
    RAMADAN,
    SHAWWAL,
    DHU_AL_QADA,
    DHU_AL_HIJJA,
) = HijriMonth
ONE_DAY = timedelta(1)


class HijriDay(Rule, frozen=True):
    """A month and day of the Islamic calendar by one method, and whose word decides in the end."""

    reckoned: Hijri
    month: HijriMonth
    day_of_month: int
    decided_by: Phrase | None = None

    def __post_init__(self) -> None:
        """Refuse a day that is in no year."""
        check_day(self.reckoned, self.month, self.day_of_month)

    @property
    def certainty(self) -> Certainty:
        return self.reckoned.certainty

    @property
    def calendar(self) -> Calendar | None:
        return self.reckoned

    def day(self, year: int) -> date | None:
        return in_some_years(self.reckoned, year, self.month, self.day_of_month)

    def certainty_in(self, year: int) -> Certainty:
        return Certainty.ANNOUNCED if self.source_in(year) else self.certainty

    def source_in(self, year: int) -> str:
        return self.reckoned.publisher(year, self.month)

    def remarks(self, year: int) -> tuple[Phrase, ...]:
        decided = () if self.decided_by is None else (self.decided_by,)
        return decided + self.reckoned.close_calls(year, self.month)

    def sentence(self) -> Phrase:
        return phrase("date", calendar=self.reckoned.id, month=self.month, day=self.day_of_month)


class EveningCalendar(Calendar):
    """A calendar as an evening counts, on which its next day has begun: the night of 27 Ramadan is "27 Ramadan"."""

    def __init__(self, daylight: Calendar) -> None:
        """Take the calendar that counts by daylight."""
        self.id = daylight.id
        self.daylight = daylight

    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day on whose evening the date begins."""
        return self.daylight.to_date(year, month, day) - ONE_DAY

    def from_date(self, day: date) -> YearMonthDay:
        """The date that begins on the evening of a civil day."""
        return self.daylight.from_date(day + ONE_DAY)


class EveningBefore(Derived, frozen=True):
    """The night that opens a day, listed under the civil day of its evening."""

    @property
    def calendar(self) -> Calendar | None:
        return None if self.base.calendar is None else EveningCalendar(self.base.calendar)

    def day(self, year: int) -> date | None:
        day = self.base.day(year)
        return None if day is None else day - ONE_DAY

    def sentence(self) -> Phrase:
        return phrase("night-before", base=self.base.sentence())


class NightsOf(EachOf, frozen=True):
    """Three nights of one month, said in one."""

    def sentence(self) -> Phrase:
        first, second, third = (night.base for night in self.rules if isinstance(night, EveningBefore))
        days = {
            name: day.day_of_month for name, day in (("first", first), ("second", second)) if isinstance(day, HijriDay)
        }
        return phrase("nights-before", base=third.sentence(), **days)


def hijri(month: HijriMonth, day: int) -> HijriDay:
    """A day of the Islamic calendar; its civil day is the one whose daylight belongs to it."""
    return HijriDay(DIYANET, month, day)


def alevi(month: HijriMonth, day: int) -> HijriDay:
    """The same under the names of the Alevis: Muharrem, Zilhicce."""
    return HijriDay(OF_THE_ALEVIS, month, day)


def last_day_of(month: HijriMonth) -> Rule:
    """The 29th or 30th of a month, as long as it is not the last of the year."""
    return hijri(HijriMonth(month + 1), 1).plus(-1)


def evening_before(rule: Rule) -> Rule:
    """The night that opens a day: its civil day is the one before."""
    return rule.carried(EveningBefore)


def night_of(month: HijriMonth, day: int) -> Rule:
    """The night with which an Islamic day begins: that of 27 Ramadan is listed on the civil day of the 26th."""
    return evening_before(hijri(month, day))


def nights_of(month: HijriMonth, first: int, second: int, third: int) -> Rule:
    """Three nights of one month, each as `night_of` has it."""
    return NightsOf(tuple(night_of(month, day) for day in (first, second, third)))


def by_each_method(rule: Rule, methods: Sequence[Hijri] = METHODS) -> Ways:
    """A rule in the months of each method, with what is to be said of whose word decides."""
    return {method.usage: _reckoned(rule, method, phrase(f"decided-by-{method.usage}")) for method in methods}


def of_the_shia(rule: Rule) -> Ways:
    """A rule in the months of Iran unless a usage reckons otherwise: those of the KRM are no months of the Shia."""
    others = by_each_method(rule, (UMM_AL_QURA, TABULAR, LOCAL_CRESCENT))
    return {"": _reckoned(rule, SHIA, phrase(f"decided-by-{SHIA.usage}")), **others}


def _reckoned(rule: Rule, method: Hijri, decided_by: Phrase) -> Rule:
    """The same rule with all its Islamic days reckoned by a method."""
    if isinstance(rule, HijriDay):
        return replace(rule, reckoned=method, decided_by=decided_by)
    if isinstance(rule, EachOf):
        return replace(rule, rules=tuple(_reckoned(each, method, decided_by) for each in rule.rules))
    if not isinstance(rule, Derived):
        return rule
    parts = {name: part for name in rule.__struct_fields__ if isinstance(part := getattr(rule, name), Rule)}
    return replace(rule, **{name: _reckoned(part, method, decided_by) for name, part in parts.items()})
