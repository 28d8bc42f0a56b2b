"""The booklet: the year month by month with explanations and greetings, and a page on each community."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from interfaith_cal.background import BackgroundKind
from interfaith_cal.export import wording
from interfaith_cal.export.print.content import (
    Content,
    Issue,
    code_of_feeds,
    frame,
    greetings_of,
    how_to_read,
    native_name,
    plain_date,
    short_name,
    words,
)
from interfaith_cal.export.print.period import month_span
from interfaith_cal.export.print.poster import main_feasts
from interfaith_cal.model import Begins, Certainty, Observance
from interfaith_cal.words import texts


def booklet(issue: Issue) -> Content:
    """The content of the booklet."""
    lang = issue.lang
    return frame(issue, texts.wording(lang, "print-booklet")) | {
        "months": [_month(issue, *month) for month in issue.period.months],
        "about": [_about(group, lang) for group in main_feasts(issue) if group["keeper"] in issue.religions],
        "notes": how_to_read(lang),
        "words": words(
            lang,
            notes="print-notes",
            communities="print-communities",
            contents="print-contents",
            still="print-still",
            greeting="print-greeting",
            school="print-school",
            feeds="print-feeds",
            days="print-days-begin",
            calendar="print-calendar",
            feasts="print-main-feasts",
            blank="print-blank-pages",
        ),
        **code_of_feeds(issue),
        "url": issue.feeds_url,
    }


def _month(issue: Issue, year: int, number: int) -> Content:
    lang = issue.lang
    first, last = month_span(year, number)
    kept = [o for o in issue.printed if first <= o.first_day <= last]
    still = [o for o in issue.printed if o.first_day < first <= o.last_day]
    return {
        "name": issue.period.name_of_month(year, number, lang),
        "still": [
            {"id": o.id, "keeper": o.community.id, "name": short_name(o, lang), "until": wording.until(o, lang)}
            for o in still
        ],
        "days": [_day(issue, day, list(entries)) for day, entries in groupby(kept, key=lambda o: o.first_day)],
    }


def _day(issue: Issue, day: date, kept: list[Observance]) -> Content:
    public = [b.name for b in issue.background if b.kind is BackgroundKind.PUBLIC_HOLIDAY and b.first_day == day]
    return {
        "day": str(day.day),
        "weekday": texts.weekday(day.weekday(), issue.lang),
        "rest": day.weekday() == 6 or bool(public),
        "holiday": ", ".join(public),
        "entries": [_entry(issue, o) for o in kept],
    }


def _entry(issue: Issue, o: Observance) -> Content:
    """All that is said of an observance; of one whose festival came before in the year, only where that stands."""
    lang = issue.lang
    before = [p for p in issue.printed if p.festival == o.festival and p.first_day < o.first_day]
    said = _said_of(o, lang)
    told = next((p for p in before if issue.period.holds(p.first_day) and _said_of(p, lang) == said), None)
    content = {
        "id": o.festival.id,
        "keeper": o.community.id,
        "name": o.name(lang),
        "marks": wording.marks(o),
        "native": [native_name(*name) for name in wording.native_names(o, lang)],
    }
    if told is not None:
        see = texts.wording(lang, "print-see", day=texts.day_and_month(told.first_day, lang))
        return content | {"facts": list(_facts(issue, o)), "see": see}
    return content | said | {"facts": [*_facts(issue, o), *_other_days(issue, o)]}


def _said_of(o: Observance, lang: str) -> Content:
    """What is said of an observance, and said only once in a year if its other dates say the same."""
    return {"text": o.explanation(lang), "greetings": greetings_of(o, lang), "school": o.school_note(lang)}


def _facts(issue: Issue, o: Observance) -> Iterator[str]:
    """Until when, by which usage, how it begins, its own date, and how sure it is where it is not fixed."""
    lang = issue.lang
    if o.last_day != o.first_day:
        day = (
            plain_date(o.last_day, lang)
            if o.last_day > issue.period.last_day
            else texts.day_and_month(o.last_day, lang)
        )
        yield texts.wording(lang, "until-day", day=day)
    yield issue.usage(o)
    if o.begins is not Begins.MIDNIGHT:
        yield wording.begins(o, lang, issue.place)
    yield o.native_date_in(lang)
    if o.certainty is not Certainty.FIXED:
        yield wording.certainty(o, lang)


def _other_days(issue: Issue, o: Observance) -> Iterator[str]:
    """When other usages of the issue keep the festival in its year."""
    lang = issue.lang
    for other in issue.printed:
        same_festival = other.festival == o.festival and issue.period.holds(other.first_day)
        if same_festival and issue.usage(other) not in ("", issue.usage(o)):
            day = texts.day_and_month(other.first_day, lang)
            yield texts.wording(lang, "print-other-usage", usage=issue.usage(other), day=day)


def _about(group: Content, lang: str) -> Content:
    name = group["keeper"]
    return {
        "id": name,
        "feasts": group["feasts"],
        "about": texts.community_text(name, "about", lang),
        "days": texts.community_text(name, "days", lang),
        "calendar": texts.community_text(name, "calendar", lang),
    }
