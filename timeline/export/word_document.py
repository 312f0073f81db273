"""The DOCX export: a chronology as a word processor opens it (ECMA-376, WordprocessingML).

The package is written by hand: five small parts, no date of making, so that the same timeline
gives the same bytes. Text is only ever text: no field, no link, no macro comes from an article.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline.export.chronology import Entry, chronology, source_in_words
from timeline.export.format import ExportContext, Format
from timeline.model.timeline import Timeline
from timeline.wording.plain_text import one_line

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    "</Types>"
)
_TOP = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def write_word(timeline: Timeline, out: BinaryIO, _context: ExportContext) -> None:
    """Write years as headings, events with their doubts and sources below."""
    write_package("".join(_paragraphs(timeline)), out)


def write_package(body: str, out: BinaryIO) -> None:
    """Write a document of paragraphs, as `paragraph` makes them."""
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}{_PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _TOP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
        "word/styles.xml": _styles(),
    }
    with ZipFile(out, "w") as package:
        for name, text in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text)


_PAGE = (  # A4, in twentieths of a point
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
    ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; `size` in half points, `before` and `after` in twentieths of a point."""

    key: str
    name: str
    size: int
    bold: bool = False
    before: int = 0
    after: int = 0
    level: int | None = None
    indented: bool = False


_STYLES = (
    _Style("Normal", "Normal", 21, after=60),
    _Style("Title", "Title", 44, bold=True, after=240),
    _Style("Heading1", "heading 1", 30, bold=True, before=320, after=120, level=0),
    _Style("Heading2", "heading 2", 23, bold=True, before=200, after=40, level=1),
    _Style("Detail", "Detail", 19, after=20, indented=True),
    _Style("Quote", "Quote", 19, after=40, indented=True),
)


def _styles() -> str:
    made = "".join(map(_style, _STYLES))
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
    default = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f'{_HEAD}<w:styles xmlns:w="{_WORD}">{default}{made}</w:styles>'


def _style(style: _Style) -> str:
    normal = style is _STYLES[0]
    default, based = (' w:default="1"', "") if normal else ("", '<w:basedOn w:val="Normal"/>')
    level = "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>'
    keep = "<w:keepNext/>" if level else ""
    indent = '<w:ind w:left="340"/>' if style.indented else ""
    space = f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.key}">'
        f'<w:name w:val="{style.name}"/>{based}<w:pPr>{keep}{space}{indent}{level}</w:pPr>'
        f'<w:rPr>{"<w:b/>" if style.bold else ""}<w:sz w:val="{style.size}"/></w:rPr></w:style>'
    )


def _paragraphs(timeline: Timeline) -> Iterator[str]:
    yield paragraph("Title", "Chronology")
    for section in chronology(timeline):
        yield paragraph("Heading1", section.heading)
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield paragraph("Heading2", f"{entry.date}: {entry.title}")
    for said in (*entry.doubts, *entry.about):
        yield paragraph("Detail", said)
    for source in entry.sources:
        yield paragraph("Quote", source_in_words(source))


def paragraph(style: str, text: str) -> str:
    """Return a paragraph of a style; its text is text and nothing else."""
    run = f'<w:r><w:t xml:space="preserve">{escape(one_line(text))}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


FORMAT = Format(
    "docx",
    ".docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "the same chronology for a word processor",
    write_word,
    binary=True,
    place=50,
)
