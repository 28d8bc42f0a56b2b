"""How long the print edition takes: each work cold, as a person starts it, and the whole edition in two languages."""

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
    return [*lines, "", f"The whole edition in two languages, ten processes one after the other: {whole:.1f} seconds."]


if __name__ == "__main__":
    print("\n".join(markdown()))
