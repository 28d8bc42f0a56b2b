"""What the rules of each calendar give and say of themselves, and what they say decided; also where there is no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaith_cal.model import WEDNESDAY, Certainty, Rule
from interfaith_cal.model.derived import NEVER
from interfaith_cal.reckoning.hijri import DIYANET, METHODS
from interfaith_cal.religions.hindu import HINDU
from interfaith_cal.rules.badi import AYYAM_I_HA, JALAL, BadiMonth, after_eighth_new_moon, badi, naw_ruz
from interfaith_cal.rules.civil import MAY, gregorian
from interfaith_cal.rules.coptic import KIAHK, LITTLE_MONTH, CopticMonth, after_leap_year, coptic
from interfaith_cal.rules.hebrew import ADAR, ADAR_I, NISAN, HebrewMonth, hebrew
from interfaith_cal.rules.hijri import (
    RAMADAN,
    SHAWWAL,
    HijriMonth,
    by_each_method,
    evening_before,
    hijri,
    last_day_of,
    night_of,
)
from interfaith_cal.rules.lunisolar import CHINA, lunisolar
from interfaith_cal.rules.moons import adhi_poya, first_full_moon_in, full_moon_nearest, japanese_equinox
from interfaith_cal.rules.moons import poya as poya_of
from interfaith_cal.rules.nakshatra import PUSHYA, star
from interfaith_cal.rules.nanakshahi import CHET, VAISAKH, NanakshahiMonth, gurpurab, jantri, nanakshahi
from interfaith_cal.rules.panchang import APARAHNA, GHATI, UDAYA, WESTERN
from interfaith_cal.rules.pawukon import DUNGULAN, pawukon
from interfaith_cal.rules.sankranti import CIVIL_DAY, DHANUS, MESHA, sankranti
from interfaith_cal.rules.sankranti import THAI as THAI_MONTH
from interfaith_cal.rules.skybound import SkyRule, why
from interfaith_cal.rules.thai import thai_full_moon
from interfaith_cal.rules.tibetan import TSURPHU, tibetan, tibetan_month
from interfaith_cal.rules.tithi import (
    ASHVINA,
    BRIGHT,
    DARK,
    KARTIKA,
    PAUSHA,
    VAISHAKHA,
    LunarMonth,
    tithi,
    tithi_in_sign,
)
from interfaith_cal.words import texts

MAY_DAY = gregorian(MAY, 1)
POYA = "the civil day in Sri Lanka on which the full-moon tithi {} begins; if that is after 18:00, the next day"
THAI = "full-moon day of month 6 of the official Thai calendar"
ENTRY_IN_AMRITSAR = (
    "1 Vaisakh of the SGPC’s Jantri; its months open with the day from sunrise to sunrise in Amritsar "
    "that holds the Sun’s entry into a sign"
)


@pytest.mark.parametrize(
    ("rule", "year", "day", "words"),
    [
        (hebrew(NISAN, 15), 5787, date(2027, 4, 22), "15 Nisan"),
        (hebrew(ADAR, 14), 5787, date(2027, 3, 23), "14 Adar (Adar II in leap years)"),
        (hebrew(ADAR, 14), 5786, date(2026, 3, 3), "14 Adar (Adar II in leap years)"),
        (hebrew(ADAR_I, 14), 5787, date(2027, 2, 21), "14 Adar I"),
        (hebrew(ADAR_I, 14), 5786, None, "14 Adar I"),
        (coptic(KIAHK, 29), 1744, date(2028, 1, 8), "29 Kiahk"),
        (after_leap_year(coptic(KIAHK, 28)), 1740, date(2024, 1, 7), "after a Coptic leap year 28 Kiahk"),
        (after_leap_year(coptic(KIAHK, 28)), 1741, None, "after a Coptic leap year 28 Kiahk"),
        (hijri(SHAWWAL, 1), 1448, date(2027, 3, 9), "1 Shawwal"),
        (last_day_of(RAMADAN), 1448, date(2027, 3, 8), "the day before 1 Shawwal"),
        (night_of(RAMADAN, 27), 1448, date(2027, 3, 5), "the night before 27 Ramadan"),
        (badi(JALAL, 13), 184, date(2027, 4, 21), "13 Jalál"),
        (naw_ruz(), 184, date(2027, 3, 21), "the day from sunset to sunset in which the March equinox falls in Tehran "
         "(until 2014: 21 March)"),
        (after_eighth_new_moon(1), 184, date(2027, 10, 30),
         "the day after the day of the eighth new moon after Naw-Rúz (Tehran)"),
        (after_eighth_new_moon(2), 184, date(2027, 10, 31),
         "2 days after the day of the eighth new moon after Naw-Rúz (Tehran)"),
        (thai_full_moon(6), 2026, date(2026, 5, 31), THAI),
        (thai_full_moon(6), 2027, date(2027, 5, 20), THAI),
        (tibetan(4, 15), 2027, date(2027, 6, 18), "day 15 of the 4th month (Tibetan, Phugpa)"),
        (tibetan_month(1), 2027, date(2027, 2, 7), "day 1 of the 1st month (Tibetan, Phugpa)"),
        (lunisolar(CHINA, 4, 8), 2027, date(2027, 5, 13), "day 8 of the 4th month (Chinese calendar)"),
        (nanakshahi(VAISAKH, 1), 559, date(2027, 4, 14), "1 Vaisakh"),
        (jantri(VAISAKH, 1), 559, date(2027, 4, 14), ENTRY_IN_AMRITSAR),
        (gurpurab(KARTIKA, BRIGHT, 15), 559, date(2027, 11, 14), "Katik sudi 15, full moon (Purnima): the day on which "
         "the tithi is running at sunrise in Amritsar; of two such days the first counts; if there is none, the day of "
         "its beginning"),
        (first_full_moon_in(MAY), 2027, date(2027, 5, 20), "the first full moon from 1 May on, on its date in Berlin"),
        (full_moon_nearest(MAY_DAY), 2027, date(2027, 4, 21), "the full moon nearest to 1 May, on its date in Berlin"),
        (japanese_equinox(0), 2027, date(2027, 3, 21), "the March equinox, on its date at UTC+9"),
        (japanese_equinox(180), 2027, date(2027, 9, 23), "the September equinox, on its date at UTC+9"),
        (poya_of(VAISHAKHA), 2027, date(2027, 5, 19), POYA.format("(lunar day 15 of the bright half of Vaishakha)")),
        (poya_of(PAUSHA), 2027, date(2027, 1, 22), POYA.format("(lunar day 15 of the bright half of Pausha)")),
        (adhi_poya(), 2034, date(2034, 7, 1), POYA.format("of an extra month")),
        (adhi_poya(), 2026, None, POYA.format("of an extra month")),
        (adhi_poya(), 2027, None, POYA.format("of an extra month")),
        (pawukon(DUNGULAN, WEDNESDAY), 2027, date(2027, 1, 13),
         "Wednesday of the week of Dungulan in the Balinese Pawukon calendar, every 210 days"),
        (tibetan_month(1, TSURPHU), 2025, date(2025, 3, 1), "day 1 of the 1st month (Tibetan, Tsurphu)"),
        (tithi(ASHVINA, BRIGHT, 10, at=APARAHNA, least=GHATI), 1949, date(2027, 10, 9),
         "lunar day 10 of the bright half of Ashvina: the day on which the tithi is running for at least 24 minutes in "
         "the fourth fifth of the day (aparahna) in Delhi; of two such days the first counts; if there is none, the "
         "day of its beginning"),
        (tithi_in_sign(DHANUS, BRIGHT, 11, at=UDAYA), 1946, date(2025, 1, 10),
         "lunar day (tithi) 11 of a bright half while the Sun is in Dhanus: the day on which the tithi is running at "
         "sunrise in Delhi; of two such days the first counts; if there is none, the day of its beginning"),
        (star(PUSHYA, at=UDAYA, month=THAI_MONTH), 1949, date(2028, 2, 9),
         "the mansion Pushya (Poosam) in the solar month of Thai, the second of two (the month opens with the Sun’s "
         "entry into Makara: the civil day of the entry, if before its sunset, else the next): the day on which the "
         "Moon is there at sunrise in Delhi; of two such days the first counts; if there is none, the day of its "
         "beginning"),
        (sankranti(MESHA, CIVIL_DAY), 1949, date(2027, 4, 14),
         "the Sun’s entry into Mesha in Delhi: the civil day of the entry"),
        (sankranti(MESHA, CIVIL_DAY, later=60), 1949, date(2027, 4, 14),
         "the Sun’s entry into Mesha in Delhi, reckoned 60 minutes later by the Vakya almanac: the civil day "
         "of the entry"),
    ],
)  # fmt: skip
def test_a_rule_falls_on_the_day_that_it_names(rule: Rule, year: int, day: date | None, words: str) -> None:
    assert (rule.day(year), texts.say(rule.sentence(), "en")) == (day, words)


@pytest.mark.parametrize(
    ("rule", "year", "words"),
    [
        (first_full_moon_in(MAY), 2027, "the full moon is on 20 May, 12:59 in Berlin"),
        (full_moon_nearest(MAY_DAY), 2027, "the full moon is on 21 April, 00:27 in Berlin"),
        (poya_of(VAISHAKHA), 2027, "the full-moon tithi begins on 19 May, 16:03 in Sri Lanka"),
        (adhi_poya(), 2034, "the full-moon tithi begins on 30 June, 22:05 in Sri Lanka"),
        (star(PUSHYA, at=UDAYA, month=THAI_MONTH), 1949, "the Moon’s stay in the star runs from 9 February, 06:50 to "
         "10 February, 04:03; what counts is how it stands at sunrise on 9 February (07:04, Delhi)"),
        (jantri(CHET, 1), 559, "the Sun’s entry that opens the month is on 15 March, 07:00 in Amritsar"),
        (jantri(VAISAKH, 1), 559, "the Sun’s entry that opens the month is on 14 April, 15:28 in Amritsar"),
        (sankranti(MESHA, CIVIL_DAY), 1949,
         "the Sun enters Mesha on 14 April, 15:28 in Delhi; what counts is the civil day of the entry"),
        (sankranti(MESHA, CIVIL_DAY, later=60), 1949, "the Sun’s entry into Mesha, reckoned 60 minutes later, is on "
         "14 April, 16:28 in Delhi; what counts is the civil day of the entry"),
    ],
)  # fmt: skip
def test_what_decided_is_said_with_its_time(rule: Rule, year: int, words: str) -> None:
    assert said(why(rule, year)) == words


@pytest.mark.parametrize("rule", [japanese_equinox(0), full_moon_nearest(NEVER), adhi_poya()])
def test_where_no_instant_can_be_named_the_reason_is_the_rule(rule: Rule) -> None:
    assert why(rule, 2027) == rule.sentence()


def test_a_full_moon_near_a_day_that_is_not_is_not() -> None:
    rule = full_moon_nearest(MAY_DAY.since(2028))
    assert rule.day(2027) is None
    assert rule.day(2028) is not None
    assert list(rule.occurrences(date(2027, 1, 1), date(2027, 12, 31))) == []
    assert rule.remarks(2027) == ()


@given(year=st.integers(1900, 2099))
@pytest.mark.parametrize(
    "rule",
    [
        first_full_moon_in(MAY), full_moon_nearest(MAY_DAY), japanese_equinox(0),
        poya_of(VAISHAKHA), sankranti(MESHA, CIVIL_DAY, era=WESTERN), jantri(VAISAKH, 1),
    ],
)  # fmt: skip
def test_had_the_instant_come_a_day_later_so_had_the_day(rule: SkyRule, year: int) -> None:
    year = rule.year_of(date(year, 12, 1))
    day = rule.day(year)
    assert day is not None
    assert (rule.decide(year, -1.0), rule.decide(year, 1.0)) == (day - timedelta(1), day + timedelta(1))


@pytest.mark.parametrize(
    "months",
    [
        [tibetan(month, 15) for month in range(1, 13)],
        [lunisolar(CHINA, month, 20) for month in range(1, 13)],
        [nanakshahi(month, 20) for month in NanakshahiMonth],
        [jantri(month, 20) for month in NanakshahiMonth],
        [gurpurab(month, DARK, 10) for month in LunarMonth],
        [poya_of(month) for month in LunarMonth],
        [thai_full_moon(month) for month in range(1, 13)],
        [badi(month, 10) for month in BadiMonth if month is not AYYAM_I_HA],
        [coptic(month, 20) for month in CopticMonth if month is not LITTLE_MONTH],
        [hebrew(month, 20) for month in HebrewMonth],
        [hijri(month, 20) for month in HijriMonth],
    ],
    ids=lambda months: type(months[0]).__name__,
)
def test_no_month_is_overlooked_when_single_civil_years_are_asked(months: list[Rule]) -> None:
    """Whatever the month, a rule's own years are all found, each in the civil year of its day."""
    for rule in months:
        opening = rule.year_of(date(2000, 1, 1))
        days = [day for year in range(opening - 2, opening + 34) if (day := rule.day(year)) and 2000 <= day.year < 2030]
        singly = [
            found.first
            for year in range(2000, 2030)
            for found in rule.occurrences(date(year, 1, 1), date(year, 12, 31))
        ]
        assert singly == days


