"""A corrected date moves its event and nothing else: in the log, in the feed, and in the calendars of subscribers."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaith_cal import recording
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial.changes import CALENDAR, Change, as_change_log, read_log
from interfaith_cal.editorial.published import FOLDER, PublishedDays, State, read_state, written
from interfaith_cal.errors import DataFileError
from interfaith_cal.export.ics import uid
from interfaith_cal.ground.files import STEERING
from interfaith_cal.recording import ClockError, record
from tests.feeds.clients.rows import Row
from tests.feeds.lint import problems
from tests.web.clients.programs import Khal, Subscription, rows_of
from tests.web.clients.thunderbird import Thunderbird
from tests.web.conftest import Quiet, uncounted

SINCE = datetime(2026, 11, 24, tzinfo=UTC)
NOON, LATER = datetime(2027, 2, 1, 12, tzinfo=UTC), datetime(2027, 2, 5, 12, tzinfo=UTC)
EID = "islamic/eid-al-fitr/1448"
MARCH_9 = PublishedDays(date(2027, 3, 9), date(2027, 3, 11), "announced")
MARCH_10 = PublishedDays(date(2027, 3, 10), date(2027, 3, 12), "announced")


def state(words: Mapping[str, str] | None = None, **days: PublishedDays) -> State:
    return State({EID.replace("1448", name.removeprefix("y")): value for name, value in days.items()}, words or {})


# The comparison.


def test_a_moved_date_raises_the_sequence() -> None:
    (entry,) = record(state(y1448=MARCH_9), [], state(y1448=MARCH_10), SINCE, NOON, "why").entries
    assert entry == Change(EID, NOON, 1, *MARCH_10, reason="why")
    (again,) = record(state(y1448=MARCH_9), [entry], state(y1448=MARCH_9), SINCE, LATER).entries
    assert again == Change(EID, LATER, 2, *MARCH_9)
    assert as_change_log(SINCE, [entry, again]).of(EID) == (LATER, 2)


def test_a_date_that_was_confirmed_only_gets_a_new_time() -> None:
    computed = MARCH_9._replace(certainty="computed")
    (entry,) = record(state(y1448=computed), [], state(y1448=MARCH_9), SINCE, NOON).entries
    assert (entry.sequence, entry.changed, entry.certainty) == (0, NOON, "announced")


def test_what_is_recorded_is_not_recorded_twice() -> None:
    """Nor if the state that was published could not be written any more."""
    before, now = state({"jewish": "1"}, y1448=MARCH_9), state({"jewish": "2"}, y1448=MARCH_10)
    entries = record(before, [], now, SINCE, NOON).entries
    assert len(entries) == 2
    assert record(before, entries, now, SINCE, LATER).entries == []
    assert record(now, entries, now, SINCE, LATER).entries == []


def test_corrected_words_reach_every_event_that_shows_them() -> None:
    before, now = (
        state({"islamic": "1", "islamic/eid-al-fitr": "a"}),
        state({"islamic": "1", "islamic/eid-al-fitr": "b"}),
    )
    entries = record(before, [], now, SINCE, NOON).entries
    log = as_change_log(SINCE, entries)
    assert log.of(EID) == log.of(f"{EID}/umm-al-qura") == (NOON, 0)
    assert log.of("islamic/eid-al-adha/1448") == log.of("islamic/eid-al-fitr-2/1448") == (SINCE, 0)
    moved = Change(EID, LATER, 3, *MARCH_9)
    assert as_change_log(SINCE, [*entries, moved]).of(EID) == (LATER, 3)
    assert as_change_log(SINCE, [moved, *entries]).of(EID) == (LATER, 3)


def test_new_years_change_the_calendar_and_no_event() -> None:
    found = record(state(y1448=MARCH_9), [], state(y1448=MARCH_9, y1449=MARCH_10), SINCE, NOON)
    assert (found.added, found.gone) == ([EID.replace("1448", "1449")], [])
    assert found.entries == [Change(CALENDAR, NOON, 0)]
    assert as_change_log(SINCE, found.entries).extended == NOON
    assert record(state(), [], state(y1448=MARCH_9), SINCE, NOON).entries == []


def test_what_is_given_up_is_told_once() -> None:
    moved = Change(EID, NOON, 1, *MARCH_10)
    found = record(state(y1448=MARCH_9, y1449=MARCH_9), [moved], state(y1449=MARCH_9), SINCE, LATER)
    assert found.gone == [EID]
    assert record(state(y1449=MARCH_9), [moved, *found.entries], state(y1449=MARCH_9), SINCE, LATER).gone == []


def test_time_runs_forward() -> None:
    moved = Change(EID, NOON, 1, *MARCH_10)
    with pytest.raises(ClockError, match="is not after 2027-02-01T12:00:00Z"):
        record(state(y1448=MARCH_9), [moved], state(y1448=MARCH_9), SINCE, NOON)
    with pytest.raises(ClockError, match="is not after 2026-11-24T00:00:00Z"):
        record(state(y1448=MARCH_9), [], state(y1448=MARCH_10), SINCE, SINCE)


DAYS = st.builds(
    lambda first, length, certainty: PublishedDays(first, first + timedelta(length), certainty),
    st.dates(date(2027, 1, 1), date(2027, 12, 1)),
    st.integers(0, 9),
    st.sampled_from(("fixed", "computed", "announced")),
)
STATES = st.builds(State, st.dictionaries(st.sampled_from(("a/b/1", "a/b/2", "a/c/1")), DAYS), st.just({}))


@given(states=st.lists(STATES, min_size=1, max_size=6), lost=st.sets(st.integers(0, 5)))
def test_however_often_dates_change_each_sequence_counts_their_moves(states: list[State], lost: set[int]) -> None:
    """Even if the state of some runs was lost right after their entries were written."""
    published, log, moves = states[0], list[Change](), dict[str, int]()
    for number, now in enumerate(states[1:], 1):
        before = recording.given(published, log)
        for name in before.days.keys() & now.days.keys():
            moves[name] = moves.get(name, 0) + (before.days[name][:2] != now.days[name][:2])
        log += record(published, log, now, SINCE, SINCE + timedelta(number)).entries
        assert {n: d for n, d in recording.given(published, log).days.items() if n in now.days} == {
            n: d for n, d in now.days.items() if n in published.days
        }
        published = published if number in lost else now
    changes = as_change_log(SINCE, log)
    assert {name: changes.of(name).sequence for name in moves} == moves


# The files.


@given(reason=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_an_entry_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    """Or not written: what reading refuses would shut the log for ever."""
    path = tmp_path_factory.getbasetemp() / "log.toml"
    entries = [Change(EID, NOON, 1, *MARCH_10, reason=reason), Change("jewish", LATER, 0, words="ab")]
    if found := STEERING.search(reason):
        with pytest.raises(DataFileError, match=re.escape(f"control character U+{ord(found[0]):04X}")):
            recording.as_toml(entries)
        return
    path.write_text("published = 2026-11-24T00:00:00Z\n" + recording.as_toml(entries), encoding="utf-8", newline="\n")
    assert read_log(path) == (SINCE, entries)


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    before = state({"islamic": "1"}, y1448=MARCH_9, y1449=MARCH_10)
    for name, content in written(before).items():
        (tmp_path / name).write_bytes(content)
    assert read_state(tmp_path) == before
    assert read_state(tmp_path / "nowhere") == State({}, {})


@pytest.mark.parametrize("content, sentence", [
    ("", "must begin with the columns id, first_day, last_day, certainty"),
    ("id,first_day,last_day,certainty\na/b/1,2027-01-01,soon,fixed\n", "row 2: Invalid isoformat string: 'soon'."),
    ("id,first_day,last_day,certainty\na/b/1,2027-01-01,2027-01-01\n", "row 2 must have 4 cells"),
    ("id,first_day,last_day,certainty\n" + "a/b/1,2027-01-01,2027-01-01,fixed\n" * 2, "row 3: 'a/b/1' is there twice"),
    ('id,first_day,last_day,certainty\n"a', "cannot be read"),
])  # fmt: skip
def test_a_broken_state_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "dates.csv").write_text(content)
    with pytest.raises(DataFileError, match=re.escape(sentence)):
        read_state(tmp_path)


# The command, in a copy of the project, and what becomes of the feeds.


class Project:
    """A copy of the project that publishes a site and corrects its dates."""

    def __init__(self, checkout: Path, site: Path, base: str) -> None:
        self.data = checkout / "data"
        self.site = site
        self.base = base
        self._environment = {**uncounted(), "PYTHONPATH": str(checkout / "src")}

    def run(self, *words: str, status: int = 0) -> str:
        """Run a command of the copy; what it printed."""
        command = [sys.executable, "-m", "interfaith_cal", *words]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=self._environment)
        assert done.returncode == status, done.stderr
        return done.stdout if status == 0 else done.stderr

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a command of the copy."""
        command = [sys.executable, "-m", "interfaith_cal", *words]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self._environment)

    def build(self, edition: Path) -> Mapping[str, bytes]:
        """Build the site; the feeds by their paths."""
        words = ("--years", "2027-2027", "--edition", str(edition), "--base-url", self.base)
        self.run("site", str(self.site), *words)
        return {p.relative_to(self.site).as_posix(): p.read_bytes() for p in self.site.glob("feeds/*/*.ics")}

    def pin(self, days: Mapping[str, str]) -> None:
        """Change the published days of observances of the Islamic calendar."""
        path = self.data / "pins/islamic.toml"
        text = path.read_text()
        for name, day in days.items():
            text, count = re.subn(rf'^"{name}" = .*$', f'"{name}" = {day}', text, flags=re.M)
            assert count == 1
        path.write_text(text)


