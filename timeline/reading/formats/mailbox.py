"""Mailboxes: mails one after the other, each below a line "From … <date>" (RFC 4155)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from timeline.model.article import ClaimSource
from timeline.reading.content import Content, Part, Refused, UnreadableError
from timeline.reading.formats import mail
from timeline.reading.record_dates import record_claim

READS = (".mbox",)

MOST = 20_000
_FROM = re.compile(rb"^From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]+:)", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_MOMENT = re.compile(r"\w{3}\s+(\w{3})\s+(\d{1,2})\s+[\d:]+\s+(?:\S+\s+)?(\d{4})")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read the mails of a mailbox; raise `UnreadableError` where there are none or too many."""
    mails = list(islice(_mails(data), MOST + 1))
    if not mails:
        raise UnreadableError("is a mailbox without mails")
    if len(mails) > MOST:
        raise UnreadableError(f"holds more than {MOST:,} mails; split it")
    if len(mails) == 1:
        return [_dated(part, mails[0][0]) for part in mail.read(mails[0][1], ".eml")]
    return [
        part for number, one in enumerate(mails, 1) for part in _parts(str(number), one[0], one[1])
    ]


def _mails(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each mail with the line above it, lines that begin with "From" as they were sent."""
    begins = [found.span() for found in _FROM.finditer(data) if _is_apart(data, found.start())]
    ends = [*(start for start, _ in begins[1:]), len(data)]
    for (start, below), end in zip(begins, ends, strict=True):
        yield data[start:below].decode("latin-1"), _ESCAPED.sub(b"", data[below:end])


def _is_apart(data: bytes, start: int) -> bool:
    return start == 0 or data[:start].endswith((b"\n\n", b"\n\r\n"))


def _parts(name: str, line: str, data: bytes) -> Iterator[Part]:
    """Yield a mail and those attached to it, below its number."""
    try:
        found = mail.read(data, ".eml")
    except UnreadableError as error:
        yield Refused(name, str(error))
        return
    for part in found:
        yield replace(_dated(part, line), name=f"{name}/{part.name}" if part.name else name)


def _dated(part: Part, line: str) -> Part:
    """Return a mail with the date of the line above it, where it states none itself."""
    moment = _MOMENT.search(line)
    if not isinstance(part, Content) or part.facts.claims or moment is None:
        return part
    written = f"{moment[2]} {moment[1]} {moment[3]}"
    claim = record_claim(ClaimSource.RECORD, written, "line above the mail")
    return part if claim is None else replace(part, facts=replace(part.facts, claims=(claim,)))
