"""Every feed is read alike by everybody: each parser finds the rows that the observances say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.feeds.clients import readers
from tests.feeds.clients.readers import READERS, Reader, calcurse
from tests.feeds.clients.rows import Row, expected
from tests.feeds.conftest import Build, Built

# Every feed of a year in both languages, and the largest feed that is published.
SETS = {
    "2027-de": ("2027", "de", None),
    "2027-en": ("2027", "en", None),
    "2026-2031-de-all": ("2026-2031", "de", "all"),
}
ALIKE: tuple[list[Row], list[Row]] = ([], [])
Missing = pytest.fail.Exception
EVERY_SET = pytest.mark.parametrize("which", SETS)
EVERY_READER = pytest.mark.parametrize("reader", READERS, ids=[reader.name for reader in READERS])


def feeds(build: Build, which: str) -> list[Built]:
    years, lang, group = SETS[which]
    built = build(years, lang)
    return [built[group]] if group else list(built.values())


def difference(found: list[Row], wanted: list[Row]) -> tuple[list[Row], list[Row]]:
    """The first few rows that were only read, and those that were only expected; duplicates count."""
    read, said = Counter(found), Counter(wanted)
    return sorted((read - said).elements())[:3], sorted((said - read).elements())[:3]


@EVERY_SET
@EVERY_READER
def test_a_reader_finds_exactly_the_rows_of_the_observances(build: Build, reader: Reader, which: str) -> None:
    built = feeds(build, which)
    found = reader.read([one.path for one in built])
    for one in built:
        assert difference(found[one.path], expected(one.feed)) == ALIKE, one.path.name


@EVERY_SET
def test_calcurse_imports_every_event_and_gives_it_back(build: Build, which: str, tmp_path: Path) -> None:
    for one in feeds(build, which):
        folder = tmp_path / one.path.stem
        folder.mkdir()
        wanted = expected(one.feed)
        kept = calcurse(one.path, folder)
        assert kept.report == f"0 apps / {len(wanted)} events / 0 todos / 0 skipped", one.path.name
        assert difference(kept.rows, sorted(row._replace(uid="") for row in wanted)) == ALIKE, one.path.name


# The panel must be able to fail: it sees a changed feed, and a missing tool.


@EVERY_READER
def test_a_reader_sees_what_was_changed_in_a_feed(build: Build, reader: Reader, tmp_path: Path) -> None:
    (path, feed) = build("2027", "de")["jewish"]
    changed = tmp_path / "changed.ics"
    content = path.read_bytes().replace(b"\r\nDTEND;VALUE=DATE:2027", b"\r\nDTEND;VALUE=DATE:2028", 1)
    changed.write_bytes(content)
    only_read, only_expected = difference(reader.read([changed])[changed], expected(feed))
    assert [row.end[:4] for row in only_read] == ["2028"]
    assert [row.uid for row in only_read] == [row.uid for row in only_expected]


def test_libical_checks_restrictions(build: Build, tmp_path: Path) -> None:
    content = build("2027", "de")["jewish"].content
    changed = tmp_path / "changed.ics"
    changed.write_bytes(content.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"))
    with pytest.raises(AssertionError, match=r"(?s)libical refuses a feed: .*restriction check: .*iTIP"):
        READERS[-1].read([changed])


def test_the_validator_of_sabre_is_asked(build: Build, tmp_path: Path) -> None:
    content = build("2027", "de")["jewish"].content
    changed = tmp_path / "changed.ics"
    changed.write_bytes(content.replace("ü".encode(), b"\xfc"))
    (sabre,) = [reader for reader in READERS if reader.name == "sabre"]
    with pytest.raises(AssertionError, match=r"(?s)sabre refuses a feed: .*UTF-8"):
        sabre.read([changed])


def test_calcurse_counts_what_it_skips(build: Build, tmp_path: Path) -> None:
    content = build("2027", "de")["jewish"].content
    changed = tmp_path / "changed.ics"
    changed.write_bytes(content.replace(b"\r\nDTEND;VALUE=DATE:2027", b"\r\nDTEND;VALUE=DATE:2026", 1))
    assert calcurse(changed, tmp_path).report.endswith(" / 1 skipped")


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which none of the tools is installed."""
    (tmp_path / "package.json").write_bytes((readers.HERE / "package.json").read_bytes())
    monkeypatch.setattr(readers, "HERE", tmp_path)
    monkeypatch.setattr(readers, "SYSTEM_PYTHON", str(tmp_path / "python3"))
    monkeypatch.setattr(readers, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("bare_machine")
@EVERY_READER
def test_a_missing_reader_is_named_with_the_command_that_installs_it(reader: Reader) -> None:
    with pytest.raises(Missing, match=rf"{reader.name}.* is missing; this installs it: (python|sh|apt-get) "):
        reader.read([])


@pytest.mark.usefixtures("bare_machine")
def test_a_missing_calcurse_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"calcurse is missing; this installs it: apt-get install .* calcurse"):
        calcurse(tmp_path / "feed.ics", tmp_path)


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("version", ["", "v16.20.2"])
def test_a_node_that_is_missing_or_too_old_is_named(tmp_path: Path, version: str) -> None:
    installed = tmp_path / "node_modules" / "ical.js"
    installed.mkdir(parents=True)
    wanted = json.loads((tmp_path / "package.json").read_bytes())["dependencies"]["ical.js"]
    (installed / "package.json").write_text(json.dumps({"version": wanted}))
    if version:
        node = tmp_path / "node"
        node.write_text(f"#!/bin/sh\necho {version}\n")
        node.chmod(0o755)
    with pytest.raises(Missing, match=rf"node 18 or newer \(found: {version or 'none'}\) is missing;"):
        READERS[3].read([])
