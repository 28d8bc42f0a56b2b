"""The pieces that pages share: the frame, sections and tables, a community's chip, all that is said of a festival."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interfaith_cal.export import wording
from interfaith_cal.export.markup import Attribute, Html, Part, el, html
from interfaith_cal.model import Observance
from interfaith_cal.web.headers import POLICY
from interfaith_cal.web.site import Site
from interfaith_cal.words import texts

RIGHT_TO_LEFT = ("ar", "fa", "he", "syc", "ur", "yi")
LATIN = "-Latn"


class Words:
    """The phrases of a language."""

    def __init__(self, lang: str) -> None:
        """Speak a language."""
        self.lang = lang

    def __call__(self, key: str, **blanks: object) -> str:
        """A phrase with its blanks filled."""
        return texts.wording(self.lang, key, **blanks)


class Frame(NamedTuple):
    """Where a page stands: its language, its path in the tree, its title, and the same page in other languages."""

    lang: str
    path: str
    title: str
    elsewhere: Mapping[str, str]

    @property
    def root(self) -> str:
        """The way from the page up to the root of the site."""
        return "../" * self.path.count("/") or "./"


def elsewhere(site: Site, path: str) -> dict[str, str]:
    """The same page in each language, where only its first folder differs; the front page of all stands above them."""
    rest = path.partition("/")[2].removesuffix("index.html")
    return {lang: f"{lang}/{rest}" for lang in site.languages}


def page(frame: Frame, site: Site, *content: Html, feeds: Sequence[tuple[str, str]] = ()) -> bytes:
    """A whole page; `feeds` are the feeds it offers to programs, each with its name and path."""
    say = Words(frame.lang)
    here = frame.path.removesuffix("index.html")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", frame.title),
        el("meta", name="description", content=say("page-about")),
        el("link", rel="canonical", href=f"{site.base}/{here}"),
        *(
            el("link", rel="alternate", hreflang=lang, href=f"{site.base}/{path}")
            for lang, path in frame.elsewhere.items()
        ),
        *(
            el("link", rel="alternate", type="text/calendar", title=name, href=f"{site.base}/{path}")
            for name, path in feeds
        ),
        el("link", rel="icon", type="image/svg+xml", href=f"{frame.root}assets/icon.svg"),
        el("link", rel="stylesheet", href=f"{frame.root}assets/site.css"),
        el("script", src=f"{frame.root}assets/site.js", defer=True),
    )
    body = el(
        "body",
        el("a", say("page-skip"), class_="skip", href="#main"),
        _header(frame, site, say),
        el("main", *content, id="main", tabindex="-1"),
        _footer(frame, site, say),
    )
    return f"<!DOCTYPE html>\n{el('html', head, body, lang=frame.lang)}\n".encode()


def _header(frame: Frame, site: Site, say: Words) -> Html:
    others = [
        el(
            "a",
            texts.wording(lang, "page-language"),
            href=f"{frame.root}{path}",
            lang=lang,
            hreflang=lang,
            rel="alternate",
        )
        for lang, path in frame.elsewhere.items()
        if lang != frame.lang
    ]
    publisher = site.edition.publisher.get(frame.lang)
    return el(
        "header",
        el(
            "p",
            el("a", site.edition.title_in(frame.lang), href=f"{frame.root}{frame.lang}/", class_="title"),
            el("span", publisher, class_="publisher") if publisher else None,
        ),
        el("nav", *others, aria_label=say("page-languages"), class_="languages") if others else None,
    )


def _footer(frame: Frame, site: Site, say: Words) -> Html:
    legend = wording.legend("".join(wording.LEGEND), frame.lang)
    return el(
        "footer",
        el("h2", say("page-legend")),
        el("ul", *(el("li", note) for note in legend), class_="legend"),
        el("p", say("page-no-advice")),
        el("p", say("page-privacy")),
        el(
            "p",
            say("page-for-programs"),
            " ",
            el("a", "feeds.json", href=f"{frame.root}feeds.json"),
            ", ",
            el("a", "api/v1", href=f"{frame.root}api/v1/index.json"),
        ),
        el("p", el("a", say("page-imprint"), href=site.imprint)) if site.imprint else None,
    )


def section(anchor: str, title: str, *content: Part, **attributes: Attribute) -> Html:
    """A section of a page under its heading, to which links lead by the anchor."""
    return el("section", el("h2", title, id=anchor), *content, aria_labelledby=anchor, **attributes)


def head(*titles: str) -> Html:
    """The head of a table."""
    return el("thead", el("tr", *(el("th", title, scope="col") for title in titles)))


def scrolling(table: Html, label: str) -> Html:
    """A table that a narrow screen moves sideways, by keyboard too."""
    return el("div", table, class_="wide", tabindex="0", role="region", aria_label=label)


def option(name: str, value: str, label: Part, *, kind: str = "radio", on: bool, lang: str | None = None) -> Html:
    """A field of a form to be ticked, inside of its label, which may be in a language of its own."""
    field = f"{name}-{value.replace(':', '-')}"
    box = el("input", type=kind, name=name, value=value, id=field, checked=on)
    return el("label", box, " ", label, for_=field, lang=lang)


def chip(community: str, lang: str, *, named: bool = False) -> Html:
    """A community's code on its color; for those who hear the page, its name."""
    name = texts.community_text(community, "name", lang)
    said = el("span", name, class_="chip-name" if named else "heard")
    code = el(
        "span", texts.community_text(community, "code", lang), class_=f"chip chip-{community}", aria_hidden="true"
    )
    return html(code, " ", said)


