"""Festivals without a rule: `announced_only()` has dates only where an authority has published them (`data/pins`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interfaith_cal.model import Certainty, Rule
from interfaith_cal.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class AnnouncedOnly(Rule):
    """No rule is known: whoever keeps the festival announces its date, for each civil year anew."""

    @property
    def certainty(self) -> Certainty:
        return Certainty.ANNOUNCED

    @property
    def announced_only(self) -> bool:
        return True

    def day(self, year: int) -> date | None:
        return None

    def sentence(self) -> Phrase:
        return phrase("announced-only")


def announced_only() -> AnnouncedOnly:
    """A festival whose dates are announced and cannot be computed."""
    return AnnouncedOnly()
