"""Which clauses only say who tells the others."""

from timeline.events.clauses.model import Clause, ClauseKind, Stretch, TokenLine
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.clauses.verbs import infinitive, participle, reports

# Behind these a verb that opens its clause is that of the main one: "Als er kam, sagte er nichts"
_UNTOLD = {
    *(ClauseKind.EMPTY, ClauseKind.LOOSE, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE),
    *(ClauseKind.PARTICIPLE, ClauseKind.GERUND),
}
_NEAR_THAT = 10  # words between a verb of saying and its "that"
_NEAR_START = 2  # "ayer dijo", "le dijo": words before a verb that opens its clause
_LONGEST_SAYING = 25  # words behind a verb that only says who tells


def is_complement(line: TokenLine, i: int, since: int) -> bool:
    """Return whether "that" opens what a verb of saying reports."""
    first = max(0, i - _NEAR_THAT)
    for j in range(i - 1, first - 1, -1):
        verb = line.finite[j] or participle(line.words[j], line.g) or _lets_know(line, j)
        if reports(line.words, j, line.g) and verb:
            between = [w for w in line.words[j + 1 : i] if not w.is_date]
            return _is_speaker(line, between, j, since)
        if line.finite[j] or line.words[j].kind is Kind.STOP:
            return False
    return False


def _lets_know(line: TokenLine, j: int) -> bool:
    """Recognise "a fait savoir": an infinitive behind its helper."""
    near = range(max(0, j - _NEAR_START), j)
    helped = any(line.finite[i] or participle(line.words[i], line.g) for i in near)
    return infinitive(line.words[j], line.g) and helped


def _is_speaker(line: TokenLine, between: list[Word], verb: int, since: int) -> bool:
    """Nothing but adverbs, or the speaker of a verb that opens its clause, stands between."""
    rest = [w for w in between if w.low not in line.g("adverbs") and w.kind is Kind.WORD]
    if not rest or rest[0].low in line.g("prepositions"):
        articles = line.g("determiners") - line.g("prepositions") - line.g("of")
        return not rest or not any(w.low in articles for w in rest[2:])
    opens = verb - since <= _NEAR_START
    return opens and (rest[0].capital or rest[0].low in line.g("determiners"))


def is_report(
    line: TokenLine, stretch: Stretch, after: Stretch | None, before: list[Clause]
) -> bool:
    """Return whether a clause only says who tells the one before or behind it."""
    first, end = line.first_word(*stretch[:2]) or stretch.start, stretch.end
    said = next((i for i in range(first, end) if reports(line.words, i, line.g)), None)
    if said is None:
        return False
    if after is not None and _goes_on_with_that(line, after, said):
        return True
    if _goes_on_later(line, said, end):
        return True
    verb = next(i for i in range(first, end) if line.finite[i])
    told = any(c.kind not in _UNTOLD for c in before)
    told = told or any(line.words[i].kind is Kind.QUOTE for i in range(first))
    short = end - said <= _LONGEST_SAYING
    inserted = (
        bool(before) and not any(_may_be_subject(line, c) for c in before) and stretch.stop == ","
    )
    told = told or (inserted and after is not None and any(line.finite[after.start : after.end]))
    return told and short and starts_with_verb(line, first, min(verb, said))


def _may_be_subject(line: TokenLine, clause: Clause) -> bool:
    """Return whether a part before a verb may be its subject: "La firma Alba, ..., prevé"."""
    first, g = line.words[clause.body], line.g
    if clause.kind is not ClauseKind.LOOSE or first.low in g("prepositions"):
        return False
    return first.low in g("determiners") or (first.capital and first.low not in g("connectors"))


def _goes_on_later(line: TokenLine, said: int, end: int) -> bool:
    """Recognise "ha annunciato ieri, davanti al pubblico, che ...": nothing but adverbials."""
    g = line.g
    if g.verb_second or end >= len(line.words):
        return False
    i = said + 1
    if i < end and infinitive(line.words[i], g):
        return False
    while i < len(line.words):
        low = line.lows[i]
        if low in g("that") and line.words[i - 1].kind is Kind.STOP:
            return any(line.finite[i:])
        starts = line.words[i - 1].kind is Kind.STOP or i == said + 1 or line.words[i - 1].is_date
        if line.finite[i] or (starts and _is_object(line, i)):
            return False
        i += 1
    return False


def _is_object(line: TokenLine, i: int) -> bool:
    if line.words[i].is_date or line.words[i].kind is not Kind.WORD:
        return False
    g = line.g
    led = line.lows[i] in g("prepositions") or line.lows[i] in g("adverbs")
    return not led and (line.lows[i] in g("determiners") or line.words[i].capital)


def _goes_on_with_that(line: TokenLine, after: Stretch, said: int) -> bool:
    start, end, _ = after
    first = line.first_word(start, end)
    if first is None:
        return False
    if line.lows[first] in line.g("that"):
        return line.g.verb_second or is_complement(line, first, 0)
    indirect = line.g("reported")
    verbs = [line.lows[i] for i in range(first, end) if line.finite[i]]
    return bool(verbs) and bool(indirect) and verbs[0] in indirect and said < start


def starts_with_verb(line: TokenLine, first: int, verb: int) -> bool:
    """Return whether nothing but adverbs, pronouns of the verb and dates stands before it."""
    light = line.g("clitics") | line.g("adverbs") | line.g("negation")
    return all(
        line.words[i].is_date or line.lows[i] in light or line.words[i].kind is not Kind.WORD
        for i in range(first, verb)
    )
