"""Where the words of a command go: to a file, or to the terminal, and what that can show."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.export.terminal import Terminal


def terminal(output: Path | None = None) -> Terminal:
    """What stdout can show: a pipe or a file gets plain text of any width; NO_COLOR and a dumb terminal no color."""
    if output is not None or not sys.stdout.isatty():
        return Terminal()
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Terminal(shutil.get_terminal_size().columns, color)


def say(sentence: object) -> None:
    """A sentence on stderr about what could not be done, while the rest goes on."""
    click.echo(f"interfaith-cal: {sentence}", err=True)


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all; without one, to stdout, but no workbook to a terminal."""
    if output is not None:
        from interfaith_cal.export.files import write_whole

        write_whole(output, content.encode("utf-8") if isinstance(content, str) else content)
    elif isinstance(content, str):
        sys.stdout.write(content)
    elif sys.stdout.isatty():
        raise InterfaithCalError("a workbook is not for a terminal; name a file with -o, or redirect the output.")
    else:
        sys.stdout.buffer.write(content)
