"""The options that most commands share, as one value: edition, communities, usages, rank, kind, language, place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from interfaith_cal import selection
from interfaith_cal.cli import types, values
from interfaith_cal.cli.options import COMMUNITY, LANGUAGE, PLACE, edition_option, gathering
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.ground.places import Place, country
from interfaith_cal.model import Festival, Kind, Observance, Rank

if TYPE_CHECKING:
    from interfaith_cal.export.rulebook import RuleBook

OPTIONS = (
    COMMUNITY,
    click.option("--usage", "usages", multiple=True, type=types.USAGE,
                 help="Follow this usage instead of the default, e.g. orthodox=old-calendar; may be repeated."),
    click.option("--rank", type=types.OneOf("rank", (*map(str, Rank), "all")),
                 help="Main feasts, others, or all; else what the edition shows."),
    click.option("--kind", type=types.OneOf("kind", map(str, Kind)), help="Only feasts, fasts, ..."),
    edition_option("Which communities and festivals, in which order: all, nrw, or a .toml file of yours."),
    PLACE,
    LANGUAGE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose to see."""

    edition: Edition
    communities: tuple[str, ...] | None
    usages: dict[str, list[str]] | None
    rank: str | None
    kind: str | None
    lang: str
    place: Place

    def observances(self, first: int | date, last: date | None = None) -> list[Observance]:
        """The chosen observances of a year or span."""
        return selection.of_edition(
            self.edition,
            first,
            last,
            communities=self.communities,
            rank=self.rank,
            kind=self.kind,
            usages=self.usages,
        )

    def festivals(self) -> list[Festival]:
        """The chosen festivals."""
        return selection.festivals_of(self.edition, communities=self.communities, rank=self.rank, kind=self.kind)

    def rule_book(self, first_year: int) -> RuleBook:
        """The chosen rules, with the dates of five years from the first on."""
        from interfaith_cal.export.rulebook import rule_book

        return rule_book(
            self.edition,
            first_year,
            self.lang,
            communities=self.communities,
            rank=self.rank,
            kind=self.kind,
            usages=self.usages,
        )


def chosen(
    communities: Iterable[str],
    usages: Iterable[str],
    rank: str | None,
    kind: str | None,
    edition: str,
    place: str | None,
    lang: str | None,
) -> Choice:
    """The words of the options as a value; raises as their readers do."""
    shown = editions.edition(edition)
    return Choice(
        shown,
        tuple(communities) or None,
        values.usages(usages),
        rank,
        kind,
        shown.language(lang),
        country(shown.country).place(place),
    )


choosing = gathering("choice", chosen, OPTIONS)
"""Gives a command the shared options, and hands them over as its argument `choice`."""
