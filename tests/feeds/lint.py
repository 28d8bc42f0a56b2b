"""Our own linter of feeds, byte by byte: it holds a feed to RFC 5545 and RFC 7986, and to what our feeds promise.

No public parser notices bare line feeds, lines of 80 octets, an interval of PT7D or two events with one UID, and yet
each of them has made some client drop a whole feed. What our feeds never contain (a METHOD, an alarm, a rule of
recurrence), or what says once more what another property says or what holds anyhow, is refused too, so that the
vocabulary below is the whole truth about them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

LONGEST = 75
BOM = b"\xef\xbb\xbf"
JOINERS = "\u200d\ufe0f"
PHYSICAL = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|\Z)")
ENDINGS = {b"\r\n": "CRLF", b"\r": "a bare CR", b"\n": "a bare LF", b"": "nothing"}
PARAMETER_VALUE = r'(?:"[^"]*"|[^";:,]*)'
CONTENT = re.compile(rf"([A-Z0-9-]+)((?:;[A-Z0-9-]+={PARAMETER_VALUE}(?:,{PARAMETER_VALUE})*)*):(.*)", re.DOTALL)
# Where each component may stand; any other has no place in our feeds.
PARENTS = {"VCALENDAR": "", "VEVENT": "VCALENDAR"}
# The CSS3 color names (RFC 7986 allows no others: neither hex values nor the later "rebeccapurple").
_CSS3 = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
    cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
    darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
    firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
    hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
    lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
    midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red
    rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
    yellowgreen
"""
CSS3 = frozenset(_CSS3.split())


class Problem(NamedTuple):
    """Something wrong, and the number of the physical line on which one finds it."""

    line: int
    said: str


class Physical(NamedTuple):
    """A line as it stands in the file, and what ends it."""

    number: int
    raw: bytes
    ending: bytes


class Line(NamedTuple):
    """A line of content after unfolding; `number` is that of its first physical line."""

    number: int
    name: str
    parameters: str
    value: str


class Component(NamedTuple):
    """A calendar or an event: the number of its BEGIN line, and its own lines without those of its parts."""

    name: str
    number: int
    lines: list[Line]

    def value(self, name: str) -> str:
        """The first value of a property; "" if the component lacks it, which is reported elsewhere."""
        return next((line.value for line in self.lines if line.name == name), "")


class Form(NamedTuple):
    """What a value must be: in words, and as a test."""

    words: str
    fits: Callable[[str], bool]


class Property(NamedTuple):
    """A property that stands once in its component; its parameters are given to the letter."""

    form: Form
    parameters: str = ""
    required: bool = True


def problems(feed: bytes) -> list[str]:
    """All that is wrong with a feed, one sentence each, in the order of its lines; an empty list is praise."""
    physical = _physical(feed)
    found = [*_of_bytes(physical)]
    lines = [*_content(_unfolded(physical), found)]
    components = [*_components(lines, found)]
    for component in components:
        found += _of_properties(component)
    calendars = [c for c in components if c.name == "VCALENDAR"]
    events = [c for c in components if c.name == "VEVENT"]
    found += _of_calendars(calendars, events)
    for event in events:
        found += _of_event(event)
    found += _of_order(events)
    found += _of_uids(line for component in components for line in component.lines if line.name == "UID")
    return [f"line {number}: {said}." for number, said in sorted(found)]


def _physical(feed: bytes) -> list[Physical]:
    lines = [Physical(number, *match.group(1, 2)) for number, match in enumerate(PHYSICAL.finditer(feed), start=1)]
    # What follows the last ending is no line; an empty file is one, and a wrong one.
    return lines[:-1] if len(lines) > 1 else lines


def _of_bytes(physical: Sequence[Physical]) -> Iterator[Problem]:
    """What can be seen in the physical lines alone."""
    for number, raw, ending in physical:
        if ending != b"\r\n":
            yield Problem(number, f"it ends in {ENDINGS[ending]} instead of CRLF")
        if not raw:
            yield Problem(number, "it is empty")
        if len(raw) > LONGEST:
            yield Problem(number, f"it has {len(raw)} octets; at most {LONGEST} are allowed")
        if number == 1 and raw.startswith(BOM):
            yield Problem(number, "it begins with a byte order mark")
        if raw.endswith((b" ", b"\t")):
            yield Problem(number, "it ends in a blank, which some readers strip")
        try:
            text = raw.removeprefix(BOM).decode("utf-8")
        except UnicodeDecodeError as error:
            yield Problem(number, f"it is not valid UTF-8 by itself (octet {error.start + 1})")
        else:
            for letter in sorted(set(filter(_is_control, text))):
                yield Problem(number, f"it holds the control character U+{ord(letter):04X}")
    for before, after in pairwise(physical):
        if after.raw.startswith((b" ", b"\t")):
            yield from (Problem(after.number, said) for said in _of_fold(before.raw, after.raw[1:]))


