"""Calendar feeds after RFC 5545 and RFC 7986, property by property as the best clients read them.

All-day events with an exclusive end, a UID that depends on the observance's id alone, and stamps from the log of
changes instead of the clock: the same observances give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vDuration, vText

from interfaith_cal.editorial import palette, texts
from interfaith_cal.editorial.changes import ChangeLog
from interfaith_cal.editorial.places import Spot
from interfaith_cal.errors import SpanError
from interfaith_cal.export import wording
from interfaith_cal.export.folding import fold
from interfaith_cal.model import Certainty, Observance

# Never to be changed: every subscriber's calendar recognizes its events by it.
NAMESPACE = UUID("8c1f4b0e-6d0a-5b57-9a1c-7f2f6b1d3e42")
PRODUCT = "-//interfaith_cal//Interreligious Calendar//{lang}"
ACCENT = "chocolate", "#D2691E"
DAILY = timedelta(days=1)
ONE_DAY = timedelta(days=1)


class Feed(NamedTuple):
    """One feed: the id of its group ("jewish", "christian", "all"), its language, what it holds, where the Sun sets."""

    group: str
    lang: str
    observances: Sequence[Observance]
    place: Spot | None = None

    @property
    def is_bundle(self) -> bool:
        """Whether several communities share the feed, so that each event must name its own."""
        return self.group in ("all", "christian")


def uid(observance_id: str) -> str:
    """The event's UID: a UUID of the observance's id, the same in every language and after every correction."""
    return str(uuid5(NAMESPACE, observance_id))


def to_ics(feed: Feed, changes: ChangeLog) -> bytes:
    """The feed as bytes: UTF-8, lines ended by CRLF and folded at 75 octets.

    Raises:
        SpanError: the feed is empty; an empty calendar would make clients drop the events they have.
    """
    if not feed.observances:
        raise SpanError("nothing falls in these days under these choices, and an empty feed would confuse its readers.")
    calendar = _calendar(feed, changes)
    for observance in sorted(feed.observances, key=lambda o: (o.first_day, o.id)):
        calendar.add_component(_event(observance, feed, changes))
    return fold(bytes(calendar.to_ical()))


def feed_name(feed: Feed) -> str:
    """The feed's name: short and without a year, since the feed outlives it."""
    return _feed_wording("feed-name", feed)


def _feed_wording(key: str, feed: Feed) -> str:
    if feed.is_bundle:
        return texts.wording(feed.lang, f"{key}-{feed.group}")
    return texts.wording(feed.lang, f"{key}-one", community=texts.community_text(feed.group, "name", feed.lang))


def _calendar(feed: Feed, changes: ChangeLog) -> Calendar:
    name, description = feed_name(feed), _feed_wording("feed-description", feed)
    css, value = ACCENT if feed.is_bundle else palette.color(feed.group)[:2]
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(lang=feed.lang.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # vText, since the library's own attributes write commas and semicolons unescaped here.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("description", vText(description))
    calendar.add("x-wr-caldesc", vText(description))
    calendar.add("uid", uid(f"feed/{feed.group}/{feed.lang}"))
    calendar.add("last-modified", max(changes.of(o.id).changed for o in feed.observances))
    calendar.add("categories", [name])
    calendar.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(DAILY))
    calendar.add("color", css)
    calendar.add("x-apple-calendar-color", value)
    return calendar


def _event(observance: Observance, feed: Feed, changes: ChangeLog) -> Event:
    change = changes.of(observance.id)
    event = Event()
    event.add("uid", uid(observance.id))
    event.add("dtstamp", change.changed)
    event.add("last-modified", change.changed)
    event.add("sequence", change.sequence)
    event.add("dtstart", observance.first_day)
    event.add("dtend", _day_after(observance.last_day))
    event.add("summary", _summary(observance, feed))
    event.add("description", _description(observance, feed))
    kind = texts.wording(feed.lang, f"kind-{observance.kind}")
    event.add("categories", [observance.community.name(feed.lang), kind])
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    event.add("color", palette.color(observance.community.id).name)
    event.add("x-microsoft-cdo-busystatus", vText("FREE"))
    event.add("x-date-status", vText(observance.certainty.value))
    return event


def _day_after(day: date) -> date:
    if day == date.max:
        raise SpanError(f"a feed cannot hold {day}: its end would be a day later than any calendar knows.")
    return day + ONE_DAY


def _summary(observance: Observance, feed: Feed) -> str:
    """The name, and in brackets what a month view must show: community, usage, and that the date may still shift."""
    marks = (
        observance.community.name(feed.lang) if feed.is_bundle else "",
        wording.usage(observance, feed.lang),
        texts.wording(feed.lang, "provisional") if observance.certainty is Certainty.COMPUTED else "",
    )
    said = ", ".join(mark for mark in marks if mark)
    return f"{observance.name(feed.lang)} ({said})" if said else observance.name(feed.lang)


def _description(observance: Observance, feed: Feed) -> str:
    """How the day begins, what it is, then its own date, how sure it is, and the source."""
    lang = feed.lang
    begins = wording.begins(observance, lang, feed.place)
    own_date = observance.native_date_in(lang)
    status = texts.wording(lang, "status", certainty=wording.certainty(observance, lang))
    lines = (
        f"{begins[0].upper()}{begins[1:]}.",
        observance.festival.explanation(lang),
        texts.wording(lang, "own-date", date=own_date) if own_date else "",
        " ".join(part for part in (status, observance.certainty_note_in(lang)) if part),
        texts.wording(lang, "source", source=observance.source),
    )
    return "\n".join(line for line in lines if line)
