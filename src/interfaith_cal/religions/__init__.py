"""The registry: the communities in print order, each loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Literal, get_args

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.identity import KeeperId, is_own, of_festival
from interfaith_cal.model import Community, Festival

CommunityId = Literal[
    "jewish",
    "protestant",
    "catholic",
    "orthodox",
    "armenian",
    "syriac",
    "coptic",
    "ethiopian",
    "islamic",
    "alevi",
    "yezidi",
    "bahai",
    "buddhist",
    "hindu",
    "sikh",
]
"""The ids of the communities in print order, as a type."""
GroupId = Literal["christian"]
PRINT_ORDER: tuple[CommunityId, ...] = get_args(CommunityId)
GROUPS = {"christian": ("protestant", "catholic", "orthodox", "armenian", "syriac", "coptic", "ethiopian")}


def community(name: str) -> Community:
    """One community by its id; an edition's own keeper by the id that brings it along.

    Raises:
        UnknownNameError: there is no such community.
    """
    if isinstance(name, KeeperId) and isinstance(name.keeper, Community):
        return name.keeper
    return _registered(str(name))


@cache
def _registered(name: str) -> Community:
    if name not in PRINT_ORDER:
        raise UnknownNameError("community", name, PRINT_ORDER)
    found: Community = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return found


def communities(names: Iterable[str] | None = None) -> tuple[Community, ...]:
    """Communities in print order: all, or those named; a group such as "christian" stands for its members.

    Raises:
        UnknownNameError: one of the names is neither a community nor a group.
    """
    wanted = PRINT_ORDER if names is None else members(names)
    return tuple(community(name) for name in PRINT_ORDER if name in wanted)


def members(names: Iterable[str]) -> tuple[str, ...]:
    """The ids of communities that names stand for, in the order of the names; a group stands for its members.

    Raises:
        UnknownNameError: one of the names is neither a community nor a group.
    """
    wanted: list[str] = []
    for name in names:
        if not is_own(name) and name not in PRINT_ORDER and name not in GROUPS:
            raise UnknownNameError("community", name, (*PRINT_ORDER, *GROUPS))
        wanted += GROUPS.get(name, (name,))
    return tuple(dict.fromkeys(wanted))


def festival(identifier: str) -> Festival:
    """One festival by its id, such as "jewish/pesach".

    Raises:
        UnknownNameError: there is no such community, or it keeps no such festival.
    """
    name, slug = of_festival(identifier)
    if not slug:
        keepers = [f.id for c in communities() for f in c.festivals if f.slug == identifier]
        raise UnknownNameError("festival", identifier, keepers or [f.id for c in communities() for f in c.festivals])
    return community(name).festival(slug)
