"""What a subscription site is made of: its settings, and the observances that its feeds and pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from interfaith_cal import selection
from interfaith_cal.editorial.changes import ChangeLog
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Festival, Observance
from interfaith_cal.words import texts

# The months of whose first day the halves of a school year begin.
SCHOOL_YEAR_BEGINS, SECOND_HALF_BEGINS = 8, 2
MOST_YEARS = 30


class AddressError(InterfaithCalError, ValueError):
    """An address that is no address, or years that no feed should hold."""


class Window(NamedTuple):
    """The civil days that a feed holds, the first and the last."""

    first_day: date
    last_day: date

    def touches(self, observance: Observance) -> bool:
        """Whether an observance has a day among them."""
        return observance.first_day <= self.last_day and observance.last_day >= self.first_day


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of a site.

    Attributes:
        base: the address at which it is published, without a slash at its end.
        first_year: the first year asked for; its feeds begin on 1 August of the year before.
        last_year: the last year asked for.
        languages: its languages; the first is that of its front page.
        edition: which communities and festivals it shows.
        place: where the times of sunset are meant.
        combinations: whether `interfaith-cal serve` answers for free combinations below the same address.
        imprint: the address of the publisher's imprint; "" for none.
        day: the day as of which it is built, from which large feeds reckon the running school year; None for the first
            day of the school year that begins in the first year.
        large_feeds: whether feeds hold all days of the years, however many these are.
    """

    base: str
    first_year: int
    last_year: int
    languages: tuple[str, ...]
    edition: Edition
    place: Place
    combinations: bool = False
    imprint: str = ""
    day: date | None = None
    large_feeds: bool = False

    def __post_init__(self) -> None:
        """Refuse what would make addresses or feeds that nobody can use."""
        if self.day and not self.first_day <= self.day <= self.last_day:
            raise AddressError(
                f"the day {self.day} is not among those of the feeds, {self.first_day} to {self.last_day}; "
                "give the day of the build, or other years."
            )
        if self.last_year - self.first_year >= MOST_YEARS:
            raise AddressError(
                f"the years {self.first_year}-{self.last_year} are more than {MOST_YEARS}; "
                "calendar programs refuse feeds of that size."
            )

    @property
    def first_day(self) -> date:
        """The first day of its feeds: that of the previous school year."""
        return date(self.first_year - 1, SCHOOL_YEAR_BEGINS, 1)

    @property
    def last_day(self) -> date:
        """The last day of its feeds."""
        return date(self.last_year, 12, 31)

    @property
    def running_school_year(self) -> date:
        """The first day of the school year in which the site is built."""
        day = self.day or date(self.first_year, SCHOOL_YEAR_BEGINS, 1)
        return date(day.year - (day.month < SCHOOL_YEAR_BEGINS), SCHOOL_YEAR_BEGINS, 1)

    @property
    def running_half_year(self) -> date:
        """The first day of the half of the school year in which the site is built."""
        second = date(self.running_school_year.year + 1, SECOND_HALF_BEGINS, 1)
        return second if self.day and self.day >= second else self.running_school_year


def address(text: str) -> str:
    """An address at which a site can stand, without a slash at its end.

    Raises:
        AddressError: it is not an absolute http or https address, or has a user, a query or a fragment.
    """
    found = re.fullmatch(
        r"(https?://[a-z0-9.-]+|https?://\[[0-9a-f:]+\])(:[0-9]{1,5})?((?:/[\w.~-]+)*)/?", text, re.ASCII | re.I
    )
    if not found:
        raise AddressError(
            f"{text!r} is not an address for a site; give one such as https://feste.example.org or "
            "https://example.org/kalender, without query or fragment."
        )
    return text.removesuffix("/")


class Contents:
    """The observances of a site, gathered once.

    Pages exist for every year since the calendar was first published, since the events of old feeds point to them.
    """

    def __init__(self, site: Site, changes: ChangeLog) -> None:
        """Gather what the site shows, and make sure that it can be said in every language.

        Raises:
            DataFileError: as `selection.of_edition` does, or a text is missing or broken.
            UnknownNameError, YearRangeError: as `selection.of_edition` does.
        """
        self.site = site
        self.changes = changes
        self.years = range(min(site.first_day.year, changes.published.year - 1), site.last_year + 1)
        self._observances = selection.of_edition(site.edition, date(self.years[0], 1, 1), site.last_day)
        self._check_texts()
        self.written: dict[tuple[str, ...], bytes] = {}
        self.windows: dict[str, Window] = {}
        self.of_usages = lru_cache(maxsize=128)(self._of_usages)

    def _check_texts(self) -> None:
        """Read every text once: a server is not to stumble over one later, when somebody asks for it."""
        for lang in self.site.languages:
            kept = ((o.community.id, o.festival.slug, o.usage) for o in self._observances)
            for community, slug, usage in dict.fromkeys(kept):
                texts.festival_name(community, slug, lang)
                texts.festival_text(community, slug, "explanation", lang, usage)
                texts.festival_native(community, slug, lang)
                texts.greetings(community, slug, lang, usage)

    @cached_property
    def communities(self) -> tuple[str, ...]:
        """The communities of the site, in the edition's order."""
        return tuple(community.id for community in selection.shown_by(self.site.edition))

    @cached_property
    def festivals(self) -> tuple[Festival, ...]:
        """The festivals of the site, by the edition's order of communities."""
        return tuple(selection.festivals_of(self.site.edition))

    def of_festival(self, festival: str) -> list[Observance]:
        """All observances of a festival in the years of the site, by its id."""
        return self._by_festival.get(festival, [])

    @cached_property
    def _by_festival(self) -> dict[str, list[Observance]]:
        found: dict[str, list[Observance]] = {}
        for o in self._observances:
            found.setdefault(o.festival.id, []).append(o)
        return found

    @cached_property
    def in_feeds(self) -> list[Observance]:
        """All that the feeds may hold: what touches a day of their window."""
        return [o for o in self._observances if o.last_day >= self.site.first_day]

    def year(self, year: int) -> list[Observance]:
        """All that touches a year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return [o for o in self._observances if o.first_day <= last and o.last_day >= first]

    def of(self, communities: Iterable[str], rank: str = "all") -> list[Observance]:
        """What the feed of some communities holds."""
        shown = set(communities)
        return [o for o in self.in_feeds if o.community.id in shown and rank in ("all", o.rank)]

    def _of_usages(self, community: str, usages: tuple[str, ...]) -> list[Observance]:
        """What the feed of one community holds under usages other than those of the edition."""
        site, asked = self.site, {community: list(usages)}
        return selection.of_edition(site.edition, site.first_day, site.last_day, communities=[community], usages=asked)
