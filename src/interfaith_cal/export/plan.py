"""Planned days weighed, as people and programs read them: pure functions to terminal, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from interfaith_cal.export import wording
from interfaith_cal.export.forms import to_json
from interfaith_cal.export.leave import reference
from interfaith_cal.export.terminal import GAP, NO_BREAK, PAGE, Terminal, bold, chip, dim, pad, paragraph, width
from interfaith_cal.ground.places import Place
from interfaith_cal.ground.separated import written_by_name
from interfaith_cal.model import Observance
from interfaith_cal.planner import REACH, Affected, Effect, Ground, Judgement, Verdict, WeighedDay
from interfaith_cal.words import texts
from interfaith_cal.words.letters import upper

INK = {Verdict.CLEAR: "32", Verdict.CONSIDER: "33", Verdict.AVOID: "31"}
COLUMNS = (
    "label", "first_day", "last_day", "day", "verdict", "community", "festival", "name", "effects", "weight", "reason",
    "clear_days", "fair_days",
)  # fmt: skip


class _Setting(NamedTuple):
    """In which language, on what, and for which place something is said."""

    lang: str
    terminal: Terminal
    place: Place | None

    def wording(self, key: str, **blanks: object) -> str:
        return texts.wording(self.lang, key, **blanks)

    def verdict(self, verdict: Verdict) -> str:
        return upper(self.wording(f"verdict-{verdict}"), self.lang)

    def paragraph(self, text: str, margin: str) -> list[str]:
        return paragraph(text, self.terminal.width, margin, GAP)


class Reason(NamedTuple):
    """Who keeps a day under one name and for one reason: ids of communities, the name on that day, the reason."""

    communities: tuple[str, ...]
    name: str
    reason: str


class Told(NamedTuple):
    """What is said of a day: what stands against it, who is affected in a way that counts, and what else is kept."""

    grounds: tuple[str, ...]
    reasons: tuple[Reason, ...]
    also: tuple[str, ...]


class _Row(NamedTuple):
    """Communities that keep a day under one name and for one reason: their chips bare and as shown, name, reason."""

    codes: str
    chips: str
    name: str
    reason: str


def plan_to_terminal(judgements: Sequence[Judgement], lang: str, terminal: Terminal, place: Place | None = None) -> str:
    """Each plan with its verdict, who is affected and why, and the days to move to; with a count at the end."""
    setting = _Setting(lang, terminal, place)
    margin = " " * (max(width(setting.verdict(verdict)) for verdict in Verdict) + len(GAP))
    lines: list[str] = []
    for judgement in judgements:
        lines += [*_judgement_lines(judgement, setting, margin), ""]
    if len(judgements) > 1:
        counted = {verdict.value: sum(j.verdict is verdict for j in judgements) for verdict in Verdict}
        lines.append(setting.wording("plan-total", all=len(judgements), **counted))
    shown = (a.observance for j in judgements for day in j.days for a in day.affected if a.verdict is not Verdict.CLEAR)
    legend = wording.legend("".join(map(_marks, shown)), lang)
    return "\n".join([*lines, *(dim(note, terminal) for note in legend)]).rstrip() + "\n"


def _judgement_lines(judgement: Judgement, setting: _Setting, margin: str) -> Iterator[str]:
    yield _head(judgement, setting, margin)
    if len(judgement.days) == 1:
        yield from _day_lines(judgement.days[0], setting, margin)
    else:
        for day in judgement.days:
            if day.verdict is not Verdict.CLEAR:
                yield f"{margin}{texts.short_date(day.day, setting.lang)}"
                yield from _day_lines(day, setting, margin + GAP)
        clear = [day.day for day in judgement.days if day.verdict is Verdict.CLEAR]
        yield from _days_line("plan-free-within", clear, setting, margin)
    yield from _days_line("plan-fair-days", judgement.fair_days, setting, margin)
    yield from _days_line("plan-clear-days", judgement.clear_days, setting, margin)
    if judgement.verdict is not Verdict.CLEAR and not judgement.clear_days:
        yield from setting.paragraph(setting.wording("plan-no-clear-days", days=REACH), margin)


def _head(judgement: Judgement, setting: _Setting, margin: str) -> str:
    """The verdict, then when, then what."""
    appointment, verdict = judgement.appointment, judgement.verdict
    word = pad(setting.verdict(verdict), len(margin))
    inked = f"\x1b[1;{INK[verdict]}m{word}\x1b[0m" if setting.terminal.color else word
    edges = dict.fromkeys((appointment.first_day, appointment.last_day))
    when = " – ".join(texts.short_date(day, setting.lang) for day in edges)
    return f"{inked}{bold(when, setting.terminal)}{GAP}{appointment.label}".rstrip()


def _days_line(key: str, days: Sequence[date], setting: _Setting, margin: str) -> list[str]:
    """A list of days under what it means; nothing where there are none."""
    if not days:
        return []
    listed = " · ".join(texts.short_date(day, setting.lang).replace(" ", NO_BREAK) for day in days)
    return setting.paragraph(setting.wording(key, days=listed), margin)


def _day_lines(day: WeighedDay, setting: _Setting, margin: str) -> Iterator[str]:
    """What stands against a day, line by line; what stands in the way of nothing comes last, in one paragraph."""
    said_of = told(day, setting.lang, setting.place)
    for ground in said_of.grounds:
        yield from setting.paragraph(ground, margin)
    yield from _row_lines([_row(reason, setting) for reason in said_of.reasons], setting, margin)
    if said_of.also:
        said = setting.wording("plan-also", names=", ".join(said_of.also))
        yield from (dim(line, setting.terminal) for line in paragraph(said, setting.terminal.width, margin))
    elif not day.affected and not day.grounds:
        yield margin + dim(setting.wording("plan-nothing"), setting.terminal)


def told(day: WeighedDay, lang: str, place: Place | None = None) -> Told:
    """What is said of a day in a language; communities that keep it under one name for one reason stand together."""
    setting = _Setting(lang, Terminal(), place)
    together: dict[tuple[str, str], dict[str, None]] = {}
    for one in day.affected:
        if one.verdict is not Verdict.CLEAR:
            named, said = _named(one.observance, day.day, lang), _reason(one, day.day, setting)
            together.setdefault((named, said), {})[one.observance.community.id] = None
    return Told(
        tuple(ground_reason(ground, lang) for ground in day.grounds),
        tuple(Reason(tuple(who), name, reason) for (name, reason), who in together.items()),
        tuple(dict.fromkeys(_also(a, setting) for a in day.affected if a.verdict is Verdict.CLEAR)),
    )


def _row(reason: Reason, setting: _Setting) -> _Row:
    codes = {name: texts.community_text(name, "code", setting.lang) for name in reason.communities}
    chips = (chip(community, code, width(code), setting.terminal) for community, code in codes.items())
    return _Row("".join(f" {code} " for code in codes.values()), "".join(chips), reason.name, reason.reason)


def _row_lines(rows: Sequence[_Row], setting: _Setting, margin: str) -> Iterator[str]:
    """Chips, name and reason in columns; where a reason does not fit, it stands below the name."""
    chips_width = max((width(row.codes) for row in rows), default=0)
    name_width = max((width(row.name) for row in rows), default=0)
    for row in rows:
        start = f"{margin}{row.chips}{' ' * (chips_width - width(row.codes))}{GAP}"
        used = len(margin) + chips_width + len(GAP) + name_width + len(GAP)
        if used + width(row.reason) <= (setting.terminal.width or PAGE):
            yield f"{start}{pad(row.name, name_width)}{GAP}{row.reason}"
        else:
            yield f"{start}{row.name}"
            yield from setting.paragraph(row.reason, margin + " " * chips_width + GAP * 2)


def _named(observance: Observance, day: date, lang: str) -> str:
    """Its name on that day: "Ramadanfest, Tag 1 von 3 ≈"."""
    named = ", ".join(filter(None, (_short(observance, lang), wording.day_of_span(observance, day, lang))))
    return f"{named} {_marks(observance)}".rstrip()


def _short(observance: Observance, lang: str) -> str:
    return texts.short_name(observance.community.id, observance.festival.slug, lang)


def _marks(observance: Observance) -> str:
    """The signs that matter to somebody who plans: whether the date may still be moved, and by which calendar it is."""
    return wording.marks(observance).replace(wording.EVE_MARK, "")


def _also(affected: Affected, setting: _Setting) -> str:
    observance = affected.observance
    named = f"{observance.community.code(setting.lang)} {_short(observance, setting.lang)}"
    return setting.wording("plan-eve-name", name=named) if observance.eve else named


def _reason(affected: Affected, day: date, setting: _Setting) -> str:
    """Why it counts, for each effect a few words."""
    return "; ".join(_effect_reason(effect, affected, day, setting) for effect in affected.effects)


def _effect_reason(effect: Effect, affected: Affected, day: date, setting: _Setting) -> str:
    key = f"plan-{effect}"
    if effect in (Effect.LEAVE, Effect.PROTECTED):
        protects = effect is Effect.PROTECTED
        named = (reference(p, setting.lang) for p in affected.provisions if p.protects is protects)
        return setting.wording(key, text=", ".join(dict.fromkeys(named)))
    if effect is not Effect.EVE_OF_REST:
        return setting.wording(key)
    return setting.wording(key, clock=wording.time_of_sunset(day, setting.lang, setting.place)).rstrip()


def ground_reason(ground: Ground, lang: str) -> str:
    """What stands against a day, in words."""
    return texts.wording(lang, f"plan-{ground.effect}", name=ground.name)


def plan_to_json(judgements: Iterable[Judgement], lang: str, place: Place | None = None) -> str:
    """A JSON array: a plan with its verdict and the days to move to, and in it each day with who is affected."""
    setting = _Setting(lang, Terminal(), place)
    return to_json(
        [
            {
                **_appointment(judgement),
                "verdict": judgement.verdict.value,
                "days": [
                    {
                        "day": day.day.isoformat(),
                        "verdict": day.verdict.value,
                        "affected": list(_records(day, setting)),
                    }
                    for day in judgement.days
                ],
                "clear_days": [day.isoformat() for day in judgement.clear_days],
                "fair_days": [day.isoformat() for day in judgement.fair_days],
            }
            for judgement in judgements
        ]
    )


def plan_to_csv(judgements: Iterable[Judgement], lang: str, place: Place | None = None) -> str:
    """A row for each that is affected on each day, and one for a day on which nobody is; columns as in COLUMNS."""
    setting = _Setting(lang, Terminal(), place)
    rows: list[dict[str, str]] = []
    for judgement in judgements:
        for day in judgement.days:
            head = {
                **_appointment(judgement),
                "day": day.day.isoformat(),
                "verdict": day.verdict.value,
                "clear_days": " ".join(day.isoformat() for day in judgement.clear_days),
                "fair_days": " ".join(day.isoformat() for day in judgement.fair_days),
            }
            affected = ({**record, "effects": " ".join(record["effects"])} for record in _records(day, setting))
            rows += [head | row for row in affected] or [head]
    return written_by_name(COLUMNS, rows)


def _appointment(judgement: Judgement) -> dict[str, str]:
    appointment = judgement.appointment
    return {
        "label": appointment.label,
        "first_day": appointment.first_day.isoformat(),
        "last_day": appointment.last_day.isoformat(),
    }


def _records(day: WeighedDay, setting: _Setting) -> Iterator[dict[str, Any]]:
    """Each reason of a day; a public holiday or a weekend has no community and no festival."""
    for ground in day.grounds:
        yield {
            "community": "",
            "festival": "",
            "name": ground.name,
            "effects": [ground.effect.value],
            "weight": ground.verdict.value,
            "reason": ground_reason(ground, setting.lang),
        }
    for one in day.affected:
        yield {
            "community": one.observance.community.id,
            "festival": one.observance.festival.id,
            "name": one.observance.name(setting.lang),
            "effects": [effect.value for effect in one.effects],
            "weight": one.verdict.value,
            "reason": _reason(one, day.day, setting),
        }
