"""Planned days weighed: who is affected and how, what to avoid, which days are clear nearby.

Whatever is weighed stands in one table, WEIGHTS: what a day means for somebody at school, how that counts, and why. The
rest of this module only finds out which rows apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from interfaith_cal.almanac import day_after, marked
from interfaith_cal.appointments import Appointment
from interfaith_cal.background import Background, BackgroundDays, nothing
from interfaith_cal.errors import YearRangeError
from interfaith_cal.model import EVES, SATURDAY, SUNDAY, Begins, Kind, Observance, Rank
from interfaith_cal.model.impact import Impact
from interfaith_cal.model.leave import LandLeave, Provision

# A fast that begins so is kept through the school day.
DAYLIGHT = (Begins.DAWN, Begins.SUNRISE)
# So far from a planned day, in days, one looks for others, and so many are proposed.
REACH, PROPOSALS = 60, 3


class Verdict(StrEnum):
    """What to do with a planned day, from the best to the worst."""

    CLEAR = "clear"
    CONSIDER = "consider"
    AVOID = "avoid"

    @property
    def severity(self) -> int:
        """Its place from the best, 0, to the worst."""
        return list(Verdict).index(self)


class Effect(StrEnum):
    """What a day means for somebody who keeps it, the heaviest first."""

    REST = "rest"
    PUBLIC_HOLIDAY = "public-holiday"
    SCHOOL_HOLIDAYS = "school-holidays"
    FAST = "fast"
    LEAVE = "leave"
    PROTECTED = "protected"
    MOURNING = "mourning"
    EVE_OF_REST = "eve-of-rest"
    SABBATH = "sabbath"
    SUNDAY = "sunday"
    MAIN_FEAST = "main-feast"
    MAIN_EVENING = "main-evening"
    FEAST = "feast"
    EVE = "eve"
    DIET = "diet"
    SEASON = "season"
    MEMORY = "memory"
    CUSTOM = "custom"


SEVERITY = {effect: number for number, effect in enumerate(Effect)}
CLEAR, CONSIDER, AVOID = Verdict
WEIGHTS = {
    # Whoever keeps the day is absent: an exam would shut out, a feast would leave out.
    Effect.REST: AVOID,
    Effect.PUBLIC_HOLIDAY: AVOID,
    Effect.SCHOOL_HOLIDAYS: AVOID,
    # Whoever keeps the day is there, but hungry and thirsty, in grief, or away from the afternoon on.
    Effect.FAST: CONSIDER,
    # A text of the Land frees pupils, or protects employees: some will be missing, and may be.
    Effect.LEAVE: CONSIDER,
    Effect.PROTECTED: CONSIDER,
    Effect.MOURNING: CONSIDER,
    Effect.EVE_OF_REST: CONSIDER,
    Effect.SABBATH: CONSIDER,
    Effect.SUNDAY: CONSIDER,
    # Work is allowed, but families keep a main feast together, and some ask for leave.
    Effect.MAIN_FEAST: CONSIDER,
    Effect.MAIN_EVENING: CONSIDER,
    # Good to know for a menu or an invitation; it stands in the way of nothing. Were lesser feasts and Lent to be
    # considered as well, that would be three school days of four, and nobody would read the warning.
    Effect.FEAST: CLEAR,
    Effect.EVE: CLEAR,
    Effect.DIET: CLEAR,
    Effect.SEASON: CLEAR,
    Effect.MEMORY: CLEAR,
    Effect.CUSTOM: CLEAR,
}


@dataclass(frozen=True, slots=True)
class Affected:
    """An observance on a planned day: what it means there, the heaviest first, and how it counts.

    `provisions` are what the Land provides for that day, leave for pupils first.
    """

    observance: Observance
    effects: tuple[Effect, ...]
    provisions: tuple[Provision, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """How the heaviest of its effects counts."""
        return WEIGHTS[self.effects[0]]


class Ground(NamedTuple):
    """What stands against a day, whoever one is: a public holiday, school holidays, the weekend; with its name."""

    effect: Effect
    name: str = ""

    @property
    def verdict(self) -> Verdict:
        """How it counts."""
        return WEIGHTS[self.effect]


@dataclass(frozen=True)
class WeighedDay:
    """A civil day as it is weighed: what stands against it, and who is affected, the heaviest first."""

    day: date
    grounds: tuple[Ground, ...]
    affected: tuple[Affected, ...]

    @cached_property
    def verdict(self) -> Verdict:
        """What to do with the day."""
        return worst([ground.verdict for ground in self.grounds] + [one.verdict for one in self.affected])


@dataclass(frozen=True, slots=True)
class Judgement:
    """A planned day or span, day by day, with working days nearby, in order.

    `clear_days` are the nearest that are clear, empty where the plan is clear itself. `fair_days` are nearer ones on
    which nothing is to be avoided, though something is to be considered; given only where the plan is to be avoided.
    """

    appointment: Appointment
    days: tuple[WeighedDay, ...]
    clear_days: tuple[date, ...]
    fair_days: tuple[date, ...]

    @property
    def verdict(self) -> Verdict:
        """What to do with it: that of its worst day."""
        return worst(day.verdict for day in self.days)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; clear where there are none."""
    return max(verdicts, key=lambda verdict: verdict.severity, default=CLEAR)


