"""Mails: the subject, the text or else the HTML, and the date of the header.

Attachments are left out. Lines that quote another mail, and the signature, are marked.
"""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message

from timeline.model.article import ClaimSource, Mark
from timeline.model.span import Span
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.decoding import UndecodableError, decode
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import blocks_of, same, titled
from timeline.reading.formats.tree import html_tree
from timeline.reading.record_dates import record_claim
from timeline.reading.title import one_line

QUOTATION, SIGNATURE = "quotation", "signature"
DEEPEST = 100  # multiparts inside each other; mail programs use four at most
_QUOTED = re.compile(r"^[ \t]*>[^\r\n]*", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\r?\n(?:.*(?:\r?\n|$)){0,12}\Z", re.MULTILINE)
_PREFIX = re.compile(r"^(?:(?:re|aw|fwd?|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a mail; raise `UnreadableError` where it is damaged or holds no text."""
    message = parsed(data)
    plain = html = None
    for part in parts_of(message):
        if part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not (plain or "").strip():
            plain = part_text(part)
        elif kind == "text/html" and html is None:
            html = part_text(part)
    return [_content(message, plain or "", html or "")]


def parsed(data: bytes) -> EmailMessage:
    """Parse a mail or a saved page; raise `UnreadableError` where it is nested without end."""
    try:
        message = message_from_bytes(data, policy=policy.default)
    except (
        RecursionError,
        MessageError,
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
    ) as error:
        raise UnreadableError("is a damaged mail") from error
    return message


def parts_of(message: Message) -> list[EmailMessage]:
    """Give the leaves of a mail in order; attached mails are none of it."""
    leaves = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnreadableError(f"is nested more than {DEEPEST} deep")
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            waiting += [(p, depth + 1) for p in reversed(inside) if isinstance(p, Message)]
        elif inside is None and isinstance(part, EmailMessage):
            leaves.append(part)
    return leaves


def part_text(part: EmailMessage) -> str:
    """Give the text of a part in the encoding it names, or the one that it really has."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):
        pass
    try:
        return decode(data)
    except UndecodableError:
        return data.decode("latin-1")


def header(message: Message, name: str) -> str:
    """Give a header on one line, as written where it is damaged; empty where it is missing."""
    try:
        return one_line(str(message.get(name) or ""))
    except (ValueError, LookupError, ArithmeticError, AttributeError, TypeError, RecursionError):
        raw = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
        return one_line(next(raw, ""))


def _content(message: EmailMessage, plain: str, html: str) -> Content:
    subject = _PREFIX.sub("", header(message, "Subject")) or None
    if plain.strip():
        first = next((line for line in plain.splitlines() if line.strip()), "")
        text = plain if not subject or same(subject, first) else f"{subject}\n\n{plain}"
        marks = _marks(text)
    elif html.strip():
        text, marks = titled(subject, blocks_of(html_tree(html))), ()
    else:
        raise UnreadableError("is a mail without text")
    claim = record_claim(ClaimSource.RECORD, header(message, "Date"), "mail header Date")
    return Content(text, Facts((claim,) if claim else (), subject), marks=marks)


def _marks(text: str) -> tuple[Mark, ...]:
    marks = [Mark(Span(*hit.span()), QUOTATION) for hit in _QUOTED.finditer(text)]
    signature = _SIGNATURE.search(text)
    if signature and signature[0].strip():
        span = Span(signature.start(), signature.start() + len(signature[0].rstrip()))
        marks = [mark for mark in marks if mark.span.end <= span.start]
        marks.append(Mark(span, SIGNATURE))
    return tuple(marks)
