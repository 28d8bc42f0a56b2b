"""Planned days weighed: who is affected and how, what to avoid, which days are clear nearby; and pupils' days of leave.

Whatever is weighed stands in one table, WEIGHTS: what a day means for somebody at school, how that counts, and why. The
rest of this module only finds out which rows apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from interfaith_cal.almanac import day_after, marked, observances
from interfaith_cal.background import Background, BackgroundDays, BackgroundKind, nothing
from interfaith_cal.communities import members
from interfaith_cal.editorial.appointments import Appointment
from interfaith_cal.editorial.impact import Impact
from interfaith_cal.editorial.leave import Entitlement, LandLeave
from interfaith_cal.errors import DataFileError, UnknownNameError, YearRangeError
from interfaith_cal.model import Begins, Kind, Observance, Rank

SATURDAY, SUNDAY = 5, 6
# So far from a planned day one looks for others, and so many are proposed.
REACH, PROPOSALS = 60, 3


class Verdict(StrEnum):
    """What to do with a planned day, from the best to the worst."""

    CLEAR = "clear"
    CONSIDER = "consider"
    AVOID = "avoid"


class Effect(StrEnum):
    """What a day means for somebody who keeps it, the heaviest first."""

    REST = "rest"
    PUBLIC_HOLIDAY = "public-holiday"
    SCHOOL_HOLIDAYS = "school-holidays"
    FAST = "fast"
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


class Weight(NamedTuple):
    """How an effect counts, and the phrase that says why."""

    verdict: Verdict
    reason: str


CLEAR, CONSIDER, AVOID = Verdict
WEIGHTS = {
    # Whoever keeps the day is absent: an exam would shut out, a feast would leave out.
    Effect.REST: Weight(AVOID, "plan-rest"),
    Effect.PUBLIC_HOLIDAY: Weight(AVOID, "plan-public-holiday"),
    Effect.SCHOOL_HOLIDAYS: Weight(AVOID, "plan-school-holidays"),
    # Whoever keeps the day is there, but hungry and thirsty, in grief, or away from the afternoon on.
    Effect.FAST: Weight(CONSIDER, "plan-fast"),
    Effect.MOURNING: Weight(CONSIDER, "plan-mourning"),
    Effect.EVE_OF_REST: Weight(CONSIDER, "plan-eve-of-rest"),
    Effect.SABBATH: Weight(CONSIDER, "plan-sabbath"),
    Effect.SUNDAY: Weight(CONSIDER, "plan-sunday"),
    # Work is allowed, but families keep a main feast together, and some ask for leave.
    Effect.MAIN_FEAST: Weight(CONSIDER, "plan-main-feast"),
    Effect.MAIN_EVENING: Weight(CONSIDER, "plan-main-evening"),
    # Good to know for a menu or an invitation; it stands in the way of nothing. Were lesser feasts and Lent to be
    # considered as well, that would be three school days of four, and nobody would read the warning.
    Effect.FEAST: Weight(CLEAR, "plan-feast"),
    Effect.EVE: Weight(CLEAR, "plan-eve"),
    Effect.DIET: Weight(CLEAR, "plan-diet"),
    Effect.SEASON: Weight(CLEAR, "plan-season"),
    Effect.MEMORY: Weight(CLEAR, "plan-memory"),
}


@dataclass(frozen=True, slots=True)
class Affected:
    """An observance on a planned day: what it means there, the heaviest first, and how it counts."""

    observance: Observance
    effects: tuple[Effect, ...]

    @property
    def verdict(self) -> Verdict:
        """How the heaviest of its effects counts."""
        return worst(WEIGHTS[effect].verdict for effect in self.effects)


class Ground(NamedTuple):
    """What stands against a day, whoever one is: a public holiday, school holidays, the weekend; with its name."""

    effect: Effect
    name: str = ""

    @property
    def verdict(self) -> Verdict:
        """How it counts."""
        return WEIGHTS[self.effect].verdict


@dataclass(frozen=True)
class Day:
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
    days: tuple[Day, ...]
    clear_days: tuple[date, ...]
    fair_days: tuple[date, ...]

    @property
    def verdict(self) -> Verdict:
        """What to do with it: that of its worst day."""
        return worst(day.verdict for day in self.days)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; clear where there are none."""
    return max(verdicts, key=list(Verdict).index, default=Verdict.CLEAR)


def plan(
    appointments: Iterable[Appointment],
    chosen: Callable[[date, date], Sequence[Observance]],
    impact: Impact,
    background: Background = nothing,
) -> list[Judgement]:
    """Each planned day or span weighed, in the order given.

    Args:
        appointments: what is planned.
        chosen: the observances that count, from one civil day to another.
        impact: what festivals mean for a day at school.
        background: public and school holidays, from one civil day to another.

    Raises:
        YearRangeError, UnknownNameError, DataFileError: as `chosen` and `background` do for the planned years.
    """
    diary = _Diary(chosen, impact, background)
    return [_judged(appointment, diary) for appointment in appointments]


def effects(observance: Observance, day: date, impact: Impact) -> tuple[Effect, ...]:
    """What an observance means on a civil day from its eve to its end, the heaviest first."""
    festival, number = observance.festival.id, (day - observance.first_day).days + 1
    rest = impact.rest.get(festival, ())
    if number < 1:
        return (Effect.EVE_OF_REST if 1 in rest else Effect.EVE,)
    found = {
        Effect.REST: number in rest,
        Effect.FAST: festival in impact.fasting or (observance.kind is Kind.FAST and observance.begins is Begins.DAWN),
        Effect.MOURNING: festival in impact.mourning,
        Effect.EVE_OF_REST: number + 1 in rest and number not in rest and observance.begins is Begins.SUNSET_BEFORE,
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
        Kind.COMMEMORATION: Effect.MEMORY,
    }[observance.kind]


