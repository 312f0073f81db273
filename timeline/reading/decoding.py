"""From bytes to text: byte order mark, UTF-8, UTF-16 without a mark, then what chardet finds."""

import codecs
import re

from timeline.reading.characters import MISSING, storable
from timeline.reading.content import UnreadableError

# Longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
)
# All but tab, newlines, form feed, escape (ISO-2022 uses it) and the separators.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f\x80-\x84\x86-\x9f]")
_MISSING = re.compile(MISSING)
MOST_CONTROLS = 0.01
FEW_CONTROLS = 3  # in a text so short that they are more than its share
MOST_OF_SHORT = 0.1
SAMPLE = 1_000_000  # bytes or characters that are looked at to tell an encoding, or binary data


class UndecodableError(UnreadableError):
    """Bytes that are no text; the message says what they are, to follow the file's name."""


def decode(data: bytes) -> str:
    """Decode a text file, its newlines kept and its byte order mark dropped.

    Raise `UndecodableError` where the bytes are no text.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UndecodableError(f"is {kind}, not plain text")
    text = _marked(data)
    if text is None:
        stray = 0 < data[:SAMPLE].count(0) <= MOST_CONTROLS * len(data[:SAMPLE])
        text = _utf8(data) if stray or b"\0" not in data else _utf16(data)
    if text is None:
        text = _detected(data)
    if _is_binary(_CONTROLS, text):
        text = data.decode("utf-8", "replace")
        if _is_binary(_CONTROLS, text) or _is_binary(_MISSING, text):
            raise UndecodableError("holds binary data, not text")
    return storable(text)


def _is_binary(what: re.Pattern[str], text: str) -> bool:
    """Return whether so much of a text is no writing that it is none; a few signs may stray."""
    head = text[:SAMPLE]
    count = len(what.findall(head))
    few = count <= FEW_CONTROLS and count <= MOST_OF_SHORT * len(head)
    return not few and count > MOST_CONTROLS * len(head)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UndecodableError(
                    f"begins as {encoding.upper()} text but is damaged at byte {error.start}"
                ) from error
    return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes) -> str:
    """Decode data with zero bytes: UTF-16, if they all stand in one position of their pair."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    if not len(data) % 2 and (even == 0) != (odd == 0):
        try:
            return data.decode("utf-16-be" if even else "utf-16-le")
        except UnicodeDecodeError:
            pass
    raise UndecodableError("holds binary data, not text")


def _detected(data: bytes) -> str:
    import chardet  # noqa: PLC0415 - most files are UTF-8 and never need it

    for guess in chardet.detect_all(data[:SAMPLE]):
        try:
            return data.decode(guess["encoding"] or "ascii")
        except (UnicodeDecodeError, LookupError):
            continue
    if b"\0" in data:
        raise UndecodableError("holds binary data, not text")
    raise UndecodableError("is in no encoding that can be recognised: save it as UTF-8")
