"""Roman Catholic festivals as kept in Germany: Epiphany, Ascension and Corpus Christi stay on their weekdays.

Transfers follow the list of the archdiocese of Cologne: a feast of the Lord or of Mary gives way to Sundays, Holy Week
and the Easter octave. Austria keeps the Immaculate Conception on the Sunday of Advent (usage `austria`).
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.base import FRIDAY, SUNDAY
from interfaith_cal.rules.church import advent, easter
from interfaith_cal.rules.civil import (
    AUGUST,
    DECEMBER,
    FEBRUARY,
    JANUARY,
    JULY,
    JUNE,
    MARCH,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    gregorian,
)
from interfaith_cal.rules.declare import DUSK, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, season

HOLY_WEEK = easter(-7), easter(-1)
HOLY_WEEK_TO_LOW_SUNDAY = easter(-7), easter(+7)
CHRISTMAS_DAY, CORPUS_CHRISTI, SACRED_HEART = gregorian(DECEMBER, 25), easter(+60), easter(+68)

IMMACULATE_CONCEPTION = {"": gregorian(DECEMBER, 8).moved(SUNDAY, by=+1), "austria": gregorian(DECEMBER, 8)}
HOLY_FAMILY = (
    gregorian(DECEMBER, 31).on_or_before(SUNDAY).transferred(to=gregorian(DECEMBER, 30), falling=CHRISTMAS_DAY)
)
SAINT_JOSEPH = gregorian(MARCH, 19).moved(SUNDAY, by=+1).transferred(to=easter(-8), falling=HOLY_WEEK)
ANNUNCIATION = gregorian(MARCH, 25).moved(SUNDAY, by=+1).transferred(to=easter(+8), falling=HOLY_WEEK_TO_LOW_SUNDAY)
# In 2038 John meets Corpus Christi, in 2057 and 2068 Peter and Paul meet the Sacred Heart: nobody has ruled on these.
NATIVITY_OF_JOHN = (
    gregorian(JUNE, 24)
    .remarked(phrase("no-ruling-corpus-christi"), falling=CORPUS_CHRISTI)
    .transferred(to=gregorian(JUNE, 23), falling=SACRED_HEART)
    .transferred(to=gregorian(JUNE, 25), falling=CORPUS_CHRISTI)
)
PETER_AND_PAUL = gregorian(JUNE, 29).remarked(phrase("no-ruling-sacred-heart"), falling=SACRED_HEART)

CATHOLIC = Community(
    "catholic",
    begins=MIDNIGHT,
    source="erzbistum-koeln.de 2023, 2024; romcal (germany)",
    sources={
        "immaculate-conception": "magnificat-das-stundenbuch.de 2024; erzbistum-vaduz.li 65/2019",
        "saint-joseph": "romcal; erzbistum-koeln.de 2023",
        "annunciation": "erzbistum-koeln.de 2024; domradio.de 199716",
        "nativity-of-john": "katholisch-weingarten.de 2022",
        "harvest-thanksgiving": "DBK 1972; erzbistum-koeln.de",
        "volkstrauertag": "FeiertG NW § 2",
    },
    usages=(Usage("austria"),),
    festivals=(
        feast("advent-1", advent(), rank=MAJOR, begins=EVE),
        feast("advent-2", advent(+7)),
        feast("advent-3", advent(+14)),
        feast("advent-4", advent(+21)),
        commemoration("saint-nicholas", gregorian(DECEMBER, 6)),
        feast("immaculate-conception", IMMACULATE_CONCEPTION, rank=MAJOR, begins=EVE),
        feast("christmas-eve", gregorian(DECEMBER, 24), rank=MAJOR, begins=DUSK),
        feast("christmas-day", gregorian(DECEMBER, 25), rank=MAJOR, begins=EVE),
        feast("second-christmas-day", gregorian(DECEMBER, 26), rank=MAJOR),
        commemoration("holy-innocents", gregorian(DECEMBER, 28)),
        feast("holy-family", HOLY_FAMILY),
        commemoration("new-years-eve", gregorian(DECEMBER, 31)),
        feast("new-year", gregorian(JANUARY, 1), rank=MAJOR),
        feast("mary-mother-of-god", gregorian(JANUARY, 1), rank=MAJOR),
        feast("epiphany", gregorian(JANUARY, 6), rank=MAJOR, begins=EVE),
        feast("baptism-of-the-lord", gregorian(JANUARY, 7).on_or_after(SUNDAY)),
        feast("candlemas", gregorian(FEBRUARY, 2)),
        commemoration("carnival-monday", easter(-48)),
        commemoration("shrove-tuesday", easter(-47)),
        fast("ash-wednesday", easter(-46), rank=MAJOR),
        season("lent", easter(-46), days=46, rank=MAJOR),
        feast("lent-1", easter(-42)),
        feast("saint-joseph", SAINT_JOSEPH, rank=MAJOR, begins=EVE),
        feast("annunciation", ANNUNCIATION, rank=MAJOR, begins=EVE),
        feast("palm-sunday", easter(-7), rank=MAJOR),
        season("holy-week", easter(-7), days=7),
        feast("maundy-thursday", easter(-3), rank=MAJOR),
        feast("good-friday", easter(-2), rank=MAJOR),
        commemoration("holy-saturday", easter(-1)),
        feast("easter-sunday", easter(), rank=MAJOR, begins=EVE),
        feast("easter-monday", easter(+1), rank=MAJOR),
        feast("low-sunday", easter(+7)),
        commemoration("rogation-days", easter(+36), days=3),
        feast("ascension", easter(+39), rank=MAJOR, begins=EVE),
        feast("pentecost-sunday", easter(+49), rank=MAJOR, begins=EVE),
        feast("whit-monday", easter(+50), rank=MAJOR),
        feast("trinity-sunday", easter(+56), rank=MAJOR, begins=EVE),
        feast("corpus-christi", easter(+60), rank=MAJOR, begins=EVE),
        feast("sacred-heart", easter(+68), begins=EVE),
        feast("nativity-of-john", NATIVITY_OF_JOHN, begins=EVE),
        feast("peter-and-paul", PETER_AND_PAUL, rank=MAJOR, begins=EVE),
        feast("visitation", gregorian(JULY, 2)),
        feast("transfiguration", gregorian(AUGUST, 6)),
        feast("assumption", gregorian(AUGUST, 15), rank=MAJOR, begins=EVE),
        feast("nativity-of-mary", gregorian(SEPTEMBER, 8)),
        feast("exaltation-of-the-cross", gregorian(SEPTEMBER, 14)),
        feast("harvest-thanksgiving", gregorian(OCTOBER, 1).on_or_after(SUNDAY), rank=MAJOR),
        feast("all-saints", gregorian(NOVEMBER, 1), rank=MAJOR, begins=EVE),
        commemoration("all-souls", gregorian(NOVEMBER, 2), rank=MAJOR),
        commemoration("saint-martin", gregorian(NOVEMBER, 11)),
        commemoration("volkstrauertag", advent(-14)),
        commemoration("saint-elizabeth", gregorian(NOVEMBER, 19)),
        feast("christ-the-king", advent(-7), rank=MAJOR, begins=EVE),
        commemoration("world-day-of-prayer", gregorian(MARCH, 1).on_or_after(FRIDAY)),
    ),
)
