"""Actors and places of a clause, as far as capitals and closed classes tell them."""

from collections.abc import Iterator, Sequence

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word, join
from timeline.events.clauses.verbs import finite

_FEWEST_CAPITALS = 2  # of a name in a language that writes nouns with capitals


def names_of(words: Sequence[Word], g: Grammar) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the actors and the places that the words of a title name."""
    verb = next((i for i in range(len(words)) if finite(words, i, g)), len(words))
    actors: list[str] = []
    places: list[str] = []
    for start, end in _runs(words, g):
        name = join(words[start:end])
        if _is_place(words, start, end, g):
            places.append(name)
        elif start < verb and not _belongs(words, start, g):
            actors.append(name)
    return tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(places))


def _runs(words: Sequence[Word], g: Grammar) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitals, with the small words that may stand in a name."""
    i = 0
    while i < len(words):
        if not _names(words, i, g):
            i += 1
            continue
        end = i + 1
        while end < len(words):
            joined = end + 1 < len(words) and words[end].low in g("names")
            if _names(words, end, g):
                end += 1
            elif joined and words[end + 1].capital and words[end].text.islower():
                end += 2
            else:
                break
        start = i
        while start < end and words[start].low in g("offices"):
            start += 1
        enough = end - start >= _FEWEST_CAPITALS or _is_place(words, start, end, g)
        if start < end and (enough or not g.verb_second):
            yield start, end
        i = end


def _names(words: Sequence[Word], i: int, g: Grammar) -> bool:
    w = words[i]
    if w.kind is not Kind.WORD or not w.capital or w.low in g("determiners"):
        return False
    closed = w.low in g("prepositions") or w.low in g("pronouns") or w.low in g("adverbs")
    if closed or w.low in g("connectors") or w.low in g("clitics"):
        return False
    return (
        i > 0
        or len(words) < _FEWEST_CAPITALS
        or words[1].capital
        or w.text.isupper()
        or (finite(words, 1, g))
    )


def _is_place(words: Sequence[Word], start: int, end: int, g: Grammar) -> bool:
    if start == 0 or start >= end or words[start].low in g("no_places"):
        return False
    return words[start - 1].low in g("places")


def _belongs(words: Sequence[Word], start: int, g: Grammar) -> bool:
    """Return whether a name only tells of what or where another thing is."""
    before = words[start - 1] if start else None
    if before is None:
        return False
    if before.low in g("determiners") and start > 1 and before.low not in g("of"):
        before = words[start - 2]
    return before.low in g("of") or before.low in g("prepositions")
