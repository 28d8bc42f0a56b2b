"""The type checker keeps the calendars apart: a month of one is no month of another, and no weekday."""

from __future__ import annotations

from pathlib import Path

from mypy import api

SNIPPET = """
from interfaith_cal.model import SUNDAY
from interfaith_cal.rules.civil import DECEMBER, gregorian
from interfaith_cal.rules.coptic import TOUT, coptic
from interfaith_cal.rules.hebrew import TISHRI, hebrew
from interfaith_cal.rules.hijri import MUHARRAM, hijri
from interfaith_cal.rules.nakshatra import KRITTIKA
from interfaith_cal.rules.panchang import UDAYA
from interfaith_cal.rules.sankranti import MAKARA
from interfaith_cal.rules.tithi import BRIGHT, tithi

hebrew(TISHRI, 10).on_or_after(SUNDAY).moved(SUNDAY, by=1)
hebrew(DECEMBER, 25)
coptic(TOUT, 1).on_or_after(DECEMBER)
coptic(TISHRI, 1)
hijri(1, 1)
gregorian(SUNDAY, 4)
gregorian(MUHARRAM, 1)
tithi(MAKARA, BRIGHT, 1, at=UDAYA)
tithi(KRITTIKA, BRIGHT, 1, at=UDAYA)
gregorian(DECEMBER, 4).nearest(6)
"""


def test_a_month_of_another_calendar_fails_in_mypy(tmp_path: Path) -> None:
    written = tmp_path / "community.py"
    written.write_text(SNIPPET, encoding="utf-8")
    said, trouble, status = api.run(["--strict", "--no-error-summary", "--cache-dir", str(tmp_path), str(written)])
    assert (trouble, status) == ("", 1)
    wrong = [line for line in said.splitlines() if ": error: " in line]
    first = SNIPPET.splitlines().index("hebrew(DECEMBER, 25)") + 1
    assert [int(line.split(":")[1]) for line in wrong] == list(range(first, len(SNIPPET.splitlines()) + 1))
    assert all(line.endswith("[arg-type]") for line in wrong)
