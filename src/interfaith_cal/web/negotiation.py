"""What a request's headers ask for: an encoding, and whether what the client has is still good (RFC 9110)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache

from starlette.requests import Request

ENCODINGS = ("br", "gzip")


@lru_cache(maxsize=512)
def encoding(accepted: str) -> str:
    """The best of our encodings that a client takes, "br" or "gzip"; "" for the bytes as they are."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    ours = {name: weights.get(name, weights.get("*", 0.0)) for name in ENCODINGS}
    best = max(ENCODINGS, key=lambda name: ours[name])
    return best if ours[best] > 0 else ""


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def taken(request: Request) -> str:
    """The encoding in which a client takes an answer."""
    accepted = request.headers.get("accept-encoding")
    return encoding(accepted) if accepted else ""


def has(request: Request, etag: str, modified: datetime | None = None) -> bool:
    """Whether the client has the bytes with an entity tag, or else anything since they were last modified."""
    known = request.headers.get("if-none-match")
    if known is not None:
        return is_known(etag, known)
    since = request.headers.get("if-modified-since")
    return bool(since and modified and is_unchanged(modified, since))


def asks_for_others(request: Request, etag: str) -> bool:
    """Whether a client takes only bytes with certain entity tags (If-Match), of which these are none."""
    wanted = ",".join(request.headers.getlist("if-match"))
    return "if-match" in request.headers and not any(tag.strip() in ("*", etag) for tag in wanted.split(","))


def is_known(etag: str, if_none_match: str) -> bool:
    """Whether a list of entity tags holds one; compared weakly, as the RFC asks for here."""
    return if_none_match == etag or any(
        known.strip().removeprefix("W/") in ("*", etag) for known in if_none_match.split(",")
    )


def is_unchanged(modified: datetime, if_modified_since: str) -> bool:
    """Whether nothing changed after a date; a date that is none counts for nothing."""
    try:
        since = parsedate_to_datetime(if_modified_since)
    except (ValueError, IndexError, TypeError, OverflowError):
        return False
    return modified <= (since if since.tzinfo else since.replace(tzinfo=UTC))


def http_date(moment: datetime) -> str:
    """A time as HTTP writes it."""
    return format_datetime(moment, usegmt=True)
