"""Hostile and damaged files, made when they are asked for; what a reader has to say of each.

A reason is a part of the message; an empty one says that the file is read, whatever it tries.
"""

import base64
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.reading import makers, scan_makers
from tests.reading import office_makers as office

MEGABYTE = 1_000_000
Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file by its name: how it is made, and the reason for which it is refused."""

    name: str
    make: Make
    reason: str


def inflated(piece: bytes, times: int) -> bytes:
    """Return a deflate stream that unpacks to a piece repeated, without ever packing it all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * times + packer.flush(zlib.Z_FINISH)


def raw_zip(entries: Iterable[tuple[str, bytes, int, int]]) -> bytes:
    """Return a zip of entries that are packed already: name, stream, declared size, flags."""
    out, directory = io.BytesIO(), b""
    count = 0
    for name, stream, size, flags in entries:
        place, raw = out.tell(), name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, flags, 8, 0, 0, 0, len(stream), size, len(raw), 0)
        out.write(b"PK\x03\x04" + head + raw + stream)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head
        directory += struct.pack("<HHHII", 0, 0, 0, 0, place) + raw
        count += 1
    start = out.tell()
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, 0)
    out.write(directory + b"PK\x05\x06" + end)
    return out.getvalue()


def bomb_docx() -> bytes:
    piece = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 30_000
    stream = inflated(piece, 1_000)
    return raw_zip([("word/document.xml", stream, len(piece) * 1_000, 0)])


def lying_docx() -> bytes:
    return raw_zip([("word/document.xml", inflated(b"<w:p/>" * 200_000, 800), 500, 0)])


def docx_with(document: str) -> bytes:
    return makers.packed({"word/document.xml": document})


def deep_docx() -> bytes:
    deep = "<w:tbl><w:tr><w:tc>" * 20_000
    return docx_with(f'<w:document xmlns:w="{makers.W}"><w:body>{deep}')


def many_paragraphs() -> bytes:
    body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 600_000
    return docx_with(f'<w:document xmlns:w="{makers.W}"><w:body>{body}</w:body></w:document>')


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
RSS = "<rss><channel><item><title>A</title><description>%s</description></item></channel></rss>"


def epub_with(package: str, chapter: str = "<p>A town voted.</p>") -> bytes:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    return makers.packed(
        {"META-INF/container.xml": container, "a.opf": package, "a.xhtml": chapter}
    )


SPINE = (
    '<package><manifest><item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>'
    "<spine>{refs}</spine></package>"
)


def pdf_with_stream(piece: bytes, times: int) -> bytes:
    stream = b"\x78\x9c" + inflated(piece, times)
    whole = makers.pdf_of([b"@"])
    wanted = b"<</Length 1>>stream\n@\nendstream"
    assert wanted in whole
    length = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream)
    return whole.replace(wanted, length + stream + b"\nendstream")


def pdf_loop() -> bytes:
    return makers.pdf_of(["BT ET"]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")


def locked_pdf() -> bytes:
    keys = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>/ID[(a)(b)]" % (
        b"x" * 32,
        b"y" * 32,
    )
    return makers.pdf_of(["BT ET"]).replace(b"trailer<<", b"trailer<<" + keys)


