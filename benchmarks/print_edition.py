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


def main() -> None:
    """The best of some runs for each work; the whole edition is one run after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'cold, seconds':<24}{'de':>8}{'en':>8}{'kB':>10}")
        for work in WORKS:
            best = [min(seconds(work, lang, folder) for _ in range(RUNS)) for lang in ("de", "en")]
            size = (folder / f"{work}-de.pdf").stat().st_size / 1000
            print(f"{work:<24}{best[0]:>8.2f}{best[1]:>8.2f}{size:>10,.0f}")
        start = time.perf_counter()
        for lang in ("de", "en"):
            for work in WORKS:
                seconds(work, lang, folder)
        print(f"whole edition, two languages, ten processes: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
