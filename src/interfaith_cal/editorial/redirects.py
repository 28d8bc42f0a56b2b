"""Addresses under which a feed or page was once given away, and where it is now (`data/redirects.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.files import read_toml, table
from interfaith_cal.ground.root import by_root, read_at


@by_root
def redirects() -> Mapping[str, str]:
    """For each old path the new one, both without a slash at their beginning.

    Raises:
        DataFileError: the file is broken, a path is none, or leads on to another old one.
    """
    path = read_at("redirects.toml")
    moved = table(path, read_toml(path), "redirects")
    for old, new in moved.items():
        if not isinstance(new, str) or not _is_path(old) or not _is_path(new):
            raise DataFileError(f"{path}: {old!r} = {new!r} must be two paths such as 'feeds/de/alle.ics'.")
        if new in moved:
            raise DataFileError(f"{path}: {old!r} leads to {new!r}, which has moved itself; give the last address.")
    return MappingProxyType(dict(moved))


def _is_path(text: str) -> bool:
    """Whether it is a path that means the same in the settings of every web server."""
    return bool(re.fullmatch(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", text))
