"""A festival on concrete days: when it is, how sure that is, and all that can be said of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from interfaith_cal.identity import ObservanceId
from interfaith_cal.model import leave
from interfaith_cal.model.calendar import Calendar
from interfaith_cal.model.community import Begins, Community, Festival, Kind, Rank
from interfaith_cal.model.impact import impact
from interfaith_cal.model.rule import Certainty
from interfaith_cal.phrase import Phrase
from interfaith_cal.words import texts
from interfaith_cal.words.languages import LanguageName, chain


class Observance(Struct, frozen=True, eq=False):
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
    calendar: Calendar | None = None
    eve: bool = False

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

    def name(self, lang: LanguageName = "de") -> str:
        """The festival's name in a language."""
        return self.festival.name(lang)

    def explanation(self, lang: LanguageName = "de") -> str:
        """What is remembered and how it is kept, as it is said of the festival under this usage."""
        return texts.festival_text(self.community.id, self.festival.slug, "explanation", lang, self.usage)

    def greeting(self, lang: LanguageName = "de") -> str:
        """How one congratulates those who keep this usage, or what is fitting where one does not, in one line."""
        return texts.festival_greeting(self.community.id, self.festival.slug, lang, self.usage)

    def greetings(self, lang: LanguageName = "de") -> tuple[texts.Greeting, ...]:
        """The greetings in their parts: several where the festival is kept in several languages."""
        return texts.greetings(self.community.id, self.festival.slug, lang, self.usage)

    def school_note(self, lang: LanguageName = "de") -> str:
        """What a school should know of it, with what `data/leave` has on leave; "" where nothing is said."""
        return leave.school_note(self.community.id, self.festival.slug, lang, self.usage)

    def native_date_in(self, lang: LanguageName) -> str:
        """The first day in the community's own calendar, in a language; "" where it has none."""
        if self.calendar is None:
            return ""
        year, month, day = self.calendar.from_date(self.first_day)
        return texts.calendar_date(self.calendar.id, year, self.calendar.named_month(year, month), day, lang)

    def certainty_note_in(self, lang: LanguageName) -> str:
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
        numbers = impact().rest.get(self.festival.id, ())
        days = (self.first_day + timedelta(number - 1) for number in numbers)
        return tuple(day for day in days if day <= self.last_day)

    def to_dict(self, lang: LanguageName = "de") -> dict[str, str]:
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

    def __eq__(self, other: object) -> bool:
        """Whether both tell the same, whatever was asked: as an eve, or for the date in a calendar, it is no other."""
        return isinstance(other, Observance) and self._told == other._told

    def __hash__(self) -> int:
        return hash((self.id, self.first_day))

    @property
    def _told(self) -> tuple[object, ...]:
        days = self.first_day, self.last_day
        said = self.certainty, self.source, self.remarks
        return self.festival, self.community, self.usage, self.own_year, days, said

    def __repr__(self) -> str:
        days = " to ".join(dict.fromkeys((self.first_day.isoformat(), self.last_day.isoformat())))
        eve = ", eve" if self.eve else ""
        return f"<Observance {self.id}: {days}, {self.certainty.value}{eve}>"
