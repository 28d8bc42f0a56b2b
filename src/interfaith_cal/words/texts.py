"""The words of each language: names and texts of the communities, phrases, months, weekdays (`data/texts/<lang>/`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.identity import KeeperId, is_own
from interfaith_cal.phrase import Phrase
from interfaith_cal.words import plurals
from interfaith_cal.words.entries import as_list, as_table, as_text, entry, explained, found, where
from interfaith_cal.words.languages import chain, language, languages

ENDS = ".!?"
CLOSING = "“”’)"
# What a language without phrases has, or takes from the one it falls back to.
NAMING = ("name", "code")
GREETINGS = ("greeting", "greetings")
# The blanks whose number decides between the wordings of a phrase: "1 day", "2 days".
COUNTED = ("days", "hours", "minutes", "seconds", "count", "number")
# In what a school should know, the place of what the Länder provide, which `data/leave` has.
LEAVE = "{leave}"


def _phrase(lang: str, *path: str) -> str:
    return as_text(entry(lang, "phrases", *path), "phrases", *path)


def _nth(place: int, lang: str, *path: str) -> str:
    said = entry(lang, "phrases", *path)
    names = as_list(said, "phrases", *path)
    if not 0 <= place < len(names):
        named = where(said[0], "phrases", path)
        raise DataFileError(f"{named} has {len(names)} names, and none for number {place + 1}.")
    return names[place]


def _filled(lang: str, section: str, key: str, **blanks: object) -> str:
    """A pattern with its blanks filled; of a phrase that counts, the wording for that number."""
    path = (section, key)
    tag, said = entry(lang, "phrases", *path)
    number = next((blanks[blank] for blank in COUNTED if blank in blanks), None)
    if isinstance(number, int):
        counting = (section, f"{key}-{plurals.category(tag, number)}")
        if (wording_of_number := found(tag, "phrases", counting)) is not None:
            path, said = counting, wording_of_number
    pattern = as_text((tag, said), "phrases", *path)
    try:
        return pattern.format(**blanks)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise DataFileError(f"{where(tag, 'phrases', path)} has a blank that nothing fills: {pattern!r}.") from error


def community_text(community: str, field: str, lang: str) -> str:
    """A text about a community: its `name`, `code`, `about` and so on."""
    path = ("community", field)
    said = entry(lang, community, *path) if field in NAMING else explained(lang, community, *path)
    return as_text(said, community, *path)


def festival_name(community: str, slug: str, lang: str) -> str:
    """A festival's name; in a language that says what it lacks in another, the name there."""
    path = ("festivals", slug, "name")
    return as_text(entry(lang, community, *path), community, *path)


def name_language(community: str, slug: str, lang: str) -> str:
    """The language that a festival's name is in: the one asked for, or one that it falls back to."""
    return entry(lang, community, "festivals", slug, "name")[0]


def short_name(community: str, slug: str, lang: str) -> str:
    """A festival's name for narrow places; the whole name where a language has no shorter one."""
    path = ("festivals", slug, "short")
    if found(name_language(community, slug, lang), community, path) is None:
        return festival_name(community, slug, lang)
    return as_text(entry(lang, community, *path), community, *path)


def festival_text(community: str, slug: str, field: str, lang: str, usage: str = "") -> str:
    """A text about a festival: `explanation`, `school`; under a usage its own, if it has one."""
    path = (*_place(community, slug, lang, usage, field), field)
    return as_text(explained(lang, community, *path), community, *path)


def _place(community: str, slug: str, lang: str, usage: str, *fields: str) -> tuple[str, ...]:
    """Where a festival's texts are: under the usage, if that has words of its own, else with what all usages say.

    A language of names alone says to all usages what it says; another's words for one of them do not replace that.
    """
    common = ("festivals", slug)
    own = (*common, "usages", usage)
    tags = chain(lang) if usage else ()

    def says(tag: str, place: tuple[str, ...]) -> bool:
        return any(found(tag, community, (*place, field)) is not None for field in fields)

    named = tags[:1] if tags[:1] and tags[0] not in languages() and says(tags[0], common) else tags
    return own if any(says(tag, own) for tag in named) else common


def first_sentence(text: str, lang: str) -> str:
    """The first sentence of a text; it stands alone where there is room for one only."""
    return up_to_its_end(text, language(chain(lang)[0]).abbreviations)


def up_to_its_end(text: str, abbreviations: Collection[str]) -> str:
    """A text to the end of its first sentence.

    A full stop after an ordinal ("am 2. Juli") or an abbreviation ends nothing, nor does one before a small letter.
    """
    for place, sign in enumerate(text):
        if sign in ENDS:
            end = place + 1
            while text[end : end + 1] and text[end] in CLOSING:
                end += 1
            goes_on = not text[end : end + 1].isspace() or text[end:].lstrip()[:1].islower()
            if not goes_on and not _holds_on(text[:place], abbreviations):
                return text[:end]
    return text


