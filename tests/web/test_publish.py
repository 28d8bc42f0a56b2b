"""A tree is put in place whole or not at all, and only what changed is written anew."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import brotli
import pytest

from interfaith_cal.cli.main import cli, run
from interfaith_cal.export.files import WriteError
from interfaith_cal.web import publish as publishing
from interfaith_cal.web.publish import Published, publish
from interfaith_cal.web.tree import Maker
from tests.web.conftest import contents_of, uncounted

LONG = b"Pessach " * 500


def makers(**files: bytes) -> Mapping[str, Maker]:
    """Files by a path in which two underscores stand for a slash."""
    return {name.replace("__", "/") + ".ics": lambda content=content: content for name, content in files.items()}  # type: ignore[misc]


def silent(*_: int) -> None:
    """Nobody is told."""


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """What a web server makes its entity tags of, and the file itself."""
    found = ((p, p.stat()) for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): (stat.st_mtime_ns, stat.st_ino) for p, stat in found}


def test_a_first_build(tmp_path: Path) -> None:
    told: list[tuple[int, int, int]] = []
    done = publish(makers(a__b=b"1", c=LONG), tmp_path / "new" / "site", lambda *said: told.append(said))
    assert done == Published(2, 2, 0)
    assert told == [(1, 2, 1), (2, 2, 2)]
    assert set(contents_of(tmp_path / "new/site")) == {"a/b.ics", "c.ics", "c.ics.br", "c.ics.gz", ".interfaith-cal"}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["site"]


def test_what_stays_the_same_is_the_same_file_with_its_time(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(makers(a=LONG, b=LONG, gone=b"1"), site, silent)
    before = stamps(site)
    assert publish(makers(a=LONG, b=LONG + b"!", new=b"2"), site, silent) == Published(3, 2, 0)
    after = stamps(site)
    assert {name for name in before if after.get(name) == before[name]} == {"a.ics", "a.ics.br", "a.ics.gz"}
    assert {"new.ics", "b.ics"} <= after.keys()
    assert "gone.ics" not in after
    assert (site / "b.ics").read_bytes() == LONG + b"!"


def test_what_the_publisher_put_there_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(makers(a=b"1"), site, silent)
    (site / "impressum").mkdir()
    (site / "impressum/index.html").write_text("wir")
    assert publish(makers(a=b"2"), site, silent) == Published(1, 1, 1)
    assert publish(makers(a=b"2"), site, silent) == Published(1, 0, 1)
    assert (site / "impressum/index.html").read_text() == "wir"


def test_links_empty_folders_and_modes_of_the_publisher_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(makers(a=b"1", folder__b=b"1", gone__c=b"1"), site, silent)
    (site / "latest").symlink_to("folder")
    (site / "lost").symlink_to("nowhere")
    (site / "logs/today").mkdir(parents=True)
    (site / "folder").chmod(0o2750)
    (site / "a.ics").chmod(0o600)
    site.chmod(0o711)
    assert publish(makers(a=b"2", folder__b=b"2"), site, silent) == Published(2, 2, 2)
    assert (site / "latest").readlink() == Path("folder")
    assert (site / "lost").readlink() == Path("nowhere")
    assert [path.name for path in (site / "logs").iterdir()] == ["today"]
    modes = [oct((site / name).stat().st_mode & 0o7777) for name in (".", "folder", "a.ics")]
    assert modes == ["0o711", "0o2750", "0o600"]
    assert not (site / "gone").exists()
    assert (site / "a.ics").read_bytes() == b"2"


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = makers(a=LONG, b__c=b"1")
    publish(files, site, silent)
    (site / "own").mkdir()

    def seen() -> dict[Path, tuple[int, int, int]]:
        found = ((path, path.lstat()) for path in (site, *site.rglob("*")))
        return {path: (stat.st_ino, stat.st_ctime_ns, stat.st_mtime_ns) for path, stat in found}

    before = seen()
    assert publish(files, site, silent) == Published(2, 0, 0)
    assert seen() == before
    (site / "a.ics.br").unlink()
    publish(files, site, silent)
    assert brotli.decompress((site / "a.ics.br").read_bytes()) == LONG


def test_a_mount_point_is_refused_before_anything_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "root").symlink_to("/")
    for out in ("/", str(tmp_path / "root"), "/proc"):
        status, said = say(capsys, "site", out, "--years", "2027-2027", "--base-url", "https://example.org")
        assert status == 2
        assert said.startswith(f"interfaith-cal: {out}: is a mount point")


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(WriteError, match="holds files, but no site of interfaith-cal"):
        publish(makers(a=b"1"), tmp_path, silent)
    assert contents_of(tmp_path) == {"letter.txt": b"dear"}
    with pytest.raises(WriteError, match="is not a folder"):
        publish(makers(a=b"1"), tmp_path / "letter.txt", silent)


def test_a_build_that_fails_leaves_the_old_tree(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(makers(a=b"1"), site, silent)
    before = stamps(site)

    def broken() -> bytes:
        raise ValueError("a rule has no answer")

    with pytest.raises(ValueError, match="no answer"):
        publish({**makers(a=b"2"), "b.ics": broken}, site, silent)
    assert stamps(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to("releases")
    publish(makers(a=b"1"), tmp_path / "www", silent)
    publish(makers(a=b"2"), tmp_path / "www", silent)
    assert (tmp_path / "www").is_symlink()
    assert (tmp_path / "releases/a.ics").read_bytes() == b"2"


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which two folders cannot change places at once, and files have no links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(publishing, "_exchanged", lambda *_: False)
    monkeypatch.setattr("os.link", refuse)


@pytest.mark.usefixtures("no_exchange")
def test_a_poorer_system_gets_the_same_tree(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(makers(a=LONG, b=b"1"), site, silent)
    modified = {name: stamp[0] for name, stamp in stamps(site).items()}
    publish(makers(a=LONG, b=b"2"), site, silent)
    assert {name: stamp[0] for name, stamp in stamps(site).items() if name[0] == "a"} == {
        name: stamp for name, stamp in modified.items() if name[0] == "a"
    }
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_tree_that_was_put_aside_when_all_ended_is_taken_back(tmp_path: Path) -> None:
    """Between the two renames of a poorer system."""
    site = tmp_path / "site"
    publish(makers(a=LONG), site, silent)
    before = stamps(site)["a.ics"]
    site.rename(tmp_path / ".site.old")
    publish(makers(a=LONG, b=b"1"), site, silent)
    assert stamps(site)["a.ics"] == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


# Faults, as a person meets them: one sentence, and the old tree.


def say(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = run(cli, list(words))
    return status, capsys.readouterr().err.strip().splitlines()[-1]


Arguments = Callable[..., list[str]]


@pytest.fixture
def arguments(small: Path) -> Arguments:
    def words(out: Path | str, **changed: str) -> list[str]:
        options = {"years": "2027-2027", "base-url": "https://example.org", "edition": str(small)} | {
            name.replace("_", "-"): value for name, value in changed.items()
        }
        return ["site", str(out), *(word for name, value in options.items() for word in (f"--{name}", value))]

    return words


@pytest.mark.parametrize("changed, sentence", [
    ({"base_url": "feste.example.org"}, "is not an address for a site"),
    ({"base_url": "https://example.org/?a=1"}, "is not an address for a site"),
    ({"base_url": "https://user:secret@example.org"}, "is not an address for a site"),
    ({"years": "2031-2027"}, "end before they begin"),
    ({"years": "2027-2099"}, "more than 30"),
    ({"years": "soon"}, "is not a year"),
    ({"lang": "de,fr"}, "there is no language 'fr'"),
    ({"edition": "nrv"}, "did you mean 'nrw'?"),
    ({"place": "Atlantis"}, "there is no place 'Atlantis'"),
])  # fmt: skip
def test_wrong_use_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: Arguments, tmp_path: Path, changed: dict[str, str], sentence: str
) -> None:
    status, said = say(capsys, *arguments(tmp_path / "site", **changed))
    assert status == 2
    assert sentence in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("package", ["brotli", "segno"])
def test_a_missing_extra_is_one_sentence_with_the_command_that_installs_it(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: Arguments,
    tmp_path: Path,
    package: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    status, said = say(capsys, *arguments(tmp_path / "site"))
    assert status == 2
    assert said.endswith(f" the package '{package}'; install it with: pip install 'interfaith-cal[site]'.")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_may_be_written_is_one_sentence(capsys: pytest.CaptureFixture[str], arguments: Arguments) -> None:
    """Not even the superuser writes below /proc."""
    status, said = say(capsys, *arguments("/proc/site"))
    assert status == 2
    assert said.startswith("interfaith-cal: /proc: cannot be written")


def test_two_builds_at_once_are_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: Arguments, tmp_path: Path
) -> None:
    with (tmp_path / ".site.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, said = say(capsys, *arguments(tmp_path / "site"))
    assert (status, said.endswith("is being built by another process; wait for it to end.")) == (2, True)


FULL = """
import resource, signal, sys
from interfaith_cal.cli.main import cli, run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.exit(run(cli, sys.argv[1:]))
"""


def test_a_disk_without_room_is_one_sentence_and_the_old_tree(arguments: Arguments, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run(cli, arguments(site)) == 0
    before = contents_of(site)
    command = [sys.executable, "-c", FULL, *arguments(site, base_url="https://elsewhere.example.org")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=uncounted())
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"interfaith-cal: {tmp_path}/")
    assert contents_of(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_killed_at_any_moment_there_is_the_old_tree_or_the_new_one(arguments: Arguments, tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    new = arguments(site, base_url="https://new.example.org")
    assert run(cli, arguments(site)) == 0
    assert run(cli, arguments(other, base_url="https://new.example.org")) == 0
    trees = [contents_of(site), contents_of(other)]
    assert trees[0] != trees[1]
    command = [sys.executable, "-m", "interfaith_cal", *new]
    begun = time.monotonic()
    subprocess.run([*command[:4], str(tmp_path / "third"), *command[5:]], check=True, capture_output=True)
    whole = time.monotonic() - begun
    seen = set()
    for share in (0.3, 0.7, 0.9, 1.0):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=uncounted())
        time.sleep(whole * share)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = contents_of(site)
        assert found in trees, share
        seen.add(trees.index(found))
    assert 0 in seen
    subprocess.run(command, check=True, capture_output=True)
    assert contents_of(site) == trees[1]
    assert {path.name for path in tmp_path.iterdir()} == {"site", "other", "third"}


def test_killed_while_the_folders_change_places(tmp_path: Path) -> None:
    """Many times, right when the step is taken: a reader never finds a mixture, nor nothing."""
    code = """
import itertools, sys
from pathlib import Path
from interfaith_cal.web.publish import publish
for number in itertools.count():
    content = str(number % 2).encode()
    publish({f"{name}.ics": lambda: content for name in "abcdefgh"}, Path(sys.argv[1]), lambda *_: None)
"""
    site = tmp_path / "site"
    publish(makers(**dict.fromkeys("abcdefgh", b"0")), site, silent)
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", code, str(site)], env=uncounted())
        until = time.monotonic() + 0.6
        while time.monotonic() < until:
            assert (site / "a.ics").read_bytes() in (b"0", b"1")
        process.kill()
        process.wait()
        found = contents_of(site)
        assert len({content for name, content in found.items() if name.endswith(".ics")}) == 1
        assert len(found) == 9
