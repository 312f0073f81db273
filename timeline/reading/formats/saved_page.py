"""Saved web pages (MHTML): the page itself, read as any other. The Date is when it was saved."""

from timeline.reading.content import Part, UnreadableError
from timeline.reading.formats.mail import header, parsed, part_text, parts_of
from timeline.reading.formats.web_page import page


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a saved page; raise `UnreadableError` where it holds none."""
    message = parsed(data)
    for part in parts_of(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = header(message, "Snapshot-Content-Location") or header(
                part, "Content-Location"
            )
            return [page(part_text(part), address if address.startswith("http") else None)]
    raise UnreadableError("is a saved page without HTML")
