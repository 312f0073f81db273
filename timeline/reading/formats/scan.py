"""Pictures, and PDFs with pages that are pictures: their letters are recognised.

A line that is not read for sure is left out, and named. Pages of a PDF that have a text keep it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2

from timeline.model.article import RECOGNISED, LeftOut
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.formats import pdf
from timeline.reading.formats.pdf_layout import PageLine
from timeline.reading.formats.pdf_pictures import pictured
from timeline.reading.formats.pictures import drawn, pages_of
from timeline.reading.formats.recognition import Pixels, writing
from timeline.reading.formats.scan_layout import Box, boxes_of, lines_of
from timeline.reading.left_out import left_out

READS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif")
NEEDS = ("rapidocr", "onnxruntime")

MOST_PAGES = 200  # that are pictures
SURE = 0.75  # certainty from which on a line is read
MOSTLY = 0.5  # of a page's lines: where more are not read, the page is named
UNSURE, BARELY = "line not read for sure", "page mostly not read"
BEYOND = "page beyond the most that are recognised"
SCRIPTS = "only Latin, Chinese and Japanese letters are"
NOTHING = (
    f"holds no text that could be recognised ({SCRIPTS}): where there is some, give a sharper "
    "picture, or recognise it in its language (`ocrmypdf -l LANGUAGE --image-dpi 300 FILE out.pdf`)"
)


@dataclass(slots=True)
class _Scan:
    """What a file comes to: the lines of its pages, and what was not read."""

    pages: list[list[PageLine]] = field(default_factory=list)
    rest: list[tuple[str, str]] = field(default_factory=list)
    read: list[Box] = field(default_factory=list)
    pictures: int = 0

    def add(self, picture: Pixels) -> None:
        """Recognise a page."""
        self.pictures += 1
        seen, upright = writing(picture)
        boxes = boxes_of(seen, upright.shape[1], upright.shape[0])
        sure = [box for box in boxes if box.certainty >= SURE]
        unsure = [box for box in boxes if box.certainty < SURE]
        number = len(self.pages) + 1
        self.pages.append(lines_of(sure))
        self.read += sure
        for line in lines_of(unsure):
            legible = any(map(str.isalnum, line.text))
            self.rest.append((UNSURE, line.text if legible else f"a line of page {number}"))
        if len(unsure) > MOSTLY * len(boxes):
            told = (
                f"page {number}: {len(unsure)} of {len(boxes)} lines are not recognised; {SCRIPTS}"
            )
            self.rest.append((BARELY, told))


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a picture or a PDF.

    Raise `UnreadableError` where it is damaged, too large, or nothing in it is recognised.
    """
    scan = _Scan()
    document = pdf.opened(data) if pdf.is_pdf(data) else None
    if document is None:
        _add_pictures(scan, data)
    else:
        _add_pages(scan, document)
    rest = [*scan.rest, *pdf.textless(scan.pages), *(pdf.notes(document) if document else ())]
    text = pdf.text_of(scan.pages, rest)
    if not text:
        raise UnreadableError(NOTHING)
    return [Content(text, left_out=(*_note(scan), *left_out(rest)))]


def _add_pictures(scan: _Scan, data: bytes) -> None:
    for picture in pages_of(data):
        if scan.pictures == MOST_PAGES:
            scan.rest.append((BEYOND, f"from page {MOST_PAGES + 1} on"))
            return
        scan.add(picture)


def _add_pages(scan: _Scan, document: pypdfium2.PdfDocument) -> None:
    pages = [list(pdf.lines_on(document, number)) for number in range(len(document))]
    scans = pictured(document, pages)
    for number, lines in enumerate(pages):
        if number not in scans:
            scan.pages.append(lines)
        elif scan.pictures < MOST_PAGES:
            page = document[number]
            scan.add(drawn(page))
            page.close()
            scan.pages[-1] = scan.pages[-1] or lines
        else:
            scan.pages.append(lines)
            scan.rest.append((BEYOND, f"page {number + 1}"))


def _note(scan: _Scan) -> Iterator[LeftOut]:
    """Yield that, and how surely, letters were recognised."""
    letters = sum(len(box.text) for box in scan.read)
    if letters:
        mean = sum(box.certainty * len(box.text) for box in scan.read) / letters
        pages = f"{scan.pictures} page{'' if scan.pictures == 1 else 's'}"
        yield LeftOut(RECOGNISED, letters, f"mean certainty {int(100 * mean)} %, {pages}")
