"""Which resource a server has at which address."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from interfaith_cal.export import ics
from interfaith_cal.export.ics import Feed
from interfaith_cal.web import feeds
from interfaith_cal.web.headers import FEED_KEPT, FRONT, TYPES, policy
from interfaith_cal.web.resource import Resource
from interfaith_cal.web.site import SCHOOL_YEAR_BEGINS, Contents
from interfaith_cal.web.tree import Maker, tree


class Front(NamedTuple):
    """A front page: its language, the year whose days it shows (None for the running one), and its file."""

    lang: str
    year: int | None
    file: str


def files(contents: Contents, today: date) -> dict[str, Resource]:
    """The files of the tree that people and programs ask for, without front pages and settings of web servers."""
    makers = tree(contents)
    found = {
        address.path: feed_resource(contents, feeds.whole(contents, address), makers[address.path], today, address.path)
        for lang in contents.site.languages
        for address in (*feeds.addresses(contents, lang), *feeds.of_festivals(contents, lang).values())
    }
    made_for_visits = {front.file for front in fronts(contents).values()}
    for path, make in makers.items():
        suffix = PurePosixPath(path).suffix
        if suffix in TYPES and suffix != ".ics" and path not in made_for_visits:
            found[path] = Resource(suffix, make, also={"content-security-policy": policy(path)})
    return found


def feed_resource(contents: Contents, feed: Feed, make: Maker, today: date, path: str = "") -> Resource:
    """A feed with its one address, and the name under which a program may keep it: that of its path, if it has one."""
    address = feed.links.feed if feed.links else ""
    name = PurePosixPath(path).name or feeds.file_name(feed)
    return Resource(
        ".ics",
        make,
        max(rolled(contents, today), ics.last_modified(feed, contents.changes)),
        keep=FEED_KEPT,
        also={
            "link": f'<{address}>; rel="canonical"',
            "content-location": address,
            "content-disposition": f'inline; filename="{name}"',
        },
    )


def rolled(contents: Contents, today: date) -> datetime:
    """When feeds last took in and let go of days: with a school year or a half of it; if that is ahead, never yet."""
    day = max(date(contents.site.first_year, SCHOOL_YEAR_BEGINS, 1), contents.site.running_half_year)
    return datetime.combine(day, datetime.min.time(), UTC) if day <= today else contents.changes.published


def fronts(contents: Contents) -> dict[str, Front]:
    """The front pages by their addresses."""
    languages = contents.site.languages
    found = {"": Front(languages[0], None, FRONT)}
    for lang in languages:
        found[f"{lang}/"] = Front(lang, None, f"{lang}/{FRONT}")
        for year in contents.years:
            found[f"{lang}/{year}/"] = Front(lang, year, f"{lang}/{year}/{FRONT}")
    return found
