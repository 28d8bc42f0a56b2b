"""Where the data lies: what is shipped, and over it a folder of one's own, file by file.

    with data_folder("my-data"):
        ...                      # pins, texts, editions, palette, leave of `my-data` win over those that are shipped

The root in use belongs to the running context (a thread, a task), so that two of them may be used side by side. What is
read from a root is kept with it and goes with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from interfaith_cal.errors import DataFileError

SENTINEL = "changes.toml"
TEXTS = "texts"
# Numbers that rules are computed from, and what print is measured with, are of the program and not of an editor.
OURS = ("fonts", "schemas", "tables")

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


class Root:
    """A folder of data and, over it, a folder of one's own: a file there takes the place of the one with its path.

    The first may be written where it is not `installed`, that is part of a package.
    """

    def __init__(self, shipped: Path, own: Path | None = None, *, installed: bool = False) -> None:
        self.shipped = shipped
        self.own = own
        self.installed = installed
        self.kept: dict[object, Any] = {}

    def path(self, *parts: str) -> Path:
        """Where a file is read: in one's own folder if it is there, else among what is shipped."""
        if self.own is not None and (own := self.own.joinpath(*parts)).is_file():
            return own
        shipped = self.shipped.joinpath(*parts)
        # A wheel carries its texts as JSON, which is read ten times faster.
        if self.installed and parts[0] == TEXTS and (compiled := shipped.with_suffix(".json")).is_file():
            return compiled
        return shipped

    def stems(self, folder: str) -> tuple[str, ...]:
        """The names of a folder's files of data without their ending, shipped or one's own, in alphabetical order."""
        found = (path for top in self._tops() if (top / folder).is_dir() for path in (top / folder).iterdir())
        return tuple(sorted({path.stem for path in found if path.suffix in (".toml", ".json")}))

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the folders in a folder, shipped or one's own, in alphabetical order."""
        tops = (top / folder for top in self._tops())
        return tuple(sorted({path.name for top in tops if top.is_dir() for path in top.iterdir() if path.is_dir()}))

    def to_write(self, *parts: str) -> Path:
        """Where a file or folder is written: in one's own folder, or in that of a checkout.

        Raises:
            DataFileError: there is no folder of one's own, and the shipped one belongs to an installed package.
        """
        if self.own is None and self.installed:
            raise DataFileError(
                f"nothing is written into the installed package ({self.shipped}); "
                "name a folder for your own data with --data FOLDER or INTERFAITH_CAL_DATA."
            )
        return (self.own or self.shipped).joinpath(*parts)

    def trusts(self, path: Path) -> bool:
        """Whether a file need not be checked any more: it came with an installed package, which was built from it."""
        return self.installed and path.is_relative_to(self.shipped)

    def _tops(self) -> tuple[Path, ...]:
        return (self.shipped,) if self.own is None else (self.shipped, self.own)


_current: ContextVar[Root | None] = ContextVar("root", default=None)


def root() -> Root:
    """The root in use; raises DataFileError where even the shipped data is missing."""
    return _current.get() or _default()


@contextmanager
def using(other: Root) -> Iterator[Root]:
    """Use another root until the block ends."""
    token = _current.set(other)
    try:
        yield other
    finally:
        _current.reset(token)


@contextmanager
def data_folder(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Use a folder of one's own over the shipped data until the block ends.

    Its files are read anew each time. It holds what `docs/editing.md` names: `pins/`, `texts/`, `editions/`, `leave/`,
    `palette.toml` and so on; a file there takes the place of the shipped one with the same path.

    Raises:
        DataFileError: there is no such folder.
    """
    own = Path(path)
    try:
        found = own.is_dir()
    except (OSError, ValueError):
        found = False
    if not found:
        raise DataFileError(f"{own}: is no folder of data; make it first, or name one that is there.")
    with using(Root(root().shipped, own)):
        yield own


def by_root(read: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Keep what a reader finds, for each root and for each of its (positional, hashable) arguments."""

    @wraps(read)
    def kept(*asked: Asked.args, **named: Asked.kwargs) -> Found:
        store = root().kept
        key = (read, asked)
        try:
            found: Found = store[key]
        except KeyError:
            found = store[key] = read(*asked, **named)
        return found

    return kept


def read_at(*parts: str) -> Path:
    """Where a file of the root in use is read."""
    return root().path(*parts)


@cache
def shipped() -> Path:
    """The folder that comes with the program: inside the wheel, or beside `src/` in a checkout.

    Raises:
        DataFileError: neither the installed package nor the checkout holds it.
    """
    return beside(_package())


def beside(package: Path) -> Path:
    """The data of a package: in it, or beside the `src/` that it lies in; raises DataFileError as `shipped` does."""
    for candidate in (package / "data", package.parents[1] / "data"):
        if (candidate / SENTINEL).is_file():
            return candidate
    raise DataFileError(f"the data folder of interfaith_cal was not found beside {package}; reinstall the package.")


@cache
def _default() -> Root:
    return Root(shipped(), installed=shipped().parent == _package())


def _package() -> Path:
    return Path(__file__).resolve().parents[1]
