"""A feed as pages offer it: its address, and where the button of each calendar program leads."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from interfaith_cal.web.feeds import Address
from interfaith_cal.web.site import Site


class Offer(NamedTuple):
    """A feed as a page offers it: its name, its address, and the picture of the address of its page."""

    name: str
    address: str
    code: str

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


def offer(address: Address, site: Site, root: str) -> Offer:
    """A feed that has a file, as a page offers it that stands below `root`."""
    return Offer(address.name, address.links(site).feed, f"{root}{address.code}")
