"""The page of a festival: what it is, how one congratulates, its dates in all years, and a feed of it alone."""

from __future__ import annotations

from interfaith_cal.model import Festival, Observance
from interfaith_cal.web import feeds, linked
from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.pages.offers import offer
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


def path(festival: Festival, lang: str) -> str:
    """Where its page stands in the tree; it follows from an id that never changes."""
    community, slug = festival.community_id, festival.slug
    return f"{lang}/{texts.file_name(community, lang)}/{slug}/index.html"


def page(contents: Contents, festival: Festival, lang: str) -> bytes:
    """The page of a festival in a language."""
    site = contents.site
    community, slug = festival.community_id, festival.slug
    name = texts.festival_name(community, slug, lang)
    title = f"{name} ({texts.community_text(community, 'name', lang)}) – {site.edition.title_in(lang)}"
    elsewhere = {other: path(festival, other).removesuffix("index.html") for other in site.languages}
    about = texts.first_sentence(festival.explanation(lang), lang)
    frame = Frame(lang, path(festival, lang), title, elsewhere, about=about)
    kept = contents.of_festival(festival.id)
    dated = {year for o in kept for year in range(o.first_day.year, o.last_day.year + 1)}
    address = feeds.of_festivals(contents, lang).get(festival.id)
    return whole(
        "festival.html",
        frame,
        site,
        [address] if address else [],
        festival=festival,
        events=linked.events(site, kept, lang, f"{site.base}/{frame.here}"),
        community=community,
        heading=name,
        native=[pair for pair in texts.festival_native(community, slug, lang) if pair[0] not in name],
        kind=_kind(festival, lang),
        observances=kept,
        told=_told_apart(kept, lang),
        notes=list(dict.fromkeys(o.certainty_note_in(lang) for o in kept)),
        sources=list(dict.fromkeys(o.source for o in kept)),
        first_year=contents.years[0],
        missing=[year for year in contents.years if year not in dated],
        offer=offer(address, contents, "")._replace(code="") if address else None,
    )


def _kind(festival: Festival, lang: str) -> str:
    """What it is and how much it counts: "Fest, Haupttag"."""
    kind = texts.wording(lang, f"kind-{festival.kind}")
    return ", ".join((kind, texts.wording(lang, f"page-is-{festival.rank}")))


def _told_apart(observances: list[Observance], lang: str) -> list[Observance]:
    """One observance for each thing that is said of the festival: usages may have texts of their own."""
    by_words: dict[object, Observance] = {}
    usages = {o.usage: o for o in observances}
    for o in sorted(usages.values(), key=lambda o: (o.usage not in o.community.default_usages, o.usage)):
        by_words.setdefault((o.explanation(lang), o.greetings(lang), o.school_note(lang)), o)
    return list(by_words.values())
