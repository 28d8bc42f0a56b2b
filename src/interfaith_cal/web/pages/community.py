"""The page of a community: who it is, how to meet it, its feeds, and when its festivals fall."""

from __future__ import annotations

from interfaith_cal.religions import community
from interfaith_cal.web import feeds
from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.pages.offers import offer
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


def page(contents: Contents, name: str, lang: str) -> bytes:
    """The page of a community in a language."""
    site, path = contents.site, f"{lang}/{texts.file_name(name, lang)}/index.html"
    elsewhere = {other: f"{other}/{texts.file_name(name, other)}/" for other in site.languages}
    title = f"{texts.community_text(name, 'name', lang)} – {site.edition.title_in(lang)}"
    about = texts.first_sentence(texts.community_text(name, "about", lang), lang)
    frame = Frame(lang, path, title, elsewhere, about=about)
    addresses = [address for address in feeds.addresses(contents, lang) if address.group == name]
    held = contents.of([name])
    kept = ([o for o in held if o.festival.id == festival.id] for festival in community(name).festivals)
    return whole(
        "community.html",
        frame,
        site,
        addresses,
        community=name,
        offers=[offer(address, contents, frame.root) for address in addresses],
        festivals=[observances for observances in kept if observances],
        years=[year for year in contents.years if year >= site.first_day.year],
    )
