"""A feed as pages offer it: its address, a button for each calendar program, the code to scan."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from interfaith_cal.export.markup import Html, el
from interfaith_cal.web.pages.parts import Words


class Offer(NamedTuple):
    """A feed as a page offers it: its name, its address, and the picture of the address of its page."""

    name: str
    address: str
    code: str


def webcal(address: str) -> str:
    """The address by which a browser hands a feed to the calendar program of its system."""
    return f"webcal://{address.partition('://')[2]}"


def _ways(offer: Offer) -> dict[str, str]:
    """Where a button of each calendar program leads."""
    called = f"url={quote(offer.address, safe='')}&name={quote(offer.name, safe='')}"
    return {
        "apple": webcal(offer.address),
        "google": f"https://calendar.google.com/calendar/u/0/r?cid={quote(webcal(offer.address), safe='')}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?{called}",
        "microsoft365": f"https://outlook.office.com/calendar/0/addfromweb?{called}",
    }


def card(offer: Offer, lang: str, *, number: int = 1) -> Html:
    """A feed to subscribe: its address to copy, a button for each program, the code to scan, the file to download."""
    say = Words(lang)
    field = f"address-{number}"
    return el(
        "article",
        el(
            "div",
            el("h3", offer.name, class_="feed-name"),
            el("label", say("page-address"), for_=field),
            el("input", id=field, class_="address", type="url", readonly=True, value=offer.address),
            el("button", say("page-copy"), type="button", class_="copy", hidden=True, data_done=say("page-copied")),
            class_="bar",
        ),
        el(
            "ul",
            *(
                el("li", el("a", say(f"page-button-{way}"), class_="button", data_way=way, href=to, rel="noreferrer"))
                for way, to in _ways(offer).items()
            ),
            class_="buttons",
        ),
        el(
            "details",
            el("summary", say("page-code")),
            el(
                "img",
                class_="code",
                src=offer.code,
                alt=say("page-code-of", name=offer.name),
                loading="lazy",
                width=220,
                height=220,
            ),
            el("p", say("page-code-what")),
            class_="scan",
        ),
        el(
            "p",
            el("a", say("page-download"), class_="download", href=offer.address, download=True),
            " ",
            say("page-download-what"),
            class_="small",
        ),
        class_="feed",
    )
