"""Relative clauses and participles as clauses of the noun they modify."""

from timeline.events.clauses.agreement import disagree, is_plural_verb
from timeline.events.clauses.extent import has_noun_behind, with_more
from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Clause, ClauseKind, Parsed
from timeline.events.clauses.nouns import (
    agreeing,
    nominative,
    phrase_before,
    phrase_from,
    subject_behind,
)
from timeline.events.clauses.order import in_second_place, verb_second
from timeline.events.clauses.relations import INSERTED, opens_with_verb, without_dates
from timeline.events.clauses.subjects import shared_subject, subject_ahead
from timeline.events.clauses.tokens import Kind, Word, small, word
from timeline.events.clauses.verbs import infinitive, participle

_LEAD = 2  # words before a relative, "en el que"; more are "ocho de las cuales"


def noun_before(p: Parsed, clause: Clause) -> list[Word]:
    """Return the noun phrase that a clause speaks of, over the stop between them."""
    clause = _past_appositions(p, _past_one_of(p, clause))
    found = phrase_before(p, clause.start - 1 if clause.stop else clause.start)
    if p.grammar.verb_second and _is_oblique(p, found):
        return found[1:]
    return _with_article(p, found)


def _past_appositions(p: Parsed, clause: Clause) -> Clause:
    """Return the first of the appositions before a clause: "Juan Gil, pintor, *nacido* en"."""
    k = p.clauses.index(clause)
    while k > 1 and p.clauses[k].stop == "," and _is_apposition(p, p.clauses[k - 1]):
        k -= 1
    return p.clauses[k]


def _past_one_of(p: Parsed, clause: Clause) -> Clause:
    """Return the apposition that a relative ends: "Ana Gil, una de las dos que *dimitió*"."""
    k = p.clauses.index(clause)
    if clause.stop or k < _LEAD or clause.kind is not ClauseKind.RELATIVE:
        return clause
    before = p.clauses[k - 1]
    one = before.end - before.start > 1 and p.words[before.start + 1].low in p.grammar("of")
    return before if one and _is_apposition(p, before) else clause


def _is_apposition(p: Parsed, clause: Clause) -> bool:
    """Return whether a part only says who or what the noun before it is."""
    g = p.grammar
    if clause.kind is not ClauseKind.LOOSE or clause.stop != "," or clause.start < _LEAD:
        return False
    first, before = p.words[clause.start], p.words[clause.start - 2]
    closed = ("prepositions", "coordinators", "adverbs", "pronouns")
    if g.verb_second or first.is_date or any(first.low in g(name) for name in closed):
        return False
    if first.low in g("determiners"):
        return before.capital
    return not first.capital and (before.capital or not first.text.isdigit())


def _is_oblique(p: Parsed, phrase: list[Word]) -> bool:
    """Return whether the article of a German phrase shows that it is no subject."""
    if not phrase or phrase[0].low not in p.grammar("determiners"):
        return False
    place = next((i for i, w in enumerate(p.words) if w is phrase[0]), 0)
    led = place > 0 and p.words[place - 1].low in p.grammar("prepositions")
    return len(phrase) > 1 and (led or phrase[0].low in p.grammar("no_subject"))


def _with_article(p: Parsed, found: list[Word]) -> list[Word]:
    """Return a phrase with the article that a contracted preposition holds."""
    article = next(
        (plain for whole, plain in p.grammar.contractions if found[:1] and whole == found[0].low),
        None,
    )
    return [word(article), *found[1:]] if article else found