@pytest.fixture
def project(checkout: Path, tmp_path: Path) -> Iterator[Project]:
    site = tmp_path / "site"
    # As before its first release, whatever has been published and corrected in the meantime.
    shutil.rmtree(checkout / "data" / FOLDER, ignore_errors=True)
    (checkout / "data/changes.toml").write_text("published = 2026-11-24T00:00:00Z\n")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        found = Project(checkout, site, f"http://127.0.0.1:{server.server_port}")
        found.run("changes", "record")
        yield found
        server.shutdown()
        thread.join()


def events(feed: bytes) -> dict[bytes, bytes]:
    """The events of a feed by their UIDs, byte for byte."""
    found = re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed, re.DOTALL)
    return {re.search(rb"\r\nUID:(.*?)\r\n", event)[1]: event for event in found}  # type: ignore[index]


def value(event: bytes, name: str) -> str:
    found = re.search(rf"\r\n{name}[^:]*:(.*?)\r\n".encode(), event)
    assert found
    return found[1].decode()


def moved(before: list[Row], after: list[Row]) -> None:
    """Exactly the one event moved by a day; nothing is there twice, nothing else changed."""
    assert len(before) == len(after)
    (was,), (is_now,) = set(before) - set(after), set(after) - set(before)
    assert was.uid == is_now.uid in ("", uid(EID))
    assert was.summary == is_now.summary == "Ramadanfest (Fest des Fastenbrechens)"
    assert (was.start, is_now.start) == ("2027-03-09", "2027-03-10")
    assert (was.end, is_now.end) == ("2027-03-12", "2027-03-13")


