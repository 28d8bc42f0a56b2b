"""The options that most commands share, as one value: edition, communities, usages, rank, kind, language, place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

import click

from interfaith_cal import selection
from interfaith_cal.cli import values
from interfaith_cal.editorial import editions, places, texts
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.editorial.places import Spot
from interfaith_cal.model import Kind, Observance

OPTIONS = (
    click.option("--community", "-c", "communities", multiple=True, metavar="NAME",
                 help="Only this community, or the group 'christian'; may be repeated."),
    click.option("--usage", "usages", multiple=True, metavar="COMMUNITY=USAGE",
                 help="Follow this usage instead of the default, e.g. orthodox=old-calendar; may be repeated."),
    click.option("--rank", metavar="major|minor|all", help="Main feasts, others, or all; else what the edition shows."),
    click.option("--kind", metavar="|".join(Kind), help="Only feasts, fasts, ..."),
    click.option("--edition", default=editions.DEFAULT, show_default=True, metavar="NAME|FILE",
                 help="Which communities and festivals, in which order: all, nrw, or a .toml file of yours."),
    click.option("--place", default=places.DEFAULT, show_default=True, metavar="CITY|NORTH,EAST",
                 help="Where the times of sunset are meant."),
    click.option("--lang", default="de", show_default=True, metavar="de|en", help="Language of names and texts."),
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
    place: Spot

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


def chosen(
    communities: Iterable[str],
    usages: Iterable[str],
    rank: str | None,
    kind: str | None,
    edition: str,
    place: str,
    lang: str,
) -> Choice:
    """The words of the options as a value; raises as their readers do."""
    return Choice(
        editions.edition(edition),
        tuple(communities) or None,
        values.usages(usages),
        rank,
        kind,
        texts.check_language(lang),
        places.spot(place),
    )


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the shared options, and hand them over as its argument `choice`."""

    @wraps(command)
    def with_choice(**words: Any) -> Any:
        own = {name: words.pop(name) for name in list(words) if name not in Choice.__slots__}
        return command(choice=chosen(**words), **own)

    for option in reversed(OPTIONS):
        with_choice = option(with_choice)
    return with_choice
