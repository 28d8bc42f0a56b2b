"""The rule book: whole, said by the rules themselves, in good German and English, and sound as a document."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.pins import pins_of
from interfaith_cal.export import rulebook_pages
from interfaith_cal.export.rulebook import RuleBook, rule_book
from interfaith_cal.religions import PRINT_ORDER, communities
from interfaith_cal.words import texts

LANGUAGES = ("de", "en")
ALL = editions.edition("all")
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def books() -> dict[str, RuleBook]:
    return {lang: rule_book(ALL, 2027, lang) for lang in LANGUAGES}


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*words: str) -> tuple[int, str, str]:
        status = run(cli, ["rules", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def sentences(lang: str) -> Iterator[tuple[str, str]]:
    for community in communities():
        for festival in community.festivals:
            for usage, rule in festival.ways:
                yield f"{festival.id} {usage}", texts.say(rule.sentence(), lang)


def test_every_festival_and_way_is_there_in_print_order(books: dict[str, RuleBook]) -> None:
    for book in books.values():
        assert [chapter.id for chapter in book.communities] == list(PRINT_ORDER)
        for chapter, community in zip(book.communities, communities(), strict=True):
            assert [entry.id for entry in chapter.festivals] == [festival.id for festival in community.festivals]
            for entry, festival in zip(chapter.festivals, community.festivals, strict=True):
                assert [(way.usage, way.rule) for way in entry.ways] == [
                    (usage, texts.say(rule.sentence(), book.lang)) for usage, rule in festival.ways
                ]


def test_its_days_are_those_of_the_calendar(books: dict[str, RuleBook]) -> None:
    shown = {
        day.id: (day.first_day, day.last_day, day.certainty)
        for chapter in books["de"].communities
        for entry in chapter.festivals
        for way in entry.ways
        for day in way.days
    }
    every_usage = {c.id: [usage.id for usage in c.usages] for c in communities() if c.usages}
    first, last = date(2027, 1, 1), date(2031, 12, 31)
    expected = {
        o.id: (o.first_day, o.last_day, o.certainty.value)
        for usages in (None, every_usage)
        for o in ic.observances(first, last, usages=usages)
        if o.first_day >= first
    }
    assert shown == expected


def test_pins_of_a_festival_are_told_with_source_and_day_of_reading(books: dict[str, RuleBook]) -> None:
    pinned = [pin for c in communities() for pin in pins_of(c)]
    assert pinned
    told = {
        (pin.id, pin.first_day, pin.source, pin.read)
        for chapter in books["de"].communities
        for entry in chapter.festivals
        for pin in entry.pins
    }
    assert told == {(pin.id, pin.first_day, pin.source, pin.read) for pin in pinned}


SAID = [
    ("jewish/fast-of-gedaliah", "", "3. Tischri; fällt das auf einen Samstag, dann am Sonntag danach",
     "3 Tishri; if that falls on a Saturday, on the Sunday after it"),
    ("protestant/holy-saturday", "", "der Tag vor dem Ostersonntag", "the day before Easter Sunday"),
    ("armenian/shoghakat", "", "der Tag vor dem Sonntag, der dem 15. August am nächsten liegt",
     "the day before the Sunday nearest to 15 August"),
    ("catholic/nativity-of-john", "",
     "24. Juni; fällt das auf den Freitag des Herz-Jesu-Festes, dann am 23. Juni; "
     "fällt das auf den Fronleichnamstag, dann am 25. Juni",
     "24 June; if that is the feast of the Sacred Heart, then 23 June; if that is Corpus Christi, then 25 June"),
    ("orthodox/saint-george", "new-calendar",
     "23. April; fällt das in die Zeit vom Reinen Montag bis zum orthodoxen Ostersonntag (Pascha), "
     "dann am Lichten Montag",
     "23 April; if that falls in the time from Clean Monday to Orthodox Easter Sunday (Pascha), then Bright Monday"),
    ("coptic/nativity", "", "29. Kiahk; nach einem koptischen Schaltjahr 28. Kiahk und 29. Kiahk",
     "29 Kiahk; after a Coptic leap year 28 Kiahk and 29 Kiahk"),
    ("jewish/yom-yerushalayim", "", "seit dem jüdischen Jahr 5728 (1968): 28. Ijjar",
     "since the Jewish year 5728 (1968): 28 Iyyar"),
    ("coptic/nativity-fast", "",
     "vom 16. Hathor bis zum Tag vor dem 29. Kiahk (nach einem koptischen Schaltjahr 28. Kiahk)",
     "from 16 Hathor to the day before 29 Kiahk (after a Coptic leap year 28 Kiahk)"),
    ("islamic/raghaib-night", "diyanet", "Nacht vor dem ersten Freitag ab dem 1. Radschab",
     "the night before the first Friday on or after 1 Rajab"),
    ("yezidi/rojiyen-shems", "", "17 Tage vor dem ersten Freitag ab dem 1. Dezember (julianisch), 3 Tage lang",
     "17 days before the first Friday on or after 1 December (Julian), for 3 days"),
    ("jewish/yom-hazikaron", "",
     "der Tag vor dem Unabhängigkeitstag (Jom haAzma’ut)", "the day before Independence Day (Yom HaAtzma’ut)"),
]  # fmt: skip


@pytest.mark.parametrize(("festival", "usage", "german", "english"), SAID, ids=[row[0] for row in SAID])
def test_rules_read_like_sentences(festival: str, usage: str, german: str, english: str) -> None:
    rule = dict(ic.festival(festival).ways)[usage]
    assert texts.say(rule.sentence(), "de") == german
    assert texts.say(rule.sentence(), "en") == english


# What no German or English sentence has: a wrong case, a wrong number, two articles, a blank that was not filled.
UNGRAMMATICAL = {
    "de": r"\b1\.? Tage\b|(?<!\d)1 Tag\b|\bder der\b|\bam am\b|\b(vor|nach|bis): |[{}]|  "
    r"|\b(vor|nach|ab|vom|zum|am|(vor|nach|ab) dem) (der|die|das|ein|erster|letzter|Nacht)\b",
    "en": r"\b1 days\b|\ba ([aeiou]|the)|\bthe the\b|\b(before|after): |\b(on|from|to) (first|last|nearest)\b|[{}]|  ",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rule_is_ungrammatical(lang: str) -> None:
    found = [(name, said) for name, said in sentences(lang) if re.search(UNGRAMMATICAL[lang], said)]
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_usage_is_explained(lang: str) -> None:
    for community in communities():
        for usage in community.usages:
            assert texts.usage_note(usage.id, lang).endswith(".")


def test_json_has_its_keys_in_their_order(say: Say) -> None:
    status, out, _ = say("jewish", "--format", "json", "--lang", "en", "--from-year", "2027")
    assert status == 0
    book = json.loads(out)
    assert list(book) == ["lang", "title", "first_year", "last_year", "communities"]
    (chapter,) = book["communities"]
    assert ",".join(chapter) == ("id,name,code,about,days,calendar,source,first_year,last_year,usages,festivals")
    (pesach,) = [entry for entry in chapter["festivals"] if entry["id"] == "jewish/pesach"]
    assert ",".join(pesach) == (
        "id,name,native,kind,kind_in_words,rank,rank_in_words,begins,begins_in_words,ways,note,pins,source,compared"
    )
    assert pesach["native"] == [{"text": "פסח", "lang": "he", "dir": "rtl"}]
    assert pesach["begins_in_words"] == "begins at sunset of the evening before"
    (way,) = pesach["ways"]
    assert way["rule"] == "15 Nisan, for 8 days"
    assert way["days"][0] == {
        "id": "jewish/pesach/5787",
        "year": 2027,
        "first_day": "2027-04-22",
        "last_day": "2027-04-29",
        "weekday": "Thursday",
        "native_date": "15 Nisan 5787",
        "certainty": "fixed",
        "certainty_notes": [],
    }
    assert [day["year"] for day in way["days"]] == [2027, 2028, 2029, 2030, 2031]


class Page(HTMLParser):
    """What is sound about a page: tags that close, ids that are unique, headings that step down one by one."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.outside: list[str] = []
        self.native: dict[str, tuple[str | None, str | None]] = {}
        self.attributes: dict[str, str | None] = {}
        self.cells = Counter[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = dict(attrs)
        self.cells[tag] += 1
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in self.attributes:
            self.ids.append(str(self.attributes["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name in ("src", "href"):
            if name in self.attributes and not str(self.attributes[name]).startswith("#"):
                self.outside.append(str(self.attributes[name]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.attributes.get("class") == "native" and self.open[-1] == "span":
            self.native[data] = self.attributes.get("lang"), self.attributes.get("dir")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_sound_and_asks_nothing_of_others(books: dict[str, RuleBook], lang: str) -> None:
    html = rulebook_pages.to_html(books[lang])
    page = Page()
    page.feed(html)
    assert page.open == []
    assert page.outside == []
    assert "url(" not in html
    assert "@import" not in html
    assert [name for name, times in Counter(page.ids).items() if times > 1] == []
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    assert f'<html lang="{lang}">' in html
    assert page.native["פסח"] == ("he", "rtl")
    assert page.native["Πάσχα"] == ("el", "ltr")
    festivals = sum(len(community.festivals) for community in communities())
    assert page.cells["article"] == page.cells["table"] == festivals
    days = sum(len(way.days) for c in books[lang].communities for entry in c.festivals for way in entry.ways)
    assert page.cells["time"] == days


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_of_the_markdown_document_are_even(books: dict[str, RuleBook], lang: str) -> None:
    lines = rulebook_pages.to_markdown(books[lang]).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
    festivals = sum(len(community.festivals) for community in communities())
    ways = sum(len(festival.ways) for community in communities() for festival in community.festivals)
    assert len(rows) == 2 * festivals + ways


def test_the_book_of_one_community_reads_well(say: Say) -> None:
    out = say("orthodox", "--from-year", "2027")[1]
    assert (
        "- **rumänisch:** Rumänische Orthodoxe Kirche. Eigene Regel für: Hl. Georg. Sonst wie „neuer Kalender“." in out
    )
    assert (
        "- **Regel (neuer Kalender):** 25. Dezember.\n- **Regel (alter Kalender):** 25. Dezember (julianisch).\n" in out
    )
    assert "Fasten · Haupttag · beginnt am Vorabend bei Sonnenuntergang · `orthodox/great-lent`" in out
    assert "| alter Kalender | Do 7. Januar | Fr 7. Januar |" in out
    assert '<span lang="el" dir="ltr">Πάσχα</span>' in out


def test_what_is_announced_is_marked_and_needs_no_note(say: Say) -> None:
    out = say("bahai", "--from-year", "2027")[1]
    naw_ruz = out[out.index("### Naw-Rúz") :].partition("\n### ")[0]
    assert "| Termin | So 21. März ✓ |" in naw_ruz
    assert "- **Gewissheit:** Bekannt gegeben.\n" in naw_ruz
    assert re.search(r"- \*\*Bekannt gegeben:\*\* .*So 21\.03\.2027.* \(.*; gelesen am .*\)", naw_ruz)


def test_notes_of_single_years_name_them(say: Say) -> None:
    # Beyond the years that Diyanet has announced.
    out = say("islamic", "--from-year", "2040")[1]
    assert re.search(r"- \*\*Hinweis 20\d\d Diyanet.*:\*\* Knapper Monatsbeginn", out)


def test_an_edition_narrows_the_book(say: Say) -> None:
    nrw = editions.edition("nrw")
    book: dict[str, Any] = json.loads(say("--edition", "nrw", "--format", "json", "--from-year", "2027")[1])
    shown = {entry["id"] for chapter in book["communities"] for entry in chapter["festivals"]}
    assert {f.id for c in communities(nrw.communities) for f in c.festivals if f.rank == "major"} | set(
        nrw.also
    ) == shown


def test_a_usage_narrows_the_ways(say: Say) -> None:
    words = ("orthodox", "--usage", "orthodox=romanian", "--format", "json", "--from-year", "2027")
    (chapter,) = json.loads(say(*words)[1])["communities"]
    ways = {entry["id"]: [way["usage"] for way in entry["ways"]] for entry in chapter["festivals"]}
    assert ways["orthodox/saint-george"] == ["romanian"]
    assert ways["orthodox/nativity"] == ["new-calendar"]
    assert ways["orthodox/pascha"] == [""]


def test_the_first_year_is_the_next_unless_it_is_said(say: Say) -> None:
    year = date.today().year + 1
    assert f"Termine der Jahre {year} bis {year + 4}" in say("alevi")[1]


def test_the_book_ends_where_the_rules_end(say: Say) -> None:
    (chapter,) = json.loads(say("alevi", "--from-year", "2098", "--format", "json")[1])["communities"]
    newroz = next(entry for entry in chapter["festivals"] if entry["id"] == "alevi/newroz")
    assert [day["year"] for day in newroz["ways"][0]["days"]] == [2098, 2099, 2100]


def test_the_same_book_twice_and_into_a_file(say: Say, tmp_path: Path) -> None:
    path = tmp_path / "rules.html"
    words = ("coptic", "--format", "html", "--from-year", "2027")
    assert say(*words, "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == say(*words)[1]


WRONG_USE = [
    (("jewisch",), "there is no community 'jewisch'; did you mean 'jewish'?"),
    (("jewish", "--format", "htm"), "there is no format 'htm'; did you mean 'html'?"),
    (("jewish", "--from-year", "next"), "'next' is not a year"),
    (("alevi", "--from-year", "2101"), "the year 2101 is out of range for the community 'alevi'"),
    (("jewish", "--kind", "feasts"), "there is no kind 'feasts'; did you mean 'feast'?"),
    (("orthodox", "--usage", "orthodox=roman"), "there is no orthodox usage 'roman'; did you mean 'romanian'?"),
    (("jewish", "--lang", "fr"), "there is no language 'fr'"),
    (("jewish", "-o", "/dev/null/rules.md"), "/dev/null/rules.md: cannot be written"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG_USE, ids=lambda part: str(part)[:40])
def test_wrong_use_gets_one_sentence(say: Say, words: tuple[str, ...], sentence: str) -> None:
    status, out, err = say(*words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err


def test_a_festival_without_a_rule_tells_all_that_was_announced_and_who_announces(say: Say) -> None:
    status, out, _ = say("hindu", "--format", "md", "--lang", "en", "--from-year", "2027")
    assert status == 0
    (procession,) = [part for part in out.split("\n### ") if "`hindu/hamm-temple-procession`" in part]
    assert "the Hindu temple in Hamm announces the Sunday each year itself" in procession
    assert all(f"{day}" in procession for day in ("2018", "2019", "2022", "2023", "2024"))
    assert "other years" not in procession


def test_what_is_fixed_is_not_doubted_by_the_note_of_another_usage(say: Say) -> None:
    status, out, _ = say("sikh", "--format", "md", "--lang", "en", "--from-year", "2027")
    assert status == 0
    (vaisakhi,) = [part for part in out.split("\n### ") if "`sikh/vaisakhi`" in part]
    fixed, computed = [line for line in vaisakhi.splitlines() if line.startswith("- **Certainty")]
    assert (fixed.endswith("Fixed."), "has at times moved single days" in computed) == (True, True)
