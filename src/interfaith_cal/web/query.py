"""Free combinations: `/feed.ics?c=jewish,islamic&rank=major&lang=de` read, bounded, and said in one canonical way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, parse_qsl, quote

from interfaith_cal.errors import InterfaithCalError, UnknownNameError
from interfaith_cal.export.ics import CHOICE, PLANNING, Feed, Links
from interfaith_cal.model import Kind, Observance
from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.religions import GROUPS, community, members
from interfaith_cal.web import feeds, windows
from interfaith_cal.web.checking import Question
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.site import Contents, Window
from interfaith_cal.words import texts

PATH = "feed.ics"
LONGEST = 1000
MOST_FIELDS = 50
LONGEST_SHOWN = 60
NAMES = {"c", "rank", "kind", "usage", "lang"}


class QueryError(InterfaithCalError):
    """A choice that cannot be answered; the sentence names the value and what is allowed."""

    def __init__(self, said: Phrase) -> None:
        """Say it, in English as an error and in their language to people."""
        super().__init__(texts.say(said, "en"))
        self.said = said


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose: communities (none for all), rank, kinds (none for all), usages, and a language."""

    communities: tuple[str, ...] = ()
    rank: str = "all"
    kinds: tuple[str, ...] = ()
    usages: tuple[tuple[str, str], ...] = ()
    lang: str = "de"

    @property
    def query(self) -> str:
        """The one way to ask for it: fixed order, defaults left out, the language always said."""
        parts = (
            ("c", ",".join(self.communities)),
            ("rank", "" if self.rank == "all" else self.rank),
            ("kind", ",".join(self.kinds)),
            ("usage", ",".join(":".join(pair) for pair in self.usages)),
            ("lang", self.lang),
        )
        return "&".join(f"{name}={quote(value, safe=',:')}" for name, value in parts if value)


def read(query: str, contents: Contents, default: Choice | None = None) -> Choice:
    """The choice that a query string stands for; parameters that mean nothing here are passed over.

    Args:
        query: the query string.
        contents: what the site shows.
        default: what holds if the query chooses nothing; all there is if left out.

    Raises:
        QueryError: it is too long, or names something that does not exist.
    """
    asked = _parameters(query)
    shown, languages = contents.communities, contents.site.languages
    default = default or Choice(lang=languages[0])
    if not asked.keys() & NAMES:
        return default
    wanted = _known("c", _values(asked, "c"), (*shown, *GROUPS))
    meant = {*wanted, *members(group for group in wanted if group in GROUPS)}
    communities = tuple(c for c in shown if c in meant)
    kinds = set(_known("kind", _values(asked, "kind"), tuple(Kind)))
    return Choice(
        () if len(communities) == len(shown) else communities,
        _one("rank", _values(asked, "rank"), feeds.RANKS, feeds.RANKS[0]),
        tuple(k for k in Kind if k in kinds) if len(kinds) < len(Kind) else (),
        _usages(_values(asked, "usage"), communities or shown),
        _one("lang", _values(asked, "lang"), languages, default.lang),
    )


def question(query: str) -> Question | None:
    """The days and spans that somebody asks about, as written, and the Land; None if no day is asked for.

    A span is one value, or the day of a form with the one in its field `until`.
    """
    asked = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS) if _parameters(query) else []
    planned: list[str] = []
    for name, value in asked:
        if name == "check":
            planned.append(value.strip())
        elif name == "until" and value.strip() and planned and planned[-1]:
            planned[-1] += f"..{value.strip()}"
    words = tuple(part.strip() for value in planned for part in value.split(",") if part.strip())
    land = next((value for name, value in asked if name == "land"), None)
    return Question(words, land) if words or land else None


def own_address(chosen: Choice, contents: Contents) -> Address | None:
    """The feed with a file of its own that is exactly a choice; None if there is none."""
    for address in feeds.addresses(contents, chosen.lang):
        every = len(address.members) == len(contents.communities)
        if address.group != PLANNING and chosen == Choice(
            () if every else address.members, address.rank, lang=address.lang
        ):
            return address
    return None


