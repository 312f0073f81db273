"""The words of a title from the clause of its date: its subject, its verb, what belongs to them."""

from collections.abc import Callable, Iterator

from timeline.events.clause_order import in_second_place, main_order, verb_second
from timeline.events.clause_tokens import Kind, Word, join, small, word
from timeline.events.clause_verbs import finite, infinitive, participle
from timeline.events.clause_words import Grammar
from timeline.events.clauses import Clause, ClauseKind, Parsed
from timeline.events.entry import LONGEST_TITLE
from timeline.events.noun_phrases import agreeing, nominative, phrase_before, subject_behind

_FINITE = {
    ClauseKind.MAIN,
    ClauseKind.COORDINATE,
    ClauseKind.SUBORDINATE,
    ClauseKind.COMPLEMENT,
    ClauseKind.RELATIVE,
}
_INSERTED = {
    *(ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.LOOSE, ClauseKind.GERUND),
    *(ClauseKind.EMPTY, ClauseKind.ATTRIBUTION),
}
_WITHOUT_EVENT = {ClauseKind.LOOSE, ClauseKind.GERUND, ClauseKind.EMPTY, ClauseKind.ATTRIBUTION}
_HARD = {";", ":"}
_NEAR_FRONT = 4
_FEWEST_LOOSE = 2  # words of a loose part that stand in a title
_COMMA = Word(",", ",", Kind.STOP)


def wordings(p: Parsed) -> Iterator[tuple[int, list[Word]]]:
    """Yield the words of titles, the smallest complete clause first, with the clause they tell."""
    seen: set[int] = set()
    k: int | None = p.own
    while k is not None and k not in seen:
        seen.add(k)
        found = _BY_KIND[p.clauses[k].kind](p, k)
        if found:
            yield told_by(p, k), found
        k = _larger(p, k)


def told_by(p: Parsed, k: int) -> int:
    """Return the clause that a part without an event of its own speaks of."""
    kind = p.clauses[k].kind
    if kind is ClauseKind.REPORT:
        told = reported(p, k)
    elif kind in _WITHOUT_EVENT:
        told = _host(p, k)
    else:
        return k
    return k if told is None else told


def _larger(p: Parsed, k: int) -> int | None:
    """Return the clause that a clause depends on."""
    kind = p.clauses[k].kind
    if kind is ClauseKind.REPORT:
        return reported(p, k)
    if kind in {ClauseKind.MAIN, ClauseKind.COMPLEMENT}:
        return None
    return _host(p, k)


def _host(p: Parsed, k: int) -> int | None:
    """Return the nearest clause with a verb before, or where there is none behind."""
    kinds = {ClauseKind.MAIN, ClauseKind.COORDINATE, ClauseKind.COMPLEMENT}
    first, last = _part(p, k)
    before = next((j for j in range(k - 1, first - 1, -1) if p.clauses[j].kind in kinds), None)
    after = next((j for j in range(k + 1, last) if p.clauses[j].kind in kinds), None)
    if before is None and after is None:
        return next((j for j in range(k + 1, len(p.clauses)) if p.clauses[j].kind in kinds), None)
    if before is None or after is None:
        return after if before is None else before
    dated = _has_date(p, before) and not _has_date(p, after)
    return after if _may_lead(p, k) and (dated or _joins(p, k)) else before


def _joins(p: Parsed, k: int) -> bool:
    """Return whether a part begins with a coordinator: "et [date], le maire ..."."""
    first = p.words[p.clauses[k].start]
    return first.low in p.grammar("coordinators")


def _part(p: Parsed, k: int) -> tuple[int, int]:
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
    first, last = _part(p, k)
    return list(p.clauses[first:last])


def _has_date(p: Parsed, k: int) -> bool:
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


def speaker(p: Parsed) -> list[Word]:
    """Return the words for the one who tells, in a clause that only says so."""
    for k, clause in enumerate(p.clauses):
        if clause.kind is ClauseKind.REPORT:
            verb = p.verb(clause)
            if verb is None:
                return []
            if not _opens_with_verb(p, clause, verb):
                return _before_verb(p, clause, verb)
            behind = _behind_verb(p, clause, verb) or _said_by(p, clause, verb)
            return behind or _subject_before(p, k)
    return []


