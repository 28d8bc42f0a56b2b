"""The settings that the site brings along, in nginx, Apache and Caddy: types, headers, redirects, encodings."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import create_server

import brotli
import pytest

from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.web import headers, servers
from tests.feeds.clients.readers import missing
from tests.web.conftest import Built, ask, gathered

FEED = "/feeds/de/alle.ics"
DEPLOY = Path(__file__).parents[2] / "deploy"
NGINX = """
{user}
daemon off;
pid {run}/pid;
error_log {run}/errors;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3;
    uwsgi_temp_path {run}/4; scgi_temp_path {run}/5;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/server/nginx.conf;
    }}
}}
"""
APACHE = """
ServerRoot {run}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {run}/pid
ErrorLog {run}/errors
Mutex posixsem
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
    AllowOverride All
    Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "env")
CADDY = """
{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {site}
    import {site}/server/Caddyfile
}}
"""


def program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        missing(name, "sh tests/web/fetch.sh")
    return found


def nginx(run: Path, site: Path, port: int) -> list[str]:
    # Otherwise the workers of the superuser's server are nobody, who may not read a temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    (run / "nginx.conf").write_text(NGINX.format(run=run, site=site, port=port, user=user))
    return [program("nginx"), "-e", f"{run}/errors", "-c", f"{run}/nginx.conf"]


def apache(run: Path, site: Path, port: int) -> list[str]:
    modules = "\n".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in MODULES)
    (run / "apache.conf").write_text(APACHE.format(run=run, site=site, port=port, modules=modules))
    return [program("apache2"), "-D", "FOREGROUND", "-f", f"{run}/apache.conf"]


def caddy(run: Path, site: Path, port: int) -> list[str]:
    (run / "Caddyfile").write_text(CADDY.format(site=site, port=port))
    return [program("caddy"), "run", "--adapter", "caddyfile", "--config", f"{run}/Caddyfile"]


Command = Callable[[Path, Path, int], list[str]]


@pytest.fixture(scope="module", params=[nginx, apache, caddy], ids=["nginx", "apache", "caddy"])
def base(request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    command: Command = request.param
    run = tmp_path_factory.mktemp("run")
    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    words = command(run, built.folder, port)
    environment = {**os.environ, "HOME": str(run), "XDG_DATA_HOME": str(run), "XDG_CONFIG_HOME": str(run)}
    with (run / "output").open("wb") as output:
        process = subprocess.Popen(words, stdout=output, stderr=output, env=environment)
    try:
        for _ in range(300):
            assert process.poll() is None, (run / "output").read_text()
            try:
                ask(f"http://127.0.0.1:{port}/robots.txt")
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(15)


@pytest.mark.parametrize("path, type_", [
    (FEED, "text/calendar; charset=utf-8"),
    ("/de/", "text/html; charset=utf-8"),
    ("/de/judentum/", "text/html; charset=utf-8"),
    ("/feeds.json", "application/json; charset=utf-8"),
    ("/tables/de/islam.csv", "text/csv; charset=utf-8"),
    ("/qr/de/alle.svg", "image/svg+xml"),
    ("/assets/site.css", "text/css; charset=utf-8"),
])  # fmt: skip
@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_a_file_has_its_type_in_whatever_encoding(
    base: str, path: str, type_: str, accepted: str, built: Built
) -> None:
    answer = ask(f"{base}{path}", Accept_Encoding=accepted)
    assert answer.status == 200
    assert answer.headers["content-type"].lower().startswith(type_)
    assert answer.headers["x-content-type-options"] == "nosniff"
    file = built.folder / (path[1:] + "index.html" if path.endswith("/") else path[1:])
    plain = {"gzip": gzip.decompress, "br": brotli.decompress}.get(answer.headers["content-encoding"] or "", bytes)
    assert plain(answer.body) == file.read_bytes()


def test_a_feed_travels_compressed_is_kept_a_day_and_may_be_read_by_other_sites(base: str) -> None:
    answer = ask(f"{base}{FEED}", Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=86400, stale-while-revalidate=604800"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-disposition"] == "inline"
    assert "accept-encoding" in answer.headers["vary"].lower()


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_what_is_known_is_not_sent_again(base: str, accepted: str) -> None:
    first = ask(f"{base}{FEED}", Accept_Encoding=accepted)
    again = ask(f"{base}{FEED}", Accept_Encoding=accepted, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    since = ask(f"{base}{FEED}", Accept_Encoding=accepted, If_Modified_Since=first.headers["last-modified"])
    assert since.status == 304
    head = ask(f"{base}{FEED}", "HEAD", Accept_Encoding=accepted)
    assert (head.status, head.headers["etag"]) == (200, first.headers["etag"])


@pytest.mark.parametrize("old, new", [
    ("/feeds/de/jewish.ics", "/feeds/de/judentum.ics"), (f"/{[*redirects()][-1]}", f"/{[*redirects().values()][-1]}"),
    (f"{FEED}/", FEED), (f"{FEED}%3Fx", FEED),
])  # fmt: skip
def test_an_address_of_old_sends_on(base: str, old: str, new: str) -> None:
    answer = ask(f"{base}{old}")
    assert answer.status == 301
    assert answer.headers["location"].removeprefix(base) == new


def test_a_page_allows_nothing_from_elsewhere(base: str) -> None:
    policy = ask(f"{base}/de/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")


@pytest.mark.parametrize("path", ["/", "/index.html", "/de/", "/de/2027/", "/de/widget/", "/de/judentum/"])
def test_a_page_cannot_be_framed(base: str, path: str) -> None:
    assert ask(f"{base}{path}").headers.get_all("content-security-policy") == [headers.PAGE_POLICY]


@pytest.mark.parametrize("path", ["/nothing", "/xx/2027/", "/de/1999/"])
def test_where_nothing_is_a_page_leads_on(base: str, path: str, built: Built) -> None:
    answer = ask(f"{base}{path}")
    assert (answer.status, answer.body) == (404, (built.folder / "404.html").read_bytes())


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_the_frame_for_other_sites_can_be_framed(base: str, accepted: str) -> None:
    answer = ask(f"{base}/widget/?lang=de", Accept_Encoding=accepted)
    assert (answer.status, answer.headers.get_all("content-security-policy")) == (200, [headers.WIDGET_POLICY])
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name, write", [
    ("nginx.conf", servers.nginx), ("Caddyfile", servers.caddy), ("htaccess", servers.apache),
])  # fmt: skip
def test_the_settings_in_deploy_are_those_that_a_site_brings_along(name: str, write: Callable[..., bytes]) -> None:
    """Made by: interfaith-cal site OUT --years 2027-2027 --base-url https://feste.example.org"""
    assert (DEPLOY / name).read_bytes() == write(gathered("https://feste.example.org"))


def test_the_unit_and_the_container_start_the_server() -> None:
    unit, container = (DEPLOY / "interfaith-cal.service").read_text(), (DEPLOY / "Containerfile").read_text()
    for text in (unit, container):
        assert re.search(r'(serve"?,?|serve) ', text)
        assert "--base-url" in text
    program_ = shutil.which("systemd-analyze")
    if program_:
        found = subprocess.run(
            [program_, "verify", str(DEPLOY / "interfaith-cal.service")], capture_output=True, text=True, check=False
        )
        said = [
            line
            for line in found.stderr.splitlines()
            if "interfaith-cal.service" in line and "not executable" not in line
        ]
        assert said == []