def feed(chosen: Choice, contents: Contents) -> tuple[Feed, Window]:
    """The feed of a choice, where one with a file of its own holds the same, that one; and the days that it holds."""
    own = own_address(chosen, contents)
    if own:
        return feeds.feed(contents, own), feeds.window(contents, own)
    whole = named(chosen, contents)._replace(observances=observances(chosen, contents))
    window = windows.window(contents, whole)
    return windows.within(whole, window), window


def named(chosen: Choice, contents: Contents) -> Feed:
    """The feed of a choice that has no file, with its name and addresses alone."""
    site = contents.site
    links = Links(f"{site.base}/{PATH}?{chosen.query}", f"{site.base}/{page(chosen)}", site.base)
    communities = chosen.communities or contents.communities
    return Feed(CHOICE, chosen.lang, (), site.place, chosen.rank, links, communities).of_edition(site.edition)


def page(chosen: Choice) -> str:
    """The page on which a choice is made already."""
    return f"{chosen.lang}/?{chosen.query}"


def observances(chosen: Choice, contents: Contents) -> list[Observance]:
    """What a choice holds."""
    by_usage: dict[str, list[str]] = {}
    for name, usage in chosen.usages:
        by_usage.setdefault(name, []).append(usage)
    communities = chosen.communities or contents.communities
    found = contents.of((c for c in communities if c not in by_usage), chosen.rank)
    for name, usages in by_usage.items():
        kept = contents.of_usages(name, tuple(usages))
        found += [o for o in kept if chosen.rank in ("all", o.rank)]
    return [o for o in found if not chosen.kinds or o.kind in chosen.kinds]


def shown(value: str) -> str:
    """A value that somebody gave, as a sentence may repeat it: short, and without signs that nobody sees."""
    seen = value if value.isprintable() else ascii(value)[1:-1]
    return seen if len(seen) <= LONGEST_SHOWN else f"{seen[:LONGEST_SHOWN]}…"


def _parameters(query: str) -> Mapping[str, Sequence[str]]:
    if len(query) > LONGEST:
        raise QueryError(phrase("asked-too-long", most=LONGEST))
    try:
        return parse_qs(query, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise QueryError(phrase("asked-unreadable", most=MOST_FIELDS)) from None


def _values(asked: Mapping[str, Sequence[str]], name: str) -> list[str]:
    """The values of a parameter, whether it is repeated or has commas."""
    return [value for text in asked.get(name, ()) for value in text.split(",") if value]


def _known(name: str, values: Iterable[str], known: Sequence[str]) -> list[str]:
    found = list(values)
    for value in found:
        if value not in known:
            raise QueryError(phrase("asked-unknown", value=shown(value), name=name, known=", ".join(known)))
    return found


def _one(name: str, values: Iterable[str], known: Sequence[str], default: str) -> str:
    """The one value of a parameter."""
    found = set(_known(name, values, known)) or {default}
    if len(found) > 1:
        several = ", ".join(sorted(found))
        raise QueryError(phrase("asked-several", value=several, name=name, known=", ".join(known)))
    return found.pop()


def _usages(values: Iterable[str], communities: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Community and usage in a fixed order, without those that hold anyhow."""
    asked: dict[str, set[str]] = {}
    for value in values:
        name, _, usage = value.partition(":")
        try:
            asked.setdefault(name, set()).add(community(name).usage(usage).id)
        except UnknownNameError:
            raise QueryError(phrase("asked-usage", value=shown(value), known="orthodox:old-calendar")) from None
    return tuple(
        (name, usage.id)
        for name in communities
        if name in asked and asked[name] != set(community(name).default_usages)
        for usage in community(name).usages
        if usage.id in asked[name]
    )
