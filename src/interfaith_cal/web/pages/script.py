"""What the script of the front page must know, as JSON in the page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from interfaith_cal.export.markup import Html, el
from interfaith_cal.religions import GROUPS
from interfaith_cal.web import feeds
from interfaith_cal.web.pages.parts import Frame, Words
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


def data(contents: Contents, frame: Frame, of_year: int, *, running: bool) -> Html:
    """The site, the year that the page shows, the feeds that have files, and the words that the script says."""
    say, site = Words(frame.lang), contents.site
    known: Mapping[str, object] = {
        "base": site.base,
        "root": frame.root,
        "lang": frame.lang,
        "year": of_year,
        "running": running,
        "years": [contents.years[0], contents.years[-1]],
        "combinations": site.combinations,
        "feeds": {lang: _feeds(contents, lang) for lang in site.languages},
        "communities": {
            c: {lang: texts.community_text(c, "name", lang) for lang in site.languages} for c in contents.communities
        },
        "groups": {group: [c for c in of if c in contents.communities] for group, of in GROUPS.items()},
        "selection": {lang: _selection_names(lang) for lang in site.languages},
        "words": {
            "evening": say("page-this-evening"),
            "until": say("until-day", day="{day}"),
            "nothingToday": say("page-nothing-today"),
            "nothingSoon": say("page-nothing-soon"),
            "nextDays": say("page-next-days"),
            "clear": say("page-day-is-clear"),
            "unreachable": say("page-unreachable"),
            "noYear": say("page-no-year", first=contents.years[0], last=contents.years[-1]),
        },
    }
    # A "<" could end the element; in JSON it may as well be written as an escape.
    written = json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(written), type="application/json", id="site")


def _feeds(contents: Contents, lang: str) -> dict[str, list[str]]:
    """Name, path and code of each feed that has a file, by its group and rank."""
    return {
        f"{address.group}/{address.rank}": [address.name, address.path, address.code]
        for address in feeds.addresses(contents, lang)
    }


def _selection_names(lang: str) -> dict[str, str]:
    say = Words(lang)
    return {
        "all": say("feed-name-selection"),
        "major": say("feed-name-major-selection"),
        "all-one": say("feed-name-one", community="{community}"),
        "major-one": say("feed-name-major-one", community="{community}"),
    }
