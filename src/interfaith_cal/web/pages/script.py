"""What the script of the front page must know; it stands in the page as JSON."""

from __future__ import annotations

from interfaith_cal.export import wording
from interfaith_cal.export.templates import Say
from interfaith_cal.model import EVES, Rank
from interfaith_cal.religions import GROUPS
from interfaith_cal.web import feeds
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


def data(contents: Contents, frame: Frame, of_year: int, *, running: bool) -> dict[str, object]:
    """The site, the year that the page shows, the feeds that have files, and the words that the script says."""
    say, site = Say(frame.lang), contents.site
    return {
        "base": site.base,
        "root": frame.root,
        "lang": frame.lang,
        "year": of_year,
        "running": running,
        "years": [contents.years[0], contents.years[-1]],
        "combinations": site.combinations,
        "feeds": {lang: _feeds(contents, lang, say) for lang in site.languages},
        "communities": {
            c: {lang: texts.community_text(c, "name", lang) for lang in site.languages} for c in contents.communities
        },
        "folders": {c: texts.file_name(c, frame.lang) for c in contents.communities},
        "usages": _usages(contents, frame.lang),
        "eves": list(EVES),
        "groups": {group: [c for c in of if c in contents.communities] for group, of in GROUPS.items()},
        "choice": {lang: _choice_names(lang) for lang in site.languages},
        "words": {
            "unknown": say("asked-unknown", value="{value}", name="{name}", known="{known}"),
            "evening": say("page-this-evening"),
            "until": say("until-day", day="{day}"),
            "since": say("since-day", day="{day}"),
            "nothingToday": say("page-nothing-today"),
            "nothingSoon": say("page-nothing-soon"),
            "nextDays": say("page-next-days"),
            "otherDates": say("page-other-dates"),
            "unreachable": say("page-unreachable"),
            "reach": say("page-reach-chosen"),
        },
    }


def _feeds(contents: Contents, lang: str, say: Say) -> dict[str, list[str]]:
    """Name, path and code of each feed that has a file and how far it reaches, by its group and rank."""
    return {
        f"{address.group}/{address.rank}": [address.name, address.path, address.code, _reach(contents, address, say)]
        for address in feeds.addresses(contents, lang)
    }


def _usages(contents: Contents, lang: str) -> dict[str, str]:
    """The names of usages that are told apart, by community and usage."""
    found = {f"{o.community.id}/{o.usage}": wording.usage(o, lang) for o in contents.in_feeds}
    return {usage: name for usage, name in found.items() if name}


def _reach(contents: Contents, address: Address, say: Say) -> str:
    first, last = feeds.window(contents, address)
    return say("page-reach", first=say.month_and_year(first), last=say.month_and_year(last))


def _choice_names(lang: str) -> dict[str, str]:
    say = Say(lang)
    return {
        "all": say("feed-name-choice"),
        "all-one": say("feed-name-one", community="{community}"),
        **{rank: say(f"feed-name-{rank}-choice") for rank in Rank},
        **{f"{rank}-one": say(f"feed-name-{rank}-one", community="{community}") for rank in Rank},
    }
