"""Where a clause begins that no stop stands before."""

from collections.abc import Sequence

from timeline.events.clauses.model import TokenLine
from timeline.events.clauses.reports import is_complement
from timeline.events.clauses.tokens import Kind, Word, small
from timeline.events.clauses.verbs import infinitive, participle

_NEAR_PARTICIPLE = 4  # words between a participle and its date, or its helper


def opens_within(line: TokenLine, since: int, i: int, end: int) -> bool:
    """Return whether a clause begins at a word that no stop stands before."""
    g = line.g
    if line.lows[i] in g("coordinators"):
        return _coordinates(line, since, i, end)
    if g.verb_second:
        return False
    if not any(line.finite[i + 1 : end]):
        return _opens_parted(line, since, i, end)
    if conjunction(line, i):
        return True
    if line.lows[i] in g("that") and is_complement(line, i, since):
        return True
    return line.lows[i] in g("relatives") and not _of_a_verb(line, i)


def _opens_parted(line: TokenLine, since: int, i: int, end: int) -> bool:
    """Recognise "a indiqué que les hôpitaux | , qui ..., | recevraient": its verb comes later."""
    named = i + 1 < end and line.lows[i + 1] in line.g("determiners")
    later = end < len(line.words) and line.words[end].text == "," and any(line.finite[end:])
    that = line.lows[i] in line.g("that") and line.lows[i] not in line.g("determiners")
    return that and named and later and is_complement(line, i, since)


def _of_a_verb(line: TokenLine, i: int) -> bool:
    """Return whether "que" follows a verb of no saying: "logró que", "pidió que"."""
    before = None if line.words[i - 1].is_date else _word_before(line, i)
    if line.words[i - 1].is_date and line.lows[i] in line.g("that"):
        return False  # "el mismo día que"
    if line.lows[i] not in line.g("that") or before is None:
        return before is None
    if before.low in line.g("adverbs") or before.low in line.g("that"):
        return True
    return (
        line.finite[line.words.index(before)]
        or infinitive(before, line.g)
        or participle(before, line.g)
    )


def _word_before(line: TokenLine, i: int) -> Word | None:
    return next((w for w in reversed(line.words[:i]) if not w.is_date), None)


def conjunction(line: TokenLine, i: int) -> int:
    """Return how many words of a subordinating conjunction stand at a place."""
    for name in ("subordinators", "conditional"):
        found = phrase_at(line, i, name)
        if found:
            return found
    return 0


def phrase_at(line: TokenLine, i: int, name: str) -> int:
    """Return how many words of a class's entry stand at a place, none or several."""
    for words in line.g.of_several(name):
        if tuple(line.lows[i : i + len(words)]) == words:
            return len(words)
    return 1 if line.lows[i] in line.g(name) else 0


def _coordinates(line: TokenLine, since: int, i: int, end: int) -> bool:
    """Return whether a coordinator joins verbs and not nouns."""
    after = next((j for j in range(i + 1, end) if line.finite[j]), None)
    has_verb = any(line.finite[since:i])
    led = has_verb or (since < i and participle(small(line.words[since]), line.g))
    if after is None or not has_verb:
        return led and _is_gap(line, since, i, end)
    between = range(i + 1, after)
    return not any(line.lows[j] in line.g("relatives") or conjunction(line, j) for j in between)


def _is_gap(line: TokenLine, since: int, i: int, end: int) -> bool:
    """Both sides have a date, and words besides: "in 2007, and Lang in 2011"."""
    left, right = line.words[since:i], line.words[i + 1 : end]
    dated = any(w.is_date for w in left) and any(w.is_date for w in right)
    if line.g.verb_second and _ends_in_bracket(left, line) and _ends_in_bracket(right, line):
        return any(w.is_date for w in (*left, *right))
    return dated and any(w.kind is Kind.WORD for w in right)


def _ends_in_bracket(words: Sequence[Word], line: TokenLine) -> bool:
    """Return whether the second half of a German verb ends a part: "wolle ... festlegen und"."""
    last = next((w for w in reversed(words) if not w.is_date), None)
    return last is not None and (participle(last, line.g) or infinitive(last, line.g))


def is_dated_participle(line: TokenLine, i: int, end: int) -> bool:
    """Return whether a noun's participle takes the date: "un rapport remis fin mars"."""
    g, w = line.g, line.words[i]
    if g.verb_second or line.finite[i] or not participle(w, g) or w.low in g("planned"):
        return False
    before = line.words[i - 1]
    article = i > 1 and line.lows[i - 2] in g("determiners")
    if infinitive(before, g) and not article:
        return False
    closed = ("auxiliaries", "adverbs", "coordinators", "clitics", "negation", "determiners")
    if before.kind is not Kind.WORD or any(before.low in g(name) for name in closed):
        return False
    if before.low in g("prepositions") or participle(before, g) or _is_helped(line, i):
        return False
    near = line.words[i + 1 : min(i + 2 + _NEAR_PARTICIPLE, end)]
    dated = next((n for n, other in enumerate(near) if other.kind is Kind.DATE), None)
    return dated is not None and not any(line.finite[i + 1 : i + 1 + dated])


def _is_helped(line: TokenLine, i: int) -> bool:
    """Return whether a helper leads a participle: "fue por fin aprobada"."""
    reach = range(max(0, i - _NEAR_PARTICIPLE), i)
    return any(line.lows[j] in line.g("auxiliaries") for j in reach)


def joins_a_date(line: TokenLine, since: int, i: int, end: int) -> bool:
    """Return whether a coordinator and a date end a stretch: "et la semaine dernière, ..."."""
    dates = all(w.is_date for w in line.words[i + 1 : end])
    joins = line.lows[i] in line.g("coordinators") and i + 1 < end < len(line.words)
    return joins and dates and any(line.finite[since:i])
