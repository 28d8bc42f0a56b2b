"""Pins: what an authority has published wins over the rule; their files are checked; the rules still give them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal import comparison
from interfaith_cal.editorial import pins
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.root import data_folder
from interfaith_cal.model import Certainty
from interfaith_cal.religions import PRINT_ORDER, community
from tests.conftest import published

Write = Callable[[str], Path]
HEAD = '[[announcement]]\nsource = "KRM, 1 February 2027"\nread = 2027-02-02\n\n[announcement.days]\n'


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Write]:
    """Put other pins of the islamic community in the place of ours."""
    path = tmp_path / "pins" / "islamic.toml"
    path.parent.mkdir()

    with data_folder(tmp_path), ExitStack() as stack:

        def writing(content: str) -> Path:
            path.write_text(content, encoding="utf-8")
            stack.enter_context(data_folder(tmp_path))
            return path

        yield writing


def test_the_files_are_whole_and_name_their_sources() -> None:
    assert {"bahai", "islamic"} <= set(pins.pinned_communities())
    for name in pins.pinned_communities():
        assert name in PRINT_ORDER
        assert all(pin.source and pin.read for pin in pins.pins_of(community(name)))
    assert len(pins.published("bahai")) == 50


def test_without_pins_the_rules_give_every_published_date() -> None:
    # No rule gave what the gazette of Sri Lanka did in 2026: it made the full moon of the extra month Vesak.
    assert [difference.pin.id for difference in comparison.compare_pins()] == ["buddhist/vesak/2026/sri-lanka"]
    assert comparison.compare_pins(["islamic"]) == comparison.compare_pins(["jewish"]) == []


def test_diyanet_s_lists_and_the_announcements_of_the_krm_are_pinned() -> None:
    rows = {
        (row.festival, row.first_day)
        for row in published("islamic")
        if "official:Diyanet list" in row.source or "announcement:KRM" in row.source
    }
    pinned = {(pin.festival.partition("/")[2], pin.first_day) for pin in pins.published("islamic")}
    # These two announcements are told in the rules, not in the table.
    assert pinned - rows == {("eid-al-fitr", date(2008, 9, 30)), ("ramadan", date(2026, 2, 19))}
    assert rows - pinned == set()


def test_without_pins_the_rule_gives_diyanet_s_lists_from_2020_to_2035() -> None:
    rows = [row for row in published("islamic") if "official:Diyanet list" in row.source]
    listed = {
        (o.festival.slug, o.first_day)
        for o in ic.observances(date(2016, 1, 1), date(2035, 12, 31), communities=["islamic"], pins=False)
    }
    assert len(rows) > 100
    assert [row for row in rows if (row.festival, row.first_day) not in listed] == []


def test_a_pinned_date_is_announced_with_its_source() -> None:
    (pinned,) = ic.observances(2026, festivals=["islamic/ramadan"])
    (ruled,) = ic.observances(2026, festivals=["islamic/ramadan"], pins=False)
    assert pinned.first_day == ruled.first_day == date(2026, 2, 19)
    # By the rule too: it counts from the month that was announced, as every day of that month is counted.
    assert (pinned.certainty, ruled.certainty) == (Certainty.ANNOUNCED, Certainty.ANNOUNCED)
    assert pinned.source == "Koordinationsrat der Muslime, 2026-02-16"
    assert pinned.id == ruled.id == "islamic/ramadan/1447"
    (saudi,) = ic.observances(2026, festivals=["islamic/ramadan"], usages={"islamic": ["umm-al-qura"]})
    assert saudi.certainty is Certainty.COMPUTED


def test_a_pin_moves_a_feast_with_its_length_and_nothing_else(write: Write) -> None:
    write(HEAD + '"eid-al-fitr/1448" = 2027-03-10\n')
    eid, night = ic.observances(date(2027, 3, 3), date(2027, 3, 12), communities=["islamic"], rank="major")[::-1][:2]
    assert (eid.id, eid.first_day, eid.last_day) == ("islamic/eid-al-fitr/1448", date(2027, 3, 10), date(2027, 3, 12))
    assert eid.source == "KRM, 1 February 2027"
    assert night.certainty is Certainty.COMPUTED
    (difference,) = comparison.compare_pins(["islamic"])
    assert (difference.pin.id, difference.pin.read) == (eid.id, date(2027, 2, 2))
    assert difference.by_rule
    assert difference.by_rule.first_day == date(2027, 3, 9)


def test_a_pin_may_bring_a_feast_into_a_span_or_out_of_it(write: Write) -> None:
    write(HEAD + '"eid-al-fitr/1448" = 2027-03-10\n')
    asked = {"festivals": ["islamic/eid-al-fitr"]}
    assert ic.observances(date(2027, 3, 9), date(2027, 3, 9), **asked) == []  # type: ignore[arg-type]
    assert len(ic.observances(date(2027, 3, 12), date(2027, 3, 12), **asked)) == 1  # type: ignore[arg-type]
    assert [o.first_day for o in ic.upcoming("islamic/eid-al-fitr", after=date(2027, 3, 9))] == [date(2027, 3, 10)]


def test_a_pin_may_say_the_last_day_too_and_concern_another_usage(write: Write) -> None:
    write(
        HEAD
        + '"ramadan/1448" = [2027-02-08, 2027-03-09]\n'
        + '"ramadan/1448/umm-al-qura" = 2027-02-07\n'
        + '"mawlid/1999" = 2560-01-01\n'
    )
    (ramadan,) = ic.observances(2027, festivals=["islamic/ramadan"])
    assert (ramadan.first_day, ramadan.last_day) == (date(2027, 2, 8), date(2027, 3, 9))
    (saudi,) = ic.observances(2027, festivals=["islamic/ramadan"], usages={"islamic": ["umm-al-qura"]})
    assert (saudi.id, saudi.first_day) == ("islamic/ramadan/1448/umm-al-qura", date(2027, 2, 7))
    assert saudi.certainty is Certainty.ANNOUNCED


def test_a_pin_that_names_no_usage_is_for_the_first_default_alone(write: Write) -> None:
    (write(HEAD).parent / "orthodox.toml").write_text(HEAD + '"nativity/2027" = 2027-12-26\n', encoding="utf-8")
    found = ic.observances(date(2027, 12, 1), date(2028, 1, 31), festivals=["orthodox/nativity"])
    assert [(o.usage, o.first_day, o.certainty) for o in found] == [
        ("new-calendar", date(2027, 12, 26), Certainty.ANNOUNCED),
        ("old-calendar", date(2028, 1, 7), Certainty.FIXED),
    ]


def test_a_pin_of_a_year_without_the_festival_is_a_difference(write: Write) -> None:
    write(HEAD + '"mawlid/1448" = 2027-06-20\n')
    (difference,) = comparison.compare_pins(["islamic"])
    assert difference.by_rule is None


DAY = "[announcement.days]\n'ramadan/1448' = 2027-02-08\n"
SOURCE, READ = "source = 'KRM'\n", "read = 2027-02-02\n"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            "[[announcement]]\n" + READ + DAY,
            "announcement 1, with the pin 'ramadan/1448', needs a source, but has None",
        ),
        ("[[announcement]]\nsource = ' '\n" + READ + DAY, "needs a source, but has ' '"),
        ("[[announcement]]\n" + SOURCE + DAY, "needs the day on which it was read, but has None"),
        ("[[announcement]]\n" + SOURCE + READ, "announcement 1 needs a table of days, but has None"),
        (HEAD + "'ramadan/1448' = '8.2.2027'\n", "the pin 'ramadan/1448' must be a day, .* but is '8.2.2027'"),
        (HEAD + "'ramadan/1448' = 2027-02-08T00:00:00Z\n", "must be a day, as 2026-02-19, or a first and a last day"),
        (HEAD + "'ramadan/1448' = [2027-03-09, 2027-02-08]\n", "the pin 'ramadan/1448' must be a day"),
        (HEAD + "'ramadan/1448' = 2027-02-30\n", "is not valid TOML"),
        (HEAD + "'ramadan' = 2027-02-08\n", "the pin 'ramadan' must name a festival and its own year"),
        (
            "[[announcement]]\n" + SOURCE + READ + DAY + HEAD + DAY.splitlines()[1],
            "the pin 'ramadan/1448' is there twice",
        ),
        (HEAD + "'ramadam/1448' = 2027-02-08\n", "the pin 'islamic/ramadam/1448' is for nothing: .* mean 'ramadan'"),
        (HEAD + "'ramadan/1448/saudi' = 2027-02-08\n", "there is no islamic usage 'saudi'"),
        ("[pins]\n", "the key 'pins' is unknown; known are: announcement"),
        (
            "[[announcement]]\nsorce = 'KRM'\n",
            "announcement 1: the key 'sorce' is unknown; known are: source, read, days",
        ),
        ("announcement = [1]\n", "`announcement` must be tables named"),
        ("announcement = 1\n", "`announcement` must be tables named"),
        ("[[announcement]\n", "is not valid TOML"),
    ],
)
def test_a_broken_file_is_one_sentence_with_file_festival_and_value(write: Write, content: str, complaint: str) -> None:
    path = write(content)
    with pytest.raises(DataFileError, match=complaint) as caught:
        ic.observances(2027, communities=["islamic"])
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
