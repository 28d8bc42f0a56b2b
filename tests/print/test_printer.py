"""The file for a print shop: boxes, inks, intent and claims of PDF/X-4, as pikepdf and Ghostscript read them."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from interfaith_cal.cli.main import cli, run
from interfaith_cal.errors import DataFileError
from interfaith_cal.export.print import printer
from interfaith_cal.export.print.printer import for_printer, press_profile
from interfaith_cal.export.print.typesetting import PrintError
from tests.print.conftest import POINTS_PER_MM, printed, text_of, tool

Opening = Callable[[bytes], pikepdf.Pdf]
STAMP = datetime(2026, 11, 28, tzinfo=UTC)
WORKS = ("poster", "greetings", "table")
COLORS = ("k", "K", "rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN")


@cache
def for_shop(work: str) -> bytes:
    return for_printer(printed(work, bleed=3), 3, STAMP)


def boxes(page: Any) -> dict[str, list[float]]:
    return {name: [float(edge) for edge in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")}


@pytest.mark.parametrize("work, size", [("poster", (841, 594)), ("greetings", (210, 297)), ("table", (297, 210))])
def test_every_page_says_where_it_is_cut_and_how_far_color_reaches(
    work: str, size: tuple[int, int], opened: Opening
) -> None:
    document = opened(for_shop(work))
    assert document.pages
    for page in document.pages:
        found = boxes(page)
        left, bottom, right, top = found["/TrimBox"]
        assert ((right - left) / POINTS_PER_MM, (top - bottom) / POINTS_PER_MM) == pytest.approx(size, abs=0.01)
        outside = [
            abs(edge - cut) / POINTS_PER_MM for edge, cut in zip(found["/BleedBox"], found["/TrimBox"], strict=True)
        ]
        assert outside == pytest.approx([3] * 4, abs=0.01)
        assert all(a <= b for a, b in zip(found["/MediaBox"][:2], found["/BleedBox"][:2], strict=True))
        assert not {"/Annots", "/CropBox", "/ArtBox"} & set(page.obj.keys())


@pytest.mark.parametrize("work", WORKS)
def test_it_claims_what_it_is_and_names_its_press(work: str, opened: Opening) -> None:
    document = opened(for_shop(work))
    metadata = document.open_metadata()
    assert metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
    assert (metadata["pdf:Trapped"], str(document.docinfo["/Trapped"])) == ("False", "/False")
    assert metadata["xmp:CreateDate"] == "2026-11-28T00:00:00Z"
    assert (
        metadata["dc:title"] == str(document.docinfo["/Title"]) == str(opened(printed(work, bleed=3)).docinfo["/Title"])
    )
    (intent,) = document.Root.OutputIntents
    assert (str(intent.S), str(intent.Info)) == ("/GTS_PDFX", "Artifex CMYK SWOP Profile")
    assert intent.DestOutputProfile.read_bytes() == printer.PROFILE.read_bytes()
    assert document.pdf_version >= "1.6"
    assert not document.is_encrypted
    assert document.check_pdf_syntax() == []


@pytest.mark.parametrize("work", WORKS)
def test_there_are_no_colors_but_inks_and_black_is_black_alone(work: str, opened: Opening) -> None:
    inks: set[tuple[float, ...]] = set()
    for page in opened(for_shop(work)).pages:
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name in COLORS:
                assert name in ("k", "K", "g", "G"), name
                values = tuple(float(value) for value in instruction.operands)
                inks.add(values if len(values) == 4 else (0, 0, 0, 1 - values[0]))
    assert (0, 0, 0, 1) in inks
    # What is dark holds much black, and then nothing else but what the accent and the communities' colors need.
    assert not [color for color in inks if color[3] > 0.5 and any(color[:3])]
    assert not [color for color in inks if sum(color) > 3]


@pytest.mark.parametrize("work", WORKS)
def test_text_stays_text_in_embedded_fonts(work: str) -> None:
    wanted, there = (
        set(re.findall(r"[A-ZÄÖÜa-zäöüß]{3,}", text_of(pdf))) for pdf in (printed(work, bleed=3), for_shop(work))
    )
    # Ghostscript forgets what soft hyphens and some clusters of letters stand for, so some words come out in pieces.
    assert len(wanted - there) <= 0.1 * len(wanted)
    _, _, *fonts = tool("pdffonts", "-", given=for_shop(work)).splitlines()
    assert fonts
    for font in fonts:
        assert re.search(r"\+NotoS\w+-\S+ .* yes yes yes +\d+ +\d+$", font), font


def test_the_same_input_gives_the_same_bytes() -> None:
    before = for_shop("greetings")
    time.sleep(1.1)
    assert for_printer(printed("greetings", bleed=3), 3, STAMP) == before


def test_a_profile_of_a_screen_or_no_profile_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"no profile", printer.PROFILE.with_name("srgb.icc").read_bytes()):
        (tmp_path / "p.icc").write_bytes(content)
        with pytest.raises(DataFileError, match="is no ICC profile of a press with four inks"):
            press_profile(tmp_path / "p.icc")


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shop = ("print", "table", "2027", "-c", "bahai", "-o", "t.pdf", "--printer")
    assert run(cli, [*shop, "--profile", str(printer.PROFILE)]) == 0
    with pikepdf.open("t.pdf") as document:
        assert boxes(document.pages[0])["/BleedBox"] != boxes(document.pages[0])["/TrimBox"]
    Path("t.pdf").unlink()
    for words, sentence in (
        ((*shop, "--profile", "no.icc"), "no.icc: cannot be read"),
        ((*shop[:-1], "--profile", "no.icc"), "--profile says how a press prints; it goes with --printer."),
        (("print", "poster", "2027", "-o", "p.png", "--printer"), "a file for the printer is a PDF, not a png"),
    ):
        assert run(cli, list(words)) == 2
        assert sentence in capsys.readouterr().err
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert run(cli, list(shop)) == 2
    sentence = "a file for the printer needs Ghostscript; install it with: apt install ghostscript."
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_ghostscript_cannot_do_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(words: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(words, 1, b"", b"first\nUnrecoverable error, exit code 1\n")

    given = printed("table", bleed=3)
    monkeypatch.setattr(subprocess, "run", failing)
    with pytest.raises(PrintError, match="could not make the file for the printer: Unrecoverable error"):
        for_printer(given, 3, STAMP)
