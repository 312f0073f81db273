"""RTF files: their text by striprtf; title and creation by the file's own group of information."""

import re
from collections.abc import Iterator
from itertools import islice

from timeline.model.article import ClaimSource, DateClaim
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import joined
from timeline.reading.left_out import left_out
from timeline.reading.record_dates import record_claim

READS = (".rtf",)

MOST_BESIDE = 200  # heads, feet and notes that are looked at
MOST_PARAGRAPHS = 200_000
_BESIDE = re.compile(r"\{\\(?:\*\\)?(header|footer|footnote|annotation)[lrf]?(?![a-z])")
_REASONS = {
    "header": "page header",
    "footer": "page footer",
    "footnote": "footnotes",
    "annotation": "comments",
}
_MOMENT = re.compile(r"\{\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_TITLE = re.compile(r"\{\\title ((?:[^{}\\]|\\'[0-9a-f]{2}|\\u-?\d+ ?\??)*)\}")
_BRACES = re.compile(r"\\[{}\\]|[{}]")
_SOURCES = {"creatim": ClaimSource.CREATED, "revtim": ClaimSource.UPDATED}
_HEAD = r"{\rtf1\ansi\ansicpg%s "
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read an RTF file; raise `UnreadableError` where it is damaged or without text."""
    written = data.decode("latin-1")  # RTF is ASCII; other bytes are of its code page
    page = _CODE_PAGE.search(written)
    head = _HEAD % (page[1] if page else "1252")
    lines = (" ".join(line.split()) for line in _plain(written).split("\n"))
    paragraphs = [line for line in lines if line]
    if not paragraphs:
        raise UnreadableError("is an RTF file without text")
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise UnreadableError(f"is no article: it has more than {MOST_PARAGRAPHS:,} paragraphs")
    title = _TITLE.search(written)
    facts = Facts(
        tuple(_claims(written)), _plain(head + title[1] + "}").strip() or None if title else None
    )
    return [Content(joined(paragraphs), facts, left_out=left_out(_beside(written, head)))]


def _plain(written: str) -> str:
    """Return the text of RTF, halves of characters put together, soft hyphens taken out."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - few files are RTF

    try:
        text: str = rtf_to_text(written, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise UnreadableError("is a damaged RTF file: open it and save it anew") from error
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\xad", "").replace("|\n", "\n")


def _claims(written: str) -> Iterator[DateClaim]:
    for kind, year, month, day in islice(_MOMENT.findall(written), 2):
        text = f"{year}-{int(month):02d}-{int(day):02d}"
        claim = record_claim(_SOURCES[kind], text, f"document property {kind}")
        if claim:
            yield claim


def _beside(written: str, head: str) -> Iterator[tuple[str, str]]:
    """Yield the text of heads, feet, notes and comments, which striprtf passes over."""
    for found in islice(_BESIDE.finditer(written), MOST_BESIDE):
        yield _REASONS[found[1]], _plain(head + _group(written, found.end()))


def _group(written: str, start: int) -> str:
    """Return what stands from a place to the end of its group, the closing brace included."""
    depth = 1
    for brace in _BRACES.finditer(written, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return written[start : brace.end()]
    return written[start:] + "}"
