"""A run: makes what is not there or changed, leaves alone what somebody changed, and keeps the manifest.

Every file is written beside its place and renamed, and the manifest after each: a run that was stopped goes on where it
was. What somebody changed since it was made (a letter, a filled sheet) is never written over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from interfaith_cal.editorial.changes import change_log
from interfaith_cal.export.files import WriteError, make_folder, write_whole
from interfaith_cal.web.publish import LISTED, publish
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.web.tree import tree
from interfaith_cal.yearly import manifest, page, standing
from interfaith_cal.yearly.manifest import Made, Manifest, digest
from interfaith_cal.yearly.plan import Piece, YearPlan

SITE, OFFICES, INDEX = "site", "offices", "index.html"
LAST_YEAR = 2100

Told = Callable[[str], None]


class Done(NamedTuple):
    """How many files the folder has, how many were written, removed, and left as somebody changed them."""

    files: int
    written: int
    removed: int
    left: int


@dataclass(slots=True)
class _Folder:
    """The folder while it is worked on."""

    out: Path
    known: Manifest
    whole: set[str]
    edited: set[str]
    written: int = 0

    def take(self, piece: Piece) -> str:
        """Make a piece if it must be made; a word for what was done."""
        made = self.known.files.get(piece.path)
        if piece.path in self.edited:
            return "left as it was changed by hand"
        if made and piece.path in self.whole and made.made_from == piece.made_from:
            return "unchanged"
        content = piece.make()
        return self.put(piece.path, content, piece.made_from)

    def put(self, path: str, content: bytes, made_from: str) -> str:
        """Write a file unless it has these bytes already."""
        found = Made(hashlib.sha256(content).hexdigest(), made_from)
        before = self.known.files.get(path)
        same = path in self.whole and before is not None and before.sha256 == found.sha256
        if not same:
            make_folder((self.out / path).parent)
            write_whole(self.out / path, content)
            self.written += 1
        if before != found:
            self.known.files[path] = found
            self.known.write(self.out)
        return "unchanged" if same else "written"


def run(plan: YearPlan, out: Path, last: Path | None, beside: Iterable[Path], tell: Told) -> Done:
    """Bring the folder of a year's edition up to date.

    Args:
        plan: what it consists of.
        out: the folder; a new one, an empty one, or that of an earlier run.
        last: the list of last year's dates, as last year's folder has it.
        beside: further files that decide on what is made, such as templates of letters.
        tell: is told of each file.

    Raises:
        WriteError: the folder is something else, or cannot be written.
        PrintError: a work does not fit; what was made before stays, whole.
        DataFileError, YearRangeError: as the readers of data do; then nothing is written.
    """
    known = manifest.read(out, plan.edition.id, plan.year)
    whole = manifest.whole(out, known)
    edited = {path for path in known.files if path not in whole and (out / path).is_file()} - {INDEX}
    edited = {path for path in edited if not path.startswith(f"{SITE}/")}
    sheets = _sheets(plan, out, known, edited)
    read = [path for of_office in sheets.values() for path in of_office]
    words = {"year": plan.year, "base": plan.base, "place": plan.place.name, "edition": str(plan.edition.path)}
    inputs = manifest.inputs(plan.edition, plan.program, [*beside, *read, *([last] if last else [])], words)
    if known.inputs == inputs and whole | edited == known.files.keys():
        return Done(len(known.files), 0, 0, len(edited))

    pieces = list(plan.pieces())
    changed = standing.changes(plan, last)
    make_folder(out)
    known.inputs = ""
    known.write(out)
    folder = _Folder(out, known, whole, edited)
    for number, piece in enumerate(pieces, 1):
        tell(f"{number} of {len(pieces)}: {piece.path}: {folder.take(piece)}")
    kept = {piece.path for piece in pieces}
    kept |= _site(plan, folder, inputs, tell)
    for path, content in _standing(plan, sheets, changed, folder):
        folder.put(path, content, digest(content))
        kept.add(path)
    removed = _removed(folder, kept, tell)
    known.inputs = inputs
    known.write(out)
    return Done(len(known.files), folder.written, removed, len(edited))


def _sheets(plan: YearPlan, out: Path, known: Manifest, edited: set[str]) -> dict[str, list[Path]]:
    """The sheets that somebody filled: ours that were changed, and others that lie in an office's folder."""
    found: dict[str, list[Path]] = {}
    for community in plan.communities:
        folder = out / OFFICES / community.id
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            name = path.relative_to(out).as_posix()
            hidden = path.name.startswith((".", "~"))
            if path.suffix.lower() in standing.SHEETS and not hidden and (name in edited or name not in known.files):
                found.setdefault(community.id, []).append(path)
    return found


def _site(plan: YearPlan, folder: _Folder, inputs: str, tell: Told) -> set[str]:
    """Build the site, and note its files."""
    last_year = min(plan.year + 1, LAST_YEAR)
    site = Site(plan.base, plan.year, last_year, plan.edition.languages, plan.edition, plan.place)
    top = folder.out / SITE
    done = publish(tree(Contents(site, change_log())), top, lambda number, of, written: None)
    tell(f"{SITE}: {done.files} files, {done.written} of them new or changed")
    folder.written += done.written
    try:
        names = [*(top / LISTED).read_text(encoding="utf-8").splitlines(), LISTED]
        for name in names:
            content = (top / name).read_bytes()
            folder.known.files[f"{SITE}/{name}"] = Made(hashlib.sha256(content).hexdigest(), inputs)
    except OSError as error:
        raise WriteError(f"{error.filename}: cannot be read ({error.strerror}).") from error
    folder.known.write(folder.out)
    return {f"{SITE}/{name}" for name in names}


def _standing(
    plan: YearPlan, sheets: dict[str, list[Path]], changed: list[dict[str, str]], folder: _Folder
) -> Iterator[tuple[str, bytes]]:
    """What tells of the run: the changes as a table, and the page from which all else is reached."""
    yield f"changes-{plan.year}.csv", standing.changes_csv(changed).encode("utf-8")
    names = sorted(name for name in folder.known.files if not name.startswith(f"{SITE}/"))
    yield INDEX, page.page(plan, standing.answers(plan, sheets), changed, names)


def _removed(folder: _Folder, kept: set[str], tell: Told) -> int:
    """Remove what an earlier run made and this one does not; what somebody changed stays, but is no longer ours."""
    gone = [path for path in folder.known.files if path not in kept]
    for path in gone:
        if path not in folder.edited:
            try:
                (folder.out / path).unlink(missing_ok=True)
            except OSError as error:
                raise WriteError(f"{folder.out / path}: cannot be removed ({error.strerror}).") from error
            tell(f"{path}: removed")
        del folder.known.files[path]
    return len(gone)
