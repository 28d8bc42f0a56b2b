"""Nothing is ever cut off: every year from 2024 to 2040, all languages, every paper that a work is made for."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from interfaith_cal.export.print.days import shown
from interfaith_cal.export.print.works import WORKS, make, sheet_for
from tests.print.conftest import POINTS_PER_MM, issue, printed, text_of, tool

LANGUAGES = ("de", "en", "tr")
PAGES = {"a1": 1, "a2": 2, "a3": 4}
POSTERS = [(paper, orientation) for paper in WORKS["poster"].papers for orientation in WORKS["poster"].orientations]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("year", range(2024, 2041))
def test_each_year_fits_on_every_paper(year: int, lang: str) -> None:
    # All sheets in one of the languages, in the others those with the narrowest cells.
    whole = lang == LANGUAGES[year % 3]
    for paper, orientation in POSTERS if whole else POSTERS[:3:2]:
        (pdf,) = make("poster", issue(year, lang), sheet_for("poster", paper, orientation))
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert len(document.pages) == PAGES[paper], (paper, orientation)
    (pdf,) = make("greetings", issue(year, lang), sheet_for("greetings"))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) in (2, 3, 4)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_fits_on_a_page(month: int) -> None:
    of_month = replace(issue(2027), month=month)
    for paper in WORKS["month"].papers:
        (page,) = make("month", of_month, sheet_for("month", paper), "svg")
        assert page.startswith(b"<svg")


@pytest.mark.parametrize(("paper", "orientation"), POSTERS)
def test_every_line_of_every_day_is_on_the_poster(paper: str, orientation: str) -> None:
    months = text_of(printed("poster", 2027, "de", paper, orientation)).split("Was begangen wird")[0]
    for line in shown(issue(2027)):
        if line.first_day.year == 2027:
            assert line.name in months, line


@pytest.mark.parametrize(("paper", "orientation"), POSTERS)
def test_no_word_reaches_the_edge(paper: str, orientation: str) -> None:
    boxes = tool("pdftotext", "-bbox", "-", "-", given=printed("poster", 2027, "de", paper, orientation))
    width, height = map(float, re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)[0])
    margin = 5 * POINTS_PER_MM
    words = re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', boxes)
    assert len(words) > 3000
    for x_min, y_min, x_max, y_max in (map(float, word) for word in words):
        assert margin < x_min < x_max < width - margin
        assert margin < y_min < y_max < height - margin


def test_type_on_the_a1_poster_is_at_least_seven_points() -> None:
    with pikepdf.open(io.BytesIO(printed("poster"))) as document:
        sizes = set()
        for step in pikepdf.parse_content_stream(document.pages[0], "Tf Tm"):
            if str(step.operator) == "Tf":
                size = float(step.operands[1])
            else:
                across, along = float(step.operands[0]), float(step.operands[1])
                sizes.add(round(size * (across**2 + along**2) ** 0.5, 2))
    letters = {size for size in sizes if size >= 7}
    # Smaller are only the half circle and the check mark, which fill their line more than letters do.
    assert sizes - letters <= {round(0.8 * size, 2) for size in letters}
