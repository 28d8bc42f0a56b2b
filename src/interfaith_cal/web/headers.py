"""What is said beside the bytes of a site: their types, how long they may be kept, and what a page may load."""

from __future__ import annotations

from pathlib import PurePosixPath

DAY, HOUR, FIVE_MINUTES = 86_400, 3_600, 300
FRONT = "index.html"
TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
SAFE = (("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"))
# A page loads nothing from elsewhere and runs nothing but its own script; it says so itself, and servers say it too.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'"
)
# What only a header can say: nobody may show it in a frame.
PAGE_POLICY = f"{POLICY}; frame-ancestors 'none'"
# The one page that is made for the frames of others: nothing is said of them, since "*" would leave out some.
WIDGET, WIDGET_POLICY = "widget/", POLICY
NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'"
STYLED_ITSELF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
POLICIES = {".html": PAGE_POLICY, ".svg": STYLED_ITSELF}


def policy(path: str) -> str:
    """What the file at a path of the tree may load, and who may show it in a frame."""
    if path.startswith(WIDGET):
        return WIDGET_POLICY
    return POLICIES.get(PurePosixPath(path).suffix, NOTHING_ELSE)


def kept(seconds: int) -> str:
    """For how many seconds anybody may keep an answer without asking again."""
    return f"public, max-age={seconds}"


# A feed may be given out for a week more while a cache asks for the new one.
FEED_KEPT = f"{kept(DAY)}, stale-while-revalidate=604800"
