"""Zip files: an Office file, an EPUB, a WACZ or an archive of articles, told by what is inside."""

from timeline.reading.content import Packed, Part, Refused, UnreadableError
from timeline.reading.formats import (
    docx,
    epub,
    opendocument,
    presentation,
    spreadsheet,
    web_archive,
)
from timeline.reading.formats.zipped import Zipped, safe_name
from timeline.reading.kinds import ENDINGS, Kind
from timeline.reading.unread import told_by_name

READS = (".docx", ".docm", ".epub", ".wacz", ".zip")

_OTHERS = (
    ("xl/workbook.bin", "is a binary Excel workbook: save it as .xlsx or CSV"),
    ("word/document.bin", "is no Word file that can be read"),
    ("index.apxl", "is a Keynote presentation: export it as PDF or .pptx"),
    ("Index/Presentation.iwa", "is a Keynote presentation: export it as PDF or .pptx"),
    ("Index/Tables/DataList.iwa", "is a Numbers spreadsheet: export it as .xlsx or CSV"),
    ("Index/Document.iwa", "is a Pages or Numbers document: export it as .docx, .xlsx or PDF"),
    ("doc.kml", "is a KMZ of places: unzip it and bring the events in as CSV"),
)
_CONTENT = (opendocument.CONTENT, opendocument.TYPE)
_MEMBERS = {ending: kind for ending, kind in ENDINGS.items() if ending}
METADATA = "metadata.csv"
HIDDEN = "hidden file in the archive"


def read(data: bytes, ending: str) -> list[Part]:
    """Read a zip of any kind; the files of an archive are given as they are, to be read apart."""
    zipped = Zipped(data)
    names = set(zipped.names)
    if "word/document.xml" in names or docx.main_part(zipped) is not None:
        return [docx.content(zipped)]
    if epub.CONTAINER in names:
        return [epub.content(zipped)]
    if presentation.MAIN in names:
        return [presentation.content(zipped)]
    if spreadsheet.EXCEL in names:
        return spreadsheet.read(data, ending)
    if names.issuperset(_CONTENT):
        return _open_document(zipped, data, ending)
    if web_archive.archives_in(zipped):
        return web_archive.from_wacz(zipped)
    for part, reason in _OTHERS:
        if part in names:
            raise UnreadableError(reason)
    return _archive(zipped)


def _open_document(zipped: Zipped, data: bytes, ending: str) -> list[Part]:
    kind = zipped.read(opendocument.TYPE).decode("latin-1").strip()
    if kind.startswith(spreadsheet.OPEN_DOCUMENT):
        return spreadsheet.read(data, ending)
    if "graphics" in kind:
        raise UnreadableError("is an OpenDocument drawing: export it as PDF")
    return [opendocument.content(zipped)]


def _archive(zipped: Zipped) -> list[Part]:
    parts: list[Part] = []
    taken: set[str] = set()
    for name in sorted(zipped.names):
        safe = safe_name(name)
        if not safe or any(step.startswith((".", "__MACOSX")) for step in safe.split("/")):
            parts.append(Refused(safe or name, HIDDEN, hidden=True))
            continue
        if safe == METADATA:
            parts.append(Refused(safe, "is not read in an archive: put it beside the archive"))
            continue
        part = (
            _entry(zipped, name, safe) if safe not in taken else Refused(safe, "stands there twice")
        )
        taken.add(safe)
        parts.append(part)
    parts += (Refused(safe_name(name), "stands there twice") for name in zipped.doubled)
    if all(isinstance(part, Refused) and part.hidden for part in parts):
        raise UnreadableError("is an archive without articles")
    return parts


def _entry(zipped: Zipped, name: str, safe: str) -> Part:
    ending = "." + safe.rpartition(".")[2].lower() if "." in safe.rpartition("/")[2] else ""
    if zipped.is_link(name):
        return Refused(safe, "is a link; links inside an archive are not followed")
    if ending and ending not in _MEMBERS:
        return Refused(safe, told_by_name(ending))
    if _MEMBERS.get(ending) == Kind.PACKAGE and ending == ".zip":
        return Refused(safe, "is an archive inside an archive; unpack it first")
    try:
        return Packed(safe, zipped.read(name))
    except UnreadableError as error:
        return Refused(safe, str(error))
