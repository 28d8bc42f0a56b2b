"""An edition, described once: what it shows, who publishes it, and its own days."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from interfaith_cal.ground.forms.base import HEX, CommunityId, Day, File, Names, Text, Words
from interfaith_cal.spans import LONGEST_SPAN

OWN_DAY = {
    "said": "{where} has the {field} {value!r}; give a day such as 2027-06-19.",
    "missing": "{where} needs a `{field}`.",
}
OWN_ID = {
    "said": "{where} needs an `id` of small letters, figures and hyphens, as 'summer-fair', but has {value!r}.",
    "missing": "{where} needs an `id`, a `date` or a rule, a `name` and a `text`.",
}


class OwnAnnouncement(File):
    """Days that were announced for one year."""

    date: Annotated[Day, Meta(extra=OWN_DAY)]
    source: Annotated[str, Meta(pattern=r"\S", description="Who announced it, when and where it was read.")]
    until: Annotated[Day, Meta(extra=OWN_DAY)] | UnsetType = UNSET


class OwnDay(File):
    """A day of the publisher's own: on a date, by a rule in each year, or where it was announced."""

    id: Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, extra=OWN_ID)]
    name: Words
    text: Words
    date: Annotated[Day, Meta(description="Once, on this day.", extra=OWN_DAY)] | UnsetType = UNSET
    until: Annotated[Day, Meta(description="Its last day, if it is longer.", extra=OWN_DAY)] | UnsetType = UNSET
    every: Annotated[
        str, Meta(description="In each year: '10 December', 'third Sunday of January', 'last Friday of September'.")
    ] | UnsetType = UNSET  # fmt: skip
    since: Annotated[int, Meta(ge=1583, le=9999, description="With `every`: the first year.")] | UnsetType = UNSET
    days: Annotated[
        int, Meta(ge=1, le=LONGEST_SPAN, description="With `every`: how many days it lasts; 1 if left out.")
    ] = 1
    announced: Annotated[
        list[Annotated[OwnAnnouncement, Meta(extra={"called": "announcement {number}"})]],
        Meta(description="The years for which it was announced; in others it is missing, and said to be."),
    ] | UnsetType = UNSET  # fmt: skip
    kind: Annotated[
        str, Meta(description="What it is; a custom if left out.",
                  extra_json_schema={"enum": ["feast", "fast", "commemoration", "season", "night", "custom"]})
    ] = "custom"  # fmt: skip
    rank: Annotated[
        str, Meta(description="Whether a wall calendar shows it; major if left out.",
                  extra_json_schema={"enum": ["major", "minor"]})
    ] = "major"  # fmt: skip
    short: Annotated[Words, Meta(description="Its name where room is dear.")] | UnsetType = UNSET
    school: Annotated[Words, Meta(description="What a school should know of it.")] | UnsetType = UNSET
    source: Annotated[
        str, Meta(pattern=r"\S", description="Who set it, and where it was read; the publisher if left out.")
    ] | UnsetType = UNSET  # fmt: skip


class EditionFile(File):
    """An edition: data/editions/NAME.toml or a file of your own."""

    title: Words
    languages: Annotated[Names, Meta(min_length=1, description="The languages it is made in.")]
    subtitle: Annotated[Words, Meta(description="A line below the title.")] | UnsetType = UNSET
    publisher: Words | UnsetType = UNSET
    logo: Annotated[
        Text, Meta(description="The publisher's picture beside this file: an SVG without scripts and links, or a PNG.")
    ] | UnsetType = UNSET  # fmt: skip
    accent: Annotated[
        str, Meta(pattern=HEX, description="The color of the publisher and of its own days.", extra={
            "said": '`accent` is {value!r}; give it as "#RRGGBB".'})
    ] | UnsetType = UNSET  # fmt: skip
    code: (
        Annotated[Words, Meta(description="The short sign of its own days, where communities have their codes.")]
        | UnsetType
    ) = UNSET
    namespace: Annotated[
        str, Meta(pattern=r"^\S+$", max_length=200, description="What tells its own days from those of all other "
                  "editions in a calendar, such as the publisher's domain; the file's name if left out. Never to be "
                  "changed.")
    ] | UnsetType = UNSET  # fmt: skip
    imprint: (
        Annotated[Words, Meta(description="Who is answerable for the site: name, address, representative.")] | UnsetType
    ) = UNSET
    contact: (
        Annotated[Words, Meta(description="How the publisher is reached: mail, telephone, data protection.")]
        | UnsetType
    ) = UNSET
    include: Annotated[
        Names, Meta(description="Editions whose own days it shows too: 'civil', or a file beside this one.")
    ] = []
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$", description="Its country; DE if left out.")] | UnsetType = UNSET
    communities: Annotated[
        Names,
        Meta(
            description="Its communities in the order in which it shows them; all in print order if "
            "left out, none if the list is empty."
        ),
    ] = []
    rank: Annotated[str, Meta(extra_json_schema={"enum": ["major", "minor", "all"]})] = "all"
    also: Annotated[Names, Meta(description="Festivals that it shows whatever their rank.")] = []
    without: Annotated[Names, Meta(description="Festivals that it leaves out.")] = []
    kinds: Names = []
    usages: dict[CommunityId, Annotated[Names, Meta(description="Usages, where not the default.")]] = {}
    colors: Annotated[
        dict[
            CommunityId,
            Annotated[str, Meta(pattern=HEX, extra={
                "said": 'the color of {key!r} is {value!r}; give it as "#RRGGBB".'})],
        ],
        Meta(description="Colors in print, where not those of the palette."),
    ] = {}  # fmt: skip
    public_holidays: Annotated[str, Meta(description="The region whose public holidays stand in the background.")] = ""
    school_holidays: Annotated[Names, Meta(description="Calendar files whose days stand in the background.")] = []
    day: Annotated[
        list[Annotated[OwnDay, Meta(extra={"called": "own day number {number}"})]],
        Meta(description="Days of the publisher's own."),
    ] = []
