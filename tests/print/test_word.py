"""Documents of word processors: styles, headings and languages; read by python-docx and by LibreOffice."""

from __future__ import annotations

import io
import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from interfaith_cal.cli.main import cli, run
from interfaith_cal.export.print.wordfile import CODE, GREETING, LABEL, NAMES
from interfaith_cal.export.print.wordworks import WORKS as WORD_WORKS
from interfaith_cal.export.print.works import WORKS, make, sheet_for
from interfaith_cal.words.letters import direction
from tests.print.conftest import issue, text_of, tool

# The order in which the properties of a run must stand (ISO/IEC 29500-1, CT_RPr), of those that are written.
ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "shd", "rtl", "cs", "lang")


@cache
def written(work: str, lang: str = "de") -> bytes:
    (content,) = make(work, issue(2027, lang), sheet_for(work), "docx")
    return content


def opened(work: str, lang: str = "de") -> Any:
    return docx.Document(io.BytesIO(written(work, lang)))


def said_in(content: Any) -> set[str]:
    """All texts of a content that are for readers, in their words."""
    if isinstance(content, str):
        return {content}
    if isinstance(content, dict):
        hidden = (
            "id",
            "keeper",
            "lang",
            "qr",
            "alt",
            "color",
            "ink",
            "language",
            "words",
            "sheet",
            "communities",
            "religions",
        )
        return set().union(*(said_in(value) for key, value in content.items() if key not in hidden), set())
    return set().union(*map(said_in, content), set()) if isinstance(content, list) else set()


def words_of(document: Any) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("lang", ["de", "en", "tr"])
@pytest.mark.parametrize("work", WORD_WORKS)
def test_everything_that_is_said_on_paper_stands_in_it(work: str, lang: str) -> None:
    content = WORKS[work].content(issue(2027, lang))
    if work != "booklet":
        # The other works explain those signs alone that they use, as their legend.
        del content["marks"]
    whole = content["title"] + " ".join(words_of(opened(work, lang)).split())
    assert [text for text in said_in(content) if " ".join(text.split()) not in whole] == []


@pytest.mark.parametrize("work", WORD_WORKS)
def test_headings_are_headings_and_none_is_left_out(work: str) -> None:
    document = opened(work)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Title") == 1
    levels = [int(name[-1]) for name in styles if name.startswith("Heading ")]
    assert levels[0] == 1
    content = WORKS[work].content(issue(2027))
    chapters = {"booklet": 12 + 2, "greetings": len(content.get("sheets", ())), "rulebook": 2}
    assert levels.count(1) == chapters[work]
    if work != "greetings":
        assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [p.text for p in document.paragraphs if p.style.name == "Normal" and p.runs and p.runs[0].font.bold]


def test_what_looks_alike_has_one_style() -> None:
    document = opened("booklet")
    used = {run.style.name for paragraph in document.paragraphs for run in paragraph.runs}
    assert {CODE, LABEL, GREETING} <= used
    assert NAMES in {paragraph.style.name for paragraph in document.paragraphs}
    sizes = [run.font.size for paragraph in document.paragraphs for run in paragraph.runs if run.font.size]
    assert sizes == []


@pytest.mark.parametrize(("lang", "spoken"), [("de", "de-DE"), ("en", "en-GB"), ("tr", "tr-TR")])
def test_the_file_says_what_it_is(lang: str, spoken: str) -> None:
    document = opened("booklet", lang)
    properties = document.core_properties
    assert properties.title == WORKS["booklet"].content(issue(2027, lang))["title"]
    assert properties.language == spoken
    assert properties.author
    assert properties.created == properties.modified == issue(2027, lang).stamp
    (usual,) = document.styles.element.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert usual.get(qn("w:val")) == spoken


@pytest.mark.parametrize("work", WORD_WORKS)
def test_every_script_has_its_language_and_direction(work: str) -> None:
    told: dict[str, set[str]] = {}
    for one in (one for paragraph in opened(work).paragraphs for one in paragraph.runs):
        properties = one._r.rPr
        from_right = properties is not None and properties.find(qn("w:rtl")) is not None
        assert from_right == (direction(one.text) == "rtl"), one.text
        spoken = None if properties is None else properties.find(qn("w:lang"))
        if spoken is not None:
            ((where, tag),) = spoken.attrib.items()
            told.setdefault(where.rpartition("}")[2], set()).add(tag)
            assert (where == qn("w:bidi")) == from_right
    assert "he-IL" in told["bidi"]
    if work == "booklet":
        assert {"ar", "he-IL", "syc"} <= told["bidi"]
        assert {"el", "ru", "hi"} <= told["val"]


@pytest.mark.parametrize("work", WORD_WORKS)
def test_the_parts_are_what_the_standard_asks_for(work: str) -> None:
    with ZipFile(io.BytesIO(written(work))) as archive:
        names = archive.namelist()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    body, styles = parts["word/document.xml"], parts["word/styles.xml"]
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for kind in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        assert {used.get(qn("w:val")) for used in body.iter(qn(kind))} <= known
    for properties in body.iter(qn("w:rPr")):
        places = [ORDER.index(child.tag.rpartition("}")[2]) for child in properties]
        assert places == sorted(set(places))
    for table in body.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        assert first is not None
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert len({len(row.findall(qn("w:tc"))) for row in table.iter(qn("w:tr"))}) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    assert written.__wrapped__("greetings") == written("greetings")


def test_libreoffice_reads_them(tmp_path: Path) -> None:
    for work in WORD_WORKS:
        (tmp_path / f"{work}.docx").write_bytes(written(work))
    files = [str(tmp_path / f"{work}.docx") for work in WORD_WORKS]
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    tool("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files)
    for work in WORD_WORKS:
        pdf = (tmp_path / f"{work}.pdf").read_bytes()
        content = WORKS[work].content(issue(2027))
        assert re.search(r"^Title: +(.*)$", tool("pdfinfo", "-", given=pdf), re.MULTILINE)[1] == content["title"]  # type: ignore[index]
        text = "".join(text_of(pdf).split())
        for chip in content["communities"].values():
            assert work == "rulebook" or "".join(chip["name"].split()) in text
        assert "Pessach" in text


def test_without_the_package_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / "b.docx"
    assert run(cli, ["print", "booklet", "2027", "-c", "jewish", "-o", str(path)]) == 2
    sentence = "a .docx file needs the package 'python-docx'; install it with: pip install 'interfaith-cal[print]'."
    assert sentence in capsys.readouterr().err
    assert not path.exists()


def test_a_poster_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["print", "poster", "2027", "-o", str(tmp_path / "p.docx")]) == 2
    sentence = "there is no work that is written as docx 'poster'; known are: booklet, greetings, rulebook."
    assert sentence in capsys.readouterr().err
