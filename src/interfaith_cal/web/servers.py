"""What web servers must know of a site: its types, headers and redirects, for nginx, Apache, Caddy and for CDNs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from interfaith_cal.web import api
from interfaith_cal.web.headers import FEED_KEPT, FRONT, PAGE_POLICY, WIDGET, WIDGET_POLICY
from interfaith_cal.web.site import Contents

SETTINGS = Path(__file__).parent / "settings"


def nginx(contents: Contents) -> bytes:
    """For a server block, to be included."""
    lines = [f"location = {old} {{ return 301 {new}; }}" for old, new in _moved(contents)]
    return _filled("nginx.conf", contents, lines)


def apache(contents: Contents) -> bytes:
    """A file `.htaccess` for the root of the site."""
    prefix = _prefix(contents)
    lines = [
        f"    RewriteRule ^{old.removeprefix(f'{prefix}/').replace('.', '[.]')}$ {new} [R=301,L]"
        for old, new in _moved(contents)
    ]
    return _filled("htaccess", contents, lines)


def caddy(contents: Contents) -> bytes:
    """For a site block, to be imported."""
    return _filled("Caddyfile", contents, [f"redir {old} {new} permanent" for old, new in _moved(contents)])


def redirects(contents: Contents) -> bytes:
    """The file `_redirects`, as Netlify, Cloudflare Pages and others read it."""
    return _lines([f"{old} {new} 301" for old, new in _moved(contents)])


def headers(contents: Contents) -> bytes:
    """The file `_headers`, as Netlify, Cloudflare Pages and others read it."""
    prefix = _prefix(contents)
    return _lines(
        [
            # A host that finds two lines for a file joins what they say; so each file has one policy.
            *(
                line
                for path in ("", FRONT, "404.html", *(f"{lang}/*" for lang in contents.site.languages))
                for line in (f"{prefix}/{path}", f"  Content-Security-Policy: {PAGE_POLICY}")
            ),
            f"{prefix}/{WIDGET}*",
            f"  Content-Security-Policy: {WIDGET_POLICY}",
            f"{prefix}/*",
            "  Referrer-Policy: no-referrer",
            "  X-Content-Type-Options: nosniff",
            f"{prefix}/feeds/*",
            "  Access-Control-Allow-Origin: *",
            f"  Cache-Control: {FEED_KEPT}",
            "  Content-Disposition: inline",
            "  Content-Type: text/calendar; charset=utf-8",
            f"{prefix}/api/*",
            "  Access-Control-Allow-Origin: *",
            f"{prefix}/{api.MANIFEST}",
            "  Access-Control-Allow-Origin: *",
        ]
    )


def _prefix(contents: Contents) -> str:
    """The folder of the site on its host: "/kalender", or "" at the root."""
    return urlsplit(contents.site.base).path


def _moved(contents: Contents) -> list[tuple[str, str]]:
    prefix = _prefix(contents)
    return [(f"{prefix}/{old}", f"{prefix}/{new}") for old, new in api.moved(contents).items()]


def _filled(name: str, contents: Contents, lines: list[str]) -> bytes:
    text = (SETTINGS / name).read_text(encoding="utf-8")
    blanks = {
        "@host@": urlsplit(contents.site.base).netloc,
        "@prefix@": _prefix(contents),
        "@policy@": PAGE_POLICY,
        "@widget_policy@": WIDGET_POLICY,
        "@redirects@": "\n".join(lines),
    }
    for blank, words in blanks.items():
        text = text.replace(blank, words)
    return text.encode()


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