def _holds_on(before: str, abbreviations: Collection[str]) -> bool:
    """Whether a full stop belongs to the word before it: a number of one or two figures, or an abbreviation."""
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return (len(word) <= 2 and word.isdigit()) or word.lstrip("„“‘(") in abbreviations


class Greeting(NamedTuple):
    """How one congratulates: the words as they are said, in their script, and what they mean; or what is fitting.

    `answer` is what the one who is greeted says.
    """

    words: str = ""
    script: str = ""
    lang: str = ""
    meaning: str = ""
    answer: str = ""
    answer_script: str = ""
    instead: str = ""

    @property
    def spoken(self) -> str:
        """Words and answer."""
        return " / ".join(filter(None, (self.words, self.answer)))

    @property
    def written(self) -> str:
        """Words and answer in their script."""
        return " / ".join(filter(None, (self.script, self.answer_script)))

    @property
    def said(self) -> str:
        """Words, answer and meaning without their script; or what is fitting."""
        return self.instead or " – ".join(filter(None, (self.spoken, self.meaning)))

    def __str__(self) -> str:
        """The greeting in one sentence."""
        if self.instead:
            return self.instead
        script = f" ({self.written})" if self.written else ""
        meaning = f" – {self.meaning}" if self.meaning else ""
        return f"{self.spoken}{script}{meaning}"


def greetings(community: str, slug: str, lang: str, usage: str = "") -> tuple[Greeting, ...]:
    """The greetings of a festival in their parts: several where it is kept in several languages.

    Where one does not congratulate there is one, of which only `instead` is said. A day of an edition's own has none.
    """
    if is_own(community):
        return ()
    place = _place(community, slug, lang, usage, *GREETINGS)
    fields = ((tag, field) for tag in chain(lang) for field in GREETINGS)
    field = next((field for tag, field in fields if found(tag, community, (*place, field)) is not None), GREETINGS[0])
    path = (*place, field)
    tag, said = explained(lang, community, *path)
    if field == GREETINGS[0]:
        return (_greeting(as_table((tag, said), community, *path)),)
    if not isinstance(said, list) or not said or not all(isinstance(one, dict) for one in said):
        raise DataFileError(f"{where(tag, community, path)} must be a list of tables, but is {said!r}.")
    return tuple(_greeting(one) for one in said)


def _greeting(said: dict[str, Any]) -> Greeting:
    return Greeting(**{part: str(said[part]) for part in Greeting._fields if part in said})


def festival_greeting(community: str, slug: str, lang: str, usage: str = "") -> str:
    """The greetings of a festival in one line; several name their languages where the texts have words for them."""
    return in_one_line(greetings(community, slug, lang, usage), lang, str)


def in_one_line(several: Sequence[Greeting], lang: str, part: Callable[[Greeting], str]) -> str:
    """A part of each greeting that has it; several greetings name their languages where there are words for them."""
    named = len(several) > 1 and lang in languages()
    said = ((one.lang, part(one)) for one in several)
    return " · ".join(f"{language_name(tag, lang)}: {text}" if named else text for tag, text in said if text)


def language_name(tag: str, lang: str) -> str:
    """What a language is called in another: "Greek" for "el"; a script's subtag changes nothing."""
    return _phrase(lang, "languages", tag.partition("-")[0])


def school_note(community: str, slug: str, lang: str, usage: str = "") -> str:
    """What a school should know of a festival, with the blank LEAVE where leave is spoken of; "" for nothing."""
    path = (*_place(community, slug, lang, usage, "school"), "school")
    if all(found(tag, community, path) is None for tag in chain(lang)):
        return ""
    return as_text(explained(lang, community, *path), community, *path)


def community_advice(community: str, field: str, lang: str) -> tuple[str, ...]:
    """The sentences of advice on a community: its `dos` or its `donts`."""
    path = ("community", field)
    return tuple(as_list(explained(lang, community, *path), community, *path))


