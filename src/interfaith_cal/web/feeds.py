"""The feeds of a site: which there are, under which perpetual addresses, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from interfaith_cal.export.ics import BUNDLES, PLANNING, Feed, Links, calendar_name, days_of_rest, feed_name
from interfaith_cal.identity import of_festival
from interfaith_cal.model import Observance, Rank
from interfaith_cal.religions import GROUPS
from interfaith_cal.web import windows
from interfaith_cal.web.site import Contents, Site, Window
from interfaith_cal.words import texts

FEEDS = "feeds"
RANKS = ("all", *Rank)


@dataclass(frozen=True, slots=True)
class Address:
    """A feed that has a file of its own: group, rank, festival and calendar as in `Feed`, communities, language."""

    group: str
    rank: str
    lang: str
    members: tuple[str, ...]
    festival: str = ""
    calendar: str = ""

    @property
    def name(self) -> str:
        """Its name, as the feed itself says it."""
        return feed_name(
            Feed(self.group, self.lang, (), rank=self.rank, festival=self.festival, calendar=self.calendar)
        )

    @property
    def stem(self) -> str:
        """The readable name of its file, which some clients show as the calendar's name."""
        if self.festival:
            return f"{texts.file_name(self.group, self.lang)}/{of_festival(self.festival)[1]}"
        if self.rank == "all":
            return texts.file_name(self.group, self.lang)
        ranked = texts.file_name(self.rank, self.lang)
        return ranked if self.group == "all" else f"{texts.file_name(self.group, self.lang)}-{ranked}"

    @property
    def path(self) -> str:
        """Its file in the tree; never to be changed without an entry in `data/redirects.toml`."""
        return f"{FEEDS}/{self.lang}/{self.stem}.ics"

    @property
    def page(self) -> str:
        """The page about it, and the choice that leads to it there."""
        if self.festival:
            return f"{self.lang}/{self.stem}/"
        if self.group not in BUNDLES:
            return f"{self.lang}/{texts.file_name(self.group, self.lang)}/"
        choice = (
            f"c={self.group}" if self.group in GROUPS else "",
            f"rank={self.rank}" if self.rank != "all" else "",
        )
        chosen = "&".join(filter(None, choice))
        return f"{self.lang}/?{chosen}" if chosen else f"{self.lang}/"

    @property
    def code(self) -> str:
        """The picture of the address of its page, to be scanned."""
        return f"qr/{self.lang}/{self.stem}.svg"

    def links(self, site: Site) -> Links:
        """The same as absolute addresses."""
        return Links(f"{site.base}/{self.path}", f"{site.base}/{self.page}", site.base)


@lru_cache(maxsize=8)
def addresses(contents: Contents, lang: str) -> tuple[Address, ...]:
    """The feeds of a language: the bundles first, then each community's, all days and main feasts alone.

    All days of all communities are too many for two school years, so their main and their further days are feeds, too.
    A feed without any event has no address, since clients take an empty calendar for a broken one.
    """
    shown = contents.communities
    bundles = [("all", shown), *((group, tuple(c for c in shown if c in of)) for group, of in GROUPS.items())]
    several = [(group, of) for group, of in bundles if len(of) > 1]
    calendar = calendar_name(contents.site.edition, lang)
    wanted = [
        Address(group, rank, lang, of, calendar=calendar)
        for group, of in (*several, *((community, (community,)) for community in shown))
        for rank in (RANKS if group == "all" else RANKS[:2])
    ]
    wanted.append(Address(PLANNING, "all", lang, shown))
    return tuple(address for address in wanted if held(contents, address))


@lru_cache(maxsize=8)
def of_festivals(contents: Contents, lang: str) -> Mapping[str, Address]:
    """The feeds of single festivals in a language, by the festival's id; none of one that falls on no day of a feed."""
    wanted = (
        Address(festival.community_id, "all", lang, (festival.community_id,), festival.id)
        for festival in contents.festivals
    )
    return {address.festival: address for address in wanted if held(contents, address)}


def held(contents: Contents, address: Address) -> list[Observance]:
    """The observances of a feed."""
    if address.festival:
        return [o for o in contents.of_festival(address.festival) if o.last_day >= contents.site.first_day]
    found = contents.of(address.members, address.rank)
    return [o for o in found if days_of_rest(o)] if address.group == PLANNING else found


def whole(contents: Contents, address: Address) -> Feed:
    """The feed at an address with all days of the site, more perhaps than fit."""
    site = contents.site
    links = address.links(site)
    kept = held(contents, address)
    made = Feed(address.group, address.lang, kept, site.place, address.rank, links, festival=address.festival)
    return made.of_edition(site.edition)


def window(contents: Contents, address: Address) -> Window:
    """The days that the feed at an address holds; raises FeedSizeError as `windows.window` does."""
    found = contents.windows.get(address.path)
    if found is None:
        found = contents.windows[address.path] = windows.window(contents, whole(contents, address))
    return found


def feed(contents: Contents, address: Address) -> Feed:
    """The feed at an address; raises FeedSizeError as `windows.window` does."""
    return windows.within(whole(contents, address), window(contents, address))


def check(contents: Contents) -> None:
    """Make sure that the largest feeds have a window, and so every other; raises FeedSizeError if one has none."""
    for lang in contents.site.languages:
        for largest in addresses(contents, lang)[:1]:
            window(contents, largest)


def file_name(feed: Feed) -> str:
    """Under which name a program keeps the feed, if it keeps it as a file."""
    return f"{texts.file_name(feed.group, feed.lang)}.ics"
