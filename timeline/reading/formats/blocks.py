"""A tree of HTML as paragraphs of text: one line each, what is hidden or no text left out."""

import re
from collections.abc import Iterator

from lxml import etree

from timeline.reading.formats.tree import local_name

BREAK = "\n"
FALLBACK = "text for browsers without scripts or media"
DRAWING = "text of a drawing"
CONTROL = "text of a button or field"
HIDDEN = "hidden text"
ALTERNATIVE = "description of a picture"
Rest = list[tuple[str, str]]  # what is left out: why, and the text
# fmt: off
BREAKS_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul",
})
_CODE = frozenset({"script", "style", "template", "head"})  # hold no text
_SILENT = {
    **dict.fromkeys(("noscript", "iframe", "object", "embed"), FALLBACK),
    **dict.fromkeys(("audio", "video", "canvas"), FALLBACK),
    **dict.fromkeys(("svg", "math", "map"), DRAWING),
    **dict.fromkeys(("select", "option", "button", "textarea", "input", "datalist"), CONTROL),
}
# fmt: on
_BLANKS = re.compile(r"[^\S\n\u00a0]+|\n")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SEPARATOR = "\n\n"


def blocks_of(root: etree._Element, rest: Rest | None = None) -> list[str]:
    """Return the paragraphs of a tree in order, without recursion: a tree may be deep.

    What a browser does not show as text is added to `rest`, with the reason.
    """
    blocks = []
    pieces: list[str] = []
    for piece in _pieces(root, [] if rest is None else rest):
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
    """Return paragraphs as a text, an empty line between two."""
    return SEPARATOR.join(blocks)


def titled(title: str | None, blocks: list[str]) -> str:
    """Return paragraphs as a text under a title, unless they hold it as one of the first."""
    if not title or any(same(title, block) for block in blocks[:5]):
        return joined(blocks)
    return joined([title, *blocks])


def same(one: str, other: str) -> bool:
    """Return whether two lines say the same but for case, blanks and signs."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _pieces(root: etree._Element, rest: Rest) -> Iterator[str | None]:
    """Yield the text of a tree in pieces, None where a paragraph ends."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local_name(element)
        if event == "start":
            reason = silence(name, element)
            rest += (
                (ALTERNATIVE, str(element.get("alt"))) for _ in range(bool(element.get("alt")))
            )
            if reason is not None:
                walk.skip_subtree()
                if reason:
                    rest.append((reason, hidden_text(element)))
            else:
                yield from _opening(name, element)
            continue
        if name in BREAKS_PARAGRAPH:
            yield None
        if element.tail and element is not root:
            yield _BLANKS.sub(" ", element.tail)


def _opening(name: str, element: etree._Element) -> Iterator[str | None]:
    if name in BREAKS_PARAGRAPH:
        yield None
    elif name == "br":
        yield BREAK
    if element.text:
        yield _BLANKS.sub(" ", element.text)


def silence(name: str, element: etree._Element) -> str | None:
    """Return why an element shows no text, empty for what is none; None where it shows some."""
    if name in _CODE:
        return ""
    if name in _SILENT:
        return _SILENT[name]
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return HIDDEN
    return None


def hidden_text(element: etree._Element) -> str:
    """Return the text below an element that is not shown, without scripts and styles."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    pieces: list[str] = []
    for event, inner in walk:
        if event == "start" and local_name(inner) in _CODE:
            walk.skip_subtree()
        elif event == "start":
            pieces.append(inner.text or "")
        elif inner is not element:
            pieces.append(inner.tail or "")
    return " ".join(pieces)


def _tidy(text: str) -> str:
    """Return a paragraph on one line; two breaks in a row were a paragraph of their own."""
    parts = [" ".join(part.split()) for part in re.split(r"(?:[ \t]*\n){2,}", text)]
    lines = [part for part in parts if part]
    return SEPARATOR.join(lines)