def festival_native(community: str, slug: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The community's own names of a festival, each with its language tag; empty where none is certain."""
    path = ("festivals", slug, "native")
    said = ((tag, found(tag, community, path)) for tag in chain(lang))
    tag, names = next(((tag, names) for tag, names in said if names is not None), (lang, []))
    try:
        return tuple((str(native["text"]), str(native["lang"])) for native in names)
    except (KeyError, TypeError):
        in_file = where(tag, community, path)
        raise DataFileError(f"{in_file} must be tables with `text` and `lang`, but is {names!r}.") from None


def wording(lang: str, key: str, **blanks: object) -> str:
    """A phrase of `phrases.toml` with its blanks filled, in the wording for the number that it counts."""
    return _filled(lang, "phrases", key, **blanks)


@dataclass(frozen=True, slots=True)
class _Filling:
    """A phrase in the blank of another: a blank such as {base:inside} asks for its wording inside a sentence."""

    sentence: Phrase
    lang: str

    def __format__(self, form: str) -> str:
        return say(self.sentence, self.lang, form)


def say(sentence: Phrase, lang: str, form: str = "") -> str:
    """A phrase in words; of one that counts, the wording for that number, under its key with "-one", "-few" and so on.

    `form` names the section of `phrases.toml` with other wordings of the same phrases, "inside" for those that fit
    into the middle of a sentence; a phrase without one there is said as always.
    """
    parts = dict(sentence.parts)
    if sentence.key == "date":
        return day_of_year(str(parts["calendar"]), int(str(parts["month"])), int(str(parts["day"])), lang)
    if sentence.key.startswith("weekday-"):
        return weekday(int(sentence.key.removeprefix("weekday-")), lang)
    filled = {name: _Filling(part, lang) if isinstance(part, Phrase) else part for name, part in parts.items()}
    if form:
        said_in = entry(lang, "phrases", "phrases", sentence.key)[0]
        if found(said_in, "phrases", (form, sentence.key)) is not None:
            return _filled(said_in, form, sentence.key, sentence=_Filling(sentence, lang), **filled)
    return wording(lang, sentence.key, **filled)


def weekday(number: int, lang: str, form: str = "long") -> str:
    """A weekday's name, "long" or "short"; 0 is Monday."""
    return _nth(number, lang, "weekdays", form)


def month_name(calendar: str, month: int, lang: str) -> str:
    """A month's name in a calendar; the first month is 1."""
    return _nth(month - 1, lang, "months", calendar)


def day_of_year(calendar: str, month: int, day: int, lang: str) -> str:
    """A day of the year as a rule names it: "10 Tishri", "1 April (Julian)"."""
    return _filled(lang, "day-patterns", calendar, day=day, month=month_name(calendar, month, lang))


def calendar_date(calendar: str, year: int, month: int, day: int, lang: str) -> str:
    """A date in a community's calendar: "15 Nisan 5787", "25 December (Julian)"."""
    month_named = month_name(calendar, month, lang)
    return _filled(lang, "date-patterns", calendar, day=day, month=month_named, year=year)


def long_date(day: date, lang: str) -> str:
    """A civil day with its weekday: "Thursday, 22 April 2027"."""
    month = month_name("gregorian", day.month, lang)
    return _filled(lang, "dates", "long", weekday=weekday(day.weekday(), lang), day=day.day, month=month, year=day.year)


def short_date(day: date, lang: str) -> str:
    """A civil day with its short weekday, in figures as the language writes them: "Do 22.04.2027", "Thu 2027-04-22"."""
    name = weekday(day.weekday(), lang, "short")
    return _filled(lang, "dates", "short", weekday=name, day=day.day, month=day.month, year=day.year)


def date_pattern(form: str, lang: str) -> str:
    """How a language writes a civil day, with blanks as Python's formats have them: "{weekday} {day:02}.{month:02}"."""
    return _phrase(lang, "dates", form)


def day_and_month(day: date, lang: str) -> str:
    """A civil day without its year: "22 April"."""
    return _filled(lang, "dates", "day-and-month", day=day.day, month=month_name("gregorian", day.month, lang))


def day_with_weekday(day: date, lang: str) -> str:
    """A civil day of a known year with its short weekday: "Thu 22 April"."""
    name, month = weekday(day.weekday(), lang, "short"), month_name("gregorian", day.month, lang)
    return _filled(lang, "dates", "day-with-weekday", weekday=name, day=day.day, month=month)


def day_in_month(day: date, lang: str) -> str:
    """A civil day below the name of its month: "Thu 22"."""
    return _filled(lang, "dates", "day-in-month", weekday=weekday(day.weekday(), lang, "short"), day=day.day)


def month_and_year(day: date, lang: str) -> str:
    """A civil month: "April 2027"."""
    return _filled(lang, "dates", "month", month=month_name("gregorian", day.month, lang), year=day.year)


def usage_name(usage: str, lang: str) -> str:
    """A usage's name; "" for the one way of a community."""
    return _phrase(lang, "usages", usage) if usage else ""


def usage_note(usage: str, lang: str) -> str:
    """Who follows a usage, or how it reckons, in a sentence."""
    return _phrase(lang, "usage-notes", usage)


def file_name(group: str, lang: str) -> str:
    """The readable stem of a feed's file: some clients show it as the calendar's name."""
    if isinstance(group, KeeperId) and group.said is not None:
        return community_text(group, "file", lang)
    return _phrase(lang, "files", group)
