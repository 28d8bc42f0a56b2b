"""What programs read beside feeds and data: linked events, Atom, the list of pages, pictures and texts of links."""

from __future__ import annotations

import json
import re
import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from interfaith_cal import religions
from interfaith_cal.editorial import editions, wikidata
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground import places
from interfaith_cal.ground.root import data_folder
from interfaith_cal.model import Rank
from interfaith_cal.web import atom, picture
from interfaith_cal.web.app import App
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.web.tree import tree
from tests.web.conftest import Built, Server, ask, gathered
from tests.web.test_serve import asked

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BOTH = pytest.mark.parametrize("lang", ["de", "en"])


def linked(page: str) -> dict[str, object]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    parsed: dict[str, object] = json.loads(found)
    return parsed


@BOTH
def test_every_date_of_a_festival_is_an_event_of_schema_org(built: Built, lang: str) -> None:
    for kept in built.contents.festivals:
        (page,) = (json_page["pages"][lang] for json_page in festivals(built) if json_page["id"] == kept.id)
        text = (built.folder / page.removeprefix(f"{built.base}/") / "index.html").read_text()
        observances = built.contents.of_festival(kept.id)
        if not observances:
            assert "application/ld+json" not in text
            continue
        graph = linked(text)["@graph"]
        assert isinstance(graph, list)
        assert [(e["identifier"], e["startDate"], e["endDate"]) for e in graph] == [
            (o.id, o.first_day.isoformat(), o.last_day.isoformat()) for o in observances
        ]
        assert {(e["@type"], e["url"], e["name"]) for e in graph} == {("Event", page, kept.name(lang))}
        assert {e.get("sameAs", "") for e in graph} == {wikidata.entity(kept.id)}


def festivals(built: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((built.folder / "api/v1/festivals.json").read_bytes())
    return found


def test_the_list_of_festivals_has_the_items_of_wikidata(built: Built) -> None:
    found = {str(f["id"]): f.get("wikidata", "") for f in festivals(built)}
    assert list(found) == [f.id for f in built.contents.festivals]
    assert found["catholic/good-friday"] == "http://www.wikidata.org/entity/Q40317"
    assert {name for name, item in found.items() if item} == {*wikidata.items()}


def test_items_are_of_festivals_that_exist_and_one_community_has_each_once() -> None:
    by_item: dict[tuple[str, str], str] = {}
    for name, item in wikidata.items().items():
        religions.festival(name)
        assert by_item.setdefault((name.split("/")[0], item), name) == name


def test_a_broken_item_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "wikidata.toml").write_text('[festivals]\n"jewish/pesach" = "121393"\n')
    with data_folder(tmp_path), pytest.raises(DataFileError, match="the item of 'jewish/pesach' is '121393'; give one"):
        wikidata.items()


@BOTH
def test_the_months_hold_what_touches_them_and_together_their_year(built: Built, lang: str) -> None:
    folder = built.folder / "api/v1"
    year = {row["id"]: row for row in json.loads((folder / f"observances/2027.{lang}.json").read_bytes())}
    seen = set()
    for number in range(1, 13):
        month = f"2027-{number:02}"
        rows = json.loads((folder / f"months/{month}.{lang}.json").read_bytes())
        touching = [i for i, row in year.items() if row["first_day"][:7] <= month <= row["last_day"][:7]]
        assert [row["id"] for row in rows] == touching
        assert all(row.items() <= year[row["id"]].items() for row in rows)
        seen |= {*touching}
    assert seen == {*year}


def entries(content: bytes) -> list[ElementTree.Element]:
    feed = ElementTree.fromstring(content)
    for needed in ("id", "title", "updated", "author/a:name"):
        assert feed.findtext(f"a:{needed}", namespaces=ATOM), needed
    found = feed.findall("a:entry", ATOM)
    ids = [one.findtext("a:id", namespaces=ATOM) for one in found]
    assert len(ids) == len(set(ids))
    for one in found:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.findtext("a:updated", "", ATOM))
        assert one.findtext("a:title", namespaces=ATOM)
        assert one.find("a:link", ATOM) is not None
    return found


@BOTH
def test_the_file_of_coming_days_has_the_main_days_of_its_years(built: Built, lang: str) -> None:
    found = entries((built.folder / atom.coming_path(lang)).read_bytes())
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    wanted = [o for o in built.contents.in_feeds if o.rank == Rank.MAJOR and first <= o.first_day <= last]
    assert [one.findtext("a:id", "", ATOM).partition("#")[2] for one in found] == [o.id for o in wanted]


