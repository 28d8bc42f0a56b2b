"""Files that nobody means well: calendars, tables, workbooks and data, well-formed, nearly so, or not at all."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from hypothesis import strategies as st

LETTERS = st.text(st.characters(codec="utf-8"), max_size=20)
DAYS = st.sampled_from(
    ("20270512", "99991231", "00010101", "20270512T100000Z", "99991231T235959Z", "20270229", "x", "", "12.05.2027",
     "2027-05-12..2027-05-16", "9999-12-31", "0000-00-00", "1583-01-01", "31.12.2100")
)  # fmt: skip
DURATIONS = st.sampled_from(("P1D", "P99999999D", "-P1D", "PT0S", "P", f"P{'9' * 400}D", "P1W", "x"))
RULES = st.lists(
    st.sampled_from(
        ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=SECONDLY", "FREQ=YEARLY", "FREQ=x", "COUNT=3", "COUNT=0", "COUNT=99999999",
         "UNTIL=20280101", "UNTIL=99991231T235959Z", "UNTIL=x", "INTERVAL=0", "INTERVAL=-1", "INTERVAL=999999999",
         "BYMONTHDAY=31", "BYDAY=MO,-1FR", "BYDAY=99MO", "BYMONTH=13", "BYSETPOS=1", "BYHOUR=25", "WKST=x", "=", "")
    ), min_size=1, max_size=4,
).map(";".join)  # fmt: skip
PARAMETERS = st.sampled_from(
    ("", ";VALUE=DATE", ";VALUE=DATE-TIME", ";TZID=Europe/Berlin", ";TZID=x", ";TZID=../../etc/passwd", ";VALUE=PERIOD")
)
PROPERTIES = st.one_of(
    st.tuples(st.sampled_from(("DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID")), PARAMETERS, DAYS).map(
        lambda parts: f"{parts[0]}{parts[1]}:{parts[2]}"
    ),
    DURATIONS.map("DURATION:{}".format),
    RULES.map("RRULE:{}".format),
    LETTERS.map("SUMMARY:{}".format),
    st.sampled_from(("STATUS:CANCELLED", "UID:1", "BEGIN:VALARM", "END:VEVENT", "BEGIN:VEVENT", "END:VCALENDAR", "x")),
)
EVENTS = st.tuples(st.just("DTSTART;VALUE=DATE:20270512"), st.lists(PROPERTIES, max_size=6).map("\r\n".join)).map(
    lambda parts: f"BEGIN:VEVENT\r\n{parts[0]}\r\n{parts[1]}\r\nEND:VEVENT\r\n"
)
BARE = st.lists(PROPERTIES, max_size=6).map(
    lambda lines: "BEGIN:VEVENT\r\n" + "\r\n".join(lines) + "\r\nEND:VEVENT\r\n"
)
CALENDARS = st.tuples(st.lists(st.one_of(EVENTS, BARE), max_size=3).map("".join), st.booleans()).map(
    lambda parts: f"BEGIN:VCALENDAR\r\n{parts[0]}{'END:VCALENDAR' if parts[1] else ''}".encode()
)

HEADINGS = ("id", "correct_first_day", "source", "read", "first_day", "von", "bis", "Tag", "x")
CELLS = st.one_of(
    DAYS,
    LETTERS,
    st.sampled_from((*HEADINGS, "alevi/asure/1450", "jewish/pesach/5787", "a/b/c/d", "=1+1", "x" * 131073)),
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=5)
TABLES = st.tuples(ROWS, st.sampled_from(";,\t"), st.sampled_from(("utf-8", "utf-16", "utf-8-sig"))).map(
    lambda parts: "\n".join(parts[1].join(row) for row in [[*HEADINGS[:4]], *parts[0]]).encode(parts[2])
)


@cache
def _parts() -> dict[str, bytes]:
    import openpyxl

    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _workbook(rows: list[tuple[str, str, str, str]], broken: str) -> bytes:
    """A workbook with a sheet of cells as they were drawn, and a part cut off."""
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    cells = "".join(f'<row r="{at}"><c r="{ref}" t="{kind}"><v>{text}</v></c></row>' for at, ref, kind, text in rows)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in _parts().items():
            sheet = f"{head}{cells}</sheetData></worksheet>".encode()
            whole = sheet if name.endswith("sheet1.xml") else content
            archive.writestr(name, whole[: len(whole) // 2] if name == broken else whole)
    return out.getvalue()


WORKBOOKS = st.tuples(
    st.lists(
        st.tuples(
            st.sampled_from(("1", "2", "1048576", "999999999999", "-1", "x", "")),
            st.sampled_from(("A1", "B1", "XFD1", "A1048576", "ZZZZZ1", "1", "", "A0")),
            st.sampled_from(("n", "s", "str", "b", "d", "e", "inlineStr", "x")),
            st.sampled_from(("1", "1e400", "-99999999", "2027-05-12", "x", "", "id", "&amp;", "&x;", "99999999999")),
        ), max_size=5,
    ),
    st.sampled_from(("", "", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml")),
).map(lambda parts: _workbook(*parts))  # fmt: skip

VALUES = st.sampled_from(
    (
        '""',
        "3",
        "[]",
        "{}",
        '["x"]',
        "2027-05-12",
        "nan",
        '"\\u001b"',
        '"all"',
        '["de", "en"]',
        "{ de = 'A', en = 'B' }",
    )
)
KEYS = st.sampled_from(
    ("title", "languages", "communities", "usages", "place", "school_holidays", "country", "x", "pin")
)
DATA = st.lists(st.tuples(KEYS, VALUES).map(" = ".join), max_size=5).map(lambda lines: "\n".join(lines).encode())

CONTENTS: dict[str, st.SearchStrategy[bytes]] = {
    "plan.ics": CALENDARS, "days.csv": TABLES, "sheet.csv": TABLES, "sheet.xlsx": WORKBOOKS, "own.toml": DATA,
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn, name: str) -> bytes:
    """The content of a file: of its kind, sometimes cut off, with a piece of anything, or of another kind."""
    content: bytes = draw(CONTENTS[name] if draw(st.integers(0, 9)) else st.one_of(*CONTENTS.values()))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return content[: draw(st.integers(0, len(content)))]
    if kind == 1:
        at = draw(st.integers(0, len(content)))
        piece: bytes = draw(st.binary(max_size=8))
        return content[:at] + piece + content[at:]
    return content


CALLS = {
    "plan.ics": (["plan", "plan.ics"], ["plan", "2027-05-12", "--school-holidays", "plan.ics"]),
    "days.csv": (["plan", "days.csv", "--format", "csv"], ["plan", "days.csv", "-c", "jewish"]),
    "sheet.csv": (["review", "--apply", "sheet.csv"], ["review", "--apply", "sheet.csv", "--pins", "pins", "--write"]),
    "sheet.xlsx": (["review", "--apply", "sheet.xlsx"],),
    "own.toml": (["list", "--edition", "own.toml", "--from", "2027-05-01", "--to", "2027-05-02"],),
}
"""What reads each of the files."""
