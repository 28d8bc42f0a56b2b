"""Putting a built tree in the place of the old one: whole or not at all, and only what differs is written anew.

The new tree is built beside the old one, in which every file that stays the same is the same file (a hard link), so
that its time and with it the ETag of a web server stay. Then the two folders change places in one step of the system.
A build that fails or is killed leaves the old tree as it was; what it left beside is cleared away by the next.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from interfaith_cal.errors import MissingExtraError
from interfaith_cal.export.files import WriteError, make_folder
from interfaith_cal.web.compression import LEAST_COMPRESSED, gzipped
from interfaith_cal.web.tree import Maker

# The list of the files of a site: by it a folder is known as one, and the publisher's own files are told from ours.
LISTED = ".interfaith-cal"
COMPRESSED = (".ics", ".html", ".json", ".csv", ".css", ".js", ".svg")
# For Brotli one below the best: some hundredths larger, made in a third of the time.
BROTLI, GZIP = 10, 9
EXCHANGE = 2
CURRENT_FOLDER = -100

Progress = Callable[[int, int, int], None]


class Published(NamedTuple):
    """How many files a tree has, how many of them were written anew, and how many of the publisher's own it keeps."""

    files: int
    written: int
    kept: int


def publish(files: Mapping[str, Maker], out: Path, progress: Progress) -> Published:
    """Build the files of a site and put them in the place of the folder `out`.

    Files in `out` that no site made, as a publisher may have put them there, are taken along.

    Args:
        files: each file by its path in the tree.
        out: the folder; a new one, an empty one, or that of an earlier build.
        progress: is told after each file how many are done, of how many, and how many are new or changed.

    Raises:
        WriteError: `out` is something else, is being built by somebody else, or cannot be written.
        MissingExtraError: the library for Brotli is not installed.
    """
    compress = _compressors()
    out = _folder(out)
    with _alone(out):
        new, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
        try:
            _recover(out, old)
            ours = _listed(out)
            _clear(new)
            new.mkdir()
            written = _build(files, out, new, compress, progress)
            kept = _take_along(out, new, ours)
            (new / LISTED).write_bytes("".join(f"{path}\n" for path in sorted(_paths(new) - kept)).encode())
            if out.exists():
                new.chmod(out.stat().st_mode & 0o7777)
            _put_in_place(new, out, old)
        except OSError as error:
            raise WriteError(f"{error.filename or out}: cannot be written ({error.strerror}).") from error
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return Published(len(files), written, len(kept))


def _compressors() -> dict[str, Callable[[bytes], bytes]]:
    try:
        import brotli
    except ImportError:
        raise MissingExtraError("the site needs", "brotli", extra="site") from None
    return {".br": partial(brotli.compress, quality=BROTLI), ".gz": partial(gzipped, level=GZIP)}


def _folder(out: Path) -> Path:
    """The folder as an absolute path without links, whose parent is there."""
    found = out.resolve()
    make_folder(found.parent)
    return found


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold a lock beside the folder, which the system takes back from a process that was killed."""
    path = out.with_name(f".{out.name}.lock")
    with _locked(path, out):
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _locked(path: Path, out: Path) -> BinaryIO:
    while True:
        try:
            lock = path.open("ab")
        except OSError as error:
            raise WriteError(
                f"{out.parent}: cannot be written ({error.strerror}); a site is built beside its folder."
            ) from error
        if sys.platform == "win32":
            return lock
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            raise WriteError(f"{out}: is being built by another process; wait for it to end.") from error
        # Whoever held the lock before may have removed its file after we opened it.
        if path.exists() and path.stat().st_ino == os.fstat(lock.fileno()).st_ino:
            return lock
        lock.close()


def _recover(out: Path, old: Path) -> None:
    """After a build that was killed where folders cannot change places at once: the old tree goes back."""
    if old.exists() and not out.exists():
        old.rename(out)
    _clear(old)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _listed(out: Path) -> set[str]:
    """The files of an earlier build.

    Raises:
        WriteError: the folder holds something, but no site.
    """
    if not out.exists():
        return set()
    if not out.is_dir():
        raise WriteError(f"{out}: is not a folder; name one for the site.")
    listing = out / LISTED
    if listing.is_file():
        return set(listing.read_text(encoding="utf-8").splitlines())
    if any(out.iterdir()):
        raise WriteError(f"{out}: holds files, but no site of interfaith-cal; name a new or an empty folder.")
    return set()


def _build(
    files: Mapping[str, Maker],
    out: Path,
    new: Path,
    compress: Mapping[str, Callable[[bytes], bytes]],
    progress: Progress,
) -> int:
    """Make every file below `new`; says how many are not those of `out`. Compressing goes on beside the making."""
    written = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        packing: list[Future[None]] = []
        for number, (path, make) in enumerate(files.items(), 1):
            content = make()
            same = _same(out / path, content)
            written += not same
            _place(new / path, out / path if same else None, partial(bytes, content))
            if PurePosixPath(path).suffix in COMPRESSED and len(content) >= LEAST_COMPRESSED:
                for suffix, pack in compress.items():
                    packed = f"{path}{suffix}"
                    before = out / packed if same else None
                    packing.append(pool.submit(_place, new / packed, before, partial(pack, content)))
            progress(number, len(files), written)
        for one in packing:
            one.result()
    return written


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _place(path: Path, before: Path | None, content: Callable[[], bytes]) -> None:
    """The file as it was before, or written anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if before is None or not before.is_file():
        path.write_bytes(content())
    else:
        _link(before, path)


def _link(before: Path, path: Path) -> None:
    try:
        os.link(before, path)
    except OSError as error:
        # Some file systems know no links, or not so many.
        if error.errno not in (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EXDEV):
            raise
        shutil.copy2(before, path)


def _take_along(out: Path, new: Path, ours: Iterable[str]) -> set[str]:
    """The publisher's own files go over into the new tree, unless the site has one of that name now."""
    own = _paths(out) - set(ours) - {LISTED} if out.exists() else set()
    taken = {path for path in own if not (new / path).exists()}
    for path in taken:
        _place(new / path, out / path, bytes)
    return taken


def _paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def _put_in_place(new: Path, out: Path, old: Path) -> None:
    if not out.exists():
        new.rename(out)
    elif not _exchanged(new, out):
        out.rename(old)
        new.rename(out)
        _clear(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    done = exchange(CURRENT_FOLDER, os.fsencode(one), CURRENT_FOLDER, os.fsencode(other), EXCHANGE)
    if done != 0 and (code := ctypes.get_errno()) not in (errno.EINVAL, errno.ENOSYS):
        raise OSError(code, os.strerror(code), str(other))
    return bool(done == 0)
