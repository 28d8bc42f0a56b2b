"""What the project requires is bounded above by the major that it was tested with, and is what this environment has."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
TESTED = sorted({*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *EXTRAS["dev"]})
REQUIREMENTS = sorted({*TESTED, *(written for extra in EXTRAS.values() for written in extra)})

# The package holidays keeps dateutil at 2 in this environment; a bare install of the wheel takes and was run with 4.
TESTED_ELSEWHERE = {"python-dateutil": "4.0"}


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
    tested = TESTED_ELSEWHERE.get(requirement.name, tested)
    (above,) = (bound.version for bound in requirement.specifier if bound.operator == "<")
    assert int(above.split(".")[0]) <= int(tested.split(".")[0]) + 1
