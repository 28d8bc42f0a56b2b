"""What a school or an office reads as source names an authority or a document."""

from __future__ import annotations

import re

import pytest

import interfaith_cal as ic
from interfaith_cal.editorial.pins import pins_of
from interfaith_cal.religions import PRINT_ORDER

NO_SOURCE = re.compile(
    # Programs and where they are kept.
    r"vacanza|holidays \d|hebcal|pyluach|convertdate|lunar_python|hijridate|ummalqura|nanakshahi-js|zangli|adyatithi"
    r"|\bgit(hub|lab)\b|\bnpm\b|pypi|\.(py|js|json)\b|v?\d+\.\d+\.\d+"
    # Copies, and where copies of documents lie.
    r"|\bcop(y|ies)\b|\bvia\b|docslib|expydoc|doczz|studylib|9dok|substack|blog|wordpress"
    # Nothing at all.
    r"|\bissues? #?\d|^\W*$|^(unknown|unbekannt)$",
    re.IGNORECASE,
)


def sources(community: ic.CommunityId) -> dict[str, set[str]]:
    """Every source that outputs tell of, with what it is told of."""
    (whole,) = ic.communities([community])
    said: dict[str, set[str]] = {}
    for source, of in (
        (whole.source, community),
        *((festival.source, festival.id) for festival in whole.festivals),
        *((pin.source, pin.id) for pin in pins_of(whole)),
        *((o.source, o.id) for o in ic.observances(2026, communities=[community])),
    ):
        said.setdefault(source, set()).add(of)
    return said


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_a_source_is_an_authority_or_a_document(community: ic.CommunityId) -> None:
    assert {source: sorted(of)[:3] for source, of in sources(community).items() if NO_SOURCE.search(source)} == {}


@pytest.mark.parametrize(
    "source",
    ["vacanza/holidays 0.109: LK", "@hebcal/core 6.9.3", "lunar_python", "–", "", "issue 5", "copy of a list",
     "Diyanet (vakithesaplama.diyanet.gov.tr; copy by somebody on GitHub)", "npm nanakshahi"],
)  # fmt: skip
def test_what_names_a_program_an_account_or_nothing_is_refused(source: str) -> None:
    assert NO_SOURCE.search(source)
