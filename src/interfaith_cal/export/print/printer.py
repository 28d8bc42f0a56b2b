"""A PDF as a printing house wants it (PDF/X-4): in its inks, with the boxes of sheet and bleed, and an output intent.

Ghostscript turns colors into inks by an ICC profile and pikepdf says the rest, both from outside of Python's library.
What is black or gray is printed with black alone, so that small letters need no four plates that fit to a hair. Text
stays text; tags for reading aloud are lost, which no press asks for. The same input gives the same bytes.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID
from xml.sax.saxutils import escape

from interfaith_cal.errors import DataFileError, MissingExtraError
from interfaith_cal.export.print.typesetting import PrintError
from interfaith_cal.ground.files import read_bytes

if TYPE_CHECKING:
    from types import ModuleType

    import pikepdf

GHOSTSCRIPT = "gs"
PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
"""The profile that comes with Ghostscript in Debian: American offset on coated paper (SWOP)."""
POINTS_PER_MM = 72 / 25.4
USUAL_BLEED = 3.0
# A color so dark and so near to gray is ink, which black alone prints; what is darker than INK is all of it.
DARK, NEAR_GRAY, INK = 0.5, 0.07, 0.15
OPTIONS = (
    "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.6",
    "-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK", "-dEmbedAllFonts=true", "-dSubsetFonts=true",
    "-dAutoRotatePages=/None", "-dPreserveAnnots=false", "-dDownsampleColorImages=false",
    "-dDownsampleGrayImages=false", "-dDownsampleMonoImages=false",
)  # fmt: skip
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Profile(NamedTuple):
    """An ICC profile of a press: where it lies, what it holds, and what it calls itself."""

    path: Path
    content: bytes
    name: str


def for_printer(pdf: bytes, bleed: float, stamp: datetime, profile: Path | None = None) -> bytes:
    """A PDF of ours, whose pages have their TrimBox, as PDF/X-4; color reaches `bleed` millimeters beyond it.

    Raises:
        PrintError: Ghostscript is missing, or gives up.
        MissingExtraError: the package pikepdf is missing.
        DataFileError: the profile cannot be read, or is none of a press with four inks.
    """
    if shutil.which(GHOSTSCRIPT) is None:
        raise PrintError("a file for the printer needs Ghostscript; install it with: apt install ghostscript.")
    pikepdf = _pikepdf()
    inks = press_profile(profile or PROFILE)
    with pikepdf.open(io.BytesIO(pdf)) as made:
        trims = [[float(edge) for edge in page.trimbox.as_list()] for page in made.pages]
        title, author = str(made.docinfo.get("/Title", "")), str(made.docinfo.get("/Author", ""))
        _print_black_alone(made, pikepdf)
        black = _saved(made)
    with pikepdf.open(io.BytesIO(_in_inks(black, inks))) as separated:
        for page, trim in zip(separated.pages, trims, strict=True):
            _set_boxes(page, trim, bleed * POINTS_PER_MM, pikepdf)
        _set_intent(separated, inks, pikepdf)
        _describe(
            separated, title, author, stamp, UUID(bytes=sha256(pdf + inks.content).digest()[:16], version=5), pikepdf
        )
        return _saved(separated)


def press_profile(path: Path) -> Profile:
    """The profile of a press; raises DataFileError if there is none, or if it is not one of four inks."""
    content = read_bytes(path)
    if content[12:20] != b"prtrCMYK" or content[36:40] != b"acsp":
        raise DataFileError(
            f"{path}: is no ICC profile of a press with four inks (CMYK); ask the print shop for its own."
        )
    return Profile(path, content, _description(content) or path.stem)


def _description(profile: bytes) -> str:
    """What a profile calls itself, in its first language (ICC.1, tag `desc`)."""
    for number in range(int.from_bytes(profile[128:132], "big")):
        entry = profile[132 + 12 * number : 144 + 12 * number]
        if entry[:4] != b"desc":
            continue
        start = int.from_bytes(entry[4:8], "big")
        said = profile[start : start + int.from_bytes(entry[8:12], "big")]
        if said[:4] == b"mluc":
            length, offset = int.from_bytes(said[20:24], "big"), int.from_bytes(said[24:28], "big")
            return said[offset : offset + length].decode("utf-16-be", "replace").strip("\0 ")
        return said[12 : 12 + int.from_bytes(said[8:12], "big")].decode("latin-1").strip("\0 ")
    return ""


def _print_black_alone(made: pikepdf.Pdf, pikepdf: ModuleType) -> None:
    """In all that is drawn, give what is ink or gray to the black plate alone."""
    for page in made.pages:
        page.contents_coalesce()
        page.Contents = made.make_stream(_redrawn(page, pikepdf))
    for drawn in made.objects:
        is_form = isinstance(drawn, pikepdf.Stream) and (drawn.get("/Subtype") == "/Form" or "/PatternType" in drawn)
        if is_form and drawn.get("/PatternType") != 2:
            drawn.write(_redrawn(drawn, pikepdf))


def _redrawn(drawn: Any, pikepdf: ModuleType) -> bytes:
    return bytes(pikepdf.unparse_content_stream(list(_instructions(pikepdf.parse_content_stream(drawn), pikepdf))))


def _instructions(found: Sequence[Any], pikepdf: ModuleType) -> Iterator[Any]:
    """Instructions with black where it is meant; the color space is said before each color that stays."""
    spaces: dict[str, Any] = {}
    for operands, operator in found:
        name = str(operator)
        if name in ("cs", "CS"):
            spaces[name] = operands
        elif name in ("scn", "SCN"):
            space, black = ("cs", "k") if name == "scn" else ("CS", "K")
            share = _black([float(part) for part in operands if not isinstance(part, pikepdf.Name)])
            if share is not None:
                yield pikepdf.ContentStreamInstruction([0, 0, 0, round(share, 4)], pikepdf.Operator(black))
                continue
            yield pikepdf.ContentStreamInstruction(spaces[space], pikepdf.Operator(space))
        yield pikepdf.ContentStreamInstruction(operands, operator)


def _black(color: Sequence[float]) -> float | None:
    """How much of the black plate a color is, if that alone prints it: a gray, or red, green and blue near to one."""
    if len(color) == 1:
        return 1 - color[0]
    if len(color) != 3 or max(color) > DARK or max(color) - min(color) > NEAR_GRAY:
        return None
    lightness = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
    return 1.0 if lightness < INK else 1 - lightness


def _in_inks(pdf: bytes, inks: Profile) -> bytes:
    """The PDF as Ghostscript separates it by the profile."""
    with tempfile.TemporaryDirectory(prefix="interfaith-cal-") as folder:
        given, made = Path(folder, "given.pdf"), Path(folder, "made.pdf")
        given.write_bytes(pdf)
        words = [GHOSTSCRIPT, *OPTIONS, f"--permit-file-read={inks.path}", f"-sOutputICCProfile={inks.path}",
                 f"-sOutputFile={made}", str(given)]  # fmt: skip
        done = subprocess.run(words, capture_output=True, check=False)
        if done.returncode or not made.is_file():
            last = (done.stdout + done.stderr).decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise PrintError(f"Ghostscript could not make the file for the printer: {last or 'it said nothing'}.")
        return made.read_bytes()


def _set_boxes(page: Any, trim: Sequence[float], bleed: float, pikepdf: ModuleType) -> None:
    """Where the sheet is cut, and how far color reaches beyond it; nothing else is drawn over it."""
    left, bottom, right, top = trim
    media = [float(edge) for edge in page.mediabox.as_list()]
    wanted = (left - bleed, bottom - bleed, right + bleed, top + bleed)
    page.BleedBox = pikepdf.Array([
        round(limit(edge, bound), 3) for limit, edge, bound in zip((max, max, min, min), wanted, media, strict=True)
    ])  # fmt: skip
    page.TrimBox = pikepdf.Array([round(edge, 3) for edge in trim])
    for name in ("/Annots", "/CropBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]


def _set_intent(made: pikepdf.Pdf, inks: Profile, pikepdf: ModuleType) -> None:
    profile = made.make_stream(inks.content)
    profile.N, profile.Alternate = 4, pikepdf.Name.DeviceCMYK
    made.Root.OutputIntents = pikepdf.Array([
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFX,
            OutputConditionIdentifier="Custom",
            Info=inks.name,
            DestOutputProfile=made.make_indirect(profile),
        )
    ])  # fmt: skip


def _describe(made: pikepdf.Pdf, title: str, author: str, stamp: datetime, identity: UUID, pikepdf: ModuleType) -> None:
    """Title, author, days and the claim, in the file's metadata and in its older list of them."""
    said = XMP.format(title=escape(title), author=escape(author), stamp=f"{stamp:%Y-%m-%dT%H:%M:%SZ}", id=identity)
    metadata = made.make_stream(said.encode("utf-8"))
    metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    made.Root.Metadata = made.make_indirect(metadata)
    made.trailer.Info = made.make_indirect(
        pikepdf.Dictionary(
            Title=title,
            Author=author,
            CreationDate=f"D:{stamp:%Y%m%d%H%M%S}Z",
            ModDate=f"D:{stamp:%Y%m%d%H%M%S}Z",
            Trapped=pikepdf.Name("/False"),
        )
    )


def _saved(document: pikepdf.Pdf) -> bytes:
    # The name that was given by chance goes before the one that is made of the content.
    if "/ID" in document.trailer:
        del document.trailer["/ID"]
    out = io.BytesIO()
    document.save(out, min_version="1.6", deterministic_id=True)
    return out.getvalue()


def _pikepdf() -> ModuleType:
    try:
        import pikepdf
    except ImportError:
        raise MissingExtraError("a file for the printer needs", "pikepdf", extra="printer") from None
    return pikepdf
