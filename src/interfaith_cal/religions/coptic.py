"""Festivals of the Coptic Orthodox dioceses in Germany: the Coptic calendar, with Easter by the Julian computus.

After a Coptic leap year everything from 1 Tout to the end of February is one civil day later. The Annunciation is not
celebrated from Lazarus Saturday to Easter Monday, until 2022 already from the last Friday of Lent (diocese of the
Southern US; order of Pope Tawadros II of 22 March 2023); Brenkhausen lists it always (usage `never-suppressed`).
Church days begin with the prayer of the evening before, fasts with the calendar day.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
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
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, commemoration, fast, feast

# After a Coptic leap year the feast keeps to its civil day and so takes in 28 Kiahk.
NATIVITY = after_leap_year(coptic(KIAHK, 28)).otherwise(coptic(KIAHK, 29))
# The year in which the last Friday of Lent was first allowed, and what the synod may still decide of it.
FIRST_ON_THE_FRIDAY, LAST_FRIDAY_OF_LENT = 1739, pascha(-9)
ANNUNCIATION = {
    "": coptic(PAREMHAT, 29)
    .suppressed(falling=(pascha(-8), pascha(+1)))
    .unsettled(phrase("synod-may-decide-otherwise"), falling=LAST_FRIDAY_OF_LENT)
    .since(FIRST_ON_THE_FRIDAY)
    .otherwise(coptic(PAREMHAT, 29).suppressed(falling=(LAST_FRIDAY_OF_LENT, pascha(+1)))),
    "never-suppressed": coptic(PAREMHAT, 29),
}

COPTIC = Community(
    "coptic",
    begins=EVE,
    calendar=CALENDAR,
    source="Koptisch-Orthodoxe Diözesen (kopten-sued.de; koptisches-kloster-brenkhausen.com); suscopts.org",
    sources={
        "modern-martyrs": "Bischof Damian, Koptisch-Orthodoxe Kirche in Deutschland, 2015 (oekumene-ack.de)",
        "apparition-in-zeitun": "koptisches-kloster-brenkhausen.com 2018",
        "nativity": "Koptisch-Orthodoxe Diözese Süddeutschland (kopten-sued.de); saintminadubai.org",
        "annunciation": "suscopts.org 2012; order of Pope Tawadros II of 22 March 2023",
    },
    usages=(Usage("never-suppressed"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("nayrouz", coptic(TOUT, 1), rank=MAJOR),
        feast("cross-tout", coptic(TOUT, 17), days=3, rank=MAJOR),
        fast("nativity-fast", coptic(HATHOR, 16).until(NATIVITY.plus(-1)), rank=MAJOR, begins=MIDNIGHT),
        feast("entry-of-mary", coptic(KIAHK, 3)),
        feast("nativity", NATIVITY.until(coptic(KIAHK, 29)), rank=MAJOR),
        feast("circumcision", coptic(TOBI, 6)),
        feast("theophany", coptic(TOBI, 11), rank=MAJOR),
        feast("wedding-of-cana", coptic(TOBI, 13)),
        feast("departure-of-mary", coptic(TOBI, 21)),
        feast("entry-into-the-temple", coptic(MESHIR, 8)),
        commemoration("modern-martyrs", coptic(MESHIR, 8).since(1732)),
        fast("nineveh-fast", pascha(-69), days=3, rank=MAJOR, begins=MIDNIGHT),
        feast("jonah-feast", pascha(-66)),
        fast("great-fast", pascha(-55), days=47, rank=MAJOR, begins=MIDNIGHT),
        feast("cross-paremhat", coptic(PAREMHAT, 10)),
        commemoration("apparition-in-zeitun", coptic(PAREMHAT, 24).since(1685), note=phrase("one-dated-list")),
        feast("annunciation", ANNUNCIATION, rank=MAJOR),
        feast("lazarus-saturday", pascha(-8)),
        feast("palm-sunday", pascha(-7), rank=MAJOR),
        fast("pascha-week", pascha(-6), days=3, begins=MIDNIGHT),
        commemoration("covenant-thursday", pascha(-3)),
        fast("good-friday", pascha(-2), rank=MAJOR, begins=MIDNIGHT),
        feast("joyous-saturday", pascha(-1)),
        feast("easter", pascha(), rank=MAJOR),
        feast("bright-monday", pascha(+1)),
        feast("thomas-sunday", pascha(+7)),
        feast("saint-george", coptic(PAREMOUDE, 23)),
        feast("saint-mark", coptic(PAREMOUDE, 30), rank=MAJOR),
        feast("nativity-of-mary", coptic(PASHONS, 1)),
        feast("ascension", pascha(+39), rank=MAJOR),
        feast("entry-into-egypt", coptic(PASHONS, 24)),
        feast("pentecost", pascha(+49), rank=MAJOR),
        fast("apostles-fast", pascha(+50).until(coptic(EPEP, 4)), rank=MAJOR, begins=MIDNIGHT),
        feast("apostles-feast", coptic(EPEP, 5), rank=MAJOR),
        fast("fast-of-mary", coptic(MESORI, 1), days=15, rank=MAJOR, begins=MIDNIGHT),
        feast("transfiguration", coptic(MESORI, 13)),
        feast("assumption", coptic(MESORI, 16), rank=MAJOR),
    ),
)
