"""Every feed that the command line can write, each set written once in a session and then only read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.export.ics import Feed
from interfaith_cal.ground import places
from interfaith_cal.religions import GROUPS, PRINT_ORDER
from interfaith_cal.words import texts

# The feeds by their group: what each holds.
MEMBERS: Mapping[str, tuple[str, ...]] = {c: (c,) for c in PRINT_ORDER} | GROUPS | {"all": PRINT_ORDER}


class Built(NamedTuple):
    """A written feed, and the feed it should be by our own gathering of the observances."""

    path: Path
    feed: Feed

    @property
    def content(self) -> bytes:
        return self.path.read_bytes()


# Years as the command line takes them, and a language; the feeds by their group.
Build = Callable[[str, str], Mapping[str, Built]]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    @cache
    def built(years: str, lang: str) -> Mapping[str, Built]:
        folder = tmp_path_factory.mktemp(f"feeds-{years}-{lang}")
        assert run(cli, ["ics", years, "--lang", lang, "-o", str(folder)]) == 0
        first, _, last = years.partition("-")
        found = ic.observances(date(int(first), 1, 1), date(int(last or first), 12, 31))
        place = places.place()
        return {
            group: Built(
                folder / f"{texts.file_name(group, lang)}.ics",
                Feed(group, lang, [o for o in found if o.community.id in members], place),
            )
            for group, members in MEMBERS.items()
        }

    return built
