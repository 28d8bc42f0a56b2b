"""The proof sheet of a community's office: its rows, and what a filled sheet says, to be turned into pins.

Nothing is written here. Rows are counted as a spreadsheet counts them, its headings are row 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from interfaith_cal import almanac
from interfaith_cal.appointments import span
from interfaith_cal.editorial.pins import Pin
from interfaith_cal.errors import InterfaithCalError, SpanError, UnknownNameError
from interfaith_cal.export import wording
from interfaith_cal.export.xlsx import Cell, Sheet, read_xlsx, to_xlsx
from interfaith_cal.ground.files import STEERING, read_text
from interfaith_cal.ground.places import Place
from interfaith_cal.ground.separated import BYTE_ORDER_MARK, WINDOWS, SeparatedError, cells, delimiter_of, written
from interfaith_cal.identity import ObservanceId
from interfaith_cal.model import Begins, Certainty, Festival, Observance
from interfaith_cal.religions import community as community_named
from interfaith_cal.religions import festival as festival_named
from interfaith_cal.words import texts
from interfaith_cal.words.languages import languages
from interfaith_cal.words.letters import folded

FILLED_IN = ("correct_first_day", "source", "read")
COLUMNS = ("id", "name", "usage", "first_day", "last_day", "weekday", "begins", "rule", "certainty", *FILLED_IN)
NEEDED = ("id", *FILLED_IN)
LONGEST_SOURCE = 1000
HOW_TO = ("check", "correct", "source", "confirm", "leave")

Table = Sequence[Sequence[Cell]]


class SheetError(InterfaithCalError):
    """A filled sheet from which nothing is taken; its text names every row and column that must be put right."""


class Fault(NamedTuple):
    """What is wrong in one cell."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Correction:
    """A day that is to be pinned; the observance as the almanac has it now, and as the rule alone gives it."""

    now: Observance
    by_rule: Observance
    first_day: date
    source: str
    read: date

    @property
    def last_day(self) -> date:
        """The last day: the length stays as it is."""
        return self.first_day + (self.now.last_day - self.now.first_day)

    @property
    def pin(self) -> Pin:
        """What is to be written; with its last day only where an announced length differs from that of the rule."""
        now = self.now.identity
        by_rule = self.first_day + (self.by_rule.last_day - self.by_rule.first_day)
        last_day = None if by_rule == self.last_day else self.last_day
        return Pin(now.festival, now.own_year, now.usage, self.first_day, last_day, self.source, self.read)


class Filled(NamedTuple):
    """What a filled sheet says, and what is odd in rows from which nothing is taken."""

    corrections: tuple[Correction, ...]
    oddities: tuple[Fault, ...]


class _Row(NamedTuple):
    """A row of a filled sheet: its number, the cells that are read, and what the sheet calls their columns."""

    number: int
    cells: Mapping[str, Cell]
    headings: Mapping[str, str]

    def fault(self, column: str, sentence: str) -> Fault:
        """What is wrong in one of its cells."""
        return Fault(self.number, self.headings.get(column, column), sentence)


def sheet(observances: Iterable[Observance], lang: str, place: Place | None = None) -> list[tuple[Cell, ...]]:
    """The rows of an empty sheet, in the order of COLUMNS; an observance stands in the year of its first day alone."""
    return [(*_proof(observance, lang, place), *("" for _ in FILLED_IN)) for observance in observances]


def unannounced(festivals: Iterable[Festival], year: int, lang: str) -> list[tuple[Cell, ...]]:
    """Rows for the festivals without a rule that nobody has announced for a year: their days are blank."""
    return [
        (
            f"{festival.id}/{year}",
            festival.name(lang),
            *("" for _ in ("usage", "first_day", "last_day", "weekday")),
            wording.begins_always(begins_of(festival), lang),
            texts.say(festival.ways[0][1].sentence(), lang),
            *("" for _ in ("certainty", *FILLED_IN)),
        )
        for festival, year in almanac.unannounced(festivals, date(year, 1, 1), date(year, 12, 31))
    ]


def whole_sheet(
    observances: Iterable[Observance], festivals: Iterable[Festival], year: int, lang: str, place: Place | None
) -> list[tuple[Cell, ...]]:
    """The rows of a year: one for each observance that begins in it, and for what nobody has announced yet."""
    found = [o for o in observances if o.first_day.year == year]
    return sheet(found, lang, place) + unannounced(festivals, year, lang)


def begins_of(festival: Festival) -> Begins:
    """How its days begin, by itself or as all days of its community."""
    return festival.begins or community_named(festival.community_id).begins


