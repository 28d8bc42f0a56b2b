"""The page that is shown where there is nothing, or a choice means nothing: it names what was asked, and the way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit

from interfaith_cal.export.templates import Say
from interfaith_cal.phrase import Phrase
from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

PATH = "404.html"
# Stands in the page where the sentence of a language comes; no sentence of ours holds it.
BLANK = "\x00{}\x00"


def page(contents: Contents) -> bytes:
    """The page as a file, which web servers and hosts show at any address; its script names what was asked for."""
    languages = contents.site.languages
    known = {
        "prefix": _top(contents),
        "languages": languages,
        "words": {lang: _words(contents, lang) for lang in languages},
    }
    return _page(contents, languages, {lang: Say(lang)("lost-here") for lang in languages}, known)


def saying(contents: Contents, spoken: tuple[str, ...], said: Phrase) -> bytes:
    """The page in some languages, with what is wrong."""
    found = _blank_page(contents, spoken)
    for lang in spoken:
        found = found.replace(BLANK.format(lang), escape(texts.say(said, lang)))
    return found.encode()


@lru_cache(maxsize=8)
def _blank_page(contents: Contents, spoken: tuple[str, ...]) -> str:
    return _page(contents, spoken, {lang: BLANK.format(lang) for lang in spoken}, {}).decode()


def _page(contents: Contents, spoken: Sequence[str], said: Mapping[str, str], known: Mapping[str, object]) -> bytes:
    site, lang = contents.site, spoken[0]
    title = f"{Say(lang)('lost-title')} – {site.edition.title_in(lang)}"
    frame = Frame(lang, PATH, title, {one: f"{one}/" for one in site.languages}, _top(contents))
    return whole("lost.html", frame, site, spoken=spoken, said=said, known=known)


def _top(contents: Contents) -> str:
    return f"{urlsplit(contents.site.base).path}/"


def _words(contents: Contents, lang: str) -> dict[str, str]:
    say, languages = Say(lang), ", ".join(contents.site.languages)
    return {
        "address": say("lost-address", address="{address}"),
        "unknown": say("asked-unknown", value="{value}", name="lang", known=languages),
    }
