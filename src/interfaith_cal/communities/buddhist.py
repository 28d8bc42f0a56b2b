"""Buddhist festivals as kept in Germany by the traditions that live here: Theravada, East Asian, Tibetan.

Vesakh is the first full moon of May on its German date, as the Buddhist Union (DBU) keeps it with all traditions. The Thai
days follow the official list of years, the Poyas the Moon at Colombo, Tet and Vu Lan the Vietnamese clock, Losar and the
great days the Phugpa almanac. Each country's own way is a usage.
"""

from __future__ import annotations

from interfaith_cal.model import Community, Usage
from interfaith_cal.phrase import phrase
from interfaith_cal.rules.civil import APRIL, AUGUST, DECEMBER, FEBRUARY, JULY, MAY, gregorian
from interfaith_cal.rules.declare import MAJOR, MIDNIGHT, commemoration, feast, season
from interfaith_cal.rules.lunisolar import CHINA, KOREA, VIETNAM, lunisolar
from interfaith_cal.rules.moons import adhi_poya, first_full_moon_in, full_moon_nearest, higan, poya
from interfaith_cal.rules.panchang import (
    ASHADHA,
    ASHVINA,
    BHADRAPADA,
    BRIGHT,
    CHAITRA,
    CIVIL_DAY,
    COLOMBO,
    JYESHTHA,
    KARTIKA,
    LAST,
    MAGHA,
    MARGASHIRSHA,
    MESHA,
    PAUSHA,
    PHALGUNA,
    SHRAVANA,
    UDAYA,
    VAISHAKHA,
    WESTERN,
    sankranti,
    tithi,
)
from interfaith_cal.rules.skybound import noted
from interfaith_cal.rules.thai import thai_full_moon
from interfaith_cal.rules.tibetan import tibetan, tibetan_month

THAI_MAGHA, THAI_VISAKHA, THAI_ASALHA, THAI_PAVARANA, LOY_KRATHONG = (thai_full_moon(n) for n in (3, 6, 8, 11, 12))

LOCAL, THAI, LANKAN = phrase("note-buddhist"), phrase("note-thai"), phrase("note-poya")
EAST_ASIAN, TIBETAN = phrase("note-lunisolar"), phrase("note-tibetan")

FESTIVALS = (
    feast("vesak", {"": first_full_moon_in(MAY), "thailand": THAI_VISAKHA, "sri-lanka": poya(VAISHAKHA), "india": tithi(VAISHAKHA, BRIGHT, 15, at=UDAYA, tie=LAST, era=WESTERN), "singapore": lunisolar(CHINA, 4, 15), "vietnam": lunisolar(VIETNAM, 4, 15)}, rank=MAJOR, note=phrase("note-vesak")),
    feast("hanamatsuri", gregorian(APRIL, 8), rank=MAJOR),
    commemoration("parinirvana", gregorian(FEBRUARY, 15)),
    feast("bodhi-day", {"": gregorian(DECEMBER, 8), "china": lunisolar(CHINA, 12, 8)}),
    feast("magha-puja", {"": full_moon_nearest(THAI_MAGHA), "thailand": THAI_MAGHA, "sri-lanka": poya(MAGHA)}, note=THAI),
    feast("asalha-puja", {"": full_moon_nearest(THAI_ASALHA), "thailand": THAI_ASALHA, "sri-lanka": poya(ASHADHA)}, note=THAI),
    season("vassa-begin", THAI_ASALHA.plus(+1), note=THAI),
    feast("vassa-end", {"": THAI_PAVARANA, "sri-lanka": poya(ASHVINA)}, note=THAI),
    season("kathina", THAI_PAVARANA.plus(+1).until(LOY_KRATHONG), note=phrase("note-kathina")),
    feast("theravada-new-year", {"": gregorian(APRIL, 13).lasting(3), "sri-lanka": sankranti(MESHA, CIVIL_DAY, place=COLOMBO, era=WESTERN)}),
    feast("losar", tibetan_month(1), days=3, rank=MAJOR, note=TIBETAN),
    feast("chotrul-duchen", tibetan(1, 15), note=TIBETAN),
    season("saga-dawa-month", tibetan_month(4).until(tibetan(4, 30)), note=TIBETAN),
    feast("saga-dawa-duchen", tibetan(4, 15), rank=MAJOR, note=TIBETAN),
    feast("zamling-chisang", tibetan(5, 15), note=TIBETAN),
    feast("chokhor-duchen", tibetan(6, 4), note=TIBETAN),
    feast("lhabab-duchen", tibetan(9, 22), note=TIBETAN),
    feast("ganden-ngamchoe", tibetan(10, 25), note=TIBETAN),
    feast("dalai-lama-birthday", gregorian(JULY, 6).since(1935)),
    feast("buddha-birthday-lunar", {"": lunisolar(CHINA, 4, 8), "korea": lunisolar(KOREA, 4, 8)}, note=EAST_ASIAN),
    feast("lunar-new-year", {"": lunisolar(VIETNAM, 1, 1), "china": lunisolar(CHINA, 1, 1), "korea": lunisolar(KOREA, 1, 1)}, days=3, rank=MAJOR, note=EAST_ASIAN),
    commemoration("vu-lan", {"": lunisolar(VIETNAM, 7, 15), "china": lunisolar(CHINA, 7, 15)}, rank=MAJOR, note=EAST_ASIAN),
    commemoration("obon", {"": gregorian(AUGUST, 13), "japan-july": gregorian(JULY, 13)}, days=3),
    season("higan", higan()),
    feast("poya-bak", poya(CHAITRA), note=LANKAN),
    feast("poya-poson", poya(JYESHTHA), note=LANKAN),
    feast("poya-esala", poya(ASHADHA), note=LANKAN),
    feast("poya-nikini", poya(SHRAVANA), note=LANKAN),
    feast("poya-binara", poya(BHADRAPADA), note=LANKAN),
    feast("poya-vap", poya(ASHVINA), note=LANKAN),
    feast("poya-il", poya(KARTIKA), note=LANKAN),
    feast("poya-unduvap", poya(MARGASHIRSHA), note=LANKAN),
    feast("poya-duruthu", poya(PAUSHA), note=LANKAN),
    feast("poya-nawam", poya(MAGHA), note=LANKAN),
    feast("poya-medin", poya(PHALGUNA), note=LANKAN),
    feast("poya-adhi", adhi_poya(), note=LANKAN),
)  # fmt: skip

BUDDHIST = Community(
    "buddhist",
    begins=MIDNIGHT,
    source="German Buddhist Union (DBU) and printed calendars; official lists of Thailand, Sri Lanka and Singapore; S. Janson, Tibetan calendar mathematics",
    usages=(
        Usage("thailand"),
        Usage("sri-lanka"),
        Usage("india"),
        Usage("singapore"),
        Usage("vietnam"),
        Usage("china"),
        Usage("korea"),
        Usage("japan-july"),
    ),
    first_year=1900,
    last_year=2100,
    festivals=noted(LOCAL, FESTIVALS),
)
