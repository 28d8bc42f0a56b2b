"""Alevi festivals as kept by the communities of the AABF in Germany: Gregorian days, and days of the Islamic months.

The months are those of Diyanet, with which all dates of AABF communities read agree (2008 to 2024). Fasts run from the
evening meal to sunset and are listed with the civil days. Aşure is 13 Muharram; the Ashura of others is the 10th.
Hıdırellez alone begins in the evening, that of 5 May: it is the night in which Hızır and İlyas meet.
"""

from __future__ import annotations

from interfaith_cal.model import SATURDAY, TUESDAY, Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.civil import AUGUST, DECEMBER, FEBRUARY, JULY, JUNE, MARCH, MAY, OCTOBER, gregorian
from interfaith_cal.rules.declare import DUSK, MAJOR, MIDNIGHT, commemoration, fast, feast
from interfaith_cal.rules.hijri import DHU_AL_HIJJA, MUHARRAM, alevi

AABF = phrase("decided-by-aabf")
# Kept by the community of Hamm; no other list was read.
ONE_LIST = phrase("alevi-one-list")

# The first Tuesday from the 8th on is the second Tuesday of the month.
HIZIR_FAST = {"": gregorian(FEBRUARY, 8).on_or_after(TUESDAY), "fixed-february": gregorian(FEBRUARY, 13)}
ABDAL_MUSA = {"": gregorian(JUNE, 6), "june-weekend": gregorian(JUNE, 1).on_or_after(SATURDAY)}

HAMM = "Alevitische Gemeinde Hamm und Umgebung"

ALEVI = Community(
    "alevi",
    begins=MIDNIGHT,
    source="Alevitische Gemeinde Deutschland (AABF), Alevitischer Kalender; Land Nordrhein-Westfalen 2012, 2019",
    sources={
        "hizir-fast": "Alevitische Gemeinde Deutschland (AABF); Alevitische Glaubensgemeinschaft in Österreich",
        "hizir-lokmasi": "Freie und Hansestadt Hamburg, Vertrag mit den Aleviten 2012, Art. 3; Bremen, FTG § 8 Abs. 3",
        "abdal-musa": f"Alevitische Gemeinde Herne; {HAMM}; Alevitische Gemeinde Kassel 2024",
        "sivas-memorial": f"{HAMM}; Alevitische Gemeinde Deutschland (AABF)",
        "maras-memorial": f"Alevitische Gemeinde Deutschland (AABF); {HAMM}; Alevitische Gemeinde Heilbronn",
        **dict.fromkeys(("gazi-memorial", "dersim-memorial", "corum-memorial"), HAMM),
        "haci-bektas-veli": f"{HAMM}; Land Nordrhein-Westfalen 2012",
        "gadir-hum": "Alevitische Glaubensgemeinschaft in Österreich",
        "masum-fast": "AABF İnanç Kurulu 2009",
        "asure": "Land Nordrhein-Westfalen 2019; Alevitische Gemeinden Neuss und Duisburg",
    },
    usages=(Usage("fixed-february"), Usage("june-weekend")),
    first_year=1900,
    last_year=2100,
    festivals=(
        fast("hizir-fast", HIZIR_FAST, days=3, rank=MAJOR),
        feast("hizir-lokmasi", gregorian(FEBRUARY, 16), unsettled=phrase("hizir-lokmasi-by-law")),
        commemoration("gazi-memorial", gregorian(MARCH, 12).since(1996), days=4, note=ONE_LIST),
        feast("newroz", gregorian(MARCH, 21), rank=MAJOR),
        commemoration("dersim-memorial", gregorian(MAY, 4).since(1938), note=ONE_LIST),
        feast("hidirellez", gregorian(MAY, 5), days=2, rank=MAJOR, begins=DUSK),
        commemoration("abdal-musa", ABDAL_MUSA, days=2),
        commemoration("sivas-memorial", gregorian(JULY, 2).since(1994), rank=MAJOR),
        commemoration("corum-memorial", gregorian(JULY, 4).since(1981), note=ONE_LIST),
        commemoration("haci-bektas-veli", gregorian(AUGUST, 16), days=3),
        commemoration("kerbela-memorial", gregorian(OCTOBER, 10)),
        commemoration("maras-memorial", gregorian(DECEMBER, 19).since(1979), days=8, note=phrase("maras-services")),
        feast("kurban", alevi(DHU_AL_HIJJA, 10), days=4, note=AABF),
        feast("gadir-hum", alevi(DHU_AL_HIJJA, 18), note=AABF),
        fast("masum-fast", alevi(MUHARRAM, 1).plus(-3), days=3, unsettled=phrase("masum-fast-elsewhere", decided=AABF)),
        fast("muharrem-fast", alevi(MUHARRAM, 1), days=12, rank=MAJOR, note=AABF),
        feast("asure", alevi(MUHARRAM, 13), rank=MAJOR, note=phrase("asure-elsewhere", decided=AABF)),
    ),
)
