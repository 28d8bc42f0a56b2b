"""How an edition stands: what changed since last year's, what is only computed, and which offices have answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from interfaith_cal import almanac, review, selection
from interfaith_cal.editorial.pins import Pin, pins_of
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.export import table
from interfaith_cal.export.rows import COLUMNS, MORE_COLUMNS
from interfaith_cal.ground.files import read_text
from interfaith_cal.ground.root import Root, root, using
from interfaith_cal.ground.separated import BYTE_ORDER_MARK, SeparatedError, cells, written_by_name
from interfaith_cal.identity import is_own
from interfaith_cal.model import Community, Festival, Observance
from interfaith_cal.words import texts
from interfaith_cal.yearly.plan import UNSURE, YearPlan

CHANGES = ("what", "community", "festival", "usage", "name", "before", "now")
SHEETS = (".csv", ".xlsx")
# What of a row is said of its festival, and not of its day.
WORDS = ("name", "kind", "explanation", "greeting", "school")
Row = Mapping[str, str]


class Answer(NamedTuple):
    """What a community's office has answered.

    Attributes:
        community: the community.
        dates: how many dates of the year there are.
        unsure: those of them that an authority may still move.
        pins: those that were confirmed or corrected, by applied sheets.
        published: further dates that an authority has published, without a sheet.
        waiting: how many rows of sheets that lie in its folder are filled in, but not applied.
        wrong: why a sheet that lies there cannot be read; "" if all can.
    """

    community: Community
    dates: int
    unsure: int
    pins: tuple[Pin, ...]
    published: tuple[Pin, ...]
    waiting: int
    wrong: str

    @property
    def key(self) -> str:
        """The phrase for how things stand."""
        if self.wrong:
            return "yearly-answer-wrong"
        if self.waiting:
            return "yearly-answer-waiting"
        if self.pins:
            return "yearly-answer-applied"
        return "yearly-answer-published" if self.published else "yearly-answer-none"

    @property
    def last_read(self) -> date | None:
        """The day on which the last of its sources was read; None where there is none."""
        return max((pin.read for pin in self.pins or self.published), default=None)


def unsure(plan: YearPlan) -> list[Observance]:
    """What is still only computed, or kept on different days."""
    return [o for o in plan.observances if o.certainty in UNSURE and o.first_day.year == plan.year]


def unannounced(plan: YearPlan) -> list[Festival]:
    """The festivals without a rule that nobody has announced for the year."""
    shown = selection.festivals_of(plan.edition)
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    return [festival for festival, _ in almanac.unannounced(shown, first, last)]


def answers(plan: YearPlan, sheets: Mapping[str, Sequence[Path]]) -> list[Answer]:
    """How each office stands, in the edition's order; `sheets` are those that somebody filled, by community."""
    return [_answer(plan, community, sheets.get(community.id, ())) for community in plan.communities]


def _answer(plan: YearPlan, community: Community, sheets: Iterable[Path]) -> Answer:
    kept = plan.of(community.id)
    pins = [pin for pin in pins_of(community) if pin.first_day.year == plan.year]
    answered = _added(community, pins)
    waiting, wrong = 0, ""
    for path in sheets:
        try:
            filled = review.read(review.table_of(path))
        except InterfaithCalError as error:
            wrong = f"{path.name}: {str(error).splitlines()[0]}"
            continue
        corrected = {correction.pin for correction in filled.corrections}
        answered |= corrected.intersection(pins)
        waiting += len(corrected.difference(pins))
    applied = tuple(pin for pin in pins if pin in answered)
    published = tuple(pin for pin in pins if pin not in answered)
    return Answer(community, len(kept), sum(o.certainty in UNSURE for o in kept), applied, published, waiting, wrong)


def _added(community: Community, pins: Iterable[Pin]) -> set[Pin]:
    """Of some pins those that stand in a folder of one's own alone: sheets are applied there."""
    if root().own is None:
        return set()
    with using(Root(root().shipped, installed=root().installed)):
        shipped = set(pins_of(community))
    return {pin for pin in pins if pin not in shipped}


def changes(plan: YearPlan, last: Path | None) -> list[dict[str, str]]:
    """What is new, gone, said otherwise or moved since last year's edition.

    Args:
        plan: this year's.
        last: the list of last year's dates, as that edition was made; without it, as they are computed now.
    """
    now = _by_festival(_rows(plan.observances, plan.lang), plan.year)
    before = _by_festival(_read(last) if last else _last_year(plan), plan.year - 1)
    found: list[dict[str, str]] = []
    for key in dict.fromkeys([*now, *before]):
        here, there = now.get(key, []), before.get(key, [])
        what = _what(here, there)
        if what:
            one = (here or there)[0]
            said = {"what": what, "name": one["name"], "before": _days(there), "now": _days(here)}
            found.append({**dict(zip(("community", "festival", "usage"), key, strict=True)), **said})
    return found


def changes_csv(found: Iterable[Row]) -> str:
    """The same as a table for spreadsheet programs."""
    return BYTE_ORDER_MARK + written_by_name(CHANGES, found)


def _what(here: Sequence[Row], there: Sequence[Row]) -> str:
    if not there:
        return "new"
    if not here:
        return "gone"
    if any(here[0].get(field, "") != there[0].get(field, "") for field in WORDS if field in there[0]):
        return "text"
    return "moved" if [d["first_day"][5:] for d in here] != [d["first_day"][5:] for d in there] else ""


def _days(rows: Iterable[Row]) -> str:
    return ", ".join(row["first_day"] for row in rows)


def _by_festival(rows: Iterable[Row], year: int) -> dict[tuple[str, str, str], list[Row]]:
    """The rows of what begins in a year, by community, festival and usage."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if row["first_day"].startswith(f"{year:04}-"):
            found.setdefault((row["community"], row["festival"], row["usage"]), []).append(row)
    return found


def _last_year(plan: YearPlan) -> list[Row]:
    return _rows(selection.of_edition(plan.edition, plan.year - 1), plan.lang)


def _rows(observances: Sequence[Observance], lang: str) -> list[Row]:
    return _of_text(table.to_csv(observances, lang, (*COLUMNS, *MORE_COLUMNS)))


def _read(path: Path) -> list[Row]:
    """The rows of an earlier edition's list; raises DataFileError and SheetError."""
    try:
        rows = _of_text(read_text(path))
    except (SeparatedError, ValueError) as error:
        raise review.SheetError(f"{path}: is no list of an edition ({error}).") from error
    if any(column not in row for row in rows for column in ("community", "festival", "usage", "name", "first_day")):
        raise review.SheetError(f"{path}: is no list of an edition.")
    return rows


def _of_text(text: str) -> list[Row]:
    head, *rows = cells(text.removeprefix(BYTE_ORDER_MARK))
    return [dict(zip(head, row, strict=True)) for row in rows]


def community_name(plan: YearPlan, name: str) -> str:
    """What a community of either year is called; its id where the edition no longer has it."""
    shown = {community.id: community for community in selection.shown_by(plan.edition)}
    if name in shown:
        return shown[name].name(plan.lang)
    return name if is_own(name) else texts.community_text(name, "name", plan.lang)
