"""One observance as a row: the columns of CSV and JSON, in the order that other programs rely on."""

from __future__ import annotations

from interfaith_cal.model import Observance

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


def row(observance: Observance, lang: str) -> dict[str, str]:
    """The observance as texts, in the order of COLUMNS; names, own date and note are in the language asked for."""
    return {
        "id": observance.id,
        "community": observance.community.id,
        "festival": observance.festival.slug,
        "usage": observance.usage,
        "name": observance.name(lang),
        "first_day": observance.first_day.isoformat(),
        "last_day": observance.last_day.isoformat(),
        "begins": observance.begins.value,
        "kind": observance.kind.value,
        "rank": observance.rank.value,
        "native_date": observance.native_date_in(lang),
        "certainty": observance.certainty.value,
        "certainty_note": observance.certainty_note_in(lang),
        "source": observance.source,
    }
