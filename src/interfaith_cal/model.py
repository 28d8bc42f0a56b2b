"""The words everything else is written in: community, festival, rule, usage, observance.

All are values: frozen, comparable, without behavior beyond saying what they are. Days are civil (Gregorian) days.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import InitVar, dataclass, field, replace
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.identity import ObservanceId
from interfaith_cal.phrase import Phrase
from interfaith_cal.words import texts
from interfaith_cal.words.languages import chain

FIRST_YEAR, LAST_YEAR = 1583, MAXYEAR
"""The civil years that can be asked for: from the first whole one of the Gregorian calendar to the last of a date."""


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


class Certainty(StrEnum):
    """How sure a date is.

    Arithmetic that nobody moves; announced by an authority, or counted from a day that was; computed, so that a named
    authority may still move it; or unsettled, where the community itself keeps it on different days.
    """

    FIXED = "fixed"
    COMPUTED = "computed"
    ANNOUNCED = "announced"
    UNSETTLED = "unsettled"


class YearMonthDay(NamedTuple):
    """A day in some calendar's own counting."""

    year: int
    month: int
    day: int


class Calendar(ABC):
    """A reckoning: turns its own year, month and day into a civil date and back."""

    id: str
    """The name under which `data/texts` keeps its month names, for example "hebrew"."""
    longest_months: tuple[int, ...] = ()
    """The days of each month, from the first on, in a year in which it is longest; of months that rules name."""

    @abstractmethod
    def to_date(self, year: int, month: int, day: int) -> date:
        """The civil day of a date; of its daylight, where days begin at sunset.

        Raises:
            SpanError: there is no such day in that year.
            YearRangeError: the calendar does not answer for that year.
            OverflowError, ValueError: the day lies outside the civil years 1 to 9999.
        """

    @abstractmethod
    def from_date(self, day: date) -> YearMonthDay:
        """The calendar's own date of a civil day."""

    def named_month(self, year: int, month: int) -> int:
        """The place of a month's name in the list of month names, from 1."""
        return month


class Occurrence(NamedTuple):
    """One time a rule comes true: first and last civil day, and the rule's own year as a label ("5787")."""

    first: date
    last: date
    year: str
    remarks: tuple[Phrase, ...] = ()
    certainty: Certainty = Certainty.FIXED
    source: str = ""
    """Who has announced it, or the day that it is counted from; "" where that is nobody."""


class Rule(Protocol):
    """Answers one question: on which days between two days does it fall, and in which of its own years?"""

    @property
    def certainty(self) -> Certainty:
        """FIXED for arithmetic, COMPUTED where the sky or an agreed criterion decides."""

    @property
    def announced_only(self) -> bool:
        """Whether no rule is known, so that the festival has dates only where they were announced."""

    @property
    def calendar(self) -> Calendar | None:
        """The community's calendar that the rule is written in; None for plain Gregorian dates and movable feasts."""

    def occurrences(self, first: date, last: date) -> Iterator[Occurrence]:
        """Every occurrence that touches a day from `first` to `last`, in order."""

    def sentence(self) -> Phrase:
        """The rule in words."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A named way in which part of a community keeps its days.

    Where a festival has no rule of its own under this usage, the rule of `basis` holds, and without one the default.
    """

    id: str
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Festival:
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

    def name(self, lang: str = "de") -> str:
        """The festival's name in a language; raises UnknownNameError for a language without texts."""
        return texts.festival_name(self.community_id, self.slug, lang)

    def explanation(self, lang: str = "de") -> str:
        """What is remembered and how it is kept, in a language."""
        return texts.festival_text(self.community_id, self.slug, "explanation", lang)

    def greeting(self, lang: str = "de") -> str:
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

    def name(self, lang: str = "de") -> str:
        """The community's name as it names itself, in a language."""
        return texts.community_text(self.id, "name", lang)

    def code(self, lang: str = "de") -> str:
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