def native(observance: Observance, lang: str) -> Html:
    """The community's own names of a festival, each in its script and direction."""
    names = texts.festival_native(observance.community.id, observance.festival.slug, lang)
    return html(*(html(" ", foreign(name, tag, "native")) for name, tag in names))


def foreign(text: str, tag: str, class_: str | None = None) -> Html:
    """Words of another language, which say which one and in which direction they run."""
    rtl = tag.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT and not tag.endswith(LATIN)
    return el("span", text, lang=tag, dir="rtl" if rtl else "ltr", class_=class_)


def said_of(observance: Observance, site: Site, lang: str) -> Html:
    """All that a page says of an observance: how it begins, what it is, greeting, school, certainty, source."""
    say = Words(lang)
    begins = wording.begins(observance, lang, site.place)
    certainty = f"{wording.certainty(observance, lang)}. {observance.certainty_note_in(lang)}".rstrip()
    facts = (
        (say("page-greeting"), greeting(observance, lang)),
        (say("page-school"), observance.school_note(lang)),
        (say("page-own-date"), observance.native_date_in(lang)),
        (say("page-certainty"), f"{certainty[0].upper()}{certainty[1:]}"),
        (say("page-source"), observance.source),
    )
    return html(
        el("p", f"{begins[0].upper()}{begins[1:]}.", class_="begins"),
        el("p", observance.explanation(lang)),
        el("dl", *(html(el("dt", term), el("dd", fact)) for term, fact in facts if fact)),
    )


def greeting(observance: Observance, lang: str) -> Html:
    """How one congratulates, with the words in their own language and script; or what is fitting instead."""
    said = observance.greetings(lang)
    if len(said) == 1:
        return _greeted(said[0])
    return el(
        "ul",
        *(el("li", f"{texts.language_name(one.lang, lang)}: ", _greeted(one)) for one in said),
        class_="greetings",
    )


def _greeted(said: texts.Greeting) -> Html:
    if said.instead:
        return html(said.instead)
    tag = f"{said.lang}{LATIN}" if said.script else said.lang
    words = foreign(said.spoken, tag) if tag else html(said.spoken)
    return html(
        el("strong", words),
        html(" (", foreign(said.written, said.lang), ")") if said.written else None,
        f" – {said.meaning}" if said.meaning else None,
    )


def place_of(observance: Observance, frame: Frame) -> str:
    """The way from a page to an observance in the list of its year."""
    return f"{frame.root}{frame.lang}/{observance.first_day.year}/#{observance.id}"
