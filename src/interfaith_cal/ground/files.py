"""TOML files of ours or of the user, read and checked: every fault becomes one sentence that names the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard

from interfaith_cal.errors import DataFileError

MOST_BYTES = 10_000_000
"""So large a file is read, whoever brings it."""
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What would steer a terminal on which it is shown; the ends of lines and tabs are none of it."""
# As TOML writes it: escaped, or (which it lets stand) as a letter.
MAY_STEER = re.compile(r"\\[bfeuUx]|[\x7f-\x9f]")


class SteeringError(ValueError):
    """A text that would steer a terminal, by the name of its first letter that does."""


def read_toml(path: Path) -> dict[str, Any]:
    """The file's contents; of a text in a wheel those of the JSON that was made of it.

    Raises:
        DataFileError: it cannot be read, is not UTF-8, is not TOML, or holds control characters.
    """
    content = read_bytes(path)
    is_json = path.suffix == ".json"
    try:
        return _of_json(content) if is_json else _of_toml(content)
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8 at byte {error.start}.") from error
    except SteeringError as error:
        raise DataFileError(f"{path}: one of its texts has the control character {error}; delete it there.") from error
    # Python itself refuses a number of 5000 digits and lists nested by the thousand, which tomllib lets through.
    except (ValueError, RecursionError) as error:
        raise DataFileError(f"{path}: is not valid {'JSON' if is_json else 'TOML'}: {error}.") from error


def _of_toml(content: bytes) -> dict[str, Any]:
    """The contents; raises ValueError, and SteeringError where a text of it would steer a terminal."""
    import tomllib

    text = content.decode("utf-8")
    found = tomllib.loads(text)
    if steering := _steering(found) if MAY_STEER.search(text) else "":
        raise SteeringError(steering)
    return found


def _steering(value: object) -> str:
    """The name of the first control character in the texts of a value, their keys too; "" where there is none."""
    if isinstance(value, str):
        found = STEERING.search(value)
        return f"U+{ord(found[0]):04X}" if found else ""
    inner = (*value.keys(), *value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next(filter(None, map(_steering, inner)), "")


def _of_json(content: bytes) -> dict[str, Any]:
    import json

    found: dict[str, Any] = json.loads(content)
    return found


def table(path: Path, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table in a file's contents, empty where it is missing; raises DataFileError for anything but a table."""
    found = data.get(key, {})
    if not isinstance(found, dict):
        raise DataFileError(f"{path}: {key!r} must be a table, but is {found!r}.")
    return found


def tables(path: Path, data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The tables [[key]] of a file's contents, none where they are missing; raises DataFileError for anything else."""
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise DataFileError(f"{path}: `{key}` must be tables named [[{key}]], but is {found!r}.")
    return found


def in_each_language(path: Path, key: str, found: object, languages: Sequence[str]) -> Mapping[str, str]:
    """The texts under a key by their languages; raises DataFileError unless there is one for each."""
    if not isinstance(found, dict) or not all(isinstance(found.get(lang), str) and found[lang] for lang in languages):
        raise DataFileError(f"{path}: {key!r} must have a text for each language: {', '.join(languages)}.")
    return MappingProxyType(found)


def check_keys(where: object, found: Iterable[str], known: Sequence[str], what: str = "key") -> None:
    """Raise DataFileError for a key that is none of those known; it is called `what`."""
    for key in found:
        if key not in known:
            raise DataFileError(f"{where}: the {what} {key!r} is unknown; known are: {', '.join(known)}.")


def is_day(value: object) -> TypeGuard[date]:
    """Whether a value is a day, and no time on one."""
    return isinstance(value, date) and not isinstance(value, datetime)


def quoted(text: str) -> str:
    """A text as a TOML string; raises DataFileError for control characters, with which no file would be read again."""
    import json

    if steering := _steering(text):
        raise DataFileError(f"{text!r} has the control character {steering}; write it without.")
    return json.dumps(text, ensure_ascii=False)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        DataFileError: it cannot be read, or is larger than MOST_BYTES.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataFileError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise DataFileError(f"{str(path)!r} is not the path of a file ({error}).") from error
    if len(content) > MOST_BYTES:
        raise DataFileError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB, and so is not read; split it.")
    return content


def read_text(path: Path) -> str:
    """The text of a file that a spreadsheet program may have saved: UTF-8, UTF-16 with its mark, or Windows' Latin-1.

    Raises:
        DataFileError: it cannot be read.
    """
    content = read_bytes(path)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
