"""The tags of an XML file, found by a scan rather than a parser, and the text between them.

Annotated texts are often not well-formed: a bare `&`, a stray tag, one that is never closed. The
scan takes each tag for itself, so that nothing of this can stop it. It works in linear time, and
knows no entities but the five of XML and character references: nothing can be expanded. What
declares more is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_MARKUP = re.compile(r"<(?=[!?/A-Za-z_])")
_QUOTED = r"\"[^\"<]*+\"|'[^'<]*+'"
# The second form is that of a tag whose quotes do not pair: it ends at the first bracket.
_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z_][\w:.-]*+)"
    rf"(?:(?P<rest>(?:[\s/](?:[^<>\"']|{_QUOTED})*+)?+)|(?P<torn>[\s/][^<>]*+))>"
)
_ATTRIBUTE = re.compile(rf"(?<![\w:.-])(?P<name>[\w:.-]++)\s*+=\s*+(?P<value>{_QUOTED})")
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,10}|#[xX][0-9a-fA-F]{1,8});")
_COMMENT, _CDATA, _INSTRUCTION = ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")
_SECTIONS = (_COMMENT, _CDATA, _INSTRUCTION)


class DeclarationError(ValueError):
    """A document type or entity is declared, which no annotated text needs."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; `empty` is the tag that is both, `<SIGNAL/>`."""

    name: str
    written: str
    closing: bool
    empty: bool

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes, entities decoded."""
        found = _ATTRIBUTE.finditer(self.written)
        return {hit["name"]: decoded(hit["value"][1:-1]) for hit in found}


def markup(document: str) -> Iterator[Tag | str]:
    """Yield the tags of a document and the text between them, decoded, in their order.

    Comments and processing instructions go, line ends become line feeds as XML has it. Raises
    `DeclarationError` where the document declares a type or an entity.
    """
    document = document.replace("\r\n", "\n").replace("\r", "\n")
    last = {close: document.rfind(close) for _, close in _SECTIONS}
    done = 0
    for opening in _MARKUP.finditer(document):
        start = opening.start()
        if start < done:
            continue
        token, end = _at(document, start, last)
        if token is not None:
            yield decoded(document[done:start])
            yield token
            done = end
    yield decoded(document[done:])


def decoded(text: str) -> str:
    """Return a text with the five entities of XML and character references decoded, once."""
    return _REFERENCE.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _at(document: str, start: int, last: dict[str, int]) -> tuple[Tag | str | None, int]:
    """Return what stands at a `<`, and its end; None where the sign is a part of the text.

    `last` holds where each kind of section ends for the last time: without that, a thousand
    comments that nothing closes would each be sought to the end of the file.
    """
    if document[start + 1] in "!?":
        return _section(document, start, last)
    tag = _TAG.match(document, start)
    if tag is None:
        return None, start
    written = tag["rest"] or tag["torn"] or ""
    return Tag(tag["name"], written, bool(tag["closing"]), written.endswith("/")), tag.end()


def _section(document: str, start: int, last: dict[str, int]) -> tuple[str | None, int]:
    for opens, closes in _SECTIONS:
        inner = start + len(opens)
        if document.startswith(opens, start) and inner <= last[closes]:
            end = document.index(closes, inner)
            verbatim = document[inner:end] if opens == _CDATA[0] else ""
            return verbatim, end + len(closes)
    if _DECLARATION.match(document, start):
        raise DeclarationError("declares a document type or an entity (<!DOCTYPE …>)")
    return None, start
