"""Bahá'í holy days, the Nineteen Day Feasts and the Fast.

Days begin at sunset of the evening before, fasting at sunrise.
Until 2014 the communities of the West counted from 21 March: two holy days then had another Badí' date, and the births
of the Báb and of Bahá'u'lláh stood on 20 October and 12 November.
"""

from __future__ import annotations

from interfaith_cal.model import Community
from interfaith_cal.reckoning.badi import CALENDAR
from interfaith_cal.rules.badi import (
    ALA,
    ASMA,
    AYYAM_I_HA,
    AZAMAT,
    BAHA,
    COMMON,
    ILM,
    IZZAT,
    JALAL,
    JAMAL,
    KALIMAT,
    KAMAL,
    MASAIL,
    MASHIYYAT,
    MULK,
    NUR,
    QAWL,
    QUDRAT,
    RAHMAT,
    SHARAF,
    SULTAN,
    after_eighth_new_moon,
    badi,
    naw_ruz,
)
from interfaith_cal.rules.declare import EVE, MAJOR, SUNRISE, commemoration, fast, feast, season

DECLARATION = badi(AZAMAT, 8).since(COMMON).otherwise(badi(AZAMAT, 7))
MARTYRDOM = badi(RAHMAT, 17).since(COMMON).otherwise(badi(RAHMAT, 16))
BIRTH_OF_THE_BAB = after_eighth_new_moon(+1).since(COMMON).otherwise(badi(ILM, 5))
BIRTH_OF_BAHAULLAH = after_eighth_new_moon(+2).since(COMMON).otherwise(badi(QUDRAT, 9))

BAHAI = Community(
    "bahai",
    begins=EVE,
    calendar=CALENDAR,
    source="Universal House of Justice 2014-07-10; Bahá'í World Centre, Bahá'í Dates 172-221 B.E.",
    first_year=1900,
    last_year=2100,
    festivals=(
        feast("naw-ruz", naw_ruz(), rank=MAJOR),
        season("ridvan", badi(JALAL, 13), days=12, rank=MAJOR),
        feast("ridvan-1", badi(JALAL, 13), rank=MAJOR),
        feast("ridvan-9", badi(JAMAL, 2), rank=MAJOR),
        feast("ridvan-12", badi(JAMAL, 5), rank=MAJOR),
        feast("declaration-of-the-bab", DECLARATION, rank=MAJOR),
        commemoration("ascension-of-bahaullah", badi(AZAMAT, 13), rank=MAJOR),
        commemoration("martyrdom-of-the-bab", MARTYRDOM, rank=MAJOR),
        feast("birth-of-the-bab", BIRTH_OF_THE_BAB, rank=MAJOR),
        feast("birth-of-bahaullah", BIRTH_OF_BAHAULLAH, rank=MAJOR),
        feast("day-of-the-covenant", badi(QAWL, 4)),
        commemoration("ascension-of-abdulbaha", badi(QAWL, 6)),
        season("ayyam-i-ha", badi(AYYAM_I_HA, 1).until(badi(ALA, 1).plus(-1))),
        fast("nineteen-day-fast", badi(ALA, 1), days=19, rank=MAJOR, begins=SUNRISE),
        feast("feast-01", badi(BAHA, 1)),
        feast("feast-02", badi(JALAL, 1)),
        feast("feast-03", badi(JAMAL, 1)),
        feast("feast-04", badi(AZAMAT, 1)),
        feast("feast-05", badi(NUR, 1)),
        feast("feast-06", badi(RAHMAT, 1)),
        feast("feast-07", badi(KALIMAT, 1)),
        feast("feast-08", badi(KAMAL, 1)),
        feast("feast-09", badi(ASMA, 1)),
        feast("feast-10", badi(IZZAT, 1)),
        feast("feast-11", badi(MASHIYYAT, 1)),
        feast("feast-12", badi(ILM, 1)),
        feast("feast-13", badi(QUDRAT, 1)),
        feast("feast-14", badi(QAWL, 1)),
        feast("feast-15", badi(MASAIL, 1)),
        feast("feast-16", badi(SHARAF, 1)),
        feast("feast-17", badi(SULTAN, 1)),
        feast("feast-18", badi(MULK, 1)),
        feast("feast-19", badi(ALA, 1)),
    ),
)
