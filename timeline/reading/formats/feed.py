"""RSS and Atom feeds: one article an entry. JSON feeds are read as JSON."""

from html import escape

from lxml import etree

from timeline.reading.content import Part, UnreadableError
from timeline.reading.formats.record_articles import articles
from timeline.reading.formats.tree import local_name, xml_root
from timeline.reading.record import FEED, Record

READS = (".rss", ".atom", ".xml")

_ENTRIES = ("item", "entry")
# The elements of an entry, and the field that each is. Of several the first named here counts.
_FIELDS = {
    "encoded": "content_html",
    "content": "content_html",
    "description": "html",
    "summary": "html",
    "title": "title",
    "pubdate": "published",
    "published": "published",
    "issued": "published",
    "date": "date",
    "updated": "updated",
    "modified": "updated",
    "guid": "id",
    "id": "id",
    "publisher": "publisher",
    "language": "language",
}


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a feed; raise `UnreadableError` where it is none, is damaged, or has no entries."""
    root = xml_root(data)
    if local_name(root) not in ("rss", "feed", "rdf"):
        raise UnreadableError(
            f"is XML, but no feed and no TimeML: its element is <{local_name(root)}>"
        )
    entries = [e for e in root.iter() if local_name(e) in _ENTRIES]
    # The first of a name is the feed's own.
    channel: dict[str, etree._Element] = {}
    for parent in (root, *(e for e in root if local_name(e) == "channel")):
        for element in parent:
            channel.setdefault(local_name(element), element)
    if not entries:
        raise UnreadableError("is a feed without entries")
    return articles([_record(entry, channel) for entry in entries], place=FEED)


def _record(entry: etree._Element, channel: dict[str, etree._Element]) -> Record:
    record: Record = {}
    for element in entry:
        name = local_name(element)
        if name == "link":
            address = element.get("href") or (element.text or "").strip()
            if address and element.get("rel", "alternate") == "alternate":
                record.setdefault("url", address)
            continue
        field = _FIELDS.get(name, "")
        text = _markup(element)
        if text:
            record[_free(field if field and field not in record else name, record)] = text
    # A language that the channel declares is that of a template as often as not; see `Facts`.
    if "title" in channel:
        record.setdefault("source", _markup(channel["title"]))
    return record


def _free(name: str, record: Record) -> str:
    """Return a name that no field of the record has: `description`, `description (2)`."""
    number = 1
    while (f"{name} ({number})" if number > 1 else name) in record:
        number += 1
    return f"{name} ({number})" if number > 1 else name


def _markup(element: etree._Element) -> str:
    """Return an element's text; one that holds XHTML as HTML, with the text before it."""
    if not isinstance(element.tag, str):
        return ""
    if len(element):
        inner = (etree.tostring(child, encoding="unicode") for child in element)
        return "".join((escape(element.text or "", quote=False), *inner)).strip()
    return (element.text or "").strip()
