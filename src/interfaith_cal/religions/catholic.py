"""Roman Catholic festivals as kept in Germany: Epiphany, Ascension and Corpus Christi stay on their weekdays.

Transfers follow the list of the archdiocese of Cologne: a feast of the Lord or of Mary gives way to Sundays, Holy Week
and the Easter octave. Austria keeps the Immaculate Conception on the Sunday of Advent (usage `austria`).
Sundays and solemnities begin on the evening before with first vespers (General Norms, n. 3 and 11), all of them; other
feasts, the octave days, memorials, fasts and customs begin with the civil day.
"""

from __future__ import annotations

from interfaith_cal.model import FRIDAY, SUNDAY, Community, Rule, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.called import called
from interfaith_cal.rules.church import LAST_YEAR, advent, easter
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
from interfaith_cal.rules.declare import DUSK, EVENING, MAJOR, MIDNIGHT, commemoration, custom, fast, feast, season

BEFORE_HOLY_WEEK = called(easter(-8), "saturday-before-palm-sunday")
AFTER_LOW_SUNDAY = called(easter(+8), "monday-after-low-sunday")
PALM_SUNDAY = called(easter(-7), "palm-sunday")
HOLY_WEEK = PALM_SUNDAY, called(easter(-1), "holy-saturday")
HOLY_WEEK_TO_LOW_SUNDAY = PALM_SUNDAY, called(easter(+7), "low-sunday")
CHRISTMAS_DAY = gregorian(DECEMBER, 25)
CORPUS_CHRISTI, SACRED_HEART = called(easter(+60), "corpus-christi"), called(easter(+68), "sacred-heart")

IMMACULATE_CONCEPTION = {"": gregorian(DECEMBER, 8).moved(SUNDAY, by=+1), "austria": gregorian(DECEMBER, 8)}
HOLY_FAMILY = (
    gregorian(DECEMBER, 31).on_or_before(SUNDAY).transferred(to=gregorian(DECEMBER, 30), falling=CHRISTMAS_DAY)
)
SAINT_JOSEPH = gregorian(MARCH, 19).moved(SUNDAY, by=+1).transferred(to=BEFORE_HOLY_WEEK, falling=HOLY_WEEK)
ANNUNCIATION = (
    gregorian(MARCH, 25)
    .moved(SUNDAY, by=+1)
    .transferred(to=called(easter(+8), "monday-after-low-sunday"), falling=HOLY_WEEK_TO_LOW_SUNDAY)
)
# In 2038 John meets Corpus Christi, in 2057 and 2068 Peter and Paul meet the Sacred Heart: nobody has ruled on these.
NATIVITY_OF_JOHN = (
    gregorian(JUNE, 24)
    .unsettled(phrase("no-ruling-corpus-christi"), falling=CORPUS_CHRISTI)
    .transferred(to=gregorian(JUNE, 23), falling=SACRED_HEART)
    .transferred(to=gregorian(JUNE, 25), falling=CORPUS_CHRISTI)
)
PETER_AND_PAUL = gregorian(JUNE, 29).unsettled(phrase("no-ruling-sacred-heart"), falling=SACRED_HEART)


def _yielding_to_sunday(day: Rule) -> Rule:
    """A feast or memorial of a saint, which the Mass of a Sunday leaves out."""
    return day.remarked(phrase("yields-to-sunday"), falling=day.on_or_before(SUNDAY))


