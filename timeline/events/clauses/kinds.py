"""What part a clause plays in its sentence."""

from timeline.events.clauses.model import Clause, ClauseKind, Stretch, TokenLine
from timeline.events.clauses.openers import conjunction, phrase_at
from timeline.events.clauses.reports import is_complement, is_report, starts_with_verb
from timeline.events.clauses.tokens import Kind, small
from timeline.events.clauses.verbs import gerund, infinitive, participle, reports

_BEFORE_THAT = {ClauseKind.REPORT, ClauseKind.LOOSE, ClauseKind.EMPTY}


def clause_of(
    line: TokenLine, stretch: Stretch, after: Stretch | None, before: list[Clause]
) -> Clause:
    """Return the clause that a stretch is, from itself, the one behind and the clauses before."""
    kind, body = _kind_of(line, stretch, after, before)
    return Clause(kind, stretch.start, body, stretch.end, stretch.stop)


def _kind_of(
    line: TokenLine, stretch: Stretch, after: Stretch | None, before: list[Clause]
) -> tuple[ClauseKind, int]:
    start, end, _ = stretch
    first = line.first_word(start, end)
    if first is None or (first + 1 < end and _joins_a_date_only(line, first, end)):
        return ClauseKind.EMPTY, start
    verb = next((i for i in range(start, end) if line.finite[i]), None)
    opened = _opened_by(line, first, end, before) if verb is not None else None
    if opened is not None:
        return opened
    named = _attributes(line, first, end, verb)
    if named is not None:
        return named, start
    if verb is None:
        return _verbless(line, first, start, before)
    if is_report(line, stretch, after, before):
        return ClauseKind.REPORT, start
    joined = line.lows[first] in line.g("coordinators")
    head = line.first_word(first + 1, end) if joined else first
    dated = line.g.verb_second and any(w.is_date for w in line.words[first:verb])
    if joined and head is not None and not dated and starts_with_verb(line, head, verb):
        return ClauseKind.COORDINATE, first + 1
    return ClauseKind.MAIN, first + 1 if joined else start


def _joins_a_date_only(line: TokenLine, first: int, end: int) -> bool:
    dates = all(w.is_date for w in line.words[first + 1 : end])
    return dates and line.lows[first] in line.g("coordinators")


def _opened_by(
    line: TokenLine, first: int, end: int, before: list[Clause]
) -> tuple[ClauseKind, int] | None:
    """Return the kind of a clause that a conjunction or a relative opens."""
    i = first
    skipped = line.g("coordinators") | line.g("adverbs")
    skipped -= line.g("relatives")
    while i < end - 1 and line.lows[i] in skipped and not conjunction(line, i):
        i += 1
    waits = (
        bool(before)
        and before[-1].kind in _BEFORE_THAT
        and any(c.kind is ClauseKind.REPORT for c in before)
    )
    waits = waits and i == first and line.words[first - 1].kind is Kind.STOP
    if line.lows[i] in line.g("that") and (
        line.g.verb_second or waits or is_complement(line, i, 0)
    ):
        return ClauseKind.COMPLEMENT, i + 1
    as_said = line.lows[i] in line.g("as") and any(
        reports(line.words, j, line.g) for j in range(i + 1, end)
    )
    if as_said and i == first:
        return ClauseKind.REPORT, i + 1
    long = conjunction(line, i)
    if long and (not line.g.verb_second or line.verb_last(end)):
        return ClauseKind.SUBORDINATE, i + long
    relative = _relative_body(line, i, end)
    if relative is not None and (before or i > first):
        return ClauseKind.RELATIVE, relative
    return None


def _relative_body(line: TokenLine, i: int, end: int) -> int | None:
    """Return where the body behind a relative begins, its preposition included in it."""
    reach = range(i, min(i + 4, end))
    for j in reach:
        if line.lows[j] in line.g("relatives"):
            if line.g.verb_second and (j - i > 1 or not line.verb_last(end)):
                return None
            return j + 1
        led = line.lows[j] in line.g("prepositions") or line.lows[j] in line.g("determiners")
        if not led or (line.g.verb_second and line.lows[j] not in line.g("prepositions")):
            return None
    return None


def _attributes(line: TokenLine, first: int, end: int, verb: int | None) -> ClauseKind | None:
    """Recognise "selon le parquet" between stops."""
    if phrase_at(line, first, "according") and verb is None:
        return ClauseKind.ATTRIBUTION
    last = next((i for i in range(end - 1, first, -1) if line.words[i].kind is Kind.WORD), first)
    behind = line.g.verb_second and verb is None and line.lows[last] in line.g("according")
    return ClauseKind.ATTRIBUTION if behind else None


def _verbless(
    line: TokenLine, first: int, start: int, before: list[Clause]
) -> tuple[ClauseKind, int]:
    joined = line.lows[first] in line.g("coordinators")
    dated = bool(before) and any(w.is_date for w in line.words[before[-1].start : first])
    own_date = any(w.is_date for w in line.words[first:])
    led = participle(line.words[first + 1], line.g) if first + 1 < len(line.words) else False
    if joined and led and before and before[-1].kind is ClauseKind.PARTICIPLE:
        return ClauseKind.PARTICIPLE, first + 1
    bracket = joined and own_date and _ends_in_participle(line, first, also_infinitive=True)
    if joined and (dated or bracket) and own_date and any(line.finite[:first]):
        return ClauseKind.GAPPED, first + 1
    i = first
    while i < len(line.words) - 1 and (line.lows[i] in line.g("adverbs") or line.words[i].is_date):
        i += 1
    opens = participle(small(line.words[i]) if i == first else line.words[i], line.g)
    if opens or (before and _ends_in_participle(line, first)):
        return ClauseKind.PARTICIPLE, start
    return (
        (ClauseKind.GERUND, start) if gerund(line.words[i], line.g) else (ClauseKind.LOOSE, start)
    )


def _ends_in_participle(line: TokenLine, first: int, *, also_infinitive: bool = False) -> bool:
    """In German the participle stands last: ", 1901 in Bonn gegründet,"."""
    if not line.g.verb_second:
        return False
    last = first
    while last + 1 < len(line.words) and line.words[last + 1].kind is not Kind.STOP:
        last += 1
    while line.words[last].is_date and last > first:
        last -= 1
    end = line.words[last]
    return participle(end, line.g) or (also_infinitive and infinitive(end, line.g))
