"""Style, script and icon of the pages: files beside their templates, and what depends on the communities."""

from __future__ import annotations

from collections.abc import Iterable

from interfaith_cal.editorial import palette
from interfaith_cal.export import templates
from interfaith_cal.web import webfonts

INKS = {"black": "#000", "white": "#fff"}


def asset(name: str) -> bytes:
    """One of the files."""
    return templates.asset(f"web/{name}")


def stylesheet(communities: Iterable[str], accent: str = "") -> bytes:
    """The style, with the color of each community, and what hides its days where only others were chosen.

    The publisher's color `accent` is a line on top: as the color of text it might be read badly.
    """
    rules = [asset("site.css").decode(), webfonts.style()]
    if accent:
        rules.append(f"body {{ border-top: .5rem solid {accent} }}")
    for name in communities:
        rules.append(_chip(name))
        chosen = f"main:has(#c-{name}:checked)"
        rules.append(
            f"main:has(.communities :checked):not(:has(#c-{name}:checked)) .c-{name}:is(li, tr) {{ display: none }}"
        )
        # One line for several communities is there if any of them was chosen.
        rules.append(f"{chosen} .feast.c-{name} {{ display: block }}")
        # A month of the table is there if something is shown in it.
        every = f"main:has(#c-{name}:checked):has(#rank-all:checked)"
        groups = f"{chosen} tbody:has(.c-{name}.major), {every} tbody:has(.c-{name})"
        rules.append(f"{groups} {{ display: table-row-group }}")
    return "\n".join(rules).encode() + b"\n"


def stylesheet_of_widget(communities: Iterable[str]) -> bytes:
    """The style of the frame for pages of others, with the color of each community."""
    return "\n".join([asset("widget.css").decode(), *map(_chip, communities)]).encode() + b"\n"


def _chip(community: str) -> str:
    color = palette.color(community)
    return f".chip-{community} {{ background: {color.name}; color: {INKS[color.ink]} }}"
