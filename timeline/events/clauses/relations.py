"""How the clauses of a sentence belong together."""

from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.tokens import Word

INSERTED = {
    *(ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.LOOSE, ClauseKind.GERUND),
    *(ClauseKind.EMPTY, ClauseKind.ATTRIBUTION),
}
_WITHOUT_EVENT = {ClauseKind.LOOSE, ClauseKind.GERUND, ClauseKind.EMPTY, ClauseKind.ATTRIBUTION}
_HARD = {";", ":", *".!?"}


def told_by(p: Parsed, k: int) -> int:
    """Return the clause that a part without an event of its own speaks of."""
    kind = p.clauses[k].kind
    if kind is ClauseKind.REPORT:
        told = reported(p, k)
    elif kind in _WITHOUT_EVENT:
        told = host_of(p, k)
    else:
        return k
    return k if told is None else told


def larger(p: Parsed, k: int) -> int | None:
    """Return the clause that a clause depends on."""
    kind = p.clauses[k].kind
    if kind is ClauseKind.REPORT:
        return reported(p, k)
    if kind in {ClauseKind.MAIN, ClauseKind.COMPLEMENT}:
        return None
    return host_of(p, k)


def host_of(p: Parsed, k: int) -> int | None:
    """Return the nearest clause with a verb before, or where there is none behind."""
    kinds = {ClauseKind.MAIN, ClauseKind.COORDINATE, ClauseKind.COMPLEMENT}
    first, last = part_around(p, k)
    before = next((j for j in range(k - 1, first - 1, -1) if p.clauses[j].kind in kinds), None)
    after = next((j for j in range(k + 1, last) if p.clauses[j].kind in kinds), None)
    if before is None and after is None:
        return next((j for j in range(k + 1, len(p.clauses)) if p.clauses[j].kind in kinds), None)
    if before is None or after is None:
        return after if before is None else before
    dated = has_date(p, before) and not has_date(p, after)
    return after if _may_lead(p, k) and (dated or _joins(p, k)) else before


def _joins(p: Parsed, k: int) -> bool:
    """Return whether a part begins with a coordinator: "et [date], le maire ..."."""
    first = p.words[p.clauses[k].start]
    return first.low in p.grammar("coordinators")


def part_around(p: Parsed, k: int) -> tuple[int, int]:
    """Return the range of clauses between colons and semicolons that a clause is one of."""
    first = k
    while first > 0 and p.clauses[first].stop not in _HARD:
        first -= 1
    last = k + 1
    while last < len(p.clauses) and p.clauses[last].stop not in _HARD:
        last += 1
    return first, last


def part_of(p: Parsed, k: int) -> list[Clause]:
    """Return the clauses between the colons and semicolons around a clause."""
    first, last = part_around(p, k)
    return list(p.clauses[first:last])


def has_date(p: Parsed, k: int) -> bool:
    """Return whether a clause holds a date."""
    clause = p.clauses[k]
    return any(w.is_date for w in p.words[clause.start : clause.end])


def _may_lead(p: Parsed, k: int) -> bool:
    """Return whether a part may belong to what follows: a date alone, or one behind "and"."""
    clause = p.clauses[k]
    words = [w for w in p.words[clause.start : clause.end] if not w.is_date]
    return not words or words[0].low in p.grammar("coordinators")


def reported(p: Parsed, k: int) -> int | None:
    """Return the clause that a clause of saying reports: the complement behind it, or before it."""
    after = range(k + 1, len(p.clauses))
    for j in after:
        if p.clauses[j].kind is ClauseKind.COMPLEMENT:
            return j
        if p.clauses[j].kind is ClauseKind.MAIN:
            break
    kinds = {ClauseKind.MAIN, ClauseKind.COORDINATE, ClauseKind.COMPLEMENT}
    before = [j for j in range(k - 1, -1, -1) if p.clauses[j].kind in kinds]
    if before:
        joined = next(
            (j for j in before if p.clauses[j].kind is not ClauseKind.COORDINATE), before[-1]
        )
        return joined if p.clauses[before[0]].kind is ClauseKind.COORDINATE else before[0]
    return next((j for j in after if p.clauses[j].kind is ClauseKind.MAIN), None)


def opens_with_verb(p: Parsed, clause: Clause, verb: int) -> bool:
    """Return whether nothing but light words stands before the verb of a clause."""
    g = p.grammar
    light = g("clitics") | g("adverbs") | g("negation")
    return all(p.words[i].is_date or p.words[i].low in light for i in range(clause.body, verb))


def without_dates(words: list[Word]) -> list[Word]:
    """Return the words that are no marks of dates."""
    return [w for w in words if not w.is_date]


def goes_on_relative(p: Parsed, k: int) -> bool:
    """Return whether a coordinated clause goes on with a relative one."""
    return k > 0 and not p.clauses[k].stop and p.clauses[k - 1].kind is ClauseKind.RELATIVE
