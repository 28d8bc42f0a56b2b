"""What a Land provides for religious days, described once."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from interfaith_cal.ground.forms.base import Day, FestivalId, File, Text, Words

# data/leave

Applications = Literal["required", "notice", "none", "unknown"]
Extents = Literal["day", "service"]
GRANTED = {"said": "{begin}`granted` must be a number of days, but is {value!r}."}
Granted = Annotated[int, Meta(ge=1, extra=GRANTED, description="How many of the days are granted; all if left out.")]
TEXT_OF = {"said": "{begin}`{field}` must be a text, but is {value!r}."}
COUNTING = {"said": "{begin}`days` must count up from 1, as [1, 2, 7, 8], but is {value!r}."}
DOUBTS = {"said": "{begin}`doubts` must be a list of names of [doubts], but is {value!r}."}
OF_A_FESTIVAL = {"called": "{key!r}", "said": "{key!r}: must be a table, as {{ days = [1] }}, but is {value!r}."}
UNKNOWN = {"said": "`unknown` must be tables named [[unknown]], but is {value!r}."}


class LawText(File):
    """A law, decree or notice that was read."""

    KEYS_ARE: ClassVar[str] = "field"

    id: Annotated[Text, Meta(extra=TEXT_OF)]
    name: Words
    published: Annotated[Text, Meta(extra=TEXT_OF, description="Its reference.")]
    where: Annotated[Text, Meta(extra=TEXT_OF, description="Where it was read.")]
    read: Annotated[Day, Meta(extra={"said": "{begin}`read` must be the day on which it was read, but is {value!r}."})]


class Provided(File):
    """What a text provides for a festival."""

    KEYS_ARE: ClassVar[str] = "field"

    days: Annotated[
        list[Annotated[int, Meta(ge=1)]],
        Meta(extra=COUNTING, description="Its days that the text names, counted from 1; all if left out."),
    ] = []
    granted: Granted | UnsetType = UNSET
    extent: Extents | UnsetType = UNSET
    text: (
        Annotated[str, Meta(extra=TEXT_OF, description="The id of a [[text]]; the first if left out.")] | UnsetType
    ) = UNSET
    doubts: Annotated[list[Text], Meta(extra=DOUBTS, description="Names of [doubts]: what is not known.")] = []


class OfPupils(Provided):
    """For pupils: leave."""

    application: Applications | UnsetType = UNSET


class OfEmployees(Provided):
    """For employees: protection."""

    eve: (
        Annotated[
            str,
            Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$",
                 description="The hour of the day before at which it begins.",
                 extra={"said": "{begin}`eve` must be an hour of the day before, as '18:00', but is {value!r}."}),
        ] | UnsetType
    ) = UNSET  # fmt: skip


class LeaveFile(File):
    """What a Land provides for religious days: data/leave/LAND.toml."""

    land: Words
    rule: Words
    text: Annotated[
        list[Annotated[LawText, Meta(extra={"called": "text number {number}"})]],
        Meta(min_length=1, extra={
            "missing": "`text` is missing; it needs at least one law, decree or notice, as [[text]]."}),
    ]  # fmt: skip
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$", extra=TEXT_OF)] = "DE"
    codes: Annotated[
        list[Text], Meta(extra={"said": "`codes` must be a list of texts, but is {value!r}."},
                         description="What laws and others call it by.")
    ] = []  # fmt: skip
    application: Annotated[str, Meta(extra_json_schema={"enum": list(get_args(Applications))})] | UnsetType = UNSET
    granted: Granted | UnsetType = UNSET
    extent: Extents = "day"
    protection: Words | UnsetType = UNSET
    unknown: Annotated[list[Words], Meta(extra=UNKNOWN, description="What is not known.")] = []
    doubts: dict[str, Words] = {}
    leave: dict[FestivalId, Annotated[OfPupils, Meta(extra=OF_A_FESTIVAL)]] = {}
    protected: dict[FestivalId, Annotated[OfEmployees, Meta(extra=OF_A_FESTIVAL)]] = {}