def test_a_corrected_date_walks_through_log_feed_and_calendars(project: Project, small: Path, tmp_path: Path) -> None:
    project.pin({"eid-al-fitr/1448": "2027-03-09"})
    project.run("changes", "record")
    before = project.build(small)
    path = "feeds/de/islam.ics"
    (tmp_path / "khal").mkdir()
    (tmp_path / "vdirsyncer").mkdir()
    khal, synced = Khal(tmp_path / "khal"), Subscription(tmp_path / "vdirsyncer", f"{project.base}/{path}")
    khal.take(project.site / path)
    rows = rows_of(before[path])
    assert synced.sync() == sorted(row._replace(uid="") for row in rows)
    with Thunderbird(tmp_path / "thunderbird") as thunderbird:
        calendar, seen = thunderbird.subscribe(f"{project.base}/{path}")
        assert seen == rows

        log = (project.data / "changes.toml").read_text()
        project.pin({"eid-al-fitr/1448": "2027-03-10"})
        said = project.run("changes", "record", "--reason", "Announced a day later.")
        assert said == f"{EID}: corrected on 2027-03-10 to 2027-03-12, announced, sequence 1\n"
        entry = (project.data / "changes.toml").read_text().removeprefix(log)
        assert 'reason = "Announced a day later."' in entry
        assert entry.count("[[change]]") == 1
        assert project.run("changes", "record") == ""

        after = project.build(small)
        assert after.keys() == before.keys()
        differing = {p for p in after if after[p] != before[p]}
        assert {p for p in differing if "islam" not in p} == {
            p
            for p in after
            if p.split("/")[-1]
            in (
                "alle.ics",
                "all.ics",
                "hauptfeste.ics",
                "main-festivals.ics",
                "major.ics",
                "planung.ics",
                "planning.ics",
            )
        }
        for name in differing - {p for p in differing if "plan" in p}:
            assert problems(after[name]) == []
            old, new = events(before[name]), events(after[name])
            assert old.keys() == new.keys()
            (changed,) = [key for key in old if old[key] != new[key]]
            assert changed.decode() == uid(EID)
            assert (value(old[changed], "SEQUENCE"), value(new[changed], "SEQUENCE")) == ("0", "1")
            assert value(new[changed], "LAST-MODIFIED") > value(old[changed], "LAST-MODIFIED")
            assert value(new[changed], "DTSTAMP") == value(new[changed], "LAST-MODIFIED")
            assert value(new[changed], "DTSTART") == "20270310"

        moved(seen, thunderbird.refresh(calendar))
    moved(sorted(row._replace(uid="") for row in rows), synced.sync())
    days = khal.listed(date(2027, 1, 1), 365)
    khal.take(project.site / path)
    again = khal.listed(date(2027, 1, 1), 365)
    assert len(days) == len(again)
    assert set(again) - set(days) == {(uid(EID), "2027-03-10", "2027-03-12")}


