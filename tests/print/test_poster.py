"""How the poster uses its paper: names as large as the edition leaves room for, nothing blank, legend and address."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from interfaith_cal import selection
from interfaith_cal.editorial import editions
from interfaith_cal.export.print.works import make, sheet_for
from interfaith_cal.religions import community
from tests.print.conftest import FEEDS, POINTS_PER_MM, issue, lines, pages_of, printed
from tests.print.test_command import own_edition

EDITIONS = ("nrw", "all", "seven", "three")
each_edition = pytest.mark.parametrize("edition", EDITIONS)


def sizes(edition: str) -> Counter[float]:
    """How often letters of each size are set on the poster."""
    found: Counter[float] = Counter()
    with pikepdf.open(io.BytesIO(printed("poster", edition=edition))) as document:
        size = scale = 0.0
        for step in pikepdf.parse_content_stream(document.pages[0], "Tf Tm Tj TJ"):
            match str(step.operator):
                case "Tf":
                    size = float(step.operands[1])
                case "Tm":
                    across, along = float(step.operands[0]), float(step.operands[1])
                    scale = (across**2 + along**2) ** 0.5
                case _:
                    found[round(size * scale, 1)] += 1
    return found


@pytest.mark.parametrize(("edition", "names", "explained"), [
    ("nrw", 10, 7.4), ("all", 10, 7.4), ("seven", 11, 9.5), ("three", 12, 11),
])  # fmt: skip
def test_type_grows_with_the_room_that_an_edition_leaves(edition: str, names: float, explained: float) -> None:
    found = sizes(edition)
    # Seven points are for weekdays and bars; of explanations are most of the words.
    most = max((size for size in found if size > 7), key=lambda size: found[size])
    assert most >= explained
    assert sum(times for size, times in found.items() if names <= size <= 12) >= 50


@each_edition
def test_no_part_of_the_sheet_is_blank(edition: str) -> None:
    (page,) = pages_of(printed("poster", edition=edition))
    body = [line.y for line in lines(page, right=500 * POINTS_PER_MM)]
    assert max(body) > 0.9 * 594 * POINTS_PER_MM
    gaps = [below - above for above, below in pairwise(body)]
    assert max(gaps) < 45 * POINTS_PER_MM


@each_edition
@pytest.mark.parametrize("lang", ["de", "en", "tr"])
def test_codes_stand_beside_the_title_in_readable_type(edition: str, lang: str) -> None:
    (page,) = pages_of(printed("poster", lang=lang, edition=edition))
    top = [word for word in page if word.y_max < 36 * POINTS_PER_MM]
    for name in issue(2027, lang, edition).religions:
        (code,) = [word for word in top if word.text == community(name).code(lang)][:1]
        assert code.height > 9


def test_the_address_stands_below_its_code_in_the_lower_right_corner() -> None:
    (page,) = pages_of(printed("poster"))
    corner = [w for w in page if w.x_min > 690 * POINTS_PER_MM and w.y_min > 520 * POINTS_PER_MM]
    assert FEEDS in "".join(word.text for word in corner).replace("\u200b", "")


def test_the_publisher_stands_among_the_signs_and_not_among_the_communities(tmp_path: Path) -> None:
    own = editions.edition(own_edition(tmp_path))
    made = replace(issue(2027), edition=own, observances=selection.of_edition(own, 2027))
    (pdf,) = make("poster", made, sheet_for("poster"))
    (page,) = pages_of(pdf)
    publisher = next(word for word in page if word.text == "Köln" and word.y_min < 36 * POINTS_PER_MM)
    signs = [word.x_min for word in page if word.text in ("◗", "≈") and word.y_min < 36 * POINTS_PER_MM]
    codes = [word.x_min for word in page if word.text in ("ISL", "JÜD") and word.y_min < 36 * POINTS_PER_MM]
    assert max(codes) < min(signs) < publisher.x_min