def _of_fold(before: bytes, after: bytes) -> Iterator[str]:
    """Places where a line may be folded by the letter of the RFC, and where readers still stumble."""
    if (len(before) - len(before.rstrip(b"\\"))) % 2:
        yield "it goes on inside an escape"
    if after.startswith((b" ", b"\t")):
        yield "it goes on with a blank, which some readers strip"
    first = after.decode("utf-8", "replace")[:1]
    if first and (unicodedata.combining(first) or first in JOINERS):
        yield f"it goes on with U+{ord(first):04X}, which belongs to the letter before"


def _is_control(letter: str) -> bool:
    """Controls, and the separators and marks that some readers take for the end of a line or a file."""
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp") or letter == "\ufeff"


def _unfolded(physical: Iterable[Physical]) -> list[tuple[int, bytes]]:
    lines: list[tuple[int, bytes]] = []
    for number, raw, _ in physical:
        if lines and raw[:1] in (b" ", b"\t"):
            first, begun = lines[-1]
            lines[-1] = first, begun + raw[1:]
        elif raw:
            lines.append((number, raw.removeprefix(BOM) if number == 1 else raw))
    return lines


def _content(unfolded: Iterable[tuple[int, bytes]], found: list[Problem]) -> Iterator[Line]:
    """The lines as name, parameters and value; those that cannot be read so are reported and left out."""
    for number, raw in unfolded:
        try:
            match = CONTENT.fullmatch(raw.decode("utf-8"))
        except UnicodeDecodeError:
            found.append(Problem(number, "it is not valid UTF-8 after unfolding"))
            match = CONTENT.fullmatch(raw.decode("utf-8", "replace"))
        if match is None:
            found.append(Problem(number, "it is not of the form NAME:value or NAME;PARAMETER=...:value, in capitals"))
            continue
        name, parameters, value = match.groups()
        line = Line(number, name, parameters.removeprefix(";"), value)
        if not value:
            found.append(Problem(number, f"{name} has no value"))
        elif _unescaped(value) != _unescaped(value).rstrip():
            found.append(Problem(number, f"the value of {name} ends in a blank"))
        yield line


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], text, flags=re.DOTALL)


def _components(lines: Iterable[Line], found: list[Problem]) -> Iterator[Component]:
    """The calendar and its events by their BEGIN and END; whatever does not nest is reported."""
    opened: list[Component] = []
    for line in lines:
        if line.name == "BEGIN":
            inside = opened[-1].name if opened else ""
            if PARENTS.get(line.value) != inside:
                found.append(Problem(line.number, f"BEGIN:{line.value} has no place in {inside or 'a file'}"))
            opened.append(Component(line.value, line.number, []))
            yield opened[-1]
        elif line.name == "END":
            if not opened or opened[-1].name != line.value:
                what = f"closes {opened[-1].name} of line {opened[-1].number}" if opened else "closes nothing"
                found.append(Problem(line.number, f"END:{line.value} {what}"))
            if opened:
                opened.pop()
        elif opened:
            opened[-1].lines.append(line)
        else:
            found.append(Problem(line.number, f"{line.name} stands outside of the calendar"))
    found.extend(Problem(left.number, f"BEGIN:{left.name} is never closed") for left in opened)


def _of_properties(component: Component) -> Iterator[Problem]:
    """Each property against the vocabulary: known, once, with its own parameters and a value of its form."""
    vocabulary = VOCABULARY.get(component.name, {})
    seen: dict[str, int] = {}
    for number, name, parameters, value in component.lines:
        known = vocabulary.get(name)
        if known is None:
            yield Problem(number, f"{name} has no place in a {component.name} of our feeds")
            continue
        if name in seen:
            yield Problem(number, f"{name} stands here again after line {seen[name]}")
        seen.setdefault(name, number)
        if parameters != known.parameters:
            yield Problem(number, f"{name} must have {known.parameters or 'no parameters'}, not {parameters!r}")
        if value and not known.form.fits(value):
            yield Problem(number, f"{name} must be {known.form.words}, not {value!r}")
    for name, known in vocabulary.items():
        if known.required and name not in seen:
            yield Problem(component.number, f"the {component.name} that begins here has no {name}")


def _of_calendars(calendars: Sequence[Component], events: Sequence[Component]) -> Iterator[Problem]:
    if not calendars:
        yield Problem(1, "there is no calendar")
    if not events:
        yield Problem(1, "there is no event, and clients take an empty feed for a broken one")
    for calendar in calendars[1:]:
        yield Problem(calendar.number, "a second calendar begins, and many readers see only the first")
    for calendar in calendars[:1]:
        for one, other in SAME_IN_CALENDAR:
            if calendar.value(one) != calendar.value(other):
                yield Problem(calendar.number, f"{one} and {other} differ")
        if calendar.value("LAST-MODIFIED") < max((event.value("LAST-MODIFIED") for event in events), default=""):
            yield Problem(calendar.number, "the calendar's LAST-MODIFIED is older than that of an event")


