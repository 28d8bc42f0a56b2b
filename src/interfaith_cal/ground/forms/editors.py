"""What editors keep, each kind of file described once: pins, corrections, palette, redirects, impact."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from msgspec import UNSET, Meta, UnsetType

from interfaith_cal.ground.forms.base import (
    CSS_NAME,
    HEX,
    PATH,
    CommunityId,
    Day,
    FestivalId,
    File,
    Time,
)

# data/pins


class Announcement(File):
    """Days that an authority has published in one place."""

    source: Annotated[
        str,
        Meta(pattern=r"\S", description="Who published it, when and where it was read.",
             extra={"said": "{where} needs a source, but has {value!r}."}),
    ]  # fmt: skip
    read: Annotated[Day, Meta(extra={"said": "{where} needs the day on which it was read, but has {value!r}."})]
    days: Annotated[
        dict[
            Annotated[
                str,
                Meta(pattern=r"^[a-z0-9-]+/[0-9]+[a-z]?(/[a-z-]+)?$", extra={
                    "said": "the pin {key!r} must name a festival and its own year, as 'ramadan/1447' does."}),
            ],
            Annotated[
                Day | Annotated[list[Day], Meta(min_length=2, max_length=2, description="First and last day.")],
                Meta(extra={"said": "the pin {key!r} must be a day, as 2026-02-19, or a first and a last day, "
                                    "but is {value!r}."}),
            ],
        ],
        Meta(min_length=1, extra={"said": "{where} needs a table of days, but has {value!r}."},
             description="First days by festival, own year and, where it is not the first default, usage."),
    ]  # fmt: skip

    @staticmethod
    def about(entry: dict[str, Any]) -> str:
        """The first pin, by which the announcement is found."""
        days = entry.get("days")
        return f", with the pin {next(iter(days))!r}," if isinstance(days, dict) and days else ""


class Pins(File):
    """Published dates: data/pins/COMMUNITY.toml."""

    announcement: list[Annotated[Announcement, Meta(extra={"called": "announcement {number}"})]] = []


# data/changes.toml

NEEDS = {"said": "{where} needs an `id`, a time `changed` and a whole `sequence`."}
ON_A_DAY = {"said": "{where} has the {field} {value!r}; give a day such as 2027-03-10."}


class Change(File):
    """A correction of dates or texts that were published."""

    id: Annotated[
        str,
        Meta(extra=NEEDS, description="An observance: community/festival/year, and the usage where it is not the first "
             "default; a festival or community whose words were corrected; or calendar, where days were added or given "
             "up."),
    ]  # fmt: skip
    changed: Annotated[Time, Meta(extra=NEEDS)]
    sequence: Annotated[
        int,
        Meta(ge=0, extra=NEEDS,
             description="How many corrections of its days there were; 0 where only its certainty or words changed."),
    ]  # fmt: skip
    first_day: Annotated[Day, Meta(extra=ON_A_DAY)] | UnsetType = UNSET
    last_day: Annotated[Day, Meta(extra=ON_A_DAY)] | UnsetType = UNSET
    certainty: Literal["fixed", "computed", "announced", "unsettled"] | UnsetType = UNSET
    words: Annotated[str, Meta(description="The digest of its words since then.")] | UnsetType = UNSET
    reason: Annotated[str, Meta(description="Why, in a sentence for people.")] | UnsetType = UNSET

    @staticmethod
    def about(entry: dict[str, Any]) -> str:
        """Which event it is of."""
        return f" ({entry['id']!r})" if "id" in entry else ""


class Changes(File):
    """Dates and texts corrected after they were published: data/changes.toml."""

    published: Annotated[
        Time, Meta(extra={"said": "`published` must be a time such as 2026-11-24T00:00:00Z, but is {value!r}."})
    ]
    change: list[Annotated[Change, Meta(extra={"called": "change number {number}"})]] = []


# data/palette.toml

CSS = {"said": "the `{field}` of {key!r} is {value!r}; give one such as 'royalblue'."}
VALUE = {"said": "the `{field}` of {key!r} is {value!r}; give one such as '#4169E1'."}
WHOLE = "the color of {key!r} needs a `color` (CSS name) and a `hex` value."


class PaletteColor(File):
    """A community's color."""

    color: Annotated[str, Meta(pattern=CSS_NAME, extra=CSS, description="A CSS color name.")]
    hex: Annotated[str, Meta(pattern=HEX, extra=VALUE, description="Its value.")]
    feed_color: (
        Annotated[
            str,
            Meta(pattern=CSS_NAME, extra=CSS,
                 description="The CSS3 name for calendar feeds, if the color is younger than CSS3."),
        ] | UnsetType
    ) = UNSET  # fmt: skip
    feed_hex: Annotated[str, Meta(pattern=HEX, extra=VALUE, description="Its value.")] | UnsetType = UNSET


class Palette(File):
    """Colors of the communities: data/palette.toml."""

    communities: dict[CommunityId, Annotated[PaletteColor, Meta(extra={"said": WHOLE, "missing": WHOLE})]] = {}


# data/redirects.toml

MOVED = {"said": "{key!r} = {entry!r} must be two paths such as 'feeds/de/alle.ics'."}


class Redirects(File):
    """Old addresses of the site: data/redirects.toml."""

    redirects: Annotated[
        dict[
            Annotated[str, Meta(pattern=PATH, extra=MOVED)],
            Annotated[str, Meta(pattern=PATH, description="An address of the site, from its root.", extra=MOVED)],
        ],
        Meta(description="Each old address, and where it leads now."),
    ] = {}


# data/wikidata.toml

ITEM = {"said": "the item of {key!r} is {value!r}; give one such as 'Q40317'."}


class WikidataFile(File):
    """Which item of Wikidata is the same festival: data/wikidata.toml."""

    festivals: Annotated[
        dict[FestivalId, Annotated[str, Meta(pattern=r"^Q[1-9][0-9]*$", extra=ITEM)]],
        Meta(description="Ids of festivals, each with its item."),
    ] = {}


# data/impact.toml

SOURCE = {"said": "{where}: needs a `source`, but has {value!r}."}
Source = Annotated[str, Meta(pattern=r"\S", extra=SOURCE, description="Where it was read.")]
MISSING = "{where}: needs `festivals`, but has {value!r}."


class Rest(File):
    """Days on which a community's work rests."""

    source: Source
    festivals: Annotated[
        dict[
            FestivalId,
            Annotated[
                list[Annotated[int, Meta(ge=1)]],
                Meta(min_length=1, description="Days of the festival, counted from 1.",
                     extra={"said": "{where}: the days of {key!r} must count from 1, as [1, 2], but are {value!r}."}),
            ],
        ],
        Meta(extra={"said": "{where}: `festivals` must be a table of days, but is {value!r}.", "missing": MISSING}),
    ]  # fmt: skip


class FestivalsOf(File):
    """Festivals of which the same is true."""

    source: Source
    festivals: Annotated[
        list[FestivalId],
        Meta(description="Ids of festivals.",
             extra={"said": "{where}: `festivals` must be a list of ids, but is {value!r}.", "missing": MISSING}),
    ]  # fmt: skip


class ImpactFile(File):
    """What festivals mean for a day at school: data/impact.toml."""

    KEYS_ARE: ClassVar[str] = "section"

    rest: list[Rest] = []
    fasting: list[FestivalsOf] = []
    mourning: list[FestivalsOf] = []
