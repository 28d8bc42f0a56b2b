"""Atom feeds (RFC 4287) for readers of news: the coming main days, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from interfaith_cal.editorial.changes import Change, recorded
from interfaith_cal.export import wording
from interfaith_cal.export.ics import Links
from interfaith_cal.export.templates import Say
from interfaith_cal.identity import ObservanceId
from interfaith_cal.model import Observance, Rank
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts
from interfaith_cal.words.letters import first_upper

# So long before a day a server tells of it.
AHEAD = timedelta(14)
# A file tells of the first years of its site: the running one and the next.
YEARS_IN_FILE = 2


class Entry(NamedTuple):
    """One piece of news."""

    id: str
    title: str
    link: str
    updated: datetime
    text: str


def coming_path(lang: str) -> str:
    """Where the coming days of a language are."""
    return f"atom/{lang}/days.atom"


def corrections_path(lang: str) -> str:
    """Where the corrections of a language are."""
    return f"atom/{lang}/corrections.atom"


def coming(contents: Contents, lang: str, today: date | None = None) -> bytes:
    """The coming main days.

    Args:
        contents: what the site shows.
        lang: the language.
        today: the day of a visit, for a server that tells of what falls soon; without it all days of two years.
    """
    site = contents.site
    first = today or date(site.first_year, 1, 1)
    last = today + AHEAD if today else date(min(site.first_year + YEARS_IN_FILE - 1, site.last_year), 12, 31)
    found = [o for o in contents.in_feeds if o.rank == Rank.MAJOR and first <= o.first_day <= last]
    entries = [_day(contents, o, lang, today) for o in found]
    return _feed(contents, lang, coming_path(lang), Say(lang)("atom-days"), entries)


def _day(contents: Contents, o: Observance, lang: str, today: date | None) -> Entry:
    corrected = contents.changes.of(o.id).changed
    told = datetime.combine(o.first_day - AHEAD, time(), UTC)
    said = [wording.begins(o, lang, contents.site.place), wording.until(o, lang), wording.usage(o, lang)]
    title = (
        f"{texts.long_date(o.first_day, lang)}: {o.name(lang)} ({texts.community_text(o.community.id, 'name', lang)})"
    )
    link = Links("", "", contents.site.base).of(o, lang)
    about = f"{first_upper(', '.join(filter(None, said)), lang)}. {o.explanation(lang)}"
    return Entry(link, title, link, max(corrected, told) if today else corrected, about)


def corrected(contents: Contents, lang: str) -> bytes:
    """What was corrected since it was published: an entry for each community and time."""
    entries = [
        _correction(contents, community, changed, list(found), lang)
        for (changed, community), found in groupby(
            sorted(_known(contents), key=_time_and_community), _time_and_community
        )
    ]
    return _feed(contents, lang, corrections_path(lang), Say(lang)("atom-corrections"), entries[::-1])


def _known(contents: Contents) -> Iterator[Change]:
    """The corrections of days that concern the communities of the site."""
    for correction in recorded():
        named = ObservanceId.parsed(correction.id)
        if named and named.community in contents.communities and correction.first_day:
            yield correction


def _time_and_community(correction: Change) -> tuple[datetime, str]:
    return correction.changed, correction.id.partition("/")[0]


def _correction(contents: Contents, community: str, changed: datetime, found: list[Change], lang: str) -> Entry:
    # The site's own value of the id knows the words of a publisher's own days.
    keeper = contents.communities[contents.communities.index(community)]
    stamp = _stamp(changed)
    address = f"{contents.site.base}/{corrections_path(lang)}"
    names = {o.festival.id: o.name(lang) for o in contents.in_feeds if o.community.id == community}
    lines = [_line(names, correction, lang) for correction in found]
    reasons = dict.fromkeys(correction.reason for correction in found if correction.reason)
    title = f"{texts.community_text(keeper, 'name', lang)}, {texts.long_date(changed.date(), lang)}"
    return Entry(
        f"{address}#{stamp}/{community}", title, f"{contents.site.base}/{lang}/{texts.file_name(keeper, lang)}/",
        changed, "\n".join([*lines, *reasons]),
    )  # fmt: skip


def _line(names: dict[str, str], correction: Change, lang: str) -> str:
    festival = "/".join(correction.id.split("/")[:2])
    days = [texts.long_date(day, lang) for day in (correction.first_day, correction.last_day) if day]
    return f"{names.get(festival, correction.id)}: {' – '.join(dict.fromkeys(days))}"


def _feed(contents: Contents, lang: str, path: str, title: str, entries: Iterable[Entry]) -> bytes:
    site = contents.site
    shown = list(entries)
    updated = max((entry.updated for entry in shown), default=contents.changes.published)
    name = f"{site.edition.title_in(lang)}: {title}"
    author = site.edition.publisher.get(lang) or site.edition.title_in(lang)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(lang)}>',
        f"<id>{escape(f'{site.base}/{path}')}</id>",
        f"<title>{escape(name)}</title>",
        f"<updated>{_stamp(updated)}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{site.base}/{path}")}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{site.base}/{lang}/")}/>',
        *map(_entry, shown),
        "</feed>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _entry(entry: Entry) -> str:
    return (
        f"<entry><id>{escape(entry.id)}</id><title>{escape(entry.title)}</title>"
        f"<link href={quoteattr(entry.link)}/><updated>{_stamp(entry.updated)}</updated>"
        f"<content>{escape(entry.text)}</content></entry>"
    )


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def files(contents: Contents) -> Iterator[tuple[str, partial[bytes]]]:
    """The feeds of all languages by their paths."""
    for lang in contents.site.languages:
        yield coming_path(lang), partial(coming, contents, lang)
        yield corrections_path(lang), partial(corrected, contents, lang)
