"""Reading a TOML file of ours or of the user: every fault becomes one sentence that names the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from interfaith_cal.errors import DataFileError


def read_toml(path: Path) -> dict[str, Any]:
    """The file's contents.

    Raises:
        DataFileError: it cannot be read, is not UTF-8, or is not TOML; the sentence says where.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataFileError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8 at byte {error.start}.") from error
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{path}: is not valid TOML: {error}.") from error
