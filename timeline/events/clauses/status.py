"""The status of an event by the closed-class cues of its clause."""

from collections.abc import Sequence

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.relations import INSERTED, opens_with_verb, part_of
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.clauses.verbs import infinitive, participle
from timeline.events.dates import is_present, lasts_until_now, points_ahead
from timeline.model.event import Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Point, depends_on

_NEAR = 4  # words between a negation and its verb
_FOLLOWING = 3


def status_of(p: Parsed, k: int, expression: TimeExpression) -> Status:
    """Return the status of what a clause tells."""
    clause = p.clauses[k]
    words = [w for w in p.words[clause.start : clause.end] if w.kind is Kind.WORD]
    lows = [w.low for w in words]
    g = p.grammar
    conditional = _conditional(p, clause) or _depends(p, clause) or _opens_condition(p, k)
    threatens = _threatens(p, clause)
    for status, found in (
        (Status.CANCELLED, _any(lows, g, "cancelled") or _called_off(p, k, lows)),
        (Status.THREATENED, conditional and _any(_lows_around(p, k), g, "threatened")),
        (Status.HYPOTHETICAL, conditional),
        (Status.THREATENED, threatens),
        (Status.DENIED, _denied(p, clause) or _said_with(p, k, lows, "denying") or _untrue(p, k)),
        (Status.THREATENED, _any(lows, g, "threatened")),
        (Status.ALLEGED, _alleged(p, k) or _quoted(p, k)),
        (Status.ONGOING, _ongoing(p, clause, expression)),
        (Status.PLANNED, _planned(p, clause, words, expression)),
    ):
        if found:
            return status
    return Status.HAPPENED


def _lows_around(p: Parsed, k: int) -> list[str]:
    """Return the words between the colons and semicolons around a clause."""
    return [w.low for c in part_of(p, k) for w in p.words[c.start : c.end]]


def _called_off(p: Parsed, k: int, lows: Sequence[str]) -> bool:
    """Return whether another clause of the sentence cancels or postpones what this one plans."""
    g = p.grammar
    if not (_any(lows, g, "planned") or _any(lows, g, "duty")):
        return False
    others = [w.low for j, c in enumerate(p.clauses) if j != k for w in p.words[c.start : c.end]]
    return _any(others, g, "cancelled") or _any(others, g, "postponed")


def _said_with(p: Parsed, k: int, lows: Sequence[str], name: str) -> bool:
    """Return whether a clause, or the one that reports it, has a verb of a group."""
    if _any(lows, p.grammar, name):
        return True
    told = p.clauses[k].kind is ClauseKind.COMPLEMENT
    said = [w.low for c in p.clauses if c.kind is ClauseKind.REPORT for w in p.of(c)]
    return told and _any(said, p.grammar, name)


def _quoted(p: Parsed, k: int) -> bool:
    """Return whether a clause stands in somebody's words: its source vouches for it."""
    verb = p.verb(p.clauses[k])
    if verb is None or not any(c.kind is ClauseKind.REPORT for c in p.clauses):
        return False
    before = sum(w.kind is Kind.QUOTE for w in p.words[:verb])
    return before % 2 == 1 and any(w.kind is Kind.QUOTE for w in p.words[verb:])


def _any(lows: Sequence[str], g: Grammar, name: str) -> bool:
    return not g(name).isdisjoint(lows)


def _denied(p: Parsed, clause: Clause) -> bool:
    g = p.grammar
    verb = p.verb(clause)
    if verb is None:
        return False
    near = range(max(clause.start, verb - _NEAR), verb)
    before = [i for i in near if p.words[i].low in g("negation") and not _of_an_adjective(p, i)]
    behind = range(verb + 1, clause.end)
    after = [i for i in behind if p.words[i].low in g("negation") and not _of_an_adjective(p, i)]
    if not g.verb_second:
        after = [i for i in after if i <= verb + _NEAR]
        before = [i for i in before if _light_between(p, i, verb)]
    return any(not _only(p, i) for i in (*before, *after))


