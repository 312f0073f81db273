"""PowerPoint presentations (.pptx): the text of every slide in order, a paragraph a line.

Tables and charts' titles count as the slides show them; speaker notes, comments, hidden slides and
what describes pictures are left out, and counted.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree

from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import ALTERNATIVE, joined
from timeline.reading.formats.docx import PROPERTIES, document_facts
from timeline.reading.formats.tree import bare_name, xml_root
from timeline.reading.formats.zipped import Zipped
from timeline.reading.left_out import left_out

READS = (".pptx",)

MAIN = "ppt/presentation.xml"
MOST_PARAGRAPHS = 200_000
HIDDEN = "hidden slide"
_BESIDE = (("ppt/notesSlides/", "speaker notes"), ("ppt/comments/", "comments"))
_SIGNS = {"br": "\n", "tab": "\t"}
_SILENT = frozenset({"Fallback"})


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a presentation; raise `UnreadableError` where it is damaged or without text."""
    return [content(Zipped(data))]


def content(zipped: Zipped) -> Content:
    """Read an unpacked presentation; raise `UnreadableError` where it shows no text."""
    paragraphs: list[str] = []
    rest: list[tuple[str, str]] = []
    for name in _slides(zipped):
        slide = xml_root(zipped.read(name))
        shown = list(_paragraphs(slide))
        if slide.get("show") in ("0", "false"):
            rest += ((HIDDEN, paragraph) for paragraph in shown)
        else:
            paragraphs += shown
        rest += _described(slide)
        if len(paragraphs) > MOST_PARAGRAPHS:
            raise UnreadableError(f"is no article: it has more than {MOST_PARAGRAPHS:,} paragraphs")
    if not paragraphs:
        raise UnreadableError("is a presentation without text: its slides are pictures")
    rest += _beside(zipped)
    facts = document_facts(zipped) if PROPERTIES in zipped.names else Facts()
    return Content(joined(paragraphs), facts, left_out=left_out(rest))


def _slides(zipped: Zipped) -> list[str]:
    """Return the names of the slides in the order in which they are shown."""
    relations = "ppt/_rels/presentation.xml.rels"
    targets = {
        relation.get("Id"): posixpath.normpath(
            posixpath.join("ppt", (relation.get("Target") or "").removeprefix("/ppt/"))
        )
        for relation in (xml_root(zipped.read(relations)) if relations in zipped.names else ())
    }
    listed = (
        targets.get(next((v for k, v in e.attrib.items() if str(k).endswith("}id")), None))
        for e in xml_root(zipped.read(MAIN)).iter()
        if bare_name(e) == "sldId"
    )
    there = set(zipped.names)
    return [name for name in dict.fromkeys(listed) if name and name in there]


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a slide, the cells of a table each on its own."""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = bare_name(element)
        if event == "start":
            if name in _SILENT:
                walk.skip_subtree()
            elif name == "p":
                pieces.clear()
            else:
                pieces.append((element.text or "") if name == "t" else _SIGNS.get(name, ""))
        elif name == "p":
            text = " ".join("".join(pieces).split())
            if text:
                yield text


def _described(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        if bare_name(element) == "cNvPr" and element.get("descr"):
            yield ALTERNATIVE, str(element.get("descr"))


def _beside(zipped: Zipped) -> Iterator[tuple[str, str]]:
    """Yield notes and comments, a paragraph at a time."""
    for name in sorted(zipped.names):
        reason = next((why for start, why in _BESIDE if name.startswith(start)), None)
        if reason and name.endswith(".xml"):
            root = xml_root(zipped.read(name))
            yield from ((reason, text) for text in _paragraphs(root))
            yield from ((reason, e.text or "") for e in root.iter() if bare_name(e) == "text")