def _said_by(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return the subject behind a verb of saying: "dijo ayer la alcaldía en un comunicado"."""
    g = p.grammar
    start = verb + 1
    light = g("adverbs") | g("negation") | g("reporting") | g("alleging")
    while start < clause.end and (p.words[start].is_date or p.words[start].low in light):
        start += 1
    end = start
    while end < clause.end:
        low = p.words[end].low
        if (low in g("prepositions") and low not in g("of")) or low in g("that"):
            break
        end += 1
    return _shown(list(p.words[start:end]))


def _main(p: Parsed, k: int) -> list[Word]:
    clause = p.clauses[k]
    own = _shown(main_order(p, clause))
    verb = p.verb(clause)
    bracket = _bracket_before(p, k)
    if bracket:
        return [*bracket, *_shown(p.of(clause))]
    subject = (
        _subject_before(p, k) if verb is not None and _opens_with_verb(p, clause, verb) else []
    )
    if subject:
        own = _shown(p.of(clause))
        return _with_more(p, k, [*subject, small(own[0]), *own[1:]])
    listed = _list_before(p, k, verb)
    if verb is not None and not listed and _opens_with_verb(p, clause, verb):
        shared = _shared_subject(p, k)
        if shared and not (p.grammar.verb_second and subject_behind(p, verb + 1, verb + 2)):
            own = _shown(p.of(clause))
            return _with_more(p, k, [*shared, small(own[0]), *own[1:]])
    whole = [*listed, *own]
    if verb is not None and len(join(whole)) > LONGEST_TITLE:
        whole = _without_front(p, clause, verb) or whole
    return _with_more(p, k, whole)


def _without_front(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return an overlong German clause without the adverbial before its verb."""
    g = p.grammar
    head = _shown(list(p.words[clause.body : verb]))
    subject = subject_behind(p, verb + 1, clause.end) if g.verb_second and head else None
    if subject is None:
        return []
    clear = p.words[subject.start].low in g("clear_subjects")
    if head[0].low not in g("prepositions") and not (
        clear and any(w.low in g("prepositions") for w in head[:_NEAR_FRONT])
    ):
        return []
    rest = [p.words[i] for i in range(verb + 1, clause.end) if i not in subject]
    return _shown([*(p.words[i] for i in subject), p.words[verb], *rest])


def _opens_with_verb(p: Parsed, clause: Clause, verb: int) -> bool:
    g = p.grammar
    light = g("clitics") | g("adverbs") | g("negation")
    return all(p.words[i].is_date or p.words[i].low in light for i in range(clause.body, verb))


def _shown(words: list[Word]) -> list[Word]:
    return [w for w in words if not w.is_date]


def _subject_before(p: Parsed, k: int) -> list[Word]:
    """Return the subject that an insertion parts from its verb: "La fábrica, fundada ..., cerró"."""
    found: list[Word] = []
    for j in range(k - 1, _part(p, k)[0] - 1, -1):
        clause = p.clauses[j]
        shares = clause.kind is ClauseKind.COORDINATE and _goes_on_relative(p, j)
        if clause.kind not in _INSERTED and not shares:
            break
        if clause.kind is ClauseKind.LOOSE:
            found = _as_subject(p, clause) or found
    return found


def _goes_on_relative(p: Parsed, k: int) -> bool:
    return k > 0 and not p.clauses[k].stop and p.clauses[k - 1].kind is ClauseKind.RELATIVE


def _as_subject(p: Parsed, clause: Clause) -> list[Word]:
    g, words = p.grammar, _shown(p.of(clause))
    while words and words[0].low in g("connectors") | g("coordinators"):
        words = words[1:]
    first = next((w for w in words if w.kind is Kind.WORD), None)
    if first is None or first.low in g("prepositions") - g("determiners"):
        return []
    if not (first.capital or first.low in g("determiners") or first.low in g("pronouns")):
        return []
    if first.low in g("no_subject") or first.low in g("adverbs") or first.low in g("connectors"):
        return []
    return words


def _list_before(p: Parsed, k: int, verb: int | None) -> list[Word]:
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
        j >= _part(p, k)[0]
        and p.clauses[j].kind is ClauseKind.LOOSE
        and _as_subject(p, p.clauses[j])
    ):
        members = [*_as_subject(p, p.clauses[j]), _COMMA, *members]
        j -= 1
    return members


