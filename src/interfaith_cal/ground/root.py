"""Where the `data/` folder is: inside the wheel, or beside `src/` in an editable install and a plain checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from interfaith_cal.errors import DataFileError

SENTINEL = "changes.toml"


@cache
def data_root() -> Path:
    """The folder that holds `texts/`, `pins/`, `tables/` and the other data.

    Raises:
        DataFileError: neither the installed package nor the checkout holds it.
    """
    here = Path(__file__).resolve().parents[1]
    for candidate in (here / "data", here.parents[1] / "data"):
        if (candidate / SENTINEL).is_file():
            return candidate
    raise DataFileError(f"the data folder of interfaith_cal was not found beside {here}; reinstall the package.")
