"""Documents of word processors (.docx) through python-docx: styles, headings, and the language of each run.

What stands in a document are styles, never measures of single words, so that whoever takes it over changes it in one
place. The same content gives the same bytes: what tells the time of writing is replaced.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from interfaith_cal.errors import MissingExtraError
from interfaith_cal.export.forms import in_xml
from interfaith_cal.export.print.paper import Paper
from interfaith_cal.export.zipped import timeless
from interfaith_cal.words.letters import direction

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Arial"
INK, SOFT, ACCENT = "1D1B19", "665F56", "B3471B"
MARGIN = 16
HEADINGS = {1: 20.0, 2: 13.0, 3: 11.0}
# Our own styles: what each is for, with its size in points and its color.
NAMES, FACTS, CELL = "Own names", "Facts", "Table cell"
LABEL, GREETING, MEANING, CODE = "Label", "Greeting", "Meaning", "Community code"
OF_PARAGRAPHS: dict[str, tuple[float, str]] = {NAMES: (11, SOFT), FACTS: (9, SOFT), CELL: (8.5, INK)}
OF_WORDS = {LABEL: (True, ACCENT), GREETING: (True, INK), MEANING: (False, SOFT), CODE: (True, INK)}
EAST_ASIAN = ("ja", "ko", "zh")
# With their country, as word processors name the languages that they check the spelling of.
WITH_COUNTRY = {"de": "de-DE", "en": "en-GB", "tr": "tr-TR", "he": "he-IL"}


class Words(NamedTuple):
    """Words of one kind within a paragraph: their style, their language ("" for that of the document), their color.

    The color is that behind a community's code, with that of its letters.
    """

    text: str
    style: str = ""
    lang: str = ""
    color: str = ""
    ink: str = ""


Told = str | Words


class WordFile:
    """A document in the making."""

    def __init__(self, title: str, author: str, lang: str, paper: Paper, stamp: datetime) -> None:
        """Begin an empty one; raises MissingExtraError if python-docx is not installed."""
        try:
            import docx
        except ImportError:
            raise MissingExtraError("a .docx file needs", "python-docx", extra="print") from None
        self.document: Document = docx.Document()
        self._set_properties(title, author, lang, stamp)
        self._set_page(paper, title)
        self._set_styles(lang)
        # Asked for each word, python-docx looks through all styles, and takes fifty times as long.
        self._style_ids = {style.name: style.style_id for style in self.document.styles}

    def heading(self, level: int, *words: Told, new_page: bool = False) -> None:
        """A heading; the title of the document has level 0."""
        paragraph = self._add("Title" if level == 0 else f"Heading {level}", words)
        paragraph.paragraph_format.page_break_before = new_page or None

    def paragraph(self, *words: Told, style: str = "Normal") -> None:
        """A paragraph; nothing where it has no words."""
        if any(str(word.text if isinstance(word, Words) else word) for word in words):
            self._add(style, words)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table whose first row is repeated on each page."""
        from docx.oxml.ns import qn

        lines = [head, *rows]
        table = self.document.add_table(len(lines), len(head), "Table Grid")
        for line, cells in zip(lines, table.rows, strict=True):
            for text, cell in zip(line, cells.cells, strict=True):
                (paragraph,) = cell.paragraphs
                self._fill(paragraph, CELL, (Words(text, "Strong") if line is head else text,))
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for row in table.rows:
            row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit"))
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            look.set(qn("w:firstColumn"), "1")

    def content(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        self.document.save(out)
        return timeless(out.getvalue())

    def _add(self, style: str, words: Iterable[Told]) -> Paragraph:
        paragraph = self.document.add_paragraph()
        self._fill(paragraph, style, words)
        return paragraph

    def _fill(self, paragraph: Paragraph, style: str, words: Iterable[Told]) -> None:
        paragraph._p.style = self._style_ids[style]
        for told in words:
            word = told if isinstance(told, Words) else Words(told)
            if word.text:
                run = paragraph.add_run(in_xml(word.text))
                run._r.style = self._style_ids[word.style] if word.style else None
                _tell(run, word)

    def _set_properties(self, title: str, author: str, lang: str, stamp: datetime) -> None:
        properties = self.document.core_properties
        properties.title, properties.language = in_xml(title), WITH_COUNTRY.get(lang, lang)
        properties.author = properties.last_modified_by = in_xml(author)
        properties.created = properties.modified = stamp.replace(tzinfo=None)
        properties.comments, properties.revision = "", 1

    def _set_page(self, paper: Paper, title: str) -> None:
        from docx.shared import Mm

        (section,) = self.document.sections
        section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
        section.header_distance = section.footer_distance = Mm(MARGIN / 2)
        section.header.paragraphs[0].text = in_xml(title)
        number = section.footer.paragraphs[0].add_run()
        for part in (_element("w:fldChar", fldCharType="begin"), _element("w:instrText"),
                     _element("w:fldChar", fldCharType="end")):  # fmt: skip
            if part.tag.endswith("instrText"):
                part.text = "PAGE"
            number._r.append(part)

    def _set_styles(self, lang: str) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        for fonts in list(styles.element.iter(qn("w:rFonts"))):
            fonts.getparent().remove(fonts)
        usual = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        usual.insert(0, _element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT))
        spoken = usual.find(qn("w:lang"))
        spoken.set(qn("w:val"), WITH_COUNTRY.get(lang, lang))
        styles["Normal"].font.size = Pt(9.5)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        for level, size in HEADINGS.items():
            style = styles[f"Heading {level}"]
            style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(INK)
        styles["Title"].font.color.rgb = RGBColor.from_string(INK)
        for name in ("Header", "Footer"):
            styles[name].font.size, styles[name].font.color.rgb = Pt(8), RGBColor.from_string(SOFT)
        for name, (size, color) in OF_PARAGRAPHS.items():
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Normal"]
            style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(color)
        styles[CELL].paragraph_format.space_before = styles[CELL].paragraph_format.space_after = Pt(2)
        for name, (bold, color) in OF_WORDS.items():
            style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
            style.font.bold, style.font.color.rgb = bold, RGBColor.from_string(color)


def _tell(run: Run, word: Words) -> None:
    """Say of a run what no style says: the color of its community, its direction and its language.

    Word processors take the language of what is read from the right, and of what East Asia writes, from places of
    their own.
    """
    properties: Any = run._r.get_or_add_rPr()
    if word.color:
        from docx.shared import RGBColor

        run.font.color.rgb = RGBColor.from_string("FFFFFF" if word.ink == "white" else INK)
        properties.append(_element("w:shd", val="clear", color="auto", fill=word.color.removeprefix("#")))
    from_right = direction(word.text) == "rtl"
    if from_right:
        properties.append(_element("w:rtl"))
    if word.lang:
        tag = WITH_COUNTRY.get(word.lang, word.lang)
        east = word.lang.partition("-")[0] in EAST_ASIAN
        properties.append(_element("w:lang", **{"bidi" if from_right else "eastAsia" if east else "val": tag}))


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
