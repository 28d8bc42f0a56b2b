"""The manifest of a folder: each of its files with a digest of its bytes and of what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from interfaith_cal.editorial.editions import Edition
from interfaith_cal.export.files import WriteError, write_whole
from interfaith_cal.export.forms import to_json
from interfaith_cal.ground.root import OURS, root

FILE = "manifest.json"
FORM = 1
PACKAGES = ("holidays", "icalendar", "typst")


class Made(NamedTuple):
    """A file as it was made: the digest of its bytes, and that of what they were made from."""

    sha256: str
    made_from: str


@dataclass(slots=True)
class Manifest:
    """What a folder holds.

    Attributes:
        edition: the edition's id.
        year: the civil year.
        inputs: the digest of all that the last whole run was made from; "" while one is under way.
        files: each file by its path in the folder.
    """

    edition: str
    year: int
    inputs: str = ""
    files: dict[str, Made] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Put the manifest in its place; raises WriteError as `write_whole` does."""
        files = {path: made._asdict() for path, made in sorted(self.files.items())}
        told = {"form": FORM, "edition": self.edition, "year": self.year, "inputs": self.inputs, "files": files}
        write_whole(folder / FILE, to_json(told).encode("utf-8"))


def read(folder: Path, edition: str, year: int) -> Manifest:
    """The manifest of a folder; a new one where the folder is missing or empty.

    Raises:
        WriteError: the folder holds something else, or another edition or year, or its manifest is broken.
    """
    path = folder / FILE
    try:
        if not path.is_file():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise WriteError(f"{folder}: holds something, but no edition; name a new or an empty folder.")
            return Manifest(edition, year)
        told = json.loads(path.read_bytes())
        files = {name: Made(made["sha256"], made["made_from"]) for name, made in told["files"].items()}
        found = Manifest(str(told["edition"]), int(told["year"]), str(told["inputs"]), files)
    except OSError as error:
        raise WriteError(f"{path}: cannot be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WriteError(f"{path}: is no manifest of an edition; name a new folder.") from error
    if (found.edition, found.year) != (edition, year):
        raise WriteError(
            f"{folder}: holds the edition {found.edition!r} of {found.year}, not {edition!r} of {year}; "
            "name another folder."
        )
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in found.files):
        raise WriteError(f"{path}: is no manifest of an edition; name a new folder.")
    return found


def whole(folder: Path, found: Manifest) -> set[str]:
    """The files of a manifest that are there as they were made."""
    return {path for path, made in found.files.items() if _digest_of(folder / path) == made.sha256}


def digest(*parts: bytes | str) -> str:
    """One digest of several texts, none of which can be taken for a part of another."""
    made = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8") if isinstance(part, str) else part
        made.update(len(content).to_bytes(8))
        made.update(content)
    return made.hexdigest()


def in_json(value: Any) -> str:
    """A value as a text of which a digest can be made."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def program() -> str:
    """The digest of the program: its own files, and the versions of the packages that decide on what it makes."""
    from importlib.metadata import PackageNotFoundError, version

    package = Path(__file__).resolve().parents[1]
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".typ") and path.is_file())
    versions = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            versions.append(f"{name} is missing")
    return digest(*versions, *_contents(files, package))


def inputs(edition: Edition, made_by: str, beside: Iterable[Path], words: Mapping[str, Any]) -> str:
    """The digest of all that a run is made from: program, data, the edition's files, and the words of the command."""
    tops = [top for top in (root().shipped, root().own) if top is not None]
    data: list[bytes | str] = []
    for top in tops:
        files = sorted(path for path in top.rglob("*") if path.is_file())
        ours = [path for path in files if path.relative_to(top).parts[0] in OURS]
        data += [f"{path.relative_to(top)} {path.stat().st_size}" for path in ours]
        data += _contents((path for path in files if path not in set(ours)), top)
    own = {edition.path, *(other.path for other in edition.included), *edition.school_holidays, *beside}
    logo = edition.logo.content if edition.logo else b""
    return digest(made_by, in_json(words), logo, *data, *_contents(sorted(own), Path()))


def _contents(files: Iterable[Path], top: Path) -> Iterator[bytes | str]:
    for path in files:
        if path.is_file():
            yield path.relative_to(top).as_posix() if path.is_relative_to(top) else path.name
            yield path.read_bytes()


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