CATHOLIC = Community(
    "catholic",
    begins=MIDNIGHT,
    source="Grundordnung des Kirchenjahres (1969); Regionalkalender für das deutsche Sprachgebiet; Erzbistum Köln",
    sources={
        "immaculate-conception": "Grundordnung des Kirchenjahres, Nr. 5; Regionalkalender",
        "saint-joseph": "Grundordnung des Kirchenjahres, Nr. 5 und 60; Erzbistum Köln 2023",
        "annunciation": "Grundordnung des Kirchenjahres, Nr. 5 und 60; Erzbistum Köln 2024",
        "nativity-of-john": "Grundordnung des Kirchenjahres, Nr. 60; Gottesdienstkongregation zum Jahr 2022",
        "peter-and-paul": "Grundordnung des Kirchenjahres, Nr. 60",
        "harvest-thanksgiving": "Deutsche Bischofskonferenz 1972",
        "volkstrauertag": "FeiertG NW § 2",
        "world-day-of-prayer": "Weltgebetstag der Frauen – Deutsches Komitee",
        "week-of-prayer-for-unity": "Arbeitsgemeinschaft Christlicher Kirchen in Deutschland (ACK)",
        "carnival-monday": "Festkomitee Kölner Karneval",
        "shrove-tuesday": "Festkomitee Kölner Karneval",
    },
    usages=(Usage("austria"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("advent-1", advent(), rank=MAJOR, begins=EVENING),
        feast("advent-2", advent(+7), begins=EVENING),
        feast("advent-3", advent(+14), begins=EVENING),
        feast("advent-4", advent(+21), begins=EVENING),
        commemoration("saint-nicholas", _yielding_to_sunday(gregorian(DECEMBER, 6))),
        feast("immaculate-conception", IMMACULATE_CONCEPTION, rank=MAJOR, begins=EVENING),
        feast("christmas-eve", gregorian(DECEMBER, 24), rank=MAJOR, begins=DUSK),
        feast("christmas-day", gregorian(DECEMBER, 25), rank=MAJOR, begins=EVENING),
        feast("second-christmas-day", gregorian(DECEMBER, 26), rank=MAJOR),
        commemoration("holy-innocents", _yielding_to_sunday(gregorian(DECEMBER, 28))),
        feast("holy-family", HOLY_FAMILY, begins=EVENING),
        custom("new-years-eve", gregorian(DECEMBER, 31)),
        feast("new-year", gregorian(JANUARY, 1), rank=MAJOR),
        feast("mary-mother-of-god", gregorian(JANUARY, 1), rank=MAJOR, begins=EVENING),
        feast("epiphany", gregorian(JANUARY, 6), rank=MAJOR, begins=EVENING),
        feast("baptism-of-the-lord", gregorian(JANUARY, 7).on_or_after(SUNDAY), begins=EVENING),
        season("week-of-prayer-for-unity", gregorian(JANUARY, 18), days=8, unsettled=phrase("note-week-of-prayer")),
        feast("candlemas", gregorian(FEBRUARY, 2)),
        custom("carnival-monday", easter(-48)),
        custom("shrove-tuesday", easter(-47)),
        fast("ash-wednesday", easter(-46), rank=MAJOR),
        season("lent", easter(-46), days=46, rank=MAJOR),
        feast("lent-1", easter(-42), begins=EVENING),
        feast("saint-joseph", SAINT_JOSEPH, rank=MAJOR, begins=EVENING),
        feast("annunciation", ANNUNCIATION, rank=MAJOR, begins=EVENING),
        feast("palm-sunday", easter(-7), rank=MAJOR, begins=EVENING),
        season("holy-week", easter(-7), days=7),
        commemoration("maundy-thursday", easter(-3), rank=MAJOR),
        fast("good-friday", easter(-2), rank=MAJOR),
        commemoration("holy-saturday", easter(-1)),
        feast("easter-sunday", easter(), rank=MAJOR, begins=EVENING),
        feast("easter-monday", easter(+1), rank=MAJOR),
        feast("low-sunday", easter(+7), begins=EVENING),
        commemoration("rogation-days", easter(+36), days=3),
        feast("ascension", easter(+39), rank=MAJOR, begins=EVENING),
        feast("pentecost-sunday", easter(+49), rank=MAJOR, begins=EVENING),
        feast("whit-monday", easter(+50), rank=MAJOR),
        feast("trinity-sunday", easter(+56), rank=MAJOR, begins=EVENING),
        feast("corpus-christi", easter(+60), rank=MAJOR, begins=EVENING),
        feast("sacred-heart", easter(+68), begins=EVENING),
        feast("nativity-of-john", NATIVITY_OF_JOHN, begins=EVENING),
        feast("peter-and-paul", PETER_AND_PAUL, rank=MAJOR, begins=EVENING),
        feast("visitation", _yielding_to_sunday(gregorian(JULY, 2))),
        feast("transfiguration", gregorian(AUGUST, 6)),
        feast("assumption", gregorian(AUGUST, 15), rank=MAJOR, begins=EVENING),
        feast("nativity-of-mary", _yielding_to_sunday(gregorian(SEPTEMBER, 8))),
        feast("exaltation-of-the-cross", gregorian(SEPTEMBER, 14)),
        feast("harvest-thanksgiving", gregorian(OCTOBER, 1).on_or_after(SUNDAY), rank=MAJOR, begins=EVENING),
        feast("all-saints", gregorian(NOVEMBER, 1), rank=MAJOR, begins=EVENING),
        commemoration("all-souls", gregorian(NOVEMBER, 2), rank=MAJOR),
        commemoration("saint-martin", _yielding_to_sunday(gregorian(NOVEMBER, 11))),
        commemoration("volkstrauertag", advent(-14)),
        commemoration("saint-elizabeth", _yielding_to_sunday(gregorian(NOVEMBER, 19))),
        feast("christ-the-king", advent(-7), rank=MAJOR, begins=EVENING),
        commemoration("world-day-of-prayer", gregorian(MARCH, 1).on_or_after(FRIDAY)),
    ),
)
