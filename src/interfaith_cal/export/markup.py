"""HTML and Markdown that cannot be broken by what they show: text is escaped unless it is HTML already."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TypeAlias

VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Html(str):
    """A piece of finished HTML."""

    __slots__ = ()


Part: TypeAlias = str | None
Attribute: TypeAlias = str | int | bool | None


def html(*parts: Part) -> Html:
    """The parts one after the other; what is not HTML yet is escaped, None is left out."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts if part is not None))


def el(name: str, /, *parts: Part, **attributes: Attribute) -> Html:
    """An element.

    An attribute's name may end in an underscore where Python keeps the word for itself (`class_`, `for_`); other
    underscores stand for hyphens. True gives the bare attribute, False and None leave it out.
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{html(*parts)}</{name}>")


def lines(*parts: Part) -> Html:
    """The parts that are there, each beginning a line; for pages whose source people read."""
    return Html("\n".join(html(part) for part in parts if part is not None))


def time(day: date, words: str) -> Html:
    """A day in words."""
    return el("time", words, datetime=day.isoformat())


def in_markdown(text: str) -> str:
    """A text in which Markdown sees no markup."""
    return text.replace("|", "\\|").replace("*", "\\*")
