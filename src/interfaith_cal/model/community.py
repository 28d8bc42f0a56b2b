"""What a community keeps, and by which usages: festivals with their rules, what they are and how they begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.model.calendar import FIRST_YEAR, LAST_YEAR, Calendar
from interfaith_cal.model.rule import Rule
from interfaith_cal.phrase import Phrase
from interfaith_cal.words import texts
from interfaith_cal.words.languages import LanguageName


class Kind(StrEnum):
    """What a festival is."""

    FEAST = "feast"
    FAST = "fast"
    COMMEMORATION = "commemoration"
    SEASON = "season"
    NIGHT = "night"
    CUSTOM = "custom"


class Rank(StrEnum):
    """Whether an interreligious wall calendar would show it (`major`) or only a full list (`minor`)."""

    MAJOR = "major"
    MINOR = "minor"


class Begins(StrEnum):
    """When the first day begins.

    At sunset of the evening before, on the evening before without a time by the Sun (first vespers), at midnight, at
    dawn, at sunrise, or at dusk of the day itself.
    """

    SUNSET_BEFORE = "sunset-before"
    EVENING_BEFORE = "evening-before"
    MIDNIGHT = "midnight"
    DAWN = "dawn"
    SUNRISE = "sunrise"
    DUSK = "dusk"


EVES = (Begins.SUNSET_BEFORE, Begins.EVENING_BEFORE)
"""The beginnings that make the day before an eve."""


class Usage(Struct, frozen=True):
    """A named way in which part of a community keeps its days.

    Where a festival has no rule of its own under this usage, the rule of `basis` holds, and without one the default.
    """

    id: str
    basis: str | None = None


class Festival(Struct, frozen=True):
    """Something a community keeps: an id that never changes and is never shown, and rules that say when.

    `ways` pairs usages with rules; the usage "" is the community's one way, or its default.
    """

    slug: str
    ways: tuple[tuple[str, Rule], ...]
    kind: Kind
    rank: Rank
    begins: Begins | None = None
    source: str = ""
    note: Phrase | None = None
    community_id: str = ""

    @property
    def id(self) -> str:
        """The id with its community: "jewish/pesach"."""
        return f"{self.community_id}/{self.slug}"

    def name(self, lang: LanguageName = "de") -> str:
        """The festival's name in a language; raises UnknownNameError for a language without texts."""
        return texts.festival_name(self.community_id, self.slug, lang)

    def explanation(self, lang: LanguageName = "de") -> str:
        """What is remembered and how it is kept, in a language."""
        return texts.festival_text(self.community_id, self.slug, "explanation", lang)

    def greeting(self, lang: LanguageName = "de") -> str:
        """How one congratulates, in one line for all languages of the community; or what is fitting instead."""
        return texts.festival_greeting(self.community_id, self.slug, lang)

    @property
    def announced_only(self) -> bool:
        """Whether no usage has a rule for it, so that it has dates only where they were announced."""
        return all(rule.announced_only for _, rule in self.ways)

    def way(self, usage: Usage | None) -> tuple[str, Rule] | None:
        """The usage and rule by which a usage keeps the festival; None if only other usages keep it."""
        names = ("",) if usage is None else (usage.id, usage.basis, "")
        for name in names:
            for kept, rule in self.ways:
                if kept == name:
                    return kept, rule
        return None


@dataclass(frozen=True, slots=True)
class Community:
    """A religious community: its festivals in print order, its usages, and the years its rules can answer.

    `source` says where its rules were read, `sources` where that of a single festival was, by the slug.
    """

    id: str
    festivals: tuple[Festival, ...]
    begins: Begins
    source: str
    calendar: Calendar | None = None
    usages: tuple[Usage, ...] = ()
    default_usages: tuple[str, ...] = ()
    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR
    sources: InitVar[Mapping[str, str]] = MappingProxyType({})

    def __post_init__(self, sources: Mapping[str, str]) -> None:
        """Make the festivals the community's own: its id, how its days begin and its sources fill their blanks."""
        own = tuple(
            replace(
                f,
                community_id=self.id,
                begins=f.begins or self.begins,
                source=f.source or sources.get(f.slug, self.source),
            )
            for f in self.festivals
        )
        object.__setattr__(self, "festivals", own)

    @property
    def default_usage(self) -> str:
        """The first of its default usages, which ids do not name; "" where it has none."""
        return self.default_usages[0] if self.default_usages else ""

    def name(self, lang: LanguageName = "de") -> str:
        """The community's name as it names itself, in a language."""
        return texts.community_text(self.id, "name", lang)

    def code(self, lang: LanguageName = "de") -> str:
        """The short code of the community's chip: "JÜD", "JEW"."""
        return texts.community_text(self.id, "code", lang)

    def festival(self, slug: str) -> Festival:
        """One festival by the part of its id after the slash; raises UnknownNameError."""
        for festival in self.festivals:
            if festival.slug == slug:
                return festival
        raise UnknownNameError(f"{self.id} festival", slug, (f.slug for f in self.festivals))

    def usage(self, name: str) -> Usage:
        """One usage by its id; raises UnknownNameError."""
        for usage in self.usages:
            if usage.id == name:
                return usage
        raise UnknownNameError(f"{self.id} usage", name, (u.id for u in self.usages))
