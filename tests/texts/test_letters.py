"""Turkish has an i with a dot and one without: capitals, comparisons and dates that are read keep them apart."""

from __future__ import annotations

from datetime import date

import pytest

from interfaith_cal import appointments
from interfaith_cal.words import texts
from interfaith_cal.words.languages import languages
from interfaith_cal.words.letters import first_upper, folded, upper


@pytest.mark.parametrize(
    ("small", "turkish", "german"),
    [("izin", "İZİN", "IZIN"), ("ılık", "ILIK", "ILIK"), ("ışık günü", "IŞIK GÜNÜ", "IŞIK GÜNÜ"), ("", "", "")],
)
def test_capitals_are_those_of_the_language(small: str, turkish: str, german: str) -> None:
    assert (upper(small, "tr"), upper(small, "tr:de"), upper(small, "de")) == (turkish, turkish, german)
    assert first_upper(small, "tr") == turkish[:1] + small[1:]


def test_either_i_is_the_same_in_a_comparison() -> None:
    assert {folded(word) for word in ("kasım", "KASIM", "Kasim", "KASİM")} == {"kasim"}


@pytest.mark.parametrize("lang", languages())
def test_dates_are_read_as_they_are_written(lang: str) -> None:
    for month in range(1, 13):
        day = date(2027, month, 22)
        for written in (texts.long_date(day, lang), texts.short_date(day, lang)):
            for form in (written, upper(written, lang)):
                assert appointments.span(form) == (day, day), form
