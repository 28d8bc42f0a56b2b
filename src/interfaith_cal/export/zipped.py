"""Files that are archives (.xlsx, .docx): the same bytes for the same parts, whenever they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# The earliest moment that a zip archive can tell.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def timeless(content: bytes, changing: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The same archive without the time at which it was made; `changing` says what becomes of some of its parts."""
    import io
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            change = (changing or {}).get(name)
            new.writestr(ZipInfo(name, NO_TIME), change(part) if change else part, compress_type=ZIP_DEFLATED)
    return out.getvalue()
