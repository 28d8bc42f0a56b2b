"""Leave in a Land, as people and programs read it: pure functions to terminal, tables, Markdown, workbook and feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from interfaith_cal.export import wording
from interfaith_cal.export.forms import to_json
from interfaith_cal.export.terminal import GAP, Terminal, bold, chip, dim, isolated, pad, paragraph, width
from interfaith_cal.ground.separated import written_by_name
from interfaith_cal.leavedays import LeaveDays
from interfaith_cal.model import Observance
from interfaith_cal.model.leave import Extent, LandLeave, LawText, Provision, said
from interfaith_cal.phrase import phrase
from interfaith_cal.spans import runs
from interfaith_cal.words import texts

PUPILS, EMPLOYEES = "pupils", "employees"
COLUMNS = (
    "land", "school_year", "whom", "community", "festival", "usage", "name", "days", "closed", "granted", "extent",
    "application", "eve", "certainty", "reference", "not_known", "notice",
)  # fmt: skip
# Those of tables that people read.
READ = ("day", "community", "name", "days", "terms", "reference")


class Listing(NamedTuple):
    """What a Land provides in a school year: for pupils, and for employees where a law protects days of theirs."""

    rules: LandLeave
    school_year: str
    leave: Sequence[LeaveDays]
    protected: Sequence[LeaveDays] = ()

    def parts(self) -> Iterator[tuple[str, Sequence[LeaveDays]]]:
        """For whom, and what."""
        yield PUPILS, self.leave
        yield EMPLOYEES, self.protected


class _Line(NamedTuple):
    """A festival as the cells of a line; each run of its days after the first has a line of its own."""

    runs: list[str]
    community: str
    code: str
    name: str
    terms: str


def leave_to_terminal(listing: Listing, lang: str, terminal: Terminal) -> str:
    """The list of a school year by months: days, who, how many, on application or not; then what is not known."""
    rules = listing.rules
    out = [bold(_title(listing, lang), terminal)]
    for number, text in enumerate(rules.texts, 1):
        out += paragraph(f"[{number}] {_reference(text, lang)}", terminal.width, hanging="    ")
    out += paragraph(said(rules.rule, lang), terminal.width)
    notes = _notes(listing, lang)
    for month, within in groupby(listing.leave, key=lambda days: texts.month_and_year(days.days[0], lang)):
        out += ["", bold(month, terminal), *_month_lines(list(within), listing, notes, lang, terminal)]
    if not listing.leave:
        out += ["", texts.wording(lang, "leave-nothing")]
    if rules.protection:
        out += ["", bold(texts.wording(lang, "leave-protected"), terminal)]
        out += paragraph(said(rules.protection, lang), terminal.width)
        out += _month_lines(listing.protected, listing, notes, lang, terminal, months=True)
    out.append("")
    for number, note in enumerate(notes, 1):
        out += paragraph(f"{number}) {note}", terminal.width, hanging="   ")
    out += wording.legend("".join(wording.marks(days.observance) for _, part in listing.parts() for days in part), lang)
    if rules.unknown:
        out += ["", texts.wording(lang, "leave-not-known")]
    for unknown in rules.unknown:
        out += paragraph(f"– {said(unknown, lang)}", terminal.width, hanging=GAP)
    out += ["", *(bold(line, terminal) for line in paragraph(texts.wording(lang, "leave-notice"), terminal.width))]
    return "\n".join(out) + "\n"


def _title(listing: Listing, lang: str) -> str:
    return texts.wording(lang, "leave-title", land=said(listing.rules.land, lang), year=listing.school_year)


def _reference(text: LawText, lang: str) -> str:
    """A law or decree with where it stands, where and when it was read."""
    return texts.wording(
        lang,
        "leave-text",
        name=said(text.name, lang),
        published=text.published,
        where=text.where,
        day=texts.short_date(text.read, lang),
    )


def _notes(listing: Listing, lang: str) -> list[str]:
    return doubts_of((days for _, part in listing.parts() for days in part), lang)


def doubts_of(listed: Iterable[LeaveDays], lang: str) -> list[str]:
    """All doubts of the listed festivals, each once."""
    doubts = (doubt for days in listed for doubt in days.provision.doubts)
    return list(dict.fromkeys(said(doubt, lang) for doubt in doubts))


def _month_lines(
    leave: Sequence[LeaveDays],
    listing: Listing,
    notes: Sequence[str],
    lang: str,
    terminal: Terminal,
    *,
    months: bool = False,
) -> Iterator[str]:
    """A line for each festival, and one for each further run of its days; with their months where none stands above.

    Where the terminal is too narrow, what may be taken and how stands below the name.
    """
    if not leave:
        return
    lines = [_line(days, listing, notes, lang, months=months) for days in leave]
    run_width = max(width(run) for line in lines for run in line.runs)
    code_width = max(width(line.code) for line in lines)
    name_width = max(width(line.name) for line in lines)
    # A chip has a blank on either side of its code.
    indent = len(GAP) + run_width + len(GAP) + code_width + 2 + len(GAP)
    for line in lines:
        when, *further = line.runs
        start = f"{GAP}{pad(when, run_width)}{GAP}{chip(line.community, line.code, code_width, terminal)}{GAP}"
        if terminal.width is None or indent + name_width + len(GAP) + width(line.terms) <= terminal.width:
            yield f"{start}{pad(line.name, name_width)}{GAP}{dim(line.terms, terminal)}"
        else:
            yield f"{start}{line.name}"
            yield " " * indent + dim(line.terms, terminal)
        yield from (f"{GAP}{run}" for run in further)


def _line(days: LeaveDays, listing: Listing, notes: Sequence[str], lang: str, *, months: bool) -> _Line:
    observance = days.observance
    reference = f"[{listing.rules.texts.index(days.provision.text) + 1}]" if len(listing.rules.texts) > 1 else ""
    doubts = " ".join(f"{notes.index(said(doubt, lang)) + 1})" for doubt in days.provision.doubts)
    terms = " · ".join(terms_of(days, lang, whom=EMPLOYEES if months else PUPILS))
    return _Line(
        [*_runs(days.days, lang, None if months else days.days[0])],
        observance.community.id,
        observance.community.code(lang),
        named(observance, lang),
        " ".join(filter(None, (terms, reference, doubts))),
    )


def named(observance: Observance, lang: str) -> str:
    """A festival's name, its usage where there are several, and its signs."""
    usage = wording.usage(observance, lang)
    name = isolated(observance.name(lang))
    name = f"{name} ({usage})" if usage else name
    return f"{name} {wording.marks(observance)}".rstrip()


