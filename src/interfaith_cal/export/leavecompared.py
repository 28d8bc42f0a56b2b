"""Leave in several Länder side by side: a line for each festival, a column for each Land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interfaith_cal.export import wording
from interfaith_cal.export.forms import in_markdown, to_json
from interfaith_cal.export.leave import Listing, doubts_of, named, terms_of, whole
from interfaith_cal.export.terminal import GAP, Terminal, bold, pad, paragraph, width
from interfaith_cal.ground.separated import written
from interfaith_cal.leavedays import LeaveDays
from interfaith_cal.model import Observance
from interfaith_cal.model.leave import said
from interfaith_cal.words import texts


class _Row(NamedTuple):
    """A festival on its days, and what each Land provides for it."""

    observance: Observance
    given: tuple[LeaveDays | None, ...]


def _rows(listings: Sequence[Listing]) -> list[_Row]:
    """The festivals of all Länder, by first day, then in the order in which the Länder name them."""
    found: dict[str, Observance] = {}
    for listing in listings:
        found |= {days.observance.id: days.observance for days in listing.leave if days.observance.id not in found}
    by_land = [{days.observance.id: days for days in listing.leave} for listing in listings]
    rows = [_Row(o, tuple(given.get(identifier) for given in by_land)) for identifier, o in found.items()]
    return sorted(rows, key=lambda row: row.observance.first_day)


def _cells(row: _Row, lang: str, notes: Sequence[str] | None) -> list[str]:
    """The cells of a row; what is not certain of a rule is a number of the notes, or said where there are none."""
    none = texts.wording(lang, "leave-none-named")
    terms = (none if days is None else _terms(days, lang, notes) for days in row.given)
    first_day, code = texts.short_date(row.observance.first_day, lang), row.observance.community.code(lang)
    return [first_day, code, named(row.observance, lang), *terms]


def _terms(days: LeaveDays, lang: str, notes: Sequence[str] | None) -> str:
    doubts = [said(doubt, lang) for doubt in days.provision.doubts]
    spelled = doubts if notes is None else []
    numbers = [] if notes is None else [f"{notes.index(doubt) + 1})" for doubt in doubts]
    return " ".join((" · ".join((*terms_of(days, lang), *spelled)), *numbers))


def _notes(listings: Sequence[Listing], lang: str) -> list[str]:
    """What is not certain of the rules of all Länder, each doubt once."""
    return doubts_of((days for listing in listings for days in listing.leave), lang)


def _explained(listings: Sequence[Listing], lang: str) -> list[str]:
    """The notes by their numbers, and what the signs mean."""
    notes = [f"{number}) {note}" for number, note in enumerate(_notes(listings, lang), 1)]
    signs = "".join(wording.marks(days.observance) for listing in listings for days in listing.leave)
    return notes + wording.legend(signs, lang)


def _body(listings: Sequence[Listing], lang: str) -> list[list[str]]:
    notes = _notes(listings, lang)
    return [_cells(row, lang, notes) for row in _rows(listings)]


def _rows_of_a_table(listings: Sequence[Listing], lang: str) -> list[list[str]]:
    """The same for a table alone, below which nothing is said."""
    return [_cells(row, lang, None) for row in _rows(listings)]


def _headings(listings: Sequence[Listing], lang: str) -> list[str]:
    read = [texts.wording(lang, f"leave-column-{column}") for column in ("day", "community", "name")]
    return [*read, *(said(listing.rules.land, lang) for listing in listings)]


def _title(listings: Sequence[Listing], lang: str) -> str:
    return texts.wording(lang, "leave-compared", year=listings[0].school_year)


def compared_to_terminal(listings: Sequence[Listing], lang: str, terminal: Terminal) -> str:
    """A table as wide as it needs; below it the texts of each Land."""
    table = [_headings(listings, lang), *_body(listings, lang)]
    widths = [max(width(cell) for cell in column) for column in zip(*table, strict=True)]
    head, *body = (GAP.join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in table)
    title = _title(listings, lang)
    out = [bold(title, terminal), "", bold(head, terminal), *body, ""]
    for line in (*_explained(listings, lang), *_sources(listings, lang)):
        out += paragraph(line, terminal.width, hanging=GAP)
    out += ["", *(bold(line, terminal) for line in paragraph(texts.wording(lang, "leave-notice"), terminal.width))]
    return "\n".join(out) + "\n"


def _sources(listings: Sequence[Listing], lang: str) -> Iterator[str]:
    for listing in listings:
        yield f"{said(listing.rules.land, lang)}: {listing.rules.decree(lang)}"


def compared_to_csv(listings: Sequence[Listing], lang: str) -> str:
    """A row for each festival, a column for each Land."""
    return written(_headings(listings, lang), _rows_of_a_table(listings, lang))


def compared_to_markdown(listings: Sequence[Listing], lang: str) -> str:
    """A Markdown table; below it the texts of each Land."""
    heads = _headings(listings, lang)
    title = _title(listings, lang)
    out = [f"# {title}", "", f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads)]
    out += [f"| {' | '.join(cells)} |" for cells in _body(listings, lang)]
    below = (*_explained(listings, lang), *_sources(listings, lang))
    out += ["", *(f"- {in_markdown(line)}" for line in below), "", texts.wording(lang, "leave-notice")]
    return "\n".join(out) + "\n"


def compared_to_json(listings: Sequence[Listing], lang: str) -> str:
    """A JSON list: each Land as `leave_to_json` gives it, in the order asked for."""
    return to_json([whole(listing, lang) for listing in listings])


def compared_to_xlsx(listings: Sequence[Listing], lang: str) -> bytes:
    """A workbook with the same table; raises InterfaithCalError if openpyxl is not installed."""
    from interfaith_cal.export.xlsx import Sheet, to_xlsx

    return to_xlsx(
        [Sheet(_title(listings, lang), _rows_of_a_table(listings, lang), lang, tuple(_headings(listings, lang)))]
    )


def compared_to_html(listings: Sequence[Listing], lang: str) -> str:
    """A complete HTML page without any outside request."""
    from interfaith_cal.export.templates import Say, render

    return render(
        "documents/leavecompared.html",
        say=Say(lang),
        title=_title(listings, lang),
        headings=_headings(listings, lang),
        rows=[
            (row.observance.community.id, cells)
            for row, cells in zip(_rows(listings), _body(listings, lang), strict=True)
        ],
        explained=_explained(listings, lang),
        sources=list(_sources(listings, lang)),
    )
