"""What all outputs say of an observance in the same words: how it begins, until when, by which usage, how sure."""

from __future__ import annotations

from datetime import date, timedelta

from interfaith_cal.daylight import sunset
from interfaith_cal.ground.places import Place
from interfaith_cal.model import EVES, Begins, Certainty, Observance
from interfaith_cal.words import texts

EVE_MARK, COMPUTED_MARK, ANNOUNCED_MARK, UNSETTLED_MARK, OLD_CALENDAR_MARK = "◗", "≈", "✓", "≠", "*"
OLD_CALENDAR = "old-calendar"


def begins(observance: Observance, lang: str, place: Place | None = None) -> str:
    """How the first day begins: "beginnt am Vorabend, 21. April, bei Sonnenuntergang (Köln 20:29 Uhr)".

    What begins on an evening that no time of the Sun decides has no time of day; without a place, and in years that the
    ephemeris does not know, that of sunset is left out.
    """
    if observance.begins not in EVES or observance.first_day == date.min:
        return texts.wording(lang, f"begins-{observance.begins}")
    eve = observance.first_day - timedelta(1)
    said = texts.wording(lang, f"begins-{observance.begins}", eve=texts.day_and_month(eve, lang))
    if observance.begins is Begins.EVENING_BEFORE:
        return said
    return f"{said} {time_of_sunset(eve, lang, place)}".rstrip()


def begins_always(begins: Begins, lang: str) -> str:
    """How every first day of a festival begins: "beginnt am Vorabend bei Sonnenuntergang"."""
    return texts.wording(lang, f"begins-every-{begins}" if begins in EVES else f"begins-{begins}")


def time_of_sunset(day: date, lang: str, place: Place | None) -> str:
    """Where and when the Sun sets on a day: "(Köln 20:29 Uhr)"; "" without a place or beyond the ephemeris."""
    time = sunset(day, place) if place else None
    return texts.wording(lang, "at-place", place=place.name, time=f"{time:%H:%M}") if place and time else ""


def native_names(observance: Observance, lang: str) -> list[tuple[str, str]]:
    """The community's own names with their language tags: each string once, and none that the name has already."""
    name = observance.name(lang)
    tags: dict[str, str] = {}
    for text, tag in texts.festival_native(observance.community.id, observance.festival.slug, lang):
        tags.setdefault(text, tag)
    return [(text, tag) for text, tag in tags.items() if text not in name]


def until(observance: Observance, lang: str) -> str:
    """Until when a span lasts: "bis 29. April"; "" for a single day."""
    if observance.last_day == observance.first_day:
        return ""
    return texts.wording(lang, "until-day", day=texts.day_and_month(observance.last_day, lang))


def day_of_span(observance: Observance, day: date, lang: str) -> str:
    """Which day of a span a day is: "Tag 3 von 8"; "" for a single day or an eve."""
    if observance.eve or observance.first_day == observance.last_day:
        return ""
    number, days = (day - observance.first_day).days + 1, (observance.last_day - observance.first_day).days + 1
    return texts.wording(lang, "day-of-span", number=number, days=days)


def certainty(observance: Observance, lang: str) -> str:
    """How sure the date is, in a word or two."""
    return texts.wording(lang, f"certainty-{observance.certainty}")


def usage(observance: Observance, lang: str) -> str:
    """The usage's name where the community's days may differ by usage, else ""."""
    sole_default = observance.community.default_usages == (observance.usage,)
    return "" if sole_default else texts.usage_name(observance.usage, lang)


def marks(observance: Observance) -> str:
    """The signs of the legend: begins the evening before, how sure the date is unless it is fixed, old calendar."""
    signs = (
        (EVE_MARK, observance.begins in EVES),
        (COMPUTED_MARK, observance.certainty is Certainty.COMPUTED),
        (ANNOUNCED_MARK, observance.certainty is Certainty.ANNOUNCED),
        (UNSETTLED_MARK, observance.certainty is Certainty.UNSETTLED),
        (OLD_CALENDAR_MARK, observance.usage == OLD_CALENDAR),
    )
    return "".join(sign for sign, holds in signs if holds)


LEGEND = {
    EVE_MARK: "legend-eve",
    COMPUTED_MARK: "legend-computed",
    ANNOUNCED_MARK: "legend-announced",
    UNSETTLED_MARK: "legend-unsettled",
    OLD_CALENDAR_MARK: "legend-old-calendar",
}


def legend(used: str, lang: str) -> list[str]:
    """What the signs used in an output mean, in the order of the legend."""
    return [texts.wording(lang, key) for sign, key in LEGEND.items() if sign in used]
