"""HTML and XML as trees, by lxml with everything off that could reach out or grow without bound."""

import codecs
import re

from lxml import etree, html

from timeline.reading.characters import for_html, for_xml
from timeline.reading.content import UnreadableError
from timeline.reading.note_marks import as_mark

LARGEST_HTML = 20_000_000  # bytes
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LOST = ("Excessive depth", "huge text node", "xmlSAX2Characters")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(r"^\s*<\?xml[^>]*\?>")
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)")
HEAD = 4_096


def html_tree(text: str) -> html.HtmlElement:
    """Parse a page; raise `UnreadableError` where nothing or not all of it comes out."""
    if len(text) > LARGEST_HTML:
        raise UnreadableError(
            f"is too large for a web page: the most is {LARGEST_HTML // 10**6} MB"
        )
    # lxml refuses a string that declares its encoding.
    text = for_html(_XML_CHARSET.sub("", text))
    tree, complaints = _parsed(text, huge=False)
    if complaints:
        tree, complaints = _parsed(text, huge=True)
    if complaints:
        raise UnreadableError(f"cannot be read in full: {complaints}")
    if tree is None:
        raise UnreadableError("holds no page: its HTML is empty")
    _bracket_notes(tree)
    return tree


def _bracket_notes(tree: html.HtmlElement) -> None:
    """Write the marks of footnotes in brackets, so that they join no number before them."""
    for raised in list(tree.iter("sup")):
        shown = "".join(raised.itertext())
        links = any(local_name(e) == "a" for e in (*raised.iterancestors(), *raised.iter()))
        written = as_mark(shown, _text_before(raised), links=links)
        if written != shown:
            for child in list(raised):
                raised.remove(child)
            raised.text = written


def _text_before(element: etree._Element) -> str:
    """Return the text right before an element, within the element that holds it."""
    before, above = element.getprevious(), element.getparent()
    while before is None and above is not None and local_name(above) in ("a", "span", "b", "i"):
        if above.text:
            break
        before, above = above.getprevious(), above.getparent()
    if before is None:
        return (above.text or "") if above is not None else ""
    return before.tail or "".join(before.itertext())


def _parsed(text: str, *, huge: bool) -> tuple[html.HtmlElement | None, str]:
    """Parse; say what was lost, which lxml itself only notes."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=False, huge_tree=huge)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    lost = [
        entry.message for entry in parser.error_log if any(sign in entry.message for sign in _LOST)
    ]
    return tree, lost[0].strip() if lost else ""


def xml_root(data: bytes) -> etree._Element:
    """Parse XML; raise `UnreadableError` where it declares a type or entities, or is none."""
    if _DECLARES.search(data) or _DECLARES.search(data.replace(b"\0", b"")):
        raise UnreadableError(
            "declares a document type or entities (<!DOCTYPE …>), which is refused"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(_cleaned(data), parser=parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"is damaged XML: {error.msg}") from error
    lost = [
        entry.message for entry in parser.error_log if any(sign in entry.message for sign in _LOST)
    ]
    if root is None or lost:
        raise UnreadableError(f"is damaged XML: {lost[0] if lost else 'no element'}")
    return root


def _cleaned(data: bytes) -> bytes:
    """Make XML what the parser reads in full; bytes that are no UTF-8 or UTF-16 stay as they are.

    Of those at least the references are made sure, which are ASCII in nearly every encoding.
    """
    sixteen = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if sixteen else "utf-8-sig")
    except UnicodeDecodeError:
        return data if sixteen else for_xml(data.decode("latin-1")).encode("latin-1", "replace")
    declared = _XML_ENCODING.search(text[:HEAD])
    if declared and not sixteen and not declared[1].lower().startswith(("utf-8", "utf8")):
        return for_xml(data.decode("latin-1")).encode("latin-1", "replace")
    return for_xml(_XML_CHARSET.sub("", text)).encode()


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page names in its head."""
    found = _CHARSET.search(data[:HEAD])
    return found[1].decode("ascii", "replace") if found else None


def local_name(element: etree._Element) -> str:
    """Return an element's name in small letters without its namespace; empty for a comment."""
    return bare_name(element).lower()


def bare_name(element: etree._Element) -> str:
    """Return an element's name without its namespace, or a prefix that stands for none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
