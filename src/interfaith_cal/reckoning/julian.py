"""The Julian calendar of the old-calendar churches and of the Êzîdî festivals: a leap day in every fourth year."""

from __future__ import annotations

from interfaith_cal.reckoning.converted import Converted
from interfaith_cal.reckoning.gregorian import CALENDAR as GREGORIAN

CALENDAR = Converted("julian", GREGORIAN.longest_months)
