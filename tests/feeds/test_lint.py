"""The linter itself: it praises a good feed, and catches every fault that a good feed can be given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds.lint import CALENDAR, EVENT, problems

EVENT_OF_PESACH = """\
BEGIN:VEVENT
UID:1c6e8d0a-7c2f-5f57-9d3b-0a4f2b8c6d11
DTSTAMP:20261124T000000Z
LAST-MODIFIED:20261124T000000Z
SEQUENCE:0
STATUS:CONFIRMED
DTSTART;VALUE=DATE:20270422
DTEND;VALUE=DATE:20270430
SUMMARY:Pessach
DESCRIPTION:Beginnt am Vorabend\\, 21. April\\, bei Sonnenuntergang.\\nAch
 t Tage\\; in Büchern heißt es C:\\\\Pessach.
CATEGORIES:Judentum,Fest
TRANSP:TRANSPARENT
COLOR:royalblue
X-DATE-STATUS:fixed
END:VEVENT
"""
EVENT_OF_SHAVUOT = """\
BEGIN:VEVENT
UID:52b3a3fe-4f0c-5d0e-8a51-6b1f0c0f7f22
DTSTAMP:20270201T120000Z
LAST-MODIFIED:20270201T120000Z
SEQUENCE:1
DTSTART;VALUE=DATE:20270611
DTEND;VALUE=DATE:20270613
SUMMARY:Schawuot (שבועות)
DESCRIPTION:Beginnt am Vorabend\\, 10. Juni\\, bei Sonnenuntergang. Das
 Wochenfest.
CATEGORIES:Judentum
TRANSP:OPAQUE
COLOR:royalblue
X-MICROSOFT-CDO-BUSYSTATUS:OOF
X-DATE-STATUS:announced
END:VEVENT
"""
CALENDAR_PROPERTIES = """\
VERSION:2.0
PRODID:-//example//Lint//DE
CALSCALE:GREGORIAN
NAME:Jüdische Feste
X-WR-CALNAME:Jüdische Feste
DESCRIPTION:Die Feste des Judentums\\, wie sie in Deutschland begangen wer
 den\\; berechnet.
X-WR-CALDESC:Die Feste des Judentums\\, wie sie in Deutschland begangen we
 rden\\; berechnet.