def plan(
    appointments: Iterable[Appointment],
    chosen: Callable[[date, date], Sequence[Observance]],
    impact: Impact,
    background: Background = nothing,
    law: LandLeave | None = None,
    unknown: Callable[[Appointment, YearRangeError], None] | None = None,
) -> list[Judgement]:
    """Each planned day or span weighed, in the order given.

    Args:
        appointments: what is planned.
        chosen: the observances that count, from one civil day to another.
        impact: what festivals mean for a day at school.
        background: public and school holidays, from one civil day to another.
        law: what the Land provides for pupils and employees; None where no Land is chosen, or its texts are not known.
        unknown: is told of what is planned in years that are not known; the rest is weighed.

    Raises:
        UnknownNameError, DataFileError: as `chosen` and `background` do for the planned years.
        YearRangeError: as they do, if nobody is told.
    """
    diary = Diary(Kept(chosen, impact), background, law)
    found: list[Judgement] = []
    for appointment in appointments:
        try:
            found.append(diary.judged(appointment))
        except YearRangeError as error:
            if unknown is None:
                raise
            unknown(appointment, error)
    return found


def provisions(observance: Observance, day: date, law: LandLeave | None) -> tuple[Provision, ...]:
    """What a Land provides for a civil day of an observance, its eve included: leave for pupils, then protection."""
    if law is None:
        return ()
    number = (day - observance.first_day).days + 1
    return tuple(
        provision
        for provision in (*law.leave, *law.protected)
        if provision.festival == observance.festival.id and provision.holds_on(number)
    )


def effects(
    observance: Observance, day: date, impact: Impact, provided: Sequence[Provision] = ()
) -> tuple[Effect, ...]:
    """What an observance means on a civil day from its eve to its end, the heaviest first."""
    festival, number = observance.festival.id, (day - observance.first_day).days + 1
    rest = impact.rest.get(festival, ())
    protected = any(provision.protects for provision in provided)
    if number < 1:
        return (Effect.EVE_OF_REST if 1 in rest else Effect.EVE, *((Effect.PROTECTED,) if protected else ()))
    found = {
        Effect.REST: number in rest,
        Effect.FAST: festival in impact.fasting or (observance.kind is Kind.FAST and observance.begins in DAYLIGHT),
        Effect.LEAVE: any(not provision.protects for provision in provided),
        Effect.PROTECTED: protected,
        Effect.MOURNING: festival in impact.mourning,
        Effect.EVE_OF_REST: number + 1 in rest and number not in rest and observance.begins in EVES,
    }
    sure = tuple(effect for effect, holds in found.items() if holds)
    return sure or (_by_kind(observance, number),)


def _by_kind(observance: Observance, number: int) -> Effect:
    """What a day of a festival means of which no more is known than what it is and how it begins."""
    main = observance.rank is Rank.MAJOR
    if observance.kind is Kind.NIGHT or (observance.begins is Begins.DUSK and number == 1):
        return Effect.MAIN_EVENING if main else Effect.FEAST
    return {
        Kind.FEAST: Effect.MAIN_FEAST if main else Effect.FEAST,
        Kind.FAST: Effect.DIET,
        Kind.SEASON: Effect.SEASON,
        Kind.COMMEMORATION: Effect.MAIN_FEAST if main else Effect.MEMORY,
        Kind.CUSTOM: Effect.CUSTOM,
    }[observance.kind]