# What is said of a day that a rule does not take: the day, and why.
@pytest.mark.parametrize(
    ("slug", "year", "day", "words"),
    [
        ("dussehra", 1940, date(2018, 10, 18), "the tithi runs for only 2 minutes in the fourth fifth of the day "
         "(aparahna) at Delhi; 24 are needed"),
        ("janmashtami", 1924, date(2002, 8, 30), "the tithi begins only after sunrise at Delhi (30 August, 19:15; "
         "needed 05:57)"),
        ("raksha-bandhan", 1923, date(2001, 8, 3), "the tithi begins only after sunrise at Delhi (3 August, 09:08; "
         "needed 05:43–08:25)"),
        ("raksha-bandhan", 1923, date(2001, 8, 5), "the tithi ends before the end of the third muhurta after sunrise "
         "at Delhi (4 August, 11:25; needed 05:44–08:25)"),
        ("raksha-bandhan", 1926, date(2004, 8, 30), "the tithi ends before the end of the third muhurta after sunrise "
         "at Delhi (30 August, 07:52; needed 05:58–08:31)"),
        ("raksha-bandhan", 1984, date(2062, 8, 19), "the tithi begins only after sunrise at Delhi (19 August, 07:26; "
         "needed 05:52–08:29)"),
        ("maha-navami", 1923, date(2001, 10, 24), "the tithi begins only after aparahna at Delhi (24 October, 21:34; "
         "needed 13:12–15:27)"),
        ("diwali", 1946, date(2024, 11, 1), "the tithi is running in the first fifth of the night (pradosha) at Delhi "
         "on 1 November too, but of two such days the one counts on which the tithi runs for a larger part of that "
         "time"),
        ("vaikunta-ekadashi", 1945, date(2023, 12, 24), "the tithi ends before sunrise at Chennai (23 December, 07:12; "
         "needed 06:27)"),
    ],
)  # fmt: skip
def test_why_a_rule_does_not_take_a_day(slug: str, year: int, day: date, words: str) -> None:
    (rule,) = (way for usage, way in HINDU.festival(slug).ways if usage == "")
    assert said(why(rule, year, day)) == words


