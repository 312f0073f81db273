"""Text with characters that show nothing, in which words and numbers are not cut.

Web pages put soft hyphens, zero-width spaces and direction marks anywhere, within dates too. A
sentence that holds some is read without them, and so is a month that a line's end has parted; what
is found is put back where it stands.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from timeline.model.expression import TimeExpression
from timeline.model.span import Span

_BREAK = "-\n"
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,})-\n[ \t]*([^\W\d_]{2,})(?!\w)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def hides_something(text: str, span: Span) -> bool:
    """Return whether a stretch of text holds characters that show nothing."""
    return not text.isascii() and _INVISIBLE.search(text, span.start, span.end) is not None


def breaks_of_words(text: str, span: Span, is_date: Callable[[str], bool]) -> frozenset[int]:
    """Return the places of hyphens and line ends that part a word of time: "Sep-", "tember"."""
    if text.find(_BREAK, span.start, span.end) < 0:
        return frozenset()
    return frozenset(
        place
        for found in _BROKEN.finditer(text, span.start, span.end)
        if is_date(found[1] + found[2])
        for place in range(found.end(1), found.start(2))
    )


def visible(text: str, span: Span, broken: frozenset[int] = frozenset()) -> tuple[str, list[int]]:
    """Return what a stretch of text shows, and for each character its place in the text.

    What stands at the places of `broken` is left out as well.
    """
    places = [
        place
        for place in range(span.start, span.end)
        if place not in broken and not _INVISIBLE.match(text[place])
    ]
    return "".join(text[place] for place in places), places


def put_back(expression: TimeExpression, text: str, places: list[int]) -> TimeExpression:
    """Move an expression that was found in what is visible to its place in the text."""
    span = _moved(expression.span, places)
    return replace(
        expression,
        span=span,
        phrase=_moved(expression.phrase, places),
        text=span.of(text),
        parts=tuple(put_back(part, text, places) for part in expression.parts),
    )


def _moved(span: Span, places: list[int]) -> Span:
    return Span(places[span.start], places[span.end - 1] + 1)
