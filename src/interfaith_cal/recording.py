"""Recording corrections: what subscribers have been given is compared with what the calendar says now.

Pure: the state that was published, the log and the present state give the entries that the log lacks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from interfaith_cal.almanac import observances
from interfaith_cal.editorial.changes import CALENDAR, Change
from interfaith_cal.editorial.published import PublishedDays, State
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.ground.files import quoted
from interfaith_cal.model import Community, Festival, Observance
from interfaith_cal.religions import communities
from interfaith_cal.words import texts
from interfaith_cal.words.languages import whole_languages

Value = TypeVar("Value")

DIGITS = 12
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class ClockError(InterfaithCalError, ValueError):
    """A correction at a time that is not after what was recorded before."""


class Recorded(NamedTuple):
    """The entries that the log lacks, and the ids that came and went."""

    entries: list[Change]
    added: list[str]
    gone: list[str]


def present_state(first_year: int, last_year: int, form: Callable[[str], Iterable[str]] = lambda _: ()) -> State:
    """What the calendar says now of some years, by every usage and in every language that says everything itself.

    Args:
        first_year: the first civil year.
        last_year: the last one.
        form: what every event says in a language besides the words of its festival; it counts as words of each
            community, since with it all its events change.

    Raises:
        DataFileError, YearRangeError: as `almanac.observances` does.
    """
    first, last = date(first_year, 1, 1), date(last_year, 12, 31)
    days: dict[str, PublishedDays] = {}
    words: dict[str, str] = {}
    for community in communities():
        words[community.id] = _digest(
            part
            for lang in whole_languages()
            for part in (texts.community_text(community.id, "name", lang), *form(lang))
        )
        for festival in community.festivals:
            words[festival.id] = _digest(part for lang in whole_languages() for part in _words(festival, lang))
        for o in _by_every_usage(community, first, last):
            days[o.id] = PublishedDays(o.first_day, o.last_day, o.certainty.value)
    return State(days, words)


def _words(festival: Festival, lang: str) -> list[str]:
    """What feeds say of a festival: its name and explanation, and those that only one usage has."""
    usages = dict.fromkeys(("", *(usage for usage, _ in festival.ways)))
    texts_of = (texts.festival_text(festival.community_id, festival.slug, "explanation", lang, u) for u in usages)
    return [festival.name(lang), *dict.fromkeys(texts_of)]


def _by_every_usage(community: Community, first: date, last: date) -> Iterator[Observance]:
    yield from observances(first, last, communities=[community.id])
    for usage in community.usages:
        yield from observances(first, last, communities=[community.id], usages={community.id: [usage.id]})


def _digest(said: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]


def given(published: State, log: Iterable[Change]) -> State:
    """What subscribers have now: what was published, with every correction of the log.

    The log is written before the state is; if that was interrupted, the log knows better.
    """
    days, words = dict(published.days), dict(published.words)
    for entry in log:
        if entry.id in days and entry.first_day and entry.last_day:
            days[entry.id] = PublishedDays(entry.first_day, entry.last_day, entry.certainty)
        if entry.id in words and entry.words:
            words[entry.id] = entry.words
    return State(days, words)


def record(
    published: State, log: Sequence[Change], now: State, since: datetime, at: datetime, reason: str = ""
) -> Recorded:
    """The corrections that the log lacks, in the order of their ids.

    The sequence of an observance rises with its days alone; a date that was confirmed, and words that were corrected,
    only give it a new time.

    Args:
        published: what was published.
        log: what has been corrected since.
        now: what the calendar says.
        since: when the calendar was first published.
        at: when it says so.
        reason: why it was corrected, for people.

    Raises:
        ClockError: `at` is not after what was recorded before.
    """
    before = given(published, log)
    sequences = {entry.id: entry.sequence for entry in log}
    entries = []
    for name, was, is_now in _differing(before.days, now.days):
        moved = was[:2] != is_now[:2]
        entries.append(Change(name, at, sequences.get(name, 0) + moved, *is_now, reason=reason))
    for name, _, words in _differing(before.words, now.words):
        entries.append(Change(name, at, 0, words=words, reason=reason))
    added, gone = sorted(now.days.keys() - before.days.keys()), sorted(before.days.keys() - now.days.keys())
    if published.days and (added or gone):
        entries.append(Change(CALENDAR, at, 0, reason=reason))
    latest = max((since, *(entry.changed for entry in log)))
    if entries and at <= latest:
        raise ClockError(f"the time {at:{MOMENT}} is not after {latest:{MOMENT}}, when the log was last written to.")
    return Recorded(entries, added, gone)


def _differing(before: Mapping[str, Value], now: Mapping[str, Value]) -> Iterator[tuple[str, Value, Value]]:
    """What both have under one id and is not the same, in the order of the ids."""
    for name in sorted(before.keys() & now.keys()):
        if before[name] != now[name]:
            yield name, before[name], now[name]


def as_toml(entries: Iterable[Change]) -> str:
    """Entries as they are added to the end of the log."""
    return "".join(f"\n[[change]]\n{_fields(entry)}" for entry in entries)


def _fields(entry: Change) -> str:
    fields = (
        ("id", quoted(entry.id)),
        ("changed", f"{entry.changed:{MOMENT}}"),
        ("sequence", str(entry.sequence)),
        ("first_day", entry.first_day.isoformat() if entry.first_day else ""),
        ("last_day", entry.last_day.isoformat() if entry.last_day else ""),
        ("certainty", quoted(entry.certainty) if entry.certainty else ""),
        ("words", quoted(entry.words) if entry.words else ""),
        ("reason", quoted(entry.reason) if entry.reason else ""),
    )
    return "".join(f"{key} = {value}\n" for key, value in fields if value)
