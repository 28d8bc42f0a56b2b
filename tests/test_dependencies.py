"""What the project requires is what it imports, bounded above by the major that it was tested with."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
TESTED = sorted({*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *EXTRAS["dev"]})
REQUIREMENTS = sorted({*TESTED, *(written for extra in EXTRAS.values() for written in extra)})


@pytest.mark.parametrize("written", REQUIREMENTS)
def test_a_requirement_is_bounded_below_and_above(written: str) -> None:
    bounds = [bound.operator for bound in Requirement(written).specifier]
    assert sorted(bounds) == ["<", ">="], f"{written}: give the least version and, with <, the first that is untested."


@pytest.mark.parametrize("written", TESTED)
def test_the_bound_is_that_of_the_tested_version(written: str) -> None:
    """The upper bound lies above what is installed, by one major at most."""
    requirement = Requirement(written)
    if requirement.marker is not None and not requirement.marker.evaluate():
        return
    try:
        tested = version(requirement.name)
    except PackageNotFoundError:
        pytest.fail(f"{requirement.name} is not installed; install it with: pip install -e '.[dev]'")
    assert requirement.specifier.contains(tested)
    (above,) = (bound.version for bound in requirement.specifier if bound.operator == "<")
    assert int(above.split(".")[0]) <= int(tested.split(".")[0]) + 1


def test_the_library_requires_what_it_imports_and_nothing_else() -> None:
    imported = {
        name.partition(".")[0]
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
    } - {*sys.stdlib_module_names, "interfaith_cal"}
    distributions = {packages_distributions()[module][0].lower() for module in imported}
    required = {Requirement(written).name.lower() for written in PROJECT["project"]["dependencies"]}
    optional = {Requirement(written).name.lower() for extra in set(EXTRAS) - {"dev"} for written in EXTRAS[extra]}
    assert required <= distributions <= required | optional


def _imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports by their full names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "find_spec":
        return [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
