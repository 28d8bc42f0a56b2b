"""Words of the command line turned into values; each mistake becomes one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from interfaith_cal.errors import SpanError, YearRangeError
from interfaith_cal.model import FIRST_YEAR, LAST_YEAR


def year(text: str) -> int:
    """A civil year; raises YearRangeError for anything else."""
    if not text.isascii() or not text.isdigit():
        raise YearRangeError(f"{text!r} is not a year; give one from {FIRST_YEAR} to {LAST_YEAR}, for example 2027.")
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise YearRangeError(f"the year {text} is out of range; years from {FIRST_YEAR} to {LAST_YEAR} are known.")
    return int(text)


def years(text: str) -> tuple[int, int]:
    """A year or two with a hyphen between them, the earlier first; raises YearRangeError or SpanError."""
    first, hyphen, last = text.partition("-")
    span = year(first), year(last) if hyphen else year(first)
    if span[1] < span[0]:
        raise SpanError(f"the years {text!r} end before they begin; write the earlier year first: {last}-{first}.")
    return span


def school_year(text: str) -> int:
    """The year in which a school year begins; raises SpanError or YearRangeError for anything else."""
    written = re.fullmatch(r"(\d{4})[/-](\d{4}|\d{2})", text)
    first = year(written[1]) if written else 0
    if not written or written[2] not in (str(first + 1), f"{(first + 1) % 100:02}"):
        raise SpanError(f"{text!r} is not a school year; give two years that follow each other, for example 2026/27.")
    year(str(first + 1))
    return first


def day(text: str) -> date:
    """A civil day, as 2027-04-22 or 22.04.2027; raises SpanError for anything else."""
    try:
        if text.count(".") == 2:
            of_month, month, of_year = text.split(".")
            found = date(int(of_year), int(month), int(of_month))
        else:
            found = date.fromisoformat(text)
    except ValueError:
        raise SpanError(f"{text!r} is not a day; give one as YYYY-MM-DD, for example 2027-04-22.") from None
    year(str(found.year))
    return found


def usages(texts: Iterable[str]) -> dict[str, list[str]] | None:
    """The usages of each community from words such as "orthodox=old-calendar"; None if there are no words."""
    found: dict[str, list[str]] = {}
    for text in texts:
        community, equals, usage = text.partition("=")
        if not equals or not community or not usage:
            raise SpanError(f"{text!r} is not a usage; give it as COMMUNITY=USAGE, for example orthodox=old-calendar.")
        found.setdefault(community, []).append(usage)
    return found or None
