"""Where a page stands, and how it is made: its template in `data/templates/web`, filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from interfaith_cal.export import templates
from interfaith_cal.export.templates import Say
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.headers import POLICY
from interfaith_cal.web.site import Site


class Frame(NamedTuple):
    """Where a page stands: its language, its path in the tree, its title, and the same page in other languages."""

    lang: str
    path: str
    title: str
    elsewhere: Mapping[str, str]
    above: str = ""
    """The way up to the root of the site, of a page that is shown at any address."""
    about: str = ""
    """What it is about, for those who find it or share it; else what the site is about."""

    @property
    def root(self) -> str:
        """The way from the page up to the root of the site."""
        return self.above or "../" * self.path.count("/") or "./"

    @property
    def here(self) -> str:
        """Its address below that of the site."""
        return self.path.removesuffix("index.html")


def elsewhere(site: Site, path: str) -> dict[str, str]:
    """The same page in each language, where only its first folder differs; the front page of all stands above them."""
    rest = path.partition("/")[2].removesuffix("index.html")
    return {lang: f"{lang}/{rest}" for lang in site.languages}


def page(template: str, frame: Frame, site: Site, feeds: Iterable[Address] = (), **values: object) -> bytes:
    """A whole page; `feeds` are those it offers to programs."""
    say = Say(frame.lang, site.place)
    filled = templates.render(f"web/{template}", say=say, frame=frame, site=site, feeds=feeds, policy=POLICY, **values)
    return filled.encode()
