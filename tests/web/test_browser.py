"""The pages in a real Chromium: what a person does with them, with and without scripts, on a phone and at a desk."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from icalendar import Calendar

from interfaith_cal.export.ics import uid
from interfaith_cal.model import Observance
from interfaith_cal.web import feeds, query
from tests.feeds.clients.readers import missing
from tests.feeds.lint import problems
from tests.web.conftest import Built, Server, gathered

HERE = Path(__file__).parent
FETCH = "sh tests/web/fetch.sh"


@pytest.fixture(scope="module")
def seen(server: Server, built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the script in the browser saw; see drive.mjs."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules/playwright-core").is_dir():
        missing("node with playwright-core and axe-core", FETCH)
    picture = tmp_path_factory.mktemp("code") / "code.png"
    command = [node, str(HERE / "drive.mjs"), server.base, built.base, str(picture)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=240)
    if done.returncode == 3:
        missing("chromium", FETCH)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return {**json.loads(done.stdout), "picture": picture}


def test_one_chooses_three_communities_copies_the_address_and_gets_their_main_feasts(
    seen: dict[str, Any], server: Server
) -> None:
    found = seen["choose"]
    asked = "c=jewish,islamic,alevi&rank=major&lang=de"
    assert found["before"] == [f"{server.base}/feeds/de/hauptfeste.ics"]
    assert found["address"] == found["copied"] == f"{server.base}/feed.ics?{asked}"
    assert found["button"] == "Kopiert"
    assert found["type"] == "text/calendar; charset=utf-8"
    feed = found["feed"].encode()
    assert problems(feed) == []
    chosen = query.read(asked, gathered(server.base, combinations=True))
    wanted: list[Observance] = query.observances(chosen, gathered(server.base, combinations=True))
    assert sorted(str(e["UID"]) for e in Calendar.from_ical(feed).walk("VEVENT")) == sorted(uid(o.id) for o in wanted)
    assert {o.community.id for o in wanted} == {"jewish", "islamic", "alevi"}
    assert found["name"] == str(Calendar.from_ical(feed)["NAME"])


def test_the_buttons_lead_to_the_calendar_programs(seen: dict[str, Any]) -> None:
    address, name = seen["choose"]["address"], seen["choose"]["name"]
    bare = address.removeprefix("http://")
    assert seen["choose"]["links"] == {
        "apple": f"webcal://{bare}",
        "google": f"https://calendar.google.com/calendar/u/0/r?cid={quote(f'webcal://{bare}', safe='')}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name)}",
        "microsoft365": (
            f"https://outlook.office.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name)}"
        ),
    }


def test_the_choice_is_in_the_address_of_the_page_and_hides_other_days(seen: dict[str, Any], server: Server) -> None:
    found = seen["choose"]
    assert found["place"] == f"{server.base}/de/?c=jewish,islamic,alevi&rank=major&lang=de"
    assert (found["hidden"], found["shown"], found["minor"]) == (False, True, False)
    assert found["code"]["src"] == f"{server.base}/qr.svg?c=jewish,islamic,alevi&rank=major&lang=de"
    assert found["code"]["width"] > 0
    assert found["name"] in found["code"]["alt"]
    assert seen["everything"] == {
        "addresses": [f"{server.base}/feed.ics?usage=islamic:umm-al-qura&lang=en"],
        "minor": True,
    }


def test_the_code_leads_a_phone_to_the_page_with_the_choice(seen: dict[str, Any], server: Server) -> None:
    if shutil.which("zbarimg") is None:
        missing("zbarimg", FETCH)
    done = subprocess.run(["zbarimg", "-q", "--raw", "--nodbus", str(seen["picture"])], capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"{server.base}/de/?c=jewish,islamic,alevi&rank=major&lang=de"


def test_the_language_changes_and_the_choice_stays(seen: dict[str, Any], server: Server) -> None:
    assert seen["language"] == {
        "from": "de",
        "to": "en",
        "heading": "Religious festivals in your calendar",
        "chosen": ["jewish", "sikh"],
        "addresses": [f"{server.base}/feed.ics?c=jewish,sikh&rank=major&lang=en"],
    }


def test_the_keyboard_is_enough(seen: dict[str, Any]) -> None:
    assert seen["keyboard"] == {"skip": "skip", "outline": "solid", "checked": True, "opened": True}


def test_today_is_told(seen: dict[str, Any]) -> None:
    """The clock of the browser says 21 April 2027, the eve of Pesach."""
    found = seen["days"]
    assert found["today"].startswith("Mittwoch, 21. April 2027")
    assert "Pessach (beginnt an diesem Abend)" in found["today"]
    assert "Schawuot" not in found["today"]


def test_a_festival_is_found_by_what_people_call_it_with_its_next_date_first(
    seen: dict[str, Any], server: Server
) -> None:
    """The clock of the browser says 21 April 2027: the feast of this spring is over."""
    (feast,) = seen["search"]["feast"]["hits"]
    assert feast["name"] == "Ramadanfest (Fest des Fastenbrechens)"
    assert feast["page"] == f"{server.base}/de/islam/eid-al-fitr/"
    assert (feast["next"], feast["others"]) == ("", 3)
    assert seen["search"]["newroz"]["found"] == "2 Treffer"
    assert [hit["name"] for hit in seen["search"]["holi"]["hits"]] == ["Holi", "Holika-Feuer (Holika Dahan)"]
    fast = seen["search"]["fast"]["hits"][0]
    assert fast["next"] == "→ Mo., 15. November 2027 bis Fr., 24. Dezember 2027, neuer Kalender"


def test_what_no_festival_is_called_finds_the_nearest_or_says_that_there_is_none(seen: dict[str, Any]) -> None:
    assert seen["search"]["typo"]["found"] == "So heißt kein Fest. Meinten Sie:"
    assert seen["search"]["typo"]["hits"] == seen["search"]["feast"]["hits"]
    assert seen["search"]["none"] == {"found": "Nichts gefunden, auch nichts, was so ähnlich heißt.", "hits": []}


def test_the_greeting_for_newroz_is_two_steps_away(seen: dict[str, Any], built: Built) -> None:
    found = seen["greeting"]
    assert found["page"] == f"{built.base}/de/aleviten/newroz/"
    assert "Newroz" in found["heading"]
    assert "Nevruzunuz kutlu olsun!" in found["facts"].partition("Glückwunsch")[2]


def test_at_a_glance_leads_to_the_festival(seen: dict[str, Any]) -> None:
    assert (seen["days"]["grids"], seen["days"]["opened"]) == (12, True)
    assert seen["deep"]["opened"]


def test_yesterday_and_tomorrow_are_one_step_away_and_a_day_has_an_address(seen: dict[str, Any], built: Built) -> None:
    assert seen["steps"] == {
        "today": "Mittwoch, 21. April 2027",
        "yesterday": "Dienstag, 20. April 2027",
        "place": f"{built.base}/de/2027/04/#2027-04-21",
        "next": "Donnerstag, 22. April 2027",
    }


def test_the_page_of_a_festival_leads_to_how_one_leaves_its_feed(seen: dict[str, Any]) -> None:
    for program in ("Apple Kalender", "Google Kalender", "Outlook", "Thunderbird"):
        assert "Wieder entfernen:" in seen["leave"].partition(program)[2]


def test_the_table_to_print_follows_the_choice_and_all_main_days_fill_at_most_ten_pages(seen: dict[str, Any]) -> None:
    found = seen["table"]
    assert set(found["chosen"]["shown"]) == {"JÜD", "SIK"}
    assert found["chosen"]["pages"] <= 2
    assert (found["shown"], found["minor"]) == (15, 0)
    assert found["pages"] <= 10


@pytest.mark.parametrize("place", ["phone", "phoneCommunity", "plainPhone", "desktop"])
def test_nothing_is_wider_than_the_window_and_everything_can_be_tapped(seen: dict[str, Any], place: str) -> None:
    width, window = seen[place]["width"]
    assert width <= window
    assert seen[place]["small"] == []


@pytest.mark.parametrize("place", ["phone", "plainPhone"])
def test_on_a_phone_the_address_stays_in_sight_while_one_chooses(seen: dict[str, Any], place: str) -> None:
    assert seen[place]["bar"]["bottom"] <= 844
    assert seen[place]["bar"]["top"] >= 600


def test_without_scripts_the_server_fills_in_the_address(seen: dict[str, Any], server: Server) -> None:
    found = seen["bare"]
    assert found["chosen"] == [f"{server.base}/feed.ics?c=jewish,hindu&rank=major&lang=de"]
    assert "In den nächsten Tagen" in found["today"]


def test_without_scripts_and_server_each_community_leads_to_its_feeds(seen: dict[str, Any], built: Built) -> None:
    """There is no form that nobody would answer: a choice that is made leads to what was chosen."""
    found = dict(seen["barePlain"])
    bare = f"webcal://{built.base.removeprefix('http://')}/"
    assert found.pop("ways") == [f"{bare}{address.path}" for address in feeds.addresses(built.contents, "de")]
    assert found == {
        "shown": [f"{built.base}/feeds/de/hauptfeste.ics"],
        "form": False,
        "feed": "BEGIN:VCALENDAR",
        "check": False,
        "grids": 12,
    }


def test_where_no_server_combines_feeds_one_card_lists_the_addresses(seen: dict[str, Any], built: Built) -> None:
    found = seen["plain"]
    names = ("judentum", "islam", "aleviten", "bahai", "hinduismus", "sikhs")
    assert found["several"] == [f"{built.base}/feeds/de/{name}-hauptfeste.ics" for name in names]
    assert found["copied"].split() == found["several"]
    assert found["webcal"] == [address.replace("http://", "webcal://") for address in found["several"]]
    assert (found["cards"], found["name"]) == (1, "6 Kalender zusammen")
    named = {f"{built.base}/{address.path}": address.name for address in feeds.addresses(built.contents, "de")}
    assert found["labels"] == [named[address] for address in found["several"]]
    assert set(found["answers"]) == {200}
    assert found["one"] == [f"{built.base}/feeds/de/judentum-hauptfeste.ics"]


def test_the_front_page_is_light(seen: dict[str, Any], built: Built) -> None:
    """Under 40 kB packed and 2,000 nodes; the days of the year are fetched when somebody gets to them."""
    assert seen["light"]["days"] == 0
    assert seen["light"]["nodes"] < 2000
    for path in ("index.html", "de/index.html", "en/index.html"):
        assert (built.folder / f"{path}.gz").stat().st_size < 40_000, path


def test_nothing_scrolls_sideways_at_320_pixels_and_tables_of_communities_show_all_years(seen: dict[str, Any]) -> None:
    for page, found in seen["narrow"].items():
        assert found["sideways"] <= 0, page
        assert [cut for cut in found["cut"] if cut > 0] == [], page
    assert sum(len(found["cut"]) for found in seen["narrow"].values()) == 4


def test_on_paper_there_are_the_days_alone(seen: dict[str, Any]) -> None:
    assert seen["print"] == {"form": False, "list": True, "paper": "rgb(255, 255, 255)"}


def test_nothing_is_complained_of_asked_elsewhere_or_kept(seen: dict[str, Any]) -> None:
    assert (seen["complaints"], seen["outside"], seen["cookies"]) == ([], [], [])


def test_axe_finds_nothing(seen: dict[str, Any]) -> None:
    assert len(seen["axe"]) == 13
    assert {page: found for page, found in seen["axe"].items() if found} == {}
