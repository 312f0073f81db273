"""What belongs to a clause behind its last word: lists, objects behind insertions, gerunds."""

from timeline.events.clauses.brackets import with_bracket
from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.relations import (
    INSERTED,
    has_date,
    opens_with_verb,
    part_around,
    without_dates,
)
from timeline.events.clauses.subjects import COMMA
from timeline.events.clauses.tokens import Kind, Word, join
from timeline.events.clauses.verbs import finite, infinitive, participle
from timeline.events.entry import LONGEST_TITLE

_NEAR_PREPOSITION = 3  # words behind a preposition that are of its noun


def with_more(p: Parsed, k: int, words: list[Word]) -> list[Word]:
    """Add what follows without a stop, and as far as it fits, what goes on in the same breath."""
    if p.clauses[k].kind in {ClauseKind.RELATIVE, ClauseKind.PARTICIPLE}:
        return _in_one_breath(p, k, words)
    out, first = with_bracket(p, k, words)
    out, first = _with_object_behind(p, k, out, first)
    for j in range(first, len(p.clauses)):
        clause = p.clauses[j]
        part = without_dates(list(p.words[clause.start : clause.end]))
        if clause.stop and clause.stop in ".!?":
            break
        if any(w.is_date for w in p.words[clause.start : clause.end]) or not part:
            if clause.stop and not part:
                continue
            break
        gerund = clause.kind is ClauseKind.GERUND and clause.stop == ","
        goes_on = not clause.stop and clause.kind not in {ClauseKind.REPORT, ClauseKind.MAIN}
        goes_on = goes_on and not _is_another(p, clause) and not _is_of_a_date(p, clause)
        listed = clause.kind is ClauseKind.LOOSE and clause.stop == "," and _goes_on_listing(p, j)
        listed = listed or (clause.kind is ClauseKind.LOOSE and ends_in_verb(out, p.grammar))
        listed = listed or (clause.kind is ClauseKind.LOOSE and _is_infinitive(part, p.grammar))
        if not (gerund or goes_on or listed):
            break
        longer = [*out, *([COMMA] if clause.stop else []), *part]
        if len(join(longer)) > LONGEST_TITLE:
            break
        out = longer
    return out


def _is_of_a_date(p: Parsed, clause: Clause) -> bool:
    """Return whether a clause only says which day: "el mismo día *que* lo eligieron"."""
    opens = p.words[clause.start].low in p.grammar("that") | p.grammar("relatives")
    return opens and clause.start > 0 and p.words[clause.start - 1].is_date


def _is_another(p: Parsed, clause: Clause) -> bool:
    """Return whether a clause is a second one of its kind: "e che i lavori sono finiti"."""
    joined = p.words[clause.start].low in p.grammar("coordinators")
    return joined and clause.kind in {ClauseKind.COMPLEMENT, ClauseKind.RELATIVE}


def _in_one_breath(p: Parsed, k: int, words: list[Word]) -> list[Word]:
    """Add to a relative or a participle what goes on in it: a stop ends it."""
    out = words
    for j in range(k + 1, len(p.clauses)):
        clause = p.clauses[j]
        goes_on = clause.kind in {
            ClauseKind.RELATIVE,
            ClauseKind.SUBORDINATE,
            ClauseKind.COMPLEMENT,
        }
        longer = [*out, *p.words[clause.start : clause.end]]
        goes_on = goes_on and not _is_another(p, clause)
        if clause.stop or not goes_on or has_date(p, j) or len(join(longer)) > LONGEST_TITLE:
            break
        out = longer
    return out


def _is_infinitive(part: list[Word], g: Grammar) -> bool:
    """Recognise "die Konzession nicht zu verlängern" behind its verb."""
    return len(part) > 1 and part[-2].low in g("infinitive_marks") and infinitive(part[-1], g)


