"""A sentence without a language: rules and notes are phrases, `data/texts/<lang>/phrases.toml` has their words."""

from __future__ import annotations

from msgspec import Struct


class Phrase(Struct, frozen=True):
    """A key of `phrases.toml` and what fills its blanks."""

    key: str
    parts: tuple[tuple[str, int | str | Phrase], ...] = ()


def phrase(key: str, **parts: int | str | Phrase) -> Phrase:
    """A phrase with named parts, in the order in which they are given."""
    return Phrase(key, tuple(parts.items()))