class Kept:
    """What is kept on a day or begins on its evening, and what it means in any Land; each is worked out once."""

    def __init__(self, chosen: Callable[[date, date], Sequence[Observance]], impact: Impact) -> None:
        """Ask for the observances that count, from one civil day to another, when they are wanted."""
        self._chosen, self.impact = chosen, impact
        self._anywhere: dict[date, tuple[Affected, ...]] = {}
        self._on: dict[date, list[Observance]] = {}
        self._years: dict[int, dict[date, list[Observance]]] = {}

    def anywhere(self, day: date) -> tuple[Affected, ...]:
        """Who is affected on a day where no law of a Land counts, the heaviest first."""
        if day not in self._anywhere:
            self._anywhere[day] = _told(Affected(o, effects(o, day, self.impact)) for o in self.on(day))
        return self._anywhere[day]

    def on(self, day: date) -> list[Observance]:
        """What touches a day or the next, that as an eve; raises YearRangeError where a community has no answer."""
        if day not in self._on:
            self._on[day] = self._marked(day)
        return self._on[day]

    def _marked(self, day: date) -> list[Observance]:
        morning = day_after(day)
        found = list(self._year(day.year).get(day, ()))
        if morning.year > day.year:
            # On New Year's Eve in another year too, of which nothing may be known.
            with suppress(YearRangeError):
                found += [o for o in self._year(morning.year).get(day, ()) if o not in found]
        return marked(found, day)

    def _year(self, year: int) -> dict[date, list[Observance]]:
        """By each day of a year, and the last one before it, what touches it or the next."""
        if year not in self._years:
            touched: dict[date, list[Observance]] = {}
            first, last = date(year, 1, 1), date(year, 12, 31)
            for o in self._chosen(first, last):
                begins, ends = max(o.first_day, first), min(o.last_day, last)
                if begins > date.min:
                    begins -= timedelta(1)
                for number in range((ends - begins).days + 1):
                    touched.setdefault(begins + timedelta(number), []).append(o)
            self._years[year] = touched
        return self._years[year]


class Diary:
    """Days as they are weighed for a Land; each of them, and the background of a year, are worked out once."""

    def __init__(self, kept: Kept, background: Background, law: LandLeave | None) -> None:
        """Weigh what is kept, before the holidays and by the law of a Land."""
        self._kept, self._background, self._law = kept, background, law
        self._named = {provision.festival for provision in (*law.leave, *law.protected)} if law else set()
        self._behind: dict[int, Sequence[BackgroundDays]] = {}
        self._days: dict[date, WeighedDay] = {}

    def day(self, day: date) -> WeighedDay:
        """A day weighed; raises YearRangeError where a community has no answer."""
        if day not in self._days:
            self._days[day] = self._weighed(day)
        return self._days[day]

    def judged(self, appointment: Appointment) -> Judgement:
        """A planned day or span weighed, with days near it; raises YearRangeError as `day` does."""
        days = tuple(self.day(day) for day in appointment.days)
        verdict = worst(day.verdict for day in days)
        clear = self._nearest(appointment, CLEAR) if verdict is not CLEAR else ()
        fair = self._nearest(appointment, CONSIDER) if verdict is AVOID else ()
        return Judgement(appointment, days, clear, tuple(day for day in fair if day not in clear))

    def _nearest(self, appointment: Appointment, at_most: Verdict) -> tuple[date, ...]:
        """The working days nearest to a plan whose verdict is no worse than the one given, in order."""
        bearable = (
            day
            for day in _days_near(appointment)
            if self._is_working(day) and self.day(day).verdict.severity <= at_most.severity
        )
        return tuple(sorted(islice(bearable, PROPOSALS)))

    def _is_working(self, day: date) -> bool:
        """Whether a day is from Monday to Friday, in years that all communities know, and no holiday."""
        if day.weekday() >= SATURDAY:
            return False
        try:
            return not self.day(day).grounds
        except YearRangeError:
            return False

    def _weighed(self, day: date) -> WeighedDay:
        kept = self._kept.on(day)
        if any(o.festival.id in self._named for o in kept):
            affected = _told(self._affected(o, day) for o in kept)
        else:
            affected = self._kept.anywhere(day)
        if day.year not in self._behind:
            self._behind[day.year] = self._background(date(day.year, 1, 1), date(day.year, 12, 31))
        return WeighedDay(day, tuple(_grounds(day, self._behind[day.year])), affected)

    def _affected(self, observance: Observance, day: date) -> Affected:
        provided = provisions(observance, day, self._law)
        return Affected(observance, effects(observance, day, self._kept.impact, provided), provided)


def _told(affected: Iterable[Affected]) -> tuple[Affected, ...]:
    """The heaviest first; that a lesser feast begins this evening concerns nobody at school."""
    told = (a for a in affected if a.effects != (Effect.EVE,) or a.observance.rank is Rank.MAJOR)
    return tuple(sorted(told, key=lambda a: SEVERITY[a.effects[0]]))


def _grounds(day: date, background: Iterable[BackgroundDays]) -> Iterator[Ground]:
    for days in background:
        if days.first_day <= day <= days.last_day:
            yield Ground(Effect(days.kind.value), days.name)
    if day.weekday() == SATURDAY:
        yield Ground(Effect.SABBATH)
    if day.weekday() == SUNDAY:
        yield Ground(Effect.SUNDAY)


def _days_near(appointment: Appointment) -> Iterator[date]:
    """The days before and after a plan, the nearest first."""
    for distance in range(1, REACH + 1):
        # Beyond the first and the last day of all there is none.
        with suppress(OverflowError):
            yield appointment.first_day - timedelta(distance)
        with suppress(OverflowError):
            yield appointment.last_day + timedelta(distance)
