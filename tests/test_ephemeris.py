"""The table of positions: it is what PyEphem says, it has no seams, and damage to it does not pass."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaith_cal import ephemeris, sky
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.root import shipped

ARC_SECOND = 1 / 3600
LAST_DAY = ephemeris.FIRST_DAY + ephemeris.RECORDS * ephemeris.DAYS
MAKER = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "ephemeris.py"))


def test_the_records_reach_as_far_as_the_sky_answers() -> None:
    first, last = 2_414_291.0, 2_489_164.0
    for tt in (first, last):
        sky.delta_t(tt)
    for beyond in (first - 1, last + 1):
        with pytest.raises(ValueError, match="out of range"):
            sky.delta_t(beyond)
    assert first - 1 > ephemeris.FIRST_DAY
    assert last + 1 < LAST_DAY


@given(tt=st.floats(ephemeris.FIRST_DAY, LAST_DAY - 0.001))
def test_positions_are_those_of_pyephem(tt: float) -> None:
    sun_longitude, sun_latitude, moon_longitude, moon_latitude, moon_distance = MAKER["positions"](tt)
    sun, moon = ephemeris.sun(tt), ephemeris.moon(tt)
    for found, expected in (
        (sun.longitude, sun_longitude),
        (sun.latitude, sun_latitude),
        (moon.longitude, moon_longitude),
        (moon.latitude, moon_latitude),
    ):
        assert abs((found - expected + 180) % 360 - 180) < 0.03 * ARC_SECOND
    assert moon.distance == pytest.approx(moon_distance, rel=2e-5)


@given(seam=st.integers(1, ephemeris.RECORDS - 1))
def test_records_meet_without_a_seam(seam: int) -> None:
    tt = ephemeris.FIRST_DAY + seam * ephemeris.DAYS
    before, after = ephemeris.moon_longitude(tt - 1e-8), ephemeris.moon_longitude(tt + 1e-8)
    assert abs((after - before + 180) % 360 - 180) < 0.1 * ARC_SECOND
    assert ephemeris.moon(tt - 1e-8).latitude == pytest.approx(ephemeris.moon(tt + 1e-8).latitude, abs=0.1 * ARC_SECOND)


@pytest.mark.parametrize("number", [0, 5_000, ephemeris.RECORDS - 1])
def test_the_script_makes_the_table_again(number: int) -> None:
    """A platform may round the last digit of a sine otherwise, so that a few bits differ, but no position does."""
    series, size = ephemeris.ALL_SERIES, ephemeris.RECORD_SIZE
    made, kept = MAKER["record"](number), ephemeris.table()[number * size :][:size]
    for one in series:
        ours, theirs = (one.coefficients.unpack_from(record, one.offset) for record in (made, kept))
        assert ours == pytest.approx(theirs, abs=1e-6)


TABLE = (shipped() / "tables" / "ephemeris.bin").read_bytes()


@given(bit=st.integers(0, 8 * len(TABLE) - 1))
def test_a_turned_bit_is_noticed(tmp_path_factory: pytest.TempPathFactory, bit: int) -> None:
    content = bytearray(TABLE)
    content[bit // 8] ^= 1 << bit % 8
    path = tmp_path_factory.getbasetemp() / "ephemeris.bin"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=r"ephemeris\.bin: is damaged; reinstall the package\."):
        ephemeris.read(path)


@pytest.mark.parametrize(
    "content", [b"", TABLE[:-1], TABLE[: -ephemeris.RECORD_SIZE], TABLE + b"\0", b"\0" * len(TABLE)]
)
def test_a_table_of_another_length_is_noticed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ephemeris.bin"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match="is damaged"):
        ephemeris.read(path)


def test_an_absent_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"ephemeris\.bin: cannot be read"):
        ephemeris.read(tmp_path / "ephemeris.bin")