def test_a_server_tells_of_the_days_to_come_as_of_the_visit() -> None:
    app = App(gathered("http://x.org", combinations=True), today=lambda: date(2027, 4, 12))
    answer = asked(app, "/atom/de/days.atom", "")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = entries(answer.body)
    titles = [one.findtext("a:title", "", ATOM) for one in found]
    assert "Donnerstag, 22. April 2027: Pessach (Judentum)" in titles
    # Nobody is told of what is not yet near, nor with a time that is ahead.
    assert max(one.findtext("a:updated", "", ATOM) for one in found) <= "2027-04-12T00:00:00Z"
    assert not [title for title in titles if "Mai 2027" in title]


@BOTH
def test_what_was_corrected_is_told_with_its_days_and_the_reason(built: Built, lang: str) -> None:
    found = entries((built.folder / atom.corrections_path(lang)).read_bytes())
    assert found
    texts = [one.findtext("a:content", "", ATOM) for one in found]
    assert all(re.search(r": .* 20\d\d", text) for text in texts)
    stamps = [one.findtext("a:updated", "", ATOM) for one in found]
    assert stamps == sorted(stamps, reverse=True)


def test_the_list_of_pages_has_each_page_once_and_is_named_to_search_engines(built: Built) -> None:
    tree = ElementTree.fromstring((built.folder / "sitemap.xml").read_bytes())
    found = [one.text or "" for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    files = {p.relative_to(built.folder).as_posix() for p in built.folder.rglob("*.html")}
    assert sorted(found) == sorted(
        f"{built.base}/{file.removesuffix('index.html')}" for file in files - {"404.html", "widget/index.html"}
    )
    assert f"Sitemap: {built.base}/sitemap.xml" in (built.folder / "robots.txt").read_text()


def test_a_shared_link_has_a_picture_and_says_what_it_is_about(built: Built) -> None:
    said = set()
    for path in ("de/index.html", "de/judentum/index.html", "de/judentum/pesach/index.html", "en/widget/index.html"):
        page = (built.folder / path).read_text()
        found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
        assert found["url"] == f"{built.base}/{path.removesuffix('index.html')}"
        assert found["image"] == f"{built.base}/assets/preview.png"
        assert found["title"]
        said.add(found["description"])
    assert len(said) >= 3


def test_the_picture_is_a_png_of_1200_by_630_with_each_color(built: Built, server: Server) -> None:
    content = (built.folder / "assets/preview.png").read_bytes()
    assert content == ask(f"{server.base}/assets/preview.png").body
    assert struct.unpack(">II", content[16:24]) == (picture.WIDTH, picture.HEIGHT)
    (length,) = struct.unpack(">I", content[33:37])
    pixels = zlib.decompress(content[41 : 41 + length])
    assert len(pixels) == picture.HEIGHT * (1 + picture.WIDTH * 3)
    colors = {bytes(pixels[at : at + 3]) for at in range(1, len(pixels) - 2, 3 * picture.WIDTH + 1)}
    assert bytes(picture.PAPER) in colors


def test_an_edition_in_one_language_with_days_of_its_own_has_all_of_this(tmp_path: Path) -> None:
    path = tmp_path / "school.toml"
    path.write_text(
        'title = { de = "Schule" }\nlanguages = ["de"]\ncommunities = ["jewish"]\n'
        '[[day]]\nid = "sports"\nname = { de = "Sportfest" }\ntext = { de = "Alle laufen." }\nevery = "10 June"\n'
    )
    edition = editions.edition(str(path))
    site = Site("https://x.org/kalender", 2027, 2027, ("de",), edition, places.place(), combinations=True)
    contents = Contents(site, change_log())
    files = {
        name: make()
        for name, make in tree(contents).items()
        if name.startswith(("api/", "atom/", "widget/", "404", "sitemap", "assets/", "de/widget/"))
    }
    listed = {festival["id"]: festival for festival in json.loads(files["api/v1/festivals.json"])}
    (own,) = (name for name in listed if name.endswith("/sports"))
    assert listed[own]["names"] == {"de": "Sportfest"}
    assert "Sportfest" in files["atom/de/days.atom"].decode()
    assert own in {row["id"].rpartition("/")[0] for row in json.loads(files["api/v1/months/2027-06.de.json"])}
    assert json.loads(files["api/v1/openapi.json"])["info"]["title"].startswith("Schule")
    (known,) = re.findall(r'id="known">(.*?)<', files["widget/index.html"].decode())
    assert own.partition("/")[0] in json.loads(known)["communities"]
