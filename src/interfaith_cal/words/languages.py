"""The languages: which there are, what each has, and in which others it says what it lacks.

A language is a folder of `data/texts`. With a `phrases.toml` outputs can be made in it; without one it has names alone.
Its `language.toml` says the rest: the language that it falls back to, its direction, how spreadsheets are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from interfaith_cal.errors import DataFileError, InterfaithCalError, UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at, root

FOLDER = "texts"
PHRASES, SETTINGS = "phrases.toml", "language.toml"
DEFAULT = "de"
BESIDE = ":"
"""Between a language and the one that everything but names is said in: "ar:en"."""
LanguageName = Literal["ar", "de", "en", "kmr", "ru", "tr", "uk"] | str
"""The tag of a language. An editor completes those that are shipped; a folder of one's own may have further ones."""
ISO, COMMA = "YYYY-MM-DD", ","


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language.

    Attributes:
        tag: its folder.
        name: its own name of itself.
        direction: "ltr" or "rtl".
        fallback: the language that says what it lacks; "" where it says everything itself and a gap is an error.
        public_holidays: the language in which the package `holidays` names days for it; "" for that of the fallback.
        holidays: its names of public and school holidays, after those of that package, where that does not know it.
        abbreviations: words whose full stop ends no sentence.
        days: how spreadsheets show days ("DD.MM.YYYY").
        delimiter: what separates the cells of its spreadsheets.
    """

    tag: str
    name: str
    direction: str = "ltr"
    fallback: str = DEFAULT
    public_holidays: str = ""
    holidays: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    days: str = ISO
    delimiter: str = COMMA


@by_root
def languages() -> tuple[str, ...]:
    """The languages that outputs can be made in, those that have a folder with phrases, in alphabetical order."""
    return tuple(lang for lang in languages_with_names() if read_at(FOLDER, lang, PHRASES).is_file())


@by_root
def languages_with_names() -> tuple[str, ...]:
    """All languages that have a folder; one without phrases has names alone."""
    return root().folders(FOLDER)


@by_root
def whole_languages() -> tuple[str, ...]:
    """The shipped languages that say everything themselves: what data says in words, it says at least in these."""
    ours = root().shipped / FOLDER
    return tuple(lang for lang in languages() if not language(lang).fallback and (ours / lang).is_dir())


@by_root
def language(lang: str) -> Language:
    """What is known of a language; "ar:en" is Arabic.

    Raises:
        UnknownNameError: it has no folder.
        DataFileError: its `language.toml` is broken.
    """
    tag = lang.partition(BESIDE)[0]
    if tag not in languages_with_names():
        raise UnknownNameError("language", tag, languages_with_names())
    return read_language(read_at(FOLDER, tag, SETTINGS))


@by_root
def chain(lang: str) -> tuple[str, ...]:
    """The languages in which something is looked for, the first one first: ("ar", "en") for "ar:en".

    Raises:
        UnknownNameError: there is no such language, or what is beside it cannot say everything.
    """
    tag, _, beside = lang.partition(BESIDE)
    found = [language(tag).tag]
    if beside and beside not in languages():
        raise UnknownNameError("language that explains", beside, languages())
    following = beside or language(tag).fallback
    while following and following not in found:
        found.append(language(following).tag)
        following = language(following).fallback
    return tuple(found)


def check_language(lang: str) -> str:
    """The language itself, if outputs can be made in it: it has phrases, or one that has is beside it ("ar:en").

    Raises:
        UnknownNameError: there is no such language.
        InterfaithCalError: there are names in it, but no phrases.
    """
    tag, _, beside = check_names(lang).partition(BESIDE)
    if not beside and tag not in languages():
        raise only_names(tag)
    return lang


def check_names(lang: str) -> str:
    """The language itself, if there are at least names in it; raises UnknownNameError."""
    if lang.partition(BESIDE)[0] not in languages_with_names():
        raise UnknownNameError("language", lang, languages_with_names())
    chain(lang)
    return lang


def only_names(lang: str) -> InterfaithCalError:
    """What is to be said where a language without phrases is asked for more than names."""
    explaining = " or ".join(repr(f"{lang}{BESIDE}{other}") for other in whole_languages())
    return InterfaithCalError(
        f"in the language {lang!r} there are only names and greetings; "
        f"for the rest name a second language: {explaining}."
    )


def explains(lang: str) -> bool:
    """Whether explanations may be asked for: the language has phrases, or one that has was named beside it."""
    tag, _, beside = lang.partition(BESIDE)
    return bool(beside) or tag in languages()


def page_language(lang: str) -> Language:
    """The language that an output is written in but for its names: the first that has phrases."""
    return language(next(tag for tag in chain(lang) if tag in languages()))


def holiday_language(lang: str) -> str:
    """The language in which the package `holidays` names days for a language."""
    return next((named for tag in chain(lang) if (named := language(tag).public_holidays)), "en_US")


def holiday_name(named: str, lang: str) -> str:
    """What a language calls a holiday that the package `holidays` has named; that name where it has none of its own."""
    return next((said for tag in chain(lang) if (said := language(tag).holidays.get(named))), named)


def in_language(words: Mapping[str, str], lang: str) -> str | None:
    """Of texts by their languages the one to show: in the language, or in one that says what it lacks."""
    return next((words[tag] for tag in chain(lang) if words.get(tag)), None)


def read_language(path: Path) -> Language:
    """What a `language.toml` says of the language that its folder is named for; without such a file, what is usual.

    Raises:
        DataFileError: the file is broken, or the language that it falls back to has no phrases.
    """
    tag = path.parent.name
    if not path.is_file():
        return Language(tag, tag, fallback="" if tag == DEFAULT else DEFAULT)
    said = read_checked(path, "language")
    sheet = said.pop("spreadsheet", {})
    found = Language(tag, **{**said, **sheet, "abbreviations": tuple(said.get("abbreviations", ()))})
    if found.fallback and found.fallback not in languages():
        raise DataFileError(f"{path}: 'fallback' is {found.fallback!r}, but must be one of {', '.join(languages())}.")
    return found
