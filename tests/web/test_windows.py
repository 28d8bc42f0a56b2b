"""How far feeds reach: no provider's bound is passed in any year of building, and nothing near is left out for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.export import ics
from interfaith_cal.export.ics import PLANNING, to_ics
from interfaith_cal.ground import places
from interfaith_cal.web import feeds, query, windows
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.query import Choice
from interfaith_cal.web.site import AddressError, Contents, Site, Window
from interfaith_cal.web.windows import FeedSizeError

BASE = "https://feste.example.org"
LANGUAGES = ("de", "en", "tr")
SIX_YEARS = 5
# Builds of the full site, in both halves of school years, up to the last day of one.
DAYS = (date(2026, 8, 1), date(2027, 1, 31), date(2027, 2, 1), date(2027, 7, 31), date(2027, 8, 1), date(2029, 3, 15))
EVERY_DAY = pytest.mark.parametrize("day", DAYS, ids=str)
BUNDLES = {("all", "all"), ("all", "major"), ("all", "minor"), ("christian", "all"), ("christian", "major")}


def site(day: date) -> Site:
    first = day.year - (day.month < 8)
    edition = editions.edition(editions.DEFAULT)
    return Site(BASE, first, first + SIX_YEARS, LANGUAGES, edition, places.place(), day=day)


@pytest.fixture(scope="module")
def builds() -> dict[date, Contents]:
    """The full site of each day; an event is written once for all of them."""
    found = {day: Contents(site(day), change_log()) for day in DAYS}
    for contents in found.values():
        contents.written = found[DAYS[0]].written
    return found


def every(contents: Contents) -> Iterator[Address]:
    for lang in contents.site.languages:
        yield from feeds.addresses(contents, lang)


def is_all(address: Address) -> bool:
    """Whether it holds all days of all communities, of which two school years are too many."""
    return (address.group, address.rank) == ("all", "all")


@EVERY_DAY
def test_no_feed_is_larger_than_providers_take(builds: dict[date, Contents], day: date) -> None:
    contents = builds[day]
    for address in every(contents):
        content = to_ics(feeds.feed(contents, address), contents.changes, contents.written)
        assert len(content) < 1_000_000, address.path
        assert content.count(b"BEGIN:VEVENT") < 1_000, address.path


@EVERY_DAY
def test_nothing_of_the_running_and_the_next_school_year_is_missing(builds: dict[date, Contents], day: date) -> None:
    contents = builds[day]
    running = contents.site.running_school_year
    near = Window(running, date(running.year + 2, 7, 31))
    for lang in LANGUAGES:
        held = {a: feeds.feed(contents, a).observances for a in feeds.addresses(contents, lang)}
        for address, observances in held.items():
            if not is_all(address):
                wanted = [o for o in feeds.held(contents, address) if near.touches(o)]
                assert {o.id for o in wanted} <= {o.id for o in observances}, address.path
        by_rank = {a.rank: {o.id for o in observances} for a, observances in held.items() if a.group == "all"}
        wanted = [o for o in contents.of(contents.communities) if near.touches(o)]
        assert {o.id for o in wanted} <= by_rank["major"] | by_rank["minor"]


@EVERY_DAY
def test_what_is_too_large_for_two_school_years_holds_whole_months_from_the_running_half(
    builds: dict[date, Contents], day: date
) -> None:
    contents = builds[day]
    for address in filter(is_all, every(contents)):
        window = feeds.window(contents, address)
        assert window.first_day == contents.site.running_half_year <= day
        assert (window.last_day + timedelta(1)).day == 1
        # A year ahead at least, and from February on the whole of the next school year.
        assert window.last_day >= day + timedelta(365)
        assert day.month not in range(2, 8) or window.last_day >= date(day.year + 1, 7, 31)
        wanted = {o.id for o in feeds.held(contents, address) if window.touches(o)}
        assert {o.id for o in feeds.feed(contents, address).observances} == wanted


@EVERY_DAY
def test_single_communities_have_their_six_years_and_bundles_whole_school_years(
    builds: dict[date, Contents], day: date
) -> None:
    contents = builds[day]
    for address in every(contents):
        window = feeds.window(contents, address)
        if (address.group, address.rank) not in BUNDLES:
            assert window == Window(contents.site.first_day, contents.site.last_day), address.path
        elif not is_all(address) and window.last_day != contents.site.last_day:
            assert (window.first_day.month, window.first_day.day) == (8, 1)
            assert (window.last_day.month, window.last_day.day) == (7, 31)


def test_an_event_is_the_same_in_whatever_window_it_stands(builds: dict[date, Contents]) -> None:
    """No UID, no byte: what leaves and comes back is the same event. Each build is written by itself here."""
    first, later = (replace(builds[day].site, languages=("de",)) for day in (DAYS[0], DAYS[-2]))
    blocks: dict[str, bytes] = {}
    for contents in (Contents(first, change_log()), Contents(later, change_log())):
        address = next(filter(is_all, every(contents)))
        content = to_ics(feeds.feed(contents, address), contents.changes)
        for block in re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", content, re.DOTALL):
            (uid,) = re.findall(rb"\r\nUID:(\S+)\r\n", block)
            assert blocks.setdefault(uid.decode(), block) == block
    assert ics.uid("islamic/eid-al-fitr/1449") in blocks


def test_each_day_is_in_the_feed_before_it_comes_and_leaves_it_only_when_it_is_past(
    builds: dict[date, Contents],
) -> None:
    for address in feeds.addresses(builds[DAYS[0]], "de"):
        reached = [(day, feeds.window(contents, address)) for day, contents in builds.items()]
        for (_, before), (day, window) in pairwise(reached):
            assert before.first_day <= window.first_day <= day
            assert before.last_day <= window.last_day
            # Nobody who builds at least every half year has a day in no feed.
            assert day > DAYS[-2] or window.first_day <= before.last_day


def test_large_feeds_are_built_where_somebody_asks_for_them() -> None:
    contents = Contents(replace(site(DAYS[0]), languages=("de",), large_feeds=True), change_log())
    for address in every(contents):
        assert feeds.window(contents, address) == Window(date(2025, 8, 1), date(2031, 12, 31))
        assert len(feeds.feed(contents, address).observances) == len(feeds.held(contents, address))


def test_thirty_years_of_a_single_community_reach_as_far_as_fits() -> None:
    contents = Contents(replace(site(DAYS[0]), languages=("de",), last_year=2055), change_log())
    (orthodox,) = [a for a in every(contents) if (a.group, a.rank) == ("orthodox", "all")]
    window = feeds.window(contents, orthodox)
    assert window.first_day == date(2025, 8, 1)
    assert 2031 < window.last_day.year < 2055
    one_more = Window(window.first_day, window.last_day.replace(year=window.last_day.year + 1))
    assert not windows._fits(contents, windows.within(feeds.whole(contents, orthodox), one_more))


def test_a_choice_of_the_server_keeps_the_bound(builds: dict[date, Contents]) -> None:
    contents = builds[DAYS[0]]
    chosen = Choice(communities=tuple(c for c in contents.communities if c != "sikh"))
    feed, window = query.feed(chosen, contents)
    assert ics.count(feed) < 1_000
    assert window.last_day < contents.site.last_day
    assert feed.observances == [o for o in query.observances(chosen, contents) if window.touches(o)]


def test_further_days_of_all_are_the_feed_of_their_own(builds: dict[date, Contents]) -> None:
    contents = builds[DAYS[0]]
    own = query.own_address(query.read("rank=minor&lang=de", contents), contents)
    assert own
    assert own.path == "feeds/de/weitere-tage.ics"


def test_a_month_that_does_not_fit_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    contents = Contents(replace(site(DAYS[0]), languages=("de",)), change_log())
    monkeypatch.setattr(windows, "MOST_EVENTS", 20)
    with pytest.raises(FeedSizeError, match=r"'Interreligiöser Kalender' has \d\d events in one month; .* than 20"):
        feeds.check(contents)


def test_a_day_that_is_not_of_the_site_is_one_sentence() -> None:
    with pytest.raises(AddressError, match="2040-01-01 is not among those of the feeds, 2025-08-01 to 2031-12-31"):
        replace(site(DAYS[0]), day=date(2040, 1, 1))


@pytest.mark.parametrize("day, sentence", [
    ("2025-07-31", "the day 2025-07-31 is not among those of the feeds, 2025-08-01 to 2027-12-31"),
    ("soon", "'soon' is not a day; give one as YYYY-MM-DD"),
])  # fmt: skip
def test_a_build_as_of_a_wrong_day_writes_nothing(
    day: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--years", "2026-2027", "--base-url", BASE, "--day", day]
    assert run(cli, ["site", str(tmp_path / "site"), *options]) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_builder_says_size_number_and_window_of_each_feed(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--years", "2027-2027", "--base-url", BASE, "--edition", str(small)]
    assert run(cli, ["site", str(tmp_path / "site"), *options]) == 0
    said = dict(re.findall(r"^(feeds/\S+): (.*)$", capsys.readouterr().err, re.MULTILINE))
    for path, words in said.items():
        content = (tmp_path / "site" / path).read_bytes()
        number = content.count(b"BEGIN:VEVENT")
        assert words == f"{number} events, {len(content)} bytes, 2026-08-01 to 2027-12-31"
    assert {f"feeds/de/{name}.ics" for name in ("alle", "hauptfeste", "weitere-tage", "judentum")} <= said.keys()


def test_an_event_of_a_site_says_the_first_sentence_and_the_page_the_rest(builds: dict[date, Contents]) -> None:
    contents = builds[DAYS[0]]
    (address,) = [a for a in feeds.addresses(contents, "de") if (a.group, a.rank) == ("jewish", "all")]
    feed = feeds.feed(contents, address)
    pesach = next(o for o in feed.observances if o.festival.slug == "pesach")
    whole = pesach.explanation("de")
    said = to_ics(feed._replace(observances=[pesach]), contents.changes).replace(b"\r\n ", b"").decode()
    first, rest = whole.split(". ", 1)
    assert f"{first.replace(',', chr(92) + ',')}.\\n" in said
    assert rest.split(". ")[0] not in said
    without_page = to_ics(feed._replace(observances=[pesach], links=None), contents.changes)
    assert whole.replace(",", "\\,").replace(";", "\\;") in without_page.replace(b"\r\n ", b"").decode()


def test_the_planning_feed_is_counted_by_its_events(builds: dict[date, Contents]) -> None:
    contents = builds[DAYS[0]]
    (address,) = [a for a in feeds.addresses(contents, "de") if a.group == PLANNING]
    feed = feeds.feed(contents, address)
    assert ics.count(feed) == to_ics(feed, contents.changes).count(b"BEGIN:VEVENT") > len(feed.observances)
    assert ics.size(feed, contents.changes, {}) == len(to_ics(feed, contents.changes))
