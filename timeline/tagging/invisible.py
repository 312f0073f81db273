"""Text with characters that show nothing, in which words and numbers are not cut.

Web pages put soft hyphens, zero-width spaces and direction marks anywhere, within dates too. A
sentence that holds some is read without them, and what is found is put back where it stands.
"""

import re
from dataclasses import replace

from timeline.model.expression import TimeExpression
from timeline.model.span import Span

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def hides_something(text: str, span: Span) -> bool:
    """Return whether a stretch of text holds characters that show nothing."""
    return not text.isascii() and _INVISIBLE.search(text, span.start, span.end) is not None


def visible(text: str, span: Span) -> tuple[str, list[int]]:
    """Return what a stretch of text shows, and for each character its place in the text."""
    places = [place for place in range(span.start, span.end) if not _INVISIBLE.match(text[place])]
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
