"""The feed server, asked over the wire: what RFC 9110 and calendar clients expect of it."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import re
import signal
import socket
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from email.message import Message
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from interfaith_cal.cli import serve
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial.changes import read_log
from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.ground import root
from interfaith_cal.model import Kind
from interfaith_cal.religions import PRINT_ORDER, community
from interfaith_cal.web import app as application
from interfaith_cal.web import feeds, negotiation, query, routes
from interfaith_cal.web.app import App
from interfaith_cal.web.headers import PAGE_POLICY
from interfaith_cal.web.server import Log
from tests.feeds.lint import problems
from tests.web.conftest import Answer, Built, Server, ask, gathered

FEED = "/feeds/de/judentum.ics"
CHOICE = "/feed.ics?c=jewish,islamic&rank=major&lang=de"
SAFE = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
NEITHER = pytest.mark.parametrize("path", [FEED, CHOICE, "/feeds/en/all.ics", "/feed.ics?c=alevi&kind=night&lang=en"])


def events(answer: Answer) -> list[Any]:
    return list(Calendar.from_ical(answer.body).walk("VEVENT"))


# The tree is that of the built site.


def test_the_server_has_the_feeds_and_data_of_a_built_site(server: Server, built: Built) -> None:
    for path in ("feeds/de/alle.ics", "feeds/en/jewish.ics", "api/v1/observances/2027.json", "tables/de/islam.csv"):
        wanted, found = (built.folder / path).read_bytes(), ask(f"{server.base}/{path}").body
        # The address stands in folded lines, where another port moves the folds.
        assert re.sub(rb"127.0.0.1:\d+", b"", found.replace(b"\r\n ", b"")) == (
            re.sub(rb"127.0.0.1:\d+", b"", wanted.replace(b"\r\n ", b""))
        ), path


@pytest.mark.parametrize("path, type_", [
    (FEED, "text/calendar; charset=utf-8"),
    ("/de/", "text/html; charset=utf-8"),
    ("/feeds.json", "application/json; charset=utf-8"),
    ("/api/v1/observances/2027.en.json", "application/json; charset=utf-8"),
    ("/tables/de/judentum.csv", "text/csv; charset=utf-8"),
    ("/assets/site.css", "text/css; charset=utf-8"),
    ("/assets/site.js", "text/javascript; charset=utf-8"),
    ("/qr/de/judentum.svg", "image/svg+xml; charset=utf-8"),
    ("/qr.svg?c=jewish,sikh", "image/svg+xml; charset=utf-8"),
    ("/robots.txt", "text/plain; charset=utf-8"),
])  # fmt: skip
def test_everything_says_what_it_is_and_sets_no_cookie(server: Server, path: str, type_: str) -> None:
    answer = ask(f"{server.base}{path}")
    assert (answer.status, answer.headers["content-type"]) == (200, type_)
    assert "set-cookie" not in answer.headers
    assert {name: answer.headers[name] for name in SAFE} == SAFE
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_settings_of_web_servers_are_not_given_away(server: Server) -> None:
    assert [ask(f"{server.base}{p}").status for p in ("/server/nginx.conf", "/.htaccess", "/_redirects")] == [404] * 3


# Feeds: HEAD, encodings, validators.


@NEITHER
def test_head_is_get_without_the_bytes(server: Server, path: str) -> None:
    for accepted in ("identity", "gzip", "br"):
        get, head = (ask(f"{server.base}{path}", m, Accept_Encoding=accepted) for m in ("GET", "HEAD"))
        assert (get.status, head.status, head.body) == (200, 200, b"")
        same = [{k.lower(): v for k, v in a.headers.items() if k.lower() != "date"} for a in (get, head)]
        assert same[0] == same[1]
        assert int(get.headers["content-length"]) == len(get.body)


@NEITHER
def test_each_encoding_holds_the_same_feed_under_its_own_entity_tag(server: Server, path: str) -> None:
    plain, packed, brotlied = (
        ask(f"{server.base}{path}", Accept_Encoding=accepted) for accepted in ("identity", "gzip", "br")
    )
    assert problems(plain.body) == []
    if len(plain.body) >= 1024:
        assert (packed.headers["content-encoding"], brotlied.headers["content-encoding"]) == ("gzip", "br")
        assert gzip.decompress(packed.body) == brotli.decompress(brotlied.body) == plain.body
        assert len({a.headers["etag"] for a in (plain, packed, brotlied)}) == 3
    assert {a.headers["vary"] for a in (plain, packed, brotlied)} == {"accept-encoding"}


def test_without_accept_encoding_the_bytes_are_as_they_are(server: Server) -> None:
    with socket.create_connection(urlsplit(server.base).netloc.split(":")) as line:  # type: ignore[arg-type]
        line.sendall(f"GET {FEED} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert b"\r\n\r\nBEGIN:VCALENDAR\r\n" in answer


@pytest.mark.parametrize("accepted, encoding", [
    ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("gzip;q=1.0, br;q=0.5", "gzip"),
    ("*", "br"), ("*;q=0", ""), ("", ""), ("deflate", ""), ("br;q=x", ""), ("BR", "br"), ("gzip;q=0", ""),
])  # fmt: skip
def test_what_a_client_takes(accepted: str, encoding: str) -> None:
    assert negotiation.encoding(accepted) == encoding


@NEITHER
def test_what_is_known_is_not_sent_again(server: Server, path: str) -> None:
    first = ask(f"{server.base}{path}", Accept_Encoding="gzip")
    tag, modified = first.headers["etag"], first.headers["last-modified"]
    assert re.fullmatch(r'"[0-9a-f]{32}-gzip"', tag)
    known = [
        {"If_None_Match": tag},
        {"If_None_Match": f"W/{tag}"},
        {"If_None_Match": f'"other", {tag}'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": modified},
        {"If_None_Match": tag, "If_Modified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"},
    ]
    for headers in known:
        answer = ask(f"{server.base}{path}", "GET", None, Accept_Encoding="gzip", **headers)
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag), headers
        assert "content-length" not in answer.headers
        assert answer.headers["cache-control"] == "public, max-age=86400, stale-while-revalidate=604800"
        assert answer.headers["vary"] == "accept-encoding"
    changed = [
        {"If_None_Match": '"other"'},
        {"If_None_Match": '"other"', "If_Modified_Since": modified},
        {"If_None_Match": tag.replace("-gzip", "")},
        {"If_Modified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"},
        {"If_Modified_Since": "yesterday"},
    ]
    for headers in changed:
        answer = ask(f"{server.base}{path}", "GET", None, Accept_Encoding="gzip", **headers)
        assert (answer.status, len(answer.body) > 0) == (200, True), headers


@NEITHER
def test_who_asks_for_other_bytes_gets_none(server: Server, path: str) -> None:
    """RFC 9110, 13.1.1: compared strongly, and before If-None-Match."""
    tag = ask(f"{server.base}{path}", Accept_Encoding="gzip").headers["etag"]
    for wanted in (tag, f'"other", {tag}', "*", f'"other" ,{tag}'):
        answer = ask(f"{server.base}{path}", "GET", None, Accept_Encoding="gzip", If_Match=wanted)
        assert (answer.status, len(answer.body) > 0) == (200, True), wanted
    known = ask(f"{server.base}{path}", "GET", None, Accept_Encoding="gzip", If_Match=tag, If_None_Match=tag)
    assert known.status == 304
    for wanted in ('"other"', f"W/{tag}", "", tag.replace("-gzip", ""), "other"):
        for more in ({}, {"If_None_Match": tag}):
            answer = ask(f"{server.base}{path}", "GET", None, Accept_Encoding="gzip", If_Match=wanted, **more)
            assert (answer.status, answer.headers["content-type"]) == (412, "application/problem+json"), wanted
            assert answer.headers["cache-control"] == "no-store"


def test_a_feed_changed_when_its_log_says_or_when_the_years_rolled(server: Server) -> None:
    contents = gathered("https://x.org")
    modified = ask(f"{server.base}{FEED}").headers["last-modified"]
    _, entries = read_log(root.shipped() / "changes.toml")
    recorded = [entry.changed for entry in entries if entry.id.startswith("jewish")]
    assert modified == format_datetime(max([routes.rolled(contents, date.today()), *recorded]), usegmt=True)
    assert routes.rolled(contents, date(2027, 9, 1)) == datetime(2027, 8, 1, tzinfo=UTC)
    assert routes.rolled(contents, date(2027, 7, 31)) == contents.changes.published


def test_only_reading_is_allowed(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE", "PROPFIND"):
        answer = ask(f"{server.base}{FEED}", method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    preflight = ask(f"{server.base}/feeds.json", "OPTIONS")
    assert (preflight.status, preflight.headers["access-control-allow-origin"]) == (204, "*")


def test_other_sites_may_read_the_data(server: Server) -> None:
    for path in (FEED, "/feeds.json", "/api/v1/observances/2027.json", "/api/v1/nothing", "/feed.ics?c=nobody"):
        assert ask(f"{server.base}{path}").headers["access-control-allow-origin"] == "*", path


# Addresses, old, misspelled and canonical.


@pytest.mark.parametrize("path, goal", [
    ("/de", "/de/"), ("/de/index.html", "/de/"), ("/de/2027", "/de/2027/"), ("/de/judentum", "/de/judentum/"),
    ("/de/judentum?c=jewish", "/de/judentum/?c=jewish"), ("/index.html", "/"),
    (f"{FEED}/", FEED), (f"{FEED}//", FEED), (f"{FEED}%3Fx=1", FEED),
    ("/feed.ics/?c=jewish", "/feed.ics?c=jewish"), ("/feed.ics%3Fc%3Djewish,sikh", "/feed.ics?c=jewish,sikh"),
    ("/feed.ics%3Fc=a%0d%0aSet-Cookie:x", "/feed.ics?c=a%0D%0ASet-Cookie:x"),
    *((f"/{old}", f"/{new}") for old, new in redirects().items()),
])  # fmt: skip
def test_an_address_of_old_sends_on_for_ever(server: Server, path: str, goal: str) -> None:
    answer = ask(f"{server.base}{path}")
    assert (answer.status, answer.headers["location"]) == (301, goal)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("asked", [
    "c=islamic,jewish&rank=major", "c=jewish&c=islamic&rank=major&lang=de", "rank=major&c=jewish,islamic,jewish",
    "c=jewish,islamic&rank=major&utm_source=poster&_=1", "lang=de&rank=major&c=islamic&c=jewish&usage=islamic:diyanet",
    "c=jewish%2Cislamic&rank=major&usage=orthodox:old-calendar",
    f"c=jewish,islamic&rank=major&kind={','.join(Kind)}",
])  # fmt: skip
def test_equal_choices_have_one_canonical_address_and_the_same_bytes(server: Server, asked: str) -> None:
    canonical = ask(f"{server.base}{CHOICE}")
    answer = ask(f"{server.base}/feed.ics?{asked}")
    assert (answer.status, answer.body) == (200, canonical.body)
    assert answer.headers["content-location"] == f"{server.base}{CHOICE}"
    assert answer.headers["link"] == f'<{server.base}{CHOICE}>; rel="canonical"'
    assert Calendar.from_ical(answer.body)["SOURCE"] == f"{server.base}{CHOICE}"


@pytest.mark.parametrize("asked, path", [
    ("c=jewish&lang=de", FEED), ("", "/feeds/de/alle.ics"), ("lang=en&rank=major", "/feeds/en/main-festivals.ics"),
    ("c=christian&lang=en", "/feeds/en/christian.ics"), (f"c={','.join(PRINT_ORDER)}", "/feeds/de/alle.ics"),
])  # fmt: skip
def test_a_choice_that_has_a_file_of_its_own_is_that_file(server: Server, asked: str, path: str) -> None:
    answer = ask(f"{server.base}/feed.ics?{asked}")
    assert answer.body == ask(f"{server.base}{path}").body
    assert answer.headers["content-location"] == f"{server.base}{path}"


def test_a_choice_holds_what_was_chosen(server: Server) -> None:
    found = events(
        ask(f"{server.base}/feed.ics?c=islamic,orthodox&kind=fast,season&usage=orthodox:old-calendar&lang=en")
    )
    assert {str(e["CATEGORIES"].to_ical().decode().split(",")[0]) for e in found} == {
        community(name).name("en") for name in ("islamic", "orthodox")
    }
    assert {e["CATEGORIES"].to_ical().decode().split(",")[1] for e in found} <= {"fast", "season"}
    fasts = [e for e in found if "Nativity Fast" in str(e["SUMMARY"])]
    assert fasts
    assert all("old calendar" in str(e["SUMMARY"]) for e in fasts)


def test_a_usage_moves_days_under_other_ids(server: Server) -> None:
    usual, other = (
        events(ask(f"{server.base}/feed.ics?c=islamic&rank=major&lang=de{usage}"))
        for usage in ("", "&usage=islamic:umm-al-qura")
    )
    assert {str(e["UID"]) for e in usual} & {str(e["UID"]) for e in other} == set()
    assert all("Umm al-Qura" in str(e["SUMMARY"]) for e in other)


def test_where_nothing_falls_one_event_says_so(server: Server) -> None:
    answer = ask(f"{server.base}/feed.ics?c=alevi&kind=night&lang=de")
    assert problems(answer.body) == []
    assert [str(e["SUMMARY"]) for e in events(answer)] == ["Für diese Auswahl ist kein Fest verzeichnet"]


# What goes wrong.


PROBLEM, PAGE = "application/problem+json", "text/html; charset=utf-8"


@pytest.mark.parametrize("path, status, kind, named", [
    ("/feed.ics?c=nobody", 400, PROBLEM, "“nobody” here (given as “c”). Known are: jewish"),
    ("/feed.ics?rank=best", 400, PROBLEM, "“best” here (given as “rank”)"),
    ("/feed.ics?lang=xx", 400, PROBLEM, "“xx” here (given as “lang”). Known are: de, en"),
    ("/feed.ics?kind=party", 400, PROBLEM, "“party” here (given as “kind”)"),
    ("/feed.ics?usage=islamic:nobody", 400, PROBLEM, "“islamic:nobody” here"),
    ("/feed.ics?usage=islamic", 400, PROBLEM, "“islamic” here"),
    ("/feed.ics?lang=de,en", 400, PROBLEM, "several values (de, en)"),
    ("/feed.ics?c=%ff", 400, PROBLEM, "cannot be read"),
    ("/feed.ics?c=%e2%80%ae<b>%0d", 400, PROBLEM, "“\\u202e<b>\\r” here"),
    (f"/feed.ics?c={'jewish,' * 200}", 414, PROBLEM, "longer than 1000 characters"),
    (f"/feed.ics?c={'x' * 900}", 400, PROBLEM, f"“{'x' * 60}…” here"),
    (f"/qr.svg?c={'x' * 1200}", 414, PROBLEM, "longer than 1000 characters"),
    (f"/feed.ics?{'a=1&' * 60}", 400, PROBLEM, "cannot be read"),
    ("/de/?c=nobody", 400, PAGE, "„nobody“ gibt es hier nicht (Angabe „c“). Möglich sind: jewish"),
    ("/en/2027/?lang=<b>", 400, PAGE, "There is no “&lt;b&gt;” here (given as “lang”)"),
    ("/api/v1/observances/1999.json", 404, PROBLEM, "“1999.json” here (given as “observances”). Known are: 2025"),
    ("/api/v1/months/2027-13.de.json", 404, PROBLEM, "“2027-13.de.json” here (given as “months”). Known are: 2025-01"),
    ("/api/v1/nothing", 404, PROBLEM, "“/api/v1/nothing”"),
    ("/feeds/de/nobody.ics", 404, PROBLEM, "“/feeds/de/nobody.ics”"),
    ("/%2e%2e/etc/passwd", 404, PAGE, "Unter „/../etc/passwd“ gibt es hier nichts."),
    ("/xx/2027/", 404, PAGE, "„xx“ gibt es hier nicht (Angabe „lang“). Möglich sind: de, en"),
    ("/de/1999/", 404, PAGE, "Unter „/de/1999/“ gibt es hier nichts."),
    ("/<script>", 404, PAGE, "There is nothing at “/&lt;script&gt;”."),
])  # fmt: skip
def test_what_goes_wrong_is_named_by_a_page_or_a_problem_document(
    server: Server, path: str, status: int, kind: str, named: str
) -> None:
    answer = ask(f"{server.base}{path.replace('<', '%3C').replace('>', '%3E')}")
    assert (answer.status, answer.headers["content-type"]) == (status, kind)
    assert answer.headers["cache-control"] == "no-store"
    if kind == PAGE:
        assert named in answer.body.decode()
        assert re.search(rb'href="/(de|en)/"', answer.body)
        assert answer.headers["content-security-policy"] == PAGE_POLICY
        return
    problem = json.loads(answer.body)
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"].endswith(".")
    assert named in problem["detail"]


PARAMETERS = ("c", "rank", "kind", "usage", "lang", "day", "x", "C", "")
VALUES = (
    *PRINT_ORDER, "christian", "major", "minor", "all", *Kind, "de", "en", "islamic:umm-al-qura",
    "orthodox:old-calendar",
    "jewish,islamic", ",", "", "2027-04-22", "0001-01-01", "9999-12-31", "%00", "%ff%fe", "\u202e", "🕎", "a" * 500,
)  # fmt: skip
QUERIES = st.one_of(
    st.lists(st.tuples(st.sampled_from(PARAMETERS), st.sampled_from(VALUES)), max_size=6).map(urlencode),
    st.lists(st.tuples(st.sampled_from(PARAMETERS), st.text(max_size=12)), max_size=4).map(urlencode),
    st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")),
)
PATHS = st.one_of(
    st.sampled_from(("/feed.ics", "/qr.svg", "/de/", "/", "/en/2027/", "/health", FEED, f"{FEED}/", "/feed.ics/")),
    st.text(st.characters(codec="utf-8"), max_size=20).map(lambda text: f"/{text}"),
)


@pytest.fixture(scope="module")
def fuzzed() -> App:
    return App(gathered("http://x.org/kalender", combinations=True), today=lambda: date(2027, 4, 21))


def asked(app: App, path: str, query_string: str, method: str = "GET", *headers: tuple[bytes, bytes]) -> Answer:
    """One request, without a wire."""
    sent: list[Any] = []

    asks = iter([{"type": "http.request"}])

    async def receive() -> Any:
        return next(asks, None) or await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query_string.encode("latin-1"),
        "headers": headers,
    }
    asyncio.run(app(scope, receive, send))
    start, *bodies = sent
    found = Message()
    for name, value in start["headers"]:
        found[name.decode("ascii")] = value.decode("latin-1")
    return Answer(start["status"], found, b"".join(body["body"] for body in bodies))


@given(path=PATHS, query_string=QUERIES, method=st.sampled_from(("GET", "HEAD")))
@settings(max_examples=300)
def test_no_query_is_an_error_of_ours(fuzzed: App, path: str, query_string: str, method: str) -> None:
    answer = asked(fuzzed, path, query_string, method)
    assert answer.status < 500
    assert answer.status not in (410, 429)
    for name, value in answer.headers.items():
        assert "\r" not in value, name
        assert "\n" not in value, name
    if method == "GET" and answer.status == 200:
        assert answer.body
        if answer.headers["content-type"].startswith("text/calendar"):
            assert answer.body.count(b"BEGIN:VEVENT") >= 1
            (again,) = re.findall(r"https?://x.org/kalender(/.*)", answer.headers["content-location"])
            parts = urlsplit(again)
            assert asked(fuzzed, parts.path, parts.query).body == answer.body


CHOICES = st.builds(
    query.Choice,
    communities=st.sets(st.sampled_from(PRINT_ORDER), max_size=5).map(
        lambda s: tuple(c for c in PRINT_ORDER if c in s)
    ),
    rank=st.sampled_from(("all", "major", "minor")),
    kinds=st.sets(st.sampled_from(tuple(Kind)), max_size=3).map(lambda s: tuple(k for k in Kind if k in s)),
    lang=st.sampled_from(("de", "en")),
)


@given(chosen=CHOICES)
def test_the_canonical_address_says_the_choice_again(fuzzed: App, chosen: query.Choice) -> None:
    assert query.read(chosen.query, fuzzed.contents) == chosen
    assert parse_qs(chosen.query)["lang"] == [chosen.lang]


def test_a_site_below_a_folder_answers_there_and_at_the_root(fuzzed: App) -> None:
    for prefix in ("/kalender", ""):
        assert asked(fuzzed, f"{prefix}{FEED}", "").status == 200
        moved = asked(fuzzed, f"{prefix}/feeds/de/jewish.ics", "")
        assert (moved.status, moved.headers["location"]) == (301, f"/kalender{FEED}")
    assert asked(fuzzed, "/kalendermacher/feeds.json", "").status == 404


def test_choices_are_let_go_of_and_made_again_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "MOST_BYTES", 300_000)
    monkeypatch.setattr(application, "MOST_TAGS", 20)
    app = App(gathered("http://x.org", combinations=True))
    pairs = [f"c={a},{b}&rank=major" for a, b in itertools.combinations(PRINT_ORDER[:8], 2)]
    first = {pair: asked(app, "/feed.ics", pair) for pair in pairs}
    assert app._store._bytes <= 300_000
    assert app._store._bytes == sum(resource.size for resource, _ in app._store._held.values())
    assert len(app._tags) == 20
    for pair in reversed(pairs):
        tag = first[pair].headers["etag"].encode()
        assert asked(app, "/feed.ics", pair, "GET", (b"if-none-match", tag)).status == 304
        assert asked(app, "/feed.ics", pair).body == first[pair].body


def test_today_is_told_by_the_server_where_there_is_no_script(fuzzed: App) -> None:
    page = asked(fuzzed, "/de/", "c=jewish&rank=major&check=2027-05-16").body.decode()
    today = page[page.index('id="today-list"') : page.index('id="check"')]
    assert "Mittwoch, 21. April 2027" in today
    assert re.search(r"Pessach</a> <span[^>]*>\(beginnt an diesem Abend\)", today)
    assert "Opferfest" not in today
    checked = page[page.index('id="check-answer"') :]
    assert checked.index("Opferfest") < checked.index('id="year"')
    assert 'value="http://x.org/kalender/feeds/de/judentum-hauptfeste.ics"' in page
    assert 'id="year">Das Jahr 2027' in page


# Its life.


def test_the_log_names_no_religion_no_query_and_no_address(tmp_path: Path) -> None:
    server = Server(tmp_path)
    ask(f"{server.base}{CHOICE}", User_Agent="Mozilla (Erika Mustermann)", Referer="https://intern.example/erika")
    ask(f"{server.base}/erika.mustermann@example.org")
    ask(f"{server.base}{FEED}", Accept_Encoding="br")
    assert server.stop() == 0
    lines = [line for line in server.log.read_text().splitlines() if "/health" not in line]
    stamp = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    for line, said in zip(lines, ("GET /feed.ics 200", "GET - 404", f"GET {FEED} 200"), strict=True):
        assert re.fullmatch(rf"{stamp} {re.escape(said)} \d+ \d+\.\d", line)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_asked_to(tmp_path: Path, number: signal.Signals) -> None:
    server = Server(tmp_path)
    with socket.create_connection(urlsplit(server.base).netloc.split(":")) as idle:  # type: ignore[arg-type]
        idle.sendall(f"GET {FEED} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert idle.recv(12) == b"HTTP/1.1 200"
        server.process.send_signal(number)
        assert server.process.wait(20) == 0
    assert server.errors.count("\n") == 1
    assert FEED in server.log.read_text()


def test_a_port_in_use_is_one_sentence(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    port = str(urlsplit(server.base).port)
    for words, sentence in (
        (["--port", port], f"cannot listen at 127.0.0.1, port {port} (Address already in use)"),
        (["--port", "70000"], "ports go from 0 to 65535"),
        (["--host", "192.0.2.1", "--port", "0"], "cannot listen at 192.0.2.1"),
        (["--host", "no.such.host.invalid", "--port", "0"], "cannot listen at no.such.host.invalid"),
        (["--port", "0", "--years", "2031-2027"], "end before they begin"),
        (["--port", "0", "--base-url", "feste"], "is not an address for a site"),
    ):
        assert run(cli, ["serve", *words]) == 2
        said = capsys.readouterr().err.strip()
        assert said.count("\n") == 0
        assert sentence in said


def test_a_broken_pin_at_the_start_is_one_sentence(checkout: Path) -> None:
    with (checkout / "data/pins/islamic.toml").open("a") as pins:
        pins.write(
            '\n[[announcement]]\nsource = "x"\nread = 2027-01-01\n[announcement.days]\n"ramadan/1449" = "soon"\n'
        )
    command = [sys.executable, "-m", "interfaith_cal", "serve", "--port", "0"]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(checkout / "src")}
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "islamic.toml: the pin 'ramadan/1449'" in done.stderr


def test_a_server_without_its_package_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert run(cli, ["serve", "--port", "0", "--years", "2027"]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith(" the package 'uvicorn'; install it with: pip install 'interfaith-cal[serve]'.")


def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    async def told(descriptor: int) -> None:
        log = Log(descriptor)
        log("GET / 200 1 0.1")
        log.flush()

    with Path("/dev/full").open("wb", buffering=0) as full:
        asyncio.run(told(full.fileno()))


def test_the_years_roll_in_august() -> None:
    assert serve._years(date(2026, 11, 24)) == "2026-2031"
    assert serve._years(date(2027, 7, 31)) == "2026-2032"
    assert serve._years(date(2027, 8, 1)) == "2027-2032"


def test_dates_of_http_and_old_clients() -> None:
    noon = datetime(2027, 1, 1, 12, tzinfo=UTC)
    assert negotiation.is_unchanged(noon, format_datetime(noon, usegmt=True))
    assert negotiation.is_unchanged(noon, "Friday, 01-Jan-27 13:00:00 GMT")
    assert not negotiation.is_unchanged(noon, format_datetime(noon - timedelta(seconds=1), usegmt=True))
    assert not negotiation.is_unchanged(noon, "Fri, 99 Foo 2027")


def test_every_feed_has_a_name_under_which_a_program_keeps_it(server: Server) -> None:
    for lang in ("de", "en"):
        for address in feeds.addresses(gathered(server.base), lang):
            said = ask(f"{server.base}/{address.path}", "HEAD").headers["content-disposition"]
            assert said == f'inline; filename="{address.stem}.ics"'
