"""What subscribers have been given so far (`data/published/`): the days of each observance, and a digest of its words.

`dates.csv` has a row for each observance, `words.csv` one for each festival and community. Both are the state of the
day on which they were written; what was corrected since is in the log of changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.separated import SeparatedError, cells
from interfaith_cal.ground.separated import written as table

FOLDER = "published"
DATES, WORDS = "dates.csv", "words.csv"
DATE_COLUMNS = ["id", "first_day", "last_day", "certainty"]
WORD_COLUMNS = ["id", "words"]


class PublishedDays(NamedTuple):
    """When an observance was said to be, and how sure that was."""

    first_day: date
    last_day: date
    certainty: str


class State(NamedTuple):
    """The days of observances and the digests of words, both by their ids."""

    days: Mapping[str, PublishedDays]
    words: Mapping[str, str]


def read_state(folder: Path) -> State:
    """The state in a folder; an empty one if nothing has been published.

    Raises:
        DataFileError: a file is broken; the sentence names its row.
    """
    days: dict[str, PublishedDays] = {}
    for where, row in _rows(folder / DATES, DATE_COLUMNS):
        try:
            days[row[0]] = PublishedDays(date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3])
        except ValueError as error:
            raise DataFileError(f"{where}: {error}.") from error
    return State(days, {row[0]: row[1] for _, row in _rows(folder / WORDS, WORD_COLUMNS)})


def written(state: State) -> dict[str, bytes]:
    """A state as the files that hold it, in the order of the ids."""
    dates = ((name, *days) for name, days in sorted(state.days.items()))
    words = sorted(state.words.items())
    return {DATES: table(DATE_COLUMNS, dates).encode(), WORDS: table(WORD_COLUMNS, words).encode()}


def _rows(path: Path, columns: list[str]) -> Iterable[tuple[str, list[str]]]:
    """Where each row stands, and its cells; no row where there is no file."""
    if not path.exists():
        return
    try:
        lines = cells(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, SeparatedError) as error:
        raise DataFileError(f"{path}: cannot be read ({error}).") from error
    if lines[:1] != [columns]:
        raise DataFileError(f"{path}: must begin with the columns {', '.join(columns)}, but begins with {lines[:1]}.")
    seen: set[str] = set()
    for number, row in enumerate(lines[1:], 2):
        where = f"{path}: row {number}"
        if len(row) != len(columns) or not all(row):
            raise DataFileError(f"{where} must have {len(columns)} cells, none of them empty, but is {row}.")
        if row[0] in seen:
            raise DataFileError(f"{where}: {row[0]!r} is there twice.")
        seen.add(row[0])
        yield where, row
