"""The rule book as a document: Markdown, one self-contained HTML page, JSON with the fields of `rulebook` as keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from interfaith_cal.export import forms
from interfaith_cal.export import rulebook_words as words
from interfaith_cal.export.forms import in_markdown
from interfaith_cal.export.rulebook import Entry, RuleBook
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
    native = (f'<span lang="{name.lang}" dir="{name.dir}">{escape(name.text)}</span>' for name in entry.native)
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
    from interfaith_cal.export.templates import Say, render

    return render("documents/rulebook.html", say=Say(book.lang), book=book, words=words)
