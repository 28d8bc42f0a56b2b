"""Buddhist festivals as kept in Germany by the traditions that live here: Theravada, East Asian, Tibetan.

Vesakh is the first full moon of May on its German date, as the German Buddhist Union (DBU) keeps it with all
traditions. The Thai days follow the official list of years, the Poyas the Moon at Colombo, Tet and Vu Lan the
Vietnamese clock, Losar and the great days the Phugpa almanac. Each country's own way is a usage.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.civil import APRIL, AUGUST, DECEMBER, FEBRUARY, JULY, MAY, gregorian
from interfaith_cal.rules.declare import DUSK, MAJOR, MIDNIGHT, commemoration, feast, season
from interfaith_cal.rules.lunisolar import CHINA, KOREA, VIETNAM, lunisolar
from interfaith_cal.rules.moons import adhi_poya, first_full_moon_in, full_moon_nearest, higan, poya, vesak_poya
from interfaith_cal.rules.panchang import COLOMBO, LAST, UDAYA, WESTERN
from interfaith_cal.rules.sankranti import CIVIL_DAY, MESHA, sankranti
from interfaith_cal.rules.skybound import noted
from interfaith_cal.rules.thai import thai_full_moon
from interfaith_cal.rules.tibetan import TSURPHU, tibetan, tibetan_month
from interfaith_cal.rules.tithi import (
    ASHADHA,
    ASHVINA,
    BHADRAPADA,
    BRIGHT,
    CHAITRA,
    JYESHTHA,
    KARTIKA,
    MAGHA,
    MARGASHIRSHA,
    PAUSHA,
    PHALGUNA,
    SHRAVANA,
    VAISHAKHA,
    tithi,
)

THAI_MAGHA, THAI_VISAKHA, THAI_ASALHA, THAI_PAVARANA, LOY_KRATHONG = (thai_full_moon(n) for n in (3, 6, 8, 11, 12))

VESAK = {
    "": first_full_moon_in(MAY),
    "thailand": THAI_VISAKHA,
    "sri-lanka": vesak_poya(),
    "india": tithi(VAISHAKHA, BRIGHT, 15, at=UDAYA, tie=LAST, era=WESTERN),
    "singapore": lunisolar(CHINA, 4, 15),
    "vietnam": lunisolar(VIETNAM, 4, 15),
}
NEW_YEAR = {
    "": gregorian(APRIL, 13).lasting(3),
    "sri-lanka": sankranti(MESHA, CIVIL_DAY, place=COLOMBO, era=WESTERN),
}
LUNAR_NEW_YEAR = {
    "": lunisolar(VIETNAM, 1, 1),
    "china": lunisolar(CHINA, 1, 1),
    "korea": lunisolar(KOREA, 1, 1),
}

FESTIVALS = (
    feast("vesak", VESAK, rank=MAJOR),
    feast("hanamatsuri", gregorian(APRIL, 8), rank=MAJOR),
    commemoration("parinirvana", gregorian(FEBRUARY, 15)),
    feast("bodhi-day", {"": gregorian(DECEMBER, 8), "china": lunisolar(CHINA, 12, 8)}),
    feast("magha-puja", {"": full_moon_nearest(THAI_MAGHA), "thailand": THAI_MAGHA, "sri-lanka": poya(MAGHA)}),
    feast("asalha-puja", {"": full_moon_nearest(THAI_ASALHA), "thailand": THAI_ASALHA, "sri-lanka": poya(ASHADHA)}),
    commemoration("vassa-begin", THAI_ASALHA.plus(+1)),
    feast("vassa-end", {"": THAI_PAVARANA, "sri-lanka": poya(ASHVINA)}),
    season("kathina", THAI_PAVARANA.plus(+1).until(LOY_KRATHONG)),
    feast("theravada-new-year", NEW_YEAR),
    feast("losar", {"": tibetan_month(1), "tsurphu": tibetan_month(1, TSURPHU)}, days=3, rank=MAJOR),
    feast("chotrul-duchen", tibetan(1, 15)),
    season("saga-dawa-month", tibetan_month(4).until(tibetan(4, 30))),
    feast("saga-dawa-duchen", tibetan(4, 15), rank=MAJOR),
    feast("zamling-chisang", tibetan(5, 15)),
    feast("chokhor-duchen", tibetan(6, 4)),
    feast("lhabab-duchen", tibetan(9, 22)),
    commemoration("ganden-ngamchoe", tibetan(10, 25)),
    feast("dalai-lama-birthday", gregorian(JULY, 6).since(1935)),
    feast("buddha-birthday-lunar", {"": lunisolar(CHINA, 4, 8), "korea": lunisolar(KOREA, 4, 8)}),
    feast("lunar-new-year", LUNAR_NEW_YEAR, days=3, rank=MAJOR),
    commemoration("vu-lan", {"": lunisolar(VIETNAM, 7, 15), "china": lunisolar(CHINA, 7, 15)}, rank=MAJOR),
    commemoration("obon", {"": gregorian(AUGUST, 13), "japan-july": gregorian(JULY, 13)}, days=4),
    feast("mid-autumn", lunisolar(VIETNAM, 8, 15), begins=DUSK),
    season("higan", higan()),
    feast("poya-bak", poya(CHAITRA)),
    feast("poya-poson", poya(JYESHTHA)),
    feast("poya-esala", poya(ASHADHA)),
    feast("poya-nikini", poya(SHRAVANA)),
    feast("poya-binara", poya(BHADRAPADA)),
    feast("poya-vap", poya(ASHVINA)),
    feast("poya-il", poya(KARTIKA)),
    feast("poya-unduvap", poya(MARGASHIRSHA)),
    feast("poya-duruthu", poya(PAUSHA)),
    feast("poya-nawam", poya(MAGHA)),
    feast("poya-medin", poya(PHALGUNA)),
    feast("poya-adhi", adhi_poya()),
)

THERAVADA = ("magha-puja", "asalha-puja", "vassa-begin", "vassa-end")
TIBETAN = (
    "losar",
    "chotrul-duchen",
    "saga-dawa-month",
    "saga-dawa-duchen",
    "zamling-chisang",
    "chokhor-duchen",
    "lhabab-duchen",
    "ganden-ngamchoe",
)
POYAS = tuple(festival.slug for festival in FESTIVALS if festival.slug.startswith("poya-"))
GERMAN_LISTS = ("hanamatsuri", "parinirvana", "bodhi-day", "obon")
EAST_ASIAN = ("buddha-birthday-lunar", "lunar-new-year", "vu-lan")

# Who may still choose another day; for all others that is the Sri Lankan ministry.
NOTES = {
    "vesak": phrase("note-vesak"),
    **dict.fromkeys(("bodhi-day", "theravada-new-year", "higan"), phrase("note-buddhist")),
    **dict.fromkeys(THERAVADA, phrase("note-thai")),
    "kathina": phrase("note-kathina"),
    **dict.fromkeys(TIBETAN, phrase("note-tibetan")),
    **dict.fromkeys(EAST_ASIAN, phrase("note-lunisolar")),
    "mid-autumn": phrase("note-mid-autumn"),
}

BUDDHIST = Community(
    "buddhist",
    begins=MIDNIGHT,
    # The dates of the countries were read in copies; `tests/evidence` names them row by row.
    source="Deutsche Buddhistische Union (DBU)",
    sources={
        "vesak": (
            "Deutsche Buddhistische Union (DBU); Government Gazette (Sri Lanka); Ministry of Manpower (Singapore); "
            "Royal Gazette (Thailand)"
        ),
        **dict.fromkeys(POYAS, "Government Gazette of Sri Lanka"),
        **dict.fromkeys(GERMAN_LISTS, "Interreligiöser Kalender NRW 2019-2023; AWO Mittelrhein; KoBIZ Euskirchen 2017"),
        **dict.fromkeys((*THERAVADA, "kathina"), "Royal Gazette of Thailand"),
        "theravada-new-year": "Royal Gazette of Thailand; Government Gazette of Sri Lanka",
        **dict.fromkeys(TIBETAN, "S. Janson, Tibetan calendar mathematics (2014)"),
        "losar": (
            "S. Janson, Tibetan calendar mathematics (2014); E. Henning, Kalacakra and the Tibetan Calendar (2007); "
            "karmakagyucalendar.org"
        ),
        "dalai-lama-birthday": "dalailama.com",
        **dict.fromkeys(EAST_ASIAN, "State Council (China); Gwanbo (Korea); Bộ luật Lao động (Vietnam)"),
        "mid-autumn": "Dong Xuan Center Berlin; Deutsch-Vietnamesischer Freundeskreis Aachen",
        "higan": "National Astronomical Observatory of Japan (NAOJ)",
    },
    usages=(
        Usage("thailand"),
        Usage("sri-lanka"),
        Usage("india"),
        Usage("singapore"),
        Usage("vietnam"),
        Usage("china"),
        Usage("korea"),
        Usage("japan-july"),
        Usage("tsurphu"),
    ),
    first_year=1900,
    last_year=2100,
    festivals=noted(FESTIVALS, phrase("note-poya"), NOTES),
)
