"""Days in the background: public holidays as the Länder's laws name them, school holidays from calendar files."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from interfaith_cal import background
from interfaith_cal.background import BackgroundKind
from interfaith_cal.errors import DataFileError, MissingExtraError, UnknownNameError, YearRangeError
from interfaith_cal.ground.places import country

NATIONWIDE_2027 = (
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-17", "2027-10-03", "2027-12-25",
    "2027-12-26",
)  # fmt: skip
# Beyond the nine of all Germany, as the table of laws in the rules has it (days and the Länder that keep them).
BEYOND = {
    "2027-01-06": {"BW", "BY", "ST"},
    "2027-05-27": {"BW", "BY", "HE", "NW", "RP", "SL"},
    "2027-10-31": {"BB", "MV", "SN", "ST", "TH", "HB", "HH", "NI", "SH"},
    "2027-11-01": {"BW", "BY", "NW", "RP", "SL"},
    "2027-11-17": {"SN"},
}


def days_of(land: str, year: int) -> set[str]:
    kept = background.public_holidays(land, date(year, 1, 1), date(year, 12, 31), "de")
    return {days.first_day.isoformat() for days in kept}


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "ferien.ics"
    path.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20271004\r\nDTEND;VALUE=DATE:20271017\r\n"
        "SUMMARY:Herbstferien\\, NRW\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270322\r\nDTEND;VALUE=DATE:20270404\r\n"
        "SUMMARY:Osterferien\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
        encoding="utf-8",
    )
    return path


def test_nrw_keeps_the_days_that_its_law_names() -> None:
    assert days_of("NW", 2027) == {*NATIONWIDE_2027, "2027-05-27", "2027-11-01"}


def test_reformation_day_was_a_holiday_everywhere_once() -> None:
    assert "2017-10-31" in days_of("NW", 2017)
    assert {"2016-10-31", "2018-10-31"}.isdisjoint(days_of("NW", 2016) | days_of("NW", 2018))


def test_without_a_land_only_the_days_of_all_germany() -> None:
    assert days_of("", 2027) == set(NATIONWIDE_2027)


@pytest.mark.parametrize("day", BEYOND)
def test_the_lander_differ_as_the_table_of_laws_says(day: str) -> None:
    assert {land for land in country().regions if day in days_of(land, 2027)} == BEYOND[day]


def test_public_holidays_are_named_in_the_language_and_lie_in_the_span() -> None:
    span = date(2027, 5, 2), date(2027, 5, 27)
    german, english = (background.public_holidays("NW", *span, lang) for lang in ("de", "en"))
    assert [days.name for days in german] == ["Christi Himmelfahrt", "Pfingstmontag", "Fronleichnam"]
    assert english[0].name == "Ascension Day"
    assert {days.kind for days in german} == {BackgroundKind.PUBLIC_HOLIDAY}


def test_a_land_or_a_year_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="there is no Land 'NRX'; known are: BB, "):
        background.public_holidays("NRX", date(2027, 1, 1), date(2027, 1, 1), "de")
    with pytest.raises(YearRangeError, match="holidays of 1970 are not known; those of 1991 to 2100 are"):
        background.public_holidays("NW", date(1970, 1, 1), date(1970, 1, 1), "de")


def test_without_the_package_one_sentence_has_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert background.missing_package()
    with pytest.raises(MissingExtraError, match=r"pip install 'interfaith-cal\[holidays\]'"):
        background.public_holidays("NW", date(2027, 1, 1), date(2027, 1, 1), "de")


def test_school_holidays_end_on_the_day_before_the_end_of_the_event(calendar: Path) -> None:
    easter, autumn = background.calendar_days([calendar], date(2027, 1, 1), date(2027, 12, 31))
    assert (easter.name, easter.first_day, easter.last_day) == ("Osterferien", date(2027, 3, 22), date(2027, 4, 3))
    assert (autumn.name, autumn.kind) == ("Herbstferien, NRW", BackgroundKind.SCHOOL_HOLIDAYS)
    assert background.calendar_days([calendar], date(2027, 4, 3), date(2027, 4, 3)) == [easter]
    assert background.calendar_days([calendar], date(2027, 4, 4), date(2027, 10, 3)) == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("no calendar", "is not a calendar"),
        ("", "is not a calendar"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ferien\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", r"event 1 \(Ferien\)"),
    ],
)
def test_a_broken_calendar_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "ferien.ics"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"ferien\.ics: {complaint}"):
        background.calendar_days([path], date(2027, 1, 1), date(2027, 12, 31))


def test_a_missing_calendar_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"ferien\.ics: cannot be read \(No such file"):
        background.calendar_days([tmp_path / "ferien.ics"], date(2027, 1, 1), date(2027, 12, 31))


def test_school_holidays_of_a_land_are_those_that_its_minister_names() -> None:
    """NRW, school year 2027, as the ministry publishes them; Christmas holidays are one, over two years."""
    found = background.school_holidays("NW", date(2027, 3, 1), date(2027, 12, 31), "de")
    assert [(days.first_day.isoformat(), days.last_day.isoformat()) for days in found] == [
        ("2027-03-22", "2027-04-03"),
        ("2027-05-18", "2027-05-18"),
        ("2027-07-19", "2027-08-31"),
        ("2027-10-23", "2027-11-06"),
        ("2027-12-24", "2028-01-08"),
    ]


@pytest.mark.parametrize("land", country().regions)
def test_every_land_has_school_holidays_in_every_school_year_to_2029(land: str) -> None:
    for year in range(2025, 2029):
        span = date(year, 8, 1), date(year + 1, 7, 28)
        assert sum((d.last_day - d.first_day).days + 1 for d in background.school_holidays(land, *span, "de")) >= 40


def test_school_holidays_that_nobody_has_agreed_on_are_said_to_be_missing() -> None:
    with pytest.raises(YearRangeError, match=r"of NW are known from 2010-01-01 to 2029-\d\d-\d\d; for other days name"):
        background.school_holidays("NW", date(2031, 1, 1), date(2031, 1, 2), "de")
    said: list[str] = []
    days = background.of_land(country(), "NW", [], "de", said.append)
    assert {d.kind for d in days(date(2031, 1, 1), date(2031, 12, 31))} == {BackgroundKind.PUBLIC_HOLIDAY}
    assert days(date(2031, 1, 1), date(2031, 12, 31))
    assert len(said) == 1
    assert said[0].startswith("some school holidays are not considered")


def test_calendars_take_the_place_of_what_is_known(calendar: Path) -> None:
    days = background.of_land(country(), "NW", [calendar], "de", print)(date(2027, 1, 1), date(2027, 12, 31))
    school = [d.name for d in days if d.kind is BackgroundKind.SCHOOL_HOLIDAYS]
    assert school == ["Osterferien", "Herbstferien, NRW"]


@pytest.mark.parametrize("code, region, day, names", [
    ("AT", "", date(2027, 10, 26), ["Nationalfeiertag"]),
    ("AT", "w", date(2027, 10, 26), ["Nationalfeiertag"]),
    ("CH", "", date(2027, 8, 1), ["Nationalfeiertag"]),
    ("CH", "zh", date(2027, 5, 1), ["Tag der Arbeit"]),
    ("CH", "", date(2027, 5, 1), []),
])  # fmt: skip
def test_public_holidays_are_those_of_the_country(code: str, region: str, day: date, names: list[str]) -> None:
    assert [days.name for days in background.public_holidays(region, day, day, "de", country(code))] == names