@dataclass(frozen=True, slots=True, repr=False)
class Observance:
    """A festival on concrete days.

    `first_day` and `last_day` are civil days: a feast that begins at sunset has as first day the civil day after that
    sunset; of a night both are the civil day on whose evening it begins. `own_year` is the festival's own year
    ("5787"). `eve` marks, in answers about one day, that the day is only the eve on which it begins.
    """

    festival: Festival
    community: Community
    usage: str
    own_year: str
    first_day: date
    last_day: date
    certainty: Certainty
    source: str
    remarks: tuple[Phrase, ...] = ()
    calendar: Calendar | None = field(default=None, compare=False)
    eve: bool = field(default=False, compare=False)

    @property
    def id(self) -> str:
        """Community, festival, own year, and the usage unless it is the community's first default."""
        return str(self.identity)

    @property
    def identity(self) -> ObservanceId:
        """The same as a value."""
        usage = "" if self.usage == self.community.default_usage else self.usage
        return ObservanceId(self.community.id, self.festival.slug, self.own_year, usage)

    @property
    def begins(self) -> Begins:
        """When the first day begins."""
        return self.festival.begins or self.community.begins

    @property
    def kind(self) -> Kind:
        """What it is: feast, fast, commemoration, season, night or custom."""
        return self.festival.kind

    @property
    def rank(self) -> Rank:
        """Major or minor."""
        return self.festival.rank

    @property
    def native_date(self) -> str:
        """The first day in the community's own calendar, in English ("15 Nisan 5787"); "" where it has none."""
        return self.native_date_in("en")

    @property
    def certainty_note(self) -> str:
        """Who could still move the date and how close the decision was, in English; "" where nothing is to be said."""
        return self.certainty_note_in("en")

    def name(self, lang: str = "de") -> str:
        """The festival's name in a language."""
        return self.festival.name(lang)

    def explanation(self, lang: str = "de") -> str:
        """What is remembered and how it is kept, as it is said of the festival under this usage."""
        return texts.festival_text(self.community.id, self.festival.slug, "explanation", lang, self.usage)

    def greeting(self, lang: str = "de") -> str:
        """How one congratulates those who keep this usage, or what is fitting where one does not, in one line."""
        return texts.festival_greeting(self.community.id, self.festival.slug, lang, self.usage)

    def greetings(self, lang: str = "de") -> tuple[texts.Greeting, ...]:
        """The greetings in their parts: several where the festival is kept in several languages."""
        return texts.greetings(self.community.id, self.festival.slug, lang, self.usage)

    def school_note(self, lang: str = "de") -> str:
        """What a school should know of it, with what `data/leave` has on leave; "" where nothing is said."""
        from interfaith_cal.editorial.leave import school_note

        return school_note(self.festival.id, lang, self.usage)

    def native_date_in(self, lang: str) -> str:
        """The first day in the community's own calendar, in a language; "" where it has none."""
        if self.calendar is None:
            return ""
        year, month, day = self.calendar.from_date(self.first_day)
        return texts.calendar_date(self.calendar.id, year, self.calendar.named_month(year, month), day, lang)

    def certainty_note_in(self, lang: str) -> str:
        """The certainty note in a language; "" where nothing is to be said."""
        notes = ((self.festival.note,) if self.festival.note else ()) + self.remarks
        return " ".join(texts.say(note, lang) for note in notes)

    def begins_at(self, place: str | None = None) -> datetime | None:
        """When the first day begins by the clock of a place, to the minute.

        At sunset of the evening before, or at midnight; None where no clock tells it (vespers, dawn, sunrise, dusk),
        and in years in which the Sun is not computed. The place is a German city or "NORTH,EAST"; Köln if left out.
        Raises UnknownNameError for another.
        """
        from zoneinfo import ZoneInfo

        from interfaith_cal.daylight import sunset
        from interfaith_cal.ground.places import place as place_named

        where = place_named(place)
        if self.begins is Begins.SUNSET_BEFORE:
            return sunset(self.first_day - timedelta(1), where)
        if self.begins is Begins.MIDNIGHT:
            return datetime.combine(self.first_day, time(), ZoneInfo(where.timezone))
        return None

    @property
    def days_of_rest(self) -> tuple[date, ...]:
        """The civil days on which the community's work rests, as `data/impact.toml` has them; empty for none."""
        from interfaith_cal.editorial.impact import impact

        numbers = impact().rest.get(self.festival.id, ())
        days = (self.first_day + timedelta(number - 1) for number in numbers)
        return tuple(day for day in days if day <= self.last_day)

    def to_dict(self, lang: str = "de") -> dict[str, str]:
        """The observance in texts, days as YYYY-MM-DD: the fields of `--format json`, in their order.

        In a language that may take a name from another, `name_language` says from which.
        """
        whole = {
            "id": self.id, "community": self.community.id, "festival": self.festival.slug, "usage": self.usage,
            "name": self.name(lang), "first_day": self.first_day.isoformat(), "last_day": self.last_day.isoformat(),
            "begins": self.begins.value, "kind": self.kind.value, "rank": self.rank.value,
            "native_date": self.native_date_in(lang), "certainty": self.certainty.value,
            "certainty_note": self.certainty_note_in(lang), "source": self.source,
        }  # fmt: skip
        if len(chain(lang)) > 1:
            whole["name_language"] = texts.name_language(self.community.id, self.festival.slug, lang)
        return whole

    def __repr__(self) -> str:
        days = " to ".join(dict.fromkeys((self.first_day.isoformat(), self.last_day.isoformat())))
        return f"<Observance {self.id}: {days}, {self.certainty.value}{', eve' if self.eve else ''}>"
