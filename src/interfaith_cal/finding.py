"""Festivals by what people type: their names in all languages, short and native ones, and the words of `search.toml`.

Case, diacritics, apostrophes, ı and i, ß and ss make no difference, nor do blanks and hyphens; "ae" may stand for "ä".
The name of a community narrows what is found ("orthodoxes Ostern"), but is no part of a festival's name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from interfaith_cal import religions
from interfaith_cal.errors import InterfaithCalError, UnknownNameError
from interfaith_cal.ground.root import by_root
from interfaith_cal.identity import SEPARATOR, of_festival
from interfaith_cal.model import Community, Festival, Rank
from interfaith_cal.words import texts
from interfaith_cal.words.entries import as_text, found
from interfaith_cal.words.languages import languages_with_names
from interfaith_cal.words.synonyms import synonyms

# Letters that Unicode does not take apart, and how one types them without their own key.
PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ə": "e", "æ": "ae", "œ": "oe"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʿʾ`´", ""))
YEAR = re.compile("1[5-9][0-9]{2}|2[01][0-9]{2}")
LEAST_PART, LEAST_STEM, LEAST_NEAR = 3, 4, 0.75
MOST_NEAR, MOST_NAMED = 3, 8


class Fit(IntEnum):
    """How well a festival fits what was typed, from the best on.

    It is a whole name; all its words are words of a name, begin such words, or are parts of them; it names the
    community alone; it is written almost like a name; some of its words are words of a name.
    """

    WHOLE = 0
    WORDS = 1
    BEGINNINGS = 2
    PARTS = 3
    COMMUNITY = 4
    NEAR = 5
    SOME = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A festival that was found, how well it fits, and the name or word that fits, as it is written."""

    festival: Festival
    fit: Fit
    said: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name or synonym: as it is written, its folded words, and these without blanks."""

    said: str
    words: tuple[str, ...]
    joined: str


@dataclass(frozen=True, slots=True)
class Findable:
    """A festival with all its names and the words for its community."""

    festival: Festival
    names: tuple[Name, ...]
    community: frozenset[str]


def fold(text: str) -> tuple[str, ...]:
    """The words of a text without case, diacritics, apostrophes and signs; "Buß- und Bettag" is buss, und, bettag."""
    apart = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(PLAIN)
    return tuple("".join(" " if unicodedata.category(sign)[0] in "PSZC" else sign for sign in plain).split())


def search(text: str, communities: Iterable[str] | None = None, own: Iterable[Community] = ()) -> list[Hit]:
    """What a text may mean, the best fit first; within a fit main days first, then in print order.

    Where nothing fits, what is written almost alike; nothing at all if there is no such name either.

    Args:
        text: what somebody typed; the year in "Zuckerfest 2027" is passed over.
        communities: ids of communities or groups to which the search is limited; all if left out.
        own: keepers that only an edition has.

    Raises:
        InterfaithCalError: the text has no letter and no figure.
        UnknownNameError: there is no such community.
        DataFileError: a text or a file of synonyms is broken.
    """
    asked = fold(text)
    if not asked:
        raise InterfaithCalError(f"the text to search for is {text!r}; give the name of a festival: 'Zuckerfest'.")
    brought = {keeper.id: keeper.id for keeper in own}
    among = None if communities is None else religions.members(brought.get(name, name) for name in communities)
    entries = [entry for entry in (*index(), *findable(own)) if among is None or entry.festival.community_id in among]
    undated = tuple(word for word in asked if not YEAR.fullmatch(word)) or asked
    for words in dict.fromkeys((asked, undated)):
        beside = {names: _beside(words, names) for names in {entry.community for entry in entries}}
        fitting = (_fitting(words, beside[entry.community], entry) for entry in entries)
        if hits := [hit for hit in fitting if hit is not None]:
            return sorted(hits, key=_order)
    return _almost(undated, entries)


def meant(
    text: str, communities: Iterable[str] | None = None, own: Iterable[Community] = ()
) -> tuple[Festival, tuple[Festival, ...]]:
    """The festival that a text clearly means, and others that have the same name but are no main days.

    Raises:
        UnknownNameError: no name fits; the sentence has the nearest.
        InterfaithCalError: several fit equally well, which the sentence names, or the text is empty.
    """
    hits = search(text, communities, own)
    if not hits or hits[0].fit > Fit.COMMUNITY:
        raise _unknown(text, hits)
    best = [hit.festival for hit in hits if hit.fit is hits[0].fit]
    main = [festival for festival in best if festival.rank is Rank.MAJOR]
    clear = main if hits[0].fit is Fit.WHOLE and main else best
    if len(clear) > 1:
        more = f" and {len(clear) - MOST_NAMED} more" if len(clear) > MOST_NAMED else ""
        named = ", ".join(festival.id for festival in clear[:MOST_NAMED])
        raise InterfaithCalError(f"{text!r} may be {named}{more}; name one of them.")
    return clear[0], tuple(festival for festival in best if festival is not clear[0])


def festival(identifier: str, own: Iterable[Community] = ()) -> Festival:
    """One festival by its id, such as "jewish/pesach"; also of keepers that only an edition has.

    Raises:
        UnknownNameError: there is no such community, or it keeps no such festival; the sentence has what the index
            finds by that name.
    """
    for keeper in own:
        if identifier.startswith(f"{keeper.id}{SEPARATOR}"):
            return keeper.festival(of_festival(identifier)[1])
    try:
        return religions.festival(identifier)
    except UnknownNameError:
        community, slug = of_festival(identifier)
        name, among = (slug, [community]) if slug else (community, None)
        known = not slug or community in religions.PRINT_ORDER
        hits = search(name, among) if known and fold(name) else []
        if not hits:
            raise
    raise _unknown(identifier, hits)


def _unknown(text: str, hits: Iterable[Hit]) -> UnknownNameError:
    best = list(hits)
    near = [hit.festival.id for hit in best if hit.fit is best[0].fit]
    return UnknownNameError("festival", text, (), near=near[:MOST_NEAR])


@by_root
def index() -> tuple[Findable, ...]:
    """All festivals in print order, each with everything by which it is found."""
    return tuple(findable(religions.communities()))


def findable(keepers: Iterable[Community]) -> Iterator[Findable]:
    """The festivals of some keepers, those that only an edition has among them, with all by which they are found."""
    spoken = languages_with_names()
    other: dict[str, list[str]] = {}
    for lang in spoken:
        for same in synonyms(lang).festivals:
            for named in same.festivals:
                other.setdefault(named, []).extend(same.words)
    for community in keepers:
        own = frozenset(_community_words(community, spoken))
        for kept in community.festivals:
            said = dict.fromkeys((*_own_names(kept, spoken), *other.get(kept.id, ()), kept.slug))
            names = dict.fromkeys(name for text in said for name in _names(text))
            yield Findable(kept, tuple(names), own)


def _own_names(festival: Festival, spoken: Iterable[str]) -> Iterator[str]:
    """Its names, short names and native names in all languages."""
    community, slug = festival.community_id, festival.slug
    for lang in spoken:
        for field in ("name", "short"):
            path = ("festivals", slug, field)
            if (said := found(lang, community, path)) is not None:
                yield as_text((lang, said), community, *path)
        yield from (text for text, _ in texts.festival_native(community, slug, lang))


def _community_words(community: Community, spoken: Iterable[str]) -> Iterator[str]:
    for lang in spoken:
        path = ("community", "name")
        if (said := found(lang, community.id, path)) is not None:
            yield from fold(as_text((lang, said), community.id, *path))
        for word in synonyms(lang).communities.get(community.id, ()):
            yield from fold(word)


def _names(text: str) -> Iterator[Name]:
    """A name as a whole, and what stands in it as a name of its own: "Diwali (Lakshmi Puja)", "Tết / Mondneujahr"."""
    outside = re.sub(r"\(.*?\)", " ", text)
    inside = re.findall(r"\((.*?)\)", text)
    parts = [part for whole in (outside, *inside) for part in re.split(r"[/,]", whole)]
    for said in dict.fromkeys((text, outside, *inside, *parts)):
        for written in dict.fromkeys((said, said.casefold().translate(UMLAUTS))):
            if words := fold(written):
                yield Name(text, words, "".join(words))


def _beside(asked: tuple[str, ...], community: Iterable[str]) -> tuple[str, ...]:
    """The words beside those that name a community."""
    return tuple(word for word in asked if not _names_community(word, community))


def _fitting(asked: tuple[str, ...], beside: tuple[str, ...], entry: Findable) -> Hit | None:
    """How a festival fits: by its names alone, or by them and the name of its community."""
    fitting = (_by_names(words, entry) for words in dict.fromkeys((asked, beside)) if words)
    hits = [hit for hit in fitting if hit is not None]
    if not hits and not beside and entry.festival.rank is Rank.MAJOR:
        return Hit(entry.festival, Fit.COMMUNITY, " ".join(asked))
    return min(hits, key=lambda hit: hit.fit, default=None)


def _by_names(asked: tuple[str, ...], entry: Findable) -> Hit | None:
    best: Hit | None = None
    joined = "".join(asked)
    for name in entry.names:
        fit = _fit(asked, joined, name)
        if fit is not None and (best is None or fit < best.fit):
            best = Hit(entry.festival, fit, name.said)
    return best


def _fit(asked: tuple[str, ...], joined: str, name: Name) -> Fit | None:
    if joined == name.joined:
        return Fit.WHOLE
    if not all(word in name.joined for word in asked):
        return None
    if all(word in name.words for word in asked):
        return Fit.WORDS
    if all(any(own.startswith(word) for own in name.words) for word in asked):
        return Fit.BEGINNINGS
    # In a script without blanks and capitals one sign may be a word.
    if all(len(word) >= LEAST_PART or not word.isascii() for word in asked):
        return Fit.PARTS
    return None


def _names_community(word: str, names: Iterable[str]) -> bool:
    """Whether a word is a community's name or begins as one does: "orthodoxes", "kath"."""
    return any(
        word == name
        or (len(min(word, name, key=len)) >= LEAST_STEM and (word.startswith(name) or name.startswith(word)))
        for name in names
    )