def _with_more(p: Parsed, k: int, words: list[Word]) -> list[Word]:
    """Add what follows without a stop, and as far as it fits, what goes on in the same breath."""
    out, first = _with_bracket(p, k, words)
    out, first = _with_object_behind(p, k, out, first)
    for j in range(first, len(p.clauses)):
        clause = p.clauses[j]
        part = _shown(list(p.words[clause.start : clause.end]))
        if any(w.is_date for w in p.words[clause.start : clause.end]) or not part:
            if clause.stop and not part:
                continue
            break
        gerund = clause.kind is ClauseKind.GERUND and clause.stop == ","
        goes_on = not clause.stop and clause.kind not in {ClauseKind.REPORT, ClauseKind.MAIN}
        listed = clause.kind is ClauseKind.LOOSE and clause.stop == "," and _goes_on_listing(p, j)
        listed = listed or (clause.kind is ClauseKind.LOOSE and ends_in_verb(out, p.grammar))
        listed = listed or (clause.kind is ClauseKind.LOOSE and _is_infinitive(part, p.grammar))
        if not (gerund or goes_on or listed):
            break
        longer = [*out, *([_COMMA] if clause.stop else []), *part]
        if len(join(longer)) > LONGEST_TITLE:
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
    if g.verb_second or verb is None or _has_noun_behind(p, verb, clause.end):
        return words, first
    opens = _opens_with_verb(p, clause, verb) and g.may_open_with_verb
    if not opens and not ends_in_verb(words, g) and first == k + 1 and first < len(p.clauses):
        if not _is_adverbial(p, p.clauses[first]):
            return words, first
    for j in range(k + 1, _part(p, k)[1]):
        part = _shown(p.of(p.clauses[j]))
        if p.clauses[j].kind not in _INSERTED or (
            part and _has_date(p, j) and p.clauses[j].kind is ClauseKind.LOOSE
        ):
            break
        if p.clauses[j].kind is ClauseKind.LOOSE and part and part[0].low in g("determiners"):
            if any(part[0].low == whole for whole, _ in g.contractions) or part[0].low in g("of"):
                continue
            return [*words, *part], j + 1
    return words, first


def _with_german_object(p: Parsed, k: int, words: list[Word], first: int) -> tuple[list[Word], int]:
    """Add the object behind a relative: "zählte die Bahn, die ..., 88.000 Fahrgäste"."""
    for j in range(k + 1, _part(p, k)[1]):
        kind = p.clauses[j].kind
        if kind is ClauseKind.LOOSE and not _has_date(p, j):
            return [*words, *_shown(p.of(p.clauses[j]))], j + 1
        if kind not in {ClauseKind.RELATIVE, ClauseKind.EMPTY}:
            break
    return words, first


def _has_noun_behind(p: Parsed, verb: int, end: int) -> bool:
    """Return whether an object or predicate follows the verb without a preposition."""
    g = p.grammar
    led = False
    for i in range(verb + 1, end):
        w = p.words[i]
        if w.low in g("determiners") and w.low not in g("prepositions") and not led:
            return True
        led = w.low in g("prepositions")
    return False


def _is_adverbial(p: Parsed, clause: Clause) -> bool:
    part = _shown(p.of(clause))
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


