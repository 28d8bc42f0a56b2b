"""The site of an edition is its own: title, publisher, own days, colors, legal pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from interfaith_cal.editorial import editions
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.ground.places import place
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.web.tree import Maker, tree

SCHOOL = """
title = { de = "Kalender der Schule am Park", tr = "Park Okulu Takvimi" }
subtitle = { de = "Feste, die wir <teilen>", tr = "Paylaştığımız bayramlar" }
publisher = { de = "Schule am Park", tr = "Park Okulu" }
languages = ["de", "tr"]
communities = ["islamic", "jewish"]
include = ["civil"]
logo = "park.svg"
accent = "#0B6E4F"
imprint = { de = "Parkweg 1\\n50667 Köln", tr = "Parkweg 1\\n50667 Köln" }
contact = { de = "post@park.example", tr = "post@park.example" }

[colors]
islamic = "#2E8B57"

[[day]]
id = "summer-fair"
date = 2027-06-19
name = { de = "Schulfest", tr = "Okul şenliği" }
text = { de = "Alle sind eingeladen.", tr = "Herkes davetlidir." }
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Maker]:
    folder = tmp_path_factory.mktemp("school")
    (folder / "park.svg").write_text(LOGO, encoding="utf-8")
    (folder / "park.toml").write_text(SCHOOL, encoding="utf-8")
    edition = editions.edition(str(folder / "park.toml"))
    site = Site("https://park.example/feste", 2027, 2027, edition.languages, edition, place())
    return tree(Contents(site, change_log()))


def test_every_file_of_an_editions_site_can_be_made(files: Mapping[str, Maker]) -> None:
    assert all(make() for make in files.values())


@pytest.mark.parametrize("path", [
    "de/index.html", "de/2027/index.html", "de/2027/table.html", "de/eigene-tage/index.html",
    "de/eigene-tage/summer-fair/index.html", "de/judentum/index.html", "de/impressum/index.html",
    "de/datenschutz/index.html",
])  # fmt: skip
def test_every_page_bears_title_publisher_logo_and_the_way_to_the_legal_notice(
    files: Mapping[str, Maker], path: str
) -> None:
    page = files[path]().decode()
    assert re.search("<title>.*Kalender der Schule am Park( 2027)?</title>", page)
    assert '<meta name="author" content="Schule am Park">' in page
    assert "Feste, die wir &lt;teilen&gt;" in page
    assert "assets/logo.svg" in page
    assert "de/impressum/" in page
    assert "de/datenschutz/" in page


def test_own_days_stand_in_pages_feeds_tables_and_json(files: Mapping[str, Maker]) -> None:
    feed = "feeds/de/eigene-tage/summer-fair.ics"
    tables = ("api/v1/observances/2027.json", "tables/de/eigene-tage.csv", "search/de.json", "api/v1/festivals.json")
    for path in ("de/2027/index.html", "feeds/de/alle.ics", "feeds/de/eigene-tage.ics", feed, *tables):
        assert "Schulfest" in files[path]().decode(), path
    assert "Okul şenliği" in files["tr/2027/index.html"]().decode()
    assert "civil/human-rights-day/2027" in files["api/v1/observances/2027.json"]().decode()


def test_feeds_and_style_are_called_and_colored_as_the_edition_says(files: Mapping[str, Maker]) -> None:
    whole, islamic = files["feeds/de/alle.ics"]().decode(), files["feeds/de/islam.ics"]().decode()
    assert "\r\nNAME:Kalender der Schule am Park\r\n" in whole
    assert "Herausgegeben von: Schule am Park." in whole.replace("\r\n ", "")
    assert "\r\nX-APPLE-CALENDAR-COLOR:#2E8B57\r\n" in islamic
    assert "\r\nCOLOR:seagreen\r\n" in islamic
    style = files["assets/site.css"]().decode()
    assert ".chip-islamic { background: #2E8B57;" in style
    assert ".chip-own { background: #0B6E4F;" in style
    assert "border-top: .5rem solid #0B6E4F" in style


def test_the_legal_notice_and_the_privacy_page_are_filled_from_the_edition(files: Mapping[str, Maker]) -> None:
    for path in ("de/impressum/index.html", "de/datenschutz/index.html", "tr/kunye/index.html"):
        page = files[path]().decode()
        assert "Parkweg 1<br>50667 Köln" in page
        assert "post@park.example" in page


def test_an_edition_that_says_nothing_of_its_publisher_has_no_legal_pages() -> None:
    edition = editions.edition("all")
    made = tree(Contents(Site("https://x.example", 2027, 2027, ("de",), edition, place()), change_log()))
    assert not [path for path in made if "impressum" in path or "datenschutz" in path]
