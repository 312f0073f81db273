"""Marks of footnotes: "1642¹" is the year 1642, and no number of five digits.

They are written in square brackets, as "[1]", which stands for itself in every text. A number that
is raised for another reason, in "m²" or "10⁶", stays as it is.
"""

import re

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])(?:\s*[,–-]\s*\d{1,3})*[\])]?")
_POWER = re.compile(r"(?:(?<!\w)|(?<=\d))(?:[nµkcd]?m|s|ft|yd|[xnre])\Z|(?<![\w.,])\d{1,3}\Z")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(f'(?<=[\\w.,;:!?)"”’»])[{_SUPERSCRIPTS}]{{1,3}}')
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")


def as_mark(raised: str, before: str, *, links: bool = False) -> str:
    """Write what is raised behind a text: a footnote's mark in brackets, anything else as it is.

    `links` says that it leads somewhere, as no power does.
    """
    shown = raised.strip()
    if not _MARK.fullmatch(shown) or not before.rstrip() or before[-1:].isspace():
        return raised
    if not links and _POWER.search(before):
        return raised
    return raised.replace(shown, f"[{shown.strip('[]()')}]")
