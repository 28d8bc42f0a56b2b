"""The page and the library search alike: the same text finds the same festivals, in the same order."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from interfaith_cal import finding
from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.web import assets, lookup
from tests.feeds.clients.readers import missing
from tests.web.conftest import gathered

TYPED = (
    "zuckerfest", "Fastenbrechen", "Holi", "katholisch", "kath ostern", "evangelisches Ostern", "koptische Weihnachten",
    "fest", "eid", "jom", "zuckerfest 2027", "2027", "佛", "होली", "HIDIRELLEZ", "BUẞ- UND BETTAG", "Tisha B\'Av",
    "Mariae Empfaengnis", "zukerfest", "jom kipper", "wann ist das Zuckerfest", "xyzzy", "", "-", "’",
)  # fmt: skip
# Cherokee and historic Cyrillic: Python and JavaScript take another letter for the one that both cases share.
ELSEWHERE = {*range(0x13A0, 0x1400), *range(0x1C80, 0x1C89)}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is typed, names of all languages among it, some with a letter that is missing, and what the page finds."""
    node = shutil.which("node")
    if node is None:
        missing("node", "sh tests/web/fetch.sh")
    names = sorted({name.said for entry in finding.index() for name in entry.names})
    some = random.Random(5787).sample(names, 60)
    slips = [name[: len(name) // 2] + name[len(name) // 2 + 1 :] for name in some[:25]]
    # Letters younger than Python's Unicode are none to it.
    known = (chr(code) for code in range(0x20, 0x3100) if code not in ELSEWHERE)
    signs = [sign for sign in known if unicodedata.category(sign) != "Cn"]
    folder = tmp_path_factory.mktemp("search")
    (folder / "index.json").write_bytes(lookup.index(gathered("https://example.org"), "de"))
    (folder / "search.js").write_bytes(assets.asset("search.js"))
    text = {"folded": [*names, *signs], "searched": [*TYPED, *some, *slips]}
    command = [node, str(Path(__file__).parent / "search.mjs"), str(folder / "search.js"), str(folder / "index.json")]
    done = subprocess.run(command, input=json.dumps(text).encode(), capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return {"asked": text, **json.loads(done.stdout)}


def test_every_name_and_every_sign_is_folded_alike(asked: dict[str, Any]) -> None:
    pairs = zip(asked["asked"]["folded"], asked["folded"], strict=True)
    assert {text: words for text, words in pairs if list(finding.fold(text)) != words} == {}


def test_the_page_finds_what_the_library_finds_in_the_same_order(asked: dict[str, Any]) -> None:
    for text, hits in zip(asked["asked"]["searched"], asked["searched"], strict=True):
        try:
            found = [[hit.festival.id, int(hit.fit), hit.said] for hit in finding.search(text)]
        except InterfaithCalError:
            found = []
        assert hits == found, text