def _with_bracket(p: Parsed, k: int, words: list[Word]) -> tuple[list[Word], int]:
    """Add the verb that an insertion parts from its helper: "hat das Vorhaben, ..., gebilligt"."""
    g, clause = p.grammar, p.clauses[k]
    verb = p.verb(clause)
    if not g.verb_second or verb is None or p.words[verb].low not in g("auxiliaries"):
        return words, k + 1
    if any(participle(w, g) or infinitive(w, g) for w in p.words[verb + 1 : clause.end]):
        return words, k + 1
    for j in range(k + 1, len(p.clauses)):
        part = _shown(p.of(p.clauses[j]))
        last = next((w for w in reversed(part) if w.kind is Kind.WORD), None)
        if p.clauses[j].kind in {ClauseKind.LOOSE, ClauseKind.PARTICIPLE} and last is not None:
            if participle(last, g) or infinitive(last, g):
                return [*words, *part], j + 1
        elif p.clauses[j].kind not in {
            ClauseKind.RELATIVE,
            ClauseKind.SUBORDINATE,
            ClauseKind.EMPTY,
        }:
            break
    return words, k + 1


def _bracket_before(p: Parsed, k: int) -> list[Word]:
    """Return the first half of a German clause whose verb this part ends.

    "Ein Urteil soll, sofern ..., am 17. Dezember *verkündet werden*".
    """
    g, own = p.grammar, _shown(p.of(p.clauses[k]))
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
            return _shown(main_order(p, clause)) if helped else []
        if clause.kind not in {ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.EMPTY}:
            return []
    return []


def _goes_on_listing(p: Parsed, j: int) -> bool:
    """Return whether a loose part is a member of a list that a coordinator ends."""
    rest = p.words[p.clauses[j].start : p.clauses[j].end]
    return any(w.low in p.grammar("coordinators") for w in rest) and not (
        rest[0].low in p.grammar("prepositions")
    )


def _shared_subject(p: Parsed, k: int) -> list[Word]:
    """Return the subject of the clause that a coordinated one goes on with."""
    g = p.grammar
    for j in range(k - 1, _part(p, k)[0] - 1, -1):
        clause = p.clauses[j]
        verb = p.verb(clause)
        if clause.kind is ClauseKind.REPORT:
            return []
        if clause.kind not in {ClauseKind.MAIN, ClauseKind.COMPLEMENT, ClauseKind.SUBORDINATE}:
            continue
        if verb is None or clause.kind is ClauseKind.SUBORDINATE:
            return []
        if not _opens_with_verb(p, clause, verb):
            return _before_verb(p, clause, verb) or _behind_verb(p, clause, verb)
        inserted = _subject_before(p, j)
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
    words = _shown(list(p.words[clause.body : end]))
    while words and words[0].low in g("connectors") | g("coordinators"):
        words = words[1:]
    if (
        not words
        or words[0].low in g("prepositions") - g("determiners")
        or words[0].low in g("no_subject")
    ):
        return []
    return words


def _coordinate(p: Parsed, k: int) -> list[Word]:
    subject = (
        _noun_before(p, p.clauses[k - 1]) if _goes_on_relative(p, k) else _shared_subject(p, k)
    )
    own = _shown(p.of(p.clauses[k]))
    return _with_more(p, k, [*subject, *own]) if own else []


def _gapped(p: Parsed, k: int) -> list[Word]:
    """Return subject and verb of the clause before with the words of this one."""
    base = _host(p, k)
    if base is None:
        return []
    clause = p.clauses[base]
    verb = p.verb(clause)
    own = _shown(p.of(p.clauses[k]))
    if verb is None or not own:
        return []
    head = _shown(list(p.words[clause.body : verb + 1]))
    behind = verb + 1
    while (
        not participle(own[0], p.grammar)
        and behind < clause.end
        and (participle(p.words[behind], p.grammar) or p.words[behind].low in p.grammar("adverbs"))
    ):
        head.append(p.words[behind])
        behind += 1
    if len(_shown(list(p.words[clause.body : verb]))) == 0:
        head = [*(_subject_before(p, base) or _shared_subject(p, base)), *head]
    return [*head, *own]


def _subordinate(p: Parsed, k: int) -> list[Word]:
    clause = p.clauses[k]
    opener = p.words[clause.start : clause.body]
    if any(w.low in p.grammar("conditional") for w in opener):
        return _with_condition(p, k)
    return _with_more(p, k, verb_second(p, p.of(clause)))


