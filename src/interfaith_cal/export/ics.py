"""Calendar feeds after RFC 5545 and RFC 7986, property by property as the best clients read them.

All-day events with an exclusive end, a UID that depends on the observance's id alone, and stamps from the log of
changes instead of the clock: the same observances give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from icalendar import Calendar, Component, Event, vDuration, vText

from interfaith_cal.editorial import palette
from interfaith_cal.editorial.changes import ChangeLog, Stamp
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.errors import SpanError
from interfaith_cal.export import wording
from interfaith_cal.export.folding import fold_lines
from interfaith_cal.ground.places import Place
from interfaith_cal.identity import KeeperId, of_festival
from interfaith_cal.model import Certainty, Observance, Rank
from interfaith_cal.model.impact import impact
from interfaith_cal.religions import GROUPS
from interfaith_cal.spans import runs
from interfaith_cal.words import texts
from interfaith_cal.words.languages import in_language, page_language
from interfaith_cal.words.letters import first_upper

# Never to be changed: every subscriber's calendar recognizes its events by it.
NAMESPACE = UUID("8c1f4b0e-6d0a-5b57-9a1c-7f2f6b1d3e42")
PRODUCT = "-//interfaith_cal//Interreligious Calendar//{lang}"
ACCENT, ACCENT_HEX = "chocolate", "#D2691E"
ONE_DAY = timedelta(1)
END = b"END:VCALENDAR\r\n"
DESCRIBED = b"\r\nDESCRIPTION:"
PLANNING, CHOICE = "planning", "choice"
BUNDLES = ("all", PLANNING, *GROUPS)
# What the title says of dates that may turn out to be others.
DOUBTS = {Certainty.COMPUTED: "provisional", Certainty.UNSETTLED: "certainty-unsettled"}
# A choice is called after its communities if they are few, otherwise simply a choice.
MOST_NAMED = 3


class Links(NamedTuple):
    """Where a published feed is: its own address, the page about it, and the site whose pages show its events."""

    feed: str
    page: str
    site: str

    def of(self, observance: Observance, lang: str) -> str:
        """The place of an observance on the page of its year."""
        return f"{self.site}/{lang}/{observance.first_day.year}/#{observance.id}"


class Feed(NamedTuple):
    """One feed.

    Attributes:
        group: a community ("jewish"), a bundle ("christian", "all"), "planning" for the days of rest alone, which
            then occupy the day, or "choice" for what somebody chose freely.
        lang: its language.
        observances: what it holds.
        place: where the Sun sets, if times are to be given.
        rank: "major" if it holds only main days, "minor" if only the others.
        links: where it is published, so that each event says the first sentence of what its page explains; without
            it the feed says nothing of addresses and each event all there is.
        chosen: the communities of a choice.
        calendar: the title of the edition that it is of; "" for none of its own.
        publisher: who publishes that edition; "" if nobody is named.
        festival: the id of the one festival that it holds, if it is the feed of one.
    """

    group: str
    lang: str
    observances: Sequence[Observance]
    place: Place | None = None
    rank: str = "all"
    links: Links | None = None
    chosen: tuple[str, ...] = ()
    calendar: str = ""
    publisher: str = ""
    festival: str = ""

    def of_edition(self, edition: Edition) -> Feed:
        """The same, with the name of an edition where that has one of its own."""
        publisher = in_language(edition.publisher, self.lang) or ""
        return self._replace(calendar=calendar_name(edition, self.lang), publisher=publisher)

    @property
    def is_bundle(self) -> bool:
        """Whether several communities share the feed, so that each event must name its own."""
        return self.group in BUNDLES or len(self.chosen) > 1


class _Span(NamedTuple):
    """What one event stands for: an observance, or some of its days; and the id behind its UID."""

    id: str
    observance: Observance
    first_day: date
    last_day: date


def group_of(found: Sequence[Observance]) -> str:
    """What a single feed is called after: its one community, the churches, or all."""
    held = {o.community.id for o in found}
    if len(held) == 1:
        return held.pop()
    return next((group for group, members in GROUPS.items() if held and held.issubset(members)), "all")


def calendar_name(edition: Edition, lang: str) -> str:
    """The title of an edition as the name of its feeds; "" for the usual one, by which feeds are called anyhow."""
    title = edition.title_in(lang)
    return "" if title.casefold() == texts.wording(lang, "feed-name-all").casefold() else title


def uid(observance_id: str, keeper: str = "") -> str:
    """The event's UID: a UUID of the observance's id, the same in every language and after every correction.

    Days of an edition's own are named within that edition, so that those of two publishers never meet.
    """
    namespace = keeper.namespace if isinstance(keeper, KeeperId) else ""
    within = uuid5(NAMESPACE, f"edition:{namespace}") if namespace else NAMESPACE
    return str(uuid5(within, observance_id))


def to_ics(feed: Feed, changes: ChangeLog, written: MutableMapping[tuple[str, ...], bytes] | None = None) -> bytes:
    """The feed as bytes: UTF-8, lines ended by CRLF and folded at 75 octets.

    Args:
        feed: the feed.
        changes: the log of corrected dates.
        written: the events of feeds written before for the same site, to be used again and added to.

    Raises:
        SpanError: the feed is empty; an empty calendar would make clients drop the events they have.
    """
    if not feed.observances:
        raise SpanError("nothing falls in these days under these choices, and an empty feed would confuse its readers.")
    return _whole(feed, changes, _events(feed, changes, {} if written is None else written))


def size(feed: Feed, changes: ChangeLog, written: MutableMapping[tuple[str, ...], bytes]) -> int:
    """How many bytes the feed has; what is needed of it to know that stays in `written`."""
    return len(_whole(feed, changes, ())) + sum(map(len, _events(feed, changes, written)))


def _events(feed: Feed, changes: ChangeLog, known: MutableMapping[tuple[str, ...], bytes]) -> list[bytes]:
    spans = sorted(_spans(feed), key=lambda s: (s.first_day, s.id))
    return [_written(span, feed, changes, known) for span in spans]


def form(lang: str) -> list[str]:
    """What every event says besides what is its own: its properties, and the phrases around its words."""
    event = _stamped("", Stamp(datetime.min, 0))
    _mark(event, (), Certainty.FIXED, busy=True)
    blanks = {"status": "certainty", "source": "source", "own-date": "date", "more-at": "link"}
    return [*event, *(texts.wording(lang, key, **{blank: ""}) for key, blank in blanks.items())]


def count(feed: Feed) -> int:
    """How many events the feed has."""
    return sum(1 for _ in _spans(feed))


def _written(span: _Span, feed: Feed, changes: ChangeLog, known: MutableMapping[tuple[str, ...], bytes]) -> bytes:
    """An event. In a bundle its summary names the community, and it has the color that elsewhere the feed has."""
    key = (span.id, feed.lang)
    if key not in known:
        known[key] = _bytes(_event(span, feed, changes))
    if not feed.is_bundle:
        return known[key]
    bundled = (*key, "bundle")
    if bundled not in known:
        alone, together = (_summary_line(_summary(span.observance, feed.lang, bundle=b)) for b in (False, True))
        color = f"COLOR:{palette.color(span.observance.community.id).feed_name}\r\n".encode()
        named = known[key].replace(alone, together, 1)
        known[bundled] = named.replace(DESCRIBED, b"\r\n" + color + DESCRIBED[2:], 1)
    return known[bundled]


def _summary_line(words: str) -> bytes:
    return fold_lines((f"SUMMARY:{vText(words).to_ical().decode()}", ""))


def to_notice(feed: Feed, changes: ChangeLog, day: date, key: str = "feed-notice") -> bytes:
    """A feed with one event that says why there is no other, since clients drop an empty calendar.

    Args:
        feed: the feed; its observances are not asked for.
        changes: the log of corrected dates.
        day: the event's day.
        key: the phrase: that nothing falls under the choice, or "feed-busy".
    """
    said = texts.wording(feed.lang, key)
    named = key.removeprefix("feed-")
    event = _stamped(uid(f"{named}/{feed.group}/{'+'.join(feed.chosen)}/{feed.lang}"), changes.of(""))
    event.add("dtstart", day)
    event.add("dtend", _day_after(day))
    event.add("summary", said)
    event.add("description", said)
    _mark(event, [feed_name(feed)], Certainty.FIXED, busy=False)
    return _whole(feed, changes, [_bytes(event)])


def feed_name(feed: Feed) -> str:
    """The feed's name: short and without a year, since the feed outlives it; of all days that of its edition."""
    if feed.calendar and feed.group == "all":
        major = feed.rank == Rank.MAJOR
        return texts.wording(feed.lang, "feed-name-edition", title=feed.calendar) if major else feed.calendar
    return _feed_wording("feed-name", feed)


