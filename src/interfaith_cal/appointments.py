"""Reading what is planned: days and spans in words, from a table (.csv) as schools keep it, or a calendar (.ics).

Unreadable rows and events do not stop the others: they come back as sentences with the number of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from interfaith_cal.errors import DataFileError, SpanError
from interfaith_cal.ground.files import read_bytes, read_text
from interfaith_cal.ground.places import country
from interfaith_cal.ground.root import by_root
from interfaith_cal.ground.separated import SeparatedError, cells
from interfaith_cal.model import FIRST_YEAR
from interfaith_cal.words import texts
from interfaith_cal.words.languages import languages
from interfaith_cal.words.letters import folded

LONGEST = timedelta(366)
DELIMITERS = (";", "\t", ",")
FORMS = "2027-05-12, 12.05.2027 or 12. Mai 2027; a span as 2027-05-12..2027-05-16"
# A span written without blanks around its hyphen must not be taken for the hyphens of an ISO date.
BETWEEN = re.compile(r"\s*\.\.\s*|\s*[–—]\s*|\s+-\s+|\s+(?:bis|to|until)\s+", re.IGNORECASE)
SHORTENED = re.compile(r"(\d{1,2})\.(?:(\d{1,2})\.)?\s*[-–—]\s*(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
WEEKDAY_BEFORE = re.compile(r"([^\W\d_]+)\.?,? +(?=\d)")
WEEKDAY_AFTER = re.compile(r"(?<=\d),? +([^\W\d_]+)\.?$")
FIGURE = re.compile(r"\d")
TIME = re.compile(r"(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*Uhr|Z|[+-]\d{2}:?\d{2})?$")
FIRST_NAMES = (
    "von", "from", "start", "beginn", "begin", "anfang", "erster tag", "first_day", "first day", "startdatum",
    "ilk gün", "başlangıç",
)  # fmt: skip
LAST_NAMES = (
    "bis",
    "to",
    "until",
    "end",
    "ende",
    "letzter tag",
    "last_day",
    "last day",
    "enddatum",
    "son gün",
    "bitiş",
)


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
    shortened = SHORTENED.fullmatch(plain)
    if shortened:
        first_day, first_month, last_day, month, year = shortened.groups()
        pieces = [f"{first_day}.{first_month or month}.{year}", f"{last_day}.{month}.{year}"]
    else:
        pieces = BETWEEN.split(plain)
    days = [day for piece in pieces if (day := _day(piece)) is not None]
    if len(pieces) > 2 or len(days) < len(pieces):
        raise SpanError(f"{_shown(text)} is not a day or a span; write days as {FORMS}.")
    return _checked(days[0], days[-1], text)


def _checked(first: date, last: date, text: str) -> tuple[date, date]:
    if last < first:
        raise SpanError(f"the span {_shown(text)} ends before it begins; put the earlier day first.")
    if last - first > LONGEST:
        raise SpanError(f"the span {_shown(text)} is longer than a year; plan a shorter one.")
    return first, last


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


def read(path: Path, timezone: str | None = None) -> Reading:
    """What a file plans: a calendar if its name ends in .ics, else a table.

    `timezone` is that of the clocks by which a calendar's times are days, Germany's if it is left out.

    Raises:
        DataFileError: it cannot be read, or nothing in it can.
    """
    found = read_events(path, timezone) if path.suffix.lower() == ".ics" else _read_table(path)
    if not found.appointments and not found.problems:
        raise DataFileError(f"{path}: holds no day; write one in each row, as {FORMS}.")
    return found


def _read_table(path: Path) -> Reading:
    """The days of a table, a row for each; the other cells of the row are what it is called.

    Semicolons, commas or tabs; UTF-8 with a byte order mark or without, UTF-16 or Latin-1; with a header or without.
    Of two days in a row, columns named "von" and "bis" (or without any names) make a span; else each is planned alone.

    Raises:
        DataFileError: the file cannot be read, or is no text.
    """
    text = read_text(path)
    if "\0" in text:
        raise DataFileError(f"{path}: is no table; save it as CSV.")
    rows = _rows(text)
    heads = _heads(rows)
    header = rows[heads[-1]] if heads else None
    appointments: list[Appointment] = []
    problems: list[str] = []
    for number, row in enumerate(rows, 1):
        if number - 1 in heads or not any(row):
            continue
        try:
            appointments += _of_row(row, header)
        except SpanError as error:
            problems.append(f"{path}: row {number}: {error}")
    return Reading(tuple(appointments), tuple(problems))


def _of_row(row: Sequence[str], header: Sequence[str] | None) -> Iterator[Appointment]:
    """What a row plans; raises SpanError if it is nothing."""
    spans = {column: days for column, cell in enumerate(row) if (days := _span_or_none(cell)) is not None}
    label = " ".join(cell for column, cell in enumerate(row) if cell and column not in spans)
    first, last = (_column(header, names) for names in (FIRST_NAMES, LAST_NAMES))
    if header is None and len(spans) == 2:
        first, last = spans
    # What is no span although it should be one is read again for the sentence that says so.
    if not spans:
        suspect = next((cell for cell in row if FIGURE.search(cell)), row[0])
        span(suspect)
    for column in (first, last):
        if column is not None and column < len(row) and row[column] and column not in spans:
            span(row[column])
    if first in spans and last in spans:
        text = f"{row[first]}..{row[last]}"
        yield Appointment(*_checked(spans.pop(first)[0], spans.pop(last)[1], text), label)
    for days in spans.values():
        yield Appointment(*days, label)


def _span_or_none(cell: str) -> tuple[date, date] | None:
    try:
        return span(cell)
    except SpanError:
        return None


def _column(header: Sequence[str] | None, names: Sequence[str]) -> int | None:
    return next((column for column, name in enumerate(header or ()) if folded(name) in map(folded, names)), None)


def _heads(rows: Sequence[Sequence[str]]) -> list[int]:
    """The places of the rows above the first day that hold no figure: titles, and last the names of the columns.

    A row with figures might be a day that is mistyped, and must be spoken of.
    """
    first = next((place for place, row in enumerate(rows) if any(map(_span_or_none, row))), 0)
    return [place for place in range(first) if any(rows[place]) and not any(map(FIGURE.search, rows[place]))]


def _rows(text: str) -> list[list[str]]:
    """The cells of each row, by the delimiter that shows the most days."""
    tables = [_table(text, delimiter) for delimiter in DELIMITERS]
    return max(tables, key=lambda rows: sum(_span_or_none(cell) is not None for row in rows for cell in row))


def _table(text: str, delimiter: str) -> list[list[str]]:
    """The cells of each row by one delimiter; where quotation marks do not pair, they are letters like others."""
    try:
        rows = cells(text, delimiter)
    except SeparatedError:
        rows = [[cell.strip(' "') for cell in line.split(delimiter)] for line in text.splitlines()]
    return [[cell.strip() for cell in row] for row in rows]


def read_events(path: Path, timezone: str | None = None) -> Reading:
    """The events of a calendar file on the civil days of a time zone (Germany's if left out), without cancelled ones.

    Raises:
        DataFileError: the file cannot be read or is no calendar.
    """
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(read_bytes(path), multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise DataFileError(f"{path}: is not a calendar ({error}).") from error
    if not calendars:
        raise DataFileError(f"{path}: is not a calendar; it has no BEGIN:VCALENDAR.")
    appointments: list[Appointment] = []
    problems: list[str] = []
    zone = timezone or country().timezone
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    for number, event in enumerate(events, 1):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        label = str(event.get("SUMMARY", "")).strip()
        where = f"{path}: event {number} ({label or 'without a name'})"
        try:
            appointments.append(Appointment(*_of_event(event, zone), label))
        except (ValueError, TypeError, AttributeError, KeyError, SpanError) as error:
            problems.append(f"{where}: has no days that can be read ({error}).")
            continue
        if "RRULE" in event or "RDATE" in event:
            problems.append(f"{where}: is repeated; only its first time was read.")
    return Reading(tuple(appointments), tuple(problems))


def _of_event(event: Any, zone: str) -> tuple[date, date]:
    """First and last civil day of an event; its end is the moment after, so midnight belongs to the day before."""
    if "DTSTART" not in event:
        raise ValueError("it has no beginning")
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        return _checked(start, max(start, end - timedelta(1)), f"{start}..{end}")
    first = _local(start, zone)
    last = _local(end, zone) - timedelta(microseconds=1) if end > start else first
    return _checked(first.date(), last.date(), f"{start}..{end}")


def _local(time: datetime, zone: str) -> datetime:
    """A time as the clocks of a time zone show it; one without a zone is meant so already."""
    from zoneinfo import ZoneInfo

    return time if time.tzinfo is None else time.astimezone(UTC).astimezone(ZoneInfo(zone))
