"""The rule book: what a community's office is asked to proof-read; `rulebook_pages` makes documents of it.

Nothing in it is written by hand: each rule says itself in words, by the very value that computes its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from interfaith_cal import almanac, selection
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.editorial.pins import Pin, pins_of
from interfaith_cal.export import wording
from interfaith_cal.ground import tables
from interfaith_cal.model import Community, Festival, Observance, Rule
from interfaith_cal.religions import community as community_named
from interfaith_cal.words import texts
from interfaith_cal.words.letters import direction

YEARS = 5
# A usage that changes more festivals than these says how many; each of them shows it.
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that a festival falls: `year` is the civil year of its first day."""

    id: str
    year: int
    first_day: date
    last_day: date
    weekday: str
    native_date: str
    certainty: str
    certainty_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of keeping a festival: its usage ("" for all that have no rule of their own), its rule, its days.

    `certainty` is that of the rule, where nothing has been announced; `announced_only` says that there is no rule.
    """

    usage: str
    usage_name: str
    rule: str
    announced_only: bool
    certainty: str
    certainty_in_words: str
    days: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class NativeName:
    """A name in the community's own language: its language tag, and the direction in which it is read."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class PinnedDay:
    """A day that an authority has published: where, and when that was read."""

    id: str
    first_day: date
    last_day: date | None
    source: str
    read: date


@dataclass(frozen=True, slots=True)
class Entry:
    """A festival; `note` is what is to be said of every date, `compared` whether a published date could be tried."""

    id: str
    name: str
    native: tuple[NativeName, ...]
    kind: str
    kind_in_words: str
    rank: str
    rank_in_words: str
    begins: str
    begins_in_words: str
    ways: tuple[Way, ...]
    note: str
    pins: tuple[PinnedDay, ...]
    source: str
    compared: bool


@dataclass(frozen=True, slots=True)
class Custom:
    """A usage and what it changes: the festivals for which it has a rule of its own."""

    id: str
    name: str
    default: bool
    basis: str
    basis_name: str
    about: str
    changes: tuple[str, ...]
    changes_in_words: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A community; `first_year` and `last_year` are those for which its rules answer."""

    id: str
    name: str
    code: str
    about: str
    days: str
    calendar: str
    source: str
    first_year: int
    last_year: int
    usages: tuple[Custom, ...]
    festivals: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The whole book in one language, with the days of five civil years."""

    lang: str
    title: str
    first_year: int
    last_year: int
    communities: tuple[Chapter, ...]

    @property
    def years(self) -> range:
        """The years whose days it shows."""
        return range(self.first_year, self.last_year + 1)


def rule_book(
    edition: Edition,
    first_year: int,
    lang: str,
    *,
    communities: Iterable[str] | None = None,
    rank: str | None = None,
    kind: str | None = None,
    usages: Mapping[str, Sequence[str]] | None = None,
) -> RuleBook:
    """The rules of an edition's festivals, narrowed as `selection.of_edition` does; all usages unless some are named.

    Raises:
        UnknownNameError: a community, festival, usage, rank or kind that does not exist.
        YearRangeError: a community has no answer for the first year.
    """
    festivals = selection.festivals_of(edition, communities=communities, rank=rank, kind=kind)
    chapters = [
        _chapter(_Asked(community_named(name), (usages or {}).get(name, ()), first_year, lang), list(kept))
        for name, kept in groupby(festivals, key=lambda festival: festival.community_id)
    ]
    return RuleBook(lang, texts.wording(lang, "rules-title"), first_year, _last_year(first_year), tuple(chapters))


