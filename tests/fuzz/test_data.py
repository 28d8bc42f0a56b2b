"""Every data file cut short, with bits turned or a value of another kind: a sentence, or what it says now."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import interfaith_cal as ic
from interfaith_cal.cli import spoken
from interfaith_cal.editorial import (
    changes,
    editions,
    palette,
    pins,
    published,
    redirects,
    textcheck,
    wikidata,
)
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.export import table
from interfaith_cal.ground import tables
from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.places import country
from interfaith_cal.ground.root import Root, using
from interfaith_cal.model import impact, leave
from interfaith_cal.religions import communities
from interfaith_cal.words import languages, texts
from tests.fuzz.conftest import SHIPPED

FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.toml"))
# What was published has a test of its own, on a small state.
TABLES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.glob("tables/*.csv"))
OTHER_VALUES = (
    b"3", b"-1", b"0", b"nan", b"1e400", b"true", b'""', b'"{"', b'"{0}"', b'"{x.y}"', b'"\\u0000"', b"[]", b"[[]]",
    b"[3]", b'["x"]', b"{}", b"{ x = 1 }", b"[{}]", b"2027-02-29", b"2027-04-22", b"0001-01-01T00:00:00+12:00",
    b"9999-12-31T23:59:59-12:00", b"2027-04-22T12:00:00", b"12:00:00", b"1" * 5000, b"[" * 3000,
)  # fmt: skip


def cut(content: bytes) -> st.SearchStrategy[bytes]:
    return st.integers(0, len(content)).map(lambda length: content[:length])


def turned(content: bytes) -> st.SearchStrategy[bytes]:
    """Some bits turned over."""

    def turn(bits: list[int]) -> bytes:
        found = bytearray(content)
        for bit in bits:
            found[bit // 8] ^= 1 << bit % 8
        return bytes(found)

    return st.lists(st.integers(0, len(content) * 8 - 1), min_size=1, max_size=3).map(turn)


def of_another_kind(content: bytes) -> st.SearchStrategy[bytes]:
    """A value, or a whole table, that is something else."""
    spots = [found.span(2) for found in re.finditer(rb"(?m)^(\S+ = )(.+)$", content)]
    spots += [found.span(2) for found in re.finditer(rb"(\w+ = )(\"[^\"\n]*\"|\[[^\]\n]*\])", content)]
    heads = [found.span() for found in re.finditer(rb"(?m)^\[+[\w.\-\"]+\]+$", content)]
    named = [(span, content[span[0] : span[1]].strip(b"[]") + b" = ") for span in heads]
    changed = [(span, b"") for span in spots] + named
    if not changed:
        return st.just(content)

    def replaced(chosen: tuple[tuple[tuple[int, int], bytes], bytes]) -> bytes:
        ((start, end), key), value = chosen
        return content[:start] + key + value + content[end:]

    return st.tuples(st.sampled_from(changed), st.sampled_from(OTHER_VALUES)).map(replaced)


def broken(content: bytes) -> st.SearchStrategy[bytes]:
    return st.one_of(cut(content), turned(content), of_another_kind(content))


def say_everything(lang: str, community: str) -> None:
    """Everything that the texts have on a community."""
    (whole,) = communities([community])
    for field in ("name", "code", "about", "days", "calendar"):
        texts.community_text(community, field, lang)
    for field in ("dos", "donts"):
        texts.community_advice(community, field, lang)
    for festival in whole.festivals:
        texts.first_sentence(festival.explanation(lang), lang)
        for said in (texts.festival_greeting, texts.school_note, texts.festival_native):
            said(community, festival.slug, lang)
        for usage, _ in festival.ways:
            texts.festival_text(community, festival.slug, "explanation", lang, usage)
            texts.festival_greeting(community, festival.slug, lang, usage)
        texts.festival_text(community, festival.slug, "short", lang)


def say_rules(lang: str) -> None:
    """Every rule, usage and date of a year in words."""
    for community in communities():
        for festival in community.festivals:
            for usage, rule in festival.ways:
                texts.say(rule.sentence(), lang)
                texts.usage_name(usage, lang)
    table.to_csv(ic.observances(2027, communities=["jewish", "coptic", "bahai"]), lang)
    for written in (texts.long_date, texts.short_date, texts.day_and_month, texts.day_in_month, texts.month_and_year):
        written(date(2027, 12, 31), lang)


def reader_of(path: Path, name: str) -> Callable[[], object]:
    """What reads a file, and shows all that it says."""
    folder, stem = Path(name).parent.as_posix(), path.stem
    if name.startswith("texts/"):
        lang = Path(name).parent.name
        if stem == "language":
            return partial(languages.chain, lang)
        if stem == "phrases":
            return partial(say_rules, lang)
        return partial(say_everything, lang, stem)
    return {
        "countries": partial(country, stem),
        "editions": lambda: editions.edition(str(path)),
        "leave": lambda: leave.read_leave(path),
        "program": partial(spoken.sentences, stem),
        "pins": lambda: pins.pins_of(communities([stem])[0]),
        "tables": partial(
            {"delta_t": tables.read_delta_t, "thai_years": tables.read_thai_years}.get(stem, tables.read_coast), path
        ),
        ".": {
            "changes": lambda: changes.read_log(path),
            "impact": lambda: impact.read_impact(path),
            "palette": lambda: [palette.color(community.id).rgb for community in communities()],
            "redirects": redirects.redirects,
            "wikidata": wikidata.items,
        }.get(stem),
    }[folder]  # type: ignore[return-value]


def tried(read: Callable[[], object], data: Path = SHIPPED) -> None:
    """Read from a root; a refusal must be one sentence."""
    sentence = ""
    try:
        with using(Root(data)):
            read()
    except InterfaithCalError as error:
        sentence = str(error)
    assert "\n" not in sentence


@pytest.mark.parametrize("name", [*FILES, *TABLES])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=st.data())
def test_a_broken_file_is_refused_in_a_sentence_or_read(data: Path, name: str, drawn: st.DataObject) -> None:
    path = data / name
    path.write_bytes(drawn.draw(broken((SHIPPED / name).read_bytes())))
    try:
        tried(reader_of(path, name), data)
        if name.startswith("texts/"):
            tried(lambda: textcheck.faults_of_folder(path.parent, communities()[:1]), data)
    finally:
        path.write_bytes((SHIPPED / name).read_bytes())


STATE = published.State(
    {"jewish/pesach/5787": published.PublishedDays(date(2027, 4, 22), date(2027, 4, 29), "fixed")},
    {"jewish": "0123abcd"},
)


@pytest.mark.parametrize("name", [published.DATES, published.WORDS])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_a_broken_state_is_refused_in_a_sentence_or_read(tmp_path: Path, name: str, drawn: st.DataObject) -> None:
    for other, content in published.written(STATE).items():
        (tmp_path / other).write_bytes(content)
    assert published.read_state(tmp_path) == STATE
    (tmp_path / name).write_bytes(drawn.draw(broken(published.written(STATE)[name])))
    tried(lambda: published.read_state(tmp_path))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_whatever_lies_beside_a_file_under_the_name_of_its_compiled_form_the_file_is_read(
    tmp_path: Path, drawn: st.DataObject
) -> None:
    path, content = tmp_path / "mine.toml", b"name = 'ours'\n"
    compiled = json.dumps({"crc32": zlib.crc32(content), "content": {"name": "compiled"}}).encode()
    path.write_bytes(content)
    (tmp_path / "mine.json").write_bytes(compiled)
    assert read_toml(path) == {"name": "ours"}
    path.write_bytes(content.replace(b"ours", b"yours"))
    (tmp_path / "mine.json").write_bytes(drawn.draw(st.one_of(cut(compiled), st.sampled_from(OTHER_VALUES))))
    assert read_toml(path) == {"name": "yours"}


REFUSED = [
    ("tables/thai_years.csv", "1915,13,384", "1915,13,354", "the year 1915 cannot have 13 months, 354 days"),
    ("tables/thai_years.csv", "1915,13,384", "1916,13,384", "the year 1914 is followed by 1916"),
    ("tables/delta_t.csv", "1920,", "1900,", "the years must follow each other"),
    ("tables/americas_west_coast.csv", "71.3,-156.8", "71.3,nan", "each line must hold 2 numbers"),
    ("tables/americas_west_coast.csv", "71.3,-156.8", "71.3,-156.8,0", "each line must hold 2 numbers"),
    ("palette.toml", '"#4169E1"', '"#4169G1"', "the `hex` of 'jewish' is '#4169G1'"),
    ("palette.toml", '"royalblue"', "3", "the `color` of 'jewish' is 3"),
    ("countries/DE.toml", "[50.776, 6.084]", "[50]", "the place 'Aachen' needs two numbers"),
    ("countries/DE.toml", 'NRW = "NW"', 'NRW = "NX"', "'NRW' is another name for 'NX', which is none of the regions"),
    ("countries/DE.toml", 'place = "Köln"', 'place = "Cologne"', "'place' is 'Cologne', which is none of the places"),
    ("changes.toml", "2026-11-24T00:00:00Z\n", "2026-11-24T00:00:00\n", "`published` must be a time"),
    ("changes.toml", "2026-11-24T00:00:00Z\n", "9999-12-31T23:59:59-12:00\n", "`published` must be a time"),
]


@pytest.mark.parametrize(("name", "old", "new", "sentence"), REFUSED)
def test_what_cannot_be_is_refused(data: Path, name: str, old: str, new: str, sentence: str) -> None:
    path, content = data / name, (SHIPPED / name).read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    try:
        with using(Root(data)), pytest.raises(InterfaithCalError, match=re.escape(sentence)):
            reader_of(path, name)()
    finally:
        path.write_text(content, encoding="utf-8")
