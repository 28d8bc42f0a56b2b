"""Hindu festivals as kept in Germany: the reckoning of India (Delhi), the Tamil days as in Sri Lanka and South India.

A line names month, half and tithi (amanta, so Diwali is the fifteenth of the dark half of Ashvina), the part of the
day at which the tithi must be running, which of two such days counts (the first, unless `tie` says otherwise), and
which day when there is none (that on which it begins, unless `kshaya=NEXT`). The place is Delhi unless named. The usage
`germany` asks the same at Hamm, where tithis fall four hours earlier on the clock, and so now and then a day earlier.
"""

from __future__ import annotations

from interfaith_cal.model import SATURDAY, WEDNESDAY, Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.announced import announced_only
from interfaith_cal.rules.called import called
from interfaith_cal.rules.declare import DAWN, DUSK, MAJOR, MIDNIGHT, fast, feast, night, season
from interfaith_cal.rules.nakshatra import KRITTIKA, PUSHYA, SHRAVANA_STAR, star
from interfaith_cal.rules.panchang import (
    APARAHNA,
    ARUNODAYA,
    CHENNAI,
    COLOMBO,
    COVERED_THEN_LAST,
    FIRST,
    FORENOON,
    GHATI,
    HAMM,
    KOCHI,
    LARGER_SHARE,
    LAST,
    LAST_IF_A_GHATI,
    MADHYAHNA,
    NEXT,
    NINTH_MUHURTA,
    NISHITA,
    PRADOSHA,
    PURVAHNA,
    SUNSET,
    UDAYA,
    UDAYA_FOR_3_MUHURTA,
    UDAYA_FOR_A_MUHURTA,
    UJJAIN,
    YAMA_3_AND_A_HALF,
)
from interfaith_cal.rules.pawukon import DUNGULAN, KUNINGAN, pawukon
from interfaith_cal.rules.sankranti import (
    BEFORE_SUNSET,
    CHINGAM,
    CIVIL_DAY,
    DHANUS,
    KARTHIGAI,
    KUMBHA,
    MAKARA,
    MESHA,
    SUNRISE_AFTER,
    THAI,
    sankranti,
)
from interfaith_cal.rules.skybound import also_computed_at, noted
from interfaith_cal.rules.tithi import (
    ASHADHA,
    ASHVINA,
    BHADRAPADA,
    BRIGHT,
    CHAITRA,
    DARK,
    KARTIKA,
    MAGHA,
    MARGASHIRSHA,
    PHALGUNA,
    SHRAVANA,
    VAISHAKHA,
    tithi,
    tithi_in_sign,
)

# The Vakya almanac of the Sri Lankan Tamils has the Sun enter Makara so many minutes later than Lahiri's ayanamsa.
VAKYA = 3 * 60 + 20

PONGAL = {
    "": sankranti(MAKARA, BEFORE_SUNSET, place=COLOMBO, later=VAKYA),
    "thirukanita": sankranti(MAKARA, BEFORE_SUNSET, place=CHENNAI),
}
VASANT_PANCHAMI = {
    "": tithi(MAGHA, BRIGHT, 5, at=PURVAHNA),
    "forenoon": tithi(MAGHA, BRIGHT, 5, at=FORENOON),
}
SHIVARATRI = {
    "": tithi(MAGHA, DARK, 14, at=NISHITA, tie=COVERED_THEN_LAST, kshaya=NEXT),
    "sri-lanka": tithi_in_sign(KUMBHA, DARK, 14, at=NISHITA, tie=COVERED_THEN_LAST, kshaya=NEXT, place=COLOMBO),
}
HOLIKA = tithi(PHALGUNA, BRIGHT, 15, at=PRADOSHA, tie=LAST).next_day_if_lasting(to=YAMA_3_AND_A_HALF)
FULL_MOON_OF_PHALGUNA = tithi(PHALGUNA, BRIGHT, 15, at=UDAYA, tie=LAST)
# Of two sunrises ISKCON takes the first, as reckoned where the temple stands.
GAURA_PURNIMA = {
    "": FULL_MOON_OF_PHALGUNA,
    "germany": tithi(PHALGUNA, BRIGHT, 15, at=UDAYA, tie=FIRST, place=HAMM),
}
PUTHANDU = {
    "": sankranti(MESHA, BEFORE_SUNSET, place=CHENNAI),
    "sri-lanka": sankranti(MESHA, CIVIL_DAY, place=COLOMBO),
}
JANMASHTAMI = {
    "": tithi(SHRAVANA, DARK, 8, at=UDAYA, kshaya=NEXT),
    "smarta": tithi(SHRAVANA, DARK, 8, at=NISHITA, tie=LAST, kshaya=NEXT),
}
GANESH_CHATURTHI = {
    "": tithi(BHADRAPADA, BRIGHT, 4, at=MADHYAHNA, tie=LARGER_SHARE),
    "purva-viddha": tithi(BHADRAPADA, BRIGHT, 4, at=MADHYAHNA, least=GHATI),
}
DUSSEHRA = {
    "": tithi(ASHVINA, BRIGHT, 10, at=APARAHNA, least=GHATI).guided_by(SHRAVANA_STAR),
    "aparahna-first": tithi(ASHVINA, BRIGHT, 10, at=APARAHNA),
}
DIWALI = {
    "": tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LARGER_SHARE, kshaya=NEXT),
    "later-evening": tithi(ASHVINA, DARK, 15, at=PRADOSHA, tie=LAST_IF_A_GHATI, kshaya=NEXT),
}
NAVARATRI = tithi(ASHVINA, BRIGHT, 1, at=UDAYA_FOR_A_MUHURTA)
DURGA_PUJA = tithi(ASHVINA, BRIGHT, 6, at=UDAYA).until(called(DUSSEHRA[""], "dussehra"))
DASHAIN = NAVARATRI.until(tithi(ASHVINA, BRIGHT, 15, at=UDAYA))
GITA_JAYANTI = tithi(MARGASHIRSHA, BRIGHT, 11, at=UDAYA, tie=LAST)
KARTHIGAI_DEEPAM = star(KRITTIKA, at=PRADOSHA, month=KARTHIGAI, tie=LAST, kshaya=NEXT, place=CHENNAI)

