"""The kinds of data files, each described once: what is read is checked by it, and its JSON Schema is made from it.

`scripts/schemas.py` writes the schemas. What one file says of another (that a festival exists, a language has phrases),
its reader checks.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TIME_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
PATH = r"^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$"
CSS_NAME, HEX = "^[a-z]+$", "^#[0-9A-Fa-f]{6}$"

Day = Annotated[datetime.date, Meta(description="A day, as 2026-02-19.", extra_json_schema={"pattern": DAY_PATTERN})]
Time = Annotated[
    datetime.datetime,
    Meta(tz=True, description="A time with its zone, as 2026-11-24T00:00:00Z.",
         extra_json_schema={"pattern": TIME_PATTERN}),
]  # fmt: skip
Text = Annotated[str, Meta(min_length=1)]
Words = Annotated[
    dict[Annotated[str, Meta(pattern="^[a-z]{2,3}$")], Text],
    Meta(
        min_length=1,
        description="A text for each language.",
        extra={"said": "{begin}{field!r} must have a text for each language, but is {value!r}."},
    ),
]
CommunityId = Annotated[str, Meta(pattern="^[a-z]+$")]
FestivalId = Annotated[str, Meta(pattern="^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$")]
NAMES = {"said": "{field!r} must be a list of names, but is {value!r}."}
Names = Annotated[list[Text], Meta(extra=NAMES, extra_json_schema={"uniqueItems": True})]


class File(msgspec.Struct, forbid_unknown_fields=True):
    """A file, or a table in one, that has no other keys than these."""


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

MOVED = {"said": "{key!r} = {value!r} must be two paths such as 'feeds/de/alle.ics'."}


class Redirects(File):
    """Old addresses of the site: data/redirects.toml."""

    redirects: Annotated[
        dict[
            Annotated[str, Meta(pattern=PATH)],
            Annotated[str, Meta(pattern=PATH, description="An address of the site, from its root.")],
        ],
        Meta(description="Each old address, and where it leads now."),
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


class Named(File):
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
    fasting: list[Named] = []
    mourning: list[Named] = []


# data/countries

DEGREES = {"said": "the place {key!r} needs two numbers, degrees north and east, but has {value!r}."}


class Country(File):
    """A country: its clock, its regions, and places for times of day: data/countries/CODE.toml."""

    timezone: Annotated[str, Meta(min_length=1, description="The time zone (IANA) of its clocks.")]
    place: Annotated[str, Meta(min_length=1, description="The place whose times are given where none is named.")]
    regions: Annotated[Names, Meta(description="What has public holidays of its own, by the codes of ISO 3166-2.")]
    other_names: Annotated[
        dict[Text, Text], Meta(description="Other names of regions, each with the region's code.")
    ] = {}
    places: dict[
        Text,
        Annotated[
            tuple[Annotated[float, Meta(ge=-66, le=66)], Annotated[float, Meta(ge=-180, le=180)]],
            Meta(extra=DEGREES, description="Degrees north and east."),
        ],
    ] = {}


# data/editions

OWN_DAY = {"said": "{where} needs an `id`, a `date` and, if it is longer, an `until`."}


class OwnDay(File):
    """A day of the publisher's own."""

    id: Annotated[Text, Meta(extra=OWN_DAY)]
    date: Annotated[Day, Meta(extra=OWN_DAY)]
    name: Words
    text: Words
    until: Annotated[Day, Meta(extra=OWN_DAY)] | UnsetType = UNSET


