"""The frame that others show on their pages, and the page that offers the line for it."""

from __future__ import annotations

from html import escape

from interfaith_cal.export.templates import Say
from interfaith_cal.model import Community
from interfaith_cal.religions import GROUPS, community
from interfaith_cal.web.headers import WIDGET
from interfaith_cal.web.pages.frame import Frame, elsewhere
from interfaith_cal.web.pages.frame import page as whole
from interfaith_cal.web.pages.front import NEXT_DAYS
from interfaith_cal.web.site import Contents, Site
from interfaith_cal.words import texts

# In CSS pixels; what has more scrolls in its frame.
HEIGHTS = {"days": 420, "month": 640}
# No style attribute: a strict Content-Security-Policy of the page around it would refuse that.
LINE = (
    '<iframe src="{base}/widget/?{{query}}" title="{{title}}" width="100%" height="{{height}}" frameborder="0" '
    'loading="lazy" referrerpolicy="no-referrer"></iframe>'
)


def page(contents: Contents) -> bytes:
    """The frame, for all languages: its address says which, and what it shows."""
    site = contents.site
    path = f"{WIDGET}index.html"
    frame = Frame(site.languages[0], path, Say(site.languages[0])("widget-title"), {})
    return whole("widget.html", frame, site, known=_known(contents))


def offer(contents: Contents, lang: str) -> bytes:
    """The page with the line to copy."""
    site, say = contents.site, Say(lang)
    path = f"{lang}/{WIDGET}index.html"
    title = f"{say('embed-title')} – {site.edition.title_in(lang)}"
    first = {"query": f"lang={lang}", "title": escape(say("widget-title")), "height": HEIGHTS["days"]}
    return whole(
        "embed.html",
        Frame(lang, path, title, elsewhere(site, path)),
        site,
        communities=contents.communities,
        line=_pattern(site).format(**first),
        lines={"pattern": _pattern(site), "heights": HEIGHTS, "titles": {one: _titles(one) for one in site.languages}},
        height=HEIGHTS["days"],
        origin="/".join(site.base.split("/")[:3]),
    )


def _pattern(site: Site) -> str:
    return LINE.format(base=escape(site.base))


def _titles(lang: str) -> dict[str, str]:
    say = Say(lang)
    return {"days": escape(say("widget-title")), "month": escape(say("widget-title-month"))}


def _known(contents: Contents) -> dict[str, object]:
    """All that the script of the frame must know, but the days."""
    shown = contents.communities
    groups = {group: [c for c in shown if c in of] for group, of in GROUPS.items()}
    return {
        "next": NEXT_DAYS,
        "years": [contents.years[0], contents.years[-1]],
        "communities": shown,
        "groups": {group: of for group, of in groups.items() if of},
        "languages": {lang: _spoken(contents, lang) for lang in contents.site.languages},
    }


def _usages(of: Community, lang: str) -> dict[str, str]:
    return {usage.id: texts.usage_name(usage.id, lang) for usage in of.usages}


def _spoken(contents: Contents, lang: str) -> dict[str, object]:
    """The words of a language, and how communities are called in it."""
    say = Say(lang)
    return {
        "tag": say.page.tag,
        "names": {c: texts.community_text(c, "name", lang) for c in contents.communities},
        "codes": {c: texts.community_text(c, "code", lang) for c in contents.communities},
        "usages": {c.id: _usages(c, lang) for c in map(community, contents.communities) if len(c.default_usages) > 1},
        "words": {
            "title": say("widget-title"),
            "titleOfMonth": say("widget-title-month"),
            "previous": say("widget-previous"),
            "following": say("widget-next"),
            "nothingInMonth": say("widget-nothing-in-month"),
            "unknown": say("asked-unknown", value="{value}", name="{name}", known="{known}"),
            "mend": say("widget-mend"),
            "whole": say("widget-whole"),
            "evening": say("page-this-evening"),
            "until": say("until-day", day="{day}"),
            "nothingToday": say("page-nothing-today"),
            "nextDays": say("page-next-days"),
            "nothingSoon": say("page-nothing-soon"),
            "unreachable": say("page-unreachable"),
            "noYear": say("page-no-year", first=contents.years[0], last=contents.years[-1]),
        },
    }
