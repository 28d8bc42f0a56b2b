"""Feeds as Home Assistant's library reads them: python read_ical.py FEED... prints the rows of each as JSON."""

import json
import sys
from pathlib import Path

from ical.calendar_stream import CalendarStream


def rows(text: str) -> list[list[str]]:
    """One row an event; what the library does not allow is an error."""
    (calendar,) = CalendarStream.from_ics(text).calendars
    return [[str(e.uid), str(e.dtstart), str(e.dtend), str(e.summary), str(e.description)] for e in calendar.events]


json.dump({path: rows(Path(path).read_bytes().decode("utf-8")) for path in sys.argv[1:]}, sys.stdout)
