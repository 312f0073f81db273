"""The view as SVG, PNG and PDF: one drawing, which typst puts on a page of its size.

Typst (Apache-2.0) sets PDF and PNG from the SVG without a browser. It reads nothing but what it is
handed and the machine's fonts, and it notes no date of making, so that the same timeline gives
the same bytes on a machine.
"""

from typing import BinaryIO, Literal

from timeline.drawing.svg.picture import Picture, picture
from timeline.errors import MissingExtraError
from timeline.export.format import ExportContext, Format
from timeline.model.timeline import Timeline

PIXELS_PER_INCH = 96
POINTS_PER_PIXEL = 0.75
SHARPNESS = 2  # pixels of a PNG for one of the drawing, as good screens and printers want
_PAGE = """
#set document(title: "Timeline", date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: 100%, alt: sys.inputs.said)
"""


def write_svg(timeline: Timeline, out: BinaryIO, context: ExportContext) -> None:
    """Write the picture as SVG."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    out.write(f"{head}{picture(timeline, context.drawing).svg}\n".encode())


def write_png(timeline: Timeline, out: BinaryIO, context: ExportContext) -> None:
    """Write the picture as PNG, two pixels for one of the drawing."""
    out.write(_set(picture(timeline, context.drawing), "png"))


def write_pdf(timeline: Timeline, out: BinaryIO, context: ExportContext) -> None:
    """Write the picture as a PDF of one page, with its text as text."""
    out.write(_set(picture(timeline, context.drawing), "pdf"))


def _set(drawn: Picture, kind: Literal["png", "pdf"]) -> bytes:
    try:
        import typst  # noqa: PLC0415 - 100 MB of memory, which only pictures need
    except ImportError:
        raise MissingExtraError(f"the export as {kind.upper()}", "typst", "pictures") from None

    page = _PAGE.format(
        width=drawn.width * POINTS_PER_PIXEL, height=drawn.height * POINTS_PER_PIXEL
    )
    made = typst.compile(
        page.encode(),
        format=kind,
        ppi=PIXELS_PER_INCH * SHARPNESS,
        sys_inputs={"picture": drawn.svg, "said": "Timeline of events"},
    )
    if not isinstance(made, bytes):
        raise TypeError("a drawing is one page")
    return made


FORMATS = (
    Format(
        "svg", ".svg", "image/svg+xml", "a picture of the view that scales", write_svg, place=120
    ),
    Format("png", ".png", "image/png", "a picture of the view", write_png, binary=True, place=130),
    Format(
        "pdf",
        ".pdf",
        "application/pdf",
        "a picture of the view on a page of its size, to print",
        write_pdf,
        binary=True,
        place=140,
    ),
)
