"""What the page searches: the index of `finding` as JSON, with the dates of each festival in the years of the site."""

from __future__ import annotations

from interfaith_cal import finding
from interfaith_cal.export import wording
from interfaith_cal.export.forms import to_json
from interfaith_cal.finding import Findable, Name
from interfaith_cal.keepers import keepers
from interfaith_cal.model import Observance, Rank
from interfaith_cal.web.site import Contents


def path(lang: str) -> str:
    """Where the index of a language stands in the tree: names are found in all languages, and shown in one."""
    return f"search/{lang}.json"


def index(contents: Contents, lang: str) -> bytes:
    """The festivals of the site with all that finds them, in print order, which decides between equals."""
    shown = {festival.id for festival in contents.festivals}
    entries = [
        entry
        for entry in (*finding.index(), *finding.findable(keepers(contents.site.edition)))
        if entry.festival.id in shown
    ]
    words = {entry.festival.community_id: sorted(entry.community) for entry in entries}
    found = {"communities": words, "festivals": [_entry(entry, contents, lang) for entry in entries]}
    return to_json(found, indent=None).encode()


def _entry(entry: Findable, contents: Contents, lang: str) -> dict[str, object]:
    festival = entry.festival
    return {
        "id": festival.id,
        "community": festival.community_id,
        "main": festival.rank is Rank.MAJOR,
        "name": festival.name(lang),
        "names": [_name(name) for name in entry.names],
        "dates": [_dates(o, lang) for o in contents.of_festival(festival.id)],
    }


def _name(name: Name) -> list[str]:
    """A name as it is written, and its folded words unless they are those of the whole."""
    return [name.said] if name.words == finding.fold(name.said) else [name.said, " ".join(name.words)]


def _dates(o: Observance, lang: str) -> list[str]:
    """First day, and as far as there is something to say: last day, and by which usage."""
    usage = wording.usage(o, lang)
    last = o.last_day.isoformat() if usage or o.last_day != o.first_day else ""
    return [part for part in (o.first_day.isoformat(), last, usage) if part]
