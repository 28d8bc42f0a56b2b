"""The greeting sheet: how and when one congratulates in each community, when one does not, and what to heed."""

from __future__ import annotations

from collections.abc import Iterable

from interfaith_cal.export import wording
from interfaith_cal.export.print.content import (
    Content,
    Issue,
    first_day,
    frame,
    greetings_of,
    short_name,
    words,
)
from interfaith_cal.model import Observance, Rank
from interfaith_cal.words import texts

SIGNS = (wording.EVE_MARK, wording.OLD_CALENDAR_MARK)
"""Of the signs of a date, those that whoever wants to congratulate in time has to know."""


def greetings(issue: Issue) -> Content:
    """The content of the greeting sheet: the main days of the year by their greetings, and those without one."""
    lang = issue.lang
    used = "".join(map(_signs, _main_days(issue)))
    return frame(issue, texts.wording(lang, "print-greetings")) | {
        "sheets": [_community(issue, name) for name in issue.religions],
        "legend": wording.legend(used, lang),
        "words": words(
            lang,
            intro="print-greetings-intro",
            without="print-without-greeting",
            dos="print-dos",
            donts="print-donts",
            continued="print-continued",
        ),
    }


def _main_days(issue: Issue) -> list[Observance]:
    return [o for o in issue.printed if o.rank is Rank.MAJOR and issue.period.holds(o.first_day)]


def _community(issue: Issue, name: str) -> Content:
    lang = issue.lang
    kept = [o for o in _main_days(issue) if o.community.id == name]
    groups: dict[tuple[texts.Greeting, ...], list[Observance]] = {}
    for o in kept:
        groups.setdefault(o.greetings(lang), []).append(o)
    return {
        "id": name,
        "greetings": [
            {"id": days[0].festival.id, "said": greetings_of(days[0], lang), "feasts": _feasts(days, issue)}
            for said, days in groups.items()
            if not said[0].instead
        ],
        "without": _feasts((o for o in kept if o.greetings(lang)[0].instead), issue),
        "dos": list(texts.community_advice(name, "dos", lang)),
        "donts": list(texts.community_advice(name, "donts", lang)),
    }


def _feasts(kept: Iterable[Observance], issue: Issue) -> list[Content]:
    """Feasts with their days of the year."""
    days: dict[str, list[str]] = {}
    for o in kept:
        days.setdefault(short_name(o, issue.lang), []).append(first_day(o, issue, SIGNS))
    return [{"name": name, "days": ", ".join(of_feast)} for name, of_feast in days.items()]


def _signs(observance: Observance) -> str:
    return "".join(sign for sign in wording.marks(observance) if sign in SIGNS)
