"""What kind of file this is: told by its content, and where that leaves it open by its name."""

import re
from enum import StrEnum

_HEAD = 4_096  # bytes that are looked at
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Kind(StrEnum):
    """A kind of file that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    TIMEML = "timeml"
    HTML = "html"
    MHTML = "mhtml"
    MAIL = "mail"
    PDF = "pdf"
    PACKAGE = "package"  # a zip: Word, EPUB, or an archive of articles
    JSON = "json"
    JSON_LINES = "json lines"
    CSV = "csv"
    FEED = "feed"


# The ending of a name, and the kind that it promises.
ENDINGS = {
    "": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".tml": Kind.TIMEML,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mhtml": Kind.MHTML,
    ".mht": Kind.MHTML,
    ".eml": Kind.MAIL,
    ".pdf": Kind.PDF,
    ".docx": Kind.PACKAGE,
    ".epub": Kind.PACKAGE,
    ".zip": Kind.PACKAGE,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
}
PLAIN = frozenset({Kind.TEXT, Kind.MARKDOWN, Kind.TIMEML})  # read without a parser
NAMES = (
    ".txt, .md, .html, .mhtml, .pdf, .docx, .epub, .eml, .json, .jsonl, .csv, .rss, .atom, .xml,"
    " .tml or .zip"
)
_ROOTS = (
    (re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.ASCII), Kind.FEED),
    (re.compile(r"<TimeML\b", re.ASCII), Kind.TIMEML),
    (re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.ASCII | re.IGNORECASE), Kind.HTML),
)
_PROLOGUE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^>\[]*>)*+", re.DOTALL)
_FIELDS = re.compile(r"(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*)+")
# A press release may begin with "From:" and "Date:"; these are written by mail programs only.
_MAIL_FIELD = re.compile(
    r"^(?:mime-version|message-id|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_SNAPSHOT = re.compile(
    r"^(?:snapshot-content-location:|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(data: bytes, ending: str) -> Kind:
    """Return the kind of a file from its bytes and the ending of its name (`.txt`)."""
    promised = ENDINGS.get(ending.lower(), Kind.TEXT)
    if data.lstrip(b"\r\n\t \0").startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.PACKAGE
    head = _readable(data[:_HEAD])
    start = _PROLOGUE.match(head)
    begin = start.end() if start else 0
    for root, kind in _ROOTS:
        if root.match(head, begin):
            return kind
    return _fields(head) or promised


def _readable(head: bytes) -> str:
    """Return the ASCII letters of a file's start, whatever its encoding."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    return head.decode("latin-1")


def _fields(head: str) -> Kind | None:
    """Return a mail or a saved page by the fields at its start."""
    fields = _FIELDS.match(head)
    if not fields or not _MAIL_FIELD.search(fields[0]):
        return None
    return Kind.MHTML if _SNAPSHOT.search(fields[0]) else Kind.MAIL


def is_readable(name: str) -> bool:
    """Return whether a file of this name may be read; hidden files are not."""
    _, dot, ending = name.rpartition(".")
    return not name.startswith(".") and (f".{ending.lower()}" if dot else "") in ENDINGS