LAST-MODIFIED:20270201T120000Z
CATEGORIES:Jüdische Feste
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
SOURCE;VALUE=URI:https://example.org/feste.ics
COLOR:royalblue
X-APPLE-CALENDAR-COLOR:#4169E1
"""
TEXT = f"BEGIN:VCALENDAR\n{CALENDAR_PROPERTIES}{EVENT_OF_PESACH}{EVENT_OF_SHAVUOT}END:VCALENDAR\n"


def feed(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8")


GOOD = feed(TEXT)


def test_a_good_feed_has_no_problems() -> None:
    assert problems(GOOD) == []


# Each fault: what stands in the good feed (its first place counts), what is put there, and what is to be said.
FAULTS = {
    "LF alone": (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "line 2: it ends in a bare LF instead of CRLF."),
    "CR alone": (b"VERSION:2.0\r\n", b"VERSION:2.0\r", "line 2: it ends in a bare CR instead of CRLF."),
    "two CR": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\r\n", "line 2: it ends in a bare CR instead of CRLF."),
    "no end of the last line": (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "it ends in nothing instead of CRLF."),
    "empty line": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", "line 3: it is empty."),
    "76 octets": (b"SUMMARY:Pessach", b"SUMMARY:" + b"x" * 68, "it has 76 octets; at most 75 are allowed."),
    "76 octets, 72 letters": (b"SUMMARY:Pessach", b"SUMMARY:" + "ü".encode() * 34, "it has 76 octets"),
    "continuation of 76 octets": (b" Wochenfest.", b" " + b"x" * 75, "it has 76 octets"),
    "byte order mark": (b"BEGIN:VCAL", b"\xef\xbb\xbfBEGIN:VCAL", "line 1: it begins with a byte order mark."),
    "byte order mark inside": (b"Pessach\r\n", b"\xef\xbb\xbfPessach\r\n", "the control character U+FEFF."),
    "Latin-1": ("Jüdische".encode(), "Jüdische".encode("latin-1"), "line 5: it is not valid UTF-8 by itself (octet 7)"),
    "Latin-1 unfolded": ("Jüdische".encode(), "Jüdische".encode("latin-1"), "not valid UTF-8 after unfolding."),
    "fold inside a letter": (
        "Büchern".encode(),
        "Büchern".encode().replace(b"\xbc", b"\r\n \xbc"),
        "it is not valid UTF-8 by itself",
    ),
    "surrogate": (b"Pessach\r\n", b"\xed\xa0\x80\r\n", "it is not valid UTF-8 by itself"),
    "overlong slash": (b"Pessach\r\n", b"\xc0\xaf\r\n", "it is not valid UTF-8 by itself"),
    "fold inside an escape": (b"Tage\\; in", b"Tage\\\r\n ; in", "it goes on inside an escape."),
    "fold before a blank": (b"Ach\r\n t Tage", b"Acht\r\n  Tage", "it goes on with a blank"),
    "fold before an accent": (b"Pessach\r\n", "Pesa\r\n \u0301ch\r\n".encode(), "it goes on with U+0301"),
    "fold inside a joined emoji": (b"Pessach\r\n", "👩\r\n \u200d👦\r\n".encode(), "it goes on with U+200D"),
    "fold with a tab": (b"\r\n Wochenfest", b"\r\n\tWochenfest", "the control character U+0009."),
    "blank at a fold": (b"Das\r\n", b"Das \r\n", "it ends in a blank, which some readers strip."),
    "tab at a fold": (b"Das\r\n", b"Das\t\r\n", "it ends in a blank, which some readers strip."),
    "blank after a value": (b"SUMMARY:Pessach", b"SUMMARY:Pessach ", "the value of SUMMARY ends in a blank."),
    "hard blank after a value": (b"Pessach\r\n", "Pessach\u00a0\r\n".encode(), "the value of SUMMARY ends in a blank."),
    "line break after a value": (b"Pessach\r\n", b"Pessach\\n\r\n", "the value of SUMMARY ends in a blank."),
    "bell": (b"SUMMARY:Pessach", b"SUMMARY:Pess\x07ach", "the control character U+0007."),
    "null": (b"SUMMARY:Pessach", b"SUMMARY:Pess\x00ach", "the control character U+0000."),
    "delete": (b"SUMMARY:Pessach", b"SUMMARY:Pess\x7fach", "the control character U+007F."),
    "next line": (b"SUMMARY:Pessach", "SUMMARY:Pess\u0085ach".encode(), "the control character U+0085."),
    "line separator": (b"SUMMARY:Pessach", "SUMMARY:Pess\u2028ach".encode(), "the control character U+2028."),
    "no colon": (b"SEQUENCE:0", b"SEQUENCE 0", "it is not of the form NAME:value"),
    "small letters": (b"SEQUENCE:0", b"sequence:0", "it is not of the form NAME:value"),
    "colon for semicolon": (b"INTERVAL;VALUE=DURATION:", b"INTERVAL:VALUE=DURATION:", "REFRESH-INTERVAL must have"),
    "no value": (b"SUMMARY:Pessach", b"SUMMARY:", "SUMMARY has no value."),
    "event not closed": (b"END:VEVENT\r\nBEGIN:VEVENT", b"BEGIN:VEVENT", "BEGIN:VEVENT has no place in VEVENT."),
    "event closed twice": (b"END:VEVENT", b"END:VEVENT\r\nEND:VEVENT", "END:VEVENT closes VCALENDAR of line 1."),
    "calendar not closed": (b"END:VCALENDAR\r\n", b"", "line 1: BEGIN:VCALENDAR is never closed."),
    "calendar closed twice": (b"END:VCALENDAR", b"END:VCALENDAR\r\nEND:VCALENDAR", "END:VCALENDAR closes nothing."),
    "no calendar": (b"BEGIN:VCALENDAR\r\n", b"", "line 1: there is no calendar."),
    "cut off": (b"END:VEVENT\r\nEND:VCALENDAR\r\n", b"", "BEGIN:VEVENT is never closed."),
    "line before the calendar": (b"BEGIN:VCAL", b"X-A:b\r\nBEGIN:VCAL", "line 1: X-A stands outside of the calendar."),
    "line after the calendar": (b"END:VCALENDAR", b"END:VCALENDAR\r\nX-A:b", "X-A stands outside of the calendar."),
    "two calendars": (GOOD, GOOD + GOOD, "a second calendar begins, and many readers see only the first."),
    "no event": (feed(EVENT_OF_PESACH + EVENT_OF_SHAVUOT), b"", "line 1: there is no event"),
    "alarm": (
        b"END:VEVENT",
        b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT4H\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT",
        "BEGIN:VALARM has no place in VEVENT.",
    ),
    "task": (b"END:VCALENDAR", b"BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR", "BEGIN:VTODO has no place in VCALENDAR."),
    "METHOD": (b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH", "METHOD has no place in a VCALENDAR of our feeds."),
    "UID of the calendar": (b"VERSION:2.0", b"VERSION:2.0\r\nUID:feste", "UID has no place in a VCALENDAR"),
    "zone": (b"VERSION:2.0", b"VERSION:2.0\r\nX-WR-TIMEZONE:Europe/Berlin", "X-WR-TIMEZONE has no place"),
    "RRULE": (b"SEQUENCE:0", b"SEQUENCE:0\r\nRRULE:FREQ=YEARLY", "RRULE has no place in a VEVENT of our feeds."),
    "DURATION beside DTEND": (b"SEQUENCE:0", b"SEQUENCE:0\r\nDURATION:P1D", "DURATION has no place in a VEVENT"),
    "another VERSION": (b"VERSION:2.0", b"VERSION:1.0", "VERSION must be 2.0, not '1.0'."),
    "another scale": (b"CALSCALE:GREGORIAN", b"CALSCALE:HEBREW", "CALSCALE must be GREGORIAN, not 'HEBREW'."),
    "two names": (b"X-WR-CALNAME:J", b"X-WR-CALNAME:j", "line 1: NAME and X-WR-CALNAME differ."),
    "two descriptions": (b"X-WR-CALDESC:Die", b"X-WR-CALDESC:die", "DESCRIPTION and X-WR-CALDESC differ."),
    "two intervals": (b"X-PUBLISHED-TTL:P1D", b"X-PUBLISHED-TTL:PT1H", "REFRESH-INTERVAL and X-PUBLISHED-TTL differ."),
    "interval without VALUE": (b"INTERVAL;VALUE=DURATION:", b"INTERVAL:", "must have VALUE=DURATION, not ''."),
    "PT7D": (b"DURATION:P1D", b"DURATION:PT7D", "must be a positive duration such as P1D or PT12H, not 'PT7D'."),
    "P12H": (b"DURATION:P1D", b"DURATION:P12H", "REFRESH-INTERVAL must be a positive duration"),
    "PT1H5S": (b"DURATION:P1D", b"DURATION:PT1H5S", "REFRESH-INTERVAL must be a positive duration"),
    "P1W1D": (b"DURATION:P1D", b"DURATION:P1W1D", "REFRESH-INTERVAL must be a positive duration"),
    "PT alone": (b"DURATION:P1D", b"DURATION:P1DT", "REFRESH-INTERVAL must be a positive duration"),
    "no days": (b"DURATION:P1D", b"DURATION:P0D", "REFRESH-INTERVAL must be a positive duration"),
    "negative days": (b"DURATION:P1D", b"DURATION:-P1D", "REFRESH-INTERVAL must be a positive duration"),
    "Python's days": (b"TTL:P1D", b"TTL:1 day\\, 0:00:00", "X-PUBLISHED-TTL must be a positive duration"),
    "TTL PT1D": (b"TTL:P1D", b"TTL:PT1D", "X-PUBLISHED-TTL must be a positive duration"),
    "hex COLOR": (b"COLOR:royalblue", b"COLOR:#4169E1", "COLOR must be a color name of CSS3, not '#4169E1'."),
    "COLOR of CSS4": (b"COLOR:royalblue", b"COLOR:rebeccapurple", "COLOR must be a color name of CSS3"),
    "name for hex": (b"#4169E1", b"royalblue", "X-APPLE-CALENDAR-COLOR must be a color value such as #4169E1"),
    "SOURCE without VALUE": (b"SOURCE;VALUE=URI:", b"SOURCE:", "SOURCE must have VALUE=URI, not ''."),
    "SOURCE with a blank": (b"org/feste.ics", b"org/feste de.ics", "SOURCE must be an address"),
    "older than its event": (
        b"LAST-MODIFIED:20270201",
        b"LAST-MODIFIED:20261124",
        "line 1: the calendar's LAST-MODIFIED is older than that of an event.",
    ),
    "UID twice": (
        b"52b3a3fe-4f0c-5d0e-8a51-6b1f0c0f7f22",
        b"1c6e8d0a-7c2f-5f57-9d3b-0a4f2b8c6d11",
        "line 35: the UID '1c6e8d0a-7c2f-5f57-9d3b-0a4f2b8c6d11' is that of line 19 too.",
    ),
    "local DTSTAMP": (b"DTSTAMP:20261124T000000Z", b"DTSTAMP:20261124T000000", "DTSTAMP must be a time in UTC"),
    "DTSTAMP of a zone": (b"DTSTAMP:", b"DTSTAMP;TZID=Europe/Berlin:", "DTSTAMP must have no parameters"),
    "DTSTAMP at 25 hours": (b"DTSTAMP:20261124T00", b"DTSTAMP:20261124T25", "DTSTAMP must be a time in UTC"),
    "DTSTAMP of the clock": (b"DTSTAMP:20261124", b"DTSTAMP:20261125", "line 18: DTSTAMP and LAST-MODIFIED differ"),
    "SEQUENCE -1": (b"SEQUENCE:0", b"SEQUENCE:-1", "SEQUENCE must be a whole number from 0 on, not '-1'."),
    "SEQUENCE 0.5": (b"SEQUENCE:0", b"SEQUENCE:0.5", "SEQUENCE must be a whole number"),
    "SEQUENCE 01": (b"SEQUENCE:0", b"SEQUENCE:01", "SEQUENCE must be a whole number"),
    "31 February": (b"20270422", b"20270231", "DTSTART must be a day of the calendar as YYYYMMDD, not '20270231'."),
    "29 February 2027": (b"20270422", b"20270229", "DTSTART must be a day of the calendar"),
    "ISO day": (b"20270422", b"2027-04-22", "DTSTART must be a day of the calendar"),
    "week date": (b"20270422", b"2027W165", "DTSTART must be a day of the calendar"),
    "midnight for a day": (b"DTSTART;VALUE=DATE:20270422", b"DTSTART:20270422T000000", "DTSTART must have VALUE=DATE"),
    "no VALUE=DATE": (b"DTEND;VALUE=DATE:", b"DTEND:", "DTEND must have VALUE=DATE, not ''."),
    "end at its start": (b"DTEND;VALUE=DATE:20270430", b"DTEND;VALUE=DATE:20270422", "line 18: the event ends on"),
    "end before its start": (b"DTEND;VALUE=DATE:20270430", b"DTEND;VALUE=DATE:20270421", "not after its start"),
    "CLASS, the default": (b"TRANSP:OPAQUE", b"TRANSP:OPAQUE\r\nCLASS:PUBLIC", "CLASS has no place in a VEVENT"),
    "URL beside that of the text": (b"TRANSP:OPAQUE", b"TRANSP:OPAQUE\r\nURL:https://x.org/", "URL has no place in a"),
    "TRANSP": (b"TRANSP:OPAQUE", b"TRANSP:FREE", "TRANSP must be TRANSPARENT or OPAQUE, not 'FREE'."),
    "STATUS": (b"STATUS:CONFIRMED", b"STATUS:MAYBE", "STATUS must be CONFIRMED or TENTATIVE or CANCELLED"),
    "BUSYSTATUS": (b"BUSYSTATUS:OOF", b"BUSYSTATUS:FREE", "X-MICROSOFT-CDO-BUSYSTATUS must be OOF"),
    "date status": (b"STATUS:fixed", b"STATUS:sure", "X-DATE-STATUS must be fixed or announced or computed"),
    "language of a text": (b"SUMMARY:", b"SUMMARY;LANGUAGE=de:", "SUMMARY must have no parameters"),
    "bare comma": (b"SUMMARY:Pessach", b"SUMMARY:Pessach, 8 Tage", "SUMMARY must be text with each backslash, comma"),
    "bare semicolon": (b"SUMMARY:Pessach", b"SUMMARY:Pessach; Tag", "SUMMARY must be text with each backslash, comma"),
    "bare backslash": (b"SUMMARY:Pessach", b"SUMMARY:C:\\Pessach", "SUMMARY must be text with each backslash, comma"),
    "backslash at the end": (b"SUMMARY:Pessach", b"SUMMARY:Pessach\\", "SUMMARY must be text with each backslash"),
    "escaped colon": (b"SUMMARY:Pessach", b"SUMMARY:Pessach\\: Tag", "SUMMARY must be text with each backslash, comma"),
    "capital line break": (b"SUMMARY:Pessach", b"SUMMARY:Pessach\\NTag", "SUMMARY must be text with each backslash"),
    "NAME unescaped": (b"\r\nNAME:", b"\r\nNAME:A, B; ", "NAME must be text with each backslash, comma"),
    "empty category": (b"Judentum,Fest", b"Judentum,,Fest", "CATEGORIES must be texts with commas between them"),
    "not in order": (
        feed(EVENT_OF_PESACH + EVENT_OF_SHAVUOT),
        feed(EVENT_OF_SHAVUOT + EVENT_OF_PESACH),
        "the event stands after one that starts later.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("good, bad, said", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_noticed(good: bytes, bad: bytes, said: str) -> None:
    assert good in GOOD
    found = problems(GOOD.replace(good, bad, 1))
    assert any(said in sentence for sentence in found), found


@pytest.mark.parametrize("good, bad, said", FAULTS.values(), ids=FAULTS)
def test_every_problem_is_a_sentence_with_a_line(good: bytes, bad: bytes, said: str) -> None:
    broken = GOOD.replace(good, bad, 1)
    lines = len(re.split(rb"\r\n|\r|\n", broken))
    for sentence in problems(broken):
        match = re.fullmatch(r"line (\d+): .+\.", sentence, re.DOTALL)
        assert match, sentence
        assert 1 <= int(match[1]) <= lines


def named(properties: dict[str, bool], component: str) -> list[tuple[str, str]]:
    return [(component, name) for name, wanted in properties.items() if wanted]


REQUIRED = [
    *named({name: known.required for name, known in CALENDAR.items()}, "VCALENDAR"),
    *named({name: known.required for name, known in EVENT.items()}, "VEVENT"),
]
KNOWN = [*(("VCALENDAR", name) for name in CALENDAR if name != "URL"), *(("VEVENT", name) for name in EVENT)]


def lines_of(component: str, name: str) -> re.Match[bytes]:
    """A property of the calendar, or of its first event, with its continuations."""
    pattern = re.compile(rb"^%s[;:][^\r]*\r\n(?: [^\r]*\r\n)*" % name.encode(), re.MULTILINE)
    match = pattern.search(GOOD, GOOD.index(b"BEGIN:%s" % component.encode()))
    assert match
    return match


@pytest.mark.parametrize("component, name", REQUIRED)
def test_a_missing_property_is_noticed(component: str, name: str) -> None:
    lines = lines_of(component, name)
    begin = 1 if component == "VCALENDAR" else 18
    found = problems(GOOD[: lines.start()] + GOOD[lines.end() :])
    begin -= component == "VEVENT" and lines.start() < GOOD.index(b"BEGIN:VEVENT")
    assert f"line {begin}: the {component} that begins here has no {name}." in found


@pytest.mark.parametrize("component, name", KNOWN)
def test_a_repeated_property_is_noticed(component: str, name: str) -> None:
    lines = lines_of(component, name)
    first = GOOD.count(b"\n", 0, lines.start()) + 1
    again = GOOD.count(b"\n", 0, lines.end()) + 1
    found = problems(GOOD[: lines.end()] + lines[0] + GOOD[lines.end() :])
    assert f"line {again}: {name} stands here again after line {first}." in found


LINES = GOOD.decode().split("\r\n")[:-1]
ENDINGS = st.text("\r\n\v\f\x85\u2028\u2029", max_size=4).filter(lambda ending: ending != "\r\n")


@given(st.dictionaries(st.integers(0, len(LINES) - 1), ENDINGS, min_size=1))
def test_no_change_of_line_endings_stays_unnoticed(endings: dict[int, str]) -> None:
    changed = "".join(line + endings.get(number, "\r\n") for number, line in enumerate(LINES))
    assert problems(changed.encode())


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3))
def test_the_linter_itself_never_fails(place: int, bytes_there: bytes) -> None:
    problems(GOOD[:place] + bytes_there + GOOD[place + 1 :])
    problems(GOOD[:place])


@given(st.binary())
def test_bytes_that_are_no_feed_are_no_good_feed(content: bytes) -> None:
    assert problems(content)
