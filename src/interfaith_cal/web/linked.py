"""The dates of a festival for search engines and other programs: events of schema.org, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable

from interfaith_cal.editorial import wikidata
from interfaith_cal.export.ics import Links
from interfaith_cal.model import Observance
from interfaith_cal.web.site import Site
from interfaith_cal.words import texts

CONTEXT = "https://schema.org"


def events(site: Site, observances: Iterable[Observance], lang: str, page: str) -> dict[str, object]:
    """The dates of a festival as a graph of events, each with the id that never changes.

    Args:
        site: which site says so.
        observances: the festival on its days.
        lang: the language of names and texts.
        page: the address of the festival's page.
    """
    return {"@context": CONTEXT, "@graph": [_event(site, o, lang, page) for o in observances]}


def _event(site: Site, o: Observance, lang: str, page: str) -> dict[str, object]:
    entity = wikidata.entity(o.festival.id)
    return {
        "@type": "Event",
        "@id": Links("", "", site.base).of(o, lang),
        "identifier": o.id,
        "name": o.name(lang),
        "description": o.explanation(lang),
        "startDate": o.first_day.isoformat(),
        "endDate": o.last_day.isoformat(),
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "location": {"@type": "Country", "name": site.edition.country},
        "organizer": {"@type": "Organization", "name": texts.community_text(o.community.id, "name", lang)},
        "inLanguage": lang,
        "url": page,
        **({"sameAs": entity} if entity else {}),
    }
