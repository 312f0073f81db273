"""Words that a PDF breaks at a line's end: PDFium writes U+0002 or U+FFFE for the hyphen there."""

import re

_BROKEN = re.compile(r"(?P<before>\w+)[\u0002\u00ad\ufffe]\s*(?P<after>\w+)")
_REST = re.compile(r"[\u0002\ufffe]\s*")


def without_hyphens(text: str) -> str:
    """Join broken words; a hyphen stays before a capital or digit, or where the text writes it."""
    hyphened = {word.casefold() for word in re.findall(r"\w+-\w+", text)}

    def whole(broken: re.Match[str]) -> str:
        before, after = broken["before"], broken["after"]
        kept = not after[0].islower() or f"{before}-{after}".casefold() in hyphened
        return f"{before}-{after}" if kept else before + after

    return _REST.sub("-", _BROKEN.sub(whole, text))
