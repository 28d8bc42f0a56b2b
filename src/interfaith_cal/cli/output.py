"""Where the words of a command go: to a file, or to the terminal, and what that can show."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from interfaith_cal.cli.spoken import said
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.export.terminal import Terminal, harmless


def terminal(output: Path | None = None) -> Terminal:
    """What stdout can show: a pipe or a file gets plain text of any width; NO_COLOR and a dumb terminal no color."""
    if output is not None or not _is_terminal():
        return Terminal()
    from shutil import get_terminal_size  # brings the archives of three kinds along, which no pipe needs

    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Terminal(get_terminal_size().columns, color)


def say(sentence: object) -> None:
    """A sentence on stderr about what could not be done, while the rest goes on."""
    tell(f"interfaith-cal: {sentence}", err=True)


def tell(line: object, *, err: bool = False) -> None:
    """A line on stdout or stderr, as the program speaks; what texts of others hold does not steer the terminal."""
    click.echo(harmless(said(str(line))), err=err)


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all; without one, to stdout, but no workbook to a terminal.

    Raises:
        WriteError: the file cannot be written, or stdout is closed.
    """
    from interfaith_cal.export.files import WriteError, write_whole

    if output is not None:
        write_whole(output, content.encode("utf-8") if isinstance(content, str) else content)
    elif sys.stdout is None:
        raise WriteError("the output cannot be written (stdout is closed); name a file with -o.")
    elif isinstance(content, str):
        sys.stdout.write(harmless(content, terminal().color) if _is_terminal() else content)
    elif _is_terminal():
        raise InterfaithCalError("a workbook is not for a terminal; name a file with -o, or redirect the output.")
    else:
        sys.stdout.buffer.write(content)


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
