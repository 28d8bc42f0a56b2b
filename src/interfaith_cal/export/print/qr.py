"""A QR code as a picture for the templates."""

from __future__ import annotations


def qr_code(url: str) -> str:
    """The QR code of an address as SVG, without the quiet zone, which the page leaves around it; "" for no address.

    Raises:
        PrintError: the package `segno` is missing, or the address is too long for any QR code.
    """
    if not url:
        return ""
    import io

    from interfaith_cal.export.print.typesetting import PrintError

    try:
        import segno
    except ImportError as error:
        raise PrintError("the QR code needs segno; install it with: pip install 'interfaith-cal[print]'") from error
    try:
        code = segno.make_qr(url, error="m")
    except segno.DataOverflowError as error:
        raise PrintError(f"the address of the feeds has {len(url)} characters; a QR code holds about 2,300.") from error
    out = io.BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgns=True, border=0, dark="#1d1b19")
    return out.getvalue().decode("utf-8")
