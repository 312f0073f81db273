"""Finite verbs that only their place shows: "los senadores *recuerdan* que", "Investoren *malen*".

A form of the present looks like a noun, an adjective or an infinitive; it is taken for the verb
only of a stretch that has no other, and only between a noun and what a verb governs, or where it
ends a German clause.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.events.clauses.grammar import Grammar, grammar
from timeline.events.clauses.model import TokenLine
from timeline.events.clauses.openers import conjunction
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.clauses.verbs import gerund, infinitive, participle

SHORTEST = 4  # letters
_CLOSED = (
    *("determiners", "of", "prepositions", "pronouns", "clitics", "adverbs", "connectors"),
    *("relatives", "that", "subordinators", "conditional", "coordinators", "according", "none"),
    *("infinitive_marks", "offices", "negation", "participles"),
)


def find_hidden(line: TokenLine) -> None:
    """Mark the verb of each stretch between stops that has none."""
    if not line.g.verb_second:
        _behind_relatives(line)
    fits = _fits_german if line.g.verb_second else _fits
    for start, end in _stretches(line.words):
        if any(line.finite[start : _first_that(line, start, end)]):
            continue
        verb = _last_of_clause(line, start, end)
        if verb is None:
            verb = next((i for i in range(start, end) if fits(line.words, i, start, line.g)), None)
        if verb is not None:
            line.finite[verb] = True


def _behind_relatives(line: TokenLine) -> None:
    """Mark a form of the present right behind a relative: "una imagen que *contrasta* con"."""
    g = line.g
    opening = (g("relatives") | g("that")) - g("determiners") - g("possessors") - g("subordinators")
    light = (g("clitics") | g("negation")) - g("determiners")
    for i, low in enumerate(line.lows[:-1]):
        if low not in opening:
            continue
        j = i + 1
        while j < len(line.words) - 1 and line.lows[j] in light:
            j += 1
        w = line.words[j]
        nonfinite = participle(w, g) or infinitive(w, g) or gerund(w, g)
        if _looks(w, g) and not nonfinite and not _is_noun_phrase(line, j):
            line.finite[j] = True


def _is_noun_phrase(line: TokenLine, j: int) -> bool:
    """Return whether a finite verb follows a bare noun: "que gente del barrio *cerró*"."""
    after = range(j + 1, min(j + 2 + SHORTEST, len(line.words)))
    near = next((i for i in after if line.finite[i] or line.words[i].kind is Kind.STOP), None)
    return near is not None and line.finite[near]


def _stretches(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, w in enumerate(words):
        if w.kind is Kind.STOP:
            if i > start:
                yield start, i
            start = i + 1
    if start < len(words):
        yield start, len(words)


def _first_that(line: TokenLine, start: int, end: int) -> int:
    """Return where "that" opens a clause within a stretch: what stands before has its own verb."""
    if line.g.verb_second:
        return end
    that = line.g("that") - line.g("determiners")
    return next((i for i in range(start + 1, end) if line.lows[i] in that), end)


def _last_of_clause(line: TokenLine, start: int, end: int) -> int | None:
    """Return the verb that ends a German clause: "weshalb kein Zug auf den Berg *gelangt*"."""
    g = line.g
    opens = (
        conjunction(line, start)
        or line.lows[start] in g("that") | g("clear_relatives")
        or (start > 0 and line.lows[start] in g("relatives"))
    )
    if not g.verb_second or not opens or end - start <= 1:
        return None
    last = line.words[end - 1]
    if participle(last, g):
        return end - 1 if last.low.endswith(g.ends("prefixed_endings")) else None
    noun = line.lows[start] in g("definite") and line.words[start + 1].capital
    plural = infinitive(last, g) and not noun and line.lows[end - 2] not in g("infinitive_marks")
    speaks = "ich" in line.lows[start:end] and _first_person(last, g)
    return end - 1 if plural or speaks else None


@lru_cache(maxsize=32)
def _closed(language: str) -> frozenset[str]:
    g = grammar(language)
    return frozenset[str]().union(*(g(name) for name in _CLOSED))


def _looks(w: Word, g: Grammar) -> bool:
    """Return whether a word has the form of a present and no other part in a sentence."""
    if w.kind is not Kind.WORD or not w.text.islower() or len(w.low) < SHORTEST:
        return False
    ends = g.ends("present_endings")
    return bool(ends) and w.low.endswith(ends) and w.low not in _closed(g.language)


def _fits(words: Sequence[Word], i: int, start: int, g: Grammar) -> bool:
    """Judge a Romance form: a noun phrase opens its stretch, an object or "that" follows."""
    w = words[i]
    if not _looks(w, g) or participle(w, g) or infinitive(w, g) or gerund(w, g):
        return False
    subject = [v for v in words[start:i] if not v.is_date]
    if not subject or not _opens_phrase(subject, g) or _is_light(subject[-1], g):
        return False
    if any(v.low in g("relatives") for v in subject):
        return False
    after = _next_word(words, i)
    if after is None or after.low in g("of") or words[i - 1].low in g("that"):
        return False
    governs = after.low in g("determiners") and after.low not in g("prepositions")
    return governs or after.low in g("that") or infinitive(after, g)


def _next_word(words: Sequence[Word], i: int) -> Word | None:
    after = next((v for v in words[i + 1 :] if not v.is_date), None)
    return after if after is not None and after.kind is Kind.WORD else None


def _opens_phrase(subject: Sequence[Word], g: Grammar) -> bool:
    first = subject[0]
    if first.low in g("determiners") and first.low not in g("prepositions"):
        return len(subject) > 1
    return first.capital and first.low not in g("prepositions") | g("adverbs") | g("connectors")


def _is_light(w: Word, g: Grammar) -> bool:
    """Return whether a word asks for a noun behind it: "el *mayor* atractivo"."""
    closed = ("determiners", "prepositions", "of", "coordinators", "that", "relatives")
    return w.kind is not Kind.WORD or any(w.low in g(name) for name in closed)


def _fits_german(words: Sequence[Word], i: int, start: int, g: Grammar) -> bool:
    """Judge a German form in second place: a noun, a date or a pronoun stands before it."""
    w, after = words[i], _next_word(words, i)
    before = words[i - 1] if i > start else None
    if after is None or (before is not None and before.low in g("infinitive_marks")):
        return False
    opens = all(v.is_date for v in words[start:i])
    if _speaks(before, g) or (_speaks(after, g) and (opens or words[i - 1].capital)):
        return _first_person(w, g) or _looks(w, g)
    if before is None or not _looks(w, g) or participle(w, g):
        return False
    if not (opens or before.capital or before.low in g("pronouns") - g("determiners")):
        return False
    governed = ("determiners", "clitics", "pronouns", "prepositions", "adverbs")
    return any(after.low in g(name) for name in governed) or (opens and after.capital)


def _speaks(w: Word | None, g: Grammar) -> bool:
    return w is not None and w.low in g("clear_subjects") & g("pronouns") - g("determiners")


def _first_person(w: Word, g: Grammar) -> bool:
    plain = w.text.islower() and w.low not in _closed(g.language)
    return plain and w.low.endswith("e") and len(w.low) > SHORTEST
