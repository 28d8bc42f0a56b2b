"""Feeds as recurring-ical-events finds them: python read_recurring_ical_events.py FEED... prints the rows as JSON."""

import json
import sys
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar


def rows(content: bytes) -> list[list[str]]:
    """One row an occurrence, so that an event that is found twice, or not at all, is seen."""
    return [
        [
            str(event["uid"]),
            event.decoded("dtstart").isoformat(),
            event.decoded("dtend").isoformat(),
            str(event["summary"]),
            str(event["description"]),
        ]
        for event in recurring_ical_events.of(Calendar.from_ical(content)).all()
    ]


json.dump({path: rows(Path(path).read_bytes()) for path in sys.argv[1:]}, sys.stdout)
