"""Putting a built tree in the place of the old one: whole or not at all, and only what differs is written anew.

Everything is made first. If nothing differs, nothing is touched. Otherwise the new tree is put together beside the old
one: every file that stays the same is the same file (a hard link), so that its time and with it the ETag of a web
server stay, and what a publisher added or set (files, links, empty folders, modes) comes along. Then the two folders
change places in one step of the system. A build that fails or is killed leaves the old tree as it was.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from interfaith_cal.errors import MissingExtraError
from interfaith_cal.export.files import WriteError, make_folder
from interfaith_cal.web.compression import LEAST_COMPRESSED, gzipped
from interfaith_cal.web.tree import Maker

# The list of the files of a site: by it a folder is known as one, and the publisher's own files are told from ours.
LISTED = ".interfaith-cal"
COMPRESSED = (".ics", ".atom", ".xml", ".html", ".json", ".csv", ".css", ".js", ".svg")
# For Brotli one below the best: some hundredths larger, made in a third of the time. What is large is made eight times
# as fast by one less again, and a tenth larger; the feeds of single communities are not. Of pages and of small files
# there are thousands, which nobody asks for every hour: another one less, in a fifth of the time.
BROTLI, BROTLI_OF_LARGE, BROTLI_OF_MANY, GZIP = 10, 9, 8, 9
SMALL, LARGE = 20_000, 350_000
EXCHANGE = 2
CURRENT_FOLDER = -100

Progress = Callable[[int, int, int], None]
Compressors = Mapping[str, Callable[[bytes], bytes]]


class Published(NamedTuple):
    """How many files a tree has, how many of them were written anew, and how many of the publisher's own it keeps."""

    files: int
    written: int
    kept: int


class _Built(NamedTuple):
    """What was made: the paths of all files, compressed ones too, and of those that are not in the old tree so."""

    paths: set[str]
    fresh: set[str]
    written: int


def publish(files: Mapping[str, Maker], out: Path, progress: Progress) -> Published:
    """Build the files of a site and put them in the place of the folder `out`.

    What stands in `out` and no site made, as a publisher may have put it there, is taken along: files, links, folders.

    Args:
        files: each file by its path in the tree.
        out: the folder; a new one, an empty one, or that of an earlier build.
        progress: is told after each file how many are done, of how many, and how many are new or changed.

    Raises:
        WriteError: `out` is something else, is being built by somebody else, or cannot be written.
        MissingExtraError: a library is not installed.
    """
    compress = _compressors()
    out = _folder(out)
    new, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    with _alone(out):
        try:
            _recover(out, old)
            ours = _listed(out)
            _clear(new)
            new.mkdir()
            built = _build(files, out, new, compress, progress)
            own = _of_the_publisher(out, ours | built.paths)
            if built.fresh or ours != built.paths:
                _complete(built, own, out, new)
                _put_in_place(new, out, old)
        except OSError as error:
            raise WriteError(f"{error.filename or out}: cannot be written ({error.strerror}).") from error
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return Published(len(files), built.written, sum(not _is_folder(out / path) for path in own))


def _compressors() -> Compressors:
    try:
        import brotli
    except ImportError:
        raise MissingExtraError("the site needs", "brotli", extra="site") from None

    def brotlied(content: bytes) -> bytes:
        return bytes(brotli.compress(content, quality=_quality(content)))

    return {".br": brotlied, ".gz": lambda content: gzipped(content, GZIP)}


def _quality(content: bytes) -> int:
    if len(content) >= LARGE:
        return BROTLI_OF_LARGE
    is_page = content.startswith(b"<!DOCTYPE html>")
    return BROTLI_OF_MANY if is_page or len(content) < SMALL else BROTLI


