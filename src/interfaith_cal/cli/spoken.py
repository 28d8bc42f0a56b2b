"""The language that the program itself speaks: help, errors, progress. English, or one of `data/program`.

The library says its sentences in English, to whoever catches them. Here they are said in another language: a sentence
is found by its English pattern, and what fills its blanks is said in the same way. What nobody has translated stays
English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

import click

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.ground.checked import read_checked
from interfaith_cal.ground.root import by_root, read_at, root

FOLDER = "program"
VARIABLE = "INTERFAITH_CAL_LANG"
# What systems say their language by, the first that is set.
OF_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
OPTION = "--lang"
ENGLISH = "en"
BLANK = re.compile(r"\{\d+\}")
# A pattern with fewer letters of its own would be found in sentences that it is not the pattern of.
FEWEST_LETTERS = 6
LONGEST_SHORT = 200
# What click is told not to wrap: examples, which nobody translates, and tables of words.
UNWRAPPED = "\b\n"
BESIDE_HELP = re.compile(r"(?P<said>.*?)(?P<beside>  \[.*\])?", re.DOTALL)

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


class Pattern(NamedTuple):
    """An English sentence with blanks: what stands around them, and what is said instead."""

    around: tuple[str, ...]
    found: re.Pattern[str]
    instead: str

    @property
    def letters(self) -> int:
        """How many letters it has of its own."""
        return sum(map(len, self.around))


@contextmanager
def speaking(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Speak the language that is asked for, until the command ends.

    It is that of INTERFAITH_CAL_LANG, else of --lang, else of the system; where none of them is known, English. Raises
    UnknownNameError where the variable names one that is not known.
    """
    asked = environment.get(VARIABLE, "")
    if asked and asked not in languages():
        raise UnknownNameError(f"language of the program ({VARIABLE})", asked, languages())
    system = next((environment[name] for name in OF_SYSTEM if environment.get(name)), "")
    wanted = (asked, _option(arguments), re.split(r"[_.@-]", system)[0])
    token = _spoken.set(next((tag for tag in wanted if tag and tag in languages()), ENGLISH))
    try:
        yield
    finally:
        _spoken.reset(token)


def _option(arguments: Sequence[str]) -> str:
    """What --lang is given, without its fallback ("de:en")."""
    for word, after in zip(arguments, (*arguments[1:], ""), strict=False):
        if word == OPTION:
            return after.partition(":")[0]
        if word.startswith(f"{OPTION}="):
            return word.removeprefix(f"{OPTION}=").partition(":")[0]
    return ""


@by_root
def languages() -> tuple[str, ...]:
    """The languages that the program can speak."""
    return tuple(sorted({ENGLISH, *root().stems(FOLDER)}))


@by_root
def sentences(lang: str) -> Mapping[str, str]:
    """What is said in a language, by the English sentences; their blanks are {0}, {1} and so on."""
    said: Mapping[str, str] = read_checked(read_at(FOLDER, f"{lang}.toml"), "program").get("sentences", {})
    return said


@by_root
def _patterns(lang: str) -> list[Pattern]:
    """The sentences with blanks, those first that say most themselves."""
    made = (pattern(english, said) for english, said in sentences(lang).items() if BLANK.search(english))
    return sorted(made, key=lambda one: -one.letters)


def pattern(english: str, instead: str) -> Pattern:
    """The pattern of a sentence whose blanks are {0}, {1} and so on."""
    around = tuple(BLANK.split(english))
    return Pattern(around, re.compile("(.*?)".join(map(re.escape, around)), re.DOTALL), instead)


def said(text: str, *, part: bool = False) -> str:
    """A text of the program in the language that it speaks; `part` of a sentence may be of a very short pattern."""
    lang = _spoken.get()
    if lang == ENGLISH or not text.strip():
        return text
    known = sentences(lang)
    if text in known:
        return known[text]
    for one in _patterns(lang):
        likely = (part or one.letters >= FEWEST_LETTERS) and all(piece in text for piece in one.around)
        if likely and (blanks := one.found.fullmatch(text)):
            return one.instead.format(*(said(blank, part=True) for blank in blanks.groups()))
    return _in_pieces(text)


def _in_pieces(text: str) -> str:
    """What no pattern is of: line by line, or after the name of a file."""
    if "\n" in text:
        return "\n".join(said(line) for line in text.split("\n"))
    where, colon, sentence = text.partition(": ")
    return f"{said(where, part=True)}: {said(sentence)}" if colon else text


class Formatter(click.HelpFormatter):
    """Help in the language that the program speaks; examples stay as they are."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How a command is called."""
        super().write_usage(prog, args, f"{said(prefix or 'Usage:').rstrip()} ")

    def write_heading(self, heading: str) -> None:
        """What a list is of."""
        super().write_heading(said(heading))

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        super().write_text("\n\n".join(_paragraph(one) for one in text.split("\n\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], *measures: Any, **named: Any) -> None:
        """Options or commands, each with what it is."""
        super().write_dl([(name, _beside(told)) for name, told in rows], *measures, **named)


def _paragraph(text: str) -> str:
    if text.startswith(UNWRAPPED):
        return UNWRAPPED + said(text.removeprefix(UNWRAPPED))
    return said(" ".join(text.split()))


def _beside(told: str) -> str:
    """The help of an option, and what click says after it."""
    parts = BESIDE_HELP.fullmatch(told)
    if parts is None:
        return told
    beside = parts["beside"] or ""
    return said(parts["said"]) + (f"  [{said(beside[3:-1])}]" if beside else "")


class Context(click.Context):
    """A call of a command whose help is said in the language that the program speaks."""

    formatter_class = Formatter


def with_spoken_help(command: click.Command) -> click.Command:
    """The command, whose help, and that of its own commands, is said in that language."""
    command.context_class = Context
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        if _spoken.get() != ENGLISH:
            # Click would cut the English one to its width before anybody could say it.
            inner.short_help = said(inner.get_short_help_str(LONGEST_SHORT))
        with_spoken_help(inner)
    return command


def complaint(sentence: str) -> str:
    """What click complains of, as it stands after the program's name: in English without its capital."""
    return f"{sentence[:1].lower()}{sentence[1:]}" if _spoken.get() == ENGLISH else said(sentence)