def _proof(o: Observance, lang: str, place: Place | None) -> tuple[Cell, ...]:
    rule = dict(o.festival.ways)[o.usage]
    note = o.certainty_note_in(lang)
    return (
        o.id,
        o.name(lang),
        wording.usage(o, lang),
        o.first_day,
        o.last_day,
        texts.weekday(o.first_day.weekday(), lang),
        wording.begins(o, lang, place),
        texts.say(rule.sentence(), lang),
        f"{wording.certainty(o, lang)}. {note}" if note else wording.certainty(o, lang),
    )


def headings(lang: str) -> dict[str, str]:
    """What each of COLUMNS is called in a sheet of a language."""
    return {column: texts.wording(lang, f"column-{column}") for column in COLUMNS}


def to_csv(table: Table, lang: str, delimiter: str) -> str:
    """A sheet as a spreadsheet program opens it: with a byte order mark, so that umlauts survive."""
    return BYTE_ORDER_MARK + written(headings(lang).values(), table, delimiter=delimiter, ends=WINDOWS)


def to_workbook(rows: Table, lang: str, year: int) -> bytes:
    """A sheet as a workbook, with a second page that says how to fill it in; raises as `xlsx.to_xlsx` does."""
    title = texts.wording(lang, "review-sheet", span=year)
    called = headings(lang)
    how_to = [[texts.wording(lang, f"review-how-to-{step}", **called)] for step in HOW_TO]
    days = (called["correct_first_day"], called["read"])
    return to_xlsx(
        [
            Sheet(title, rows, lang, tuple(called.values()), days, (called["source"],)),
            Sheet(texts.wording(lang, "review-how-to"), how_to, lang),
        ]
    )


def from_csv(text: str) -> list[list[Cell]]:
    """The cells of a sheet, separated by what its headings show most often: semicolons, commas or tabs.

    Raises:
        SheetError: it is larger than any sheet.
    """
    headings = text.lstrip().partition("\n")[0]
    try:
        return [list(row) for row in cells(text, delimiter_of(headings), strict=False, bounded=True)]
    except SeparatedError as error:
        raise SheetError(f"the sheet {error}") from error


def table_of(path: Path) -> Table:
    """The cells of a filled sheet, a workbook or separated values; raises DataFileError and SheetError."""
    if path.suffix.lower() == ".xlsx":
        return read_xlsx(path)
    return from_csv(read_text(path))


def read(table: Table) -> Filled:
    """What the rows of a sheet say in which the office has written something.

    Raises:
        SheetError: a column is missing, or a row names an unknown id, a malformed day, a day outside its year, or no
            source; every such cell is named.
    """
    faults: list[Fault] = []
    oddities: list[Fault] = []
    found: dict[str, Correction] = {}
    for row in _rows(table):
        if not any(row.cells[name] for name in FILLED_IN):
            oddities += _written_over(row)
            continue
        correction, wrong = _correction(row)
        faults += wrong
        if correction is not None and correction.now.id in found:
            faults.append(row.fault("id", f"{correction.now.id!r} is filled in twice; keep one of them."))
        elif correction is not None:
            found[correction.now.id] = correction
    if faults:
        raise SheetError("\n".join(map(str, faults)))
    return Filled(tuple(found.values()), tuple(oddities))


def _rows(table: Table) -> Iterator[_Row]:
    """The rows below the headings; raises SheetError where a heading is missing."""
    above = next((n for n, row in enumerate(table) if any(row)), 0)
    columns = _columns()
    named = [" ".join(str(cell).split()) for cell in (table[above] if table else ())]
    places = {columns[folded(name)]: place for place, name in enumerate(named) if folded(name) in columns}
    for column in NEEDED:
        if column not in places:
            raise SheetError(f"row {above + 1}: there is no column {column!r}; needed are {', '.join(NEEDED)}.")
    called = {column: named[place] for column, place in places.items()}
    for number, row in enumerate(table[above + 1 :], above + 2):
        known = {name: _cell(row, places[name]) for name in (*NEEDED, "first_day") if name in places}
        yield _Row(number, {"first_day": "", **known}, called)


def _columns() -> dict[str, str]:
    """The columns of COLUMNS by what sheets call them, by their names alone or in any language, whatever the case."""
    called = {folded(name): column for lang in languages() for column, name in headings(lang).items()}
    return called | {folded(column): column for column in COLUMNS}