def _with_object_behind(p: Parsed, k: int, words: list[Word], first: int) -> tuple[list[Word], int]:
    """Add an object or subject that adverbials part from the verb: "ont posé, ..., la pierre"."""
    g, clause = p.grammar, p.clauses[k]
    verb = p.verb(clause)
    if g.verb_second and verb is not None and words and words[-1].start == p.words[verb].start:
        return _with_german_object(p, k, words, first)
    if g.verb_second or verb is None or has_noun_behind(p, verb, clause.end):
        return words, first
    opens = opens_with_verb(p, clause, verb) and g.may_open_with_verb
    whole = not opens and not ends_in_verb(words, g) and first == k + 1 < len(p.clauses)
    if whole and not _is_adverbial(p, p.clauses[first]):
        return words, first
    for j in range(k + 1, part_around(p, k)[1]):
        part = without_dates(p.of(p.clauses[j]))
        gapped = bool(part) and p.words[p.clauses[j].end - 1].is_date
        if p.clauses[j].kind not in INSERTED or (gapped and p.clauses[j].kind is ClauseKind.LOOSE):
            break
        if p.clauses[j].kind is ClauseKind.LOOSE and part and part[0].low in g("determiners"):
            if any(part[0].low == whole for whole, _ in g.contractions) or part[0].low in g("of"):
                continue
            return [*words, *part], j + 1
    return words, first


def _with_german_object(p: Parsed, k: int, words: list[Word], first: int) -> tuple[list[Word], int]:
    """Add the object behind a relative: "zählte die Bahn, die ..., 88.000 Fahrgäste"."""
    for j in range(k + 1, part_around(p, k)[1]):
        kind = p.clauses[j].kind
        aside = bool(p.clauses[j].stop) and p.clauses[j].stop in "–—-"
        if _is_apposed(p, j):
            continue
        if aside and j + 1 < len(p.clauses) and p.clauses[j + 1].stop == p.clauses[j].stop:
            continue
        if kind is ClauseKind.LOOSE and not has_date(p, j):
            return [*words, *without_dates(p.of(p.clauses[j]))], j + 1
        if kind not in {ClauseKind.RELATIVE, ClauseKind.EMPTY}:
            break
    return words, first


def _is_apposed(p: Parsed, j: int) -> bool:
    """Return whether a part only tells of a noun: "340 Arbeiter, die meisten aus Cork, mit dem"."""
    g = p.grammar
    if j + 1 >= len(p.clauses) or p.clauses[j].kind is not ClauseKind.LOOSE:
        return False
    behind = p.clauses[j + 1]
    opens = p.words[p.clauses[j].start].low in g("determiners")
    return (
        opens
        and behind.kind is ClauseKind.LOOSE
        and behind.stop == ","
        and p.words[behind.start].low in g("prepositions")
    )


def has_noun_behind(p: Parsed, verb: int, end: int) -> bool:
    """Return whether an object or predicate follows the verb without a preposition."""
    g = p.grammar
    led, since = False, verb
    for i in range(verb + 1, end):
        w = p.words[i]
        led = led and i - since <= _NEAR_PREPOSITION
        named = w.text[:1].isdigit() and w.kind is Kind.WORD
        if (named or w.low in g("determiners") - g("prepositions")) and not led:
            return True
        if w.low in g("prepositions"):
            led, since = True, i
    return False


def _is_adverbial(p: Parsed, clause: Clause) -> bool:
    part = without_dates(p.of(clause))
    return (
        clause.kind is ClauseKind.LOOSE and bool(part) and part[0].low in p.grammar("prepositions")
    )


def ends_in_verb(words: list[Word], g: Grammar) -> bool:
    """Return whether nothing follows the verb of a title: "La Comisión aprobó"."""
    if g.verb_second:
        return False
    light = g("adverbs") | g("clitics") | g("prepositions") | g("auxiliaries")
    end = len(words)
    while end > 0 and (words[end - 1].low in light or participle(words[end - 1], g)):
        if finite(words, end - 1, g):
            return True
        end -= 1
    return end > 0 and finite(words, end - 1, g)


def _goes_on_listing(p: Parsed, j: int) -> bool:
    """Return whether a loose part is a member of a list that a coordinator ends."""
    rest = p.words[p.clauses[j].start : p.clauses[j].end]
    joined = any(w.low in p.grammar("coordinators") for w in rest)
    return joined and rest[0].low not in p.grammar("prepositions")
