"""What a school or an office reads as the source of a rule names an authority or a document."""

from __future__ import annotations

import re

import pytest

import interfaith_cal as ic

# Packages, private accounts, copies of copies, and strokes that stand for nothing.
NO_SOURCE = re.compile(
    r"@|substack|wordpress|blogspot|github|hebcal|romcal|vacanza|\bnpm\b|^\W*$|issue \d", re.IGNORECASE
)


@pytest.mark.parametrize("community", ["jewish", "protestant", "catholic", "orthodox"])
def test_a_source_is_an_authority_or_a_document(community: ic.CommunityId) -> None:
    (keeper,) = ic.communities([community])
    assert [(f.id, f.source) for f in keeper.festivals if NO_SOURCE.search(f.source)] == []
