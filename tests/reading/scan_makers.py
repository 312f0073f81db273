"""Pictures of pages, drawn by Pillow in the font that it brings."""

import io
import random
import struct
import zlib
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

TITLE = "Council votes on the old harbour"
HARBOUR = (
    "The council of Lindholm voted on 3 May 2024 to close the old harbour. It was built in 1962 "
    "and had been shut since the flood of March 2019, which took the western quay."
)
FERRY = (
    "The ferry to Storholm will sail from the new pier from 1 June 2024 on. Its owner had asked "
    "for that in a letter of 12 January 2023, the mayor said."
)


def columns(texts: Sequence[str], title: str = "", width: int = 480) -> Image.Image:
    """Draw columns of lines, below a title."""
    font = ImageFont.load_default(26)
    page = Image.new("L", (80 + len(texts) * (width + 80), 520), 255)
    draw = ImageDraw.Draw(page)
    if title:
        draw.text(
            (page.width // 2, 50), title, fill=0, font=ImageFont.load_default(40), anchor="mm"
        )
    for number, text in enumerate(texts):
        for row, line in enumerate(wrapped(text, width, font)):
            draw.text((80 + number * (width + 80), 110 + 36 * row), line, fill=0, font=font)
    return page


def wrapped(text: str, width: int, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> list[str]:
    """Break a text into lines of a width."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def noisy(page: Image.Image, share: float = 0.02, seed: int = 1) -> Image.Image:
    """Return a page with specks."""
    chance, specked = random.Random(seed), page.copy()
    for _ in range(int(share * page.width * page.height)):
        place = chance.randrange(page.width), chance.randrange(page.height)
        specked.putpixel(place, chance.randrange(256))
    return specked


def written(page: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    page.save(out, kind, **how)
    return out.getvalue()


def pdf_with(text_pages: bytes, *pictures: Image.Image) -> bytes:
    """Return a PDF with pictures as pages behind its own."""
    document = pypdfium2.PdfDocument(text_pages)
    for picture in pictures:
        document.import_pages(pypdfium2.PdfDocument(written(picture, "PDF", resolution=150)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def png_of(width: int, height: int, rows: int | None = None) -> bytes:
    """Return a small PNG that says it is of a size; it holds so many bytes or rows of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        length, check = len(data), zlib.crc32(name + data)
        return struct.pack("!I", length) + name + data + struct.pack("!I", check)

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * (10_000_000 if rows is None else rows * (width + 1)))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def endless_tiff() -> bytes:
    """Return a TIFF whose page is followed by itself."""
    data = bytearray(written(Image.new("L", (40, 40), 255), "TIFF"))
    (first,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, first)
    struct.pack_into("<I", data, first + 2 + 12 * entries, first)
    return bytes(data)


def long_gif() -> bytes:
    """Return an animation of many frames."""
    frames = [Image.new("L", (40, 40), level % 256) for level in range(500)]
    return written(frames[0], "GIF", save_all=True, append_images=frames[1:])
