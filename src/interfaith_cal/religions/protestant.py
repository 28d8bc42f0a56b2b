"""Protestant festivals (EKD) as kept in Germany: by the civil day, with the Easter of the Gregorian computus.

Harvest thanksgiving is the first Sunday of October as NRW prints it; by the usage `michaelis` (Prussian order of 1773)
the Sunday after 29 September. Repentance Day is eleven days before Advent, so 22 November itself counts.
Days begin with the civil day; only Christmas and Easter begin on the evening before, with the services of Holy Evening
and of Easter Night. The Annunciation leaves the days from Palm Sunday to Easter Monday for the week after Low Sunday.
"""

from __future__ import annotations

from interfaith_cal.model import FRIDAY, SUNDAY, Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.called import called
from interfaith_cal.rules.church import LAST_YEAR, advent, easter
from interfaith_cal.rules.civil import DECEMBER, FEBRUARY, JANUARY, JUNE, MARCH, NOVEMBER, OCTOBER, SEPTEMBER, gregorian
from interfaith_cal.rules.declare import DUSK, EVENING, MAJOR, MIDNIGHT, commemoration, custom, fast, feast, season

FIRST_SUNDAY_OF_OCTOBER = gregorian(OCTOBER, 1).on_or_after(SUNDAY)
SUNDAY_AFTER_MICHAELMAS = gregorian(SEPTEMBER, 30).on_or_after(SUNDAY)
ANNUNCIATION = (
    gregorian(MARCH, 25)
    .transferred(
        to=called(easter(+8), "monday-after-low-sunday"),
        falling=(called(easter(-7), "palm-sunday"), called(easter(+1), "easter-monday")),
    )
    .unsettled(phrase("annunciation-moved"), falling=easter(+8))
    .unsettled(phrase("annunciation-on-lent-sunday"), falling=gregorian(MARCH, 25).on_or_after(SUNDAY))
)

PROTESTANT = Community(
    "protestant",
    begins=MIDNIGHT,
    source="EKD, UEK, VELKD: Ordnung gottesdienstlicher Texte und Lieder, 2018",
    sources={
        "world-day-of-prayer": "Weltgebetstag der Frauen – Deutsches Komitee",
        "week-of-prayer-for-unity": "Arbeitsgemeinschaft Christlicher Kirchen in Deutschland (ACK)",
        "carnival-monday": "Festkomitee Kölner Karneval",
        "shrove-tuesday": "Festkomitee Kölner Karneval",
        "volkstrauertag": "FeiertG NW § 2",
        "eternity-sunday": "Ordnung gottesdienstlicher Texte und Lieder, 2018; FeiertG NW § 2",
    },
    usages=(Usage("michaelis"),),
    last_year=LAST_YEAR,
    festivals=(
        feast("advent-1", advent(), rank=MAJOR),
        feast("advent-2", advent(+7)),
        feast("advent-3", advent(+14)),
        feast("advent-4", advent(+21)),
        commemoration("saint-nicholas", gregorian(DECEMBER, 6)),
        feast("christmas-eve", gregorian(DECEMBER, 24), rank=MAJOR, begins=DUSK),
        feast("christmas-day", gregorian(DECEMBER, 25), rank=MAJOR, begins=EVENING),
        feast("second-christmas-day", gregorian(DECEMBER, 26), rank=MAJOR),
        custom("new-years-eve", gregorian(DECEMBER, 31)),
        feast("new-year", gregorian(JANUARY, 1), rank=MAJOR),
        feast("epiphany", gregorian(JANUARY, 6), rank=MAJOR),
        season("week-of-prayer-for-unity", gregorian(JANUARY, 18), days=8, unsettled=phrase("note-week-of-prayer")),
        feast("candlemas", gregorian(FEBRUARY, 2)),
        commemoration("world-day-of-prayer", gregorian(MARCH, 1).on_or_after(FRIDAY)),
        feast("annunciation", ANNUNCIATION),
        custom("carnival-monday", easter(-48)),
        custom("shrove-tuesday", easter(-47)),
        fast("ash-wednesday", easter(-46), rank=MAJOR),
        season("lent", easter(-46), days=46),
        feast("lent-1", easter(-42)),
        feast("palm-sunday", easter(-7)),
        season("holy-week", easter(-7), days=7),
        commemoration("maundy-thursday", easter(-3), rank=MAJOR),
        commemoration("good-friday", easter(-2), rank=MAJOR),
        commemoration("holy-saturday", easter(-1)),
        feast("easter-sunday", easter(), rank=MAJOR, begins=EVENING),
        feast("easter-monday", easter(+1), rank=MAJOR),
        feast("low-sunday", easter(+7)),
        feast("ascension", easter(+39), rank=MAJOR),
        feast("pentecost-sunday", easter(+49), rank=MAJOR),
        feast("whit-monday", easter(+50), rank=MAJOR),
        feast("trinity-sunday", easter(+56), rank=MAJOR),
        feast("nativity-of-john", gregorian(JUNE, 24)),
        commemoration("augsburg-confession", gregorian(JUNE, 25)),
        commemoration("israel-sunday", easter(+126)),
        feast("michaelmas", gregorian(SEPTEMBER, 29)),
        feast("harvest-thanksgiving", {"": FIRST_SUNDAY_OF_OCTOBER, "michaelis": SUNDAY_AFTER_MICHAELMAS}, rank=MAJOR),
        feast("reformation-day", gregorian(OCTOBER, 31), rank=MAJOR),
        commemoration("saint-martin", gregorian(NOVEMBER, 11)),
        commemoration("volkstrauertag", advent(-14)),
        commemoration("repentance-day", advent(-11), rank=MAJOR),
        commemoration("eternity-sunday", advent(-7), rank=MAJOR),
    ),
)