def relative_clause(p: Parsed, k: int) -> list[Word]:
    """Return a relative clause with its noun as subject or object: "La ley fue aprobada"."""
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
    body = _past_insertion(p, clause, body)
    if place or opener.low in g("place_relatives"):
        return _of_a_place(p, k, verb)
    noun = _with_article(p, _told_apart(_subject_of(p, clause, verb), g))
    if not noun:
        return []
    lead = p.words[clause.start : clause.body - 1]
    if len(lead) > _LEAD and lead[0].low not in g("prepositions"):
        return [*lead[:-1], *noun, *without_dates(body)]
    subject = bool(g("object_relatives")) and opener.low not in g("object_relatives")
    if subject or (opens_with_verb(p, clause, verb) and not g("object_relatives")):
        return with_more(p, k, [*noun, *without_dates(body)])
    if opens_with_verb(p, clause, verb):  # "la loi qu'a votée le parlement"
        return []
    return [*_with_object(p, clause, verb, noun)]


def _told_apart(noun: list[Word], g: Grammar) -> list[Word]:
    """Return a noun that has an article or is a name; of "fuerza en Asia" the name."""
    if len(noun) == 1 and noun[0].low in g("determiners") - g("pronouns"):
        return []
    if not noun or noun[0].capital or noun[0].low in g("determiners") | g("pronouns"):
        return noun
    if noun[0].text[:1].isdigit():
        return noun
    for i in range(1, len(noun)):
        led = noun[i - 1].low in g("of") and noun[i].low in g("determiners")
        if led or (noun[i].low in g("of") and noun[i].low in g("determiners")):
            return noun[i:]
    start = len(noun)
    while start > 0 and noun[start - 1].capital:
        start -= 1
    return noun[start:]


def _named_last(noun: list[Word], form: Word, g: Grammar) -> list[Word]:
    """Return the name a phrase ends with, where the rest is of another number than a participle.

    "entre los detenidos destaca Juan Gil, *acusado* de": not the detained.
    """
    helper = next((a for ending, a in g.passive if form.low.endswith(ending)), None)
    first = noun[0] if noun else None
    if helper is None or first is None or first.low not in g("plural"):
        return noun
    start = len(noun)
    while start > 0 and noun[start - 1].capital:
        start -= 1
    plural = is_plural_verb(word(helper.split()[0]), g)
    return noun if plural or start == len(noun) or start == 0 else noun[start:]


def _past_insertion(p: Parsed, clause: Clause, body: list[Word]) -> list[Word]:
    """Return a relative without the adverbial that parts it: "qui, *sur la place*, avait"."""
    head = [w for w in body if not w.is_date][:1]
    if not head or head[0].kind is not Kind.STOP:
        return body
    stops = [i for i, w in enumerate(body) if w.kind is Kind.STOP]
    verb = next((i for i in range(len(body)) if p.finite[clause.body + i]), 0)
    last = max((i for i in stops if i < verb), default=0)
    return body[last + 1 :] if len(stops) > 1 and last else body


def _of_a_place(p: Parsed, k: int, verb: int) -> list[Word]:
    """Return the clause of a place or time: "Raúl debutó" for "el estadio en el que debutó"."""
    clause, g = p.clauses[k], p.grammar
    body = without_dates(p.of(clause))
    if not opens_with_verb(p, clause, verb):
        return with_more(p, k, body)
    if not g.may_open_with_verb:
        return []
    if has_noun_behind(p, verb, clause.end):
        return with_more(p, k, body)
    subject = shared_subject(p, k)
    if not subject or disagree(subject, p.words[verb], g):
        return []
    return with_more(p, k, [*subject, *body])


def _subject_of(p: Parsed, clause: Clause, verb: int) -> list[Word]:
    """Return the noun of a relative: the nearest before it that agrees with its verb in number."""
    noun, g = noun_before(p, clause), p.grammar
    opens = opens_with_verb(p, clause, verb) and p.words[clause.body - 1].low not in (
        g("object_relatives")
    )
    if opens:
        noun = _of_the_number(noun, p.words[verb], g)
    if not opens or not disagree(noun, p.words[verb], g):
        return noun
    plural = is_plural_verb(p.words[verb], g)
    end = clause.start - 1 if clause.stop else clause.start
    for i in range(end - 1, -1, -1):
        low = p.words[i].low
        if p.words[i].kind is Kind.STOP or p.finite[i]:
            return []
        if low in g("determiners") and (low in g("plural")) is plural and low not in g("of"):
            return _with_article(p, phrase_from(p, i, end))
    return []


