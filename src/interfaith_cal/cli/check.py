"""`check`: whether the texts are complete and fit where they are printed."""

from __future__ import annotations

from pathlib import Path

import click

from interfaith_cal import checking
from interfaith_cal.cli.output import tell
from interfaith_cal.editorial import textcheck
from interfaith_cal.errors import DataFileError
from interfaith_cal.religions import communities
from interfaith_cal.words.languages import languages_with_names

FOUND_FAULTS = 1


@click.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check_command(folder: Path | None) -> int:
    """Whether the data is complete and says nothing wrong: one sentence for each fault, and exit status 1.

    \b
    interfaith-cal check
    interfaith-cal check my-texts/

    Texts with their lengths, what each community and language needs (its color, its phrases), and what pins, editions
    and leave name. FOLDER holds a folder for each language, as data/texts does: then these texts alone are checked.
    A language with phrases.toml says everything, one without it the names and greetings of the main feasts.
    """
    if folder:
        folders = _languages_in(folder)
        checked = [path.name for path in folders]
        found = [fault for path in folders for fault in textcheck.faults_of_folder(path, communities())]
    else:
        checked = list(languages_with_names())
        found = list(checking.faults())
    for fault in found:
        tell(fault)
    if found:
        return FOUND_FAULTS
    tell(f"nothing to correct in: {', '.join(checked)}.")
    return 0


def _languages_in(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        found = []
    if not found:
        raise DataFileError(f"{folder}: is no folder of texts; it needs a folder for each language, such as `de`.")
    return found