FESTIVALS = (
    feast("makar-sankranti", sankranti(MAKARA, BEFORE_SUNSET), rank=MAJOR),
    feast("pongal", PONGAL, rank=MAJOR),
    feast("thaipusam", star(PUSHYA, at=MADHYAHNA, month=THAI, tie=LAST, kshaya=NEXT, place=CHENNAI)),
    feast("vasant-panchami", VASANT_PANCHAMI, rank=MAJOR),
    night("maha-shivaratri", SHIVARATRI, rank=MAJOR, begins=DUSK),
    feast("holika-dahan", HOLIKA, begins=DUSK),
    feast("holi", {"": called(HOLIKA, "holika-fire").plus(+1), "full-moon-day": FULL_MOON_OF_PHALGUNA}, rank=MAJOR),
    feast("gaura-purnima", GAURA_PURNIMA),
    feast("ugadi", tithi(CHAITRA, BRIGHT, 1, at=UDAYA, place=UJJAIN), rank=MAJOR),
    feast("puthandu", PUTHANDU, rank=MAJOR),
    feast("vishu", sankranti(MESHA, SUNRISE_AFTER, place=KOCHI)),
    feast("ram-navami", tithi(CHAITRA, BRIGHT, 9, at=MADHYAHNA, tie=LAST_IF_A_GHATI, kshaya=NEXT), rank=MAJOR),
    feast("hanuman-jayanti", tithi(CHAITRA, BRIGHT, 15, at=UDAYA)),
    feast("akshaya-tritiya", tithi(VAISHAKHA, BRIGHT, 3, at=PURVAHNA)),
    feast("narasimha-chaturdashi", tithi(VAISHAKHA, BRIGHT, 14, at=UDAYA, kshaya=NEXT)),
    feast("ratha-yatra", tithi(ASHADHA, BRIGHT, 2, at=UDAYA)),
    feast("guru-purnima", tithi(ASHADHA, BRIGHT, 15, at=UDAYA)),
    feast("raksha-bandhan", tithi(SHRAVANA, BRIGHT, 15, at=UDAYA_FOR_3_MUHURTA, tie=LAST), rank=MAJOR),
    feast("janmashtami", JANMASHTAMI, rank=MAJOR),
    feast("radhashtami", tithi(BHADRAPADA, BRIGHT, 8, at=UDAYA)),
    feast("ganesh-chaturthi", GANESH_CHATURTHI, rank=MAJOR),
    feast("onam", star(SHRAVANA_STAR, at=UDAYA, month=CHINGAM, place=KOCHI)),
    season("navaratri", NAVARATRI.until(called(DUSSEHRA[""], "dussehra").plus(-1)), rank=MAJOR),
    season("dashain", DASHAIN),
    season("durga-puja", DURGA_PUJA),
    feast("durga-ashtami", tithi(ASHVINA, BRIGHT, 8, at=UDAYA), rank=MAJOR),
    feast("maha-navami", tithi(ASHVINA, BRIGHT, 9, at=APARAHNA, tie=LARGER_SHARE, kshaya=NEXT)),
    feast("dussehra", DUSSEHRA, rank=MAJOR),
    fast("karwa-chauth", tithi(ASHVINA, DARK, 4, at=PRADOSHA, kshaya=NEXT)),
    feast("dhanteras", tithi(ASHVINA, DARK, 13, at=PRADOSHA, tie=LARGER_SHARE, kshaya=NEXT)),
    feast("naraka-chaturdashi", tithi(ASHVINA, DARK, 14, at=ARUNODAYA, kshaya=NEXT)),
    feast("tamil-deepavali", tithi(ASHVINA, DARK, 14, at=UDAYA, tie=LAST, kshaya=NEXT, place=COLOMBO), rank=MAJOR),
    feast("diwali", DIWALI, rank=MAJOR),
    night("kali-puja", tithi(ASHVINA, DARK, 15, at=NISHITA, tie=LAST, kshaya=NEXT), begins=DUSK),
    feast("govardhan-puja", tithi(KARTIKA, BRIGHT, 1, at=NINTH_MUHURTA)),
    feast("bhai-dooj", tithi(KARTIKA, BRIGHT, 2, at=APARAHNA, tie=LAST, kshaya=NEXT)),
    fast("skanda-shashti", tithi(KARTIKA, BRIGHT, 6, at=SUNSET, kshaya=NEXT, place=CHENNAI)),
    feast("chhath-puja", tithi(KARTIKA, BRIGHT, 6, at=UDAYA)),
    feast("karthigai-deepam", KARTHIGAI_DEEPAM, begins=DUSK),
    fast("vaikunta-ekadashi", tithi_in_sign(DHANUS, BRIGHT, 11, at=UDAYA, tie=LAST, place=CHENNAI)),
    feast("gita-jayanti", GITA_JAYANTI),
    feast("nyepi", announced_only(), begins=DAWN),
    feast("galungan", pawukon(DUNGULAN, WEDNESDAY)),
    feast("kuningan", pawukon(KUNINGAN, SATURDAY)),
    feast("hamm-temple-procession", announced_only(), rank=MAJOR),
)