def terms_of(days: LeaveDays, lang: str, whom: str = PUPILS) -> Iterator[str]:
    """For how long, on application or not, from which hour of the eve, and whether there is no school anyway."""
    provision, offered = days.provision, len(days.days)
    if provision.granted is not None and provision.granted < offered:
        yield texts.wording(lang, "leave-days-of", granted=provision.granted, days=offered)
    else:
        yield texts.say(phrase("leave-days", days=offered), lang)
    if provision.extent is Extent.SERVICE:
        yield texts.wording(lang, "leave-service")
    if provision.eve:
        yield texts.wording(lang, "leave-eve", time=provision.eve)
    if whom == PUPILS:
        yield provision.application.words(lang)
        if days.without_school:
            yield texts.wording(lang, "leave-no-school-day")


def _runs(days: Sequence[date], lang: str, heading: date | None) -> Iterator[str]:
    """Runs of days, without their month under its heading: "Do 22 – Fr 23", "Mi 28 – Do 29"."""
    for first, last in runs(days):
        yield " – ".join(_day(day, heading, lang) for day in dict.fromkeys((first, last)))


def _day(day: date, heading: date | None, lang: str) -> str:
    if heading is None:
        return texts.short_date(day, lang)
    if day.month != heading.month:
        return texts.day_with_weekday(day, lang)
    return f"{texts.weekday(day.weekday(), lang, 'short')} {day.day:2}"


def leave_to_csv(listing: Listing, lang: str) -> str:
    """A row for each festival, for pupils and for employees; columns as in COLUMNS."""
    listed = ("days", "closed", "not_known")
    rows = ({**record, **{key: " · ".join(record[key]) for key in listed}} for record in _records(listing, lang))
    common = {
        "land": said(listing.rules.land, lang),
        "school_year": listing.school_year,
        "notice": texts.wording(lang, "leave-notice"),
    }
    joined = ({**common, **row, "days": row["days"].replace(" · ", " ")} for row in rows)
    return written_by_name(COLUMNS, ({**row, "closed": row["closed"].replace(" · ", " ")} for row in joined))


def leave_to_json(listing: Listing, lang: str) -> str:
    """A JSON object: the Land, its texts and rules, what is not known, and the festivals for pupils and employees."""
    return to_json(whole(listing, lang))


def whole(listing: Listing, lang: str) -> dict[str, Any]:
    """All that is said of a Land in a school year, as the JSON object that programs read."""
    rules = listing.rules
    records = list(_records(listing, lang))
    return {
        "land": said(rules.land, lang),
        "country": rules.country,
        "school_year": listing.school_year,
        "texts": [
            {
                "id": text.id,
                "name": said(text.name, lang),
                "published": text.published,
                "where": text.where,
                "read": text.read.isoformat(),
            }
            for text in rules.texts
        ],
        "rule": said(rules.rule, lang),
        "protection": said(rules.protection, lang) if rules.protection else "",
        "not_known": [said(unknown, lang) for unknown in rules.unknown],
        "notice": texts.wording(lang, "leave-notice"),
        "leave": [record for record in records if record["whom"] == PUPILS],
        "protected": [record for record in records if record["whom"] == EMPLOYEES],
    }


