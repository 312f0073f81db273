"""A reduced sentence in clauses, by stops, conjunctions, relatives and finite verbs."""

from collections.abc import Iterator, Sequence

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.hidden_verbs import find_hidden
from timeline.events.clauses.kinds import clause_of
from timeline.events.clauses.model import Clause, Parsed, Stretch, TokenLine
from timeline.events.clauses.openers import (
    conjunction,
    is_dated_participle,
    joins_a_date,
    opens_within,
)
from timeline.events.clauses.tokens import Kind, Word, ends_sentence
from timeline.events.clauses.verbs import finite, participle

_NEAR_NOUN = 3  # words between a comma and the noun whose adjectives it parts


def _divided(line: TokenLine) -> Parsed:
    raw = [part for piece in _stretches(line) for part in _parts_of_stretch(line, piece)]
    clauses: list[Clause] = []
    for n, part in enumerate(raw):
        after = raw[n + 1] if n + 1 < len(raw) else None
        clauses.append(clause_of(line, part, after, clauses))
    return Parsed(line.words, line.finite, tuple(clauses), line.g)


def _stretches(line: TokenLine) -> Iterator[Stretch]:
    """Yield the stretches between stops, with the stop before each."""
    start, stop = 0, ""
    for i, w in enumerate(line.words):
        if w.kind is Kind.STOP and (w.text in ",;:–—-…" or ends_sentence(line.words, i)):
            if _is_interrupted(line, start, i) or _parts_adjectives(line, start, i):
                continue
            if i > start:
                yield Stretch(start, i, stop)
            start, stop = i + 1, w.text
    if start < len(line.words):
        yield Stretch(start, len(line.words), stop)


def _is_interrupted(line: TokenLine, start: int, end: int) -> bool:
    """Return whether a clause that a conjunction opens still waits for its verb at a stop."""
    g = line.g
    if start >= end or line.words[end].text not in {",", "–"} or any(line.finite[start:end]):
        return False
    opens = conjunction(line, start) or line.lows[start] in g("that")
    if g.verb_second:
        opens = opens or line.lows[start] in g("clear_relatives")
    else:
        opens = opens or any(
            line.lows[j] in g("relatives") and line.lows[j] not in g("determiners")
            for j in range(start, min(start + 2, end))
        )
    last = end - 1
    waits = not g.verb_second and line.lows[last] in (g("relatives") | g("that")) - g("determiners")
    opens = opens or waits
    after = range(end + 1, len(line.words))
    stop = next((j for j in after if line.words[j].kind is Kind.STOP), len(line.words))
    nested = end + 1 < len(line.words) and (
        conjunction(line, end + 1)
        or (line.lows[end + 1] in g("relatives") and (not g.verb_second or line.verb_last(stop)))
    )
    if waits and stop < len(line.words) and not any(line.finite[end + 1 : stop]):
        return True
    if not opens or nested:
        return False
    return any(line.finite[end + 1 : stop]) or _goes_on_behind(line, end, stop)


def _parts_adjectives(line: TokenLine, start: int, i: int) -> bool:
    """Return whether a comma parts two German adjectives: "des dichten, gut getakteten Netzes"."""
    g, words = line.g, line.words
    if not g.verb_second or words[i].text != "," or i - start <= 1 or line.finite[i - 1]:
        return False
    ends = g.ends("adjective_endings")
    led = line.lows[i - 2] in g("determiners") or line.lows[i - 2] in g("prepositions")
    if not led or words[i - 1].capital or not line.lows[i - 1].endswith(ends):
        return False
    near = range(i + 1, min(i + 2 + _NEAR_NOUN, len(words)))
    noun = next((j for j in near if words[j].capital or words[j].kind is Kind.STOP), None)
    if noun is None or not words[noun].capital or noun == i + 1:
        return False
    closed = g("determiners") | g("prepositions") | g("relatives") | g("that") | g("subordinators")
    inner = range(i + 1, noun)
    return not any(line.finite[j] or line.lows[j] in closed for j in inner)


def _goes_on_behind(line: TokenLine, end: int, stop: int) -> bool:
    """Return whether an adverbial parts a relative from its verb: "qui, sur la place, avait"."""
    if line.g.verb_second or stop >= len(line.words) or line.words[stop].text != ",":
        return False
    led = end + 1 < stop and line.lows[end + 1] in line.g("prepositions")
    behind = stop + 1
    while behind < len(line.words) and line.lows[behind] in line.g("clitics"):
        behind += 1
    return led and behind < len(line.words) and line.finite[behind]


def _parts_of_stretch(line: TokenLine, stretch: Stretch) -> Iterator[Stretch]:
    """Yield the parts of a stretch, divided before each opener within it."""
    start, end, stop = stretch
    cuts, within = [start], start + conjunction(line, start)
    for i in range(start + 1, end):
        if i < within:
            continue
        if opens_within(line, cuts[-1], i, end) or joins_a_date(line, cuts[-1], i, end):
            cuts.append(_with_preposition(line, i, cuts[-1]))
            within = i + conjunction(line, i)
        elif is_dated_participle(line, i, end):
            cuts.append(i)
        elif _resumes(line, cuts, start, i):
            cuts.append(_verb_start(line, i, cuts[-1]))
    cuts = list(dict.fromkeys(cuts))
    for n, cut in enumerate(cuts):
        last = cuts[n + 1] if n + 1 < len(cuts) else end
        if last > cut:
            yield Stretch(cut, last, stop if n == 0 else "")


def _resumes(line: TokenLine, cuts: list[int], start: int, i: int) -> bool:
    """Return whether the main clause goes on after a relative without a stop behind it."""
    opened = cuts[-1]
    if line.g.verb_second or opened == start or not line.finite[i]:
        return False
    bare = participle(line.words[opened], line.g) and not line.finite[opened]
    if any(line.finite[start:opened]) or not (bare or any(line.finite[opened:i])):
        return False
    return not any(line.lows[j] in line.g("coordinators") for j in range(opened, i))


def _verb_start(line: TokenLine, i: int, since: int) -> int:
    while i - 1 > since and line.lows[i - 1] in line.g("clitics") | line.g("negation"):
        i -= 1
    return i


def _with_preposition(line: TokenLine, i: int, since: int) -> int:
    """Return where a relative begins: "en el que" with its preposition."""
    if line.lows[i - 1] in line.g("coordinators") and i - 1 > since:
        return i - 1
    if line.lows[i] not in line.g("relatives") or line.lows[i] in line.g("subordinators"):
        return i
    first = i
    if first - 1 >= since and line.lows[first - 1] in line.g("determiners"):
        first -= 1
    if first - 1 >= since and line.lows[first - 1] in line.g("prepositions"):
        return first - 1
    return i


def parsed(words: Sequence[Word], g: Grammar) -> Parsed:
    """Divide the words of a sentence into clauses."""
    line = TokenLine(
        words, [w.low for w in words], [finite(words, i, g) for i in range(len(words))], g
    )
    find_hidden(line)
    return _divided(line)
