"""A row: what a person sees of an event in any client, and what our own observances say it should be."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from interfaith_cal.export import wording
from interfaith_cal.export.ics import Feed, uid
from interfaith_cal.model import Certainty, Observance
from interfaith_cal.words import texts


class Row(NamedTuple):
    """An event as every reader must see it: days as ISO dates, the end exclusive, the texts unescaped and unfolded."""

    uid: str
    start: str
    end: str
    summary: str
    description: str


def expected(feed: Feed) -> list[Row]:
    """The rows of a feed, sorted, from its observances alone: all that a feed says, without the syntax of calendars."""
    return sorted(
        Row(
            uid(o.id),
            o.first_day.isoformat(),
            (o.last_day + timedelta(1)).isoformat(),
            _summary(o, feed),
            _description(o, feed),
        )
        for o in feed.observances
    )


DOUBTS = {Certainty.COMPUTED: "provisional", Certainty.UNSETTLED: "certainty-unsettled"}


def _summary(o: Observance, feed: Feed) -> str:
    brackets = [o.community.name(feed.lang)] if len({other.community.id for other in feed.observances}) > 1 else []
    if usage := wording.usage(o, feed.lang):
        brackets.append(usage)
    if doubt := DOUBTS.get(o.certainty):
        brackets.append(texts.wording(feed.lang, doubt))
    return f"{o.name(feed.lang)} ({', '.join(brackets)})" if brackets else o.name(feed.lang)


def _description(o: Observance, feed: Feed) -> str:
    begins = wording.begins(o, feed.lang, feed.place)
    status = texts.wording(feed.lang, "status", certainty=wording.certainty(o, feed.lang))
    explanation = o.explanation(feed.lang)
    if feed.links:
        explanation = texts.first_sentence(explanation, feed.lang)
    lines = [begins[0].upper() + begins[1:] + ".", explanation]
    if own_date := o.native_date_in(feed.lang):
        lines.append(texts.wording(feed.lang, "own-date", date=own_date))
    lines.append(f"{status} {o.certainty_note_in(feed.lang)}".rstrip())
    lines.append(texts.wording(feed.lang, "source", source=o.source))
    return "\n".join(lines)
