"""Festivals of the Armenian Apostolic Church (Etchmiadzin), Diocese of Germany: Gregorian dates, Gregorian Easter.

Church days begin with the prayer of the evening before, fasts with the calendar day; the two vigils are evenings.
Only seven days are fixed; the others hang on Easter or on the Sunday nearest to 15 August, 14 September or 18 November.
St Sarkis is a Saturday, 64 days before Easter.
"""

from __future__ import annotations

from interfaith_cal.model import SATURDAY, SUNDAY, Community
from interfaith_cal.phrase import phrase
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
from interfaith_cal.rules.declare import DUSK, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast

ASSUMPTION = gregorian(AUGUST, 15).nearest(SUNDAY)
CROSS = gregorian(SEPTEMBER, 14).nearest(SUNDAY)
HEESNAK = gregorian(NOVEMBER, 18).nearest(SUNDAY)

ARMENIAN = Community(
    "armenian",
    begins=EVE,
    source="Diözese der Armenischen Kirche in Deutschland (armenische-kirche.de, dakd.de); shoghakat.am",
    sources={
        "christmas-eve": "agbw.org 2025",
        "saint-sarkis": "armenianchurch.ge 2020; hayernaysor.am 2018",
        "vardanants": "a-rm.de 2015; shoghakat.am 2026",
        "annunciation": "saintmesrob.ca 2023",
        "forty-martyrs": "stjohnarmenianchurch.org 2025",
        "gregory-pit": "stjohnarmenianchurch.org 2025",
        "john-and-athenogenes": "armenianchurch.org, 4 June 2015",
        "box-of-mary": "Diocese of Georgia (virahayoctem.ge), church calendar 2008 to 2030",
        "discovery-of-the-cross": "agbw.org 2021",
    },
    last_year=LAST_YEAR,
    festivals=(
        feast("christmas-eve", gregorian(JANUARY, 5), rank=MAJOR, begins=DUSK),
        feast("theophany", gregorian(JANUARY, 6), rank=MAJOR),
        feast("naming-of-the-lord", gregorian(JANUARY, 13)),
        feast("catechumens-eve", easter(-70)),
        fast("fast-of-catechumens", easter(-69), days=5, rank=MAJOR, begins=MIDNIGHT),
        feast("saint-sarkis", easter(-64), rank=MAJOR),
        feast("trndez-eve", gregorian(FEBRUARY, 13), begins=DUSK),
        feast("presentation-of-the-lord", gregorian(FEBRUARY, 14), rank=MAJOR),
        commemoration("ghevondians", easter(-54)),
        feast("vardanants", easter(-52), rank=MAJOR),
        feast("poon-paregentan", easter(-49), rank=MAJOR),
        fast("great-lent", easter(-48), days=48, rank=MAJOR, begins=MIDNIGHT),
        commemoration("prodigal-son", easter(-35)),
        commemoration("mid-lent", easter(-25)),
        commemoration("forty-martyrs", easter(-22)),
        commemoration("gregory-pit", easter(-15)),
        commemoration("lazarus-saturday", easter(-8)),
        feast("palm-sunday", easter(-7), rank=MAJOR),
        commemoration("ten-virgins", easter(-5)),
        commemoration("holy-thursday", easter(-3)),
        fast("holy-friday", easter(-2), rank=MAJOR, begins=MIDNIGHT),
        feast("holy-saturday", easter(-1)),
        feast("easter", easter(), rank=MAJOR),
        commemoration("merelots-easter", easter(+1)),
        feast("new-sunday", easter(+7)),
        feast("green-sunday", easter(+14)),
        feast("annunciation", gregorian(APRIL, 7), rank=MAJOR),
        feast("red-sunday", easter(+21)),
        commemoration("genocide-martyrs", gregorian(APRIL, 24), rank=MAJOR),
        feast("apparition-of-the-cross", easter(+28)),
        feast("ascension", easter(+39), rank=MAJOR),
        feast("second-palm-sunday", easter(+42)),
        feast("pentecost", easter(+49), rank=MAJOR),
        commemoration("prophet-elijah", easter(+56)),
        feast("hripsime", easter(+57)),
        feast("gayane", easter(+58)),
        commemoration("john-and-athenogenes", easter(+60), note=phrase("one-dated-list")),
        feast("gregory-deliverance", easter(+62)),
        feast("etchmiadzin", easter(+63)),
        commemoration("nerses-the-great", easter(+69)),
        feast("gregory-relics", easter(+76)),
        feast("sahak-and-mesrop", easter(+81)),
        feast("box-of-mary", easter(+84)),
        commemoration("twelve-apostles", easter(+90)),
        feast("vardavar", easter(+98), rank=MAJOR),
        commemoration("thaddeus-and-sandukht", easter(+104)),
        feast("shoghakat", ASSUMPTION.plus(-1)),
        feast("assumption", ASSUMPTION, rank=MAJOR),
        feast("nativity-of-mary", gregorian(SEPTEMBER, 8)),
        feast("exaltation-of-the-cross", CROSS, rank=MAJOR),
        feast("cross-of-varag", CROSS.plus(+14), rank=MAJOR),
        feast("holy-translators", gregorian(OCTOBER, 8).on_or_after(SATURDAY), rank=MAJOR),
        feast("discovery-of-the-cross", CROSS.plus(+42), rank=MAJOR),
        feast("heesnak-eve", HEESNAK),
        feast("presentation-of-mary", gregorian(NOVEMBER, 21)),
        feast("conception-of-mary", gregorian(DECEMBER, 9)),
        feast("nativity-fast-eve", gregorian(DECEMBER, 29)),
        fast("nativity-fast", gregorian(DECEMBER, 30), days=7, begins=MIDNIGHT),
    ),
)
