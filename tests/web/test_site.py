"""The built tree: addresses that stay, feeds that every reader takes, pages that lead somewhere, data with a schema."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import urllib.parse
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import brotli
import jsonschema
import pytest
from icalendar import Calendar

from interfaith_cal import religions
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.errors import DataFileError
from interfaith_cal.export.ics import days_of_rest, to_ics, uid
from interfaith_cal.ground.root import data_folder
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.web import feeds, headers, servers
from tests.feeds.lint import problems
from tests.web.conftest import YEARS, Built, ask, contents_of, gathered

# Given to people and printed on posters: each of these addresses answers for ever. Lines are only ever added.
PERPETUAL = (Path(__file__).parent / "perpetual.txt").read_text().split()
BOTH = pytest.mark.parametrize("lang", ["de", "en"])


def test_every_address_ever_given_away_is_a_file_of_the_site(built: Built) -> None:
    missing = [path for path in PERPETUAL if not (built.folder / path).is_file()]
    assert missing == []


def test_every_feed_of_the_site_is_in_the_list_of_perpetual_addresses(built: Built) -> None:
    """A new feed joins the list when it is first published."""
    found = {path.relative_to(built.folder).as_posix() for path in built.folder.glob("feeds/*/*.ics")}
    assert found - set(PERPETUAL) == set()


def test_an_old_address_holds_the_same_feed_as_the_new_one(built: Built) -> None:
    for old, new in redirects().items():
        assert (built.folder / old).read_bytes() == (built.folder / new).read_bytes(), old


@pytest.mark.parametrize("content, sentence", [
    ('redirects = 1', "'redirects' must be a table, but is 1"),
    ('[redirects]\n"a b" = "c"', "'a b' = 'c' must be two paths"),
    ('[redirects]\n"/a" = "c"', "must be two paths"),
    ('[redirects]\na = 1', "must be two paths"),
    ('[redirects]\na = "b"\nb = "c"', "'a' leads to 'b', which has moved itself"),
])  # fmt: skip
def test_a_broken_table_of_old_addresses_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "redirects.toml").write_text(content)
    with data_folder(tmp_path), pytest.raises(DataFileError, match=re.escape(sentence)):
        redirects()


def test_no_feed_of_the_site_has_a_problem(built: Built) -> None:
    found = {path.name: problems(path.read_bytes()) for path, _ in built.feed_files()}
    assert {name: said[:3] for name, said in found.items() if said} == {}


def test_feeds_begin_with_the_previous_school_year_and_end_with_the_last_year_asked_for(built: Built) -> None:
    first, last = date(YEARS[0] - 1, 8, 1), date(YEARS[1], 12, 31)
    for path, _ in built.feed_files():
        events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        days = [(e.decoded("dtstart"), e.decoded("dtend")) for e in events]
        assert all(start <= last and end > first for start, end in days), path
    assert {e.decoded("dtstart").year for e in events} == {2026, 2027}


def test_a_feed_says_where_it_and_its_events_are(built: Built) -> None:
    calendar = Calendar.from_ical((built.folder / "feeds/de/judentum.ics").read_bytes())
    assert calendar["SOURCE"] == f"{built.base}/feeds/de/judentum.ics"
    assert calendar["URL"] == f"{built.base}/de/judentum/"
    (pesach,) = [e for e in calendar.walk("VEVENT") if e["UID"] == uid("jewish/pesach/5787")]
    link = f"{built.base}/de/2027/#jewish/pesach/5787"
    assert str(pesach["DESCRIPTION"]).endswith(f"\nMehr dazu: {link}")


@BOTH
def test_each_festival_has_a_page_and_a_feed_of_its_own_whose_address_follows_from_what_never_changes(
    built: Built, lang: str
) -> None:
    """The stems of communities are in the list of perpetual addresses, and ids of festivals never change."""
    for address in feeds.of_festivals(built.contents, lang).values():
        community, slug = address.festival.split("/")
        stem = next(a.stem for a in feeds.addresses(built.contents, lang) if a.group == community)
        assert f"feeds/{lang}/{stem}.ics" in PERPETUAL
        assert (address.path, address.page) == (f"feeds/{lang}/{stem}/{slug}.ics", f"{lang}/{stem}/{slug}/")
        content = (built.folder / address.path).read_bytes()
        assert problems(content) == [], address
        wanted = {uid(o.id) for o in built.contents.of_festival(address.festival)}
        found = {str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")}
        assert found <= wanted, address
        assert len(content) < 100_000, address


def test_a_festival_page_explains_greets_tells_the_school_and_lists_the_dates_of_all_years(built: Built) -> None:
    page = (built.folder / "de/judentum/pesach/index.html").read_text()
    assert "<h1>Pessach</h1>" in page
    for o in built.contents.of_festival("jewish/pesach"):
        assert f'<time datetime="{o.first_day}">' in page
        assert f'href="../../../de/{o.first_day.year}/#{o.id}"' in page
        assert o.explanation("de") in page
    assert "erinnert an den Auszug" in page
    assert '<span lang="he" dir="rtl">חג פסח שמח</span>' in page
    assert "<dt>Schule</dt>" in page
    assert f"{built.base}/feeds/de/judentum/pesach.ics" in page


def test_old_and_new_calendar_are_told_apart_where_both_meet(built: Built) -> None:
    page = (built.folder / "de/orthodox/nativity-fast/index.html").read_text()
    dates = re.findall(r'<li data-first="(\d{4})-(\d\d-\d\d)".*?<span class="until">(.*?)</span>', page, re.DOTALL)
    assert {(day, "alter Kalender" in said, "neuer Kalender" in said) for _, day, said in dates} == {
        ("11-28", True, False), ("11-15", False, True),
    }  # fmt: skip


def test_every_day_of_the_years_has_a_place_with_what_is_kept_and_the_days_beside_it(
    built: Built, pages: dict[str, Page]
) -> None:
    for number in range((date(2027, 12, 31) - date(2025, 1, 1)).days + 1):
        day = date(2025, 1, 1) + timedelta(number)
        page = pages[f"de/{day:%Y/%m}/index.html"]
        assert day.isoformat() in page.ids
    (first,) = _of_day(built, date(2027, 5, 1))
    assert 'href="../../2027/04/#2027-04-30"' in first
    assert 'href="#2027-05-02"' in first
    # On the eve the feast is named as one, on its day it begins, then its days are counted.
    said = {day: _of_day(built, date(2027, 4, day))[0] for day in (21, 22, 23)}
    assert re.search(r">Pessach</a> <span class=.until.>\(beginnt an diesem Abend\)", said[21])
    assert re.search(r">Pessach</a> <span class=.until.>bis 29. April", said[22])
    assert re.search(r">Pessach</a> <span class=.until.>Tag 2 von 8", said[23])


def _of_day(built: Built, day: date) -> list[str]:
    page = (built.folder / f"de/{day:%Y/%m}/index.html").read_text()
    return re.findall(f'<section class="day" id="{day}".*?</section>', page, re.DOTALL)


def test_what_began_last_year_is_not_filed_under_january(built: Built) -> None:
    page = (built.folder / "de/2027/index.html").read_text()
    (before,) = re.findall(r"<h3>Seit 2026</h3>.*?</section>", page, re.DOTALL)
    assert {"nativity-fast"} < {o.split("/")[1] for o in re.findall(r'<li id="([^"]+)"', before)}
    assert ">seit 28. November<" in before
    (january,) = re.findall(r'<h3 id="2027-01">.*?</section>', page, re.DOTALL)
    assert {day[:7] for day in re.findall(r'data-first="([^"]+)"', january)} == {"2027-01"}


def test_a_feast_that_several_keep_under_one_name_stands_once_in_the_month(built: Built) -> None:
    page = (built.folder / "de/2027/05/index.html").read_text()
    (cell,) = re.findall(r'href="#2027-05-17"><time.*?</td>', page, re.DOTALL)
    assert cell.count("Pfingstmontag</span>") == 1
    assert re.search(r'chip-protestant">EV</span><span class="chip chip-catholic">KATH', cell)


def test_what_has_no_date_in_a_year_is_said_to_have_none(built: Built) -> None:
    page = (built.folder / "de/judentum/purim-katan/index.html").read_text()
    assert "Kein Termin verzeichnet: 2025, 2026." in page


@BOTH
def test_the_planning_feed_occupies_days_of_rest_and_nothing_else(built: Built, lang: str) -> None:
    (address,) = [a for a in feeds.addresses(built.contents, lang) if a.group == "planning"]
    events = Calendar.from_ical((built.folder / address.path).read_bytes()).walk("VEVENT")
    assert {(e["TRANSP"], e["X-MICROSOFT-CDO-BUSYSTATUS"]) for e in events} == {("OPAQUE", "OOF")}
    wanted = sorted(span for o in feeds.held(built.contents, address) for span in days_of_rest(o))
    assert sorted((e.decoded("dtstart"), e.decoded("dtend")) for e in events) == [
        (first, date.fromordinal(last.toordinal() + 1)) for first, last in wanted
    ]
    pesach = [e.decoded("dtstart") for e in events if str(e["DESCRIPTION"]).endswith("#jewish/pesach/5787")]
    assert pesach == [date(2027, 4, 22), date(2027, 4, 28)]


def test_other_feeds_leave_the_day_free(built: Built) -> None:
    for path, feed in built.feed_files():
        if feed.group != "planning":
            assert b"OPAQUE" not in path.read_bytes(), path


def test_an_event_has_one_uid_in_all_feeds_and_languages_but_the_planning_feed(built: Built) -> None:
    uids: dict[str, set[str]] = {}
    for path, feed in built.feed_files():
        found = {str(event["UID"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
        uids.setdefault(feed.group, set()).update(found)
    planning = uids.pop("planning")
    assert set().union(*uids.values()) == uids["all"]
    assert planning & uids["all"] == set()


@BOTH
def test_the_manifest_describes_each_feed(built: Built, lang: str) -> None:
    manifest = json.loads((built.folder / "feeds.json").read_bytes())
    described = {feed["address"]: feed for feed in manifest["feeds"] if feed["language"] == lang}
    paths = [path for path, feed in built.feed_files() if feed.lang == lang]
    assert set(described) == {f"{built.base}/{path.relative_to(built.folder).as_posix()}" for path in paths}
    for path in paths:
        content = path.read_bytes()
        feed = described[f"{built.base}/{path.relative_to(built.folder).as_posix()}"]
        calendar = Calendar.from_ical(content)
        starts = [e.decoded("dtstart") for e in calendar.walk("VEVENT")]
        assert feed["sha256"] == hashlib.sha256(content).hexdigest()
        assert (feed["name"], feed["events"], feed["bytes"]) == (calendar["NAME"], len(starts), len(content))
        if feed["group"] != "planning":
            assert feed["first_date"] == min(starts).isoformat()
        assert (feed["from"], feed["until"]) == (f"{YEARS[0] - 1}-08-01", f"{YEARS[1]}-12-31")
        assert feed["updated"] == calendar.decoded("last-modified").strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize("schema, data", [
    ("api/v1/feeds.schema.json", "feeds.json"),
    ("api/v1/observances.schema.json", "api/v1/observances/2027.json"),
    ("api/v1/observances.schema.json", "api/v1/observances/2026.en.json"),
])  # fmt: skip
def test_what_programs_read_fits_its_published_schema(built: Built, schema: str, data: str) -> None:
    rules = json.loads((built.folder / schema).read_bytes())
    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.validate(json.loads((built.folder / data).read_bytes()), rules)


def test_the_json_of_a_year_is_that_of_the_command_line(built: Built) -> None:
    command = [sys.executable, "-m", "interfaith_cal", "list", "2027", "--format", "json"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert json.loads((built.folder / "api/v1/observances/2027.json").read_bytes()) == listed


def test_the_table_of_a_community_opens_in_a_spreadsheet(built: Built) -> None:
    content = (built.folder / "tables/de/judentum.csv").read_bytes()
    assert content.startswith("\ufeffKennung,".encode())
    names = [row["Name"] for row in csv.DictReader(content.decode("utf-8-sig").splitlines())]
    assert "Pessach" in names


def test_everything_of_some_size_is_compressed_twice_and_is_the_same(built: Built) -> None:
    large = [p for p in built.folder.rglob("*") if p.suffix in (".ics", ".html", ".json", ".css", ".js", ".csv")]
    assert len(large) > 100
    for path in large:
        content = path.read_bytes()
        if len(content) >= 1024:
            assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == content
            assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == content


def test_another_machine_builds_the_same_bytes(small: Path, tmp_path: Path) -> None:
    elsewhere = {
        "PATH": os.environ["PATH"], "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.ISO-8859-9", "LC_ALL": "C",
        "PYTHONHASHSEED": "4321", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    words = ["--years", "2027-2027", "--edition", str(small), "--base-url", "https://example.org"]
    assert run(cli, ["site", str(tmp_path / "here"), *words]) == 0
    command = [sys.executable, "-m", "interfaith_cal", "site", "there", *words]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=elsewhere)
    here, there = (contents_of(tmp_path / name) for name in ("here", "there"))
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []


def test_writing_feeds_together_gives_the_same_bytes_as_each_alone(built: Built) -> None:
    for path, feed in built.feed_files():
        if feed.group in ("jewish", "christian", "planning"):
            assert to_ics(feed, change_log()) == path.read_bytes()


class Page(HTMLParser):
    """What a page links to, loads, names and leaves open."""

    VOID = ("meta", "link", "input", "img", "br", "hr")

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in self.VOID:
            self.open.append(tag)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        for name in ("src", "action"):
            if found.get(name):
                self.loaded.append(str(found[name]))
        if tag == "link" and found.get("rel") in ("stylesheet", "icon"):
            self.loaded.append(str(found["href"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, Page]:
    return {path.relative_to(built.folder).as_posix(): Page(path) for path in built.folder.rglob("*.html")}


def test_pages_nest_and_no_name_is_there_twice(pages: dict[str, Page]) -> None:
    years, festivals = range(2025, 2028), [f for community in religions.communities() for f in community.festivals]
    # The front page of all, the frame for others, the page of what is not there; in each language front page, frame …
    assert len(pages) == 3 + 3 * (2 + 14 * len(years) + len(PRINT_ORDER) + len(festivals))
    for path, page in pages.items():
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_every_link_leads_somewhere(built: Built, pages: dict[str, Page]) -> None:
    lost = []
    for path, page in pages.items():
        for link in page.links:
            goal, _, anchor = urllib.parse.urljoin(f"{built.base}/{path}", link).partition("#")
            if not goal.startswith(f"{built.base}/"):
                assert re.match("(webcal|https)://", goal), goal
                continue
            file = urllib.parse.urlsplit(goal).path.removeprefix("/")
            file += "index.html" if file.endswith("/") or not file else ""
            if not (built.folder / file).is_file() or (anchor and anchor not in pages[file].ids):
                lost.append((path, link))
    assert lost == []


def test_every_event_leads_to_its_festival(built: Built, pages: dict[str, Page]) -> None:
    for path, _ in built.feed_files():
        for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            link = str(event["DESCRIPTION"]).rpartition(": ")[2]
            page, anchor = link.removeprefix(f"{built.base}/").split("#")
            assert anchor in pages[f"{page}index.html"].ids


def test_pages_load_nothing_from_elsewhere_and_style_or_script_nothing_inline(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert [one for one in page.loaded if "//" in one] == [], path
        for tag, attributes in page.tags:
            assert "style" not in attributes, (path, tag)
            assert tag != "style"
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
            assert (
                tag != "script"
                or attributes.get("src")
                or attributes.get("type") in ("application/json", "application/ld+json")
            )


def test_what_is_said_in_another_language_names_it_and_its_direction(pages: dict[str, Page]) -> None:
    directions: dict[str, set[str | None]] = {}
    for page in pages.values():
        for tag, attributes in page.tags:
            if tag == "span" and attributes.get("lang"):
                directions.setdefault(str(attributes["lang"]), set()).add(attributes.get("dir"))
    assert {lang for lang, dirs in directions.items() if dirs == {"rtl"}} == {"ar", "fa", "he", "syc"}
    assert {frozenset(dirs) for dirs in directions.values()} == {frozenset({"rtl"}), frozenset({"ltr"})}
    assert {"bo", "ta", "el", "hy", "he-Latn"} <= directions.keys()


def test_a_front_page_offers_its_feeds_to_programs(built: Built, pages: dict[str, Page]) -> None:
    offered = {
        attributes["href"]
        for tag, attributes in pages["de/index.html"].tags
        if tag == "link" and attributes.get("type") == "text/calendar"
    }
    assert offered == {a.links(built.contents.site).feed for a in feeds.addresses(built.contents, "de")}


def test_a_page_without_javascript_shows_explanation_greeting_and_school_note_in_place(built: Built) -> None:
    page = (built.folder / "de/2027/index.html").read_text()
    (item,) = re.findall(r'<li id="jewish/pesach/5787".*?</li>', page, re.DOTALL)
    assert "erinnert an den Auszug" in item
    assert '<span lang="he" dir="rtl">חג פסח שמח</span>' in item
    assert "<dt>Schule</dt>" in item
    assert 'data-first="2027-04-22"' in item


@pytest.mark.parametrize("base, prefix", [("https://example.org/kalender", "/kalender"), ("https://example.org", "")])
def test_a_site_in_a_folder_of_its_host_keeps_its_links_within(base: str, prefix: str) -> None:
    contents = gathered(base)
    assert f"location = {prefix}/feeds/de/jewish.ics {{ return 301 {prefix}/feeds/de/judentum.ics; }}" in (
        servers.nginx(contents).decode()
    )
    assert f"{prefix}/feeds/de/jewish.ics {prefix}/feeds/de/judentum.ics 301\n" in servers.redirects(contents).decode()
    assert f"RewriteRule ^feeds/de/jewish[.]ics$ {prefix}/feeds/de/judentum.ics" in servers.apache(contents).decode()


def test_a_plain_web_server_is_enough(built: Built) -> None:
    answer = ask(f"{built.base}/feeds/de/alle.ics")
    assert (answer.status, answer.body[:15]) == (200, b"BEGIN:VCALENDAR")
    again = ask(f"{built.base}/feeds/de/alle.ics", If_Modified_Since=answer.headers["last-modified"])
    assert again.status == 304
    assert headers.POLICY in ask(f"{built.base}/de/").body.decode().replace("&#39;", "'")
