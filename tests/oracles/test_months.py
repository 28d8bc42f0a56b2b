"""The months of Saudi Arabia, China and Korea, against tables and libraries that know nothing of ours."""

from __future__ import annotations

from datetime import date, timedelta

from korean_lunar_calendar import KoreanLunarCalendar
from lunar_python import LunarYear, Solar

from interfaith_cal.reckoning.hijri import UMM_AL_QURA
from interfaith_cal.reckoning.lunisolar import CHINA, KOREA
from tests.oracles.asking import ask

LEAP = 12

# The new moon fell so near to midnight that another clock, or another estimate of the Earth's turning, chose otherwise.
CHINA_OTHERWISE = {
    date(1914, 11, 17): "lunar_python reckons by the clock of 120° east, China then kept Beijing's local time",
    date(1916, 2, 3): "lunar_python reckons by the clock of 120° east, China then kept Beijing's local time",
    date(1920, 11, 10): "lunar_python reckons by the clock of 120° east, China then kept Beijing's local time",
    date(
        2097, 8, 7
    ): "the new moon comes about a minute after midnight in Beijing: our observance says that it is close",
}


def test_umm_al_qura_agrees_with_a_table_of_another_hand_from_1402_to_1500() -> None:
    for first, year, month in ask("umalqura.mjs", 1402, 1500):
        assert UMM_AL_QURA.month_start(year, month) == date.fromisoformat(first), (year, month)


def test_before_1402_the_tables_of_umm_al_qura_stay_within_two_days() -> None:
    """Hijridate has these years from the dates of newspapers, the other table by reckoning backwards."""
    for first, year, month in ask("umalqura.mjs", 1343, 1401):
        assert abs(UMM_AL_QURA.month_start(year, month) - date.fromisoformat(first)) <= timedelta(2), (year, month)


def test_china_opens_its_months_with_lunar_python_but_for_those_explained() -> None:
    differing = []
    for year in range(1900, 2101):
        for month in LunarYear.fromYear(year).getMonthsInYear():
            solar = Solar.fromJulianDay(month.getFirstJulianDay())
            first = date(solar.getYear(), solar.getMonth(), solar.getDay())
            number = month.getMonth() if month.getMonth() > 0 else LEAP - month.getMonth()
            # The ephemeris answers until 2100, and a year needs the winter solstice after it.
            if date(1900, 3, 1) <= first <= date(2100, 11, 30) and CHINA.from_date(first) != (
                month.getYear(),
                number,
                1,
            ):
                differing.append(first)
    assert sorted(set(differing)) == sorted(CHINA_OTHERWISE)


def test_korea_opens_its_months_with_korean_lunar_calendar_since_1912() -> None:
    """Before 1912 Korea kept other clocks; the table of that library ends with 2050."""
    theirs = KoreanLunarCalendar()
    day, end = KOREA.to_date(1912, 1, 1), date(2050, 11, 1)
    while day < end:
        own = KOREA.from_date(day)
        theirs.setSolarDate(day.year, day.month, day.day)
        assert (theirs.lunarYear, theirs.lunarMonth + LEAP * theirs.isIntercalation, theirs.lunarDay) == own, day
        day = KOREA.opening(KOREA.lunation(*own[:2]) + 1)
