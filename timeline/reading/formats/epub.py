"""E-books: the chapters in the order of the spine, as one text."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from timeline.model.article import ClaimSource, SourceBasis
from timeline.reading.content import Content, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import blocks_of, titled
from timeline.reading.formats.tree import html_tree, local_name, xml_root
from timeline.reading.formats.zipped import Zipped
from timeline.reading.left_out import left_out
from timeline.reading.record_dates import record_claim

CONTAINER = "META-INF/container.xml"
_TEXTS = ("application/xhtml+xml", "text/html")


def content(zipped: Zipped) -> Content:
    """Read an e-book; raise `UnreadableError` where it is locked, damaged or without text."""
    if "META-INF/encryption.xml" in zipped.names and "META-INF/rights.xml" in zipped.names:
        raise UnreadableError("is locked by its seller (DRM)")
    path = _package(zipped)
    package = xml_root(zipped.read(path))
    facts = _facts(package)
    blocks: list[str] = []
    rest: list[tuple[str, str]] = []
    chapters, others = _chapters(package, posixpath.dirname(path))
    for chapter in chapters:
        blocks += blocks_of(html_tree(decode(zipped.read(chapter))), rest)
    if not blocks:
        raise UnreadableError("is an e-book without text")
    rest += _outside(zipped, others)
    return Content(titled(facts.title, blocks), facts, left_out=left_out(rest))


def _outside(zipped: Zipped, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand outside of the reading order: contents, notes, covers."""
    for name in names:
        reason = f"outside the reading order: {posixpath.basename(name)}"
        try:
            yield reason, "\n".join(blocks_of(html_tree(decode(zipped.read(name)))))
        except UnreadableError:
            yield reason, f"{name}, unread"


def _package(zipped: Zipped) -> str:
    for element in xml_root(zipped.read(CONTAINER)).iter():
        if local_name(element) == "rootfile" and element.get("full-path"):
            return str(element.get("full-path"))
    raise UnreadableError("is a damaged e-book: it names no package")


def _chapters(package: etree._Element, folder: str) -> tuple[list[str], list[str]]:
    """Return the names of the texts in reading order, and of those that stand outside of it.

    The table of contents is outside.
    """
    items = {e.get("id"): e for e in package.iter() if local_name(e) == "item"}
    chapters = []
    for reference in package.iter():
        item = items.get(reference.get("idref")) if local_name(reference) == "itemref" else None
        if item is None or item.get("media-type") not in _TEXTS or not item.get("href"):
            continue
        if "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no":
            continue
        chapters.append(_path(folder, item))
    texts = (_path(folder, i) for i in items.values() if i.get("media-type") in _TEXTS)
    others = [name for name in texts if name not in chapters]
    return list(dict.fromkeys(chapters)), list(dict.fromkeys(others))


def _path(folder: str, item: etree._Element) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href") or ""))))


def _facts(package: etree._Element) -> Facts:
    fields: dict[str, str] = {}
    claims = []
    for element in package.iter():
        name, text = local_name(element), (element.text or "").strip()
        if name in ("title", "language", "publisher") and text:
            fields.setdefault(name, " ".join(text.split()))
        updated = element.get("property") == "dcterms:modified" or _event(element) == "modification"
        if (name == "date" or updated) and text:
            source = ClaimSource.UPDATED if updated else ClaimSource.CREATED
            claims.append(
                record_claim(source, text, f"package {'modified' if updated else 'date'}")
            )
    return Facts(
        tuple(claim for claim in claims if claim),
        fields.get("title"),
        source=fields.get("publisher"),
        declared=fields.get("language"),
        source_basis=SourceBasis.RECORD if "publisher" in fields else None,
    )


def _event(element: etree._Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}event")), "")