class _Diary:
    """Days as they are weighed; the observances of a year and each day of it are worked out once."""

    def __init__(
        self, chosen: Callable[[date, date], Sequence[Observance]], impact: Impact, background: Background
    ) -> None:
        self._chosen, self._impact, self._background = chosen, impact, background
        self._years: dict[int, tuple[Sequence[Observance], Sequence[BackgroundDays]]] = {}
        self._days: dict[date, Day] = {}

    def day(self, day: date) -> Day:
        """A day weighed; raises YearRangeError where a community has no answer."""
        if day not in self._days:
            self._days[day] = self._weighed(day)
        return self._days[day]

    def is_working(self, day: date) -> bool:
        """Whether a day is from Monday to Friday, in years that all communities know, and no holiday."""
        if day.weekday() >= SATURDAY:
            return False
        try:
            return not self.day(day).grounds
        except YearRangeError:
            return False

    def _year(self, year: int) -> tuple[Sequence[Observance], Sequence[BackgroundDays]]:
        if year not in self._years:
            span = date(year, 1, 1), date(year, 12, 31)
            self._years[year] = self._chosen(*span), self._background(*span)
        return self._years[year]

    def _next_morning(self, day: date) -> Sequence[Observance]:
        """What is kept in the year of the next day: on New Year's Eve another year, of which nothing may be known."""
        try:
            return self._year(day_after(day).year)[0]
        except YearRangeError:
            return ()

    def _weighed(self, day: date) -> Day:
        kept, background = self._year(day.year)
        following = [o for o in self._next_morning(day) if o not in kept] if day.year < day_after(day).year else []
        around = [o for o in (*kept, *following) if o.first_day <= day_after(day) and o.last_day >= day]
        affected = [Affected(o, effects(o, day, self._impact)) for o in marked(around, day)]
        # That a lesser feast begins this evening concerns nobody at school.
        told = [a for a in affected if a.effects != (Effect.EVE,) or a.observance.rank is Rank.MAJOR]
        told.sort(key=lambda a: (-list(Verdict).index(a.verdict), list(Effect).index(a.effects[0])))
        return Day(day, tuple(_grounds(day, background)), tuple(told))


def _grounds(day: date, background: Iterable[BackgroundDays]) -> list[Ground]:
    grounds = [
        Ground(
            Effect.PUBLIC_HOLIDAY if days.kind is BackgroundKind.PUBLIC_HOLIDAY else Effect.SCHOOL_HOLIDAYS, days.name
        )
        for days in background
        if days.first_day <= day <= days.last_day
    ]
    weekend = {SATURDAY: [Ground(Effect.SABBATH)], SUNDAY: [Ground(Effect.SUNDAY)]}
    return grounds + weekend.get(day.weekday(), [])


def _judged(appointment: Appointment, diary: _Diary) -> Judgement:
    days = tuple(diary.day(day) for day in appointment.days)
    verdict = worst(day.verdict for day in days)
    clear = _nearest(appointment, diary, Verdict.CLEAR) if verdict is not Verdict.CLEAR else ()
    fair = _nearest(appointment, diary, Verdict.CONSIDER) if verdict is Verdict.AVOID else ()
    return Judgement(appointment, days, clear, tuple(day for day in fair if day not in clear))


def _nearest(appointment: Appointment, diary: _Diary, at_most: Verdict) -> tuple[date, ...]:
    """The working days nearest to a plan whose verdict is no worse than the one given, in order."""
    found: list[date] = []
    bearable = list(Verdict)[: list(Verdict).index(at_most) + 1]
    for distance in range(1, REACH + 1):
        for edge, days in ((appointment.first_day, -distance), (appointment.last_day, distance)):
            day = _moved(edge, days)
            if day is not None and diary.is_working(day) and diary.day(day).verdict in bearable:
                found.append(day)
        if len(found) >= PROPOSALS:
            break
    return tuple(sorted(found[:PROPOSALS]))


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


class LeaveDays(NamedTuple):
    """A festival of a school year for which a Land gives leave, and the civil days on which it may be taken."""

    entitlement: Entitlement
    observance: Observance
    days: tuple[date, ...]


def leave(rules: LandLeave, first: date, last: date, communities: Iterable[str] | None = None) -> list[LeaveDays]:
    """The days of leave of a Land from one civil day to another, by first day, then in the order of the rules.

    Raises:
        DataFileError: the rules name a festival that does not exist, or a day that it does not have.
        UnknownNameError: there is no such community.
        YearRangeError: a community has no answer for these years.
    """
    chosen = None if communities is None else members(communities)
    found: list[LeaveDays] = []
    for entitlement in rules.entitlements:
        if chosen is not None and entitlement.community not in chosen:
            continue
        try:
            kept = observances(first, last, festivals=[entitlement.festival])
        except UnknownNameError as error:
            raise DataFileError(f"{rules.path}: {entitlement.festival!r}: {error}") from error
        for observance in kept:
            days = _days_of_leave(rules, entitlement, observance)
            if within := tuple(day for day in days if first <= day <= last):
                found.append(LeaveDays(entitlement, observance, within))
    return sorted(found, key=lambda leave: leave.days[0])


def _days_of_leave(rules: LandLeave, entitlement: Entitlement, observance: Observance) -> list[date]:
    length = (observance.last_day - observance.first_day).days + 1
    numbers = entitlement.days or tuple(range(1, length + 1))
    if max(numbers) > length:
        raise DataFileError(
            f"{rules.path}: {entitlement.festival!r}: `days` is {list(numbers)}, but the festival lasts {length} days."
        )
    return [observance.first_day + timedelta(number - 1) for number in numbers]
