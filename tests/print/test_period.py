"""School years and other spans: the same works as of a civil year, with the months that were asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from interfaith_cal.errors import SpanError
from interfaith_cal.export.print.period import Period
from tests.print.conftest import Say, pages_of, text_of

MONTHS = (
    "August 2026", "September", "Oktober", "November", "Dezember", "Januar 2027", "Februar", "März", "April", "Mai",
    "Juni", "Juli",
)  # fmt: skip
NRW = ("--edition", "nrw")


@pytest.mark.parametrize(("first", "last", "name", "months"), [
    (date(2027, 1, 1), date(2027, 12, 31), "2027", 12),
    (date(2026, 8, 1), date(2027, 7, 31), "2026/27", 12),
    (date(2099, 8, 1), date(2100, 7, 31), "2099/00", 12),
    (date(2026, 9, 1), date(2027, 8, 31), "September 2026 – August 2027", 12),
    (date(2027, 1, 1), date(2027, 6, 30), "Januar 2027 – Juni 2027", 6),
    (date(2028, 2, 1), date(2028, 2, 29), "Februar 2028", 1),
])  # fmt: skip
def test_names_of_periods(first: date, last: date, name: str, months: int) -> None:
    period = Period.of_months(first, last)
    assert (period.name("de"), len(period.months)) == (name, months)


@pytest.mark.parametrize(("first", "last", "sentence"), [
    (date(2027, 2, 1), date(2027, 1, 31), "ends before it begins"),
    (date(2027, 1, 2), date(2027, 1, 31), "not made of whole months"),
    (date(2027, 1, 1), date(2027, 1, 30), "not made of whole months"),
    (date(2028, 1, 1), date(2028, 2, 28), "not made of whole months"),
    (date(2027, 1, 1), date(2028, 1, 31), "has 13 months; print at most 12"),
])  # fmt: skip
def test_spans_that_are_not_printed(first: date, last: date, sentence: str) -> None:
    with pytest.raises(SpanError, match=sentence):
        Period.of_months(first, last)


@pytest.mark.parametrize("work", ["poster", "booklet", "greetings", "table"])
def test_a_school_year_is_printed_from_august_to_july(say: Say, tmp_path: Path, work: str) -> None:
    assert say(work, "2026/27", *NRW, "-o", "s.pdf").status == 0
    pdf = (tmp_path / "s.pdf").read_bytes()
    text = text_of(pdf)
    assert "2026/27" in text
    assert ("Chanukka" in text, "Pessach" in text) == (True, True)
    if work == "poster":
        places = [text.index(f" {month} 1 ") for month in MONTHS]
        assert places == sorted(places)
        # Both new years of one school year: that of September 2026 only.
        assert "12.–13.9." in text
        assert "2.–3.10." not in text
    if work == "booklet":
        assert [month for month in MONTHS if f"{month} " in text] == list(MONTHS)


@pytest.mark.parametrize(("paper", "pages"), [("a1", 1), ("a3", 3)])
def test_a_poster_of_half_a_year_fills_the_sheet(say: Say, tmp_path: Path, paper: str, pages: int) -> None:
    words = ("poster", "--from", "2027-08-01", "--to", "2028-01-31", *NRW, "--paper", paper, "-o", "h.pdf")
    assert say(*words).status == 0
    sheets = pages_of((tmp_path / "h.pdf").read_bytes())
    assert len(sheets) == pages
    months = {word.text: word.x_min for word in sheets[0] if word.text in ("August", "Januar")}
    assert months["Januar"] > 4 * (months["August"] + 20)
    assert "August 2027 – Januar 2028" in text_of((tmp_path / "h.pdf").read_bytes())


@pytest.mark.parametrize(("words", "sentence"), [
    (("poster",), "say what to print: a YEAR such as 2027 or 2026/27, or --from DAY and --to DAY."),
    (("poster", "2027", "--from", "2027-01-01"), "a YEAR and --from/--to exclude each other"),
    (("poster", "2026/28"), "'2026/28' is not a school year"),
    (("poster", "--from", "2027-01-15", "--to", "2027-02-28"), "not made of whole months"),
    (("poster", "--from", "2027-01-01", "--to", "2027-03-31", "--month", "5"), "there is no month 5 in Januar 2027"),
])  # fmt: skip
def test_a_span_that_cannot_be_printed_is_said(say: Say, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    said = say(*words, "-o", "x.pdf")
    assert said.status == 2
    assert sentence in said.err
    assert list(tmp_path.iterdir()) == []
