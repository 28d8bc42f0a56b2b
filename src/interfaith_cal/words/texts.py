"""The words of each language: names and texts of the communities, phrases, months, weekdays (`data/texts/<lang>/`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.root import by_root, read_at
from interfaith_cal.phrase import Phrase
from interfaith_cal.words import plurals
from interfaith_cal.words.languages import FOLDER, chain, explains, language, languages, only_names

ENDS = ".!?"
CLOSING = "“”’)"
# What a language without phrases has, or takes from the one it falls back to.
NAMING = ("name", "code")
# The blanks whose number decides between the wordings of a phrase: "1 day", "2 days".
COUNTED = ("days", "hours", "minutes", "seconds", "count", "number")


def _path(lang: str, stem: str) -> Path:
    return read_at(FOLDER, lang, f"{stem}.toml")


@by_root
def _file(lang: str, stem: str) -> Mapping[str, Any]:
    """A file of one language; of one that has names alone, nothing where it has no such file."""
    path = _path(lang, stem)
    return {} if lang not in languages() and not path.is_file() else read_toml(path)


def _found(lang: str, stem: str, path: tuple[str, ...]) -> Any:
    """What the file of one language says at a path of keys; None where it says nothing."""
    value: Any = _file(lang, stem)
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def _entry(lang: str, stem: str, *path: str) -> tuple[str, Any]:
    """What is said at a path of keys, and in which language: the one asked for, or the first that it falls back to.

    Raises:
        DataFileError: none of them says it; the sentence names file and path.
    """
    tags = chain(lang)
    for tag in tags:
        if (value := _found(tag, stem, path)) is not None:
            return tag, value
    lacking = next((tag for tag in tags if tag in languages()), tags[-1])
    raise DataFileError(f"{_where(lacking, stem, path)} is missing.")


def _explained(lang: str, stem: str, *path: str) -> tuple[str, Any]:
    """The same of what a language of names does not have; raises InterfaithCalError where only that is asked."""
    if not explains(lang) and _found(lang, stem, path) is None:
        chain(lang)
        raise only_names(lang)
    return _entry(lang, stem, *path)


def _where(lang: str, stem: str, path: tuple[str, ...]) -> str:
    return f"{_path(lang, stem)}: the entry {'.'.join(path)!r}"


def _as_text(found: tuple[str, Any], stem: str, *path: str) -> str:
    tag, value = found
    if not isinstance(value, str) or not value:
        raise DataFileError(f"{_where(tag, stem, path)} must be a text, but is {value!r}.")
    return value


def _as_table(found: tuple[str, Any], stem: str, *path: str) -> dict[str, Any]:
    tag, value = found
    if not isinstance(value, dict):
        raise DataFileError(f"{_where(tag, stem, path)} must be a table, but is {value!r}.")
    return value


def _as_list(found: tuple[str, Any], stem: str, *path: str) -> list[str]:
    tag, value = found
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise DataFileError(f"{_where(tag, stem, path)} must be a list of texts, but is {value!r}.")
    return value


def _phrase(lang: str, *path: str) -> str:
    return _as_text(_entry(lang, "phrases", *path), "phrases", *path)


def _nth(place: int, lang: str, *path: str) -> str:
    found = _entry(lang, "phrases", *path)
    names = _as_list(found, "phrases", *path)
    if not 0 <= place < len(names):
        where = _where(found[0], "phrases", path)
        raise DataFileError(f"{where} has {len(names)} names, and none for number {place + 1}.")
    return names[place]


def _filled(lang: str, section: str, key: str, **blanks: object) -> str:
    """A pattern with its blanks filled; of a phrase that counts, the wording for that number."""
    path = (section, key)
    found = _entry(lang, "phrases", *path)
    number = next((blanks[blank] for blank in COUNTED if blank in blanks), None)
    if isinstance(number, int):
        counting = f"{key}-{plurals.category(found[0], number)}"
        if (value := _found(found[0], "phrases", (section, counting))) is not None:
            found, path = (found[0], value), (section, counting)
    pattern = _as_text(found, "phrases", *path)
    try:
        return pattern.format(**blanks)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        where = _where(found[0], "phrases", path)
        raise DataFileError(f"{where} has a blank that nothing fills: {pattern!r}.") from error


def community_text(community: str, field: str, lang: str) -> str:
    """A text about a community: its `name`, `code`, `about` and so on."""
    path = ("community", field)
    found = _entry(lang, community, *path) if field in NAMING else _explained(lang, community, *path)
    return _as_text(found, community, *path)


def festival_name(community: str, slug: str, lang: str) -> str:
    """A festival's name; in a language that says what it lacks in another, the name there."""
    path = ("festivals", slug, "name")
    return _as_text(_entry(lang, community, *path), community, *path)