def said(reason: object) -> str:
    assert reason is not None
    return texts.say(reason, "en")  # type: ignore[arg-type]


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_an_evening_belongs_to_the_day_that_it_opens(day: date) -> None:
    evenings = evening_before(hijri(RAMADAN, 1)).calendar
    assert evenings is not None
    assert evenings.from_date(day) == DIYANET.from_date(day + timedelta(1))
    assert evenings.to_date(*evenings.from_date(day)) == day


def test_a_civil_day_has_an_evening_before_but_no_calendar_of_its_own() -> None:
    assert evening_before(MAY_DAY).day(2027) == date(2027, 4, 30)
    assert evening_before(MAY_DAY).calendar is None
    assert evening_before(NEVER).day(2027) is None


def test_an_islamic_day_of_which_nobody_decides_has_nothing_to_remark() -> None:
    assert hijri(SHAWWAL, 1).remarks(1448) == ()
    assert [remark.key for remark in by_each_method(hijri(SHAWWAL, 1))["diyanet"].remarks(1448)] == [
        "decided-by-diyanet"
    ]


def test_a_civil_day_within_a_rule_is_the_same_by_every_method() -> None:
    ways = by_each_method(hijri(RAMADAN, 1).until(MAY_DAY))
    for method in METHODS:
        assert ways[method.usage].span(1443) == (method.month_start(1443, RAMADAN), date(2022, 5, 1))


def test_the_calendar_of_a_jantri_day_knows_no_other_month() -> None:
    rule = jantri(CHET, 1)
    assert rule.certainty is Certainty.COMPUTED
    assert rule.calendar is not None
    assert rule.calendar.to_date(559, CHET, 3) == date(2027, 3, 17)
    with pytest.raises(ValueError, match="the nanakshahi year 559 has no day 1 in month 2 that is known here"):
        rule.calendar.to_date(559, VAISAKH, 1)
