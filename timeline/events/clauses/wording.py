"""The words of a title from the clause of its date: its subject, its verb, what belongs to them."""

from collections.abc import Callable, Iterator

from timeline.events.clauses.brackets import bracket_before
from timeline.events.clauses.extent import has_noun_behind, with_more
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.nouns import subject_behind
from timeline.events.clauses.order import main_order, verb_second
from timeline.events.clauses.relations import (
    goes_on_relative,
    has_date,
    host_of,
    larger,
    opens_with_verb,
    reported,
    told_by,
    without_dates,
)
from timeline.events.clauses.relatives import (
    noun_before,
    open_relative,
    participle_clause,
    relative_clause,
    resuming,
)
from timeline.events.clauses.subjects import (
    COMMA,
    list_before,
    opens_with_apposition,
    shared_subject,
    speaker,
    start_of_verb,
    subject_before,
)
from timeline.events.clauses.tokens import Word, join, small
from timeline.events.clauses.verbs import infinitive, participle
from timeline.events.entry import LONGEST_TITLE

_NEAR_FRONT = 4
_FEWEST_LOOSE = 2  # words of a loose part that stand in a title


def wordings(p: Parsed) -> Iterator[tuple[int, list[Word]]]:
    """Yield the words of titles, the smallest complete clause first, with the clause they tell."""
    seen: set[int] = set()
    k: int | None = p.own if p.clauses else None
    while k is not None and k not in seen:
        seen.add(k)
        found = _BY_KIND[p.clauses[k].kind](p, k)
        if found:
            resumed = resuming(p, k)
            yield (told_by(p, k) if resumed is None else resumed), found
        k = larger(p, k)


def _main(p: Parsed, k: int) -> list[Word]:
    clause = p.clauses[k]
    own = without_dates(main_order(p, clause))
    verb = p.verb(clause)
    bracket = bracket_before(p, k)
    if bracket:
        return [*bracket, *without_dates(p.of(clause))]
    subject = subject_before(p, k) if verb is not None and opens_with_verb(p, clause, verb) else []
    if subject:
        own = without_dates(p.of(clause))
        return with_more(p, k, [*subject, small(own[0]), *own[1:]])
    if verb is not None and opens_with_apposition(p, clause, verb):
        subject = subject_before(p, k)
        own = without_dates(list(p.words[start_of_verb(p, clause, verb) : clause.end]))
        return with_more(p, k, [*subject, *own]) if subject else []
    listed = list_before(p, k, verb)
    dated = verb is not None and any(w.is_date for w in p.words[clause.body : verb])
    front = p.grammar.verb_second and dated
    if verb is not None and not listed and not front and opens_with_verb(p, clause, verb):
        shared = shared_subject(p, k)
        if shared and not (p.grammar.verb_second and subject_behind(p, verb + 1, verb + 2)):
            own = without_dates(p.of(clause))
            return with_more(p, k, [*shared, small(own[0]), *own[1:]])
    whole = [*listed, *own]
    if verb is not None and len(join(whole)) > LONGEST_TITLE:
        whole = _without_front(p, clause, verb) or whole
    return with_more(p, k, whole)