def _almost(asked: tuple[str, ...], entries: Iterable[Findable]) -> list[Hit]:
    """What is written almost like a text, the nearest first; then what has some of its words."""
    from difflib import get_close_matches

    keepers: dict[str, list[Hit]] = {}
    some: dict[str, Hit] = {}
    telling = [word for word in asked if len(word) >= LEAST_STEM]
    for entry in entries:
        for name in entry.names:
            hit = Hit(entry.festival, Fit.NEAR, name.said)
            keepers.setdefault(name.joined, []).append(hit)
            if any(word in name.words or word == name.joined for word in telling):
                some.setdefault(entry.festival.id, Hit(entry.festival, Fit.SOME, name.said))
    near = get_close_matches("".join(asked), keepers, n=MOST_NEAR, cutoff=LEAST_NEAR)
    hits = [hit for name in near for hit in sorted(keepers[name], key=_order)] + sorted(some.values(), key=_order)
    nearest: dict[str, Hit] = {}
    for hit in hits:
        nearest.setdefault(hit.festival.id, hit)
    return list(nearest.values())


def _order(hit: Hit) -> tuple[Fit, bool]:
    """The best fit first, then main days; print order is kept, since sorting is stable."""
    return hit.fit, hit.festival.rank is not Rank.MAJOR
