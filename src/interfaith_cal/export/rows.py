"""One observance as a row: the columns of tables, workbooks and JSON, in the order that other programs rely on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Literal, get_args

from interfaith_cal.errors import UnknownNameError
from interfaith_cal.export import wording
from interfaith_cal.ground.places import Place
from interfaith_cal.model import Observance
from interfaith_cal.words import texts
from interfaith_cal.words.languages import chain

UsualColumn = Literal[
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
]
COLUMNS: tuple[UsualColumn, ...] = get_args(UsualColumn)
# Those that an output has only when they are asked for: what people set in type who make a calendar of it.
MoreColumn = Literal["explanation", "greeting", "greeting_script", "school", "names", "greetings", "name_language"]
MORE_COLUMNS: tuple[MoreColumn, ...] = get_args(MoreColumn)
Column = UsualColumn | MoreColumn
# Those of tables that people read.
READ_COLUMNS = ("first_day", "last_day", "community", "name", "begins", "native_date", "certainty")


def usual_columns(lang: str) -> tuple[str, ...]:
    """The columns of an output that asks for none; with a language that may take a name from another, that is said."""
    return COLUMNS if len(chain(lang)) == 1 else (*COLUMNS, "name_language")


def columns_named(names: str | Iterable[str]) -> tuple[str, ...]:
    """Columns by their names, in a list or with commas between them, each once; raises UnknownNameError for others."""
    asked = names.split(",") if isinstance(names, str) else names
    found = tuple(dict.fromkeys(name.strip() for name in asked))
    for name in found:
        if name not in (*COLUMNS, *MORE_COLUMNS):
            raise UnknownNameError("column", name, (*COLUMNS, *MORE_COLUMNS))
    return found


def row(observance: Observance, lang: str, columns: Collection[str] = COLUMNS) -> dict[str, str]:
    """The observance as texts in the columns asked for; names, own date and note are in the language asked for."""
    whole = observance.to_dict(lang)
    return {column: whole[column] if column in whole else _TOLD[column](observance, lang) for column in columns}


def as_object(observance: Observance, lang: str, columns: Collection[str] = COLUMNS) -> dict[str, object]:
    """The same as JSON has it: greetings are lists of their parts, the community's own names tell their languages."""
    told: dict[str, object] = {**row(observance, lang, columns)}
    if "greetings" in told:
        parts = (one._asdict() for one in observance.greetings(lang))
        told["greetings"] = [{key: said for key, said in one.items() if said} for one in parts]
    if "names" in told:
        told["names"] = [{"text": text, "lang": tag} for text, tag in wording.native_names(observance, lang)]
    return told


def cell(observance: Observance, lang: str, column: str, place: Place | None = None) -> str:
    """A column in the words of a table that people read: days with their weekday, the community by its name."""
    o = observance
    if column == "first_day":
        return texts.short_date(o.first_day, lang)
    if column == "last_day":
        return "" if o.last_day == o.first_day else texts.short_date(o.last_day, lang)
    if column == "begins":
        return wording.begins(o, lang, place)
    if column in ("kind", "rank"):
        return texts.wording(lang, f"{column}-{getattr(o, column)}")
    return _READ[column](o, lang) if column in _READ else row(o, lang, (column,))[column]


def _named(o: Observance, lang: str) -> str:
    usage = wording.usage(o, lang)
    return f"{o.name(lang)} ({usage})" if usage else o.name(lang)


def _greetings(o: Observance, lang: str, part: str) -> str:
    """One part of the greetings in a line; what is fitting where one does not congratulate belongs to what is said."""
    return texts.in_one_line(o.greetings(lang), lang, lambda one: getattr(one, part))


def _native(o: Observance, lang: str) -> str:
    return " · ".join(text for text, _ in wording.native_names(o, lang))


Telling = Callable[[Observance, str], str]

_TOLD: dict[str, Telling] = {
    "explanation": Observance.explanation,
    "greeting": lambda o, lang: _greetings(o, lang, "said"),
    "greeting_script": lambda o, lang: _greetings(o, lang, "written"),
    "school": Observance.school_note,
    "names": _native,
    "greetings": Observance.greeting,
    "name_language": lambda o, lang: texts.name_language(o.community.id, o.festival.slug, lang),
}
_READ: dict[str, Telling] = {
    "community": lambda o, lang: o.community.name(lang),
    "name": lambda o, lang: f"{_named(o, lang)} {wording.marks(o)}".rstrip(),
    "native_date": lambda o, lang: o.native_date_in(lang),
    "certainty": wording.certainty,
    "usage": wording.usage,
}
