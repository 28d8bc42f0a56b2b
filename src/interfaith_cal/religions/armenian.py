"""Festivals of the Armenian Apostolic Church (Etchmiadzin), Diocese of Germany: Gregorian dates, Gregorian Easter.

Only seven days are fixed; the others hang on Easter or on the Sunday nearest to 15 August, 14 September or 18 November.
St Sarkis is a Saturday, 64 days before Easter.
"""

from __future__ import annotations

from interfaith_cal.model import Community
from interfaith_cal.rules.base import SATURDAY, SUNDAY
from interfaith_cal.rules.church import LAST_YEAR, easter
from interfaith_cal.rules.civil import (
    APRIL,
    AUGUST,
    DECEMBER,
    FEBRUARY,
    JANUARY,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    gregorian,
)
from interfaith_cal.rules.declare import DUSK, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, season

ASSUMPTION = gregorian(AUGUST, 15).nearest(SUNDAY)
CROSS = gregorian(SEPTEMBER, 14).nearest(SUNDAY)
HEESNAK = gregorian(NOVEMBER, 18).nearest(SUNDAY)

ARMENIAN = Community(
    "armenian",
    begins=MIDNIGHT,
    source="armenische-kirche.de; dakd.de; shoghakat.am",
    sources={
        "christmas-eve": "agbw.org 2025",
        "saint-sarkis": "armenianchurch.ge 2020; hayernaysor.am 2018",
        "vardanants": "a-rm.de 2015; shoghakat.am 2026",
        "annunciation": "saintmesrob.ca 2023",
        "discovery-of-the-cross": "agbw.org 2021",
    },
    last_year=LAST_YEAR,
    festivals=(
        feast("christmas-eve", gregorian(JANUARY, 5), rank=MAJOR, begins=DUSK),
        feast("theophany", gregorian(JANUARY, 6), rank=MAJOR, begins=EVE),
        feast("naming-of-the-lord", gregorian(JANUARY, 13), begins=EVE),
        season("catechumens-eve", easter(-70)),
        fast("fast-of-catechumens", easter(-69), days=5, rank=MAJOR),
        feast("saint-sarkis", easter(-64), rank=MAJOR, begins=EVE),
        feast("trndez-eve", gregorian(FEBRUARY, 13), begins=DUSK),
        feast("presentation-of-the-lord", gregorian(FEBRUARY, 14), rank=MAJOR, begins=EVE),
        commemoration("ghevondians", easter(-54)),
        feast("vardanants", easter(-52), rank=MAJOR, begins=EVE),
        feast("poon-paregentan", easter(-49), rank=MAJOR),
        fast("great-lent", easter(-48), days=48, rank=MAJOR),
        season("prodigal-son", easter(-35)),
        season("mid-lent", easter(-25)),
        commemoration("lazarus-saturday", easter(-8)),
        feast("palm-sunday", easter(-7), rank=MAJOR, begins=EVE),
        commemoration("ten-virgins", easter(-5)),
        feast("holy-thursday", easter(-3)),
        fast("holy-friday", easter(-2), rank=MAJOR),
        feast("holy-saturday", easter(-1)),
        feast("easter", easter(), rank=MAJOR, begins=EVE),
        commemoration("merelots-easter", easter(+1)),
        feast("new-sunday", easter(+7)),
        feast("green-sunday", easter(+14)),
        feast("annunciation", gregorian(APRIL, 7), rank=MAJOR, begins=EVE),
        feast("red-sunday", easter(+21)),
        commemoration("genocide-martyrs", gregorian(APRIL, 24), rank=MAJOR),
        feast("apparition-of-the-cross", easter(+28), begins=EVE),
        feast("ascension", easter(+39), rank=MAJOR, begins=EVE),
        feast("second-palm-sunday", easter(+42)),
        feast("pentecost", easter(+49), rank=MAJOR, begins=EVE),
        commemoration("prophet-elijah", easter(+56)),
        feast("hripsime", easter(+57)),
        feast("gayane", easter(+58)),
        feast("gregory-deliverance", easter(+62)),
        feast("etchmiadzin", easter(+63)),
        commemoration("nerses-the-great", easter(+69)),
        feast("gregory-relics", easter(+76)),
        feast("sahak-and-mesrop", easter(+81)),
        commemoration("twelve-apostles", easter(+90)),
        feast("vardavar", easter(+98), rank=MAJOR, begins=EVE),
        commemoration("thaddeus-and-sandukht", easter(+104)),
        feast("shoghakat", ASSUMPTION.plus(-1)),
        feast("assumption", ASSUMPTION, rank=MAJOR, begins=EVE),
        feast("nativity-of-mary", gregorian(SEPTEMBER, 8), begins=EVE),
        feast("exaltation-of-the-cross", CROSS, rank=MAJOR, begins=EVE),
        feast("cross-of-varag", CROSS.plus(+14), rank=MAJOR, begins=EVE),
        feast("holy-translators", gregorian(OCTOBER, 8).on_or_after(SATURDAY), rank=MAJOR, begins=EVE),
        feast("discovery-of-the-cross", CROSS.plus(+42), rank=MAJOR, begins=EVE),
        season("heesnak-eve", HEESNAK),
        feast("presentation-of-mary", gregorian(NOVEMBER, 21), begins=EVE),
        feast("conception-of-mary", gregorian(DECEMBER, 9), begins=EVE),
        season("nativity-fast-eve", gregorian(DECEMBER, 29)),
        fast("nativity-fast", gregorian(DECEMBER, 30), days=7),
    ),
)
