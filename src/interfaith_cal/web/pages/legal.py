"""The pages that a publisher owes its readers: who is answerable, and what becomes of data; filled from the edition."""

from __future__ import annotations

from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

IMPRINT, PRIVACY = "imprint", "privacy"


def kinds(contents: Contents) -> tuple[str, ...]:
    """Which of these pages there are: none where the edition does not say who is answerable or how to reach them."""
    edition = contents.site.edition
    return (*((IMPRINT,) if edition.imprint else ()), *((PRIVACY,) if edition.imprint or edition.contact else ()))


def path(kind: str, lang: str) -> str:
    """Where a page stands in the tree."""
    return f"{lang}/{texts.file_name(kind, lang)}/index.html"


def page(contents: Contents, kind: str, lang: str) -> bytes:
    """The page of a kind in a language."""
    site, heading = contents.site, texts.wording(lang, f"legal-{kind}")
    elsewhere = {other: path(kind, other).removesuffix("index.html") for other in site.languages}
    frame = Frame(lang, path(kind, lang), f"{heading} – {site.edition.title_in(lang)}", elsewhere)
    return whole("legal.html", frame, site, kind=kind, heading=heading)
