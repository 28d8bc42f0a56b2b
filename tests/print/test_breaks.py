"""Where lines, columns and pages end: nothing continues without its heading, no heading is left behind."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from interfaith_cal.export.print.booklet import booklet
from interfaith_cal.export.print.kept import NO_BREAK, kept_together
from interfaith_cal.religions import community
from interfaith_cal.words import texts
from tests.print.conftest import POINTS_PER_MM, issue, lines, pages_of, printed

LANGUAGES = ("de", "en", "tr")
EDITIONS = ("nrw", "all", "three", "seven")
MARGIN_OF_PAPER = 5 * POINTS_PER_MM
# On A5: below the running head, above the page number, right of the dates.
HEAD, FOOT, DATES = 15 * POINTS_PER_MM, 194 * POINTS_PER_MM, 30 * POINTS_PER_MM
each_language = pytest.mark.parametrize("lang", LANGUAGES)
each_edition = pytest.mark.parametrize("edition", EDITIONS)


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("text", "kept"), [
    ("am 1. Advent und", "am 1.~Advent und"),
    ("Hl. Markus", "Hl.~Markus"),
    ("Feast of St Mark on 8 May 2027", "Feast of St~Mark on 8~May 2027"),
    ("Hz. Ali", "Hz.~Ali"),
    ("Im Jahr 622. Danach", "Im Jahr 622. Danach"),
    ("Gest. Er lebte", "Gest. Er lebte"),
])  # fmt: skip
def test_numbers_and_titles_stay_with_what_they_belong_to(text: str, kept: str) -> None:
    assert kept_together({"a": [text], "qr": text}) == {"a": [kept.replace("~", NO_BREAK)], "qr": text}


@each_language
@pytest.mark.parametrize("work", ["poster", "booklet", "greetings", "table", "rulebook"])
def test_no_line_ends_within_a_name(work: str, lang: str) -> None:
    """Where a blank joins what belongs together, both stand on one line of the page."""
    for page in pages_of(printed(work, lang=lang)):
        for word, after in pairwise(page):
            if re.fullmatch(r"(\d{1,2}|Hl|Hll|Sel|St|Hz)\.|St", word.text) and re.match(r"[^\W\d]{3}", after.text):
                assert after.y_min < word.y_max, (word, after)


@each_language
@each_edition
def test_every_column_of_the_greeting_sheet_begins_and_none_ends_with_a_community(edition: str, lang: str) -> None:
    made = issue(2027, lang, edition)
    headings = [plain(community(name).code(lang) + community(name).name(lang)) for name in made.communities]
    width = (210 - 2 * 10 - 2 * 5) / 3
    for page in pages_of(printed("greetings", lang=lang, edition=edition)):
        for number in range(3):
            left = (10 + number * (width + 5) - 1) * POINTS_PER_MM
            column = lines(page, left, left + (width + 2) * POINTS_PER_MM, 24.5 * POINTS_PER_MM, 286 * POINTS_PER_MM)
            if column:
                first, last = plain(column[0].text), plain(column[-1].text)
                assert any(first.startswith(heading) for heading in headings), column[0]
                assert not any(last.startswith(heading) for heading in headings), column[-1]


@each_language
@each_edition
def test_every_page_of_the_yearly_table_begins_with_its_month_and_ends_with_a_day(edition: str, lang: str) -> None:
    pages = pages_of(printed("table", lang=lang, edition=edition))
    months = {plain(texts.month_and_year(date(y, m, 1), lang)) for y in (2026, 2027, 2028) for m in range(1, 13)}
    for number, page in enumerate(pages):
        said = lines(page, bottom=198 * POINTS_PER_MM)
        heads = [place for place, line in enumerate(said) if plain(line.text) in months]
        assert heads[0] == (2 if number == 0 else 0), said[:4]
        assert heads[-1] < len(said) - 2, said[-3:]


@each_language
@each_edition
def test_every_page_of_the_booklet_says_month_and_day_and_ends_with_no_heading(edition: str, lang: str) -> None:
    months = {month["name"]: month for month in booklet(issue(2027, lang, edition))["months"]}
    weekdays = {texts.weekday(number, lang) for number in range(7)}
    seen = []
    for page in pages_of(printed("booklet", lang=lang, edition=edition)):
        name = lines(page, bottom=HEAD)[0].text.split()[-1] if lines(page, bottom=HEAD) else ""
        if name not in months:
            continue
        seen.append(name)
        entries = [
            plain(community(e["keeper"]).code(lang) + e["name"]) for day in months[name]["days"] for e in day["entries"]
        ]
        said = lines(page, left=DATES, top=HEAD, bottom=FOOT)
        headings = [n for n, line in enumerate(said) if any(plain(line.text).startswith(e[:20]) for e in entries)]
        dates = [line.y for line in lines(page, right=DATES, top=HEAD, bottom=FOOT) if line.text in weekdays]
        if months[name]["days"]:
            # The weekday stands below the number, which stands beside the heading.
            assert abs(dates[0] - said[headings[0]].y) < 25, (name, said[headings[0]])
            assert headings[-1] < len(said) - 2, said[-1]
    assert list(dict.fromkeys(seen)) == list(months)


@pytest.mark.parametrize(
    ("paper", "edition", "lang"),
    [
        *(("a5", edition, lang) for edition in EDITIONS for lang in LANGUAGES),
        *(("a4", edition, lang) for edition, lang in (("nrw", "de"), ("three", "tr"), ("all", "en"))),
    ],
)
def test_the_booklet_can_be_bound_and_has_a_page_for_each_community(paper: str, edition: str, lang: str) -> None:
    made = issue(2027, lang, edition)
    pages = pages_of(printed("booklet", lang=lang, edition=edition, paper=paper))
    assert len(pages) % 4 == 0
    heads = [" ".join(line.text for line in lines(page, bottom=18 * POINTS_PER_MM)) for page in pages]
    headed = texts.wording(lang, "print-communities")
    about = [page for page, head in zip(pages, heads, strict=True) if head.endswith(headed)]
    assert len(about) == len(made.religions)
    for page, name in zip(about, made.religions, strict=True):
        assert plain(community(name).name(lang)) in plain(" ".join(word.text for word in page))
    blank = [head for head in heads if head.endswith(" " + texts.wording(lang, "print-blank-pages"))]
    assert len(blank) < 4
    assert heads[len(heads) - len(blank) :] == blank


@pytest.mark.parametrize("work", ["booklet", "greetings", "table", "rulebook"])
@each_language
def test_no_word_reaches_the_edge_of_a_page(work: str, lang: str) -> None:
    size = {"booklet": (148, 210), "table": (297, 210)}.get(work, (210, 297))
    width, height = (length * POINTS_PER_MM for length in size)
    for page in pages_of(printed(work, lang=lang)):
        for word in page:
            assert MARGIN_OF_PAPER < word.x_min < word.x_max < width - MARGIN_OF_PAPER, word
            assert MARGIN_OF_PAPER < word.y_min < word.y_max < height - MARGIN_OF_PAPER, word