def _of_event(event: Component) -> Iterator[Problem]:
    start, end = event.value("DTSTART"), event.value("DTEND")
    if _is_date(start) and _is_date(end) and end <= start:
        yield Problem(event.number, f"the event ends on {end} (exclusive), not after its start on {start}")
    if event.value("DTSTAMP") != event.value("LAST-MODIFIED"):
        yield Problem(event.number, "DTSTAMP and LAST-MODIFIED differ, which without METHOD are the same time")


def _of_order(events: Sequence[Component]) -> Iterator[Problem]:
    for before, after in pairwise(events):
        if after.value("DTSTART") < before.value("DTSTART"):
            yield Problem(after.number, "the event stands after one that starts later")


def _of_uids(lines: Iterable[Line]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for line in lines:
        if first.setdefault(line.value, line.number) != line.number:
            yield Problem(line.number, f"the UID {line.value!r} is that of line {first[line.value]} too")


def _is_date(value: str) -> bool:
    return bool(re.fullmatch("[0-9]{8}", value)) and _is_real(date.fromisoformat, value)


def _is_utc(value: str) -> bool:
    return bool(re.fullmatch("[0-9]{8}T[0-9]{6}Z", value)) and _is_real(datetime.fromisoformat, value)


def _is_real(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def _like(words: str, pattern: str) -> Form:
    return Form(words, lambda value: bool(re.fullmatch(pattern, value, re.DOTALL)))


def _one_of(*values: str) -> Form:
    return Form(" or ".join(values), lambda value: value in values)


_TEXT = r"(?:[^\\,;]|\\[\\,;n])+"
_TIME = r"T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)"
TEXT = _like("text with each backslash, comma, semicolon and line break escaped, and nothing else", _TEXT)
TEXTS = _like("texts with commas between them, each escaped as texts are", f"{_TEXT}(?:,{_TEXT})*")
DATE = Form("a day of the calendar as YYYYMMDD", _is_date)
UTC = Form("a time in UTC as YYYYMMDDTHHMMSSZ", _is_utc)
INTEGER = _like("a whole number from 0 on", "0|[1-9][0-9]*")
URI = _like("an address", r"[a-z][a-z0-9+.-]*:[!-~]+")
DURATION = _like("a positive duration such as P1D or PT12H", rf"(?=.*[1-9])(?a:\+?P(?:\d+W|\d+D(?:{_TIME})?|{_TIME}))")
COLOR = Form("a color name of CSS3", CSS3.__contains__)
HEX_COLOR = _like("a color value such as #4169E1", "#[0-9A-F]{6}")

# No UID: vdirsyncer takes the first one of a file for that of every event.
CALENDAR: Mapping[str, Property] = {
    "VERSION": Property(_one_of("2.0")),
    "PRODID": Property(TEXT),
    "CALSCALE": Property(_one_of("GREGORIAN")),
    "NAME": Property(TEXT),
    "X-WR-CALNAME": Property(TEXT),
    "DESCRIPTION": Property(TEXT),
    "X-WR-CALDESC": Property(TEXT),
    "LAST-MODIFIED": Property(UTC),
    "CATEGORIES": Property(TEXTS),
    "REFRESH-INTERVAL": Property(DURATION, "VALUE=DURATION"),
    "X-PUBLISHED-TTL": Property(DURATION),
    "COLOR": Property(COLOR),
    "X-APPLE-CALENDAR-COLOR": Property(HEX_COLOR),
    "URL": Property(URI, required=False),
    "SOURCE": Property(URI, "VALUE=URI", required=False),
}
EVENT: Mapping[str, Property] = {
    "UID": Property(TEXT),
    "DTSTAMP": Property(UTC),
    "LAST-MODIFIED": Property(UTC),
    "SEQUENCE": Property(INTEGER),
    "DTSTART": Property(DATE, "VALUE=DATE"),
    "DTEND": Property(DATE, "VALUE=DATE"),
    "SUMMARY": Property(TEXT),
    "DESCRIPTION": Property(TEXT),
    "CATEGORIES": Property(TEXTS),
    "TRANSP": Property(_one_of("TRANSPARENT", "OPAQUE")),
    "COLOR": Property(COLOR, required=False),
    "X-MICROSOFT-CDO-BUSYSTATUS": Property(_one_of("OOF"), required=False),
    "X-DATE-STATUS": Property(_one_of("fixed", "announced", "computed", "unsettled")),
    "STATUS": Property(_one_of("CONFIRMED", "TENTATIVE", "CANCELLED"), required=False),
}
VOCABULARY: Mapping[str, Mapping[str, Property]] = {"VCALENDAR": CALENDAR, "VEVENT": EVENT}
# The same thing said twice, since some readers know only the one and some only the other.
SAME_IN_CALENDAR = (
    ("NAME", "X-WR-CALNAME"),
    ("DESCRIPTION", "X-WR-CALDESC"),
    ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
)
