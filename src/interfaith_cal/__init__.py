"""The festivals of religious communities as kept in Germany, by rules that state their source.

    import interfaith_cal as ic

    ic.observances(2027)                                   # a year, sorted by first day
    ic.on(date(2027, 4, 21))                               # what is kept on a day, eves included and marked
    ic.upcoming("jewish/pesach", after=date(2027, 1, 1))   # when it comes next
    ic.festival("jewish/pesach").name("de")                # "Pessach"
    ic.search("zuckerfest")[0].id                          # "islamic/eid-al-fitr"

All days are civil (Gregorian) days. Nothing here asks the clock, the locale or the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interfaith_cal.api import (
        by_day,
        communities,
        edition,
        editions,
        festival,
        leave,
        observances,
        on,
        plan,
        search,
        to_ics,
        to_rows,
        upcoming,
    )
    from interfaith_cal.asked import WrongTypeError
    from interfaith_cal.errors import DataFileError, InterfaithCalError, SpanError, UnknownNameError, YearRangeError
    from interfaith_cal.ground.root import data_folder
    from interfaith_cal.model import Begins, Certainty, Community, Festival, Kind, Observance, Rank, Usage
    from interfaith_cal.religions import CommunityId

__version__ = "1.2.0"

__all__ = [
    "Begins",
    "Certainty",
    "Community",
    "CommunityId",
    "DataFileError",
    "Festival",
    "InterfaithCalError",
    "Kind",
    "Observance",
    "Rank",
    "SpanError",
    "UnknownNameError",
    "Usage",
    "WrongTypeError",
    "YearRangeError",
    "__version__",
    "by_day",
    "communities",
    "data_folder",
    "edition",
    "editions",
    "festival",
    "leave",
    "observances",
    "on",
    "plan",
    "search",
    "to_ics",
    "to_rows",
    "upcoming",
]

_ROOMS = ("errors", "asked", "model", "api", "religions", "ground.root")


# A checker that saw it would take every name for one of ours.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What the package offers, loaded when first asked for, so that a command line stays instant."""
        from importlib import import_module
        from types import ModuleType

        for room in _ROOMS if name in __all__ else ():
            found = getattr(import_module(f"{__name__}.{room}"), name, None)
            # A room may have a module of the same name inside, which is not what is offered.
            if found is not None and not isinstance(found, ModuleType):
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
