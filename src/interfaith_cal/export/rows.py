"""One observance as a row: the columns of CSV and JSON, in the order that other programs rely on."""

from __future__ import annotations

from collections.abc import Collection

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.model import Observance
from interfaith_cal.words import texts
from interfaith_cal.words.languages import chain

COLUMNS = (
    "id",
    "community",
    "festival",
    "usage",
    "name",
    "first_day",
    "last_day",
    "begins",
    "kind",
    "rank",
    "native_date",
    "certainty",
    "certainty_note",
    "source",
)
# Those that an output has only when they are asked for.
MORE_COLUMNS = ("greetings", "name_language")
# Those of tables that people read.
READ_COLUMNS = ("first_day", "last_day", "community", "name", "begins", "native_date", "certainty")


def usual_columns(lang: str) -> tuple[str, ...]:
    """The columns of an output that asks for none; with a language that may take a name from another, that is said."""
    return COLUMNS if len(chain(lang)) == 1 else (*COLUMNS, "name_language")


def columns_named(text: str) -> tuple[str, ...]:
    """Columns from their names with commas between them, each once; raises UnknownNameError for one that is none."""
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in names:
        if name not in (*COLUMNS, *MORE_COLUMNS):
            raise UnknownNameError("column", name, (*COLUMNS, *MORE_COLUMNS))
    return names


def row(observance: Observance, lang: str, columns: Collection[str] = COLUMNS) -> dict[str, str]:
    """The observance as texts in the columns asked for; names, own date and note are in the language asked for."""
    whole = observance.to_dict(lang) | {
        "name_language": texts.name_language(observance.community.id, observance.festival.slug, lang),
        "greetings": observance.greeting(lang) if "greetings" in columns else "",
    }
    return {column: whole[column] for column in columns}
