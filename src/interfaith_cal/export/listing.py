"""Lists of observances in a terminal: a year that reads like a printed page, and a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from interfaith_cal.editorial import texts
from interfaith_cal.editorial.places import Spot
from interfaith_cal.export import terminal, wording
from interfaith_cal.export.terminal import GAP, Terminal
from interfaith_cal.model import Begins, Certainty, Observance


class _Line(NamedTuple):
    """An observance as the cells of one line; the details are ordered by how much they matter."""

    day: str
    chip: str
    name: str
    marks: str
    details: tuple[str, ...]


def to_terminal(observances: Sequence[Observance], lang: str, screen: Terminal) -> str:
    """A table that reads like a printed page: month headings, day, chip, name, marks, and what else matters.

    As the terminal gets narrower, the details go first, from right to left (own date, usage, until), then the names
    are cut with an ellipsis; marks, days and chips always stay.
    """
    if not observances:
        return texts.wording(lang, "nothing-listed") + "\n"
    lines = [_line(o, lang) for o in observances]
    chip_width = max(terminal.width(line.chip) for line in lines)
    name_width = max(terminal.width(line.name) for line in lines)
    mark_width = max(len(line.marks) for line in lines)
    day_width = max(terminal.width(line.day) for line in lines)
    fixed = 2 + day_width + len(GAP) + chip_width + 2 + len(GAP) + mark_width + len(GAP)
    if screen.width is not None:
        name_width = max(12, min(name_width, screen.width - fixed))
    room = None if screen.width is None else screen.width - fixed - name_width - len(GAP)
    out: list[str] = []
    month = ""
    for o, line in zip(observances, lines, strict=True):
        heading = texts.month_and_year(o.first_day, lang)
        if heading != month:
            month = heading
            out += ["", terminal.bold(heading, screen)] if out else [terminal.bold(heading, screen)]
        chip = terminal.chip(o.community.id, line.chip, chip_width, screen)
        details = terminal.dim(_fitting(line.details, room), screen)
        cells = (terminal.pad(line.day, day_width), chip, terminal.pad(terminal.cut(line.name, name_width), name_width))
        out.append(f"  {GAP.join((*cells, terminal.pad(line.marks, mark_width), details))}".rstrip())
    legend = wording.legend("".join(line.marks for line in lines), lang)
    out += ["", *(terminal.dim(note, screen) for note in legend)] if legend else []
    return "\n".join(out) + "\n"


def day_to_terminal(
    day: date, kept: Sequence[Observance], lang: str, screen: Terminal, place: Spot | None = None
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
            texts.wording(lang, f"certainty-{o.certainty}") if o.certainty is not Certainty.FIXED else "",
        )
        details = terminal.dim(" · ".join(part for part in said if part), screen)
        out.append(f"  {chip}{GAP}{o.name(lang)}{GAP}{details}".rstrip())
    return "\n".join(out) + "\n"


def _worth_saying(o: Observance, day: date) -> bool:
    """Whether a day is told how an observance begins: on its eve or first day, unless with the calendar day."""
    return o.eve or (o.first_day == day and o.begins is not Begins.MIDNIGHT)


def _line(o: Observance, lang: str) -> _Line:
    details = (wording.until(o, lang), wording.usage(o, lang), o.native_date_in(lang))
    return _Line(
        f"{texts.weekday(o.first_day.weekday(), lang, 'short')} {o.first_day.day:2}",
        o.community.code(lang),
        o.name(lang),
        wording.marks(o),
        tuple(detail for detail in details if detail),
    )


def _fitting(details: Sequence[str], room: int | None) -> str:
    said = ""
    for detail in details:
        longer = f"{said} · {detail}" if said else detail
        if room is not None and terminal.width(longer) > room:
            break
        said = longer
    return said
