"""Êzîdî festivals: weekdays of the Julian calendar, thirteen days behind the civil one until February 2100.

Days begin at sunset of the evening before, fasts at sunrise. "Third Wednesday of April" and "third Friday of December",
as often printed, are wrong when the 14th is that weekday: the Julian month begins with it (2021, 2027; 2018, 2029).
"""

from __future__ import annotations

from interfaith_cal.model import FRIDAY, SUNDAY, THURSDAY, WEDNESDAY, Community
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.civil import APRIL, AUGUST, DECEMBER, FEBRUARY, JANUARY, SEPTEMBER, gregorian, julian
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, SUNRISE, commemoration, fast, feast

XIDIR_ILYAS = julian(FEBRUARY, 1).on_or_after(THURSDAY)
# The third of three feasts, on Fridays; each comes after a fast from Tuesday to Thursday.
IDA_EZI = julian(DECEMBER, 1).on_or_after(FRIDAY)
IN_SHINGAL = phrase("order-in-shingal")

YEZIDI = Community(
    "yezidi",
    begins=EVE,
    source="Stelle für Jesidische Angelegenheiten, Kalendarium (s-j-a.org); Êzîdische Jugend 2011",
    sources={
        "xidir-fast": "Stelle für Jesidische Angelegenheiten (s-j-a.org)",
        "xidir-ilyas": "Stelle für Jesidische Angelegenheiten (s-j-a.org); yazidis.info; Land Nordrhein-Westfalen 2019",
        "carsema-sor": "eziin.org; Iraq Daily Journal 2021-04-15",
        "rojiyen-ezi": "jugend-und-religion.de 238; Êzîdische Gemeinde Hessen 2018",
        "ida-ezi": "jugend-und-religion.de 238; Republic of Iraq 2024",
        "cejna-cimaye": "Êzîdische Jugend 2011; EzidiPress 2015; Stadt Wien 2024",
        "belinda": "EzidiPress; Êzîdische Jugend 2011; Stelle für Jesidische Angelegenheiten (s-j-a.org)",
        "batizmi": "Êzîdische Jugend 2011; Ezipedia",
    },
    festivals=(
        feast("cile-zivistane", gregorian(FEBRUARY, 2)),
        fast("xidir-fast", XIDIR_ILYAS.plus(-3), days=3, begins=SUNRISE),
        feast("xidir-ilyas", XIDIR_ILYAS, days=2, rank=MAJOR),
        feast("carsema-sor", julian(APRIL, 1).on_or_after(WEDNESDAY), rank=MAJOR),
        feast("cile-havine", gregorian(AUGUST, 2)),
        commemoration("genocide-day", gregorian(AUGUST, 3).since(2015), rank=MAJOR, begins=MIDNIGHT),
        feast("serfedin", gregorian(AUGUST, 19)),
        feast("cejna-cimaye", julian(SEPTEMBER, 23), days=8, rank=MAJOR),
        fast("rojiyen-shems", IDA_EZI.plus(-17), days=3, begins=SUNRISE, unsettled=IN_SHINGAL),
        feast("ida-shems", IDA_EZI.plus(-14), unsettled=IN_SHINGAL),
        fast("rojiyen-xwedan", IDA_EZI.plus(-10), days=3, begins=SUNRISE),
        feast("ida-xwedan", IDA_EZI.plus(-7)),
        fast("rojiyen-ezi", IDA_EZI.plus(-3), days=3, rank=MAJOR, begins=SUNRISE),
        feast("ida-ezi", IDA_EZI, rank=MAJOR),
        feast("belinda", gregorian(JANUARY, 1).on_or_after(FRIDAY), unsettled=phrase("belinda-not-settled")),
        feast("batizmi", gregorian(JANUARY, 1).on_or_after(SUNDAY), unsettled=phrase("batizmi-not-settled")),
    ),
)