def _with_condition(p: Parsed, k: int) -> list[Word]:
    """Return the main clause and its condition behind it."""
    host = _host(p, k)
    clause = p.clauses[k]
    condition = _shown(list(p.words[clause.start : clause.end]))
    if host is None or not condition:
        return []
    told = _main(p, host)
    return [*told, _COMMA, small(condition[0]), *condition[1:]] if told else []


def _noun_before(p: Parsed, clause: Clause) -> list[Word]:
    """Return the noun phrase that a clause speaks of, over the stop between them."""
    found = phrase_before(p, clause.start - 1 if clause.stop else clause.start)
    article = next(
        (plain for whole, plain in p.grammar.contractions if found[:1] and whole == found[0].low),
        None,
    )
    return [word(article), *found[1:]] if article else found


def _relative(p: Parsed, k: int) -> list[Word]:
    g, clause = p.grammar, p.clauses[k]
    opener = p.words[clause.body - 1]
    if opener.low in g("possessors"):
        return []
    led = p.words[clause.start].low in g("prepositions") and clause.body - 1 > clause.start
    place = led or opener.low in g("subordinators")
    body = p.of(clause)
    if g.verb_second:
        return _german_relative(p, k, opener, place=place)
    verb = p.verb(clause)
    if verb is None:
        return []
    if place or opener.low in g("place_relatives"):
        return _with_more(p, k, _shown(body)) if not _opens_with_verb(p, clause, verb) else []
    noun = _noun_before(p, clause)
    if not noun:
        return []
    lead = p.words[clause.start : clause.body - 1]
    if len(lead) > 2 and lead[0].low not in g("prepositions"):  # noqa: PLR2004 - "ocho de las cuales"
        return [*lead[:-1], *noun, *_shown(body)]
    if _opens_with_verb(p, clause, verb) and opener.low not in g("object_relatives"):
        return _with_more(p, k, [*noun, *_shown(body)])
    if _opens_with_verb(p, clause, verb):  # "la loi qu'a votée le parlement"
        return []
    return [*_with_object(p, clause, verb, noun)]


def _with_object(p: Parsed, clause: Clause, verb: int, noun: list[Word]) -> list[Word]:
    """Return "el Congreso aprobó la ley" for "la ley que el Congreso aprobó"."""
    end = verb + 1
    while end < clause.end and (
        participle(p.words[end], p.grammar) or p.words[end].low in p.grammar("adverbs")
    ):
        end += 1
    head, rest = _shown(list(p.words[clause.body : end])), _shown(list(p.words[end : clause.end]))
    return [
        *head,
        small(noun[0]) if noun[0].low in p.grammar("determiners") else noun[0],
        *noun[1:],
        *rest,
    ]


def _german_relative(p: Parsed, k: int, opener: Word, *, place: bool) -> list[Word]:
    clause, g = p.clauses[k], p.grammar
    body = p.of(clause)
    if place:
        return verb_second(p, body)
    noun = _noun_before(p, clause)
    if not noun:
        return []
    shown = _shown(body)
    verb = shown[-1]
    subject = subject_behind(p, clause.body, clause.end - 1)
    if opener.low in g("object_relatives") and subject is not None:
        turned = verb_second(p, body)
        named = [p.words[i] for i in subject]
        return [*turned[: len(named) + 1], *noun, *turned[len(named) + 1 :]]
    return [*nominative(noun, opener.low, g), *in_second_place(verb, shown[:-1], g)]