def _cell(row: Sequence[Cell], place: int) -> Cell:
    value = row[place] if place < len(row) else ""
    return " ".join(STEERING.sub(" ", value).split()) if isinstance(value, str) else value


def _correction(row: _Row) -> tuple[Correction | None, list[Fault]]:
    """What a row says, and what is wrong in it: one of the two."""
    wrong: dict[str, str] = {}
    days: dict[str, date] = {}
    for column in ("correct_first_day", "read"):
        try:
            days[column] = _day(row.cells[column])
        except SpanError as error:
            wrong[column] = str(error)
    if not row.cells["source"]:
        wrong["source"] = "is empty; say where the day was published."
    elif len(str(row.cells["source"])) > LONGEST_SOURCE:
        wrong["source"] = f"has {len(str(row.cells['source']))} letters; say it in {LONGEST_SOURCE}."
    try:
        found = _observances(str(row.cells["id"]), _first_day(row) or days.get("correct_first_day"))
    except InterfaithCalError as error:
        wrong["id"] = str(error)
        found = None
    if found and "correct_first_day" in days and (refused := _refused(*found, days["correct_first_day"])):
        wrong["correct_first_day"] = refused
    if wrong or found is None:
        return None, [row.fault(column, wrong[column]) for column in NEEDED if column in wrong]
    return Correction(*found, days["correct_first_day"], str(row.cells["source"]), days["read"]), []


def _day(cell: Cell) -> date:
    """The day in a cell; raises SpanError for anything else."""
    if isinstance(cell, date):
        return cell
    try:
        first, last = span(cell)
    except SpanError:
        first, last = date.min, date.max
    if first != last:
        said = f"{cell!r} is not a day" if cell else "is empty"
        raise SpanError(f"{said}; write a day as 22.04.2027 or 2027-04-22.")
    return first


def _first_day(row: _Row) -> date | None:
    """The day that stands in the sheet; None where it is gone."""
    try:
        return _day(row.cells["first_day"])
    except SpanError:
        return None


def _observances(identifier: str, near: date | None) -> tuple[Observance, Observance] | None:
    """The observance of an id as the almanac has it now, and by its rule alone; None without a day to look for it.

    Raises:
        UnknownNameError: there is none of that id, or not within a year of the day.
        YearRangeError: the community has no answer for that year.
    """
    named = ObservanceId.parsed(identifier)
    if named is None:
        raise UnknownNameError("observance", identifier, ())
    keeper, festival = community_named(named.community), festival_named(named.festival)
    usages = {keeper.id: [keeper.usage(named.usage).id]} if named.usage else {}
    if near is None:
        return None
    almanac.check_years(keeper, near, near)
    first = date(max(near.year - 1, keeper.first_year), 1, 1)
    last = date(min(near.year + 1, keeper.last_year), 12, 31)
    now, by_rule = (
        {o.id: o for o in almanac.observances(first, last, festivals=[festival.id], usages=usages, pins=pins)}
        for pins in (True, False)
    )
    if festival.announced_only and named.own_year == str(near.year):
        # There is no rule to give a day: the one that is announced stands for it.
        blank = Observance(
            festival, keeper, named.usage, named.own_year, near, near, Certainty.ANNOUNCED, festival.source
        )
        return now.get(identifier, blank), now.get(identifier, blank)
    if identifier not in now or identifier not in by_rule:
        raise UnknownNameError("observance", identifier, now)
    return now[identifier], by_rule[identifier]


def _refused(now: Observance, by_rule: Observance, day: date) -> str:
    """Why a day cannot be pinned; "" if it can."""
    year = now.first_day.year
    if day.year != year:
        return f"{day} is outside the year {year} of this sheet; {now.id} is now on {now.first_day}."
    if not now.festival.announced_only and abs(day - by_rule.first_day) > almanac.REACH_OF_PINS:
        reach = almanac.REACH_OF_PINS.days
        return f"{day} is more than {reach} days from {by_rule.first_day}, which the rule gives; check day and month."
    return ""


def _written_over(row: _Row) -> Iterator[Fault]:
    """Whether a row that is not filled in has another first day than the almanac: a correction in the wrong column?"""
    day = _first_day(row)
    try:
        found = _observances(str(row.cells["id"]), day) if row.cells["id"] else None
    except InterfaithCalError:
        found = None
    if found and day != found[0].first_day:
        correct = row.headings["correct_first_day"]
        sentence = f"{day} is not what the calendar has ({found[0].first_day}); corrections go to {correct}."
        yield row.fault("first_day", sentence)
