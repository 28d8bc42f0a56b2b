"""Festivals of all Orthodox jurisdictions in Germany; days begin with vespers of the evening before.

Fixed feasts have two usages, both on by default: the new calendar (Constantinople, Antioch, Romania, Bulgaria, OCU) and
the old one (Russia, Serbia, Georgia, Jerusalem). The movable feasts are one, by the Julian computus.
The Annunciation never moves. The Greek Protection of the Mother of God has no date in the old calendar: the Church of
Greece, which keeps the new one, laid it on 28 October in 1952. St Sava is kept by the Serbian Church alone, which keeps
the old. St George has four usages: Greek (new), Slavic (old), Romanian and Bulgarian.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.called import called
from interfaith_cal.rules.church import LAST_YEAR, NEW_CALENDAR, OLD_CALENDAR, in_both_calendars, pascha
from interfaith_cal.rules.civil import (
    APRIL,
    AUGUST,
    DECEMBER,
    FEBRUARY,
    JANUARY,
    JUNE,
    MARCH,
    MAY,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    gregorian,
    julian,
)
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, season

BRIGHT_MONDAY = called(pascha(+1), "bright-monday")
GREAT_LENT_AND_PASCHA = called(pascha(-48), "clean-monday"), pascha()
HOLY_WEEK = called(pascha(-6), "great-monday"), called(pascha(-1), "great-saturday")
GOOD_FRIDAY_TO_PASCHA = called(pascha(-2), "great-friday"), pascha()

ST_GEORGE = {
    NEW_CALENDAR: gregorian(APRIL, 23).transferred(to=BRIGHT_MONDAY, falling=GREAT_LENT_AND_PASCHA),
    OLD_CALENDAR: (
        julian(APRIL, 23)
        .unsettled(phrase("no-source-slavic-saint-george"), falling=GOOD_FRIDAY_TO_PASCHA)
        .transferred(to=BRIGHT_MONDAY, falling=GOOD_FRIDAY_TO_PASCHA)
    ),
    "romanian": (
        gregorian(APRIL, 23)
        .unsettled(phrase("no-source-feast-meets-palm-sunday"), falling=pascha(-7))
        .unsettled(phrase("no-source-feast-meets-pascha"), falling=pascha())
        .transferred(to=BRIGHT_MONDAY, falling=HOLY_WEEK)
    ),
    "bulgarian": gregorian(MAY, 6),
}
ST_MARK = {
    NEW_CALENDAR: (
        gregorian(APRIL, 25)
        .unsettled(phrase("no-source-feast-meets-palm-sunday"), falling=pascha(-7))
        .unsettled(phrase("no-source-feast-meets-pascha"), falling=pascha())
        .transferred(to=called(pascha(+2), "bright-tuesday"), falling=HOLY_WEEK)
    ),
    OLD_CALENDAR: julian(APRIL, 25),
}
AFTER_ALL_SAINTS = called(pascha(+57), "monday-after-all-saints")
APOSTLES_FAST = {
    NEW_CALENDAR: AFTER_ALL_SAINTS.until(gregorian(JUNE, 28)),
    OLD_CALENDAR: AFTER_ALL_SAINTS.until(julian(JUNE, 28)),
}

ORTHODOX = Community(
    "orthodox",
    begins=EVE,
    source="Orthodoxe Bischofskonferenz in Deutschland (OBKD); Ostkirchliches Institut Regensburg",
    sources={
        "saint-george": "Typikon; Romanian Patriarchate; Bulgarian Orthodox Church",
        "saint-mark": "Antiochian Orthodox Archdiocese, 2018-2026",
        "apostles-fast": "Typikon: from the Monday after All Saints to the eve of Peter and Paul",
        "protection-greek": "Holy Synod of the Church of Greece, 21 October 1952",
        "saint-sava": "Serbische Orthodoxe Diözese von Düsseldorf und ganz Deutschland",
    },
    usages=(
        Usage(NEW_CALENDAR),
        Usage(OLD_CALENDAR),
        Usage("romanian", basis=NEW_CALENDAR),
        Usage("bulgarian", basis=NEW_CALENDAR),
    ),
    default_usages=(NEW_CALENDAR, OLD_CALENDAR),
    last_year=LAST_YEAR,
    festivals=(
        feast("circumcision", in_both_calendars(JANUARY, 1)),
        fast("theophany-eve", in_both_calendars(JANUARY, 5), begins=MIDNIGHT),
        feast("theophany", in_both_calendars(JANUARY, 6), rank=MAJOR),
        commemoration("synaxis-of-john", in_both_calendars(JANUARY, 7)),
        feast("saint-sava", julian(JANUARY, 14)),
        feast("meeting-of-the-lord", in_both_calendars(FEBRUARY, 2), rank=MAJOR),
        commemoration("publican-and-pharisee", pascha(-70)),
        commemoration("prodigal-son", pascha(-63)),
        commemoration("meatfare-sunday", pascha(-56)),
        season("cheesefare-week", pascha(-55), days=7),
        commemoration("forgiveness-sunday", pascha(-49)),
        fast("clean-monday", pascha(-48), rank=MAJOR),
        fast("great-lent", pascha(-48), days=48, rank=MAJOR),
        feast("sunday-of-orthodoxy", pascha(-42), rank=MAJOR),
        commemoration("sunday-of-palamas", pascha(-35)),
        commemoration("sunday-of-the-cross", pascha(-28)),
        commemoration("sunday-of-climacus", pascha(-21)),
        commemoration("sunday-of-mary-of-egypt", pascha(-14)),
        feast("annunciation", in_both_calendars(MARCH, 25), rank=MAJOR),
        feast("lazarus-saturday", pascha(-8)),
        feast("palm-sunday", pascha(-7), rank=MAJOR),
        fast("holy-monday", pascha(-6)),
        commemoration("holy-thursday", pascha(-3)),
        fast("holy-friday", pascha(-2), rank=MAJOR),
        fast("holy-saturday", pascha(-1)),
        feast("pascha", pascha(), rank=MAJOR),
        feast("bright-monday", pascha(+1), rank=MAJOR),
        feast("life-giving-spring", pascha(+5)),
        feast("thomas-sunday", pascha(+7)),
        commemoration("radonitsa", pascha(+9)),
        commemoration("sunday-of-the-myrrhbearers", pascha(+14)),
        commemoration("sunday-of-the-paralytic", pascha(+21)),
        feast("mid-pentecost", pascha(+24)),
        commemoration("sunday-of-the-samaritan-woman", pascha(+28)),
        commemoration("sunday-of-the-blind-man", pascha(+35)),
        feast("saint-george", ST_GEORGE, rank=MAJOR),
        commemoration("saint-mark", ST_MARK),
        feast("ascension", pascha(+39), rank=MAJOR),
        feast("pentecost", pascha(+49), rank=MAJOR),
        feast("holy-spirit-monday", pascha(+50), rank=MAJOR),
        feast("all-saints-sunday", pascha(+56), rank=MAJOR),
        fast("apostles-fast", APOSTLES_FAST, rank=MAJOR),
        feast("nativity-of-john", in_both_calendars(JUNE, 24)),
        feast("peter-and-paul", in_both_calendars(JUNE, 29), rank=MAJOR),
        commemoration("twelve-apostles", in_both_calendars(JUNE, 30)),
        fast("dormition-fast", in_both_calendars(AUGUST, 1), days=14, rank=MAJOR),
        feast("transfiguration", in_both_calendars(AUGUST, 6), rank=MAJOR),
        feast("dormition", in_both_calendars(AUGUST, 15), rank=MAJOR),
        fast("beheading-of-john", in_both_calendars(AUGUST, 29)),
        feast("church-new-year", in_both_calendars(SEPTEMBER, 1)),
        feast("nativity-of-the-theotokos", in_both_calendars(SEPTEMBER, 8), rank=MAJOR),
        feast("elevation-of-the-cross", in_both_calendars(SEPTEMBER, 14), rank=MAJOR),
        feast("protection-slavic", in_both_calendars(OCTOBER, 1)),
        feast("protection-greek", {NEW_CALENDAR: gregorian(OCTOBER, 28)}),
        commemoration("saint-demetrius", in_both_calendars(OCTOBER, 26)),
        feast("synaxis-of-the-archangels", in_both_calendars(NOVEMBER, 8)),
        fast("nativity-fast", in_both_calendars(NOVEMBER, 15), days=40, rank=MAJOR),
        feast("entrance-of-the-theotokos", in_both_calendars(NOVEMBER, 21), rank=MAJOR),
        feast("saint-nicholas", in_both_calendars(DECEMBER, 6)),
        fast("nativity-eve", in_both_calendars(DECEMBER, 24), begins=MIDNIGHT),
        feast("nativity", in_both_calendars(DECEMBER, 25), rank=MAJOR),
    ),
)
