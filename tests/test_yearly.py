"""The yearly round: one folder with all that an edition needs, of which only what changed is made anew."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from interfaith_cal import review
from interfaith_cal.cli.main import cli, run
from interfaith_cal.ground.root import shipped
from interfaith_cal.yearly import run as yearly_run

EDITION = """
title = { de = "Kalender für Schwäbisch Gmünd" }
publisher = { de = "Stadt Schwäbisch Gmünd" }
languages = ["de"]
communities = ["bahai", "alevi"]
rank = "major"
[[day]]
id = "fair"
date = 2027-06-19
name = { de = "Stadtfest" }
text = { de = "Alle sind eingeladen." }
"""


class Folder:
    """A publisher's folder, and the command called in it."""

    def __init__(self, top: Path) -> None:
        self.top, self.out = top, top / "gmünd 2027"
        self.file = top / "gmünd.toml"
        self.file.write_text(EDITION, encoding="utf-8")
        self.own = top / "data"
        self.own.mkdir()

    def run(self, *more: str, year: str = "2027") -> int:
        return run(cli, ["--data", str(self.own), "edition", str(self.file), year, "-o", str(self.out), *more])

    def stamps(self) -> dict[str, tuple[int, int]]:
        found = (path for path in self.out.rglob("*") if path.is_file())
        return {p.relative_to(self.out).as_posix(): (p.stat().st_mtime_ns, p.stat().st_ino) for p in found}

    def manifest(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = json.loads((self.out / "manifest.json").read_bytes())["files"]
        return found

    def changed(self, before: dict[str, tuple[int, int]]) -> set[str]:
        after = self.stamps()
        return {path for path in after.keys() | before.keys() if after.get(path) != before.get(path)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = Folder(tmp_path_factory.mktemp("yearly"))
    assert folder.run() == 0
    return folder


def test_the_manifest_names_every_file_of_a_run_with_its_digest(made: Folder) -> None:
    named = made.manifest()
    there = {p.relative_to(made.out).as_posix() for p in made.out.rglob("*") if p.is_file()}
    assert there - {"manifest.json"} == named.keys()
    for path, said in named.items():
        assert hashlib.sha256((made.out / path).read_bytes()).hexdigest() == said["sha256"], path


@pytest.mark.parametrize("path", [
    "works/de/poster-2027.pdf", "works/de/booklet-2027.pdf", "works/de/booklet-2027.docx", "works/de/rulebook-2027.pdf",
    "feeds/de/alle-2027.ics", "lists/de/dates-2027.xlsx", "site/index.html", "offices/bahai/letter-2027.txt",
    "offices/bahai/rules-2027.pdf", "offices/alevi/review-2027.xlsx", "offices/alevi/poster-2027.pdf",
    "changes-2027.csv", "index.html",
])  # fmt: skip
def test_everything_is_there(made: Folder, path: str) -> None:
    assert (made.out / path).stat().st_size > 0


def test_the_letter_is_filled_and_the_page_says_how_things_stand(made: Folder) -> None:
    letter = (made.out / "offices/alevi/letter-2027.txt").read_text(encoding="utf-8")
    assert "Stadt Schwäbisch Gmünd" in letter
    assert "review-2027.xlsx" in letter
    assert "{" not in letter
    page = (made.out / "index.html").read_text(encoding="utf-8")
    assert "Stadt Schwäbisch Gmünd" in page
    assert "noch keine" in page


def test_a_second_run_touches_nothing(made: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = made.stamps()
    assert made.run() == 0
    assert made.changed(before) == set()
    assert "0 of them new or changed" in capsys.readouterr().err


def test_one_changed_text_changes_only_the_works_that_hold_it(made: Folder) -> None:
    before = made.stamps()
    source = (shipped() / "texts" / "de" / "alevi.toml").read_text(encoding="utf-8")
    own = made.own / "texts" / "de"
    own.mkdir(parents=True)
    (own / "alevi.toml").write_text(source.replace("Aşure", "Aschure"), encoding="utf-8")
    assert made.run() == 0
    changed = made.changed(before)
    assert "works/de/poster-2027.pdf" in changed
    assert "offices/alevi/rules-2027.pdf" in changed
    assert not [path for path in changed if path.startswith(("offices/bahai/", "feeds/de/bahai"))]
    assert "site/de/bahai/index.html" not in changed
    (own / "alevi.toml").unlink()
    assert made.run() == 0


def test_what_somebody_changed_is_left_and_a_filled_sheet_is_told_of(
    made: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = made.out / "offices/alevi/review-2027.csv"
    rows = review.from_csv(sheet.read_text(encoding="utf-8-sig"))
    heads, row = [str(cell) for cell in rows[0]], rows[1]
    called = review.headings("de")
    row[heads.index(called["correct_first_day"])] = row[heads.index(called["first_day"])]
    row[heads.index(called["source"])], row[heads.index(called["read"])] = "Brief der Gemeinde", "04.05.2026"
    filled = "\n".join(";".join(map(str, cells)) for cells in (heads, row))
    sheet.write_text(filled, encoding="utf-8")
    assert made.run() == 0
    assert sheet.read_text(encoding="utf-8") == filled
    assert "1 changed by hand and left as they are" in capsys.readouterr().err
    assert "1 ausgefüllte Zeile liegt hier" in (made.out / "index.html").read_text(encoding="utf-8")
    assert run(cli, ["--data", str(made.own), "review", "--apply", str(sheet), "--write"]) == 0
    assert made.run() == 0
    assert "1 Termin bestätigt oder berichtigt" in (made.out / "index.html").read_text(encoding="utf-8")


def test_what_is_missing_is_made_again(made: Folder) -> None:
    made.run()
    (made.out / "works/de/table-2027.pdf").unlink()
    before = made.stamps()
    assert made.run() == 0
    assert made.changed(before) == {"works/de/table-2027.pdf", "manifest.json"}


@pytest.fixture
def fresh(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


WRONG = [
    ("{publisher} {naem}", "there is no field of a letter 'naem'"),
    ("{publisher", "has a brace that belongs to no field"),
    ("{year:>9}", "there is no field of a letter"),
    ("{publisher.__class__}", "there is no field of a letter 'publisher.__class__'"),
]


@pytest.mark.parametrize(("letter", "sentence"), WRONG)
def test_a_letter_with_a_field_that_does_not_exist_is_one_sentence(
    fresh: Folder, capsys: pytest.CaptureFixture[str], letter: str, sentence: str
) -> None:
    (fresh.top / "letter.de.txt").write_text(letter, encoding="utf-8")
    assert fresh.run() == 2
    said = capsys.readouterr().err.splitlines()
    assert "letter.de.txt" in said[-1]
    assert sentence in said[-1]
    assert not fresh.out.exists()


def test_a_folder_of_something_else_is_refused(fresh: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.out.mkdir()
    (fresh.out / "mine.txt").write_text("mine", encoding="utf-8")
    assert fresh.run() == 2
    assert "holds something, but no edition" in capsys.readouterr().err
    assert [path.name for path in fresh.out.iterdir()] == ["mine.txt"]
    (fresh.out / "manifest.json").write_text("{}", encoding="utf-8")
    assert fresh.run() == 2
    assert "is no manifest of an edition" in capsys.readouterr().err
    other = {"form": 1, "edition": "nrw", "year": 2026, "inputs": "", "files": {}}
    (fresh.out / "manifest.json").write_text(json.dumps(other), encoding="utf-8")
    assert fresh.run() == 2
    assert "holds the edition 'nrw' of 2026, not 'gmünd' of 2027" in capsys.readouterr().err
    away = {**other, "edition": "gmünd", "year": 2027, "files": {"../x": {"sha256": "", "made_from": ""}}}
    (fresh.out / "manifest.json").write_text(json.dumps(away), encoding="utf-8")
    assert fresh.run() == 2
    assert (fresh.out / "mine.txt").exists()


@pytest.mark.parametrize("words", [["--base-url", "nowhere"], ["--place", "Atlantis"], ["--last", "no-such-folder"]])
def test_wrong_words_are_one_sentence_and_write_nothing(
    fresh: Folder, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert fresh.run(*words) == 2
    assert capsys.readouterr().err.count("interfaith-cal: ") == 1
    assert not fresh.out.exists()


def test_a_full_disk_leaves_whole_files_and_the_next_run_goes_on(
    fresh: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left, write = [12], Path.write_bytes

    def until_full(path: Path, content: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            write(path, content[: len(content) // 2])
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", until_full)
    assert fresh.run() == 2
    assert "No space left on device" in capsys.readouterr().err
    there = {p.relative_to(fresh.out).as_posix() for p in fresh.out.rglob("*") if p.is_file()}
    assert not [path for path in there if path.endswith(".part")]
    monkeypatch.setattr(Path, "write_bytes", write)
    before = fresh.stamps()
    monkeypatch.setattr(yearly_run, "_site", lambda plan, folder, inputs, tell: set())
    assert fresh.run() == 0
    assert fresh.changed(before).isdisjoint(path for path in before if path.startswith("offices/bahai/letter"))
