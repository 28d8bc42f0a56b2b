"""Checking what a file says against the one description of its kind, and saying what is wrong in our own sentence.

A description is a msgspec struct (`ground/forms`). Its types may carry, as `Meta(extra=...)`:

- `said`: the sentence about a value that is wrong, with blanks for the `value`, its `field`, the nearest `key` of a
  table whose keys an editor chooses, the `entry` under it, and `where` it stands (`begin`: that with a colon);
- `missing`: the sentence about a field that is not there, if it is another one;
- `called`: what an entry of a list of tables is called ("own day number {number}"), or one of a table ("{key!r}").

A struct may say as KEYS_ARE what its keys are called, and by `about` which entry of a list it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from interfaith_cal.errors import DataFileError

Form = TypeVar("Form", bound=msgspec.Struct)

EXPECTED: Mapping[Any, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
    tuple: "a list",
    datetime.date: "a day such as 2027-03-10",
    datetime.datetime: "a time such as 2026-11-24T00:00:00Z",
}


def understood(path: Path, data: object, form: type[Form]) -> Form:
    """What was read from a file, as its description has it.

    Raises:
        DataFileError: it does not keep to the description; the sentence names what and where.
    """
    try:
        return msgspec.convert(data, form)
    except msgspec.ValidationError as error:
        found = next(_faults(data, form, _Place()), f"is not understood: {error}.")
        raise DataFileError(f"{path}: {found}") from error


def check_keys(path: Path, data: object, form: type[Form]) -> None:
    """Raise DataFileError for a key that no table of the description has; what else is said is not looked at."""
    for found in _unknown_keys(data, form, ""):
        raise DataFileError(f"{path}: {found}")


def _unknown_keys(value: object, form: Any, where: str) -> Iterator[str]:
    form, _ = _bare(form)
    if isinstance(form, type) and issubclass(form, msgspec.Struct) and isinstance(value, dict):
        known = {name: kind for name, (kind, _) in _fields(form).items()}
        for key, inner in value.items():
            if key in known:
                yield from _unknown_keys(inner, known[key], f"{where}.{key}".lstrip("."))
            else:
                yield _Place(where).unknown(key, list(known), getattr(form, "KEYS_ARE", "key"))
    elif get_origin(form) is dict and isinstance(value, dict):
        for key, inner in value.items():
            yield from _unknown_keys(inner, get_args(form)[1], f"{where}.{key}")
    elif get_origin(form) is list and isinstance(value, list):
        for inner in value:
            yield from _unknown_keys(inner, get_args(form)[0], where)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a file something stands, and the sentence that is about it."""

    where: str = ""
    field: str = ""
    key: str = ""
    entry: object = None
    number: int = 0
    said: str = ""
    missing: str = ""

    def sentence(self, form: Any, value: object) -> str:
        """What is wrong with a value that stands here."""
        if self.said:
            return self._filled(self.said, value)
        if get_origin(form) is Literal:
            return f"{self._begin()}`{self.field}` is {value!r}, but must be one of {', '.join(get_args(form))}."
        if isinstance(form, type) and issubclass(form, msgspec.Struct):
            return f"{self._begin()}{self.field!r} must be a table, but is {value!r}."
        expected = EXPECTED.get(get_origin(form) or form, "something else")
        return f"{self._begin()}{self.field!r} must be {expected}, but is {value!r}."

    def lacks(self, form: Any) -> str:
        """What is said where a field is missing."""
        if self.missing:
            return self._filled(self.missing, None)
        return self.sentence(form, None)

    def unknown(self, key: str, known: list[str], what: str) -> str:
        """What is said of a key that a table does not have."""
        return f"{self._begin()}the {what} {key!r} is unknown; known are: {', '.join(known)}."

    def no_tables(self, value: object) -> str:
        """What is said of something else than a list of tables."""
        return f"{self._begin()}`{self.field}` must be tables named [[{self.field}]], but is {value!r}."

    def _begin(self) -> str:
        return f"{self.where.removesuffix(',')}: " if self.where else ""

    def _filled(self, words: str, value: object) -> str:
        return words.format(
            begin=self._begin(),
            where=self.where,
            field=self.field,
            key=self.key,
            entry=self.entry,
            number=self.number,
            value=value,
        )


