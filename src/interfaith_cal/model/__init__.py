"""The words everything else is written in: community, festival, rule, usage, observance.

All are values: frozen and comparable. Rules answer when; the others say what they are. Days are civil (Gregorian) days.
"""

from __future__ import annotations

from interfaith_cal.model.calendar import FIRST_YEAR, LAST_YEAR, Calendar, YearMonthDay
from interfaith_cal.model.community import EVES, Begins, Community, Festival, Kind, Rank, Usage
from interfaith_cal.model.observance import Observance
from interfaith_cal.model.rule import Certainty, Occurrence, Rule
from interfaith_cal.model.week import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Numbered,
    Weekday,
)

__all__ = [
    "EVES",
    "FIRST_YEAR",
    "FRIDAY",
    "LAST_YEAR",
    "MONDAY",
    "SATURDAY",
    "SUNDAY",
    "THURSDAY",
    "TUESDAY",
    "WEDNESDAY",
    "Begins",
    "Calendar",
    "Certainty",
    "Community",
    "Festival",
    "Kind",
    "Numbered",
    "Observance",
    "Occurrence",
    "Rank",
    "Rule",
    "Usage",
    "Weekday",
    "YearMonthDay",
]
