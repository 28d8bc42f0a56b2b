"""The description of what programs may ask, in OpenAPI 3.1, made of the declarations by which the server answers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from interfaith_cal import __version__
from interfaith_cal.export.rows import COLUMNS
from interfaith_cal.model import Kind, Rank
from interfaith_cal.model.leave import lands
from interfaith_cal.religions import GROUPS, community
from interfaith_cal.web import api, checking, feeds, festivals, query
from interfaith_cal.web.site import Contents

PATH = f"{api.API}/openapi.json"
JSON, ICS, PROBLEM = "application/json", "text/calendar", "application/problem+json"
LICENSE = {"name": "MIT", "identifier": "MIT"}
Node = dict[str, Any]


def description(contents: Contents) -> bytes:
    """The description of a site; what only `serve` answers stands in it where the site says that it does."""
    site = contents.site
    lang = "en" if "en" in site.edition.languages else site.edition.language(None)
    return api.written(
        {
            "openapi": "3.1.0",
            "info": {
                "title": f"{site.edition.title_in(lang)}: days and feeds",
                "version": __version__,
                "license": LICENSE,
                "description": "Everything is read with GET or HEAD, without any key. Nothing is removed in v1.",
            },
            "servers": [{"url": site.base}],
            "security": [],
            "paths": _paths(contents),
            "components": _components(contents),
        }
    )


def _paths(contents: Contents) -> Node:
    one_language = _path("lang", {"enum": list(contents.site.languages)})
    year = _path("year", {"type": "integer", "enum": list(contents.years)})
    month = _path("month", {"enum": [f"{y}-{number:02}" for y in contents.years for number in range(1, 13)]})
    of = [*map(str, contents.years), checking.NONE, *lands()]
    checked = _path("of", {"enum": of})
    rows, plain = _reference("observances"), {"type": "object"}
    days = f"/{api.API}/observances/{{year}}"
    return {
        f"/{api.API}/index.json": _read("getIndex", "Where everything is", plain),
        f"/{PATH}": _read("getDescription", "This description", plain),
        f"/{api.MANIFEST}": _read(
            "getFeeds", "The feeds with their addresses, extents and checksums", _reference("feeds")
        ),
        f"{days}.json": _read("getYear", "What touches a year, in the first language of the site", rows, [year]),
        f"{days}.{{lang}}.json": _read("getYearInLanguage", "What touches a year", rows, [year, one_language]),
        f"/{api.API}/months/{{month}}.{{lang}}.json": _read(
            "getMonth", "What touches a month, in few words", _reference("month"), [month, one_language]
        ),
        f"/{api.API}/check/{{of}}.{{lang}}.json": _read(
            "getVerdicts", "What the page says of the days of a year, or of a Land", plain, [checked, one_language]
        ),
        f"/{festivals.PATH}": _read("getFestivals", "The festivals with their pages", _reference("festivals")),
        f"/{api.API}/observances.schema.json": _read(
            "getSchemaOfObservances", "The schema of the days of a year", plain
        ),
        f"/{api.API}/feeds.schema.json": _read("getSchemaOfFeeds", "The schema of the list of feeds", plain),
        **({f"/{query.PATH}": _feed(contents)} if contents.site.combinations else {}),
    }


def _feed(contents: Contents) -> Node:
    """Free combinations, as `web.query` reads them."""
    usages = [f"{c.id}:{usage.id}" for c in map(community, contents.communities) for usage in c.usages]
    parameters = [
        _several("c", "Communities and bundles; all if left out.", (*contents.communities, *GROUPS)),
        _parameter("rank", "Main days, the others, or both.", {"enum": list(feeds.RANKS), "default": feeds.RANKS[0]}),
        _several("kind", "Kinds of days; all if left out.", Kind),
        _several("usage", "A community and one of its usages; those kept in Germany if left out.", usages),
        _parameter("lang", "The language of the feed.", {"enum": list(contents.site.languages)}),
    ]
    found = _read("getFeed", "A calendar of the days chosen", {"type": "string"}, parameters, ICS)
    answers = found["get"]["responses"]
    answers["400"] = _problem("The choice names something that does not exist, or cannot be read")
    answers["414"] = _problem(f"The query is longer than {query.LONGEST} characters")
    return found


def _read(operation: str, summary: str, schema: Node, parameters: Iterable[Node] = (), media: str = JSON) -> Node:
    """What is read at an address."""
    conditions = [{"$ref": f"#/components/parameters/{name}"} for name in ("ifNoneMatch", "ifMatch")]
    answers = {
        "200": {
            "description": summary,
            "headers": {"ETag": {"schema": {"type": "string"}}, "Cache-Control": {"schema": {"type": "string"}}},
            "content": {media: {"schema": schema}},
        },
        "304": {"description": "The bytes with this entity tag are still those"},
        "412": _problem("The bytes with the entity tag of If-Match are no more those at this address"),
    }
    given = list(parameters)
    if any(one["in"] == "path" for one in given):
        answers["404"] = _problem("The site has no such year, month or language; the sentence names those that it has")
    said = {"operationId": operation, "summary": summary, "parameters": [*given, *conditions], "responses": answers}
    return {"get": said}


def _components(contents: Contents) -> Node:
    text = {"type": "string"}
    base = contents.site.base
    days = _schema(api.observances_schema(base))
    row = days["items"]["properties"]
    month = {
        "type": "object",
        "required": list(api.MONTH_COLUMNS),
        "properties": {column: row[column] for column in COLUMNS if column in api.MONTH_COLUMNS},
    }
    problem = {
        "description": "A problem document (RFC 9457).",
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {"title": text, "status": {"type": "integer"}, "detail": text},
    }
    schemas = {
        "observances": days,
        "month": {"type": "array", "items": month},
        "festivals": {"type": "array", "items": _festival(contents)},
        "feeds": _schema(api.feeds_schema(base)),
        "problem": problem,
    }
    tags = [("ifNoneMatch", "If-None-Match", "304"), ("ifMatch", "If-Match", "412")]
    headers = {
        name: {"name": header, "in": "header", "description": f"Entity tags; see {status}.", "schema": text}
        for name, header, status in tags
    }
    return {"schemas": schemas, "parameters": headers}


def _festival(contents: Contents) -> Node:
    """An entry of the list of festivals."""
    languages = list(contents.site.languages)
    texts = {"type": "object", "required": languages, "additionalProperties": {"type": "string"}}
    keys: Node = {
        "id": {"type": "string"},
        "community": {"type": "string"},
        "kind": {"enum": list(Kind)},
        "rank": {"enum": list(Rank)},
        "names": texts,
        "pages": texts,
    }
    item = {"type": "string", "description": "The same festival in Wikidata, where it is known."}
    return {"type": "object", "required": list(keys), "properties": {**keys, "wikidata": item}}


def _schema(written: bytes) -> Node:
    """A schema that has an address of its own, as a part of the description."""
    found: Node = json.loads(written)
    return {key: value for key, value in found.items() if key not in ("$schema", "$id")}


def _reference(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def _problem(meaning: str) -> Node:
    return {"description": meaning, "content": {PROBLEM: {"schema": _reference("problem")}}}


def _path(name: str, schema: Node) -> Node:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _parameter(name: str, meaning: str, schema: Node) -> Node:
    return {"name": name, "in": "query", "description": meaning, "schema": schema}


def _several(name: str, meaning: str, values: Iterable[str]) -> Node:
    """A parameter with several values, with commas between them."""
    schema = {"type": "array", "items": {"enum": list(values)}}
    return _parameter(name, meaning, schema) | {"style": "form", "explode": False}
