"""Jewish festivals as kept in the diaspora. Days begin at sunset of the evening before, the minor fasts at dawn.

The calendar is arithmetic: nothing is announced or sighted. A fast that meets the Sabbath is moved; only Yom Kippur is
kept on it. Second festival days are kept, and Simchat Torah is a day of its own.
"""

from __future__ import annotations

from interfaith_cal.model import FRIDAY, MONDAY, SATURDAY, SUNDAY, Community
from interfaith_cal.reckoning.hebrew import CALENDAR
from interfaith_cal.rules.called import called
from interfaith_cal.rules.declare import DAWN, EVE, MAJOR, commemoration, fast, feast
from interfaith_cal.rules.hebrew import (
    ADAR,
    ADAR_I,
    AV,
    IYYAR,
    KISLEV,
    NISAN,
    SHEVAT,
    SIVAN,
    TAMMUZ,
    TEVET,
    TISHRI,
    hebrew,
)

# Neither day is to begin as a Sabbath ends: the Sunday rule dates from 5757, the Monday rule from 5764.
YOM_HASHOAH = hebrew(NISAN, 27).moved(FRIDAY, by=-1).moved(SUNDAY, by=+1, since=5757).since(5711)
YOM_HAATZMAUT = (
    hebrew(IYYAR, 5)
    .moved(FRIDAY, by=-1)
    .moved(SATURDAY, by=-2)
    .moved(MONDAY, by=+1, since=5764)
    .since(5709)
)  # fmt: skip

JEWISH = Community(
    "jewish",
    begins=EVE,
    calendar=CALENDAR,
    source="Maimonides, Hilkhot Kiddush ha-Hodesh 6-10 (fixed calendar); Shulhan Arukh, Orah Hayim",
    sources={
        "yom-hashoah": "State of Israel, Martyrs' and Heroes' Remembrance Day Law 5719-1959, as amended",
        "yom-hazikaron": "State of Israel, Remembrance Day Law 5723-1963, as amended",
        "yom-haatzmaut": "State of Israel, Independence Day Law 5709-1949, as amended",
        "yom-yerushalayim": "State of Israel, Jerusalem Day Law 5758-1998",
    },
    festivals=(
        feast("rosh-hashanah", hebrew(TISHRI, 1), days=2, rank=MAJOR),
        fast("fast-of-gedaliah", hebrew(TISHRI, 3).moved(SATURDAY, by=+1), begins=DAWN),
        fast("yom-kippur", hebrew(TISHRI, 10), rank=MAJOR),
        feast("sukkot", hebrew(TISHRI, 15), days=7, rank=MAJOR),
        feast("hoshana-rabbah", hebrew(TISHRI, 21)),
        feast("shemini-atzeret", hebrew(TISHRI, 22), rank=MAJOR),
        feast("simchat-torah", hebrew(TISHRI, 23), rank=MAJOR),
        feast("hanukkah", hebrew(KISLEV, 25), days=8, rank=MAJOR),
        fast("tenth-of-tevet", hebrew(TEVET, 10), begins=DAWN),
        feast("tu-bishvat", hebrew(SHEVAT, 15)),
        fast("fast-of-esther", hebrew(ADAR, 13).moved(SATURDAY, by=-2), begins=DAWN),
        feast("purim", hebrew(ADAR, 14), rank=MAJOR),
        feast("purim-katan", hebrew(ADAR_I, 14)),
        feast("shushan-purim", hebrew(ADAR, 15)),
        fast("fast-of-the-firstborn", hebrew(NISAN, 14).moved(SATURDAY, by=-2), begins=DAWN),
        feast("pesach", hebrew(NISAN, 15), days=8, rank=MAJOR),
        commemoration("yom-hashoah", YOM_HASHOAH),
        commemoration("yom-hazikaron", called(YOM_HAATZMAUT, "yom-haatzmaut").plus(-1)),
        feast("yom-haatzmaut", YOM_HAATZMAUT),
        feast("pesach-sheni", hebrew(IYYAR, 14)),
        feast("lag-baomer", hebrew(IYYAR, 18)),
        feast("yom-yerushalayim", hebrew(IYYAR, 28).since(5728)),
        feast("shavuot", hebrew(SIVAN, 6), days=2, rank=MAJOR),
        fast("seventeenth-of-tammuz", hebrew(TAMMUZ, 17).moved(SATURDAY, by=+1), begins=DAWN),
        fast("tisha-bav", hebrew(AV, 9).moved(SATURDAY, by=+1), rank=MAJOR),
        feast("tu-bav", hebrew(AV, 15)),
    ),
)
