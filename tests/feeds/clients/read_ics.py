"""Feeds as ics.py reads them: python read_ics.py FEED... prints the rows of each as JSON."""

import json
import sys
from pathlib import Path

from ics import Calendar, Event


def rows(text: str) -> list[list[str]]:
    """One row an event; one that is not all-day keeps its time of day, and so fits no expectation."""
    return [
        [event.uid, _day(event, "begin"), _day(event, "end"), event.name, event.description]
        for event in Calendar(text).events
    ]


def _day(event: Event, which: str) -> str:
    moment = getattr(event, which)
    return str(moment.date().isoformat() if event.all_day else moment.isoformat())


json.dump({path: rows(Path(path).read_bytes().decode("utf-8")) for path in sys.argv[1:]}, sys.stdout)
