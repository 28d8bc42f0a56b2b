"""Festivals of the Ethiopian and Eritrean Orthodox Tewahedo Church: its own calendar, Easter by the Julian computus.

After an Ethiopian leap year everything from 1 Meskerem to the end of February is one civil day later; Christmas alone
keeps to 7 January. Church days begin with the prayer of the evening before, fasts with the calendar day.
"""

from __future__ import annotations

from interfaith_cal.model import Community
from interfaith_cal.phrase import phrase
from interfaith_cal.reckoning.ethiopian import CALENDAR
from interfaith_cal.rules.church import LAST_YEAR, pascha
from interfaith_cal.rules.coptic import after_leap_year
from interfaith_cal.rules.declare import EVE, MAJOR, MIDNIGHT, fast, feast
from interfaith_cal.rules.ethiopian import HAMLE, HIDAR, MESKEREM, NEHASE, TAHSAS, TIR, ethiopian

GENNA = after_leap_year(ethiopian(TAHSAS, 28)).otherwise(ethiopian(TAHSAS, 29))
# Read as generally known; no dated calendar of a congregation in Germany names them.
THIN = phrase("no-dated-list")

ETHIOPIAN = Community(
    "ethiopian",
    begins=EVE,
    calendar=CALENDAR,
    source="missio, „Was feiert die äthiopische bzw. eritreische Kirche wann?“; Gemeinde Köln",
    last_year=LAST_YEAR,
    festivals=(
        feast("enkutatash", ethiopian(MESKEREM, 1), rank=MAJOR),
        feast("meskel", ethiopian(MESKEREM, 17), rank=MAJOR),
        feast("hidar-tsion", ethiopian(HIDAR, 21), note=THIN),
        fast("advent-fast", ethiopian(HIDAR, 15).until(GENNA.plus(-1)), begins=MIDNIGHT, note=THIN),
        feast("genna", GENNA, rank=MAJOR),
        feast("timkat", ethiopian(TIR, 11), rank=MAJOR),
        fast("nineveh-fast", pascha(-69), days=3, begins=MIDNIGHT),
        fast("great-lent", pascha(-55), days=55, rank=MAJOR, begins=MIDNIGHT),
        feast("hosanna", pascha(-7)),
        fast("siklet", pascha(-2), rank=MAJOR, begins=MIDNIGHT),
        feast("fasika", pascha(), rank=MAJOR),
        feast("erget", pascha(+39), rank=MAJOR),
        feast("peraklitos", pascha(+49), rank=MAJOR),
        fast("apostles-fast", pascha(+50).until(ethiopian(HAMLE, 4)), begins=MIDNIGHT),
        fast("filseta-fast", ethiopian(NEHASE, 1), days=15, begins=MIDNIGHT),
        feast("buhe", ethiopian(NEHASE, 13)),
        feast("filseta", ethiopian(NEHASE, 16), rank=MAJOR),
    ),
)
