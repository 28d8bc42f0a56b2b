"""Where the words of a command go: what the terminal can show, a file instead of it, and which forms there are."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from interfaith_cal.errors import InterfaithCalError, UnknownNameError
from interfaith_cal.export.terminal import Terminal


def terminal() -> Terminal:
    """What stdout can show: a pipe gets plain text of any width; NO_COLOR and a dumb terminal get no color."""
    if not sys.stdout.isatty():
        return Terminal()
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Terminal(shutil.get_terminal_size().columns, color)


def check_format(form: str, forms: Iterable[str]) -> str:
    """The form itself; raises UnknownNameError if it is none of the forms."""
    if form not in forms:
        raise UnknownNameError("format", form, forms)
    return form


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