def _without_front(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return an overlong German clause without the adverbial before its verb."""
    g = p.grammar
    head = without_dates(list(p.words[clause.body : verb]))
    subject = subject_behind(p, verb + 1, clause.end) if g.verb_second and head else None
    if subject is None:
        return []
    clear = p.words[subject.start].low in g("clear_subjects")
    if head[0].low not in g("prepositions") and not (
        clear and any(w.low in g("prepositions") for w in head[:_NEAR_FRONT])
    ):
        return []
    rest = [p.words[i] for i in range(verb + 1, clause.end) if i not in subject]
    return without_dates([*(p.words[i] for i in subject), p.words[verb], *rest])


def _coordinate(p: Parsed, k: int) -> list[Word]:
    subject = noun_before(p, p.clauses[k - 1]) if goes_on_relative(p, k) else shared_subject(p, k)
    own = without_dates(p.of(p.clauses[k]))
    return with_more(p, k, [*subject, *own]) if own else []


def _gapped(p: Parsed, k: int) -> list[Word]:
    """Return subject and verb of the clause before with the words of this one."""
    base = host_of(p, k)
    if base is None:
        return []
    clause = p.clauses[base]
    verb = p.verb(clause)
    own = without_dates(p.of(p.clauses[k]))
    if verb is None or not own:
        return []
    head = without_dates(list(p.words[clause.body : verb + 1]))
    behind = verb + 1
    while (
        not participle(own[0], p.grammar)
        and behind < clause.end
        and (participle(p.words[behind], p.grammar) or p.words[behind].low in p.grammar("adverbs"))
    ):
        head.append(p.words[behind])
        behind += 1
    if len(without_dates(list(p.words[clause.body : verb]))) == 0:
        head = [*(subject_before(p, base) or shared_subject(p, base)), *head]
    return [*head, *own]


def _subordinate(p: Parsed, k: int) -> list[Word]:
    clause = p.clauses[k]
    opener = p.words[clause.start : clause.body]
    if any(w.low in p.grammar("conditional") for w in opener):
        return _with_condition(p, k)
    return with_more(p, k, verb_second(p, p.of(clause)))


def _with_condition(p: Parsed, k: int) -> list[Word]:
    """Return the main clause and its condition behind it."""
    host = host_of(p, k)
    clause = p.clauses[k]
    condition = without_dates(list(p.words[clause.start : clause.end]))
    if host is None or not condition:
        return []
    told = _main(p, host)
    return [*told, COMMA, small(condition[0]), *condition[1:]] if told else []


def _gapped_subject(p: Parsed, host: int, own: list[Word]) -> list[Word]:
    """Return "le cinématographe arrive" for "L'électricité arrive en 1894, le cinématographe …"."""
    g, clause = p.grammar, p.clauses[host]
    verb = p.verb(clause)
    if verb is None or not has_date(p, host) or own[0].low not in g("determiners"):
        return []
    if own[0].low in g("prepositions") or has_noun_behind(p, verb, clause.end):
        return []
    return [*own, p.words[verb]]


def _loose(p: Parsed, k: int) -> list[Word]:
    """Return the clause that a loose part belongs to, with the part."""
    host, clause = host_of(p, k), p.clauses[k]
    own = without_dates(p.of(clause))
    bracket = bracket_before(p, k)
    if bracket:
        return [*bracket, *own]
    if host is not None and own and host == k - 1 and k + 1 == len(p.clauses):
        gapped = _gapped_subject(p, host, own)
        if gapped:
            return gapped
    resumed = open_relative(p, k)
    if resumed:
        return resumed
    if host is None:
        return []
    told = _BY_KIND[p.clauses[host].kind](p, host)
    if not told or len(own) < _FEWEST_LOOSE or _told_already(told, own):
        return told
    if host < k and infinitive(own[0], p.grammar) and not p.grammar.verb_second:
        return [*told, *own]
    if host < k:
        return [*told, COMMA, *own]
    return [
        *own,
        COMMA,
        small(told[0]) if told[0].low in p.grammar("determiners") else told[0],
        *told[1:],
    ]


def _told_already(told: list[Word], own: list[Word]) -> bool:
    places = {w.start for w in told if w.start >= 0}
    return all(w.start in places for w in own)


def _report(p: Parsed, k: int) -> list[Word]:
    told = reported(p, k)
    return _BY_KIND[p.clauses[told].kind](p, told) if told is not None else []


def _complement(p: Parsed, k: int) -> list[Word]:
    clause = p.clauses[k]
    own = verb_second(p, p.of(clause))
    verb = p.verb(clause)
    if own and verb is not None and not p.grammar.verb_second and opens_with_verb(p, clause, verb):
        said = speaker(p)
        if said and not has_noun_behind(p, verb, clause.end):
            own = [*said, *own]
    return with_more(p, k, own)


_BY_KIND: dict[ClauseKind, Callable[[Parsed, int], list[Word]]] = {
    ClauseKind.MAIN: _main,
    ClauseKind.COORDINATE: _coordinate,
    ClauseKind.GAPPED: _gapped,
    ClauseKind.RELATIVE: relative_clause,
    ClauseKind.PARTICIPLE: participle_clause,
    ClauseKind.GERUND: _loose,
    ClauseKind.SUBORDINATE: _subordinate,
    ClauseKind.COMPLEMENT: _complement,
    ClauseKind.REPORT: _report,
    ClauseKind.ATTRIBUTION: _loose,
    ClauseKind.LOOSE: _loose,
    ClauseKind.EMPTY: _loose,
}
