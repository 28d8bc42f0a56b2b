"""The festivals of a site as a list for programs, with their pages and the same festivals elsewhere."""

from __future__ import annotations

from interfaith_cal.editorial import wikidata
from interfaith_cal.model import Festival
from interfaith_cal.web.api import API, written
from interfaith_cal.web.pages import festival as page
from interfaith_cal.web.site import Contents

PATH = f"{API}/festivals.json"


def festivals(contents: Contents) -> bytes:
    """Every festival of the site: its names, what it is, its pages, and its item of Wikidata, if it has one."""
    return written([_festival(contents, festival) for festival in contents.festivals])


def _festival(contents: Contents, festival: Festival) -> dict[str, object]:
    site = contents.site
    entity = wikidata.entity(festival.id)
    pages = {lang: page.path(festival, lang).removesuffix("index.html") for lang in site.languages}
    return {
        "id": festival.id,
        "community": festival.community_id,
        "kind": festival.kind.value,
        "rank": festival.rank.value,
        "names": {lang: festival.name(lang) for lang in site.languages},
        "pages": {lang: f"{site.base}/{path}" for lang, path in pages.items()},
        **({"wikidata": entity} if entity else {}),
    }
