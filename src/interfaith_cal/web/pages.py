"""The pages of a site: choose and subscribe, the days of a year, one community, a year as a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal import almanac
from interfaith_cal.communities import GROUPS, community
from interfaith_cal.editorial import texts
from interfaith_cal.export import wording
from interfaith_cal.export.ics import PLANNING, feed_name
from interfaith_cal.export.markup import Html, el, html, time
from interfaith_cal.model import Kind, Observance, Rank
from interfaith_cal.web import feeds, parts, query, year
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.parts import Frame, Offer, Words
from interfaith_cal.web.query import Selection
from interfaith_cal.web.site import Contents

NEXT_DAYS = 7


class Visit(NamedTuple):
    """What somebody brings along to the front page: a choice, perhaps a day to check, and today."""

    chosen: Selection
    today: date
    day: date | None = None


def front(contents: Contents, lang: str, of_year: int | None, path: str, visit: Visit | None = None) -> bytes:
    """The front page with the days of a year.

    Args:
        contents: what the site shows.
        lang: the page's language.
        of_year: the year whose days it shows; the running one if it is None, which in a file the browser sees to.
        path: where it stands in the tree.
        visit: what a visitor chose, for a server that fills in the address; a file leaves that to the browser.
    """
    say, site = Words(lang), contents.site
    running = visit.today.year if visit and visit.today.year in contents.years else site.first_year
    shown = of_year or running
    chosen = visit.chosen if visit else Selection(rank=Rank.MAJOR.value, lang=lang)
    frame = Frame(lang, path, say("page-title"), _elsewhere(contents, path))
    offers = [
        (address.name, address.path)
        for address in feeds.addresses(contents, lang)
    ]  # fmt: skip
    return parts.page(
        frame,
        site,
        el("h1", say("page-headline")),
        el("p", say("page-lead"), class_="lead"),
        el(
            "section",
            el("h2", say("page-subscribe"), id="subscribe"),
            el("div", _choice(contents, chosen, frame), _offer(contents, chosen, frame), class_="choose"),
            _every_feed(contents, frame),
            _how(say),
            aria_labelledby="subscribe",
        ),
        _today(contents, frame, visit),
        _check(contents, frame, visit),
        _year(contents, frame, shown),
        _about(contents, frame),
        _for_script(contents, frame, shown, running=of_year is None),
        feeds=offers,
    )


def _elsewhere(contents: Contents, path: str) -> dict[str, str]:
    """The same page in each language: only its first folder differs; the front page of all stands above them."""
    _, _, rest = path.partition("/")
    return {lang: f"{lang}/{rest}".removesuffix("index.html") for lang in contents.site.languages}


def _choice(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """The form: which communities, main feasts or all, which language, and, where a server answers, more."""
    say, site = Words(frame.lang), contents.site
    communities = (
        _option("c", c, parts.chip(c, frame.lang, named=True), kind="checkbox", on=c in chosen.communities)
        for c in contents.communities
    )
    ranks = ((Rank.MAJOR.value, say("page-rank-major")), ("all", say("page-rank-all")))
    languages = [
        _option("lang", lang, html(texts.wording(lang, "page-language")), on=lang == chosen.lang, speaks=lang)
        for lang in site.languages
    ]
    return el(
        "form",
        el(
            "fieldset",
            el("legend", say("page-which-communities")),
            el("p", say("page-none-is-all"), class_="small"),
            el("div", *communities, class_="options communities"),
        ),
        el(
            "fieldset",
            el("legend", say("page-which-rank")),
            el("div", *(_option("rank", r, html(words), on=r == chosen.rank) for r, words in ranks), class_="options"),
        ),
        el("fieldset", el("legend", say("page-which-language")), el("div", *languages, class_="options"))
        if len(languages) > 1
        else None,
        _more(contents, chosen, frame) if site.combinations else None,
        el("p", el("button", say("page-show-address"), class_="button"), class_="submit")
        if site.combinations
        else None,
        id="choice",
        action=f"{frame.root}{frame.lang}/",
        method="get",
    )


def _option(name: str, value: str, label: Html, *, kind: str = "radio", on: bool, speaks: str | None = None) -> Html:
    field = f"{name}-{value.replace(':', '-')}"
    box = el("input", type=kind, name=name, value=value, id=field, checked=on)
    return el("label", box, " ", label, for_=field, lang=speaks)


def _more(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """Kinds, and the usages of communities that keep days in several ways."""
    say, lang = Words(frame.lang), frame.lang
    kinds = (
        _option("kind", kind, html(say(f"kind-{kind}")), kind="checkbox", on=kind in chosen.kinds) for kind in Kind
    )
    usages = []
    for name in contents.communities:
        of = community(name).usages
        if of:
            boxes = (
                _option(
                    "usage",
                    f"{name}:{usage.id}",
                    html(texts.usage_name(usage.id, lang)),
                    kind="checkbox",
                    on=(name, usage.id) in chosen.usages,
                )
                for usage in of
            )
            usages.append(html(el("dt", parts.chip(name, lang, named=True)), el("dd", *boxes, class_="options")))
    return el(
        "details",
        el("summary", say("page-more-choice")),
        el("fieldset", el("legend", say("page-which-kinds")), el("div", *kinds, class_="options")),
        el(
            "fieldset",
            el("legend", say("page-which-usages")),
            el("p", say("page-usages-what"), class_="small"),
            el("dl", *usages, class_="usages"),
        ),
        open=bool(chosen.kinds or chosen.usages),
        class_="more",
    )


def _offer(contents: Contents, chosen: Selection, frame: Frame) -> Html:
    """The chosen feed with its address and buttons; the browser keeps it in step with the choice."""
    say = Words(frame.lang)
    offer = offer_of(contents, chosen, frame.root)
    return el(
        "div",
        el("div", parts.card(offer, frame.lang), id="offer", aria_live="polite"),
        el("p", el("strong", say("page-not-import")), " ", say("page-not-import-why"), class_="hint"),
        el("p", say("page-android"), class_="small"),
        el("p", _extent(contents, frame.lang), class_="small"),
        class_="offer",
    )


def _extent(contents: Contents, lang: str) -> str:
    """From when until when the feeds hold days."""
    first, last = (texts.month_and_year(day, lang) for day in (contents.site.first_day, contents.site.last_day))
    return texts.wording(lang, "page-extent", first=first, last=last)


def offer_of(contents: Contents, chosen: Selection, root: str) -> Offer:
    """The feed of a choice as a card shows it."""
    feed = query.feed(chosen, contents)
    own = query.own_address(chosen, contents)
    code = own.code if own else f"qr.svg?{chosen.query}"
    address = feed.links.feed if feed.links else ""
    return Offer(feed_name(feed), address, f"{root}{code}")


def _every_feed(contents: Contents, frame: Frame) -> Html:
    """The addresses of all feeds that have files, for those who look for one, and for browsers without scripts."""
    say = Words(frame.lang)
    rows: dict[str, list[Address]] = {}
    for address in feeds.addresses(contents, frame.lang):
        rows.setdefault(address.group, []).append(address)
    heads = (say("page-calendar"), say("page-rank-all"), say("page-rank-major"))
    return el(
        "details",
        el("summary", say("page-every-feed")),
        el("p", say("page-every-feed-what")),
        el(
            "div",
            el(
                "table",
                el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
                el("tbody", *(_feed_row(contents, group, found, frame) for group, found in rows.items())),
            ),
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=say("page-every-feed"),
        ),
        id="feeds",
    )


def _feed_row(contents: Contents, group: str, found: Sequence[Address], frame: Frame) -> Html:
    site = contents.site
    name = found[0].name
    page = None if group in ("all", PLANNING, *GROUPS) else f"{frame.root}{found[0].page}"
    by_rank = {address.rank: address for address in found}
    cells = []
    for rank in ("all", Rank.MAJOR.value):
        address = by_rank.get(rank)
        link = address.links(site).feed if address else ""
        apple = parts.ways(Offer("", link, ""))["apple"]
        cells.append(
            el("td", el("a", el("code", link), href=link), " ", el("a", "webcal", href=apple)) if link else el("td")
        )
    return el("tr", el("th", el("a", name, href=page) if page else name, scope="row"), *cells)


def _how(say: Words) -> Html:
    """How to subscribe and how to leave, for each program."""
    programs = (
        (say("page-client-apple"), say("page-join-apple"), say("page-leave-apple")),
        (say("page-client-google"), say("page-join-google"), say("page-leave-google")),
        (say("page-client-outlook"), say("page-join-outlook"), say("page-leave-outlook")),
        (say("page-client-classic"), say("page-join-classic"), say("page-leave-classic")),
        (say("page-client-thunderbird"), say("page-join-thunderbird"), say("page-leave-thunderbird")),
        (say("page-client-nextcloud"), say("page-join-nextcloud"), say("page-leave-nextcloud")),
        (say("page-client-android"), say("page-join-android"), say("page-leave-android")),
    )
    return el(
        "details",
        el("summary", say("page-how")),
        el(
            "dl",
            *(
                html(
                    el("dt", program),
                    el(
                        "dd",
                        el("p", el("strong", say("page-join")), " ", join),
                        el("p", el("strong", say("page-leave")), " ", leave),
                    ),
                )
                for program, join, leave in programs
            ),
            class_="how",
        ),
        id="how",
    )


def _today(contents: Contents, frame: Frame, visit: Visit | None) -> Html:
    """Today and the next days: from a server as it is, in a file for the browser to fill."""
    say = Words(frame.lang)
    if visit is None:
        found: Html = el("p", say("page-today-needs-script"))
    else:
        chosen = query.observances(visit.chosen, contents)
        last = visit.today + timedelta(NEXT_DAYS)
        kept = _on(chosen, visit.today)
        soon = [o for o in chosen if visit.today < o.first_day <= last]
        found = html(
            el("h3", texts.long_date(visit.today, frame.lang)),
            _lines(kept, frame) if kept else el("p", say("page-nothing-today")),
            el("h3", say("page-next-days")),
            _lines(soon, frame) if soon else el("p", say("page-nothing-soon")),
        )
    return el(
        "section",
        el("h2", say("page-today"), id="today"),
        el("div", found, id="today-list"),
        aria_labelledby="today",
    )  # fmt: skip


def _lines(observances: Iterable[Observance], frame: Frame) -> Html:
    """Observances in short lines, each leading to its place on the page of its year."""
    say = Words(frame.lang)
    return el(
        "ul",
        *(
            el(
                "li",
                time(o.first_day, texts.short_date(o.first_day, frame.lang)),
                el("span", parts.chip(o.community.id, frame.lang)),
                el(
                    "span",
                    el("a", o.name(frame.lang), href=f"{frame.root}{frame.lang}/{o.first_day.year}/#{o.id}"),
                    " ",
                    el("span", say("page-this-evening") if o.eve else wording.until(o, frame.lang), class_="until"),
                ),
            )
            for o in observances
        ),
        class_="lines",
    )


def _check(contents: Contents, frame: Frame, visit: Visit | None) -> Html:
    """Whether something falls on a day that one plans."""
    say = Words(frame.lang)
    answer: Html | None = None
    if visit and visit.day:
        kept = _on(contents.of(contents.communities), visit.day)
        answer = html(
            el("h3", texts.long_date(visit.day, frame.lang)),
            _lines(kept, frame) if kept else el("p", say("page-day-is-clear")),
        )
    return el(
        "section",
        el("h2", say("page-check"), id="check"),
        el("p", say("page-check-what")),
        el(
            "form",
            el("label", say("page-check-day"), for_="day"),
            el(
                "input",
                type="date",
                id="day",
                name="day",
                required=True,
                min=f"{contents.years[0]}-01-01",
                max=f"{contents.years[-1]}-12-31",
                value=visit.day.isoformat() if visit and visit.day else None,
            ),
            el("button", say("page-check-button"), class_="button"),
            id="check-form",
            action=f"{frame.root}{frame.lang}/#check",
            method="get",
            hidden=not contents.site.combinations,
        ),
        el("div", answer, id="check-answer", aria_live="polite"),
        aria_labelledby="check",
    )


def _on(observances: Iterable[Observance], day: date) -> list[Observance]:
    """Of some observances those kept on a day, and those that begin that evening, as eves."""
    near = (o for o in observances if o.first_day <= almanac.day_after(day) and o.last_day >= day)
    return almanac.marked(near, day)


def _year(contents: Contents, frame: Frame, of_year: int) -> Html:
    """The year with ways to other years, as a list and at a glance."""
    say, lang = Words(frame.lang), frame.lang
    months, glance = _days(contents, of_year, lang)
    years = (
        el(
            "a",
            str(y),
            href=f"{frame.root}{lang}/{y}/#year",
            aria_current="page" if y == of_year else None,
        )
        for y in contents.years
    )
    return el(
        "section",
        el("h2", say("page-year", year=of_year), id="year"),
        el("nav", *years, class_="years", aria_label=say("page-years")),
        el(
            "div",
            _option("view", "list", html(say("page-as-list")), on=True),
            _option("view", "glance", html(say("page-at-a-glance")), on=False),
            el("a", say("page-as-table"), href=f"{frame.root}{lang}/{of_year}/table.html"),
            class_="views options",
            role="group",
            aria_label=say("page-views"),
        ),
        el(
            "p",
            el("label", say("page-search"), for_="search"),
            " ",
            el("input", type="search", id="search", autocomplete="off"),
            " ",
            el(
                "span",
                id="found",
                role="status",
                data_one=say("page-found-one"),
                data_many=say("page-found", count="{count}"),
            ),
            id="search-line",
            hidden=True,
        ),
        el("div", months, id="list"),
        el(
            "div",
            el("p", say("page-glance-what"), class_="small"),
            el("div", glance, class_="grids"),
            id="glance",
        ),
        aria_labelledby="year",
        class_="year",
        data_year=of_year,
    )


@lru_cache(maxsize=24)
def _days(contents: Contents, of_year: int, lang: str) -> tuple[Html, Html]:
    """The days of a year as a list and at a glance: the larger part of a page, which depends on no choice."""
    shown = contents.year(of_year)
    return year.months(shown, of_year, contents.site, lang), year.at_a_glance(shown, of_year, lang)


def _about(contents: Contents, frame: Frame) -> Html:
    """The ways to the pages of the communities."""
    say, lang = Words(frame.lang), frame.lang
    links = (
        el("li", el("a", parts.chip(c, lang, named=True), href=f"{frame.root}{lang}/{texts.file_name(c, lang)}/"))
        for c in contents.communities
    )
    return el(
        "section",
        el("h2", say("page-communities"), id="communities"),
        el("ul", *links, class_="about"),
        aria_labelledby="communities",
    )


def _for_script(contents: Contents, frame: Frame, of_year: int, *, running: bool) -> Html:
    """What the script must know: the feeds that have files, and the words it says."""
    say, site = Words(frame.lang), contents.site
    known = {
        lang: {
            f"{address.group}/{address.rank}": [
                address.name, address.path, address.code
            ]
            for address in feeds.addresses(contents, lang)
        }
        for lang in site.languages
    }  # fmt: skip
    names = {c: {lang: texts.community_text(c, "name", lang) for lang in site.languages} for c in contents.communities}
    data: Mapping[str, object] = {
        "base": site.base,
        "root": frame.root,
        "lang": frame.lang,
        "year": of_year,
        "running": running,
        "years": [contents.years[0], contents.years[-1]],
        "combinations": site.combinations,
        "feeds": known,
        "communities": names,
        "groups": {group: [c for c in of if c in contents.communities] for group, of in GROUPS.items()},
        "selection": {lang: _selection_names(lang) for lang in site.languages},
        "words": {
            "evening": say("page-this-evening"),
            "until": say("until-day", day="{day}"),
            "nothingToday": say("page-nothing-today"),
            "nothingSoon": say("page-nothing-soon"),
            "nextDays": say("page-next-days"),
            "clear": say("page-day-is-clear"),
            "unreachable": say("page-unreachable"),
            "noYear": say("page-no-year", first=contents.years[0], last=contents.years[-1]),
        },
    }
    # A "<" could end the element; in JSON it may as well be written as an escape.
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(written), type="application/json", id="site")


def _selection_names(lang: str) -> dict[str, str]:
    say = Words(lang)
    return {
        "all": say("feed-name-selection"),
        "major": say("feed-name-major-selection"),
        "all-one": say("feed-name-one", community="{community}"),
        "major-one": say("feed-name-major-one", community="{community}"),
    }


def of_community(contents: Contents, name: str, lang: str) -> bytes:
    """The page of a community: who it is, its feeds, and when its festivals fall."""
    say, site = Words(lang), contents.site
    named = texts.community_text(name, "name", lang)
    found = [a for a in feeds.addresses(contents, lang) if a.group == name]
    path = f"{lang}/{texts.file_name(name, lang)}/index.html"
    elsewhere = {other: f"{other}/{texts.file_name(name, other)}/" for other in site.languages}
    frame = Frame(lang, path, f"{named} – {say('page-title')}", elsewhere)
    offers = [
        Offer(a.name, a.links(site).feed, f"{frame.root}{a.code}")
        for a in found
    ]  # fmt: skip
    advice = (
        (say("page-dos"), texts.community_advice(name, "dos", lang)),
        (say("page-donts"), texts.community_advice(name, "donts", lang)),
    )
    return parts.page(
        frame,
        site,
        el("h1", parts.chip(name, lang, named=True)),
        el("p", texts.community_text(name, "about", lang), class_="lead"),
        el("p", texts.community_text(name, "days", lang)),
        el("p", texts.community_text(name, "calendar", lang)),
        el(
            "section",
            el("h2", say("page-advice"), id="advice"),
            *(
                html(el("h3", head), el("ul", *(el("li", sentence) for sentence in sentences)))
                for head, sentences in advice
            ),
            aria_labelledby="advice",
        ),
        el(
            "section",
            el("h2", say("page-subscribe"), id="subscribe"),
            el("p", el("strong", say("page-not-import")), " ", say("page-not-import-why"), class_="hint"),
            el("div", *(parts.card(offer, lang, number=n) for n, offer in enumerate(offers, 1)), class_="cards"),
            el("p", say("page-android"), class_="small"),
            el("p", el("a", say("page-how"), href=f"{frame.root}{lang}/#how")),
            aria_labelledby="subscribe",
        ),
        el(
            "section",
            el("h2", say("page-festivals"), id="festivals"),
            el("p", el("a", say("page-csv"), href=f"{frame.root}tables/{lang}/{texts.file_name(name, lang)}.csv")),
            _when(contents, name, frame),
            aria_labelledby="festivals",
        ),
        feeds=[(offer.name, address.path) for offer, address in zip(offers, found, strict=True)],
    )


def _when(contents: Contents, name: str, frame: Frame) -> Html:
    """The community's festivals with their days in each year of the feeds."""
    say, lang = Words(frame.lang), frame.lang
    years = [y for y in contents.years if y >= contents.site.first_day.year]
    held = contents.of([name])
    rows = []
    for festival in community(name).festivals:
        of = [o for o in held if o.festival.slug == festival.slug]
        if not of:
            continue
        cells = (
            el(
                "td",
                *(
                    html(
                        el(
                            "a",
                            time(o.first_day, texts.day_and_month(o.first_day, lang)),
                            href=f"{frame.root}{lang}/{y}/#{o.id}",
                        ),
                        el("br"),
                    )
                    for o in of
                    if o.first_day.year == y
                ),
            )
            for y in years
        )
        head = el("th", festival.name(lang), parts.native(of[0], lang), scope="row", class_=str(festival.rank))
        rows.append(el("tr", head, *cells))
    return el(
        "div",
        el(
            "table",
            el(
                "thead",
                el("tr", el("th", say("page-festival"), scope="col"), *(el("th", str(y), scope="col") for y in years)),
            ),
            el("tbody", *rows),
        ),
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=f"{say('page-festivals')}: {texts.community_text(name, 'name', lang)}",
    )


def year_table(contents: Contents, of_year: int, lang: str) -> bytes:
    """A year as one table with explanations and greetings."""
    say = Words(lang)
    path = f"{lang}/{of_year}/table.html"
    title = f"{contents.site.edition.title[lang]} {of_year}"
    return parts.page(
        Frame(lang, path, title, _elsewhere(contents, path)),
        contents.site,
        el("h1", title, class_="of-table"),
        el("p", el("a", say("page-back-to-year", year=of_year), href="./#year")),
        el(
            "div",
            year.table(contents.year(of_year), lang),
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=title,
        ),
    )
