"""`check`: whether the texts are complete and fit where they are printed."""

from __future__ import annotations

from pathlib import Path

import click

from interfaith_cal.editorial import textcheck
from interfaith_cal.errors import DataFileError
from interfaith_cal.ground.root import data_root
from interfaith_cal.religions import communities

FOUND_FAULTS = 1


@click.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check_command(folder: Path | None) -> int:
    """Whether the texts are complete and keep their lengths: one sentence for each fault, and exit status 1.

    \b
    interfaith-cal check
    interfaith-cal check my-texts/

    FOLDER holds a folder for each language, as data/texts does; without it the shipped texts are checked. A language
    with phrases.toml must say everything, one without it the names and greetings of the main feasts.
    """
    root = folder or data_root() / "texts"
    try:
        languages = sorted(path for path in root.iterdir() if path.is_dir())
    except OSError:
        languages = []
    if not languages:
        raise DataFileError(f"{root}: is no folder of texts; it needs a folder for each language, such as `de`.")
    found = [fault for language in languages for fault in textcheck.faults_of_folder(language, communities())]
    for fault in found:
        click.echo(fault)
    if found:
        return FOUND_FAULTS
    click.echo(f"nothing to correct in: {', '.join(path.name for path in languages)}.")
    return 0
