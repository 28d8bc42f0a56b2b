"""The greeting sheet: on a few pages, how and when one congratulates in each community, and what to do or not."""

from __future__ import annotations

from interfaith_cal.export.print.content import Content, Issue, first_day, frame, greetings_of, short_name, words
from interfaith_cal.model import Observance, Rank
from interfaith_cal.words import texts


def greetings(issue: Issue) -> Content:
    """The content of the greeting sheet: the main festivals of the year that have a greeting, by their words."""
    lang = issue.lang
    return frame(issue, texts.wording(lang, "print-greetings")) | {
        "sheets": [_community(issue, name) for name in issue.communities],
        "words": words(lang, intro="print-greetings-intro", dos="print-dos", donts="print-donts"),
    }


def _community(issue: Issue, name: str) -> Content:
    lang = issue.lang
    groups: dict[tuple[texts.Greeting, ...], list[Observance]] = {}
    for o in issue.observances:
        if o.community.id == name and o.rank is Rank.MAJOR and o.first_day.year == issue.year:
            said = o.greetings(lang)
            if said[0].words:
                groups.setdefault(said, []).append(o)
    return {
        "id": name,
        "greetings": [
            {"id": kept[0].festival.id, "said": greetings_of(kept[0], lang), "feasts": _feasts(kept, lang)}
            for kept in groups.values()
        ],
        "dos": list(texts.community_advice(name, "dos", lang)),
        "donts": list(texts.community_advice(name, "donts", lang)),
    }


def _feasts(kept: list[Observance], lang: str) -> list[Content]:
    """The feasts with one greeting, each with its days of the year."""
    days: dict[str, list[str]] = {}
    for o in kept:
        days.setdefault(short_name(o, lang), []).append(first_day(o, lang))
    return [{"name": name, "days": ", ".join(of_feast)} for name, of_feast in days.items()]
