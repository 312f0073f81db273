"""What a format is: a name for people, an ending and a media type for machines, and a writer."""

from collections.abc import Callable
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from timeline.drawing.options import DrawingOptions
from timeline.model.timeline import Timeline

Writer = Callable[[Timeline, BinaryIO, DrawingOptions], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, its media type (RFC 6838), its writer.

    `binary` says that it is no text, which a terminal could not show. Menus list formats by their
    `place`, those of one place by their names.
    """

    name: str
    suffix: str
    media_type: str
    summary: str
    write: Writer
    binary: bool = False
    place: int = 1000


def as_text(write: Callable[[Timeline, TextIO], None]) -> Writer:
    """Make a writer of UTF-8 bytes of one that writes text; line ends stay as they are written."""

    def write_bytes(timeline: Timeline, out: BinaryIO, _drawing: DrawingOptions) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            write(timeline, text)
        finally:
            text.detach()

    return write_bytes
