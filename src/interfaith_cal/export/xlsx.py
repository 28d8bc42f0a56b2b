"""Workbooks of spreadsheet programs (.xlsx) through openpyxl, an extra: written, and read when they come back filled.

The same sheets give the same bytes: what openpyxl takes from the clock is replaced.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from interfaith_cal.errors import DataFileError, MissingExtraError
from interfaith_cal.export.forms import in_xml
from interfaith_cal.export.zipped import timeless
from interfaith_cal.ground.files import read_bytes
from interfaith_cal.ground.separated import FORMULA, TooLargeError, check_size
from interfaith_cal.words.languages import language

if TYPE_CHECKING:
    from types import ModuleType

    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | date

NARROWEST, WIDEST = 8, 60
HEADING, TO_FILL_IN = "E6E0D5", "FFF6D6"
# So many bytes of a workbook are unpacked, and so many cells are passed over to find those that hold something.
MOST_UNPACKED, MOST_PASSED = 10_000_000, 5_000_000
# A sheet has no more rows than that, whatever a file says.
LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: headings and rows, and which columns a person is to fill in, with days or with text.

    `lang` decides how days look; a sheet without headings is plain text.
    """

    title: str
    rows: Sequence[Sequence[Cell]]
    lang: str
    headings: tuple[str, ...] = ()
    days_to_fill_in: tuple[str, ...] = ()
    texts_to_fill_in: tuple[str, ...] = ()


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The workbook.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    import io

    workbook = _openpyxl().Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        _write(sheet, workbook.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", sheet.title)[:31]))
    out = io.BytesIO()
    workbook.save(out)
    return timeless(out.getvalue(), {"docProps/core.xml": _without_times})


def _without_times(part: bytes) -> bytes:
    return re.sub(rb"\d{4}-\d{2}-\d{2}T[\d:]+Z", b"1980-01-01T00:00:00Z", part)


def read_xlsx(path: Path) -> list[list[Cell]]:
    """The cells of a workbook's first sheet: days as days, everything else as text; without blank ones at an end.

    Raises:
        DataFileError: it cannot be read, is no workbook, or is larger than any table that people make.
        MissingExtraError: openpyxl is not installed.
    """
    import io

    openpyxl = _openpyxl()
    content = read_bytes(path)
    try:
        _check_unpacked(content)
        with warnings.catch_warnings():
            # What openpyxl does not know of a workbook (drop-down lists, themes) does not matter for its cells.
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            page = workbook.worksheets[0]
            # What a workbook says of its size may be wrong.
            page.reset_dimensions()
            return _used(page.iter_rows(values_only=True))
    except TooLargeError as error:
        raise DataFileError(f"{path}: {error}") from error
    except Exception as error:
        # openpyxl meets a broken workbook with errors of many kinds, none of them its own.
        raise DataFileError(f"{path}: is not a workbook that can be read; save it again as .xlsx.") from error


def _check_unpacked(content: bytes) -> None:
    """Raise TooLargeError for a workbook whose parts become larger than MOST_UNPACKED when they are unpacked."""
    import io
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED:
        size, most = unpacked // 1_000_000, MOST_UNPACKED // 1_000_000
        raise TooLargeError(f"has {size} MB when it is unpacked; workbooks of up to {most} MB are read.")


def _used(rows: Iterable[Sequence[object]]) -> list[list[Cell]]:
    """The rows to the last cell with something in it; raises TooLargeError if they are too many, or too wide.

    A single blank cell with a border makes a row of 16,384, and a million rows: they are passed over, up to a bound.
    """
    found: list[list[Cell]] = []
    blank, passed = 0, 0
    for number, row in enumerate(rows, 1):
        passed += len(row)
        if passed > MOST_PASSED or number > LAST_ROW:
            raise TooLargeError("has millions of blank cells; copy the table into a new workbook.")
        width = next((place for place in range(len(row), 0, -1) if row[place - 1] not in (None, "")), 0)
        if not width:
            blank += 1
            continue
        check_size(len(found) + blank + 1, width)
        found += [[] for _ in range(blank)]
        found.append([_cell(value) for value in row[:width]])
        blank = 0
    return found


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return "" if value is None else str(value)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError("an .xlsx file needs", "openpyxl", extra="xlsx") from None
    return openpyxl


def _write(sheet: Sheet, page: Worksheet) -> None:
    from openpyxl.utils import get_column_letter

    for row in (sheet.headings, *sheet.rows) if sheet.headings else sheet.rows:
        page.append([(in_xml(value) if isinstance(value, str) else value) or None for value in row])
    _format_cells(page, language(sheet.lang).days)
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    if sheet.headings:
        _set_up_table(page)
        _mark_what_to_fill_in(sheet, page)


def _format_cells(page: Worksheet, day_format: str) -> None:
    from openpyxl.styles import Alignment

    for cells in page.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, str):
                # A text that begins with "=" stays a text, also after somebody has gone into its cell.
                cell.data_type = "s"
                cell.quotePrefix = FORMULA.match(cell.value) is not None
            elif cell.value is not None:
                cell.number_format = day_format


def _set_up_table(page: Worksheet) -> None:
    """Headings that stay in view and on every printed page, a filter, and a landscape page as wide as the table."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.properties import PageSetupProperties

    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEADING)


def _mark_what_to_fill_in(sheet: Sheet, page: Worksheet) -> None:
    from openpyxl.styles import PatternFill

    forms = dict.fromkeys(sheet.days_to_fill_in, language(sheet.lang).days) | dict.fromkeys(sheet.texts_to_fill_in, "@")
    for name, form in forms.items():
        column = sheet.headings.index(name) + 1
        for (cell,) in page.iter_rows(min_row=2, min_col=column, max_col=column):
            cell.fill = PatternFill("solid", fgColor=TO_FILL_IN)
            cell.number_format = form


def _widths(sheet: Sheet) -> list[int]:
    """Columns as wide as their longest text, within reason."""
    texts = [[*map(str, column)] for column in zip(sheet.headings or sheet.rows[0], *sheet.rows, strict=True)]
    return [min(max(NARROWEST, *(len(text) + 2 for text in column)), WIDEST) for column in texts]
