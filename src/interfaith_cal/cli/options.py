"""The options that several commands share, and how the values of some of them become one argument of a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Any

import click

from interfaith_cal.editorial import editions
from interfaith_cal.errors import UnknownNameError
from interfaith_cal.words.languages import languages

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]

COMMUNITY = click.option(
    "--community", "-c", "communities", multiple=True, metavar="NAME",
    help="Only this community, or the group 'christian'; may be repeated.",
)  # fmt: skip
PLACE = click.option(
    "--place", metavar="CITY|NORTH,EAST",
    help="Where the times of sunset are meant; Köln if left out, or that of the edition's country.",
)  # fmt: skip
LANGUAGE = click.option(
    "--lang", metavar="|".join(languages()), help="Language of names and texts; else the first of the edition."
)
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Write to a file instead of the terminal."
)


def edition_option(help_text: str) -> Decorator:
    """The option of an edition, with what it means for the command."""
    return click.option("--edition", default=editions.DEFAULT, show_default=True, metavar="NAME|FILE", help=help_text)


def format_option(forms: Sequence[str], work: str) -> Decorator:
    """The option of the form of a work; the first form is the default, and any other word an UnknownNameError."""

    def checked(context: click.Context, option: click.Parameter, form: str) -> str:
        if form not in forms:
            raise UnknownNameError("format", form, forms)
        return form

    return click.option(
        "--format", "form", default=forms[0], show_default=True, metavar="|".join(forms), callback=checked,
        help=f"Form of {work}.",
    )  # fmt: skip


def gathering(argument: str, build: Callable[..., object], options: Sequence[Decorator]) -> Decorator:
    """Give a command options, and hand over what `build` makes of their values as one argument of that name."""
    gathered = signature(build).parameters

    def with_options(command: Command) -> Command:
        @wraps(command)
        def called(**words: Any) -> Any:
            built = build(**{name: words[name] for name in gathered})
            own = {name: word for name, word in words.items() if name not in gathered}
            return command(**{argument: built}, **own)

        optioned: Command = called
        for option in reversed(options):
            optioned = option(optioned)
        return optioned

    return with_options
