"""What kind of file this is: told by its content, and where that leaves it open by its name."""

import ast
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

_HEAD = 4_096  # bytes that are looked at
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Kind(str):
    """A kind of file: the name of the module in `formats/` that reads it.

    The first three are read without a parser, by readers that stand beside this module.
    """

    __slots__ = ()
    TEXT: ClassVar["Kind"]
    MARKDOWN: ClassVar["Kind"]
    TIMEML: ClassVar["Kind"]
    # Those that content is told by, below; `formats/` may hold further ones.
    HTML: ClassVar["Kind"]
    MHTML: ClassVar["Kind"]
    MAIL: ClassVar["Kind"]
    MAILBOX: ClassVar["Kind"]
    PDF: ClassVar["Kind"]
    PACKAGE: ClassVar["Kind"]  # a zip: Word, EPUB, or an archive of articles
    FEED: ClassVar["Kind"]
    SPREADSHEET: ClassVar["Kind"]
    RTF: ClassVar["Kind"]
    WEB_ARCHIVE: ClassVar["Kind"]
    SUBTITLES: ClassVar["Kind"]
    TEI: ClassVar["Kind"]
    SCAN: ClassVar["Kind"]  # where the packages are there that recognise letters


Kind.TEXT, Kind.MARKDOWN, Kind.TIMEML = Kind("text"), Kind("markdown"), Kind("timeml")
Kind.HTML, Kind.MHTML, Kind.MAIL = Kind("web_page"), Kind("saved_page"), Kind("mail")
Kind.MAILBOX = Kind("mailbox")
Kind.PDF, Kind.PACKAGE, Kind.FEED = Kind("pdf"), Kind("package"), Kind("feed")
Kind.SPREADSHEET, Kind.RTF, Kind.WEB_ARCHIVE = Kind("spreadsheet"), Kind("rtf"), Kind("web_archive")
Kind.SUBTITLES, Kind.TEI, Kind.SCAN = Kind("subtitles"), Kind("tei"), Kind("scan")
PLAIN = frozenset({Kind.TEXT, Kind.MARKDOWN, Kind.TIMEML})  # read without a parser
_PLAIN_ENDINGS = {
    "": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".tml": Kind.TIMEML,
}
_READS, _NEEDS = b"\nREADS = ", b"\nNEEDS = "  # begin their lines


def _found() -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """Yield the readers in `formats/` with the endings that they read, the main one first.

    They say so in a line of their own, `READS = (".pdf",)`, which is looked up without importing
    them: the packages behind them are large, and are not needed to tell which files are read.
    One that needs packages of an extra names them likewise (`NEEDS`), and counts with them only.
    """
    for path in sorted(Path(__file__).with_name("formats").glob("*.py")):
        source = path.read_bytes()
        endings = _said(source, _READS)
        if endings is not None and all(map(_is_installed, _said(source, _NEEDS) or ())):
            yield Kind(path.stem), endings


def _said(source: bytes, name: bytes) -> tuple[str, ...] | None:
    _, said, rest = source.partition(name)
    return ast.literal_eval(rest.split(b"\n", 1)[0].decode()) if said else None


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):
        return False


READERS = MappingProxyType(dict(_found()))
# The ending of a name, and the kind that it promises.
ENDINGS: Mapping[str, Kind] = MappingProxyType(
    _PLAIN_ENDINGS | {ending: kind for kind, endings in READERS.items() for ending in endings}
)
# Other names for what stands in the list for people, and the order of that list.
_ALIASES = frozenset(
    {"", ".text", ".markdown", ".htm", ".xhtml", ".mht", ".ndjson", ".tsv", ".gz", ".xlsm", ".docm"}
    | {".jpeg", ".tif"}
)
_ORDER = (
    *(
        ".txt",
        ".md",
        ".html",
        ".mhtml",
        ".pdf",
        ".docx",
        ".epub",
        ".eml",
        ".mbox",
        ".json",
        ".jsonl",
    ),
    *(".csv", ".xlsx", ".xls", ".ods", ".rtf", ".odt", ".odp", ".pptx", ".srt", ".vtt"),
    *(".warc", ".ris", ".tei", ".rss", ".atom", ".xml", ".tml"),
    *(".png", ".jpg", ".tiff", ".bmp", ".webp", ".gif"),
)


def _in_words() -> str:
    """Return the endings as a message lists them: usual ones first, archives last."""
    told = [ending for ending in ENDINGS if ending not in _ALIASES and ending != ".zip"]
    usual = {ending: place for place, ending in enumerate(_ORDER)}
    told.sort(key=lambda ending: usual.get(ending, len(usual)))
    return f"{', '.join(told)} or .zip"


NAMES = _in_words()
_ROOTS = (
    (re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.ASCII), Kind.FEED),
    (re.compile(r"<TimeML\b", re.ASCII), Kind.TIMEML),
    (re.compile(r"<(?:tei:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]", re.ASCII), Kind.TEI),
    (re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.ASCII | re.IGNORECASE), Kind.HTML),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # one container for Word, Excel, Outlook
_STARTS = (
    (b"{\\rtf", Kind.RTF),
    (b"WARC/", Kind.WEB_ARCHIVE),
    (b"\x1f\x8b", Kind.WEB_ARCHIVE),  # gzip; its reader looks inside
)
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0\0\0\0", re.DOTALL
)
_CUES = re.compile(r"\s*(?:WEBVTT\b|\d+\s*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->)")
_PROLOGUE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^>\[]*>)*+", re.DOTALL)
_FIELDS = re.compile(r"(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*)+")
# A press release may begin with "From:" and "Date:"; these are written by mail programs only.
_MAIL_FIELD = re.compile(
    r"^(?:mime-version|message-id|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_MAILBOX = re.compile(r"From \S[^\n]*\d{4}[^\n]*\n(?=[!-9;-~]+:)")  # RFC 4155
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
    if Kind.SCAN in READERS and _PICTURE.match(data):
        return Kind.SCAN
    for mark, kind in _STARTS:
        if data.startswith(mark):
            return kind
    if is_old_workbook(data):
        return Kind.SPREADSHEET
    head = _readable(data[:_HEAD])
    start = _PROLOGUE.match(head)
    begin = start.end() if start else 0
    for root, kind in _ROOTS:
        if root.match(head, begin):
            return kind
    if _CUES.match(head):
        return Kind.SUBTITLES
    return _fields(head) or promised


def is_old_workbook(data: bytes) -> bool:
    """Return whether a file is a workbook of an Excel before 2007."""
    return data.startswith(OLD_OFFICE) and "Workbook".encode("utf-16-le") in data


def _readable(head: bytes) -> str:
    """Return the ASCII letters of a file's start, whatever its encoding."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    return head.decode("latin-1")


def _fields(head: str) -> Kind | None:
    """Return a mail, a mailbox or a saved page by the fields at its start."""
    above = _MAILBOX.match(head)
    fields = _FIELDS.match(head, above.end() if above else 0)
    if above and fields:
        return Kind.MAILBOX
    if not fields or not _MAIL_FIELD.search(fields[0]):
        return None
    return Kind.MHTML if _SNAPSHOT.search(fields[0]) else Kind.MAIL


def is_readable(name: str) -> bool:
    """Return whether a file of this name may be read; hidden files are not."""
    _, dot, ending = name.rpartition(".")
    return not name.startswith(".") and (f".{ending.lower()}" if dot else "") in ENDINGS