def _of_an_adjective(p: Parsed, i: int) -> bool:
    """Return whether "nicht" is of an adjective before a noun: "einem nicht alltäglichen Fall"."""
    after = p.words[i + 1 : i + 3]
    two = (
        len(after) > 1 and p.grammar.verb_second and p.words[i].low not in p.grammar("determiners")
    )
    return two and after[0].low.endswith(p.grammar.ends("adjective_endings")) and after[1].capital


def _light_between(p: Parsed, i: int, verb: int) -> bool:
    g = p.grammar
    light = g("clitics") | g("adverbs") | g("negation")
    return all(p.words[j].is_date or p.words[j].low in light for j in range(i + 1, verb)) or (
        p.words[i].low in g("determiners")
    )


def _only(p: Parsed, i: int) -> bool:
    """Return whether a negation denies nothing: "no sólo"."""
    lows = [w.low for w in p.words[i : i + 3]]
    return any(
        tuple(lows[: len(phrase)]) == phrase for phrase in p.grammar.of_several("no_negation")
    )


def _conditional(p: Parsed, clause: Clause) -> bool:
    opener = [w.low for w in p.words[clause.start : clause.body]]
    if clause.kind is not ClauseKind.SUBORDINATE:
        return False
    several = p.grammar.of_several("conditional")
    return bool(p.grammar("conditional") & set(opener)) or any(
        tuple(opener[: len(phrase)]) == phrase for phrase in several
    )


def _opens_condition(p: Parsed, k: int) -> bool:
    """Recognise a German condition by its verb in first place: "Hätte er ..., wäre er".

    A clause that follows a main clause is one too: "drohte mit Streik, sollte niemand zahlen".
    """
    g = p.grammar
    if not g("unreal") or p.clauses[k].kind in {ClauseKind.RELATIVE, ClauseKind.SUBORDINATE}:
        return False
    inserted = {*INSERTED, ClauseKind.SUBORDINATE}
    for j in range(k, -1, -1):
        clause, verb = p.clauses[j], p.verb(p.clauses[j])
        ends = verb is not None and verb == clause.end - 1 and j == k
        if clause.kind is ClauseKind.MAIN and verb is not None and not ends:
            before = [c for c in p.clauses[:j] if c.kind is not ClauseKind.EMPTY]
            behind = [c for c in p.clauses[j + 1 :] if c.kind is ClauseKind.MAIN]
            opens = opens_with_verb(p, clause, verb) and p.words[verb].low in g("unreal")
            follows = bool(before) and before[-1].kind is ClauseKind.MAIN
            return opens and (follows or (not before and bool(behind)))
        if clause.kind not in inserted and not ends:
            return False
    return False


def _threatens(p: Parsed, clause: Clause) -> bool:
    """Return whether the verb of a clause threatens, whatever is not to be: "amenaza con no ir"."""
    verb, g = p.verb(clause), p.grammar
    if verb is None or p.words[verb].low not in g("threatened"):
        return False
    return not any(w.low in g("negation") for w in p.words[max(0, verb - 2) : verb])


def _untrue(p: Parsed, k: int) -> bool:
    """Return whether a sentence calls untrue what a complement tells: "no es cierto que"."""
    g = p.grammar
    if p.clauses[k].kind not in {ClauseKind.COMPLEMENT, ClauseKind.RELATIVE} or not g("true"):
        return False
    before = [w.low for c in p.clauses[:k] for w in p.of(c)]
    return any(low in g("true") for low in before) and any(low in g("negation") for low in before)


def _depends(p: Parsed, clause: Clause) -> bool:
    """Return whether a clause holds on a condition: "neuf personnes seraient en vie, si ..."."""
    verb = p.verb(clause)
    would = verb is not None and p.words[verb].low in p.grammar("alleged")
    return would and any(_conditional(p, other) for other in p.clauses)


def _alleged(p: Parsed, k: int) -> bool:
    g = p.grammar
    if _hedged(p, p.clauses[k]) or _hearsay(p, p.clauses[k]):
        return True
    verb = p.verb(p.clauses[k])
    indirect = verb is not None and p.words[verb].low in g("reported")
    if indirect and p.clauses[k].kind is not ClauseKind.SUBORDINATE:
        return True
    sayers = [c for c in p.clauses if c.kind is ClauseKind.REPORT]
    said = [w.low for c in sayers for w in p.words[c.start : c.end]]
    return _any(said, g, "alleging") and p.clauses[k].kind is not ClauseKind.REPORT


