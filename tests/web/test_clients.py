"""Real calendar programs and the parsers of the feed panel, over the feeds of a built site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.feeds.clients.readers import READERS, Reader, calcurse
from tests.feeds.clients.rows import Row
from tests.web.clients.programs import Khal, Subscription, radicale
from tests.web.clients.thunderbird import Thunderbird
from tests.web.conftest import Built, expected

EVERY_READER = pytest.mark.parametrize("reader", READERS, ids=[reader.name for reader in READERS])
YEAR = date(2027, 1, 1), date(2028, 1, 1)


@pytest.fixture(scope="session")
def bundle(built: Built) -> tuple[str, Path, list[Row]]:
    """The address, the file and the rows of the bundle of all communities."""
    (found,) = [(path, feed) for path, feed in built.feed_files() if path.name == "alle.ics"]
    path, feed = found
    return f"{built.base}/{path.relative_to(built.folder).as_posix()}", path, expected(feed)


@EVERY_READER
def test_every_feed_of_the_site_is_read_alike(built: Built, reader: Reader) -> None:
    files = {path: feed for path, feed in built.feed_files() if feed.group != "planning"}
    found = reader.read(files)
    assert [path.name for path, feed in files.items() if found[path] != expected(feed)] == []


@EVERY_READER
def test_the_planning_feed_is_read_alike(built: Built, reader: Reader) -> None:
    files = [path for path, feed in built.feed_files() if feed.group == "planning"]
    found = reader.read(files)
    for path in files:
        days = [(row.start, row.end) for row in found[path] if row.description.endswith("/#jewish/pesach/5787")]
        assert days == [("2027-04-22", "2027-04-24"), ("2027-04-28", "2027-04-30")]


def test_calcurse_takes_the_bundle(bundle: tuple[str, Path, list[Row]], tmp_path: Path) -> None:
    _, path, rows = bundle
    kept = calcurse(path, tmp_path)
    assert kept.report == f"0 apps / {len(rows)} events / 0 todos / 0 skipped"
    assert kept.rows == sorted(row._replace(uid="") for row in rows)


def test_khal_takes_the_bundle(bundle: tuple[str, Path, list[Row]], tmp_path: Path) -> None:
    _, path, rows = bundle
    khal = Khal(tmp_path)
    khal.take(path)
    assert len(list(khal.files.iterdir())) == len(rows)
    first, last = YEAR
    in_year = [row for row in rows if row.start < last.isoformat() and row.end > first.isoformat()]
    assert khal.listed(first, (last - first).days) == sorted((row.uid, row.start, _last_day(row)) for row in in_year)


def _last_day(row: Row) -> str:
    return (date.fromisoformat(row.end) - timedelta(1)).isoformat()


def test_radicale_stores_the_bundle_and_finds_days(bundle: tuple[str, Path, list[Row]], tmp_path: Path) -> None:
    _, path, rows = bundle
    with radicale(tmp_path) as server:
        assert server.put(path.read_bytes()) == 201
        assert server.stored() == rows
        for first, last in ((date(2027, 4, 1), date(2027, 5, 1)), YEAR, (date(2030, 1, 1), date(2031, 1, 1))):
            touching = [row for row in rows if row.start < last.isoformat() and row.end > first.isoformat()]
            assert server.on(first, last) == len(touching), first


def test_vdirsyncer_subscribes_to_the_bundle(bundle: tuple[str, Path, list[Row]], tmp_path: Path) -> None:
    address, _, rows = bundle
    subscription = Subscription(tmp_path, address)
    rows = sorted(row._replace(uid="") for row in rows)
    assert subscription.sync() == rows
    times = {path.name: path.stat().st_mtime_ns for path in subscription.files.iterdir()}
    assert subscription.sync() == rows
    assert {path.name: path.stat().st_mtime_ns for path in subscription.files.iterdir()} == times


@pytest.fixture(scope="session")
def thunderbird(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thunderbird]:
    with Thunderbird(tmp_path_factory.mktemp("thunderbird") / "profile") as running:
        yield running


def test_thunderbird_subscribes_to_the_bundle(bundle: tuple[str, Path, list[Row]], thunderbird: Thunderbird) -> None:
    address, _, rows = bundle
    calendar, found = thunderbird.subscribe(address)
    assert found == rows
    assert thunderbird.refresh(calendar) == rows


def test_thunderbird_subscribes_to_every_feed_of_a_language(built: Built, thunderbird: Thunderbird) -> None:
    for path, feed in built.feed_files():
        if feed.lang == "en" and feed.group != "planning":
            _, found = thunderbird.subscribe(f"{built.base}/{path.relative_to(built.folder).as_posix()}")
            assert found == expected(feed), path.name
