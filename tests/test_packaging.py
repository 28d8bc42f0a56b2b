"""The package is built without a warning, says one version, and finds its `data/` however it was installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest
from readme_renderer import markdown

from interfaith_cal import __version__

ROOT = Path(__file__).resolve().parents[1]
ASK = """
import interfaith_cal as ic
from datetime import date
(pesach,) = ic.upcoming("jewish/pesach", after=date(2027, 1, 1))
print(ic.__file__, pesach.first_day, pesach.name("de"), pesach.native_date, sep="\\n")
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def ask(python: str | Path, cwd: Path, **environment: str) -> Path:
    """Ask an installation for a festival; check its answer and give the folder that answered."""
    where, *answer = run(python, "-c", ASK, cwd=cwd, **environment).splitlines()
    assert answer == ["2027-04-22", "Pessach", "15 Nisan 5787"]
    return Path(where)


def build(*how: str, into: Path) -> Path:
    said = run(sys.executable, "-W", "error", "-m", "build", "--no-isolation", *how, "--outdir", into, ROOT, cwd=into)
    assert "warning" not in said.lower(), said
    (wheel,) = into.glob("*.whl")
    return wheel


def unpack(wheel: Path, into: Path) -> Path:
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", into, wheel, cwd=into.parent)
    return into


def assert_rendered(package: PathDistribution) -> None:
    """Package indexes show the README: each of its blocks of code and each of its tables is one there."""
    described = package.metadata
    assert described["Description-Content-Type"] == "text/markdown"
    written = described["Description"]
    page = markdown.render(written) or ""
    fences, rulers = re.findall(r"^```", written, re.MULTILINE), re.findall(r"^\|[|: -]+\|$", written, re.MULTILINE)
    assert (page.count("<pre"), page.count("<table")) == (len(fences) // 2, len(rulers))


@pytest.mark.parametrize("how", [("--wheel",), ()], ids=["wheel", "wheel built from the sdist"])
def test_a_wheel_brings_its_data(how: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    site = unpack(build(*how, into=tmp_path / "dist"), tmp_path / "site")
    assert ask(sys.executable, tmp_path, PYTHONPATH=str(site)).is_relative_to(site)
    assert (site / "interfaith_cal" / "py.typed").is_file()
    (metadata,) = map(PathDistribution, site.glob("*.dist-info"))
    assert metadata.version == __version__
    assert_rendered(metadata)
    assert_texts_are_json(site / "interfaith_cal" / "data", tmp_path, site)


def assert_texts_are_json(data: Path, cwd: Path, site: Path) -> None:
    """The texts are there once, as JSON that says what the checkout's TOML says; all else is as in the checkout."""
    shipped = {path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*") if path.is_file()}
    compiled = {re.sub(r"^(texts/.*)\.toml$", r"\1.json", path) for path in shipped}
    assert {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()} == compiled
    for path in (data / "texts").rglob("*.json"):
        written = (ROOT / "data" / "texts" / path.parent.name / f"{path.stem}.toml").read_text(encoding="utf-8")
        assert json.loads(path.read_text(encoding="utf-8")) == tomllib.loads(written)
    script = "import sys; from interfaith_cal.cli.main import main; sys.argv[1:] = ['check']; main()"
    assert "nothing to correct" in run(sys.executable, "-c", script, cwd=cwd, PYTHONPATH=str(site))
    text = data / "texts" / "de" / "jewish.json"
    text.write_text(text.read_text(encoding="utf-8").replace('"Pessach"', '"Pesach"'), encoding="utf-8")
    script = "import interfaith_cal as ic; print(ic.festival('jewish/pesach').name('de'))"
    assert run(sys.executable, "-c", script, cwd=cwd, PYTHONPATH=str(site)).strip() == "Pesach"


def test_an_editable_install_finds_the_data_of_the_checkout(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    # The dependencies come from this environment; its own copy of the package stays out of sight.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ROOT, cwd=tmp_path)
    assert ask(python, tmp_path).is_relative_to(ROOT / "src")


def test_a_plain_checkout_needs_no_install(tmp_path: Path) -> None:
    assert ask(sys.executable, tmp_path, PYTHONPATH=str(ROOT / "src")).is_relative_to(ROOT / "src")


def test_the_citation_and_the_changelog_tell_of_this_version() -> None:
    citation, changelog = (ROOT / name for name in ("CITATION.cff", "CHANGELOG.md"))
    version = re.search(r"^version: (\S+)$", citation.read_text(encoding="utf-8"), re.MULTILINE)
    newest = re.search(r"^## (\S+)", changelog.read_text(encoding="utf-8"), re.MULTILINE)
    assert [found and found[1] for found in (version, newest)] == [__version__, __version__]
