"""The two halves of a German verb, where an insertion parts them: "hat …, ..., gebilligt"."""

from timeline.events.clauses.model import ClauseKind, Parsed
from timeline.events.clauses.order import main_order
from timeline.events.clauses.relations import without_dates
from timeline.events.clauses.tokens import Kind, Word
from timeline.events.clauses.verbs import infinitive, participle

_DASHES = "–—-"


def with_bracket(p: Parsed, k: int, words: list[Word]) -> tuple[list[Word], int]:
    """Add the verb that an insertion parts from its helper: "hat das Vorhaben, ..., gebilligt"."""
    g, clause = p.grammar, p.clauses[k]
    verb = p.verb(clause)
    if g.verb_second and verb is not None and p.words[verb].low not in g("auxiliaries"):
        return _with_prefix(p, k, words)
    if not g.verb_second or verb is None:
        return words, k + 1
    if any(participle(w, g) or infinitive(w, g) for w in p.words[verb + 1 : clause.end]):
        return words, k + 1
    if clause.kind in {ClauseKind.SUBORDINATE, ClauseKind.COMPLEMENT, ClauseKind.RELATIVE}:
        return words, k + 1  # its verb stands last
    for j in range(k + 1, len(p.clauses)):
        part = without_dates(p.of(p.clauses[j]))
        last = next((w for w in reversed(part) if w.kind is Kind.WORD), None)
        if p.clauses[j].kind in {ClauseKind.LOOSE, ClauseKind.PARTICIPLE} and last is not None:
            if participle(last, g) or infinitive(last, g):
                return [*words, *part], j + 1
            if not _is_aside(p, j):
                break
        elif p.clauses[j].kind not in {
            ClauseKind.RELATIVE,
            ClauseKind.SUBORDINATE,
            ClauseKind.EMPTY,
        }:
            break
    return words, k + 1


def _with_prefix(p: Parsed, k: int, words: list[Word]) -> tuple[list[Word], int]:
    """Add the prefix that a relative parts from its verb: "schließen ..., die ..., zusammen"."""
    ends = p.grammar.ends("separable")
    if k + 2 >= len(p.clauses) or p.words[p.clauses[k].end - 1].low in ends:
        return words, k + 1
    relative, behind = p.clauses[k + 1], p.clauses[k + 2]
    part = without_dates(p.of(behind))
    kinds = relative.kind is ClauseKind.RELATIVE and behind.kind is ClauseKind.LOOSE
    if kinds and part and part[-1].low in ends:
        return [*words, *part], k + 3
    return words, k + 1


def _is_aside(p: Parsed, j: int) -> bool:
    """Return whether a part stands between two dashes."""
    behind = j + 1 < len(p.clauses) and p.clauses[j + 1].stop in _DASHES
    return behind and bool(p.clauses[j].stop) and p.clauses[j].stop in _DASHES


def bracket_before(p: Parsed, k: int) -> list[Word]:
    """Return the first half of a German clause whose verb this part ends.

    "Ein Urteil soll, sofern ..., am 17. Dezember *verkündet werden*".
    """
    g, own = p.grammar, without_dates(p.of(p.clauses[k]))
    if not g.verb_second or not own:
        return []
    ends = (
        own[-1].low in g("perfect") | g("to_come")
        or participle(own[-1], g)
        or infinitive(own[-1], g)
    )
    inner = any(p.finite[i] for i in range(p.clauses[k].body, p.clauses[k].end - 1))
    if not ends or inner:
        return []
    for j in range(k - 1, -1, -1):
        clause = p.clauses[j]
        verb = p.verb(clause)
        if clause.kind is ClauseKind.MAIN and verb is not None:
            words = p.words[verb + 1 : clause.end]
            open_still = not any(participle(w, g) or infinitive(w, g) for w in words)
            helped = p.words[verb].low in g("auxiliaries") and open_still
            return without_dates(main_order(p, clause)) if helped else []
        if clause.kind not in {ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.EMPTY}:
            return []
    return []
