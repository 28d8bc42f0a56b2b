"""Every TOML file under `data/` names its JSON Schema in its first line, and keeps to it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from interfaith_cal.ground.root import shipped

DATA = shipped()
ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = sorted((DATA / "schemas").glob("*.schema.json"))
FILES = sorted(DATA.rglob("*.toml"))
DIRECTIVE = "#:schema "


@cache
def validator(schema: Path) -> Draft7Validator:
    return Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))


def as_json(content: str) -> Any:
    """A TOML file as an editor gives it to a schema: days and times are strings."""
    return json.loads(json.dumps(tomllib.loads(content), default=lambda value: value.isoformat()))


def schema_of(path: Path) -> Path:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith(DIRECTIVE), f"{path} does not name its schema in the first line"
    return (path.parent / first.removeprefix(DIRECTIVE)).resolve()


def faults(schema: str, content: str) -> list[str]:
    found = validator(DATA / "schemas" / f"{schema}.schema.json").iter_errors(as_json(content))
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DATA)))
def test_every_file_keeps_to_its_schema(path: Path) -> None:
    schema = schema_of(path)
    assert schema in SCHEMAS
    assert faults(schema.name.removesuffix(".schema.json"), path.read_text(encoding="utf-8")) == []


def test_every_schema_has_files() -> None:
    assert {schema_of(path) for path in FILES} == set(SCHEMAS)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_every_schema_is_one_and_lets_no_unknown_key_pass(schema: Path) -> None:
    content = json.loads(schema.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(content)
    assert [table for table in tables(content) if "additionalProperties" not in table] == []


def tables(schema: Any) -> Iterator[dict[str, Any]]:
    """Every table that a schema describes."""
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema["properties"], dict):
            yield schema
        for inner in schema.values():
            yield from tables(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from tables(inner)


@pytest.mark.parametrize(
    ("schema", "content", "fault"),
    [
        ("texts", '[community]\nname = "Xyz"\ncode = "XYZ"\n[festivals.a]\nname = "Ab"\nshort = "Ab"\n',
         "festivals.a: {'name': 'Ab', 'short': 'Ab'} is not valid under any"),
        ("texts", f'[community]\nname = "Xyz"\ncode = "XYZ"\n[festivals.a]\nname = "Ab"\nshort = "{"x" * 25}"\n'
         'greeting = { instead = "No." }\n', "festivals.a.short: 'xxxxxxxxxxxxxxxxxxxxxxxxx' is too long"),
        ("palette", '[communities]\njewish = { color = "blue", hex = "#0000f" }\n', "communities.jewish.hex"),
        ("countries", '[places]\nBerlin = [91.4, 52.5]\n', "places.Berlin.0: 91.4 is greater than the maximum"),
        ("changes", "published = 2026-11-24\n", "published: '2026-11-24' does not match"),
        ("editions", 'title = { de = "X" }\nlanguages = ["de"]\nrank = "main"\n', "rank: 'main' is not one of"),
        ("editions", 'title = { de = "X" }\nlanguages = ["de"]\ncolours = {}\n', "'colours' was unexpected"),
        ("pins", '[[announcement]]\nsource = "X"\n[announcement.days]\n"ramadan/1448" = 2027-02-08\n',
         "announcement.0: 'read' is a required property"),
        ("leave", 'application = "maybe"\n', "application: 'maybe' is not one of"),
        ("impact", '[[rest]]\nsource = "X"\n[rest.festivals]\n"jewish/pesach" = [0]\n',
         "rest.0.festivals.jewish/pesach.0: 0 is less than the minimum"),
        ("phrases", '[weekdays]\nlong = ["Mo"]\n', "weekdays.long: ['Mo'] is too short"),
    ],
)  # fmt: skip
def test_what_a_schema_refuses(schema: str, content: str, fault: str) -> None:
    assert any(fault in found for found in faults(schema, content)), faults(schema, content)


def test_the_schemas_are_those_of_the_descriptions() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "schemas.py", "--check"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_plural_rules_are_those_of_cldr() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "plurals.py", "--check"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
