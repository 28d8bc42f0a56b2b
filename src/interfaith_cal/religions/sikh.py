"""Sikh days as kept in Germany: the Nanakshahi calendar of 2003, but Guru Nanak, Hola Mohalla, Bandi Chhor by the Moon.

The usage `sgpc-jantri` is the calendar of the SGPC since 2015: months from the Sun's entry into a sign, gurpurabs by
the tithi at sunrise in Amritsar; of two rules in a line it is the second. Lunar months are amanta: the dark half of
Phalguna is Chet vadi to a Sikh.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.declare import MAJOR, MIDNIGHT, commemoration, feast
from interfaith_cal.rules.nanakshahi import (
    ASSU,
    BHADON,
    CHET,
    HARH,
    JANTRI,
    JETH,
    KATIK,
    MAGH,
    MAGHAR,
    POH,
    SAWAN,
    VAISAKH,
    gurpurab,
    jantri,
    nanakshahi,
    ways,
)
from interfaith_cal.rules.panchang import AMRITSAR, APARAHNA, DELHI, LAST, LAST_IF_A_GHATI, NANAKSHAHI, NEXT, PRADOSHA
from interfaith_cal.rules.skybound import noted
from interfaith_cal.rules.tithi import (
    ASHADHA,
    ASHVINA,
    BHADRAPADA,
    BRIGHT,
    CHAITRA,
    DARK,
    JYESHTHA,
    KARTIKA,
    MAGHA,
    MARGASHIRSHA,
    PAUSHA,
    PHALGUNA,
    VAISHAKHA,
    tithi,
)

# The lists of India have the day of Delhi, where it can be a day later than in Amritsar (2029).
GURU_NANAK = {
    **ways(gurpurab(KARTIKA, BRIGHT, 15, place=DELHI), gurpurab(KARTIKA, BRIGHT, 15)),
    "mool-nanakshahi": nanakshahi(VAISAKH, 1),
}
BANDI_CHHOR = ways(
    tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LAST_IF_A_GHATI, kshaya=NEXT, place=AMRITSAR, era=NANAKSHAHI),
    tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LAST, kshaya=NEXT, place=AMRITSAR, era=NANAKSHAHI),
)
TEGH_BAHADUR = ways(nanakshahi(MAGHAR, 11), gurpurab(MARGASHIRSHA, BRIGHT, 5))

FESTIVALS = (
    feast("guru-nanak-birth", GURU_NANAK, rank=MAJOR),
    feast("vaisakhi", ways(nanakshahi(VAISAKH, 1), jantri(VAISAKH, 1)), rank=MAJOR),
    feast("hola-mohalla", gurpurab(PHALGUNA, DARK, 1)),
    feast("bandi-chhor", BANDI_CHHOR, rank=MAJOR),
    feast("guru-gobind-singh-birth", ways(nanakshahi(POH, 23), gurpurab(PAUSHA, BRIGHT, 7)), rank=MAJOR),
    commemoration("guru-arjan-martyrdom", ways(nanakshahi(HARH, 2), gurpurab(JYESHTHA, BRIGHT, 4)), rank=MAJOR),
    commemoration("guru-tegh-bahadur-martyrdom", TEGH_BAHADUR, rank=MAJOR),
    feast("guru-granth-sahib-parkash", ways(nanakshahi(BHADON, 17), gurpurab(BHADRAPADA, BRIGHT, 1)), rank=MAJOR),
    feast("guru-granth-sahib-gurgaddi", ways(nanakshahi(KATIK, 6), gurpurab(KARTIKA, BRIGHT, 2))),
    feast("guru-granth-sahib-completion", ways(nanakshahi(BHADON, 15), jantri(BHADON, 14))),
    feast("sikh-new-year", ways(nanakshahi(CHET, 1), jantri(CHET, 1))),
    feast("maghi", ways(nanakshahi(MAGH, 1), jantri(MAGH, 1))),
    feast("guru-har-rai-birth", ways(nanakshahi(MAGH, 19), gurpurab(MAGHA, BRIGHT, 13))),
    feast("guru-ram-das-birth", ways(nanakshahi(ASSU, 25), gurpurab(ASHVINA, DARK, 2))),
    feast("guru-arjan-birth", ways(nanakshahi(VAISAKH, 19), gurpurab(CHAITRA, DARK, 7))),
    feast("guru-angad-birth", ways(nanakshahi(VAISAKH, 5), gurpurab(VAISHAKHA, BRIGHT, 1))),
    feast("guru-amar-das-birth", ways(nanakshahi(JETH, 9), gurpurab(VAISHAKHA, BRIGHT, 14))),
    feast("guru-hargobind-birth", ways(nanakshahi(HARH, 21), gurpurab(JYESHTHA, DARK, 1))),
    feast("guru-harkrishan-birth", ways(nanakshahi(SAWAN, 8), gurpurab(ASHADHA, DARK, 9))),
    feast("guru-tegh-bahadur-birth", ways(nanakshahi(VAISAKH, 5), gurpurab(CHAITRA, DARK, 5))),
    feast("miri-piri", ways(nanakshahi(SAWAN, 6), gurpurab(ASHADHA, BRIGHT, 10))),
    commemoration("elder-sahibzade-martyrdom", ways(nanakshahi(POH, 8), jantri(POH, 8))),
    commemoration("younger-sahibzade-martyrdom", ways(nanakshahi(POH, 13), jantri(POH, 13))),
    feast("dussehra", tithi(ASHVINA, BRIGHT, 10, at=APARAHNA, place=AMRITSAR, era=NANAKSHAHI)),
)

# Who may still choose another day: the committees that print lists, for all other days the SGPC by its Jantri.
BY_THE_MOON = ("guru-nanak-birth", "hola-mohalla", "bandi-chhor", "dussehra")
NOTES = dict.fromkeys(BY_THE_MOON, phrase("note-sikh-lunar"))

SIKH = Community(
    "sikh",
    begins=MIDNIGHT,
    # Both calendars were read in copies; `tests/evidence` names them row by row.
    source="Nanakshahi 2003 (P. S. Purewal); SGPC, Jantri 549, 557, 558",
    usages=(Usage(JANTRI), Usage("mool-nanakshahi")),
    first_year=1900,
    last_year=2100,
    festivals=noted(FESTIVALS, phrase("note-jantri"), NOTES),
)