def _feed_wording(key: str, feed: Feed) -> str:
    if feed.festival:
        name = texts.festival_name(feed.group, of_festival(feed.festival)[1], feed.lang)
        kept_by = texts.community_text(feed.group, "name", feed.lang)
        return texts.wording(feed.lang, f"{key}-festival", festival=name, community=kept_by)
    key = f"{key}-{feed.rank}" if feed.rank in tuple(Rank) else key
    if feed.group == CHOICE and len(feed.chosen) > MOST_NAMED:
        return texts.wording(feed.lang, f"{key}-{CHOICE}")
    if feed.is_bundle and feed.group != CHOICE:
        return texts.wording(feed.lang, f"{key}-{feed.group}")
    named = feed.chosen or (feed.group,)
    names = " · ".join(texts.community_text(community, "name", feed.lang) for community in named)
    return texts.wording(feed.lang, f"{key}-one", community=names)


def days_of_rest(observance: Observance) -> list[tuple[date, date]]:
    """The spans of an observance's days on which its community rests from work, each with its first and last day."""
    numbers = impact().rest.get(observance.festival.id, ())
    days = (observance.first_day + timedelta(number - 1) for number in numbers)
    return runs(day for day in days if day <= observance.last_day)


def _spans(feed: Feed) -> Iterator[_Span]:
    """Of each observance all its days; in the planning feed only its days of rest."""
    for o in feed.observances:
        if feed.group != PLANNING:
            yield _Span(o.id, o, o.first_day, o.last_day)
            continue
        for number, (first, last) in enumerate(days_of_rest(o), 1):
            yield _Span(f"{o.id}/rest/{number}", o, first, last)


