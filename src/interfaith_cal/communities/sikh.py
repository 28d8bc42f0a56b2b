"""Sikh days as kept in Germany: the Nanakshahi calendar of 2003, with Guru Nanak, Hola Mohalla and Bandi Chhor by the Moon.

The usage `sgpc-jantri` is the calendar of the SGPC since 2015: months from the Sun's entry into a sign, gurpurabs by the
tithi at sunrise in Amritsar. Lunar months are amanta: the dark half of Phalguna is Chet vadi to a Sikh.
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
)
from interfaith_cal.rules.panchang import (
    AMRITSAR,
    APARAHNA,
    ASHADHA,
    ASHVINA,
    BHADRAPADA,
    BRIGHT,
    CHAITRA,
    DARK,
    DELHI,
    JYESHTHA,
    KARTIKA,
    LAST,
    LAST_IF_A_GHATI,
    MAGHA,
    MARGASHIRSHA,
    NANAKSHAHI,
    NEXT,
    PAUSHA,
    PHALGUNA,
    PRADOSHA,
    VAISHAKHA,
    tithi,
)
from interfaith_cal.rules.skybound import noted

JANTRI, LUNAR = "sgpc-jantri", phrase("note-sikh-lunar")

FESTIVALS = (
    # The lists of India have the day of Delhi, where it can be a day later than in Amritsar (2029).
    feast("guru-nanak-birth", {"": gurpurab(KARTIKA, BRIGHT, 15, place=DELHI), JANTRI: gurpurab(KARTIKA, BRIGHT, 15)}, rank=MAJOR, note=LUNAR),
    feast("vaisakhi", {"": nanakshahi(VAISAKH, 1), JANTRI: jantri(VAISAKH, 1)}, rank=MAJOR),
    feast("hola-mohalla", gurpurab(PHALGUNA, DARK, 1), note=LUNAR),
    feast("bandi-chhor", {"": tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LAST_IF_A_GHATI, kshaya=NEXT, place=AMRITSAR, era=NANAKSHAHI), JANTRI: tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LAST, kshaya=NEXT, place=AMRITSAR, era=NANAKSHAHI)}, rank=MAJOR, note=LUNAR),
    feast("guru-gobind-singh-birth", {"": nanakshahi(POH, 23), JANTRI: gurpurab(PAUSHA, BRIGHT, 7)}, rank=MAJOR),
    commemoration("guru-arjan-martyrdom", {"": nanakshahi(HARH, 2), JANTRI: gurpurab(JYESHTHA, BRIGHT, 4)}, rank=MAJOR),
    commemoration("guru-tegh-bahadur-martyrdom", {"": nanakshahi(MAGHAR, 11), JANTRI: gurpurab(MARGASHIRSHA, BRIGHT, 5)}, rank=MAJOR),
    feast("guru-granth-sahib-parkash", {"": nanakshahi(BHADON, 17), JANTRI: gurpurab(BHADRAPADA, BRIGHT, 1)}, rank=MAJOR),
    feast("guru-granth-sahib-gurgaddi", {"": nanakshahi(KATIK, 6), JANTRI: gurpurab(KARTIKA, BRIGHT, 2)}),
    feast("guru-granth-sahib-completion", {"": nanakshahi(BHADON, 15), JANTRI: jantri(BHADON, 14)}),
    feast("sikh-new-year", {"": nanakshahi(CHET, 1), JANTRI: jantri(CHET, 1)}),
    feast("maghi", {"": nanakshahi(MAGH, 1), JANTRI: jantri(MAGH, 1)}),
    feast("guru-har-rai-birth", {"": nanakshahi(MAGH, 19), JANTRI: gurpurab(MAGHA, BRIGHT, 13)}),
    feast("guru-ram-das-birth", {"": nanakshahi(ASSU, 25), JANTRI: gurpurab(ASHVINA, DARK, 2)}),
    feast("guru-arjan-birth", {"": nanakshahi(VAISAKH, 19), JANTRI: gurpurab(CHAITRA, DARK, 7)}),
    feast("guru-angad-birth", {"": nanakshahi(VAISAKH, 5), JANTRI: gurpurab(VAISHAKHA, BRIGHT, 1)}),
    feast("guru-amar-das-birth", {"": nanakshahi(JETH, 9), JANTRI: gurpurab(VAISHAKHA, BRIGHT, 14)}),
    feast("guru-hargobind-birth", {"": nanakshahi(HARH, 21), JANTRI: gurpurab(JYESHTHA, DARK, 1)}),
    feast("guru-harkrishan-birth", {"": nanakshahi(SAWAN, 8), JANTRI: gurpurab(ASHADHA, DARK, 9)}),
    feast("guru-tegh-bahadur-birth", {"": nanakshahi(VAISAKH, 5), JANTRI: gurpurab(CHAITRA, DARK, 5)}),
    feast("miri-piri", {"": nanakshahi(HARH, 7), JANTRI: gurpurab(ASHADHA, BRIGHT, 10)}),
    commemoration("elder-sahibzade-martyrdom", {"": nanakshahi(POH, 8), JANTRI: jantri(POH, 8)}),
    commemoration("younger-sahibzade-martyrdom", {"": nanakshahi(POH, 13), JANTRI: jantri(POH, 13)}),
    feast("dussehra", tithi(ASHVINA, BRIGHT, 10, at=APARAHNA, place=AMRITSAR, era=NANAKSHAHI), note=LUNAR),
)  # fmt: skip

SIKH = Community(
    "sikh",
    begins=MIDNIGHT,
    source="Nanakshahi calendar of 2003 (P. S. Purewal); SGPC Jantri Nanakshahi 549, 557 and 558",
    usages=(Usage(JANTRI),),
    first_year=1900,
    last_year=2100,
    festivals=noted(phrase("note-jantri"), FESTIVALS),
)
