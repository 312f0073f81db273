"""Web archives (WARC, and those in a WACZ): each page in them is an article with its address.

A page is handed on as a saved page (MHTML), which is read on its own and keeps the address. The day
of the capture is the day on which the page was looked at: it is kept as that, and is no date of
publication. What else was captured (pictures, scripts, answers that say that nothing is there) is
counted.
"""

import gzip
import io
import re
import unicodedata
from collections.abc import Iterator
from email.utils import format_datetime
from itertools import count
from urllib.parse import quote

from timeline.reading.content import Packed, Part, Refused, UnreadableError
from timeline.reading.formats.saved_page import CAPTURED
from timeline.reading.formats.tree import LARGEST_HTML
from timeline.reading.formats.zipped import Zipped

READS = (".warc", ".gz")

MOST = 20_000
LARGEST_UNPACKED = 200_000_000  # bytes of pages, all together
MARK = b"WARC/"
LONGEST_NAME = 80
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_NO_NAME = re.compile(r"[^\w.]+")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_ASCII = "".join(map(chr, range(33, 127)))
NO_PAGE = "captured, and no page"


def is_packed(data: bytes) -> bool:
    """Return whether gzip data holds a web archive."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(len(MARK)) == MARK
    except (OSError, EOFError, ValueError):
        return False


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a WARC file; raise `UnreadableError` where it holds no page, or too many."""
    if not data.startswith(MARK) and not is_packed(data):
        raise UnreadableError("is packed with gzip: unpack it first (`gunzip`)")
    return _listed([data])


def from_wacz(zipped: Zipped) -> list[Part]:
    """Read the archives in a WACZ; raise `UnreadableError` where they hold no page."""
    return _listed([zipped.read(name) for name in archives_in(zipped)])


def archives_in(zipped: Zipped) -> list[str]:
    """Return the names of the web archives in a zip, where it is a WACZ."""
    if "datapackage.json" not in zipped.names:
        return []
    inside = (name for name in zipped.names if name.startswith("archive/"))
    return sorted(name for name in inside if name.endswith((".warc", ".warc.gz")))


def _listed(archives: list[bytes]) -> list[Part]:
    from fastwarc.warc import (  # noqa: PLC0415 - few files are web archives
        ArchiveIterator,
        WarcRecordType,
    )

    parts: list[Part] = []
    names: set[str] = set()
    left = LARGEST_UNPACKED
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in (
            record
            for data in archives
            for record in ArchiveIterator(
                io.BytesIO(data), record_types=kinds, parse_http=True, auto_decode="all"
            )
        ):
            address = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
            kind, charset = _type_of(record)
            if kind not in _PAGES or not _is_there(record):
                parts.append(Refused(f"{kind or 'unknown'} {address}", NO_PAGE, hidden=True))
                continue
            if len(names) >= MOST:
                raise UnreadableError(f"holds more than {MOST:,} pages; split it")
            name = _name(address, names)
            page = record.reader.read(min(LARGEST_HTML, left) + 1)
            left -= len(page)
            if left < 0:
                raise UnreadableError(f"unpacks to more than {LARGEST_UNPACKED // 10**6} MB")
            parts.append(Packed(name, _saved(page, charset, address, record.record_date)))
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("is a damaged web archive") from error
    if not names:
        raise UnreadableError("is a web archive without pages")
    return parts


def _type_of(record) -> tuple[str, str]:  # type: ignore[no-untyped-def]  # noqa: ANN001 - loaded late
    """Return the kind of what was captured, and the encoding that the server named."""
    headers = record.http_headers if record.http_headers is not None else record.headers
    written = str(headers.get("Content-Type") or "")
    charset = _CHARSET.search(written)
    return written.split(";", maxsplit=1)[0].strip().lower(), charset[1] if charset else ""


def _is_there(record) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001 - loaded late
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status is None or status == _OK


def _saved(page: bytes, charset: str, address: str, captured) -> bytes:  # type: ignore[no-untyped-def]  # noqa: ANN001 - loaded late
    """Write a page as MHTML, its bytes as they are."""
    fields = {
        "MIME-Version": "1.0",
        "Snapshot-Content-Location": quote(address, safe=_ASCII),
        CAPTURED: "" if captured is None else format_datetime(captured),
        "Content-Type": f"text/html; charset={charset}" if charset else "text/html",
        "Content-Transfer-Encoding": "binary",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"{head}\r\n".encode() + page


def _name(address: str, taken: set[str]) -> str:
    """Return a name for a page after its address, which no other page of the archive has."""
    plain = unicodedata.normalize("NFKC", re.sub(r"^\w+://(?:www\.)?", "", address))
    base = _NO_NAME.sub("-", plain).strip("-.")[-LONGEST_NAME:].strip("-.").casefold() or "page"
    names: Iterator[str] = (base if n == 1 else f"{base}-{n}" for n in count(1))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name
