"""Editions: what they show, in which order, and what is said of a broken one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal import almanac, selection
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.ground.places import country

HEAD = 'title = { de = "Kalender" }\nlanguages = ["de"]\n'


def own(tmp_path: Path, content: str) -> editions.Edition:
    path = tmp_path / "own.toml"
    path.write_text(HEAD + content, encoding="utf-8")
    return editions.edition(str(path))


def test_the_edition_all_shows_what_the_library_knows() -> None:
    assert selection.of_edition(editions.edition("all"), 2027) == ic.observances(2027)


def test_the_edition_nrw_shows_all_main_feasts_and_what_was_seen_beyond() -> None:
    shown = selection.of_edition(editions.edition("nrw"), 2027)
    shown_by = editions.edition("nrw").communities
    assert {o.id for o in almanac.observances(2027, communities=shown_by, rank="major")} <= {o.id for o in shown}
    minor = {o.festival.id for o in shown if o.rank == "minor"}
    assert minor <= set(editions.edition("nrw").also)
    assert {"jewish/tu-bishvat", "orthodox/saint-nicholas", "coptic/transfiguration"} <= minor


def test_an_own_edition_chooses_order_rank_usage_and_single_days(tmp_path: Path) -> None:
    edition = own(
        tmp_path,
        'communities = ["orthodox", "jewish"]\nrank = "major"\nalso = ["jewish/tu-bav"]\nwithout = ["jewish/purim"]\n'
        '[usages]\northodox = ["old-calendar"]\n[colors]\njewish = "#000080"\n'
        '[[day]]\nid = "open-day"\ndate = 2027-10-03\nname = { de = "Offene Tür" }\ntext = { de = "Besuch." }\n',
    )
    shown = selection.of_edition(edition, 2027)
    assert {o.usage for o in shown if o.community.id == "orthodox"} == {"", "old-calendar"}
    assert "jewish/tu-bav" in {o.festival.id for o in shown}
    assert "jewish/purim" not in {o.festival.id for o in shown}
    same_day = [o.community.id for o in selection.of_edition(edition, date(2027, 5, 1), date(2027, 5, 7))]
    assert same_day.index("orthodox") == 0
    assert edition.own_days[0].first_day == edition.own_days[0].last_day == date(2027, 10, 3)
    assert edition.colors == {"jewish": "#000080"}


def test_a_choice_narrows_an_edition() -> None:
    nrw = editions.edition("nrw")
    jewish = selection.of_edition(nrw, 2027, communities=["jewish"])
    assert {o.community.id for o in jewish} == {"jewish"}
    assert {o.rank for o in selection.of_edition(nrw, 2027, rank="minor")} == {"minor"}


BROKEN = [
    ('comunities = ["jewish"]\n', "the key 'comunities' is unknown"),
    ('communities = "jewish"\n', "'communities' must be a list of names, but is 'jewish'."),
    ('public_holidays = "NRX"\n', "public_holidays is 'NRX', but must be one of BB"),
    ("usages = 3\n", "'usages' must be a table"),
    ('[colors]\njewish = "navy"\n', "the color of 'jewish' is 'navy'; give it as"),
    ("[[day]]\nid = 'x'\n", "own day number 1 needs an `id`, a `date`"),
    (
        "[[day]]\nid = 'x'\ndate = 2027-10-03\ntext = { de = 'x' }\nname = { en = 'x' }\n",
        "'name' must have a text for each language: de.",
    ),
]


@pytest.mark.parametrize(("content", "sentence"), BROKEN)
def test_a_broken_edition_gets_a_sentence_with_its_file(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(ic.DataFileError, match=r".") as caught:
        own(tmp_path, content)
    assert str(tmp_path / "own.toml") in str(caught.value)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('communities = ["jewisch"]\n', "there is no community 'jewisch'; did you mean 'jewish'?"),
        ('also = ["jewish/purin"]\n', "there is no jewish festival 'purin'; did you mean 'purim'?"),
        ('rank = "mayor"\n', "there is no rank 'mayor'; did you mean 'major'?"),
    ],
)
def test_an_edition_that_names_what_does_not_exist_gets_a_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    edition = own(tmp_path, content)
    with pytest.raises(ic.UnknownNameError, match=r".") as caught:
        selection.of_edition(edition, 2027)
    assert sentence in str(caught.value)


def test_an_unknown_edition_gets_a_sentence() -> None:
    with pytest.raises(ic.UnknownNameError, match="did you mean 'nrw'"):
        editions.edition("nwr")
    with pytest.raises(ic.DataFileError, match="cannot be read"):
        editions.edition("missing.toml")


@pytest.mark.parametrize("code, zone, place, region, named", [
    ("DE", "Europe/Berlin", "Köln", "NW", "nrw"), ("AT", "Europe/Vienna", "Wien", "9", "w"),
    ("CH", "Europe/Zurich", "Zürich", "ZH", "zh"),
])  # fmt: skip
def test_clock_places_and_public_holidays_follow_the_country(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, zone: str, place: str, region: str, named: str
) -> None:
    edition = own(tmp_path, f'country = "{code}"\npublic_holidays = "{named}"\n')
    assert (edition.country, edition.public_holidays) == (code, region)
    home = country(edition.country)
    assert (home.timezone, home.place().name, home.place().timezone) == (zone, place, zone)
    path = str(tmp_path / "own.toml")
    assert run(cli, ["list", "2027", "-c", "jewish", "--rank", "major", "--edition", path, "--format", "md"]) == 0
    assert f"({place} " in capsys.readouterr().out
    meeting = tmp_path / "meeting.ics"
    meeting.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
        b"DTSTART:20270803T223000Z\r\nDTEND:20270803T233000Z\r\nSUMMARY:late\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert run(cli, ["plan", str(meeting), "--edition", path, "--format", "csv"]) in (0, 1)
    assert "2027-08-04" in capsys.readouterr().out
    assert run(cli, ["plan", "2027-08-03", "--edition", path, "--land", "XX"]) == 2
    assert "there is no Land 'XX'" in capsys.readouterr().err
    assert run(cli, ["list", "2027", "--edition", path, "--place", "Paris"]) == 2
    assert "there is no place 'Paris'" in capsys.readouterr().err


def test_an_edition_in_one_language_is_shown_in_it_and_refused_in_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(tmp_path, 'communities = ["jewish"]\n')
    path, folder = str(tmp_path / "own.toml"), tmp_path / "site"
    for words in (
        ("list", "2027"), ("list", "2027", "--format", "md"), ("next", "jewish/pesach", "--format", "html"),
        ("day", "2027-04-22"), ("ics", "2027"), ("compare", "years", "2027", "2028"), ("rules", "jewish"),
        ("review", "2027"), ("plan", "2027-03-10"), ("leave", "nrw", "2026/27"),
        ("site", str(folder), "--years", "2027-2027", "--base-url", "https://x.example"),
    ):  # fmt: skip
        assert run(cli, [*words, "--edition", path]) in (0, 1), words
        capsys.readouterr()
        if words[0] != "site":
            assert run(cli, [*words, "--edition", path, "--lang", "en"]) == 2, words
            err = capsys.readouterr().err
            assert err.startswith("interfaith-cal: there is no language of the edition 'own' 'en'; ")
            assert err.count("\n") == 1
    assert sorted(entry.name for entry in folder.iterdir() if entry.name in ("de", "en")) == ["de"]
    built = ("site", str(folder), "--years", "2027-2027", "--base-url", "https://x.example")
    for command in (built, ("serve", "--port", "0")):
        assert run(cli, [*command, "--edition", path, "--lang", "de,en"]) == 2
        assert "there is no language of the edition 'own' 'en'" in capsys.readouterr().err