# Who may still choose another day; of all others, what the temple announces is what counts.
NOTES = {
    "pongal": phrase("note-tamil"),
    "thaipusam": phrase("note-tamil"),
    "holi": phrase("note-holi"),
    "gaura-purnima": phrase("note-iskcon"),
    "narasimha-chaturdashi": phrase("note-vaishnava"),
    "radhashtami": phrase("note-radhashtami"),
    "gita-jayanti": phrase("note-gita-jayanti"),
    "dashain": phrase("note-dashain"),
    "durga-puja": phrase("note-durga-puja"),
    **dict.fromkeys(("galungan", "kuningan"), phrase("note-bali")),
    "ugadi": phrase("note-ugadi"),
    "puthandu": phrase("note-puthandu"),
    "hanuman-jayanti": phrase("note-hanuman"),
    "ratha-yatra": phrase("note-ratha-yatra"),
    "janmashtami": phrase("note-janmashtami"),
    "onam": phrase("note-onam"),
    "durga-ashtami": phrase("note-durga"),
    "tamil-deepavali": phrase("note-tamil"),
    "skanda-shashti": phrase("note-tamil"),
    "karthigai-deepam": phrase("note-karthigai"),
    "vaikunta-ekadashi": phrase("note-vaikunta"),
    "hamm-temple-procession": phrase("note-hamm"),
    "nyepi": phrase("note-nyepi"),
}

HINDU = Community(
    "hindu",
    begins=MIDNIGHT,
    # The dates of the governments were read in copies; `tests/evidence` names them row by row.
    source="Dharmasindhu; Department of Personnel and Training (India); drikpanchang.com",
    sources={
        **dict.fromkeys(
            ("pongal", "thaipusam", "puthandu", "tamil-deepavali"),
            "Government Gazette (Sri Lanka); Federal Gazette (Malaysia); Ministry of Manpower (Singapore)",
        ),
        "gaura-purnima": "Interreligiöser Kalender NRW 2021; bhaktiyogazentrum.de 2024",
        "narasimha-chaturdashi": "Simhachalam, Jandelsbrunn 2012; ihkm.org 2025 (Mainhausen)",
        "gita-jayanti": "iskcon.de 2022",
        "radhashtami": "goloka-dhama.de 2025",
        "dashain": "Nepal Panchanga Nirnayak Bikas Samiti; hausderhoffnung-nepal.de 2024",
        "durga-puja": "durgapuja.de; indiablooms.com 2023, 2025",
        "nyepi": "SKB Tiga Menteri (Indonesia)",
        **dict.fromkeys(("galungan", "kuningan"), "baliwww.com 2008; Humboldt-Universität zu Berlin, IAAW 2025"),
        "skanda-shashti": "tiruchendur.org 2023; thehindu.com 2024; dtnext.in 2025",
        "karthigai-deepam": "drikpanchang.com; templesinindiainfo.com 2020",
        "vaikunta-ekadashi": "templesinindiainfo.com 2022; tamil.oneindia.com 2022",
        "hamm-temple-procession": "Sri-Kamadchi-Ampal-Tempel Hamm; WDR 2018, 2022, 2023; wa.de 2024",
    },
    usages=(
        Usage("germany"),
        Usage("sri-lanka"),
        Usage("thirukanita"),
        Usage("smarta"),
        Usage("purva-viddha"),
        Usage("full-moon-day"),
        Usage("later-evening"),
        Usage("aparahna-first"),
        Usage("forenoon"),
    ),
    first_year=1900,
    last_year=2100,
    festivals=also_computed_at(HAMM, "germany", noted(FESTIVALS, phrase("note-hindu"), NOTES)),
)
