"""The formats of a digest, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from timeline.digest import Digest
from timeline.export.digest.html_page import write_html
from timeline.export.digest.lines import Chronology, chronology_of
from timeline.export.digest.markdown_page import write_markdown
from timeline.export.digest.pdf_file import write_pdf
from timeline.export.digest.records import digest_record
from timeline.export.digest.word_file import write_word
from timeline.wording.json_text import json_text

JSON = "json"
_INDENT = 1


@dataclass(frozen=True, slots=True)
class DigestFormat:
    """A format: its name, whether it is no text, and what writes a chronology, None for JSON."""

    name: str
    binary: bool = False
    write: Callable[[Chronology, BinaryIO], None] | None = None


_ALL = (
    DigestFormat(JSON),
    DigestFormat("markdown", write=write_markdown),
    DigestFormat("docx", binary=True, write=write_word),
    DigestFormat("pdf", binary=True, write=write_pdf),
    DigestFormat("html", write=write_html),
)
DIGEST_FORMATS: Mapping[str, DigestFormat] = MappingProxyType({one.name: one for one in _ALL})


def write_digest(
    digest: Digest, format_name: str, out: BinaryIO, about: tuple[str, ...] = ()
) -> None:
    """Write a digest to a stream of bytes; `about` are the names that stand over it."""
    form = DIGEST_FORMATS[format_name]
    if form.write is None:
        out.write(f"{json_text(digest_record(digest), _INDENT)}\n".encode())
    else:
        form.write(chronology_of(digest, about), out)
