"""A feed as pages offer it: its address, and where the button of each calendar program leads."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from interfaith_cal.web import feeds
from interfaith_cal.web.feeds import Address
from interfaith_cal.web.site import Contents, Window


class Offer(NamedTuple):
    """A feed as a page offers it: name, address, the picture of the address of its page, and the days that it holds."""

    name: str
    address: str
    code: str
    window: Window

    @property
    def ways(self) -> dict[str, str]:
        """Where a button of each calendar program leads."""
        called = f"url={quote(self.address, safe='')}&name={quote(self.name, safe='')}"
        webcal = f"webcal://{self.address.partition('://')[2]}"
        return {
            "apple": webcal,
            "google": f"https://calendar.google.com/calendar/u/0/r?cid={quote(webcal, safe='')}",
            "outlook": f"https://outlook.live.com/calendar/0/addfromweb?{called}",
            "microsoft365": f"https://outlook.office.com/calendar/0/addfromweb?{called}",
        }


def offer(address: Address, contents: Contents, root: str) -> Offer:
    """A feed that has a file, as a page offers it that stands below `root`."""
    window = feeds.window(contents, address)
    return Offer(address.name, address.links(contents.site).feed, f"{root}{address.code}", window)
