"""The letter to a community's office: a template with fields, which a file beside the edition's may replace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from interfaith_cal.editorial.editions import Edition
from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import read_text
from interfaith_cal.ground.root import root

FOLDER = ("templates", "letters")


def template(edition: Edition, lang: str) -> Path:
    """The file of the letter in a language: beside the edition's file, else in one's own data, else the shipped one."""
    name = f"letter.{lang}.txt"
    beside = edition.path.parent / name
    return beside if beside.is_file() else root().path(*FOLDER, name)


def filled(path: Path, fields: Mapping[str, object]) -> str:
    """The letter with its fields filled.

    Raises:
        DataFileError: it cannot be read, has a brace that belongs to no field, or a field that does not exist.
    """
    text = read_text(path).replace("\r\n", "\n")
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise DataFileError(
            f"{path}: has a brace that belongs to no field; write {{{{ for a brace ({error})."
        ) from error
    said = []
    for before, name, form, conversion in parts:
        said.append(before)
        if name is None:
            continue
        if name not in fields or form or conversion:
            raise DataFileError(f"{path}: {UnknownNameError('field of a letter', name, fields)}")
        said.append(str(fields[name]))
    return "".join(said)
