"""Small writers of Office files, web archives and old containers, for tests of their readers."""

import gzip
import struct
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.reading.makers import packed

Rows = Sequence[Sequence[str | int | float]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = " ".join(
    f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "meta", "draw")
)


def _relations(kinds: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in kinds.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """Return an Excel workbook."""
    books = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(books),
    }
    for number, rows in enumerate(sheets.values(), 1):
        inside = "".join(
            f'<row r="{r}">' + "".join(_cell(c, r, value) for c, value in enumerate(row)) + "</row>"
            for r, row in enumerate(rows, 1)
        )
        files[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{inside}</sheetData></worksheet>'
        )
    return packed(files)


def _cell(column: int, row: int, value: str | float) -> str:
    place = f"{chr(65 + column)}{row}"
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _odf(kind: str, content: str, meta: str = "", styles: str = "") -> bytes:
    files = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": (
            f"<office:document-content {ODF_NAMES}><office:body>{content}</office:body>"
            "</office:document-content>"
        ),
        "META-INF/manifest.xml": "<manifest/>",
    }
    if meta:
        files["meta.xml"] = (
            f'<office:document-meta {ODF_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:meta>{meta}</office:meta></office:document-meta>"
        )
    if styles:
        files["styles.xml"] = f'<s {ODF_NAMES} xmlns:style="{_ODF}style:1.0">{styles}</s>'
    return packed(files, stored=("mimetype",))


def odt(body: str, meta: str = "", styles: str = "") -> bytes:
    """Return an OpenDocument text of the paragraphs in `body`."""
    return _odf("text", f"<office:text>{body}</office:text>", meta, styles)


def ods(rows: Rows) -> bytes:
    """Return an OpenDocument spreadsheet."""

    def cell(value: str | float) -> str:
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
        )

    inside = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
    )
    table = f'<table:table table:name="One">{inside}</table:table>'
    return _odf("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")


def pptx(slides: Sequence[str], notes: str = "") -> bytes:
    """Return a presentation of slides, each DrawingML within `<p:sld>` or the text of one."""
    names = {f"rId{n}": ("slide", f"slides/slide{n}.xml") for n, _ in enumerate(slides, 1)}
    # The second slide is stored first: the presentation says in which order they are shown.
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n, _ in enumerate(slides, 1))
    files: dict[str, bytes | str] = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": (
            f'<p:presentation xmlns:p="{_P}" xmlns:r="{_OFFICE}"><p:sldIdLst>{listed}</p:sldIdLst>'
            "</p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": _relations(names),
    }
    for number, slide in reversed(list(enumerate(slides, 1))):
        whole = slide if slide.startswith("<p:sld") else f"<p:sld {SLIDE}>{slide}</p:sld>"
        files[f"ppt/slides/slide{number}.xml"] = whole
    if notes:
        files["ppt/notesSlides/notesSlide1.xml"] = f"<p:notes {SLIDE}>{line(notes)}</p:notes>"
    return packed(files)


SLIDE = f'xmlns:p="{_P}" xmlns:a="{_A}"'


def line(text: str) -> str:
    """Return a paragraph of a slide, its text in two runs."""
    half = len(text) // 2
    runs = "".join(f"<a:r><a:t>{escape(part)}</a:t></a:r>" for part in (text[:half], text[half:]))
    return f"<a:p>{runs}</a:p>"


def warc(pages: Sequence[tuple[str, str, str, bytes]], *, pack: bool = False) -> bytes:
    """Return a web archive of answers: address, day of capture, kind and body."""
    out = b""
    for address, day, kind, body in pages:
        status = b"404 Not Found" if kind == "404" else b"200 OK"
        shown = b"text/html" if kind == "404" else kind.encode()
        answer = b"HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n%s" % (status, shown, body)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: {day}T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        ).encode()
        record = head + answer + b"\r\n\r\n"
        out += gzip.compress(record) if pack else record
    return out


def wacz(archive: bytes) -> bytes:
    return packed(
        {"archive/data.warc.gz": archive, "datapackage.json": "{}", "pages/pages.jsonl": ""}
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return an old container of Office ([MS-CFB]) of a few streams."""
    sector = 512
    chains: list[tuple[int, int]] = []
    body = b""
    for data in streams.values():
        size = max(len(data), 4096)  # smaller ones would lie in a stream of their own
        whole = data.ljust(-(-size // sector) * sector, b"\0")
        chains.append((2 + len(body) // sector, len(whole)))
        body += whole
    fat = [0xFFFFFFFD, 0xFFFFFFFE]
    for start, size in chains:
        last = start + size // sector - 1
        fat += [n + 1 if n < last else 0xFFFFFFFE for n in range(start, last + 1)]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if streams else 0xFFFFFFFF)]
    for number, (name, (start, size)) in enumerate(zip(streams, chains, strict=True), 1):
        after = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, start, size, right=after))
    entries += [b"\0" * 128] * (4 - len(entries))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + struct.pack("<128I", *fat) + b"".join(entries) + body


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
    head += struct.pack("<III", 0xFFFFFFFF, right, child) + b"\0" * 36
    return head + struct.pack("<IQ", start, size)


def xls(rows: Rows) -> bytes:
    """Return a workbook as Excel wrote it before 2007 (BIFF8)."""

    def record(kind: int, data: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    def text(value: str) -> bytes:
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    cells = b"".join(
        record(0x0204, struct.pack("<HHH", r, c, 0) + text(str(value)))
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
    )
    name = struct.pack("<IBB", 0, 0, 0) + b"\x03\x00One"
    globals_size = len(begin(5)) + len(record(0x85, name)) + 4
    sheet = record(0x85, struct.pack("<I", globals_size) + name[4:])
    return compound(
        {"Workbook": begin(5) + sheet + record(0x0A) + begin(0x10) + cells + record(0x0A)}
    )
