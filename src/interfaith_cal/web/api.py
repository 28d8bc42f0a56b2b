"""What programs read: the days of a year as JSON, the manifest of the feeds, and the schemas of both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from interfaith_cal.editorial.redirects import redirects
from interfaith_cal.export import ics
from interfaith_cal.export.forms import to_json
from interfaith_cal.export.rows import COLUMNS, row
from interfaith_cal.ground import separated
from interfaith_cal.model import Begins, Certainty, Kind, Observance, Rank
from interfaith_cal.web import feeds
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

API = "api/v1"
MANIFEST = "feeds.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date"}
# Days of which there is a file, and what stands in its name behind the year, in the first and in the last one.
SPANS = {"observances": ("", ""), "months": ("-01", "-12")}
# A month is for those who show it at once; what else is known of its days stands in their year.
MONTH_COLUMNS = ("id", "community", "usage", "name", "first_day", "last_day", "begins", "rank")


def written(value: object) -> bytes:
    """A value as JSON for people and programs."""
    return to_json(value, indent=1).encode()


def rows(observances: Iterable[Observance], lang: str) -> bytes:
    """Observances with the same keys as `interfaith-cal list --format json`."""
    return written([row(o, lang) for o in observances])


def month(contents: Contents, of_month: str, lang: str) -> bytes:
    """What touches a month ("2027-04"), in few words."""
    found = (o for o in contents.year(int(of_month[:4])) if o.first_day.isoformat()[:7] <= of_month)
    return to_json(
        [row(o, lang, MONTH_COLUMNS) for o in found if o.last_day.isoformat()[:7] >= of_month], indent=0
    ).encode()


def spreadsheet(observances: Iterable[Observance], lang: str) -> bytes:
    """Observances as comma-separated values; the mark at the beginning tells Excel that it is UTF-8."""
    heads = [texts.wording(lang, f"column-{column}") for column in COLUMNS]
    table = separated.written(heads, (row(o, lang).values() for o in observances), ends=separated.WINDOWS)
    return (separated.BYTE_ORDER_MARK + table).encode()


def index(contents: Contents) -> bytes:
    """Where everything is that programs may read."""
    base, languages = contents.site.base, contents.site.languages
    return written(
        {
            "observances": {
                str(year): {lang: f"{base}/{API}/observances/{year}.{lang}.json" for lang in languages}
                for year in contents.years
            },
            "festivals": f"{base}/{API}/festivals.json",
            "openapi": f"{base}/{API}/openapi.json",
            "months": {lang: f"{base}/{API}/months/{{month}}.{lang}.json" for lang in languages},
            "observances_schema": f"{base}/{API}/observances.schema.json",
            "feeds": f"{base}/{MANIFEST}",
            "feeds_schema": f"{base}/{API}/feeds.schema.json",
        }
    )


def manifest(contents: Contents, files: Mapping[str, bytes]) -> bytes:
    """The feeds of a site with their addresses, extents and checksums.

    Args:
        contents: what the site shows.
        files: the bytes of each feed by its path.
    """
    site = contents.site
    return written(
        {
            "site": f"{site.base}/",
            "first_day": site.first_day.isoformat(),
            "last_day": site.last_day.isoformat(),
            "feeds": [
                _described(contents, address, files[address.path])
                for lang in site.languages
                for address in feeds.addresses(contents, lang)
            ],
            "redirects": {f"{site.base}/{old}": f"{site.base}/{new}" for old, new in moved(contents).items()},
        }
    )


def moved(contents: Contents) -> dict[str, str]:
    """The redirects whose goal is a feed of this site."""
    there = {address.path for lang in contents.site.languages for address in feeds.addresses(contents, lang)}
    return {old: new for old, new in redirects().items() if new in there and old not in there}


def _described(contents: Contents, address: feeds.Address, content: bytes) -> dict[str, object]:
    feed, window = feeds.feed(contents, address), feeds.window(contents, address)
    links = address.links(contents.site)
    return {
        "name": address.name,
        "language": address.lang,
        "group": address.group,
        "communities": list(address.members),
        "rank": address.rank,
        "address": links.feed,
        "page": links.page,
        "events": ics.count(feed),
        "from": window.first_day.isoformat(),
        "until": window.last_day.isoformat(),
        "first_date": min(o.first_day for o in feed.observances).isoformat(),
        "last_date": max(o.last_day for o in feed.observances).isoformat(),
        "updated": ics.last_modified(feed, contents.changes).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def observances_schema(base: str) -> bytes:
    """The schema of the days of a year."""
    text = {"type": "string"}
    named = {"type": "string", "minLength": 1}
    keys: dict[str, Any] = dict.fromkeys(COLUMNS, text) | {
        "id": {
            "description": "Never changes, whatever becomes of date, name or language.",
            "type": "string",
            "pattern": r"^[a-z]+/[a-z0-9-]+/[0-9]+[a-z]?(/[a-z0-9-]+)?$",
        },
        "community": named,
        "festival": named,
        "usage": {"description": "Empty for the community's one way or its default.", "type": "string"},
        "name": named,
        "first_day": DAY | {"description": "Civil day; of a feast that begins at sunset the day after that sunset."},
        "last_day": DAY,
        "begins": {"enum": list(Begins)},
        "kind": {"enum": list(Kind)},
        "rank": {"enum": list(Rank)},
        "native_date": {"description": "The first day in the community's own calendar, or empty.", "type": "string"},
        "certainty": {
            "description": "fixed: arithmetic; computed: an authority may still move it; announced: published.",
            "enum": list(Certainty),
        },
        "source": named,
    }
    return _schema(
        f"{base}/{API}/observances.schema.json",
        "Observances of a year",
        description="All that touches a civil year, in order. New keys may be added; none is removed in v1.",
        type="array",
        items={"type": "object", "required": list(COLUMNS), "properties": {c: keys[c] for c in COLUMNS}},
    )


def feeds_schema(base: str) -> bytes:
    """The schema of the manifest."""
    text, address = {"type": "string", "minLength": 1}, {"type": "string", "format": "uri"}
    count = {"type": "integer", "minimum": 1}
    feed = {
        "name": text,
        "language": text,
        "group": text,
        "communities": {"type": "array", "items": text, "minItems": 1},
        "rank": {"enum": list(feeds.RANKS)},
        "address": address,
        "page": address,
        "events": count,
        "from": DAY | {"description": "The first day of those that it holds; it may hold what began before."},
        "until": DAY | {"description": "The last day of those that it holds."},
        "first_date": DAY,
        "last_date": DAY,
        "updated": {"type": "string", "format": "date-time"},
        "bytes": count,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
    site = {
        "site": address,
        "first_day": DAY,
        "last_day": DAY,
        "feeds": {"type": "array", "items": {"type": "object", "required": list(feed), "properties": feed}},
        "redirects": {"type": "object", "additionalProperties": address},
    }
    address_of_schema = f"{base}/{API}/feeds.schema.json"
    return _schema(address_of_schema, "Feeds of a site", type="object", required=list(site), properties=site)


def _schema(address: str, title: str, **rules: object) -> bytes:
    return written({"$schema": DRAFT, "$id": address, "title": title, **rules})
