"""The words of each language: names and texts of the communities, phrases, months, weekdays (`data/texts/<lang>/`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from interfaith_cal.errors import DataFileError, InterfaithCalError, UnknownNameError
from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.root import data_root
from interfaith_cal.phrase import Phrase

PHRASES = "phrases.toml"
# A full stop after an ordinal ("am 2. Juli") or an abbreviation ends nothing, nor does one before a small letter.
SENTENCE_END = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\bSt)(?<!\bHl)(?<!\bhl)(?<!\bHz)(?<!\bca)[.!?][“”’)]*(?=\s+[^\sa-zäöüß])"
)


@cache
def languages() -> tuple[str, ...]:
    """The languages that outputs can be made in, those that have a folder with phrases, in alphabetical order."""
    return tuple(lang for lang in languages_with_names() if (data_root() / "texts" / lang / PHRASES).is_file())


@cache
def languages_with_names() -> tuple[str, ...]:
    """All languages that have a folder; one without phrases has names and greetings of the main feasts only."""
    return tuple(sorted(folder.name for folder in (data_root() / "texts").iterdir() if folder.is_dir()))


def check_language(lang: str) -> str:
    """The language itself.

    Raises:
        UnknownNameError: there are no texts in it.
        InterfaithCalError: there are names in it, but no phrases for an output.
    """
    if lang in languages():
        return lang
    if lang in languages_with_names():
        raise _only_names(lang)
    raise UnknownNameError("language", lang, languages())


def _only_names(lang: str) -> InterfaithCalError:
    return InterfaithCalError(
        f"in the language {lang!r} there are only the names and greetings of the main feasts; "
        f"everything else is there in: {', '.join(languages())}."
    )


@cache
def _file(lang: str, stem: str) -> dict[str, Any]:
    if lang not in languages_with_names():
        raise UnknownNameError("language", lang, languages_with_names())
    path = data_root() / "texts" / lang / f"{stem}.toml"
    if lang not in languages() and not path.is_file():
        raise _only_names(lang)
    return read_toml(path)


def _entry(lang: str, stem: str, *path: str) -> Any:
    """What a text file says at a path of keys; raises DataFileError naming file and path if it says nothing."""
    value: Any = _file(lang, stem)
    for key in path:
        if not isinstance(value, dict) or key not in value:
            if lang not in languages():
                raise _only_names(lang)
            raise DataFileError(f"{_where(lang, stem, path)} is missing.")
        value = value[key]
    return value


def _text(lang: str, stem: str, *path: str) -> str:
    value = _entry(lang, stem, *path)
    if not isinstance(value, str) or not value:
        raise DataFileError(f"{_where(lang, stem, path)} must be a text, but is {value!r}.")
    return value


def _where(lang: str, stem: str, path: tuple[str, ...]) -> str:
    return f"{data_root() / 'texts' / lang / f'{stem}.toml'}: the entry {'.'.join(path)!r}"


def _table(lang: str, stem: str, *path: str) -> dict[str, Any]:
    value = _entry(lang, stem, *path)
    if not isinstance(value, dict):
        raise DataFileError(f"{_where(lang, stem, path)} must be a table, but is {value!r}.")
    return value


def _list(lang: str, stem: str, *path: str) -> list[str]:
    value = _entry(lang, stem, *path)
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise DataFileError(f"{_where(lang, stem, path)} must be a list of texts, but is {value!r}.")
    return value


def _nth(place: int, lang: str, *path: str) -> str:
    names = _list(lang, "phrases", *path)
    if not 0 <= place < len(names):
        raise DataFileError(f"{_where(lang, 'phrases', path)} has {len(names)} names, and none for number {place + 1}.")
    return names[place]


def _filled(lang: str, *path: str, **blanks: object) -> str:
    """A pattern with its blanks filled."""
    pattern = _text(lang, "phrases", *path)
    try:
        return pattern.format(**blanks)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise DataFileError(f"{_where(lang, 'phrases', path)} has a blank that nothing fills: {pattern!r}.") from error


def community_text(community: str, field: str, lang: str) -> str:
    """A text about a community: its `name`, `code`, `about` and so on."""
    return _text(lang, community, "community", field)


def festival_name(community: str, slug: str, lang: str) -> str:
    """A festival's name."""
    return _text(lang, community, "festivals", slug, "name")


def festival_text(community: str, slug: str, field: str, lang: str, usage: str = "") -> str:
    """A text about a festival: `explanation`, `school`, `short`; under a usage its own, if it has one."""
    own = _own_words(community, slug, lang, usage)
    path = ("festivals", slug, "usages", usage, field) if field in own else ("festivals", slug, field)
    return _text(lang, community, *path)


def _own_words(community: str, slug: str, lang: str, usage: str) -> dict[str, Any]:
    """What a festival says under one usage only; empty for the usages that say what all say."""
    if usage not in _table(lang, community, "festivals", slug).get("usages", {}):
        return {}
    return _table(lang, community, "festivals", slug, "usages", usage)


