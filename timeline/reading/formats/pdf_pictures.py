"""Pages of a PDF that are pictures: scans, whose text is to be recognised.

Scanners and libraries often stamp a scanned page with a line or two of text; it is a picture still.
"""

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from timeline.reading.formats.pdf_layout import Page

MOST_STAMPED = 200  # characters
FILLED = 0.6  # of a page, by a picture of it
MOST_OBJECTS = 1_000  # of a page, that are looked at


def pictured(document: pypdfium2.PdfDocument, pages: Sequence[Page]) -> frozenset[int]:
    """Return the places of the pages that are pictures, given the lines of each."""
    return frozenset(
        number
        for number, lines in enumerate(pages)
        if sum(len(line.text) for line in lines) <= MOST_STAMPED
        and _shows(document, number, filled=bool(lines))
    )


def _shows(document: pypdfium2.PdfDocument, number: int, *, filled: bool) -> bool:
    """Return whether a page shows something; where it has to be filled, a picture of its size."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return False
    count = pdfium.FPDFPage_CountObjects(page.raw)
    width, height = page.get_size()
    shown = count > 0 and (
        not filled
        or any(
            _area(pdfium.FPDFPage_GetObject(page.raw, at)) >= FILLED * width * height
            for at in range(min(count, MOST_OBJECTS))
        )
    )
    page.close()
    return shown


def _area(thing: object) -> float:
    """Return how much of a page a picture covers; 0 for anything else."""
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
        return 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)
