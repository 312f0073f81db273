"""The subject of a clause, also where an insertion or a coordination parts it from its verb."""

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.nouns import subject_behind
from timeline.events.clauses.relations import (
    INSERTED,
    goes_on_relative,
    opens_with_verb,
    part_around,
    without_dates,
)
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.clauses.verbs import infinitive, participle

# "legte fest, dass ..., und hat": a verb in second place goes on with the main clause
_VERB_LAST = {ClauseKind.COMPLEMENT, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE}
COMMA = Word(",", ",", Kind.STOP)


def speaker(p: Parsed) -> list[Word]:
    """Return the words for the one who tells, in a clause that only says so."""
    for k, clause in enumerate(p.clauses):
        if clause.kind is ClauseKind.REPORT:
            verb = p.verb(clause)
            if verb is None:
                return []
            if not opens_with_verb(p, clause, verb):
                return _before_verb(p, clause, verb)
            behind = _behind_verb(p, clause, verb) or _said_by(p, clause, verb)
            return behind or subject_before(p, k)
    return []


def _said_by(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return the subject behind a verb of saying: "dijo ayer la alcaldía en un comunicado"."""
    g = p.grammar
    start = verb + 1
    light = g("adverbs") | g("negation") | g("reporting") | g("alleging")
    while start < clause.end and (
        p.words[start].is_date
        or p.words[start].low in light
        or participle(p.words[start], g)
        or infinitive(p.words[start], g)
    ):
        start += 1
    end = start
    while end < clause.end:
        low = p.words[end].low
        if (low in g("prepositions") and low not in g("of")) or low in g("that"):
            break
        end += 1
    return without_dates(list(p.words[start:end]))


def subject_before(p: Parsed, k: int) -> list[Word]:
    """Return the subject that an insertion parts from its verb: "La fábrica, …, cerró"."""
    found: list[Word] = []
    joined: list[Word] = []
    for j in range(k - 1, part_around(p, k)[0] - 1, -1):
        clause = p.clauses[j]
        shares = clause.kind is ClauseKind.COORDINATE and goes_on_relative(p, j)
        if clause.kind not in INSERTED and not shares:
            break
        if clause.kind is not ClauseKind.LOOSE:
            continue
        if p.grammar.verb_second and _fills_front(p, clause):
            return []
        part = _as_subject(p, clause) or _free_relative(p, j)
        if part and p.words[clause.start].low in p.grammar("coordinators"):
            joined = [p.words[clause.start], *part]
        elif part:
            found = _with_name(part, found, p.grammar)
    return [*found, *joined] if found else []


def _fills_front(p: Parsed, clause: Clause) -> bool:
    """Return whether an adverbial stands where a German clause has its subject else."""
    opens = clause is p.clauses[0] or p.clauses[0].kind is ClauseKind.EMPTY
    return opens and p.words[clause.body].low in p.grammar("prepositions")


def _with_name(part: list[Word], behind: list[Word], g: Grammar) -> list[Word]:
    """Add the name behind an office: "El presidente del banco, Juan Gil,"."""
    named = len(behind) > 1 and behind[0].capital and behind[-1].capital
    named = named and all(w.capital or w.low in g("names") for w in behind)
    bare = part[0].low in g("determiners") and not part[-1].low.endswith(".")
    office = any(w.low in g("offices") for w in part)
    return [*part, COMMA, *behind, COMMA] if named and bare and office else part


def _free_relative(p: Parsed, j: int) -> list[Word]:
    """Return "los que estaban presos", a subject without a noun."""
    g, words = p.grammar, without_dates(p.of(p.clauses[j]))
    lone = len(words) == 1 and words[0].low in g("determiners") - g("prepositions")
    if not lone or j + 1 >= len(p.clauses) or p.clauses[j + 1].kind is not ClauseKind.RELATIVE:
        return []
    behind = p.clauses[j + 1]
    return [*words, *without_dates(list(p.words[behind.start : behind.end]))]


def opens_with_apposition(p: Parsed, clause: Clause, verb: int) -> bool:
    """Recognise an apposition that no comma closes: "Jean Roux, *employé municipal* tomba"."""
    g = p.grammar
    head = without_dates(list(p.words[clause.body : verb]))
    if g.verb_second or clause.stop != "," or len(head) <= 1 or head[0].kind is not Kind.WORD:
        return False
    closed = ("determiners", "pronouns", "prepositions", "adverbs", "connectors", "clitics")
    bare = not head[0].capital and not any(head[0].low in g(name) for name in closed)
    return bare and head[0].text[:1].isalpha() and head[0].low not in g("coordinators")


def start_of_verb(p: Parsed, clause: Clause, verb: int) -> int:
    """Return where the verb begins with its pronouns and its negation: "ne s'est"."""
    light = p.grammar("clitics") | p.grammar("negation")
    while verb > clause.body and p.words[verb - 1].low in light:
        verb -= 1
    return verb


def _as_subject(p: Parsed, clause: Clause) -> list[Word]:
    g, words = p.grammar, without_dates(p.of(clause))
    if words and words[0].low in g("that") and not g.verb_second:
        words = words[1:]
    while words and words[0].low in g("connectors") | g("coordinators"):
        words = words[1:]
    first = next((w for w in words if w.kind is Kind.WORD), None)
    if first is None or first.low in g("prepositions") - g("determiners"):
        return []
    if not (first.capital or first.low in g("determiners") or first.low in g("pronouns")):
        return []
    if first.low in g("no_subject") or first.low in g("adverbs") or first.low in g("connectors"):
        return []
    if len(words) == 1 and first.low in g("determiners") and first.low not in g("pronouns"):
        return []
    return words


def list_before(p: Parsed, k: int, verb: int | None) -> list[Word]:
    """Return the first members of a list whose last ones stand in the clause."""
    clause = p.clauses[k]
    if verb is None or clause.stop != ",":
        return []
    head = p.words[clause.body : verb]
    if not any(w.low in p.grammar("coordinators") for w in head):
        return []
    members: list[Word] = []
    j = k - 1
    while (
        j >= part_around(p, k)[0]
        and p.clauses[j].kind is ClauseKind.LOOSE
        and _as_subject(p, p.clauses[j])
    ):
        members = [*_as_subject(p, p.clauses[j]), COMMA, *members]
        j -= 1
    return members


def _of_the_main(p: Parsed, k: int) -> int | None:
    """Return the clause that a German one with its verb in front goes on with.

    "Der Rat legte fest, dass die Wahl verschoben wird, *und hat* einen Plan beschlossen"
    """
    own, clause = p.verb(p.clauses[k]), p.clauses[k]
    second = p.grammar.verb_second and own is not None and own < clause.end - 1
    if not second or clause.kind is not ClauseKind.COORDINATE or k == 0:
        return None
    if p.clauses[k - 1].kind not in _VERB_LAST:
        return None
    kinds = {ClauseKind.MAIN, ClauseKind.REPORT}
    last = part_around(p, k)[0] - 1
    found = (j for j in range(k - 1, last, -1) if p.clauses[j].kind in kinds)
    return next((j for j in found if p.verb(p.clauses[j]) is not None), None)


def shared_subject(p: Parsed, k: int) -> list[Word]:
    """Return the subject of the clause that a coordinated one goes on with."""
    g = p.grammar
    main = _of_the_main(p, k)
    if main is not None:
        place = p.verb(p.clauses[main]) or 0
        return _before_verb(p, p.clauses[main], place) or _behind_verb(p, p.clauses[main], place)
    for j in range(k - 1, part_around(p, k)[0] - 1, -1):
        clause = p.clauses[j]
        verb = p.verb(clause)
        if clause.kind is ClauseKind.REPORT:
            return []
        if clause.kind not in {ClauseKind.MAIN, ClauseKind.COMPLEMENT, ClauseKind.SUBORDINATE}:
            continue
        if verb is None or clause.kind is ClauseKind.SUBORDINATE:
            return []
        if not opens_with_verb(p, clause, verb):
            return _before_verb(p, clause, verb) or _behind_verb(p, clause, verb)
        inserted = subject_before(p, j)
        if inserted:
            return inserted
        if g.verb_second:
            return _behind_verb(p, clause, verb)
        if clause.kind is ClauseKind.MAIN and p.clauses[j].body == p.clauses[0].body:
            return []
    return []


def _behind_verb(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    if not p.grammar.verb_second:
        return []
    found = subject_behind(p, verb + 1, clause.end)
    return [p.words[i] for i in found] if found is not None else []


def _before_verb(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return what stands before the verb, where it is a subject."""
    g = p.grammar
    light = g("clitics") | g("negation") | g("adverbs")
    end = verb
    while end > clause.body and (p.words[end - 1].is_date or p.words[end - 1].low in light):
        if p.words[end - 1].low in g("pronouns") and end - 1 == clause.body:
            break
        end -= 1
    words = without_dates(list(p.words[clause.body : end]))
    while words and words[0].low in g("connectors") | g("coordinators"):
        words = words[1:]
    if (
        not words
        or words[0].low in g("prepositions") - g("determiners")
        or words[0].low in g("no_subject")
    ):
        return []
    return words


def subject_ahead(p: Parsed, k: int) -> list[Word]:
    """Return the subject of the main clause behind a participle that opens the sentence."""
    for j in range(k + 1, part_around(p, k)[1]):
        clause = p.clauses[j]
        if clause.kind is ClauseKind.MAIN:
            verb = p.verb(clause)
            if verb is None:
                return []
            return subject_before(p, j) or _before_verb(p, clause, verb)
        if clause.kind is ClauseKind.COORDINATE:
            return []
    return []
