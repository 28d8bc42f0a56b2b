"""The command line with files that nobody means well: a status of 0, 1 or 2, no traceback, nothing steers a terminal.

`scripts/fuzz` makes as many calls as one has time for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interfaith_cal.cli.main import cli, run
from interfaith_cal.ground.files import STEERING
from interfaith_cal.religions import communities
from tests.fuzz.hostile import CALLS, files

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "40"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("hostile")
    (made / "pins").mkdir()
    before = Path.cwd()
    os.chdir(made)
    communities()
    yield made
    os.chdir(before)


@pytest.mark.parametrize("name", CALLS)
def test_no_file_ends_in_a_traceback(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(content=files(name), words=st.sampled_from(CALLS[name]))
    def called(content: bytes, words: list[str]) -> None:
        (folder / name).write_bytes(content)
        assert run(cli, words) in (0, 1, 2)
        said = capsys.readouterr()
        assert not STEERING.search(said.out + said.err)

    called()
