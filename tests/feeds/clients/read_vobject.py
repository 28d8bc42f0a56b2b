"""Feeds as vobject reads and validates them: python read_vobject.py FEED... prints the rows of each as JSON."""

import json
import sys
from pathlib import Path

import vobject


def rows(text: str) -> list[list[str]]:
    """One row an event; a calendar that the library does not find valid is an error."""
    (calendar,) = vobject.readComponents(text)
    calendar.validate(raiseException=True)
    return [
        [
            event.uid.value,
            event.dtstart.value.isoformat(),
            event.dtend.value.isoformat(),
            event.summary.value,
            event.description.value,
        ]
        for event in calendar.vevent_list
    ]


json.dump({path: rows(Path(path).read_bytes().decode("utf-8")) for path in sys.argv[1:]}, sys.stdout)
