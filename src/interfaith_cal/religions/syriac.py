"""Festivals of the Syriac Orthodox Church in Germany: fixed feasts on Gregorian dates, Easter by the Julian computus.

Church days begin with the prayer of the evening before; fasts and the memorial of the Sayfo with the calendar day.
The usage `gregorian-easter` (India and some dioceses) keeps the Easter cycle by the Gregorian computus.
"""

from __future__ import annotations

from interfaith_cal.model import SUNDAY, Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.church import LAST_YEAR, by_either_computus
from interfaith_cal.rules.civil import (
    APRIL,
    AUGUST,
    DECEMBER,
    FEBRUARY,
    JANUARY,
    JULY,
    JUNE,
    MARCH,
    MAY,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    gregorian,
)
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, commemoration, fast, feast

# Read in the German-language calendar of Switzerland alone.
ONE_CALENDAR = phrase("one-calendar")

SYRIAC = Community(
    "syriac",
    begins=EVE,
    source="Syrisch-Orthodoxe Kirche, liturgischer Kalender (syrisch-orthodox.ch); syriacpatriarchate.org; soc-wus.org",
    sources={
        "sayfo": "syriacpress.com; nisibin.de; aga-online.org",
        "apostles-fast": "Syrisch-Orthodoxe Kirche, liturgischer Kalender (syrisch-orthodox.ch)",
        "mor-gabriel": "aina.org 2024; syriacpress.com 2023",
        "qudosh-idto": "soc-wus.org",
        "hudosh-idto": "Malankara Orthodox lectionary (mosc.in)",
        "praise-of-mary": "missio, „Was feiert die syrisch-orthodoxe Kirche wann?“",
        "nativity-fast": "soc-wus.org; missio, „Was feiert die syrisch-orthodoxe Kirche wann?“",
        "yaldo": "missio, „Was feiert die syrisch-orthodoxe Kirche wann?“",
    },
    usages=(Usage("gregorian-easter"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("gzurto", gregorian(JANUARY, 1)),
        feast("denho", gregorian(JANUARY, 6), rank=MAJOR),
        commemoration("john-the-baptist", gregorian(JANUARY, 7)),
        commemoration("saint-stephen", gregorian(JANUARY, 8)),
        feast("mary-of-the-seeds", gregorian(JANUARY, 15)),
        commemoration("prophet-elijah", gregorian(FEBRUARY, 1), note=ONE_CALENDAR),
        feast("maalto", gregorian(FEBRUARY, 2)),
        commemoration("mor-barsaumo", gregorian(FEBRUARY, 3)),
        commemoration("mor-severios", gregorian(FEBRUARY, 12), note=ONE_CALENDAR),
        fast("nineveh-fast", by_either_computus(-69), days=3, rank=MAJOR, begins=MIDNIGHT),
        commemoration("sunday-of-the-priests", by_either_computus(-63)),
        commemoration("sunday-of-the-departed", by_either_computus(-56)),
        feast("cana-sunday", by_either_computus(-49)),
        fast("great-lent", by_either_computus(-48), days=48, rank=MAJOR, begins=MIDNIGHT),
        feast("saint-ephrem", by_either_computus(-43)),
        commemoration("forty-martyrs", gregorian(MARCH, 9)),
        feast("mid-lent", by_either_computus(-25)),
        feast("suboro", gregorian(MARCH, 25), rank=MAJOR),
        feast("lazarus-saturday", by_either_computus(-8)),
        feast("palm-sunday", by_either_computus(-7), rank=MAJOR),
        commemoration("holy-thursday", by_either_computus(-3)),
        fast("good-friday", by_either_computus(-2), rank=MAJOR, begins=MIDNIGHT),
        feast("easter", by_either_computus(), rank=MAJOR),
        feast("easter-monday", by_either_computus(+1)),
        commemoration("friday-of-confessors", by_either_computus(+5)),
        feast("new-sunday", by_either_computus(+7)),
        commemoration("mor-augin", gregorian(APRIL, 20)),
        feast("saint-george", gregorian(APRIL, 23)),
        commemoration("mor-aho", gregorian(APRIL, 27), note=ONE_CALENDAR),
        commemoration("mort-shmuni", gregorian(MAY, 8), unsettled=phrase("mort-shmuni-elsewhere")),
        feast("mary-of-the-ears", gregorian(MAY, 15)),
        feast("ascension", by_either_computus(+39), rank=MAJOR),
        feast("pentecost", by_either_computus(+49), rank=MAJOR),
        commemoration("golden-friday", by_either_computus(+54)),
        commemoration("sayfo", gregorian(JUNE, 15).since(2015), rank=MAJOR, begins=MIDNIGHT),
        fast("apostles-fast", gregorian(JUNE, 26), days=3, begins=MIDNIGHT),
        feast("peter-and-paul", gregorian(JUNE, 29), rank=MAJOR),
        feast("saint-thomas", gregorian(JULY, 3)),
        feast("transfiguration", gregorian(AUGUST, 6)),
        fast("assumption-fast", gregorian(AUGUST, 10), days=5, begins=MIDNIGHT),
        feast("assumption", gregorian(AUGUST, 15), rank=MAJOR),
        feast("mor-gabriel", gregorian(AUGUST, 31), rank=MAJOR),
        feast("nativity-of-mary", gregorian(SEPTEMBER, 8)),
        feast("sleebo", gregorian(SEPTEMBER, 14), rank=MAJOR),
        feast("qudosh-idto", gregorian(OCTOBER, 30).on_or_after(SUNDAY), rank=MAJOR),
        feast("hudosh-idto", gregorian(NOVEMBER, 6).on_or_after(SUNDAY)),
        fast("nativity-fast", gregorian(DECEMBER, 15), days=10, begins=MIDNIGHT),
        feast("yaldo", gregorian(DECEMBER, 25), rank=MAJOR),
        feast("praise-of-mary", gregorian(DECEMBER, 26)),
        commemoration("infants-of-bethlehem", gregorian(DECEMBER, 27)),
    ),
)
