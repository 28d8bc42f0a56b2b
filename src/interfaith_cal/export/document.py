"""HTML pages that stand alone and load nothing: their frame, and the chips on them."""

from __future__ import annotations

from pathlib import Path

from interfaith_cal.editorial import palette
from interfaith_cal.export.markup import Html, el, html, lines
from interfaith_cal.words.languages import language, page_language

STYLES = Path(__file__).parent / "styles"


def document(lang: str, title: str, style: str, *body: Html) -> str:
    """A whole page; `style` names its style sheet in the folder `styles`."""
    css = Html((STYLES / f"{style}.css").read_text(encoding="utf-8"))
    head = (
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", title),
        el("style", "\n", css),
    )
    content = lines("", el("head", lines("", *head, "")), el("body", lines("", *body, "")), "")
    page = page_language(lang)
    return f"<!DOCTYPE html>\n{el('html', content, lang=page.tag, dir=right_to_left(page.tag))}\n"


def in_its_language(text: str, tag: str, lang: str) -> Html:
    """A text in a page of another language, marked as that: its language and how it runs."""
    if tag == page_language(lang).tag:
        return html(text)
    return el("span", text, lang=tag, dir=language(tag).direction)


def right_to_left(lang: str) -> str | None:
    """How a page runs; None for what is usual."""
    return "rtl" if language(lang).direction == "rtl" else None


def chip(community: str, code: str) -> Html:
    """A community's code on its color."""
    color = palette.color(community)
    return el("span", code, class_="chip", style=f"background:{color.name};color:{color.ink}")
