"""Writing a file whole or not at all: beside it first, then renamed."""

from __future__ import annotations

from pathlib import Path

from interfaith_cal.errors import InterfaithCalError


class WriteError(InterfaithCalError):
    """An output that cannot be written; nothing was left half-written."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old content or the new, never a part.

    Raises:
        WriteError: the folder is missing or not writable, the path is a folder, or the disk is full.
    """
    if not path.name:
        raise WriteError(f"{path}: cannot be written (it is a folder).")
    beside = path.with_name(f".{path.name}.part")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"{path}: cannot be written ({error.strerror}).") from error


def make_folder(path: Path) -> None:
    """Make a folder with its parents; raises WriteError where that is not allowed or a file stands there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path}: cannot be made a folder ({error.strerror}).") from error
