"""Islamic festivals as kept in Germany, Sunni and Twelver Shia, by the months of Diyanet, which the KRM follows.

Other usages reckon the months in another way: `umm-al-qura` (Saudi Arabia), `tabular` (arithmetic) and `local-crescent`
(the naked eye in Germany: Ahmadiyya, followers of Sistani). The Eids begin with the morning prayer, fasts at dawn.
A night is listed on the civil day whose evening opens it, so the night of 27 Rajab on 26 Rajab.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.reckoning.hijri import DIYANET, METHODS
from interfaith_cal.rules.base import FRIDAY
from interfaith_cal.rules.declare import DAWN, DUSK, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, night, season
from interfaith_cal.rules.hijri import (
    DHU_AL_HIJJA,
    JUMADA_I,
    JUMADA_II,
    MUHARRAM,
    RABI_I,
    RAJAB,
    RAMADAN,
    SAFAR,
    SHABAN,
    SHAWWAL,
    by_each_method,
    evening_before,
    hijri,
    last_day_of,
    night_of,
)
from interfaith_cal.rules.several import each_of

# When 1 Rajab is a Friday, the evening before it still belongs to Jumada II: 2016, 2024, 2031.
RAGHAIB = evening_before(hijri(RAJAB, 1).on_or_after(FRIDAY))
QADR_OF_THE_SHIA = each_of(night_of(RAMADAN, 19), night_of(RAMADAN, 21), night_of(RAMADAN, 23))

SHIA = phrase("decided-by-shia-offices")
# Read in general calendars of the Shia only; and some of these days have rival traditions.
UNCHECKED, RIVALS = phrase("shia-unchecked"), phrase("shia-rivals")
UNCHECKED_RIVALS = phrase("two-notes", first=UNCHECKED, second=RIVALS)

GENERALLY_KNOWN = (
    "prophet-death",
    "rida-death",
    "mawlid-shia",
    "fatima-death",
    "fatima-birth",
    "ali-birth",
    "mabath",
    "hasan-birth",
    "mubahala",
)

ISLAMIC = Community(
    "islamic",
    begins=MIDNIGHT,
    source="Diyanet, dini günler (vakithesaplama.diyanet.gov.tr); KRM; Istanbul 1978, 2016",
    sources={
        **dict.fromkeys(
            ("tasua", "ashura-shia", "arbaeen", "qadr-shia", "ghadir"), "inforel.ch; religionen-entdecken.de"
        ),
        **dict.fromkeys(("husayn-birth", "mahdi-birth"), "de.wikishia.net"),
        **dict.fromkeys(GENERALLY_KNOWN, "–"),
    },
    calendar=DIYANET,
    usages=tuple(Usage(method.usage) for method in METHODS),
    default_usages=(DIYANET.usage,),
    first_year=1900,
    last_year=2100,
    festivals=(
        feast("islamic-new-year", by_each_method(hijri(MUHARRAM, 1)), begins=EVE),
        fast("ashura", by_each_method(hijri(MUHARRAM, 10)), begins=DAWN),
        night("mawlid-night", by_each_method(night_of(RABI_I, 12)), begins=DUSK),
        feast("mawlid", by_each_method(hijri(RABI_I, 12))),
        season("three-holy-months", by_each_method(hijri(RAJAB, 1)), begins=EVE),
        night("raghaib-night", by_each_method(RAGHAIB), begins=DUSK),
        night("miraj-night", by_each_method(night_of(RAJAB, 27)), begins=DUSK),
        night("baraah-night", by_each_method(night_of(SHABAN, 15)), begins=DUSK),
        fast("ramadan", by_each_method(hijri(RAMADAN, 1).until(last_day_of(RAMADAN))), rank=MAJOR, begins=DAWN),
        night("qadr-night", by_each_method(night_of(RAMADAN, 27)), rank=MAJOR, begins=DUSK),
        feast("eid-al-fitr", by_each_method(hijri(SHAWWAL, 1)), days=3, rank=MAJOR),
        fast("day-of-arafah", by_each_method(hijri(DHU_AL_HIJJA, 9)), begins=DAWN),
        feast("eid-al-adha", by_each_method(hijri(DHU_AL_HIJJA, 10)), days=4, rank=MAJOR),
        commemoration("tasua", by_each_method(hijri(MUHARRAM, 9), SHIA)),
        commemoration("ashura-shia", by_each_method(hijri(MUHARRAM, 10), SHIA), rank=MAJOR, begins=EVE),
        commemoration("arbaeen", by_each_method(hijri(SAFAR, 20), SHIA), rank=MAJOR),
        commemoration("prophet-death", by_each_method(hijri(SAFAR, 28), SHIA), note=UNCHECKED_RIVALS),
        commemoration("rida-death", by_each_method(last_day_of(SAFAR), SHIA), note=UNCHECKED_RIVALS),
        feast("mawlid-shia", by_each_method(hijri(RABI_I, 17), SHIA), rank=MAJOR, note=UNCHECKED),
        commemoration(
            "fatima-death",
            by_each_method(each_of(hijri(JUMADA_I, 13), hijri(JUMADA_II, 3)), SHIA),
            note=UNCHECKED_RIVALS,
        ),
        feast("fatima-birth", by_each_method(hijri(JUMADA_II, 20), SHIA), note=UNCHECKED),
        feast("ali-birth", by_each_method(hijri(RAJAB, 13), SHIA), note=UNCHECKED),
        feast("mabath", by_each_method(hijri(RAJAB, 27), SHIA), note=UNCHECKED),
        feast("husayn-birth", by_each_method(hijri(SHABAN, 3), SHIA), note=RIVALS),
        feast("mahdi-birth", by_each_method(hijri(SHABAN, 15), SHIA), rank=MAJOR),
        feast("hasan-birth", by_each_method(hijri(RAMADAN, 15), SHIA), note=UNCHECKED),
        night("qadr-shia", by_each_method(QADR_OF_THE_SHIA, SHIA), rank=MAJOR, begins=DUSK),
        feast("ghadir", by_each_method(hijri(DHU_AL_HIJJA, 18), SHIA), rank=MAJOR),
        feast("mubahala", by_each_method(hijri(DHU_AL_HIJJA, 24), SHIA), note=UNCHECKED),
    ),
)
