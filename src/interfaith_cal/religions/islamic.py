"""Islamic festivals as kept in Germany, Sunni and Twelver Shia: by the months of Diyanet, which the KRM follows.

The days of the Shia go by the months of Iran. Other usages reckon in another way: `shia` the days of all Muslims by the
months of Iran, `ahmadiyya` those that the Ahmadiyya keeps by its own, `local-crescent` by the naked eye in Germany
(followers of Sistani), `umm-al-qura` (Saudi Arabia), `tabular` (arithmetic).
Days begin at sunset; but the Eids with the prayer of the morning, and fasts at dawn. A night is listed on the civil day
whose evening opens it, so the night of 27 Rajab on 26 Rajab.
"""

from __future__ import annotations

from interfaith_cal.model import FRIDAY, Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.reckoning.hijri import AHMADIYYA, CALENDAR_OF_IRAN, DIYANET, METHODS, SHIA
from interfaith_cal.rules.declare import DAWN, DUSK, EVE, MAJOR, MIDNIGHT, commemoration, fast, feast, night
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
    nights_of,
    of_the_shia,
)
from interfaith_cal.rules.several import each_of

# When 1 Rajab is a Friday, the evening before it still belongs to Jumada II: 2016, 2024, 2031.
RAGHAIB = evening_before(hijri(RAJAB, 1).on_or_after(FRIDAY))
QADR_OF_THE_SHIA = nights_of(RAMADAN, 19, 21, 23)

# The nights before Ramadan, the fast of Ashura and the Mawlid of the 12th are kept by Sunni communities.
SUNNI = tuple(method for method in METHODS if method not in (SHIA, AHMADIYYA))

RIVALS, UNPROVEN = phrase("shia-rivals"), phrase("shia-not-read-in-germany")

OF_IRAN = (
    "prophet-death",
    "rida-death",
    "askari-death",
    "mawlid-shia",
    "fatima-death",
    "ali-birth",
    "mabath",
    "mahdi-birth",
    "ali-death",
    "sadiq-death",
)

ISLAMIC = Community(
    "islamic",
    begins=EVE,
    source="Diyanet İşleri Başkanlığı, dini günler; Koordinationsrat der Muslime (KRM); Istanbul 1978, 2016",
    sources={
        **dict.fromkeys(
            ("tasua", "ashura-shia", "arbaeen", "qadr-shia", "ghadir"), "inforel.ch; religionen-entdecken.de"
        ),
        **dict.fromkeys(OF_IRAN, CALENDAR_OF_IRAN),
        "hasan-birth": "Schiitische Gemeinden 2017, 2019",
        "husayn-birth": "de.wikishia.net",
        "fatima-birth": "Ministry of Foreign Affairs of Iran",
        "mubahala": "International Quran News Agency (iqna.ir/de 3002975)",
    },
    calendar=DIYANET,
    usages=tuple(Usage(method.usage) for method in METHODS),
    default_usages=(DIYANET.usage,),
    first_year=1900,
    last_year=2100,
    festivals=(
        feast("islamic-new-year", by_each_method(hijri(MUHARRAM, 1))),
        fast("ashura", by_each_method(hijri(MUHARRAM, 10), SUNNI), begins=DAWN),
        night("mawlid-night", by_each_method(night_of(RABI_I, 12), SUNNI), begins=DUSK),
        feast("mawlid", by_each_method(hijri(RABI_I, 12), SUNNI)),
        feast("three-holy-months", by_each_method(hijri(RAJAB, 1), SUNNI)),
        night("raghaib-night", by_each_method(RAGHAIB, SUNNI), begins=DUSK),
        night("miraj-night", by_each_method(night_of(RAJAB, 27), SUNNI), begins=DUSK),
        night("baraah-night", by_each_method(night_of(SHABAN, 15), SUNNI), begins=DUSK),
        fast("ramadan", by_each_method(hijri(RAMADAN, 1).until(last_day_of(RAMADAN))), rank=MAJOR, begins=DAWN),
        night("qadr-night", by_each_method(night_of(RAMADAN, 27), (*SUNNI, AHMADIYYA)), rank=MAJOR, begins=DUSK),
        feast("eid-al-fitr", by_each_method(hijri(SHAWWAL, 1)), days=3, rank=MAJOR, begins=MIDNIGHT),
        fast("day-of-arafah", by_each_method(hijri(DHU_AL_HIJJA, 9)), begins=DAWN),
        feast("eid-al-adha", by_each_method(hijri(DHU_AL_HIJJA, 10)), days=4, rank=MAJOR, begins=MIDNIGHT),
        commemoration("tasua", of_the_shia(hijri(MUHARRAM, 9))),
        commemoration("ashura-shia", of_the_shia(hijri(MUHARRAM, 10)), rank=MAJOR),
        commemoration("arbaeen", of_the_shia(hijri(SAFAR, 20)), rank=MAJOR),
        commemoration("prophet-death", of_the_shia(hijri(SAFAR, 28)), unsettled=RIVALS),
        commemoration("rida-death", of_the_shia(last_day_of(SAFAR)), unsettled=RIVALS),
        commemoration("askari-death", of_the_shia(hijri(RABI_I, 8)), note=UNPROVEN),
        feast("mawlid-shia", of_the_shia(hijri(RABI_I, 17)), rank=MAJOR),
        commemoration(
            "fatima-death",
            of_the_shia(each_of(hijri(JUMADA_I, 13), hijri(JUMADA_II, 3))),
            unsettled=phrase("fatima-death-third"),
        ),
        feast("fatima-birth", of_the_shia(hijri(JUMADA_II, 20)), note=UNPROVEN),
        feast("ali-birth", of_the_shia(hijri(RAJAB, 13))),
        feast("mabath", of_the_shia(hijri(RAJAB, 27))),
        feast("husayn-birth", of_the_shia(hijri(SHABAN, 3)), note=UNPROVEN, unsettled=RIVALS),
        feast("mahdi-birth", of_the_shia(hijri(SHABAN, 15)), rank=MAJOR),
        feast("hasan-birth", of_the_shia(hijri(RAMADAN, 15))),
        night("qadr-shia", of_the_shia(QADR_OF_THE_SHIA), rank=MAJOR, begins=DUSK),
        commemoration("ali-death", of_the_shia(hijri(RAMADAN, 21)), rank=MAJOR),
        commemoration("sadiq-death", of_the_shia(hijri(SHAWWAL, 25)), note=UNPROVEN),
        feast("ghadir", of_the_shia(hijri(DHU_AL_HIJJA, 18)), rank=MAJOR),
        feast("mubahala", of_the_shia(hijri(DHU_AL_HIJJA, 24)), note=UNPROVEN),
    ),
)
