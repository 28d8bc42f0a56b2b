"""The whole site as a tree: the path of every file, and how its bytes are made when somebody wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from interfaith_cal.editorial import texts
from interfaith_cal.export.ics import to_ics
from interfaith_cal.web import api, assets, codes, feeds, pages, servers
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.site import Contents

Maker = Callable[[], bytes]


def tree(contents: Contents) -> dict[str, Maker]:
    """Each file of the site by its path, feeds first; a maker may be called any number of times."""
    return dict(_files(contents))


def _files(contents: Contents) -> Iterator[tuple[str, Maker]]:
    site = contents.site
    every = [address for lang in site.languages for address in feeds.addresses(contents, lang)]
    made: dict[str, Maker] = {address.path: _feed(contents, address) for address in every}
    yield from made.items()
    for old, new in api.moved(contents).items():
        yield old, made[new]
    for address in every:
        yield address.code, partial(codes.code, address.links(site).page)
    for lang in site.languages:
        yield f"{lang}/index.html", partial(pages.front, contents, lang, None, f"{lang}/index.html")
        for year in contents.years:
            path = f"{lang}/{year}/index.html"
            yield path, partial(pages.front, contents, lang, year, path)
            yield f"{lang}/{year}/table.html", partial(pages.year_table, contents, year, lang)
            yield f"{api.API}/observances/{year}.{lang}.json", partial(_rows, contents, year, lang)
        for community in contents.communities:
            stem = texts.file_name(community, lang)
            yield f"{lang}/{stem}/index.html", partial(pages.of_community, contents, community, lang)
            yield f"tables/{lang}/{stem}.csv", partial(_spreadsheet, contents, community, lang)
    first = site.languages[0]
    yield "index.html", partial(pages.front, contents, first, None, "index.html")
    for year in contents.years:
        yield f"{api.API}/observances/{year}.json", partial(_rows, contents, year, first)
    yield f"{api.API}/observances.schema.json", partial(api.observances_schema, site.base)
    yield f"{api.API}/feeds.schema.json", partial(api.feeds_schema, site.base)
    yield f"{api.API}/index.json", partial(api.index, contents)
    yield api.MANIFEST, lambda: api.manifest(contents, {path: make() for path, make in made.items()})
    yield "assets/site.css", partial(assets.stylesheet, contents.communities)
    yield "assets/site.js", partial(assets.asset, "site.js")
    yield "assets/icon.svg", partial(assets.asset, "icon.svg")
    yield "robots.txt", lambda: b"User-agent: *\nAllow: /\n"
    yield "server/nginx.conf", partial(servers.nginx, contents)
    yield "server/Caddyfile", partial(servers.caddy, contents)
    yield ".htaccess", partial(servers.apache, contents)
    yield "_redirects", partial(servers.redirects, contents)
    yield "_headers", partial(servers.headers, contents)


def _feed(contents: Contents, address: Address) -> Maker:
    return cache(lambda: to_ics(feeds.feed(contents, address), contents.changes, contents.written))


def _rows(contents: Contents, year: int, lang: str) -> bytes:
    return api.rows(contents.year(year), lang)


def _spreadsheet(contents: Contents, community: str, lang: str) -> bytes:
    return api.spreadsheet(contents.of([community]), lang)
