"""Which pages search engines may look at."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from interfaith_cal.web.headers import FRONT, WIDGET

PATH = "sitemap.xml"
# Not pages of their own: the frame for other sites, and what is shown where there is nothing.
LEFT_OUT = (f"{WIDGET}{FRONT}", "404.html")


def sitemap(base: str, paths: Iterable[str]) -> bytes:
    """The addresses of all pages among the files of a site, after the protocol of sitemaps.org."""
    pages = [path.removesuffix(FRONT) for path in paths if path.endswith(".html") and path not in LEFT_OUT]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(f"<url><loc>{escape(f'{base}/{page}')}</loc></url>" for page in pages),
        "</urlset>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def robots(base: str) -> bytes:
    """The file in which search engines look for the list."""
    return f"User-agent: *\nAllow: /\nSitemap: {base}/{PATH}\n".encode()
