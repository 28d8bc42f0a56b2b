"""The page of a community: who it is, how to meet it, its feeds, and when its festivals fall."""

from __future__ import annotations

from collections.abc import Sequence

from interfaith_cal.export.markup import Html, el, html, time
from interfaith_cal.model import Observance
from interfaith_cal.religions import community
from interfaith_cal.web import feeds
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.pages import parts
from interfaith_cal.web.pages.offers import Offer, card
from interfaith_cal.web.pages.parts import Frame, Words
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


def page(contents: Contents, name: str, lang: str) -> bytes:
    """The page of a community in a language."""
    say, site = Words(lang), contents.site
    path = f"{lang}/{texts.file_name(name, lang)}/index.html"
    elsewhere = {other: f"{other}/{texts.file_name(name, other)}/" for other in site.languages}
    frame = Frame(lang, path, f"{texts.community_text(name, 'name', lang)} – {say('page-title')}", elsewhere)
    addresses = [address for address in feeds.addresses(contents, lang) if address.group == name]
    return parts.page(
        frame,
        site,
        el("h1", parts.chip(name, lang, named=True)),
        el("p", texts.community_text(name, "about", lang), class_="lead"),
        el("p", texts.community_text(name, "days", lang)),
        el("p", texts.community_text(name, "calendar", lang)),
        _advice(name, say),
        _subscribe(contents, addresses, frame),
        _festivals(contents, name, frame),
        feeds=[(address.name, address.path) for address in addresses],
    )


def _advice(name: str, say: Words) -> Html:
    advice = (
        (say("page-dos"), texts.community_advice(name, "dos", say.lang)),
        (say("page-donts"), texts.community_advice(name, "donts", say.lang)),
    )
    lists = (html(el("h3", head), el("ul", *(el("li", said) for said in sentences))) for head, sentences in advice)
    return parts.section("advice", say("page-advice"), *lists)


def _subscribe(contents: Contents, addresses: Sequence[Address], frame: Frame) -> Html:
    say, lang = Words(frame.lang), frame.lang
    offers = (Offer(a.name, a.links(contents.site).feed, f"{frame.root}{a.code}") for a in addresses)
    return parts.section(
        "subscribe",
        say("page-subscribe"),
        el("p", el("strong", say("page-not-import")), " ", say("page-not-import-why"), class_="hint"),
        el("div", *(card(offer, lang, number=number) for number, offer in enumerate(offers, 1)), class_="cards"),
        el("p", say("page-android"), class_="small"),
        el("p", el("a", say("page-how"), href=f"{frame.root}{lang}/#how")),
    )


def _festivals(contents: Contents, name: str, frame: Frame) -> Html:
    """The community's festivals with their days in each year of the feeds."""
    say, lang = Words(frame.lang), frame.lang
    years = [year for year in contents.years if year >= contents.site.first_day.year]
    held = contents.of([name])
    kept = ([o for o in held if o.festival.id == festival.id] for festival in community(name).festivals)
    table = el(
        "table",
        parts.head(say("page-festival"), *map(str, years)),
        el("tbody", *(_festival(observances, years, frame) for observances in kept if observances)),
    )
    return parts.section(
        "festivals",
        say("page-festivals"),
        el("p", el("a", say("page-csv"), href=f"{frame.root}tables/{lang}/{texts.file_name(name, lang)}.csv")),
        parts.scrolling(table, f"{say('page-festivals')}: {texts.community_text(name, 'name', lang)}"),
    )


def _festival(kept: Sequence[Observance], years: Sequence[int], frame: Frame) -> Html:
    """The row of a festival: its name, and in a cell for each year the days that lead to their place on its page."""
    lang, festival = frame.lang, kept[0].festival
    cells = (el("td", *(_day(o, frame) for o in kept if o.first_day.year == year)) for year in years)
    head = el("th", festival.name(lang), parts.native(kept[0], lang), scope="row", class_=str(festival.rank))
    return el("tr", head, *cells)


def _day(o: Observance, frame: Frame) -> Html:
    day = time(o.first_day, texts.day_and_month(o.first_day, frame.lang))
    return html(el("a", day, href=parts.place_of(o, frame)), el("br"))
