"""Saved web pages (MHTML): the page itself, read as any other.

The Date is when it was saved, which is nothing that the page says. A page of a web archive names
the day of its capture in a field of its own (RFC 7089), which is kept as the day of access.
"""

from dataclasses import replace

from timeline.model.article import ClaimSource
from timeline.reading.content import Part, UnreadableError
from timeline.reading.formats.blocks import blocks_of, joined
from timeline.reading.formats.mail import parsed, part_text, parts_of
from timeline.reading.formats.mail_headers import header
from timeline.reading.formats.tree import html_tree
from timeline.reading.formats.web_page import page
from timeline.reading.left_out import left_out
from timeline.reading.record_dates import record_claim

READS = (".mhtml", ".mht")

CAPTURED = "Memento-Datetime"
_PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a saved page; raise `UnreadableError` where it holds none."""
    message = parsed(data)
    pages = [p for p in parts_of(message) if p.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableError("is a saved page without HTML")
    address = header(message, "Snapshot-Content-Location") or header(pages[0], "Content-Location")
    first = page(part_text(pages[0]), address if address.startswith("http") else None)
    frames = left_out(("frame of the page", _shown(part_text(frame))) for frame in pages[1:])
    captured = record_claim(ClaimSource.ACCESSED, header(message, CAPTURED), f"header {CAPTURED}")
    claims = (*first.facts.claims, *([captured] if captured else []))
    facts = replace(first.facts, claims=claims)
    return [replace(first, facts=facts, left_out=(*first.left_out, *frames))]


def _shown(text: str) -> str:
    return joined(blocks_of(html_tree(text))) if text.strip() else ""
