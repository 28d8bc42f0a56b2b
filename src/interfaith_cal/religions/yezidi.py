"""Êzîdî festivals: weekdays of the Julian calendar, thirteen days behind the civil one until February 2100.

Days begin at sunset of the evening before, fasts at dawn. "Third Wednesday of April" and "third Friday of December", as
often printed, are wrong when the 14th is that weekday: the Julian month then begins with it (2021, 2027; 2018, 2029).
"""

from __future__ import annotations

from interfaith_cal.model import Community
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.base import FRIDAY, SUNDAY, THURSDAY, WEDNESDAY
from interfaith_cal.rules.civil import APRIL, AUGUST, DECEMBER, FEBRUARY, JANUARY, SEPTEMBER, gregorian, julian
from interfaith_cal.rules.declare import DAWN, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast

XIDIR_ILYAS = julian(FEBRUARY, 1).on_or_after(THURSDAY)
# The third of three feasts, on Fridays; each comes after a fast from Tuesday to Thursday.
IDA_EZI = julian(DECEMBER, 1).on_or_after(FRIDAY)

YEZIDI = Community(
    "yezidi",
    begins=EVE,
    source="s-j-a.org/kalendarium; Êzîdische Jugend 2011",
    sources={
        "xidir-fast": "s-j-a.org; aljarida.com 2021",
        "xidir-ilyas": "s-j-a.org; yazidis.info; NRW 2019",
        "carsema-sor": "anfdeutsch.com; iraqdailyjournal.com 2021-04-15; eziin.org",
        "rojiyen-ezi": "anfdeutsch.com; jugend-und-religion.de 238",
        "ida-ezi": "anfdeutsch.com; jugend-und-religion.de 238; alawla.tv 2024-12",
        "cejna-cimaye": "Êzîdische Jugend 2011; Stadt Wien 2024",
        "batizmi": "Êzîdische Jugend 2011; evangelisch.de 237742; ezipedia.de",
    },
    festivals=(
        feast("cile-zivistane", gregorian(FEBRUARY, 2)),
        fast("xidir-fast", XIDIR_ILYAS.plus(-3), days=3, begins=DAWN),
        feast("xidir-ilyas", XIDIR_ILYAS, days=2, rank=MAJOR),
        feast("carsema-sor", julian(APRIL, 1).on_or_after(WEDNESDAY), rank=MAJOR),
        feast("cile-havine", gregorian(AUGUST, 2)),
        commemoration("genocide-day", gregorian(AUGUST, 3).since(2015), rank=MAJOR, begins=MIDNIGHT),
        feast("serfedin", gregorian(AUGUST, 19)),
        feast("cejna-cimaye", julian(SEPTEMBER, 23), days=8, rank=MAJOR),
        fast("rojiyen-shems", IDA_EZI.plus(-17), days=3, begins=DAWN, note=phrase("order-in-shingal")),
        feast("ida-shems", IDA_EZI.plus(-14), note=phrase("order-in-shingal")),
        fast("rojiyen-xwedan", IDA_EZI.plus(-10), days=3, begins=DAWN),
        feast("ida-xwedan", IDA_EZI.plus(-7)),
        fast("rojiyen-ezi", IDA_EZI.plus(-3), days=3, rank=MAJOR, begins=DAWN),
        feast("ida-ezi", IDA_EZI, rank=MAJOR),
        feast("belinda", julian(DECEMBER, 25), note=phrase("belinda-not-settled")),
        feast("batizmi", gregorian(JANUARY, 1).on_or_after(SUNDAY), note=phrase("batizmi-not-settled")),
    ),
)
