"""The published description of what programs may ask: valid, complete, and held against the server by schemathesis."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from interfaith_cal.web import api, openapi, query
from tests.web.conftest import Built, Server, ask, gathered

CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
]


def described(*, combinations: bool) -> Any:
    return json.loads(openapi.description(gathered("http://x.org/kalender", combinations=combinations)))


@pytest.mark.parametrize("combinations", [True, False])
def test_the_description_is_valid(*, combinations: bool) -> None:
    assert [*OpenAPIV31SpecValidator(described(combinations=combinations)).iter_errors()] == []


def test_it_says_all_parameters_of_a_choice_and_only_where_they_are_answered() -> None:
    (feed,) = (p for path, p in described(combinations=True)["paths"].items() if path == "/feed.ics")
    names = {one["name"] for one in feed["get"]["parameters"] if one.get("in") == "query"}
    assert names == query.NAMES
    assert "/feed.ics" not in described(combinations=False)["paths"]


def test_it_has_every_file_of_the_interface(built: Built) -> None:
    patterns = [
        re.sub(r"\\\{(year|month|of|lang)\\\}", r"[\\w-]+", re.escape(path))
        for path in described(combinations=False)["paths"]
    ]
    files = [f"/{p.relative_to(built.folder).as_posix()}" for p in (built.folder / api.API).rglob("*.json")]
    assert [file for file in files if not any(re.fullmatch(pattern, file) for pattern in patterns)] == []
    assert json.loads((built.folder / openapi.PATH).read_bytes())["servers"] == [{"url": built.base}]


def test_it_is_served_at_the_address_that_the_index_names(server: Server) -> None:
    index = json.loads(ask(f"{server.base}/api/v1/index.json").body)
    answer = ask(index["openapi"])
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert json.loads(answer.body)["openapi"] == "3.1.0"


@pytest.fixture
def published(server: Server, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("NO_PROXY", "*")
    refused = {"checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 412, 414]}}}
    config = schemathesis.Config.from_dict(refused)
    return schemathesis.openapi.from_url(f"{server.base}/{openapi.PATH}", config=config)


@pytest.mark.parametrize("mode", [*GenerationMode])
def test_the_server_does_as_described(published: Any, mode: GenerationMode) -> None:
    """Values that fit and values that do not, each operation some dozen times."""
    # It leaves out the address at which it read the description.
    tried = {f"GET /{openapi.PATH}"}
    statuses: set[int] = set()
    for found in published.get_all_operations():
        operation = found.ok()
        tried.add(operation.label)

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=25, derandomize=True)
        def holds(case: Case[Any]) -> None:
            statuses.add(case.call_and_validate(checks=CHECKS).status_code)

        # Any text may be an entity tag: an operation without further parameters cannot be asked wrongly.
        if mode is GenerationMode.POSITIVE or [*operation.path_parameters, *operation.query]:
            holds()
    assert {f"GET {path}" for path in described(combinations=True)["paths"]} == tried
    assert statuses >= {GenerationMode.POSITIVE: {200, 412}, GenerationMode.NEGATIVE: {400, 404}}[mode]
