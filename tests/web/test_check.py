"""A date is checked on the page as `plan` weighs it, in its words, with a script and without one."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from interfaith_cal.cli.main import cli, run
from tests.feeds.clients.readers import missing
from tests.web.conftest import Built, Server

HERE = Path(__file__).parent
FETCH = "sh tests/web/fetch.sh"
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
LANDS = {"nrw": "NW", "hb": "HB", "by": "BY", "sn": "SN"}
DAYS = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]


@pytest.fixture(scope="module")
def seen(server: Server, built: Built) -> dict[str, Any]:
    """What the script in the browser saw; see check.mjs."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules/playwright-core").is_dir():
        missing("node with playwright-core and axe-core", FETCH)
    command = [node, str(HERE / "check.mjs"), server.base, built.base, ",".join(LANDS), str(FIRST), str(LAST)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=240)
    if done.returncode == 3:
        missing("chromium", FETCH)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return dict(json.loads(done.stdout))


def planned(land: str, *days: str) -> list[dict[str, Any]]:
    """What `interfaith-cal plan` says of days."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(cli, ["plan", *days, "--land", land, "--format", "json"])
    return list(json.loads(out.getvalue()))


@pytest.mark.parametrize("land", LANDS)
def test_every_day_of_two_years_has_the_verdict_of_plan(seen: dict[str, Any], land: str) -> None:
    for day, judged in zip(DAYS, planned(LANDS[land], *map(str, DAYS)), strict=True):
        found = seen["days"][f"{land} {day}"]
        assert found["verdict"] == judged["verdict"], (land, day)
        counting = [one for one in judged["days"][0]["affected"] if one["community"] == "" or one["weight"] != "clear"]
        reasons = {one["reason"] for one in counting}
        for reason in reasons:
            assert any(said.endswith(reason) for said in found["reasons"]), (land, day, reason)
        assert all(any(said.endswith(reason) for reason in reasons) for said in found["reasons"]), (land, day)
        near = [days for days in (judged["fair_days"], judged["clear_days"]) if days]
        # The site ends with its last year, and so do the days that it can offer.
        if day < date(2027, 11, 1):
            assert found["near"] == near, (land, day)


def test_one_asks_for_16_may_2027_in_nrw_with_the_keyboard_alone(seen: dict[str, Any], built: Built) -> None:
    found = seen["keyboard"]
    assert found["day"] == "2027-05-16"
    assert found["place"] == f"{built.base}/de/?check=2027-05-16&land=nrw"
    (answer,) = found["answer"]
    assert planned("NW", "2027-05-16")[0]["verdict"] == "avoid"
    assert answer.upper().startswith("MEIDEN SO 16.05.2027")
    said = ("Sonntag: gesetzlicher Ruhetag", "Opferfest, Tag 1 von 4", "arbeitsfrei", "BASS 12-52", "Mi 12.05.2027")
    assert [words for words in said if words not in answer] == []
    assert found["axe"] == []


def test_a_link_that_is_sent_answers_alike_with_a_server_and_without_a_script(seen: dict[str, Any]) -> None:
    assert seen["keyboard"]["answer"] == seen["link"] == seen["served"] == seen["bare"]
    assert seen["several"]["script"] == seen["several"]["bare"]
    assert len(seen["several"]["script"]) == 2


def test_what_cannot_be_answered_is_named_in_a_sentence(seen: dict[str, Any]) -> None:
    problems = [
        "Ein Land „<i>Nrv“ ist hier nicht verzeichnet.",
        "„<b>soon</b>“ ist kein Termin. Ein Tag wird so geschrieben: 2027-05-16, "
        "mehrere Tage so: 2027-05-12..2027-05-16.",
        "2031-01-01: Verzeichnet sind die Jahre 2025 bis 2027.",
    ]
    for found in seen["wrong"].values():
        assert found == {"problems": problems, "marked": 0}


def test_days_of_leave_are_marked_and_nothing_scrolls_sideways_at_320_pixels(seen: dict[str, Any]) -> None:
    found = seen["narrow"]
    assert "auf Antrag" in found["marks"]
    assert (found["unmarked"], found["sideways"]) == (0, 0)


def test_nothing_is_complained_of(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


def test_every_land_and_year_has_its_file(built: Built) -> None:
    for lang in built.contents.site.languages:
        for land in ("at", "zh", "nrw", "mv"):
            path = built.folder / f"api/v1/check/{land}.{lang}.json"
            said = json.loads(path.read_text(encoding="utf-8"))
            assert [len(said["years"][str(year)]["verdicts"]) for year in (2025, 2026, 2027)] == [365, 365, 365]
            # Of all Austria and of Zurich nobody knows the school holidays: that is said, not guessed.
            assert bool(said["holidays_known_until"]) is (land not in ("at", "zh"))
