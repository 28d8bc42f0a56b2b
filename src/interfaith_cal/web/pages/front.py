"""The front page: choose and subscribe, today, a day to check, the days of a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal import almanac
from interfaith_cal.export import templates
from interfaith_cal.export.ics import BUNDLES, feed_name
from interfaith_cal.export.plan import told
from interfaith_cal.export.templates import Say
from interfaith_cal.model import Kind, Observance, Rank
from interfaith_cal.religions import community
from interfaith_cal.web import feeds, query
from interfaith_cal.web.checking import Question
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.pages import script
from interfaith_cal.web.pages import year as of_days
from interfaith_cal.web.pages.check import check
from interfaith_cal.web.pages.frame import Frame, elsewhere
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.pages.month import place
from interfaith_cal.web.pages.offers import Offer, offer
from interfaith_cal.web.query import Choice
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

NEXT_DAYS = 7


class Visit(NamedTuple):
    """What somebody brings along to the front page: a choice, perhaps days to check, and today."""

    chosen: Choice
    today: date
    question: Question | None = None


class FeedRow(NamedTuple):
    """A row in the table of all feeds: its name, its page if it has one, its feeds in the order of `feeds.RANKS`."""

    name: str
    page: str
    offers: tuple[Offer | None, ...]


def page(contents: Contents, lang: str, of_year: int | None, path: str, visit: Visit | None = None) -> bytes:
    """The front page, alone or with the days of a year.

    Args:
        contents: what the site shows.
        lang: the page's language.
        of_year: the year whose days it shows; None for the front page itself, which leads to those of the running one.
        path: where it stands in the tree.
        visit: what a visitor chose, for a server that fills in the address; a file leaves that to the browser.
    """
    site = contents.site
    running = visit.today.year if visit and visit.today.year in contents.years else site.first_year
    shown = of_year or running
    chosen = visit.chosen if visit else Choice(rank=Rank.MAJOR.value, lang=lang)
    frame = Frame(lang, path, site.edition.title_in(lang), elsewhere(site, path))
    return whole(
        "front.html",
        frame,
        site,
        feeds.addresses(contents, lang),
        chosen=chosen,
        offer=_chosen(contents, chosen, frame.root),
        communities=contents.communities,
        kinds=tuple(Kind),
        ranks=feeds.RANKS,
        usages=[c for c in map(community, contents.communities) if c.usages],
        every_feed=_every_feed(contents, frame),
        visit=visit,
        year=shown,
        years=contents.years,
        days=_days(contents, of_year, lang) if of_year else "",
        check=check(contents, frame, visit.question if visit else None),
        told=lambda day: told(day, lang, site.place),
        known=script.data(contents, frame, shown, running=of_year is None),
        **(_visited(contents, visit, lang) if visit else {"steps": [(-1, "", ""), (1, "", "")]}),
    )


def _visited(contents: Contents, visit: Visit, lang: str) -> dict[str, object]:
    """What falls today and soon."""
    chosen = query.observances(visit.chosen, contents)
    last = visit.today + timedelta(NEXT_DAYS)
    return {
        # What goes on since long stands below what the day is about.
        "today": sorted(_on(chosen, visit.today), key=lambda o: o.first_day < visit.today),
        "place_of_today": place(visit.today, lang) if visit.today.year in contents.years else "",
        "steps": [(n, texts.short_date(day, lang), place(day, lang)) for n, day in _beside(contents, visit.today)],
        "soon": [o for o in chosen if visit.today < o.first_day <= last],
    }


def _beside(contents: Contents, day: date) -> list[tuple[int, date]]:
    """The days before and after a day that the site has, each with the way there."""
    beside = ((number, day + timedelta(number)) for number in (-1, 1))
    return [(number, other) for number, other in beside if other.year in contents.years]


def _on(observances: Iterable[Observance], day: date) -> list[Observance]:
    """Of some observances those kept on a day, and those that begin that evening, as eves."""
    near = (o for o in observances if o.first_day <= almanac.day_after(day) and o.last_day >= day)
    return almanac.marked(near, day)


@lru_cache(maxsize=24)
def _days(contents: Contents, of_year: int, lang: str) -> str:
    """The days of a year as a list and at a glance: the larger part of a page, which depends on no choice."""
    shown = contents.year(of_year)
    return templates.render(
        "web/year.html",
        say=Say(lang, contents.site.place),
        frame=Frame(lang, f"{lang}/{of_year}/index.html", "", {}),
        months=of_days.months(shown, of_year),
        year=of_year,
        begun_before=of_days.begun_before(shown, of_year),
        grids=of_days.grids(shown, of_year, lang),
    )


def _chosen(contents: Contents, chosen: Choice, root: str) -> Offer:
    """The feed of a choice as a card shows it."""
    feed, window = query.feed(chosen, contents)
    own = query.own_address(chosen, contents)
    code = own.code if own else f"qr.svg?{chosen.query}"
    return Offer(feed_name(feed), feed.links.feed if feed.links else "", f"{root}{code}", window)


def _every_feed(contents: Contents, frame: Frame) -> list[FeedRow]:
    """All feeds that have files, in rows."""
    rows: dict[str, dict[str, Address]] = {}
    for address in feeds.addresses(contents, frame.lang):
        rows.setdefault(address.group, {})[address.rank] = address
    return [_feed_row(contents, group, found, frame) for group, found in rows.items()]


def _feed_row(contents: Contents, group: str, found: dict[str, Address], frame: Frame) -> FeedRow:
    first = next(iter(found.values()))
    offers = tuple(offer(found[rank], contents, frame.root) if rank in found else None for rank in feeds.RANKS)
    return FeedRow(first.name, "" if group in BUNDLES else first.page, offers)
