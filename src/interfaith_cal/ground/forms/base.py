"""What the descriptions of data files are made of, and how a JSON Schema is made from one."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, NamedTuple, cast

import msgspec
import msgspec.inspect
from msgspec import Meta

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TIME_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
PATH = r"^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$"
CSS_NAME = "^[a-z]+$"
HEX = "^#[0-9A-Fa-f]{6}$"

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


class Length(NamedTuple):
    """How many characters a text must and may have."""

    least: int
    most: int


def fields(form: type[File]) -> tuple[str, ...]:
    """The keys of a table, in their order."""
    return tuple(field.encode_name for field in msgspec.structs.fields(form))


def lengths(form: type[File]) -> dict[str, Length]:
    """The lengths of those fields of a table that are texts, or lists of texts, of bounded length."""
    described = cast("msgspec.inspect.StructType", msgspec.inspect.type_info(form))
    found = {field.encode_name: _text_of(field.type) for field in described.fields}
    return {
        name: Length(text.min_length, text.max_length)
        for name, text in found.items()
        if text is not None and text.min_length is not None and text.max_length is not None
    }


def _text_of(described: msgspec.inspect.Type) -> msgspec.inspect.StrType | None:
    """The text that a type describes, may it be left out or stand in a list; None where it describes none."""
    match described:
        case msgspec.inspect.StrType():
            return described
        case msgspec.inspect.Metadata(type=inner) | msgspec.inspect.ListType(item_type=inner):
            return _text_of(inner)
        case msgspec.inspect.UnionType(types=types):
            return next(filter(None, map(_text_of, types)), None)
        case _:
            return None


def schema(form: type[File]) -> dict[str, Any]:
    """The JSON Schema of a kind of file, for editors that check while one types."""
    made = msgspec.json.schema(form)
    definitions: dict[str, Any] = made.pop("$defs")
    top: dict[str, Any] = definitions.pop(made.pop("$ref").rpartition("/")[2])
    top["title"] = str(top.pop("description")).rstrip(".")
    found = {"$schema": "http://json-schema.org/draft-07/schema#", **top}
    made_whole: dict[str, Any] = _as_draft_7({**found, "$defs": definitions} if definitions else found)
    return made_whole


def _as_draft_7(node: Any) -> Any:
    """A schema as editors understand it.

    Lists of fixed length are as before 2020, what is said beside a reference counts too, and defaults, which say
    nothing, are left out.
    """
    if isinstance(node, list):
        return [_as_draft_7(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _as_draft_7(inner) for key, inner in node.items() if key != "default"}
    if "prefixItems" in kept:
        kept |= {"items": kept.pop("prefixItems"), "additionalItems": False}
    if "$ref" in kept and len(kept) > 1:
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    return kept