def _records(listing: Listing, lang: str) -> Iterator[dict[str, Any]]:
    for whom, part in listing.parts():
        for days in part:
            yield _record(days, whom, lang)


def _record(days: LeaveDays, whom: str, lang: str) -> dict[str, Any]:
    observance, provision = days.observance, days.provision
    return {
        "whom": whom,
        "community": observance.community.id,
        "festival": observance.festival.id,
        "usage": observance.usage,
        "name": observance.name(lang),
        "days": [day.isoformat() for day in days.days],
        "closed": [day.isoformat() for day in days.closed],
        "granted": min(provision.granted or len(days.days), len(days.days)),
        "extent": provision.extent.value,
        "application": provision.application.value if whom == PUPILS else "",
        "eve": provision.eve,
        "certainty": observance.certainty.value,
        "reference": reference(provision, lang),
        "not_known": [said(doubt, lang) for doubt in provision.doubts],
    }


def reference(provision: Provision, lang: str) -> str:
    """The law or decree that provides, by its name."""
    return said(provision.text.name, lang)


def read_rows(listing: Listing, lang: str) -> Iterator[tuple[str, ...]]:
    """The leave of pupils in the columns READ, for tables that people read."""
    for days in listing.leave:
        yield (
            ", ".join(_runs(days.days, lang, None)),
            days.observance.community.name(lang),
            named(days.observance, lang),
            str(len(days.days)),
            " · ".join(terms_of(days, lang)),
            reference(days.provision, lang),
        )


def leave_to_markdown(listing: Listing, lang: str) -> str:
    """A Markdown document: the texts, the rule, a table, and what is not known."""
    rules = listing.rules
    out = [f"# {_title(listing, lang)}", "", said(rules.rule, lang), ""]
    out += [f"- {_reference(text, lang)}" for text in rules.texts]
    if listing.leave:
        heads = [texts.wording(lang, f"leave-column-{column}") for column in READ]
        out += ["", _row(heads), "|" + " --- |" * len(READ)]
        out += [_row(cell.replace("|", "\\|") for cell in row) for row in read_rows(listing, lang)]
    else:
        out += ["", texts.wording(lang, "leave-nothing")]
    if rules.protection:
        out += ["", f"## {texts.wording(lang, 'leave-protected')}", "", said(rules.protection, lang), ""]
        out += [f"- {line}" for line in _protected_lines(listing, lang)]
    out += ["", *(f"- {said(unknown, lang)}" for unknown in rules.unknown), ""]
    out.append(texts.wording(lang, "leave-notice"))
    return "\n".join(out) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def leave_to_xlsx(listing: Listing, lang: str) -> bytes:
    """A workbook with the leave of pupils; raises InterfaithCalError if openpyxl is not installed."""
    from interfaith_cal.export.xlsx import Sheet, to_xlsx

    heads = tuple(texts.wording(lang, f"leave-column-{column}") for column in READ)
    return to_xlsx([Sheet(_title(listing, lang), [list(row) for row in read_rows(listing, lang)], lang, heads)])


def leave_to_html(listing: Listing, lang: str) -> str:
    """A complete HTML page without any outside request."""
    from interfaith_cal.export.templates import Say, render

    rules = listing.rules
    return render(
        "documents/leave.html",
        say=Say(lang),
        title=_title(listing, lang),
        rule=said(rules.rule, lang),
        columns=READ,
        rows=[
            (days.observance.community.id, row)
            for days, row in zip(listing.leave, read_rows(listing, lang), strict=True)
        ],
        protection=said(rules.protection, lang) if rules.protection else "",
        protected=list(_protected_lines(listing, lang)),
        sources=[_reference(text, lang) for text in rules.texts],
        unknown=[said(words, lang) for words in rules.unknown],
    )


def _protected_lines(listing: Listing, lang: str) -> Iterator[str]:
    """The protected days of employees, a line for each festival."""
    for days in listing.protected:
        terms = ", ".join(terms_of(days, lang, EMPLOYEES))
        yield f"{', '.join(_runs(days.days, lang, None))}: {named(days.observance, lang)} ({terms})"


def leave_to_ics(listing: Listing, lang: str) -> bytes:
    """A feed of the festivals for which pupils get leave; raises SpanError where there are none."""
    from interfaith_cal.editorial.changes import change_log
    from interfaith_cal.export.ics import CHOICE, Feed, to_ics

    kept = [days.observance for days in listing.leave]
    chosen = tuple(dict.fromkeys(o.community.id for o in kept))
    return to_ics(Feed(CHOICE, lang, kept, chosen=chosen), change_log())
