"""Addresses under which a feed or page was once given away, and where it is now (`data/redirects.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.checked import read
from interfaith_cal.ground.forms import editors as forms
from interfaith_cal.ground.root import by_root, read_at


@by_root
def redirects() -> Mapping[str, str]:
    """For each old path the new one, both without a slash at their beginning.

    Raises:
        DataFileError: the file is broken, a path is none, or leads on to another old one.
    """
    path = read_at("redirects.toml")
    moved = read(path, forms.Redirects).redirects
    for old, new in moved.items():
        if new in moved:
            raise DataFileError(f"{path}: {old!r} leads to {new!r}, which has moved itself; give the last address.")
    return MappingProxyType(moved)