def _participle(p: Parsed, k: int) -> list[Word]:
    """Return the noun with its participle as a clause: "La fábrica fue fundada"."""
    g, clause = p.grammar, p.clauses[k]
    noun = _noun_before(p, clause) if k else []
    if k and p.clauses[k - 1].kind is ClauseKind.PARTICIPLE and not clause.stop:
        noun = _noun_before(p, p.clauses[k - 1]) if k > 1 else []
    noun = noun or _subject_ahead(p, k)
    own = _shown(p.of(clause))
    while own and own[0].low in g("adverbs") | g("coordinators"):
        own = own[1:]
    if own and not noun:
        return own if participle(small(own[0]), g) else []
    if not own or noun[0].low in g("prepositions") - g("determiners"):
        return []
    own = [small(own[0]), *own[1:]]
    if not clause.stop and k and not (noun[0].capital or noun[0].low in g("determiners")):
        return []  # "en declaraciones efectuadas ayer"
    if not g.verb_second:
        noun = agreeing(noun, own[0].low, g)
        instead = next((verb for form, verb in g.active if own[0].low == form), None)
        if instead is not None:
            return _with_more(p, k, [*noun, *(word(v) for v in instead.split()), *own[1:]])
    if g.verb_second:
        form = own[-1]
    else:
        form = own[0]
    helper = next((a for ending, a in g.passive if form.low.endswith(ending)), None)
    if helper is None or not participle(form, g):
        return []
    return _with_more(p, k, [*noun, *(word(h) for h in helper.split()), *own])


def _subject_ahead(p: Parsed, k: int) -> list[Word]:
    """Return the subject of the main clause behind a participle that opens the sentence."""
    for j in range(k + 1, _part(p, k)[1]):
        clause = p.clauses[j]
        if clause.kind is ClauseKind.MAIN:
            verb = p.verb(clause)
            if verb is None:
                return []
            return _subject_before(p, j) or _before_verb(p, clause, verb)
        if clause.kind is ClauseKind.COORDINATE:
            return []
    return []


def _gapped_subject(p: Parsed, host: int, own: list[Word]) -> list[Word]:
    """Return "le cinématographe arrive" for "L'électricité arrive en 1894, le cinématographe …"."""
    g, clause = p.grammar, p.clauses[host]
    verb = p.verb(clause)
    if verb is None or not _has_date(p, host) or own[0].low not in g("determiners"):
        return []
    if own[0].low in g("prepositions") or _has_noun_behind(p, verb, clause.end):
        return []
    return [*own, p.words[verb]]


def _loose(p: Parsed, k: int) -> list[Word]:
    """Return the clause that a loose part belongs to, with the part."""
    host, clause = _host(p, k), p.clauses[k]
    own = _shown(p.of(clause))
    bracket = _bracket_before(p, k)
    if bracket:
        return [*bracket, *own]
    if host is not None and own and host == k - 1 and k + 1 == len(p.clauses):
        gapped = _gapped_subject(p, host, own)
        if gapped:
            return gapped
    if host is None:
        return []
    told = _BY_KIND[p.clauses[host].kind](p, host)
    if not told or len(own) < _FEWEST_LOOSE or _told_already(told, own):
        return told
    if host < k and infinitive(own[0], p.grammar) and not p.grammar.verb_second:
        return [*told, *own]
    if host < k:
        return [*told, _COMMA, *own]
    return [
        *own,
        _COMMA,
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
    if own and verb is not None and not p.grammar.verb_second and _opens_with_verb(p, clause, verb):
        said = speaker(p)
        if said and not _has_noun_behind(p, verb, clause.end):
            own = [*said, *own]
    return _with_more(p, k, own)


def _none(p: Parsed, k: int) -> list[Word]:  # noqa: ARG001 - one of the ways
    return []


_BY_KIND: dict[ClauseKind, Callable[[Parsed, int], list[Word]]] = {
    ClauseKind.MAIN: _main,
    ClauseKind.COORDINATE: _coordinate,
    ClauseKind.GAPPED: _gapped,
    ClauseKind.RELATIVE: _relative,
    ClauseKind.PARTICIPLE: _participle,
    ClauseKind.GERUND: _loose,
    ClauseKind.SUBORDINATE: _subordinate,
    ClauseKind.COMPLEMENT: _complement,
    ClauseKind.REPORT: _report,
    ClauseKind.ATTRIBUTION: _loose,
    ClauseKind.LOOSE: _loose,
    ClauseKind.EMPTY: _loose,
}
