"""What a format is: a name for people, an ending and a media type for machines, and a writer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from timeline.drawing.options import DrawingOptions
from timeline.export.locating import Locations
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ExportContext:
    """What a writer may ask beside the timeline: how pictures are drawn, where events were."""

    locations: Locations
    drawing: DrawingOptions = field(default_factory=DrawingOptions)


Writer = Callable[[Timeline, BinaryIO, ExportContext], None]


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
    return as_located_text(lambda timeline, out, _locations: write(timeline, out))


def as_located_text(write: Callable[[Timeline, TextIO, Locations], None]) -> Writer:
    """Make a writer of UTF-8 bytes of one that writes text and says where events were."""

    def write_bytes(timeline: Timeline, out: BinaryIO, context: ExportContext) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            write(timeline, text, context.locations)
        finally:
            text.detach()

    return write_bytes
