"""Editions: what they show, in which order, and what is said of a broken one."""

from __future__ import annotations

import re
import zlib
from datetime import date
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal import almanac, selection
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions, palette
from interfaith_cal.export import ics
from interfaith_cal.ground.places import country
from interfaith_cal.words import texts

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


DAY = '[[day]]\nid = "x"\ndate = 2027-10-03\nname = { de = "x" }\ntext = { de = "x" }\n'
BROKEN = [
    ('comunities = ["jewish"]\n', "the key 'comunities' is unknown"),
    ('communities = "jewish"\n', "'communities' must be a list of names, but is 'jewish'."),
    ('public_holidays = "NRX"\n', "public_holidays is 'NRX', but must be one of BB"),
    ("usages = 3\n", "'usages' must be a table"),
    ('[colors]\njewish = "navy"\n', "the color of 'jewish' is 'navy'; give it as"),
    (DAY.replace('id = "x"\n', ""), "own day number 1 needs an `id`, a `date` or a rule, a `name` and a `text`."),
    (DAY.replace('"x"', '"Fest!"'), "needs an `id` of small letters, figures and hyphens, as 'summer-fair', but has"),
    (DAY.replace("2027-10-03", "'soon'"), "own day number 1 has the date 'soon'; give a day such as 2027-06-19."),
    (DAY.replace("2027-10-03", "1492-10-03"), "1492-10-03 is before 1583, when the first known year begins."),
    (DAY + "until = 2027-10-02\n", "`until` is 2027-10-02, but must be a day from 2027-10-03 on, at most 180 days"),
    (DAY + "until = 2029-10-02\n", "`until` is 2029-10-02, but must be a day from 2027-10-03 on, at most 180 days"),
    (DAY + 'every = "3 October"\n', "('x') needs one of `date`, `every` and `announced`."),
    (DAY.replace("date = 2027-10-03", ""), "('x') needs one of `date`, `every` and `announced`."),
    (DAY.replace("date = 2027-10-03", 'every = "31 June"'), "`every` is '31 June'; give one such as '10 December'"),
    (DAY.replace("date = 2027-10-03", 'every = "fifth Sunday of May"'), "`every` is 'fifth Sunday of May'; give one"),
    (DAY + "kind = 'fest'\n", "there is no kind 'fest'; did you mean 'feast'?"),
    (DAY + DAY, "own day number 2 has the id 'x', which is taken; give another."),
    ('include = ["civik"]\n', "include: there is no edition 'civik'; did you mean 'civil'?"),
    ('include = ["nrw"]\n', "include: the edition 'nrw' has no days of its own."),
    ('accent = "red"\n', "`accent` is 'red'; give it as \"#RRGGBB\"."),
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


FAIR = """
publisher = { de = "Schule am Park" }
communities = ["islamic", "jewish"]
rank = "major"
include = ["civil"]
namespace = "park.example"
accent = "#123456"

[colors]
islamic = "#2E8B57"

[[day]]
id = "summer-fair"
date = 2027-06-19
name = { de = "Schulfest" }
text = { de = "Alle sind eingeladen." }

[[day]]
id = "meeting"
every = "last Friday of February"
name = { de = "Treffen der Religionen" }
text = { de = "Im Rathaus." }
rank = "minor"
"""


def test_own_days_stand_among_the_others_with_words_color_and_rule(tmp_path: Path) -> None:
    edition = own(tmp_path, FAIR)
    shown = {o.id: o for o in selection.of_edition(edition, 2027)}
    fair = shown["own/summer-fair/2027"]
    assert (fair.name(), fair.explanation(), fair.greetings(), fair.kind, fair.certainty, fair.source) == (
        "Schulfest", "Alle sind eingeladen.", (), "custom", "fixed", "Schule am Park",
    )  # fmt: skip
    assert (fair.community.name(), palette.color(fair.community.id).hex) == ("Schule am Park", "#123456")
    assert shown["own/meeting/2027"].first_day == date(2027, 2, 26)
    assert selection.of_edition(edition, 2028, communities=["own"])[0].first_day == date(2028, 2, 25)
    assert {o.id for o in shown.values() if o.community.id == "civil"} == {
        o.id for o in selection.of_edition(editions.edition("civil"), 2027)
    }
    assert {palette.color(o.community.id).hex for o in shown.values() if o.community.id == "islamic"} == {"#2E8B57"}
    assert [c.id for c in selection.shown_by(edition)] == ["islamic", "jewish", "own", "civil"]


@pytest.mark.parametrize("words", [
    ["list", "2027"], ["list", "2027", "--format", "json"], ["list", "2027", "--format", "html"],
    ["day", "2027-06-19"], ["next", "schulfest", "--after", "2027-01-01"], ["next", "own/summer-fair", "--after",
    "2027-01-01"], ["plan", "2027-06-19"], ["rules"], ["review", "2027"], ["ics", "2027"],
    ["compare", "years", "2026", "2027"],
])  # fmt: skip
def test_every_command_shows_the_days_of_an_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    own(tmp_path, FAIR)
    assert run(cli, [*words, "--edition", str(tmp_path / "own.toml")]) == 0
    assert "Schulfest" in capsys.readouterr().out


def test_own_days_of_two_publishers_never_have_the_same_uid(tmp_path: Path) -> None:
    here = own(tmp_path, FAIR)
    there = own(tmp_path, FAIR.replace("park.example", "lake.example"))

    def uids(edition: editions.Edition, keeper: str) -> set[str]:
        return {ics.uid(o.id, o.community.id) for o in selection.of_edition(edition, 2027, communities=[keeper])}

    assert uids(here, "own").isdisjoint(uids(there, "own"))
    assert uids(here, "civil") == uids(there, "civil")
    assert uids(here, "jewish") == {ics.uid(o.id) for o in selection.of_edition(there, 2027, communities=["jewish"])}


def test_what_nobody_announced_is_missing_and_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["list", "2025", "--edition", "civil", "--lang", "en"]) == 0
    there = capsys.readouterr()
    assert "Intercultural Week" in there.out
    assert run(cli, ["list", "2028", "--edition", "civil", "--lang", "en"]) == 0
    missing = capsys.readouterr()
    assert "Intercultural Week" not in missing.out
    assert "Intercultural Week: not announced (2028)." in missing.err


