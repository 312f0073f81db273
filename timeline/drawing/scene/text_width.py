"""How wide text is drawn, in pixels, judged without a font.

Widths are the larger of Inter and DejaVu Sans (what "Inter, system-ui, sans-serif" comes down
to), in thousandths of the font size, so that a label never turns out wider than its room.
"""

import unicodedata
from functools import lru_cache

from timeline.drawing.scene.plain import ELLIPSIS

FONT_SIZE = 12
_CLASSES = {
    270: "",
    300: "Iijl'\u0627",
    320: " .,’",
    352: "f/\\|",
    400: "!()[]-:;rt",
    475: '"',
    550: "*?csz^`_",
    600: "vxykeLFTZEJ",
    640: "abdghnopqu0123456789S$",
    665: "PXYKBC",
    700: "VAR",
    790: "&DGHNOQU+<>=#~",
    840: "w{}≠",
    880: "M",
    1000: "mW@%—…",
}
_OTHER_LETTER = 720
_CAPITAL = 960
_FULL = 1010
_ARABIC = 900


class _Widths(dict[str, int]):
    """Widths by character; those of other scripts are judged when first seen."""

    def __missing__(self, char: str) -> int:
        self[char] = width = _judged(char)
        return width


def _judged(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _FULL
    if unicodedata.bidirectional(char) == "AL":
        return _ARABIC
    return _CAPITAL if char.isupper() or not char.isalnum() else _OTHER_LETTER


_WIDTHS = _Widths({char: width for width, chars in _CLASSES.items() for char in chars})


@lru_cache(maxsize=16_384)
def text_width(text: str, size: float = FONT_SIZE) -> float:
    """Return the width of a line of text in pixels at a font size; never too small."""
    return sum(map(_WIDTHS.__getitem__, text)) * size / 1000


@lru_cache(maxsize=16_384)
def shortened(text: str, room: float, size: float = FONT_SIZE) -> str:
    """Cut text to a width in pixels, at a word if that keeps most of it; "" if nothing fits."""
    if text_width(text, size) <= room:
        return text
    room -= text_width(ELLIPSIS, size)
    used, kept = 0.0, 0
    for char in text:
        used += _WIDTHS[char] * size / 1000
        if used > room:
            break
        kept += 1
    head = text[:kept]
    at_word = head.rpartition(" ")[0] if text[kept : kept + 1].strip() else head
    head = at_word if len(at_word) > 0.6 * kept else head
    head = head.rstrip(" ,;:–-")
    return head + ELLIPSIS if head else ""
