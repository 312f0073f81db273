"""Word files: every paragraph that a reader sees, in tables and text boxes too.

Insertions count, deletions do not. Headers, footers, footnotes, comments and what is drawn are left
out, and counted. Of a text box, which Word writes twice, the first is read.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from timeline.model.article import ClaimSource
from timeline.reading.content import Content, UnreadableError
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import ALTERNATIVE, joined
from timeline.reading.formats.tree import bare_name, local_name, xml_root
from timeline.reading.formats.zipped import Zipped
from timeline.reading.left_out import left_out
from timeline.reading.note_marks import as_mark
from timeline.reading.record_dates import record_claim

PROPERTIES = "docProps/core.xml"
RELATIONS = "_rels/.rels"
MOST_PARAGRAPHS = 200_000
_SILENT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr"})
# The other parts of a file that hold text, by how their names begin.
_PARTS = (
    ("header", "page header"),
    ("footer", "page footer"),
    ("footnotes", "footnotes"),
    ("endnotes", "endnotes"),
    ("comments.xml", "comments"),
    ("charts/chart", "chart"),
    ("diagrams/data", "diagram"),
    ("afchunk", "document inside the document"),
    ("glossary/document.xml", "building blocks"),
)
_GENERATED = re.compile(
    r"\b(?:generated|created|produced|exported|made) (?:by|with|from)\b", re.IGNORECASE
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def main_part(zipped: Zipped) -> str | None:
    """Return the name of the part that holds the text; None where the file is no Word file."""
    if RELATIONS not in zipped.names:
        return None
    for relation in xml_root(zipped.read(RELATIONS)):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            target = (relation.get("Target") or "").lstrip("/")
            return target if target.startswith("word/") and target in zipped.names else None
    return None


def content(zipped: Zipped) -> Content:
    """Read a Word file; raise `UnreadableError` where it holds no text."""
    part = main_part(zipped) or "word/document.xml"
    paragraphs = []
    root = xml_root(zipped.read(part))
    for paragraph in _paragraphs(root):
        paragraphs.append(paragraph)
        if len(paragraphs) > MOST_PARAGRAPHS:
            raise UnreadableError(f"is no article: it has more than {MOST_PARAGRAPHS:,} paragraphs")
    if not paragraphs:
        raise UnreadableError("is a Word file without text")
    rest = left_out([*_unread(root), *_other_parts(zipped, posixpath.dirname(part))])
    return Content(joined(paragraphs), document_facts(zipped), left_out=rest)


def _unread(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what stands in the text and is not shown: deletions, and what describes pictures."""
    for element in root.iter():
        name = bare_name(element)
        if name == "delText":
            yield "deleted text", element.text or ""
        elif name == "docPr" and element.get("descr"):
            yield ALTERNATIVE, str(element.get("descr"))


def _other_parts(zipped: Zipped, folder: str) -> Iterator[tuple[str, str]]:
    """Yield the text of the other parts of the file, a paragraph at a time."""
    for name in sorted(zipped.names):
        reason = next((why for start, why in _PARTS if name.startswith(f"{folder}/{start}")), None)
        if reason is None:
            continue
        try:
            root = xml_root(zipped.read(name)) if name.endswith(".xml") else None
        except UnreadableError:
            root = None
        if root is None:
            yield reason, f"{name}, unread"
            continue
        for paragraph in (e for e in root.iter() if bare_name(e) == "p"):
            yield reason, "".join(e.text or "" for e in paragraph.iter() if bare_name(e) == "t")


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the paragraphs in order; those of a text box stand before the one that it hangs on."""
    open_ones: list[list[str]] = []
    skipped = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = bare_name(element)
        if event == "start":
            if skipped is None and name in _SILENT:
                skipped = element
            if skipped is None and name == "p":
                open_ones.append([])
            elif skipped is None and open_ones:
                written = _written(name, element)
                if name == "t" and _is_raised(element):
                    written = as_mark(written, "".join(open_ones[-1]))
                open_ones[-1].append(written)
        elif skipped is element:
            skipped = None
        elif skipped is None and name == "p" and open_ones:
            text = " ".join("".join(open_ones.pop()).split())
            if text:
                yield text


def _is_raised(element: etree._Element) -> bool:
    """Return whether a text stands above the line, as the marks of footnotes do."""
    run = element.getparent()
    properties = [] if run is None else [e for e in run if bare_name(e) == "rPr"]
    places = (e for p in properties for e in p if bare_name(e) == "vertAlign")
    return any("superscript" in e.values() for e in places)


def _written(name: str, element: etree._Element) -> str:
    return (element.text or "") if name == "t" else _SIGNS.get(name, "")


def document_facts(zipped: Zipped) -> Facts:
    """Return what the properties of an Office file state: dates, and its language."""
    if PROPERTIES not in zipped.names:
        return Facts()
    fields = {local_name(e): (e.text or "").strip() for e in xml_root(zipped.read(PROPERTIES))}
    if _is_of_a_template(fields):
        return Facts(declared=fields.get("language") or None)
    sources = ((ClaimSource.CREATED, "created"), (ClaimSource.UPDATED, "modified"))
    claims = [
        record_claim(source, fields[name], f"document property {name}")
        for source, name in sources
        if name in fields
    ]
    return Facts(tuple(c for c in claims if c), declared=fields.get("language") or None)


def _is_of_a_template(fields: Mapping[str, str]) -> bool:
    """Return whether the dates are those of the template from which a program made the file.

    A program that fills a template in leaves its properties as they are: it says that it generated
    the file, and nobody has saved it since it was created.
    """
    saved = fields.get("lastModifiedBy") or fields.get("created") != fields.get("modified")
    return not saved and _GENERATED.search(fields.get("description", "")) is not None
