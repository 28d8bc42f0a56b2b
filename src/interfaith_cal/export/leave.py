"""The days of leave of a school year, as people and programs read them: pure functions to terminal, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from interfaith_cal.editorial.leave import Application, LandLeave, said
from interfaith_cal.export import wording
from interfaith_cal.export.forms import to_json
from interfaith_cal.export.terminal import GAP, Terminal, bold, chip, dim, isolated, pad, paragraph, width
from interfaith_cal.ground.separated import written_by_name
from interfaith_cal.leave import LeaveDays
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.base import SATURDAY
from interfaith_cal.spans import runs
from interfaith_cal.words import texts

APPLICATIONS = {
    Application.REQUIRED: "leave-required",
    Application.NONE: "leave-none",
    Application.UNKNOWN: "leave-unknown",
}
COLUMNS = (
    "land", "school_year", "community", "festival", "usage", "name", "days", "granted", "application", "certainty",
    "not_known", "decree", "notice",
)  # fmt: skip


class _Line(NamedTuple):
    """A festival as the cells of a line; each run of its days after the first has a line of its own."""

    runs: list[str]
    community: str
    code: str
    name: str
    terms: str


def leave_to_terminal(
    leave: Sequence[LeaveDays], rules: LandLeave, school_year: str, lang: str, terminal: Terminal
) -> str:
    """The list of a school year by months: days, who, how many, on application or not; then what is not known."""
    out = [bold(texts.wording(lang, "leave-title", land=said(rules.land, lang), year=school_year), terminal)]
    out += paragraph(texts.wording(lang, "leave-decree", decree=said(rules.decree, lang)), terminal.width)
    out += paragraph(said(rules.rule, lang), terminal.width)
    notes = list(dict.fromkeys(said(doubt, lang) for days in leave for doubt in days.entitlement.doubts))
    for month, within in groupby(leave, key=lambda days: texts.month_and_year(days.days[0], lang)):
        out += ["", bold(month, terminal), *_month_lines(list(within), notes, lang, terminal)]
    if not leave:
        out += ["", texts.wording(lang, "leave-nothing")]
    out.append("")
    for number, note in enumerate(notes, 1):
        out += paragraph(f"{number}) {note}", terminal.width, hanging="   ")
    out += wording.legend("".join(wording.marks(days.observance) for days in leave), lang)
    if rules.unknown:
        out += ["", texts.wording(lang, "leave-not-known")]
    for unknown in rules.unknown:
        out += paragraph(f"– {said(unknown, lang)}", terminal.width, hanging=GAP)
    out += ["", *(bold(line, terminal) for line in paragraph(texts.wording(lang, "leave-notice"), terminal.width))]
    return "\n".join(out) + "\n"


def _month_lines(leave: Sequence[LeaveDays], notes: Sequence[str], lang: str, terminal: Terminal) -> Iterator[str]:
    """A line for each festival, and one for each further run of its days.

    Where the terminal is too narrow, what may be taken and how stands below the name.
    """
    lines = [_line(days, notes, lang) for days in leave]
    run_width = max(width(run) for line in lines for run in line.runs)
    code_width = max(width(line.code) for line in lines)
    name_width = max(width(line.name) for line in lines)
    # A chip has a blank on either side of its code.
    indent = len(GAP) + run_width + len(GAP) + code_width + 2 + len(GAP)
    for line in lines:
        when, *further = line.runs
        start = f"{GAP}{pad(when, run_width)}{GAP}{chip(line.community, line.code, code_width, terminal)}{GAP}"
        if terminal.width is None or indent + name_width + len(GAP) + width(line.terms) <= terminal.width:
            yield f"{start}{pad(line.name, name_width)}{GAP}{dim(line.terms, terminal)}"
        else:
            yield f"{start}{line.name}"
            yield " " * indent + dim(line.terms, terminal)
        yield from (f"{GAP}{run}" for run in further)


def _line(days: LeaveDays, notes: Sequence[str], lang: str) -> _Line:
    observance = days.observance
    doubts = " ".join(f"{notes.index(said(doubt, lang)) + 1})" for doubt in days.entitlement.doubts)
    return _Line(
        [*_runs_in_month(days.days, lang)],
        observance.community.id,
        observance.community.code(lang),
        f"{isolated(observance.name(lang))} {wording.marks(observance)}".rstrip(),
        " ".join(filter(None, (" · ".join(_terms(days, lang)), doubts))),
    )


def _terms(days: LeaveDays, lang: str) -> Iterator[str]:
    """For how long, on application or not, and whether there is no school anyway."""
    granted, offered = days.entitlement.granted, len(days.days)
    if granted is not None and granted < offered:
        yield texts.wording(lang, "leave-days-of", granted=granted, days=offered)
    else:
        yield texts.say(phrase("leave-days", days=offered), lang)
    yield texts.wording(lang, APPLICATIONS[days.entitlement.application])
    if all(day.weekday() >= SATURDAY for day in days.days):
        yield texts.wording(lang, "leave-no-school-day")


def _runs_in_month(days: Sequence[date], lang: str) -> Iterator[str]:
    """Runs of days under the heading of the first one's month: "Do 22 – Fr 23", "Mi 28 – Do 29"."""
    for run in runs(days):
        yield " – ".join(_day_in_month(day, days[0], lang) for day in dict.fromkeys(run))


def _day_in_month(day: date, heading: date, lang: str) -> str:
    number = f"{day.day:2}" if day.month == heading.month else texts.day_and_month(day, lang)
    return f"{texts.weekday(day.weekday(), lang, 'short')} {number}"


def leave_to_csv(leave: Iterable[LeaveDays], rules: LandLeave, school_year: str, lang: str) -> str:
    """A row for each festival with leave; columns as in COLUMNS."""
    common = {
        "land": said(rules.land, lang),
        "school_year": school_year,
        "decree": said(rules.decree, lang),
        "notice": texts.wording(lang, "leave-notice"),
    }
    rows = (
        {**common, **record, "days": " ".join(record["days"]), "not_known": " · ".join(record["not_known"])}
        for record in _records(leave, lang)
    )
    return written_by_name(COLUMNS, rows)


def leave_to_json(leave: Iterable[LeaveDays], rules: LandLeave, school_year: str, lang: str) -> str:
    """A JSON object: the Land, its rule and what is not known of it, and a list of the festivals with leave."""
    return to_json(
        {
            "land": said(rules.land, lang),
            "school_year": school_year,
            "decree": said(rules.decree, lang),
            "rule": said(rules.rule, lang),
            "sources": list(rules.sources),
            "not_known": [said(unknown, lang) for unknown in rules.unknown],
            "notice": texts.wording(lang, "leave-notice"),
            "leave": list(_records(leave, lang)),
        }
    )


def _records(leave: Iterable[LeaveDays], lang: str) -> Iterator[dict[str, Any]]:
    for days in leave:
        observance, entitlement = days.observance, days.entitlement
        yield {
            "community": observance.community.id,
            "festival": observance.festival.id,
            "usage": observance.usage,
            "name": observance.name(lang),
            "days": [day.isoformat() for day in days.days],
            "granted": min(entitlement.granted or len(days.days), len(days.days)),
            "application": entitlement.application.value,
            "certainty": observance.certainty.value,
            "not_known": [said(doubt, lang) for doubt in entitlement.doubts],
        }
