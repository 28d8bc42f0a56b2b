"""Feeds as libical reads and checks them: /usr/bin/python3 read_libical.py FEED... prints the rows of each as JSON.

libical is what GNOME Calendar, Evolution and KDE stand on. It runs under the system's Python, to which apt gives it,
and needs nothing of ours. Its check of restrictions is the only one that knows RFC 5546.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

# Imported by name: the types of `gi` are known to no environment but the system's.
import_module("gi").require_version("ICalGLib", "3.0")
ical = import_module("gi.repository.ICalGLib")


def rows(text: str) -> list[list[str]]:
    """One row an event; what libical marks as wrong, or a restriction that is not kept, is an error."""
    calendar = ical.Component.new_from_string(text)
    if calendar is None:
        raise ValueError("libical reads no calendar here")
    if not ical.restriction_check(calendar) or "X-LIC-ERROR" in calendar.as_ical_string():
        errors = [line for line in calendar.as_ical_string().splitlines() if line.startswith("X-LIC-ERROR")]
        raise ValueError(f"libical's restriction check: {errors}")
    return [
        [
            event.get_uid(),
            _day(event.get_dtstart()),
            _day(event.get_dtend()),
            event.get_summary(),
            event.get_description(),
        ]
        for event in _events(calendar)
    ]


def _events(calendar: Any) -> list[Any]:
    kind = ical.ComponentKind.VEVENT_COMPONENT
    found = [calendar.get_first_component(kind)]
    while found[-1] is not None:
        found.append(calendar.get_next_component(kind))
    return found[:-1]


def _day(time: Any) -> str:
    """The ISO date; a time of day stays as libical writes it."""
    written = str(time.as_ical_string())
    return f"{written[:4]}-{written[4:6]}-{written[6:]}" if time.is_date() else written


json.dump({path: rows(Path(path).read_bytes().decode("utf-8")) for path in sys.argv[1:]}, sys.stdout)
