"""How far a feed reaches: as many days as calendar programs take, whole school years wherever they fit.

What providers are reported to refuse is in `docs/feeds.md`. A feed that would be larger lets go of days, the farthest
first: they come back when they are nearer, with the same UIDs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from interfaith_cal.errors import InterfaithCalError
from interfaith_cal.export import ics
from interfaith_cal.export.ics import Feed
from interfaith_cal.web.site import SCHOOL_YEAR_BEGINS, Contents, Site, Window

# A feed stays below both.
MOST_EVENTS, MOST_BYTES = 1_000, 1_000_000
MONTHS = 12
ONE_DAY = timedelta(1)


class FeedSizeError(InterfaithCalError, ValueError):
    """A feed that calendar programs would refuse."""


def window(contents: Contents, feed: Feed) -> Window:
    """The days that a feed holds which could hold all days of its site.

    Raises:
        FeedSizeError: not even the days of a month fit.
    """
    found = list(_windows(contents.site))
    if contents.site.large_feeds or not feed.observances:
        return found[0]
    for one in found:
        if _fits(contents, within(feed, one)):
            return one
    raise FeedSizeError(
        f"the calendar {ics.feed_name(feed)!r} has {ics.count(within(feed, found[-1]))} events in one month; calendar "
        f"programs take fewer than {MOST_EVENTS} and fewer than {MOST_BYTES:,} bytes. Choose fewer communities or "
        "festivals, or allow it with --large-feeds."
    )


def within(feed: Feed, window: Window) -> Feed:
    """The feed with what touches a window alone."""
    return feed._replace(observances=[o for o in feed.observances if window.touches(o)])


def _fits(contents: Contents, feed: Feed) -> bool:
    """Whether calendar programs take a feed; it is only written where its events are not too many anyhow."""
    return 0 < ics.count(feed) < MOST_EVENTS and ics.size(feed, contents.changes, contents.written) < MOST_BYTES


def _windows(site: Site) -> Iterator[Window]:
    """The windows that a feed may have, the best first.

    All days of the site; the school year before the running one and as many as fit of those that follow; those from the
    running one on, at least the next; where two do not fit, whole months from the running half of the school year on.
    """
    yield Window(site.first_day, site.last_day)
    running = site.running_school_year
    for first in (running.replace(year=running.year - 1), running):
        for year in range(site.last_year, running.year + 1, -1):
            yield Window(max(first, site.first_day), date(year, SCHOOL_YEAR_BEGINS, 1) - ONE_DAY)
    half = site.running_half_year
    months = (running.year + 2 - half.year) * MONTHS + SCHOOL_YEAR_BEGINS - half.month
    for number in range(months, 0, -1):
        year, month = divmod(half.month - 1 + number, MONTHS)
        if half.year + year <= site.last_year:
            yield Window(half, date(half.year + year, month + 1, 1) - ONE_DAY)
