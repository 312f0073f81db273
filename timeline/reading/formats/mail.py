"""Mails: the subject, the text or else the HTML, and the date of the header.

Of a text in two versions the plain one is read, or the HTML where that says more; further texts
stand below it. Attachments are left out and counted, attached mails are read on their own. Lines
that quote another mail, and the signature, are marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.article import Mark
from timeline.model.span import Span
from timeline.reading.content import Content, Packed, Part, Refused, UnreadableError
from timeline.reading.decoding import UndecodableError, decode
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import blocks_of, joined, same, titled
from timeline.reading.formats.mail_dates import mail_claim
from timeline.reading.formats.mail_headers import header
from timeline.reading.formats.tree import html_tree
from timeline.reading.left_out import left_out, letters
from timeline.reading.mail_marks import QUOTATION, SIGNATURE
from timeline.reading.title import one_line
from timeline.reading.words import alternation

READS = (".eml",)

_KINDS = ("text/plain", "text/html")
DEEPEST = 100  # multiparts inside each other; mail programs use four at most
_QUOTED = re.compile(r"^[ \t]*>[^\r\n]*", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\r?\n(?:.*(?:\r?\n|$)){0,12}\Z", re.MULTILINE)


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a mail and those attached to it; raise `UnreadableError` where it holds no text."""
    message = parsed(data)
    texts: list[_Text] = []
    rest: list[tuple[str, str]] = []
    for part, versions in _numbered_parts(message):
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or kind not in _KINDS:
            rest += _attachment(part)
        else:
            texts.append(_Text(part_text(part), kind == "text/html", versions))
    chosen, others = _chosen(texts)
    rest += (("another version of the text", text.plain) for text in others)
    attached = [*_attached(message)]
    try:
        return [_content(message, chosen, rest), *attached]
    except UnreadableError:
        if attached:
            return [*attached]
        raise


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a mail; those with one number are versions of the same, plain and HTML."""

    written: str
    markup: bool
    versions: int

    @property
    def plain(self) -> str:
        """The text without markup."""
        if not self.markup or not self.written.strip():
            return self.written
        return joined(blocks_of(html_tree(self.written)))


def _chosen(texts: list[_Text]) -> tuple[list[_Text], list[_Text]]:
    """Part the texts that are read from those that say the same again, or are a mere stand-in."""
    chosen: list[_Text] = []
    others: list[_Text] = []
    by_number: dict[int, list[_Text]] = {}
    for text in texts:
        by_number.setdefault(text.versions, []).append(text)
    for versions in by_number.values():
        best = max(versions, key=lambda text: (_weight(text, versions), not text.markup))
        chosen.append(best)
        said = letters(best.plain)
        others += (t for t in versions if t is not best and letters(t.plain) not in said)
    return chosen, others


def _weight(text: _Text, versions: list[_Text]) -> bool:
    """Return whether a version is whole: not a line that only says where the text can be read."""
    longest = max(len(letters(version.plain)) for version in versions)
    return 2 * len(letters(text.plain)) >= longest


def _attachment(part: EmailMessage) -> Iterator[tuple[str, str]]:
    """Yield an attachment, by name, with its text where it is one."""
    name = one_line(str(part.get_filename() or part.get_content_type()))
    text = part_text(part) if part.get_content_maintype() == "text" else ""
    if part.get_content_type() == "text/html" and text.strip():
        text = joined(blocks_of(html_tree(text)))
    yield f"attachment {name}", text or name


def _attached(message: Message) -> Iterator[Part]:
    """Yield the mails that are attached to a mail, each to be read on its own."""
    waiting = [message]
    found: list[Message] = []
    while waiting:
        part = waiting.pop(0)
        inside = part.get_payload() if part.is_multipart() else None
        mails = [p for p in inside if isinstance(p, Message)] if isinstance(inside, list) else []
        if part.get_content_type() == "message/rfc822":
            found += mails
        else:
            waiting += mails
    for number, mail in enumerate(found, 1):
        name = f"attached-{number}.eml"
        try:
            yield Packed(name, mail.as_bytes())
        except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
            yield Refused(name, "is a damaged mail")


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
    """Return the leaves of a mail in order; attached mails are none of it."""
    return [part for part, _ in _numbered_parts(message)]


def _numbered_parts(message: Message) -> list[tuple[EmailMessage, int]]:
    """Return the leaves of a mail; the versions of one text have the same number."""
    leaves: list[tuple[EmailMessage, int]] = []
    waiting: list[tuple[Message, int, int | None]] = [(message, 0, None)]
    seen = 0
    while waiting:
        part, depth, versions = waiting.pop()
        seen += 1
        if depth > DEEPEST:
            raise UnreadableError(f"is nested more than {DEEPEST} deep")
        if versions is None and part.get_content_type() == "multipart/alternative":
            versions = seen
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            parts = (p for p in reversed(inside) if isinstance(p, Message))
            waiting += [(p, depth + 1, versions) for p in parts]
        elif inside is None and isinstance(part, EmailMessage):
            leaves.append((part, seen if versions is None else versions))
    return leaves


def part_text(part: EmailMessage) -> str:
    """Return the text of a part in the encoding it names, or the one that it really has."""
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


def _content(message: EmailMessage, texts: list[_Text], rest: list[tuple[str, str]]) -> Content:
    subject = _prefix().sub("", header(message, "Subject")) or None
    texts = [text for text in texts if text.written.strip()]
    if not texts:
        raise UnreadableError("is a mail without text")
    if any(not text.markup for text in texts):
        plain = "\n\n".join(text.plain for text in texts) if len(texts) > 1 else texts[0].written
        first = next((line for line in plain.splitlines() if line.strip()), "")
        whole = plain if not subject or same(subject, first) else f"{subject}\n\n{plain}"
        marks = _marks(whole)
    else:
        blocks = [b for text in texts for b in blocks_of(html_tree(text.written), rest)]
        whole, marks = titled(subject, blocks), ()
    claim = mail_claim(message)
    facts = Facts((claim,) if claim else (), subject)
    return Content(whole, facts, marks=marks, left_out=left_out(rest))


@lru_cache(maxsize=1)
def _prefix() -> re.Pattern[str]:
    """What programs put before the subject of an answer or a mail that is passed on: "Re: "."""
    words = alternation(page_words("mail", "prefixes"))
    return re.compile(rf"^(?:(?:{words})\s*:\s*)+", re.IGNORECASE)


def _marks(text: str) -> tuple[Mark, ...]:
    marks = [Mark(Span(*hit.span()), QUOTATION) for hit in _QUOTED.finditer(text)]
    signature = _SIGNATURE.search(text)
    if signature and signature[0].strip():
        span = Span(signature.start(), signature.start() + len(signature[0].rstrip()))
        marks = [mark for mark in marks if mark.span.end <= span.start]
        marks.append(Mark(span, SIGNATURE))
    return tuple(marks)
