"""The rule book as a document: Markdown, one self-contained HTML page, JSON with the fields of `rulebook` as keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from html import escape

from interfaith_cal.editorial import palette, texts
from interfaith_cal.export import rulebook_words as words
from interfaith_cal.export.rulebook import Chapter, Entry, RuleBook, Way
from interfaith_cal.export.table import ACCENT


def to_json(book: RuleBook) -> str:
    """The whole book; days as YYYY-MM-DD, an unknown last day as null."""
    import json

    return json.dumps(asdict(book), ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def to_markdown(book: RuleBook) -> str:
    """A Markdown document: a heading for each community and festival; native names carry their language."""
    lang = book.lang
    lines = [f"# {book.title}", "", _plain(words.shown_years(book)), "", _plain(texts.wording(lang, "rules-intro")), ""]
    for chapter in book.communities:
        lines += [f"## {_plain(chapter.name)}", "", _plain(chapter.about), ""]
        lines += [f"- **{label}:** {_plain(said)}" for label, said in words.community_facts(chapter, lang)]
        if chapter.usages:
            lines += ["", f"### {texts.wording(lang, 'rules-usages')}", ""]
            lines += [
                f"- **{_plain(custom.name)}:** {_plain(words.usage_sentence(custom, lang))}"
                for custom in chapter.usages
            ]
        for entry in chapter.festivals:
            lines += ["", *_markdown_entry(entry, book)]
        lines.append("")
    lines += [_plain(note) for note in words.legend_lines(book)]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_entry(entry: Entry, book: RuleBook) -> Iterator[str]:
    native = [f'<span lang="{name.lang}" dir="{name.dir}">{escape(name.text)}</span>' for name in entry.native]
    yield "### " + " · ".join((_plain(entry.name), *native))
    yield ""
    yield f"{_plain(words.kind_line(entry))} · `{entry.id}`"
    yield ""
    for label, said in words.festival_facts(entry, book):
        yield f"- **{_plain(label)}:** {_plain(said)}"
    yield ""
    yield f"| {' | '.join(('', *map(str, book.years)))} |"
    yield "|" + " --- |" * (len(book.years) + 1)
    for way in entry.ways:
        cells = [", ".join(words.days_of(way, year, book.lang)) or "–" for year in book.years]
        yield f"| {' | '.join(map(_plain, (words.way_name(way, entry, book.lang), *cells)))} |"
    yield ""
    yield texts.wording(book.lang, "rules-tick")


def _plain(text: str) -> str:
    """A text in which Markdown sees no markup."""
    return text.replace("|", "\\|").replace("*", "\\*")


def to_html(book: RuleBook) -> str:
    """One page without any outside request, to be read on a screen and printed on paper."""
    lang = book.lang
    contents = "".join(f'<li><a href="#{c.id}">{_chip(c)} {escape(c.name)}</a></li>' for c in book.communities)
    return _PAGE.format(
        lang=lang,
        title=escape(book.title),
        accent=ACCENT,
        years=escape(words.shown_years(book)),
        intro=escape(texts.wording(lang, "rules-intro")),
        label=escape(texts.wording(lang, "rules-contents")),
        contents=contents,
        legend="".join(f"<p>{escape(note)}</p>" for note in words.legend_lines(book)),
        chapters="\n".join("\n".join(_html_chapter(chapter, book)) for chapter in book.communities),
    )


def _html_chapter(chapter: Chapter, book: RuleBook) -> Iterator[str]:
    lang = book.lang
    yield f'<section id="{chapter.id}" aria-labelledby="{chapter.id}-name">'
    yield f'<h2 id="{chapter.id}-name">{_chip(chapter)} {escape(chapter.name)}</h2>'
    yield f"<p>{escape(chapter.about)}</p>"
    yield _list((label, escape(said)) for label, said in words.community_facts(chapter, lang))
    if chapter.usages:
        yield f"<h3>{escape(texts.wording(lang, 'rules-usages'))}</h3>"
        yield _list((custom.name, escape(words.usage_sentence(custom, lang))) for custom in chapter.usages)
    for entry in chapter.festivals:
        yield from _html_entry(entry, book)
    yield "</section>"


def _html_entry(entry: Entry, book: RuleBook) -> Iterator[str]:
    anchor = entry.id.replace("/", "-")
    native = "".join(
        f' <span class="native" lang="{name.lang}" dir="{name.dir}">{escape(name.text)}</span>' for name in entry.native
    )
    yield f'<article id="{anchor}" aria-labelledby="{anchor}-name">'
    yield f'<h3 id="{anchor}-name">{escape(entry.name)}{native}</h3>'
    yield f'<p class="kind">{escape(words.kind_line(entry))} · <code>{entry.id}</code></p>'
    yield _list((label, escape(said)) for label, said in words.festival_facts(entry, book))
    years = "".join(f'<th scope="col">{year}</th>' for year in book.years)
    yield f'<div class="wide"><table><thead><tr><td></td>{years}</tr></thead><tbody>'
    for way in entry.ways:
        cells = "".join(f"<td>{'<br>'.join(_html_days(way, year, book.lang)) or '–'}</td>" for year in book.years)
        yield f'<tr><th scope="row">{escape(words.way_name(way, entry, book.lang))}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    yield f'<p class="tick">{escape(texts.wording(book.lang, "rules-tick"))}</p></article>'


def _html_days(way: Way, year: int, lang: str) -> Iterator[str]:
    for day in way.days:
        if day.year == year:
            native = f"<br><small>{escape(day.native_date)}</small>" if day.native_date else ""
            yield f'<time datetime="{day.first_day}">{escape(words.day_cell(day, lang))}</time>{native}'


def _list(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<div><dt>{escape(label)}</dt><dd>{said}</dd></div>" for label, said in pairs) + "</dl>"


def _chip(chapter: Chapter) -> str:
    color = palette.color(chapter.id)
    return f'<span class="chip" style="background:{color.name};color:{color.ink}">{escape(chapter.code)}</span>'


_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; color: #1c1b1a; background: #fdfbf7 }}
body {{ margin: 2rem auto; max-width: 62rem; padding: 0 1rem }}
h1 {{ font-size: 1.8rem; color: {accent}; margin-bottom: .3rem }}
h2 {{ font-size: 1.5rem; margin: 3rem 0 .5rem }}
h3 {{ font-size: 1.1rem; margin: 0 }}
section > h3 {{ margin: 1.2rem 0 .3rem }}
p {{ margin: .4rem 0 }}
a {{ color: inherit }}
nav ul {{ list-style: none; padding: 0; columns: 14rem; line-height: 2 }}
article {{ border-top: 1px solid #e6e0d5; padding: 1rem 0; margin-top: .6rem }}
dl {{ margin: .4rem 0 }}
dl > div {{ display: grid; grid-template-columns: 14rem 1fr; gap: 0 1rem; padding: .1rem 0 }}
dt {{ font-weight: 600 }}
dd {{ margin: 0 }}
.native {{ font-weight: 400; margin: 0 .25rem }}
.kind, small, code {{ color: #5b574f }}
code {{ font-size: .85rem }}
.chip {{ font-size: .75rem; font-weight: 700; border-radius: .25rem; padding: .15rem .4rem; vertical-align: middle }}
.wide {{ overflow-x: auto }}
table {{ border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem }}
th, td {{ text-align: left; vertical-align: top; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid #e6e0d5 }}
tbody th {{ font-weight: 400; color: #5b574f }}
.tick {{ color: #5b574f; font-size: .9rem }}
@media (max-width: 40rem) {{ dl > div {{ grid-template-columns: 1fr }} }}
@media print {{
  @page {{ size: A4; margin: 15mm }}
  html {{ font-size: 9pt }}
  body {{ background: none; margin: 0; max-width: none }}
  nav {{ display: none }}
  section {{ break-before: page }}
  article {{ break-inside: avoid }}
  h2, h3 {{ break-after: avoid }}
  .wide {{ overflow: visible }}
  .chip {{ print-color-adjust: exact; -webkit-print-color-adjust: exact }}
}}
</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{years}</p>
<p>{intro}</p>
{legend}
</header>
<nav aria-label="{label}"><ul>{contents}</ul></nav>
<main>
{chapters}
</main>
</body>
</html>
"""
