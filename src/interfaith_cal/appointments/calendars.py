"""Days from a calendar file (.ics): its events and every time at which one of them is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interfaith_cal.appointments.days import Appointment, Reading, checked, printable
from interfaith_cal.errors import DataFileError, SpanError
from interfaith_cal.ground.files import read_bytes
from interfaith_cal.ground.places import country

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Calendar

# Of an event that is repeated without end, its first year; of any other, so many years, if days go on for so long.
ENDLESS, LONGEST = timedelta(366), timedelta(3660)
LAST_START = date.max - LONGEST - timedelta(2)
# So many events of a file are read, and so many times of them.
MOST_EVENTS, MOST_TIMES = 10_000, 20_000
# The library looks for the days of a rule up to the year 9999. The calendar is the same after so many years, so that
# whether any day comes is asked as late as possible. After some rules of which none comes the others are not asked.
CYCLE = 400
MOST_BARREN = 5
FEWER = "export fewer years of the calendar"
DAILY_AT_MOST = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, OverflowError, SpanError)


def read_events(path: Path, timezone: str | None = None) -> Reading:
    """The events of a calendar file on the civil days of a time zone (Germany's if left out), but the cancelled ones.

    An event that is repeated is there once for each time, moved and left out as the file says.

    Raises:
        DataFileError: the file cannot be read, is no calendar, is cut off, or is larger than calendars of people are.
    """
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(timezone or country().timezone)
    appointments: list[Appointment] = []
    problems: list[str] = []
    barren = 0
    for calendar in _calendars(path):
        for number, events in _series(calendar):
            label = _label(events[0])
            where = f"{path}: event {number} ({label or 'without a name'})"
            try:
                times, problem = _times(events, calendar, zone, barren < MOST_BARREN)
            except UNREADABLE as error:
                problems.append(f"{where}: has no days that can be read ({_in_a_line(error)}).")
                continue
            barren += _is_repeated(events[0]) and len(times) < 2
            appointments += times
            if len(appointments) > MOST_TIMES:
                raise DataFileError(f"{path}: has more than {MOST_TIMES} times of events; {FEWER}.")
            problems += [f"{where}: {problem}"] if problem else []
    return Reading(tuple(appointments), tuple(problems))


def _calendars(path: Path) -> list[Calendar]:
    from icalendar import Calendar

    content = read_bytes(path)
    if b"BEGIN:VCALENDAR" not in content.upper():
        raise DataFileError(f"{path}: is not a calendar; it has no BEGIN:VCALENDAR.")
    if content.upper().count(b"BEGIN:VCALENDAR") > content.upper().count(b"END:VCALENDAR"):
        raise DataFileError(f"{path}: is cut off; END:VCALENDAR is missing. Fetch or save it again.")
    if content.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise DataFileError(f"{path}: has more than {MOST_EVENTS} events; {FEWER}.")
    try:
        return Calendar.from_ical(content, multiple=True)
    except (*UNREADABLE, IndexError, RecursionError) as error:
        raise DataFileError(f"{path}: is not a calendar ({_in_a_line(error)}).") from error


def _in_a_line(error: Exception) -> str:
    """What an error of the library says, which may repeat what it read."""
    return " ".join(printable(str(error))[:200].split())


def _series(calendar: Calendar) -> Iterator[tuple[int, list[Any]]]:
    """Each event with its number; those that move single times of another are with it, as one series."""
    events = list(enumerate(calendar.walk("VEVENT"), 1))
    moved: dict[str, list[Any]] = defaultdict(list)
    for _, event in events:
        if "RECURRENCE-ID" in event:
            moved[str(event.get("UID", ""))].append(event)
    repeated = {str(event.get("UID", "")) for _, event in events if _is_repeated(event)}
    for number, event in events:
        uid = str(event.get("UID", ""))
        if _is_repeated(event):
            yield number, [event, *moved[uid]]
        elif "RECURRENCE-ID" not in event or uid not in repeated:
            yield number, [event]


def _is_repeated(event: Any) -> bool:
    return "RECURRENCE-ID" not in event and ("RRULE" in event or "RDATE" in event)


def _times(events: Sequence[Any], calendar: Calendar, zone: ZoneInfo, repeated: bool) -> tuple[list[Appointment], str]:
    """Every time of an event, and what is to be said where not all of them were read.

    Args:
        events: the event, and those that move single times of it.
        calendar: that of the event, for its time zones.
        zone: by which the civil days are.
        repeated: whether repetitions are worked out.
    """
    first = events[0]
    if not _is_repeated(first):
        return ([] if _is_cancelled(first) else [Appointment(*_of_event(first, zone), _label(first))]), ""
    once = Appointment(*_of_event(first, zone), _label(first))
    rules = _rules(first)
    if any(map(_is_too_frequent, rules)):
        return [once], "is repeated more often than daily, or at no interval; only its first time was read."
    start = once.first_day
    if start > LAST_START or not repeated:
        return [once], "is repeated; only its first time was read."
    if _never_comes(first, rules):
        return [once], "is repeated on days that never come; only its first time was read."
    endless = any("COUNT" not in rule and "UNTIL" not in rule for rule in rules)
    found = _repetitions(events, calendar, start, start + (ENDLESS if endless else LONGEST))
    kept = [Appointment(*_of_event(event, zone), _label(event)) for event in found if not _is_cancelled(event)]
    return sorted(kept), "is repeated without end; only the times of its first year were read." if endless else ""


def _is_too_frequent(rule: Any) -> bool:
    """Whether a rule repeats within a day, or without going on."""
    often = rule.get("FREQ", [""])[0].upper() not in DAILY_AT_MOST or rule.get("INTERVAL", [1])[0] < 1
    return often or any(len(rule.get(part, ())) > 1 for part in WITHIN_A_DAY)


def _never_comes(event: Any, rules: Sequence[Any]) -> bool:
    """Whether one of an event's rules names days that do not exist, such as a 30th of February."""
    from dateutil.rrule import rrulestr

    start = event.start
    late = datetime(start.year, start.month, start.day)
    late = late.replace(year=late.year + (date.max.year - late.year) // CYCLE * CYCLE)
    for rule in rules:
        endless = {part: values for part, values in rule.items() if part not in ("COUNT", "UNTIL")}
        if next(iter(rrulestr(type(rule)(endless).to_ical().decode(), dtstart=late)), None) is None:
            return True
    return False


def _rules(event: Any) -> list[Any]:
    found = event.get("RRULE", [])
    return found if isinstance(found, list) else [found]


def _repetitions(events: Sequence[Any], calendar: Calendar, first: date, last: date) -> list[Any]:
    """The times of a series from one civil day to another, each as an event of its own."""
    import recurring_ical_events
    from icalendar import Calendar as Whole

    alone = Whole()
    for component in (*calendar.walk("VTIMEZONE"), *events):
        alone.add_component(component)
    # A day of UTC is not yet one of a clock.
    return list(recurring_ical_events.of(alone).between(first - timedelta(1), last + timedelta(1)))


def _is_cancelled(event: Any) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _label(event: Any) -> str:
    return printable(str(event.get("SUMMARY", "")))


def _of_event(event: Any, zone: ZoneInfo) -> tuple[date, date]:
    """First and last civil day of an event; its end is the moment after, so midnight belongs to the day before."""
    if "DTSTART" not in event:
        raise ValueError("it has no beginning")
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        return checked(start, max(start, end - timedelta(1)), f"{start}..{end}")
    first = _local(start, zone)
    last = _local(end, zone) - timedelta(microseconds=1) if end > start else first
    return checked(first.date(), last.date(), f"{start}..{end}")


def _local(time: datetime, zone: ZoneInfo) -> datetime:
    """A time as the clocks of a time zone show it; one without a zone is meant so already."""
    return time if time.tzinfo is None else time.astimezone(UTC).astimezone(zone)
