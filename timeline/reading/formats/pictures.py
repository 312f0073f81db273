"""Pictures as they are decoded by Pillow, bounded before a pixel of them is."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pypdfium2
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from timeline.reading.content import UnreadableError
from timeline.reading.formats.recognition import Pixels

MOST_PIXELS = 100_000_000  # A3 at 600 dots an inch has 70 million
LONGEST_SIDE = 3_500  # pixels: A4 at 300 dots an inch; larger pictures are reduced
DOTS = 300  # an inch, at which a page of a PDF is drawn
SMALLEST_SIDE = 8
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
_SEVERAL = "TIFF"  # whose frames are pages; those of others are animations
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    struct.error,
)
DAMAGED = "is a damaged picture: open it in a viewer, and save it as PNG"
TALL = 2.5  # times as high as wide: a large one is a page as it was scrolled
_CUT = (1.2, 1.7)  # of its width: between which heights a sheet of it ends


def pages_of(data: bytes) -> Iterator[Pixels]:
    """Yield the pages of a picture: most have one, one much higher than wide is cut into sheets.

    Raise `UnreadableError` where it is damaged or has more pixels than a page may.
    """
    Image.MAX_IMAGE_PIXELS = None  # bounded below, for each page
    with _readable():
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        for number, frame in enumerate(ImageSequence.Iterator(picture)):
            if number and picture.format != _SEVERAL:
                return
            yield from _sheets(_pixels(frame))


def drawn(page: pypdfium2.PdfPage) -> Pixels:
    """Draw a page of a PDF."""
    scale = min(DOTS / 72, LONGEST_SIDE / max(*page.get_size(), 1.0))
    return np.ascontiguousarray(page.render(scale=scale).to_numpy()[:, :, :3])


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except UnreadableError:
        raise
    except (*_BROKEN, UnidentifiedImageError) as error:
        raise UnreadableError(DAMAGED) from error


def _pixels(frame: Image.Image) -> Pixels:
    width, height = frame.size
    if width * height > MOST_PIXELS:
        raise UnreadableError(
            f"has {width * height / 10**6:,.0f} million pixels, "
            f"the most is {MOST_PIXELS // 10**6} million"
        )
    if min(width, height) < SMALLEST_SIDE:
        raise UnreadableError("holds no text: it is a picture of a few pixels")
    frame.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded smaller at once
    smaller = _reducible(frame)
    width, height = smaller.size
    smaller.thumbnail((LONGEST_SIDE, max(height if height > TALL * width else 0, LONGEST_SIDE)))
    shown = ImageOps.exif_transpose(_plain(smaller))
    return np.ascontiguousarray(np.asarray(shown, np.uint8)[:, :, ::-1])


def _reducible(frame: Image.Image) -> Image.Image:
    """Return a picture in a mode in which pixels can be joined to make it smaller."""
    if frame.mode.startswith(("I", "F")):
        return frame.convert("F")
    if frame.has_transparency_data:
        return frame.convert("RGBA")
    return frame.convert("L" if frame.mode in {"1", "L"} else "RGB")


def _sheets(picture: Pixels) -> Iterator[Pixels]:
    """Yield a picture in sheets of which none is tall, cut where the least is written."""
    height, width = picture.shape[:2]
    if height <= LONGEST_SIDE:
        yield picture
        return
    start = 0
    while height - start > TALL * width:
        first, last = (start + round(part * width) for part in _CUT)
        written = picture[first:last].std(axis=(1, 2))
        blank = np.flatnonzero(written <= written.min())
        end = first + int(blank[len(blank) // 2])
        yield picture[start:end]
        start = end
    yield picture[start:]


def _plain(frame: Image.Image) -> Image.Image:
    """Return a picture in colours of eight bits, what is transparent on white paper."""
    if frame.mode == "F":
        values = np.asarray(frame)
        most = max(float(values.max()), 1.0)
        levels = (values.clip(0) * (255 / most)).astype(np.uint8)
        plain = Image.fromarray(levels).convert("RGB")
    elif frame.mode == "RGBA":
        paper = Image.new("RGBA", frame.size, "white")
        plain = Image.alpha_composite(paper, frame).convert("RGB")
    else:
        plain = frame.convert("RGB")
    plain.info = frame.info
    return plain
