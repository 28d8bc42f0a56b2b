"""Ids as values: what is written is read again, and nothing else is an id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.identity import ObservanceId, of_festival, year_of

OWN_YEARS = st.from_regex("[0-9]+[a-z]?", fullmatch=True)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


def test_every_id_of_a_year_is_read_as_what_it_is_made_of() -> None:
    usages = {c.id: [u.id for u in c.usages] for c in ic.communities() if c.usages}
    for o in (*ic.observances(2027), *ic.observances(2027, usages=usages)):
        assert ObservanceId.parsed(o.id) == o.identity
        assert (o.identity.festival, str(o.identity)) == (o.festival.id, o.id)
        assert o.id == f"{o.community.id}/{o.identity.within}"
        assert o.own_year.startswith(str(year_of(o.own_year)))


@given(
    st.from_regex("[a-z]+", fullmatch=True), SLUGS, st.from_regex("[0-9]+[a-z]?", fullmatch=True), SLUGS | st.just("")
)
def test_what_is_written_is_read_again(community: str, slug: str, own_year: str, usage: str) -> None:
    named = ObservanceId(community, slug, own_year, usage)
    assert ObservanceId.parsed(str(named)) == named
    assert of_festival(named.festival) == (community, slug)


@pytest.mark.parametrize("text", ["", "jewish", "jewish/pesach", "jewish/pesach/", "jewish/pesach/x", "/pesach/5787",
                                  "jewish/pesach/5787/x/y", "Jewish/pesach/5787", "jewish/pesach/5787\n"])  # fmt: skip
def test_anything_else_is_no_id(text: str) -> None:
    assert ObservanceId.parsed(text) is None
