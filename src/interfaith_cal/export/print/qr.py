"""A QR code as a picture for the templates."""

from __future__ import annotations

import io

from interfaith_cal.errors import MissingExtraError, SpanError

INK = "#1d1b19"


def qr_code(url: str) -> str:
    """The QR code of an address as SVG, without the quiet zone, which the page leaves around it; "" for no address.

    Raises:
        MissingExtraError: the package `segno` is not installed.
        SpanError: the address is longer than a QR code can be.
    """
    if not url:
        return ""
    try:
        import segno
    except ImportError:
        raise MissingExtraError("the QR code needs", "segno", extra="print") from None
    try:
        code = segno.make_qr(url, error="m")
    except segno.DataOverflowError:
        raise SpanError(f"the address of the feeds has {len(url)} characters, more than any QR code holds.") from None
    out = io.BytesIO()
    code.save(out, kind="svg", xmldecl=False, border=0, dark=INK)
    return out.getvalue().decode("utf-8")