@pytest.mark.parametrize("lang", ["de", "en", "tr"])
def test_the_civil_days_keep_the_lengths_of_texts(lang: str) -> None:
    for day in editions.edition("civil").own_days:
        assert len(day.short.get(lang, day.name[lang])) <= 24, day.id
        assert len(texts.first_sentence(day.text[lang], lang)) <= 160, day.id


CIVIL = {
    "world-religion-day": ["2025-01-19", "2026-01-18", "2027-01-17"],
    "holocaust-remembrance-day": ["2025-01-27", "2026-01-27", "2027-01-27"],
    "interfaith-harmony-week": ["2025-02-01", "2026-02-01", "2027-02-01"],
    "day-against-racism": ["2025-03-21", "2026-03-21", "2027-03-21"],
    "roma-day": ["2025-04-08", "2026-04-08", "2027-04-08"],
    "open-mosque-day": ["2025-10-03", "2026-10-03", "2027-10-03"],
    "intercultural-week": ["2025-09-21"],
    "brotherhood-week": ["2026-03-08"],
}


@pytest.mark.parametrize("festival", CIVIL)
def test_civil_days_fall_where_they_were_published(festival: str) -> None:
    found = selection.of_edition(editions.edition("civil"), date(2025, 1, 1), date(2027, 12, 31))
    assert [str(o.first_day) for o in found if o.festival.slug == festival] == CIVIL[festival]


def chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)


def png(wide: int, high: int, *more: bytes) -> bytes:
    head = wide.to_bytes(4) + high.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    data = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) + data + chunk(b"IEND", b"")


PIXEL = png(1, 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="url(#a)"/>{}</svg>'
LOGOS = {
    "a.svg": (SVG.format(""), ""),
    "b.svg": (SVG.format("<script>alert(1)</script>"), "the element 'script'"),
    "c.svg": (SVG.format('<g onclick="x()"/>'), "the attribute 'onclick'"),
    "d.svg": (SVG.format('<use href="https://example.org/x.svg#y"/>'), "the attribute 'href'"),
    "e.svg": (SVG.format("<style>@import 'x.css';</style>"), "the style of the logo leads elsewhere"),
    "f.svg": (SVG.format('<g style="fill: url(https://example.org/a)"/>'), "the attribute 'style'"),
    "g.svg": ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format(""), "a document type or entities"),
    "h.svg": ("no picture", "is no SVG picture"),
    "i.svg": (SVG.format("<!--" + "x" * 400_000 + "-->"), "more than the 300000 of one"),
    "j.svg": (SVG.format('<image href="data:image/png;base64,AAAA"/>'), "the element 'image'"),
    "k.svg": ("<html/>", "is no SVG picture"),
}


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_is_a_picture_and_does_nothing_else(tmp_path: Path, name: str) -> None:
    content, sentence = LOGOS[name]
    (tmp_path / name).write_text(content, encoding="utf-8")
    if not sentence:
        assert own(tmp_path, f'logo = "{name}"\n').logo is not None
        return
    with pytest.raises(ic.DataFileError, match=r".") as caught:
        own(tmp_path, f'logo = "{name}"\n')
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PIXEL, ""),
        (PIXEL[:-20], "is a broken PNG picture."),
        (b"GIF89a", "is no PNG picture."),
        (PIXEL[:8], "is a broken PNG picture."),
        (PIXEL.replace(b"\0\0\0\1", b"\0\0\0\2", 1), "is a broken PNG picture."),
        (png(70_000, 1), "the logo has 70000 by 1 pixels; a side has 1 to 4000."),
        (png(1, 1, chunk(b"acTL", b"")), "the logo moves; give a still picture."),
    ],
)
def test_a_png_is_whole(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    if not sentence:
        assert own(tmp_path, 'logo = "logo.png"\n').logo is not None
        return
    with pytest.raises(ic.DataFileError, match=sentence):
        own(tmp_path, 'logo = "logo.png"\n')


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


def test_a_keepers_words_are_never_looked_up_by_a_part_of_its_festivals_id() -> None:
    """An edition's own keeper brings its words along; the text of an id does not."""
    lost = re.compile(r"(?<!\.)of_festival\((?:\w+\.)?festival\.id\)")
    modules = Path(ic.__file__).parent.rglob("*.py")
    assert [path for path in modules if lost.search(path.read_text(encoding="utf-8"))] == []