def _hedged(p: Parsed, clause: Clause) -> bool:
    """Return whether a verb or adverb casts doubt on the deed: "habría huido", "angeblich".

    A German adjective does so on a person only: "der mutmaßliche Täter wurde verhaftet".
    """
    g = p.grammar
    for i in range(clause.start, clause.end):
        w = p.words[i]
        if w.low in g("alleged") and (p.finite[i] or not _is_attribute(p, i)):
            return True
    return False


def _is_attribute(p: Parsed, i: int) -> bool:
    """Return whether a word says what a person is thought of, or is a verb: "han supuesto"."""
    g, w = p.grammar, p.words[i]
    if g.verb_second:
        return w.low.endswith(g.ends("adjective_endings"))
    helped = i > 0 and p.words[i - 1].low in g("auxiliaries")
    charged = i + 1 < len(p.words) and p.words[i + 1].low in g("of")
    return participle(w, g) and (helped or charged)


def _hearsay(p: Parsed, clause: Clause) -> bool:
    """Recognise "soll … angenommen haben"."""
    g = p.grammar
    words = [w for w in p.words[clause.body : clause.end] if w.kind is Kind.WORD]
    if not any(w.low in g("hearsay") for w in words) or len(words) < _FOLLOWING:
        return False
    tail = [w for w in words[-_FOLLOWING:] if w.low in g("perfect")]
    return bool(tail) and any(participle(w, g) for w in words[-_FOLLOWING:])


def _ongoing(p: Parsed, clause: Clause, expression: TimeExpression) -> bool:
    g, verb = p.grammar, p.verb(clause)
    if verb is None or p.words[verb].low not in g("present"):
        return False
    since = lasts_until_now(expression.meaning)
    behind = p.words[verb + 1 : clause.end]
    perfect = p.words[verb].low in g("past") and any(participle(w, g) for w in behind)
    if is_present(expression.meaning):
        return not perfect
    return since and not perfect


def _planned(p: Parsed, clause: Clause, words: Sequence[Word], expression: TimeExpression) -> bool:
    g, verb = p.grammar, p.verb(clause)
    lows = [w.low for w in words]
    if depends_on(expression.meaning, Point.MENTIONED):
        return False  # "elle sera reconstruite trois ans plus tard": the future of a story
    if _any(lows, g, "planned"):
        return True
    if clause.kind is ClauseKind.PARTICIPLE and verb is None:
        return False  # "convocada el lunes": the tense of its sentence is another's
    for i in range(clause.body, clause.end):
        low = p.words[i].low
        if (
            p.finite[i]
            and low.endswith(g.ends("planned_endings") or ("\0",))
            and low not in g("forms")
        ):
            return True
        if p.finite[i] and low in g("to_come") and _goes_to(p, i, clause.end):
            return True
    if verb is not None and _past(p.words[verb].low, g):
        return False
    return points_ahead(expression.meaning) or expression.tense is Tense.FUTURE


def _goes_to(p: Parsed, i: int, end: int) -> bool:
    """Return whether "va" makes a future: an infinitive is near."""
    reach = (
        range(i + 1, min(i + 1 + _NEAR, end)) if not p.grammar.verb_second else range(i + 1, end)
    )
    return any(infinitive(p.words[j], p.grammar) for j in reach)


def _past(low: str, g: Grammar) -> bool:
    if low in g("past"):
        return True
    return (
        low not in g("none")
        and bool(g.ends("past_endings"))
        and low.endswith(g.ends("past_endings"))
    )


def status_by_date(expression: TimeExpression) -> Status:
    """Distinguish what is planned by the date, or by the tense of its clause, from all else."""
    ahead = points_ahead(expression.meaning) or expression.tense is Tense.FUTURE
    return Status.PLANNED if ahead else Status.HAPPENED
