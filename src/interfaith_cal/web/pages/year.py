"""A year on a page: month by month as a list in which every festival opens, at a glance, or as a table to print."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from interfaith_cal.export import wording
from interfaith_cal.export.markup import Html, el, html, time
from interfaith_cal.model import Begins, Observance
from interfaith_cal.web.pages import parts
from interfaith_cal.web.pages.parts import Frame, Words
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.words import texts

# At a glance longer times would fill the months; they stand on their first day alone.
LONGEST_AT_A_GLANCE = 10


def months(observances: Sequence[Observance], year: int, site: Site, lang: str) -> Html:
    """The year month by month; what began before it stands first, in January."""
    in_months = groupby(observances, key=lambda o: max(o.first_day, date(year, 1, 1)).month)
    return html(*(_month(month, list(found), year, site, lang) for month, found in in_months))


def _month(month: int, observances: Iterable[Observance], year: int, site: Site, lang: str) -> Html:
    name = texts.month_and_year(date(year, month, 1), lang)
    return el(
        "section",
        el("h3", name, id=f"{year}-{month:02}"),
        el("ol", *(_item(o, site, lang) for o in observances), class_="days"),
        class_="month",
    )


def _classes(observance: Observance) -> str:
    """The classes by which a choice of communities and of main feasts hides an observance."""
    return f"c-{observance.community.id} {observance.rank}"


def _item(o: Observance, site: Site, lang: str) -> Html:
    """An observance in a list; it opens to all that is said of it."""
    marks = wording.marks(o)
    until = ", ".join(filter(None, (wording.until(o, lang), wording.usage(o, lang))))
    summary = el(
        "summary",
        time(o.first_day, texts.day_in_month(o.first_day, lang)),
        parts.chip(o.community.id, lang),
        el(
            "span",
            el("span", o.name(lang), class_="name"),
            " ",
            el("span", marks, class_="marks", aria_hidden="true") if marks else None,
            el("span", f" {until}", class_="until") if until else None,
            parts.native(o, lang),
            class_="what",
        ),
    )
    return el(
        "li",
        el("details", summary, el("div", parts.said_of(o, site, lang), class_="said")),
        id=o.id,
        class_=_classes(o),
        data_first=o.first_day.isoformat(),
        data_last=o.last_day.isoformat(),
        data_eve=o.begins is Begins.SUNSET_BEFORE,
    )


def at_a_glance(observances: Sequence[Observance], year: int, lang: str) -> Html:
    """Twelve months with the chips of their festivals; each leads to the festival in the list."""
    on: dict[date, list[Observance]] = {}
    for o in observances:
        for day in _shown_on(o):
            on.setdefault(day, []).append(o)
    weekdays = [
        el("th", texts.weekday(number, lang, "short"), scope="col", abbr=texts.weekday(number, lang))
        for number in range(7)
    ]
    return html(*(_grid(year, month, weekdays, on, lang) for month in range(1, 13)))


def _shown_on(observance: Observance) -> Iterator[date]:
    days = (observance.last_day - observance.first_day).days + 1
    for number in range(days if days <= LONGEST_AT_A_GLANCE else 1):
        yield observance.first_day + timedelta(number)


def _grid(year: int, month: int, weekdays: Sequence[Html], on: dict[date, list[Observance]], lang: str) -> Html:
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    rows = (el("tr", *(_cell(day, month, on.get(day, ()), lang) for day in week)) for week in weeks)
    return el(
        "table",
        el("caption", texts.month_name("gregorian", month, lang)),
        el("thead", el("tr", *weekdays)),
        el("tbody", *rows),
        class_="grid",
    )


def _cell(day: date, month: int, kept: Iterable[Observance], lang: str) -> Html:
    if day.month != month:
        return el("td", class_="outside")
    marks = (
        el(
            "a",
            texts.community_text(o.community.id, "code", lang),
            class_=f"chip chip-{o.community.id} {_classes(o)}" + ("" if o.first_day == day else " going-on"),
            href=f"#{o.id}",
            title=o.name(lang),
            aria_label=f"{o.name(lang)}, {o.community.name(lang)}",
        )
        for o in kept
    )
    return el("td", time(day, str(day.day)), *marks, class_="sunday" if day.weekday() == calendar.SUNDAY else None)


def table_page(contents: Contents, year: int, lang: str) -> bytes:
    """The page of a year as one table with explanations and greetings, as one prints it."""
    say = Words(lang)
    path = f"{lang}/{year}/table.html"
    title = f"{contents.site.edition.title_in(lang)} {year}"
    return parts.page(
        Frame(lang, path, title, parts.elsewhere(contents.site, path)),
        contents.site,
        el("h1", title, class_="of-table"),
        el("p", el("a", say("page-back-to-year", year=year), href="./#year")),
        parts.scrolling(_table(contents.year(year), lang), title),
    )


def _table(observances: Sequence[Observance], lang: str) -> Html:
    say = Words(lang)
    heads = (
        say("page-day"), say("page-community"), say("page-festival"), say("page-explanation"), say("page-greeting"),
        say("page-school"),
    )  # fmt: skip
    months = (
        el(
            "tbody",
            el("tr", el("th", month, colspan=len(heads), scope="rowgroup")),
            *(_row(o, lang) for o in found),
        )
        for month, found in groupby(observances, key=lambda o: texts.month_and_year(o.first_day, lang))
    )
    return el("table", parts.head(*heads), *months, class_="year-table")


def _row(o: Observance, lang: str) -> Html:
    days = html(time(o.first_day, texts.short_date(o.first_day, lang)))
    if o.last_day != o.first_day:
        days = html(days, " – ", time(o.last_day, texts.short_date(o.last_day, lang)))
    usage = wording.usage(o, lang)
    return el(
        "tr",
        el("td", days),
        el("td", parts.chip(o.community.id, lang)),
        el("td", el("strong", o.name(lang)), f" ({usage})" if usage else None, parts.native(o, lang)),
        el("td", o.explanation(lang)),
        el("td", parts.greeting(o, lang)),
        el("td", o.school_note(lang)),
        class_=_classes(o),
    )
