"""OpenDocument texts and presentations (.odt, .odp): every paragraph and heading in order.

Insertions count, what was deleted does not. Notes stand as their mark and are counted, as are page
heads and feet, comments, and what describes pictures.
"""

from collections.abc import Iterator

from lxml import etree

from timeline.model.article import ClaimSource
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import ALTERNATIVE, joined
from timeline.reading.formats.tree import bare_name, xml_root
from timeline.reading.formats.zipped import Zipped
from timeline.reading.left_out import left_out
from timeline.reading.record_dates import record_claim

READS = (".odt", ".odp")

CONTENT, META, STYLES, TYPE = "content.xml", "meta.xml", "styles.xml", "mimetype"
MOST_PARAGRAPHS = 200_000
LONGEST_BLANK = 1_000  # characters that one element stands for
_PARAGRAPHS = frozenset({"p", "h"})
# What stands in the text and is not read, by element.
_ASIDE = {
    "tracked-changes": "deleted text",
    "note-body": "footnotes",
    "annotation": "comments",
    "notes": "speaker notes",
    "title": ALTERNATIVE,
    "desc": ALTERNATIVE,
}
_SIGNS = {"tab": "\t", "line-break": "\n"}
_FURNITURE = {"header": "page header", "footer": "page footer"}


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read an OpenDocument file; raise `UnreadableError` where it is damaged or without text."""
    return [content(Zipped(data))]


def content(zipped: Zipped) -> Content:
    """Read an unpacked OpenDocument file; raise `UnreadableError` where it holds no text."""
    if b"encryption-data" in (
        zipped.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in zipped.names else b""
    ):
        raise UnreadableError("is locked with a password: save it without one")
    rest: list[tuple[str, str]] = []
    paragraphs = []
    for paragraph in _paragraphs(xml_root(zipped.read(CONTENT)), rest):
        paragraphs.append(paragraph)
        if len(paragraphs) > MOST_PARAGRAPHS:
            raise UnreadableError(f"is no article: it has more than {MOST_PARAGRAPHS:,} paragraphs")
    if not paragraphs:
        raise UnreadableError("is an OpenDocument file without text")
    rest += _furniture(zipped)
    return Content(joined(paragraphs), _facts(zipped), left_out=left_out(rest))


def _paragraphs(root: etree._Element, rest: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the paragraphs in order; those of a frame stand before the one that it hangs on."""
    open_ones: list[list[str]] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = bare_name(element)
        if event == "start":
            if name in _ASIDE:
                walk.skip_subtree()
                rest.append((_ASIDE[name], " ".join("".join(element.itertext()).split())))
            elif name in _PARAGRAPHS:
                open_ones.append([element.text or ""])
            elif open_ones:
                open_ones[-1] += (_opening(name, element), element.text or "")
            continue
        if name in _PARAGRAPHS and open_ones:
            text = _tidy("".join(open_ones.pop()))
            if text:
                yield text
        elif name == "note-citation" and open_ones:
            open_ones[-1].append("]")
        if open_ones:
            open_ones[-1].append(element.tail or "")


def _opening(name: str, element: etree._Element) -> str:
    if name == "note-citation":
        return "["
    if name == "s":
        count = next((v for k, v in element.attrib.items() if str(k).endswith("}c")), "1")
        return " " * (min(int(count), LONGEST_BLANK) if str(count).isdecimal() else 1)
    return _SIGNS.get(name, "")


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _furniture(zipped: Zipped) -> Iterator[tuple[str, str]]:
    """Yield heads and feet of the pages, which stand in the styles."""
    if STYLES not in zipped.names:
        return
    for element in xml_root(zipped.read(STYLES)).iter():
        reason = _FURNITURE.get(bare_name(element))
        if reason:
            yield reason, "".join(element.itertext())


def _facts(zipped: Zipped) -> Facts:
    if META not in zipped.names:
        return Facts()
    fields: dict[str, str] = {}
    for element in xml_root(zipped.read(META)).iter():
        fields.setdefault(bare_name(element), (element.text or "").strip())
    sources = ((ClaimSource.CREATED, "creation-date"), (ClaimSource.UPDATED, "date"))
    claims = (
        record_claim(source, fields[name], f"document property {name}")
        for source, name in sources
        if fields.get(name)
    )
    return Facts(
        tuple(claim for claim in claims if claim),
        _tidy(fields.get("title", "")) or None,
        declared=fields.get("language") or None,
    )