def resuming(p: Parsed, k: int) -> int | None:
    """Return the clause in which a relative goes on: "el juez, que, cuando ..., *pidió*"."""
    g, clause = p.grammar, p.clauses[k]
    first = p.words[clause.start]
    loose = clause.kind is ClauseKind.LOOSE and not g.verb_second
    if not loose or first.low not in g("relatives") - g("determiners") - g("possessors"):
        return None
    for j in range(k + 1, len(p.clauses)):
        other = p.clauses[j]
        verb = p.verb(other)
        if other.kind is ClauseKind.MAIN and verb is not None:
            return j if opens_with_verb(p, other, verb) else None
        if other.kind not in {*INSERTED, ClauseKind.SUBORDINATE}:
            return None
    return None


def open_relative(p: Parsed, k: int) -> list[Word]:
    """Return a relative that a clause within it parts, with its noun."""
    j = resuming(p, k)
    noun = noun_before(p, p.clauses[k]) if j is not None else []
    return [*noun, *without_dates(p.of(p.clauses[j]))] if noun and j is not None else []


def _of_the_gender(p: Parsed, clause: Clause, noun: list[Word], form: str) -> list[Word]:
    """Return the nearest noun before a participle that agrees with it, where the last does not."""
    g = p.grammar
    feminine = form.endswith(g.ends("feminine_endings") or ("\0",))
    wrong, right = g("masculine"), g("feminine")
    if not feminine:
        wrong, right = right, wrong
    if noun[0].low not in wrong or any(w.low in g("offices") for w in noun):
        return noun
    end = clause.start - 1 if clause.stop else clause.start
    for i in range(end - 1, -1, -1):
        if p.words[i].kind is Kind.STOP or p.finite[i]:
            return []
        if p.words[i].low in right - g("of"):
            return phrase_from(p, i, end)
    return []


def _of_the_number(noun: list[Word], verb: Word, g: Grammar) -> list[Word]:
    """Return the last noun of a chain that has the number of a verb: "una de *las plazas que dan*".

    The whole chain where its head has it too.
    """
    plural = is_plural_verb(verb, g)
    if not noun or not g("plural") or noun[0].low not in g("determiners"):
        return noun
    if (noun[0].low in g("plural")) is plural or (not plural and verb.low not in g("auxiliaries")):
        return noun
    for i in range(len(noun) - 1, 0, -1):
        low = noun[i].low
        led = noun[i - 1].low in g("of") and low in g("determiners") - g("of")
        if led and (low in g("plural")) is plural:
            return noun[i:]
    return noun


