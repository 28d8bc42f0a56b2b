"""`review`: the proof sheet of a community's office, and its corrections turned into pins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from interfaith_cal import review
from interfaith_cal.cli import values
from interfaith_cal.cli.choice import Choice, choosing
from interfaith_cal.cli.options import form_of
from interfaith_cal.cli.output import say, tell
from interfaith_cal.cli.output import write as write_output
from interfaith_cal.errors import DataFileError
from interfaith_cal.export.files import make_folder, write_whole
from interfaith_cal.ground.files import read_text
from interfaith_cal.ground.root import Root, root
from interfaith_cal.review import Correction
from interfaith_cal.words import texts
from interfaith_cal.words.languages import language

PINS = "pins"


@click.command("review")
@click.argument("year", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
              help="Write the sheet to a .csv or .xlsx file instead of the terminal.")  # fmt: skip
@click.option("--apply", "filled", type=click.Path(path_type=Path), metavar="FILE",
              help="Read a filled sheet, and show what it corrects.")  # fmt: skip
@click.option("--write", is_flag=True, help="With --apply: write the corrections to the pins.")
@click.option("--pins", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
              help="With --apply: the folder `pins` of another folder of data.")  # fmt: skip
@choosing
def review_command(
    choice: Choice, year: str | None, output: Path | None, filled: Path | None, write: bool, folder: Path | None
) -> None:
    """The proof sheet of a YEAR for a community's office; with --apply, what a filled sheet corrects.

    \b
    interfaith-cal review 2028 -c alevi -o review.xlsx
    interfaith-cal review --apply review.xlsx
    interfaith-cal review --apply review.xlsx --write

    The office fills in the correct first day, the source, and the day on which it was read. The columns
    are named in the language of the sheet, and read in any. Unknown ids, malformed days, days outside
    the year and missing sources are named with row and column; then nothing is written.
    """
    if filled is None:
        if year is None or write or folder is not None:
            raise click.UsageError("say for which YEAR to make a sheet, or give a filled one with --apply FILE.")
        _make(choice, values.year(year), output)
        return
    if year is not None or output is not None:
        raise click.UsageError("--apply reads a filled sheet; it goes with neither a YEAR nor --output.")
    _apply(filled, _pins(folder), choice.lang, write)


def _pins(folder: Path | None) -> Root:
    """The data whose pins are amended; with a folder of pins, its parent is the folder of one's own data."""
    if folder is None:
        return root()
    if folder.name != PINS:
        raise DataFileError(f"{folder}: a folder of pins is named {PINS!r} and lies in a folder of data.")
    return Root(root().shipped, folder.parent)


def _make(choice: Choice, year: int, output: Path | None) -> None:
    form = form_of(None, output, ("csv", "xlsx"), "the sheet")
    rows = review.whole_sheet(choice.observances(year), choice.festivals(), year, choice.lang, choice.place)
    csv = review.to_csv(rows, choice.lang, language(choice.lang).delimiter)
    write_output(review.to_workbook(rows, choice.lang, year) if form == "xlsx" else csv, output)


def _apply(filled: Path, data: Root, lang: str, write: bool) -> None:
    try:
        found = review.read(review.table_of(filled))
    except review.SheetError as error:
        raise review.SheetError(f"{filled}: nothing was taken from it:\n{error}") from error
    for oddity in found.oddities:
        tell(f"{filled}: {oddity}", err=True)
    for correction in found.corrections:
        tell(_said(correction, lang))
    if not found.corrections:
        tell(texts.wording(lang, "review-nothing"))
        return
    amended = list(_amended(found.corrections, data))
    if not write:
        tell(texts.wording(lang, "review-not-written"))
        return
    make_folder(data.to_write(PINS))
    for name, content in amended:
        path = data.to_write(PINS, name)
        write_whole(path, content.encode("utf-8"))
        tell(texts.wording(lang, "review-written", path=path))
    if data.own not in (None, root().own):
        say(f"other commands read it with --data {data.own}.")


def _amended(corrections: Sequence[Correction], data: Root) -> Iterable[tuple[str, str]]:
    """Each file of pins that changes, by its name, with its new content."""
    from interfaith_cal.editorial.pinning import with_pins
    from interfaith_cal.editorial.pins import read_pins

    def community(correction: Correction) -> str:
        return correction.now.community.id

    for name, group in groupby(sorted(corrections, key=community), key=community):
        path = data.path(PINS, f"{name}.toml")
        content = ""
        if path.is_file():
            read_pins(path)
            content = read_text(path)
        try:
            yield path.name, with_pins(content, [correction.pin for correction in group])
        except DataFileError as error:
            raise DataFileError(f"{path}: {error}") from error


def _said(correction: Correction, lang: str) -> str:
    now = correction.now
    old, new = (_days(now.first_day, now.last_day, lang), _days(correction.first_day, correction.last_day, lang))
    key = "review-confirmed" if old == new else "review-change"
    read = texts.short_date(correction.read, lang)
    return texts.wording(lang, key, id=now.id, old=old, new=new, source=correction.source, read=read)


def _days(first_day: date, last_day: date, lang: str) -> str:
    return " – ".join(texts.short_date(day, lang) for day in dict.fromkeys((first_day, last_day)))