def test_what_this_project_says_now_is_what_it_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise: interfaith-cal changes record. Before the first release delete data/published first."""
    assert run(cli, ["changes", "record", "--check"]) == 0, capsys.readouterr().out


def test_a_check_writes_nothing_and_answers_with_its_status(project: Project) -> None:
    before = {path: path.read_bytes() for path in project.data.rglob("*") if path.is_file()}
    assert project.run("changes", "record", "--check") == ""
    project.pin({"eid-al-fitr/1448": "2027-03-20"})
    changed = {path: path.read_bytes() for path in project.data.rglob("*") if path.is_file()}
    assert "1 entries" in project.run("changes", "record", "--check", status=1)
    assert {path: path.read_bytes() for path in project.data.rglob("*") if path.is_file()} == changed
    assert sum(before[path] != content for path, content in changed.items()) == 1


def test_later_years_are_published_by_name(project: Project) -> None:
    assert "would take some of them back" in project.run("changes", "record", "--until", "2028", status=2)
    assert project.run("changes", "record", "--until", "2032") == f"{CALENDAR}: corrected, sequence 0\n"
    assert "jewish/pesach/5792,2032-" in (project.data / "published/dates.csv").read_text()
    for unreadable in ("soon", "0001-01-01T00:00:00+12:00"):
        assert "is not a time" in project.run("changes", "record", "--at", unreadable, status=2)


def test_killed_at_any_moment_nothing_is_lost_and_nothing_recorded_twice(project: Project) -> None:
    log, dates = project.data / "changes.toml", project.data / "published/dates.csv"
    project.pin({"eid-al-fitr/1448": "2027-03-20", "eid-al-adha/1448": "2027-05-20"})
    old = log.read_bytes(), dates.read_bytes()
    begun = time.monotonic()
    project.run("changes", "record", "--check", status=1)
    whole = time.monotonic() - begun
    at = ("--at", "2027-02-01T12:00:00Z")
    for share in (0.5, 0.9, 1.0, 1.1):
        process = project.start("changes", "record", *at)
        time.sleep(whole * share)
        process.send_signal(signal.SIGKILL)
        process.wait()
        _, entries = read_log(log)
        assert len(entries) in (0, 3), share
        assert dates.read_bytes() == old[1] or len(entries) == 3, share
        read_state(dates.parent)
    project.run("changes", "record", *at)
    _, entries = read_log(log)
    assert [(entry.id, entry.sequence) for entry in entries] == [
        ("islamic/day-of-arafah/1448", 0),
        ("islamic/eid-al-adha/1448", 1),
        (EID, 1),
    ]
    assert project.run("changes", "record", "--check") == ""
    assert sorted(path.name for path in dates.parent.iterdir()) in (
        ["dates.csv", "words.csv"],
        [".dates.csv.part", "dates.csv", "words.csv"],
    )