def _whole(feed: Feed, changes: ChangeLog, events: Sequence[bytes]) -> bytes:
    opening = _bytes(_calendar(feed, changes)).removesuffix(END)
    return b"".join((opening, *events, END))


def _bytes(component: Component) -> bytes:
    """The component as the library writes it, but folded by us."""
    return fold_lines(component.content_lines())


def _calendar(feed: Feed, changes: ChangeLog) -> Calendar:
    """The calendar without its events, and without a UID of its own: vdirsyncer would take that for each event's."""
    name, description = feed_name(feed), _feed_wording("feed-description", feed)
    if feed.publisher:
        description = f"{description} {texts.wording(feed.lang, 'feed-publisher', publisher=feed.publisher)}"
    own = None if feed.is_bundle else palette.color(feed.chosen[0] if feed.chosen else feed.group)
    css, value = (own.feed_name, own.feed_hex) if own else (ACCENT, ACCENT_HEX)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(lang=page_language(feed.lang).tag.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # vText, since the library's own attributes write commas and semicolons unescaped here.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("description", vText(description))
    calendar.add("x-wr-caldesc", vText(description))
    calendar.add("last-modified", last_modified(feed, changes))
    calendar.add("categories", [name])
    calendar.add("refresh-interval", ONE_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ONE_DAY))
    calendar.add("color", css)
    calendar.add("x-apple-calendar-color", value)
    if feed.links:
        calendar.add("url", feed.links.page)
        calendar.add("source", feed.links.feed, parameters={"VALUE": "URI"})
    return calendar


def last_modified(feed: Feed, changes: ChangeLog) -> datetime:
    """When anything in the feed last changed, after the log."""
    return max((changes.extended, *(changes.of(o.id).changed for o in feed.observances)))


def _stamped(event_uid: str, change: Stamp) -> Event:
    event = Event()
    event.add("uid", event_uid)
    event.add("dtstamp", change.changed)
    event.add("last-modified", change.changed)
    event.add("sequence", change.sequence)
    return event


def _mark(event: Event, categories: Sequence[str], certainty: Certainty, *, busy: bool) -> None:
    """What programs sort, count and draw by; Outlook takes a day for free that is transparent ([MS-OXCICAL])."""
    event.add("categories", categories)
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    if busy:
        event.add("x-microsoft-cdo-busystatus", vText("OOF"))
    event.add("x-date-status", vText(certainty.value))


def _event(span: _Span, feed: Feed, changes: ChangeLog) -> Event:
    """The event as in the feed of its community alone."""
    observance = span.observance
    event = _stamped(uid(span.id, observance.community.id), changes.of(observance.id))
    event.add("dtstart", span.first_day)
    event.add("dtend", _day_after(span.last_day))
    event.add("summary", _summary(observance, feed.lang, bundle=False))
    event.add("description", _description(observance, feed))
    kind, community = texts.wording(feed.lang, f"kind-{observance.kind}"), observance.community
    _mark(event, [community.name(feed.lang), kind], observance.certainty, busy=feed.group == PLANNING)
    return event


def _day_after(day: date) -> date:
    if day == date.max:
        raise SpanError(f"a feed cannot hold {day}: its end would be a day later than any calendar knows.")
    return day + ONE_DAY


def _summary(observance: Observance, lang: str, *, bundle: bool) -> str:
    """The name, and in brackets what a month view must show: community, usage, and that the day may be another."""
    marks = (
        observance.community.name(lang) if bundle else "",
        wording.usage(observance, lang),
        texts.wording(lang, DOUBTS[observance.certainty]) if observance.certainty in DOUBTS else "",
    )
    said = ", ".join(mark for mark in marks if mark)
    return f"{observance.name(lang)} ({said})" if said else observance.name(lang)


def _description(observance: Observance, feed: Feed) -> str:
    """How the day begins, what it is, then its own date, how sure it is, the source, and where the rest is said."""
    lang, explanation = feed.lang, observance.explanation(feed.lang)
    begins = wording.begins(observance, lang, feed.place)
    own_date = observance.native_date_in(lang)
    status = texts.wording(lang, "status", certainty=wording.certainty(observance, lang))
    lines = (
        f"{first_upper(begins, lang)}.",
        texts.first_sentence(explanation, lang) if feed.links else explanation,
        texts.wording(lang, "own-date", date=own_date) if own_date else "",
        " ".join(part for part in (status, observance.certainty_note_in(lang)) if part),
        texts.wording(lang, "source", source=observance.source),
        texts.wording(lang, "more-at", link=feed.links.of(observance, lang)) if feed.links else "",
    )
    return "\n".join(line for line in lines if line)
