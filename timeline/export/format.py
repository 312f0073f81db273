"""What a format is: a name for people, an ending and a media type for machines, and a writer."""

from collections.abc import Callable
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from timeline.model.timeline import Timeline

WIDTH = 1200


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the view is drawn in the formats that are pictures; the others ignore it.

    `lanes` is one of category, status, actor, place, document and none; `window` the first and
    last day in view, None for all; `width` that of the picture in pixels.
    """

    lanes: str = "category"
    window: tuple[int, int] | None = None
    width: int = WIDTH
    dark: bool = False


Writer = Callable[[Timeline, BinaryIO, Drawing], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, its media type (RFC 6838), its writer.

    `binary` says that it is no text, which a terminal could not show.
    """

    name: str
    suffix: str
    media_type: str
    summary: str
    write: Writer
    binary: bool = False


def as_text(write: Callable[[Timeline, TextIO], None]) -> Writer:
    """Make a writer of UTF-8 bytes of one that writes text; line ends stay as they are written."""

    def write_bytes(timeline: Timeline, out: BinaryIO, _drawing: Drawing) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            write(timeline, text)
        finally:
            text.detach()

    return write_bytes
