"""Festivals of the Coptic Orthodox dioceses in Germany: the Coptic calendar, with Easter by the Julian computus.

After a Coptic leap year everything from 1 Tout to the end of February is one civil day later. The Annunciation is not
celebrated from the last Friday of Lent to Easter Monday (diocese of the Southern US); Brenkhausen lists it all the
same (usage `never-suppressed`).
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.reckoning.coptic import CALENDAR
from interfaith_cal.rules.church import LAST_YEAR, pascha
from interfaith_cal.rules.coptic import (
    EPEP,
    HATHOR,
    KIAHK,
    MESHIR,
    MESORI,
    PAREMHAT,
    PAREMOUDE,
    PASHONS,
    TOBI,
    TOUT,
    after_leap_year,
    coptic,
)
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, fast, feast

# After a Coptic leap year the feast keeps to its civil day and so takes in 28 Kiahk.
NATIVITY = after_leap_year(coptic(KIAHK, 28)).otherwise(coptic(KIAHK, 29))
LENT_END_TO_EASTER_MONDAY = pascha(-9), pascha(+1)
ANNUNCIATION = {
    "": coptic(PAREMHAT, 29).suppressed(falling=LENT_END_TO_EASTER_MONDAY),
    "never-suppressed": coptic(PAREMHAT, 29),
}

COPTIC = Community(
    "coptic",
    begins=MIDNIGHT,
    calendar=CALENDAR,
    source="kopten-sued.de; koptisches-kloster-brenkhausen.com; suscopts.org",
    sources={
        "nativity": "masress.com 1664818; kopten-sued.de; saintminadubai.org",
        "annunciation": "suscopts.org 2012, 2023; koptisches-kloster-brenkhausen.com 2018",
    },
    usages=(Usage("never-suppressed"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("nayrouz", coptic(TOUT, 1), rank=MAJOR, begins=EVE),
        feast("cross-tout", coptic(TOUT, 17), days=3, rank=MAJOR, begins=EVE),
        fast("nativity-fast", coptic(HATHOR, 16).until(NATIVITY.plus(-1)), rank=MAJOR),
        feast("entry-of-mary", coptic(KIAHK, 3), begins=EVE),
        feast("nativity", NATIVITY.until(coptic(KIAHK, 29)), rank=MAJOR, begins=EVE),
        feast("circumcision", coptic(TOBI, 6), begins=EVE),
        feast("theophany", coptic(TOBI, 11), rank=MAJOR, begins=EVE),
        feast("wedding-of-cana", coptic(TOBI, 13), begins=EVE),
        feast("departure-of-mary", coptic(TOBI, 21), begins=EVE),
        feast("entry-into-the-temple", coptic(MESHIR, 8), begins=EVE),
        fast("nineveh-fast", pascha(-69), days=3, rank=MAJOR),
        feast("jonah-feast", pascha(-66)),
        fast("great-fast", pascha(-55), days=47, rank=MAJOR),
        feast("cross-paremhat", coptic(PAREMHAT, 10), begins=EVE),
        feast("annunciation", ANNUNCIATION, rank=MAJOR, begins=EVE),
        feast("lazarus-saturday", pascha(-8)),
        feast("palm-sunday", pascha(-7), rank=MAJOR, begins=EVE),
        fast("pascha-week", pascha(-6), days=3),
        feast("covenant-thursday", pascha(-3)),
        fast("good-friday", pascha(-2), rank=MAJOR),
        feast("joyous-saturday", pascha(-1)),
        feast("easter", pascha(), rank=MAJOR, begins=EVE),
        feast("bright-monday", pascha(+1)),
        feast("thomas-sunday", pascha(+7)),
        feast("saint-george", coptic(PAREMOUDE, 23), begins=EVE),
        feast("saint-mark", coptic(PAREMOUDE, 30), rank=MAJOR, begins=EVE),
        feast("nativity-of-mary", coptic(PASHONS, 1), begins=EVE),
        feast("ascension", pascha(+39), rank=MAJOR, begins=EVE),
        feast("entry-into-egypt", coptic(PASHONS, 24), begins=EVE),
        feast("pentecost", pascha(+49), rank=MAJOR, begins=EVE),
        fast("apostles-fast", pascha(+50).until(coptic(EPEP, 4)), rank=MAJOR),
        feast("apostles-feast", coptic(EPEP, 5), rank=MAJOR, begins=EVE),
        fast("fast-of-mary", coptic(MESORI, 1), days=15, rank=MAJOR),
        feast("transfiguration", coptic(MESORI, 13), begins=EVE),
        feast("assumption", coptic(MESORI, 16), rank=MAJOR, begins=EVE),
    ),
)
