"""What a year's edition consists of: each piece with what it is made from, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from interfaith_cal import review, selection
from interfaith_cal.background import Background
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.export import table
from interfaith_cal.export.ics import Feed, to_ics
from interfaith_cal.export.print import wordworks
from interfaith_cal.export.print.content import Issue
from interfaith_cal.export.print.works import WORD, WORKS, make, sheet_for
from interfaith_cal.export.rows import COLUMNS, MORE_COLUMNS
from interfaith_cal.export.rulebook import rule_book
from interfaith_cal.export.xlsx import Cell
from interfaith_cal.ground.places import Place
from interfaith_cal.identity import is_own
from interfaith_cal.model import Certainty, Community, Observance
from interfaith_cal.words import texts
from interfaith_cal.words.languages import in_language
from interfaith_cal.words.languages import language as language_named
from interfaith_cal.yearly import letters
from interfaith_cal.yearly.manifest import digest, in_json

# A month is a part of the poster.
YEARLY = tuple(work for work in WORKS if work != "month")
SECTION_PAPER = "a3"
UNSURE = (Certainty.COMPUTED, Certainty.UNSETTLED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the folder: its path, the digest of all it is made from, and how its bytes are made."""

    path: str
    made_from: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class YearPlan:
    """All that a year's edition is made of.

    Attributes:
        edition: the edition.
        year: the civil year.
        place: where times of sunset are meant.
        background: of each language, its public and school holidays.
        base: the address at which the site will stand.
        program: the digest of the program.
    """

    edition: Edition
    year: int
    place: Place
    background: Callable[[str], Background]
    base: str
    program: str

    @property
    def lang(self) -> str:
        """The language in which the publisher and the offices are spoken to: the edition's first."""
        return self.edition.languages[0]

    @property
    def rank(self) -> str | None:
        """The edition "all" has more than any sheet of paper holds; what is printed are the main festivals."""
        return "major" if self.edition.id == "all" else None

    @cached_property
    def observances(self) -> list[Observance]:
        """What the edition shows of the year."""
        return selection.of_edition(self.edition, self.year)

    @cached_property
    def communities(self) -> tuple[Community, ...]:
        """The religious communities that keep something in it, in the edition's order."""
        held = {o.community.id for o in self.observances}
        shown = selection.shown_by(self.edition)
        return tuple(community for community in shown if community.id in held and not is_own(community.id))

    def of(self, community: str) -> list[Observance]:
        """What a community keeps that begins in the year."""
        return [o for o in self.observances if o.community.id == community and o.first_day.year == self.year]

    def pieces(self) -> Iterator[Piece]:
        """Every file but the site and what tells of the run; letters first, whose fields may be wrong.

        Raises:
            DataFileError: a letter has a field that does not exist; as the readers of data do.
            YearRangeError: as `selection.of_edition` does.
        """
        yield from [self._letter(community) for community in self.communities]
        for community in self.communities:
            yield from self._packet(community)
        for lang in self.edition.languages:
            yield from self._works(lang)
            yield from self._feeds(lang)
            yield from self._lists(lang)

    def _works(self, lang: str) -> Iterator[Piece]:
        for work in YEARLY:
            issue = self._issue(lang, work)
            stem = f"works/{lang}/{work}-{self.year}"
            yield self._printed(work, issue, f"{stem}.pdf", "pdf")
            if work in wordworks.WORKS:
                yield self._printed(work, issue, f"{stem}.{WORD}", WORD)

    def _printed(self, work: str, issue: Issue, path: str, form: str, paper: str | None = None) -> Piece:
        sheet = sheet_for(work, paper)
        content = WORKS[work].content(issue)
        made_from = digest(self.program, form, in_json((content, sheet.paper._asdict(), sheet.bleed, issue.stamp)))
        return Piece(path, made_from, lambda: make(work, issue, sheet, form)[0])

    def _issue(self, lang: str, work: str, community: str | None = None) -> Issue:
        only = None if community is None else [community]
        kept = selection.of_edition(self.edition, self.year, communities=only, rank=self.rank)
        stamp = max([change_log().published, *(change_log().of(o.id).changed for o in kept)])
        ruled = work == "rulebook"
        return Issue(
            year=self.year,
            lang=lang,
            edition=self.edition,
            observances=kept,
            day=stamp.date(),
            stamp=stamp,
            background=list(self.background(lang)(date(self.year, 1, 1), date(self.year, 12, 31))),
            place=self.place,
            feeds_url=f"{self.base}/{lang}/",
            rule_book=rule_book(self.edition, self.year, lang, communities=only, rank=self.rank) if ruled else None,
        )

    def _feeds(self, lang: str) -> Iterator[Piece]:
        """A feed for each keeper, and one of all."""
        held = {o.community.id for o in self.observances}
        groups: list[tuple[str, list[Observance]]] = [
            (community.id, [o for o in self.observances if o.community.id == community.id])
            for community in selection.shown_by(self.edition)
            if community.id in held
        ]
        for group, kept in [*groups, ("all", self.observances)]:
            feed = Feed(group, lang, kept, self.place).of_edition(self.edition)
            content = to_ics(feed, change_log())
            yield self._given(f"feeds/{lang}/{texts.file_name(group, lang)}-{self.year}.ics", content)

    def _lists(self, lang: str) -> Iterator[Piece]:
        columns = (*COLUMNS, *MORE_COLUMNS)
        stem = f"lists/{lang}/dates-{self.year}"
        csv = table.to_csv(self.observances, lang, columns, byte_order_mark=True)
        yield self._given(f"{stem}.csv", csv.encode("utf-8"))
        title = f"{self.edition.title_in(lang)} {self.year}"
        made_from = digest(self.program, csv, title)
        yield Piece(f"{stem}.xlsx", made_from, lambda: table.to_xlsx(self.observances, lang, title))

    def _packet(self, community: Community) -> Iterator[Piece]:
        """What an office gets beside the letter: rule book, proof sheet, and how its days stand in the poster."""
        names = _names(self.year)
        folder = f"offices/{community.id}"
        yield self._printed(
            "rulebook", self._issue(self.lang, "rulebook", community.id), f"{folder}/{names['rule_book']}", "pdf"
        )
        rows = self._rows(community)
        made_from = digest(self.program, in_json(rows))
        path = f"{folder}/{names['review_sheet']}"
        yield Piece(path, made_from, lambda: review.to_workbook(rows, self.lang, self.year))
        csv = review.to_csv(rows, self.lang, language_named(self.lang).delimiter)
        yield self._given(f"{path.removesuffix('.xlsx')}.csv", csv.encode("utf-8"))
        poster = self._issue(self.lang, "poster", community.id)
        yield self._printed("poster", poster, f"{folder}/{names['poster']}", "pdf", SECTION_PAPER)

    def _rows(self, community: Community) -> Sequence[Sequence[Cell]]:
        festivals = selection.festivals_of(self.edition, communities=[community.id])
        return review.whole_sheet(self.of(community.id), festivals, self.year, self.lang, self.place)

    def _letter(self, community: Community) -> Piece:
        lang, kept = self.lang, self.of(community.id)
        path = letters.template(self.edition, lang)
        festivals = selection.festivals_of(self.edition, communities=[community.id])
        missing = [row[1] for row in review.unannounced(festivals, self.year, lang)]
        fields = {
            "publisher": self.edition.publisher_in(lang),
            "title": self.edition.title_in(lang),
            "year": self.year,
            "community": community.name(lang),
            "dates": len(kept),
            "computed": sum(o.certainty in UNSURE for o in kept),
            "unannounced": ", ".join(map(str, missing)) or "–",
            "contact": (in_language(self.edition.contact, lang) or "").strip(),
            **_names(self.year),
        }
        said = letters.filled(path, fields).rstrip() + "\n"
        return self._given(f"offices/{community.id}/letter-{self.year}.txt", said.encode("utf-8"))

    def _given(self, path: str, content: bytes) -> Piece:
        """A piece that is made already: it is cheaper than to know what it is made from."""
        return Piece(path, digest(content), lambda: content)


def _names(year: int) -> dict[str, str]:
    """The files of a packet, as its letter names them."""
    return {
        "rule_book": f"rules-{year}.pdf",
        "review_sheet": f"review-{year}.xlsx",
        "poster": f"poster-{year}.pdf",
    }
