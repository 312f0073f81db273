"""A tree of HTML as paragraphs of text: one line each, what is hidden or no text left out."""

import re
from collections.abc import Iterator

from lxml import etree

from timeline.reading.formats.tree import local_name

BREAK = "\n"
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul",
})
_SILENT = frozenset({
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math",
    "canvas", "select", "option", "button", "textarea", "input", "audio", "video", "map",
    "datalist",
})
# fmt: on
_BLANKS = re.compile(r"[^\S\n\u00a0]+|\n")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SEPARATOR = "\n\n"


def blocks_of(root: etree._Element) -> list[str]:
    """Give the paragraphs of a tree in order, without recursion: a tree may be deep."""
    blocks = []
    pieces: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            pieces.append(piece)
            continue
        text = _tidy("".join(pieces))
        pieces.clear()
        if text:
            blocks.append(text)
    last = _tidy("".join(pieces))
    return [*blocks, last] if last else blocks


def joined(blocks: list[str]) -> str:
    """Give paragraphs as a text, an empty line between two."""
    return SEPARATOR.join(blocks)


def titled(title: str | None, blocks: list[str]) -> str:
    """Give paragraphs as a text under a title, unless they hold it as one of the first."""
    if not title or any(same(title, block) for block in blocks[:5]):
        return joined(blocks)
    return joined([title, *blocks])


def same(one: str, other: str) -> bool:
    """Tell whether two lines say the same but for case, blanks and signs."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Give the text of a tree in pieces, None where a paragraph ends."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local_name(element)
        if event == "start":
            if _is_silent(name, element):
                walk.skip_subtree()
            else:
                yield from _opening(name, element)
            continue
        if name in _BLOCKS:
            yield None
        if element.tail and element is not root:
            yield _BLANKS.sub(" ", element.tail)


def _opening(name: str, element: etree._Element) -> Iterator[str | None]:
    if name in _BLOCKS:
        yield None
    elif name == "br":
        yield BREAK
    if element.text:
        yield _BLANKS.sub(" ", element.text)


def _is_silent(name: str, element: etree._Element) -> bool:
    if name in _SILENT or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _tidy(text: str) -> str:
    """Give a paragraph on one line; two breaks in a row were a paragraph of their own."""
    parts = [" ".join(part.split()) for part in re.split(r"(?:[ \t]*\n){2,}", text)]
    lines = [part for part in parts if part]
    return SEPARATOR.join(lines)
