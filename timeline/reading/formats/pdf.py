"""PDF files: the text of every page in reading order, by PDFium, as paragraphs.

The file's own dates are never taken: they are those of its making, often years after the text.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from timeline.reading.content import Answer, Content, Pictured, Refused, UnreadableError
from timeline.reading.formats.blocks import joined
from timeline.reading.formats.pdf_hyphens import without_hyphens
from timeline.reading.formats.pdf_layout import Page, PageLine, paragraphs
from timeline.reading.formats.pdf_pictures import pictured
from timeline.reading.left_out import left_out
from timeline.reading.note_marks import as_mark

READS = (".pdf",)

MOST_PAGES = 2_000
RAISED = 0.15  # of the size of a line's letters: how far the marks of footnotes stand above it
MOST_NOTES = 1_000  # of a page
MOST_CHARACTERS = 10_000_000
LOCKED = "is locked with a password: save it without one (`qpdf --decrypt` does)"
STAMPED = "page that is a picture, but for a line or two"
PICTURES = (
    'holds no text: its pages are pictures; `pip install "article-timeline[ocr]"` has them read, '
    "or recognise their text first (`ocrmypdf FILE out.pdf`)"
)
_PASSWORD = "password"  # noqa: S105 - a word of PDFium's message


def read(data: bytes, ending: str) -> list[Answer]:  # noqa: ARG001 - the content tells
    """Read a PDF; raise `UnreadableError` where it is locked, damaged or too long.

    Where pages of it are pictures, that is told beside what the others hold.
    """
    document = opened(data)
    pages = [list(lines_on(document, number)) for number in range(len(document))]
    scans = pictured(document, pages)
    stamped = ((STAMPED, f"page {number + 1}") for number in sorted(scans) if pages[number])
    rest = [*textless(pages), *stamped, *notes(document)]
    text = text_of(pages, rest)
    read_ = Content(text, left_out=left_out(rest)) if text else Refused("", PICTURES)
    return [read_, Pictured()] if scans else [read_]


def is_pdf(data: bytes) -> bool:
    """Return whether the content of a file begins as that of a PDF."""
    return data.lstrip(b"\r\n\t \0").startswith(b"%PDF-")


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF; raise `UnreadableError` where it is locked, damaged or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = _PASSWORD in str(error).lower()
        raise UnreadableError(LOCKED if locked else "is a damaged PDF") from error
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"has {len(document):,} pages, the most is {MOST_PAGES:,}")
    return document


def text_of(pages: Sequence[Page], rest: list[tuple[str, str]]) -> str:
    """Return the text of pages; what is left out of it is added to `rest`."""
    text = without_hyphens(joined(paragraphs(pages, rest)))
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"is no article: it has more than {MOST_CHARACTERS:,} characters")
    return text


def textless(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Yield the pages that are pictures, empty or damaged, beside those with a text."""
    for number, page in enumerate(pages, 1):
        if not page:
            yield "page without text", f"page {number}"


def notes(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, str]]:
    """Yield what people noted on the pages."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        for at in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_NOTES)):
            note = pdfium.FPDFPage_GetAnnot(page.raw, at)
            size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            buffer = ctypes.create_string_buffer(size)
            held = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
            pdfium.FPDFAnnot_GetStringValue(note, b"Contents", held, size)
            pdfium.FPDFPage_CloseAnnot(note)
            yield "note on a page", buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
        page.close()


def lines_on(document: pypdfium2.PdfDocument, number: int) -> Iterator[PageLine]:
    """Yield the lines of a page in reading order; none where the page is damaged."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    text = text_page.get_text_range(errors="replace")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"has more than {MOST_CHARACTERS:,} characters on a page")
    start = 0
    for line in text.split("\r\n"):
        shown = line.strip()
        if shown:
            first = start + len(line) - len(line.lstrip())
            placed = _placed(text_page.raw, shown, first)
            yield replace(placed, text=_with_notes(text_page.raw, placed, first))
        start += len(line) + 2
    text_page.close()
    page.close()


def _placed(page: object, text: str, first: int) -> PageLine:
    """Measure a line by its first and last character."""
    left, base = _origin(page, first)
    right, foot = _origin(page, first + len(text) - 1)
    size = pdfium.FPDFText_GetFontSize(page, first)
    return PageLine(text, left, right, base, foot, float(size))


def _with_notes(page: object, line: PageLine, first: int) -> str:
    """Write the marks of footnotes in brackets: digits that stand above the line."""
    text = line.text
    raised = [
        at
        for at, sign in enumerate(text)
        if sign.isdigit()
        and (at == 0 or not text[at - 1].isspace())
        and _is_raised(page, line, first + at)
    ]
    for start, end in reversed(_runs(raised)):
        before = text[:start]
        if start:
            text = before + as_mark(text[start:end], before) + text[end:]
    return text


def _is_raised(page: object, line: PageLine, place: int) -> bool:
    """Return whether the foot of a digit lies above the line, however the font was set."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, place, left, right, bottom, top)
    return top.value > bottom.value > line.base + RAISED * line.size


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the runs of places that follow one another, each with its end."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _origin(page: object, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, place, x, y)
    return x.value, y.value
