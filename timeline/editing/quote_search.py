"""A passage found again in a text that was changed since: by quote, surroundings and place.

As Hypothesis' client does: the exact quote where it stands, by its surroundings where it stands
several times; else the sentence that is most like it, if it is like it at all.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from timeline.model.span import Span

AROUND = 32  # characters before and after a quote
ALIKE = 0.7  # of the words, in their order; below, a sentence is another one


def surroundings(text: str, place: Span) -> tuple[str, str]:
    """Return what stands before and after a place."""
    return text[max(place.start - AROUND, 0) : place.start], text[place.end : place.end + AROUND]


def exact_place(quote: str, around: tuple[str, str], start: int, text: str) -> Span | None:
    """Find a quote as it is; of several places the one with the likest surroundings and nearest."""
    if not quote:
        return None

    def fit(place: Span) -> tuple[int, int]:
        before, after = surroundings(text, place)
        same = _shared(before[::-1], around[0][::-1]) + _shared(after, around[1])
        return -same, abs(place.start - start)

    return min(_places(quote, text), key=fit, default=None)


def likest_sentence(quote: str, start: int, text: str, sentences: Sequence[Span]) -> Span | None:
    """Find the sentence that shares most words with a quote; None where none is like it."""
    words = quote.split()
    best: tuple[float, int] = (ALIKE, 0)
    found = None
    for sentence in sentences:
        matcher = SequenceMatcher(None, words, sentence.of(text).split(), autojunk=False)
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        fit = (matcher.ratio(), -abs(sentence.start - start))
        if fit >= best or (found is None and fit[0] >= ALIKE):
            best, found = fit, sentence
    return found


def _places(quote: str, text: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _shared(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
