"""The whole site as a tree: the path of every file, and how its bytes are made when somebody wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

from interfaith_cal.editorial.logos import SVG
from interfaith_cal.export.ics import to_ics
from interfaith_cal.model.leave import lands
from interfaith_cal.web import (
    api,
    assets,
    atom,
    checking,
    codes,
    feeds,
    festivals,
    lookup,
    openapi,
    picture,
    servers,
    sitemap,
    webfonts,
)
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.headers import WIDGET
from interfaith_cal.web.pages import community, festival, front, legal, lost, month, widget, year
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

Maker = Callable[[], bytes]


def tree(contents: Contents) -> dict[str, Maker]:
    """Each file of the site by its path, feeds first; a maker may be called any number of times."""
    found = dict(_files(contents))
    found[sitemap.PATH] = partial(sitemap.sitemap, contents.site.base, tuple(found))
    return found


def _files(contents: Contents) -> Iterator[tuple[str, Maker]]:
    languages = contents.site.languages
    addresses = [address for lang in languages for address in feeds.addresses(contents, lang)]
    made: dict[str, Maker] = {address.path: _feed(contents, address) for address in addresses}
    yield from made.items()
    for old, new in api.moved(contents).items():
        yield old, made[new]
    for lang in languages:
        for address in feeds.of_festivals(contents, lang).values():
            yield address.path, partial(_written, contents, address)
    for address in addresses:
        yield address.code, partial(codes.code, address.links(contents.site).page)
    for lang in languages:
        yield from _in_language(contents, lang)
    yield "index.html", partial(front.page, contents, languages[0], None, "index.html")
    for of_year in contents.years:
        yield f"{api.API}/observances/{of_year}.json", partial(_rows, contents, of_year, languages[0])
    yield f"{api.API}/observances.schema.json", partial(api.observances_schema, contents.site.base)
    yield f"{api.API}/feeds.schema.json", partial(api.feeds_schema, contents.site.base)
    yield f"{api.API}/index.json", partial(api.index, contents)
    yield api.MANIFEST, lambda: api.manifest(contents, {path: make() for path, make in made.items()})
    yield "assets/site.css", partial(assets.stylesheet, contents.communities, contents.site.edition.accent)
    yield "assets/site.js", partial(assets.asset, "site.js")
    yield "assets/check.js", partial(assets.asset, "check.js")
    for script in ("search.js", "finder.js"):
        yield f"assets/{script}", partial(assets.asset, script)
    logo = contents.site.edition.logo
    if logo:
        yield f"assets/logo{logo.suffix}", partial(bytes, logo.content)
    yield (
        "assets/icon.svg",
        partial(bytes, logo.content) if logo and logo.suffix == SVG else partial(assets.asset, "icon.svg"),
    )
    yield f"{WIDGET}index.html", partial(widget.page, contents)
    yield "assets/widget.css", partial(assets.stylesheet_of_widget, contents.communities)
    yield "assets/widget.js", partial(assets.asset, "widget.js")
    yield "assets/embed.js", partial(assets.asset, "embed.js")
    yield lost.PATH, partial(lost.page, contents)
    yield "assets/lost.js", partial(assets.asset, "lost.js")
    yield "assets/asked.js", partial(assets.asset, "asked.js")
    yield openapi.PATH, partial(openapi.description, contents)
    yield "assets/preview.png", partial(picture.preview, contents.communities)
    yield from atom.files(contents)
    yield from webfonts.files()
    yield festivals.PATH, partial(festivals.festivals, contents)
    yield "robots.txt", partial(sitemap.robots, contents.site.base)
    yield "server/nginx.conf", partial(servers.nginx, contents)
    yield "server/Caddyfile", partial(servers.caddy, contents)
    yield ".htaccess", partial(servers.apache, contents)
    yield "_redirects", partial(servers.redirects, contents)
    yield "_headers", partial(servers.headers, contents)


def _in_language(contents: Contents, lang: str) -> Iterator[tuple[str, Maker]]:
    """The pages and tables of a language."""
    yield f"{lang}/index.html", partial(front.page, contents, lang, None, f"{lang}/index.html")
    for of_year in contents.years:
        path = f"{lang}/{of_year}/index.html"
        yield f"{api.API}/check/{of_year}.{lang}.json", partial(checking.year_data, contents, of_year, lang)
        yield path, partial(front.page, contents, lang, of_year, path)
        yield f"{lang}/{of_year}/table.html", partial(year.table_page, contents, of_year, lang)
        yield f"{api.API}/observances/{of_year}.{lang}.json", partial(_rows, contents, of_year, lang)
        for number in range(1, 13):
            yield month.path(date(of_year, number, 1), lang), partial(month.page, contents, of_year, number, lang)
            of_month = f"{of_year}-{number:02}"
            yield f"{api.API}/months/{of_month}.{lang}.json", partial(api.month, contents, of_month, lang)
    yield lookup.path(lang), partial(lookup.index, contents, lang)
    yield f"{lang}/{WIDGET}index.html", partial(widget.offer, contents, lang)
    for land in ("", *lands()):
        path = f"{api.API}/check/{land or checking.NONE}.{lang}.json"
        yield path, partial(checking.land_data, contents, land, lang)
    for name in contents.communities:
        stem = texts.file_name(name, lang)
        yield f"{lang}/{stem}/index.html", partial(community.page, contents, name, lang)
        yield f"tables/{lang}/{stem}.csv", partial(_spreadsheet, contents, name, lang)
    for kind in legal.kinds(contents):
        yield legal.path(kind, lang), partial(legal.page, contents, kind, lang)
    for kept in contents.festivals:
        yield festival.path(kept, lang), partial(festival.page, contents, kept, lang)


def _feed(contents: Contents, address: Address) -> Maker:
    return cache(partial(_written, contents, address))


def _written(contents: Contents, address: Address) -> bytes:
    return to_ics(feeds.feed(contents, address), contents.changes, contents.written)


def _rows(contents: Contents, of_year: int, lang: str) -> bytes:
    return api.rows(contents.year(of_year), lang)


def _spreadsheet(contents: Contents, name: str, lang: str) -> bytes:
    return api.spreadsheet(contents.of([name]), lang)
