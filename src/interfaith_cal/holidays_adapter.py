"""Festivals as a calendar of the package `holidays` (the extra of that name), for programs that are written for it.

calendar = FestivalDays(communities="jewish", lang="en")
date(2027, 4, 22) in calendar            # True; the year is filled when it is first asked for
calendar.get("2027-04-22")               # "Passover (Pesach)"
calendar + holidays.Germany(subdiv="NW")
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from interfaith_cal import almanac, api, asked
from interfaith_cal.errors import MissingExtraError
from interfaith_cal.religions import CommunityId
from interfaith_cal.words.languages import LanguageName, check_names

try:
    from holidays import HolidayBase
except ImportError as error:
    raise MissingExtraError("the adapter needs", "holidays", extra="holidays") from error


class FestivalDays(HolidayBase):
    """Each civil day on which something is kept, with its names; several on a day have "; " between them.

    Days are filled in by whole civil years, at once for `years` and else when a day of the year is first asked for.
    An eve is no day of its own: what begins at sunset is found on the civil day that follows.

    Args:
        years: civil years to fill in at once, one or several.
        communities, rank, kind, usages: as `interfaith_cal.observances` has them.
        lang: the language of the names.
        expand: False leaves out all years but `years`.

    Raises:
        YearRangeError: when a day of a year is asked for in which one of the communities has no answer.
        UnknownNameError, WrongTypeError: as `observances` does; of usages when a year is filled in, else at once.
    """

    def __init__(
        self,
        years: int | Iterable[int] | None = None,
        *,
        communities: api.Communities | None = None,
        rank: api.RankName = "all",
        kind: api.KindName | None = None,
        usages: api.Usages | None = None,
        lang: LanguageName = "de",
        expand: bool = True,
    ) -> None:
        almanac.ranks(asked.text(rank, "rank", "major"))
        almanac.kinds(None if kind is None else asked.text(kind, "kind", "feast"))
        self.communities = cast("tuple[CommunityId, ...]", tuple(one.id for one in api.communities(communities)))
        self.rank, self.kind, self.usages = rank, kind, usages
        self.lang = check_names(asked.text(lang, "language", "de"))
        super().__init__(asked.years(years), expand=expand, language=self.lang)

    def _populate(self, year: int) -> None:
        kept = api.by_day(year, communities=self.communities, rank=self.rank, kind=self.kind, usages=self.usages)
        for day, found in kept.items():
            for observance in found:
                self[day] = observance.name(self.lang)