def _fits(value: object, form: Any) -> bool:
    try:
        msgspec.convert(value, form)
    except msgspec.ValidationError:
        return False
    return True


def _faults(value: object, form: Any, place: _Place) -> Iterator[str]:
    """What is wrong with a value, at the innermost place where it is; nothing if it fits."""
    if _fits(value, form):
        return
    form, extra = _bare(form)
    place = replace(place, said=extra.get("said", place.said), missing=extra.get("missing", place.missing))
    if isinstance(form, type) and issubclass(form, msgspec.Struct) and isinstance(value, dict):
        yield from _struct_faults(value, form, replace(place, said="", missing=""), place)
    elif get_origin(form) is dict and isinstance(value, dict):
        keys, values = get_args(form)
        yield from _dict_faults(value, keys, values, place)
    elif get_origin(form) in (list, tuple) and isinstance(value, list):
        yield from _list_faults(value, get_args(form)[0], place)
    elif _is_tables(form) and not place.said:
        yield place.no_tables(value)
        return
    yield place.sentence(form, value)


def _struct_faults(value: dict[str, Any], form: type[msgspec.Struct], inside: _Place, place: _Place) -> Iterator[str]:
    fields = _fields(form)
    for key in value:
        if key not in fields:
            yield inside.unknown(key, list(fields), getattr(form, "KEYS_ARE", "key"))
    for name, (own, _) in fields.items():
        if name in value:
            yield from _faults(value[name], own, replace(inside, field=name))
    for name, (own, required) in fields.items():
        if required and name not in value:
            bare, about = _bare(own)
            missing = about.get("missing") or place.missing
            yield replace(inside, field=name, said=about.get("said", ""), missing=missing).lacks(bare)


def _dict_faults(value: dict[str, Any], keys: Any, values: Any, place: _Place) -> Iterator[str]:
    for key, inner in value.items():
        there = replace(place, key=key, entry=inner, field=place.field or key)
        if not _fits(key, keys):
            yield from _faults(key, keys, there)
        called = _bare(values)[1].get("called", "").format(key=key)
        yield from _faults(inner, values, replace(there, field=key, where=called or place.where))


def _list_faults(value: list[Any], form: Any, place: _Place) -> Iterator[str]:
    bare, extra = _bare(form)
    of_tables = isinstance(bare, type) and issubclass(bare, msgspec.Struct)
    if of_tables and not all(isinstance(entry, dict) for entry in value):
        yield place.no_tables(value)
        return
    for number, entry in enumerate(value, 1):
        if of_tables:
            called = extra.get("called", f"{place.field} number {{number}}").format(number=number)
            about = getattr(bare, "about", lambda _: "")(entry)
            yield from _faults(entry, form, _Place(where=f"{called}{about}", field=place.field, number=number))
        elif extra.get("said"):
            yield from _faults(entry, form, replace(place, number=number))


def _is_tables(form: Any) -> bool:
    """Whether it is a list of tables."""
    if get_origin(form) not in (list, tuple):
        return False
    inner, _ = _bare(get_args(form)[0])
    return isinstance(inner, type) and issubclass(inner, msgspec.Struct)


def _bare(form: Any) -> tuple[Any, Mapping[str, str]]:
    """A type without its annotations, and what these say; of one that may be left out, what it is otherwise."""
    extra: dict[str, str] = {}
    while True:
        if get_origin(form) is Annotated:
            form, *notes = get_args(form)
            for note in notes:
                extra = {**(getattr(note, "extra", None) or {}), **extra}
        elif get_origin(form) in (Union, UnionType) and msgspec.UnsetType in get_args(form):
            form = Union[tuple(kind for kind in get_args(form) if kind is not msgspec.UnsetType)]  # noqa: UP007
        else:
            return form, extra


@cache
def _fields(form: type[msgspec.Struct]) -> dict[str, tuple[Any, bool]]:
    """Of each field, by its name in a file, the type and whether it must be there."""
    hints = get_type_hints(form, include_extras=True)
    return {field.encode_name: (hints[field.name], field.required) for field in msgspec.structs.fields(form)}
