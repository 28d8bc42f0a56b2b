"""The options that several commands share, and how the values of some of them become one argument of a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Any

import click

from interfaith_cal.cli import types
from interfaith_cal.editorial import editions
from interfaith_cal.errors import WrongEndingError

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]

COMMUNITY = click.option(
    "--community", "-c", "communities", multiple=True, type=types.COMMUNITY,
    help="Only this community, or the group 'christian'; may be repeated.",
)  # fmt: skip
PLACE = click.option(
    "--place", type=types.PLACE, help="Where the times of sunset are meant; Köln if left out, or that of the edition's "
    "country.",
)  # fmt: skip
LANGUAGE = click.option(
    "--lang", type=types.LANGUAGE, help="Language of names and texts; else the first of the edition."
)
LAND = click.option(
    "--land", type=types.LAND, help="The Land whose public and school holidays count; else that of the edition."
)
SCHOOL_HOLIDAYS = click.option(
    "--school-holidays", "school_holidays", multiple=True, type=click.Path(path_type=Path), metavar="FILE.ics",
    help="Days without school, instead of those that are known of the Land; may be repeated.",
)  # fmt: skip
# What a file's name ends in for each form, and in what it ends if it is something else that we do not write.
ENDINGS = {
    "table": (".txt",),
    "csv": (".csv",),
    "json": (".json",),
    "xlsx": (".xlsx",),
    "md": (".md",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "png": (".png",),
    "svg": (".svg",),
    "docx": (".docx",),
    "ics": (".ics",),
}
OTHERS = (".doc", ".odt", ".ods", ".xls", ".rtf", ".jpg", ".jpeg", ".zip", ".toml")
TELLING = frozenset((*OTHERS, *(ending for endings in ENDINGS.values() for ending in endings)))


def edition_option(help_text: str) -> Decorator:
    """The option of an edition, with what it means for the command."""
    return click.option("--edition", default=editions.DEFAULT, show_default=True, type=types.EDITION, help=help_text)


def writing(forms: Sequence[str], work: str) -> Decorator:
    """Give a command --format and --output, and hand over `form` and `output`: the form follows the file's ending.

    The first form is that of a terminal, and of a file whose name says nothing.
    """

    def with_options(command: Command) -> Command:
        @wraps(command)
        def called(form: str | None, output: Path | None, **words: Any) -> Any:
            return command(form=form_of(form, output, forms, work), output=output, **words)

        optioned: Command = called
        for option in (
            click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH",
                         help="Write to a file instead of the terminal."),
            click.option("--format", "form", type=types.OneOf("format", forms),
                         help=f"Form of {work}; by the ending of the file, else {forms[0]}."),
        ):  # fmt: skip
            optioned = option(optioned)
        return optioned

    return with_options


def form_of(form: str | None, output: Path | None, forms: Sequence[str], work: str) -> str:
    """The form asked for, else the one that the file's name ends in, else the first.

    Raises:
        WrongEndingError: the name ends as that of another form, or of what is not written.
    """
    ending = "" if output is None else output.suffix.lower()
    if ending not in TELLING:
        return form or forms[0]
    meant = next((name for name in forms if ending in ENDINGS[name]), None)
    if form is None and meant is not None:
        return meant
    fitting = ENDINGS[form] if form else tuple(end for name in forms for end in ENDINGS[name])
    if ending not in fitting:
        as_form = f" as {form}" if form else ""
        raise WrongEndingError(f"{output}: {work}{as_form} ends in {' or '.join(fitting)}, not in {ending!r}.")
    return form or forms[0]


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
