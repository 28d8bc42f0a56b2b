"""What an edition says of its publisher, in print: the line below the title, the picture, the color."""

from __future__ import annotations

import io
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from interfaith_cal.editorial.editions import Edition
from interfaith_cal.editorial.logos import PNG, SVG, Logo
from interfaith_cal.export.print.content import Issue
from interfaith_cal.export.print.typesetting import PrintError
from interfaith_cal.export.print.works import make, sheet_for
from tests.print.conftest import POINTS_PER_MM, edition, issue, pages_of, printed, text_of, tool
from tests.test_editions import chunk

WORKS = ("poster", "booklet", "greetings", "table", "rulebook")
SUBTITLE = {"de": "Ein Wegweiser für Schulen, Ämter und alle, die miteinander leben"}
WIDE, HIGH = 40, 20
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#0B5FA5"/></svg>'


def png() -> bytes:
    """A gray picture, wider than high."""

    head = WIDE.to_bytes(4) + HIGH.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    data = zlib.compress((b"\0" + b"\x80" * WIDE) * HIGH)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def published(**said: object) -> Issue:
    """The year 2027 of an edition of seven communities that says these things of its publisher."""
    own: Edition = replace(edition("seven"), **said)  # type: ignore[arg-type]
    return replace(issue(2027, "de", "seven"), edition=own)


@cache
def whole(work: str) -> bytes:
    """A work of an edition with all three."""
    (pdf,) = make(work, published(subtitle=SUBTITLE, logo=Logo(PNG, png()), accent="#0B5FA5"), sheet_for(work))
    return pdf


def pictures(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height (pixels) of the pictures on the first page."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(int(image["/Width"]), int(image["/Height"])) for image in drawn(opened.pages[0].obj)]


def drawn(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The pictures of a page, those inside of drawings included."""
    for one in page["/Resources"]["/XObject"].values() if "/XObject" in page.get("/Resources", page) else ():
        if one["/Subtype"] == "/Image":
            yield one
        else:
            yield from drawn(one)


@pytest.mark.parametrize("work", WORKS)
def test_a_work_says_the_line_below_the_title_and_cuts_nothing(work: str) -> None:
    assert SUBTITLE["de"] in text_of(whole(work))
    assert SUBTITLE["de"] not in text_of(printed(work, edition="seven"))
    with pikepdf.open(io.BytesIO(whole(work))) as opened:
        _, _, right, top = map(float, opened.pages[0].mediabox)
    for word in pages_of(whole(work))[0]:
        assert 0 <= word.x_min < word.x_max <= right, word
        assert 0 <= word.y_min < word.y_max <= top, word


@pytest.mark.parametrize("work", WORKS)
def test_a_work_shows_the_picture_beside_the_publisher(work: str) -> None:
    assert (WIDE, HIGH) in pictures(whole(work))
    assert (WIDE, HIGH) not in pictures(printed(work, edition="seven"))


@pytest.mark.parametrize("work", WORKS)
def test_the_color_is_a_line_on_top(work: str) -> None:
    def on_top(pdf: bytes) -> bytes:
        five_mm = str(round(5 * POINTS_PER_MM))
        with_size = ("-r", "72", "-f", "1", "-l", "1", "-x", "100", "-y", five_mm, "-W", "1", "-H", "1")
        return tool_bytes("pdftoppm", *with_size, given=pdf)[-3:]

    assert on_top(whole(work)) == bytes.fromhex("0B5FA5")
    assert on_top(printed(work, edition="seven")) != bytes.fromhex("0B5FA5")


def tool_bytes(*words: str, given: bytes) -> bytes:
    """What a tool says, where that is no text."""
    tool(words[0], "-v")
    return subprocess.run(words, input=given, capture_output=True, check=True).stdout


@pytest.mark.parametrize("work", ["greetings", "table"])
def test_the_same_edition_gives_the_same_bytes(work: str) -> None:
    again = make(work, published(subtitle=SUBTITLE, logo=Logo(PNG, png()), accent="#0B5FA5"), sheet_for(work))
    assert again == [whole(work)]


def test_a_drawing_is_named_for_those_who_cannot_see_it() -> None:
    (pdf,) = make("table", published(logo=Logo(SVG, DRAWN)), sheet_for("table"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = [str(one["/Alt"]) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert said == [edition("seven").publisher_in("de")]


@pytest.mark.parametrize(("paper", "orientation"), [("a1", "portrait"), ("a2", "landscape"), ("a3", "portrait")])
def test_the_line_stands_on_every_paper_of_the_poster(paper: str, orientation: str) -> None:
    (pdf,) = make("poster", published(subtitle=SUBTITLE), sheet_for("poster", paper, orientation))
    assert SUBTITLE["de"] in text_of(pdf)


@pytest.mark.parametrize("work", ["poster", "greetings", "table", "rulebook"])
def test_a_line_that_is_too_long_is_one_sentence(work: str) -> None:
    with pytest.raises(PrintError, match="the subtitle of the edition is too long for its line; shorten it"):
        make(work, published(subtitle={"de": "Ein Wegweiser für alle " * 30}), sheet_for(work))
