"""Characters that a text may not hold, since nothing could store, send or parse it then."""

import re
from html.entities import html5

MISSING = "\N{REPLACEMENT CHARACTER}"
# What XML 1.0 (2.2) leaves out, all of which lxml refuses: controls, halves, two non-characters.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NUMBER = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<decimal>[0-9]+));?")
_XML_AMPERSAND = re.compile(
    r"(?s)<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>"  # in which it stands for itself
    r"|&(?:#[xX][0-9a-fA-F]+;|#[0-9]+;|(?P<name>[A-Za-z][A-Za-z0-9]*;))?"
)
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_LAST = 0x10FFFF
_LONGEST = 10  # digits; a longer number is no character


def storable(text: str) -> str:
    """Return a text with NUL and halves of characters replaced; its length stays."""
    return _UNSTORABLE.sub(MISSING, text) if _UNSTORABLE.search(text) else text


def for_html(text: str) -> str:
    """Return a page without control characters, written out or by number; halves are replaced."""
    text = _NO_XML.sub(lambda found: _instead(ord(found[0])), text)
    return _NUMBER.sub(_numbered, text)


def for_xml(text: str) -> str:
    """Return XML whose references all name a character, so that the parser drops nothing.

    A name that only HTML knows (`&nbsp;`) becomes its character, any other one and a lone `&` stand
    for themselves.
    """
    text = _NO_XML.sub(lambda found: _instead(ord(found[0])), text)
    return _XML_AMPERSAND.sub(_referred, text)


def _instead(code: int) -> str:
    """Return what stands for a character that may not be: nothing for one that nobody sees."""
    return "" if code < ord(" ") else MISSING


def _numbered(found: re.Match[str]) -> str:
    digits, base = (found["hex"], 16) if found["hex"] else (found["decimal"], 10)
    short = digits.lstrip("0")
    code = int(short or "0", base) if len(short) <= _LONGEST else _LAST + 1
    if code > _LAST or _NO_XML.match(chr(code)):
        return _instead(code)
    return found[0]


def _referred(found: re.Match[str]) -> str:
    whole, name = found[0], found["name"]
    if not whole.startswith("&"):
        return whole
    if name is None:
        number = _NUMBER.fullmatch(whole)
        return _numbered(number) if number else "&amp;"
    if name in _OF_XML:
        return whole
    meant = html5.get(name)
    return f"&amp;{name}" if meant is None else "".join(f"&#{ord(c)};" for c in meant)