def page_of(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


PROSE = "<p>The council voted on 3 May 2024 to close the old harbour, the mayor said.</p>"
TEXT = "The council voted on 3 May 2024 to close the old harbour, the mayor said."


def nested_mail(depth: int) -> bytes:
    head = b"".join(
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(depth)
    )
    return head + b"Content-Type: text/plain\n\n" + TEXT.encode()


def mail(head: str, body: bytes = TEXT.encode()) -> bytes:
    return f"MIME-Version: 1.0\nMessage-ID: <a@b>\n{head}\n".encode() + b"\n" + body


def mail_of_parts(count: int) -> bytes:
    part = b"--b\nContent-Type: text/plain\n\n\n"
    head = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + part * count + b"--b\nContent-Type: text/plain\n\n" + TEXT.encode() + b"\n--b--\n"


def zip_with_link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    return out.getvalue()


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def spoilt(data: bytes, by: bytes = b"\xff\x00\xaa") -> bytes:
    middle = len(data) // 2
    return data[:middle] + by + data[middle + len(by) :]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = ("https://e.org/a", "2025-01-02", "text/html", page_of(PROSE * 4))


def bomb_xlsx() -> bytes:
    piece = b"<row><c><v>1</v></c></row>" * 40_000
    return raw_zip([("xl/workbook.xml", inflated(piece, 1_000), len(piece) * 1_000, 0)])


def far_cell() -> bytes:
    """Return a workbook of two cells, as far from each other as a sheet is large."""
    book = office.xlsx({"A": [["text"], ["b"]]})
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        files = {name: file.read(name) for name in file.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    files[sheet] = (
        files[sheet].replace(b'r="A2"', b'r="XFD1048576"').replace(b'r="2"', b'r="1048576"')
    )
    return makers.packed(files)


def bomb_warc() -> bytes:
    return office.warc([(*PAGE[:3], b"<html>" + b"a " * 40_000_000)], pack=True)


STORY = makers.Story("Council votes on the old harbour", "2024-05-03", (TEXT,) * 4)
LATE = (
    "takes longer than|is not read within|crashed|needs more memory"
    "|cannot be read in full|nested too deep"
)

FILES = [
    # Rows of what is known to have gone wrong elsewhere.
    Hostile("gigabyte.docx", bomb_docx, "unpacks to 1,0"),
    Hostile("lying.docx", lying_docx, "unpacks to more|damaged"),
    Hostile("paragraphs.docx", many_paragraphs, f"more than 200,000 paragraphs|{LATE}"),
    Hostile("bomb.docx", lambda: docx_with(BOMB + "<x>&c;</x>"), "declares a document type"),
    Hostile("bomb.rss", (BOMB + RSS % "&c;").encode, "declares a document type"),
    Hostile("outside.rss", (OUTSIDE + RSS % "&e;").encode, "declares a document type"),
    Hostile(
        "utf16.rss", lambda: (OUTSIDE + RSS % "&e;").encode("utf-16"), "declares a document type"
    ),
    Hostile("bomb.epub", lambda: epub_with(BOMB + "<package/>"), "declares a document type"),
    Hostile("gigabyte.pdf", lambda: pdf_with_stream(b"0 " * 500_000, 1_000), f"{LATE}|no text"),
    Hostile(
        "text.pdf",
        lambda: pdf_with_stream(b"BT /F1 9 Tf 9 9 Td (abc def) Tj ET\n" * 30_000, 50),
        f"{LATE}|more than|",
    ),
    Hostile("pages.pdf", lambda: makers.pdf_of(["BT ET"] * 10_000), "has 10,000 pages"),
    Hostile(
        "attributes.html",
        lambda: page_of("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + f">x</p>{PROSE}"),
        f"{LATE}|",
    ),
    Hostile("paragraphs.html", lambda: page_of(PROSE * 200_000), f"{LATE}|"),
    Hostile("deep.html", lambda: page_of("<div>" * 100_000 + PROSE), LATE),
    Hostile("line.html", lambda: page_of("<p>" + "word " * 5_000_000), "too large for a web page"),
    Hostile("node.html", lambda: page_of("<p>" + "word " * 3_000_000), f"{LATE}|"),
    Hostile("line.txt", lambda: b"word " * 11_000_000, "is too large"),
    Hostile("nested.eml", lambda: nested_mail(3_000), f"nested|damaged|{LATE}"),
    Hostile("charset.eml", lambda: mail("Content-Type: text/plain; charset=x-none"), ""),
    Hostile("deep.json", lambda: b"[" * 200_000, "nested without end"),
    Hostile("deep-object.json", lambda: b'{"a":' * 100_000, "nested without end"),
    Hostile("number.json", lambda: b'{"text":' + b"9" * 10_000 + b"}", "number too long"),
    Hostile("field.csv", f"title,text\nA,{TEXT * 5_000}\n".encode, ""),
    Hostile(
        "aliases.md",
        (
            "---\na: &a [x,x]\n"
            + "".join(
                f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n"
                for n in range(20)
            )
            + f"---\n{TEXT}"
        ).encode,
        "",
    ),
    # And more.
    Hostile("way-up.zip", lambda: makers.packed({"../../../a.txt": TEXT, "/b.txt": TEXT}), ""),
    Hostile("link.zip", zip_with_link, "is a link"),
    Hostile("entries.zip", lambda: makers.packed({f"{n}.txt": b"" for n in range(6_000)}), "6,000"),
    Hostile("locked.zip", lambda: raw_zip([("a.txt", inflated(b"a", 9), 9, 1)]), "password"),
    Hostile("cut.zip", lambda: cut(makers.packed({"a.txt": TEXT * 99})), "damaged zip"),
    Hostile("spoilt.zip", lambda: spoilt(makers.packed({"a.txt": TEXT * 99})), "damaged"),
    Hostile(
        "nested.zip",
        lambda: makers.packed({"a.txt": makers.packed({"b.txt": TEXT})}),
        "archive inside an archive",
    ),
    Hostile("empty.zip", lambda: makers.packed({}), "without articles"),
    Hostile(
        "bomb.zip",
        lambda: raw_zip([("a.txt", inflated(b"a" * MEGABYTE, 60), 60_000_000, 0)]),
        "unpacks to",
    ),
    Hostile(
        "many-bombs.zip",
        lambda: raw_zip([(f"{n}.txt", inflated(b"a" * MEGABYTE, 20), 9, 0) for n in range(99)]),
        "damaged|unpacks to more",
    ),
    Hostile(
        "book.xlsx.zip", lambda: makers.packed({"xl/workbook.xml": "<x/>"}), "damaged|no article"
    ),
    Hostile("damaged.docx", lambda: docx_with("<w:document"), "damaged XML|without text"),
    Hostile("deep.docx", deep_docx, f"{LATE}|damaged XML|without text"),
    Hostile("empty.docx", lambda: makers.docx_of(""), "without text"),
    Hostile(
        "no-package.epub", lambda: makers.packed({"META-INF/container.xml": "<c/>"}), "no package"
    ),
    Hostile(
        "missing.epub",
        lambda: epub_with(SPINE.format(href="b.xhtml", refs='<itemref idref="a"/>')),
        "lacks its part",
    ),
    Hostile(
        "way-up.epub",
        lambda: epub_with(SPINE.format(href="../../etc/passwd", refs='<itemref idref="a"/>')),
        "lacks its part",
    ),
    Hostile(
        "refs.epub",
        lambda: epub_with(SPINE.format(href="a.xhtml", refs='<itemref idref="a"/>' * 60_000)),
        "",
    ),
    Hostile("cut.pdf", lambda: cut(makers.pdf(STORY)), "damaged PDF|no text|"),
    Hostile("junk.pdf", lambda: b"%PDF-1.7\n" + b"\x00\xff" * MEGABYTE, "damaged PDF"),
    Hostile("loop.pdf", pdf_loop, "damaged PDF|no text"),
    Hostile("locked.pdf", locked_pdf, "password|damaged"),
    Hostile("picture.pdf", lambda: makers.pdf_of(["0 0 9 9 re f"]), "no text that could be"),
    Hostile("bomb.png", lambda: scan_makers.png_of(60_000, 60_000), "has 3,600 million pixels"),
    Hostile("lying.png", lambda: scan_makers.png_of(9_000, 9_000, rows=9), "no text that could"),
    Hostile(
        "cut.jpg",
        lambda: cut(scan_makers.written(scan_makers.columns([TEXT]), "JPEG")),
        "damaged picture",
    ),
    Hostile("junk.tiff", lambda: b"II*\0" + b"\x08\0\xff" * 99_999, "damaged picture"),
    Hostile("frames.gif", scan_makers.long_gif, "no text that could be"),
    Hostile("pages.tiff", scan_makers.endless_tiff, "no text that could be"),
    Hostile("empty.html", lambda: b"<html></html>", "no text|no page"),
    Hostile("script.html", lambda: page_of("<script>document.write('x')</script>"), "scripts"),
    Hostile("null.html", lambda: page_of(PROSE * 4).replace(b"voted", b"vo\0ted"), ""),
    Hostile(
        "attribute.html", lambda: page_of(f"<p title='{'x' * 12_000_000}'>a</p>{PROSE}"), f"{LATE}|"
    ),
    Hostile("comment.html", lambda: page_of(PROSE + "<!-- " + "- " * 4_000_000), f"{LATE}|"),
    Hostile(
        "entities.html", lambda: page_of("<p>" + "&amp;" * 2_000_000 + "</p>" + PROSE), f"{LATE}|"
    ),
    Hostile("charset.html", lambda: page_of(PROSE * 4, "<meta charset='utf-7'>"), ""),
    Hostile(
        "json-ld.html",
        lambda: page_of(
            PROSE * 4, "<script type='application/ld+json'>" + "[" * 90_000 + "</script>"
        ),
        "",
    ),
    Hostile(
        "objects.html",
        lambda: page_of(
            PROSE * 4,
            "<script type='application/ld+json'>"
            + json.dumps([{"@type": "Thing"}] * 300_000)
            + "</script>",
        ),
        "",
    ),
    Hostile(
        "metas.html",
        lambda: page_of(PROSE * 4, "<meta name='a' content='b'>" * 200_000),
        f"{LATE}|",
    ),
    Hostile("unclosed.html", lambda: page_of("<b><i><u>" * 60_000 + PROSE), f"{LATE}|"),
    Hostile("tables.html", lambda: page_of("<table><tr><td>" * 3_000 + PROSE), f"{LATE}|"),
    Hostile(
        "items.rss",
        lambda: (RSS % "x").replace("<item>", "<item/>" * 30_000 + "<item>").encode(),
        "more than 20,000",
    ),
    Hostile(
        "no-entries.rss",
        lambda: b"<rss><channel><title>A</title></channel></rss>",
        "without entries",
    ),
    Hostile("other.xml", lambda: b"<plan><text>A</text></plan>", "no feed"),
    Hostile("drawing.xml", lambda: b"<svg><text>A</text></svg>", "is an SVG drawing"),
    Hostile("deep.xml", lambda: b"<rss>" + b"<a>" * 300_000, "damaged XML|without entries|nested"),
    Hostile("surrogate.json", lambda: json.dumps({"text": f"\ud800{TEXT}"}).encode(), ""),
    Hostile(
        "constants.json",
        f'{{"text": "{TEXT}", "date": NaN, "title": Infinity}}'.encode,
        "",
    ),
    Hostile("damaged.json", lambda: b'{"text": "a', "damaged JSON"),
    Hostile("no-text.json", lambda: b'[{"a": 1}, 2, null]', "without an article"),
    Hostile("export.json", lambda: b'{"schema": "timeline/1", "events": []}', "exported"),
    Hostile("lines.jsonl", lambda: b'{"text": "a"}\n' * 30_000, "more than 20,000"),
    Hostile("rows.csv", lambda: b"text\n" + b"a town voted\n" * 30_000, "more than 20,000"),
    Hostile("columns.csv", lambda: b"a," * MEGABYTE + b"\n1", "no column"),
    Hostile("quote.csv", lambda: b'text\n"' + b"word " * 5_000_000, "damaged CSV|"),
    Hostile("null.csv", lambda: b"title,text\nA,\0\0\0\n", "binary|damaged CSV|no article"),
    Hostile("parts.eml", lambda: mail_of_parts(50_000), f"{LATE}|"),
    Hostile("headers.eml", lambda: mail("".join(f"X-{n}: a\n" for n in range(100_000))), ""),
    Hostile("header.eml", lambda: mail("Subject: " + "=?utf-8?q?=41?= " * 30_000), f"{LATE}|"),
    Hostile(
        "address.eml",
        lambda: mail("From: " + "(" * 50_000 + "\nDate: " + "1 " * 50_000),
        f"{LATE}|",
    ),
    Hostile(
        "base64.eml",
        lambda: mail("Content-Transfer-Encoding: base64", base64.b64encode(TEXT.encode()) + b"!?"),
        "",
    ),
    Hostile("empty.eml", lambda: mail("Subject: A", b""), "without text"),
    Hostile(
        "no-page.mhtml", lambda: mail("Content-Type: multipart/related; boundary=b"), "without HTML"
    ),
    Hostile("open.md", lambda: b"---\n" + b"a: b\n" * 50_000, ""),
    Hostile("labels.txt", lambda: b"Published: " * 300_000, ""),
    Hostile("tags.tml", lambda: b"<" * MEGABYTE + TEXT.encode(), ""),
    Hostile("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "damaged picture"),
    Hostile("old.doc.txt", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 999, "old Word"),
    # Office files, subtitles, web archives, bibliographies.
    Hostile("gigabyte.xlsx", bomb_xlsx, "unpacks to 1,0"),
    Hostile(
        "lying.xlsx",
        lambda: raw_zip(
            [
                ("xl/workbook.xml", inflated(b"<sheets/>" * 99_000, 900), 500, 0),
                ("xl/worksheets/sheet1.xml", inflated(b"<row/>" * 99_000, 900), 500, 0),
            ]
        ),
        f"damaged|no article|{LATE}",
    ),
    Hostile("far.xlsx", far_cell, f"more than 5,000,000 cells|damaged|{LATE}"),
    Hostile(
        "rows.xlsx",
        lambda: office.xlsx({"A": [["text"], *([TEXT] for _ in range(20_001))]}),
        "more than 20,000",
    ),
    Hostile("cut.xls", lambda: cut(office.xls([["text"], [TEXT]])), "damaged|no article|"),
    Hostile("junk.xls", lambda: OLE + "Workbook".encode("utf-16-le") * MEGABYTE, "damaged"),
    Hostile(
        "bomb.odt",
        lambda: makers.packed({"content.xml": BOMB + "<x/>", "mimetype": ""}),
        "declares",
    ),
    Hostile("deep.odt", lambda: office.odt("<text:p>" * 20_000), f"{LATE}|damaged|without text"),
    Hostile(
        "paragraphs.odt",
        lambda: office.odt("<text:p>a</text:p>" * 400_000),
        f"more than 200,000 paragraphs|{LATE}",
    ),
    Hostile("blanks.odt", lambda: office.odt("<text:p>a<text:s text:c='999999999'/></text:p>"), ""),
    Hostile("bomb.pptx", lambda: office.pptx(["<p:sld/>", BOMB + "<p:sld/>"]), "declares|damaged"),
    Hostile("slides.pptx", lambda: office.pptx(["<p:sld/>"] * 2_000), "slides are pictures"),
    Hostile("deep.rtf", lambda: b"{\\rtf1 " + b"{" * 2 * MEGABYTE + TEXT.encode(), f"{LATE}|"),
    Hostile(
        "links.rtf",
        lambda: b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 2_000,
        f"{LATE}|text|",
    ),
    Hostile("words.rtf", lambda: b"{\\rtf1 \\uc\\u\\f\\ansicpg " + TEXT.encode(), "damaged|"),
    Hostile("number.rtf", lambda: b"{\\rtf1 \\u9999999999 " + TEXT.encode(), "damaged"),
    Hostile(
        "binary.rtf",
        lambda: b"{\\rtf1 {\\pict\\bin99999999 a}" + TEXT.encode(),
        "without text|damaged",
    ),
    Hostile("cues.srt", lambda: b"1\n00:00:01,000 --> 00:00:02,000\na\n\n" * 100_000, f"{LATE}|"),
    Hostile("arrows.vtt", lambda: b"WEBVTT\n\n" + b"--> " * 2 * MEGABYTE, "nothing is said"),
    Hostile(
        "tags.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v " * MEGABYTE, f"{LATE}|"
    ),
    Hostile("cut.warc", lambda: cut(office.warc([PAGE])), "damaged|without pages|"),
    Hostile(
        "length.warc",
        lambda: office.warc([PAGE]).replace(b"Content-Length: ", b"Content-Length: 9"),
        "",
    ),
    Hostile("bomb.warc.gz", bomb_warc, f"too large|unpacks|{LATE}"),
    Hostile("junk.warc", lambda: b"WARC/1.0\r\n" + b"\xff\0" * MEGABYTE, "damaged|without pages"),
    Hostile(
        "address.warc",
        lambda: office.warc([("https://e.org/\u202e/../" + "a" * 9_000, *PAGE[1:])]),
        "",
    ),
    Hostile("bomb.tei", (BOMB + "<TEI><text><p>&c;</p></text></TEI>").encode, "declares"),
    Hostile(
        "deep.tei",
        lambda: b"<TEI><text>" + b"<date when='1914'>" * 200_000,
        f"{LATE}|damaged|without",
    ),
    Hostile(
        "dates.tei",
        lambda: (
            b"<TEI><text><p>" + b"<date when='99999-99'>a</date> " * 100_000 + b"</p></text></TEI>"
        ),
        f"{LATE}|",
    ),
    Hostile("corpus.tei", lambda: b"<teiCorpus>" + b"<TEI/>" * 30_000, "more than 20,000"),
    Hostile("empty.tei", lambda: b"<TEI><teiHeader/></TEI>", "without a text"),
    Hostile("records.ris", lambda: b"TY  - BOOK\nTI  - A\nER  - \n" * 30_000, "more than 20,000"),
    Hostile("line.ris", lambda: b"TY  - BOOK\nAB  - a\n" + b"b\n" * 100_000, f"{LATE}|"),
    Hostile(
        "parts.json",
        lambda: b'[{"title": "A", "issued": {"date-parts": [[99999999999, "x"], 2]}}]',
        "",
    ),
]
