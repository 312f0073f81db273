"""Which kinds of file are read, and by what: a new format is one file and one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.reading.content import Content
from timeline.reading.decoding import decode
from timeline.reading.timeml import timeml

Reader = Callable[[bytes], Content]


def plain_text(data: bytes) -> Content:
    """Read a plain text file; raise `UndecodableError` where it is none."""
    return Content(decode(data))


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "": plain_text,
        ".txt": plain_text,
        ".text": plain_text,
        ".md": plain_text,
        ".markdown": plain_text,
        ".tml": timeml,
    }
)
KINDS = ".txt, .md and .tml"


def reader_of(suffix: str) -> Reader:
    """Give the reader of a file name's ending; an unknown one is tried as plain text."""
    return READERS.get(suffix.lower(), plain_text)
