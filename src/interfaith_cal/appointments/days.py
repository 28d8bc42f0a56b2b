"""Days and spans in words, as people write them; and what is planned on them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from interfaith_cal.errors import SpanError
from interfaith_cal.ground.root import by_root
from interfaith_cal.model import FIRST_YEAR
from interfaith_cal.words import texts
from interfaith_cal.words.languages import languages
from interfaith_cal.words.letters import folded

LONGEST = timedelta(366)
# No day is written with more letters; what is longer need not be looked through.
MOST_LETTERS = 120
FORMS = "2027-05-12, 12.05.2027 or 12. Mai 2027; a span as 2027-05-12..2027-05-16"
# A span written without blanks around its hyphen must not be taken for the hyphens of an ISO date.
BETWEEN = re.compile(r"\s*\.\.\s*|\s*[–—]\s*|\s+-\s+|\s+(?:bis|to|until)\s+", re.IGNORECASE)
SHORTENED = re.compile(r"(\d{1,2})\.(?:(\d{1,2})\.)?\s*[-–—]\s*(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
WEEKDAY_BEFORE = re.compile(r"([^\W\d_]+)\.?,? +(?=\d)")
WEEKDAY_AFTER = re.compile(r"(?<=\d),? +([^\W\d_]+)\.?$")
TIME = re.compile(r"(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*Uhr|Z|[+-]\d{2}:?\d{2})?$")


class Appointment(NamedTuple):
    """What is planned on one civil day or on several: first and last day, and what it is called ("" for nothing)."""

    first_day: date
    last_day: date
    label: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """Its civil days."""
        return tuple(self.first_day + timedelta(n) for n in range((self.last_day - self.first_day).days + 1))


class Reading(NamedTuple):
    """What a file holds, in its order, and a sentence for each row or event that could not be read."""

    appointments: tuple[Appointment, ...]
    problems: tuple[str, ...]


def span(text: str) -> tuple[date, date]:
    """A civil day or two as people write them: 2027-05-12, 12.05.2027, 12. Mai 2027, 2027-05-12..2027-05-16.

    A weekday before and a time of day after the date are passed over.

    Raises:
        SpanError: it is neither a day nor a span, ends before it begins, or is longer than a year.
    """
    plain = text.strip()
    if len(plain) > MOST_LETTERS:
        raise _no_span(text)
    shortened = SHORTENED.fullmatch(plain)
    if shortened:
        first_day, first_month, last_day, month, year = shortened.groups()
        pieces = [f"{first_day}.{first_month or month}.{year}", f"{last_day}.{month}.{year}"]
    else:
        pieces = BETWEEN.split(plain)
    days = [day for piece in pieces if (day := _day(piece)) is not None]
    if len(pieces) > 2 or len(days) < len(pieces):
        raise _no_span(text)
    return checked(days[0], days[-1], text)


def checked(first: date, last: date, text: str) -> tuple[date, date]:
    """The two days, if they are a span; `text` is how it was written. Raises SpanError as `span` does."""
    if last < first:
        raise SpanError(f"the span {_shown(text)} ends before it begins; put the earlier day first.")
    if last - first > LONGEST:
        raise SpanError(f"the span {_shown(text)} is longer than a year; plan a shorter one.")
    return first, last


def printable(text: str) -> str:
    """A text of others without letters that would steer a terminal, or turn around what stands beside them."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def _no_span(text: str) -> SpanError:
    return SpanError(f"{_shown(text)} is not a day or a span; write days as {FORMS}.")


def _shown(text: str) -> str:
    """What was written, in quotation marks, no longer than a line of a message bears."""
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


def _day(text: str) -> date | None:
    """A civil day; None for anything else."""
    plain = TIME.sub("", text.strip()).strip()
    for named in (WEEKDAY_BEFORE.match(plain), WEEKDAY_AFTER.search(plain)):
        if named and folded(named[1]) in _weekdays():
            plain = plain.replace(named[0], "", 1)
    written = re.fullmatch(r"(\d{1,2})\.?\s*([^\W\d_]+)\.?\s*(\d{4})", plain)
    numbers = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", plain)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", plain)
    if iso:
        year, month, day = map(int, iso.groups())
    elif numbers:
        day, month, year = map(int, numbers.groups())
        year += 2000 if len(numbers[3]) == 2 else 0
    elif written and folded(written[2]) in _months():
        day, month, year = int(written[1]), _months()[folded(written[2])], int(written[3])
    else:
        return None
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


@by_root
def _weekdays() -> frozenset[str]:
    """The weekdays by their long and short names, in every language."""
    forms = ((number, lang, form) for number in range(7) for lang in languages() for form in ("long", "short"))
    return frozenset(folded(texts.weekday(*form)) for form in forms)


@by_root
def _months() -> dict[str, int]:
    """The months by their names and by the first three letters of them, in every language."""
    names = {folded(texts.month_name("gregorian", n, lang)): n for lang in languages() for n in range(1, 13)}
    return {name[:3]: number for name, number in names.items()} | names