class EditionFile(File):
    """An edition: data/editions/NAME.toml or a file of your own."""

    title: Words
    languages: Annotated[Names, Meta(min_length=1, description="The languages it is made in.")]
    publisher: Words | UnsetType = UNSET
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$", description="Its country; DE if left out.")] | UnsetType = UNSET
    communities: Annotated[
        Names, Meta(description="Its communities in the order in which it shows them; all in print order if left out.")
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


# data/texts/LANGUAGE/language.toml


class Spreadsheet(File):
    """How spreadsheets are written in a language."""

    days: str = "YYYY-MM-DD"
    delimiter: Literal[",", ";", "\t"] = ","


class LanguageFile(File):
    """What is known of a language: data/texts/LANGUAGE/language.toml."""

    name: Annotated[str, Meta(min_length=1, description="Its own name of itself.")]
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: Annotated[
        str, Meta(description="The language that says what it lacks; empty where it says everything itself.")
    ] = "de"
    public_holidays: Annotated[
        str, Meta(description="The language in which the package `holidays` names days for it.")
    ] = ""
    abbreviations: Annotated[
        list[Text],
        Meta(description="Words whose full stop ends no sentence.",
             extra={"said": "'abbreviations' must be a list of words, but is {value!r}."}),
    ] = []  # fmt: skip
    spreadsheet: Spreadsheet | UnsetType = UNSET


# data/texts/LANGUAGE/phrases.toml

Wordings = dict[str, Text]
Week = Annotated[list[Text], Meta(min_length=7, max_length=7, description="Monday to Sunday.")]


class Weekdays(File):
    """The names of the weekdays."""

    long: Week
    short: Week


class Phrases(File, rename="kebab"):
    """Phrases of a language: data/texts/LANGUAGE/phrases.toml; a language that falls back may have some of them."""

    phrases: Annotated[
        Wordings,
        Meta(description="Sentences and words of all outputs; blanks in braces are filled by the program. A phrase "
             "that counts has a wording for each kind of number, as `leave-days-one`."),
    ] = {}  # fmt: skip
    inside: Annotated[Wordings, Meta(description="Other wordings of phrases, for the middle of a sentence.")] = {}
    files: Annotated[Wordings, Meta(description="The readable stem of each feed's file.")] = {}
    languages: Annotated[Wordings, Meta(description="What languages are called.")] = {}
    usages: Annotated[Wordings, Meta(description="The names of the usages.")] = {}
    usage_notes: Annotated[Wordings, Meta(description="Who follows a usage, or how it reckons, in a sentence.")] = {}
    dates: Annotated[Wordings, Meta(description="Patterns for civil days.")] = {}
    weekdays: Weekdays | UnsetType = UNSET
    months: Annotated[
        dict[str, Annotated[list[Text], Meta(min_length=12, description="The months in order.")]],
        Meta(description="The month names of each calendar."),
    ] = {}
    day_patterns: Annotated[Wordings, Meta(description="A day of the year in each calendar, as a rule names it.")] = {}
    date_patterns: Annotated[Wordings, Meta(description="A date in each calendar.")] = {}


KINDS: dict[str, type[File]] = {
    "changes": Changes,
    "countries": Country,
    "editions": EditionFile,
    "impact": ImpactFile,
    "language": LanguageFile,
    "palette": Palette,
    "phrases": Phrases,
    "pins": Pins,
    "redirects": Redirects,
}
"""Each kind of file by the name of its schema."""


def schema(form: type[File]) -> dict[str, Any]:
    """The JSON Schema of a kind of file, for editors that check while one types."""
    made = msgspec.json.schema(form)
    definitions: dict[str, Any] = made.pop("$defs")
    top: dict[str, Any] = definitions.pop(made.pop("$ref").rpartition("/")[2])
    title = str(top.pop("description")).rstrip(".")
    found = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **top}
    made_whole: dict[str, Any] = _as_draft_7({**found, "$defs": definitions} if definitions else found)
    return made_whole


def _as_draft_7(node: Any) -> Any:
    """A schema as editors understand it: lists of fixed length as before 2020, and no defaults, which say nothing."""
    if isinstance(node, list):
        return [_as_draft_7(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _as_draft_7(inner) for key, inner in node.items() if key != "default"}
    if "prefixItems" in kept:
        kept |= {"items": kept.pop("prefixItems"), "additionalItems": False}
    return kept
