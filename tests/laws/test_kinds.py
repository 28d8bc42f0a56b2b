"""What kind of day it is: equal days are called equally, and a word means the same in every community."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

import interfaith_cal as ic
from interfaith_cal.model import Festival, Kind
from interfaith_cal.religions import PRINT_ORDER

ALL_USAGES = {c.id: [u.id for u in c.usages] for c in ic.communities() if c.usages}
# Where a church keeps a day otherwise than the others do, and why its kind is another.
OTHERWISE = {
    ("protestant", "good-friday"): "no fast is prescribed: the day of the death of Jesus, kept with services",
    ("orthodox", "holy-saturday"): "the one Saturday of the year on which the Orthodox fast",
    ("orthodox", "saint-nicholas"): "a feast with Vespers and Liturgy, in the West the memorial of a saint",
    ("coptic", "saint-mark"): "the founder of the Coptic Church, elsewhere one of the evangelists",
    ("syriac", "mid-lent"): "the cross is raised and King Abgar remembered, elsewhere it is the middle of the fast",
    ("armenian", "holy-saturday"): "the evening liturgy of lights already proclaims the Resurrection",
    ("armenian", "lazarus-saturday"): "a memorial on the day before Palm Sunday, elsewhere a feast",
}  # fmt: skip
HOLY_THURSDAY = ("maundy-thursday", "holy-thursday", "covenant-thursday")
SHORTEST_SEASON = 3
MOURNING = re.compile("Passion|Buß|Trauer|Gedenken|Märtyrertod|Völkermord")


def plain(festival: Festival) -> str:
    """Its name without what is added in brackets."""
    return re.sub(r"\s*\(.*?\)", "", festival.name("de"))


def test_days_of_the_same_name_in_several_churches_are_of_the_same_kind() -> None:
    kinds: dict[str, dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for church in ic.communities(["christian"]):
        for festival in church.festivals:
            if (church.id, festival.slug) not in OTHERWISE:
                for called in {plain(festival), festival.slug}:
                    kinds[called][festival.kind].append(festival.id)
    assert {called: dict(found) for called, found in kinds.items() if len(found) > 1} == {}


def test_what_is_kept_otherwise_still_is() -> None:
    for community, slug in OTHERWISE:
        kind = ic.festival(f"{community}/{slug}").kind
        others = {f.kind for c in ic.communities(["christian"]) if c.id != community for f in c.festivals
                  if f.slug == slug}  # fmt: skip
        assert kind not in others, f"{community}/{slug}"


def test_good_friday_is_a_fast_where_one_fasts_and_holy_thursday_is_none_anywhere() -> None:
    festivals = [f for c in ic.communities(["christian"]) for f in c.festivals]
    fasting = {
        f.community_id for f in festivals if f.slug in ("good-friday", "holy-friday", "siklet") and f.kind == Kind.FAST
    }
    assert fasting == {c.id for c in ic.communities(["christian"])} - {"protestant"}
    assert {f.kind for f in festivals if f.slug in HOLY_THURSDAY} == {Kind.COMMEMORATION}


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_season_has_several_days_and_no_day_of_mourning_is_a_feast(community: ic.CommunityId) -> None:
    found = ic.observances(2019, communities=[community], usages=ALL_USAGES if community in ALL_USAGES else None)
    for o in found:
        days = (o.last_day - o.first_day).days + 1
        assert o.kind is not Kind.SEASON or days >= SHORTEST_SEASON, o.id
        assert o.kind is not Kind.FEAST or not MOURNING.search(o.name("de")), o.id


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_penitential_season_is_no_feast(community: ic.CommunityId) -> None:
    (whole,) = ic.communities([community])
    for festival in whole.festivals:
        if re.search(r"\b[Ff]asten$|fastenzeit|Fasten\b", plain(festival)) and not plain(festival).endswith("sonntag"):
            assert festival.kind is not Kind.FEAST, festival.id
