"""The rule book as a document: Markdown, one self-contained HTML page, JSON with the fields of `rulebook` as keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from interfaith_cal.export import forms
from interfaith_cal.export import rulebook_words as words
from interfaith_cal.export.document import chip, document
from interfaith_cal.export.markup import Html, el, html, in_markdown, lines, time
from interfaith_cal.export.rulebook import Chapter, Entry, RuleBook, Way
from interfaith_cal.words import texts


def to_json(book: RuleBook) -> str:
    """The whole book; days as YYYY-MM-DD, an unknown last day as null."""
    return forms.to_json(asdict(book))


def to_markdown(book: RuleBook) -> str:
    """A Markdown document: a heading for each community and festival; native names carry their language."""
    lang = book.lang
    intro = texts.wording(lang, "rules-intro")
    out = [f"# {book.title}", "", in_markdown(words.shown_years(book)), "", in_markdown(intro), ""]
    for chapter in book.communities:
        out += [f"## {in_markdown(chapter.name)}", "", in_markdown(chapter.about), ""]
        out += [f"- **{label}:** {in_markdown(said)}" for label, said in words.community_facts(chapter, lang)]
        if chapter.usages:
            out += ["", f"### {texts.wording(lang, 'rules-usages')}", ""]
            out += [
                f"- **{in_markdown(custom.name)}:** {in_markdown(words.usage_sentence(custom, lang))}"
                for custom in chapter.usages
            ]
        for entry in chapter.festivals:
            out += ["", *_markdown_entry(entry, book)]
        out.append("")
    out += [in_markdown(note) for note in words.legend_lines(book)]
    return "\n".join(out).rstrip() + "\n"


def _markdown_entry(entry: Entry, book: RuleBook) -> Iterator[str]:
    native = (el("span", name.text, lang=name.lang, dir=name.dir) for name in entry.native)
    yield "### " + " · ".join((in_markdown(entry.name), *native))
    yield ""
    yield f"{in_markdown(words.kind_line(entry))} · `{entry.id}`"
    yield ""
    for label, said in words.festival_facts(entry, book):
        yield f"- **{in_markdown(label)}:** {in_markdown(said)}"
    yield ""
    yield f"| {' | '.join(('', *map(str, book.years)))} |"
    yield "|" + " --- |" * (len(book.years) + 1)
    for way in entry.ways:
        cells = [", ".join(words.days_of(way, year, book.lang)) or "–" for year in book.years]
        yield f"| {' | '.join(map(in_markdown, (words.way_name(way, entry, book.lang), *cells)))} |"
    yield ""
    yield texts.wording(book.lang, "rules-tick")


def to_html(book: RuleBook) -> str:
    """One page without any outside request, to be read on a screen and printed on paper."""
    lang = book.lang
    contents = (el("li", el("a", chip(c.id, c.code), f" {c.name}", href=f"#{c.id}")) for c in book.communities)
    header = (
        el("h1", book.title),
        el("p", words.shown_years(book)),
        el("p", texts.wording(lang, "rules-intro")),
        html(*(el("p", note) for note in words.legend_lines(book))),
    )
    return document(
        lang,
        book.title,
        "rulebook",
        el("header", lines("", *header, "")),
        el("nav", el("ul", *contents), aria_label=texts.wording(lang, "rules-contents")),
        el("main", lines("", *(_chapter(chapter, book) for chapter in book.communities), "")),
    )


def _chapter(chapter: Chapter, book: RuleBook) -> Html:
    lang, name = book.lang, f"{chapter.id}-name"
    parts = [
        el("h2", chip(chapter.id, chapter.code), f" {chapter.name}", id=name),
        el("p", chapter.about),
        _list(words.community_facts(chapter, lang)),
    ]
    if chapter.usages:
        parts.append(el("h3", texts.wording(lang, "rules-usages")))
        parts.append(_list((custom.name, words.usage_sentence(custom, lang)) for custom in chapter.usages))
    parts += [_entry(entry, book) for entry in chapter.festivals]
    return el("section", lines("", *parts, ""), id=chapter.id, aria_labelledby=name)


def _entry(entry: Entry, book: RuleBook) -> Html:
    anchor = entry.id.replace("/", "-")
    native = (html(" ", el("span", name.text, class_="native", lang=name.lang, dir=name.dir)) for name in entry.native)
    parts = (
        el("h3", entry.name, *native, id=f"{anchor}-name"),
        el("p", f"{words.kind_line(entry)} · ", el("code", entry.id), class_="kind"),
        _list(words.festival_facts(entry, book)),
        _table(entry, book),
        el("p", texts.wording(book.lang, "rules-tick"), class_="tick"),
    )
    return el("article", lines("", *parts), id=anchor, aria_labelledby=f"{anchor}-name")


def _table(entry: Entry, book: RuleBook) -> Html:
    """The days of a festival: a row for each way, a column for each year."""
    head = el("tr", el("td"), *(el("th", str(year), scope="col") for year in book.years))
    rows = (
        el(
            "tr",
            el("th", words.way_name(way, entry, book.lang), scope="row"),
            *(el("td", _days(way, year, book.lang)) for year in book.years),
        )
        for way in entry.ways
    )
    return el("div", el("table", el("thead", head), el("tbody", lines("", *rows, ""))), class_="wide")


def _days(way: Way, year: int, lang: str) -> Html:
    """The days of a year below one another, each with its own date; a dash where there are none."""
    said = [
        html(
            time(day.first_day, words.day_cell(day, lang)),
            *((el("br"), el("small", day.native_date)) if day.native_date else ()),
        )
        for day in way.days
        if day.year == year
    ]
    return Html("<br>".join(said)) if said else html("–")


def _list(facts: Iterable[tuple[str, str]]) -> Html:
    return el("dl", *(el("div", el("dt", label), el("dd", said)) for label, said in facts))