class _Asked(NamedTuple):
    """What is asked of a community: by which usages (none for all), from which year on, in which language."""

    community: Community
    usages: Sequence[str]
    first_year: int
    lang: str

    @property
    def first_day(self) -> date:
        return date(self.first_year, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day that is shown; a community may end before the book does."""
        return date(min(_last_year(self.first_year), self.community.last_year), 12, 31)

    def wording(self, key: str, **blanks: object) -> str:
        return texts.wording(self.lang, key, **blanks)


def _last_year(first_year: int) -> int:
    return first_year + YEARS - 1


def _chapter(asked: _Asked, festivals: Sequence[Festival]) -> Chapter:
    community, lang = asked.community, asked.lang
    almanac.check_years(community, asked.first_day, asked.first_day)
    pins = pins_of(community)
    return Chapter(
        id=community.id,
        name=community.name(lang),
        code=community.code(lang),
        about=texts.community_text(community.id, "about", lang),
        days=texts.community_text(community.id, "days", lang),
        calendar=texts.community_text(community.id, "calendar", lang),
        source=community.source,
        first_year=community.first_year,
        last_year=community.last_year,
        usages=tuple(_custom(asked, usage.id, festivals) for usage in community.usages),
        festivals=tuple(_entry(asked, festival, pins) for festival in festivals),
    )


def _custom(asked: _Asked, usage: str, festivals: Sequence[Festival]) -> Custom:
    community, lang = asked.community, asked.lang
    basis = community.usage(usage).basis or ""
    changed = [festival for festival in festivals if usage in dict(festival.ways)]
    return Custom(
        id=usage,
        name=texts.usage_name(usage, lang),
        default=usage in community.default_usages,
        basis=basis,
        basis_name=texts.usage_name(basis, lang),
        about=texts.usage_note(usage, lang),
        changes=tuple(festival.id for festival in changed),
        changes_in_words=_changes_in_words(asked, changed, len(festivals)),
    )


def _changes_in_words(asked: _Asked, changed: Sequence[Festival], of: int) -> str:
    if len(changed) == of:
        return asked.wording("rules-changes-all")
    if len(changed) > MOST_NAMED:
        return asked.wording("rules-changes-many", number=len(changed), of=of)
    if changed:
        names = ", ".join(festival.name(asked.lang) for festival in changed)
        return asked.wording("rules-changes", festivals=names)
    return asked.wording("rules-changes-none")


def _entry(asked: _Asked, festival: Festival, pins: Sequence[Pin]) -> Entry:
    community, lang = asked.community, asked.lang
    found = [festival.way(community.usage(usage)) for usage in asked.usages] if asked.usages else festival.ways
    ways = dict.fromkeys(way for way in found if way is not None)
    begins = festival.begins or community.begins
    names = texts.festival_native(community.id, festival.slug, lang)
    return Entry(
        id=festival.id,
        name=festival.name(lang),
        native=tuple(NativeName(text, tag, direction(text)) for text, tag in names),
        kind=festival.kind.value,
        kind_in_words=asked.wording(f"kind-{festival.kind}"),
        rank=festival.rank.value,
        rank_in_words=asked.wording(f"rank-{festival.rank}"),
        begins=begins.value,
        begins_in_words=wording.begins_always(begins, lang),
        ways=tuple(_way(asked, festival, usage, rule) for usage, rule in ways),
        note=texts.say(festival.note, lang) if festival.note else "",
        pins=tuple(
            PinnedDay(pin.id, pin.first_day, pin.last_day, pin.source, pin.read)
            for pin in sorted(pins, key=lambda pin: pin.first_day)
            if pin.festival == festival.id
        ),
        source=festival.source,
        compared=festival.id not in tables.uncompared(),
    )


def _way(asked: _Asked, festival: Festival, usage: str, rule: Rule) -> Way:
    pins = almanac.pins_by_way(asked.community.id)
    first, last = asked.first_day, asked.last_day
    found = almanac.by_ways(asked.community, festival, [(usage, rule)], first, last, pins)
    return Way(
        usage=usage,
        usage_name=texts.usage_name(usage, asked.lang),
        rule=texts.say(rule.sentence(), asked.lang),
        announced_only=rule.announced_only,
        certainty=rule.certainty.value,
        certainty_in_words=asked.wording(f"certainty-{rule.certainty}"),
        # What began in the year before stands there.
        days=tuple(_day(o, asked.lang) for o in sorted(found, key=lambda o: o.first_day) if o.first_day >= first),
    )


def _day(o: Observance, lang: str) -> Occasion:
    notes = (o.festival.note, *o.remarks) if o.festival.note else o.remarks
    return Occasion(
        id=o.id,
        year=o.first_day.year,
        first_day=o.first_day,
        last_day=o.last_day,
        weekday=texts.weekday(o.first_day.weekday(), lang),
        native_date=o.native_date_in(lang),
        certainty=o.certainty.value,
        certainty_notes=tuple(texts.say(note, lang) for note in notes),
    )
