"""The frame for pages of others, copied from our page into pages of another origin, in a real Chromium."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.feeds.clients.readers import missing
from tests.web.conftest import Built, Server, ask

HERE = Path(__file__).parent
FETCH = "sh tests/web/fetch.sh"
AROUND = ("plain", "wordpress", "typo3", "moodle", "strict")
MOST_BYTES = 20_000


@pytest.fixture(scope="module")
def seen(server: Server, built: Built) -> dict[str, Any]:
    """What the script in the browser saw; see widget.mjs."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules/playwright-core").is_dir():
        missing("node with playwright-core and axe-core", FETCH)
    command = [node, str(HERE / "widget.mjs"), server.base, built.base]
    done = subprocess.run(command, capture_output=True, check=False, timeout=240)
    if done.returncode == 3:
        missing("chromium", FETCH)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_line_follows_the_choice_and_is_shown_at_once(seen: dict[str, Any], server: Server) -> None:
    found = seen["offer"]
    assert found["before"].startswith(f'<iframe src="{server.base}/widget/?lang=de" ')
    assert f'src="{server.base}/widget/?lang=de&amp;c=jewish,islamic" ' in found["line"]
    assert found["line"].count("\n") == 0
    # Neither a style nor a script of ours is asked of the page around it.
    assert not re.search("style=|<script", found["line"])
    assert "Pessach" in found["preview"]


@pytest.mark.parametrize("around", AROUND)
def test_the_line_works_in_a_page_of_another_origin(seen: dict[str, Any], server: Server, around: str) -> None:
    """The clock of the browser says 21 April 2027, the eve of Pesach."""
    found = seen["pages"][around]
    assert found["address"] == f"{server.base}/widget/?lang=de&c=jewish,islamic"
    assert found["text"].startswith("Mittwoch, 21. April 2027")
    assert "Pessach (beginnt an diesem Abend)" in found["text"]
    assert "Ridván" not in found["text"]
    assert (found["sideways"], found["around"]) == (0, 0)
    width, height = found["box"]
    assert width > 240
    assert height > 140
    assert found["link"] == [f"{server.base}/de/2027/#jewish/pesach/5787", "_blank", "rgb(154, 60, 20)"]


@pytest.mark.parametrize("around", AROUND)
def test_it_weighs_at_most_20_kilobytes(seen: dict[str, Any], around: str) -> None:
    found = seen["pages"][around]
    assert 3_000 < found["weight"] <= MOST_BYTES
    assert {"/assets/widget.js", "/assets/widget.css"} < set(found["asked"])


def test_it_asks_nobody_else_and_keeps_nothing(seen: dict[str, Any]) -> None:
    assert (seen["outside"], seen["cookies"], set(seen["kept"])) == ([], [], {0})
    assert seen["complaints"] == []


def test_nothing_else_can_be_framed(seen: dict[str, Any], server: Server) -> None:
    assert any("frame-ancestors" in said for said in seen["refusal"])
    assert [one for one in seen["whole"] if one.startswith(server.base)] == []
    for path in ("/", "/de/", "/de/2027/", "/de/judentum/", "/de/widget/"):
        assert "frame-ancestors 'none'" in ask(f"{server.base}{path}").headers["content-security-policy"], path
    assert "frame-ancestors" not in ask(f"{server.base}/widget/").headers["content-security-policy"]


def test_a_choice_that_does_not_exist_is_named(seen: dict[str, Any]) -> None:
    assert "„jewsh<img src=x>“ gibt es hier nicht (Angabe „c“). Möglich sind: jewish, protestant" in seen["bad"]["text"]
    assert not seen["bad"]["picture"]
    assert "Pessach" not in seen["bad"]["text"]
    for sentence in ("„xx“ gibt es hier nicht", "There is no “xx” here"):
        assert sentence in seen["unknown"]


def test_without_scripts_a_link_leads_to_the_page(seen: dict[str, Any], server: Server) -> None:
    assert "Feste der Religionen, heute und in den nächsten Tagen" in seen["bare"]["text"]
    assert [f"{server.base}/de/", "_blank"] in seen["bare"]["links"]


def test_a_month_is_shown_in_the_language_and_scheme_chosen(seen: dict[str, Any]) -> None:
    found = seen["month"]
    assert (found["lang"], found["heading"], found["paper"]) == ("en", "April 2027", "rgb(25, 24, 23)")
    assert found["chips"] > 20
    assert found["sideways"] <= 0
    assert "old calendar" in found["text"]
    assert seen["turned"] == "Nächster Monat"


def test_it_needs_no_server_of_ours(seen: dict[str, Any]) -> None:
    assert seen["static"]["heading"] == "Wednesday, 21 April 2027"
    assert "Pesach" not in seen["static"]["text"]


def test_days_that_the_site_does_not_know_are_not_said_to_be_empty(seen: dict[str, Any]) -> None:
    assert re.match(r"Verzeichnet sind die Jahre \d{4} bis 2027\.", seen["old"])


def test_without_a_server_the_page_names_a_choice_that_does_not_exist(seen: dict[str, Any]) -> None:
    found = seen["asked"]
    assert "„jewsh<b>“ gibt es hier nicht (Angabe „c“). Möglich sind: jewish" in found["text"]
    assert "„xx“ gibt es hier nicht (Angabe „lang“). Möglich sind: de, en" in found["text"]
    assert found["bold"] == 0


def test_where_nothing_is_the_page_names_the_address_and_leads_on(seen: dict[str, Any], built: Built) -> None:
    language, address = seen["nothing"]
    assert "There is no “xx” here (given as “lang”). Known are: de, en" in language["text"]
    assert "Unter „/de/<b>/“ gibt es hier nichts." in address["text"]
    assert (language["bold"], address["bold"]) == (0, 0)
    assert {f"{built.base}/de/", f"{built.base}/en/#today"} <= set(address["links"])


def test_axe_finds_nothing(seen: dict[str, Any]) -> None:
    assert (seen["offer"]["axe"], seen["month"]["axe"], seen["static"]["axe"]) == ([], [], [])
