"""What the server answers where there is nothing, or a choice means nothing: people a page, programs a problem."""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.responses import Response

from interfaith_cal.phrase import Phrase, phrase
from interfaith_cal.web import api
from interfaith_cal.web.answers import Problem
from interfaith_cal.web.headers import PAGE_POLICY, SAFE, TYPES
from interfaith_cal.web.pages import lost
from interfaith_cal.web.query import shown
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

# What may be a language in an address; names of pages are longer.
LONGEST_LANGUAGE = 3


def refusal(contents: Contents, path: str, status: int, said: Phrase) -> Response:
    """A page, or at an address of programs a problem document, that says what is wrong and leads on.

    Args:
        contents: what the site shows.
        path: the address below that of the site.
        status: that of HTTP.
        said: what is wrong.
    """
    if not is_for_people(path):
        return Problem(status, texts.say(said, "en"))
    first, languages = path.partition("/")[0], contents.site.languages
    body = lost.saying(contents, (first,) if first in languages else languages, said)
    headers = {"cache-control": "no-store", "content-security-policy": PAGE_POLICY, **dict(SAFE)}
    return Response(body, status, {**headers, "content-type": TYPES[".html"]})


def is_for_people(path: str) -> bool:
    """Whether an address below that of the site is one of pages: not of data, feeds and other files."""
    suffix = PurePosixPath(path).suffix
    return not path.startswith("api/") and (suffix not in TYPES or suffix == ".html")


def nothing_at(contents: Contents, path: str) -> Phrase:
    """That there is nothing at an address, or what in it does not exist."""
    kind, _, name = path.removeprefix(f"{api.API}/").partition("/")
    if path.startswith(f"{api.API}/") and kind in api.SPANS:
        return phrase("asked-unknown", value=shown(name), name=kind, known=_spans(contents, kind))
    first, slash, _ = path.partition("/")
    languages = contents.site.languages
    if slash and first.isalpha() and len(first) <= LONGEST_LANGUAGE and first not in (*languages, "api"):
        return phrase("asked-unknown", value=shown(first), name="lang", known=", ".join(languages))
    return phrase("lost-address", address=shown(f"/{path}"))


def _spans(contents: Contents, kind: str) -> str:
    """The names of the first and the last file of a kind: "2025-01.de.json – 2027-12.tr.json"."""
    languages = contents.site.languages
    ends = zip((contents.years[0], contents.years[-1]), api.SPANS[kind], (languages[0], languages[-1]), strict=True)
    return " – ".join(f"{year}{number}.{lang}.json" for year, number, lang in ends)
