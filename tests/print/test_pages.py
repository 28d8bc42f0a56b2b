"""What is on the pages: order, structure, fonts, claims of archive and accessibility, QR code, crop marks.

Of the standards only what the file claims is read, and the structure by which readers for the blind go: that it keeps
every rule of PDF/UA-1 and PDF/A-2a is Typst's word. No registry has an independent checker: veraPDF is in none of PyPI,
npm and Debian.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
import typst

from interfaith_cal import almanac
from interfaith_cal.export.print.poster import poster
from interfaith_cal.export.print.typesetting import TEMPLATES, _fonts
from interfaith_cal.export.print.works import make, sheet_for
from interfaith_cal.words import texts
from tests.print.conftest import FEEDS, POINTS_PER_MM, issue, printed, text_of, tool

WORKS = ("poster", "booklet", "greetings", "rulebook", "table")
Opening = Callable[[bytes], pikepdf.Pdf]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("work", WORKS)
def test_claims_of_the_file(work: str, lang: str, opened: Opening) -> None:
    document = opened(printed(work, lang=lang))
    metadata = document.open_metadata()
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
    assert metadata["dc:title"]
    assert str(document.Root.Lang) == lang
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.StructTreeRoot.K


@pytest.mark.parametrize("work", WORKS)
def test_all_fonts_are_embedded(work: str) -> None:
    _, _, *fonts = tool("pdffonts", "-", given=printed(work)).splitlines()
    assert fonts
    for font in fonts:
        assert re.search(r"\+NotoS\w+-\S+ .* yes yes yes +\d+ +\d+$", font), font


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node.as_list():
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def test_the_poster_is_twelve_tables_with_heads_and_a_picture_with_words(opened: Opening) -> None:
    kinds = list(elements(opened(printed("poster")).Root.StructTreeRoot.K))
    names = [str(element.S) for element in kinds]
    assert names.count("/Table") == names.count("/THead") == 12
    assert names.count("/TH") == 12
    assert names.count("/TR") == 12 + 365
    (figure,) = [element for element in kinds if str(element.S) == "/Figure"]
    assert str(figure.Alt) == texts.wording("de", "print-qr-alt", url=FEEDS)


def test_every_page_of_the_yearly_table_repeats_the_head() -> None:
    document = printed("table")
    count = int(re.search(r"Pages: +(\d+)", tool("pdfinfo", "-", given=document))[1])  # type: ignore[index]
    for number in range(1, count + 1):
        assert "eigenes Datum" in text_of(document, "-f", str(number), "-l", str(number))


def test_bookmarks_lead_to_the_months(opened: Opening) -> None:
    months = [texts.month_name("gregorian", number, "de") for number in range(1, 13)]
    for work in ("poster", "booklet"):
        with opened(printed(work)).open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert [title for title in titles if title in months] == months


def test_the_poster_is_read_month_by_month_and_day_by_day() -> None:
    text = text_of(printed("poster")).replace(" ◗", "◗")
    wanted = [
        "Interreligiöser Kalender 2027",
        "Januar 1 Fr ",
        "Februar 1 Mo ",
        "22 Do JÜD Pessach",
        "24 Sa ARM Völkermordgedenken",
        "Dezember 1 Mi",
        "Was begangen wird",
        "22.–29.4.◗ Pessach JÜD",
        "Wichtigste jährliche Feiertage",
        "So liest man den Kalender",
        "Stand: 24. November 2026",
    ]
    places = [text.index(words) for words in wanted]
    assert all(before < after for before, after in pairwise(places))


def marked(node: Any) -> Iterator[int]:
    """The numbers of the marked pieces of content, in the order of the structure tree."""
    if isinstance(node, int):
        yield node
    elif isinstance(node, pikepdf.Array):
        for child in node.as_list():
            yield from marked(child)
    elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
        yield from marked(node.K)
    elif isinstance(node, pikepdf.Dictionary) and "/MCID" in node:
        yield int(node.MCID)


def test_readers_for_the_blind_go_through_the_poster_in_the_same_order(opened: Opening) -> None:
    numbers = list(marked(opened(printed("poster")).Root.StructTreeRoot.K))
    assert len(numbers) > 2000
    assert numbers == sorted(numbers)


def test_names_in_all_scripts_are_found_in_the_booklet() -> None:
    text = "".join(text_of(printed("booklet")).split())
    for name in (
        "Χριστούγεννα", "РождествоХристово", "שבועות", "Շնորհաւոր", "ܝܠܕܐ", "བཀྲ་ཤིས", "ਗੁਰੂ", "பொங்கல்", "花まつり", "설날",
    ):  # fmt: skip
        assert name in text, name


def test_german_is_hyphenated() -> None:
    lines = tool("pdftotext", "-raw", "-", "-", given=printed("booklet"))
    assert len(re.findall(r"[a-zäöü]\xad\n[a-zäöü]", lines)) > 300


def test_the_qr_code_is_read_from_the_rendered_page(tmp_path: Path) -> None:
    (tmp_path / "poster.pdf").write_bytes(printed("poster"))
    lower_right = ("-x", "3500", "-y", "2500", "-W", "1467", "-H", "1008")
    tool("pdftoppm", "-r", "150", *lower_right, "-gray", "-png", tmp_path / "poster.pdf", tmp_path / "page")
    (picture,) = tmp_path.glob("*.png")
    assert tool("zbarimg", "-q", "--raw", "--nodbus", picture).strip() == FEEDS


def test_bleed_and_crop_marks(opened: Opening) -> None:
    page = opened(printed("poster", paper="a3", bleed=3)).pages[0].obj
    left, bottom, right, top = (float(edge) for edge in page.TrimBox.as_list())
    assert (right - left) / POINTS_PER_MM == pytest.approx(420, abs=0.01)
    assert (top - bottom) / POINTS_PER_MM == pytest.approx(297, abs=0.01)
    media = [float(edge) for edge in page.MediaBox.as_list()]
    assert left - media[0] == pytest.approx(10 * POINTS_PER_MM, abs=0.01)


def test_the_paper_reaches_into_the_bleed(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(printed("poster", paper="a3", bleed=3))
    tool("pdftoppm", "-r", "25.4", "-l", "1", tmp_path / "page.pdf", tmp_path / "page")
    (picture,) = tmp_path.glob("*.ppm")
    head, size, depth, pixels = picture.read_bytes().split(b"\n", 3)
    width = int(size.split()[0])

    def pixel(x: int, y: int) -> tuple[int, ...]:
        return tuple(pixels[3 * (y * width + x) : 3 * (y * width + x) + 3])

    middle = 150
    assert (head, depth) == (b"P6", b"255")
    assert pixel(3, middle) == (255, 255, 255)
    assert pixel(8, middle) == pixel(12, middle) == (252, 250, 245)


def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    made = []
    for number, (zone, locale) in enumerate((("Pacific/Apia", "C"), ("America/Lima", "tr_TR.UTF-8"))):
        path = tmp_path / f"{number}.pdf"
        subprocess.run(
            [sys.executable, "-m", "interfaith_cal", "print", "greetings", "2027", "--edition", "nrw", "-o", path],
            check=True,
            cwd=tmp_path,
            env=os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(number)},
            capture_output=True,
        )
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert printed("poster") == make("poster", replace(issue(2027)), sheet_for("poster"))[0]


def test_a_year_with_two_eids() -> None:
    eids = [o.first_day for o in almanac.observances(2033, festivals=["islamic/eid-al-fitr"])]
    assert eids == [date(2033, 1, 2), date(2033, 12, 23)]
    content = poster(issue(2033))
    (told,) = [e for e in content["explanations"] if e["id"] == "islamic/eid-al-fitr"]
    assert [dates["days"] for dates in told["dates"]] == ["2.–4.1.", "23.–25.12."]
    booklet = text_of(printed("booklet", 2033))
    assert "Erklärung und Gruß: siehe 2. Januar" in booklet


def test_february_has_its_days() -> None:
    for year, days in ((2027, 28), (2028, 29)):
        february = poster(issue(year))["months"][1]
        assert [day["day"] for day in february["days"]] == list(range(1, days + 1))
    assert re.search(r" 28 So [^0-9]*März 1 Mo", text_of(printed("poster")))


def test_hanukkah_across_the_turn_of_the_year() -> None:
    def hanukkah(year: int, month: int) -> dict[str, Any]:
        (bar,) = [bar for bar in poster(issue(year))["months"][month]["bars"] if bar["id"] == "jewish/hanukkah"]
        return {key: bar[key] for key in ("from", "to", "begins", "ends")}

    assert hanukkah(2027, 11) == {"from": 25, "to": 31, "begins": True, "ends": False}
    assert hanukkah(2028, 0) == {"from": 1, "to": 1, "begins": False, "ends": True}
    assert re.search(r"ab 25\.12\. ?◗ Chanukka JÜD", text_of(printed("poster")))
    assert re.search(r"bis 1\.1\. ?◗, 13\.–20\.12\. ?◗ Chanukka JÜD", text_of(printed("poster", 2028)))


def test_pictures_for_the_web() -> None:
    april = replace(issue(2027), month=4)
    (png,) = make("month", april, sheet_for("month"), "png")
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1754, 1240)
    (svg,) = make("poster", april, sheet_for("poster"), "svg")
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox", "").startswith("0 0 2383.9")
    assert len(make("poster", april, sheet_for("poster", "a3"), "svg")) == 4


@pytest.mark.parametrize(
    ("lang", "text", "from_left"),
    [
        ("he", "חג שמח", ["שמח", "חג"]),
        ("ar", "عيد مبارك", ["مبارك", "عيد"]),
        ("syc", "ܥܐܕܐ ܒܪܝܟܐ", ["ܒܪܝܟܐ", "ܥܐܕܐ"]),
        # Typst takes Punjabi for a right-to-left language; in Gurmukhi the words would change places.
        ("pa", "ਗੁਰੂ ਨਾਨਕ", ["ਗੁਰੂ", "ਨਾਨਕ"]),
    ],
)
def test_names_are_read_in_their_own_direction(lang: str, text: str, from_left: list[str]) -> None:
    page = b"""
        #import "style.typ": families, native
        #set text(font: families, fallback: false)
        #native(json("content.json"))
    """
    files = {"style.typ": (TEMPLATES / "style.typ").read_bytes(), "main": page}
    files["content.json"] = json.dumps({"text": text, "lang": lang}).encode()
    pdf = typst.compile(files, font_paths=_fonts(), ignore_system_fonts=True)  # type: ignore[call-overload]
    words = re.findall(r"<word [^>]*>([^<]+)</word>", tool("pdftotext", "-bbox", "-", "-", given=pdf))
    # The tool writes the letters as they stand, from the left.
    assert [word if lang == "pa" else word[::-1] for word in words] == from_left


@pytest.mark.parametrize("work", WORKS)
def test_poppler_has_nothing_to_say_of_a_file(work: str) -> None:
    done = subprocess.run(["pdftotext", "-", "-"], input=printed(work), capture_output=True, check=True)
    assert done.stderr == b""


def test_pdf_opens_without_repair() -> None:
    for work in WORKS:
        with pikepdf.open(io.BytesIO(printed(work))) as document:
            assert document.check_pdf_syntax() == []
