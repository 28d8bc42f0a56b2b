"""Alevi festivals as kept by the communities of the AABF in Germany: Gregorian days, and days of the Islamic months.

The months are those of Diyanet, with which all dates of AABF communities read agree (2008 to 2024). Fasts run from the
evening meal to sunset and are listed with the civil days. Aşure is 13 Muharram; the Ashura of others is the 10th.
"""

from __future__ import annotations

from interfaith_cal.model import Community
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.base import TUESDAY
from interfaith_cal.rules.civil import AUGUST, FEBRUARY, JULY, JUNE, MARCH, MAY, OCTOBER, gregorian
from interfaith_cal.rules.declare import DUSK, MAJOR, MIDNIGHT, commemoration, fast, feast
from interfaith_cal.rules.hijri import DHU_AL_HIJJA, MUHARRAM, hijri

AABF = phrase("decided-by-aabf")

ALEVI = Community(
    "alevi",
    begins=MIDNIGHT,
    source="alevi.com (AABF); aabf-inanc-kurulu.com; NRW 2012, 2019",
    sources={
        "hizir-fast": "AABF 2016-2026 (alevi.com; aleviten.at; haberturk.com)",
        "abdal-musa": "multikulti-forum.de; akmhamm.de",
        "sivas-memorial": "akmhamm.de; kacgun2017.com",
        "haci-bektas-veli": "akmhamm.de; NRW 2012",
        "gadir-hum": "aleviten.at; kacgun2017.com",
        "masum-fast": "aabf-inanc-kurulu.com 2009; kacgun2017.com",
        "asure": "NRW 2019; alevi-neuss.com, alevi-du.com, ruhrbarone.de 211366",
    },
    first_year=1900,
    last_year=2100,
    festivals=(
        # The first Tuesday from the 8th on is the second Tuesday of the month.
        fast(
            "hizir-fast",
            gregorian(FEBRUARY, 8).on_or_after(TUESDAY),
            days=3,
            rank=MAJOR,
            note=phrase("hizir-fast-elsewhere"),
        ),
        feast("newroz", gregorian(MARCH, 21), rank=MAJOR),
        feast("hidirellez", gregorian(MAY, 5), days=2, rank=MAJOR, begins=DUSK),
        commemoration("abdal-musa", gregorian(JUNE, 6), days=2, note=phrase("abdal-musa-elsewhere")),
        commemoration("sivas-memorial", gregorian(JULY, 2).since(1994), rank=MAJOR),
        commemoration("haci-bektas-veli", gregorian(AUGUST, 16), days=3),
        commemoration("kerbela-memorial", gregorian(OCTOBER, 10)),
        feast("kurban", hijri(DHU_AL_HIJJA, 10), days=4, note=AABF),
        feast("gadir-hum", hijri(DHU_AL_HIJJA, 18), note=AABF),
        fast("masum-fast", hijri(MUHARRAM, 1).plus(-3), days=3, note=phrase("masum-fast-elsewhere", decided=AABF)),
        fast("muharrem-fast", hijri(MUHARRAM, 1), days=12, rank=MAJOR, note=AABF),
        feast("asure", hijri(MUHARRAM, 13), rank=MAJOR, note=phrase("asure-elsewhere", decided=AABF)),
    ),
)
