"""The section of the front page in which one chooses and subscribes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interfaith_cal.export.ics import BUNDLES, feed_name
from interfaith_cal.export.markup import Html, el, html
from interfaith_cal.model import Kind, Rank
from interfaith_cal.religions import community
from interfaith_cal.web import feeds, query
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.pages import parts
from interfaith_cal.web.pages.offers import Offer, card, webcal
from interfaith_cal.web.pages.parts import Frame, Words
from interfaith_cal.web.query import Selection
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.words import texts

PROGRAMS = ("apple", "google", "outlook", "classic", "thunderbird", "nextcloud", "android")


def section(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """A form for the choice, the chosen feed, all feeds that have files, and how to subscribe."""
    say = Words(frame.lang)
    return parts.section(
        "subscribe",
        say("page-subscribe"),
        el("div", _form(contents, chosen, frame), _offer(contents, chosen, frame), class_="choose"),
        _every_feed(contents, frame),
        _how(say),
    )


def _form(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """Which communities, main feasts or all, which language, and, where a server answers, more."""
    say, site = Words(frame.lang), contents.site
    communities = (
        parts.option("c", c, parts.chip(c, frame.lang, named=True), kind="checkbox", on=c in chosen.communities)
        for c in contents.communities
    )
    ranks = (
        parts.option("rank", rank, words, on=rank == chosen.rank)
        for rank, words in ((Rank.MAJOR.value, say("page-rank-major")), ("all", say("page-rank-all")))
    )
    languages = (
        parts.option("lang", lang, texts.wording(lang, "page-language"), on=lang == chosen.lang, lang=lang)
        for lang in site.languages
    )
    return el(
        "form",
        el(
            "fieldset",
            el("legend", say("page-which-communities")),
            el("p", say("page-none-is-all"), class_="small"),
            el("div", *communities, class_="options communities"),
        ),
        _fieldset(say("page-which-rank"), ranks),
        _fieldset(say("page-which-language"), languages) if len(site.languages) > 1 else None,
        _more(contents, chosen, frame) if site.combinations else None,
        el("p", el("button", say("page-show-address"), class_="button"), class_="submit")
        if site.combinations
        else None,
        id="choice",
        action=f"{frame.root}{frame.lang}/",
        method="get",
    )


def _fieldset(legend: str, options: Iterable[Html]) -> Html:
    return el("fieldset", el("legend", legend), el("div", *options, class_="options"))


def _more(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """Kinds, and the usages of communities that keep days in several ways."""
    say = Words(frame.lang)
    kinds = (parts.option("kind", kind, say(f"kind-{kind}"), kind="checkbox", on=kind in chosen.kinds) for kind in Kind)
    usages = (_usages(name, chosen, frame.lang) for name in contents.communities if community(name).usages)
    return el(
        "details",
        el("summary", say("page-more-choice")),
        _fieldset(say("page-which-kinds"), kinds),
        el(
            "fieldset",
            el("legend", say("page-which-usages")),
            el("p", say("page-usages-what"), class_="small"),
            el("dl", *usages, class_="usages"),
        ),
        open=bool(chosen.kinds or chosen.usages),
        class_="more",
    )


def _usages(name: str, chosen: Selection, lang: str) -> Html:
    boxes = (
        parts.option(
            "usage",
            f"{name}:{usage.id}",
            texts.usage_name(usage.id, lang),
            kind="checkbox",
            on=(name, usage.id) in chosen.usages,
        )
        for usage in community(name).usages
    )
    return html(el("dt", parts.chip(name, lang, named=True)), el("dd", *boxes, class_="options"))


def _offer(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """The chosen feed with its address and buttons; the browser keeps it in step with the choice."""
    say = Words(frame.lang)
    offer = _chosen(contents, chosen, frame.root)
    return el(
        "div",
        el("div", card(offer, frame.lang), id="offer", aria_live="polite"),
        el("p", el("strong", say("page-not-import")), " ", say("page-not-import-why"), class_="hint"),
        el("p", say("page-android"), class_="small"),
        el("p", _extent(contents, frame.lang), class_="small"),
        class_="offer",
    )


def _extent(contents: Contents, lang: str) -> str:
    """From when until when the feeds hold days."""
    first, last = (texts.month_and_year(day, lang) for day in (contents.site.first_day, contents.site.last_day))
    return texts.wording(lang, "page-extent", first=first, last=last)


def _chosen(contents: Contents, chosen: Selection, root: str) -> Offer:
    """The feed of a choice as a card shows it."""
    feed = query.feed(chosen, contents)
    own = query.own_address(chosen, contents)
    code = own.code if own else f"qr.svg?{chosen.query}"
    return Offer(feed_name(feed), feed.links.feed if feed.links else "", f"{root}{code}")


def _every_feed(contents: Contents, frame: Frame) -> Html:
    """The addresses of all feeds that have files, for those who look for one, and for browsers without scripts."""
    say = Words(frame.lang)
    rows: dict[str, list[Address]] = {}
    for address in feeds.addresses(contents, frame.lang):
        rows.setdefault(address.group, []).append(address)
    table = el(
        "table",
        parts.head(say("page-calendar"), say("page-rank-all"), say("page-rank-major")),
        el("tbody", *(_feed_row(contents.site, group, found, frame) for group, found in rows.items())),
    )
    return el(
        "details",
        el("summary", say("page-every-feed")),
        el("p", say("page-every-feed-what")),
        parts.scrolling(table, say("page-every-feed")),
        id="feeds",
    )


def _feed_row(site: Site, group: str, found: Sequence[Address], frame: Frame) -> Html:
    name = found[0].name
    page = None if group in BUNDLES else f"{frame.root}{found[0].page}"
    by_rank = {address.rank: address for address in found}
    cells = (_feed_cell(site, by_rank.get(rank)) for rank in ("all", Rank.MAJOR))
    return el("tr", el("th", el("a", name, href=page) if page else name, scope="row"), *cells)


def _feed_cell(site: Site, address: Address | None) -> Html:
    if address is None:
        return el("td")
    link = address.links(site).feed
    return el("td", el("a", el("code", link), href=link), " ", el("a", "webcal", href=webcal(link)))


def _how(say: Words) -> Html:
    """How to subscribe and how to leave, for each program."""
    return el(
        "details",
        el("summary", say("page-how")),
        el(
            "dl",
            *(
                html(
                    el("dt", say(f"page-client-{program}")),
                    el(
                        "dd",
                        el("p", el("strong", say("page-join")), " ", say(f"page-join-{program}")),
                        el("p", el("strong", say("page-leave")), " ", say(f"page-leave-{program}")),
                    ),
                )
                for program in PROGRAMS
            ),
            class_="how",
        ),
        id="how",
    )