def _folder(out: Path) -> Path:
    """The folder as an absolute path without links, whose parent is there."""
    found = out.resolve()
    if found.is_mount():
        raise WriteError(
            f"{out}: is a mount point, and a site takes the place of its folder; name a folder in it, "
            f"such as {out / 'site'}."
        )
    make_folder(found.parent)
    return found


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold a lock beside the folder, which the system takes back from a process that was killed."""
    try:
        from filelock import FileLock, Timeout
    except ImportError:
        raise MissingExtraError("the site needs", "filelock", extra="site") from None

    path = out.with_name(f".{out.name}.lock")
    try:
        path.touch()
    except OSError as error:
        raise WriteError(
            f"{out.parent}: cannot be written ({error.strerror}); a site is built beside its folder."
        ) from error
    try:
        with FileLock(path, timeout=0):
            try:
                yield
            finally:
                path.unlink(missing_ok=True)
    except Timeout as error:
        raise WriteError(f"{out}: is being built by another process; wait for it to end.") from error


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
        return {*listing.read_text(encoding="utf-8").splitlines(), LISTED}
    if any(out.iterdir()):
        raise WriteError(f"{out}: holds files, but no site of interfaith-cal; name a new or an empty folder.")
    return set()


def _build(files: Mapping[str, Maker], out: Path, new: Path, compress: Compressors, progress: Progress) -> _Built:
    """Make every file; those that the old tree does not have so are written below `new`, compressed meanwhile."""
    paths, fresh, written = {LISTED}, set(), 0
    packed: dict[tuple[bytes, str], Future[bytes]] = {}
    writing: list[Future[None]] = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, (path, make) in enumerate(files.items(), 1):
            content = make()
            same = _same(out / path, content)
            written += not same
            wanted = compress if PurePosixPath(path).suffix in COMPRESSED and len(content) >= LEAST_COMPRESSED else {}
            paths |= {path, *(path + suffix for suffix in wanted)}
            if not same:
                fresh.add(path)
                _write(new / path, content)
            for suffix, pack in wanted.items():
                if same and (out / (path + suffix)).is_file():
                    continue
                fresh.add(path + suffix)
                # The old address of a feed holds the same bytes as the new one.
                key = hashlib.sha256(content).digest(), suffix
                if key not in packed:
                    packed[key] = pool.submit(pack, content)
                writing.append(pool.submit(_write_result, new / (path + suffix), packed[key]))
            progress(number, len(files), written)
        for one in writing:
            one.result()
    return _Built(paths, fresh, written)


def _write_result(path: Path, content: Future[bytes]) -> None:
    _write(path, content.result())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _complete(built: _Built, own: list[str], out: Path, new: Path) -> None:
    """Put the rest beside what was written: the list, what stays the same, the publisher's own; all with its modes."""
    (new / LISTED).write_text("".join(f"{path}\n" for path in sorted(built.paths - {LISTED})), encoding="utf-8")
    for path in (*sorted(built.paths - built.fresh - {LISTED}), *own):
        _take_along(out / path, new / path)
    for path in (".", *(p.relative_to(new).as_posix() for p in new.rglob("*") if not p.is_symlink())):
        if (out / path).exists() and (mode := (out / path).stat().st_mode) != (new / path).stat().st_mode:
            (new / path).chmod(mode & 0o7777)


def _take_along(before: Path, path: Path) -> None:
    """The same file, link or folder as before."""
    if _is_folder(before):
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(before, path, follow_symlinks=False)
    except OSError as error:
        # Some file systems know no links, or not so many.
        if error.errno not in (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EXDEV):
            raise
        shutil.copy2(before, path, follow_symlinks=False)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _of_the_publisher(out: Path, ours: set[str]) -> list[str]:
    """Files, links and folders that no site made; a folder in which a file of ours stands or stood is ours."""
    if not out.exists():
        return []
    known = ours | {parent.as_posix() for path in ours for parent in PurePosixPath(path).parents}
    found = (path.relative_to(out).as_posix() for path in out.rglob("*"))
    return [path for path in found if path not in known]


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
