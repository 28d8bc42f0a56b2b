"""Lists of observances in a terminal: a year that reads like a printed page, and a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from interfaith_cal.export import terminal, wording
from interfaith_cal.export.terminal import GAP, Terminal
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Begins, Certainty, Observance
from interfaith_cal.words import texts

NARROWEST_NAME = 12


class _Line(NamedTuple):
    """An observance as the cells of one line; the details are ordered by how much they matter."""

    month: str
    day: str
    community: str
    code: str
    name: str
    marks: str
    details: tuple[str, ...]


class _Widths(NamedTuple):
    """How many columns of the terminal each cell has; None for details of any length."""

    day: int
    code: int
    name: int
    marks: int
    details: int | None


def to_terminal(observances: Sequence[Observance], lang: str, screen: Terminal) -> str:
    """A table that reads like a printed page: month headings, day, chip, name, marks, and what else matters.

    As the terminal gets narrower, the details go first, from right to left (own date, usage, until), then the names
    are cut with an ellipsis; marks, days and chips always stay.
    """
    if not observances:
        return texts.wording(lang, "nothing-listed") + "\n"
    lines = [_line(o, lang) for o in observances]
    widths = _widths(lines, screen.width)
    out: list[str] = []
    for month, within in groupby(lines, key=lambda line: line.month):
        out += [terminal.bold(month, screen), *(_shown(line, widths, screen) for line in within), ""]
    legend = wording.legend("".join(line.marks for line in lines), lang)
    out += [terminal.dim(note, screen) for note in legend]
    return "\n".join(out).rstrip("\n") + "\n"


def _line(o: Observance, lang: str) -> _Line:
    details = (wording.until(o, lang), wording.usage(o, lang), o.native_date_in(lang))
    return _Line(
        texts.month_and_year(o.first_day, lang),
        f"{texts.weekday(o.first_day.weekday(), lang, 'short')} {o.first_day.day:2}",
        o.community.id,
        o.community.code(lang),
        o.name(lang),
        wording.marks(o),
        tuple(detail for detail in details if detail),
    )


def _widths(lines: Sequence[_Line], screen_width: int | None) -> _Widths:
    day = max(terminal.width(line.day) for line in lines)
    code = max(terminal.width(line.code) for line in lines)
    name = max(terminal.width(line.name) for line in lines)
    marks = max(len(line.marks) for line in lines)
    if screen_width is None:
        return _Widths(day, code, name, marks, None)
    # A chip has a blank on either side of its code.
    room = screen_width - (len(GAP) + day + len(GAP) + code + 2 + len(GAP) + marks + len(GAP))
    name = max(NARROWEST_NAME, min(name, room))
    return _Widths(day, code, name, marks, room - name - len(GAP))


def _shown(line: _Line, widths: _Widths, screen: Terminal) -> str:
    cells = (
        terminal.pad(line.day, widths.day),
        terminal.chip(line.community, line.code, widths.code, screen),
        terminal.pad(terminal.isolated(terminal.cut(line.name, widths.name)), widths.name),
        terminal.pad(line.marks, widths.marks),
        terminal.dim(_fitting(line.details, widths.details), screen),
    )
    return f"{GAP}{GAP.join(cells)}".rstrip()


def _fitting(details: Sequence[str], room: int | None) -> str:
    """As many of the details as have room, the first ones first."""
    said = ""
    for detail in details:
        longer = f"{said} · {detail}" if said else detail
        if room is not None and terminal.width(longer) > room:
            break
        said = longer
    return said


def day_to_terminal(
    day: date, kept: Sequence[Observance], lang: str, screen: Terminal, place: Place | None = None
) -> str:
    """What is kept on one day: the day as heading, a line for each observance, and what it is on that day."""
    chip_width = max(terminal.width(o.community.code(lang)) for o in kept)
    out = [terminal.bold(texts.long_date(day, lang), screen)]
    for o in kept:
        chip = terminal.chip(o.community.id, o.community.code(lang), chip_width, screen)
        said = (
            wording.begins(o, lang, place) if _worth_saying(o, day) else "",
            wording.day_of_span(o, day, lang),
            wording.usage(o, lang),
            wording.certainty(o, lang) if o.certainty is not Certainty.FIXED else "",
        )
        details = terminal.dim(" · ".join(part for part in said if part), screen)
        out.append(f"{GAP}{chip}{GAP}{terminal.isolated(o.name(lang))}{GAP}{details}".rstrip())
    return "\n".join(out) + "\n"


def _worth_saying(o: Observance, day: date) -> bool:
    """Whether a day is told how an observance begins: on its eve or first day, unless with the calendar day."""
    return o.eve or (o.first_day == day and o.begins is not Begins.MIDNIGHT)
