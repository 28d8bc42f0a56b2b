"""How long the print edition takes: each work cold, as a person starts it, the whole edition, and the yearly round."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
WORKS = ("poster", "booklet", "greetings", "table", "rulebook")
RUNS = 3


def seconds(work: str, lang: str, folder: Path) -> float:
    """Seconds of a whole process that writes a work of the edition nrw for 2027."""
    start = time.perf_counter()
    subprocess.run(
        [BIN / "interfaith-cal", "print", work, "2027", "--edition", "nrw", "--lang", lang,
         "--feeds-url", "https://kalender.example.org", "-o", folder / f"{work}-{lang}.pdf"],
        check=True, capture_output=True,
    )  # fmt: skip
    return time.perf_counter() - start


def round_seconds(folder: Path) -> float:
    """Seconds of a whole process that makes, in a folder, all that the edition nrw needs for 2027."""
    start = time.perf_counter()
    subprocess.run([BIN / "interfaith-cal", "edition", "nrw", "2027", "-o", folder], check=True, capture_output=True)
    return time.perf_counter() - start


def yearly_round() -> str:
    """How long the yearly round takes in a new folder, and again when nothing has changed; as a sentence."""
    with tempfile.TemporaryDirectory() as name:
        first, second = (round_seconds(Path(name) / "nrw") for _ in range(2))
    return (
        f"The yearly round (`interfaith-cal edition nrw 2027`: works in three languages, feeds, site, packets): "
        f"{first:.1f} seconds in a new folder, {second:.1f} when nothing has changed."
    )


def markdown() -> list[str]:
    """The best of some runs for each work, and the whole edition, one run after the other; as a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = ["| cold, seconds | de | en | size in kB (de) |", "|---|--:|--:|--:|"]
        for work in WORKS:
            german, english = (min(seconds(work, lang, folder) for _ in range(RUNS)) for lang in ("de", "en"))
            size = (folder / f"{work}-de.pdf").stat().st_size / 1000
            lines.append(f"| {work} | {german:.2f} | {english:.2f} | {size:,.0f} |")
        start = time.perf_counter()
        for lang in ("de", "en"):
            for work in WORKS:
                seconds(work, lang, folder)
        whole = time.perf_counter() - start
    said = f"The whole edition in two languages, ten processes one after the other: {whole:.1f} seconds."
    return [*lines, "", said, "", yearly_round()]


if __name__ == "__main__":
    print("\n".join(markdown()))
