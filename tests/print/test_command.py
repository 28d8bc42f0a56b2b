"""`interfaith-cal print` at the command line: what it writes, and one sentence for everything that it cannot do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.print.conftest import Say, text_of

EDITION = """
title = { de = "Kölner Kalender", en = "Cologne Calendar" }
publisher = { de = "Stadt Köln", en = "City of Cologne" }
languages = ["de", "en"]
communities = ["islamic", "jewish"]
rank = "major"
school_holidays = ["ferien.ics"]

[[day]]
id = "abraham"
date = 2027-09-19
name = { de = "Abrahamsfest", en = "Feast of Abraham" }
text = { de = "Drei Gemeinden laden ein. Um 15 Uhr.", en = "Three communities invite. At 3 pm." }
"""
HOLIDAYS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART;VALUE=DATE:20270322\r\nDTEND;VALUE=DATE:20270404\r\nSUMMARY:Osterferien\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def own_edition(folder: Path, text: str = EDITION) -> str:
    (folder / "ferien.ics").write_bytes(HOLIDAYS.encode())
    (folder / "koeln.toml").write_text(text, encoding="utf-8")
    return str(folder / "koeln.toml")


def test_a_poster_with_own_days_and_school_holidays(say: Say, tmp_path: Path) -> None:
    said = say("poster", "2027", "--edition", own_edition(tmp_path), "--paper", "a2", "-o", "k.pdf")
    assert said.status == 0
    progress = said.err.splitlines()
    assert progress[0].startswith("poster 2027 (de, A2 landscape): ")
    assert progress[1].startswith("k.pdf: ")
    text = text_of((tmp_path / "k.pdf").read_bytes())
    assert text.startswith("Kölner Kalender 2027")
    assert "19 So ▪ Abrahamsfest" in text
    assert "Drei Gemeinden laden ein." in text
    assert "Um 15 Uhr" not in text
    assert "Schulferien" in text
    assert "Stadt Köln Stand: 28. November 2026" in text


@pytest.mark.parametrize("work, row", [
    ("table", "Sa 18.09.2027 So 19.09.2027 ▪ Stadt Köln Abrahamsfest mit dem Tag feststehend"),
    ("booklet", "18 Samstag ▪ Abrahamsfest bis 19. September Drei Gemeinden laden ein. Um 15 Uhr."),
])  # fmt: skip
def test_own_days_stand_among_the_others(say: Say, tmp_path: Path, work: str, row: str) -> None:
    edition = own_edition(tmp_path, EDITION.replace("date = 2027-09-19", "date = 2027-09-18\nuntil = 2027-09-19"))
    assert say(work, "2027", "--edition", edition, "-o", "k.pdf").status == 0
    assert row in text_of((tmp_path / "k.pdf").read_bytes())


def test_the_day_of_the_edition(say: Say, tmp_path: Path) -> None:
    words = ("table", "2027", "-c", "bahai", "--edition-date", "2026-12-01", "--lang", "en", "-o", "t.pdf")
    assert say(*words).status == 0
    assert "Edition of 1 December 2026" in text_of((tmp_path / "t.pdf").read_bytes())


def test_the_form_follows_the_ending_and_pages_are_numbered(say: Say, tmp_path: Path) -> None:
    assert say("poster", "2027", "-c", "jewish", "--month", "4", "-o", "april.png").status == 0
    assert (tmp_path / "april.png").read_bytes().startswith(b"\x89PNG")
    assert say("poster", "2027", "-c", "jewish", "--paper", "a3", "-o", "p.svg").status == 0
    assert sorted(path.name for path in tmp_path.glob("p*.svg")) == ["p-1.svg", "p-2.svg", "p-3.svg", "p-4.svg"]


def test_the_rule_book_has_boxes_and_a_line_to_sign(say: Say, tmp_path: Path) -> None:
    assert say("rulebook", "2027", "-c", "jewish", "-o", "r.pdf").status == 0
    text = text_of((tmp_path / "r.pdf").read_bytes())
    assert "25. Kislew, 8 Tage lang." in text
    assert "2027 2028 2029 2030 2031" in text
    assert "Unterschrift" in text


WRONG = [
    (("calendar", "2027", "-o", "x.pdf"), "there is no work to print 'calendar'"),
    (("bookle", "2027", "-o", "x.pdf"), "did you mean 'booklet'?"),
    (("poster", "2027"), "say where to write the poster: -o FILE"),
    (("poster", "99", "-o", "x.pdf"), "the year 99 is out of range"),
    (("poster", "1650", "-o", "x.pdf"), "the year 1650 is out of range for the community"),
    (("poster", "2027", "--paper", "a0", "-o", "x.pdf"), "there is no paper for the poster 'a0'"),
    (("booklet", "2027", "--paper", "a1", "-o", "x.pdf"), "there is no paper for the booklet 'a1'"),
    (("table", "2027", "--orientation", "portrait", "-o", "x.pdf"), "no orientation for the table 'portrait'"),
    (("poster", "2027", "--bleed", "-3", "-o", "x.pdf"), "a bleed of -3 mm is out of range"),
    (("poster", "2027", "--bleed", "nan", "-o", "x.pdf"), "a bleed of nan mm is out of range"),
    (("poster", "2027", "--month", "13", "-o", "x.pdf"), "'13' is not a month; give one from 1 to 12."),
    (("booklet", "2027", "--month", "3", "-o", "x.pdf"), "a month is a part of the poster, not of the booklet"),
    (("poster", "2027", "--format", "gif", "-o", "x.pdf"), "there is no format 'gif'"),
    (("poster", "2027", "--edition", "nwr", "-o", "x.pdf"), "did you mean 'nrw'?"),
    (("poster", "2027", "--edition-date", "soon", "-o", "x.pdf"), "'soon' is not a day"),
    (("poster", "2027", "--school-holidays", "no.ics", "-o", "x.pdf"), "no.ics"),
    (("poster", "2027", "-c", "sikh", "--kind", "night", "-o", "x.pdf"), "nothing falls in 2027 under these choices"),
    (("poster", "2027", "--feeds-url", "https://" + "x" * 5000, "-o", "x.pdf"), "more than any QR code holds"),
    (("table", "2027", "-c", "bahai", "-o", "no/folder/x.pdf"), "no/folder/x.pdf: cannot be written"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG)
def test_what_cannot_be_done_is_said_in_one_sentence(
    say: Say, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    said = say(*words)
    assert said.status == 2
    last = said.err.splitlines()[-1]
    assert last.startswith("interfaith-cal: ")
    assert sentence in last
    assert list(tmp_path.iterdir()) == []


def test_a_language_that_the_edition_lacks(say: Say, tmp_path: Path) -> None:
    german = EDITION.replace('"de", "en"', '"de"')
    said = say("poster", "2027", "--edition", own_edition(tmp_path, german), "--lang", "en", "-o", "x.pdf")
    assert (said.status, "there is no language of the edition 'koeln' 'en'" in said.err) == (2, True)


def test_a_crowded_day_is_named_with_what_to_shorten(say: Say, tmp_path: Path) -> None:
    day = EDITION[EDITION.index("[[day]]") :]
    more = "".join(
        day.replace("Abrahamsfest", f"Abrahamsfest {n}").replace('"abraham"', f'"abraham-{n}"') for n in range(120)
    )
    said = say("poster", "2027", "--edition", own_edition(tmp_path, EDITION + more), "-o", "x.pdf")
    assert said.status == 2
    last = said.err.splitlines()[-1]
    assert "the cells are too small for 2027-09-19, where 'Abrahamsfest', 'Abrahamsfest 0', " in last
    assert "shorten `short` of one of own/abraham, " in last
    assert not (tmp_path / "x.pdf").exists()


def test_too_many_explanations_need_a_paper_with_another_side(say: Say, tmp_path: Path) -> None:
    said = say("poster", "2027", "--rank", "all", "-o", "a1.pdf")
    assert said.status == 2
    assert "the explanations do not fit even in the smallest type; leave out festivals" in said.err
    assert say("poster", "2027", "--rank", "all", "--paper", "a2", "-o", "a2.pdf").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a2.pdf"]


def test_a_missing_letter_is_named_with_its_festival(say: Say, tmp_path: Path) -> None:
    egyptian = EDITION.replace("Abrahamsfest", "Fest 𓀀")
    said = say("poster", "2027", "--edition", own_edition(tmp_path, egyptian), "-o", "x.pdf")
    assert said.status == 2
    last = said.err.splitlines()[-1]
    assert "'𓀀' (U+13000, EGYPTIAN HIEROGLYPH A001) in 'Fest 𓀀' of own/abraham" in last
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(("package", "needed"), [("typst", "the print edition"), ("segno", "the QR code")])
def test_a_missing_extra_is_named_with_the_command(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, needed: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    said = say("poster", "2027", "-c", "jewish", "--feeds-url", "https://example.org", "-o", "x.pdf")
    assert said.status == 2
    assert f"{needed} needs the package '{package}'; install it with: pip install 'interfaith-cal[print]'." in said.err
    assert list(tmp_path.iterdir()) == []


def test_without_the_package_for_public_holidays_sundays_remain(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    words = ("poster", "2027", "-c", "jewish", "--edition", "nrw", "--month", "5", "-o", "m.svg")
    said = say(*words)
    assert said.status == 0
    sentence = "interfaith-cal: public holidays are not considered: public holidays need the package 'holidays'"
    assert said.err.startswith(sentence)
