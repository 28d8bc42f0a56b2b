"""Which item of Wikidata is the same festival (`data/wikidata.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from interfaith_cal.ground.checked import read
from interfaith_cal.ground.forms import editors as forms
from interfaith_cal.ground.root import by_root, read_at

FILE = "wikidata.toml"
ENTITY = "http://www.wikidata.org/entity/"


@by_root
def items() -> Mapping[str, str]:
    """The item of each festival that has one, by the festival's id; raises DataFileError if the file is broken."""
    return MappingProxyType(read(read_at(FILE), forms.WikidataFile).festivals)


def entity(festival: str) -> str:
    """The address that stands for a festival's item, as linked data names it; "" for a festival without one."""
    item = items().get(festival)
    return f"{ENTITY}{item}" if item else ""