def name_language(community: str, slug: str, lang: str) -> str:
    """The language that a festival's name is in: the one asked for, or one that it falls back to."""
    return _entry(lang, community, "festivals", slug, "name")[0]


def short_name(community: str, slug: str, lang: str) -> str:
    """A festival's name for narrow places; the whole name where a language has no shorter one."""
    path = ("festivals", slug, "short")
    if _found(name_language(community, slug, lang), community, path) is None:
        return festival_name(community, slug, lang)
    return _as_text(_entry(lang, community, *path), community, *path)


def festival_text(community: str, slug: str, field: str, lang: str) -> str:
    """A text about a festival: `explanation`, `school`."""
    path = ("festivals", slug, field)
    return _as_text(_explained(lang, community, *path), community, *path)


def first_sentence(text: str, lang: str) -> str:
    """The first sentence of a text; it stands alone where there is room for one only.

    A full stop after an ordinal ("am 2. Juli") or an abbreviation of the language ends nothing, nor does one before a
    small letter.
    """
    for place, sign in enumerate(text):
        if sign in ENDS:
            end = place + 1
            while text[end : end + 1] and text[end] in CLOSING:
                end += 1
            following = text[end:].lstrip()
            if text[end : end + 1].isspace() and not following[:1].islower() and not _holds_on(text[:place], lang):
                return text[:end]
    return text


def _holds_on(before: str, lang: str) -> bool:
    """Whether a full stop belongs to the word before it: a number of one or two figures, or an abbreviation."""
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    word = word.lstrip("„“‘(")
    known = language(chain(lang)[0]).abbreviations
    return (len(word) <= 2 and word.isdigit()) or word in known


class Greeting(NamedTuple):
    """How one congratulates: the words as they are said, in their script, and what they mean; or what is fitting."""

    words: str = ""
    script: str = ""
    lang: str = ""
    meaning: str = ""
    instead: str = ""


def greeting(community: str, slug: str, lang: str) -> Greeting:
    """The greeting of a festival in its parts; `instead` stands alone where one does not congratulate."""
    path = ("festivals", slug, "greeting")
    said = _as_table(_explained(lang, community, *path), community, *path)
    return Greeting(**{part: str(said[part]) for part in Greeting._fields if part in said})


def festival_greeting(community: str, slug: str, lang: str) -> str:
    """The greeting of a festival in one sentence."""
    said = greeting(community, slug, lang)
    if said.instead:
        return said.instead
    script = f" ({said.script})" if said.script else ""
    meaning = f" – {said.meaning}" if said.meaning else ""
    return f"{said.words}{script}{meaning}"


def school_note(community: str, slug: str, lang: str) -> str:
    """What a school should know of a festival; "" where nothing is said."""
    return str(_festival(community, slug, lang).get("school", ""))


def community_advice(community: str, field: str, lang: str) -> tuple[str, ...]:
    """The sentences of advice on a community: its `dos` or its `donts`."""
    path = ("community", field)
    return tuple(_as_list(_explained(lang, community, *path), community, *path))


def festival_native(community: str, slug: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The community's own names of a festival, each with its language tag; empty where none is certain."""
    names = _festival(community, slug, lang).get("native", [])
    try:
        return tuple((str(native["text"]), str(native["lang"])) for native in names)
    except (KeyError, TypeError):
        where = _where(_entry(lang, community, "festivals", slug)[0], community, ("festivals", slug, "native"))
        raise DataFileError(f"{where} must be tables with `text` and `lang`, but is {names!r}.") from None


def _festival(community: str, slug: str, lang: str) -> dict[str, Any]:
    """All that is said of a festival in one language: the first that explains it, or else the first of all."""
    tags = chain(lang)
    explaining = (tag for tag in tags if _found(tag, community, ("festivals", slug, "explanation")) is not None)
    path = ("festivals", slug)
    return _as_table(_entry(next(explaining, lang), community, *path), community, *path)


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
        said_in = _entry(lang, "phrases", "phrases", sentence.key)[0]
        if _found(said_in, "phrases", (form, sentence.key)) is not None:
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


def day_and_month(day: date, lang: str) -> str:
    """A civil day without its year: "22 April"."""
    return _filled(lang, "dates", "day-and-month", day=day.day, month=month_name("gregorian", day.month, lang))


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
    return _phrase(lang, "files", group)
