"""Sentences that nobody wrote - megabytes without an end - are read in pieces.

So that memory stays flat: all that is kept of a piece is what it names.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from timeline.model.span import Span

LONGEST = 20_000  # characters; a sentence is seldom longer than 500
_ENDS = (". ", "; ", "\n", ", ")  # the best place to cut first
_TWO_WORDS = re.compile(r"(?<!\w)(?=(\w+)(\s+)(\w+))")
_NO_WORD = re.compile(r"\W")


def stretches(text: str, sentences: Iterable[Span], tells: Callable[[str], bool]) -> Iterator[Span]:
    """Return sentences as they are, and longer ones in pieces that cut no word and no number.

    Between two words is cut only where neither of them `tells` of time, if there is such a place.
    """
    for span in sentences:
        if span.end - span.start <= LONGEST:
            yield span
            continue
        start = span.start
        while span.end - start > LONGEST:
            end = _cut(text, start, span.end, tells)
            yield Span(start, end)
            start = end
        if start < span.end:
            yield Span(start, span.end)


def _cut(text: str, start: int, last: int, tells: Callable[[str], bool]) -> int:
    """Return the place at which the next piece starts."""
    half, most = start + LONGEST // 2, start + LONGEST
    for sign in _ENDS:
        found = text.rfind(sign, half, most)
        if found >= 0:
            return found + len(sign)
    for two in _TWO_WORDS.finditer(text, half, most):
        if not tells(two[1]) and not tells(two[3]):
            return two.end(2)
    behind = next((at + 1 for at in range(most - 1, half, -1) if _NO_WORD.match(text, at)), None)
    if behind is not None:
        return behind
    # One word or number, which stays whole however long it is.
    after = _NO_WORD.search(text, most, last)
    return last if after is None else after.end()
