"""The front page: choose and subscribe, today, a day to check, the days of a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal import almanac
from interfaith_cal.export import wording
from interfaith_cal.export.markup import Html, el, html, time
from interfaith_cal.model import Observance, Rank
from interfaith_cal.web import feeds, query
from interfaith_cal.web.pages import parts, script, subscribe, year
from interfaith_cal.web.pages.parts import Frame, Words
from interfaith_cal.web.query import Selection
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

NEXT_DAYS = 7


class Visit(NamedTuple):
    """What somebody brings along to the front page: a choice, perhaps a day to check, and today."""

    chosen: Selection
    today: date
    day: date | None = None


def page(contents: Contents, lang: str, of_year: int | None, path: str, visit: Visit | None = None) -> bytes:
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
    frame = Frame(lang, path, say("page-title"), parts.elsewhere(site, path))
    return parts.page(
        frame,
        site,
        el("h1", say("page-headline")),
        el("p", say("page-lead"), class_="lead"),
        subscribe.section(contents, chosen, frame),
        _today(contents, frame, visit),
        _check(contents, frame, visit),
        _year(contents, frame, shown),
        _communities(contents, frame),
        script.data(contents, frame, shown, running=of_year is None),
        feeds=[(address.name, address.path) for address in feeds.addresses(contents, lang)],
    )


def _today(contents: Contents, frame: Frame, visit: Visit | None) -> Html:
    """Today and the next days: from a server as it is, in a file for the browser to fill."""
    say = Words(frame.lang)
    found = _kept_today(contents, frame, visit) if visit else el("p", say("page-today-needs-script"))
    return parts.section("today", say("page-today"), el("div", found, id="today-list"))


def _kept_today(contents: Contents, frame: Frame, visit: Visit) -> Html:
    say = Words(frame.lang)
    chosen = query.observances(visit.chosen, contents)
    last = visit.today + timedelta(NEXT_DAYS)
    return html(
        el("h3", texts.long_date(visit.today, frame.lang)),
        _lines(_on(chosen, visit.today), frame, say("page-nothing-today")),
        el("h3", say("page-next-days")),
        _lines([o for o in chosen if visit.today < o.first_day <= last], frame, say("page-nothing-soon")),
    )


def _lines(observances: Sequence[Observance], frame: Frame, otherwise: str) -> Html:
    """Observances in short lines that lead to their places in the list of their year; other words if there are none."""
    if not observances:
        return el("p", otherwise)
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
                    el("a", o.name(frame.lang), href=parts.place_of(o, frame)),
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
        answer = html(
            el("h3", texts.long_date(visit.day, frame.lang)),
            _lines(_on(contents.of(contents.communities), visit.day), frame, say("page-day-is-clear")),
        )
    return parts.section(
        "check",
        say("page-check"),
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
        el("a", str(one), href=f"{frame.root}{lang}/{one}/#year", aria_current="page" if one == of_year else None)
        for one in contents.years
    )
    return parts.section(
        "year",
        say("page-year", year=of_year),
        el("nav", *years, class_="years", aria_label=say("page-years")),
        el(
            "div",
            parts.option("view", "list", say("page-as-list"), on=True),
            parts.option("view", "glance", say("page-at-a-glance"), on=False),
            el("a", say("page-as-table"), href=f"{frame.root}{lang}/{of_year}/table.html"),
            class_="views options",
            role="group",
            aria_label=say("page-views"),
        ),
        _search(say),
        el("div", months, id="list"),
        el(
            "div",
            el("p", say("page-glance-what"), class_="small"),
            el("div", glance, class_="grids"),
            id="glance",
        ),
        class_="year",
        data_year=of_year,
    )


def _search(say: Words) -> Html:
    """The field to search the list, which the script shows, with how many it found."""
    found, found_one = say("page-found", count="{count}"), say("page-found-one")
    return el(
        "p",
        el("label", say("page-search"), for_="search"),
        " ",
        el("input", type="search", id="search", autocomplete="off"),
        " ",
        el("span", id="found", role="status", data_one=found_one, data_many=found),
        id="search-line",
        hidden=True,
    )


@lru_cache(maxsize=24)
def _days(contents: Contents, of_year: int, lang: str) -> tuple[Html, Html]:
    """The days of a year as a list and at a glance: the larger part of a page, which depends on no choice."""
    shown = contents.year(of_year)
    return year.months(shown, of_year, contents.site, lang), year.at_a_glance(shown, of_year, lang)


def _communities(contents: Contents, frame: Frame) -> Html:
    """The ways to the pages of the communities."""
    say, lang = Words(frame.lang), frame.lang
    links = (
        el("li", el("a", parts.chip(c, lang, named=True), href=f"{frame.root}{lang}/{texts.file_name(c, lang)}/"))
        for c in contents.communities
    )
    return parts.section("communities", say("page-communities"), el("ul", *links, class_="about"))
