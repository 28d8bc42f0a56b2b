"""Festivals of the Syriac Orthodox Church in Germany: fixed feasts on Gregorian dates, Easter by the Julian computus.

The usage `gregorian-easter` (India and some dioceses) keeps the Easter cycle by the Gregorian computus.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.rules.base import SUNDAY
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
    OCTOBER,
    SEPTEMBER,
    gregorian,
)
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, season

SYRIAC = Community(
    "syriac",
    begins=MIDNIGHT,
    source="syrisch-orthodox.ch; soc-wus.org; syriacpatriarchate.org",
    sources={
        "sayfo": "syriacpress.com; nisibin.de; aga-online.org",
        "apostles-fast": "abundbashmayo.substack.com 2025",
        "mor-gabriel": "aina.org 2024; syriacpress.com 2023",
        "qudosh-idto": "soc-wus.org",
        "nativity-fast": "soc-wus.org; missio (expydoc 9064950)",
        "yaldo": "missio (expydoc 9064950); Tozman (doczz 1155865)",
    },
    usages=(Usage("gregorian-easter"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("gzurto", gregorian(JANUARY, 1), begins=EVE),
        feast("denho", gregorian(JANUARY, 6), rank=MAJOR, begins=EVE),
        commemoration("john-the-baptist", gregorian(JANUARY, 7), begins=EVE),
        commemoration("saint-stephen", gregorian(JANUARY, 8), begins=EVE),
        feast("mary-of-the-seeds", gregorian(JANUARY, 15), begins=EVE),
        feast("maalto", gregorian(FEBRUARY, 2), begins=EVE),
        fast("nineveh-fast", by_either_computus(-69), days=3, rank=MAJOR),
        commemoration("sunday-of-the-priests", by_either_computus(-63)),
        commemoration("sunday-of-the-departed", by_either_computus(-56)),
        season("cana-sunday", by_either_computus(-49)),
        fast("great-lent", by_either_computus(-48), days=48, rank=MAJOR),
        feast("saint-ephrem", by_either_computus(-43), begins=EVE),
        commemoration("forty-martyrs", gregorian(MARCH, 9), begins=EVE),
        feast("mid-lent", by_either_computus(-25)),
        feast("suboro", gregorian(MARCH, 25), rank=MAJOR, begins=EVE),
        feast("lazarus-saturday", by_either_computus(-8)),
        feast("palm-sunday", by_either_computus(-7), rank=MAJOR, begins=EVE),
        feast("holy-thursday", by_either_computus(-3)),
        fast("good-friday", by_either_computus(-2), rank=MAJOR),
        feast("easter", by_either_computus(), rank=MAJOR, begins=EVE),
        commemoration("easter-monday", by_either_computus(+1)),
        commemoration("friday-of-confessors", by_either_computus(+5)),
        feast("new-sunday", by_either_computus(+7)),
        feast("saint-george", gregorian(APRIL, 23), begins=EVE),
        feast("mary-of-the-ears", gregorian(MAY, 15), begins=EVE),
        feast("ascension", by_either_computus(+39), rank=MAJOR, begins=EVE),
        feast("pentecost", by_either_computus(+49), rank=MAJOR, begins=EVE),
        commemoration("golden-friday", by_either_computus(+54)),
        commemoration("sayfo", gregorian(JUNE, 15).since(2015), rank=MAJOR),
        fast("apostles-fast", gregorian(JUNE, 26), days=3),
        feast("peter-and-paul", gregorian(JUNE, 29), rank=MAJOR, begins=EVE),
        feast("saint-thomas", gregorian(JULY, 3), begins=EVE),
        feast("transfiguration", gregorian(AUGUST, 6), begins=EVE),
        fast("assumption-fast", gregorian(AUGUST, 10), days=5),
        feast("assumption", gregorian(AUGUST, 15), rank=MAJOR, begins=EVE),
        feast("mor-gabriel", gregorian(AUGUST, 31), rank=MAJOR, begins=EVE),
        feast("nativity-of-mary", gregorian(SEPTEMBER, 8), begins=EVE),
        feast("sleebo", gregorian(SEPTEMBER, 14), rank=MAJOR, begins=EVE),
        feast("qudosh-idto", gregorian(OCTOBER, 30).on_or_after(SUNDAY), rank=MAJOR),
        fast("nativity-fast", gregorian(DECEMBER, 15), days=10),
        feast("yaldo", gregorian(DECEMBER, 25), rank=MAJOR, begins=EVE),
        commemoration("infants-of-bethlehem", gregorian(DECEMBER, 27)),
    ),
)
