"""A folder of one's own over the shipped data: what wins, what is written where, and what is refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextvars import copy_context
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import interfaith_cal as ic
from interfaith_cal.cli.main import cli, run
from interfaith_cal.editorial import editions, palette, pins
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.root import Root, by_root, data_folder, root, shipped, using
from interfaith_cal.model import leave

PIN = '[[announcement]]\nsource = "AABF"\nread = 2028-05-04\n\n[announcement.days]\n"asure/1450" = 2028-06-07\n'
SHEET = "id;correct_first_day;source;read\nalevi/asure/1450;07.06.2028;AABF;04.05.2028\n"
EDITION = 'title = { de = "Park" }\nlanguages = ["de"]\ncommunities = ["alevi"]\n'


class Said(NamedTuple):
    status: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*words: str) -> Said:
        status = run(cli, list(words))
        return Said(status, *capsys.readouterr())

    return call


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "filled.csv"
    path.write_text(SHEET, encoding="utf-8")
    return str(path)


def put(own: Path, name: str, content: str) -> Path:
    path = own / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_files_of_ones_own_win_and_the_others_stay(own: Path) -> None:
    put(own, "pins/alevi.toml", PIN)
    put(own, "editions/park.toml", EDITION)
    put(own, "leave/xx.toml", (shipped() / "leave" / "nrw.toml").read_text(encoding="utf-8"))
    put(own, "palette.toml", '[communities]\nalevi = { color = "navy", hex = "#000080" }\n')
    put(own, "texts/de/alevi.toml", '[festivals.asure]\nname = "Aschure"\n')
    islamic, before = pins.published("islamic"), palette.color("alevi")
    with ic.data_folder(own):
        assert [pin.id for pin in pins.published("alevi")] == ["alevi/asure/1450"]
        assert pins.published("islamic") == islamic
        assert editions.names() == ("all", "civil", "nrw", "park")
        assert editions.edition("park").communities == ("alevi",)
        assert "xx" in leave.lands()
        assert palette.color("alevi").hex == "#000080"
        assert ic.festival("alevi/asure").name() == "Aschure"
        assert ic.festival("alevi/asure").name("en") == "Aşure day"
        (asure,) = ic.upcoming("alevi/asure", after=date(2028, 1, 1))
        assert asure.first_day == date(2028, 6, 7)
    assert palette.color("alevi") == before
    assert pins.published("alevi") == ()
    (asure,) = ic.upcoming("alevi/asure", after=date(2028, 1, 1))
    assert asure.first_day == date(2028, 6, 6)


def test_every_command_reads_what_another_has_written(say: Say, own: Path, sheet: str) -> None:
    data = ("--data", str(own))
    assert say(*data, "review", "--apply", sheet, "--write").status == 0
    assert (own / "pins" / "alevi.toml").is_file()
    assert "07.06.2028" in say(*data, "next", "alevi/asure", "--after", "2028-01-01", "--format", "md").out
    assert "06.06.2028" in say("next", "alevi/asure", "--after", "2028-01-01", "--format", "md").out
    assert "2028-06-07" in say(*data, "compare", "pins", "-c", "alevi", "--lang", "en").out


def test_the_first_pin_of_ones_own_begins_with_those_that_are_shipped(say: Say, own: Path, tmp_path: Path) -> None:
    filled = tmp_path / "islamic.csv"
    before = pins.published("islamic")
    (eid, *_) = ic.upcoming("islamic/eid-al-fitr", after=date(2040, 1, 1))
    assert eid.id not in [pin.id for pin in before]
    filled.write_text(SHEET.replace("alevi/asure/1450;07.06.2028", f"{eid.id};{eid.first_day}"), encoding="utf-8")
    assert say("--data", str(own), "review", "--apply", str(filled), "--write").status == 0
    with data_folder(own):
        assert set(before) < set(pins.published("islamic"))
        assert len(pins.published("islamic")) == len(before) + 1


def test_a_folder_of_pins_is_that_of_a_folder_of_data(say: Say, own: Path, sheet: str, tmp_path: Path) -> None:
    said = say("review", "--apply", sheet, "--write", "--pins", str(own / "pins"))
    assert (said.status, said.err) == (0, f"interfaith-cal: other commands read it with --data {own}.\n")
    assert "07.06.2028" in say("--data", str(own), "next", "alevi/asure", "--after", "2028-01-01", "--format", "md").out
    said = say("review", "--apply", sheet, "--write", "--pins", str(tmp_path / "elsewhere"))
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "a folder of pins is named 'pins' and lies in a folder of data" in said.err
    assert not (tmp_path / "elsewhere").exists()


def test_corrections_are_recorded_in_ones_own_folder(say: Say, own: Path) -> None:
    log = (shipped() / "changes.toml").read_bytes()
    shutil.copytree(shipped() / "published", own / "published")
    (own / "changes.toml").write_bytes(log)
    put(own, "pins/alevi.toml", PIN)
    data = ("--data", str(own))
    assert say(*data, "changes", "record", "--check").status == 1
    assert say(*data, "changes", "record", "--at", "2030-02-01T12:00:00Z").status == 0
    assert '"alevi/asure/1450"' in (own / "changes.toml").read_text(encoding="utf-8")
    assert say(*data, "changes", "record", "--check").status == 0
    assert (shipped() / "changes.toml").read_bytes() == log


def test_nothing_is_written_into_an_installed_package(say: Say, tmp_path: Path, sheet: str, own: Path) -> None:
    copy = tmp_path / "package"
    shutil.copytree(shipped(), copy, ignore=shutil.ignore_patterns("fonts"))
    before = sorted((path, path.stat().st_mtime_ns) for path in copy.rglob("*"))
    with using(Root(copy, installed=True)):
        for words in (("review", "--apply", sheet, "--write"), ("changes", "record")):
            said = say(*words)
            assert (said.status, said.err.count("\n")) == (2, 1)
            assert f"nothing is written into the installed package ({copy})" in said.err
            assert "name a folder for your own data with --data FOLDER or INTERFAITH_CAL_DATA" in said.err
        assert say("review", "--apply", sheet).status == 0
        assert say("--data", str(own), "review", "--apply", sheet, "--write").status == 0
    assert sorted((path, path.stat().st_mtime_ns) for path in copy.rglob("*")) == before


def test_the_variable_says_the_same_and_the_option_wins(say: Say, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(own, "pins/alevi.toml", PIN)
    words = ("next", "alevi/asure", "--after", "2028-01-01", "--format", "md")
    monkeypatch.setenv("INTERFAITH_CAL_DATA", str(own))
    assert "07.06.2028" in say(*words).out
    monkeypatch.setenv("INTERFAITH_CAL_DATA", str(own / "nowhere"))
    said = say(*words)
    assert (said.status, said.err) == (
        2,
        f"interfaith-cal: {own / 'nowhere'}: is no folder of data; make it first, or name one that is there.\n",
    )
    assert "07.06.2028" in say("--data", str(own), *words).out
    with pytest.raises(DataFileError, match="is no folder of data"), ic.data_folder(own / "nowhere"):
        pass


def test_a_folder_that_cannot_be_written_is_named_and_what_was_there_stays(say: Say, own: Path, sheet: str) -> None:
    path = put(own, "pins/alevi.toml", PIN.replace("07", "08"))
    before = path.read_bytes()
    (own / "pins" / ".alevi.toml.part").mkdir()
    said = say("--data", str(own), "review", "--apply", sheet, "--write")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert f"{path}: cannot be written" in said.err
    assert path.read_bytes() == before
    path.unlink()
    (own / "pins" / ".alevi.toml.part").rmdir()
    (own / "pins").rmdir()
    put(own, "pins", "no folder")
    said = say("--data", str(own), "review", "--apply", sheet, "--write")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert f"{own / 'pins'}: cannot be made a folder" in said.err


@pytest.mark.parametrize("name, content, sentence, command", [
    ("pins/alevi.toml", PIN.replace("read", "seen"), "'seen' is unknown", ("list", "2028", "-c", "alevi")),
    ("editions/park.toml", EDITION + "colour = 1\n", "'colour' is unknown", ("list", "2028", "--edition", "park")),
    ("palette.toml", "[communities]\nalevi = 3\n", "the color of 'alevi'", ("ics", "2028", "-c", "alevi")),
    ("changes.toml", "published = 3\n", "`published` must be a time", ("ics", "2028", "-c", "alevi")),
    ("leave/nrw.toml", "decre = 1\n", "'decre' is unknown", ("leave", "nrw", "2026/27")),
    ("impact.toml", "[[rests]]\n", "'rests' is unknown", ("plan", "2027-03-10")),
    ("countries/DE.toml", "[places]\nBonn = 3\n", "the place 'Bonn' needs two numbers", ("list", "2027")),
    ("texts/de/alevi.toml", '[festivals.muharram-fast]\nnme = "X"\n',
     "festivals.muharram-fast: the key 'nme' is unknown", ("list", "2028", "-c", "alevi")),
    ("texts/en/phrases.toml", "[phrase]\n", "the key 'phrase' is unknown",
     ("list", "2028", "-c", "alevi", "--lang", "en")),
    ("pins/jewish.toml", PIN.replace("read", "seen"), "announcement 1, with the pin 'asure/1450': the key 'seen'",
     ("list", "2028", "-c", "jewish")),
])  # fmt: skip
def test_a_broken_file_of_ones_own_is_named(
    say: Say, own: Path, name: str, content: str, sentence: str, command: tuple[str, ...]
) -> None:
    path = put(own, name, content)
    said = say("--data", str(own), *command)
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert f"{path}: " in said.err
    assert sentence in said.err
    assert path.read_text(encoding="utf-8") == content
    assert any(str(path) in line for line in say("--data", str(own), "check").out.splitlines())


def test_what_nothing_reads_is_named_by_the_check(say: Say, own: Path) -> None:
    put(own, "pin/alevi.toml", PIN)
    put(own, "pallete.toml", "")
    put(own, "tables/thai_years.csv", "")
    put(own, "pins/alevis.toml", PIN)
    said = say("--data", str(own), "check")
    assert said.status == 1
    for sentence in (
        f"{own / 'pin'}: is not read; there is no folder of data 'pin'; did you mean 'pins'?",
        f"{own / 'pallete.toml'}: is not read; there is no file of data 'pallete.toml'; did you mean 'palette.toml'?",
        f"{own / 'tables'}: is not read; fonts, schemas, tables are those of the program.",
        f"{own / 'pins' / 'alevis.toml'}: there is no community 'alevis'; did you mean 'alevi'?",
    ):
        assert sentence in said.out


def test_two_roots_may_be_used_side_by_side(own: Path) -> None:
    put(own, "pins/alevi.toml", PIN)
    seen: list[int] = []

    def look() -> None:
        seen.append(len(pins.published("alevi")))

    with data_folder(own):
        inside = copy_context()
        threads = [threading.Thread(target=target) for target in (partial_run(inside, look), look)]
        for thread in threads:
            thread.start()
            thread.join()
    assert seen == [1, 0]


def partial_run(context: object, what: Callable[[], None]) -> Callable[[], None]:
    return lambda: context.run(what)  # type: ignore[attr-defined]


def test_what_is_read_from_a_root_is_kept_with_it(own: Path) -> None:
    asked: list[str] = []

    @by_root
    def read(name: str) -> str:
        asked.append(name)
        return str(root().own)

    with data_folder(own):
        assert read("a") == read("a") == str(own)
    with data_folder(own):
        assert read("a") == str(own)
    assert read("a") == "None"
    assert asked == ["a", "a", "a"]


def test_an_installed_package_checks_none_of_its_own_files_before_a_list(tmp_path: Path) -> None:
    """They were checked when it was built; what checks them is not loaded for a plain list."""
    package = tmp_path / "interfaith_cal"
    shutil.copytree(Path(ic.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(shipped(), package / "data", ignore=shutil.ignore_patterns("fonts"))
    code = (
        "import sys; sys.argv = ['interfaith-cal', 'list', '2027']; from interfaith_cal.cli.main import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "print(any('interfaith_cal.ground.' + room in sys.modules for room in ('described', 'forms')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert "Pessach" in done.stdout
    assert done.stderr.endswith("False\n")