def first_sentence(text: str) -> str:
    """The first sentence of a text; it stands alone where there is room for one only."""
    end = SENTENCE_END.search(text)
    return text[: end.end()] if end else text


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

    def __str__(self) -> str:
        """The greeting in one sentence."""
        if self.instead:
            return self.instead
        script = f" ({self.written})" if self.written else ""
        meaning = f" – {self.meaning}" if self.meaning else ""
        return f"{self.spoken}{script}{meaning}"


def greetings(community: str, slug: str, lang: str, usage: str = "") -> tuple[Greeting, ...]:
    """The greetings of a festival in their parts: several where it is kept in several languages.

    Where one does not congratulate there is one, of which only `instead` is said.
    """
    own = _own_words(community, slug, lang, usage)
    path = ("festivals", slug, "usages", usage) if {"greeting", "greetings"} & own.keys() else ("festivals", slug)
    if "greetings" not in _table(lang, community, *path):
        return (_greeting(_table(lang, community, *path, "greeting")),)
    said = _entry(lang, community, *path, "greetings")
    if not isinstance(said, list) or not said or not all(isinstance(one, dict) for one in said):
        where = _where(lang, community, (*path, "greetings"))
        raise DataFileError(f"{where} must be a list of tables, but is {said!r}.")
    return tuple(_greeting(one) for one in said)


def _greeting(said: dict[str, Any]) -> Greeting:
    return Greeting(**{part: str(said[part]) for part in Greeting._fields if part in said})


def festival_greeting(community: str, slug: str, lang: str, usage: str = "") -> str:
    """The greetings of a festival in one line; several name their languages where the texts have words for them."""
    said = greetings(community, slug, lang, usage)
    named = len(said) > 1 and lang in languages()
    return " · ".join(f"{language_name(one.lang, lang)}: {one}" if named else str(one) for one in said)


def language_name(tag: str, lang: str) -> str:
    """What a language is called in another: "Greek" for "el"; a script's subtag changes nothing."""
    return _text(lang, PHRASES.removesuffix(".toml"), "languages", tag.partition("-")[0])


def school_note(community: str, slug: str, lang: str, usage: str = "") -> str:
    """What a school should know of a festival; "" where nothing is said."""
    whole = _table(lang, community, "festivals", slug) | _own_words(community, slug, lang, usage)
    return str(whole.get("school", ""))


def community_advice(community: str, field: str, lang: str) -> tuple[str, ...]:
    """The sentences of advice on a community: its `dos` or its `donts`."""
    return tuple(_list(lang, community, "community", field))


def festival_native(community: str, slug: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The community's own names of a festival, each with its language tag; empty where none is certain."""
    names = _table(lang, community, "festivals", slug).get("native", [])
    try:
        return tuple((str(native["text"]), str(native["lang"])) for native in names)
    except (KeyError, TypeError):
        where = _where(lang, community, ("festivals", slug, "native"))
        raise DataFileError(f"{where} must be tables with `text` and `lang`, but is {names!r}.") from None


def wording(lang: str, key: str, **blanks: object) -> str:
    """A phrase of `phrases.toml` with its blanks filled."""
    return _filled(lang, "phrases", key, **blanks)


@dataclass(frozen=True, slots=True)
class _Filling:
    """A phrase in the blank of another: a blank such as {base:inside} asks for its wording inside a sentence."""

    sentence: Phrase
    lang: str

    def __format__(self, form: str) -> str:
        return say(self.sentence, self.lang, form)


def say(sentence: Phrase, lang: str, form: str = "") -> str:
    """A phrase in words; a phrase that counts one day has a wording of its own, under its key with "-one".

    `form` names the section of `phrases.toml` with other wordings of the same phrases, "inside" for those that fit
    into the middle of a sentence; a phrase without one there is said as always.
    """
    parts = dict(sentence.parts)
    if sentence.key == "date":
        return day_of_year(str(parts["calendar"]), int(str(parts["month"])), int(str(parts["day"])), lang)
    if sentence.key.startswith("weekday-"):
        return weekday(int(sentence.key.removeprefix("weekday-")), lang)
    filled = {name: _Filling(part, lang) if isinstance(part, Phrase) else part for name, part in parts.items()}
    one = f"{sentence.key}-one"
    key = one if parts.get("days") == 1 and one in _table(lang, "phrases", "phrases") else sentence.key
    if form and key in _table(lang, "phrases", form):
        return _filled(lang, form, key, sentence=_Filling(sentence, lang), **filled)
    return wording(lang, key, **filled)


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
    return _text(lang, "phrases", "usages", usage) if usage else ""


def usage_note(usage: str, lang: str) -> str:
    """Who follows a usage, or how it reckons, in a sentence."""
    return _text(lang, "phrases", "usage-notes", usage)


def file_name(group: str, lang: str) -> str:
    """The readable stem of a feed's file: some clients show it as the calendar's name."""
    return _text(lang, "phrases", "files", group)