def _with_object(p: Parsed, clause: Clause, verb: int, noun: list[Word]) -> list[Word]:
    """Return "el Congreso aprobó la ley" for "la ley que el Congreso aprobó"."""
    end = verb + 1
    while end < clause.end and (
        participle(p.words[end], p.grammar) or p.words[end].low in p.grammar("adverbs")
    ):
        end += 1
    head, rest = (
        without_dates(list(p.words[clause.body : end])),
        without_dates(list(p.words[end : clause.end])),
    )
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
    end = _past_verbs(p, clause.start - 1 if clause.stop else clause.start)
    noun = phrase_before(p, end)
    for _ in range(_LEAD):  # "die Beratung im Rathaus, die": not the town hall
        at = next((i for i, w in enumerate(p.words) if noun and w is noun[0]), 0)
        before = p.words[at - 1].low if at else ""
        article = before if before in g("prepositions") else noun[0].low if noun else ""
        if at > 1 and (opener.low, article) in g.disagreeing:
            noun = phrase_before(p, at - 1 if article == before else at)
    if k and p.clauses[k - 1].kind is ClauseKind.ATTRIBUTION:  # "nach Angaben der Polizei, die"
        last = max((i for i, w in enumerate(noun) if w.low in g("determiners")), default=0)
        noun = noun[last:]
    if not noun or (opener.low, noun[0].low) in g.disagreeing:
        return []
    shown = without_dates(body)
    verb = shown[-1]
    subject = subject_behind(p, clause.body, clause.end - 1)
    nominative_only = g("clear_subjects") - g("oblique_indefinite") - {a for _, a in g.indefinite}
    clear = subject is not None and p.words[subject.start].low in nominative_only
    first = next((i for i in range(clause.body, clause.end) if not p.words[i].is_date), None)
    accusative = clear and subject is not None and subject.start == first
    if (opener.low in g("object_relatives") or accusative) and subject is not None:
        turned = verb_second(p, body)
        named = [p.words[i] for i in subject]
        return [*turned[: len(named) + 1], *noun, *turned[len(named) + 1 :]]
    return [*nominative(noun, opener.low, g), *in_second_place(verb, shown[:-1], g)]


def _is_fronted(p: Parsed, k: int) -> bool:
    """Return whether participles open a sentence: "Élu en 1995, réélu en 2001, il s'est retiré"."""
    kinds = {ClauseKind.PARTICIPLE, ClauseKind.EMPTY}
    first = p.words[p.clauses[0].body]
    opens = participle(small(first), p.grammar) or first.is_date
    return k > 0 and opens and all(c.kind in kinds for c in p.clauses[: k + 1])


def _past_verbs(p: Parsed, end: int) -> int:
    """Return where a German noun ends before the verbs that a relative stands behind."""
    g = p.grammar
    while end > 1 and not p.words[end - 1].is_date:
        w = p.words[end - 1]
        verbal = participle(w, g) or infinitive(w, g) or p.finite[end - 1]
        if w.capital or w.kind is not Kind.WORD or not (verbal or w.low in g("infinitive_marks")):
            break
        end -= 1
    return end


def participle_clause(p: Parsed, k: int) -> list[Word]:
    """Return the noun with its participle as a clause: "La fábrica fue fundada"."""
    g, clause = p.grammar, p.clauses[k]
    noun = noun_before(p, clause) if k else []
    if k and p.clauses[k - 1].kind is ClauseKind.PARTICIPLE and not clause.stop:
        noun = noun_before(p, p.clauses[k - 1]) if k > 1 else []
    noun = subject_ahead(p, k) or noun if _is_fronted(p, k) else noun or subject_ahead(p, k)
    own = without_dates(p.of(clause))
    while own and own[0].low in g("adverbs") | g("coordinators"):
        own = own[1:]
    if own and not noun:
        return own if participle(small(own[0]), g) else []
    if not own or noun[0].low in g("prepositions") - g("determiners"):
        return []
    own = [small(own[0]), *own[1:]]
    noun = _named_last(noun, own[0], g)
    if not clause.stop and k and not (noun[0].capital or noun[0].low in g("determiners")):
        return []  # "en declaraciones efectuadas ayer"
    if not g.verb_second:
        noun = _of_the_gender(p, clause, agreeing(noun, own[0].low, g), own[0].low)
        if not noun:
            return []
        noun = _with_article(p, noun)
        instead = next((verb for form, verb in g.active if own[0].low == form), None)
        if instead is not None:
            return with_more(p, k, [*noun, *(word(v) for v in instead.split()), *own[1:]])
    form = own[-1] if g.verb_second else own[0]
    helpers = [a for ending, a in g.passive if form.low.endswith(ending)]
    agreed = (a for a in helpers if not disagree(noun, word(a.split()[0]), g))
    helper = next(agreed, helpers[0] if helpers else None)
    if helper is None or not participle(form, g):
        return []
    return with_more(p, k, [*noun, *(word(h) for h in helper.split()), *own])
