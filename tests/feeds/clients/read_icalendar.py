"""Feeds as icalendar reads them: python read_icalendar.py FEED... prints the rows of each as JSON."""

import json
import sys
from pathlib import Path

from icalendar import Calendar


def rows(content: bytes) -> list[list[str]]:
    """One row an event; a property that the library could not read is an error."""
    calendar = Calendar.from_ical(content)
    errors = [error for component in calendar.walk() for error in component.errors]
    if errors:
        raise ValueError(errors)
    return [
        [
            str(event["uid"]),
            event.decoded("dtstart").isoformat(),
            event.decoded("dtend").isoformat(),
            str(event["summary"]),
            str(event["description"]),
        ]
        for event in calendar.walk("VEVENT")
    ]


json.dump({path: rows(Path(path).read_bytes()) for path in sys.argv[1:]}, sys.stdout)
