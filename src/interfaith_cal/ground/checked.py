"""Data files read by the description of their kind; the checker is loaded when a file is checked, not before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.root import root

if TYPE_CHECKING:
    from interfaith_cal.ground.described import Form


def read_checked(path: Path, kind: str) -> dict[str, Any]:
    """The contents of a file that keeps to the description of its kind ("pins").

    Raises:
        DataFileError: as `read_toml` does, or the file says what its description does not allow.
    """
    data = read_toml(path)
    if not root().trusts(path):
        from interfaith_cal.ground import described, forms

        described.understood(path, data, forms.KINDS[kind])
    return data


def read_known(path: Path, kind: str) -> dict[str, Any]:
    """The contents of a file that has no other keys than its kind ("texts"), may it lack some or say too much.

    Raises:
        DataFileError: as `read_toml` does, or the file has a key that nothing reads.
    """
    data = read_toml(path)
    if not root().trusts(path):
        from interfaith_cal.ground import described, forms

        described.check_keys(path, data, forms.KINDS[kind])
    return data


def read(path: Path, form: type[Form]) -> Form:
    """A file as its description has it.

    Raises:
        DataFileError: it cannot be read, or does not keep to the description; the sentence names what and where.
    """
    from interfaith_cal.ground.described import understood

    return understood(path, read_toml(path), form)
