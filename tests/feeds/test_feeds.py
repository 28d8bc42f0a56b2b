"""What every feed keeps: no problem of form, the same bytes from every build, and UIDs that only an id decides."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial.changes import ChangeLog, Stamp, change_log
from interfaith_cal.export.ics import Feed, to_ics, uid
from interfaith_cal.model import Observance
from interfaith_cal.religions import PRINT_ORDER
from tests.feeds.conftest import MEMBERS, Build
from tests.feeds.lint import problems

YEARS = ("2027", "2026-2031")
LANGUAGES = ("de", "en")
SETS = pytest.mark.parametrize("years, lang", [(years, lang) for years in YEARS for lang in LANGUAGES])
PUBLISHED = datetime(2026, 11, 24, tzinfo=UTC)
CORRECTED = datetime(2027, 2, 1, 12, tzinfo=UTC)


def events(content: bytes) -> dict[str, bytes]:
    """The events of a feed by their UIDs, in the order of the feed."""
    blocks = re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", content, re.DOTALL)
    return {line(block, "UID"): block for block in blocks}


def line(block: bytes, name: str) -> str:
    """The value of a property that is too short to be folded."""
    match = re.search(rb"^%s[;:](?:VALUE=DATE:)?([^\r]*)\r\n(?! )" % name.encode(), block, re.MULTILINE)
    assert match, name
    return match[1].decode()


@SETS
def test_every_feed_is_clean(build: Build, years: str, lang: str) -> None:
    found = {group: problems(one.content) for group, one in build(years, lang).items()}
    assert {group: said[:3] for group, said in found.items() if said} == {}


@SETS
def test_a_folder_holds_a_feed_for_each_community_and_the_bundles(build: Build, years: str, lang: str) -> None:
    built = build(years, lang)
    assert set(built["all"].path.parent.iterdir()) == {one.path for one in built.values()}
    assert {group: len(events(one.content)) for group, one in built.items()} == {
        group: len(one.feed.observances) for group, one in built.items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_building_again_gives_the_same_bytes_in_whatever_order_one_gathers(build: Build, lang: str) -> None:
    for group, (path, feed) in build("2027", lang).items():
        again = feed._replace(observances=feed.observances[::-1])
        assert to_ics(again, change_log()) == path.read_bytes(), group


@pytest.mark.parametrize("years, lang", [("2027", "en"), ("2026-2031", "de")])
def test_another_machine_builds_the_same_bytes(build: Build, years: str, lang: str, tmp_path: Path) -> None:
    elsewhere = {
        "PATH": os.environ["PATH"],
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.ISO-8859-9",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4321",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    command = [sys.executable, "-m", "interfaith_cal", "ics", years, "--lang", lang, "-o", "feeds"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=elsewhere)
    for one in build(years, lang).values():
        assert (tmp_path / "feeds" / one.path.name).read_bytes() == one.content, one.path.name


@pytest.mark.parametrize("group", PRINT_ORDER)
def test_a_single_feed_is_that_of_the_folder(build: Build, group: str, tmp_path: Path) -> None:
    assert run(cli, ["ics", "2027", "-c", group, "-o", str(tmp_path / "one.ics")]) == 0
    assert (tmp_path / "one.ics").read_bytes() == build("2027", "de")[group].content


@pytest.mark.parametrize("years", YEARS)
def test_an_event_has_the_same_uid_in_every_language(build: Build, years: str) -> None:
    german, english = build(years, "de"), build(years, "en")
    for group in MEMBERS:
        assert list(events(german[group].content)) == list(events(english[group].content)), group


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_event_is_the_same_in_a_feed_of_one_year_and_of_six(build: Build, lang: str) -> None:
    one, six = build("2027", lang), build("2026-2031", lang)
    for group in MEMBERS:
        assert events(one[group].content).items() <= events(six[group].content).items(), group


@SETS
def test_a_bundle_holds_the_events_of_its_communities(build: Build, years: str, lang: str) -> None:
    built = {group: events(one.content).keys() for group, one in build(years, lang).items()}
    for group, members in MEMBERS.items():
        assert built[group] == set().union(*(built[member] for member in members)), group


def test_a_uid_is_made_of_the_id_alone_and_never_changes() -> None:
    # Beside the id only the keeper counts, and of it only whether it is an edition of one's own.
    assert list(inspect.signature(uid).parameters) == ["observance_id", "keeper"]
    assert uid("jewish/pesach/5787", "jewish") == uid("jewish/pesach/5787")
    assert uid("jewish/pesach/5787") == "7c77a572-e3f0-5d26-8374-490e86554486"
    assert uid("orthodox/pascha/2027") == "f0df13e5-d3ab-5e01-ab19-0fb88987c344"


@pytest.fixture
def feed(build: Build) -> Feed:
    return build("2027", "de")["all"].feed


def one_of(feed: Feed, identifier: str) -> Observance:
    (found,) = [o for o in feed.observances if o.id == identifier]
    return found


def with_instead(feed: Feed, old: Observance, new: Observance) -> Feed:
    return feed._replace(observances=[new if o is old else o for o in feed.observances])


def changed(before: bytes, after: bytes) -> set[str]:
    """The UIDs of the events that differ; both feeds hold the same ones."""
    old, new = events(before), events(after)
    assert old.keys() == new.keys()
    return {name for name in old if old[name] != new[name]}


def test_a_moved_date_keeps_its_uid_and_touches_no_other_event(feed: Feed) -> None:
    pesach = one_of(feed, "jewish/pesach/5787")
    day = timedelta(1)
    moved = replace(pesach, first_day=pesach.first_day + day, last_day=pesach.last_day + 2 * day)
    log = ChangeLog(PUBLISHED, {})
    before, after = to_ics(feed, log), to_ics(with_instead(feed, pesach, moved), log)
    assert changed(before, after) == {uid(pesach.id)}
    event = events(after)[uid(pesach.id)]
    assert (line(event, "DTSTART"), line(event, "DTEND")) == ("20270423", "20270502")


@pytest.mark.parametrize(
    "identifier", ["jewish/pesach/5787", "catholic/christmas-day/2027", "orthodox/saint-george/2027/old-calendar"]
)
def test_a_correction_in_the_log_changes_exactly_its_event(feed: Feed, identifier: str) -> None:
    one_of(feed, identifier)
    before = to_ics(feed, ChangeLog(PUBLISHED, {}))
    after = to_ics(feed, ChangeLog(PUBLISHED, {identifier: Stamp(CORRECTED, 3)}))
    assert problems(after) == problems(before)
    assert changed(before, after) == {uid(identifier)}
    old, new = events(before)[uid(identifier)], events(after)[uid(identifier)]
    assert [line(old, name) for name in ("SEQUENCE", "LAST-MODIFIED")] == ["0", "20261124T000000Z"]
    assert [line(new, name) for name in ("SEQUENCE", "LAST-MODIFIED")] == ["3", "20270201T120000Z"]
    assert new == old.replace(b"SEQUENCE:0", b"SEQUENCE:3").replace(b"20261124T000000Z", b"20270201T120000Z")
    # The calendar says it too, and nothing else of it differs.
    head_before, head_after = (content.partition(b"BEGIN:VEVENT")[0] for content in (before, after))
    assert head_after == head_before.replace(b"20261124T000000Z", b"20270201T120000Z")
    assert line(head_after, "LAST-MODIFIED") == "20270201T120000Z"


def test_a_correction_of_something_else_changes_nothing(feed: Feed) -> None:
    log = ChangeLog(PUBLISHED, {"jewish/pesach/5790": Stamp(CORRECTED, 1)})
    assert to_ics(feed, log) == to_ics(feed, ChangeLog(PUBLISHED, {}))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_stamp_comes_from_the_log_and_none_from_the_clock(build: Build, lang: str) -> None:
    log = change_log()
    for path, feed in build("2026-2031", lang).values():
        written = events(path.read_bytes())
        for o in feed.observances:
            change = log.of(o.id)
            assert line(written[uid(o.id)], "DTSTAMP") == f"{change.changed:%Y%m%dT%H%M%SZ}"
            assert line(written[uid(o.id)], "SEQUENCE") == str(change.sequence)
